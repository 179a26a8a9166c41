"""Whatever a reader does, one piece is rejected for it, with the reason, and its neighbours are read."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from .conftest import SETTINGS, Harvested, keys, reasons

NEIGHBOURS = {"a.words": "Before.", "c.words": "After.", "d.txt": "Plain."}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("b.hang", "takes longer to read than 2 seconds. Split it, or raise seconds"),
        ("b.burn", "takes longer to read than 2 seconds. Split it, or raise seconds"),
        ("b.share", "takes more memory than one piece may have. Split it, or raise memory_mb"),
        ("b.exit", "makes its reader crash (exit status 7)"),
        ("b.crash", "makes its reader crash (SIGSEGV)"),
        ("b.nonsense", "makes its reader answer nonsense"),
    ],
)
def test_a_reader_that_is_stopped_costs_the_rest_of_its_piece_alone(harvested: Harvested, name: str, reason: str) -> None:
    found = harvested({**NEIGHBOURS, name: ""})
    assert keys(found) == ["a.words", f"{name}:1", "c.words", "d.txt"]
    [said] = reasons(found)
    assert said.startswith(f"{name}, after the first 1 read from it: {reason}")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("b.eat", "takes more memory than one piece may have. Split it, or raise memory_mb"),
        ("b.connect", "would make its reader go to the network"),
        ("b.resolve", "would make its reader go to the network"),
        ("b.start", "would make its reader start programs"),
        ("b.fork", "would make its reader start programs"),
        ("b.write", "would make its reader write files"),
        ("b.remove", "would make its reader change files"),
    ],
)
def test_a_reader_that_is_refused_something_says_so_itself(harvested: Harvested, name: str, reason: str) -> None:
    found = harvested({**NEIGHBOURS, name: ""})
    assert keys(found) == ["a.words", f"{name}:1", "c.words", "d.txt"]
    [said] = reasons(found)
    assert said.startswith(f"{name}: {reason}")


@pytest.mark.parametrize(("name", "since"), [("b.writec", 1), ("b.connectc", 4)])
def test_where_the_system_can_it_refuses_what_no_python_sees(harvested: Harvested, name: str, since: int) -> None:
    found = harvested({**NEIGHBOURS, name: ""})
    refused = [said for said in reasons(found) if said.startswith(name)]
    if version_of_fence() >= since:
        assert refused[0].endswith(": Permission denied")
        assert keys(found) == ["a.words", f"{name}:1", "c.words", "d.txt"]


def version_of_fence() -> int:
    code = "from sayso.read.workers.fence import put_up_fence; print(put_up_fence())"
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)


def test_endless_output_ends_where_a_piece_gives_more_than_it_may(harvested: Harvested) -> None:
    found = harvested({**NEIGHBOURS, "b.endless": ""}, replace(SETTINGS, longest_output=100_000))
    assert "a.words" in keys(found)
    assert "c.words" in keys(found)
    [said] = reasons(found)
    assert "gives more than is in any real one: 100,000 characters" in said
    assert "raise longest_output" in said
    assert sum(len(d.text) for harvest in found for d in harvest.documents) < 100_000


def test_a_library_that_can_do_without_the_network_goes_on(harvested: Harvested) -> None:
    assert keys(harvested({"b.try": ""})) == ["b.try:1", "b.try:2"]


def test_a_library_that_wants_a_file_for_a_moment_gets_one_in_memory(harvested: Harvested) -> None:
    assert keys(harvested({"b.scribble": ""})) == ["b.scribble:1", "b.scribble:2"]


def test_what_a_reader_prints_is_heard_by_nobody(harvested: Harvested, capfd: pytest.CaptureFixture[str]) -> None:
    assert keys(harvested({"b.talk": ""})) == ["b.talk:1", "b.talk:2"]
    assert capfd.readouterr() == ("", "")


def test_half_a_character_stops_at_the_wall(harvested: Harvested) -> None:
    found = harvested({"a.half": "", "b.words": "Whole."})
    assert keys(found) == ["b.words"]
    assert reasons(found)[0].startswith("a.half: holds a report with half a character")


def test_every_one_of_many_broken_pieces_is_rejected(harvested: Harvested) -> None:
    found = harvested({f"{n}.exit": "" for n in range(6)} | {"9.words": "Last."})
    assert len(reasons(found)) == 6
    assert keys(found)[-1] == "9.words"
