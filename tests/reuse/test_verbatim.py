"""The same text in two documents, word for word or nearly so."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.config import ReuseSettings
from sayso.documents import Role
from sayso.findings import PassageKind
from tests.reuse.invented import APART, FLOOD, body, found_in, reading, words_of


def longest_common(a: list[str], b: list[str]) -> int:
    row = [0] * (len(b) + 1)
    for x in a:
        left = 0
        for at, y in enumerate(b, 1):
            left, row[at] = row[at], left + 1 if x == y else max(row[at], row[at - 1])
    return row[-1]


def test_a_sentence_in_both_is_a_passage_with_its_span_on_either_side() -> None:
    a = reading("a", body(APART[0], FLOOD[0], APART[1]))
    b = reading("b", body(APART[3], APART[4], FLOOD[0]))
    (passage,), _ = found_in(a, b)
    assert passage.kind is PassageKind.VERBATIM
    assert passage.score == 1
    assert passage.a_span.of(a.text) == passage.b_span.of(b.text) == FLOOD[0].rstrip(".")


def test_other_quotation_marks_dashes_case_and_spaces_do_not_hide_it() -> None:
    a = reading("a", f'{APART[0]} "Nobody told us" - so the widow of a ferryman - that the gates were open that night.')
    b = reading("b", f"{APART[1]} “Nobody told  us” — so the WIDOW of a ferryman — that the gates were open that night.")
    (passage,), _ = found_in(a, b)
    assert passage.score == 1
    assert passage.b_span.of(b.text).startswith("Nobody told  us”")


def test_a_changed_an_added_and_a_missing_word_leave_it_one_passage() -> None:
    changed = FLOOD[1].replace("lower town", "old lower quarter").replace("hill by", "by").replace("left", "fled")
    (passage,), _ = found_in(reading("a", FLOOD[1]), reading("b", changed))
    assert passage.a_span.of(FLOOD[1]).endswith("by army lorries")
    assert 0.8 < passage.score < 1


def test_paragraphs_in_another_order_are_passages_of_their_own() -> None:
    a, b = reading("a", body(*FLOOD[:3])), reading("b", body(FLOOD[2], FLOOD[0], FLOOD[1]))
    passages, _ = found_in(a, b)
    assert [p.a_span.of(a.text)[:9] for p in passages] == ["The river", "The mayor"]


def test_eleven_words_are_no_passage_but_eight_are_inside_quotation_marks() -> None:
    eleven = "the lamps along the quay went out one after another slowly"
    a = reading("a", f"{APART[0]} As she watched, {eleven}.")
    b = reading("b", f"{APART[1]} He remembers: {eleven}!")
    assert found_in(a, b) == ([], [])
    quote = '"The lamps along the quay went out slowly"'
    (passage,), _ = found_in(reading("a", f"{APART[0]} She said: {quote}."), reading("b", f"{APART[1]} {quote}, he wrote."))
    assert passage.because == ("8 words alike", "inside quotation marks on both sides")


def test_promotions_captions_and_credits_are_no_ones_own_words() -> None:
    promo = "Sign up to our free newsletter for the most important stories of the day in your inbox every morning"
    a = reading("a", body(promo, *APART[:2]), roles={"Sign": Role.PROMO})
    b = reading("b", body(promo, *FLOOD[:2]), roles={"Sign": Role.PROMO})
    assert found_in(a, b) == ([], [])


def test_no_passage_reaches_across_a_caption_in_the_running_text() -> None:
    caption = "A boat on the main street"
    a, b = reading("a", body(FLOOD[0], FLOOD[1])), reading("b", body(FLOOD[0], caption, FLOOD[1]), roles={"A boat": Role.CAPTION})
    passages, _ = found_in(a, b)
    assert len(passages) == 2
    assert not any(caption in p.b_span.of(b.text) for p in passages)


def test_what_goes_on_behind_a_caption_counts_from_eight_words_where_it_adjoins_a_passage() -> None:
    caption, rest = "A boat on the main street", "and by noon the water stood over the bridge"
    whole = FLOOD[0].rstrip(".")
    a = reading("a", body(f"{whole} {rest}.", APART[0]))
    b = reading("b", body(whole, caption, f"{rest}!", APART[1]), roles={"A boat": Role.CAPTION})
    passages, _ = found_in(a, b)
    assert [p.b_span.of(b.text) for p in passages] == [whole, rest]
    assert passages[1].because == ("9 words alike", "goes on where a passage was broken off")
    apart = reading("b", body(whole, caption, APART[2], f"{rest}!", APART[1]), roles={"A boat": Role.CAPTION})
    assert len(found_in(a, apart)[0]) == 1
    assert found_in(reading("a", body(APART[3], f"{rest}.")), reading("b", body(f"{rest}!", APART[1]))) == ([], [])


def test_what_an_outlet_prints_under_every_report_ties_none_of_its_reports() -> None:
    foot = "The Sorrel Courier is published every weekday and belongs to its readers, who elect the board once a year."
    lines = [*FLOOD, *APART]
    readings = [reading(f"r{n}", body(line, foot), outlet="The Sorrel Courier") for n, line in enumerate(lines)]
    assert found_in(*readings) == ([], [])
    passages, _ = found_in(*readings, reading("other", body(foot, APART[0] * 2), outlet="The Ford Gazette"))
    assert passages


def test_versions_of_one_report_stay_tied_although_the_outlet_repeats_itself() -> None:
    readings = [reading(f"v{n}", body(*FLOOD[: 2 + n % 2]), outlet="The Sorrel Courier") for n in range(6)]
    _, lineages = found_in(*readings)
    assert len(lineages) == 15


def test_a_text_repeated_within_a_document_counts_once() -> None:
    passages, _ = found_in(reading("a", body(FLOOD[0], FLOOD[0], FLOOD[0])), reading("b", FLOOD[0]))
    assert len(passages) == 1


def test_a_script_without_spaces_is_compared_character_by_character() -> None:
    shared = "昨夜の大雨で川の堤防が決壊し四百世帯が高台の学校に避難したと市長が述べた。"
    a, b = reading("a", "今朝の報道によると" + shared), reading("b", shared + "電力は止まった。")
    (passage,), _ = found_in(a, b)
    assert passage.a_span.of(a.text) == shared.rstrip("。")
    few = "川の堤防が決壊し四百世帯"
    assert found_in(reading("a", few + "が去った"), reading("b", "昨日" + few))[0] == []


def test_a_thousand_copies_of_a_short_report_stay_tied_and_quick() -> None:
    readings = [reading(f"{n:04}", FLOOD[0], date="2024-03-01" if n else "2024-02-28") for n in range(1000)]
    start = time.process_time()
    _, lineages = found_in(*readings, settings=ReuseSettings(near_documents=2))
    assert time.process_time() - start < 20
    tied = {"0000"}
    for kin in sorted(lineages, key=lambda k: (k.a, k.b)):
        tied |= {kin.a, kin.b} if tied & {kin.a, kin.b} else set()
    assert len(tied) == 1000
    assert len(lineages) < 5_000


def test_nothing_comes_of_nothing_one_document_or_empty_ones() -> None:
    assert found_in() == ([], [])
    assert found_in(reading("a", body(*FLOOD))) == ([], [])
    assert found_in(reading("a", ""), reading("b", ""), reading("c", "Rain.")) == ([], [])


STOCK = ["the", "dam", "river", "said", "of", "mayor", "“", "and", "—", "Flut", "水", "42"]
EDITS = ["keep", "keep", "keep", "keep", "drop", "change", "add"]
EDITED = st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(STOCK)), max_size=60)


@settings(max_examples=60, deadline=None)
@given(EDITED, st.integers(0, 5))
def test_a_passage_never_claims_more_likeness_than_its_words_have(edits: list[tuple[str, str]], start: int) -> None:
    source = " ".join(FLOOD[start:] + FLOOD[:start]).split()
    edited: list[str] = []
    for word, (edit, other) in zip(source, edits, strict=False):
        edited += {"keep": [word], "drop": [], "change": [other], "add": [word, other]}[edit]
    a, b = reading("a", " ".join(source)), reading("b", " ".join(edited))
    passages, _ = found_in(a, b)
    for p in passages:
        ours, theirs = words_of(a, p.a_span), words_of(b, p.b_span)
        if p.kind is PassageKind.VERBATIM:
            assert longest_common(ours, theirs) >= round(p.score, 3) * max(len(ours), len(theirs)) - 0.1
    for one, next_one in pairwise(passages):
        assert not one.a_span.overlaps(next_one.a_span)


@settings(max_examples=40, deadline=None)
@given(EDITED)
def test_passages_are_the_same_whichever_document_comes_first(edits: list[tuple[str, str]]) -> None:
    source = " ".join(FLOOD).split()
    edited = [other if edit == "change" else word for word, (edit, other) in zip(source, edits, strict=False) if edit != "drop"]
    there = found_in(reading("a", " ".join(source)), reading("b", " ".join(edited)))[0]
    swapped = found_in(reading("b", " ".join(source)), reading("a", " ".join(edited)))[0]
    sizes = [(p.a_span, p.b_span, p.kind, p.score) for p in there]
    assert sorted(sizes) == sorted((p.b_span, p.a_span, p.kind, p.score) for p in swapped)
