"""What is fetched and what is not: attacks and accidents of servers, each with its reason, and no connection where none may go."""

import gzip
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from threading import Event
from typing import Any

import brotli
import pytest

from sayso.fetch import Look, Named, Purpose, State
from sayso.fetch.base import WHO
from tests.fetch.conftest import Reporter, Stopwatch, is_public
from tests.fetch.web import Answer, Site

if sys.version_info >= (3, 14):
    from compression.zstd import compress
else:
    from backports.zstd import compress

PAGE = "<html><body><p>The gate stood open, the harbour master said.</p></body></html>"


def look(reporter: Reporter, address: str, *typed: str) -> Look:
    return reporter.visitor(address, *typed).visit(Named(address))


def refused(reporter: Reporter, address: str, *typed: str) -> str:
    came = look(reporter, address, *typed)
    assert came.state is State.REFUSED
    return came.why


def test_a_page_is_fetched_by_our_own_name_and_nothing_is_given_away(site: Site, reporter: Reporter) -> None:
    came = look(reporter, site.page("/gate", PAGE))
    assert (came.state, came.at, came.first) == (State.FETCHED, site.at("/gate"), True)
    assert site.paths() == ["/robots.txt", "/gate"]
    sent = site.asked[-1][1]
    assert sent["user-agent"] == WHO
    assert not {"cookie", "authorization", "referer"} & set(sent)


PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda raw: bytes(brotli.compress(raw, quality=1)),
    "zstd": compress,
    "gzip, gzip": lambda raw: gzip.compress(gzip.compress(raw)),
}


@pytest.mark.parametrize("packing", PACK)
def test_an_answer_is_unpacked_in_every_packing_that_is_asked_for(site: Site, reporter: Reporter, packing: str) -> None:
    site.page("/list", PACK[packing](b"http://example.org/gate"), "application/rss+xml", Content_Encoding=packing)
    assert [n.address for n in look(reporter, site.at("/list")).names] == ["http://example.org/gate"]


@pytest.mark.parametrize("packing", PACK)
def test_a_bomb_is_noticed_before_it_is_large(site: Site, reporter: Reporter, packing: str) -> None:
    site.page("/bomb", PACK[packing](bytes(30_000_000)), Content_Encoding=packing)
    assert "is larger than 1 MB" in refused(reporter, site.at("/bomb"))


def endless(written: Callable[[int], bytes], pause: float = 0.0, head: bytes = b"HTTP/1.1 200 OK\r\n") -> Answer:
    def write(out: Any) -> None:
        with suppress(OSError):
            out.write(head)
            for turn in range(10_000_000):
                out.write(written(turn))
                out.flush()
                if pause:
                    time.sleep(pause)

    return Answer(raw=write)


HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


