"""What an account tells of the hand it came from: its speaker, the hands between, the words it quotes, and whether it vouches."""

from __future__ import annotations

import re

from sayso.collate.offices import is_unnamed
from sayso.collate.shared import words_in_common
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words, terms
from sayso.findings import HandRole, Stance
from sayso.folding import Word, words

QUOTED_WORDS = 5
"""Words in one run between quotation marks that two people do not choose alike by chance."""

SAME_MATTER, SAME_TERMS = 0.3, 2
"""The part of the shorter account's terms, and how many, that two accounts must share before they can bear each other out."""

PAPER = re.compile(
    r"\b(?:statement|letter|report|post|tweet|filing|document|e-?mail|memo|article|survey|study|poll)s?$",
    re.IGNORECASE,
)
"""What speaks for whoever wrote it, which a report may leave open."""

OF_OWN_KNOWLEDGE = (Stance.STATES, Stance.ALLEGES, Stance.REVEALS, Stance.CONFIRMS)
"""Stances in which a speaker vouches for a thing; to deny, believe, warn or urge is not to have seen it."""


def quoted_run(a: Told, b: Told) -> int:
    """How many words in one run both have between quotation marks."""
    return max((words_in_common(ours, theirs)[1] for ours in _quoted(a) for theirs in _quoted(b)), default=0)


def _quoted(account: Told) -> list[tuple[Word, ...]]:
    spans = [common for span in account.quoted if (common := span.common(account.span))]
    return [said for span in spans if len(said := sentence_words(account.reading.text, span)) >= QUOTED_WORDS]


def quotes_from(a: Told, b: Told) -> int:
    """How many words in one run that one has between quotation marks the other has too, with or without them."""
    return max((words_in_common(said, b.words)[1] for said in _quoted(a)), default=0)


def of_one_matter(a: Told, b: Told) -> bool:
    """Whether two accounts say enough of the same thing for both to bear it out: what was put together in doubt shows nothing."""
    both = len(a.terms & b.terms)
    return both >= SAME_TERMS and both >= SAME_MATTER * min(len(a.terms), len(b.terms))


def vouches(account: Told) -> bool:
    """Whether a speaker says it of own knowledge, with no other hand between, and not only through a paper that goes unsigned."""
    if account.attribution is None or relays_of(account) or PAPER.search(source_of(account)):
        return False
    return account.account.stance in OF_OWN_KNOWLEDGE


def speaker_of(account: Told) -> str | None:
    return account.attribution.speaker if account.attribution else None


def speaker_name(account: Told) -> str | None:
    chain = account.attribution.chain if account.attribution else ()
    return next((hand.name for hand in chain if hand.role is HandRole.SPEAKER), None)


def tells_nobody(account: Told) -> bool:
    """Whether its report does not say whose words they are, but for a pronoun that was not made out."""
    return speaker_of(account) is None and not terms(words(source_of(account)))


def is_name(speaker: str | None) -> bool:
    """Whether it names somebody: "he", "They" and "the officials" may be others in another report."""
    said = words(speaker or "")
    return not is_unnamed(speaker or "") and any(
        w.span.of(speaker or "")[0].isupper() and w.text not in lists().small for w in said
    )


def relays_of(account: Told) -> tuple[str, ...]:
    return tuple(h.name for h in account.attribution.chain if h.role is HandRole.RELAY) if account.attribution else ()


def source_of(account: Told) -> str:
    spans = account.attribution.source if account.attribution else ()
    return " ; ".join(span.of(account.reading.text) for span in spans)


def alone(account: Told) -> tuple[str, ...]:
    if account.attribution is None:
        return (f"{account.account.outlet or 'the report'} says it in its own voice",)
    name = speaker_name(account) or source_of(account)
    if not name:
        return ("given as the words of a source that is not named",)
    return (f"given as the words of {name}" if is_name(name) else f"given as the words of “{name}”, not named further",)
