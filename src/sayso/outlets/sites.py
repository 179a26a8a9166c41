"""Whose place on the web an address is: a known outlet's, somebody's on a platform, or that of a registered domain."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from sayso.outlets.carriers import carried
from sayso.outlets.outlet import Outlet
from sayso.outlets.usual import in_use


@cache
def _platforms() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    table = tomllib.loads(files("sayso.outlets").joinpath("platforms.toml").read_text("utf8"))
    return frozenset(table["hosts"]), frozenset(table["paths"]), frozenset(table["before"]), frozenset(table["no_name"])


def host_of(address: str | None) -> str:
    """The host that an address names, in small letters and without www; nothing for what is no address."""
    words = address or ""
    try:
        host = urlsplit(words if "//" in words else f"//{words}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").rstrip(".")


def at_address(address: str) -> Outlet | None:
    """The known outlet whose page is at an address, be it shown there by an archive or a cache; None when the table has none."""
    inner = carried(address)
    address = inner.address if inner else address
    place = place_of(address)
    return (in_use().at_place(place) if place else None) or in_use().at_domain(host_of(address))


def platform_of(address: str) -> str | None:
    """The platform at which something is published, where anybody may: "medium.com"; None anywhere else."""
    inner = carried(address)
    hosts, paths, _, _ = _platforms()
    return next((name for name in _upwards(host_of(inner.address if inner else address)) if name in hosts or name in paths), None)


def place_of(address: str) -> str | None:
    """Who publishes at an address, as it spells them: "example.org", "harbour.substack.com", "medium.com/@harbour".

    None for what is no address on the web, and for a platform's page that is nobody's in particular.
    """
    inner = carried(address)
    address = inner.address if inner else address
    host, platform = host_of(address), platform_of(address)
    if platform is None:
        return _registered(host)
    hosts, paths, _, _ = _platforms()
    below = host.removesuffix(platform).rstrip(".")
    if platform in hosts and below not in ("", "m", "mobile", "blog", "open"):
        return host
    return _on(platform, address) if platform in paths else None


def _upwards(host: str) -> tuple[str, ...]:
    parts = host.split(".")
    return tuple(".".join(parts[i:]) for i in range(len(parts) - 1))


def _on(platform: str, address: str) -> str | None:
    """Whose page on a platform it is, by the part of the path that names them."""
    _, _, before, no_name = _platforms()
    try:
        parts = [unquote(part) for part in urlsplit(address if "//" in address else f"//{address}").path.split("/") if part]
    except ValueError:
        return None
    while parts and parts[0].lower() in before:
        parts = parts[1:]
    name = parts[0] if parts else ""
    return None if not name or name.lower() in no_name or not name.isprintable() else f"{platform}/{name.lower()}"


def _registered(host: str) -> str | None:
    """The domain that somebody registered: "example.co.uk" of "news.example.co.uk"; the host itself where nobody did."""
    from tld import get_fld

    return str(get_fld(f"https://{host}/", fail_silently=True, search_private=True) or host) if host else None
