"""What numbers, dates and findings are called on a page: plain words of the trade, and never a verdict on the truth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.documents import Basis, Role
from sayso.findings import (
    Commitment,
    Difference,
    DifferenceKind,
    Direction,
    HandRole,
    Origins,
    OriginStatus,
    PassageKind,
    Stance,
    Unread,
    Verdict,
)

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
EDTF_DAY = re.compile(r"(-?\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T([\d:]{2,8})(?:Z|[+-][\d:]+)?)?([~?%]?)")
QUALIFIED = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}

OWN_VOICE = "in its own voice"

SIGNS = {
    Stance.STATES: "states",
    Stance.ALLEGES: "alleges",
    Stance.REVEALS: "reveals",
    Stance.CONFIRMS: "confirms",
    Stance.DENIES: "denies",
    Stance.DECLINES: "no-answer",
    Stance.NO_RESPONSE: "no-answer",
}
"""The sign of a stance, by name; every other stance shares the sign `other`. A sign never stands without its word."""

COMMITMENTS = {
    Commitment.REPORTS: "",
    Commitment.OPEN: "the outlet leaves it open",
    Commitment.FACT: "the outlet takes it for fact",
    Commitment.DOUBT: "the outlet casts doubt",
}
"""What the outlet makes of what it reports; that it only reports it is said where it is asked how this was found."""

ROLES = {
    Role.HEADLINE: "headline",
    Role.DATELINE: "dateline",
    Role.BYLINE: "byline",
    Role.BODY: "",
    Role.CAPTION: "caption",
    Role.CREDIT: "credit",
    Role.PROMO: "promotion",
    Role.CHROME: "page furniture",
}

HANDS = {
    HandRole.SPEAKER: "speaker",
    HandRole.CHANNEL: "channel",
    HandRole.RELAY: "relayed by",
    HandRole.OUTLET: "outlet",
}

KINDS = {
    DifferenceKind.NUMBER: ("number", "numbers"),
    DifferenceKind.DATE: ("date", "dates"),
    DifferenceKind.NAME: ("name", "names"),
    DifferenceKind.PLACE: ("place", "places"),
    DifferenceKind.NEGATION: ("negation", "negations"),
    DifferenceKind.STANCE: ("stance", "stances"),
    DifferenceKind.QUOTE: ("quotation", "quotations"),
    DifferenceKind.HEDGE: ("hedge", "hedges"),
    DifferenceKind.ATTRIBUTION: ("attribution", "attributions"),
}

VERDICTS = (Verdict.CONFLICT, Verdict.ALTERED, Verdict.LOST, Verdict.CHANGED, Verdict.COMPATIBLE)
"""The order in which differences are shown: what a reporter must look at comes first."""

MATTERS = frozenset(VERDICTS) - {Verdict.COMPATIBLE}

STAGES = {
    "read": "reading",
    "rule": "what people ruled",
    "clean": "telling reports from what is around them",
    "annotate": "names, numbers and dates",
    "attribute": "who says what",
    "reuse": "who repeats whom",
    "stories": "which reports are about one event",
    "collate": "claims, differences and origins",
    "timeline": "what happened when",
    "settle": "how decisions stand",
}

PASSAGES = {PassageKind.VERBATIM: "word for word", PassageKind.REWORDED: "reworded"}

TAKEN = {
    Direction.A_TO_B: "{b} took from {a}",
    Direction.B_TO_A: "{a} took from {b}",
    Direction.COMMON: "both took from a common origin",
    Direction.UNKNOWN: "who took from whom is not established",
}

VERSIONS = {
    Direction.A_TO_B: "two versions of one report, {b} the later",
    Direction.B_TO_A: "two versions of one report, {a} the later",
    Direction.COMMON: "two versions of one report",
    Direction.UNKNOWN: "two versions of one report; which came first is not established",
}


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 report", "3 reports", "1,204 reports". """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def not_read(of: Unread) -> str:
    """Where a report was not searched for names and for who says what, and why."""
    why = listed(of.because)
    if of.whole:
        return f"Names, and who says what: the report is {why}"
    count = len(of.paragraphs)
    return f"Names, and who says what, in {'1 paragraph' if count == 1 else f'{count} paragraphs'} of it, {why}"


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """ "a", "a and b", "a, b and c". """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {joint} {parts[-1]}" if parts else ""


