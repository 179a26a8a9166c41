"""A context as a response: a page for a reader, or the same values as JSON where the address ends in `.json`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sayso.web.templating import render


def answer(request: Request, template: str, context: Any) -> Response:
    if request.url.path.endswith(".json"):
        return _json(asdict(context), 200)
    asked = f"?{request.url.query}" if request.url.query else ""
    return _html(render(template, page=context, data=f"{request.url.path}.json{asked}"), 200)


def fault(request: Request, status: int, message: str, hint: str = "") -> Response:
    """A page that says what is wrong and what to do, or the same as JSON."""
    if request.url.path.endswith(".json"):
        return _json({"status": status, "message": message, "hint": hint}, status)
    return _html(render("fault.html", status=status, message=message, hint=hint), status)


def _html(page: str, status: int) -> Response:
    # A text may hold half of a surrogate pair, which no encoding of the web can carry.
    return Response(page.encode("utf8", "replace"), status, media_type="text/html")


def _json(values: Any, status: int) -> Response:
    return Response(json.dumps(values), status, media_type="application/json")
