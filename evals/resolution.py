"""How well mentions within a document are put together: pronouns, roles, surnames and acronyms to their party.

On GUM's gold chains (texts other than news; a tenth of the documents apart, see `mentions.held_back`: no rule or weight was made
from it), and on the chains that CoreNLP made of PolNeAR (news,
but silver: itself right perhaps two times in three). Each once with the names that annotate finds and once with the names that are
given, so that mistakes in names can be told from mistakes in resolution.

Chains are restricted to what Sayso resolves: those of persons, organisations and places that hold a name; in them names, pronouns
of the third person and phrases with "the" whose head is written small (see `mentions`). Chains of one mention are left out on
either side. The second table says, of the mentions of a kind that we tied to a party, how many belong to the chain of that party's
names, and of those that are in a chain with a name, how many we tied to it. A one-word name or an acronym counts where a fuller
name of its party stands in the same document. CoreNLP gives only mentions that it tied to another: of the others of ours nothing
is said.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.chains import Scores, Tally
from evals.measure import DATA, RECOGNISE
from evals.mentions import KIND_OF_PRONOUN, Chains, Given, gum, held_back, polnear
from sayso.annotate.names import names
from sayso.annotate.parties import parties
from sayso.annotate.quotations import quotations
from sayso.annotate.resolution import OWN
from sayso.documents import Block, Role
from sayso.findings import LocalParty, Mention, MentionKind, Name, NameType, Sentence
from sayso.spans import Span

KINDS = ("he/she", "him/her/his", "it/its", "they/their", "the minister", "the 34-year-old", "the company", "surname", "acronym")


@dataclass(slots=True)
class Measure:
    chains: Scores = field(default_factory=Scores)
    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})

    def show(self, title: str) -> None:
        c = self.chains
        print(f"{title}\n  MUC {c.muc}   B3 {c.b_cubed}   CEAF-e {c.ceaf_e}   CoNLL {c.conll:.3f}")
        for kind, tally in self.kinds.items():
            counts = f"{tally.found_right:.0f} of {tally.found:.0f} found, {tally.gold_right:.0f} of {tally.gold:.0f} given"
            print(f"  {kind:16} {tally}  ({counts})")


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=DATA)
    data = asked.parse_args(argv).data
    needed = [data / "names" / "gum.jsonl.gz", data / "polnear" / "dev.jsonl.gz", data / "polnear" / "dev.corenlp.jsonl.gz"]
    if missing := [str(path) for path in needed if not path.exists()]:
        print(f"not there: {', '.join(missing)}: nothing measured", file=sys.stderr)
        return 2
    documents = list(gum(needed[0]))
    for title, part in (
        ("GUM, gold", [d for d in documents if not held_back(d)]),
        ("GUM held back, gold", [d for d in documents if held_back(d)]),
        ("PolNeAR by CoreNLP, silver", list(polnear(needed[1], needed[2]))),
    ):
        for which, given in (("names given", True), ("names found", False)):
            measured(part, given).show(f"{title}, {which}")
    return 0


def measured(documents: Iterable[Chains], given: bool) -> Measure:
    out = Measure()
    for document in documents:
        compare(document, resolved(document, given), out)
    return out


def resolved(document: Chains, given: bool) -> tuple[LocalParty, ...]:
    """The parties of a document, from the names that are given or from those that annotate finds in it."""
    said = tuple(Sentence(span, Role.BODY) for span in document.sentences if span)
    quoted = quotations(document.text, [Block(span, Role.BODY) for span in document.paragraphs])
    named = document.names if given else found_names(document, said)
    return tuple(p for p in parties("d-eval", document.text, said, quoted, named) if p.type is not NameType.OTHER)


def found_names(document: Chains, said: Sequence[Sentence]) -> tuple[Name, ...]:
    (read,) = RECOGNISE([(document.text, document.paragraphs)])
    return names(document.text, said, read.names)


def compare(document: Chains, found: Sequence[LocalParty], out: Measure) -> None:
    """Adds one document's parties to the measure."""
    place = Aligned(document)
    ours = [frozenset(place.of(m) for m in party.mentions if not _of_oneself(document.text, m)) for party in found]
    theirs: defaultdict[str, set[Span]] = defaultdict(set)
    for given in document.mentions:
        if given.chain in document.named:
            theirs[given.chain].add(given.span)
    out.chains.add([frozenset(c) for c in theirs.values() if len(c) > 1], [c for c in _apart(ours) if len(c) > 1])
    _by_kind(document, found, place, out)


