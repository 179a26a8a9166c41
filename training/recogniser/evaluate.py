"""How good a released recogniser is beside the unshortened one: `python -m training.recogniser.evaluate PREPARED OUT`.

Reads PREPARED/dev.jsonl.gz with OUT/full and with the model that Sayso ships (or --model DIR) as Sayso itself runs them, and prints
for each the F1 of names and of attributions, the size of its files, and how many word pieces a second it reads on one thread.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from sayso.annotate.language.recogniser import SHIPPED, Recogniser
from sayso.spans import Span
from training.recogniser.records import Marked, Record, read
from training.recogniser.scores import Found, figures
from training.recogniser.units import PARAGRAPH


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("prepared", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--model", type=Path, default=SHIPPED)
    given = ask.parse_args()
    records = list(read(given.prepared / "dev.jsonl.gz"))
    for folder in (given.out / "full", given.model):
        began = time.perf_counter()
        found = list(_read(folder, records))
        took = time.perf_counter() - began
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        pieces = sum(len(tokenizer.encode(r.text, add_special_tokens=False).ids) for r in records)
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        print(json.dumps({"model": str(folder), "MB": round(size, 1), "pieces a second": round(pieces / took), **figures(found)}))


def _read(folder: Path, records: Sequence[Record]) -> Iterator[Found]:
    recogniser = Recogniser(folder, threads=1)
    for record in records:
        paragraphs = [Span(*m.span()) for m in PARAGRAPH.finditer(record.text)]
        (found,) = recogniser([(record.text, paragraphs)])
        said = [Marked(*(tuple((s.start, s.end) for s in spans) for spans in (a.source, a.cue, a.content))) for a in found.sayings]
        yield record, said, [(n.span.start, n.span.end, str(n.type)) for n in found.names]


if __name__ == "__main__":
    main()
