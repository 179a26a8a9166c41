"""What is made of spans as a recogniser brings them: whole names and quotations, one source, each saying once."""

import re

import pytest

from sayso.annotate.quotations import quotations
from sayso.attribute.bounds import Bounds, says_something, without
from sayso.attribute.doubles import without_doubles
from sayso.attribute.doubts import is_doubtful
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.attribute.relayed import unfolded
from sayso.attribute.sayings import how_sure
from sayso.documents import Block, Role
from sayso.findings import Saying
from sayso.spans import Span, Spans, words_of

MARKED = re.compile(r"\[(?P<role>[scq]) (?P<words>[^\]]*)\]")


def read(marked: str, score: float = 0.9) -> tuple[str, Saying]:
    """A text and its saying from one in which the source is marked as [s …], the cue as [c …] and parts of the content as [q …]."""
    spans: dict[str, list[Span]] = {"s": [], "c": [], "q": []}
    text, last = "", 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        spans[match["role"]].append(Span(len(text), len(text) + len(match["words"])))
        text, last = text + match["words"], match.end()
    return text + marked[last:], Saying(tuple(spans["s"]), tuple(spans["c"]), tuple(spans["q"]), score)


def bounds(text: str, *names: str) -> Bounds:
    places = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return Bounds(text, places, Quotes(quotations(text, (Block(Span(0, len(text)), Role.BODY),))))


def whole(marked: str, *names: str) -> tuple[str, str]:
    """Source and content of the saying made whole."""
    text, saying = read(marked)
    made = bounds(text, *names).whole(saying)
    return words_of(made.source, text), words_of(made.content, text)


CONTENTS = [
    ("“[q The hull was thin],” [s Brandt] [c said].", "“The hull was thin,”"),
    ("“[q The hull was paper] thin,” [s Brandt] [c said].", "“The hull was paper thin,”"),
    ("[s Brandt] [c said]: “[q The hull was thin].”", "“The hull was thin.”"),
    ("[s Brandt] [c called] it “[q thin].”", "“thin.”"),
    ("“It broke and we all [q swam to the pier],” [s Brandt] [c said].", "swam to the pier,”"),
    ("“[s I] [c think] [q the hull was thin],” Brandt said.", "the hull was thin"),
    ("[s Brandt] [c said] [q the hull was “thin as paper]”.", "the hull was “thin as paper”"),
    ("[s Brandt] [c said]: “[q The hull was thin and nobody knew]", "“The hull was thin and nobody knew"),
    ("[s Brandt] [c said][q , the hull was thin ,]", "the hull was thin"),
    ("[s Brandt] [c said] [q it sank in the U.S.]", "it sank in the U.S."),
    ("[q EASTPORT, Norland (BNN) — The pier fell], [s the port] [c said].", "The pier fell"),
    ("[q The pier] [q fell], [s the port] [c said].", "The pier fell"),
    ("[q The pier], [s the port] [c said], [q fell].", "The pier … fell"),
    ("[q EASTPORT], Norland (BNN) — [q The pier fell], [s the port] [c said].", "The pier fell"),
    ("[q The pier fell], [s the port] [c said], [q as rain went on].", "The pier fell"),
    ("[s The port] [c said], [q as rain went on, the pier fell].", "as rain went on, the pier fell"),
    ("[s Brandt] [c praised] [q Norsk] Marine.", "Norsk Marine"),
]


@pytest.mark.parametrize(("marked", "content"), CONTENTS)
def test_a_content_holds_its_marks_and_names_and_no_points_around_it(marked: str, content: str) -> None:
    assert whole(marked, *(["Norsk Marine"] if "Norsk" in marked else []))[1] == content


SOURCES = [
    ("[s Ivo] Brandt [c said] [q no more].", "Ivo Brandt"),
    ("[s Ivo Brandt, the mayor,] [c said] [q no more].", "Ivo Brandt, the mayor,"),
    ("[s Ivo Brandt,] [c said] [q no more].", "Ivo Brandt"),
    ("[s Ivo Brandt, who has run the] pier for years, [c said] [q no more].", "Ivo Brandt"),
    ("[s EASTPORT (BNN) — Ivo Brandt] [c said] [q no more].", "Ivo Brandt"),
    ("([s BNN) Ivo Brandt] [c said] [q no more].", "Ivo Brandt"),
    ("[s The port], he wrote, and [s Ivo Brandt] [c said] [q no more].", "Ivo Brandt"),
    ("[s Many] old [s divers] [c said] [q no more].", "Many old divers"),
    ("[s Divers] [s who] [c said] [q no more].", "who"),
    ("[s The] [c said] [q no more].", ""),
]


