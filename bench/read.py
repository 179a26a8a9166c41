"""Reading pages against bare trafilatura on the same pages: `python -m bench.read [--rounds N] [--workers N …]`.

Needs the shared data beside the project. First both go over the pages in this very process, in turn, page by page: what Sayso's
text, marks and metadata cost beside trafilatura's own with metadata, as a ratio of the time a page, which is what a change is held
to (1.3 at most). Then each reads them all in worker processes, as a run does: Sayso's with limits on all that they take,
trafilatura's without. The start of the processes counts for both.
"""

from __future__ import annotations

import argparse
import gzip
import logging
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from sayso.config import ReadSettings
from sayso.read import offers
from sayso.read.base import Piece, Unusable
from sayso.read.decoding import decode
from sayso.read.harvest import harvests
from sayso.read.page import page_document

PAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"


def unpacked(pages: Path, folder: Path) -> list[Path]:
    """All pages of the shared data as files in a folder."""
    for page in sorted(pages.glob("*/*.html")):
        (folder / page.name).write_bytes(page.read_bytes())
    for packed in sorted(pages.glob("*/*.html.gz")):
        (folder / packed.stem).write_bytes(gzip.decompress(packed.read_bytes()))
    return sorted(folder.iterdir())


def by_sayso(page: bytes) -> None:
    with suppress(Unusable):
        page_document(Piece("page.html", "page.html", page), decode(page))


def by_trafilatura(page: bytes) -> None:
    from trafilatura import bare_extraction

    bare_extraction(page, with_metadata=True)


def in_turn(pages: Sequence[bytes], rounds: int) -> tuple[float, float]:
    """Seconds that all pages take Sayso and trafilatura in one process; of each page the best of several rounds."""
    ours = theirs = 0.0
    for page in pages:
        ours += min(_seconds(by_sayso, page) for _ in range(rounds))
        theirs += min(_seconds(by_trafilatura, page) for _ in range(rounds))
    return ours, theirs


def _seconds(read: Callable[[bytes], None], page: bytes) -> float:
    began = time.process_time()
    read(page)
    return time.process_time() - began


def side_by_side(folder: Path, workers: int) -> tuple[float, float]:
    """Seconds by the clock that all pages take either in so many processes, from their start to the last page."""
    began = time.perf_counter()
    for _ in harvests(offers([folder]), ReadSettings(workers=workers), lambda _done, _of: None):
        pass
    between = time.perf_counter()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for _ in pool.map(_from_file, sorted(folder.iterdir()), chunksize=4):
            pass
    return between - began, time.perf_counter() - between


def _from_file(page: Path) -> None:
    _quietly()
    by_trafilatura(page.read_bytes())


def _quietly() -> None:
    """Without what trafilatura and its date reader have to say of odd pages."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")


def main(argv: Sequence[str] | None = None) -> int:
    """Prints pages a second and ratios. Returns 2 when the shared data is not there."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--rounds", type=int, default=3, help="so often is each page read, the fastest time counts (3)")
    ask.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="numbers of processes (1 2)")
    given = ask.parse_args(argv)
    _quietly()
    with tempfile.TemporaryDirectory() as scratch:
        files = unpacked(PAGES, Path(scratch))
        if not files:
            print(f"{PAGES} is not there: nothing measured", file=sys.stderr)
            return 2
        pages = [file.read_bytes() for file in files]
        by_sayso(pages[0])
        by_trafilatura(pages[0])
        _show("in one process", len(pages), *in_turn(pages, given.rounds))
        for workers in given.workers:
            _show(f"in {workers} worker{'s'[: workers != 1]}", len(pages), *side_by_side(Path(scratch), workers))
    return 0


def _show(how: str, pages: int, ours: float, theirs: float) -> None:
    print(
        f"{how:15} sayso {pages / ours:6.1f} pages a second, trafilatura {pages / theirs:6.1f}; "
        f"sayso / trafilatura = {ours / theirs:.2f} of the time a page",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
