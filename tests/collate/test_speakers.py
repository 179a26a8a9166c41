"""The same words, given to one speaker here and to another there."""

from __future__ import annotations

import pytest

from sayso.collate.accounts import told
from sayso.collate.differences.laid import Laid, Parting
from sayso.collate.differences.speakers import speakers
from sayso.collate.parties import joined
from sayso.config import CollateSettings
from sayso.findings import DifferenceKind, NameType, Reading, Verdict
from tests.collate.hand import Marks, Said, report

CONTENT = "the captain sold the copper to a dealer in the old harbour"


def saying(key: str, text: str, source: str, name: str, type_: NameType = NameType.PERSON) -> Reading:
    """A report in which a party is said to say the content."""
    others = () if name == source else (source,)
    said = Said(source, "said", CONTENT, party=name)
    return report(key, text.format(source=source, content=CONTENT), Marks(parties=[(name, type_, others)], said=[said]))


def changed(a: Reading, b: Reading, passage: bool = True) -> list[Parting]:
    parties = joined([a, b], ())
    (ours,), (theirs,) = told(a, parties), told(b, parties)
    return list(speakers(Laid(ours, theirs, CollateSettings().alike, passage)))


FIRST = "{source} said late on Monday that {content}."
LAST = "{content}, {source} said."


def test_the_same_words_of_two_named_people_are_a_conflict_that_shows_both_sources() -> None:
    a = saying("a", FIRST, "Ivo Kestrel", "Ivo Kestrel")
    (parting,) = changed(a, saying("b", LAST, "Lena Marwick", "Lena Marwick"))
    assert (parting.kind, parting.verdict) == (DifferenceKind.ATTRIBUTION, Verdict.CONFLICT)
    assert {side.value for side in parting.sides} == {"Ivo Kestrel", "Lena Marwick"}


@pytest.mark.parametrize(
    ("source", "name", "type_"),
    [
        ("a spokesman", "a spokesman", NameType.PERSON),
        ("Kestrel", "Kestrel", NameType.PERSON),
        ("the Aldmoor police", "the Aldmoor police", NameType.ORGANIZATION),
        ("she", "Lena Marwick", NameType.PERSON),
    ],
    ids=["less exactly named", "by the surname", "the body that somebody speaks for", "by a pronoun"],
)
def test_whoever_may_be_the_same_or_speak_for_them_is_no_other_speaker(source: str, name: str, type_: NameType) -> None:
    a = saying("a", FIRST, "Ivo Kestrel", "Ivo Kestrel")
    if name == "a spokesman":
        said = Said(source, "said", CONTENT)
        b = report("b", LAST.format(source=source, content=CONTENT), Marks(said=[said]))
    else:
        b = saying("b", LAST, source, name, type_)
    assert changed(a, b) == []


def test_two_witnesses_who_tell_the_same_bear_each_other_out() -> None:
    a = saying("a", FIRST, "Ivo Kestrel", "Ivo Kestrel")
    assert changed(a, saying("b", LAST, "Lena Marwick", "Lena Marwick"), passage=False) == []


def test_another_name_in_the_very_place_is_told_as_a_name() -> None:
    a = saying("a", LAST, "Ivo Kestrel", "Ivo Kestrel")
    assert changed(a, saying("b", LAST, "Lena Marwick", "Lena Marwick")) == []


def test_a_sentence_that_names_the_other_speaker_too_changes_nothing() -> None:
    a = saying("a", FIRST, "Ivo Kestrel", "Ivo Kestrel")
    b = saying("b", "{source} said of Kestrel's report that {content}.", "Lena Marwick", "Lena Marwick")
    assert changed(a, b) == []


def test_two_people_may_say_something_of_their_own_that_is_worded_otherwise() -> None:
    a = saying("a", FIRST, "Ivo Kestrel", "Ivo Kestrel")
    content = "some of that copper went to dealers in the harbour"
    marks = Marks(parties=[("Lena Marwick", NameType.PERSON, ())], said=[Said("Lena Marwick", "said", content)])
    assert changed(a, report("b", f"{content}, Lena Marwick said.", marks)) == []
