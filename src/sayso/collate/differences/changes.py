"""Values that moved: what the reports' times and their own words tell of a number or a date that was another before."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from functools import cache
from importlib.resources import files

from sayso.collate.differences.laid import Parting
from sayso.collate.told import Told
from sayso.collate.wording import lists, stem
from sayso.dates import days
from sayso.findings import DifferenceKind, Quantity, Verdict
from sayso.spans import Span

REACH = 40
"""Characters before a value in which the words that say that it moved are looked for."""


def grown(a: Told, b: Told, q: Quantity, r: Quantity) -> str | None:
    """Why the later and higher number may be a newer count of something that grows from day to day; None when it may not."""
    earlier = _earlier(a, b)
    if earlier is None or not any(stem(x.thing or "") in _tolls() for x in (q, r)):
        return None
    low, high, later = (q, r, b) if earlier is a else (r, q, a)
    return f"the later report ({_published(later)}) has more" if low.high < high.low else None


def changed(a: Told, b: Told, ours: Span, theirs: Span, kind: str) -> str | None:
    """Why two values are of one thing at two times: the words before one of them, or one outlet's own later report; else None.

    `kind` is "numbers" or "dates": which words are looked for.
    """
    for told, at in ((a, ours), (b, theirs)):
        before = told.reading.text[max(told.place.start, at.start - REACH) : at.start + 1]
        if found := _moved()[kind].search(before):
            return f"“{' '.join(found[1].split())}” says that it was another before"
    outlet = a.account.outlet
    if outlet and outlet == b.account.outlet and (earlier := _earlier(a, b)) is not None:
        later = b if earlier is a else a
        return f"a later report of the same outlet, {outlet} ({_published(later)})"
    return None


def as_others_tell(found: Sequence[Parting], undated: Set[str]) -> list[Parting]:
    """The partings, those of an undated report as changed where dated ones gave the same two numbers one after the other: it may be
    as old as they. `undated` are the ids of the documents without a date.
    """
    moved = [{s.value for s in p.sides} for p in found if p.kind is DifferenceKind.NUMBER and p.verdict is Verdict.CHANGED]
    return [_as_others_tell(p, moved) if any(s.document in undated for s in p.sides) else p for p in found]


def _as_others_tell(parting: Parting, moved: Sequence[Set[str]]) -> Parting:
    if parting.kind is not DifferenceKind.NUMBER or parting.verdict is not Verdict.CONFLICT:
        return parting
    if {s.value for s in parting.sides} not in moved:
        return parting
    why = "dated reports gave the same numbers one after the other, and a report here has no date"
    return Parting(parting.kind, Verdict.CHANGED, parting.sides, (*parting.because, why))


def _earlier(a: Told, b: Told) -> Told | None:
    """The one that was published before the other; None where the dates do not tell."""
    ours, theirs = days(_published(a)), days(_published(b))
    if ours is None or theirs is None:
        return None
    if ours.before(theirs) or theirs.before(ours):
        return a if ours.before(theirs) else b
    one, other = _clock(_published(a)), _clock(_published(b))
    if one is None or other is None or one == other:
        return None
    return a if one < other else b


def _clock(published: str | None) -> datetime | None:
    """The moment of publication, where it is known to the minute and with its zone."""
    try:
        at = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return at if at.tzinfo else None


def _published(told: Told) -> str | None:
    return told.reading.profile.published.date


@cache
def _tolls() -> frozenset[str]:
    return frozenset(stem(word) for word in lists().tolls)


@cache
def _moved() -> Mapping[str, re.Pattern[str]]:
    """The words of `changes.toml` with a word or two and then the value behind them."""
    table = tomllib.loads(files("sayso.collate").joinpath("changes.toml").read_text("utf8"))
    return {kind: re.compile(rf"\b({_any(phrases)})\s(?:[^\W\d_]+\s){{0,2}}\S?$", re.IGNORECASE) for kind, phrases in table.items()}


def _any(phrases: Sequence[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
