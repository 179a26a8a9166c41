"""What an outlet is, and when two spellings of its name are the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.folding import fold


class OutletKind(StrEnum):
    OUTLET = "outlet"
    WIRE = "wire"
    TRANSPORT = "transport"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: the name it is shown by, other names it goes by, its web domains, its publisher family if it has one.

    A domain is a host name, "bbc.co.uk", or the place of an outlet on a platform, "medium.com/@harbour".
    """

    name: str
    kind: OutletKind = OutletKind.OUTLET
    family: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """The form in which two spellings of an outlet's name are the same: folded, without a leading article."""
    return fold(name).text.strip().removeprefix("the ")
