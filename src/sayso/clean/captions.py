"""Words of pictures: captions, photo credits, and captions that a page ran into the paragraph before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from sayso.clean.draft import Draft, cut
from sayso.clean.words import either, words
from sayso.documents import Role

LONGEST = 500
LAST = 160
"""Characters at the end of a line within which a photo credit is looked for."""
SHORT = 120
"""Characters of a sentence that, alone before a photo credit, is the caption that goes with it."""
INNER_STOP = re.compile(r"[.!?][\"'”’)]* \S")
REPEATED = 0.8
"""The share of a sentence's words that another paragraph must have for the one to repeat the other."""
MOST_ALIKE = 20
"""Paragraphs with the same first words that are compared; a text that repeats itself for ever costs no more."""
AGENCY = either(words("captions", "agencies"))
CREDIT_END = re.compile(either(ending.replace("{agency}", AGENCY) for ending in words("captions", "endings")))
HINTS = words("captions", "hints")
GLUED = re.compile(r"(?<=[.!?”\"’')] )" + either(words("captions", "openings")) + " ?")
INSIDE = re.compile(either(words("captions", "inside")), re.IGNORECASE)
ALONE = re.compile(r"(?=.{5,60}$)[^\W\d_][\w.’&-]*(?: [\w.’&-]+){0,4} ?/ ?[^\W\d_][\w.’&-]*(?: [\w.’&-]+){0,4}")
AGAIN = 2
"""How often a line must be given to be the credit of pictures rather than a label of the page."""
IN_GALLERY = re.compile(r"\b[Hh]ide [Cc]aption (\d+) of (\d+)\b")
OPENS_GALLERY = re.compile(r"(?:^|(?<=[.!?\"”] ))(?:Photos|Video|Images): ")
GALLERY = re.compile(r"(?:Photos|Video|Images): .*\b(?:[Hh]ide [Cc]aption|\d+ of \d+)(?: \d+ of \d+)?$", re.DOTALL)
BEFORE_TITLE = re.compile(
    rf"(?P<caption>.{{20,250}}? \| (?:[\w .’'/-]{{0,30}})?{AGENCY}(?: [Pp]hotos?)?) (?P<title>\S.{{12,120}})$"
)


class Told:
    """The paragraphs of a document, to look up by their first words."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._by_start: dict[tuple[str, ...], list[str]] = {}
        for paragraph in paragraphs:
            self._by_start.setdefault(_start(paragraph), []).append(paragraph)

    def repeats(self, sentence: str, within: str) -> bool:
        """True when another paragraph than the one that the sentence stands in begins like it and has most of its words."""
        ours = set(sentence.lower().split())
        others = [other for other in self._by_start.get(_start(sentence), ())[:MOST_ALIKE] if other != within]
        return any(len(ours & set(other.lower().split())) >= REPEATED * len(ours) for other in others)


def _start(words: str) -> tuple[str, ...]:
    return tuple(words[:100].lower().split()[:3])


def split(draft: Draft, text: str, told: Told) -> list[Draft]:
    """The draft with a caption at its end cut off.

    When what stands before it repeats a paragraph of the document, or is one short sentence before a photo credit, it belongs
    to the caption too.
    """
    match = GLUED.search(draft.words)
    if match is None or len(draft.words) - match.start() > LONGEST:
        return [draft]
    sentence = draft.words[: match.start()].strip()
    if told.repeats(sentence, draft.words):
        draft.give(Role.CAPTION, "words of a picture, with a sentence of the report repeated")
        return [draft]
    if len(sentence) <= SHORT and not INNER_STOP.search(sentence) and CREDIT_END.search(draft.words[match.start() :]):
        draft.give(Role.CAPTION, "one short sentence with a photo credit")
        return [draft]
    if match.start() <= SHORT and not INNER_STOP.search(draft.words[: match.start()].strip()):
        draft.give(Role.CAPTION, f"one short sentence and words of a picture: “{match[0].strip()}”")
        return [draft]
    pieces = cut(draft, text, [draft.span.start + match.start()])
    pieces[-1].give(Role.CAPTION, f"words of a picture: “{match[0].strip()}”")
    return pieces


def split_gallery(draft: Draft, text: str) -> list[Draft]:
    """The draft with the captions of a gallery apart that a page ran into one line, with its buttons ("Hide Caption 2 of 6")."""
    buttons = list(IN_GALLERY.finditer(draft.words))
    if not buttons:
        return [draft]
    opens = OPENS_GALLERY.search(draft.words, 0, buttons[0].start())
    start = opens.start() if opens else 0
    behind = next((button.end() for button in buttons if button[1] == button[2]), len(draft.words))
    end = len(draft.words) if OPENS_GALLERY.match(draft.words[behind:].lstrip()) else behind
    pieces = cut(draft, text, [draft.span.start + start, draft.span.start + end])
    for piece in pieces:
        if IN_GALLERY.search(piece.words):
            piece.give(Role.CAPTION, "captions of a gallery")
    return pieces


def split_title(draft: Draft, text: str, title: str | None) -> list[Draft]:
    """A caption and the headline that a page ran into its first line, cut apart where the headline begins."""
    if draft.span.start > 400 or len(draft.words) > LONGEST or (draft.stopped and not title):
        return [draft]
    place = _title_at(draft.words, title)
    if place is None:
        return [draft]
    pieces = cut(draft, text, [draft.span.start + place])
    pieces[-1].give(Role.HEADLINE, "stands behind a caption on the first line")
    pieces[0].give(Role.CAPTION, "stands before the headline on one line with it")
    return pieces


def _title_at(words: str, title: str | None) -> int | None:
    if title and words.endswith(title) and len(words) > len(title) + 15:
        return len(words) - len(title)
    match = BEFORE_TITLE.match(words)
    return match.start("title") if match else None


def mark(draft: Draft) -> None:
    """Gives CAPTION to a line that ends with a photo credit, or names a picture and is no full sentence."""
    if draft.words.startswith(("Photos:", "Video:", "Images:")) and GALLERY.match(draft.words):
        draft.give(Role.CAPTION, "captions of a gallery")
    if len(draft.words) > LONGEST:
        return
    tail = draft.words[-LAST:]
    if any(hint in tail for hint in HINTS) and (credit := CREDIT_END.search(tail)):
        draft.give(Role.CAPTION, f"ends with a photo credit: “{credit[0].strip()}”")
    elif not draft.stopped and (inside := INSIDE.search(draft.words)):
        draft.give(Role.CAPTION, f"names a picture and does not end like a sentence: “{inside[0]}”")


def mark_repeated(drafts: list[Draft]) -> None:
    """Gives CAPTION to a credit that stands alone under one picture after another, and to the line above each."""
    seen = Counter(draft.words for draft in drafts if draft.role is None and ALONE.fullmatch(draft.words))
    for before, draft in pairwise(drafts):
        if seen[draft.words] >= AGAIN:
            draft.give(Role.CAPTION, "the same credit below several pictures")
            if not before.sentence_like:
                before.give(Role.CAPTION, "stands above a photo credit")
