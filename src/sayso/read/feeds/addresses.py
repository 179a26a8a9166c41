"""An address as a feed gives it, made whole, and without what only tells who sent the reader there."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from urllib.parse import unquote, urljoin, urlsplit

from sayso.read.base import whole

LONGEST = 4_000
"""Characters above which an address is none that a person could follow."""


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    table = tomllib.loads(files("sayso.read.feeds").joinpath("tracking.toml").read_text("utf8"))
    return frozenset(table["names"]), tuple(table["beginnings"])


def address_of(words: object, base: str | None = None) -> str | None:
    """The address on the web that the words give, from `base` where they give a part of one; None for any other words."""
    if not isinstance(words, str) or not words.strip() or len(words) > LONGEST or not whole(words):
        return None
    try:
        address = urljoin(base or "", "".join(words.split()))
        parts = urlsplit(address)
        return address if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def without_tracking(address: str) -> tuple[str, tuple[str, ...]]:
    """The address without the parameters of the table, and their names. Nothing else of it is changed."""
    before, _, fragment = address.partition("#")
    place, _, query = before.partition("?")
    names, beginnings = _tracking()
    cut = {
        pair: name
        for pair in query.split("&")
        if (name := unquote(pair.partition("=")[0]).lower()) in names or name.startswith(beginnings)
    }
    if not cut:
        return address, ()
    left = "&".join(pair for pair in query.split("&") if pair not in cut)
    return place + (f"?{left}" if left else "") + (f"#{fragment}" if fragment else ""), tuple(dict.fromkeys(cut.values()))
