"""A case as a program works with it. Each call opens the case, answers and closes it again, so that others can go on with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TypeVar

from sayso.cli.place import named
from sayso.cli.running import Run, run_case
from sayso.config import Settings
from sayso.decisions.deciding import Decided, decide
from sayso.decisions.standings import standings
from sayso.documents import Document, Offer, Rejected, Version
from sayso.errors import UsageError
from sayso.export import FORMATS
from sayso.findings import Claim, Decision, Difference, Party, Standing, Story, What
from sayso.stages import Listener, Progress
from sayso.store.backup import backup
from sayso.store.flaws import Flaw
from sayso.store.searching import SEARCHED
from sayso.store.verifying import flaws
from sayso.store.view import CaseView

T = TypeVar("T")
Searched = TypeVar("Searched", Document, Claim, Party)
Place = str | PathLike[str]


class Case:
    """One investigation: a file that ends in .sayso, which need not be there before the first `run`.

    What can go wrong is one of the errors of `sayso.errors`: `UsageError` for what is not there or cannot be done, `CaseBusy` while
    another program writes, `CaseDamaged` for a file that does not hold together, `Refused` for a file of another program.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __repr__(self) -> str:
        return f"Case({str(self.path)!r})"

    def run(
        self,
        paths: Place | Iterable[Place] | None = None,
        *,
        settings: Settings | None = None,
        model: Path | None = None,
        listen: Listener | None = None,
    ) -> Run:
        """Reads files and folders into the case, finds out who says what in all of it, and says what came of it: the number of
        documents that can be used, and what was rejected, each with its reason. Without paths what the case holds is computed anew.

        `listen` hears of the progress of each stage. Nothing is fetched. Raises `NothingUsable` when nothing can be used.
        """
        from sayso.order import stages

        return run_case(self.path, _offers(paths), stages(settings, model), listen or _unheard, _unheard)

    def view(self) -> CaseView:
        """Everything in the case as of now, to be used in a `with`: `all(kind)`, `get(kind, id)`, `in_story(kind, id)`,
        `in_document(kind, id)` for the kinds of `sayso.findings` and `sayso.documents`.
        """
        return CaseView(self.path)

    def documents(self) -> tuple[Document, ...]:
        """The reports, each with its untouched text; all spans of findings are places in these texts."""
        return self._all(Document)

    def rejected(self) -> tuple[Rejected, ...]:
        """What was offered and could not be used, with the reasons."""
        return self._all(Rejected)

    def stories(self) -> tuple[Story, ...]:
        """The events reported, each with the ids of its documents in the order of publication."""
        return self._all(Story)

    def claims(self, story: str | None = None) -> tuple[Claim, ...]:
        """What is claimed, with its accounts and origins; that of one story, by its id, or all."""
        return self._of(Claim, story)

    def differences(self, story: str | None = None) -> tuple[Difference, ...]:
        """Where accounts part, with both sides and the reason; in one story, by its id, or in all."""
        return self._of(Difference, story)

    def parties(self) -> tuple[Party, ...]:
        """The persons, bodies and places across all documents."""
        return self._all(Party)

    def versions(self, document: str | None = None) -> tuple[Version, ...]:
        """The earlier texts of reports that came back with another one, oldest first; of one document, by its id, or of all."""
        return tuple(version for version in self._all(Version) if document in (None, version.document))

    def search(self, words: str, kind: type[Searched]) -> tuple[Searched, ...]:
        """The claims, parties or documents that hold all the words, the best first, by their `kind`: `Claim`, `Party`, `Document`.

        As with `sayso search`, accents and case do not matter, "words in quotation marks" stand in this order, and a word that ends
        in * may go on. Of parties the names are searched. Raises `UsageError` for another kind.
        """
        if kind not in SEARCHED:
            raise UsageError(f"{kind.__name__} is not searched", f"Say one of: {', '.join(one.__name__ for one in SEARCHED)}.")
        with self.view() as view:
            found = (view.get(kind, key) for key in view.search(kind, words))
            return tuple(value for value in found if value is not None)

    def decide(self, what: What | str, *names: str, who: str, why: str = "", value: str | None = None) -> Decided:
        """Rules on what is named by its ids, as `sayso decide` does, and returns when that is on the disk.

        `value` is the speaker, role, outlet, date or grade that is put in place. Findings that rest on it follow with the next run.
        """
        try:
            ruling = What(what)
        except ValueError:
            raise UsageError(f"“{what}” is nothing that can be decided", f"Say one of: {', '.join(What)}.") from None
        return decide(self.path, ruling, names, who=who, reason=why, value=value)

    def decisions(self) -> tuple[tuple[Decision, Standing], ...]:
        """What people ruled, in the order in which they did, each with how it stands."""
        with self.view() as view:
            return standings(view)

    def export(self, folder: Place, form: str = "jsonl") -> tuple[Path, ...]:
        """Writes everything to files that other programs read, one a kind (docs/export.md), and returns where they are."""
        if form not in FORMATS:
            raise UsageError(f"“{form}” is no format", f"Say one of: {', '.join(FORMATS)}.")
        with self.view() as view:
            return FORMATS[form](view, Path(folder))

    def report(self, story: str | None = None, claims: Sequence[str] = (), *, markdown: bool = False) -> str:
        """The report on all stories or one, on all claims or those chosen, as one HTML page that needs nothing, or as Markdown."""
        from sayso import report

        with self.view() as view:
            return (report.markdown if markdown else report.html)(view, story, claims)

    def backup(self, to: Place, *, force: bool = False) -> None:
        """Copies the case, whole as of one moment, also while it is in use; `force` replaces what is there."""
        backup(self.path, Path(to), force=force)

    def verify(self) -> tuple[Flaw, ...]:
        """All that is not as it was kept; nothing when the case is sound."""
        return flaws(self.path)

    def _all(self, kind: type[T]) -> tuple[T, ...]:
        with self.view() as view:
            return tuple(view.all(kind))

    def _of(self, kind: type[T], story: str | None) -> tuple[T, ...]:
        with self.view() as view:
            if story is None:
                return tuple(view.all(kind))
            if view.get(Story, story) is None:
                raise UsageError(f"{self.path}: there is no story '{story}'", "Ask for the stories first.")
            return tuple(view.in_story(kind, story))


def open_case(path: Place) -> Case:
    """The case of that name, with or without its ending. Nothing is read or made yet."""
    return Case(named(str(path)))


def _offers(paths: Place | Iterable[Place] | None) -> Sequence[Offer] | None:
    from sayso.cli.run import offers_of

    if paths is None:
        return None
    return offers_of([str(path) for path in ([paths] if isinstance(paths, str | PathLike) else paths)])


def _unheard(event: Progress | Rejected) -> None:
    """For those who do not listen."""
