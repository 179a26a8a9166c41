"""What a PDF says of itself: its document information, and what a browser printed at the edge of its pages.

The information is that of ISO 32000-1, 14.3.3; its dates are written "D:20231107081500+01'00'" (7.9.4).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.documents import Declared
from sayso.read.pdf.margins import Page
from sayso.read.unset import authors_set, title_set

DATE = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d{2})?(?P<day>\d{2})?(?:(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?"
    r"(?P<zone>Z|[+-]\d{2}'?\d{2})?)?"
)
BROWSER = re.compile(r"Mozilla|Chrom(?:e|ium)|Safari|Firefox|HTML", re.IGNORECASE)
ADDRESS = re.compile(r"(https?://\S+?)(?:\s+\d{1,4}\s*/\s*\d{1,4})?", re.IGNORECASE)
CUT = ("…", "...")


def declared(information: Mapping[str, str], pages: Sequence[Page], language: str | None) -> Declared:
    """What is known of the report, and where it stands.

    When a file was made or changed is no date of publication: a browser's print captured its page then, and any other PDF was
    last changed then.
    """
    url = _printed_address(pages)
    printed = url is not None or BROWSER.search(information.get("Creator", "")) is not None
    made, changed = _iso(information.get("CreationDate", "")), _iso(information.get("ModDate", ""))
    title, authors = title_set(information.get("Title")), authors_set(information.get("Author"))
    modified = None if printed else changed or made
    found = {
        "title: PDF information": title,
        "authors: PDF information": authors,
        "language: PDF information": language,
        "url: foot of the printed page": url,
        "captured: PDF information, when a browser printed it": made if printed else None,
        "modified: PDF information, when the file was last changed": modified,
    }
    return Declared(
        title=title,
        authors=authors,
        url=url,
        language=language,
        modified=modified,
        captured=made if printed else None,
        because=tuple(why for why, value in found.items() if value),
    )


def _printed_address(pages: Sequence[Page]) -> str | None:
    """The address at the head or foot of the pages, unless the browser has cut it short."""
    for page in pages:
        for line in (*page.foot, *page.head):
            if (address := ADDRESS.fullmatch(line.words)) and not address[1].endswith(CUT):
                return address[1]
    return None


def _iso(date: str) -> str | None:
    """The date as ISO 8601, with the precision that it has."""
    match = DATE.match(date.strip())
    if match is None:
        return None
    day = "-".join(part for part in match.group("year", "month", "day") if part)
    if not match["hour"] or not match["day"]:
        return day
    zone = (match["zone"] or "").replace("'", "")
    return (
        f"{day}T{match['hour']}:{match['minute']}:{match['second'] or '00'}{zone[:3] + ':' + zone[3:] if len(zone) > 1 else zone}"
    )
