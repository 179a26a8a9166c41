"""What a report tells: story by story what its page shows, and its claims in full."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sayso.errors import UsageError
from sayso.findings import Claim, Difference, Story
from sayso.store.base import View
from sayso.web.contexts import story as stories
from sayso.web.contexts.claim import ClaimShown, claim_shown
from sayso.web.contexts.shelf import Shelf, Source
from sayso.web.contexts.story import StoryPage
from sayso.web.contexts.table import Row


@dataclass(frozen=True, slots=True)
class Chapter:
    """One story: what its page shows, and its claims in full, those of two or more reports first. `chosen` is whether claims of it
    were left out: then only what belongs to the others is told.
    """

    story: StoryPage
    shared: tuple[ClaimShown, ...]
    single: tuple[ClaimShown, ...]
    chosen: bool


def chapters(view: View, story: str | None = None, claims: Collection[str] = ()) -> tuple[Chapter, ...]:
    """All stories of a case, or the one with that id; only these claims, by id, or all.

    Raises `UsageError` when the case has no such story, or the chosen part of it not all of the claims.
    """
    known = [s.id for s in view.all(Story)]
    if story is not None and story not in known:
        raise UsageError(f"{view.name}: there is no story '{story}'", f"List them with: sayso show {view.name}.sayso stories")
    wanted = frozenset(claims)
    made = tuple(_chapter(view, key, wanted) for key in known if story in (None, key))
    there = {claim.id for chapter in made for claim in (*chapter.shared, *chapter.single)}
    for missing in sorted(wanted - there):
        raise UsageError(f"{view.name}: there is no claim '{missing}'", f"List them with: sayso show {view.name}.sayso claims")
    return tuple(chapter for chapter in made if not wanted or chapter.shared or chapter.single)


def _chapter(view: View, key: str, wanted: frozenset[str]) -> Chapter:
    page = stories.whole(view, key)
    shelf = Shelf(view)
    differences = view.in_story(Difference, key)
    claims = {claim.id: claim for claim in view.in_story(Claim, key)}

    def told(rows: tuple[Row, ...]) -> tuple[ClaimShown, ...]:
        return tuple(
            claim_shown(shelf, claims[r.id], [d for d in differences if d.claim == r.id])
            for r in rows
            if not wanted or r.id in wanted
        )

    whole = Chapter(page, told(page.shared), told(page.single), chosen=False)
    return _limited(whole) if wanted else whole


def _limited(chapter: Chapter) -> Chapter:
    """The chapter with nothing in it that its claims do not need."""
    told = (*chapter.shared, *chapter.single)
    hrefs = {claim.href for claim in told}
    cited = {account.quote.source.document for claim in told for account in claim.accounts}
    page = chapter.story

    def is_cited(source: Source) -> bool:
        return source.document in cited

    return replace(
        chapter,
        chosen=True,
        story=replace(
            page,
            differences=tuple(one for one in page.differences if one.claim_href in hrefs),
            repeats=tuple(one for one in page.repeats if is_cited(one.a) and is_cited(one.b)),
            events=tuple(one for one in page.events if one.claim_href in hrefs),
            sources=tuple(filter(is_cited, page.sources)),
        ),
    )
