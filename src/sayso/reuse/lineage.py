"""Who took from whom: what follows for two documents from the passages they share, the credits they give and their dates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from sayso.config import ReuseSettings
from sayso.dates import days
from sayso.documents import Profile
from sayso.findings import Direction, Lineage, Passage, PassageKind, Reading, Relation
from sayso.reuse.credited import Reach, credited, is_wire, outlet_key
from sayso.reuse.direction import Sign, Taker, signs
from sayso.reuse.fingerprints import OWN_WORDS
from sayso.reuse.versions import versions
from sayso.spans import Span, covered, shared

QUOTED = 0.8
"""A passage is only a quotation when this share of it stands inside quotation marks on both sides: "he said" may be left over."""
ONLY_QUOTED = "only a quotation is shared"
TOGETHER = 0.5
"""The share of a body that makes a correction in one a matter of the other."""
WHOLE, SHORTENED = 0.95, 0.75
"""Shares of a text that lies wholly in another, and of that other where the one is a good deal shorter."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    relation: Relation
    direction: Direction
    because: tuple[str, ...]


def lineage(a: Reading, b: Reading, passages: Sequence[Passage], settings: ReuseSettings) -> Lineage:
    """How two documents stand to each other. `passages` are those between them, at least one; `a` has the smaller id."""
    a_share = _share(a, [p.a_span for p in passages])
    b_share = _share(b, [p.b_span for p in passages])
    share = max(a_share, b_share)
    sides = (
        Taker(a, credited(a, [p.a_span for p in passages])),
        Taker(b, credited(b, [p.b_span for p in passages])),
    )
    # In order of what each shows: whose the whole text is goes before who came first, that before whose a part of it is.
    # What a wire gave a part of, or is quoted with, does not explain how a report has most of another's words.
    verdict = (
        _only_quoted(a, b, passages)
        or _versions(a, b, (a_share, b_share), settings)
        or _one_wire(*sides, Reach.ALL, passages, share, settings)
        or _directed(signs(*sides, share, settings), share)
        or (_one_wire(*sides, Reach.A_PART, passages, share, settings) if share < settings.copied_share else None)
        or _open(a.profile, b.profile)
    )
    shares = f"shared: {a_share:.0%} of one body, {b_share:.0%} of the other"
    because = (*verdict.because, *_one_house(a.profile, b.profile), *_form(a, b, a_share, b_share), shares)
    return Lineage(a.id, b.id, verdict.relation, verdict.direction, round(a_share, 4), round(b_share, 4), because)


def _share(reading: Reading, spans: Sequence[Span]) -> float:
    own = [block.span for block in reading.profile.blocks_of(*OWN_WORDS)]
    return shared(own, spans) / max(1, covered(own))


def _only_quoted(a: Reading, b: Reading, passages: Sequence[Passage]) -> _Verdict | None:
    if all(_is_quoted(a, p.a_span) and _is_quoted(b, p.b_span) for p in passages):
        return _Verdict(Relation.NOT_ESTABLISHED, Direction.UNKNOWN, (ONLY_QUOTED,))
    return None


def _versions(a: Reading, b: Reading, shares: tuple[float, float], settings: ReuseSettings) -> _Verdict | None:
    if not outlet_key(a.profile) or outlet_key(a.profile) != outlet_key(b.profile):
        return None
    told = versions(a, b, shares, settings)
    return _Verdict(Relation.VERSION, told.direction, told.because) if told else None


def _is_quoted(reading: Reading, span: Span) -> bool:
    return shared([span], [q.outer for q in reading.annotation.quotations]) >= QUOTED * len(span)


def _one_wire(
    a: Taker, b: Taker, least: Reach, passages: Sequence[Passage], share: float, settings: ReuseSettings
) -> _Verdict | None:
    """Both carry what a third gave: because both credit it, or one does and they share enough word for word."""
    own = {outlet_key(side.reading.profile) for side in (a, b)}
    given = [{key: c for key, c in side.credits.items() if c.reach >= least and key not in own} for side in (a, b)]
    both = sorted(key for key in set(given[0]) & set(given[1]) if given[0][key].wire)
    if both:
        return _Verdict(Relation.COMMON_ORIGIN, Direction.COMMON, (f"both credit {given[0][both[0]].name}",))
    wires = sorted((c.name, side.shown) for side, theirs in zip((a, b), given, strict=True) for c in theirs.values() if c.wire)
    verbatim = sum(p.kind is PassageKind.VERBATIM for p in passages)
    if not wires or not verbatim or share < settings.wire_share or is_wire(a.reading.profile) or is_wire(b.reading.profile):
        return None
    wire, crediting = wires[0]
    same = "a passage is" if verbatim == 1 else f"{verbatim} passages are"
    reason = f"{crediting} credits {wire}, and {same} the same word for word"
    return _Verdict(Relation.COMMON_ORIGIN, Direction.COMMON, (reason, "likeliest both carry the wire's text"))


def _directed(found: Sequence[Sign], share: float) -> _Verdict | None:
    """One took from the other, unless what shows it points both ways."""
    ways = {sign.towards for sign in found}
    reasons = tuple(sign.because for sign in found)
    if len(ways) > 1:
        return _Verdict(Relation.NOT_ESTABLISHED, Direction.UNKNOWN, ("what shows a direction points both ways", *reasons))
    if not ways:
        return None
    if found[0].is_date:
        reasons = (f"{share:.0%} of a body is shared, and {reasons[0]}", *reasons[1:])
    return _Verdict(Relation.DERIVED, found[0].towards, reasons)


def _form(a: Reading, b: Reading, a_share: float, b_share: float) -> tuple[str, ...]:
    """What the two texts show beside a direction: one is a shortened copy or the other a lengthened one, one was corrected."""
    said = []
    if max(a_share, b_share) >= WHOLE and min(a_share, b_share) < SHORTENED:
        said.append("one is wholly within the other, shortened or taken further: the words do not show which")
    corrected = [max(a_share, b_share) >= TOGETHER and _is_corrected(reading.text) for reading in (a, b)]
    if corrected[0] != corrected[1]:
        said.append(f"{(a if corrected[0] else b).profile.outlet or 'one'} says what it corrected, the other does not")
    return tuple(said)


@lru_cache(maxsize=1024)  # a report is looked at in many pairs, soon after one another
def _is_corrected(text: str) -> bool:
    return _corrected().search(text) is not None


@cache
def _corrected() -> re.Pattern[str]:
    table = tomllib.loads(files("sayso.reuse").joinpath("words.toml").read_text("utf8"))
    return re.compile(table["corrected"], re.IGNORECASE)


def _one_house(a: Profile, b: Profile) -> tuple[str, ...]:
    if a.outlet and outlet_key(a) == outlet_key(b):
        return (f"both are of {a.outlet}",)
    if a.family and a.family == b.family:
        return (f"both outlets belong to {a.family}",)
    return ()


def _open(a: Profile, b: Profile) -> _Verdict:
    reasons = ["no credit explains what they share"]
    if not days(a.published.date) or not days(b.published.date):
        reasons.append("it is not known of both when they were published")
    else:
        reasons.append("their dates and the part that they share do not show who took from whom")
    return _Verdict(Relation.NOT_ESTABLISHED, Direction.UNKNOWN, tuple(reasons))
