"""Names that part: sentences worded alike in which somebody, or some place, is another, or is spelled in another way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.countries import countries_in
from sayso.collate.differences.laid import Laid, Parting, Slot, alike, side, slots
from sayso.collate.places import one_holds_other
from sayso.collate.spellings import two_spellings
from sayso.collate.told import Told
from sayso.collate.wording import lists, stem
from sayso.findings import DifferenceKind, Name, NameType, Verdict
from sayso.folding import Word, words
from sayso.spans import hull

MOST_WORDS = 4
"""Longer parting words are rewording, not another name."""

THE_REST = 0.9
"""The part of the words beside two names that must be the same before names of two kinds stand in one place."""

FEWEST = 4
"""Words that must be the same beside the only two names in which short sentences part."""

TITLE_CASE = 0.6
"""The part of a sentence's words with a capital from which capitals tell no names, as in a headline."""

WHERE = ("at", "in", "near", "outside", "inside", "from", "to")
"""Words before a place; what stands there in two accounts is two places, whatever kinds of names they are."""

ARTICLES = ("the", "a", "an")


def names(laid: Laid) -> Iterator[Parting]:
    """One name on each side in the same place of two sentences worded alike, where the names cannot mean the same, or are two
    spellings of one.
    """
    for slot in _slots(laid):
        ours, theirs = _name_in(laid.a, slot.a), _name_in(laid.b, slot.b)
        if ours is None or theirs is None:
            continue
        sides = (side(laid.a, ours.span), side(laid.b, theirs.span))
        why = "the words around both names are the same"
        if _are_two_spellings(ours, theirs, laid):
            yield Parting(DifferenceKind.NAME, Verdict.COMPATIBLE, sides, ("two spellings of one name", why))
            continue
        kind = None if _may_be_one(ours, theirs, slot, laid) else _kind(ours, theirs, slot, laid)
        if kind is not None:
            yield Parting(kind, Verdict.CONFLICT, sides, (why,))


def _slots(laid: Laid) -> Iterator[Slot]:
    """The slots that may hold names: of sentences worded alike, with persons' names taken whole, and of short ones that part in one
    slot only.
    """
    if laid.is_close:
        found = [s for s in laid.outside_quotations if s.a and s.b]
        yield from (s for s in found if _is_short(s))
        yield from (s for s in _between_persons(laid) if not any(_touch(s, x) for x in found))
        return
    found = list(slots(laid.a.sentence_words, laid.b.sentence_words))
    if len(found) == 1 and _is_short(found[0]) and len(laid.a.sentence_words) - len(found[0].a) >= FEWEST:
        yield found[0]


def _is_short(slot: Slot) -> bool:
    return 0 < len(slot.a) <= MOST_WORDS and 0 < len(slot.b) <= MOST_WORDS


def _touch(slot: Slot, other: Slot) -> bool:
    return bool({w.span for w in slot.a} & {w.span for w in other.a} or {w.span for w in slot.b} & {w.span for w in other.b})


def _between_persons(laid: Laid) -> Iterator[Slot]:
    """Slots of the words with the names of persons each as one word: so "Ivo Marsh" and "Marsh Lind" do not share the "Marsh"."""
    ours, theirs = _with_persons(laid.a, laid.a_words), _with_persons(laid.b, laid.b_words)
    for slot in slots(ours, theirs):
        if len(slot.a) == len(slot.b) == 1 and " " in slot.a[0].text and " " in slot.b[0].text:
            yield slot


def _with_persons(told: Told, said: Sequence[Word]) -> tuple[Word, ...]:
    out: list[Word] = []
    persons = [n.span for n in told.sentence_names if n.type is NameType.PERSON]
    for word in said:
        whole = next((span for span in persons if span.contains(word.span)), None)
        if whole is not None and out and whole.overlaps(out[-1].span):
            out[-1] = Word(f"{out[-1].text} {word.text}", out[-1].span.hull(word.span))
        else:
            out.append(word)
    return tuple(out)


def _kind(a: Name, b: Name, slot: Slot, laid: Laid) -> DifferenceKind | None:
    """A place where one is to be expected, a name where both are of one type, or where all else in the sentences is the same."""
    before = laid.a_words[slot.a_at - 1].text if slot.a_at and laid.is_close else ""
    if a.type is b.type is NameType.PLACE or (before in WHERE and NameType.PERSON not in (a.type, b.type)):
        return DifferenceKind.PLACE
    if a.type is b.type and a.type is not NameType.OTHER:
        return DifferenceKind.NAME
    if {a.type, b.type} == {NameType.OTHER} or not (_is_all(a, slot.a) and _is_all(b, slot.b)) or _speaks_for_other(a, b, laid):
        return None
    return DifferenceKind.NAME if _rest_is_same(slot, laid) else None


