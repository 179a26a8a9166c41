"""Whose words a sentence gives, and when a republication leaves that out."""

from __future__ import annotations

import pytest

from sayso.collate.accounts import told
from sayso.collate.differences.attribution import attribution
from sayso.collate.differences.frames import frames, is_framed_elsewhere
from sayso.collate.differences.laid import Laid, Parting
from sayso.collate.parties import joined
from sayso.config import CollateSettings
from sayso.findings import NameType, Reading
from tests.collate.hand import Marks, Said, report

CONTENT = "The captain sold the copper to a dealer in the old harbour"
POLICE = ("the Aldmoor police", NameType.ORGANIZATION, ())
SAID = Said("the Aldmoor police", "said", CONTENT)


def lost(a: Reading, b: Reading) -> list[Parting]:
    """What is lost between the first accounts of two reports."""
    parties = joined([a, b], ())
    return list(attribution(Laid(told(a, parties)[0], told(b, parties)[0], CollateSettings().alike)))


def framed(tail: str = "") -> Reading:
    return report("a", f"{CONTENT}, the Aldmoor police said.{tail}", Marks(parties=[POLICE], said=[SAID]))


def test_the_frame_that_is_gone_and_the_bare_sentence_are_the_two_sides() -> None:
    (parting,) = lost(framed(), report("b", f"{CONTENT}."))
    assert {side.value for side in parting.sides} == {"the Aldmoor police said", "the report's own voice"}


def test_what_somebody_else_is_left_to_say_in_the_sentence_is_not_the_report_s_own_voice() -> None:
    content = "The mayor warned that the copper would be sold to a dealer"
    inner = Said("The mayor", "warned", "that the copper would be sold to a dealer")
    mayor = ("The mayor", NameType.PERSON, ())
    said = [Said("the Aldmoor police", "said", content), inner]
    a = report("a", f"{content}, the Aldmoor police said.", Marks(parties=[POLICE, mayor], said=said))
    b = report("b", f"{content}.", Marks(parties=[mayor], said=[inner]))
    (parting,) = lost(a, b)
    assert {side.value for side in parting.sides} == {"the Aldmoor police said", "without “the Aldmoor police said”"}


@pytest.mark.parametrize(
    "other",
    [
        f"Police said: {CONTENT}.",
        f"{CONTENT}, it was claimed.",
        f"{CONTENT}, allegedly.",
        "The captain was seen in the old harbour by a dealer in copper.",
    ],
    ids=["the source stands elsewhere", "another frame", "a hedge", "a sentence of its own"],
)
def test_a_sentence_that_is_still_given_as_said_or_is_another_has_lost_nothing(other: str) -> None:
    assert lost(framed(), report("b", other)) == []


def test_what_a_body_says_in_its_own_pages_needs_no_frame() -> None:
    assert lost(framed(), report("b", f"{CONTENT}.", outlet="Aldmoor Police")) == []


def test_a_report_that_has_the_bare_sentence_too_has_lost_nothing_to_the_other() -> None:
    assert lost(framed(f"\n{CONTENT}."), report("b", f"{CONTENT}.")) == []


def test_words_that_another_sentence_gives_to_the_speaker_are_framed_there() -> None:
    text = f"{CONTENT}.\nThe Aldmoor police said so."
    marks = Marks(
        parties=[("The Aldmoor police", NameType.ORGANIZATION, ())], said=[Said("The Aldmoor police", "said so", CONTENT)]
    )
    b = report("b", text, marks)
    assert is_framed_elsewhere(told(b, joined([b], ()))[0])
    assert lost(framed(), b) == []


def test_a_frame_runs_from_the_source_to_the_cue() -> None:
    a = framed()
    (frame,) = frames(told(a, joined([a], ()))[0])
    assert frame.span.of(a.text) == "the Aldmoor police said"


def test_a_statement_printed_whole_without_quotation_marks_has_not_lost_its_speaker() -> None:
    said = Said("the Aldmoor police", "said", f"“{CONTENT},”")
    a = report("a", f"“{CONTENT},” the Aldmoor police said.", Marks(parties=[POLICE], said=[said]))
    assert lost(a, report("b", f"{CONTENT}.")) == []
