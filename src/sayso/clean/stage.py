"""The second stage: what each block of a document is for, and what its page says of it. Marks spans, changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from sayso.clean.bylines import authors_of
from sayso.clean.credits import credits_of
from sayso.clean.language import language_of
from sayso.clean.masthead import site_of
from sayso.clean.names import Outlets
from sayso.clean.outlet import outlet_of
from sayso.clean.published import published_of
from sayso.clean.recurring import furnished
from sayso.clean.roles import blocks_of
from sayso.clean.ruled import as_ruled, with_roles
from sayso.clean.words import table
from sayso.documents import Block, Declared, Document, Profile, Role
from sayso.findings import Ruling
from sayso.outlets import Outlet, name_key, named
from sayso.rulings import of_documents
from sayso.stages import Bench, Found, Outcome

NO_AUTHORS = frozenset(table()["bylines"]["no_authors"].split())
SHORTEST = 4
"""Characters of an outlet's name, not in the table, that can be told from other words of a text."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Gives one profile a document, in the order of the documents.

    Each is looked at alone first, then all together: what recurs, and which outlets the pile has that others may credit. What
    people ruled about a document holds whatever is found.
    """

    name: ClassVar[str] = "clean"
    version: ClassVar[int] = 3
    needs: ClassVar[tuple[type, ...]] = (Document, Ruling)
    gives: ClassVar[tuple[type, ...]] = (Profile,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        documents, ruled = found[Document], of_documents(found[Ruling])
        profiles = [
            as_ruled(document, known, ruled.get(document.id, ()))
            for document, known in zip(documents, bench.each(profile, documents), strict=True)
        ]
        others = unlisted(profiles)
        furniture = furnished(documents, profiles)
        for at, (document, known) in enumerate(zip(documents, profiles, strict=True)):
            if others or at in furniture or document.id in ruled:
                cleared = replace(known, blocks=furniture.get(at, known.blocks))
                profiles[at] = credited(document.text, with_roles(document, cleared, ruled.get(document.id, ())), others)
        return Outcome({Profile: tuple(profiles)})


def profile(document: Document) -> Profile:
    """What cleaning finds out about one document."""
    text, declared = document.text, document.declared
    blocks = blocks_of(text, declared, document.marks)
    outlet, outlet_because = outlet_of(text, blocks, declared)
    if outlet is None and (site := site_of(text, blocks)):
        outlet, outlet_because = site, "outlet: its name stands above the report, and again elsewhere"
    language, language_because = language_of(text, blocks, declared.language)
    known = named(outlet) if outlet else None
    return Profile(
        document=document.id,
        outlet=outlet,
        family=known.family if known else None,
        title=declared.title or _first_words(text, blocks, Role.HEADLINE),
        authors=_people(declared, outlet) or _by(text, blocks) or _named(declared),
        published=published_of(text, blocks, declared),
        language=language,
        blocks=blocks,
        credits=credits_of(text, blocks, outlet),
        because=(outlet_because, language_because),
    )


def unlisted(profiles: Iterable[Profile]) -> Outlets:
    """The outlets of the pile that the table does not know, in order of their names: what one publishes another may credit."""
    names = {name_key(p.outlet): p.outlet for p in profiles if p.outlet and len(p.outlet) >= SHORTEST and not named(p.outlet)}
    return tuple(Outlet(names[key]) for key in sorted(names))


def credited(text: str, profile: Profile, others: Outlets) -> Profile:
    """The profile with the credits to the pile's other outlets as well."""
    return replace(profile, credits=credits_of(text, profile.blocks, profile.outlet, others))


def _first_words(text: str, blocks: tuple[Block, ...], role: Role) -> str | None:
    return next((block.span.of(text) for block in blocks if block.role is role), None)


def _people(declared: Declared, outlet: str | None) -> tuple[str, ...]:
    """The declared authors without the outlet, which many pages name where nobody signed."""
    own = {_letters(name) for name in (outlet, declared.outlet) if name}
    return tuple(name for name in _named(declared) if _letters(name) not in own)


def _named(declared: Declared) -> tuple[str, ...]:
    """The declared authors without scraps of the page that some programs take for names."""
    return tuple(name for name in declared.authors if not set(name.lower().split()) & NO_AUTHORS)


def _letters(name: str) -> str:
    """A name as a web address spells it."""
    return "".join(c for c in name_key(name) if c.isalnum())


def _by(text: str, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    names = (name for block in blocks if block.role is Role.BYLINE for name in authors_of(block.span.of(text)))
    return tuple(dict.fromkeys(names))
