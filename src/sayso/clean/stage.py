"""The second stage: what each block of a document is for, and what its page says of it. Marks spans, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sayso.clean.bylines import authors_of
from sayso.clean.credits import credits_of
from sayso.clean.language import language_of
from sayso.clean.outlet import outlet_of
from sayso.clean.published import published_of
from sayso.clean.roles import blocks_of
from sayso.documents import Block, Document, Profile, Role
from sayso.outlets import named
from sayso.stages import Bench, Found, Outcome


@dataclass(frozen=True, slots=True)
class Clean:
    """Gives one profile a document, in the order of the documents."""

    name: ClassVar[str] = "clean"
    version: ClassVar[int] = 1
    needs: ClassVar[tuple[type, ...]] = (Document,)
    gives: ClassVar[tuple[type, ...]] = (Profile,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        return Outcome({Profile: tuple(bench.each(profile, found[Document]))})


def profile(document: Document) -> Profile:
    """What cleaning finds out about one document."""
    text, declared = document.text, document.declared
    blocks = blocks_of(text, declared)
    outlet, outlet_because = outlet_of(text, blocks, declared)
    language, language_because = language_of(text, blocks, declared.language)
    known = named(outlet) if outlet else None
    return Profile(
        document=document.id,
        outlet=outlet,
        family=known.family if known else None,
        title=declared.title or _first_words(text, blocks, Role.HEADLINE),
        authors=declared.authors or _by(text, blocks),
        published=published_of(text, blocks, declared),
        language=language,
        blocks=blocks,
        credits=credits_of(text, blocks, outlet),
        because=(outlet_because, language_because),
    )


def _first_words(text: str, blocks: tuple[Block, ...], role: Role) -> str | None:
    return next((block.span.of(text) for block in blocks if block.role is role), None)


def _by(text: str, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    names = (name for block in blocks if block.role is Role.BYLINE for name in authors_of(block.span.of(text)))
    return tuple(dict.fromkeys(names))
