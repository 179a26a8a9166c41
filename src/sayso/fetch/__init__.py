"""Fetching what a person asked for, and nothing else: within limits, politely, from public machines, and kept as it came."""

from sayso.fetch.addresses import is_address, spelt
from sayso.fetch.archive import Archive, beside
from sayso.fetch.base import Clock, Look, Named, Purpose, State, SystemClock
from sayso.fetch.client import Client
from sayso.fetch.following import everything, followed
from sayso.fetch.memory import Seen
from sayso.fetch.schedule import is_due
from sayso.fetch.visiting import Manners, Visitor, names_lists

__all__ = [
    "Archive",
    "Client",
    "Clock",
    "Look",
    "Manners",
    "Named",
    "Purpose",
    "Seen",
    "State",
    "SystemClock",
    "Visitor",
    "beside",
    "everything",
    "followed",
    "is_address",
    "is_due",
    "names_lists",
    "spelt",
]
