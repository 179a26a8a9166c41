"""The words of one sentence, each with the part it plays: enough of a grammar to find subjects, verbs and where a clause ends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from sayso.attribute.words import listed as of_product
from sayso.spans import Span

WORD = re.compile(
    r"(?P<mark>``|''|[\"“”„«»])"
    r"|(?P<clitic>['’](?:s|re|ve|ll|d|m)\b)"
    r"|(?P<plural>(?<=s)['’](?=\s\w))"
    r"|[^\W_]+(?:n['’]t\b|[-.&/_@'’](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*"
    r"|(?P<dash>--+|[–—]| - )"
    r"|(?P<point>[^\s\w])"
)
OPENS_SINGLE = re.compile(r"‘|(?<!\w)'(?=\w)")
"""A single mark that opens a quotation: after one, a mark behind an s may close it rather than tell whose."""

TITLED = 0.85
"""From this share of its longer words on, capitals say nothing in a line: a headline also sets verbs with them."""

ABBREVIATED = re.compile(r"[A-Z][a-z]{0,4}$")


class Part(Enum):
    """What a word does in its sentence. A noun is anything that can stand inside a name or a noun phrase."""

    NOUN = "noun"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    ADVERB = "adverb"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    TO = "to"
    VERB = "verb"
    PAST = "past"
    PRESENT = "present participle"
    PREPOSITION = "preposition"
    JOINS = "joins"
    SUBORDINATES = "subordinates"
    RELATIVE = "relative"
    QUESTION = "question"
    MARK = "quotation mark"
    COMMA = ","
    COLON = ":"
    DASH = "dash"
    OPENS = "("
    CLOSES = ")"
    POINT = "point"


POINTS = {",": Part.COMMA, ":": Part.COLON, "(": Part.OPENS, "[": Part.OPENS, ")": Part.CLOSES, "]": Part.CLOSES}


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is in lower case with straight apostrophes; `named` tells that its capital means something, since it is neither the
    first of its sentence nor in a headline with capitals throughout; `quoted` that it stands between quotation marks.
    """

    text: str
    span: Span
    part: Part
    capital: bool
    named: bool
    quoted: bool


Line = Sequence[Word]


@cache
def listed(name: str) -> frozenset[str]:
    """The words listed under a name in the patterns' own table, else in the product's."""
    own = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf8"))
    return frozenset(own[name].split()) if name in own else of_product(name)


def is_time(line: Line, place: int) -> bool:
    """Whether the word tells when. "May" after a first name does not."""
    word = line[place]
    if word.text not in listed("time"):
        return False
    before = line[place - 1] if place else None
    named = before is not None and before.capital and before.part is Part.NOUN and before.text not in listed("time")
    dated = place + 1 < len(line) and line[place + 1].text.isdigit()
    if place + 1 < len(line) and line[place + 1].part is Part.POSSESSIVE:
        return False
    return dated or not named or word.text not in ("may", "april", "june", "august")


@cache
def _usual_parts() -> dict[str, Part]:
    order = (
        ("verb", Part.VERB),
        ("nominal", Part.NOUN),
        ("time", Part.NOUN),
        ("adverb", Part.ADVERB),
        ("preposition", Part.PREPOSITION),
        ("subordinates", Part.SUBORDINATES),
        ("joins", Part.JOINS),
        ("question", Part.QUESTION),
        ("determiner", Part.DETERMINER),
        ("pronoun", Part.PRONOUN),
        ("relative", Part.RELATIVE),
        ("modal", Part.MODAL),
        ("auxiliary", Part.AUXILIARY),
    )
    return {word: part for name, part in order for word in listed(name)} | {"to": Part.TO}


def words_of_sentence(text: str, sentence: Span, quoted: Sequence[Span], names: Collection[int] = ()) -> tuple[Word, ...]:
    """The words and points of a sentence in order; `quoted` are the stretches between quotation marks, sorted.

    `names` are the places where names begin: there a capital means something even at the head of the sentence.
    """
    found = list(WORD.finditer(text, sentence.start, sentence.end))
    shouted = _is_titled([m[0] for m in found])
    single = OPENS_SINGLE.search(text, sentence.start, sentence.end)
    possessed = single.start() if single else sentence.end
    words: list[Word] = []
    place = 0
    for number, match in enumerate(found):
        while place < len(quoted) and quoted[place].end <= match.start():
            place += 1
        within = place < len(quoted) and quoted[place].start <= match.start()
        capital = match[0][0].isupper()
        inside = bool(words) and words[-1].part not in (Part.MARK, Part.COLON)
        named = capital and not shouted and (inside or match.start() in names)
        follows = _in_small(found[number + 1][0]) if number + 1 < len(found) else ""
        text_ = match[0].lower().replace("’", "'")
        owns = bool(match["plural"]) and match.start() < possessed
        part = Part.POSSESSIVE if owns else _part(match, text_, named, words[-1] if words else None, follows)
        span = Span(match.start(), match.end())
        span = span.trimmed(text) if part is Part.DASH else span
        words.append(Word(text_, span, part, capital, named, within and part is not Part.MARK))
    return tuple(words)


def _in_small(word: str) -> str:
    """A word in small letters; the country US is no pronoun."""
    return "u.s." if word == "US" else word.lower()


def _is_titled(words: Sequence[str]) -> bool:
    """Most words with a capital, as in a headline: then capitals say nothing."""
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= TITLED * len(long)


def _part(match: re.Match[str], text: str, named: bool, before: Word | None, follows: str) -> Part:
    if match["mark"]:
        return Part.MARK
    if match["dash"]:
        return Part.DASH
    if match["point"] or match["plural"]:
        if text == "." and before is not None and before.span.end == match.start() and _is_short(before.text):
            return Part.NOUN if before.part is Part.NOUN and follows else Part.POINT
        return POINTS.get(text, Part.POINT)
    if match["clitic"]:
        return Part.POSSESSIVE if text == "'s" and not (before and before.part in (Part.PRONOUN, Part.QUESTION)) else Part.AUXILIARY
    usual = None if match[0] == "US" else _usual_parts().get(text)
    if named and usual not in (Part.PRONOUN, Part.DETERMINER, Part.PREPOSITION):
        return Part.NOUN
    if usual is None:
        return _part_by_shape(text)
    if usual is Part.DETERMINER and _stands_alone(follows):
        return Part.PRONOUN
    if text == "yet" and before is not None and (before.text == "not" or before.text.endswith("n't")):
        return Part.ADVERB
    if text == "one" and not _stands_alone(follows):
        return Part.DETERMINER
    return Part.NOUN if text == "run" and before is not None and before.text == "state" else usual


def _is_short(word: str) -> bool:
    """A word that a point may only abbreviate: "Sen.", "U.S."."""
    return "." in word or ABBREVIATED.match(word.title()) is not None


def _part_by_shape(text: str) -> Part:
    if text.endswith("ing") and len(text) > 5:
        return Part.PRESENT
    if text.endswith("ed") and len(text) > 4 and ("-" not in text or text.startswith(("re-", "co-"))):
        return Part.PAST
    if text.endswith("ly") and len(text) > 4:
        return Part.ADVERB
    return Part.NOUN


def _stands_alone(follows: str) -> bool:
    """Whether a word such as "this" or "her" has no noun of its own after it."""
    if not follows or not follows[0].isalnum():
        return True
    usual = _usual_parts().get(follows)
    return usual not in (None, Part.NOUN, Part.ADVERB, Part.DETERMINER) and not follows.endswith(("ed", "ing"))
