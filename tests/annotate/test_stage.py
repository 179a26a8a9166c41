import re
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, pairwise
from time import process_time
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.annotate import Annotate, annotate
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Name, NameType, Recognised, SentenceVectors, Unread
from sayso.spans import Span
from sayso.stages import Found
from tests.annotate.pages import RECOGNISE, pair, read

T = TypeVar("T")
R = TypeVar("R")


class Bench:
    def each(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        return map(work, items)

    def tell(self, done: int, total: int) -> None:
        assert done <= total


class Lengths:
    """An encoder whose vector is the length of the text; it remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.extend(texts)
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        rows[:, 0] = [len(t) for t in texts]
        return rows


def found(*texts: str) -> Found:
    pairs = [pair(text) for text in texts]
    return Found({Document: tuple(d for d, _ in pairs), Profile: tuple(p for _, p in pairs)})


def test_each_document_gets_an_annotation_and_a_row_for_each_sentence() -> None:
    outcome = Annotate(Lengths(), RECOGNISE).run(found("One here. Two, longer.", ""), Bench())
    annotations, vectors = outcome.values[Annotation], outcome.values[SentenceVectors]
    assert [type(a) for a in annotations] == [Annotation, Annotation]
    rows = [v.rows for v in vectors if isinstance(v, SentenceVectors)]
    assert [r.shape for r in rows] == [(2, 384), (0, 384)]
    assert list(rows[0][:, 0]) == [9, 12]
    assert not any(r.flags.writeable for r in rows)


class OnlyEnglish:
    """A recogniser that cannot read what begins with "Der"."""

    def __call__(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[Recognised]:
        return [
            Recognised(unread=tuple((span, "written in German") for span in spans if span.of(text).startswith("Der")))
            for text, spans in texts
        ]


def test_what_could_not_be_read_is_told_with_the_reason() -> None:
    pile = found("One here.", "Der eine.\nOther here.", "Der eine.\nDer andere.")
    outcome = Annotate(Lengths(), OnlyEnglish()).run(pile, Bench())
    _, part, whole = (document.id for document in pile[Document])
    assert outcome.values[Unread] == (
        Unread(part, (Span(0, 9),), False, ("written in German",)),
        Unread(whole, (Span(0, 9), Span(10, 21)), True, ("written in German",)),
    )
    assert len(outcome.values[Annotation]) == 3


def test_a_sentence_that_stands_in_many_documents_is_encoded_once() -> None:
    encode = Lengths()
    Annotate(encode, RECOGNISE).run(found("Same here. Other one.", "Same here."), Bench())
    assert sorted(encode.asked) == ["Other one.", "Same here."]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aA mM.,-–'’\"“”()\n0129%$£ofthéу中‮\x00\t&", max_size=250))
def test_any_text_can_be_annotated_and_all_spans_lie_within_it(text: str) -> None:
    a = read(text)
    spans = [
        *(n.span for n in a.names),
        *(q.outer for q in a.quotations),
        *(q.span for q in a.quantities),
        *(m.span for m in a.moments),
    ]
    assert all(span.of(text) for span in spans)
    assert all(x.span.end <= y.span.start for x, y in pairwise(a.names))


WORDS = (
    "the The of Of for and , . Sir Mr Ministry Bank President State Security China Chinese John Smith May 4 Committee House & 's "
    "“ ” Secretary General in last year 12 million"
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_any_order_of_words_that_make_names_can_be_annotated(words: list[str]) -> None:
    read(" ".join(words))


NAMED = re.compile(r"[A-Z]\S*(?: [A-Z]\S*){0,3}")


def seconds(text: str) -> float:
    """How long a text takes of which every capital was read as a name, without the reading itself."""
    marks = tuple(Name(Span(*m.span()), kind, ("read",)) for m, kind in zip(NAMED.finditer(text), cycle(NameType), strict=False))
    document, profile = pair(text)
    started = process_time()
    annotate(document, profile, Recognised(marks))
    return process_time() - started


@pytest.mark.parametrize(
    "odd", ["A. ", "“a ", "Of The ", "1-", "John Smith ", "May 4 ", "(", "Bank of ", "'s a ", "The ministry said it "]
)
def test_the_time_for_odd_text_grows_with_its_length_only(odd: str) -> None:
    assert seconds(odd * (20_000 // len(odd))) < 5


def test_thousands_of_names_are_joined_in_a_moment() -> None:
    assert seconds("\n".join(f"X{n}a Y{n}b spoke of the X{n} Agency." for n in range(1_000))) < 10
