"""The command line: one module a command, loaded when it is called for."""

from __future__ import annotations

import os

INTERRUPTED = 130


def main() -> None:
    """What the program `sayso` runs; ends with one of the exit codes of `sayso.errors`."""
    try:
        from sayso.cli.edge import run

        code = run()
    except KeyboardInterrupt:  # before the edge was there to catch it, or behind it
        code = INTERRUPTED
    if code == INTERRUPTED:
        # Threads of the encoder may still be at work. Waiting for them, a second Ctrl-C would look like a crash.
        os._exit(code)
    raise SystemExit(code)
