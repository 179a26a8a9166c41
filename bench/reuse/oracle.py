"""What two documents share word for word, by brute force: every eight words in a row that both have, joined.

Made without a line of reuse: words are what a regular expression calls words, and all runs of eight are joined with polars.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sayso.documents import Role
from sayso.findings import Passage, Reading
from sayso.spans import Span, shared

WORDS = 8
PAIR_WORDS, PASSAGE_WORDS = 50, 20
OWN = (Role.HEADLINE, Role.BODY)
WORD = re.compile(r"\w+(?:[’'.,]\w+)*")
FOUND = 0.9
"""A passage is found when this part of it lies in ours on either side: at the ends, a word more or less is no other passage."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that two documents have in common in a row, as long as they go: where they stand in either, and how many."""

    a: str
    a_span: Span
    b: str
    b_span: Span
    words: int


@dataclass(frozen=True, slots=True)
class Recall:
    """Of pairs with `PAIR_WORDS` words in common, and of passages of `PASSAGE_WORDS` words, how many there are and are found."""

    pairs: int
    pairs_found: int
    passages: int
    passages_found: int
    missed: tuple[Run, ...]


def recall(runs: Sequence[Run], passages: Sequence[Passage], readings: Sequence[Reading]) -> Recall:
    """What of the oracle's runs the passages have.

    Where a document says something twice, the oracle has a run for each place, and a passage at either has it.
    """
    texts = {reading.id: reading.text for reading in readings}
    ours: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        ours[passage.a, passage.b].append(passage)
    of_pair: dict[tuple[str, str], list[Run]] = defaultdict(list)
    for one in runs:
        of_pair[one.a, one.b].append(one)
    pairs = [pair for pair, all_of_it in of_pair.items() if _words(all_of_it) >= PAIR_WORDS]
    long = [one for one in runs if one.words >= PASSAGE_WORDS]
    missed = tuple(one for one in long if not _has(ours[one.a, one.b], one, texts))
    return Recall(len(pairs), sum(bool(ours[pair]) for pair in pairs), len(long), len(long) - len(missed), missed)


def _words(runs: Sequence[Run]) -> int:
    """Words of the one document that recur in the other, each counted once although it may recur twice."""
    reached, total = -1, 0
    for one in sorted(runs, key=lambda run: run.a_span):
        new = min(one.words, max(0, one.words * (one.a_span.end - max(reached, one.a_span.start)) // max(1, len(one.a_span))))
        total, reached = total + new, max(reached, one.a_span.end)
    return total


def _has(passages: Sequence[Passage], run: Run, texts: Mapping[str, str]) -> bool:
    in_a = shared([run.a_span], [p.a_span for p in passages])
    in_b = shared([run.b_span], [p.b_span for p in passages])
    if in_a >= FOUND * len(run.a_span) and in_b >= FOUND * len(run.b_span):
        return True
    said = _said(texts[run.a], run.a_span)
    return any(said in _said(texts[p.a], p.a_span) and said in _said(texts[p.b], p.b_span) for p in passages)


def _said(text: str, span: Span) -> str:
    return f" {' '.join(WORD.findall(span.of(text).casefold()))} "


def runs(readings: Sequence[Reading], house_text: int) -> tuple[list[Run], int]:
    """All runs, and how many meetings of eight words were left aside as house text.

    What more than `house_text` documents of one outlet have is its own text: between two of its documents it is no reuse, and so it
    does not count there. It counts between two outlets.
    """
    ordered = sorted(readings, key=lambda reading: reading.id)
    places = [list(_placed(reading)) for reading in ordered]
    grams = pl.concat([_grams(at, reading, here) for at, (reading, here) in enumerate(zip(ordered, places, strict=True))])
    outlets = pl.DataFrame({"document": range(len(ordered)), "outlet": [r.profile.outlet or r.id for r in ordered]})
    grams = grams.join(outlets.cast({"document": pl.Int32}), on="document")
    held = pl.col("document").n_unique().over("gram", "outlet")
    grams = grams.with_columns(house=held > house_text).filter(pl.len().over("gram") > 1)
    joined = grams.join(grams, on="gram", suffix="_b").filter(pl.col("document") < pl.col("document_b"))
    own = (pl.col("outlet") == pl.col("outlet_b")) & pl.col("house")
    left_aside = joined.filter(own).height
    met = joined.filter(~own).select("document", "at", "document_b", at_b="at_b")
    met = met.with_columns(apart=pl.col("at") - pl.col("at_b")).sort("document", "document_b", "apart", "at")
    follows = (pl.col("at").diff() == 1).fill_null(value=False)
    same = pl.all_horizontal(pl.col(name).diff().fill_null(1) == 0 for name in ("document", "document_b", "apart"))
    found = met.with_columns(number=(~(follows & same)).cum_sum()).group_by("number", maintain_order=True).agg(
        pl.col("document").first(), pl.col("document_b").first(), pl.col("at").first(), pl.col("at_b").first(), many=pl.len()
    )
    rows = found.select("document", "at", "document_b", "at_b", "many").iter_rows()
    return [_run(ordered, places, *row) for row in rows], left_aside


def _run(readings: Sequence[Reading], places: Sequence[list[Span | None]], a: int, i: int, b: int, j: int, many: int) -> Run:
    last = many + WORDS - 2
    return Run(readings[a].id, _from_to(places[a], i, last), readings[b].id, _from_to(places[b], j, last), many + WORDS - 1)


def _grams(document: int, reading: Reading, places: list[Span | None]) -> pl.DataFrame:
    """Every eight words in a row as a number, with the place of the first."""
    said = [span.of(reading.text).casefold() if span else None for span in places]
    rows = ((at, said[at : at + WORDS]) for at in range(len(said) - WORDS + 1))
    whole = [(at, " ".join(word for word in row if word)) for at, row in rows if None not in row]
    schema = {"at": pl.Int32, "gram": pl.String}
    return pl.DataFrame(whole, schema, orient="row").select(
        pl.lit(document, pl.Int32).alias("document"), "at", pl.col("gram").hash()
    )


def _from_to(places: list[Span | None], first: int, more: int) -> Span:
    start, end = places[first], places[first + more]
    assert start is not None
    assert end is not None
    return Span(start.start, end.end)


def _placed(reading: Reading) -> Iterator[Span | None]:
    """The places of the words of headline and body, and None where something else stands between two blocks of them."""
    apart = False
    for block in reading.profile.blocks:
        if block.role not in OWN:
            apart = True
            continue
        if apart:
            yield None
        apart = False
        for word in WORD.finditer(block.span.of(reading.text)):
            yield Span(*word.span()).moved(block.span.start)
