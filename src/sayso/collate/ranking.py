"""Which claims and differences a reader is shown first: what reports contradict each other on, and what many of them give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.findings import Claim, Difference, Verdict

ORDER = (Verdict.CONFLICT, Verdict.ALTERED, Verdict.LOST, Verdict.CHANGED, Verdict.COMPATIBLE)
"""What asks most for a reader comes first: two that cannot both be so, then what was done to words, then what fits together."""

Rank = tuple[int, ...]


def claim_rank(claim: Claim) -> Rank:
    """More outlets before fewer, then more independent hands, then more accounts. The smallest rank comes first."""
    outlets = {account.outlet or account.document for account in claim.accounts}
    return (-len(outlets), -claim.origins.count, -len(claim.accounts))


def difference_rank(difference: Difference, claim: Claim) -> Rank:
    """By its verdict, then as many documents as it has on its sides, then as its claim."""
    return (ORDER.index(difference.verdict), -len({side.document for side in difference.sides}), *claim_rank(claim))


def ranked(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in order of their rank; those of one rank stay as they were given, so give the surest first."""
    return tuple(sorted(claims, key=claim_rank))


def ranked_differences(differences: Iterable[Difference], claims: Mapping[str, Claim]) -> tuple[Difference, ...]:
    """The differences in order of their rank, those of one rank as they were given. `claims` has each one's claim by its id."""
    return tuple(sorted(differences, key=lambda d: difference_rank(d, claims[d.claim])))
