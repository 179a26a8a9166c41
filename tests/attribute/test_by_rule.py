"""What is found by rule whether or not it is read: refusals, hedges, words handed on, announced quotations."""

import pytest

from sayso.annotate.quotations import quotations
from sayso.attribute.announced import announced
from sayso.attribute.hedges import hedges, is_hedge
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.attribute.refusals import refusals
from sayso.attribute.relayed import inner
from sayso.documents import Block, Role
from sayso.findings import Saying, Sentence
from sayso.spans import Span, words_of

REFUSED = [
    ("The yard could not immediately be reached for comment.", "The yard", "could not immediately be reached", "for comment"),
    ("The mayor left early, and the yard had no comment.", "the yard", "had", "no comment"),
    ("Norsk, a builder of tugs, did not reply to requests for comment.", "Norsk", "did not reply to", "requests for comment"),
    ("But a spokeswoman for the yard hasn’t replied to an email.", "a spokeswoman for the yard", "hasn’t replied to", "an email"),
    ("The divers did not return a phone call seeking comment.", "The divers", "did not return", "a phone call seeking comment"),
]


def body(text: str) -> list[Sentence]:
    return [Sentence(Span(0, len(text)), Role.BODY)]


@pytest.mark.parametrize(("text", "source", "cue", "content"), REFUSED)
def test_a_refusal_is_found_with_whoever_stands_before_it(text: str, source: str, cue: str, content: str) -> None:
    (raw,) = refusals(text, body(text), ())
    assert (words_of(raw.source, text), words_of(raw.cue, text), words_of(raw.content, text)) == (source, cue, content)


@pytest.mark.parametrize(
    "text", ["The tug did not return to the yard.", "The yard had comments on the plan.", "Declined to comment."]
)
def test_other_words_are_no_refusal(text: str) -> None:
    assert list(refusals(text, body(text), ())) == []


def test_a_refusal_that_was_read_is_not_given_again() -> None:
    text = "The yard declined to comment."
    read = Raw((Span(0, 8),), (Span(9, 17),), (Span(18, 28),), "read")
    assert list(refusals(text, body(text), (read,))) == []


def test_a_hedge_is_found_with_its_clause() -> None:
    text = "The captain allegedly left the bridge, but the crew stayed."
    (raw,) = hedges(text, body(text), Quotes(()), ())
    assert (raw.source, words_of(raw.cue, text), words_of(raw.content, text)) == ((), "allegedly", "The captain … left the bridge")


@pytest.mark.parametrize(
    ("cue", "hedged"), [("allegedly", True), ("allegedly left", True), ("allegedly claimed", False), ("claimed", False)]
)
def test_whoever_does_what_is_hedged_does_not_say_it(cue: str, hedged: bool) -> None:
    text = f"The pilot {cue} the tug."
    assert is_hedge(text, Saying((Span(0, 9),), (Span(10, 10 + len(cue)),), (), 1.0)) == hedged


def test_a_hedge_beside_a_cue_that_was_read_is_not_given_again() -> None:
    text = "The yard reportedly claimed it had left."
    assert list(hedges(text, body(text), Quotes(()), (Raw((Span(0, 8),), (Span(20, 27),), (Span(28, 39),), "read"),))) == []


def test_what_another_hands_on_is_found_as_whose_word_it_is() -> None:
    text = "The port claimed the tug sank, reported the Gazette."
    raw = Raw((Span(40, 51),), (Span(31, 39),), (Span(0, 29),), "read")
    shown = [tuple(words_of(spans, text) for spans in (each.source, each.cue, each.content)) for each in inner(text, (raw,))]
    assert shown == [("The port", "claimed", "the tug sank")]


def test_a_paragraph_that_ends_with_a_colon_tells_who_says_the_next() -> None:
    text = "Brandt told the inquiry:\n\n“The hull was thin.”"
    said = [Sentence(Span(0, 24), Role.BODY), Sentence(Span(26, len(text)), Role.BODY)]
    quotes = Quotes(quotations(text, (Block(Span(0, 24), Role.BODY), Block(Span(26, len(text)), Role.BODY))))
    (raw,) = announced(text, said, quotes, ())
    shown = tuple(words_of(spans, text) for spans in (raw.source, raw.cue, raw.content))
    assert shown == ("Brandt", "told", "“The hull was thin.”")
    assert list(announced(text, said, quotes, (raw,))) == []
