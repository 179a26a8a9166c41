"""The pages as a browser gets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.errors import CaseBusy, CaseDamaged
from sayso.findings import Claim, Difference
from sayso.store.base import StageRun, View
from sayso.web import app
from sayso.web.contexts import case as cases
from sayso.web.contexts import claim, compare, differences, lineage, party, reader, search, story
from sayso.web.guard import HEADERS, allowed
from tests.web.fakes import FakeView
from tests.web.hostile import PAYLOADS, case_of
from tests.web.invented import case

PAGES: dict[str, Callable[[View], Any]] = {
    "/": cases.page,
    "/stories/s-fire": lambda view: story.page(view, "s-fire"),
    "/stories/s-fire/lineage": lambda view: lineage.page(view, "s-fire"),
    "/claims/c-injured": lambda view: claim.page(view, "c-injured"),
    "/claims/c-warned": lambda view: claim.page(view, "c-warned"),
    "/parties/P-brigade": lambda view: party.page(view, "P-brigade"),
    "/search?q=depot": lambda view: search.page(view, q="depot"),
    "/differences/x-quote": lambda view: differences.page(view, "x-quote"),
    "/documents/d-gazette": lambda view: reader.page(view, "d-gazette"),
    "/documents/d-courier": lambda view: reader.page(view, "d-courier"),
    "/documents/d-gazette/beside/d-courier": lambda view: compare.page(view, "d-gazette", "d-courier"),
}
OWN_FORMS = {("action", "/search")}
VOID = {"meta", "link", "input", "br", "img"}


def as_data(path: str) -> str:
    """The address of the same as JSON."""
    at, asks, query = path.partition("?")
    return f"{at}.json{asks}{query}"


def client(open_view: Callable[[], View] = case, host: str = "localhost:8272") -> TestClient:
    return TestClient(app(open_view), base_url=f"http://{host}", raise_server_exceptions=False)


class Seen(HTMLParser):
    """The elements and attributes of a page, as a browser would take them, and whether all that opens also closes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id" and value]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@cache
def usual_elements(path: str) -> frozenset[str]:
    return frozenset(Seen(client().get(path).text).elements)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_well_formed_and_every_id_is_one_of_a_kind(path: str) -> None:
    answer = client().get(path)
    seen = Seen(answer.text)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert seen.open == []
    assert len(seen.ids) == len(set(seen.ids))


@pytest.mark.parametrize("path", PAGES)
def test_headings_come_in_order_and_no_level_is_skipped(path: str) -> None:
    levels = Seen(client().get(path).text).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGES)
def test_every_link_within_the_case_leads_somewhere(path: str) -> None:
    browser = client()
    for name, value in Seen(browser.get(path).text).attributes:
        if name == "href" and value and value.startswith("/"):
            address, _, anchor = value.partition("#")
            target = browser.get(address)
            assert target.status_code == 200, value
            assert not anchor or anchor in Seen(target.text).ids, value


@pytest.mark.parametrize("path", PAGES)
def test_the_same_address_with_json_gives_what_the_page_shows(path: str) -> None:
    answer = client().get(as_data(path))
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == json.loads(json.dumps(asdict(PAGES[path](case()))))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_a_source_is_ever_markup(payload: str) -> None:
    poisoned = client(lambda: case_of(payload))
    for path in PAGES:
        answer = poisoned.get(path)
        assert answer.status_code == 200
        seen = Seen(answer.text)
        assert seen.elements <= usual_elements(path) | {"mark", "b"}
        assert not {name for name, _ in seen.attributes if name.startswith("on") or name in ("style", "srcdoc")}
        assert {pair for pair in seen.attributes if pair[0] in ("action", "formaction")} <= OWN_FORMS
        links = [value or "" for name, value in seen.attributes if name in ("href", "src")]
        assert all(link.startswith(("/", "#", "?")) for link in links)
        assert "1337" not in answer.text
        assert poisoned.get(as_data(path)).status_code == 200


