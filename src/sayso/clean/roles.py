"""The blocks of a text with their roles: the rules in the order of their sureness, body for what none of them knows."""

from __future__ import annotations

import re

from sayso.clean import bylines, captions, datelines, headlines, signup
from sayso.clean.draft import Draft, cut, drafts_of
from sayso.clean.lines import paragraphs
from sayso.clean.phrases import phrase
from sayso.documents import Block, Declared, Role

WEEKDAY = r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+)?"
CLOCK = r"(?:[,|•·\s]*(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"
LABEL = r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|date)\s*(?:on|at)?\s*:?\s*)?"
DATE_LINES = tuple(
    re.compile(rf"{LABEL}{WEEKDAY}{day}{CLOCK}(?:[,|•·\s–—-]*(?:last )?updated.{{0,60}})?\.?", re.I)
    for day in (
        r"\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d]{3,12}\.?,?\s+(?:19|20)\d{2}",
        r"[^\W\d]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}",
        r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,12})?",
        r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}",
    )
)
SHOUTED = 5
"""Words from which a line all in capitals, without a final stop, is a link that the page set between two paragraphs."""
LONGEST_LINK = 200


def blocks_of(text: str, declared: Declared) -> tuple[Block, ...]:
    """Every line of the text that is not blank, in order, each with a role and the reason for it."""
    drafts = _cut(text, declared)
    last = len(drafts)
    opens: set[int] = set()
    headlines.mark_declared(drafts, declared.title)
    for place, draft in enumerate(drafts):
        found = phrase(draft.words, in_tail=place >= 0.6 * last)
        if found and draft.role is None:
            draft.give(found.role, found.because)
            if found.opens_links:
                opens.add(place)
        elif any(p.fullmatch(draft.words) for p in DATE_LINES):
            draft.give(Role.CHROME, "a date of its own")
        else:
            captions.mark(draft)
    headlines.mark(drafts, declared.title)
    datelines.mark(drafts)
    bylines.mark(drafts, declared.authors)
    _links_after(drafts, opens)
    _shouted(drafts)
    return tuple(draft.block() for draft in drafts)


def _cut(text: str, declared: Declared) -> list[Draft]:
    drafts = [piece for draft in drafts_of(text, paragraphs(text)) for piece in signup.split(draft, text)]
    drafts = [piece for draft in drafts for piece in _title_behind(draft, text, declared.title)]
    told = [draft.words for draft in drafts if draft.sentence_like]
    return [piece for draft in drafts for piece in captions.split(draft, text, told)]


def _title_behind(draft: Draft, text: str, title: str | None) -> list[Draft]:
    """A caption and the headline that a page ran into one line, cut apart where the declared title begins."""
    if not title or draft.span.start > 400 or len(draft.words) > LONGEST_LINK * 2 or len(draft.words) < len(title) + 15:
        return [draft]
    if not draft.words.endswith(title):
        return [draft]
    pieces = cut(draft, text, [draft.span.end - len(title)])
    pieces[-1].give(Role.HEADLINE, "is the declared title")
    pieces[0].give(Role.CAPTION, "stands before the headline on one line with it")
    return pieces


def _links_after(drafts: list[Draft], opens: set[int]) -> None:
    """The lines behind "You may also like" are links as long as they read like headlines, not like sentences."""
    for place in sorted(opens):
        for draft in drafts[place + 1 :]:
            if (draft.role is None and draft.sentence_like) or len(draft.words) > LONGEST_LINK:
                break
            if draft.stopped and draft.words[-1] not in "?!" and len(draft.words.split()) > 12:
                break
            draft.give(Role.PROMO, "a link in the block that begins before it")


def _shouted(drafts: list[Draft]) -> None:
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if draft.role is None and len(draft.words.split()) >= SHOUTED and draft.words.isupper() and not draft.stopped:
            if len(draft.words) <= LONGEST_LINK and before.sentence_like and after.sentence_like:
                draft.give(Role.PROMO, "a line in capitals between two paragraphs: a link to another report")
