"""Which machines may be asked: those on the public network, and those that the user allows."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from sayso.errors import UsageError

IP = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

TRANSLATED = IPv6Network("64:ff9b::/96")
"""Where a network without IPv4 shows the machines of IPv4, by their last four bytes (RFC 6052)."""


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
    """The address, or the one of IPv4 that it is another form of, and those of IPv4 through which it would go (RFC 3056, 4380)."""
    if not isinstance(ip, IPv6Address):
        yield ip
    elif ip.ipv4_mapped:
        yield ip.ipv4_mapped
    elif ip in TRANSLATED:
        yield IPv4Address(int(ip) & 0xFFFFFFFF)
    else:
        yield from filter(None, (ip, ip.sixtofour, *(ip.teredo or ())))


def _is_public(ip: IP) -> bool:
    special = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip.is_reserved
    return ip.is_global and not special and not getattr(ip, "scope_id", None) and not getattr(ip, "is_site_local", False)
