"""Every span of a value, however deep in it, must be words of the text that it lies in."""

from dataclasses import replace

import pytest

from sayso.documents import Block, Document, Profile, Role
from sayso.findings import Annotation, Attribution, Passage, Sentence
from sayso.spans import Span
from sayso.stages import Found
from sayso.store.resliced import resliced
from tests.store.values import VALUES, A


def with_span(kind: type, span: Span) -> Found:
    """The hand-made case, in which one value holds this span."""
    found = Found(VALUES)
    values: dict[type, object] = {
        Profile: replace(found[Profile][0], blocks=(Block(span, Role.BODY),)),
        Annotation: replace(found[Annotation][0], sentences=(Sentence(span, Role.BODY),)),
        Attribution: replace(found[Attribution][0], cue=(span,)),
        Passage: replace(found[Passage][0], b_span=span),
    }
    return Found({Document: VALUES[Document], kind: (values[kind],)})


def test_the_spans_of_a_sound_case_are_words() -> None:
    assert not list(resliced(Found(VALUES)))


@pytest.mark.parametrize("kind", [Profile, Annotation, Attribution, Passage], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    ("span", "words"), [(Span(3, 9999), "reaches beyond a text"), (Span(3, 3), "holds no words")], ids=["beyond", "empty"]
)
def test_a_span_that_is_no_words_is_told(kind: type, span: Span, words: str) -> None:
    (flaw,) = resliced(with_span(kind, span))
    assert words in flaw.what
    assert f"[{span.start}, {span.end})" in flaw.what


def test_a_span_may_neither_cut_a_character_nor_lie_in_no_document() -> None:
    document = replace(A, text="gate \ud83d\ude00 open")
    cut = replace(Found(VALUES)[Profile][0], blocks=(Block(Span(0, 6), Role.BODY),), credits=())
    (flaw,) = resliced(Found({Document: (document,), Profile: (cut,)}))
    assert "cuts a character in two" in flaw.what
    astray = replace(Found(VALUES)[Attribution][0], document="d-nowhere")
    told = {flaw.what.split(") ")[1] for flaw in resliced(Found({Attribution: (astray,)}))}
    assert told == {"lies in a document that is not there"}
