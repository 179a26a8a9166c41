"""The outlets that Sayso knows by name: their families, wires and transports, from a table that a reader can check and extend.

An unknown outlet is no fault: it is called what the document calls it, and belongs to no family.
"""

from sayso.outlets.carriers import Carried, carried
from sayso.outlets.outlet import Outlet, OutletKind, name_key
from sayso.outlets.sites import at_address, host_of, place_of, platform_of
from sayso.outlets.table import Table
from sayso.outlets.usual import at_domain, known, named, remembered, use, with_own

__all__ = [
    "Carried",
    "Outlet",
    "OutletKind",
    "Table",
    "at_address",
    "at_domain",
    "carried",
    "host_of",
    "known",
    "name_key",
    "named",
    "place_of",
    "platform_of",
    "remembered",
    "use",
    "with_own",
]
