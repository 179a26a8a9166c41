"""Every attack and accident ends in reports or reasons, within the limits of a reader, and the report beside it comes through."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.documents import Document, Rejected
from sayso.stages import Found
from tests.hostile.base import Attack
from tests.hostile.corpus import CORPUS
from tests.read.conftest import Reading

BESIDE = (
    "The mill at Westholt burnt down on Friday, its owner said; two of her workers had smelt smoke at noon and called for help."
)


def test_there_are_many_and_no_two_of_one_name() -> None:
    assert len({attack.name for attack in CORPUS}) == len(CORPUS) >= 80


@pytest.mark.parametrize("attack", CORPUS, ids=lambda attack: attack.name)
def test_it_ends_in_reports_or_reasons(attack: Attack, tmp_path: Path, read: Reading) -> None:
    path = attack.write(tmp_path)
    (tmp_path / "beside.txt").write_text(BESIDE)
    outcome = read(path, tmp_path / "beside.txt")
    documents = [d for d in Found(outcome.values)[Document] if d.text != BESIDE]
    assert len(documents) == len(Found(outcome.values)[Document]) - 1, "the report beside it was lost"
    assert len(documents) == attack.accepted or (attack.at_most and len(documents) < attack.accepted)
    assert documents or outcome.rejected, "it disappeared"
    if attack.says:
        assert any(attack.says in r.reason for r in outcome.rejected), [r.reason for r in outcome.rejected]
    for rejected in outcome.rejected:
        assert_can_be_told(rejected)


def assert_can_be_told(rejected: Rejected) -> None:
    """A reason is a sentence that a terminal and a file can hold, without the innards of a program."""
    assert rejected.reason.encode("utf8")
    assert len(rejected.reason) < 2000
    for word in ("Traceback", "Error(", 'File "', "NoneType", "0x"):
        assert word not in rejected.reason
