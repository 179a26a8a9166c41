"""What fetching takes and gives: one exchange with a server, what came of an address, and why an address was refused."""

from __future__ import annotations

import time
from base64 import b32encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from sayso import __version__
from sayso.documents import Declared

NAME = "Sayso"
"""What a robots.txt calls us."""

WHO = f"{NAME}/{__version__}"
"""How we introduce ourselves to a server: by our own name, never by a browser's."""


NOTHING_DECLARED = Declared()


class Refusal(Exception):  # noqa: N818 (a state of the address, not a fault of the program)
    """The address is not fetched, or what it gave is not kept. The message says why and what to do: "is a picture. …".

    With `policy` it is Sayso that will not, whatever the server does.
    """

    def __init__(self, why: str, *, policy: bool = False) -> None:
        super().__init__(why)
        self.policy = policy


class Purpose(StrEnum):
    """What was fetched for: a report, a list of reports (a feed, a sitemap), where another address leads, the rules of a site."""

    REPORT = "report"
    LIST = "list"
    STEP = "step"
    RULES = "rules"


class State(StrEnum):
    FETCHED = "fetched"
    UNCHANGED = "not changed"
    REFUSED = "refused"


class Clock(Protocol):
    """The time, and the passing of it."""

    def now(self) -> datetime:
        """With its zone."""
        ...

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Named:
    """An address that a person or a list names, in which list, and what the list says of the report there."""

    address: str
    via: str | None = None
    declared: Declared = NOTHING_DECLARED


Lister = Callable[[bytes, str, str | None], Sequence[Named] | None]
"""The addresses that a feed or a list names, from its bytes, its address and its media type; None for anything else."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the answer to it. `request` and `response` are the bytes that went over the line, inside TLS; `payload` is
    the content as it was sent, `body` the same unpacked. `when` is in UTC, as a web archive writes it."""

    address: str
    when: str
    ip: str
    request: bytes
    response: bytes
    status: int
    headers: tuple[tuple[str, str], ...]
    payload: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key == name), None)

    @property
    def media(self) -> str | None:
        return self.header("content-type")

    @property
    def digest(self) -> str:
        return f"sha256:{b32encode(sha256(self.payload).digest()).decode()}"


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one address. `at` is where it led; `names` are the addresses in it when it is a list, and `lists` says that
    these are lists themselves. `first` is set when the address was never asked for before."""

    asked: str
    state: State
    at: str | None = None
    purpose: Purpose = Purpose.REPORT
    names: tuple[Named, ...] = ()
    lists: bool = False
    first: bool = False
    why: str = ""
    policy: bool = False
