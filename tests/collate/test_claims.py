"""Claims and their accounts: what is one, what is none, and what goes together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collate import Collate
from sayso.collate.parties import joined
from sayso.collate.stage import Collated, collated
from sayso.config import CollateSettings
from sayso.documents import Document, Profile
from sayso.engines.local import LocalBench
from sayso.findings import (
    Annotation,
    Attribution,
    Claim,
    Difference,
    Lineage,
    NameType,
    Party,
    Passage,
    Reading,
    SentenceVectors,
    Stance,
    Story,
)
from sayso.stages import Found
from tests.collate.hand import Marks, Said, encode, report

OFFICE = ("the Harbour Office", NameType.ORGANIZATION, ())


def collate(*readings: Reading) -> Collated:
    story = Story("s-1", "a fire", tuple(r.id for r in readings))
    return collated("s-1", readings, (), (), joined(readings, [story]), CollateSettings(), encode)


def test_what_two_reports_say_is_one_claim_with_an_account_each() -> None:
    a = report("a", "The ferry carried copper to the old harbour.\nNobody on the quay had seen the harbour master that night.")
    b = report("b", "A grey goat ate the flowers of the town hall.\nThe ferry carried copper to the old harbour.")
    first, *others = collate(a, b).claims
    assert {x.document for x in first.accounts} == {a.id, b.id}
    assert [len(claim.accounts) for claim in others] == [1, 1]


def test_what_only_one_report_says_is_a_claim_too() -> None:
    (claim,) = collate(report("a", "The ferry carried copper to the old harbour.")).claims
    assert claim.text == "The ferry carried copper to the old harbour."
    assert claim.accounts[0].attribution is None
    assert claim.accounts[0].stance is Stance.STATES


def test_an_account_of_somebodys_words_is_the_content_and_knows_its_attribution() -> None:
    content = "the ferry carried copper to the old harbour"
    said = Said("the Harbour Office", "claimed", content, stance=Stance.ALLEGES)
    a = report("a", f"the Harbour Office claimed {content}.", Marks(parties=[OFFICE], said=[said]))
    (claim,) = collate(a).claims
    (account,) = claim.accounts
    assert account.span.of(a.text) == content
    assert account.attribution == a.attributions[0].id
    assert account.stance is Stance.ALLEGES


def test_content_over_two_sentences_is_two_accounts() -> None:
    text = "The ferry carried copper to the port.\nThe crew went home by the coast road, the Harbour Office said."
    said = Said("the Harbour Office", "said", "The ferry carried copper to the port.\nThe crew went home by the coast road")
    claims = collate(report("a", text, Marks(parties=[OFFICE], said=[said]))).claims
    assert [c.text for c in claims] == ["The ferry carried copper to the port.", "The crew went home by the coast road"]


def test_questions_calls_to_the_reader_and_scraps_are_no_claims() -> None:
    lines = ("Where was the harbour master that night?", "Read more about the fire here.", "So it goes.", "# Fire in the harbour")
    assert collate(report("a", "\n".join(lines))).claims == ()


def office(key: str, cue: str, stance: Stance) -> Reading:
    said = Said("the Harbour Office", cue, "to our request for comment", stance=stance)
    return report(key, f"the Harbour Office {cue} to our request for comment.", Marks(parties=[OFFICE], said=[said]))


def test_declining_to_comment_and_not_responding_are_two_acts() -> None:
    claims = collate(office("a", "declined to comment", Stance.DECLINES), office("b", "did not respond", Stance.NO_RESPONSE)).claims
    assert [len(claim.accounts) for claim in claims] == [1, 1]


def test_the_same_act_in_two_reports_is_one_claim() -> None:
    a, b = (office(key, "declined to comment", Stance.DECLINES) for key in "ab")
    assert [len(claim.accounts) for claim in collate(a, b).claims] == [2]


def test_claims_with_more_accounts_come_first_then_those_told_earlier() -> None:
    a = report("a", "A grey goat ate the flowers of the town hall.\nThe ferry carried copper to the old harbour.")
    b = report("b", "The ferry carried copper to the old harbour.")
    assert [c.text[:10] for c in collate(a, b).claims] == ["The ferry ", "A grey goa"]


def accounts_at(cosine: float, a: Reading, b: Reading) -> list[int]:
    """How many accounts the claims of two reports of one sentence have when the vectors of what they say are so near."""
    rows = np.zeros((2, 384), np.float32)
    rows[0, 0], rows[1, 0], rows[1, 1] = 1, cosine, (1 - cosine**2) ** 0.5
    readings = [replace(reading, vectors=rows[i : i + 1]) for i, reading in enumerate((a, b))]
    story = Story("s-1", "a fire", (a.id, b.id))
    found = collated("s-1", readings, (), (), joined(readings, [story]), CollateSettings(), lambda texts: rows[: len(texts)])
    return [len(claim.accounts) for claim in found.claims]


def told_by(who: str, cue: str, content: str, key: str = "a", stance: Stance = Stance.STATES) -> Reading:
    return report(key, f"{who} {cue} {content}.", Marks(said=[Said(who, cue, content, stance=stance)]))


@pytest.mark.parametrize(
    ("reading", "shown"),
    [
        (told_by("The mayor", "warned", "its people of the ice on the old harbour"), "whole"),
        (told_by("The mayor", "denied", "any part in the fire at the mill", stance=Stance.DENIES), "whole"),
        (told_by("The mayor", "said", "Copper was carried to the old harbour"), "Copper was carried to the old harbour"),
        (told_by("The mayor", "said", "“Copper was carried to the old harbour,”"), "“Copper was carried to the old harbour,”"),
        (told_by("The mayor", "said", "Copper was carried to the old harbour,”"), "Copper was carried to the old harbour"),
    ],
)
def test_a_claim_can_be_read_alone(reading: Reading, shown: str) -> None:
    (claim,) = collate(reading).claims
    assert claim.text == (reading.text if shown == "whole" else shown)


def test_a_whole_statement_tells_a_claim_better_than_a_longer_part_of_a_sentence() -> None:
    a = told_by("The mayor", "said", "that copper was carried to the old harbour before the fire")
    b = report("b", "Copper was carried to the old harbour before the fire.")
    (claim,) = collate(a, b).claims
    assert claim.text == b.text


def test_no_account_tells_a_claim_that_mostly_says_what_no_other_does() -> None:
    a = report("a", "The ferry carried copper to the old harbour before the fire.")
    b = report("b", "The ferry carried copper to the old harbour before that fire.")
    c = report("c", "The ferry carried copper to the old harbour, grey and cold and silent as ever, before Ivo Kestrel woke.")
    (claim,) = collate(c, a, b).claims
    assert (claim.text, len(claim.accounts)) == (a.text, 3)


PEOPLE = ("Ivo Kestrel", NameType.PERSON, ()), ("Aldmoor", NameType.PLACE, ())


def test_whom_where_and_when_it_is_about_do_not_make_two_statements_one() -> None:
    marks = Marks(dates=[("3 May", "2024-05-03")], parties=PEOPLE)
    a = report("a", "Ministers condemn the killing of Ivo Kestrel in Aldmoor on 3 May.", marks)
    b = report("b", "Nurses saw Ivo Kestrel lying in Aldmoor on 3 May.", marks)
    again = report("b", "Envoys condemn the killing of Ivo Kestrel in Aldmoor on 3 May.", marks)
    assert (accounts_at(0.82, a, b), accounts_at(0.82, a, again)) == ([1, 1], [2])


@pytest.mark.parametrize(("thing", "accounts"), [("year of age", [1, 1]), ("barge", [2])])
def test_the_age_of_whom_it_is_about_is_not_what_two_statements_have_in_common(thing: str, accounts: list[int]) -> None:
    marks = Marks(numbers=[("66", 66, thing)])
    a = report("a", "Ministers condemn the loss of 66 on the lake by daylight.", marks)
    b = report("b", "The loss of 66 was seen by nurses in daylight from the lake.", marks)
    assert accounts_at(0.71, a, b) == accounts


@pytest.mark.parametrize(("other", "accounts"), [(100, [1, 1]), (23, [2])])
def test_two_counts_of_one_thing_in_quite_other_words_are_two_statements(other: int, accounts: list[int]) -> None:
    text = "The sinking of 23 barges was the biggest loss of the harbour since the war."
    a = report("a", text, Marks(numbers=[("23", 23, "barge")]))
    text = f"Together {other} barges are the biggest loss of that harbour in any war."
    b = report("b", text, Marks(numbers=[(str(other), other, "barge")]))
    assert accounts_at(0.80, a, b) == accounts


@pytest.mark.parametrize(("stance", "accounts"), [(Stance.DENIES, [2]), (Stance.STATES, [1, 1])])
def test_two_denials_go_together_where_two_statements_need_more_in_common(stance: Stance, accounts: list[int]) -> None:
    a, b = (
        report(key, f"the mayor spoke of {said}.", Marks(said=[Said("the mayor", "spoke of", said, stance=stance)]))
        for key, said in (("a", "selling copper as a Chinese agent"), ("b", "selling copper for Beijing"))
    )
    assert accounts_at(0.84, a, b) == accounts


@pytest.mark.parametrize(("stance", "accounts"), [(Stance.DENIES, [1, 1]), (Stance.STATES, [2])])
def test_a_denial_needs_more_in_common_with_what_it_is_held_to_deny(stance: Stance, accounts: list[int]) -> None:
    said = Said("the mayor", "spoke of", "a part in the killing of the harbour master", stance=stance)
    a = report("a", "the mayor spoke of a part in the killing of the harbour master.", Marks(said=[said]))
    b = report("b", "Ministers abhor the killing of the harbour master at noon.")
    assert accounts_at(0.64, a, b) == accounts


def test_a_thing_that_is_only_named_is_compared_by_what_the_sentence_says_of_it() -> None:
    said = Said("the Harbour Office", "called", "the fire at the copper mill in the old harbour")
    text = "the Harbour Office called the fire at the copper mill in the old harbour a crime against every worker of the town."
    a = report("a", text, Marks(parties=[OFFICE], said=[said]))
    b = report("b", "Insurers weigh what to pay after the fire at the copper mill in the old harbour.")
    assert [len(claim.accounts) for claim in collate(a, b).claims] == [1, 1]


def found(*readings: Reading) -> Found:
    return Found(
        {
            Document: tuple(r.document for r in readings),
            Profile: tuple(r.profile for r in readings),
            Annotation: tuple(r.annotation for r in readings),
            SentenceVectors: tuple(SentenceVectors(r.id, r.vectors) for r in readings),
            Attribution: tuple(a for r in readings for a in r.attributions),
            Story: (Story("s-1", "a fire", tuple(r.id for r in readings)),),
            Passage: (),
            Lineage: (),
        }
    )


def test_the_stage_gives_what_it_promises_with_one_id_for_each_value() -> None:
    readings = [office(key, "declined to comment", Stance.DECLINES) for key in "abc"]
    stage = Collate(CollateSettings(), encode)
    outcome = stage.run(found(*readings), LocalBench("collate", lambda _: None))
    assert set(outcome.values) == {Party, Claim, Difference}
    ids = [value.id for kind in (Party, Claim, Difference) for value in outcome.values[kind] if isinstance(value, kind)]
    assert len(ids) == len(set(ids)) > 0
    assert stage.run(found(*readings), LocalBench("collate", lambda _: None)) == outcome


SENTENCES = st.lists(
    st.text(alphabet=st.sampled_from("ab “”\"'’.?,1\u202e\u0301é漢"), min_size=1, max_size=60), min_size=1, max_size=8
)


@given(SENTENCES, SENTENCES)
def test_odd_text_is_borne_and_every_account_stands_in_its_document(a: list[str], b: list[str]) -> None:
    readings = {r.id: r for r in (report("a", "\n".join(a)), report("b", "\n".join(b)))}
    for claim in collate(*readings.values()).claims:
        for account in claim.accounts:
            assert account.span.of(readings[account.document].text).strip()


def test_a_quoted_phrase_is_compared_by_its_sentence_and_any_other_scrap_by_itself() -> None:
    quoted = Said("the Harbour Office", "called", "“wholly needless”")
    (phrase,) = collate(
        report("a", "the Harbour Office called the harbour fire “wholly needless”.", Marks(parties=[OFFICE], said=[quoted]))
    ).claims
    assert phrase.text == "the Harbour Office called the harbour fire “wholly needless”."
    assert phrase.accounts[0].span.of("the Harbour Office called the harbour fire “wholly needless”.") == "“wholly needless”"


def test_who_gives_the_words_of_another_is_no_second_account() -> None:
    text = "the Post reported the Harbour Office claimed the ferry carried copper to the old harbour."
    inner = Said("the Harbour Office", "claimed", "the ferry carried copper to the old harbour")
    outer = Said("the Post", "reported", "the Harbour Office claimed the ferry carried copper to the old harbour")
    (claim,) = collate(report("a", text, Marks(parties=[OFFICE], said=[outer, inner]))).claims
    assert [a.span.of(text) for a in claim.accounts] == ["the ferry carried copper to the old harbour"]


def test_what_somebody_was_told_to_do_belongs_to_the_statement_that_tells_it() -> None:
    text = "the Harbour Office said the owner ordered the captain to carry the copper to the old harbour."
    outer = Said("the Harbour Office", "said", "the owner ordered the captain to carry the copper to the old harbour")
    inner = Said("the owner", "ordered", "the captain to carry the copper to the old harbour", stance=Stance.URGES)
    (claim,) = collate(report("a", text, Marks(parties=[OFFICE], said=[outer, inner]))).claims
    assert [a.stance for a in claim.accounts] == [Stance.STATES]


def test_a_total_and_its_parts_are_one_claim_even_in_one_report() -> None:
    text = "The ferry carried 14 crates of copper.\nThe ferry carried nine crates of copper and five of silver."
    numbers = [("14", 14, "crate"), ("nine", 9, "crate"), ("five", 5, None)]
    assert [len(claim.accounts) for claim in collate(report("a", text, Marks(numbers=numbers))).claims] == [2]


def test_what_nobody_looked_through_is_nobody_s_own_voice() -> None:
    a = report("a", "The ferry carried copper to the old harbour.\nThe goat ate all the flowers of the town hall.")
    first = a.annotation.sentences[0].span
    claims = collate(replace(a, unread=(first,))).claims
    assert [claim.text for claim in claims] == ["The goat ate all the flowers of the town hall."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Four men were held, and nurses have left the town.",
            ["Four men were held", "nurses have left the town."],
        ),
        (
            "The mayor was held for a day, and he has left the town.",
            ["The mayor was held for a day", "The mayor was held for a day, and he has left the town."],
        ),
    ],
)
def test_each_of_several_things_that_a_sentence_says_is_shown_in_other_words(text: str, shown: list[str]) -> None:
    assert [claim.text for claim in collate(report("a", text)).claims] == shown


def test_an_account_that_names_whom_it_speaks_of_tells_a_claim_better_than_one_that_says_he() -> None:
    a = report("a", "He was held for a day and a night in the old harbour.")
    b = report("b", "The mayor was held for a day in the old harbour.")
    (claim,) = collate(a, b).claims
    assert claim.text == b.text


def test_a_quotation_that_leans_on_its_speaker_is_shown_with_who_says_it() -> None:
    said = Said("the mayor", "said", "“We closed the mill in May and never went back,”")
    (claim,) = collate(report("a", "“We closed the mill in May and never went back,” the mayor said.", Marks(said=[said]))).claims
    assert claim.text == "“We closed the mill in May and never went back,” the mayor said."
