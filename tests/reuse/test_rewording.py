"""The same report in other words, against two reports of one event."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.findings import PassageKind
from sayso.reuse.counterparts import words_in_order
from tests.reuse.invented import APART, FLOOD, REWORDED, body, found_in, reading


def test_a_report_reworded_sentence_by_sentence_is_found_throughout_and_in_order() -> None:
    a, b = reading("a", body(*FLOOD)), reading("b", body(*REWORDED))
    passages, _ = found_in(a, b)
    reworded = [p for p in passages if p.kind is PassageKind.REWORDED]
    assert [p.a_span.of(a.text) for p in reworded] == list(FLOOD)
    assert [p.b_span.of(b.text) for p in reworded] == list(REWORDED)


def test_a_passage_says_what_made_it_a_rewording() -> None:
    passages, _ = found_in(reading("a", body(*FLOOD)), reading("b", body(*REWORDED)))
    because = " / ".join(passages[1].because)
    assert "likeness 0." in because
    assert "of 1, each the other's nearest sentence" in because
    assert "of the words alike in the same order" in because
    assert "number 2 of 6 sentences that correspond in the same order" in because
    assert "100% of the shorter report's sentences" in because


def test_the_score_of_a_rewording_is_exact_to_two_places_on_every_machine() -> None:
    passages, _ = found_in(reading("a", body(*FLOOD)), reading("b", body(*REWORDED)))
    scores = [p.score for p in passages if p.kind is PassageKind.REWORDED]
    assert scores == [round(score, 2) for score in scores]
    assert any(score < 1 for score in scores)


def test_two_reporters_at_one_event_are_not_called_reworded() -> None:
    assert found_in(reading("a", body(*FLOOD)), reading("b", body(*APART))) == ([], [])


def test_one_sentence_alike_is_not_enough_to_call_a_report_reworded() -> None:
    assert found_in(reading("a", body(*FLOOD)), reading("b", body(*APART, REWORDED[2]))) == ([], [])


def test_a_sentence_moved_elsewhere_is_still_found_and_said_to_be_moved() -> None:
    moved = (REWORDED[5], *REWORDED[:5])
    a, b = reading("a", body(*FLOOD)), reading("b", body(*moved))
    passages, _ = found_in(a, b)
    assert len(passages) == 6
    assert [p.because[2] for p in passages if p.b_span.start == 0] == ["moved; 5 other sentences correspond in the same order"]


def test_a_sentence_split_in_two_is_found_with_both_its_parts() -> None:
    first = "Power was cut in nine villages until further notice."
    second = "The only bridge to the northern bank was shut to all traffic."
    a, b = reading("a", body(*FLOOD)), reading("b", body(*REWORDED[:4], first, second, REWORDED[5]))
    passages, _ = found_in(a, b)
    of_it = [p for p in passages if p.a_span.of(a.text) == FLOOD[4]]
    assert [p.b_span.of(b.text) for p in of_it] == [first, second]
    assert "part of what the other says" in " ".join(of_it[0].because)


def test_two_sentences_merged_into_one_are_both_found() -> None:
    ends = "and engineers had warned two years ago that the spillway was too small, by a document seen here."
    merged = f"{REWORDED[2].strip('.')}, {ends}"
    a, b = reading("a", body(*FLOOD)), reading("b", body(*REWORDED[:2], merged, *REWORDED[4:]))
    passages, _ = found_in(a, b)
    assert [p.a_span.of(a.text) for p in passages if p.b_span.of(b.text) == merged] == list(FLOOD[2:4])


def test_sentences_dropped_and_a_story_added_leave_the_rest_found() -> None:
    a, b = reading("a", body(*FLOOD)), reading("b", body(REWORDED[0], *APART[2:4], *REWORDED[2:4], REWORDED[5]))
    passages, _ = found_in(a, b)
    assert [p.a_span.of(a.text) for p in passages] == [FLOOD[0], FLOOD[2], FLOOD[3], FLOOD[5]]


def test_a_phrase_filled_in_again_with_other_names_and_numbers_is_no_rewording() -> None:
    filled = "Forecasters in {} expect up to {} inches of rain, and more than {} customers were without power in the state."
    places = [("Hollin", "7", "22,000"), ("Sorrel", "9", "31,000"), ("Marsten", "5", "18,000"), ("Corvale", "6", "40,000")]
    others = [("Dunmore", "11", "95,000"), ("Arden", "15", "62,000"), ("Teme", "12", "77,000"), ("Quillon", "14", "58,000")]
    a, b = (
        reading(key, body(*(filled.format(*w) for w in which), *rest))
        for key, which, rest in (("a", places, FLOOD), ("b", others, APART))
    )
    passages, _ = found_in(a, b)
    assert not [p for p in passages if p.kind is PassageKind.REWORDED]


def test_a_rewording_says_its_score_and_the_signs_that_made_it() -> None:
    passages, _ = found_in(reading("a", body(*FLOOD)), reading("b", body(*REWORDED)))
    because = " / ".join(passages[1].because)
    assert "as one in other words" in because
    assert "covered" in because


def test_a_quotation_kept_within_a_reworded_report_stays_word_for_word() -> None:
    quote = '"Not one of them will ever look at that wall in the same way again"'
    a = reading("a", body(*FLOOD, f"{quote}, an old miller said of his neighbours at the school."))
    b = reading("b", body(*REWORDED, f"Asked about the people at the school, a retired miller told us: {quote}."))
    passages, _ = found_in(a, b)
    (kept,) = [p for p in passages if p.kind is PassageKind.VERBATIM]
    assert kept.a_span.of(a.text) == kept.b_span.of(b.text) == quote.strip('"')


def test_a_report_reworded_with_all_its_clauses_turned_round_is_found_when_that_goes_on_throughout() -> None:
    turned = [f"And {' '.join(reversed(sentence.strip('.').lower().split()))}." for sentence in FLOOD]
    passages, _ = found_in(reading("a", body(*FLOOD)), reading("b", body(*turned)))
    assert len(passages) == len(FLOOD)
    assert found_in(reading("a", body(*FLOOD)), reading("b", body(*turned[:4]))) == ([], [])


def test_speeches_quoted_by_both_are_no_rewording_of_one_by_the_other() -> None:
    lines = [f'"{sentence}"' for sentence in FLOOD]
    told = [f'"{sentence}"' for sentence in REWORDED]
    passages, _ = found_in(reading("a", body(*APART, *lines)), reading("b", body(*APART[::-1], *told)))
    assert not [p for p in passages if p.kind is PassageKind.REWORDED]


WORDS = st.lists(st.integers(0, 5), max_size=12)


@given(WORDS, WORDS)
def test_words_in_order_is_the_longest_common_subsequence(a: list[int], b: list[int]) -> None:
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            best[i + 1][j + 1] = best[i][j] + 1 if x == y else max(best[i][j + 1], best[i + 1][j])
    assert words_in_order(a, b) == best[-1][-1] / max(len(a), len(b), 1)


def test_a_document_of_nothing_but_quotations_can_be_compared() -> None:
    passages, _ = found_in(reading("a", body(*(f'"{line}"' for line in FLOOD))), reading("b", body(*REWORDED)))
    assert passages
