"""The command line: one module a command, loaded when it is called for."""

from __future__ import annotations


def main() -> None:
    """What the program `sayso` runs; ends with one of the exit codes of `sayso.errors`."""
    from sayso.cli.edge import run

    raise SystemExit(run())
