"""What `--json` prints: the lines of the export, and an overview of the case."""

from __future__ import annotations

import json
import sys
from typing import Any

from sayso.decisions.standings import rejected_findings
from sayso.documents import Document, Profile, Rejected
from sayso.export.rows import LINES
from sayso.findings import Claim, Difference, Story, Unread
from sayso.store.base import View

Answer = dict[str, Any]
SHEET_OF = {"timeline": "events", "origins": "claims"}


def print_json(answer: object) -> None:
    """On standard output; beyond ASCII only where the output can take it."""
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(answer, ensure_ascii=not utf8, indent=2))


def overview(view: View) -> Answer:
    """The case at a glance: how far its run came, and each story in numbers."""
    runs = view.runs()
    return {
        "case": view.name,
        "complete": bool(runs) and all(run.seconds is not None for run in runs),
        "documents": len(view.all(Document)),
        "rejected": len(view.all(Rejected)),
        "not_searched": len(view.all(Unread)),
        "stories": [in_numbers(view, story) for story in view.all(Story)],
    }


def in_numbers(view: View, story: Story) -> Answer:
    rejected = rejected_findings(view)
    claims = [claim for claim in view.in_story(Claim, story.id) if claim.id not in rejected]
    outlets = {p.outlet for p in view.in_story(Profile, story.id) if p.outlet}
    return {
        "id": story.id,
        "label": story.label,
        "documents": len(story.documents),
        "outlets": len(outlets),
        "claims": len(claims),
        "claims_in_several_reports": sum(1 for c in claims if len({a.document for a in c.accounts}) > 1),
        "claims_of_independent_origins": sum(1 for c in claims if c.origins.count > 1),
        "differences": len({one.id for one in view.in_story(Difference, story.id)} - rejected),
    }


def sheet(view: View, what: str, story: str | None) -> list[Answer]:
    """The lines of the export's sheet for one thing that `show` shows, those of one story when it is given."""
    lines = list(LINES[SHEET_OF.get(what, what)](view))
    if story is None:
        return lines
    claims = {claim.id for claim in view.in_story(Claim, story)}
    return [line for line in lines if story in (line.get("story"), line["id"]) or line.get("claim") in claims]
