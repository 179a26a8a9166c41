"""The baseline still runs: it finds what the trained recogniser is measured beside."""

import pytest

from evals.patterns import recognise_by_patterns
from sayso.spans import words_of
from tests.attribute.hand import annotation

SENTENCES = [
    ("Brandt told the inquiry on Tuesday that the pumps had failed.", ("Brandt", "told", "that the pumps had failed")),
    ("The hull was thin, said Ivo Brandt, an engineer.", ("Ivo Brandt, an engineer", "said", "The hull was thin")),
    ("The hull, the inspectors said, was thin.", ("the inspectors", "said", "The hull … was thin")),
    ("According to inspectors, the hull was thin.", ("inspectors", "According to", "the hull was thin")),
    ("The captain was accused by divers of leaving.", ("divers", "was accused", "The captain … leaving")),
    ('"It broke," Brandt said. "We swam."', ("Brandt", "said", '"It broke," … "We swam."')),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_patterns_find_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    found = recognise_by_patterns(text, annotation(text, False, ()))
    assert expected in [tuple(words_of(spans, text) for spans in (raw.source, raw.cue, raw.content)) for raw in found]


@pytest.mark.parametrize("text", ["The port said nothing new.\n" * 3, "said " * 50, "“" * 40, "\u202eعاجل: قال", ""])
def test_the_patterns_take_any_text(text: str) -> None:
    for raw in recognise_by_patterns(text, annotation(text, False, ())):
        assert all(span.end <= len(text) for span in (*raw.source, *raw.cue, *raw.content))
