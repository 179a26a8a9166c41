"""The words as numbers are the words that folding gives."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from sayso.folding import words
from sayso.reuse.wordnumbers import numbered

UNSPACED_FREE = st.text(st.characters(max_codepoint=0x0DFF) | st.sampled_from(" .,'…’—\u00ad\u200bßﬁ½"), max_size=60)


@given(UNSPACED_FREE)
@example("Don’t pay 1,000… the U.S. said; na\u00efve co\u00adop, 3.5% of Straße_x")
@example("")
def test_they_stand_where_the_words_stand(text: str) -> None:
    found = numbered(text)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == [(w.span.start, w.span.end) for w in words(text)]
    assert (found.sizes == 1.0).all()


@given(UNSPACED_FREE, UNSPACED_FREE)
def test_the_same_words_have_the_same_numbers_and_others_have_others(a: str, b: str) -> None:
    both = [w.text for w in words(a)] + [w.text for w in words(b)]
    numbers = numbered(a).ids.tolist() + numbered(b).ids.tolist()
    assert len(set(both)) == len(set(numbers)) == len(set(zip(both, numbers, strict=True)))
    assert 0 not in numbers


def test_a_script_without_spaces_has_a_word_a_character() -> None:
    found = numbered("港口 pier 关闭")
    assert found.starts.tolist() == [0, 1, 3, 8, 9]
    assert found.ends.tolist() == [1, 2, 7, 9, 10]
    assert found.sizes.tolist() == [0.5, 0.5, 1.0, 0.5, 0.5]
    assert numbered("关").ids.tolist() == found.ids[3:4].tolist()
