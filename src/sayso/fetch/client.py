"""One request and its answer: no proxy, no cookie, no password, nothing of the environment, one connection, then closed."""

from __future__ import annotations

import re
import ssl
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import httpcore2
import httpx2

from sayso.config import FetchSettings
from sayso.fetch.addresses import Address
from sayso.fetch.base import WHO, Clock, Exchange, Refusal, SystemClock
from sayso.fetch.connecting import Reached, Wire
from sayso.fetch.content import gathered, unpacked, welcome
from sayso.fetch.networks import Network, networks
from sayso.fetch.resolving import Resolver, resolved, system

ASKING = {
    "User-Agent": WHO,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Connection": "close",
}
NOT_CHANGED = 304
HEADS = 65_536
"""Bytes that the head of an answer and the framing of its content may take beside the content itself."""
INTERIM = re.compile(rb"HTTP/1\.[01] 1\d\d[^\n]*\n(?:[^\r\n][^\n]*\n)*\r?\n")
"""An answer that says only that another will follow (RFC 9110, 15.2)."""


def default_context() -> ssl.SSLContext:
    """Trusts whom this machine trusts, whatever the environment says."""
    return httpx2.create_ssl_context(trust_env=False)


@dataclass(frozen=True, slots=True)
class Client:
    """Fetches one address at a time within the limits of its settings; `kinds` are the media types that are worth reading."""

    settings: FetchSettings
    kinds: Collection[str] = ()
    resolver: Resolver = system
    clock: Clock = field(default_factory=SystemClock)
    context: ssl.SSLContext = field(default_factory=default_context)

    @property
    def most(self) -> int:
        return self.settings.largest_mb * 1_000_000

    @property
    def allowed(self) -> tuple[Network, ...]:
        return networks(self.settings.allow)

    def reach(self, address: Address) -> tuple[str, ...]:
        """The numbers of the address's host. Raises `Refusal` when it cannot be found, or one of them is not public."""
        return resolved(address, self.resolver, self.allowed, self.settings.connect_seconds)

    def exchange(self, address: Address, ips: Sequence[str], conditions: Mapping[str, str]) -> Exchange:
        """The answer to one request to one of the numbers that `reach` gave.

        Raises `Refusal` when it is of no use, too large, too slow or broken.
        """
        wire = Wire(self.most + HEADS, self.settings.seconds)
        when = f"{self.clock.now():%Y-%m-%dT%H:%M:%SZ}"
        try:
            with self._pool(ips, wire) as pool, self._asked(pool, address, conditions) as answer:
                headers = httpx2.Headers(answer.headers)
                if answer.status < 300:
                    welcome(headers, self.kinds, self.most)
                payload = gathered(answer.iter_stream(), self.most)
        except httpcore2.TimeoutException as e:
            raise wire.too_slow() if wire.ip else Refusal("does not answer. Try later, or save it by hand.") from e
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as e:
            raise Refusal(f"cannot be fetched: {e}. Try later, or save it by hand and offer the file.") from e
        body = b"" if answer.status == NOT_CHANGED else unpacked(payload, headers, self.most)
        named = tuple((name.lower(), value) for name, value in headers.multi_items())
        came = _without_interim(bytes(wire.came))
        return Exchange(address.url, when, wire.ip, bytes(wire.sent), came, answer.status, named, payload, body)

    def _pool(self, ips: Sequence[str], wire: Wire) -> httpcore2.ConnectionPool:
        backend = Reached(ips, wire)
        return httpcore2.ConnectionPool(ssl_context=self.context, max_keepalive_connections=0, network_backend=backend)

    def _asked(
        self, pool: httpcore2.ConnectionPool, address: Address, conditions: Mapping[str, str]
    ) -> AbstractContextManager[httpcore2.Response]:
        headers = [*ASKING.items(), *conditions.items()]
        return pool.stream("GET", address.url, headers=headers, extensions={"timeout": {"connect": self.settings.connect_seconds}})


def _without_interim(came: bytes) -> bytes:
    while interim := INTERIM.match(came):
        came = came[interim.end() :]
    return came
