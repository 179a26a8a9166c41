"""A case served to the browser of the one who reads it."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from pathlib import Path

from sayso.errors import UsageError
from sayso.web.site import app

USUAL_PORT = 8272


def serve(case: Path, port: int = 0, host: str = "127.0.0.1", ready: Callable[[str], object] = str) -> None:
    """Serves the pages of a case until interrupted; the address is printed on standard error, and `ready` is told it.

    With port 0 it takes the usual port, or any free one if that is taken. Raises `UsageError` when a port that was asked for
    cannot be had, and what opening the case raises when it is no case that can be read.
    """
    import uvicorn

    from sayso.store.view import CaseView

    CaseView(case).close()
    listening = listen(host, port)
    where = address(host, listening.getsockname()[1])
    print(f"Reading {case.name} at {where} (Ctrl-C stops it)", file=sys.stderr, flush=True)
    ready(where)
    settings = uvicorn.Config(app(lambda: CaseView(case), host), log_level="warning", server_header=False, lifespan="off")
    with listening:
        uvicorn.Server(settings).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on the port; with 0 on the usual port or else on any free one. Raises `UsageError`."""
    for tried in [port] if port else [USUAL_PORT, 0]:
        try:
            return socket.create_server((host, tried), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        except OSError as e:
            fault = e
    raise UsageError(f"{host} port {port or USUAL_PORT} cannot be used: {fault.strerror}", "Give another --port.") from fault


def address(host: str, port: int) -> str:
    """The address to type into a browser."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"
