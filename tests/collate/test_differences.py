"""Where two accounts of one claim part, and where they only seem to."""

from __future__ import annotations

import pytest

from sayso.collate.accounts import told
from sayso.collate.differences.dates import dates
from sayso.collate.differences.laid import Laid
from sayso.collate.differences.names import names
from sayso.collate.differences.negation import negation
from sayso.collate.parties import joined
from sayso.collate.stage import Collated, collated
from sayso.config import CollateSettings
from sayso.findings import Difference, DifferenceKind, NameType, Passage, Reading, Stance, Story, Verdict
from tests.collate.hand import Marks, Said, copied, encode, report

POLICE = ("the Aldmoor police", NameType.ORGANIZATION, ())


def collate(*readings: Reading, passages: tuple[Passage, ...] = ()) -> Collated:
    story = Story("s-1", "a fire", tuple(r.id for r in readings))
    return collated("s-1", readings, passages, (), joined(readings, [story]), CollateSettings(), encode)


def beside(a: Reading, b: Reading) -> Laid:
    """The only account of each report, laid beside the other's."""
    parties = joined([a, b], ())
    (ours,), (theirs,) = told(a, parties), told(b, parties)
    return Laid(ours, theirs, CollateSettings().alike)


def values(found: Collated, kind: DifferenceKind) -> list[tuple[Verdict, set[str]]]:
    return [(d.verdict, {s.value for s in d.sides}) for d in found.differences if d.kind is kind]


def words(difference: Difference, *readings: Reading) -> set[str]:
    texts = {r.id: r.text for r in readings}
    return {side.span.of(texts[side.document]) for side in difference.sides}


def test_two_numbers_in_the_same_words_are_a_conflict_that_shows_the_numbers_themselves() -> None:
    a = report("a", "The ferry carried 14 crates of copper to the old harbour.", Marks(numbers=[("14", 14, "crate")]))
    b = report("b", "The ferry carried nine crates of copper to the old harbour.", Marks(numbers=[("nine", 9, "crate")]))
    (difference,) = collate(a, b).differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.NUMBER, Verdict.CONFLICT)
    assert words(difference, a, b) == {"14", "nine"}
    assert {s.value for s in difference.sides} == {"14", "9"}


def test_one_number_in_two_notations_is_no_difference() -> None:
    a = report("a", "The ferry carried 9 crates of copper to the old harbour.", Marks(numbers=[("9", 9, "crate")]))
    b = report("b", "The ferry carried nine crates of copper to the old harbour.", Marks(numbers=[("nine", 9, "crate")]))
    assert collate(a, b).differences == ()


def test_numbers_that_only_add_up_are_compatible() -> None:
    a = report("a", "The ferry carried 17 crates of copper to the old harbour.", Marks(numbers=[("17", 17, "crate")]))
    marks = Marks(numbers=[("14", 14, "box"), ("three", 3, "crate")])
    b = report("b", "The ferry carried 14 boxes and three crates of copper to the old harbour.", marks)
    (difference,) = collate(a, b).differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.NUMBER, Verdict.COMPATIBLE)
    assert "14 + 3 = 17" in difference.because


def test_a_toll_that_is_higher_a_day_later_has_changed() -> None:
    a = report("a", "The fire killed 14 people in the old harbour.", Marks(numbers=[("14", 14, "person")]), published="2031-05-01")
    b = report("b", "The fire killed 19 people in the old harbour.", Marks(numbers=[("19", 19, "person")]), published="2031-05-02")
    assert values(collate(a, b), DifferenceKind.NUMBER) == [(Verdict.CHANGED, {"14", "19"})]


def test_a_toll_that_is_lower_a_day_later_is_a_conflict() -> None:
    a = report("a", "The fire killed 19 people in the old harbour.", Marks(numbers=[("19", 19, "person")]), published="2031-05-01")
    b = report("b", "The fire killed 14 people in the old harbour.", Marks(numbers=[("14", 14, "person")]), published="2031-05-02")
    assert values(collate(a, b), DifferenceKind.NUMBER) == [(Verdict.CONFLICT, {"14", "19"})]


def test_two_days_in_the_same_words_are_a_conflict() -> None:
    a = report("a", "The ferry left the old harbour on Monday with its crew.", Marks(dates=[("Monday", "2031-05-05")]))
    b = report("b", "The ferry left the old harbour on Friday with its crew.", Marks(dates=[("Friday", "2031-05-02")]))
    assert values(collate(a, b), DifferenceKind.DATE) == [(Verdict.CONFLICT, {"2031-05-05", "2031-05-02"})]