def date(edtf: str | None) -> str:
    """An EDTF date as it is read out: "8 January 2024", "about March 2018", "2015 to 2017"; else as it is."""
    if not edtf:
        return "date not known"
    if edtf.count("/") == 1:
        start, end = edtf.split("/")
        open_ended = {"": "unknown", "..": "open"}
        return f"{open_ended.get(start) or date(start)} to {open_ended.get(end) or date(end)}"
    match = EDTF_DAY.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day, clock, qualifier = match.groups()
    known_month = month and month != "XX" and 1 <= int(month) <= 12
    parts = [str(int(day))] if known_month and day and day != "XX" else []
    parts += [MONTHS[int(month) - 1]] if known_month else []
    words = " ".join([*parts, year]) + (f", {clock[:5]}" if clock else "")
    return QUALIFIED.get(qualifier, "{}").format(words)


def basis(known: Basis) -> str:
    """How a date is known, to stand behind it."""
    words = {Basis.STATED: "stated", Basis.INFERRED: "inferred", Basis.RULED: "as a person ruled", Basis.UNKNOWN: "not stated"}
    return words[known]


def sign(stance: Stance) -> str:
    return SIGNS.get(stance, "other")


def difference(kind: DifferenceKind, verdict: Verdict, number: int = 1) -> str:
    """What so many such differences are called: "altered quotation", "conflicts on numbers", "compatible number difference"."""
    thing = KINDS[kind][0 if number == 1 else 1]
    plural = "s" if number != 1 else ""
    if verdict is Verdict.CONFLICT:
        article = "" if number != 1 else "an " if thing[0] in "aeiou" else "a "
        return f"conflict{plural} on {article}{thing}"
    if verdict in (Verdict.ALTERED, Verdict.LOST):
        return f"{verdict} {thing}"
    if verdict is Verdict.CHANGED:
        return f"{thing} changed over time"
    return f"compatible {KINDS[kind][0]} difference{plural}"


def differences(found: Sequence[Difference]) -> tuple[str, ...]:
    """Counts by kind and verdict in the order of weight: "1 conflict on a number", "2 altered quotations"."""
    tally: dict[tuple[Verdict, DifferenceKind], int] = {}
    for one in found:
        tally[one.verdict, one.kind] = tally.get((one.verdict, one.kind), 0) + 1
    kinds = list(DifferenceKind)
    order = sorted(tally, key=lambda pair: (VERDICTS.index(pair[0]), kinds.index(pair[1])))
    return tuple(f"{tally[v, k]} {difference(k, v, tally[v, k])}" for v, k in order)


ORIGIN_STATUS = {
    OriginStatus.SINGLE: "of one origin",
    OriginStatus.INDEPENDENT: "of independent origins",
    OriginStatus.NOT_ESTABLISHED: "not established",
}
"""What is shown of the origins of a claim, after a number of claims."""


def origins(found: Origins) -> str:
    """How many origins a claim is shown to have, in words."""
    if found.status is OriginStatus.INDEPENDENT:
        return f"{found.count} independent origins"
    if found.status is OriginStatus.SINGLE:
        return "1 origin"
    return f"{count(found.count, 'origin')} shown, independence not established"


def silence(outlets: Sequence[str], alone: bool, silent: int, unread: int) -> str:
    """Who gives a claim alone, how many outlets of the story say nothing of it, and in how many nobody looked everywhere."""
    first = ""
    if alone and silent + unread:
        first = f"stands in {outlets[0]} alone" if len(outlets) == 1 else f"stands in the same words in {listed(outlets)}"
    others = count(silent, "other outlet" if first else "outlet")
    nothing = f"{others} {'says' if silent == 1 else 'say'} nothing of it" if silent else ""
    parts = [first, nothing, f"{count(unread, 'outlet')} not read in full" if unread else ""]
    return "; ".join(filter(None, parts))


def short(words: str, most: int) -> str:
    """At most so many characters, cut between words, with an ellipsis where something was left out."""
    if len(words) <= most:
        return words
    kept = words[: most - 1]
    return (kept[: kept.rfind(" ")] if " " in kept[most // 2 :] else kept).rstrip() + "…"


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
