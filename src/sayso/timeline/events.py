"""Events: the dates at which a report says that something happened, each with the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.documents import Basis, Role
from sayso.findings import Account, Event, Moment, Reading, Sentence
from sayso.identity import identify
from sayso.spans import Span

BESIDE = 30
"""Characters between a cue and the date of the saying: "alleged on its own channel on Monday"."""


def events(reading: Reading, story: str, accounts: Sequence[tuple[Account, str]]) -> Iterator[Event]:
    """One event for each body sentence of a document and each date in it; `accounts` are the document's, with their claim's id.

    A date that only tells when somebody spoke ("said on Monday") makes an event when the sentence has no other date:
    then the statement is what happened.
    """
    cues = tuple(span for a in reading.attributions for span in a.cue)
    contents = tuple(span for a in reading.attributions for span in a.content)
    for sentence, moments in _dated(reading):
        about = [m for m in moments if not _tells_when_said(m, cues, contents)]
        best: dict[str, Moment] = {}
        for moment in about or moments:
            known = best.get(moment.date)
            if known is None or (known.basis is not Basis.STATED and moment.basis is Basis.STATED):
                best[moment.date] = moment
        for date, moment in best.items():
            key = identify("e", reading.id, sentence.span, date)
            span = sentence.span.trimmed(reading.text)
            yield Event(key, story, date, moment.basis, reading.id, span, _claim(moment.span, span, accounts))


def _dated(reading: Reading) -> Iterator[tuple[Sentence, list[Moment]]]:
    """Body sentences with the moments that begin in them, where there are any."""
    moments = sorted(reading.annotation.moments, key=lambda m: m.span)
    at = 0
    for sentence in sorted(reading.annotation.sentences, key=lambda s: s.span):
        found = []
        while at < len(moments) and moments[at].span.start < sentence.span.end:
            if moments[at].span.start >= sentence.span.start:
                found.append(moments[at])
            at += 1
        if found and sentence.role is Role.BODY:
            yield sentence, found


def _tells_when_said(moment: Moment, cues: Sequence[Span], contents: Sequence[Span]) -> bool:
    """Whether a moment stands beside a cue and in nobody's words."""
    if any(content.overlaps(moment.span) for content in contents):
        return False
    return any(cue.gap(moment.span) <= BESIDE for cue in cues)


def _claim(moment: Span, sentence: Span, accounts: Sequence[tuple[Account, str]]) -> str | None:
    """The claim whose account holds the date, else one whose account lies in the sentence."""
    fitting = [
        (not account.span.contains(moment), -len(common), account.span, claim)
        for account, claim in accounts
        if (common := account.span.common(sentence))
    ]
    return min(fitting)[3] if fitting else None


def by_document(claims: Mapping[str, Sequence[Account]]) -> dict[str, list[tuple[Account, str]]]:
    """The accounts of each document with their claim's id."""
    out: dict[str, list[tuple[Account, str]]] = {}
    for claim, accounts in claims.items():
        for account in accounts:
            out.setdefault(account.document, []).append((account, claim))
    return out
