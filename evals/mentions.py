"""Given chains of mentions, read for the measure of resolution: GUM's gold, and what CoreNLP made of PolNeAR (silver).

A mention is a name ("Dana Ruiz of the port" by its name alone), a pronoun of the third person, or a role: a phrase with "the" whose
head is written small ("the harbour master", "the company", "the 34-year-old"). Others are left out: "I" and "you", "a lawyer",
"his wife". Of a phrase only what stands before its first clause or preposition is looked at.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.annotate.lexicon import listed
from sayso.findings import Name, NameType
from sayso.spans import Span

PRONOUNS = {
    "he/she": ("he", "she"),
    "him/her/his": ("him", "her", "his", "hers", "himself", "herself"),
    "it/its": ("it", "its", "itself"),
    "they/their": ("they", "them", "their", "theirs", "themselves"),
}
KIND_OF_PRONOUN = {word: kind for kind, words in PRONOUNS.items() for word in words}
CUT = re.compile(
    r",|\s[(—–]|\s(?:who|whom|which|that|whose|where|when|in|at|on|from|with|by|near|as|during|after|before|to|is|was|has|had|against)\b"
)
OF = re.compile(r"\s(?:of|and|for)\s(?!(?:the\s)?[A-Z])")
SMALL = frozenset(("of", "the", "and", "for", "de", "van", "von", "la", "del", "bin", "al", "&", "ibn", "der", "di", "da"))
POSSESSIVE = re.compile(r"(?:\s?['’]s?)$")
DETERMINED = re.compile(r"(?:The|A|An|This|That|His|Her|Its|Their)\s+")
AGED = re.compile(r"\b\d{1,3}-year-old$")
SPLIT_MARK = re.compile(r" (?=(?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b|['’] )")
HELD_BACK = 10
"""One document of GUM in so many is held back."""

CORENLP = {"PERSON": NameType.PERSON, "LOCATION": NameType.PLACE, "ORGANIZATION": NameType.ORGANIZATION}
GUM = {"person": NameType.PERSON, "place": NameType.PLACE, "organization": NameType.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Given:
    """A mention that is given: the whole phrase, its core up to the head, what kind it is and which chain it is in."""

    span: Span
    core: Span
    kind: str
    chain: str
    type: NameType


@dataclass(frozen=True, slots=True)
class Chains:
    """One document with its mentions (of persons, organisations and places), sentences, and paragraphs."""

    name: str
    text: str
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    mentions: tuple[Given, ...]
    names: tuple[Name, ...]
    complete: bool
    """Whether every mention is given, those that stand alone too."""

    @property
    def named(self) -> frozenset[str]:
        """Chains with a mention by name."""
        return frozenset(g.chain for g in self.mentions if g.kind == "name")


def held_back(document: Chains) -> bool:
    """Whether a document is of the tenth that is held back, by a hash of its name: nothing was learnt from it, nor was it read."""
    return hashlib.sha256(document.name.encode()).digest()[0] % HELD_BACK == 0


def gum(path: Path) -> Iterator[Chains]:
    for record in _records(path):
        text, moved = _joined(record["text"])
        sentences = tuple(Span(moved(s), moved(e)).trimmed(text) for s, e in record["sentences"])
        starts = {s.start for s in sentences}
        given = []
        for start, end, row in record["entities"]:
            if row[1] in GUM:
                span = Span(moved(start), moved(end))
                if found := _given(text, span, row[0], GUM[row[1]], starts):
                    given.append(found)
        names = {g.core: Name(g.core, g.type) for g in given if g.kind == "name"}
        whole = (Span(0, len(text)).trimmed(text),)
        yield Chains(record["name"], text, sentences, whole, tuple(given), _apart(text, list(names.values())), True)


def polnear(path: Path, silver: Path) -> Iterator[Chains]:
    texts = {record["name"]: record["text"] for record in _records(path)}
    for record in _records(silver):
        text = texts[record["name"]]
        names = [Name(Span(s, e), CORENLP[kind]) for s, e, kind, _ in record["names"] if kind in CORENLP]
        ends = {name.span.end: name for name in names}
        sentences = tuple(Span(s, e).trimmed(text) for s, e in record["sentences"])
        paragraphs = tuple(Span(m.start(), m.end()).trimmed(text) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
        chains = [[Span(s, e) for s, e in chain] for chain in record["coreference"]]
        given = [m for number, chain in enumerate(chains) for m in _silver(text, chain, str(number), ends)]
        yield Chains(record["name"], text, sentences, paragraphs, _mended(text, given), _apart(text, names), False)


def _mended(text: str, given: Sequence[Given]) -> tuple[Given, ...]:
    """CoreNLP often leaves one party in several chains: those that share a name of several words are one, and one with a single
    word only joins the one other chain in which it is a last word.
    """
    full: defaultdict[str, set[str]] = defaultdict(set)
    last: defaultdict[str, set[str]] = defaultdict(set)
    owner = {g.chain: g.chain for g in given}

    def root(chain: str) -> str:
        while owner[chain] != chain:
            chain = owner[chain]
        return chain

    for g in given:
        if g.kind == "name" and " " in (words := g.core.of(text)):
            full[words].add(g.chain)
    for same in full.values():
        for chain in same:
            owner[root(chain)] = root(min(same))
    for words, same in full.items():
        last[words.split()[-1]].update(root(chain) for chain in same)
    for g in given:
        homes = {root(chain) for chain in last.get(g.core.of(text), ())}
        if g.kind == "name" and len(homes) == 1:
            owner[root(g.chain)] = homes.pop()
    return tuple(replace(g, chain=root(g.chain)) for g in given)


def _silver(text: str, spans: Sequence[Span], chain: str, ends: Mapping[int, Name]) -> Iterator[Given]:
    cores = [(span, _core(text, span)) for span in spans]
    named = [(span, ends[core.end]) for span, core in cores if core.end in ends]
    if not named:
        return
    kind = named[0][1].type
    for span, core in cores:
        if name := ends.get(core.end):
            yield Given(span, name.span, "name", chain, kind)
        elif (found := _given(text, span, chain, kind, frozenset())) and found.kind != "name":
            yield found


def _given(text: str, span: Span, chain: str, kind: NameType, starts: frozenset[int] | set[int]) -> Given | None:
    words = span.of(text).lower()
    if words in KIND_OF_PRONOUN:
        return Given(span, span, KIND_OF_PRONOUN[words], chain, kind)
    core = _core(text, span)
    if name := _name(text, core):
        first = name.of(text)
        plain = " " not in first and name.start in starts and first.lower() in listed("common_words")
        return None if plain or first in ("I", "You", "We", "My", "Your", "Our") else Given(span, name, "name", chain, kind)
    if AGED.search(core.of(text)):
        return Given(span, core, "the 34-year-old", chain, kind)
    if re.match(r"(?:the|this|that)\s", core.of(text), re.IGNORECASE) and core.of(text)[-1:].isalpha():
        return Given(span, core, "the minister" if kind is NameType.PERSON else "the company", chain, kind)
    return None


def _core(text: str, span: Span) -> Span:
    """The phrase up to its head, without a possessive mark."""
    words = span.of(text)
    for cut in (CUT, OF):
        if (found := cut.search(words)) and found.start():
            words = words[: found.start()]
    words = POSSESSIVE.sub("", words)
    return Span(span.start, span.start + len(words)) if words else span


def _name(text: str, core: Span) -> Span | None:
    """The capitalised words that end a core: its head is a name."""
    start = None
    for word in reversed([Span(core.start + m.start(), core.start + m.end()) for m in re.finditer(r"\S+", core.of(text))]):
        shape = word.of(text)
        if shape.lstrip("(“\"'‘")[:1].isupper():
            start = word.start
        elif start is None or shape not in SMALL:
            break
    if start is None:
        return None
    words = Span(start, core.end).trimmed(text, " .“”\"'‘’()")
    if article := DETERMINED.match(words.of(text)):
        words = Span(words.start + article.end(), words.end)
    return words or None


def _apart(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Names of which none overlap, the outermost kept."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.span.start, -n.span.end)):
        if name.span and (not out or name.span.start >= out[-1].span.end):
            out.append(name)
    return tuple(out)


def _joined(text: str) -> tuple[str, Callable[[int], int]]:
    """GUM's text as it would be printed: its lines flow on, and "port ’s" is one word again. With a map of offsets."""
    gone = [m.start() for m in SPLIT_MARK.finditer(text)]
    return SPLIT_MARK.sub("", text).replace("\n", " "), lambda place: place - bisect_left(gone, place)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)