@pytest.mark.parametrize(("marked", "source"), SOURCES)
def test_a_saying_has_one_source_which_names_somebody(marked: str, source: str) -> None:
    assert whole(marked, *(["Ivo Brandt"] if "Ivo" in marked else []))[0] == source


def test_nothing_of_a_content_lies_in_its_own_source_or_cue() -> None:
    text = "Brandt said the hull was thin."
    saying = Saying((Span(0, 6),), (Span(7, 11),), (Span(0, 29),), 0.9)
    assert [s.of(text) for s in bounds(text).whole(saying).content] == ["the hull was thin"]
    assert without(Span(2, 9), (Span(4, 5), Span(8, 12))) == [Span(2, 4), Span(5, 8)]


@pytest.mark.parametrize(
    ("words", "says"), [("the", False), ("said", False), (", “", False), ("", False), ("fraud", True), ("of it", True)]
)
def test_one_word_that_only_binds_others_says_nothing(words: str, says: bool) -> None:
    assert says_something(words, Span(0, len(words))) is says


def sayings(text: str, *found: tuple[str, str, float]) -> list[Saying]:
    """Sayings by Brandt with these cues, contents and scores."""

    def spans(words: str) -> Spans:
        return (Span(text.index(words), text.index(words) + len(words)),)

    return [Saying(spans("Brandt"), spans(cue), spans(content), score) for cue, content, score in found]


def test_one_saying_read_by_two_of_its_words_is_given_once_with_both() -> None:
    text = "The hull was thin, Brandt was quoted as saying."
    (one,) = without_doubles(text, sayings(text, ("was quoted", "The hull was thin", 0.6), ("as saying", "The hull was thin", 0.9)))
    assert (words_of(one.cue, text), one.score) == ("was quoted as saying", 0.9)


def test_two_cues_with_contents_of_their_own_are_two_sayings() -> None:
    text = "Brandt said the hull was thin and denied that it broke."
    assert len(without_doubles(text, sayings(text, ("said", "the hull was thin", 0.9), ("denied", "that it broke", 0.9)))) == 2


@pytest.mark.parametrize(
    ("cue", "score", "doubtful"), [("slapped", 0.7, True), ("slapped", 0.9, False), ("has said", 0.7, False), (":", 0.6, False)]
)
def test_an_unknown_cue_has_to_be_sure(cue: str, score: float, doubtful: bool) -> None:
    text, saying = read(f"[s Brandt] [c {cue}] [q it].", score)
    assert is_doubtful(text, saying) is doubtful


@pytest.mark.parametrize(("content", "doubtful"), [("thirty people", True), ("that it sank", False), ("it “very thin”", False)])
def test_an_unknown_cue_has_to_be_surer_of_a_bare_thing(content: str, doubtful: bool) -> None:
    text, saying = read(f"[s Brandt] [c slapped] [q {content}].", 0.9)
    assert is_doubtful(text, saying) is doubtful


def test_how_sure_it_was_is_told_in_words() -> None:
    assert [how_sure(score) for score in (0.991, 0.85, 0.6)] == [
        "read as a saying, very sure (0.99)",
        "read as a saying, sure (0.85)",
        "read as a saying, less sure (0.60)",
    ]


@pytest.mark.parametrize(
    ("marked", "source", "content"),
    [
        ("[s The agency] [c quoted] [q a diver as saying that it broke].", "a diver", "that it broke"),
        ("[q “It broke,”] [s the agency] [c quoted] [q a diver as saying].", "a diver", "“It broke,”"),
        ("[s The agency] [c quoted] [q a diver].", "The agency", "a diver"),
        ("[s The agency] [c said] [q a diver left as saying no was hard].", "The agency", "a diver left as saying no was hard"),
    ],
)
def test_whoever_is_quoted_as_saying_is_the_source(marked: str, source: str, content: str) -> None:
    text, saying = read(marked)
    raw = unfolded(text, Raw(saying.source, saying.cue, saying.content, "read"))
    assert (words_of(raw.source, text), words_of(raw.content, text)) == (source, content)
