"""What a reader is shown first."""

from sayso.collate.ranking import ranked, ranked_differences
from sayso.findings import Account, Claim, Difference, DifferenceKind, OriginGroup, Origins, OriginStatus, Side, Stance, Verdict
from sayso.spans import Span


def claim(key: str, *outlets: str, count: int = 1) -> Claim:
    accounts = tuple(Account(f"{key}-{o}", f"d-{o}", Span(0, 9), None, Stance.STATES, o) for o in outlets)
    status = OriginStatus.INDEPENDENT if count > 1 else OriginStatus.NOT_ESTABLISHED
    return Claim(key, "s", key, accounts, Origins(count, status, (OriginGroup(tuple(a.id for a in accounts), ()),)))


def difference(key: str, claim: Claim, verdict: Verdict, *documents: str) -> Difference:
    sides = tuple(Side(document, Span(0, 2), document) for document in documents)
    return Difference(key, claim.id, DifferenceKind.NUMBER, verdict, sides, ())


def test_claims_of_more_outlets_come_first_then_those_of_more_independent_hands() -> None:
    few, sure, many = claim("few", "a", "b"), claim("sure", "a", "b", count=2), claim("many", "a", "b", "c")
    assert ranked([few, sure, many]) == (many, sure, few)


def test_claims_of_one_rank_stay_as_they_were_given() -> None:
    one, other = claim("z", "a", "b"), claim("y", "a", "b")
    assert ranked([one, other]) == (one, other)


def test_conflicts_come_before_alterations_losses_changes_and_what_fits_together() -> None:
    told = claim("c", "a", "b")
    order = [Verdict.CONFLICT, Verdict.ALTERED, Verdict.LOST, Verdict.CHANGED, Verdict.COMPATIBLE]
    found = [difference(verdict.value, told, verdict, "d-a", "d-b") for verdict in reversed(order)]
    assert [d.verdict for d in ranked_differences(found, {"c": told})] == order


def test_a_conflict_between_more_documents_comes_first() -> None:
    told = claim("c", "a", "b", "c")
    two, three = (difference(str(len(ds)), told, Verdict.CONFLICT, *ds) for ds in (("d-a", "d-b"), ("d-a", "d-b", "d-c")))
    assert ranked_differences([two, three], {"c": told}) == (three, two)
