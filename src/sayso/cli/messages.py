"""What the program says to the person, on standard error, so that standard output holds nothing but data."""

from __future__ import annotations

import sys

from sayso.cli.plain import plain


def tell(message: str, *hints: str) -> None:
    """A message and what to do next, each on a line of its own. Nothing from a source can drive the terminal."""
    for line in (message, *hints):
        if line:
            print(plain(line), file=sys.stderr, flush=True)
