"""Who says nothing of a claim, outlet by outlet, and which reports nobody read throughout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.documents import Profile
from sayso.findings import Claim, Lineage, Passage, Silences, Story, Unread
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.shelf import Shelf, Source


@dataclass(frozen=True, slots=True)
class SilenceShown:
    """`words` say it in a line; `silent` and `unread` are the outlets that it counts, each once, with a report of each."""

    words: str
    alone: bool
    silent: tuple[Source, ...]
    unread: tuple[Source, ...]


def silences(view: View, story: Story) -> Silences:
    """The silences of a story's claims."""
    reports = view.in_story(Profile, story.id), view.in_story(Unread, story.id)
    return Silences(story, *reports, view.in_story(Lineage, story.id), view.in_story(Passage, story.id))


def silence_shown(shelf: Shelf, claim: Claim, found: Silences) -> SilenceShown:
    """Reports of one outlet count as one: it is silent only where none of its reports gives the claim, and all were read."""
    quiet = found.of(claim)
    telling = [shelf.source(a.document) for a in claim.accounts]
    heard = {_outlet(source) for source in telling}
    unread = _each(shelf, quiet.unread, heard)
    silent = _each(shelf, quiet.silent, heard | {_outlet(source) for source in unread})
    names = list(dict.fromkeys(source.outlet if source.named else "a report without a stated outlet" for source in telling))
    return SilenceShown(wording.silence(names, quiet.alone, len(silent), len(unread)), quiet.alone, silent, unread)


def _each(shelf: Shelf, documents: Sequence[str], but: set[str]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for source in map(shelf.source, documents):
        if _outlet(source) not in but:
            found.setdefault(_outlet(source), source)
    return tuple(found.values())


def _outlet(source: Source) -> str:
    return source.outlet if source.named else source.document
