"""When a document was published: stated by its record or page, inferred from its address, or unknown. Never invented."""

from __future__ import annotations

import re

from sayso.clean.datelines import dateline
from sayso.clean.dates import MONTHS, edtf, found_in
from sayso.clean.draft import Draft
from sayso.clean.words import either, words
from sayso.documents import Basis, Block, Declared, Published, Role

TOP = 12
HEAD = 300
FIRST, LAST = either(words("published", "first")), either(words("published", "last"))
LABEL = re.compile(rf"\b(?:(?P<first>{FIRST})|(?P<last>{LAST}))(?: (?:on|at|le|am|el))?\s*:?\s+", re.IGNORECASE)
ADDRESS = (
    re.compile(r"/(?P<year>20\d{2}|19\d{2})[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?:/|-|\b)"),
    re.compile(r"/(?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:/|-|\b)"),
)


def published_of(text: str, blocks: tuple[Block, ...], declared: Declared) -> Published:
    """The date as EDTF with its basis and the words that it was read from.

    When a report was last changed bounds its publication, and stands for it only where nothing else is known; when its page was
    captured is no date of it.
    """
    if declared.published and (date := edtf(declared.published)):
        return Published(date, Basis.STATED, (f"declared: {declared.published}",))
    stated = _on_the_page(text, blocks) or _in_dateline(text, blocks)
    if stated:
        return Published(stated[0], Basis.STATED, (f"the page says “{stated[1]}”",))
    if declared.url and (inferred := _in_address(declared.url)):
        return Published(inferred[0], Basis.INFERRED, (f"the address has {inferred[1]}",))
    if declared.modified and (date := edtf(declared.modified)):
        return Published(date, Basis.INFERRED, (f"last changed then, as declared: {declared.modified}; published then or before",))
    nothing = f"the declared date is none: {declared.published}" if declared.published else "nothing says it"
    captured = (f"captured on {declared.captured}: published then or before",) if declared.captured else ()
    return Published(because=(nothing, *captured))


def _on_the_page(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    """A date with its label, or on a line of its own, in what is not the report; "published" before "updated"."""
    updated: tuple[str, str] | None = None
    for place, block in enumerate(blocks):
        if block.role not in (Role.CHROME, Role.PROMO, Role.BYLINE, Role.DATELINE) or not (place < TOP or place >= len(blocks) - 3):
            continue
        line = block.span.of(text)
        for label in LABEL.finditer(line[:HEAD]):
            if date := _right_behind(line[label.end() :]):
                found = date[0], label[0] + date[1]
                if label["first"]:
                    return found
                updated = updated or found
        if block.role is not Role.PROMO and place < TOP and (date := found_in(line[:HEAD])) and "©" not in line:
            updated = updated or date
    return updated


def _right_behind(line: str) -> tuple[str, str] | None:
    found = found_in(line[:60])
    return found if found and line.find(found[1]) <= 14 else None


def _in_dateline(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    for block in blocks[:TOP]:
        found = dateline(Draft(block.span, block.span.of(text))) if block.role in (Role.BODY, Role.DATELINE) else None
        if found and found.date and (date := edtf(found.date)):
            return date, found.date
    return None


def _in_address(url: str) -> tuple[str, str] | None:
    for pattern in ADDRESS:
        if match := pattern.search(url):
            month = match["month"] if match["month"].isdigit() else str(MONTHS.get(match["month"], 0))
            if date := edtf(f"{match['year']}-{int(month):02}-{int(match['day']):02}"):
                return date, match[0].strip("/-")
    return None
