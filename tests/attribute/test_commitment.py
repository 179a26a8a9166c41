import pytest

from sayso.findings import Commitment
from sayso.spans import words_of
from tests.attribute.hand import said

COMMITMENTS = [
    ("Brandt said the hull was thin.", Commitment.REPORTS),
    ("The hull was thin, according to Brandt.", Commitment.REPORTS),
    ("Brandt denied that the hull was thin.", Commitment.REPORTS),
    ("Brandt claimed the hull was thin.", Commitment.OPEN),
    ("According to claims made by a rival, the hull was thin.", Commitment.OPEN),
    ("The owner allegedly lied to inspectors.", Commitment.OPEN),
    ("The owner is said to have lied.", Commitment.OPEN),
    ("The owner is expected to admit that the hull was thin.", Commitment.OPEN),
    ("The coastguard could not confirm the deaths.", Commitment.OPEN),
    ("The bay is full of what Brandt called “floating coffins”.", Commitment.OPEN),
    ("Brandt pointed out that the hull was thin.", Commitment.FACT),
    ("Brandt noted that the hull was thin.", Commitment.FACT),
    ("Brandt admitted that the hull was thin.", Commitment.FACT),
    ("The inquiry found that the hull was thin.", Commitment.FACT),
    ("The port confirmed the ferry had sunk.", Commitment.FACT),
    ("Brandt rightly said that the hull was thin.", Commitment.FACT),
    ("Brandt falsely claimed that the hull was thin.", Commitment.DOUBT),
    ("Brandt claimed without evidence that the hull was thin.", Commitment.DOUBT),
    ("Brandt repeated his false claim that the hull was thin.", Commitment.DOUBT),
    ("Brandt criticised the so-called rescue of the ferry.", Commitment.DOUBT),
    ("Brandt criticised the “rescue” of the ferry.", Commitment.OPEN),
]


@pytest.mark.parametrize(("text", "commitment"), COMMITMENTS)
def test_the_words_that_it_is_told_with_tell_what_the_outlet_makes_of_it(text: str, commitment: Commitment) -> None:
    assert [(a.commitment) for a in said(text)] == [commitment]


def test_it_is_told_apart_from_what_the_speaker_does() -> None:
    text = "The owner wrongly said that nobody died. The owner revealed that two died."
    assert [(words_of(a.source, text), a.stance.value, a.commitment.value) for a in said(text)] == [
        ("The owner", "states", "casts doubt"),
        ("The owner", "reveals", "takes it for fact"),
    ]


def test_the_reason_names_the_words() -> None:
    (found,) = said("Brandt claimed the hull was thin.")
    assert "the outlet leaves it open: “claim”" in found.because
