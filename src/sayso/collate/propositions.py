"""Propositions: a stretch that says several things, cut where both sides can be read alone.

A cut needs a joint (a semicolon, ", and", "and he", "and that") and, on both sides, a subject with a finite verb. Without a parser
that is known only of the words in `words.toml`; what is not sure stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.collate.wording import lists, spelled
from sayso.folding import fold
from sayso.spans import Span

TOKEN = re.compile(r"\w+(?:['’.,/-]\w+)*['’]?|[^\w\s]")

FEWEST = 4
"""Words that each side of a cut must have at the least."""

SUBJECT = 8
"""Words within which a clause must come to its verb."""

STARS = 3
"""Words after a pronoun among which its verb stands ("he also later said")."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that is said, and the part of the whole that it is laid beside others in: all parts make up the whole."""

    span: Span
    part: Span


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or a mark, with its place; `text` is folded."""

    text: str
    span: Span
    is_name: bool

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum()


def propositions(text: str, span: Span, whole: Span) -> tuple[Proposition, ...]:
    """What a stretch says, one by one, in order; itself alone where it says one thing. The parts divide `whole`, which holds it."""
    tokens = [
        _Token(spelled(fold(m[0]).text), Span(span.start + m.start(), span.start + m.end()), m[0][0].isupper())
        for m in TOKEN.finditer(span.of(text))
    ]
    found: list[Proposition] = []
    first, begin, part_start = 0, span.start, whole.start
    for end, joint, after in _joints(tokens):
        if end <= first or not _stands(tokens[first:end]) or not _is_clause(tokens[after:], tokens[joint].text):
            continue
        cut = tokens[joint].span.start
        if not found and tokens[0].text == "that":
            begin = tokens[1].span.start
        found.append(Proposition(Span(begin, tokens[end - 1].span.end), Span(part_start, cut)))
        first, begin, part_start = after, tokens[after].span.start, cut
    return (*found, Proposition(Span(begin, span.end), Span(part_start, whole.end)))


def _joints(tokens: Sequence[_Token]) -> Iterator[tuple[int, int, int]]:
    """Where the stretch might be cut: the place after the last word before, that of the joint, that of the first word after."""
    depth = 0
    for i, token in enumerate(tokens):
        depth = max(0, depth + (token.text in "([") - (token.text in ")]"))
        if depth or i + FEWEST >= len(tokens):
            continue
        if token.text == ";":
            yield i, i, i + (2 if tokens[i + 1].text in lists().joining else 1)
        elif token.text == "that" and i and tokens[i - 1].text == "," and _in_series(tokens, i):
            yield i - 1, i - 1, i + 1
        elif token.text in lists().joining:
            end = i - 1 if tokens[i - 1].text == "," else i
            if tokens[i + 1].text == "that" and not _governed(tokens[:end]):
                yield end, i, i + 2
            elif end < i or tokens[i + 1].text in lists().subjects:
                yield end, i, i + 1


def _governed(before: Sequence[_Token]) -> bool:
    """Whether "and that" may go on with a clause within the first one ("he believed that …"), and not with the whole."""
    inner = (i for i, token in enumerate(before) if i and token.text == "that")
    return any(before[i - 1].text != "," and before[i - 1].text not in lists().joining for i in inner)


def _in_series(tokens: Sequence[_Token], i: int) -> bool:
    """Whether a ", that" is one of several: the stretch begins with "that" or says what somebody said, and ends with "and that"."""
    last = any(t.text in lists().joining and after.text == "that" for t, after in pairwise(tokens[i:]))
    return last and not _governed(tokens[:i])


def _stands(clause: Sequence[_Token]) -> bool:
    """Whether what stands before a cut is a statement: it has a verb, and hangs on nothing that follows.

    The verb must follow its last comma, or the joint may be that of a list ("told France, Germany, and Norland is …").
    """
    said = [token for token in clause if token.is_word]
    if len(said) < FEWEST or said[0].text in lists().hanging:
        return False
    if any(token.text in lists().binding for token in said):
        return False
    marks = [place for place, token in enumerate(clause) if token.text == ","]
    last = clause[marks[-1]].span.end if marks else clause[0].span.start
    return any(_is_verb(said, i) for i in range(1, len(said)) if said[i].span.start >= last)


def _is_clause(tokens: Sequence[_Token], joint: str) -> bool:
    """Whether what follows a cut begins with a subject and comes to its verb before any mark or relative pronoun."""
    said = list(_head(tokens))
    if len([t for t in tokens if t.is_word]) < FEWEST or len(said) < 2:
        return False
    first = said[0]
    if first.text in lists().subjects:
        return any(_is_verb(said, i) or said[i].text.endswith(("ed", "es")) for i in range(1, min(len(said), STARS)))
    if first.text in lists().opening or first.is_name or first.text.isdigit():
        return any(_is_verb(said, i) for i in range(1, len(said)))
    known = first.text in lists().small or first.text in lists().joining or first.text in lists().hanging
    return joint != ";" and not known and first.text.endswith("s") and not first.text.endswith("ss") and _is_verb(said, 1)


def _head(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The first words, up to a mark other than a quotation mark or a hyphen, or a word that opens a clause within."""
    for token in tokens[: SUBJECT + 2]:
        if token.text in ('"', "'", "$"):
            continue
        if not token.is_word or token.text in lists().relating:
            return
        yield token


def _is_verb(said: Sequence[_Token], i: int) -> bool:
    """Whether a word is surely a finite verb: by itself, or a past form with an object after it ("arrested two men")."""
    word, before = said[i], said[i - 1].text
    if before in lists().opening or before == "to" or word.is_name:
        return False
    if word.text in lists().finite or word.text.endswith("n't"):
        return True
    past = word.text in lists().pasts or (word.text.endswith("ed") and len(word.text) > 4)
    if not past or i + 1 >= len(said) or before in lists().finite:
        return False
    after = said[i + 1]
    return after.text in lists().opening or after.text in lists().objects or after.is_name or after.text.isdigit()
