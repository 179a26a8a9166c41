"""Dates as pages write them, read as EDTF with the precision that they have."""

from __future__ import annotations

import re
from calendar import monthrange

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro января",
            "february feb februar février fevrier febrero febbraio fevereiro февраля",
            "march mar märz mars marzo março марта",
            "april apr avril abril aprile апреля",
            "may mai mayo maggio maio мая",
            "june jun juni juin junio giugno junho июня",
            "july jul juli juillet julio luglio julho июля",
            "august aug août aout agosto августа",
            "september sept sep septembre septiembre settembre setembro сентября",
            "october oct oktober octobre octubre ottobre outubro октября",
            "november nov novembre noviembre novembro ноября",
            "december dec dezember décembre diciembre dicembre dezembro декабря",
        ),
        1,
    )
    for name in names.split()
}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=lambda m: (-len(m), m)))})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er|º)?"
YEAR = r"(?P<year>(?:19|20)\d{2})"
TIME = r"(?:[T ]\s*(?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s*(?P<zone>Z|UTC|GMT|[ECMP][SD]T\b|[+-]\d{2}:?\d{2})?)?"
ZONES = dict(zip(["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"], (-5, -4, -6, -5, -7, -6, -8, -7), strict=True))
"""The zones that RFC 5322 gives names to, as feeds and mails write them, in hours from UTC."""

ISO = re.compile(rf"(?P<year>\d{{4}})(?:-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}){TIME})?)?(?!\d)")
COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
SLASHES = re.compile(r"(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d{2})\b")
DAY_FIRST = re.compile(rf"{DAY}\s+(?:de\s+|of\s+)?{MONTH},?\s+(?:de\s+)?{YEAR}\b{TIME}", re.I)
MONTH_FIRST = re.compile(rf"{MONTH}\s+{DAY},?\s+{YEAR}\b", re.I)
CLOCK_FIRST = re.compile(rf"{MONTH}\s+{DAY}\s+\d{{2}}:\d{{2}}:\d{{2}}\s+(?:[A-Z]{{2,5}}|[+-]\d{{4}})\s+{YEAR}\b", re.I)
MONTH_ONLY = re.compile(rf"{MONTH},?\s+{YEAR}\b", re.I)
CJK = re.compile(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]")

EARLIEST, LATEST = 1600, 2199
"""The first newspaper is of 1605; years outside are faults of a record, not dates of publication."""


def edtf(words: str) -> str | None:
    """The date that begins or fills the words, or None. A time is kept; where day and month cannot be told apart, the year is."""
    words = _without_weekday(words.strip())
    for pattern in (ISO, COMPACT, CJK, DAY_FIRST, MONTH_FIRST, CLOCK_FIRST, MONTH_ONLY):
        if match := pattern.match(words):
            if pattern is ISO and match["month"] is None and COMPACT.match(words):
                continue
            return _built(match.groupdict())
    return _slashed(words)


def _without_weekday(words: str) -> str:
    match = FIRST_WORD.match(words)
    return words if match is None or match[1].lower() in MONTHS else words[match.end() :]


def found_in(words: str) -> tuple[str, str] | None:
    """The first full date within the words: as EDTF, and as it is written."""
    hits = [m for p in (ISO_DAY, DAY_FIRST, MONTH_FIRST, CJK, SLASHES) if (m := p.search(words))]
    for match in sorted(hits, key=lambda m: m.start()):
        if date := edtf(match[0]):
            return date, match[0]
    return None


FIRST_WORD = re.compile(r"([^\W\d]{2,10})\.?,?\s+")
ISO_DAY = re.compile(r"\b(?:19|20)\d{2}-\d{2}-\d{2}\b")


def _built(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if not EARLIEST <= year <= LATEST:
        return None
    if not parts.get("month"):
        return f"{year:04}"
    month = _month(parts["month"] or "")
    if not 1 <= month <= 12:
        return None
    if not parts.get("day"):
        return f"{year:04}-{month:02}"
    day = int(parts["day"] or 0)
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}" + _clock(parts.get("time"), parts.get("zone"))


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower().rstrip(".")]


def _clock(time: str | None, zone: str | None) -> str:
    if time is None or (time.startswith("00:00") and zone is None):
        return ""
    time = time if len(time) == 8 else f"{time}:00"
    if not ("00:00:00" <= time <= "23:59:59") or time[3] > "5" or time[6] > "5":
        return ""
    if zone and zone.upper() in ("Z", "UTC", "GMT"):
        return f"T{time}Z"
    if zone and zone.upper() in ZONES:
        return f"T{time}{ZONES[zone.upper()]:+03}:00"
    return f"T{time}" + (f"{zone[:3]}:{zone[-2:]}" if zone else "")


def _slashed(words: str) -> str | None:
    match = SLASHES.match(words)
    if match is None:
        return None
    a, b, year = int(match["a"]), int(match["b"]), match["year"]
    if match["mark"] == "." or a > 12:
        return _built({"year": year, "month": str(b), "day": str(a)})
    if b > 12 or a == b:
        return _built({"year": year, "month": str(a), "day": str(b)})
    return _built({"year": year})
