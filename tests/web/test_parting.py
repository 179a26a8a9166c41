"""The words in which accounts part."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.web.contexts.parting import parting


def parted(*texts: str) -> list[list[str]]:
    return [[span.of(text) for span in spans] for text, spans in zip(texts, parting(texts), strict=True)]


def test_only_the_words_that_were_exchanged_are_marked() -> None:
    assert parted("We saw no sign of a leak", "We found no trace of a leak") == [["saw", "sign"], ["found", "trace"]]


def test_words_that_one_side_lacks_are_marked_on_the_other() -> None:
    assert parted("the plant may have leaked", "the plant leaked") == [["may have"], []]


def test_case_and_the_look_of_quotation_marks_do_not_part() -> None:
    assert parted("It’s OVER", "it's over") == [[], []]


def test_of_three_sides_each_shows_what_any_other_lacks() -> None:
    assert parted("14 hurt", "14 hurt", "20 hurt") == [["14"], ["14"], ["20"]]


def test_texts_with_nothing_in_common_part_throughout() -> None:
    assert parted("fourteen", "about twenty men") == [["fourteen"], ["about twenty men"]]


def test_very_long_texts_are_left_unmarked() -> None:
    assert parting(["word " * 500, "other " * 500]) == ((), ())


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_what_is_marked_always_lies_within_its_text(texts: list[str]) -> None:
    for text, spans in zip(texts, parting(texts), strict=True):
        assert all(span.of(text) for span in spans)