def _is_all(name: Name, said: Sequence[Word]) -> bool:
    """Whether nothing but titles and articles parts beside a name: "in Sorn" stands in no place where "the Agency" could."""
    return all(name.span.overlaps(w.span) or w.text in lists().titles or w.text in ARTICLES for w in said)


def _speaks_for_other(a: Name, b: Name, laid: Laid) -> bool:
    """Whether both are who says it and one is a bare word, known from before: "Kestrel said" may be "the Agency said"."""
    both_say = all(_is_source(told, name) for told, name in ((laid.a, a), (laid.b, b)))
    return both_say and any(len(words(n.span.of(t.reading.text))) == 1 for t, n in ((laid.a, a), (laid.b, b)))


def _is_source(told: Told, name: Name) -> bool:
    return told.attribution is not None and any(source.contains(name.span) for source in told.attribution.source)


def _rest_is_same(slot: Slot, laid: Laid) -> bool:
    ours, theirs = laid.a.sentence_words, laid.b.sentence_words
    return alike([w for w in ours if w not in slot.a], [w for w in theirs if w not in slot.b]) >= THE_REST


def _name_in(told: Told, said: Sequence[Word]) -> Name | None:
    """The only name among the slot's words, beside which are only titles and plain nouns ("the Sorn shipyard"); else the words
    themselves where all have a capital that tells something, as a name that was not recognised.
    """
    span = hull(w.span for w in said)
    found = [n for n in told.sentence_names if n.span.overlaps(span)]
    if len(found) == 1:
        beside = [w for w in said if not found[0].span.contains(w.span) and w.text not in lists().titles]
        if all(w.span.of(told.reading.text)[:1].islower() for w in beside):
            return found[0]
    if _has_capitals(told, said):
        types = {n.type for n in found}
        return Name(span, types.pop() if len(types) == 1 else NameType.OTHER)
    return None


def _has_capitals(told: Told, said: Sequence[Word]) -> bool:
    text = told.reading.text
    if any(not w.span.of(text)[:1].isupper() for w in said) or said[0].span.start == told.place.start:
        return False
    letters = [w for w in told.sentence_words if w.text.isalpha()]
    return sum(w.span.of(text)[:1].isupper() for w in letters) < TITLE_CASE * len(letters)


def _are_two_spellings(a: Name, b: Name, laid: Laid) -> bool:
    """Whether the names sound alike and no report knows both, as those of two."""
    ours, theirs = a.span.of(laid.a.reading.text), b.span.of(laid.b.reading.text)
    if not two_spellings(ours, theirs):
        return False
    return not (_says(laid.a, theirs) or _says(laid.b, ours)) or bool(laid.a.named.within(a.span) & laid.b.named.within(b.span))


def _says(told: Told, name: str) -> bool:
    return name in told.reading.text


def _may_be_one(a: Name, b: Name, slot: Slot, laid: Laid) -> bool:
    """A shared word, an acronym, one country, one party, or a place in another make two names one."""
    ours, theirs = a.span.of(laid.a.reading.text), b.span.of(laid.b.reading.text)
    said_a, said_b = (_parting_words(name, said) for name, said in ((a, slot.a), (b, slot.b)))
    whole_a, whole_b = ([w.text for w in words(name)] for name in (ours, theirs))
    if not {NameType.PERSON} & {a.type, b.type} and {stem(w) for w in said_a} & {stem(w) for w in said_b}:
        return True
    if whole_a[-1:] == whole_b[-1:] and {a.type, b.type} == {NameType.PERSON}:
        return True
    if set(whole_a) <= set(whole_b) or set(whole_b) <= set(whole_a) or countries_in(ours) & countries_in(theirs):
        return True
    if _initials(whole_a) == "".join(whole_b) or _initials(whole_b) == "".join(whole_a):
        return True
    if NameType.PERSON not in (a.type, b.type) and one_holds_other(ours, theirs, (laid.a.reading.text, laid.b.reading.text)):
        return True
    return bool(laid.a.named.within(a.span) & laid.b.named.within(b.span))


def _parting_words(name: Name, said: Sequence[Word]) -> list[str]:
    """The words of a name that stand in the slot: those beside it are the same on both sides anyway."""
    return [w.text for w in said if name.span.overlaps(w.span)]


def _initials(said: list[str]) -> str:
    return "".join(w[0] for w in said if w not in lists().small)