def test_one_day_named_in_two_ways_is_no_difference() -> None:
    a = report("a", "The ferry left the old harbour on Monday with its crew.", Marks(dates=[("Monday", "2031-05-05")]))
    b = report("b", "The ferry left the old harbour on 5 May with its crew.", Marks(dates=[("5 May", "2031-05-05")]))
    assert collate(a, b).differences == ()


def person(name: str) -> Marks:
    return Marks(parties=[(name, NameType.PERSON, ())])


def test_another_person_in_the_same_words_is_a_conflict() -> None:
    a = report("a", "The ferry was steered by Ivo Kestrel when it struck the harbour wall.", person("Ivo Kestrel"))
    b = report("b", "The ferry was steered by Lena Marwick when it struck the harbour wall.", person("Lena Marwick"))
    assert values(collate(a, b), DifferenceKind.NAME) == [(Verdict.CONFLICT, {"Ivo Kestrel", "Lena Marwick"})]


def test_a_surname_alone_is_no_other_person() -> None:
    a = report("a", "The ferry was steered by Ivo Kestrel when it struck the harbour wall.", person("Ivo Kestrel"))
    b = report("b", "The ferry was steered by Kestrel when it struck the harbour wall.", person("Kestrel"))
    assert collate(a, b).differences == ()


def test_a_not_that_is_missing_is_a_conflict() -> None:
    a = report("a", "The crew did not know that the harbour had been closed that night.")
    b = report("b", "The crew did know that the harbour had been closed that night.")
    assert [v for v, _ in values(collate(a, b), DifferenceKind.NEGATION)] == [Verdict.CONFLICT]


def test_a_contraction_is_no_missing_not() -> None:
    a = report("a", "The crew did not know that the harbour had been closed that night.")
    b = report("b", "The crew didn't know that the harbour had been closed that night.")
    assert collate(a, b).differences == ()


def test_a_hedge_that_is_missing_got_lost() -> None:
    a = report("a", "The captain allegedly sold the copper to a dealer in the old harbour.")
    b = report("b", "The captain sold the copper to a dealer in the old harbour.")
    (difference,) = collate(a, b).differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.HEDGE, Verdict.LOST)
    assert words(difference, a, b) == {"allegedly", "sold"}


def test_a_cue_that_takes_a_claim_for_fact_loses_the_hedge() -> None:
    content = "the captain sold the copper to a dealer in the old harbour"
    a = report(
        "a",
        f"the Aldmoor police claimed that {content}.",
        Marks(parties=[POLICE], said=[Said("the Aldmoor police", "claimed", content, stance=Stance.ALLEGES)]),
    )
    b = report(
        "b",
        f"the Aldmoor police revealed that {content}.",
        Marks(parties=[POLICE], said=[Said("the Aldmoor police", "revealed", content, stance=Stance.REVEALS)]),
    )
    (difference,) = collate(a, b).differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.HEDGE, Verdict.LOST)
    assert words(difference, a, b) == {"claimed", "revealed"}


def test_a_dropped_source_is_a_lost_attribution() -> None:
    content = "The captain sold the copper to a dealer in the old harbour"
    a = report(
        "a", f"{content}, the Aldmoor police said.", Marks(parties=[POLICE], said=[Said("the Aldmoor police", "said", content)])
    )
    b = report("b", f"{content}.")
    (difference,) = collate(a, b).differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.ATTRIBUTION, Verdict.LOST)
    assert "the Aldmoor police said" in words(difference, a, b)


def quoting(key: str, quoted: str, frame: str = "The mayor said of the harbour fire that it was") -> Reading:
    said = Said("The mayor", "said", f"“{quoted}”")
    return report(key, f"{frame} “{quoted}”.", Marks(parties=[("The mayor", NameType.PERSON, ())], said=[said]))


def test_a_quotation_with_another_word_is_altered_and_both_words_are_shown() -> None:
    a = quoting("a", "a disaster that we could have wholly prevented")
    b = quoting("b", "a disaster that we could have fully prevented")
    (difference,) = collate(a, b).differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.QUOTE, Verdict.ALTERED)
    assert words(difference, a, b) == {"wholly", "fully"}


def test_three_reports_of_one_altered_quotation_make_one_difference() -> None:
    a = quoting("a", "a disaster that we could have wholly prevented")
    b = quoting("b", "a disaster that we could have fully prevented")
    c = quoting("c", "a disaster that we could have wholly prevented")
    (difference,) = collate(a, b, c).differences
    assert {s.document for s in difference.sides} == {a.id, b.id, c.id}


def test_a_short_phrase_in_quite_other_words_is_altered_when_all_around_it_is_the_same() -> None:
    (difference,) = collate(quoting("a", "wholly needless"), quoting("b", "entirely avoidable")).differences
    assert difference.kind is DifferenceKind.QUOTE
    assert "the words around the quotation are the same" in difference.because


