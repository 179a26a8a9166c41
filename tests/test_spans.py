import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import Span, covered, hull, merged, shared, words_of

spans = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda p: Span(p[0], p[0] + p[1]))
many = st.lists(spans, max_size=8)


def places(*given: Span) -> set[int]:
    return {i for span in given for i in range(span.start, span.end)}


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_a_span_that_cannot_be_is_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(*ends)


def test_a_span_beyond_its_text_is_refused() -> None:
    with pytest.raises(ValueError, match="reaches beyond"):
        Span(2, 9).of("short")


@given(spans, spans)
def test_relations_of_two_spans_agree_with_their_places(a: Span, b: Span) -> None:
    both = places(a) & places(b)
    assert a.overlaps(b) == bool(both)
    common = a.common(b)
    assert (places(common) if common else set()) == both
    assert a.hull(b).contains(a)
    assert a.hull(b).contains(b)
    assert (a.gap(b) > 0) == (a.end < b.start or b.end < a.start)


@given(many)
def test_merged_spans_cover_the_same_places_once(given: list[Span]) -> None:
    out = merged(given)
    assert places(*out) == places(*given)
    assert covered(given) == len(places(*given))
    assert all(a.end < b.start for a, b in itertools.pairwise(out))


@given(many, many)
def test_shared_counts_the_places_that_both_cover(a: list[Span], b: list[Span]) -> None:
    assert shared(a, b) == len(places(*a) & places(*b))


@given(st.lists(spans, min_size=1))
def test_the_hull_is_the_shortest_span_that_holds_all(given: list[Span]) -> None:
    held = hull(given)
    assert all(held.contains(span) for span in given)
    assert held.start in {s.start for s in given}
    assert held.end in {s.end for s in given}


@given(st.text(max_size=40), st.data())
def test_trimming_takes_white_space_and_nothing_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert span.trimmed(text).of(text) == span.of(text).strip()


def test_a_span_within_another_counts_from_its_start() -> None:
    assert Span(5, 8).within(Span(3, 10)) == Span(2, 5)
    with pytest.raises(ValueError, match="does not contain"):
        Span(1, 8).within(Span(3, 10))


def test_words_of_several_spans_show_where_something_is_left_out() -> None:
    assert words_of([Span(6, 9), Span(0, 3)], "one   two") == "one … two"
