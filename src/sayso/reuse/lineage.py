"""Who took from whom: what follows for two documents from the passages they share, the credits they give and their dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.config import ReuseSettings
from sayso.dates import days
from sayso.documents import Profile, Role
from sayso.findings import Direction, Lineage, Passage, PassageKind, Reading, Relation
from sayso.outlets import OutletKind, name_key, named
from sayso.reuse.fingerprints import OWN_WORDS
from sayso.reuse.versions import versions
from sayso.spans import Span, covered, shared

QUOTED = 0.8
"""A passage is only a quotation when this share of it stands inside quotation marks on both sides: "he said" may be left over."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    relation: Relation
    direction: Direction
    because: tuple[str, ...]


def lineage(a: Reading, b: Reading, passages: Sequence[Passage], settings: ReuseSettings) -> Lineage:
    """How two documents stand to each other. `passages` are those between them, at least one; `a` has the smaller id."""
    a_share = _share(a, [p.a_span for p in passages])
    b_share = _share(b, [p.b_span for p in passages])
    verdict = (
        _only_quoted(a, b, passages)
        or _versions(a, b, (a_share, b_share), settings)
        or _same_wire(a.profile, b.profile)
        or _credited(a.profile, b.profile)
        or _one_wire(a.profile, b.profile, passages, max(a_share, b_share) >= settings.wire_share)
        or _earlier(a.profile, b.profile, max(a_share, b_share), settings)
        or _open(a.profile, b.profile)
    )
    shares = f"shared: {a_share:.0%} of one body, {b_share:.0%} of the other"
    because = (*verdict.because, *_one_house(a.profile, b.profile), shares)
    return Lineage(a.id, b.id, verdict.relation, verdict.direction, round(a_share, 4), round(b_share, 4), because)


def _share(reading: Reading, spans: Sequence[Span]) -> float:
    own = [block.span for block in reading.profile.blocks_of(*OWN_WORDS)]
    return shared(own, spans) / max(1, covered(own))


def _only_quoted(a: Reading, b: Reading, passages: Sequence[Passage]) -> _Verdict | None:
    if all(_is_quoted(a, p.a_span) and _is_quoted(b, p.b_span) for p in passages):
        return _Verdict(Relation.NOT_ESTABLISHED, Direction.UNKNOWN, ("only a quotation is shared",))
    return None


def _versions(a: Reading, b: Reading, shares: tuple[float, float], settings: ReuseSettings) -> _Verdict | None:
    if not _outlet(a.profile) or _outlet(a.profile) != _outlet(b.profile):
        return None
    told = versions(a, b, shares, settings)
    return _Verdict(Relation.VERSION, told.direction, told.because) if told else None


def _is_quoted(reading: Reading, span: Span) -> bool:
    return shared([span], [q.outer for q in reading.annotation.quotations]) >= QUOTED * len(span)


def _credits(profile: Profile) -> dict[str, str]:
    """Whose copy a document says it carries, by folded name; a caption's credit is for its picture."""
    names = [c.name for c in profile.credits if profile.role_at(c.span.start) is not Role.CAPTION]
    shown = [outlet.name if (outlet := named(name)) else name for name in names]
    return {name_key(name): name for name in shown}


def _wires(profile: Profile) -> dict[str, str]:
    """The wires among the credits, and the document's own outlet if it is one."""
    own = {name_key(profile.outlet): profile.outlet} if profile.outlet else {}
    return {key: name for key, name in {**_credits(profile), **own}.items() if (o := named(name)) and o.kind is OutletKind.WIRE}


def _outlet(profile: Profile) -> str:
    outlet = named(profile.outlet) if profile.outlet else None
    return name_key(outlet.name if outlet else profile.outlet or "")


def _shown(profile: Profile) -> str:
    return profile.outlet or "the other"


def _same_wire(a: Profile, b: Profile) -> _Verdict | None:
    both = sorted(set(_credits(a)) & set(_wires(b)) - {_outlet(a), _outlet(b)})
    if not both:
        return None
    return _Verdict(Relation.COMMON_ORIGIN, Direction.COMMON, (f"both credit {_credits(a)[both[0]]}",))


def _credited(a: Profile, b: Profile) -> _Verdict | None:
    b_credits_a, a_credits_b = _outlet(a) in _credits(b), _outlet(b) in _credits(a)
    if _outlet(a) == _outlet(b) or b_credits_a == a_credits_b:
        return None
    if b_credits_a:
        return _Verdict(Relation.DERIVED, Direction.A_TO_B, (f"{_shown(b)} credits {_shown(a)}",))
    return _Verdict(Relation.DERIVED, Direction.B_TO_A, (f"{_shown(a)} credits {_shown(b)}",))


def _one_wire(a: Profile, b: Profile, passages: Sequence[Passage], enough: bool) -> _Verdict | None:
    wires = {**_wires(a), **_wires(b)}
    verbatim = sum(p.kind is PassageKind.VERBATIM for p in passages)
    if not wires or not verbatim or not enough or _outlet(a) in wires or _outlet(b) in wires:
        return None
    crediting = a if _wires(a) else b
    wire = wires[min(wires)]
    same = "a passage is" if verbatim == 1 else f"{verbatim} passages are"
    reason = f"{_shown(crediting)} credits {wire}, and {same} the same word for word"
    return _Verdict(Relation.COMMON_ORIGIN, Direction.COMMON, (reason, "likeliest both carry the wire's text"))


def _earlier(a: Profile, b: Profile, share: float, settings: ReuseSettings) -> _Verdict | None:
    when_a, when_b = days(a.published.date), days(b.published.date)
    if not when_a or not when_b or share < settings.copied_share:
        return None
    if when_a.before(when_b):
        reason = f"{share:.0%} of a body is shared, and one was published {a.published.date}, the other later, {b.published.date}"
        return _Verdict(Relation.DERIVED, Direction.A_TO_B, (reason,))
    if when_b.before(when_a):
        reason = f"{share:.0%} of a body is shared, and one was published {b.published.date}, the other later, {a.published.date}"
        return _Verdict(Relation.DERIVED, Direction.B_TO_A, (reason,))
    return None


def _one_house(a: Profile, b: Profile) -> tuple[str, ...]:
    if a.outlet and _outlet(a) == _outlet(b):
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
