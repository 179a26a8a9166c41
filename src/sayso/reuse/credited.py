"""Whom a document names as those whose copy it carries, and how much of what it shares with others that explains."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files

from sayso.documents import Block, Credit, Profile, Role
from sayso.findings import Reading
from sayso.outlets import Outlet, OutletKind, name_key, named, remembered
from sayso.spans import Span

AROUND = 1
"""Paragraphs before and after the one with the credit that it may still speak of: "The Post reported. It said: …"."""


class Reach(IntEnum):
    """What a credit speaks of: words elsewhere in the report, a part of it that it does not name, words beside it, or all of it."""

    ELSEWHERE = 0
    A_PART = 1
    BESIDE = 2
    ALL = 3


@dataclass(frozen=True, slots=True)
class Credited:
    """An outlet or wire that a document credits, by the name it is known by everywhere."""

    name: str
    reach: Reach
    wire: bool


def credited(reading: Reading, passages: Sequence[Span]) -> Mapping[str, Credited]:
    """By folded name all that a document credits, each with the most that it explains of the passages.

    A dateline, a byline and a line that gives the whole report explain all of it, "contributed to this report" a part, and "told
    Reuters" what stands beside it. A caption's credit is for its picture.
    """
    found: dict[str, Credited] = {}
    for credit in reading.profile.credits:
        if reading.profile.role_at(credit.span.start) is Role.CAPTION:
            continue
        outlet, key = _known(credit.name)
        name = outlet.name if outlet else credit.name
        one = Credited(name, _reach(reading, credit, passages), outlet is not None and outlet.kind is OutletKind.WIRE)
        known = found.get(key)
        if known is None or one.reach > known.reach:
            found[key] = one
    return found


def outlet_key(profile: Profile) -> str:
    """The outlet's folded name, by which it is known everywhere; nothing where it is not known."""
    return _known(profile.outlet)[1] if profile.outlet else ""


def is_wire(profile: Profile) -> bool:
    outlet = _known(profile.outlet)[0] if profile.outlet else None
    return outlet is not None and outlet.kind is OutletKind.WIRE


@remembered  # asked for both of every pair, and outlets are few
def _known(name: str) -> tuple[Outlet | None, str]:
    outlet = named(name)
    return outlet, name_key(outlet.name if outlet else name)


def _reach(reading: Reading, credit: Credit, passages: Sequence[Span]) -> Reach:
    blocks = reading.profile.blocks
    at = next((n for n, block in enumerate(blocks) if block.span.start <= credit.span.start < block.span.end), None)
    if at is None:
        return Reach.ALL
    if blocks[at].role in (Role.CREDIT, Role.BYLINE, Role.DATELINE, Role.CHROME):
        return Reach.A_PART if _contributed().search(blocks[at].span.of(reading.text)) else Reach.ALL
    return Reach.BESIDE if any(passage.overlaps(b.span) for b in _around(blocks, at) for passage in passages) else Reach.ELSEWHERE


def _around(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    return blocks[max(0, at - AROUND) : at + AROUND + 1]


@cache
def _contributed() -> re.Pattern[str]:
    table = tomllib.loads(files("sayso.reuse").joinpath("words.toml").read_text("utf8"))
    return re.compile(table["contributed"], re.IGNORECASE)
