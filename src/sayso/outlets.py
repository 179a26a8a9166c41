"""The outlets that Sayso knows by name: their families, wires and transports, from a table that a reader can check.

An unknown outlet is no fault: it is called what the document calls it, and belongs to no family.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from sayso.folding import fold


class OutletKind(StrEnum):
    OUTLET = "outlet"
    WIRE = "wire"
    TRANSPORT = "transport"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: the name it is shown by, other names it goes by, its web domains, its publisher family if it has one."""

    name: str
    kind: OutletKind = OutletKind.OUTLET
    family: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """The form in which two spellings of an outlet's name are the same: folded, without a leading article."""
    return fold(name).text.strip().removeprefix("the ")


@cache
def known() -> tuple[Outlet, ...]:
    """All outlets of the table, in its order."""
    table = tomllib.loads(files("sayso").joinpath("outlets.toml").read_text("utf8"))
    return tuple(
        Outlet(
            name,
            OutletKind(row.get("kind", "outlet")),
            row.get("family"),
            tuple(row.get("aliases", ())),
            tuple(row.get("domains", ())),
        )
        for name, row in table.items()
    )


@cache
def _by_name() -> dict[str, Outlet]:
    return {name_key(name): outlet for outlet in known() for name in (outlet.name, *outlet.aliases)}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in known() for domain in outlet.domains}


def named(name: str) -> Outlet | None:
    """The known outlet of that name or alias, whatever its case and article; None when it is not in the table."""
    return _by_name().get(name_key(name))


def at_domain(host: str) -> Outlet | None:
    """The known outlet that publishes at a host name or any parent domain of it; None when it is not in the table."""
    parts = host.lower().removeprefix("www.").split(".")
    return next((o for i in range(len(parts) - 1) if (o := _by_domain().get(".".join(parts[i:])))), None)
