"""A case, or one story of it, as a single HTML file: styles inside, no script, nothing loaded, every line with its citation."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.findings import Claim, Difference, Story
from sayso.store.base import View
from sayso.web.contexts import case
from sayso.web.contexts import story as stories
from sayso.web.contexts.claim import ClaimShown, claim_shown
from sayso.web.contexts.shelf import Shelf
from sayso.web.contexts.story import StoryPage
from sayso.web.contexts.table import Row
from sayso.web.templating import render, style


@dataclass(frozen=True, slots=True)
class Chapter:
    """One story: what its page shows, and its claims in full, those of two or more reports first."""

    story: StoryPage
    shared: tuple[ClaimShown, ...]
    single: tuple[ClaimShown, ...]


def html(view: View, story: str | None = None) -> str:
    """The report on all stories of a case, or on the one with that id. Raises `UsageError` when the case has no such story."""
    known = [s.id for s in view.all(Story)]
    if story is not None and story not in known:
        raise UsageError(f"{view.name}: there is no story '{story}'", f"List them with: sayso show {view.name}.sayso stories")
    chapters = tuple(chapter(view, key) for key in known if story in (None, key))
    sheet = style()
    return render(
        "report.html",
        case=view.name,
        chapters=chapters,
        unfinished=case.unfinished(view.runs()),
        style=sheet,
        policy=policy(sheet),
    )


def chapter(view: View, key: str) -> Chapter:
    page = stories.page(view, key)
    shelf = Shelf(view)
    differences = view.in_story(Difference, key)
    claims = {claim.id: claim for claim in view.in_story(Claim, key)}

    def told(rows: tuple[Row, ...]) -> tuple[ClaimShown, ...]:
        return tuple(claim_shown(shelf, claims[r.id], [d for d in differences if d.claim == r.id]) for r in rows)

    return Chapter(page, told(page.shared), told(page.single))


def policy(sheet: str) -> str:
    """A content security policy under which this one stylesheet is all that a browser will use."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode("utf8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
