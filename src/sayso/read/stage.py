"""The first stage: what was offered becomes documents, or is rejected with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from sayso.config import ReadSettings
from sayso.documents import Document, Offer, Rejected, Version
from sayso.read.base import STAGE, Harvest
from sayso.read.harvest import harvests
from sayso.stages import Bench, Found, Outcome

DEFAULTS = ReadSettings()

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Read:
    """Gives the documents already in the case and those newly offered together, by key; every offer is accounted for.

    What stood at a document's place before comes with them as its versions.
    """

    settings: ReadSettings = DEFAULTS
    name: ClassVar[str] = STAGE
    version: ClassVar[int] = 2
    needs: ClassVar[tuple[type, ...]] = (Offer,)
    gives: ClassVar[tuple[type, ...]] = (Document, Version)

    def run(self, found: Found, bench: Bench) -> Outcome:
        with closing(harvests(found[Offer], self.settings, bench.tell)) as new:
            documents, versions, rejected = together(found[Document], found[Version], new)
        return Outcome({Document: documents, Version: versions}, rejected)


def together(
    before: Iterable[Document], versions: Iterable[Version], harvests: Iterable[Harvest]
) -> tuple[tuple[Document, ...], tuple[Version, ...], tuple[Rejected, ...]]:
    """The documents of earlier runs and the new ones, each once, and what stood before at the places of any of them.

    A second copy is rejected as the same as the first, unless it is the same page seen again. A text that another one at its place
    has followed becomes its version.
    """
    known = {document.id: document for document in before}
    met: dict[str, Document] = {}
    rejected: list[Rejected] = []
    for harvest in harvests:
        rejected += harvest.rejected
        for new in harvest.documents:
            first = known.get(new.id, new)
            if _file(first) != _file(new) or (new.id in met and first.key != new.key):
                rejected.append(
                    Rejected(new.path, STAGE, f"{new.key}: is the same as {first.key}, in its text and all that is declared of it.")
                )
            elif new.id not in met or _captured(new) > _captured(first):
                known[new.id] = met[new.id] = new
    current, followed = _followed([*(v.was for v in versions), *known.values()], met)
    return tuple(sorted(current, key=lambda d: (d.key, d.id))), followed, tuple(rejected)


def _followed(known: Sequence[Document], met: Mapping[str, Document]) -> tuple[list[Document], tuple[Version, ...]]:
    """The latest document at each place, and what it followed there, oldest first.

    Captures of one address follow one another by their time, other texts of one place by when they were read. Records without
    a time that one file gives under one id stand side by side.
    """
    places: dict[object, dict[str, Document]] = {}
    for document in known:
        places.setdefault(_place(document) or document.id, {})[document.id] = document
    current: list[Document] = []
    followed: list[Version] = []
    for there in places.values():
        order = sorted(there.values(), key=lambda d: (_captured(d), met.get(d.id) is d))
        last = [d for d in order if met.get(d.id) is d and not order[-1].declared.captured] or order[-1:]
        current += last
        followed += (Version(last[0].id, d) for d in order if d not in last)
    return current, tuple(sorted(followed, key=lambda v: v.document))


def _captured(of: Document) -> str:
    return of.declared.captured or ""


def _file(of: Document) -> Path:
    return Path(of.path).resolve()


def _place(of: Document) -> tuple[Path, str] | None:
    """Where one text can take the place of another: in a file, or under a record's own id.

    None for what came on standard input, and for a record without an id: its line may hold another report the next day.
    """
    if of.path == STDIN:
        return None
    file = _file(of)
    if of.key.endswith(file.name):
        return file, ""
    named = of.key.rpartition(":")
    return None if file.name in named[0].split("/") and named[2].isdecimal() else (file, of.key)
