"""How well pages are read: title, authors, date and main text against gold of other hands, beside bare trafilatura in the same run.

Needs the shared data beside the project. Pages go through read and clean as the program runs them; the main text of a page is its
body, so that captions, links and forms count against it. Texts are compared by the four-word runs that they share. The pages of
`fundus` have all four; those of `newspaper` a text only, partly made by machine. `--halves` shows how far the figures hang on which
publishers they are of.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.clean import Clean
from sayso.decisions.stage import Rule
from sayso.documents import Document, Offer, Profile, Role
from sayso.engines.local import LocalEngine
from sayso.folding import fold, words
from sayso.read import Read, offers
from sayso.stages import Found, run

PAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
RUN = 4
"""Words in a row that two texts must share to be alike there."""
FIELDS = ("title", "authors", "date", "body F1")


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read of a page, or what a person found in it."""

    title: str
    authors: tuple[str, ...]
    date: str
    body: str


NOTHING = Seen("", (), "", "")


def main(argv: Sequence[str] | None = None) -> int:
    """For each set of pages one line for Sayso and one for bare trafilatura. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--each", action="store_true", help="print what of each page was read otherwise")
    asked.add_argument("--halves", action="store_true", help="print the figures of either half of the publishers as well")
    given = asked.parse_args(argv)
    for pages, gold_of, fields in (("fundus", _fundus, FIELDS), ("newspaper", _newspaper, FIELDS[-1:])):
        with tempfile.TemporaryDirectory() as scratch:
            gold = gold_of(PAGES / pages, Path(scratch))
            if not gold:
                print(f"{PAGES / pages} is not there: nothing measured", file=sys.stderr)
                return 2
            for name, seen in (("sayso", _by_sayso(Path(scratch))), ("trafilatura", _by_trafilatura(Path(scratch)))):
                print(f"{pages:10}{name:12}{_scores(gold, seen, fields)}")
                for half in ("a", "b") if given.halves else ():
                    part = {key: right for key, right in gold.items() if _half(key) == half}
                    print(f"{'':10}half {half}      {_scores(part, {key: seen[key] for key in part if key in seen}, fields)}")
                if given.each:
                    _print_each(gold, seen, fields)
    return 0


def _half(key: str) -> str:
    """The half of the publishers that a page is of, by chance."""
    return ("a", "b")[int(hashlib.sha256(key.split("_")[0].encode()).hexdigest(), 16) % 2]


def _fundus(pages: Path, scratch: Path) -> dict[str, Seen]:
    """What is right for each page, by its file's name; the pages are unpacked into a folder.

    A publisher's pages and what is right for them are paired by the words that they share: their names do not tell.
    """
    gold: dict[str, Seen] = {}
    for file in sorted(pages.glob("*.json")):
        told = [_told(entry) for entry in json.loads(file.read_text("utf8")).values()]
        for packed in sorted(pages.glob(f"{file.stem}_[0-9]*.html.gz")):
            page = gzip.decompress(packed.read_bytes())
            (scratch / packed.stem).write_bytes(page)
            there = set(re.findall(r"\w+", page.decode("utf8", "replace").lower()))
            gold[packed.stem] = max(told, key=lambda seen: len(there & set(re.findall(r"\w+", seen.body.lower()))) / len(seen.body))
    return gold


def _newspaper(pages: Path, scratch: Path) -> dict[str, Seen]:
    """The text of each page that has one."""
    gold: dict[str, Seen] = {}
    for page in sorted(pages.glob("*.html")):
        text = pages / f"{page.stem.removesuffix('_article')}.txt"
        if text.exists():
            (scratch / page.name).write_bytes(page.read_bytes())
            gold[page.name] = Seen("", (), "", text.read_text("utf8"))
    return gold


def _told(entry: Mapping[str, Any]) -> Seen:
    body = list(entry["body"].get("summary", ()))
    for section in entry["body"]["sections"]:
        body += [*section.get("headline", ()), *section["paragraphs"]]
    published = str(entry.get("publishing_date", ""))[:10]
    return Seen(entry.get("title", ""), tuple(entry.get("authors", ())), published, "\n".join(body))


def _by_sayso(scratch: Path) -> dict[str, Seen]:
    found = run((Read(), Rule(), Clean()), Found({Offer: offers([scratch])}), LocalEngine(), lambda _stage, _outcome: None)
    return {
        document.key: Seen(
            profile.title or "",
            profile.authors,
            (profile.published.date or "")[:10],
            "\n".join(block.span.of(document.text) for block in profile.blocks_of(Role.BODY, Role.DATELINE)),
        )
        for document, profile in zip(found[Document], found[Profile], strict=True)
    }


def _by_trafilatura(scratch: Path) -> dict[str, Seen]:
    from trafilatura import extract, extract_metadata

    seen: dict[str, Seen] = {}
    for page in sorted(scratch.iterdir()):
        html = page.read_bytes()
        with warnings.catch_warnings():  # of what reads its dates
            warnings.simplefilter("ignore")
            text, tags = extract(html), extract_metadata(html)
        if text:
            authors = tuple(name for name in (tags.author or "").split("; ") if name)
            seen[page.name] = Seen(tags.title or "", authors, tags.date or "", text)
    return seen


def _scores(gold: Mapping[str, Seen], seen: Mapping[str, Seen], fields: Sequence[str]) -> str:
    pairs = [(right, seen.get(key, NOTHING)) for key, right in gold.items()]
    shares = {
        "title": _share(same(right.title, read.title) for right, read in pairs),
        "authors": _share(same_people(right.authors, read.authors) for right, read in pairs),
        "date": _share(right.date == read.date for right, read in pairs),
        "body F1": sum(alike(right.body, read.body) for right, read in pairs) / len(pairs),
    }
    figures = "  ".join(f"{name} {shares[name]:.3f}" for name in fields)
    return f"{figures}  ({len(gold)} pages, {len(gold.keys() - seen.keys())} rejected)"


def _share(right: Iterable[bool]) -> float:
    answers = list(right)
    return sum(answers) / len(answers)


def same(a: str, b: str) -> bool:
    """True for the same words, whatever the marks between them."""
    return [w.text for w in words(a)] == [w.text for w in words(b)]


def same_people(a: Iterable[str], b: Iterable[str]) -> bool:
    """True for the same names in any order."""
    return {fold(name).text for name in a} == {fold(name).text for name in b}


def alike(right: str, read: str) -> float:
    """F1 of the runs of four words of one text in the other; 1 for the same words in the same order."""
    ours, theirs = _runs(right), _runs(read)
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else float(ours == theirs)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    told = [word.text for word in words(text)]
    return Counter(zip(*(told[n:] for n in range(RUN)), strict=False))


def _print_each(gold: Mapping[str, Seen], seen: Mapping[str, Seen], fields: Sequence[str]) -> None:
    for key, right in gold.items():
        read = seen.get(key)
        if read is None:
            print(f"  {key}: rejected")
            continue
        if "title" in fields and not same(right.title, read.title):
            print(f"  {key}: title {read.title!r} for {right.title!r}")
        if "authors" in fields and not same_people(right.authors, read.authors):
            print(f"  {key}: authors {read.authors} for {right.authors}")
        if "date" in fields and right.date != read.date:
            print(f"  {key}: date {read.date!r} for {right.date!r}")
        if (score := alike(right.body, read.body)) < 0.9:
            print(f"  {key}: body {score:.2f}")


if __name__ == "__main__":
    sys.exit(main())
