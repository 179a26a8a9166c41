"""What a story comes to, in one line of words, with the counts that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.findings import Claim, Difference, OriginStatus
from sayso.web import wording
from sayso.web.contexts.shelf import Source


@dataclass(frozen=True, slots=True)
class Counts:
    """`origins` is the most that is shown for any claim which two or more reports give; 0 when there is no such claim."""

    reports: int
    outlets: int
    origins: int
    differences: int
    matter: int


@dataclass(frozen=True, slots=True)
class Finding:
    """The one line, its counts, and why it says so."""

    line: str
    counts: Counts
    because: tuple[str, ...]


def shared(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims that two or more reports give."""
    return tuple(c for c in claims if len({a.document for a in c.accounts}) > 1)


def finding(sources: Sequence[Source], claims: Sequence[Claim], differences: Sequence[Difference]) -> Finding:
    common = shared(claims)
    counts = Counts(
        reports=len(sources),
        outlets=len(outlets(sources)),
        origins=max((c.origins.count for c in common), default=0),
        differences=len(differences),
        matter=sum(d.verdict in wording.MATTERS for d in differences),
    )
    parts = (wording.count(counts.reports, "report"), _origins(counts, common), *wording.differences(differences))
    return Finding(", ".join(filter(None, parts)), counts, _because(counts, sources, common, claims))


def outlets(sources: Sequence[Source]) -> tuple[str, ...]:
    """The outlets that are named, each once, in order of the reports."""
    return tuple(dict.fromkeys(s.outlet for s in sources if s.named))


def _origins(counts: Counts, common: Sequence[Claim]) -> str:
    """How many of the claims that reports share go back to how many origins: a reporter must see at once what is not shown."""
    if counts.reports < 2:
        return ""
    if not common:
        return "no claim in common"
    found = Counter(claim.origins.status for claim in common)
    kinds = [f"{found[status]} {words}" for status, words in wording.ORIGIN_STATUS.items() if found[status]]
    return f"{wording.count(len(common), 'shared claim')} ({', '.join(kinds)})"


def _because(counts: Counts, sources: Sequence[Source], common: Sequence[Claim], claims: Sequence[Claim]) -> tuple[str, ...]:
    unnamed = sum(not s.named for s in sources)
    lines = [
        f"{wording.count(counts.reports, 'report')} from {wording.count(counts.outlets, 'named outlet')}"
        + (f"; {unnamed} of them {'does' if unnamed == 1 else 'do'} not say whose" if unnamed else ""),
        f"{wording.count(len(claims), 'claim')}, of which {len(common)} in two or more reports",
    ]
    if common:
        lines.append(f"the most origins shown for any of these is {counts.origins}")
    open_ones = sum(c.origins.status is OriginStatus.NOT_ESTABLISHED for c in common)
    if open_ones:
        lines.append(f"for {open_ones} of these independence is not established; what is not shown counts as none")
    return tuple(lines)
