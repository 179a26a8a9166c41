"""What a person gave, told apart: addresses, files that name addresses, and files to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.cli.fetching import Source, lister
from sayso.config import Settings
from sayso.fetch import Look, Named, Purpose, State, is_address, names_lists
from sayso.read.base import Piece
from sayso.read.feeds import ADDRESSES
from sayso.read.forms import HEAD, form_of

LARGEST = 20_000_000


def sources_of(given: Sequence[str], settings: Settings, *, follow: bool) -> tuple[list[Source], list[str]]:
    """The addresses to fetch, and the rest. With `follow` also what a file names: a feed, addresses line by line."""
    sources: list[Source] = []
    files: list[str] = []
    for words in given:
        if is_address(words):
            sources.append(Named(words.strip()))
        elif follow and (found := _named_in(Path(words), settings)):
            sources += found
        else:
            files.append(words)
    return sources, files


def _named_in(path: Path, settings: Settings) -> Sequence[Source]:
    """The addresses that a file is a list of; none for a file that is a report itself."""
    if not path.is_file() or path.stat().st_size > LARGEST:
        return ()
    content = path.read_bytes()
    names = lister(settings.read)(content, path.name, None)
    if not names:
        return ()
    if form_of(Piece(path.name, str(path), content), content[:HEAD]) is ADDRESSES:
        return names  # as good as typed
    within = tuple(Named(name.address, str(path), name.declared) for name in names)
    return (Look(str(path), State.FETCHED, str(path), Purpose.LIST, within, names_lists(content)),)
