"""The recogniser over real articles against bare onnxruntime on the same tensors: `python -m bench.language [--full DIR]`.

Prints how many word pieces and documents are read a second, and the ratio of the recogniser's time (cutting into pieces, running,
decoding) to that of its two graphs alone, by the clock and by the processor's time, which holds where other programs are at work
too. Both go over the same paragraphs in turn, a few documents each, with as many threads. Each distinct paragraph is read once, as
it is in a run. `--full DIR` sets the unshortened model beside it (OUT/full of `python -m training.recogniser.export OUT`), with the
share of findings in which the two agree; how good each is, `python -m training.recogniser.evaluate` tells.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import onnxruntime

from bench.whole import ARTICLES, sample
from sayso.annotate import paragraphs
from sayso.annotate.language.recogniser import SHIPPED, Recogniser
from sayso.annotate.language.released import cores
from sayso.clean import Clean
from sayso.decisions.stage import Rule
from sayso.documents import Document, Offer, Profile
from sayso.engines.local import LocalEngine
from sayso.findings import Recognised
from sayso.read import Read, offers
from sayso.spans import Span
from sayso.stages import Found, run

IN_TURN = 25
"""Documents that one goes over before the other does."""

Seconds = tuple[float, float]
"""By the clock, and of the processor in all threads."""

Page = tuple[str, list[Span]]
"""A text and those of its paragraphs that stand in no text before it."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A graph that remembers what went into it."""

    graph: onnxruntime.InferenceSession
    fed: list[tuple[onnxruntime.InferenceSession, dict[str, Any]]]

    def run(self, names: None, tensors: dict[str, Any]) -> Any:
        self.fed.append((self.graph, tensors))
        return self.graph.run(names, tensors)


class Watched(Recogniser):
    """A recogniser that remembers what it gave to onnxruntime, in `fed`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.fed: list[tuple[onnxruntime.InferenceSession, dict[str, Any]]] = []

    def _session(self, name: str, takes: tuple[str, ...], gives: tuple[str, ...]) -> Any:
        return Recorded(super()._session(name, takes, gives), self.fed)


@dataclass(slots=True)
class Measured:
    """Seconds of one model over all pages, its own and those of its bare graphs; and what it found."""

    ours: Seconds = (0.0, 0.0)
    bare: Seconds = (0.0, 0.0)
    pieces: int = 0
    found: list[Recognised] = field(default_factory=list)


def pages(file: Path) -> list[Page]:
    """The articles in English, as they are read in a run."""
    found = run((Read(), Rule(), Clean()), Found({Offer: offers([file])}), LocalEngine(), lambda _stage, _outcome: None)
    seen: set[str] = set()
    both = zip(found[Document], found[Profile], strict=True)
    return [(d.text, list(_fresh(d.text, p, seen))) for d, p in both if p.language == "en"]


def _fresh(text: str, profile: Profile, seen: set[str]) -> Iterator[Span]:
    for span in paragraphs(profile):
        if span.of(text) not in seen:
            seen.add(span.of(text))
            yield span


def measured(folder: Path, every: Sequence[Page]) -> Measured:
    made, read = Measured(), Watched(folder)
    read([("The model is loaded before the clock starts, the reporter said.", [Span(0, 62)])])
    with ThreadPoolExecutor(cores()) as threads:
        for at in range(0, len(every), IN_TURN):
            read.fed.clear()
            began = _now()
            made.found += read(every[at : at + IN_TURN])
            between = _now()
            for _ in threads.map(lambda call: call[0].run(None, call[1]), read.fed):
                pass
            made.ours, made.bare = _more(made.ours, began, between), _more(made.bare, between, _now())
            made.pieces += sum(tensors["ids"].size - 2 for _, tensors in read.fed if "ids" in tensors)
    return made


def _now() -> Seconds:
    return time.perf_counter(), time.process_time()


def _more(so_far: Seconds, began: Seconds, ended: Seconds) -> Seconds:
    return so_far[0] + ended[0] - began[0], so_far[1] + ended[1] - began[1]


def alike(one: Measured, other: Measured, part: str) -> float:
    """The share of findings of one kind that both have, of all that either has."""
    both = [(set(_bare(a, part)), set(_bare(b, part))) for a, b in zip(one.found, other.found, strict=True)]
    return sum(len(a & b) for a, b in both) / max(1, sum(len(a | b) for a, b in both))


def _bare(found: Recognised, part: str) -> list[object]:
    return [(n.span, n.type) for n in found.names] if part == "names" else [(s.source, s.cue, s.content) for s in found.sayings]


def show(folder: Path, made: Measured, documents: int) -> None:
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    print(f"{folder}: {size:.1f} MB")
    (ours, processor), (bare, bare_processor) = made.ours, made.bare
    print(f"  {made.pieces / ours:.0f} word pieces a second, {documents / ours:.1f} documents a second, {cores()} cores")
    print(f"  recogniser / bare onnxruntime = {ours / bare:.2f} by the clock, {processor / bare_processor:.2f} of processor time")
    print(f"  peak memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", flush=True)


def main(argv: Sequence[str] | None = None) -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--articles", type=Path, default=ARTICLES)
    ask.add_argument("--count", type=int, default=1000)
    ask.add_argument("--model", type=Path, default=SHIPPED)
    ask.add_argument("--full", type=Path, help="a folder with the unshortened model")
    given = ask.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        every = pages(sample(given.articles, given.count, Path(folder)))
    made = measured(given.model, every)
    show(given.model, made, len(every))
    if given.full is None:
        print("no --full DIR given: the unshortened model is not set beside it")
        return
    full = measured(given.full, every)
    show(given.full, full, len(every))
    print(f"of names {alike(made, full, 'names'):.1%} are found by both, of attributions {alike(made, full, 'sayings'):.1%}")


if __name__ == "__main__":
    main()
