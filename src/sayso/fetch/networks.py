"""Which machines may be asked: those on the public network, and those that the user allows."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from sayso.errors import UsageError

IP = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

EMBEDDING = tuple(ipaddress.IPv6Network(n) for n in ("::/96", "64:ff9b::/96", "64:ff9b:1::/48"))
"""Networks of IPv6 whose last four bytes are an IPv4 address: compatible (RFC 4291), NAT64 (RFC 6052, RFC 8215)."""


def networks(words: str) -> tuple[Network, ...]:
    """The networks of a setting: "127.0.0.1/32 10.0.0.0/8". Raises `UsageError` for what is none."""
    try:
        return tuple(map(ipaddress.ip_network, words.split()))
    except ValueError as e:
        raise UsageError(f"allow under [fetch] in the settings: {e}", 'Give networks such as "10.0.0.0/8 192.168.1.7/32".') from e


def may_be_reached(ip: IP, allowed: Sequence[Network] = ()) -> bool:
    """Whether every address that this one stands for is public or allowed."""
    return all(_is_public(one) or any(one in network for network in allowed) for one in _meant(ip))


def _meant(ip: IP) -> Iterator[IP]:
    """The address, and the one of IPv4 that it carries (RFC 4291, 3056, 4380, 6052); a mapped one is nothing but that."""
    if not isinstance(ip, IPv6Address):
        yield ip
    elif ip.ipv4_mapped:
        yield ip.ipv4_mapped
    else:
        yield ip
        yield from filter(None, (ip.sixtofour, *(ip.teredo or ())))
        if int(ip) >> 1 and any(ip in network for network in EMBEDDING):
            yield IPv4Address(int(ip) & 0xFFFFFFFF)


def _is_public(ip: IP) -> bool:
    special = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip.is_reserved
    return ip.is_global and not special and not getattr(ip, "scope_id", None) and not getattr(ip, "is_site_local", False)
