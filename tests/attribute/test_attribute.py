from collections.abc import Callable, Iterator, Sequence
from time import process_time
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribute import Attribute
from sayso.attribute.attributions import attributions
from sayso.attribute.raw import Raw
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, NameType, SpeechKind, Stance
from sayso.spans import Span
from sayso.stages import Found
from tests.attribute.hand import annotation, document, party, profile, said

T = TypeVar("T")
R = TypeVar("R")

TEXT = 'Brandt said the hull was thin. "It broke," he added. The owner denied that it was "thin as paper".'


class Bench:
    def each(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        return map(work, items)

    def tell(self, done: int, total: int) -> None:
        raise AssertionError("nothing to tell beside the items")


def test_the_stage_gives_the_attributions_of_all_documents_in_order() -> None:
    texts = (TEXT, "Nothing happened.", "Ruiz claimed it was safe.")
    kinds = {
        Document: tuple(map(document, texts)),
        Profile: tuple(map(profile, texts)),
        Annotation: tuple(annotation(text, False, ()) for text in texts),
    }
    outcome = Attribute().run(Found(kinds), Bench())
    given_by = [a.document for a in outcome.values[Attribution] if isinstance(a, Attribution)]
    assert given_by == [document(TEXT).id] * 3 + [document(texts[2]).id]
    assert set(outcome.values) == set(Attribute().gives)


def test_quotation_marks_tell_direct_from_indirect_speech() -> None:
    assert [a.kind for a in said(TEXT)] == [SpeechKind.INDIRECT, SpeechKind.DIRECT, SpeechKind.MIXED]


def test_the_same_text_gives_the_same_ids() -> None:
    assert [a.id for a in said(TEXT)] == [a.id for a in said(TEXT)]
    assert len({a.id for a in said(TEXT)}) == 3


def test_every_attribution_says_why() -> None:
    assert all(len(a.because) == 4 for a in said(TEXT))


def test_any_recogniser_can_bring_the_spans() -> None:
    text = "Brandt waved: no."
    raw = Raw((Span(0, 6),), (Span(7, 12),), (Span(14, 16),), "a gesture")
    brandt = party(text, "Brandt", NameType.PERSON)
    annotated = annotation(text, False, (brandt,))
    (found,) = attributions(document(text), profile(text), annotated, lambda _text, _annotation: (raw,))
    assert (found.speaker, found.stance, found.because[0]) == (brandt.id, Stance.STATES, "a gesture")


PIECES = """said says claimed according to that who which and but , . : ; - — ( ) " “ ” ' ’s Brandt the of allegedly was accused
told
by port comment no In 2015 May as quoted saying with asked"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n", "\u202e", "\x00", "報告"])


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_its_spans_are_in_it_and_in_order(text: str) -> None:
    found = said(text)
    for attribution in found:
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert list(spans) == sorted(spans)
            assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
        assert attribution.cue
        assert attribution.content
    starts = [min(s.start for s in (*a.source, *a.cue, *a.content)) for a in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "piece",
    ["Brandt said that ", 'said "', "according to ", "said, ", "the claim that ", "with Brandt saying ", '"Yes," said Brandt. '],
)
def test_a_text_ten_times_as_long_takes_about_ten_times_as_long(piece: str) -> None:
    def seconds(text: str) -> float:
        prepared = document(text), profile(text), annotation(text, False, ())
        start = process_time()
        attributions(*prepared)
        return process_time() - start

    short, long = seconds(piece * 300), seconds(piece * 3000)
    assert long < 40 * short + 0.2
