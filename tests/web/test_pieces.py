"""Cutting a text at the borders of all spans over it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import Span
from sayso.web.contexts.pieces import Marked, Piece, pieces

TEXTS = st.text(max_size=60)
PLACES = st.integers(0, 80)
MARKED = st.lists(
    st.tuples(PLACES, PLACES, st.sampled_from(["source", "cue", "content", "name"])).map(
        lambda drawn: Marked(Span(min(drawn[:2]), max(drawn[:2])), drawn[2])
    ),
    max_size=12,
)


@given(TEXTS, MARKED, st.lists(PLACES, max_size=5))
def test_the_pieces_joined_are_the_text(text: str, marked: list[Marked], cuts: list[int]) -> None:
    found = pieces(text, Span(0, len(text)), marked, cuts)
    assert "".join(piece.text for piece in found) == text
    assert all(piece.text == text[piece.start : piece.end] != "" for piece in found)


@given(TEXTS, MARKED)
def test_every_character_carries_exactly_the_marks_that_lie_over_it(text: str, marked: list[Marked]) -> None:
    for piece in pieces(text, Span(0, len(text)), marked):
        for place in range(piece.start, piece.end):
            over = {m.mark for m in marked if m.span.start <= place < m.span.end}
            assert set(piece.marks) == over


def test_two_spans_that_overlap_share_a_piece() -> None:
    found = pieces("one two three", Span(0, 13), [Marked(Span(0, 7), "content"), Marked(Span(4, 13), "name")])
    assert found == (Piece(0, "one ", ("content",)), Piece(4, "two", ("content", "name")), Piece(7, " three", ("name",)))


def test_a_mark_twice_over_a_stretch_ends_with_the_outer_one() -> None:
    found = pieces("abcdef", Span(0, 6), [Marked(Span(0, 6), "content"), Marked(Span(2, 4), "content")])
    assert all(piece.marks == ("content",) for piece in found)


def test_only_what_lies_within_is_cut() -> None:
    assert pieces("one two three", Span(4, 7), [Marked(Span(0, 13), "name")]) == (Piece(4, "two", ("name",)),)


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", Span(0, 0), [Marked(Span(0, 0), "name")]) == ()
