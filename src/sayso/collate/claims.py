"""Claims: the accounts that give one proposition, and the words in which it is told best."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.collate.origins import Kinship, origins
from sayso.collate.told import Told
from sayso.findings import Claim
from sayso.identity import identify

ENOUGH_DETAIL = 40
"""Words beyond which an account is not told better by being longer."""


def claim(story: str, accounts: Sequence[Told], kinship: Kinship) -> Claim:
    """The claim that the accounts make up. `accounts` must not be empty; their order is kept."""
    found = tuple(told.account for told in accounts)
    key = identify("c", story, [account.id for account in found])
    return Claim(key, story, _clearest(accounts), found, origins(accounts, kinship))


def _clearest(accounts: Sequence[Told]) -> str:
    """In the source's own words: a whole statement before a fragment, the most detailed, then the earliest."""
    best = min(
        enumerate(accounts),
        key=lambda pair: (pair[1].is_fragment or pair[1].is_act, -min(len(pair[1].words), ENOUGH_DETAIL), pair[0]),
    )[1]
    span = best.place if best.is_fragment or best.is_act else best.span
    return " ".join(span.of(best.reading.text).split()).removeprefix("that ")
