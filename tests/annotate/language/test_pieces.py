"""Where pieces and words lie in the text: checked against a plain reading of it, character by character."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.annotate.language.pieces import (
    LONGEST,
    LONGEST_STRETCH,
    WORD,
    Pieces,
    Word,
    pieces_of,
    stretches,
    windows,
    words_of,
)
from sayso.annotate.language.recogniser import SHIPPED
from sayso.spans import Span

TOKENIZER = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
TOKENIZER.no_padding()
TOKENIZER.no_truncation()

ODD = (
    "abE é.'’-“\"&/\n\t\x00\x1c\x85_0½"  # plain, and what is white space to some and nothing to others
    "\u0301\u0327\u00ad\u200b\u200d\u202e\u2066\ufeff\ufe0f"  # what stands on or between letters
    "日本テ각معहि ßİǅﬁﷺＡ𝐁👨\U000e0041\ue000\u0378\ud800\ufffd\u00a0\u2003\u2028"
)
odd_texts = st.text(alphabet=ODD, max_size=25)


def pieces(text: str) -> Pieces:
    return pieces_of(text, 0, len(text), TOKENIZER)


def words(text: str) -> list[str]:
    return [text[w.start : w.end] for w in words_of(pieces(text))]


def plainly(text: str, found: Pieces) -> list[Word]:
    """The words by brute force: characters belong together that are of one written word or of one piece."""
    together = [False] * (len(text) + 1)
    for start, end in [*(m.span() for m in WORD.finditer(text)), *found.offsets]:
        together[start + 1 : end] = [True] * (end - start - 1)
    out: list[Word] = []
    for i, (start, end) in enumerate(found.offsets):
        while together[start]:
            start -= 1
        while together[end]:
            end += 1
        if out and out[-1].start == start:
            out[-1] = Word(start, end, out[-1].first, i + 1)
        else:
            out.append(Word(start, end, i, i + 1))
    return out


@settings(deadline=None)
@given(odd_texts)
def test_every_piece_has_its_place_in_order_and_a_whole_word_around_it(text: str) -> None:
    found = pieces(text)
    assert all(0 <= start < end <= len(text) for start, end in found.offsets)
    assert all(a[0] <= b[0] for a, b in pairwise(found.offsets))
    assert words_of(found) == plainly(text, found)


@settings(deadline=None)
@given(odd_texts, odd_texts)
def test_what_stands_before_a_paragraph_moves_its_pieces_and_changes_nothing(before: str, text: str) -> None:
    whole = pieces_of(before + "\n" + text, len(before) + 1, len(before) + 1 + len(text), TOKENIZER)
    alone, by = pieces(text), len(before) + 1
    assert (whole.ids, whole.shapes) == (alone.ids, alone.shapes)
    assert whole.offsets == tuple((s + by, e + by) for s, e in alone.offsets)
    assert whole.words == tuple((s + by, e + by) for s, e in alone.words)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the cafés said", ["the", "cafés", "said"]),
        ("the cafe\u0301s\u202c said", ["the", "cafe\u0301s", "said"]),
        ("a co\u00adope\u00adra\u00adtive\u00adly run", ["a", "co\u00adope\u00adra\u00adtive\u00adly", "run"]),
        ("U.S. and/or Q&A", ["U.S", ".", "and/or", "Q&A"]),
        ("ﬁnance ＮＡＴＯ", ["ﬁnance", "ＮＡＴＯ"]),
        ("no\u00a0break", ["no", "break"]),
        ("\ud800 half", ["half"]),
    ],
)
def test_words_are_whole_whatever_stands_on_or_between_their_letters(text: str, said: list[str]) -> None:
    assert words(text) == said


@pytest.mark.parametrize("unit", ["word ", "a", "日本", "a.b-c/", "e\u0301", "“ "])
def test_windows_say_each_word_once_and_know_all_of_it(unit: str) -> None:
    text = unit * (3_000 // len(unit))
    whole = pieces(text)
    seen = windows(whole)
    assert all(len(window.pieces) <= LONGEST for window in seen)
    assert {w for window in seen for w in window.pieces.words} <= set(whole.words)
    said = [
        (word.start, word.end)
        for window in seen
        for word in words_of(window.pieces)
        if window.own[0] <= word.first < window.own[1]
    ]
    assert said == list(dict.fromkeys(whole.words))


@settings(deadline=None)
@given(st.lists(st.sampled_from(["x" * 9_000, "ab ", " ", "word " * 5_000, "\u2028", "-" * 15_000]), max_size=8), st.integers(0, 4))
def test_a_long_paragraph_is_cut_between_words_and_nothing_is_lost(parts: list[str], start: int) -> None:
    text = "    " + "".join(parts)
    cut = stretches(text, Span(start, len(text)))
    assert cut[0].start == start
    assert cut[-1].end == len(text)
    assert all(a.end == b.start and text[a.end - 1].isspace() for a, b in pairwise(cut))
    assert not any(c.isspace() for s in cut for c in text[s.start + LONGEST_STRETCH : s.end - 1])


def test_the_time_grows_with_the_length_only() -> None:
    text = "said the mayor, " * 12_500
    began = process_time()
    for part in stretches(text, Span(0, len(text))):
        windows(pieces_of(text, part.start, part.end, TOKENIZER))
    assert process_time() - began < 10
