"""The export of the sample corpus, and the golden files that it is compared with.

`python -m tests.samples.golden` writes the golden files anew; read the change that `git diff` then shows before you keep it.
"""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.documents import Offer, Rejected
from sayso.engines.local import LocalEngine
from sayso.export import FORMATS
from sayso.order import stages
from sayso.read import offers
from sayso.samples import corpus
from sayso.stages import Found, run
from sayso.store.view import CaseView
from sayso.store.writer import Writer

GOLDEN = Path(__file__).parent / "golden"


def run_into(case: Path) -> Found:
    """The whole program over the sample corpus, kept in a case; its paths are counted from the samples' own folder."""
    order = stages()
    with chdir(corpus().parent), Writer(case) as writer:
        writer.begin_run(order)
        found = run(order, Found({Offer: offers([Path(corpus().name)], None)}), LocalEngine(), writer.keep)
    with CaseView(case) as view:
        return found.plus({Rejected: tuple(view.all(Rejected))})


def export(case: Path, folder: Path) -> dict[str, bytes]:
    """The files of the case's export, by name."""
    with CaseView(case) as view:
        return {path.name: path.read_bytes() for path in FORMATS["jsonl"](view, folder)}


def renew() -> None:
    with TemporaryDirectory() as room:
        case = Path(room) / "samples.sayso"
        run_into(case)
        export(case, GOLDEN)


if __name__ == "__main__":
    renew()
