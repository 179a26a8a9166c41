"""A web server on this machine that answers as a test says, and a witness of every connection that is made."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from sayso.config import FetchSettings
from sayso.documents import Declared
from sayso.fetch import Archive, Client, Named, Visitor
from sayso.fetch.resolving import Resolver

HOME = FetchSettings(largest_mb=1, connect_seconds=2.0, seconds=2.0, pause_seconds=0.0, allow="127.0.0.1/32")


@dataclass
class Answer:
    """What the server says at one path; `raw` is written as it is, with no head of the server's own."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    raw: Callable[[Any], None] | None = None
    etag: str | None = None


@dataclass
class Site:
    """A server's answers by path, and the requests that it got: the path and the headers."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: str | bytes, media: str = "text/html; charset=utf-8", **headers: str) -> str:
        raw = body.encode() if isinstance(body, str) else body
        self.answers[path] = Answer(raw, headers={"Content-Type": media, **{k.replace("_", "-"): v for k, v in headers.items()}})
        return self.at(path)

    def sends_on(self, path: str, to: str, status: int = 302) -> str:
        self.answers[path] = Answer(status=status, headers={"Location": to})
        return self.at(path)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            answer = site.answers.get(self.path, Answer(b"not here", 404))
            if answer.raw:
                answer.raw(self.wfile)
                return
            if answer.etag and self.headers.get("If-None-Match") == answer.etag:
                answer = replace(answer, status=304, body=b"")
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            if answer.etag:
                self.send_header("ETag", answer.etag)
            self.end_headers()
            self.wfile.write(answer.body)

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:
                return  # the client has left, as it should

        def finish(self) -> None:
            try:
                super().finish()
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Says nothing."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site(0)
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(served)) as server:
        server.daemon_threads = True
        served.port = server.server_port
        serving = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        serving.start()
        yield served
        server.shutdown()


class Stopwatch:
    """A clock that moves only when someone sleeps, and an instant at each look."""

    def __init__(self) -> None:
        self.time = datetime(2031, 4, 4, 12, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Stopwatch:
    return Stopwatch()


def nobody(host: str, port: int) -> tuple[str, ...]:
    raise AssertionError(f"{host} was looked up")


KINDS = frozenset({"text/html", "application/pdf", "application/json"})


@dataclass
class Reporter:
    """Visits addresses for a test, and keeps what they give in an archive."""

    path: Path
    clock: Stopwatch
    settings: FetchSettings = HOME
    resolver: Resolver = nobody
    names: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)

    def visitor(self, *typed: str) -> Visitor:
        client = Client(self.settings, KINDS, self.resolver, self.clock)
        return Visitor(client, Archive(self.path), self._lister, typed)

    def _lister(self, content: bytes, address: str, media: str | None) -> tuple[Named, ...] | None:
        if media != "application/rss+xml":
            return None
        return tuple(Named(line, declared=Declared(title="As the list has it")) for line in content.decode().split())


@pytest.fixture
def reporter(tmp_path: Path, clock: Stopwatch) -> Reporter:
    return Reporter(tmp_path / "case.warc.gz", clock)


_connected: list[str] | None = None


def _witness(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and _connected is not None:
        where = arguments[1]
        _connected.append(str(where[0]) if isinstance(where, tuple) else str(where))


sys.addaudithook(_witness)


@pytest.fixture
def connected() -> Iterator[list[str]]:
    """Every address that a socket of this program connects to, as the interpreter itself reports it."""
    global _connected
    _connected = []
    yield _connected
    _connected = None


def is_public(number: str) -> bool:
    return ip_address(number.partition("%")[0]).is_global
