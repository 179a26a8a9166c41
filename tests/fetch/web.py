"""A web server on this machine that answers as a test says."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


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


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a free port of 127.0.0.1."""
    served = Site(0)
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(served)) as server:
        server.daemon_threads = True
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        served.port = server.server_port
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield served
        server.shutdown()
