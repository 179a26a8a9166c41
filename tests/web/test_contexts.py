"""What the pages of the invented case say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.documents import Document, Profile, Role
from sayso.findings import (
    Account,
    Annotation,
    Attribution,
    Claim,
    Commitment,
    Difference,
    Hand,
    HandRole,
    NameType,
    Origins,
    OriginStatus,
    Party,
    Place,
    Sentence,
    Stance,
    Unread,
)
from sayso.spans import Span
from sayso.store.base import StageRun
from sayso.web.contexts import case as cases
from sayso.web.contexts import claim, compare, differences, party, reader, story
from sayso.web.contexts.shelf import Absent
from sayso.web.contexts.table import ORDERS, ordered
from tests.web.fakes import FakeView
from tests.web.invented import ATTRIBUTIONS, TEXTS, at, case


def marked(page: differences.DifferencePage) -> list[list[str]]:
    return [[p.text for p in side.quote.pieces if "parting" in p.marks] for side in page.difference.sides]


def test_the_case_lists_its_stories_with_their_finding_and_counts() -> None:
    page = cases.page(case())
    assert [(s.label, s.finding.counts.reports, s.finding.counts.outlets) for s in page.stories] == [
        ("Blaze at Tarn Quay depot sends workers to hospital", 3, 2)
    ]
    assert page.stories[0].finding.line == (
        "3 reports, 3 shared claims (1 of one origin, 1 of independent origins, 1 not established), "
        "1 conflict on a number, 1 conflict on a stance, "
        "1 altered quotation, 1 compatible number difference"
    )
    assert page.stories[0].finding.counts.matter == 3


def test_a_finding_tells_what_it_rests_on() -> None:
    assert story.page(case(), "s-fire").finding.because == (
        "3 reports from 2 named outlets; 1 of them does not say whose",
        "4 claims, of which 3 in two or more reports",
        "the most origins shown for any of these is 2",
        "for 1 of these independence is not established; what is not shown counts as none",
    )


def test_reports_in_no_story_and_rejected_input_are_not_lost() -> None:
    page = cases.page(case())
    assert [source.document for source in page.loose] == ["d-loose"]
    assert [(r.path, r.reason) for r in page.rejected] == [("photos/quay.jpg", "is an image, not a text")]


def test_a_case_without_reports_is_empty() -> None:
    assert cases.page(FakeView()).empty
    assert not cases.page(case()).empty


def test_stages_that_did_not_finish_are_named() -> None:
    stopped = replace(case(), stages=(StageRun("read", 1, 0.1, 4, 0), StageRun("collate", 1, None, 0, 0)))
    assert cases.page(stopped).unfinished == ("claims, differences and origins",)
    assert story.page(stopped, "s-fire").unfinished == ("claims, differences and origins",)


def test_the_story_shows_what_matters_before_what_is_compatible() -> None:
    shown = story.page(case(), "s-fire").differences
    assert [d.name for d in shown] == [
        "Conflict on a number",
        "Conflict on a stance",
        "Altered quotation",
        "Compatible number difference",
    ]


def test_the_table_has_a_column_for_every_outlet_and_for_every_report_without_one() -> None:
    page = story.page(case(), "s-fire")
    assert [(c.name, c.note) for c in page.columns] == [
        ("Tarn Gazette", "4 March 2026"),
        ("The Estuary Courier", "4 March 2026"),
        ("Outlet not stated", "Fire at chemical depot, 20 hurt"),
    ]


def test_a_cell_says_what_the_outlet_does_with_the_claim_and_which_value_it_gives() -> None:
    page = story.page(case(), "s-fire")
    table = {row.id: [[(e.word, e.value) for e in cell.entries] for cell in row.cells] for row in (*page.shared, *page.single)}
    assert table == {
        "c-injured": [[("states", "14")], [("states", "12 + 2")], [("alleges", "about 20")]],
        "c-warned": [[("denies", None)], [("reveals", None)], []],
        "c-leak": [[("states", None)], [("states", None)], []],
        "c-fire": [[], [], [("in its own voice", None)]],
    }


def test_claims_of_one_report_are_kept_apart() -> None:
    page = story.page(case(), "s-fire")
    assert [row.id for row in page.shared] == ["c-injured", "c-warned", "c-leak"]
    assert [row.id for row in page.single] == ["c-fire"]


def test_a_cell_leads_to_the_sentence_which_the_reader_shows_under_that_anchor() -> None:
    page = story.page(case(), "s-fire")
    for row in (*page.shared, *page.single):
        for entry in (e for cell in row.cells for e in cell.entries):
            address, anchor = entry.href.split("#")
            paragraphs = reader.page(case(), address.rpartition("/")[2]).paragraphs
            assert anchor in {stretch.anchor for paragraph in paragraphs for stretch in paragraph.stretches}


def test_who_repeats_whom_is_said_in_one_sentence_with_its_reason() -> None:
    (one,) = story.page(case(), "s-fire").repeats
    assert one.shares == "2 passages (1 reworded): 30% of The Estuary Courier, 20% of Tarn Gazette"
    assert (one.follows, one.because) == ("common origin", ("Northern Wire is credited",))


def test_the_timeline_says_when_how_that_is_known_and_who_says_so() -> None:
    (event,) = story.page(case(), "s-fire").events
    assert (event.date, event.basis, event.quote.source.document) == ("3 March 2026", "stated", "d-wire")


def test_a_claim_shows_whole_sentences_with_the_account_marked() -> None:
    first = claim.page(case(), "c-injured").claim.accounts[0].quote
    assert first.text == "The Tarn Fire Brigade said 14 workers were taken to hospital."
    assert [p.text for p in first.pieces if p.marks] == ["14 workers were taken to hospital"]


def test_the_chain_leads_from_the_first_hand_to_the_outlet() -> None:
    shown = claim.page(case(), "c-injured").claim.accounts
    assert [[h.name for h in account.hands] for account in shown] == [
        ["the Tarn Fire Brigade", "Tarn Gazette"],
        ["the Tarn Fire Brigade", "The Estuary Courier"],
        ["a union official", "outlet not stated"],
    ]


def test_a_speaker_is_called_what_the_case_calls_him_and_else_what_the_report_does() -> None:
    shown = claim.page(case(), "c-injured").claim.accounts
    assert [account.speaker for account in shown] == ["Tarn Fire Brigade", "Tarn Fire Brigade", "a union official"]


def test_origins_say_which_accounts_belong_together_and_why() -> None:
    origins = claim.page(case(), "c-injured").claim.origins
    assert origins.words == "2 independent origins"
    assert [(g.accounts, g.because) for g in origins.groups] == [
        ((1, 2), ("both go back to the Tarn Fire Brigade",)),
        ((3,), ("another speaker, no passage in common",)),
    ]


def test_a_difference_marks_the_words_that_part_in_both_sentences() -> None:
    assert marked(differences.page(case(), "x-quote")) == [["saw", "sign"], ["found", "trace"]]
    assert marked(differences.page(case(), "x-number")) == [["14"], ["20"]]


@pytest.mark.parametrize("key", TEXTS)
def test_the_reader_leaves_out_nothing_of_the_text_but_white_space(key: str) -> None:
    shown = [p.text for para in reader.page(case(), key).paragraphs for s in para.stretches for p in s.pieces]
    assert "".join("".join(shown).split()) == "".join(TEXTS[key].split())


def test_text_between_blocks_is_shown_too() -> None:
    document = Document("d", "d", "/d", "Headline\nA line that no block holds.\nEnd")
    bare = Profile("d", None, None, None, (), case().all(Profile)[0].published, "en", ())
    paragraphs = reader.page(FakeView((document, bare)), "d").paragraphs
    assert "".join(p.text for para in paragraphs for s in para.stretches for p in s.pieces) == document.text


def test_a_report_that_nothing_was_found_in_can_be_read() -> None:
    document = Document("d", "d.txt", "/d.txt", "Some words.")
    page = reader.page(FakeView((document,)), "d")
    assert (page.source.title, page.source.titled, page.source.outlet) == ("“Some words.”", False, "outlet not stated")
    assert page.paragraphs[0].stretches[0].pieces[0].text == "Some words."


def test_a_report_without_headline_or_words_is_called_by_the_name_it_was_read_by() -> None:
    assert reader.page(FakeView((Document("d", "d.txt", "/d.txt", " "),)), "d").source.title == "d.txt"


def test_nested_attributions_are_each_marked_and_noted() -> None:
    page = reader.page(case(), "d-gazette")
    inside = [piece for para in page.paragraphs for s in para.stretches for piece in s.pieces]
    over = {piece.text: piece.marks for piece in inside if "content" in piece.marks}
    assert over["denied"] == ("content", "cue")
    notes = [(n.who, n.word) for para in page.paragraphs for n in para.speeches]
    assert notes == [
        ("The Tarn Fire Brigade", "states"),
        ("Chief Ada Brunel", "states"),
        ("the port authority", "states"),
        ("Velmark", "denies"),
    ]


@pytest.mark.parametrize(
    ("commitment", "words"), [(Commitment.REPORTS, ""), (Commitment.FACT, "the outlet takes it for fact")]
)
def test_what_the_outlet_makes_of_it_is_told_apart_from_the_speaker(commitment: Commitment, words: str) -> None:
    found = [replace(v, commitment=commitment) if isinstance(v, Attribution) else v for v in case().values]
    page = reader.page(FakeView(tuple(found)), "d-gazette")
    assert {n.outlet for para in page.paragraphs for n in para.speeches} == {words}
    assert {a.outlet for a in claim.page(FakeView(tuple(found)), "c-injured").claim.accounts} == {words}


def test_a_note_leads_to_all_accounts_of_what_was_said() -> None:
    notes = {n.who: n.claims for para in reader.page(case(), "d-gazette").paragraphs for n in para.speeches}
    assert notes["The Tarn Fire Brigade"] == ("/claims/c-injured",)


def test_a_shared_passage_leads_to_its_sentence_in_the_other_report() -> None:
    notes = [n for para in reader.page(case(), "d-gazette").paragraphs for n in para.passages]
    start = at("d-courier", "Inspectors revealed").start
    assert [n.manner for n in notes] == ["word for word", "reworded"]
    assert {n.other.outlet for n in notes} == {"The Estuary Courier"}
    assert notes[1].href == f"/documents/d-courier#s{start}"
    assert notes[1].direction == "both from a common origin"


def test_what_is_known_of_a_report_says_how_it_is_known() -> None:
    facts = {fact.name: fact for fact in reader.page(case(), "d-gazette").facts}
    assert (facts["Published"].value, facts["Published"].because) == ("4 March 2026, stated", ("the record's own date",))
    assert facts["Address"].link == "https://news.example/d-gazette"


def test_promotion_is_shown_quietly_with_its_role() -> None:
    last = reader.page(case(), "d-gazette").paragraphs[-1]
    assert (last.role, last.quiet) == ("promotion", True)


@pytest.mark.parametrize("page", [story.page, claim.page, differences.page, reader.page])
def test_what_the_case_does_not_have_is_absent(page: object) -> None:
    assert callable(page)
    with pytest.raises(Absent):
        page(case(), "nothing")


def test_a_sentence_without_end_is_quoted_around_the_finding_alone() -> None:
    text = "word " * 20_000 + "14 hurt " + "word " * 20_000
    document = Document("d", "d", "/d", text)
    endless = Annotation("d", (Sentence(Span(0, len(text)), Role.BODY),))
    start = text.index("14 hurt")
    one = Account("k", "d", Span(start, start + 7), None, Stance.STATES, None)
    told = Claim("c", "s", "14 hurt", (one,), Origins(1, OriginStatus.SINGLE, ()))
    quote = claim.page(FakeView((document, endless, told)), "c").claim.accounts[0].quote
    assert quote.clipped
    assert "14 hurt" in quote.text
    assert len(quote.text) < 2000


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        (True, "Names, and who says what: the report is written in German"),
        (False, "Names, and who says what, in 1 paragraph of it, written in German"),
    ],
)
def test_a_report_says_where_it_was_not_searched_and_why(whole: bool, told: str) -> None:
    left_out = Unread("d-loose", (Span(0, 20),), whole, ("written in German",))
    view = replace(case(), values=(*case().values, left_out))
    assert [fact.value for fact in reader.page(view, "d-loose").facts if fact.name == "Not searched for"] == [told]
    assert not [fact for fact in reader.page(view, "d-wire").facts if fact.name == "Not searched for"]


ALONE = "stands in a report without a stated outlet alone"


@pytest.mark.parametrize(
    ("key", "words", "silent"),
    [
        ("c-injured", "", []),
        ("c-leak", "1 outlet says nothing of it", ["d-wire"]),
        ("c-fire", f"{ALONE}; 2 other outlets say nothing of it", ["d-gazette", "d-courier"]),
    ],
)
def test_a_claim_says_which_outlets_are_silent_on_it(key: str, words: str, silent: list[str]) -> None:
    found = claim.page(case(), key).silence
    assert found is not None
    assert (found.words, [source.document for source in found.silent]) == (words, silent)
    page = story.page(case(), "s-fire")
    assert [row.silence for row in (*page.shared, *page.single) if row.id == key] == [words]


def test_an_outlet_that_was_not_read_throughout_is_not_silent() -> None:
    foreign = Unread("d-courier", (Span(0, 20),), True, ("written in German",))
    view = replace(case(), values=(*case().values, foreign))
    found = claim.page(view, "c-fire").silence
    assert found is not None
    assert found.words == f"{ALONE}; 1 other outlet says nothing of it; 1 outlet not read in full"
    assert [source.document for source in found.unread] == ["d-courier"]
    assert [cell.unread for cell in story.page(view, "s-fire").single[0].cells] == [False, True, False]


def test_reports_that_agree_are_one_side_of_a_difference() -> None:
    conflict = next(d for d in case().all(Difference) if d.id == "x-number")
    third = replace(conflict.sides[0], document="d-courier", span=at("d-courier", "Twelve workers"))
    values = [replace(v, sides=(*v.sides, third)) if v == conflict else v for v in case().values]
    shown = differences.page(FakeView(tuple(values)), "x-number").difference
    assert [(side.value, len(side.also)) for side in shown.sides] == [("14", 1), ("about 20", 0)]
    assert shown.sides[0].also[0].source.document == "d-courier"


def test_side_by_side_shows_only_where_these_two_part() -> None:
    found = compare.page(case(), "d-gazette", "d-courier")
    assert [one.name for one in found.differences] == [
        "Conflict on a stance", "Altered quotation", "Compatible number difference",
    ]  # fmt: skip
    assert all({side.quote.source.document for side in one.sides} == {"d-gazette", "d-courier"} for one in found.differences)


def test_side_by_side_every_word_of_both_texts_is_shown() -> None:
    found = compare.page(case(), "d-gazette", "d-courier")
    for key, side in (("d-gazette", "a"), ("d-courier", "b")):
        parts = [part for line in found.lines for part in getattr(line, side)]
        shown = "\n".join("".join(piece.text for piece in part.pieces) for part in parts)
        assert shown.split() == TEXTS[key].split()


def test_side_by_side_a_passage_has_its_number_on_both_sides() -> None:
    found = compare.page(case(), "d-gazette", "d-courier")
    for side in ("a", "b"):
        numbers = [number for line in found.lines for part in getattr(line, side) for _, number in part.opens]
        assert sorted(numbers) == [one.number for one in found.joints]


def test_a_report_is_not_put_beside_itself() -> None:
    with pytest.raises(Absent):
        compare.page(case(), "d-gazette", "d-gazette")


def test_a_party_has_all_that_it_is_reported_to_say_by_story() -> None:
    found = party.page(case(), "P-brigade")
    assert [one.quote.source.outlet for story in found.said for one in story.sayings] == ["Tarn Gazette", "The Estuary Courier"]
    assert found.stances == ("states 2 times",)
    assert found.said[0].sayings[0].claims == ("/claims/c-injured",)


def test_a_party_has_the_differences_in_which_both_sides_are_its_words() -> None:
    found = party.page(case(), "P-brigade")
    assert [one.id for one in found.parted] == ["x-sum"]
    assert [side.value for side in found.parted[0].sides] == ["14", "12 + 2"]


def test_what_another_said_through_a_party_is_not_its_own() -> None:
    posts = Party("P-port", "the port authority", NameType.ORGANIZATION, (), (Place("d-gazette", Span(0, 5)),), ("p-port",))
    relayed = replace(ATTRIBUTIONS[3], id="a-relayed", chain=(Hand(HandRole.RELAY, "the port authority", "p-port"),))
    found = party.page(FakeView((*case().values, posts, relayed)), "P-port")
    assert found.said == ()
    assert [one.word for story in found.carried for one in story.sayings] == ["denies"]


@pytest.mark.parametrize("sort", ["", "origins", "parted", "first", "no such order"])
def test_one_order_of_claims_is_chosen_whatever_is_asked_for(sort: str) -> None:
    found = story.page(case(), "s-fire", sort=sort)
    assert [order.words for order in found.orders if order.chosen] == [ORDERS.get(sort, ORDERS[""])]
    assert len(found.shared) == 3


def test_the_order_of_claims_by_origins_puts_what_has_most_first() -> None:
    claims = [replace(c, origins=replace(c.origins, count=i)) for i, c in enumerate(case().all(Claim))]
    assert [c.origins.count for c in ordered(claims, (), (), "origins")] == [3, 2, 1, 0]


def test_the_first_seen_claim_is_the_one_of_the_earliest_report() -> None:
    claims = case().all(Claim)
    assert ordered(claims, (), ("d-wire", "d-gazette", "d-courier"), "first")[0].id == "c-injured"
    assert {c.id for c in ordered(claims, (), ("d-wire", "d-gazette", "d-courier"), "first")[:2]} == {"c-injured", "c-fire"}
