"""Whose words a paragraph is by the way it is set: posts with their sign-off, turns of a talk, lines that lead elsewhere.

None of them is the outlet speaking in its own voice, whether or not somebody was found to say them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.collate.wording import lists, sentence_words
from sayso.documents import Role
from sayso.findings import Name, NameType, Reading
from sayso.folding import fold
from sayso.spans import Span, merged

SIGN_OFF = re.compile(
    r"[—–-]{1,2}\s?[^\n()]{1,60}\(@\w{1,20}\)(?:\s+\w{3,9}\.? \d{1,2},? \d{4}|\s+\d{1,2} \w{3,9},? \d{4})?|\bpic\.twitter\.com/\w+"
)
"""What ends an embedded post: its writer's name, handle and day, or the address of its picture."""

HANDLE = re.compile(r"\.?@\w{2,20}\b")
"""The handle that a post begins with which answers another."""

GOES_ON = ("....", "…", "...")
"""How a post begins that goes on from the one before it."""

LABELLED = re.compile(r"([^\n:]{2,40}):\s")
ENDED = re.compile(r"[.!?…:;。！？।۔][\"'“”‘’«»)\]]*\s*$")
LINE = 12
"""Words of a paragraph without a stop up to which it is a crosshead or a link, unless it has a verb."""

TURN = re.compile(r"(?P<who>[^\W\d_][^\n:\"“”]{1,60}):\s+\S")


def others_words(reading: Reading) -> tuple[Span, ...]:
    """The stretches of the body that are not the outlet's own words by the way they are set."""
    body = [block.span for block in reading.profile.blocks if block.role is Role.BODY]
    return merged([*_posts(reading.text, body), *_turns(reading, body), *_lines(reading, body)])


def _posts(text: str, body: Sequence[Span]) -> Iterator[Span]:
    """Posts as far as their sign-off. One that opens its paragraph signs the paragraph before."""
    for place, block in enumerate(body):
        start = block.start
        for signed in SIGN_OFF.finditer(text, block.start, block.end):
            yield Span(start, signed.end())
            if place and (not text[start : signed.start()].strip() or text[start : block.end].lstrip().startswith(GOES_ON)):
                yield body[place - 1]
            start = signed.end()
        if HANDLE.match(text, block.start):
            yield block


def _turns(reading: Reading, body: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs that open with a person's name and a colon, or with one in capitals: turns of a talk."""
    names = {name.span.start: name for name in reading.annotation.names}
    for block in body:
        match = TURN.match(reading.text, block.start, block.end)
        if match and _is_speaker(match["who"], names.get(block.start), Span(*match.span("who"))):
            yield block


def _is_speaker(who: str, name: Name | None, span: Span) -> bool:
    if who.isupper() and len(who.split()) < 6 and not any(c.isdigit() for c in who):
        return True
    return name is not None and name.type is NameType.PERSON and len(span) - len(name.span) < 20


def _lines(reading: Reading, body: Sequence[Span]) -> Iterator[Span]:
    """Crossheads, captions and links that stand as paragraphs of their own: few words without a stop at their end."""
    for block in body:
        shown = block.of(reading.text).strip()
        if not shown or "\n" in shown or ENDED.search(shown):
            continue
        said = sentence_words(reading.text, block)
        label = LABELLED.match(shown)
        leads = label is not None and not lists().labels.isdisjoint(fold(label[1]).text.split())
        verbs = any(w.text in lists().finite or w.text.endswith("ed") for w in said[1:])
        states = verbs and said[0].text not in lists().hanging and not _is_title(shown)
        if leads or " | " in shown or (len(said) <= LINE and not states):
            yield block


def _is_title(shown: str) -> bool:
    """Whether its longer words all begin with a capital, as in the heading of another article."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", shown))
