"""A site to fetch from, a clock that nobody waits for, and a witness of every connection that is made."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest

from sayso.config import FetchSettings
from sayso.documents import Declared
from sayso.fetch import Archive, Client, Named, Visitor
from sayso.fetch.resolving import Resolver
from tests.fetch.web import Site, serving

HOME = FetchSettings(largest_mb=1, connect_seconds=2.0, seconds=2.0, pause_seconds=0.0, allow="127.0.0.1/32")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


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
