"""What `sayso show` prints: on a terminal of 80 columns, in a pipe, as JSON."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.documents import Document
from sayso.findings import Claim, Story
from sayso.stages import Found, Outcome
from sayso.store.writer import Writer
from tests.cli.conftest import Sayso, exported
from tests.store.values import VALUES, stages

THINGS = ("stories", "claims", "differences", "origins", "documents", "timeline")


def test_the_overview_says_what_there_is_and_where_to_look_next(sayso: Sayso, case: Path) -> None:
    out = sayso("show", "made").out
    assert out == sayso("show", "made.sayso", "stories").out
    for words in (
        "made: 2 reports, 1 story, 1 input rejected",
        "2 reports by 2 outlets",
        "1 claim, 1 in more than one report",
        "accounts part: 1 × quotation altered",
        "· Nobody was hurt  [2 reports, one origin]",
        "sayso show made.sayso claims",
    ):
        assert words in out


def test_reports_that_were_not_searched_for_who_says_what_are_told_with_the_reason(sayso: Sayso, case: Path) -> None:
    told = " ".join(sayso("show", "made").out.split())
    assert "Names, and who says what, were not looked for in 1 report and parts of 1 report: written in German, " in told
    assert "Which: sayso show made.sayso documents" in told
    for story in ((), ("--story", "s-1")):
        listed = " ".join(sayso("show", case, "documents", *story).out.split())
        first, second = (of.key for of in Found(VALUES)[Document])
        assert f"{first} has 2 paragraphs written in German or written in Greek letters" in listed
        assert f"{second} is written in Polish" in listed
    assert json.loads(sayso("show", case, "--json").out)["not_searched"] == 2


def test_a_claim_shows_who_says_so_in_which_outlet_and_where_the_words_part(sayso: Sayso, case: Path) -> None:
    lines = sayso("show", case, "claims").out.splitlines()
    start = lines.index("Nobody was hurt  [one origin]")
    assert [line.rstrip() for line in lines[start + 1 : start + 5]] == [
        "  Harbour: Ada Quill states",
        "  Mirror: Ada Quill states",
        "    No one was hurt",
        "  ≠ quotation altered: Harbour: Nobody was hurt / Mirror: No one was hurt",
    ]


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ("differences", "because one speaker, two wordings"),
        ("origins", "because the same speaker through the same hands"),
        ("documents", "Rejected: given/empty.txt: read: it is empty"),
        ("timeline", "2031-04 (inferred)"),
    ],
)
def test_each_thing_says_why(sayso: Sayso, case: Path, thing: str, words: str) -> None:
    out = sayso("show", case, thing).out
    assert words.replace("read: ", "") in " ".join(out.split())


@pytest.mark.parametrize("thing", THINGS)
def test_eighty_columns_are_enough_and_a_pipe_gets_no_colours(sayso: Sayso, case: Path, thing: str) -> None:
    out = sayso("show", case, thing).out
    assert out.strip()
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


@pytest.mark.parametrize(("thing", "file"), [(t, {"timeline": "events", "origins": "claims"}.get(t, t)) for t in THINGS])
def test_json_is_the_lines_of_the_export(sayso: Sayso, case: Path, tmp_path: Path, thing: str, file: str) -> None:
    expected = [json.loads(line) for line in exported(case, tmp_path / "out")[f"{file}.jsonl"].splitlines()]
    assert json.loads(sayso("show", case, thing, "--json").out) == expected
    assert json.loads(sayso("show", case, thing, "--json", "--story", "1").out) == expected


def test_where_there_is_nothing_to_show_it_is_said(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "one word.txt").write_text("Nothing.")
    assert "sayso show 'one word.sayso' claims" in sayso("run", tmp_path / "one word.txt").out
    for thing, words in [("differences", "no differences"), ("origins", "no claims of more"), ("timeline", "no dated events")]:
        said = sayso("show", "one word", thing)
        assert (said.code, said.out) == (0, "")
        assert words in said.err


def test_the_overview_as_json_counts(sayso: Sayso, case: Path) -> None:
    answer = json.loads(sayso("show", case, "--json").out)
    assert (answer["documents"], answer["rejected"], answer["complete"]) == (2, 1, True)
    assert answer["stories"][0]["claims_in_several_reports"] == 1


def test_one_story_can_be_chosen_by_the_beginning_of_its_id(sayso: Sayso, case: Path) -> None:
    two = (*VALUES[Story], Story("s-2f00", "Quite another event", ()))
    order = stages()
    with Writer(case) as writer:
        writer.begin_run(order)
        for stage in order[5:]:
            writer.keep(stage, Outcome({**stage.values, **({Story: two} if Story in stage.values else {})}))
    assert "Quite another" in sayso("show", case, "claims").out
    assert "Quite another" not in sayso("show", case, "claims", "--story", "s-1").out
    assert "Harbour gate" not in sayso("show", case, "claims", "--story", "2f").out
    assert sayso("show", case, "claims", "--story", "s-").code == 2


def test_markup_and_control_characters_in_a_source_are_only_words(sayso: Sayso, case: Path) -> None:
    hostile = replace(Found(VALUES)[Claim][0], text="[red]:boom:\x1b[2J\u202eturned")
    order = stages()
    with Writer(case) as writer:
        writer.begin_run(order)
        for stage in order[6:]:
            writer.keep(stage, Outcome({**stage.values, **({Claim: (hostile,)} if Claim in stage.values else {})}))
    assert "[red]:boom:[2Jturned" in sayso("show", case, "claims").out
