"""Sayso: on whose say-so?

Reads a pile of news coverage and sets out, for every claim in it, who says so and through whom.

    import sayso

    case = sayso.open("harbour.sayso")
    case.run("coverage/")
    for claim in case.claims():
        print(claim.origins.count, claim.text)

The kinds of values are in `sayso.documents` and `sayso.findings`, what can go wrong in `sayso.errors`.
"""

from __future__ import annotations

from importlib.metadata import version
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.library import Case

__all__ = ["__version__", "open"]
__version__ = version("sayso")


def open(path: str | PathLike[str]) -> Case:  # noqa: A001 (called as sayso.open)
    """The case of that name, with or without its ending. Nothing is read or made yet; `Case.run` makes it."""
    from sayso.library import open_case

    return open_case(path)
