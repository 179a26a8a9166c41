"""Addresses that may be fetched at all: http and https, spelt in one way, without what would deceive or be given away."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

import httpx2

from sayso.fetch.base import Refusal

PORTS = {"http": 80, "https": 443}
LONGEST = 4096
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
NUMBER = re.compile(r"(0x[0-9a-f]*|\d[0-9a-z]*)$")
"""The end of a host that a resolver may take for a number: 127.1, 0x7f000001, 2130706433."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address in one spelling: small letters, no default port, no fragment."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt is for."""
        return f"{self.scheme}://{self.host}:{self.port}"


def is_address(words: str) -> bool:
    """Whether the words, as typed, mean an address, be it one that is fetched or not, and no file."""
    return SCHEME.match(words.strip()) is not None


def spelt(words: str) -> str:
    """The address in the one spelling by which it is remembered; as it is when it is none."""
    try:
        return address(words).url
    except Refusal:
        return words


def address(words: str, base: str | None = None) -> Address:
    """The address as typed, or as an answer from `base` gives it. Raises `Refusal` for one that is not to be fetched."""
    try:
        url = httpx2.URL(words.strip()) if base is None else httpx2.URL(base).join(words.strip())
    except (httpx2.InvalidURL, ValueError) as e:
        raise Refusal(f"is no address: {e}. Check the spelling.", policy=True) from e
    if url.scheme not in PORTS:
        raise Refusal("is no web address; only http and https are fetched.", policy=True)
    if url.userinfo:
        raise Refusal("holds a user name or password, which is never sent. Give it without.", policy=True)
    if len(str(url)) > LONGEST:
        raise Refusal(f"has more than {LONGEST:,} characters, which no report's address has.", policy=True)
    host, port = _host(url.raw_host.decode("ascii", "replace").lower().removesuffix(".")), url.port or PORTS[url.scheme]
    if url.port is not None and not 0 < url.port < 65536:
        raise Refusal(f"has no port that there is: {url.port}.", policy=True)
    plain = url.copy_with(host=host, port=None if port == PORTS[url.scheme] else port, fragment=None)
    return Address(str(plain.copy_with(raw_path=plain.raw_path)), url.scheme, host, port)


def _host(host: str) -> str:
    """The host as one name or number. Raises `Refusal` for what is none, and for numbers in disguise."""
    if ":" in host:
        if "%" not in host and _is_number(host):
            return str(ipaddress.IPv6Address(host))
    elif NUMBER.match(host.rpartition(".")[2]):
        if _is_number(host):
            return host
        raise Refusal(f"spells its host as a number in an odd way ({host}). Give the host's name.", policy=True)
    elif len(host) < 254 and NAME.fullmatch(host):
        return host
    raise Refusal(f"has no host that there could be: '{host}'. Check the spelling.", policy=True)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
