from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.findings import MentionKind
from tests.annotate.pages import read

WORDS = (
    "he She his her it its they their himself the The ministry company minister 34-year-old , . “ ” \n said Oleg Brandt Rosa Hale "
    "Orrin Foods Ltd who , 34, a harbour master of met \u202e 中 's"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=60))
def test_whatever_stands_in_a_text_a_mention_is_one_party_s_and_lies_within_it(words: list[str]) -> None:
    text = " ".join(words)
    mentions = [m for p in read(text).parties for m in p.mentions]
    assert all(m.span.of(text).strip() for m in mentions)
    meant = [m.span for m in mentions if m.kind is MentionKind.PRONOUN]
    assert len(meant) == len(set(meant))


@pytest.mark.parametrize(
    "odd",
    ["he said ", "she ", "Oleg Brandt, the ", "The 34-year-old ", "the master ", "Oleg Brandt met Rosa Hale. He ", "its their "],
)
def test_the_time_grows_with_the_length_only(odd: str) -> None:
    read(odd)
    started = process_time()
    read(odd * (20_000 // len(odd)))
    assert process_time() - started < 5


def test_the_same_text_is_read_in_the_same_way_each_time() -> None:
    text = "Oleg Brandt met Rosa Hale. He said she had sold his ship. “It is hers,” he said. Her lawyer agreed with him."
    assert read(text).parties == read(text).parties
