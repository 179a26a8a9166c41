"""What stands between the pages and the world: only known host names, and headers that let a page load and do nothing foreign."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.answers import fault

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
ANYWHERE = frozenset({"0.0.0.0", "::", "[::]", ""})
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?", re.IGNORECASE)


def allowed(host: str, names: Iterable[str], any_address: bool = False) -> bool:
    """Whether a Host header names this server. With `any_address` every numeric address does: a rebound name is never one."""
    match = HOST.fullmatch(host)
    if not match:
        return False
    name = match[1].lower()
    return name in names or (any_address and _numeric(name.strip("[]")))


def _numeric(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """ASGI middleware: answers 400 to a request for another host, and puts the headers on every response."""

    def __init__(self, inner: ASGIApp, host: str) -> None:
        self.inner = inner
        self.any_address = host in ANYWHERE
        self.names = LOOPBACK | {host.lower(), f"[{host.lower()}]"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) == 1 and allowed(hosts[0], self.names, self.any_address):
            await self.inner(scope, receive, guarded)
            return
        refusal = fault(
            Request(scope), 400, "This is not an address of this page", "Open the address that `sayso serve` printed."
        )
        await refusal(scope, receive, guarded)
