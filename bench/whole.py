"""The whole run over real articles against the encoder alone on the same sentences: `python -m bench.whole [ARTICLES] [COUNT]`.

Prints each stage's share of the run, documents a second, peak memory, and the ratio of the whole to the encoder's own time: what
Sayso costs beyond the one thing it cannot do without.
"""

from __future__ import annotations

import gzip
import resource
import sys
import tempfile
import time
from pathlib import Path

from sayso.annotate.language import Encoder
from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Annotation
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Found, Outcome, Stage, run

ARTICLES = Path(__file__).parent.parent.parent / "shared/data/articles/part-0.jsonl.gz"


def sample(articles: Path, count: int, folder: Path) -> Path:
    """The first `count` articles as a JSON-lines file in `folder`."""
    with gzip.open(articles, "rt", encoding="utf8") as lines:
        taken = [line for line, _ in zip(lines, range(count), strict=False)]
    file = folder / "articles.jsonl"
    file.write_text("".join(taken), "utf8")
    return file


def timed_run(file: Path) -> tuple[Found, dict[str, float]]:
    """What is found in the file, and the seconds of each stage."""
    seconds: dict[str, float] = {}
    last = time.perf_counter()

    def keep(stage: Stage, _: Outcome) -> None:
        nonlocal last
        now = time.perf_counter()
        seconds[stage.name], last = now - last, now

    found = run(stages(), Found({Offer: offers([file], None)}), LocalEngine(), keep)
    return found, seconds


def encoder_alone(found: Found) -> float:
    """Seconds that a fresh encoder takes for the distinct sentences of the same documents."""
    texts = {d.id: d.text for d in found[Document]}
    sentences = {s.span.of(texts[a.document]) for a in found[Annotation] for s in a.sentences}
    encode = Encoder()
    encode(["The model is loaded before the clock starts."])
    start = time.perf_counter()
    encode(sorted(sentences))
    return time.perf_counter() - start


def main() -> None:
    articles = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        found, seconds = timed_run(sample(articles, count, Path(folder)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole, alone = sum(seconds.values()), encoder_alone(found)
    for name, taken in seconds.items():
        print(f"{name:10} {taken:8.1f} s  {taken / whole:6.1%}")
    print(f"{len(found[Document])} documents, {len(found[Document]) / whole:.1f} a second, peak memory {peak:.0f} MB")
    print(f"whole run / encoder alone = {whole / alone:.2f}")


if __name__ == "__main__":
    main()
