"""Names that part: sentences worded alike in which somebody, or some place, is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.countries import countries_in
from sayso.collate.differences.laid import Laid, Parting, side
from sayso.collate.told import Told
from sayso.collate.wording import lists, stem
from sayso.findings import DifferenceKind, Name, NameType, Verdict
from sayso.folding import Word, words
from sayso.spans import hull

MOST_WORDS = 4
"""Longer parting words are rewording, not another name."""


WHERE = ("at", "in", "near", "outside", "inside", "from", "to")
"""Words before a place; what stands there in two accounts is two places, whatever kinds of names they are."""


def names(laid: Laid) -> Iterator[Parting]:
    """One name on each side in the same place of two sentences worded alike, where the names cannot mean the same."""
    for slot in laid.outside_quotations:
        if not (0 < len(slot.a) <= MOST_WORDS and 0 < len(slot.b) <= MOST_WORDS):
            continue
        ours, theirs = _name_in(laid.a, slot.a), _name_in(laid.b, slot.b)
        if ours is None or theirs is None or _may_be_one(ours, theirs, laid):
            continue
        kind = _kind(ours, theirs, laid.a_words[slot.a_at - 1].text if slot.a_at else "")
        if kind is not None:
            sides = (side(laid.a, ours.span), side(laid.b, theirs.span))
            yield Parting(kind, Verdict.CONFLICT, sides, ("the words around both names are the same",))


def _kind(a: Name, b: Name, before: str) -> DifferenceKind | None:
    """A place where a place is to be expected, a name where both are of one type, else nothing: a person is no ministry."""
    if a.type is b.type is NameType.PLACE or (before in WHERE and NameType.PERSON not in (a.type, b.type)):
        return DifferenceKind.PLACE
    return DifferenceKind.NAME if a.type is b.type and a.type is not NameType.OTHER else None


def _name_in(told: Told, said: Sequence[Word]) -> Name | None:
    """The only name among the slot's words, beside which are only titles and plain nouns ("the Sorn shipyard")."""
    span = hull(w.span for w in said)
    found = [n for n in told.sentence_names if n.span.overlaps(span)]
    if len(found) != 1:
        return None
    beside = [w for w in said if not found[0].span.contains(w.span) and w.text not in lists().titles]
    return found[0] if all(w.span.of(told.reading.text)[:1].islower() for w in beside) else None


def _may_be_one(a: Name, b: Name, laid: Laid) -> bool:
    """A shared word, an acronym, one country or one party make two names one."""
    ours, theirs = a.span.of(laid.a.reading.text), b.span.of(laid.b.reading.text)
    said_a, said_b = ([w.text for w in words(name)] for name in (ours, theirs))
    if {stem(w) for w in said_a} & {stem(w) for w in said_b} and a.type is not NameType.PERSON:
        return True
    if said_a[-1:] == said_b[-1:] or countries_in(ours) & countries_in(theirs):
        return True
    if _initials(said_a) == "".join(said_b) or _initials(said_b) == "".join(said_a):
        return True
    return bool(laid.a.named.within(a.span) & laid.b.named.within(b.span))


def _initials(said: list[str]) -> str:
    return "".join(w[0] for w in said if w not in lists().small)
