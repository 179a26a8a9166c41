"""Datelines: "LONDON (Reuters) -", "BEIJING, Jan. 8 (Xinhua) --", alone on a line or leading a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.clean.draft import SENTENCE_LEAST, Draft, cut
from sayso.clean.names import UPPER
from sayso.clean.words import either, words
from sayso.documents import Role
from sayso.outlets import named
from sayso.spans import Span

LONGEST = 160
TOP = 12
FIRST = 6
"""Blocks from the start among which a paragraph may begin with a place alone; behind them only where that one does, too."""
LABEL = 40
PLACE = rf"(?:[{UPPER}][\w.’'-]*(?:[ /][{UPPER}][\w.’'-]*){{0,4}})(?:, ?[{UPPER}][\w.’' -]{{1,30}}?)?"
DATE = r"(?:[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,10}\.?)(?:,? \d{4})?"
DAY = rf"(?:, ?(?P<date>{DATE}))?"
DASH = r"[-–—―]{1,2}"
AGENCY = r"[(/](?P<agency>[A-Z][\w .’'/&-]{1,40}|dpa|ots|epd)[)/]"
WITH_AGENCY = re.compile(
    rf"(?:(?P<place>{PLACE}){DAY}[.,]?\s*|(?P<day>{DATE})\s+)?{AGENCY}\s*(?P<dash>{DASH}|:|\.)?(?=\s|$|[\"“‘'{UPPER}])"
)
SHOUTED = rf"(?:[{UPPER}]{{2}}|ST\. [{UPPER}])[{UPPER}.’'/-]*(?: [{UPPER}][{UPPER}.’'/-]+){{0,3}}"
STATE = rf"(?:, ?[{UPPER}][\w.’' -]{{1,30}}?)?"
ALONE = re.compile(rf"{SHOUTED}{STATE}{DAY}\s*{DASH}$")
HEAD = re.compile(rf"{SHOUTED}{STATE}{DAY}(?: ?[–—―]| ?--| -) ?(?=[\"“‘'{UPPER}\d])")
HEAD_IN_LOWER_CASE = re.compile(rf"[{UPPER}][\w.’'-]*(?:[ /][{UPPER}][\w.’'-]*){{0,2}} [-–—―] (?=[\"„“»{UPPER}])")
"""Without an agency and not in capitals: as papers write it that are not in English, where it may be anybody's name."""
PLACE_STOPPED = re.compile(rf"[{UPPER}][\w’-]*(?:[ /][{UPPER}][\w’-]*){{0,2}}(?: \([\w/]{{2,12}}\))?\.")
NO_PLACE = re.compile(either(words("datelines", "not_places")))


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and for whom a report was written: the span of the whole, of the agency's name, and the words of its date."""

    span: Span
    agency: Span | None
    date: str | None


def dateline(draft: Draft) -> Dateline | None:
    """The dateline with an agency's name that a block is or begins with, or None."""
    match = WITH_AGENCY.match(draft.words[:LONGEST])
    if match is None or not _an_agency(match, draft.words[match.end() :].lstrip()):
        return None
    at = draft.span.start
    start, end = match.span("agency")
    return Dateline(Span(at, at + match.end()), Span(at + start, at + end), match["date"] or match["day"])


def _an_agency(match: re.Match[str], rest: str) -> bool:
    """No party behind a politician ("A. Brook (R-Ohio) said"), no abbreviation behind what it stands for, no note in brackets."""
    if match["place"] and named(match["place"]):
        return False
    if named(match["agency"]):
        return bool(match["dash"]) or not rest[:1].islower()
    return bool(match["place"] or match["day"]) and bool(match["dash"] or not rest) and not rest[:1].islower()


def mark(drafts: list[Draft], language: str | None) -> None:
    """Gives DATELINE to lines that are nothing but one."""
    told = 0
    for place, draft in enumerate(drafts[:TOP]):
        if draft.role is None and len(draft.words) <= LONGEST:
            found = dateline(draft)
            after = drafts[place + 1] if place + 1 < len(drafts) else None
            if found and len(found.span) == len(draft.span):
                draft.give(Role.DATELINE, "says where and for whom it was written")
            elif after and after.sentence_like and _only_a_place(draft.words, after.words):
                draft.give(Role.DATELINE, "says where it was written")
            elif after and after.sentence_like and told <= 1 and not _english(language) and PLACE_STOPPED.fullmatch(draft.words):
                draft.give(Role.DATELINE, "a name with a stop before the first paragraphs: where it was written")
        told += draft.role is None


def _english(language: str | None) -> bool:
    """True also where nothing is declared."""
    return not language or language.lower().startswith("en")


def _only_a_place(line: str, after: str) -> bool:
    """A place with a dash behind it, or the place with which the paragraph behind it begins."""
    return bool(ALONE.match(line)) or (line.isupper() and len(line) <= LABEL and after.startswith((f"{line} (", f"{line}, ")))


def cut_heads(drafts: list[Draft], text: str, language: str | None) -> list[Draft]:
    """The drafts, with the dateline that leads a paragraph as a block of its own."""
    found: list[Draft] = []
    opened = False
    for place, draft in enumerate(drafts):
        led = draft.role is None and (draft.sentence_like or (draft.words[-1] == ":" and len(draft.words) >= SENTENCE_LEAST))
        end = _head(draft, _english(language), opened or place < FIRST) if led else None
        if end is None:
            found.append(draft)
            continue
        opened = True
        found.extend(_parted(draft, text, end))
    return found


def _head(draft: Draft, english: bool, early: bool) -> int | None:
    """Where the dateline ends that the paragraph begins with."""
    if agency := dateline(draft):
        return agency.span.end
    if not early:
        return None
    match = HEAD.match(draft.words) or (None if english else HEAD_IN_LOWER_CASE.match(draft.words))
    return None if match is None or NO_PLACE.search(match[0]) else draft.span.start + match.end()


def _parted(draft: Draft, text: str, end: int) -> Iterator[Draft]:
    pieces = cut(draft, text, [end])
    pieces[0].give(Role.DATELINE, "says where, or for whom, the paragraph behind it was written")
    yield from pieces
