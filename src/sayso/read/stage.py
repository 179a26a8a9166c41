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
    """The documents of earlier runs and the new ones, each once; a second copy is rejected as the same as the first."""
    kept = {document.id: document for document in before}
    met: set[str] = set()
    rejected: list[Rejected] = []
    for harvest in harvests:
        rejected += harvest.rejected
        for new in harvest.documents:
            first = kept.setdefault(new.id, new)
            if new.id in met or not _same_place(first, new):
                rejected.append(
                    Rejected(new.path, STAGE, f"{new.key}: is the same as {first.key}, in its text and all that is declared of it.")
                )
            met.add(new.id)
    return tuple(sorted(kept.values(), key=lambda d: (d.key, d.id))), tuple(rejected)


def _same_place(a: Document, b: Document) -> bool:
    return a.key == b.key and Path(a.path).resolve() == Path(b.path).resolve()
