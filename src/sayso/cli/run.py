"""`sayso run`: documents in, a case out."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.messages import tell
from sayso.cli.place import beside, is_of_a_case, named, typed
from sayso.documents import Offer, Rejected
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.cli.fetching import Fetched
    from sayso.cli.running import Run
    from sayso.config import Settings

SOME_REJECTED = 3


@click.command("run")
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("-c", "--case", metavar="CASE", help="The case to make or add to. Without it: NAME.sayso here, after PATH.")
@click.option("--settings", metavar="FILE", help="A TOML file with other settings (docs/settings.md lists them all).")
@click.option("--model", metavar="DIR", help="Another model that finds names and who says what, made as training/README.md tells.")
@click.option("--outlets", metavar="FILE", help="A TOML file that adds outlets to the table, or corrects it (docs/outlets.md).")
@click.option(
    "--map",
    "maps",
    metavar="WHAT=COLUMN",
    multiple=True,
    help="What a column of the records is: title=headline, text=body. Repeat it.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what came of it as one JSON object.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no overview; only what went wrong.")
def command(
    paths: tuple[str, ...],
    case: str | None,
    settings: str | None,
    model: str | None,
    outlets: str | None,
    maps: tuple[str, ...],
    as_json: bool,
    quiet: bool,
) -> int:
    """Read documents and find out who says what.

    PATH is a file (.txt, .html, .jsonl), a folder of them, an address (https://…), or - for standard input. What the case already
    holds stays, and is compared with what is new; the text of a file that has changed takes the place of its earlier one. Without
    a PATH, everything in the case is computed anew.

    \b
    sayso run coverage/ -c harbour.sayso
    sayso run more.txt -c harbour.sayso
    """
    if not paths and case is None:
        raise click.UsageError("Say what to read: a file, a folder, or - for standard input.", click.get_current_context())
    place = named(case) if case is not None else beside(paths)
    given = (None if file is None else Path(file) for file in (settings, model))
    made = make(place, paths, *given, outlets=outlets, maps=maps, quiet=quiet)
    if made.rejected:
        tell(f"{len(made.rejected)} rejected; the rest is in {place}.")
    if as_json:
        print_json(place, made)
    elif not quiet:
        print_overview(place)
    return SOME_REJECTED if made.rejected else 0


def make(
    place: Path,
    paths: Sequence[str],
    settings: Path | None = None,
    model: Path | None = None,
    *,
    outlets: str | None = None,
    maps: Sequence[str] = (),
    quiet: bool = False,
    follow: bool = False,
) -> Run:
    """Makes the case, or adds to it, or computes it anew when there are no paths; progress goes to standard error.

    Addresses among the paths are fetched first, and with `follow` those that a file names. A model, a table of outlets or a mapping
    of columns that cannot be used is told before anything is made.
    """
    from sayso import config
    from sayso.cli.phrases import many
    from sayso.cli.progress import shown
    from sayso.cli.running import run_case

    chosen = _with_outlets(_mapped(config.load(settings) if settings else config.Settings(), maps), outlets)
    if model and not model.is_dir():
        raise UsageError(f"{model}: there is no such folder", "Give --model a folder that holds a model (training/README.md).")
    came, files = fetched_first(place, paths, chosen, follow=follow, quiet=quiet)
    offered = (*(came.offers if came else ()), *offers_of(files)) if paths else None
    progress = shown(quiet=quiet)
    with progress.around():
        from sayso.order import stages

        made = run_case(place, offered, stages(chosen, model), progress, tell_rejected, came.refused if came else ())
    made.looks = came.looks if came else []
    if made.waiting:
        told = f"{many(made.waiting, 'decision')} made meanwhile: the next run puts them on top of what was found."
        tell(told, f"sayso run -c {typed(place)}")
    return made


def fetched_first(
    place: Path, paths: Sequence[str], settings: Settings, *, follow: bool, quiet: bool
) -> tuple[Fetched | None, Sequence[str]]:
    """What came of the addresses among the paths, None when there are none, and the other paths."""
    if not follow and not any("://" in path for path in paths):
        return None, paths
    from sayso.cli.fetching import fetched
    from sayso.cli.sources import sources_of

    sources, files = sources_of(paths, settings, follow=follow)
    if not sources:
        return None, files
    offers_of(files)  # a path that is not there is told before anything is fetched
    came = fetched(place, sources, settings, quiet=quiet)
    if not files:
        came.must_have_reports()
    return came, files


def _with_outlets(chosen: Settings, file: str | None) -> Settings:
    """The settings with the table of outlets named on the command line, which outweighs theirs. Raises `UsageError`."""
    from sayso.outlets import with_own

    file = file or chosen.clean.outlets
    if file:
        with_own(Path(file))
    return replace(chosen, clean=replace(chosen.clean, outlets=file))


def _mapped(chosen: Settings, maps: Sequence[str]) -> Settings:
    """The settings with what is said of columns on the command line, which outweighs the file. Raises `UsageError`."""
    from sayso.read.records.mapping import asked

    columns = shlex.join(maps) if maps else chosen.read.columns
    asked(columns)
    return replace(chosen, read=replace(chosen.read, columns=columns))


def offers_of(paths: Sequence[str]) -> tuple[Offer, ...]:
    """Everything below the paths but cases. Raises `UsageError` for a path that is not there."""
    from sayso.read import offers

    if "" in paths:
        raise UsageError("One of the paths is empty", "Name a file or a folder; this folder is called .")
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    found = offers([Path(path) for path in paths if path != "-"], stdin)
    return tuple(offer for offer in found if not is_of_a_case(offer.path))


def tell_rejected(rejected: Rejected) -> None:
    from sayso.cli.phrases import rejection

    tell(rejection(rejected))


def print_json(place: Path, made: Run) -> None:
    """The case at a glance, what was rejected, and what came of the addresses, on standard output."""
    from sayso.cli import answers
    from sayso.store.view import CaseView

    with CaseView(place) as view:
        rejects = [{"path": r.path, "stage": r.stage, "reason": r.reason} for r in made.rejected]
        fetched = [{"address": look.asked, "state": look.state, "at": look.at, "why": look.why or None} for look in made.looks]
        answers.print_json({**answers.overview(view), "rejected": rejects, "fetched": fetched})


def print_overview(place: Path, *, lasting: bool = True) -> None:
    """The case at a glance, on standard output; says where to look next when the case is lasting."""
    from sayso.cli.layout import Out
    from sayso.cli.tables import overview
    from sayso.store.view import CaseView

    with CaseView(place) as view:
        out = Out()
        for part in overview(view, place if lasting else None):
            out.print(part)
