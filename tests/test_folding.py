from hypothesis import given
from hypothesis import strategies as st

from sayso.folding import fold, words
from sayso.spans import Span


def test_marks_case_accents_and_spaces_fold_to_one_form() -> None:
    assert fold("“Élan”  – l’été…").text == fold('"elan" - l\'ete...').text


def test_invisible_characters_vanish() -> None:
    assert fold("a\u200bb\u00adc\u202ed").text == "abcd"


@given(st.text(max_size=80))
def test_every_folded_stretch_leads_back_into_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    for i in range(len(folded.text)):
        back = folded.back(Span(i, i + 1))
        assert len(back) == 1
        assert folded.text[i] in fold(back.of(text)).text + " "


@given(st.text(max_size=80))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(max_size=80))
def test_a_word_folds_from_the_span_it_names(text: str) -> None:
    for word in words(text):
        assert fold(word.span.of(text)).text.strip() == word.text or word.text in fold(word.span.of(text)).text


def test_words_keep_inner_points_and_apostrophes() -> None:
    assert [w.text for w in words("The U.S. didn’t pay 1,200.50.")] == ["the", "u.s", "didn't", "pay", "1,200.50"]
