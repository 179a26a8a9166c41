"""How findings are said in a few words on a terminal."""

from __future__ import annotations

from sayso.cli.plain import plain
from sayso.documents import Basis, Document, Profile, Published
from sayso.findings import Attribution, HandRole, Origins, OriginStatus
from sayso.spans import hull

NOT_STATED = "not stated"


def many(count: int, one: str, several: str = "") -> str:
    """ "1 report", "2 reports", "no reports"."""
    return f"{count or 'no'} {one if count == 1 else several or one + 's'}"


def outlet(profile: Profile | None, of: Document) -> str:
    """The outlet, or the file that says none."""
    return plain(profile.outlet) if profile and profile.outlet else f"({plain(of.key)})"


def published(when: Published) -> str:
    if when.date is None:
        return NOT_STATED
    return f"{plain(when.date)} (inferred)" if when.basis is Basis.INFERRED else plain(when.date)


def source(said: Attribution | None, of: Document, speaker: str | None) -> str:
    """Who says so, and through whom: "Ministry of State Security, via WeChat, The Times"."""
    if said is None:
        return "in its own voice"
    hands = {role: [plain(h.name) for h in said.chain if h.role is role] for role in HandRole}
    first = speaker or next(iter(hands[HandRole.SPEAKER]), "") or _named_in(said, of) or "someone it does not name"
    via = [*hands[HandRole.CHANNEL], *hands[HandRole.RELAY]]
    return plain(first) + (f", via {', '.join(via)}" if via else "")


def _named_in(said: Attribution, of: Document) -> str:
    return plain(hull(said.source).of(of.text)) if said.source else ""


def origins(of: Origins) -> str:
    """How many origins are behind a claim, as far as can be shown."""
    if of.status is OriginStatus.INDEPENDENT:
        return f"{of.count} independent origins"
    return "one origin" if of.status is OriginStatus.SINGLE else "independence not established"
