"""Fetching what a person asked for, and nothing else: within limits, politely, from public machines, and kept as it came."""

from sayso.fetch.addresses import is_address
from sayso.fetch.archive import Archive, beside
from sayso.fetch.base import Clock, Look, Named, Purpose, State, SystemClock
from sayso.fetch.client import Client
from sayso.fetch.following import followed
from sayso.fetch.schedule import is_due
from sayso.fetch.visiting import Visitor

__all__ = [
    "Archive",
    "Client",
    "Clock",
    "Look",
    "Named",
    "Purpose",
    "State",
    "SystemClock",
    "Visitor",
    "beside",
    "followed",
    "is_address",
    "is_due",
]
