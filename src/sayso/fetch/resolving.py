"""A host's name looked up once: every answer must be a machine that may be asked, and no other is ever connected to."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from threading import Thread

from sayso.fetch.addresses import Address
from sayso.fetch.base import Refusal
from sayso.fetch.networks import IP, Network, may_be_reached

Resolver = Callable[[str, int], Sequence[str]]
"""The numbers of a host, as the system's resolver writes them; raises `OSError` when it has none."""


def system(host: str, port: int) -> tuple[str, ...]:
    """What this machine's resolver answers."""
    return tuple(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def resolved(address: Address, resolver: Resolver, allowed: Sequence[Network], seconds: float) -> tuple[str, ...]:
    """The numbers of the address's host, in the resolver's order. Raises `Refusal` unless all of them may be reached."""
    numbers = (address.host,) if _number(address.host) else _answer(address, resolver, seconds)
    for number in numbers:
        ip = _number(number)
        if ip is None or not may_be_reached(ip, allowed):
            raise Refusal(
                f"leads to {number}, which is not on the public network. If that is your own server, "
                f'write allow = "{number}" under [fetch] in the settings.',
                policy=True,
            )
    return tuple(numbers)


def _answer(address: Address, resolver: Resolver, seconds: float) -> Sequence[str]:
    """The resolver's answer. It has no time limit of its own, so it is asked in a thread that may be left behind."""
    answers: list[Sequence[str]] = []
    faults: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answers.append(resolver(address.host, address.port))
        except (OSError, UnicodeError) as e:
            faults.append(e)

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if not answers or not answers[0]:
        why = getattr(faults[0], "strerror", None) or str(faults[0]) if faults else "no answer"
        raise Refusal(f"is on a host that cannot be found ({address.host}: {why}). Check the spelling and the connection.")
    return answers[0]


def _number(host: str) -> IP | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
