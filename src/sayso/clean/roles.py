"""The blocks of a text with their roles: the rules in the order of their sureness, body for what none of them knows."""

from __future__ import annotations

import re
from collections import Counter

from sayso.clean import biographies, bylines, captions, datelines, glued, headlines, marked, masthead, signup
from sayso.clean.dates import MONTHS
from sayso.clean.draft import Draft, drafts_of
from sayso.clean.lines import paragraphs
from sayso.clean.phrases import phrase
from sayso.documents import Block, Declared, Mark, Role
from sayso.outlets import named

WEEKDAY = r"(?:[^\W\d]{2,10}\.?,?\s+)?"
MONTH = r"[^\W\d]{3,12}\.?"
YEAR = r"(?:19|20)\d{2}"
CLOCK = r"(?:[,|•·\s]*(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"
LABEL = r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|date)\s*(?:on|at)?\s*:?\s*)?"
DAYS = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\.?\s+{MONTH},?\s+{YEAR}",
    rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{YEAR}",
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,12})?",
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR}",
)
DATE_LINE = re.compile(rf"{LABEL}{WEEKDAY}(?:{'|'.join(DAYS)}){CLOCK}(?:[,|•·\s–—-]*(?:last )?updated.{{0,60}})?\.?", re.IGNORECASE)
LABELLED = r"(?:first |last )?(?:published|updated|posted)\s*(?:on|at)?\s*:?\s*"
UPDATED = re.compile(rf"{LABELLED}{WEEKDAY}(?:{'|'.join(MONTHS)})\.?\s+\d{{1,2}}{CLOCK}\.?", re.IGNORECASE)
"""The same without a year, which only its label tells from a sentence."""
LONGEST_DATE = 120
TAIL = 0.6
"""The part of a text behind which some lines are known for credits that could be sentences before it."""
SHOUTED = 5
"""Words from which a line all in capitals, without a final stop, is a link that the page set between two paragraphs."""
SHOUTED_LABEL = re.compile(r"((?:[^\W\d_a-z]+ ){0,5}[^\W\d_a-z]+) ?[|»>] ?\S")
AGAIN = 2
"""How often a label in capitals must be given for what stands behind it to be links."""
LONGEST_LINK = 200
LONGEST_TITLE = 12
"""Words above which a line with a final stop is a sentence and ends a block of links."""


def blocks_of(text: str, declared: Declared, marks: tuple[Mark, ...] = ()) -> tuple[Block, ...]:
    """Every line of the text that is not blank, in order, each with a role and the reason for it.

    `marks` are what the text's container says of its lines: evidence, and not the last word.
    """
    drafts = _cut(text, declared, marks)
    headlines.mark_declared(drafts, declared.title)
    links_open = _mark_known(drafts)
    marked.mark_captions(drafts)
    captions.mark_repeated(drafts)
    bylines.mark_sure(drafts, declared.title, declared.authors)
    datelines.mark(drafts, declared.language)
    masthead.mark_rows(drafts)
    masthead.mark_name(drafts)
    headlines.mark(drafts, declared.title)
    bylines.mark_bare(drafts, declared.title, declared.authors)
    _links_after(drafts, links_open)
    _shouted(drafts)
    _labelled(drafts)
    marked.mark_lists_of_links(drafts)
    biographies.mark(drafts, declared.authors)
    return tuple(draft.block() for draft in datelines.cut_heads(drafts, text, declared.language))


def _cut(text: str, declared: Declared, marks: tuple[Mark, ...]) -> list[Draft]:
    """The paragraphs, with everything cut apart that a page ran into one line."""
    drafts = drafts_of(text, paragraphs(text))
    marked.lay(drafts, marks)
    drafts = [piece for draft in drafts for piece in signup.split(draft, text)]
    drafts = [piece for draft in drafts[:1] for piece in captions.split_title(draft, text, declared.title)] + drafts[1:]
    drafts = [piece for draft in drafts for piece in captions.split_gallery(draft, text)]
    drafts = [piece for draft in drafts for piece in glued.split_cards(draft, text)]
    told = captions.Told(draft.words for draft in drafts if draft.sentence_like)
    drafts = [piece for draft in drafts for piece in captions.split(draft, text, told)]
    return glued.split_sign([piece for draft in drafts for piece in glued.split(draft, text)], text)


def _mark_known(drafts: list[Draft]) -> set[int]:
    """Gives roles to lines known by their own words; returns the places where a block of links opens."""
    opens: set[int] = set()
    for place, draft in enumerate(drafts):
        if draft.role is not None:
            continue
        found = phrase(draft.words, in_tail=place >= TAIL * len(drafts))
        if found:
            draft.give(found.role, found.because)
            if found.opens_links:
                opens.add(place)
        elif len(draft.words) <= LONGEST_DATE and (DATE_LINE.fullmatch(draft.words) or UPDATED.fullmatch(draft.words)):
            draft.give(Role.CHROME, "a date of its own")
        elif place < headlines.TOP and len(draft.words) <= 40 and named(draft.words):
            draft.give(Role.CHROME, "an outlet's name of its own")
        elif place >= headlines.TOP or datelines.dateline(draft) is None:
            captions.mark(draft)
    return opens


def _links_after(drafts: list[Draft], opens: set[int]) -> None:
    """The lines behind "You may also like" are links as long as they read like headlines, not like sentences."""
    within = False
    for place, draft in enumerate(drafts):
        if place in opens:
            within = True
        elif within:
            within = _could_be_link(draft)
            if within:
                draft.give(Role.PROMO, "a link in the block that begins before it")


def _could_be_link(draft: Draft) -> bool:
    if len(draft.words) > LONGEST_LINK or (draft.role is None and draft.sentence_like) or draft.marking in marked.REPORTS_OWN:
        return False
    return not draft.stopped or draft.words[-1] in "?!" or len(draft.words.split()) <= LONGEST_TITLE


def _shouted(drafts: list[Draft]) -> None:
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if draft.role is None and draft.words.isupper() and _set_apart(draft) and before.sentence_like and after.sentence_like:
            draft.give(Role.PROMO, "a line in capitals between two paragraphs: a link to another report")


def _labelled(drafts: list[Draft]) -> None:
    """Lines behind one shouted label, "READ THIS HERE | A title", given again and again, are links in whatever language."""
    labels = [match[1] if (match := SHOUTED_LABEL.match(draft.words)) and draft.role is None else "" for draft in drafts]
    seen = Counter(labels)
    for label, draft in zip(labels, drafts, strict=True):
        if label and seen[label] >= AGAIN and not draft.stopped and len(draft.words) <= LONGEST_LINK:
            draft.give(Role.PROMO, f"stands behind a label that is given {seen[label]} times: “{label}”")


def _set_apart(draft: Draft) -> bool:
    long = len(draft.words.split()) >= SHOUTED and len(draft.words) <= LONGEST_LINK
    return long and not draft.stopped and draft.marking not in marked.REPORTS_OWN
