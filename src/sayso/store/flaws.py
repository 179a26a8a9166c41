"""What looking through a case tells of what is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in a case that is not as it was kept: where, and what."""

    where: str
    what: str
