"""Who an attribution goes back to: the party that its source names, or that the sources before and after it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.attribute.raw import Raw
from sayso.attribute.sources import SPOKEN_FOR, Parties
from sayso.findings import LocalParty, NameType
from sayso.spans import words_of

ISSUED = re.compile(r"^(?:a|an)\b.*\b(?:statement|letter|report|post|tweet|declaration|email|memo|release)$", re.IGNORECASE)
BARE_PAPER = re.compile(
    r"^\w+\s(?:(?:written|joint|same|earlier|brief|latest|full|official|original|new|short|long|one-\w+)\s)?(?P<kind>[^\W\d_]+)$"
)
LOOSELY = ("statement", "declaration", "announcement", "communique", "communiqué", "post", "tweet", "message", "thread", "video")
"""Words for anything that was made known; a report or a letter is one."""

NEAR = 60
"""Characters before a source and after its cue in which the thing is named through which it was made known."""

SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s|\n")

DEFINITE = re.compile(r"the ([^\W\d_]+)$", re.IGNORECASE)
THE_PAPER = re.compile(r"the (?:newspaper|magazine|tabloid|broadcaster|news (?:agency|site|channel|outlet))$", re.IGNORECASE)
"""An outlet named before."""

COMMON = re.compile(r"\b[a-z]{3,}$")
ARTICLE = re.compile(r"^(?:an?|the|its|their|his|her)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The party behind an attribution, its name or else the words of the source (empty without one), and why."""

    party: LocalParty | None
    name: str
    why: str


def speakers(
    text: str, parties: Parties, raws: Sequence[Raw], issuing: Sequence[bool], papers: Sequence[bool], outlets: Sequence[bool]
) -> list[Spoken]:
    """The speaker of each attribution. `issuing` tells that it was made known through a statement or the like, `papers` that its
    source is only such a thing: "the statement" is whose the last one was. `outlets` tells that the source is an outlet.
    """
    issued: list[tuple[str, LocalParty]] = []
    outlet: LocalParty | None = None
    called: dict[str, dict[str, LocalParty | None]] = {}
    spoken = []
    for raw, issues, paper, is_outlet in zip(raws, issuing, papers, outlets, strict=True):
        party, why = parties.behind(text, raw.source)
        words = words_of(raw.source, text)
        if THE_PAPER.match(words):
            party, why = outlet, f"“{words}” is {outlet.name}, named last" if outlet else f"no outlet named before “{words}”"
        elif is_outlet and party is not None:
            outlet = party
        definite = DEFINITE.match(words)
        before = list(called.get(definite[1].lower(), {}).values()) if definite else []
        if party is None and ISSUED.search(words):
            party = parties.issuing(text, raw.source[0])
            why = f"“{words}” is what {party.name} issued" if party else why
        elif party is None and paper:
            party = _issuer(words, issued)
            why = f"“{words}” is what {party.name} issued" if party else why
        elif party is None and len(before) == 1 and before[0] is not None:
            party, why = before[0], f"“{words}” is {before[0].name}, the only one so called before"
        if party is not None and (issues or ISSUED.search(words)):
            issued.append((_around(text, raw), party))
        head = COMMON.search(words)
        if head and not (definite and party is None):
            called.setdefault(head[0].lower(), {})[party.id if party else words] = party
        own = party is not None and not why.endswith(SPOKEN_FOR)
        spoken.append(Spoken(party, party.name if party and own else words, why))
    return _with_titles(text, raws, spoken)


def _around(text: str, raw: Raw) -> str:
    """What stands about a source and its cue in one sentence, where it is told what was issued."""
    spans = (*raw.source, *raw.cue)
    start, end = min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)
    before, after = SENTENCE_END.split(text[max(0, start - NEAR) : start])[-1], SENTENCE_END.split(text[end : end + NEAR])[0]
    return f"{before}{text[start:end]}{after}".lower()


def _issuer(paper: str, issued: Sequence[tuple[str, LocalParty]]) -> LocalParty | None:
    """Who issued "the statement": whoever issued the last thing that was so called; a statement may have been told of
    otherwise, as a post by its platform. "The port's report" says itself whose it is.
    """
    found = BARE_PAPER.match(paper)
    if found is None:
        return None
    kind = found["kind"].lower()
    last = next((party for around, party in reversed(issued) if kind in around), None)
    return last or (issued[-1][1] if issued and kind in LOOSELY else None)


def _with_titles(text: str, raws: Sequence[Raw], spoken: Sequence[Spoken]) -> list[Spoken]:
    """ "A ministry spokeswoman" is the one person whom the report gives just that title elsewhere."""
    titled: dict[str, set[str]] = {}
    for raw, one in zip(raws, spoken, strict=True):
        if one.party is not None and one.party.type is NameType.PERSON and raw.source:
            title = _title(words_of(raw.source, text).removesuffix(one.name))
            titled.setdefault(title, set()).add(one.party.id)
    people = {one.party.id: one.party for one in spoken if one.party}
    out = []
    for raw, one in zip(raws, spoken, strict=True):
        title = _title(words_of(raw.source, text))
        bearers = titled.get(title, set()) if " " in title else set()
        if len(bearers) == 1 and (one.party is None or one.party.type is not NameType.PERSON):
            person = people[min(bearers)]
            one = replace(one, party=person, name=person.name, why=f"“{words_of(raw.source, text)}” is the title of {person.name}")
        out.append(one)
    return out


def _title(words: str) -> str:
    title = ARTICLE.sub("", words.strip()).casefold()
    return re.sub(r"spokes(?:man|woman|person)\b", "spokesperson", title)
