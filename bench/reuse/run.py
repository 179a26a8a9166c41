"""`python -m bench.reuse [--documents N]`: all pairs of the articles, step by step, beside datasketch, as the pile grows.

Every measurement is a process of its own. Seconds are those of the processor, which hold where other programs are at work, and
beside them those of the clock. Exit 2 where the articles or datasketch are missing (`pip install -e '.[bench]'`).
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench.reuse import oracle, peer
from bench.reuse.articles import NO_VECTORS, articles, grown, with_sentences
from bench.reuse.measured import Steps, Taken, apart
from sayso.config import ReuseSettings
from sayso.engines.local import LocalEngine
from sayso.findings import Passage, Reading
from sayso.reuse import pile, stage

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles"
SETTINGS = ReuseSettings()
STEPS: Steps = (
    (pile, "wording", "words"),
    (pile, "marked", "house text"),
    (pile, "holders", "holders"),
    (pile, "in_common", "in common"),
    (pile, "copies", "copies"),
    (pile, "sharing_words", "pairs"),
    (pile, "own_sentences", "sentences"),
    (pile, "near_in_meaning", "near in meaning"),
    (stage, "passages_between", "alignment"),
    (stage, "lineage", "lineage"),
)
BEFORE_PAIRS = ("words", "house text", "holders", "in common", "copies", "pairs")
GOAL_TIMES, GOAL_EXPONENT, GOAL_RECALL = 10, 1.1, 0.98


def compare(readings: Sequence[Reading]) -> tuple[int, int]:
    """All pairs; how many share text, and in how many passages."""
    pairs = passages = 0
    for found, _ in stage.reused(readings, SETTINGS, LocalEngine().bench("reuse")):
        pairs, passages = pairs + 1, passages + len(found)
    return pairs, passages


def passages_of(readings: Sequence[Reading]) -> list[Passage]:
    return [passage for found, _ in stage.reused(readings, SETTINGS, LocalEngine().bench("reuse")) for passage in found]


def compare_grown(readings: Sequence[Reading], count: int) -> tuple[int, int]:
    return compare(list(grown(readings, count)))


def show(documents: int, taken: Taken) -> None:
    pairs, passages = taken.found
    print(f"{documents} documents: {taken.processor:.1f} s of the processor, {taken.clock:.1f} s by the clock, ", end="")
    print(f"{pairs} pairs share text in {passages} passages, ", end="")
    print(f"{1000 * taken.processor / documents:.2f} ms a document, ", end="")
    print(f"peak memory {taken.peak:.0f} MB, of which {taken.before:.0f} MB are the documents")
    for step, seconds in taken.steps.items():
        print(f"    {step:16} {seconds:8.2f} s  {seconds / taken.processor:6.1%}")
    sys.stdout.flush()


def until_pairs(taken: Taken) -> float:
    """Seconds until it is known which documents to lay beside each other; what comes then grows with the pairs that there are."""
    return sum(taken.steps.get(step, 0.0) for step in BEFORE_PAIRS)


def show_peer(readings: Sequence[Reading], ours: Taken) -> None:
    to_pairs = until_pairs(ours)
    for name, way in (("one by one, as documented", peer.one_by_one), ("in bulk, from our shingles", peer.at_once)):
        taken = apart(partial(way, readings, SETTINGS.shingle_words))
        found = taken.found
        whole = found.shingles + found.hashes + found.index
        print(f"datasketch {name}: {whole:.1f} s (shingles {found.shingles:.1f}, MinHashes {found.hashes:.1f}, ", end="")
        print(f"index {found.index:.1f}), {len(found.pairs)} pairs, peak memory {taken.peak:.0f} MB")
        print(f"    datasketch / all of ours = {whole / ours.processor:.2f} (goal {GOAL_TIMES}), ", end="")
        print(f"datasketch / ours until pairs are known = {whole / to_pairs:.2f}", flush=True)


def show_growth(what: str, sizes: Sequence[int], seconds: Sequence[float]) -> None:
    for (n, t), (m, u) in zip(zip(sizes, seconds, strict=True), list(zip(sizes, seconds, strict=True))[1:], strict=False):
        print(f"growth of {what}, {n} → {m} documents: exponent {math.log(u / t) / math.log(m / n):.2f}")
    logs = [math.log(n) for n in sizes], [math.log(t) for t in seconds]
    middle = [sum(some) / len(some) for some in logs]
    rise = sum((x - middle[0]) * (y - middle[1]) for x, y in zip(*logs, strict=True))
    exponent = rise / sum((x - middle[0]) ** 2 for x in logs[0])
    print(f"growth of {what} over all: exponent {exponent:.2f} (goal {GOAL_EXPONENT})", flush=True)


def show_recall(readings: Sequence[Reading]) -> None:
    runs, left_aside = oracle.runs(readings, SETTINGS.house_text)
    told = oracle.recall(runs, passages_of(readings), readings)
    pairs, passages = told.pairs_found / max(1, told.pairs), told.passages_found / max(1, told.passages)
    print(f"oracle over {len(readings)} documents: of {told.pairs} pairs with {oracle.PAIR_WORDS} words in common ", end="")
    print(
        f"{pairs:.1%} found, of {told.passages} passages of {oracle.PASSAGE_WORDS} words {passages:.1%} "
        f"(goal {GOAL_RECALL:.0%} of either)"
    )
    print(f"    left aside: {left_aside} meetings of eight words in an outlet's own house text", flush=True)


def show_rewording(readings: Sequence[Reading]) -> None:
    without = [replace(reading, annotation=replace(reading.annotation, sentences=()), vectors=NO_VECTORS) for reading in readings]
    bare, whole = apart(partial(compare, without)), apart(partial(compare, readings), STEPS)
    print(f"with rewording, {whole.processor / bare.processor:.2f} times the time of the verbatim part over ", end="")
    show(len(readings), whole)


def main(argv: Sequence[str] | None = None) -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--articles", type=Path, default=FOLDER)
    ask.add_argument("--documents", type=int, default=1400, help="articles to compare (14,000 there are)")
    ask.add_argument("--grown", type=int, help="documents of the largest pile, filled up with copies (seven times --documents)")
    ask.add_argument("--reworded", type=int, default=400, help="documents that are compared for rewording too")
    ask.add_argument("--oracle", type=int, default=3000, help="documents that the oracle goes over, at most")
    given = ask.parse_args(argv)
    if not given.articles.is_dir():
        ask.exit(2, f"{given.articles}: no such folder; give --articles a folder of JSON lines, packed by gzip\n")
    if not peer.there():
        ask.exit(2, "datasketch and scipy are missing: pip install -e '.[bench]'\n")
    readings = articles(given.articles, given.documents)
    sizes = [len(readings) // 4, len(readings) // 2, len(readings)]
    every = [apart(partial(compare, readings[:size]), STEPS) for size in sizes]
    for size, taken in zip(sizes, every, strict=True):
        show(size, taken)
    show_peer(readings, every[-1])
    show_recall(readings[: given.oracle])
    show_rewording(with_sentences(readings[: given.reworded]))
    largest = given.grown or 7 * len(readings)
    taken = apart(partial(compare_grown, readings, largest), STEPS)
    show(largest, taken)
    piles = [*sizes, largest]
    show_growth("all", piles, [one.processor for one in (*every, taken)])
    show_growth("all until pairs are known", piles, [until_pairs(one) for one in (*every, taken)])
    show_growth("the pairs that share text", piles, [max(1, one.found[0]) for one in (*every, taken)])
