"""A case, or one story of it, as a single HTML file: styles inside, no script, nothing loaded, every line with its citation."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection

from sayso.report.chapters import chapters
from sayso.store.base import View
from sayso.web.contexts import case
from sayso.web.templating import render, style


def html(view: View, story: str | None = None, claims: Collection[str] = ()) -> str:
    """The report on all stories of a case, or on the one with that id, and on these claims of them or all.

    Raises `UsageError` when the case has no such story or claim.
    """
    sheet = style()
    return render(
        "report.html",
        case=view.name,
        chapters=chapters(view, story, claims),
        unfinished=case.unfinished(view.runs()),
        style=sheet,
        policy=policy(sheet),
    )


def policy(sheet: str) -> str:
    """A content security policy under which this one stylesheet is all that a browser will use."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode("utf8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