@pytest.mark.parametrize("shorter", ["that we could have wholly prevented", "a disaster that we could have"])
def test_quoting_less_is_not_altering(shorter: str) -> None:
    a = quoting("a", "a disaster that we could have wholly prevented")
    b = quoting("b", shorter)
    assert values(collate(a, b), DifferenceKind.QUOTE) == []


def test_a_denial_beside_a_statement_is_a_conflict() -> None:
    content = "the captain sold the copper to a dealer in the old harbour"
    owner = ("the Marwick line", NameType.ORGANIZATION, ())
    said = Said("the Aldmoor police", "said", content)
    a = report("a", f"the Aldmoor police said {content}.", Marks(parties=[POLICE], said=[said]))
    denied = Said("the Marwick line", "denied", content, stance=Stance.DENIES)
    b = report("b", f"the Marwick line denied {content}.", Marks(parties=[owner], said=[denied]))
    assert values(collate(a, b), DifferenceKind.STANCE) == [(Verdict.CONFLICT, {"states", "denies"})]


def test_the_same_sentence_in_two_reports_parts_nowhere() -> None:
    text = "The ferry allegedly carried 14 crates of copper to the old harbour on Monday."
    marks = Marks(numbers=[("14", 14, "crate")], dates=[("Monday", "2031-05-05")])
    assert collate(report("a", text, marks), report("b", text, marks)).differences == ()


def test_mere_rewording_parts_nowhere() -> None:
    a = report("a", "The ferry carried copper to the old harbour in the early hours of the morning.")
    b = report("b", "The boat brought copper to the old port in the early hours of the day.")
    passage = copied(a, b, a.text, b.text)
    found = collate(a, b, passages=(passage,))
    assert len(found.claims) == 1
    assert found.differences == ()


def test_a_place_is_another_whatever_kinds_of_names_stand_there() -> None:
    sorn = Marks(parties=[("Sorn", NameType.ORGANIZATION, ())])
    kelm = Marks(parties=[("Kelm", NameType.OTHER, ())])
    a = report("a", "The captain was arrested at the Sorn shipyard on the night of the fire.", sorn)
    b = report("b", "The captain was arrested at Kelm railway station on the night of the fire.", kelm)
    assert [p.kind for p in names(beside(a, b))] == [DifferenceKind.PLACE]


def test_a_not_is_missed_inside_a_longer_sentence() -> None:
    a = report("a", "The captain had been allowed to see his lawyer.")
    b = report("b", "The captain had not been allowed to see his lawyer, as Vera Lanz, who is his sister, told us by telephone.")
    assert [p.kind for p in negation(beside(a, b))] == [DifferenceKind.NEGATION]


def test_a_not_that_stands_elsewhere_is_not_missing() -> None:
    a = report("a", "The crew did not say that the harbour had been closed that night.")
    b = report("b", "The crew did say that the harbour had not been closed that night.")
    assert values(collate(a, b), DifferenceKind.NEGATION) == []


def test_two_days_part_when_the_rest_is_the_same_in_another_order() -> None:
    a = report("a", "The mayor was handed the secret draft on 16 May.", Marks(dates=[("16 May", "2031-05-16")]))
    b = report("b", "On 17 May the secret draft was handed to the mayor.", Marks(dates=[("17 May", "2031-05-17")]))
    assert [{s.value for s in p.sides} for p in dates(beside(a, b))] == [{"2031-05-16", "2031-05-17"}]


def test_a_total_of_people_is_made_of_several_kinds_of_them() -> None:
    a = report("a", "A total of 21 people were injured in the harbour fire.", Marks(numbers=[("21", 21, "person")]))
    marks = Marks(numbers=[("18", 18, "worker"), ("three", 3, "firefighter")])
    b = report("b", "A total of 18 workers and three firefighters were injured in the harbour fire.", marks)
    assert [v for v, _ in values(collate(a, b), DifferenceKind.NUMBER)] == [Verdict.COMPATIBLE]


def test_words_changed_inside_a_quotation_are_an_altered_quotation_and_nothing_else() -> None:
    a, b = quoting("a", "we never knew of the leak until the morning"), quoting("b", "we never knew of the spill until the morning")
    assert {d.kind for d in collate(a, b).differences} == {DifferenceKind.QUOTE}


def test_a_not_that_only_one_quotation_has_is_told_as_what_it_is() -> None:
    a, b = quoting("a", "we did not know of it until the morning"), quoting("b", "we did know of it until the morning")
    (difference,) = collate(a, b).differences
    assert (difference.kind, difference.verdict) == (DifferenceKind.NEGATION, Verdict.ALTERED)


