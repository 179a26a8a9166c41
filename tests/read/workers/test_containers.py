"""What containers hold is read by all workers, in its order, and never held whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.read.workers import allowance

from .conftest import SETTINGS, Harvested, keys, reasons


def test_the_pieces_of_a_container_come_in_their_order(harvested: Harvested) -> None:
    pile = "\n".join(f"{n}.words Report {n}." for n in range(30))
    assert keys(harvested({"a.pile": pile})) == [f"a.pile/{n}.words" for n in range(30)]


def test_containers_within_containers_are_taken_apart_as_well(harvested: Harvested) -> None:
    found = harvested({"a.pile": "x.words One.\nb.pile y.words Two. + z.words Three.\nw.words Four."})
    assert keys(found) == ["a.pile/x.words", "a.pile/b.pile/y.words", "a.pile/b.pile/z.words", "a.pile/w.words"]


@pytest.mark.parametrize("workers", [1, 3])
def test_more_containers_than_workers_are_read_one_after_the_other(harvested: Harvested, workers: int) -> None:
    piles = {f"{n}.pile": "\n".join(f"{m}.words Report {m} of {n}." for m in range(12)) for n in range(4)}
    expected = [f"{n}.pile/{m}.words" for n in range(4) for m in range(12)]
    assert keys(harvested(piles, replace(SETTINGS, workers=workers))) == expected


def test_what_was_given_before_a_container_stands_still_is_kept(harvested: Harvested) -> None:
    found = harvested({"a.stuck": "x.words One.\ny.words Two.", "b.words": "After."})
    assert keys(found) == ["a.stuck/x.words", "a.stuck/y.words", "b.words"]
    [said] = reasons(found)
    assert said.startswith("a.stuck, after the first 2 read from it: takes longer to read than 2 seconds")


def test_a_container_may_take_long_as_long_as_it_gets_on(harvested: Harvested) -> None:
    pile = "\n".join(f"{n}.words Report {n}." for n in range(8))
    assert len(keys(harvested({"a.slow": pile}))) == 8


def test_a_broken_piece_costs_none_of_its_neighbours_in_the_container(harvested: Harvested) -> None:
    found = harvested({"a.pile": "x.words One.\ny.exit\nz.unknown\nw.words Two."})
    assert keys(found) == ["a.pile/x.words", "a.pile/y.exit:1", "a.pile/w.words"]
    assert [said.partition(":")[0] for said in reasons(found)] == [
        "a.pile/y.exit, after the first 1 read from it",
        "a.pile/z.unknown",
    ]


def test_a_piece_larger_than_a_file_may_be_is_rejected_within_a_container_too(harvested: Harvested) -> None:
    pile = f"x.words {'x' * 1_100_000}\ny.words Small."
    found = harvested({"a.pile": pile}, replace(SETTINGS, largest_file_mb=1))
    assert keys(found) == ["a.pile/y.words"]
    assert reasons(found)[0].startswith("a.pile/x.words: is too large")


def test_a_container_larger_than_the_memory_of_a_worker_is_read_to_its_end(harvested: Harvested) -> None:
    assert len(keys(harvested({"a.flood": "300"}, replace(SETTINGS, longest_output=1_000_000_000)))) == 300


def test_a_container_that_gives_far_more_than_its_size_is_a_bomb(harvested: Harvested, monkeypatch: pytest.MonkeyPatch) -> None:
    found = harvested({"a.flood": "300"}, replace(SETTINGS, longest_output=5_000_000))
    assert 0 < len(keys(found)) < 10
    assert "gives more than is in any real one" in reasons(found)[0]
    monkeypatch.setattr(allowance, "UNPACKED", 200_000_000)
    assert len(keys(harvested({"a.flood": "300"}, replace(SETTINGS, longest_output=5_000_000)))) == 300
