"""`python -m bench.collate [--documents N]`: collation as a share of the whole run, and how it grows with the size of one story.

In the growing story every report has two sentences in the same words beside its own, so that two claims repeat in all of them.
Every measurement is a process of its own; seconds are those of the processor, which hold where other programs are at work.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from bench.reuse.measured import Taken, apart
from bench.reuse.run import show_growth
from bench.whole import sample, timed_run
from sayso.config import ReadSettings, Settings
from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Claim, Difference, Story
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Found, run

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "articles"
SIZES = (60, 250, 1000, 2000)
OWN = 700
"""Characters of each report's own."""
REPEATED = (
    "Nine people have died in the fire at the old mill in Marwick, the fire service said on Monday.\n\n"
    "The mill “was a disaster that everybody had seen coming for years,” said Ada Kestrel, the mayor of Marwick."
)


def share(count: int) -> None:
    """Prints what part of the whole run collation takes on the first articles, and how large their stories are."""
    with tempfile.TemporaryDirectory() as folder:
        found, seconds = timed_run(sample(FOLDER / "part-0.jsonl.gz", count, Path(folder)))
    sizes = sorted((len(story.documents) for story in found[Story]), reverse=True)
    print(f"{count} documents in {len(sizes)} stories, the largest of {sizes[0]}: ", end="")
    print(f"collate {seconds['collate']:.1f} s of {sum(seconds.values()):.1f} s, {seconds['collate'] / sum(seconds.values()):.1%}")
    sys.stdout.flush()


def before_collate(count: int) -> Found:
    """All that is found before collation in so many reports, each cut short and with the repeated words, as one story."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "story.jsonl"
        file.write_text("".join(json.dumps(record) + "\n" for record in islice(_reports(), count)), "utf8")
        order = stages(Settings(read=ReadSettings(seconds=60)))
        upto = next(at for at, stage in enumerate(order) if stage.name == "stories")
        found = run(order[:upto], Found({Offer: offers([file], None)}), LocalEngine(), lambda *_: None)
    return found.plus({Story: (Story("s-bench", "a fire", tuple(d.id for d in found[Document])),)})


def _reports() -> Iterator[dict[str, object]]:
    for part in sorted(FOLDER.glob("*.jsonl.gz")):
        with gzip.open(part, "rt", encoding="utf8") as lines:
            for number, line in enumerate(lines):
                record = json.loads(line)
                own = record["text"][:OWN].rpartition(" ")[0]
                key = f"{part.name[:6]}-{number}"
                yield record | {"id": key, "outlet": f"Outlet {key}", "text": f"{own}.\n\n{REPEATED}"}


def collate(found: Found) -> tuple[int, int, int]:
    """How many accounts the largest claim has, how many claims and how many differences there are."""
    stage = next(stage for stage in stages() if stage.name == "collate")
    values = stage.run(found, LocalEngine().bench("collate")).values
    claims = [claim for claim in values[Claim] if isinstance(claim, Claim)]
    return max(len(claim.accounts) for claim in claims), len(claims), len(values[Difference])


def show(count: int, taken: Taken) -> None:
    largest, claims, differences = taken.found
    print(f"a story of {count}: {taken.processor:.1f} s of the processor, ", end="")
    print(f"{1000 * taken.processor / count:.1f} ms a document, ", end="")
    print(f"peak memory {taken.peak:.0f} MB, of which {taken.before:.0f} MB are the documents; ", end="")
    print(f"{claims} claims, the largest of {largest} accounts, {differences} differences", flush=True)


def main(argv: Sequence[str] | None = None) -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--documents", type=int, default=1000, help="articles of the whole run; 0 leaves it out")
    ask.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="documents of the growing story")
    given = ask.parse_args(argv)
    if not FOLDER.is_dir():
        ask.exit(2, f"{FOLDER}: no such folder\n")
    if given.documents:
        share(given.documents)
    every = []
    for count in given.sizes:
        every.append(apart(partial(collate, before_collate(count))))
        show(count, every[-1])
    show_growth("collation of one story", given.sizes, [taken.processor for taken in every])


if __name__ == "__main__":
    main()