def test_a_the_more_in_a_quotation_is_no_alteration() -> None:
    a, b = quoting("a", "we knew of the fire until the morning"), quoting("b", "we knew of fire until the morning")
    assert collate(a, b).differences == ()


def test_two_utterances_of_two_speakers_are_not_one_altered_quotation() -> None:
    a = quoting("a", "a disaster that we could have wholly prevented")
    said = Said("The captain", "wrote", "“a disaster that we could have fully prevented”")
    marks = Marks(parties=[("The captain", NameType.PERSON, ())], said=[said])
    b = report("b", "The captain wrote of it all: “a disaster that we could have fully prevented”.", marks)
    assert values(collate(a, b), DifferenceKind.QUOTE) == []


def test_sentences_that_both_reports_have_do_not_part_from_each_other() -> None:
    text = "The second of ten photographs shows 2 crates of copper at the harbour.\n"
    text += "The third of ten photographs shows 3 crates of copper at the harbour."
    marks = Marks(numbers=[("2", 2, "crate"), ("3", 3, "crate")])
    assert collate(report("a", text, marks), report("b", text, marks)).differences == ()


@pytest.mark.parametrize(
    ("one", "other", "altered"),
    [
        ("Senator Kestrel wants the mill to be closed", "Sen. Kestrel wants the mill to be closed", False),
        ("the mill, the dyke, the quay were lost", "the mill, the dyke and the quay were lost", False),
        ("Senator Kestrel wants the mill to be closed", "Mayor Kestrel wants the mill to be closed", True),
    ],
)
def test_what_copy_editors_change_in_a_quotation_alters_nothing(one: str, other: str, altered: bool) -> None:
    assert bool(values(collate(quoting("a", one), quoting("b", other)), DifferenceKind.QUOTE)) is altered


def test_according_to_is_shown_with_the_claims_that_it_goes_back_to() -> None:
    content = "the ferry carried copper to the old harbour"
    frame = "According to claims by the Aldmoor police"
    said = Said("claims by the Aldmoor police", "According to", content, party="the Aldmoor police", stance=Stance.ALLEGES)
    a = report("a", f"{frame}, {content}.", Marks(parties=[POLICE], said=[said]))
    said = Said("the Aldmoor police", "revealed", content, stance=Stance.REVEALS)
    b = report("b", f"the Aldmoor police revealed {content}.", Marks(parties=[POLICE], said=[said]))
    assert values(collate(a, b), DifferenceKind.HEDGE) == [(Verdict.LOST, {frame, "revealed"})]


def test_a_side_without_the_word_says_so_and_leads_to_the_place_where_it_is_missing() -> None:
    a = report("a", "The ferry allegedly carried the copper to the old harbour.")
    b = report("b", "The ferry carried the copper to the old harbour.")
    found = collate(a, b)
    assert values(found, DifferenceKind.HEDGE) == [(Verdict.LOST, {"allegedly", "without “allegedly”"})]
    assert words(found.differences[0], a, b) == {"allegedly", "carried"}


def test_a_source_left_out_is_lost_even_where_another_speaks_in_both() -> None:
    content = "the captain told the crew that the copper would be sold in the old harbour"
    police, captain = Said("the Aldmoor police", "said", content), Said("the captain", "told", content[27:])
    a = report("a", f"{content}, the Aldmoor police said.", Marks(parties=[POLICE], said=[police]))
    b = report("b", f"{content}.", Marks(said=[captain]))
    kinds = {(d.kind, d.verdict) for d in collate(a, b).differences}
    assert (DifferenceKind.ATTRIBUTION, Verdict.LOST) in kinds


def test_a_source_that_only_one_reading_found_is_not_lost() -> None:
    content = "the captain sold the copper to a dealer in the old harbour"
    sentence = f"The Aldmoor police said {content}."
    a = report("a", sentence, Marks(parties=[POLICE], said=[Said("The Aldmoor police", "said", content)]))
    b = report("b", sentence.replace("old", "older"))
    assert not [d for d in collate(a, b).differences if d.kind is DifferenceKind.ATTRIBUTION]


def test_words_that_an_editor_shows_to_have_left_out_or_put_in_are_no_alteration() -> None:
    whole = "we did not know of the leak in the old tank until the next morning"
    cut = quoting("b", "we did not know of the leak … until the next morning")
    put_in = quoting("c", "we did not know of the leak in the old [oil] tank until the next morning")
    assert collate(quoting("a", whole), cut).differences == ()
    assert collate(quoting("a", whole), put_in).differences == ()
