"""The first stage: what was offered becomes documents, or is rejected with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from sayso.config import ReadSettings
from sayso.documents import Document, Offer, Rejected
from sayso.read.base import STAGE, Harvest, nothing_but, too_long
from sayso.read.forms import READERS, reader_for
from sayso.stages import Bench, Found, Outcome

DEFAULTS = ReadSettings()

STDIN = "-"
GIVEN_WAY = (
    "held another text when it was read before. What it holds now has taken its place in the case. "
    "To have both, keep the earlier text in a file of its own and read that too."
)


@dataclass(frozen=True, slots=True)
class Read:
    """Gives the documents already in the case and those newly offered together, by key; every offer is accounted for."""

    settings: ReadSettings = DEFAULTS
    name: ClassVar[str] = STAGE
    version: ClassVar[int] = 1
    needs: ClassVar[tuple[type, ...]] = (Offer,)
    gives: ClassVar[tuple[type, ...]] = (Document,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        harvests = bench.each(partial(read_offer, settings=self.settings), found[Offer])
        documents, rejected = _together(found[Document], harvests)
        return Outcome({Document: documents}, rejected)


def read_offer(offer: Offer, settings: ReadSettings) -> Harvest:
    """The documents of one offer, and what of it is rejected. Never raises."""
    raw = _bytes_of(offer, settings)
    if isinstance(raw, str):
        return nothing_but(offer, f"{offer.key}: {raw}")
    reader = reader_for(offer, raw)
    if reader is None:
        return nothing_but(offer, f"{offer.key}: is of a kind that Sayso does not read. It reads {', '.join(READERS)}.")
    return _of_readable_length(reader(offer, raw), settings.longest_text)


def _bytes_of(offer: Offer, settings: ReadSettings) -> bytes | str:
    """The bytes offered, or why there are none."""
    try:
        size = len(offer.data) if offer.data is not None else offer.path.stat().st_size
        if size > settings.largest_file_mb * 1_000_000:
            return (
                f"is too large: {size / 1_000_000:,.0f} MB, and the limit is {settings.largest_file_mb} MB. "
                "Split it, or raise largest_file_mb under [read] in the settings."
            )
        if offer.data is not None:
            return offer.data
        if not (offer.path.is_file() or offer.path.is_dir()):
            return "is no file but a pipe, socket or device. Save its content to a file and offer that."
        return offer.path.read_bytes()
    except OSError as e:
        return f"cannot be read: {e.strerror or e}. Check that it is still there and that you may read it."


def _of_readable_length(harvest: Harvest, longest: int) -> Harvest:
    rejected = tuple(too_long(d, longest) for d in harvest.documents if len(d.text) > longest)
    documents = tuple(d for d in harvest.documents if len(d.text) <= longest)
    return Harvest(documents, (*harvest.rejected, *rejected)) if rejected else harvest


def _together(before: Iterable[Document], harvests: Iterable[Harvest]) -> tuple[tuple[Document, ...], tuple[Rejected, ...]]:
    """The documents of earlier runs and the new ones, each once.

    A second copy is rejected as the same as the first. A text that another one has taken the place of is rejected as well.
    """
    kept = {document.id: document for document in before}
    met: dict[str, Document] = {}
    rejected: list[Rejected] = []
    for harvest in harvests:
        rejected += harvest.rejected
        for new in harvest.documents:
            first = kept.get(new.id, new)
            if new.id in met or _file(first) != _file(new):
                rejected.append(
                    Rejected(new.path, STAGE, f"{new.key}: is the same as {first.key}, in its text and all that is declared of it.")
                )
            else:
                kept[new.id] = new
            met.setdefault(new.id, new)
    taken = {_place(new) for new in met.values()} - {None}
    for old in [d for d in kept.values() if d.id not in met and _place(d) in taken]:
        rejected.append(Rejected(old.path, STAGE, f"{old.key}: {GIVEN_WAY}"))
        del kept[old.id]
    return tuple(sorted(kept.values(), key=lambda d: (d.key, d.id))), tuple(rejected)


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
    return None if named[0].endswith(file.name) and named[2].isdecimal() else (file, of.key)