@pytest.mark.parametrize(
    "path", [*PAGES, "/.json", "/static/sayso.css", "/static/mark.svg", "/nothing", "/stories/none", "/claims/none.json"]
)
def test_every_answer_carries_the_headers_that_keep_it_to_itself(path: str) -> None:
    answer = client().get(path)
    assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()
    assert "script-src" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:1", "127.0.0.1:8272", "[::1]:8272", "LOCALHOST:8272"]
)
def test_this_machine_is_answered_by_any_of_its_names(host: str) -> None:
    assert client(host=host).get("/").status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:1", "localhost@evil.example", "10.0.0.1", "[::2]:1", ""],
)
def test_any_other_host_is_refused_and_told_nothing(host: str) -> None:
    for path in (*PAGES, "/static/sayso.css"):
        answer = client().get(path, headers={"host": host})
        assert answer.status_code == 400
        assert "quayside" not in answer.text
        assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()


def test_served_to_everyone_numeric_addresses_are_answered_and_other_names_are_not() -> None:
    assert allowed("192.168.1.7:8272", {"localhost"}, any_address=True)
    assert allowed("[fe80::1]", {"localhost"}, any_address=True)
    assert not allowed("rebound.example", {"localhost"}, any_address=True)
    assert not allowed("192.168.1.7", {"localhost"})


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_pages_can_only_be_read(method: str) -> None:
    answer = client().request(method, "/claims/c-injured")
    assert answer.status_code == 405
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "can only be read" in answer.text


def test_head_gives_the_headers_without_the_page() -> None:
    answer = client().head("/")
    assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize("path", ["/nothing", "/stories/none", "/claims/none", "/differences/none", "/documents/none", "/stories/"])
def test_what_is_not_there_is_said_in_a_page_that_leads_back(path: str) -> None:
    answer = client().get(path)
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.text
    assert 'href="/"' in answer.text
    assert client().get(f"{path.rstrip('/')}.json").json()["status"] == 404


def test_a_damaged_and_a_busy_case_say_what_to_do() -> None:
    def damaged() -> View:
        raise CaseDamaged("x.sayso: does not hold together", "Restore <it> from a copy.")

    def busy() -> View:
        raise CaseBusy("x.sayso: is being written", "Try again.")

    answer = client(damaged).get("/")
    assert answer.status_code == 500
    assert "does not hold together" in answer.text
    assert "Restore &lt;it&gt; from a copy." in answer.text
    assert client(busy).get("/").status_code == 503
    assert client(busy).get("/.json").json() == {"status": 503, "message": "x.sayso: is being written", "hint": "Try again."}


def test_a_fault_of_sayso_itself_shows_no_insides_and_is_as_well_guarded() -> None:
    def broken() -> View:
        raise RuntimeError("secret insides")

    answer = client(broken).get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()


def test_a_view_that_can_be_closed_is_closed_when_its_page_is_made() -> None:
    events: list[str] = []

    class Closing(FakeView):
        def __enter__(self) -> Closing:
            events.append("opened")
            return self

        def __exit__(self, *_: object) -> None:
            events.append("closed")

    whole = Closing(case().values, "quayside")
    assert client(lambda: whole).get("/stories/s-fire").status_code == 200
    assert client(lambda: whole).get("/stories/none").status_code == 404
    assert events == ["opened", "closed"] * 2


def test_an_empty_case_says_how_to_begin() -> None:
    page = client(FakeView).get("/").text
    assert "Nothing has been read into this case yet" in page
    assert "sayso run FOLDER -c invented.sayso" in page


def test_an_address_that_is_not_of_the_web_is_shown_but_never_a_link() -> None:
    seen = Seen(client(lambda: case_of("javascript:canary()")).get("/documents/d-gazette").text)
    assert not [value for name, value in seen.attributes if name == "href" and not (value or "").startswith(("/", "#", "?"))]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_gives_a_verdict_on_the_truth(path: str) -> None:
    words = set(client().get(path).text.lower().split())
    assert not words & {"true", "false", "verified", "fake", "debunked"}




def test_a_run_that_was_stopped_is_not_shown_as_if_nothing_were_there() -> None:
    kept = tuple(v for v in case().values if not isinstance(v, Claim | Difference))
    told = FakeView(kept, "quayside", (StageRun("read", 1, 0.1, 4, 0), StageRun("collate", 1, None, 0, 0)))
    page = client(lambda: told).get("/stories/s-fire").text
    assert "Still to be found: claims, differences and origins" in page
    assert "No claim was found" not in page