def _of_oneself(text: str, mention: Mention) -> bool:
    """Whether it is "I" or "we", which are not among those given."""
    return mention.kind is MentionKind.PRONOUN and mention.span.of(text).lower() in OWN


def _apart(chains: Sequence[frozenset[Span]]) -> list[frozenset[Span]]:
    """Each mention kept in the first chain that has it."""
    seen: set[Span] = set()
    out = []
    for chain in chains:
        out.append(chain - seen)
        seen |= chain
    return out


class Aligned:
    """Which given mention one of ours is: a pronoun the same, any other one with the same last word."""

    def __init__(self, document: Chains) -> None:
        self.by_end: defaultdict[int, list[Given]] = defaultdict(list)
        for given in document.mentions:
            self.by_end[given.core.end].append(given)

    def given(self, mention: Mention) -> Given | None:
        near = self.by_end.get(mention.span.end, ())
        return min(near, key=lambda g: (abs(g.core.start - mention.span.start), g.span), default=None)

    def of(self, mention: Mention) -> Span:
        found = self.given(mention)
        return found.span if found else mention.span


def _by_kind(document: Chains, found: Sequence[LocalParty], place: Aligned, out: Measure) -> None:
    right: set[Span] = set()
    for party in found:
        chain = _chain_of(document.text, party, place)
        for mention in party.mentions:
            given = place.given(mention)
            kind = _kind(document.text, party, mention, given)
            if kind is None or (given is None and not document.complete):
                continue
            hit = given is not None and given.chain == chain
            out.kinds[kind].found += 1
            out.kinds[kind].found_right += hit
            if hit and given:
                right.add(given.span)
    full = _with_full_names(document)
    for given in document.mentions:
        kind = given.kind if given.kind != "name" else _short(given.core.of(document.text), given.type)
        if kind and given.chain in (full if given.kind == "name" else document.named):
            out.kinds[kind].gold += 1
            out.kinds[kind].gold_right += given.span in right


def _chain_of(text: str, party: LocalParty, place: Aligned) -> str | None:
    """The chain that most of a party's fuller names are in, or else of its names."""
    names_ = [m for m in party.mentions if m.kind is MentionKind.NAME]
    fuller = [m for m in names_ if " " in m.span.of(text)] or names_
    chains = Counter(given.chain for m in fuller if (given := place.given(m)))
    return max(chains, key=lambda chain: (chains[chain], chain)) if chains else None


def _kind(text: str, party: LocalParty, mention: Mention, given: Given | None) -> str | None:
    if mention.kind is MentionKind.NAME:
        fuller = any(m.kind is MentionKind.NAME and " " in m.span.of(text) for m in party.mentions)
        return _short(mention.span.of(text), party.type) if fuller and given else None
    if given is not None and given.kind in KINDS:
        return given.kind
    words = mention.span.of(text).lower()
    if words in KIND_OF_PRONOUN or not words.startswith("the "):
        return KIND_OF_PRONOUN.get(words)
    return "the minister" if party.type is NameType.PERSON else "the company"


def _short(words: str, kind: NameType) -> str | None:
    if " " in words:
        return None
    if kind is NameType.PERSON:
        return "surname"
    letters = [c for c in words if c.isalpha()]
    return "acronym" if len(letters) > 1 and all(c.isupper() for c in letters) else None


def _with_full_names(document: Chains) -> frozenset[str]:
    return frozenset(g.chain for g in document.mentions if g.kind == "name" and " " in g.core.of(document.text))


if __name__ == "__main__":
    sys.exit(main())
