"""Dates: our grammar and kept-up libraries beside one another on TimeBank and AQUAINT, by one scorer in one run.

Needs the shared data beside the project. Every fifth file by name is set aside, and `--wrong` shows no sentence of it. The
grammar of this version was worked on with the other four fifths only; but one before it had been made while looking at all.
`--beside dateparser parsedatetime recognizers timefhuman` adds libraries, each installed beforehand (see
evals/date_libraries.py); each gets the text sentence by sentence with the date of publication.

A date counts as found when its words overlap the gold words and its value is the same EDTF value. "values" are the days, months and
years of the gold data (a time of day counts as its day), which is what earlier figures were made of; "wider" adds weeks, quarters,
halves, seasons and decades; "spans" asks for exactly the gold words, whatever the value. A mark that a date is approximate is set
aside, since the gold data has none.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from time import process_time

from evals.date_libraries import LIBRARIES, MissingLibraryError
from evals.measure import DATA, Score, read
from sayso.spans import Span

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}

Reader = Callable[[str, str | None], Sequence[tuple[Span, str]]]
"""Gives the dates in a text, each with its EDTF value, from the text and the day of publication."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One text with its day of publication and its gold dates: the words, and the value as EDTF, None where no moment is meant."""

    text: str
    published: str | None
    gold: tuple[tuple[Span, str | None], ...]


@dataclass(slots=True)
class Figures:
    """What one reader gets on one part of the data."""

    values: Score = field(default_factory=Score)
    wider: Score = field(default_factory=Score)
    spans: Score = field(default_factory=Score)
    seconds: float = 0.0

    def add(self, page: Dated, found: Sequence[tuple[Span, str]]) -> None:
        narrow = [(span, value) for span, value in page.gold if value and re.fullmatch(r"\d{4}(?:-[01]\d(?:-\d\d)?)?", value)]
        wide = [(span, value) for span, value in page.gold if value]
        for score, gold in ((self.values, narrow), (self.wider, wide)):
            idle = [span for span, value in page.gold if (span, value) not in gold]
            ours = [(span, value) for span, value in found if not any(span.overlaps(other) for other in idle)]
            score.add(sum(is_right(one, gold) for one in ours), len(ours), len(gold))
        words = {span for span, _ in wide}
        ours = [(span, value) for span, value in found if span in words or not any(span.overlaps(s) for s, v in page.gold if not v)]
        self.spans.add(sum(span in words for span, _ in ours), len(ours), len(words))


def is_right(one: tuple[Span, str], gold: Sequence[tuple[Span, str | None]]) -> bool:
    """Whether a gold date has words in common with it and the same value."""
    return any(one[0].overlaps(span) and one[1].rstrip("~") == value for span, value in gold)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures. Returns 2 when the data or a library that was asked for is not there: nothing is left out silently."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=DATA / "times")
    asked.add_argument("--beside", nargs="*", default=[], choices=sorted(LIBRARIES), help="libraries to measure too")
    asked.add_argument("--wrong", action="store_true", help="show what is found wrong or missed in the four fifths")
    given = asked.parse_args(argv)
    paths = sorted(given.data.glob("*/*.tml"), key=lambda path: path.relative_to(given.data).as_posix())
    if not paths:
        print(f"not there: {given.data}: nothing measured", file=sys.stderr)
        return 2
    parts = {"four fifths": [p for i, p in enumerate(paths, 1) if i % 5], "the fifth": paths[4::5]}
    pages = {name: [timeml(path.read_text("utf8")) for path in part] for name, part in parts.items()}
    try:
        readers: dict[str, Reader] = {"sayso": ours, **{name: LIBRARIES[name]() for name in given.beside}}
    except MissingLibraryError as missing:
        print(f"{missing}: nothing measured", file=sys.stderr)
        return 2
    for name, reader in readers.items():
        for part, texts in pages.items():
            show(name, part, measured(reader, texts))
    if given.wrong:
        for page in pages["four fifths"]:
            show_wrong(page, ours(page.text, page.published))
    return 0


def ours(text: str, published: str | None) -> Sequence[tuple[Span, str]]:
    """What the product finds."""
    return [(m.span, m.date) for m in read(text, published).moments]


def measured(reader: Reader, pages: Sequence[Dated]) -> Figures:
    figures = Figures()
    for page in pages:
        started = process_time()
        found = reader(page.text, page.published)
        figures.seconds += process_time() - started
        figures.add(page, found)
    return figures


def show(name: str, part: str, figures: Figures) -> None:
    for title in ("values", "wider", "spans"):
        print(f"{name:14} {part:12} {title:7} {getattr(figures, title)}")
    print(f"{name:14} {part:12} {figures.seconds:.1f} s", flush=True)


def show_wrong(page: Dated, found: Sequence[tuple[Span, str]]) -> None:
    """Each date with another value than the gold one, found where there is none, or missed; with the words around it."""
    for span, value in sorted(page.gold, key=lambda g: g[0]):
        if value and not any(is_right(one, [(span, value)]) for one in found):
            instead = [(s.of(page.text), v) for s, v in found if s.overlaps(span)]
            around = page.text[max(0, span.start - 60) : span.start], page.text[span.end : span.end + 40]
            print("-", page.published, repr(span.of(page.text)), value, "found", instead, " ".join("…".join(around).split()))
    for span, value in found:
        if not any(span.overlaps(other) for other, _ in page.gold):
            words = page.text[max(0, span.start - 50) : span.end + 40].split()
            print("+", page.published, repr(span.of(page.text)), value, " ".join(words))


def timeml(source: str) -> Dated:
    """A TimeML file: its text, its day of publication, and its dates and times of day."""
    published = re.search(r'<DCT>.*?value="(\d{4}-?\d\d-?\d\d)', source, re.DOTALL)
    day = published[1].replace("-", "") if published else ""
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    text, dates, start, place, opened = "", [], 0, 0, ""
    for tag in TAG.finditer(body):
        text += html.unescape(body[place : tag.start()])
        place = tag.end()
        if tag[2] == "TIMEX3":
            if tag[1]:
                dates.append((Span(start, len(text)), edtf(opened)))
            else:
                start, opened = len(text), tag[3]
    text += html.unescape(body[place:])
    return Dated(text, f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else None, tuple((s, v) for s, v in dates if s))


def edtf(attributes: str) -> str | None:
    """The value of a TIMEX3 of a date or a time of day as EDTF, None where it names no stretch of the calendar."""
    given = dict(ATTRIBUTE.findall(attributes))
    value = re.sub(r"T.*", "", given.get("value", ""))
    if given.get("type") not in ("DATE", "TIME"):
        return None
    if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value):
        return value
    year, _, rest = value.partition("-")
    if re.fullmatch(r"\d{3}X?", value):
        return f"{value[:3]}0/{value[:3]}9"
    if not re.fullmatch(r"\d{4}", year):
        return None
    if rest in SEASONS:
        return f"{year}-{SEASONS[rest]}"
    if part := re.fullmatch(r"([QH])([1-4])", rest):
        months = 3 if part[1] == "Q" else 6
        last = int(part[2]) * months
        return f"{year}-{last - months + 1:02}/{year}-{last:02}" if last <= 12 else None
    if week := re.fullmatch(r"W([0-5]?\d)(-WE)?", rest):
        monday = date.fromisocalendar(int(year), int(week[1]), 1)
        return f"{monday + timedelta(5 if week[2] else 0)}/{monday + timedelta(6)}"
    return None


if __name__ == "__main__":
    sys.exit(main())
