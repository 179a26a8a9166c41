from __future__ import annotations

import json
import re

from evals.marked import MARKS, SIZE, line_hash
from sayso.documents import Role

ROWS = [json.loads(row) for row in MARKS.read_text("utf8").splitlines()]


def test_sixty_documents_are_marked_half_of_them_to_check() -> None:
    assert len({row["id"] for row in ROWS}) == 60
    assert [sum(row["half"] == half for row in ROWS) for half in ("develop", "check")] == [30, 30]


def test_marks_hold_offsets_hashes_and_roles_and_no_words_of_anybody() -> None:
    for row in ROWS:
        assert set(row) == {"id", "half", "lines"}
        for *place, known, roles in row["lines"]:
            assert len(place) in (0, 2)
            assert re.fullmatch(rf"[0-9a-f]{{{2 * SIZE}}}", known)
            assert {part.partition(" ")[0] for part in roles.split(", ")} <= set(Role)


def test_a_line_is_known_by_its_words_whatever_their_marks_and_case() -> None:
    assert line_hash("“A ship ran aground”, it said.") == line_hash('"a ship  ran aground" it said')
    assert line_hash("***") != line_hash("–")
