"""What a page ran into a paragraph, cut off as its own block: links, who contributed, a note, a sign."""

from __future__ import annotations

import re

from sayso.clean.draft import SENTENCE_LEAST, Draft, cut
from sayso.clean.phrases import phrase
from sayso.clean.words import either, words
from sayso.documents import Role

LAST = 800
SHORT = 200
"""Characters at the end of a line within which an invitation or a sign is looked for."""
NEAR = 400
"""Characters at the end of a line within which its last sentence may say who contributed."""
LINK = re.compile(either(words("links", "glued")), re.IGNORECASE)
CARD = re.compile(either(words("links", "cards")))
INVITATION = re.compile(rf"(?<=[.!?”\"’')]) {either(words('links', 'behind'))}")
OPENS = re.compile(r"\b(?:[Ff]ollow|Read|See|Watch|Click|Sign) ")
NOTE = re.compile(either(words("notes", "glued")), re.IGNORECASE)
SIGNED_OFF = re.compile(either(words("credits", "glued")))
SIGN = re.compile(either(words("credits", "signs")))
"""The letters that stand for an author or agency, as papers that are not in English set them behind the last paragraph."""
CONTRIBUTED = re.compile(r"\bcontributed (?:additional )?(?:reporting|to|from)\b(?: [\w’'-]+){0,4}\.?[)\s]*$")
SENTENCE = re.compile(r"(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<=[.!?”\"’)])\s+(?=[(—–-]{0,2}\s?[A-Z])")


def split(draft: Draft, text: str) -> list[Draft]:
    """The draft, with the link or credit at its end as a piece with its role."""
    if len(draft.words) < SENTENCE_LEAST:
        return [draft]
    tail = len(draft.words) - min(LAST, len(draft.words))
    if draft.words[-1] in ")]" or draft.words[-2:] == ").":
        if ends := LINK.search(draft.words, tail):
            return _cut(draft, text, ends.start(), Role.PROMO, "a link to another report in brackets")
        if ends := NOTE.search(draft.words, tail):
            return _cut(draft, text, ends.start(), Role.CHROME, "a note on the text in brackets")
        if ends := SIGNED_OFF.search(draft.words, tail):
            return _cut(draft, text, ends.start(), Role.CREDIT, "says who contributed to the report")
    behind = max(0, len(draft.words) - SHORT)
    ends = OPENS.search(draft.words, behind) and INVITATION.search(draft.words, behind)
    if ends and not phrase(draft.words, in_tail=True):
        return _cut(draft, text, ends.start(), Role.PROMO, "an invitation to follow or read more")
    near = max(0, len(draft.words) - NEAR)
    if "contributed" in draft.words[near:] and CONTRIBUTED.search(draft.words, near):
        starts = [m.end() for m in SENTENCE.finditer(draft.words, near)]
        if starts and starts[-1] >= SENTENCE_LEAST:
            return _cut(draft, text, starts[-1], Role.CREDIT, "says who contributed to the report")
    return [draft]


def split_cards(draft: Draft, text: str) -> list[Draft]:
    """The draft cut apart at each card that a page ran into its sentences: a name once more, in full, and the titles of reports.

    What stands around them is the paragraph's own, however short the pieces are.
    """
    cards = [match.span("card") for match in CARD.finditer(draft.words)] if "MORE" in draft.words else []
    if not cards:
        return [draft]
    found = cut(draft, text, [draft.span.start + edge for card in cards for edge in card])
    starts = {draft.span.start + start for start, _ in cards}
    for piece in found:
        if piece.span.start in starts:
            piece.give(Role.PROMO, "a name once more and links to other reports, run into a sentence")
        else:
            piece.give(Role.BODY, "part of a paragraph that links were run into")
    return found


def split_sign(drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts, with the sign of an author or agency behind the last paragraph as a credit."""
    told = (n for n in range(len(drafts) - 1, -1, -1) if drafts[n].role is None and len(drafts[n].words) >= SENTENCE_LEAST)
    last = next((n for n in told if drafts[n].words[-1] in ").!?…”\"“"), None)
    match = SIGN.search(drafts[last].words[-SHORT:]) if last is not None else None
    if last is None or match is None:
        return drafts
    place = max(0, len(drafts[last].words) - SHORT) + match.start()
    signed = _cut(drafts[last], text, place, Role.CREDIT, "an author's or agency's sign")
    return [*drafts[:last], *signed, *drafts[last + 1 :]]


def _cut(draft: Draft, text: str, place: int, role: Role, because: str) -> list[Draft]:
    pieces = cut(draft, text, [draft.span.start + place])
    pieces[-1].give(role, because)
    return pieces
