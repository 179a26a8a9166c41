"""Sentences: where the stops of a block end one, and where they only abbreviate, count or trail off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.annotate.lexicon import words_in
from sayso.documents import Block, Role
from sayso.findings import Sentence
from sayso.spans import Span

SPOKEN = (Role.HEADLINE, Role.BODY, Role.CAPTION, Role.DATELINE, Role.CREDIT, Role.BYLINE)
"""Roles of blocks whose words count; what promotes other pages or frames the page has no sentences."""

LONGEST = 2_000
"""A sentence longer than this many characters is cut at a space: the list or table it then is has no stops to go by."""

SHORT_ASIDE = 200
"""Brackets no longer than this many characters hold no end of a sentence."""

STOP = re.compile(r"[.!?…]+|[。！？।۔؟]|\n[^\S\n]*\n")
ASIDE = re.compile(rf"[(\[][^()\[\]]{{0,{SHORT_ASIDE}}}[)\]]")
CLOSING = "\"'”’»)]}"
OPENING = "\"'“‘«([{-–—•*¿¡ \t\xa0"
LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]—–]*$")
NEXT_WORD = re.compile(r"[\w'’]+(?:[-.][\w'’]+)*")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
GLUED = re.compile(r"[A-Z][a-z]|[AI]\s|[“‘\"][A-Z]")
DOMAIN = re.compile(r"https?\b|www\b|@|/", re.IGNORECASE)
TOP_LEVEL = re.compile(r"(?:Com|Org|Net|Gov|Edu|Co|Uk)\b")
NAMED_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}([a-z]+)")
CITED = re.compile(r"(?:\s?\[\d{1,3}\])+(?=\s|$)")


def sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """The sentences of all blocks that are part of the report, in order of the text, each with its block's role.

    No sentence crosses a block or is empty; together they cover all that is not white space.
    """
    return tuple(Sentence(span, block.role) for block in blocks if block.role in SPOKEN for span in _split(text, block.span))


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for end in (*_ends(text, block), block.end):
        for piece in _cut(text, start, end):
            if span := piece.trimmed(text):
                yield span
        start = end


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        limit = start + LONGEST
        space = max(text.rfind(mark, start + LONGEST // 2, limit) for mark in " \n")
        cut = space if space > 0 else limit
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _ends(text: str, block: Span) -> Iterator[int]:
    asides = [(m.start(), m.end()) for m in ASIDE.finditer(text, block.start, block.end)]
    starts = [start for start, _ in asides]
    last, quotes, counted = block.start, 0, block.start
    for stop in STOP.finditer(text, block.start, block.end):
        if stop.start() < last:
            continue
        inside = bisect_right(starts, stop.start()) - 1
        if inside >= 0 and stop.end() < asides[inside][1] and not _all_aside(text, Span(*asides[inside]), stop.end(), last):
            continue
        quotes += text.count('"', counted, stop.start())
        counted = stop.start()
        end = _with_closing_marks(text, stop.end(), block.end, quotes % 2 == 1)
        if cited := CITED.match(text, end, block.end):
            end = cited.end()
        if _ends_sentence(text, stop, end, Span(last, block.end)):
            yield end
            last = end


def _all_aside(text: str, aside: Span, stop: int, last: int) -> bool:
    """Whether a whole sentence stands in the brackets, with its own stop: "(He is junior.)" """
    return stop == aside.end - 1 and not text[last : aside.start].strip()


def _with_closing_marks(text: str, end: int, limit: int, quoting: bool) -> int:
    """Past the marks that close what the stop stands in; a straight mark closes only what one has opened."""
    while end < limit and text[end] in CLOSING:
        glued = end + 1 < limit and text[end + 1].isalnum()
        if glued and (text[end] in "'’" or (text[end] == '"' and not quoting)):
            break
        quoting = quoting and text[end] != '"'
        end += 1
    return end


def _ends_sentence(text: str, stop: re.Match[str], end: int, rest: Span) -> bool:
    mark = stop[0]
    if mark[0] not in ".!?…":
        return True
    if end >= rest.end:
        return False
    before = LAST_WORD.search(text, max(rest.start, stop.start() - 40), stop.start())
    word = before[0] if before else ""
    if not text[end].isspace():
        return _glued_sentence(text, word, end, text[end - 1] in CLOSING)
    place = end
    while place < rest.end and text[place] in OPENING + "\n\r":
        place += 1
    if place >= rest.end:
        return False
    if text[place].islower():
        return False
    if mark == ".":
        return _stop_ends(text, word, place, _begins_with(text, word, Span(rest.start, stop.start())))
    if end > stop.end() and mark[-1] in "?!…":
        speaker = NAMED_SPEAKER.match(text, place, min(rest.end, place + 80))
        return not (speaker and speaker[1] in words_in("abbreviations", "speech_verbs"))
    return True


def _begins_with(text: str, word: str, upto: Span) -> bool:
    return len(upto) < 60 and upto.of(text).strip() == word


def _glued_sentence(text: str, word: str, end: int, after_mark: bool) -> bool:
    """Crawled text loses the space between sentences; a web address or an abbreviation is no such place."""
    if DOMAIN.search(word) or not GLUED.match(text, end) or TOP_LEVEL.match(text, end):
        return False
    if word.lower() in words_in("abbreviations", "always_go_on"):
        return False
    if after_mark:
        return True
    letters = word[-3:]
    return (len(letters) > 1 and letters.isalpha() and letters[-2:].islower()) or word[-2:].isdigit()


def _stop_ends(text: str, word: str, place: int, alone: bool) -> bool:
    following = NEXT_WORD.match(text, place, place + 40)
    next_word = following[0].lower().replace("’", "'") if following else ""
    begins = next_word in words_in("abbreviations", "begin_sentences")
    folded = word.lower()
    if alone and (folded.isdigit() or len(folded) == 1):
        return False
    if folded in words_in("abbreviations", "always_go_on"):
        return False
    if folded in words_in("abbreviations", "before_figures"):
        return not text[place].isdigit()
    if len(word) == 1 and word.isalpha() and word.isupper():
        return begins and word != "I"
    if folded in words_in("abbreviations", "may_end") or INITIALS.fullmatch(word):
        return begins
    return True
