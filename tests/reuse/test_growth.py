"""A pile that grows: what is new is compared with all, what is old is not compared again."""

from __future__ import annotations

import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codec import plain
from sayso.config import ReuseSettings
from sayso.findings import Lineage, Passage, Reading
from sayso.reuse.stage import reused
from tests.reuse.invented import APART, FLOOD, REWORDED, Silent, body, reading

Kin = tuple[tuple[Passage, ...], Lineage]


def compared(readings: list[Reading], new: set[str] | None = None) -> dict[tuple[str, str], bytes]:
    """By pair what was found, as the bytes that a case would keep."""
    found = reused(readings, ReuseSettings(), Silent(), new)
    return {(kin.a, kin.b): json.dumps(plain((passages, kin))).encode() for passages, kin in found}


def report(key: str, seed: int) -> Reading:
    """A report made of some sentences of the invented ones, in an order of its own."""
    chance = Random(seed)
    source = chance.choice([FLOOD, REWORDED, APART, FLOOD + APART])
    sentences = chance.sample(source, chance.randint(3, len(source)))
    outlet, day = chance.choice([None, "The Sorrel Courier", "The Ford Gazette"]), chance.randint(1, 9)
    return reading(key, body(*sentences), outlet=outlet, date=f"2024-03-0{day}")


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=14), st.sets(st.integers(0, 13)))
def test_what_is_new_is_found_exactly_as_in_the_whole(seeds: list[int], new: set[int]) -> None:
    readings = [report(f"d{at:02}", seed) for at, seed in enumerate(seeds)]
    fresh = {readings[at].id for at in new if at < len(readings)}
    whole = compared(readings)
    assert compared(readings, fresh) == {pair: kin for pair, kin in whole.items() if fresh & set(pair)}


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=7), st.integers(0, 7))
def test_old_and_new_together_are_the_whole_whichever_came_first(seeds: list[int], old: int) -> None:
    # Seven documents: too few for one of them to be crowded out from another's nearest, or for a text to be too common.
    readings = [report(f"d{at:02}", seed) for at, seed in enumerate(seeds)]
    whole = compared(readings)
    shortened = ReuseSettings().house_text  # no outlet has more: none of its text becomes house text by what is new
    if max(sum(r.profile.outlet == outlet for r in readings) for outlet in ("The Sorrel Courier", "The Ford Gazette")) > shortened:
        return
    before = compared(readings[:old])
    added = compared(readings, {r.id for r in readings[old:]})
    assert before.keys() & added.keys() == set()
    assert before | added == whole


def test_what_becomes_house_text_by_new_documents_stands_where_it_was_found() -> None:
    footer = "Sign up here for the letter that our desk sends to all of its readers on every morning of the week."
    readings = [reading(f"d{at}", body(APART[at], footer), outlet="The Sorrel Courier") for at in range(6)]
    before = compared(readings[:3])
    assert len(before) == 3
    assert compared(readings, {r.id for r in readings[3:]}) == {} == compared(readings)


def test_nothing_new_is_nothing_to_compare() -> None:
    readings = [reading(key, body(*FLOOD)) for key in "abc"]
    assert compared(readings, set()) == {}
    assert compared(readings, {"elsewhere"}) == {}
