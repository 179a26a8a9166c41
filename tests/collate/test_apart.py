"""Sentences of one passage that no claim holds together, and what they part on."""

from __future__ import annotations

from sayso.collate.parties import joined
from sayso.collate.stage import Collated, collated
from sayso.config import CollateSettings
from sayso.findings import DifferenceKind, NameType, Passage, Reading, Stance, Story, Verdict
from tests.collate.hand import Marks, Said, copied, encode, report

OWNER = ("the Marwick line", NameType.ORGANIZATION, ())
DECLINED = "the Marwick line did not answer our questions about the ferry"
ANSWERED = "the Marwick line did answer our questions about the ferry"


def collate(a: Reading, b: Reading, *passages: Passage) -> Collated:
    story = Story("s-1", "a fire", (a.id, b.id))
    return collated("s-1", [a, b], passages, (), joined([a, b], [story]), CollateSettings(), encode)


def silent() -> Reading:
    said = Said("the Marwick line", "did not answer", "our questions about the ferry", stance=Stance.NO_RESPONSE)
    return report("a", f"{DECLINED}.", Marks(parties=[OWNER], said=[said]))


def test_an_answer_beside_no_answer_parts_though_the_two_are_no_claim_together() -> None:
    a, b = silent(), report("b", f"{ANSWERED}.", Marks(parties=[OWNER]))
    found = collate(a, b, copied(a, b, a.text, b.text))
    assert len(found.claims) == 2
    (difference,) = found.differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.NEGATION, Verdict.CONFLICT)
    assert difference.claim in {claim.id for claim in found.claims}


def test_a_sentence_that_claims_nothing_parts_from_the_one_at_its_place() -> None:
    a, b = report("a", "That was not true."), report("b", "The ferry burned in the harbour that night.\nThat was true.")
    assert [len(c.accounts) for c in collate(a, b).claims] == [1, 1]
    found = collate(a, b, copied(a, b, "That was not true.", "That was true."))
    assert [d.kind for d in found.differences] == [DifferenceKind.NEGATION]


def test_nothing_is_laid_beside_without_a_passage() -> None:
    assert collate(silent(), report("b", f"{ANSWERED}.", Marks(parties=[OWNER]))).differences == ()


def test_other_sentences_of_a_passage_do_not_part() -> None:
    a = silent()
    b = report("b", "The harbour master closed the pier on the night of the fire and took the keys.")
    assert collate(a, b, copied(a, b, a.text, b.text)).differences == ()
