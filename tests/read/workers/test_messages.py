"""What a worker says comes back as it was, and what makes no sense is told from it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from sayso.documents import Declared, Document, Mark, Marking, Rejected
from sayso.read.base import Link, Piece
from sayso.read.opening import Given, Inner
from sayso.read.workers.messages import Task, asked, asking, given, giving, message, received
from sayso.spans import Span

WORDS = st.text(st.characters(codec="utf-8"))
MAYBE = st.none() | WORDS
DECLARED = st.builds(Declared, MAYBE, st.tuples(WORDS), MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, st.tuples(WORDS, WORDS))
MARKS = st.tuples(st.builds(Mark, st.just(Span(2, 5)), st.sampled_from(Marking)))
PIECES = st.builds(Piece, WORDS, WORDS, st.binary(), MAYBE, DECLARED)
ITEMS = st.one_of(
    st.builds(Document, WORDS, WORDS, WORDS, WORDS, DECLARED, MARKS),
    st.builds(Rejected, WORDS, WORDS, WORDS),
    st.builds(Link, WORDS, DECLARED),
    st.builds(Inner, PIECES, st.integers(0, 4)),
)


@examples(ITEMS)
def test_what_is_found_comes_back_as_it_was(item: Given | Inner) -> None:
    assert given(*received(io.BytesIO(giving(item)).read, 1 << 30)) == item


@examples(PIECES, st.integers(0, 4), st.booleans())
def test_a_task_comes_to_the_worker_as_it_was(piece: Piece, depth: int, container: bool) -> None:
    _, data, content = received(io.BytesIO(asking(Task(piece, depth, container))).read, 1 << 30)
    assert asked(data, content) == Task(piece, depth, container)


def test_a_file_with_a_name_that_is_no_text_comes_to_the_worker_as_it_was() -> None:
    task = Task(Piece("k", "p", Path("/a/\udcff\udce4.html")))
    _, data, content = received(io.BytesIO(asking(task)).read, 1 << 30)
    assert asked(data, content) == task


@pytest.mark.parametrize(
    "nonsense",
    [
        message("document", {"id": "d"}),
        message("document", [1]),
        message("spell"),
        message("piece", [["k", "p", None, None], 0]),
        message("piece", [["k", 7, None, {}], 0]),
        message("rejected", {"path": "p", "stage": "read", "reason": 7, "document": None}),
    ],
)
def test_an_answer_that_makes_no_sense_is_told(nonsense: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        given(*received(io.BytesIO(nonsense).read, 1 << 30))


def test_a_message_that_says_that_it_is_endless_is_not_waited_for() -> None:
    with pytest.raises(ValueError, match="too long"):
        received(io.BytesIO(b"\xff" * 16).read, 1 << 30)


def test_a_worker_names_no_file_for_the_program_to_open() -> None:
    with pytest.raises(ValueError, match="unpack"):
        given("piece", [["k", "p", None, {}], 0, False, "/etc/hostname"], b"")