def page(body: bytes, **headers: str) -> Answer:
    return Answer(body, headers={"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}})


def raw(answer: bytes) -> Answer:
    return Answer(raw=lambda out: out.write(answer))


SERVERS = {
    "a body without an end": (endless(lambda n: b"<p>more</p>" * 1000, head=HTML), "is larger than 1 MB"),
    "chunks without an end": (endless(lambda n: b"2710\r\n" + b"x" * 10_000 + b"\r\n", head=CHUNKED), "is larger than 1 MB"),
    "a byte now and then": (endless(lambda n: b"x", 0.2, HTML), "takes longer than 2 seconds"),
    "a head that never ends": (endless(lambda n: b"X-%d: y\r\n" % n), "cannot be fetched"),
    "a head a byte at a time": (endless(lambda n: b"x", 0.2), "takes longer than 2 seconds"),
    "interim answers without an end": (endless(lambda n: b"HTTP/1.1 103 Early Hints\r\n\r\n", head=b""), "is larger than"),
    "silence": (endless(lambda n: b"", 0.2, b""), "takes longer than 2 seconds"),
    "less than it promised": (page(b"short", Content_Length="900"), "cannot be fetched"),
    "far more than may be": (page(b"", Content_Length="9" * 12), "is larger than 1 MB"),
    "two lengths": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"), "cannot be fetched"),
    "no HTTP": (raw(b"SSH-2.0-OpenSSH_9.9\r\n"), "cannot be fetched"),
    "nothing": (raw(b""), "cannot be fetched"),
    "a picture": (page(b"\x89PNG", Content_Type="image/png"), "of a kind that Sayso does not read (image/png)"),
    "a lie about packing": (page(b"plain", Content_Encoding="gzip"), "cannot be unpacked"),
    "a packing nobody asked for": (page(b"x", Content_Encoding="lzma"), "packed in a way that Sayso does not know"),
    "nothing new, unasked": (Answer(status=304), "not changed, but was not asked"),
    "gone": (Answer(status=410), "is not there (the server answers 410)"),
    "paywall": (Answer(status=402), "is not open to everybody"),
    "too often": (Answer(status=429), "asked too often"),
    "a fault": (Answer(status=503), "gives no report (the server answers 503)"),
}


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_that_misbehaves_is_given_up_with_the_reason(site: Site, reporter: Reporter, name: str) -> None:
    answer, why = SERVERS[name]
    site.answers["/bad"] = answer
    site.page("/robots.txt", "", "text/plain")
    assert why in refused(reporter, site.at("/bad"))


def test_redirects_are_followed_so_far_and_each_step_is_kept(site: Site, reporter: Reporter) -> None:
    site.page("/end", PAGE)
    for n in range(5):
        site.sends_on(f"/{n}", f"/{n + 1}" if n < 4 else "/end", status=(301, 302, 303, 307, 308)[n])
    came = look(reporter, site.at("/0"))
    assert (came.state, came.asked, came.at) == (State.FETCHED, site.at("/0"), site.at("/end"))
    site.sends_on("/before", "/0")
    assert "sends on more than 5 times" in refused(reporter, site.at("/before"))


def test_redirects_in_a_circle_end(site: Site, reporter: Reporter) -> None:
    site.sends_on("/a", "/b#1")
    site.sends_on("/b", "/a#2")
    assert "in a circle" in refused(reporter, site.at("/a"))


TO_ELSEWHERE = {
    "http://127.0.0.2/": "not on the public network",
    "http://localhost/": "not on the public network",
    "http://169.254.169.254/latest/meta-data/": "not on the public network",
    "http://10.0.0.1/": "not on the public network",
    "http://[::1]/": "not on the public network",
    "http://[::]/": "not on the public network",
    "http://0.0.0.0/": "not on the public network",
    "http://[::ffff:169.254.169.254]/": "not on the public network",
    "http://[64:ff9b::a9fe:a9fe]/": "not on the public network",
    "http://[fe80::1%25lo]/": "no host that there could be",
    "http://0/": "odd way",
    "http://0x7f.1/": "odd way",
    "http://017700000001/": "odd way",
    "http://intern.example/": "not on the public network",
    "http://two-faced.example/": "not on the public network",
    "http://nowhere.example/": "cannot be found",
    "http://name:word@intern.example/": "user name or password",
    "ftp://intern.example/": "only http and https",
    "file:///etc/passwd": "only http and https",
    "http://127.0.0.1:1/": "a port that is not the web's",
}
NAMES = {
    "localhost": ("127.0.0.1", "::1"),
    "intern.example": ("192.168.7.7",),
    "two-faced.example": ("93.184.215.14", "127.0.0.2"),
}


def names(host: str, port: int) -> tuple[str, ...]:
    if host not in NAMES:
        raise OSError(-2, "Name or service not known")
    return NAMES[host]


@pytest.mark.parametrize("where", TO_ELSEWHERE)
def test_no_connection_is_made_to_a_machine_that_is_not_public(
    site: Site, reporter: Reporter, connected: list[str], where: str
) -> None:
    reporter.resolver = names
    if where != "http://127.0.0.1:1/":
        assert TO_ELSEWHERE[where] in refused(reporter, where)
    assert connected == []
    assert TO_ELSEWHERE[where] in refused(reporter, site.sends_on("/out", where))
    assert set(connected) == {"127.0.0.1"}, "only the site itself, which the settings allow"


def test_a_name_whose_answer_changes_is_connected_to_as_it_was_checked(
    site: Site, reporter: Reporter, connected: list[str]
) -> None:
    """The first answer, which was checked, is public; whoever asks again would be sent to this machine's other face."""
    answers = iter([("127.0.0.1",), ("127.0.0.1",), ("127.0.0.3",), ("127.0.0.3",)])
    reporter.resolver = lambda host, port: next(answers)
    site.page("/gate", PAGE)
    address = site.at("/gate", "changing.example")
    assert look(reporter, address).state is State.FETCHED
    assert site.asked[-1][1]["host"] == f"changing.example:{site.port}"
    assert "127.0.0.3, which is not on the public network" in refused(reporter, address)
    assert set(connected) == {"127.0.0.1"}


def test_without_leave_not_even_this_machine_is_connected_to(site: Site, reporter: Reporter, connected: list[str]) -> None:
    reporter.settings = replace(reporter.settings, allow="")
    assert 'allow = "127.0.0.1"' in refused(reporter, site.page("/gate", PAGE))
    assert [number for number in connected if not is_public(number)] == []


def test_a_resolver_that_never_answers_is_not_waited_for(reporter: Reporter) -> None:
    reporter.settings = replace(reporter.settings, connect_seconds=0.05)
    reporter.resolver = lambda host, port: (str(Event().wait(30)),)
    assert "cannot be found" in refused(reporter, "http://slow.example/")


def test_nothing_of_the_surroundings_leads_a_request_elsewhere(
    site: Site, reporter: Reporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert look(reporter, site.page("/gate", PAGE)).state is State.FETCHED


ROBOTS = "User-agent: *\nDisallow: /\n\nUser-agent: Sayso\nDisallow: /closed\nCrawl-delay: 7\n"


def test_what_a_site_closes_to_us_is_not_fetched(site: Site, reporter: Reporter) -> None:
    site.page("/robots.txt", ROBOTS, "text/plain")
    visitor = reporter.visitor(site.at("/"))
    closed = visitor.visit(Named(site.page("/closed/gate", PAGE)))
    assert (closed.state, closed.policy) == (State.REFUSED, True)
    assert "robots.txt. Save it by hand and offer the file" in closed.why
    site.page("/open", PAGE)
    assert visitor.visit(Named(site.at("/open"))).state is State.FETCHED
    site.sends_on("/to-closed", "/closed/gate")
    assert visitor.visit(Named(site.at("/to-closed"))).state is State.REFUSED
    assert site.paths() == ["/robots.txt", "/open", "/to-closed"], "asked for its rules once, and never for what they close"


@pytest.mark.parametrize(("status", "open_"), [(200, True), (404, True), (403, True), (500, False), (503, False)])
def test_a_site_without_rules_is_open_and_one_that_cannot_tell_them_is_closed(
    site: Site, reporter: Reporter, status: int, open_: bool
) -> None:
    site.page("/gate", PAGE)
    site.answers["/robots.txt"] = Answer(b"", status)
    assert (look(reporter, site.at("/gate")).state is State.FETCHED) is open_


def test_a_site_that_could_not_tell_its_rules_is_asked_again_soon(site: Site, reporter: Reporter, clock: Stopwatch) -> None:
    site.page("/gate", PAGE)
    site.answers["/robots.txt"] = Answer(status=503)
    visitor, gate = reporter.visitor(site.at("/")), Named(site.at("/gate"))
    assert visitor.visit(gate).state is State.REFUSED
    site.page("/robots.txt", "", "text/plain")
    assert visitor.visit(gate).state is State.REFUSED
    clock.sleep(600)
    assert visitor.visit(gate).state is State.FETCHED


def test_between_two_requests_to_a_host_is_a_pause(site: Site, reporter: Reporter, clock: Stopwatch) -> None:
    reporter.settings = replace(reporter.settings, pause_seconds=1.0, longest_pause_seconds=5.0)
    visitor = reporter.visitor(site.at("/"))
    for name in ("/a", "/b"):
        visitor.visit(Named(site.page(name, PAGE)))
    assert clock.slept == [1.0, 1.0]
    site.page("/robots.txt", ROBOTS, "text/plain")
    visitor = reporter.visitor(site.at("/"))
    for name in ("/a", "/b"):
        visitor.visit(Named(site.at(name)))
    assert clock.slept[2:] == [5.0, 5.0], "as long as the site asks, up to the bound"


def test_what_has_not_changed_is_asked_for_once_and_told_so(site: Site, reporter: Reporter) -> None:
    site.page("/tagged", PAGE)
    site.answers["/tagged"].etag = '"one"'
    site.page("/plain", PAGE)
    for name in ("/tagged", "/plain"):
        assert look(reporter, site.at(name)).state is State.FETCHED
        again = look(reporter, site.at(name))
        assert (again.state, again.first) == (State.UNCHANGED, False)
    assert [sent.get("if-none-match") for path, sent in site.asked if path == "/tagged"] == [None, '"one"']
    site.page("/plain", PAGE.replace("open", "shut"))
    assert look(reporter, site.at("/plain")).state is State.FETCHED


def test_a_list_that_has_not_changed_still_names_what_it_named(site: Site, reporter: Reporter) -> None:
    address = site.page("/feed", "http://example.org/a http://example.org/b", "application/rss+xml")
    site.answers["/feed"].etag = '"one"'
    first, again = look(reporter, address), look(reporter, address)
    assert (first.state, again.state) == (State.FETCHED, State.UNCHANGED)
    assert first.purpose is Purpose.LIST
    assert [n.address for n in again.names] == ["http://example.org/a", "http://example.org/b"]
    assert {n.via for n in again.names} == {address}
