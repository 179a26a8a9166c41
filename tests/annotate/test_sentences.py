import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.sentences import LONGEST, sentences
from sayso.documents import Block, Role
from sayso.spans import Span
from tests.annotate.pages import blocks


def split(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(text, blocks(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The mayor left.", "Nobody saw her go."],
        ["Mr. Okoro met Sen. J. R. Vance on Jan. 5 at 5 p.m. in the U.S. capital.", "It rained."],
        ["He moved to the U.S.", "The rest stayed."],
        ["Prices rose 3.5 percent.", "Wages did not."],
        ["“We knew.", "We said so.”", "Nobody listened."],
        ['"Stop."', "He did."],
        ["She asked why?", "No answer came."],
        ["It went on…", "Then it stopped."],
        ["The aide (who asked not to be named. He is junior.) left.", "The rest stayed."],
        ["The pier burned. [4] [12]", "Nobody was hurt. [7]", "It was rebuilt."],
        ["The aide left.", "(He is junior.)", "The rest stayed."],
        ["“Who paid for it?” I asked.", "“And when?” Vera Lindqvist whispered."],
        ["“If it is true …” Vera Lindqvist began.", "Nobody listened."],
        ["Article No. 5 was read.", "The answer was no.", "Five abstained."],
    ],
)
def test_a_stop_ends_a_sentence_only_where_one_ends(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_crawled_text_without_a_space_after_the_stop_is_split_there() -> None:
    assert split("The files were classified.The report came later.") == ["The files were classified.", "The report came later."]


def test_an_address_on_the_web_is_not_split() -> None:
    assert len(split("Write to desk@paper.Com or see www.Harbour.Org today.")) == 1


def test_a_question_in_quotation_marks_stays_with_who_asked_it() -> None:
    assert split("“Who paid for it?” Vera Lindqvist asked.") == ["“Who paid for it?” Vera Lindqvist asked."]


def test_no_sentence_crosses_a_block_and_chrome_has_none() -> None:
    text = "A headline without a stop\nSubscribe now.\nThe body begins."
    roles = [Role.HEADLINE, Role.PROMO, Role.BODY]
    found = sentences(text, blocks(text, roles))
    assert [(s.span.of(text), s.role) for s in found] == [
        ("A headline without a stop", Role.HEADLINE),
        ("The body begins.", Role.BODY),
    ]


def test_a_block_without_stops_is_cut_at_spaces() -> None:
    text = "word " * 5_000
    found = split(text)
    assert all(len(s) <= LONGEST for s in found)
    assert all(s.startswith("word") and s.endswith("word") for s in found)


@given(st.text(alphabet="ab AB.!?…\"”“’'()\n1,", max_size=300))
def test_sentences_are_in_order_and_cover_all_but_white_space(text: str) -> None:
    found = sentences(text, (Block(Span(0, len(text)), Role.BODY),))
    end = 0
    for sentence in found:
        assert sentence.span.start >= end
        assert not text[end : sentence.span.start].strip()
        assert sentence.span.of(text).strip()
        end = sentence.span.end
    assert not text[end:].strip()
