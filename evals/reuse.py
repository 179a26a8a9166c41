"""Whether republished articles are found with who took from whom, and how seldom unrelated ones are called reuse.

Needs the shared data beside the project. Its `plant.py` makes of each of some articles a republication by another outlet, a day
later, cut, re-ordered and edited. Articles go through read and clean as the program runs them, then through reuse with their
sentences, quotations and vectors; what names and attributions would add is left away.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from evals.marked import ARTICLES, articles
from evals.measure import records
from sayso.annotate.language import Encoder
from sayso.annotate.quotations import quotations
from sayso.annotate.sentences import sentences
from sayso.clean import Clean
from sayso.config import ReuseSettings
from sayso.documents import Document, Profile, Published
from sayso.engines.local import LocalEngine
from sayso.findings import Annotation, Direction, Lineage, Passage, Reading
from sayso.reuse.fingerprints import OWN_WORDS
from sayso.reuse.stage import reused
from sayso.spans import Span, shared
from sayso.stages import Found

PLANT = ARTICLES.parents[1] / "evals" / "plant.py"
RIGHT_DIRECTION = 0.95
MOST_REUSE = 0.001
"""Of unrelated pairs, those in which a sentence or more may be called reuse."""
A_SENTENCE = 0.9
"""The part of a sentence that a passage covers when it has the whole of it, but for its first or last words."""
Between = dict[tuple[str, str], tuple[tuple[Passage, ...], Lineage]]
"""What was found between two documents, by their ids."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints what was found of both kinds of pairs. Returns 1 when a figure misses its floor, 2 when the data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pairs", type=int, default=200, help="republications that are planted")
    asked.add_argument("--articles", type=int, default=700, help="articles of which unrelated pairs are drawn")
    asked.add_argument("--drawn", type=int, default=5000, help="unrelated pairs that are drawn")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--each", action="store_true", help="print every unrelated pair with what is called reuse")
    given = asked.parse_args(argv)
    parts = sorted(ARTICLES.glob("*.jsonl.gz"))
    if not PLANT.exists() or not parts:
        print(f"{PLANT} or {ARTICLES} is not there: nothing measured", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        planted = _planted(parts[0], Path(scratch), given.pairs, given.seed)
    pool = [record for part in parts for record in records(part)]
    unrelated = _unrelated(random.Random(given.seed).sample(pool, given.articles), given.drawn, given.seed, given.each)
    return int(not planted or not unrelated)


def _planted(source: Path, scratch: Path, pairs: int, seed: int) -> bool:
    """Whether all republications were found, with their direction where the dates show it, and none where there are no dates."""
    make = [sys.executable, str(PLANT), "make", str(source), str(scratch), "--pairs", str(pairs), "--seed", str(seed)]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    readings = _readings(json.loads(file.read_text("utf8")) for file in sorted((scratch / "pairs").rglob("*.jsonl")))
    undated = {key: replace(r, profile=replace(r.profile, published=Published())) for key, r in readings.items()}
    dated = _directions("with dates", readings, Direction.A_TO_B)
    return _directions("without dates", undated, Direction.UNKNOWN) and dated


def _directions(shown: str, readings: dict[str, Reading], wanted: Direction) -> bool:
    """Whether all planted pairs were found, and enough of them, counted from the article to its republication, as wanted.

    What a republication says of having its words from the article's outlet ("told CNN") shows the direction without dates too.
    """
    found = _between(readings.values())
    pairs = [(readings[f"{name}-a"], readings[f"{name}-b"]) for name in sorted({key.rsplit("-", 1)[0] for key in readings})]
    told = [found.get(_pair(a.id, b.id)) for a, b in pairs]
    ways = [_from(a.id, both[1]) if both else None for (a, _), both in zip(pairs, told, strict=True)]
    credited = sum(way is Direction.A_TO_B and way is not wanted for way in ways)
    right = ways.count(wanted) + credited
    met = None not in ways and right >= RIGHT_DIRECTION * len(pairs)
    below = "" if met else ": BELOW ITS FLOOR"
    besides = f" and {credited} a→b by what they credit" if credited else ""
    counts = f"{len(pairs) - ways.count(None)} of {len(pairs)} found, {ways.count(wanted)} {wanted.value}"
    print(f"planted, {shown}: {counts}{besides}{below}")
    otherwise = Counter(both[1].because[0] for both, way in zip(told, ways, strict=True) if both and way is not wanted)
    for because, many in otherwise.most_common(8):
        print(f"  {many} otherwise: {because}")
    return met


def _unrelated(pool: Sequence[dict[str, object]], drawn: int, seed: int, each: bool) -> bool:
    """Whether hardly any of the pairs, drawn by chance among the articles, is called reuse of a sentence or more."""
    readings = _readings(pool)
    found = _between(readings.values())
    by_id = {reading.id: reading for reading in readings.values()}
    ids, draw = sorted(by_id), random.Random(seed)
    pairs = {_pair(*draw.sample(ids, 2)) for _ in range(drawn)}
    while len(pairs) < drawn:
        pairs.add(_pair(*draw.sample(ids, 2)))
    kinds = Counter(_kind(by_id, found[pair][0]) for pair in pairs if pair in found)
    all_kinds = Counter(_kind(by_id, passages) for passages, _ in found.values())
    reuse, all_pairs = kinds["a sentence or more"], len(ids) * (len(ids) - 1) // 2
    met = reuse <= MOST_REUSE * drawn
    above = "" if met else ": ABOVE ITS CEILING"
    print(f"unrelated: {reuse} of {drawn} pairs called reuse of a sentence or more{above}; all that was found: {dict(kinds)}")
    print(f"  of all {all_pairs} pairs of the same articles, related or not: {dict(all_kinds)}")
    for passages, _ in found.values() if each else ():
        if _kind(by_id, passages) == "a sentence or more":
            for p in passages:
                print(f"  {p.kind.value} {p.a} {p.b}: {p.a_span.of(by_id[p.a].text)!r}")
    return met


def _kind(by_id: dict[str, Reading], passages: Sequence[Passage]) -> str:
    """The most that was found between two documents: quotations only, a part of a sentence, or a sentence or more."""
    sides = [(by_id[d], span) for p in passages for d, span in ((p.a, p.a_span), (p.b, p.b_span))]
    unquoted = [(reading, span) for reading, span in sides if not _quoted(reading, span)]
    if not unquoted:
        return "a quotation"
    return "a sentence or more" if any(_holds_a_sentence(reading, span) for reading, span in unquoted) else "part of a sentence"


def _quoted(reading: Reading, span: Span) -> bool:
    return 2 * shared([span], [q.outer for q in reading.annotation.quotations]) > len(span)


def _holds_a_sentence(reading: Reading, span: Span) -> bool:
    own = (s.span for s in reading.annotation.sentences if s.role in OWN_WORDS)
    return any((common := s.common(span)) is not None and len(common) >= A_SENTENCE * len(s) for s in own)


def _readings(chosen: Iterable[dict[str, object]]) -> dict[str, Reading]:
    """By the records' ids what reuse needs of them."""
    documents = {key.removeprefix("articles/"): document for key, document in articles(chosen).items()}
    found = Found({Document: tuple(documents.values())})
    cleaned = found.plus(Clean().run(found, LocalEngine().bench("clean")).values)
    profiles = {profile.document: profile for profile in cleaned[Profile]}
    encode = Encoder()
    readings = {}
    for key, document in documents.items():
        blocks = profiles[document.id].blocks
        said = sentences(document.text, blocks)
        annotation = Annotation(document.id, said, quotations(document.text, blocks))
        vectors = encode([sentence.span.of(document.text) for sentence in said])
        readings[key] = Reading(document, profiles[document.id], annotation, vectors)
    return readings


def _between(readings: Iterable[Reading]) -> Between:
    found = reused(tuple(readings), ReuseSettings(), LocalEngine().bench("reuse"))
    return {(lineage.a, lineage.b): (passages, lineage) for passages, lineage in found}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _from(article: str, lineage: Lineage) -> Direction:
    """The direction as it is seen from the article."""
    turned = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
    return lineage.direction if lineage.a == article else turned.get(lineage.direction, lineage.direction)


if __name__ == "__main__":
    sys.exit(main())
