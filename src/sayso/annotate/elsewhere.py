"""Names that were passed over: the words of a name read elsewhere in the document, and known names that can be nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.annotate.capitals import WORD, Capital, Word
from sayso.annotate.evidence import defined, spelled, surname_of
from sayso.annotate.gazetteer import certain, demonyms
from sayso.annotate.lexicon import listed, words_in
from sayso.findings import Name, NameType
from sayso.outlets import remembered
from sayso.spans import Span

MOST = 40
"""Names that begin with one word and are looked for: enough for all who share a given name."""


class Sought(NamedTuple):
    """A name to look for: its words, what it names, why that is so, and in how many places it was read."""

    words: str
    type: NameType
    because: str
    read: int


class Seen(NamedTuple):
    """Where a name stands that was not read there; `plain` says that its capital can only be that of a name."""

    span: Span
    sought: Sought
    plain: bool


Index = dict[str, list[Sought]]


def passed_over(text: str, words: Sequence[Word], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with those that were passed over, in order; a longer one takes the place of what was read within it.

    What stands more often than not where it was not read as a name stays unread.
    """
    seen = list(_seen(text, words, names, _of_document(text, names)))
    times = Counter(each.sought.words for each in seen if each.plain)
    taken = [each for each in seen if _enough(each.sought, times[each.sought.words])]
    within = {at for each in taken for at in range(each.span.start, each.span.end)}
    rest = [name for name in names if name.span.start not in within]
    return tuple(sorted((*rest, *(Name(s.span, s.sought.type, (s.sought.because,)) for s in taken)), key=lambda name: name.span))


def _enough(sought: Sought, passed: int) -> bool:
    """Whether a name was read often enough to be one where it was passed over; a plain word must have been read twice."""
    plain = sought.words.lower() in listed("common_words")
    return not sought.read or (2 * sought.read >= passed and (sought.read > 1 or not plain))


def _of_document(text: str, names: Sequence[Name]) -> list[Sought]:
    read = Counter(spelled(name.span.of(text)) for name in names)
    types = {spelled(name.span.of(text)): name.type for name in names}
    sought = {words: Sought(words, types[words], "named so elsewhere in the document", times) for words, times in read.items()}
    for words, times in read.items():
        surname = surname_of(words) if types[words] is NameType.PERSON else None
        if surname and types.get(surname, NameType.PERSON) is NameType.PERSON:
            sought[surname] = Sought(surname, NameType.PERSON, f"part of the name “{words}”", times + read[surname])
    for short, long in defined(text, names):
        sought[short] = Sought(short, types[long], f"short for “{long}”", read[short] + 1)
    return list(sought.values())


def _index(sought: Iterable[Sought], folded: bool = False) -> Index:
    found: defaultdict[str, list[Sought]] = defaultdict(list)
    for each in sorted(sought, key=lambda s: (-len(s.words), s.words)):
        first = WORD.search(each.words)
        if first and first.start() == 0 and len(found[first[0]]) < MOST:
            found[first[0].lower() if folded else first[0]].append(each)
    return dict(found)


@remembered
def _known(folded: bool) -> Index:
    return _index((Sought(words, kind, "a known name", 0) for words, kind in certain().items()), folded)


def _seen(text: str, words: Sequence[Word], names: Sequence[Name], sought: Sequence[Sought]) -> Iterator[Seen]:
    indexes = {False: (_index(sought), _known(False))}
    if any(word.capital is Capital.SHOUTED for word in words):
        indexes[True] = (_index(sought, folded=True), _known(True))
    starts, ends = {name.span.start for name in names}, {name.span.end for name in names}
    behind, at = 0, 0
    for i, word in enumerate(words):
        while at < len(names) and names[at].span.end <= word.start:
            at += 1
        if word.start < behind or (at < len(names) and names[at].span.start < word.start):
            continue
        loud = word.capital is Capital.SHOUTED
        found = _longest(text, word, indexes[loud])
        if found is None:
            continue
        span = Span(word.start, word.start + len(found.words))
        over = at < len(names) and names[at].span.start < span.end
        if over:
            last = at
            while last + 1 < len(names) and names[last + 1].span.start < span.end:
                last += 1
            if names[last].span.end > span.end or names[at].span == span:
                continue
        elif not _free(text, words, i, span, starts, ends):
            continue
        behind = span.end
        yield Seen(span, found, not over and word.capital in (Capital.NONE, Capital.NAME))


def _longest(text: str, word: Word, indexes: Sequence[Index]) -> Sought | None:
    """The longest name sought that stands at a word; of two as long, the document's own."""
    loud = word.capital is Capital.SHOUTED
    first = word.text.lower() if loud else word.text
    sought = [index[first] for index in indexes if first in index]
    if not sought:
        return None
    here = (each for some in sought if (each := _first(text, word.start, some, loud)))
    return max(here, key=lambda each: len(each.words), default=None)


def _first(text: str, start: int, sought: Sequence[Sought], loud: bool) -> Sought | None:
    return next((each for each in sought if _stands(text, start, each.words, loud)), None)


def _stands(text: str, start: int, words: str, loud: bool) -> bool:
    """Whether these words, and no longer ones, stand at a place: no part of an address, nor of a double name."""
    end = start + len(words)
    there = text[start:end]
    if there != words and not (loud and there.lower() == words.lower()):
        return False
    before, after, further = text[max(0, start - 1) : start], text[end : end + 1], text[end + 1 : end + 2]
    if before in ("-", "‐", "‑", "@", "#", "/", ".", "_", "&") or after.isalnum() or after in ("@", "_", "&"):
        return False
    return not (after in ("-", "‐", "‑", "/") and further.isupper()) and not (after == "." and further.isalnum())


def _free(text: str, words: Sequence[Word], i: int, span: Span, starts: set[int], ends: set[int]) -> bool:
    """Whether the capital of a word says that a name stands here, and the words beside it belong to none that holds it."""
    word = words[i]
    single = word.end >= span.end
    plain = single and word.text.lower() in listed("common_words")
    if word.capital in (Capital.OPENING, Capital.TITLE, Capital.SHOUTED) and plain:
        return False
    if single and word.text in listed("not_names") and _dates(text, words, i):
        return False
    if word.capital in (Capital.TITLE, Capital.SHOUTED):
        return True
    after = i + 1
    while after < len(words) and words[after].start < span.end:
        after += 1
    following = words[after] if after < len(words) else None
    goes_on = following and following.capital and following.start not in starts and _beside(text, span.end, following.start)
    if following and goes_on and not _office(following):
        return False
    before = words[i - 1] if i else None
    if before and before.capital is Capital.NAME and before.end not in ends and _beside(text, before.end, span.start):
        return _office(before) or before.text in listed("not_names")
    return True


def _dates(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether "May" is the month here: a word of time stands before it or a figure beside it."""
    before = words[i - 1].text.lower() if i else ""
    return before in words_in("context", "time_before") or before.isdigit() or text[words[i].end + 1 : words[i].end + 2].isdigit()


def _beside(text: str, end: int, start: int) -> bool:
    return text[end:start] in (" ", "\xa0", ". ", " & ")


def _office(word: Word) -> bool:
    low = word.text.lower()
    return low in words_in("roles", "heads") or low in words_in("roles", "courtesy") or word.text in demonyms()
