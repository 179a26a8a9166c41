"""How findings are said in a few words on a terminal."""

from __future__ import annotations

from sayso.cli.plain import plain
from sayso.documents import Basis, Document, Profile, Published, Rejected
from sayso.findings import Attribution, HandRole, Origins, OriginStatus, Unread
from sayso.spans import hull

NOT_STATED = "not stated"


def many(count: int, one: str, several: str = "") -> str:
    """ "1 report", "2 reports", "no reports"."""
    return f"{count or 'no'} {one if count == 1 else several or one + 's'}"


def outlet(profile: Profile | None, of: Document) -> str:
    """The outlet, or in brackets the file that names none."""
    return plain(profile.outlet) if profile and profile.outlet else f"({shortened(plain(of.key), 22)})"


def shortened(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def published(when: Published) -> str:
    if when.date is None:
        return NOT_STATED
    return f"{plain(when.date)} ({when.basis})" if when.basis in (Basis.INFERRED, Basis.RULED) else plain(when.date)


def saying(said: Attribution | None, of: Document, speaker: str | None) -> str:
    """Who says so, and through whom: "the harbour master alleges, via a press briefing, Coastwire"."""
    if said is None:
        return "in its own voice"
    via = through(said)
    return f"{first_hand(said, of, speaker)} {said.stance}" + (f", via {', '.join(via)}" if via else "")


def first_hand(said: Attribution, of: Document, speaker: str | None) -> str:
    """The one who says so, by the name the case has, else by the words of the report."""
    named = next((plain(h.name) for h in said.chain if h.role is HandRole.SPEAKER), "")
    return plain(speaker or "") or named or _named_in(said, of) or "someone it does not name"


def through(said: Attribution) -> list[str]:
    """The channel and the relays, in order."""
    hands = (HandRole.CHANNEL, HandRole.RELAY)
    return list(dict.fromkeys(plain(h.name) for role in hands for h in said.chain if h.role is role))


def _named_in(said: Attribution, of: Document) -> str:
    return plain(hull(said.source).of(of.text)) if said.source else ""


def rejection(of: Rejected) -> str:
    """What was rejected and why. A reason begins with the document's key; the path says it better."""
    key, _, why = of.reason.partition(": ")
    told = of.path == key or of.path.rsplit(":", 1)[0].endswith(key.split(",")[0])
    return f"Rejected: {plain(of.path)}: {plain(why if told else of.reason)}"


def unread(of: Unread) -> str:
    """Where a report was not searched for who says what, and why: "is written in German"."""
    why = " or ".join(of.because)
    return f"is {why}" if of.whole else f"has {many(len(of.paragraphs), 'paragraph')} {why}"


def origins(of: Origins) -> str:
    """How many origins are behind a claim, as far as can be shown."""
    if of.status is OriginStatus.INDEPENDENT:
        return f"{of.count} independent origins"
    return "one origin" if of.status is OriginStatus.SINGLE else "independence not established"
