"""What many writers say alike, without having it from one another, is no passage."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.config import ReuseSettings
from sayso.reuse.fingerprints import wording
from sayso.reuse.telling import Own, own_words, rarity
from tests.reuse.invented import APART, FLOOD, body, found_in, reading

LEAST = ReuseSettings()


def own(text: str) -> Own:
    words = wording(reading("a", text), LEAST.shingle_words)
    return own_words(text, words, 0, len(words.ids) - 1, {})


@pytest.mark.parametrize(
    "text",
    [
        "said Ivo Kestrel, an associate professor of political science at the University of Sorrel in Hollin",
        "Rep. Lena Marwick, D-Sorrel, the chairwoman of the House Subcommittee on Harbour and River Works",
        "who spoke on condition of anonymity because they were not authorized to discuss the matter publicly",
        "who spoke on condition of anonymity because they weren’t authorized to discuss the matter publicly",
        "did not immediately respond to a request for comment on the",
        "which has a margin of sampling error of plus or minus 3.5 percentage points",
        "This conversation was edited and condensed for clarity and length",
    ],
)
def test_offices_names_and_set_phrases_tell_nothing(text: str) -> None:
    assert own(text).count < LEAST.own_words


@pytest.mark.parametrize("text", ["the only way to do that is to", "I am going to do everything I can to get it"])
def test_idioms_tell_nothing_though_they_are_quoted(text: str) -> None:
    assert own(text).count < LEAST.own_quoted


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("The river Sorrel rose by two metres in a single night after the dam at Hollin gave way", LEAST.own_words),
        ("we rebuild each bridge over the quay", LEAST.own_quoted),
        ("河水一夜之间上涨了两米", LEAST.own_words),
    ],
)
def test_what_somebody_wrote_tells_something(text: str, least: int) -> None:
    assert own(text).count >= least


def test_a_word_is_worth_less_the_more_of_the_pile_has_it_and_nothing_when_all_have() -> None:
    ids, holders = np.array([1, 2, 3, 4], np.uint64), np.array([1000, 100, 64, 2])
    worth = rarity(ids, holders, 1000, 64)
    assert worth[1] == 0
    assert 0 < worth[2] < 1
    assert not {3, 4} & set(worth)
    assert rarity(ids, np.array([3, 3, 2, 1]), 3, 64) == {}


AFFAIR = "the flood that broke over the lower town in the spring of that wet and stormy year"


def piled(common: int, *more: str) -> tuple[int, tuple[str, ...]]:
    """Passages between two reports that name an affair in the same words, and what is said of the pair."""
    others = [reading(f"o{n}", f"Of that the council heard: {' '.join(AFFAIR.split()[::-1])}.") for n in range(common)]
    a = reading("a", body(APART[0], f"Nothing was like {AFFAIR}.", APART[1], *more), outlet="The Sorrel Courier")
    b = reading("b", body(APART[3], f"Many remember {AFFAIR}!", APART[4], *more), outlet="The Ford Gazette")
    passages, lineages = found_in(a, b, *others)
    kin = [one for one in lineages if (one.a, one.b) == ("a", "b")]
    return sum((p.a, p.b) == ("a", "b") for p in passages), kin[0].because if kin else ()


def test_a_short_stretch_of_words_that_the_whole_pile_has_is_a_set_phrase_and_no_passage() -> None:
    assert piled(0)[0] == 1
    assert piled(80) == (0, ())


def test_beside_a_longer_passage_it_counts() -> None:
    assert piled(80, FLOOD[0])[0] == 2


def test_set_phrases_beside_other_passages_are_counted() -> None:
    quoted = 'The mayor said: "We will rebuild every house on the quay and watch the gates from now on."'
    passages, because = piled(80, quoted)
    assert passages == 1
    assert "a set phrase that both have is left aside" in because
