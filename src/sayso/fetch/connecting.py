"""The line to one server: to the very address that was checked, for so long and so many bytes, and all that went over it."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2

from sayso.fetch.base import Refusal


class Wire:
    """What went over a line, and how much more may: `most` bytes and `seconds` from now, whatever the server does."""

    def __init__(self, most: int, seconds: float) -> None:
        self.ip = ""
        self.sent = bytearray()
        self.came = bytearray()
        self._most = most
        self._seconds = seconds
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises `Refusal` when there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise self.too_slow()
        return left

    def take(self, raw: bytes) -> bytes:
        self.came += raw
        if len(self.came) > self._most:
            raise too_large(self._most)
        return raw

    def too_slow(self) -> Refusal:
        return Refusal(f"takes longer than {self._seconds:g} seconds. Try later, or raise seconds under [fetch] in the settings.")


def too_large(most: int) -> Refusal:
    return Refusal(
        f"is larger than {most / 1_000_000:,.0f} MB. Save it by hand and offer the file, or raise largest_mb under [fetch] "
        "in the settings."
    )


class Reached(httpcore2.NetworkBackend):
    """Connects to one of the addresses given, whatever the name in the request is; TLS and the request keep the name."""

    def __init__(self, ips: Sequence[str], wire: Wire) -> None:
        self._ips = ips
        self._wire = wire

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        for ip in self._ips:
            seconds = min(self._wire.left(), timeout or self._wire.left())
            try:
                stream = httpcore2.SyncBackend().connect_tcp(ip, port, seconds, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if ip == self._ips[-1]:
                    raise
            else:
                self._wire.ip = ip
                return _Line(stream, self._wire)
        raise httpcore2.ConnectError("there is no address to connect to")


class _Line(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, wire: Wire) -> None:
        self._stream = stream
        self._wire = wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._wire.take(self._stream.read(max_bytes, self._wire.left()))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._wire.sent += buffer
        self._stream.write(buffer, self._wire.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Line(self._stream.start_tls(ssl_context, server_hostname, self._wire.left()), self._wire)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
