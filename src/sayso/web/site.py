"""The pages of a case, each at its address, and the same address with `.json` for a program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.errors import CaseBusy, SaysoError
from sayso.store.base import View
from sayso.web.answers import answer, fault
from sayso.web.contexts import case, claim, compare, differences, lineage, party, reader, search, story
from sayso.web.contexts.shelf import Absent
from sayso.web.guard import HEADERS, Guard
from sayso.web.templating import mark, style

OpenView = Callable[[], View]

NOT_HERE = "There is nothing at this address"
FAULTS = {
    404: (NOT_HERE, "The case may have been analysed anew since the link was made. Begin again at the case's first page."),
    405: ("This page can only be read", "Nothing in a case is changed through its pages."),
}


def app(open_view: OpenView, host: str = "127.0.0.1") -> Starlette:
    """The pages over the view that `open_view` opens for each request; `host` is the address that they are served at.

    Answers 400 to requests that name another host, 404 to what the case does not have, 503 while the case is being written to,
    and 500 with the message and hint of any other `SaysoError`.
    """
    routes = [
        *_page("/", "case.html", open_view, case.page, "stories", "loose", "rejected"),
        *_page("/stories/{key}", "story.html", open_view, story.page, "sort", "parted", "shared", "single", "events"),
        *_page("/stories/{key}/lineage", "lineage.html", open_view, lineage.page),
        *_page("/claims/{key}", "claim.html", open_view, claim.page),
        *_page("/differences/{key}", "difference.html", open_view, differences.page),
        *_page("/documents/{key}", "document.html", open_view, reader.page),
        *_page("/documents/{left}/beside/{right}", "compare.html", open_view, compare.page),
        *_page("/parties/{key}", "party.html", open_view, party.page, "spoken", "through"),
        *_page("/search", "search.html", open_view, search.page, "q", "outlet", "claims", "parties", "reports"),
        Route("/static/sayso.css", lambda request: Response(style(), media_type="text/css")),
        Route("/static/mark.svg", lambda request: Response(mark(), media_type="image/svg+xml")),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, host=host)],
        exception_handlers={SaysoError: _known_fault, HTTPException: _http_fault, Exception: _unknown_fault},
    )


def _page(path: str, template: str, open_view: OpenView, context: Callable[..., Any], *asked: str) -> tuple[Route, Route]:
    """The page and its data. The context is made of what stands in the path, and of what may be `asked` after it."""

    def endpoint(request: Request) -> Response:
        try:
            with _opened(open_view) as view:
                found = context(view, *request.path_params.values(), **_asked(request, asked))
        except Absent as e:
            raise HTTPException(404) from e
        return answer(request, template, found)

    return Route(f"{path}.json", endpoint), Route(path, endpoint)


def _asked(request: Request, names: Iterable[str]) -> dict[str, str]:
    return {name: request.query_params[name] for name in names if name in request.query_params}


@contextmanager
def _opened(open_view: OpenView) -> Iterator[View]:
    """A view for as long as a page is made; one that can be closed is, for a writer may be waiting."""
    view = open_view()
    with view if isinstance(view, AbstractContextManager) else nullcontext():
        yield view


def _known_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    return fault(request, 503 if isinstance(error, CaseBusy) else 500, str(error), error.hint)


def _http_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message, hint = FAULTS.get(error.status_code, (error.detail, ""))
    response = fault(request, error.status_code, message, hint)
    response.headers.update(error.headers or {})
    return response


def _unknown_fault(request: Request, error: Exception) -> Response:
    response = fault(request, 500, "Something went wrong in Sayso itself", "The terminal in which it runs says more.")
    response.headers.update(HEADERS)  # this answer is made outside the guard
    return response
