"""From offers to what they came to, side by side and in the order of the offers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import TypeVar

from sayso.config import ReadSettings
from sayso.documents import Document, Offer, Rejected
from sayso.read.base import STAGE, Harvest, Link, Piece, piece_of
from sayso.read.opening import Given
from sayso.read.workers import FORMS, Crew

T = TypeVar("T")

AHEAD = 64
"""Offers that are begun before the first of them is done: enough that one slow page keeps nobody waiting."""

Tell = Callable[[int, int], None]
"""Hears how many pieces are read, and of how many."""


def harvests(offers: Sequence[Offer], settings: ReadSettings, tell: Tell, forms: str = FORMS) -> Generator[Harvest]:
    """What each offer came to, in order. Closing it before its end ends all workers.

    `tell` counts the offers, and each piece of an archive as one of its own as soon as it is read.
    """
    done = 0
    tell(0, len(offers))
    with Crew(settings, forms) as crew:
        begun = ((offer, crew.begin(piece_of(offer))) for offer in offers)
        for left, (offer, parts) in zip(range(len(offers), 0, -1), _ahead(begun, AHEAD), strict=True):
            before, found = done, list[Given]()
            for part in parts:
                tell(done, done + left)
                found += part()
                done += 1
            done = max(done, before + 1)
            tell(done, done + left - 1)
            yield _harvest(offer, found)


def read_piece(piece: Piece, settings: ReadSettings, forms: str = FORMS) -> tuple[Given, ...]:
    """All that is in one piece. Never raises on odd input."""
    with Crew(settings, forms) as crew:
        return tuple(item for part in crew.begin(piece) for item in part())


def _ahead(things: Iterable[T], so_many: int) -> Iterator[T]:
    """The things themselves, so many of them made before the first is given."""
    waiting: deque[T] = deque()
    for thing in things:
        waiting.append(thing)
        if len(waiting) > so_many:
            yield waiting.popleft()
    yield from waiting


def _harvest(offer: Offer, found: Sequence[Given]) -> Harvest:
    documents = tuple(item for item in found if isinstance(item, Document))
    rejected = tuple(item for item in found if isinstance(item, Rejected))
    links = tuple(item for item in found if isinstance(item, Link))
    return Harvest(documents, (*rejected, *_not_fetched(offer, documents, links)), links)


def _not_fetched(offer: Offer, documents: Sequence[Document], links: Sequence[Link]) -> Iterator[Rejected]:
    """One rejection for all addresses whose reports are not in the offer itself: nothing is fetched unless a person asks for it."""
    here = {document.declared.url for document in documents}
    if left := [link.address for link in links if link.address not in here]:
        yield Rejected(
            piece_of(offer).path,
            STAGE,
            f"{offer.key}: {_named(left)}. To have it fetched, and only then: sayso add CASE FILE-OR-ADDRESS.",
        )


def _named(addresses: Sequence[str]) -> str:
    if len(addresses) == 1:
        return f"names an address whose report is not in it, {addresses[0]}"
    return f"names {len(addresses):,} addresses whose reports are not in it, {addresses[0]} the first"
