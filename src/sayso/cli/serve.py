"""`sayso serve`: a case in the browser."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from sayso.cli.place import named


@click.command("serve")
@click.argument("case", metavar="CASE")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to serve on. Without it: 8272, or a free one.")
@click.option("--no-open", is_flag=True, help="Print the address, and do not open the browser.")
def command(case: str, port: int, no_open: bool) -> None:
    """Read a case in the browser. Only this machine can see it. Ctrl-C stops it."""
    show(named(case), port, open_browser=not no_open)


def show(place: Path, port: int, *, open_browser: bool) -> None:
    """Serves the case until Ctrl-C, which is how it is meant to end."""
    from sayso.web import serve

    with suppress(KeyboardInterrupt):
        serve(place, port, ready=_open if open_browser and _has_window() else str)


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)


def _has_window() -> bool:
    """False in a script and on a machine without a screen, where a browser would take over the terminal."""
    screen = sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return sys.stderr.isatty() and screen
