"""Addresses within addresses: what an archive, a cache or a proxy shows belongs to the outlet whose page it is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import unquote

SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//+(?:www\.)?", re.IGNORECASE)
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?=[:/?#]|$)", re.IGNORECASE)
DEEPEST = 3
"""An archived copy of a cached copy is looked into, not more."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The address of a page that another shows: who shows it, and when it was taken (EDTF's digits as they stand there)."""

    address: str
    by: str
    when: str | None = None


def carried(address: str) -> Carried | None:
    """The page that is shown at an address of an archive, a cache or a proxy; None for any other address."""
    found: Carried | None = None
    for _ in range(DEEPEST):
        inner = _within(found.address if found else address)
        if inner is None:
            return found
        found = Carried(inner.address, found.by if found else inner.by, (found.when if found else None) or inner.when)
    return found


@cache
def _carriers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tomllib.loads(files("sayso.outlets").joinpath("carriers.toml").read_text("utf8"))
    return tuple((row["name"], re.compile(row["at"], re.IGNORECASE | re.DOTALL)) for row in table["carrier"])


def _within(address: str) -> Carried | None:
    bare = SCHEME.sub("", address.strip())
    for name, pattern in _carriers():
        if (match := pattern.fullmatch(bare)) and (inner := _address(match.groupdict())):
            return Carried(inner, name, match.groupdict().get("when"))
    return None


def _address(parts: dict[str, str | None]) -> str | None:
    if coded := parts.get("coded"):
        return _of_the_web(coded.replace("--", "\0").replace("-", ".").replace("\0", "-"))
    url = parts.get("url") or parts.get("host") or ""
    return _of_the_web(unquote(url) if re.match(r"https?%3a", url, re.IGNORECASE) else url)


def _of_the_web(address: str) -> str | None:
    """The address with its scheme; None where no host begins it."""
    bare = re.sub(r"^https?:/+", "", address, flags=re.IGNORECASE)
    secure = not address.lower().startswith("http:")
    return f"http{'s' * secure}://{bare}" if HOST.match(bare) else None
