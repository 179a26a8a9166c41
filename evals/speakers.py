"""Who is meant and who speaks: the share of pronouns, surnames and role words that get the right name, that are left open, and that
get a wrong one.

On GUM's gold chains that hold a named person or organisation (texts other than news): pronouns of the third person, surnames of
persons who are named in full, and roles: phrases with "the" whose head is written small ("the company"; see `mentions`). Each once
with the names that are given and once with those that annotate finds. A mention is right when the party that has it holds the names
of its chain, left open when no party has it (a surname also when it stands for a party alone). A tenth of the documents, see
`mentions.held_back`, is held back: nothing was learnt from them.

On PolNeAR (news), the speakers of attributions: for each source whose head is a pronoun, a surname or a role by CoreNLP's chains
(silver: itself right perhaps two times in three), whether the speaker that attribute gives it holds the names of that chain.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.measure import DATA, RECOGNISE
from evals.mentions import KIND_OF_PRONOUN, Chains, Given, gum, held_back, polnear
from evals.resolution import Aligned, resolved
from sayso.annotate import annotate, paragraphs
from sayso.attribute import attributions
from sayso.documents import Block, Document, Profile, Published, Role
from sayso.findings import LocalParty, MentionKind, NameType
from sayso.spans import Span

KINDS = ("pronouns", "surnames", "roles")
NAMED = (NameType.PERSON, NameType.ORGANIZATION)


@dataclass(slots=True)
class Shares:
    """How many mentions of each kind are right, open and wrong."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})

    def add(self, kind: str, outcome: str) -> None:
        self.counts[kind][outcome] += 1

    def show(self, title: str) -> None:
        print(title)
        for kind, counted in self.counts.items():
            shares = "  ".join(f"{what} {counted[what] / max(1, counted.total()):.3f}" for what in ("right", "open", "wrong"))
            print(f"  {kind:9} {shares}  of {counted.total()}")


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the shares. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=DATA)
    data = asked.parse_args(argv).data
    needed = [data / "names" / "gum.jsonl.gz", data / "polnear" / "dev.jsonl.gz", data / "polnear" / "dev.corenlp.jsonl.gz"]
    if missing := [str(path) for path in needed if not path.exists()]:
        print(f"not there: {', '.join(missing)}: nothing measured", file=sys.stderr)
        return 2
    documents = list(gum(needed[0]))
    for title, part in (
        ("GUM", [d for d in documents if not held_back(d)]),
        ("GUM held back", [d for d in documents if held_back(d)]),
    ):
        for which, given in (("names given", True), ("names found", False)):
            measured(part, lambda d, given=given: resolved(d, given)).show(f"{title}, {which}")  # type: ignore[misc]
    spoken(polnear(needed[1], needed[2])).show("PolNeAR by CoreNLP, speakers of what is said")
    return 0


def measured(documents: Iterable[Chains], parties: Callable[[Chains], Sequence[LocalParty]]) -> Shares:
    out = Shares()
    for document in documents:
        for _, kind, outcome, _ in judged(document, parties(document)):
            out.add(kind, outcome)
    return out


def judged(document: Chains, found: Sequence[LocalParty]) -> Iterator[tuple[Given, str, str, LocalParty | None]]:
    """Each mention that counts, with its kind, what became of it, and the party that has it."""
    place = Aligned(document)
    chains = chains_of(document, found, place)
    homes: defaultdict[Span, list[LocalParty]] = defaultdict(list)
    for party in found:
        for mention in party.mentions:
            if given := place.given(mention):
                homes[given.span].append(party)
    for given, kind in counted(document):
        yield given, kind, *_outcome(document.text, given, kind, homes.get(given.span, ()), chains)


def counted(document: Chains) -> Iterator[tuple[Given, str]]:
    """The mentions of chains that hold a named person or organisation, those that are no full name, with their kinds."""
    text = document.text
    full = {g.chain for g in document.mentions if g.kind == "name" and " " in g.core.of(text) and g.type is NameType.PERSON}
    named = {g.chain for g in document.mentions if g.kind == "name" and g.type in NAMED}
    for given in document.mentions:
        if given.kind == "name":
            if given.type is NameType.PERSON and given.chain in full and " " not in given.core.of(text):
                yield given, "surnames"
        elif given.chain in named:
            yield given, "pronouns" if given.kind in KIND_OF_PRONOUN.values() else "roles"


def chains_of(document: Chains, found: Sequence[LocalParty], place: Aligned) -> Mapping[str, str | None]:
    """For each party the chain that most of its fuller names are in, or else of its names."""
    return {party.id: _chain_of(document.text, party, place) for party in found}


def _chain_of(text: str, party: LocalParty, place: Aligned) -> str | None:
    named = [m for m in party.mentions if m.kind is MentionKind.NAME]
    fuller = [m for m in named if " " in m.span.of(text)] or named
    chains = Counter(given.chain for m in fuller if (given := place.given(m)))
    return max(chains, key=lambda chain: (chains[chain], chain)) if chains else None


def _outcome(
    text: str, given: Given, kind: str, homes: Sequence[LocalParty], chains: Mapping[str, str | None]
) -> tuple[str, LocalParty | None]:
    if kind == "surnames":
        homes = [p for p in homes if any(" " in m.span.of(text) for m in p.mentions if m.kind is MentionKind.NAME)]
    right = next((party for party in homes if chains[party.id] == given.chain), None)
    if right is not None:
        return "right", right
    return ("wrong", homes[0]) if homes else ("open", None)


def spoken(documents: Iterable[Chains]) -> Shares:
    """The speakers of what is said, where CoreNLP has the head of the source in a chain with a name."""
    out = Shares()
    for document in documents:
        for _, kind, outcome, _ in heard(document):
            out.add(kind, outcome)
    return out


def heard(document: Chains) -> Iterator[tuple[Span, str, str, LocalParty | None]]:
    """Each source that counts, with the kind of its head, what became of it, and the party that is held to be the speaker."""
    text = document.text
    page = Document("d-eval", document.name, document.name, text)
    blocks = tuple(Block(span, Role.BODY) for span in document.paragraphs)
    profile = Profile(page.id, None, None, None, (), Published(), "en", blocks)
    (read,) = RECOGNISE([(text, paragraphs(profile))])
    annotation = annotate(page, profile, read)
    parties = {party.id: party for party in annotation.parties}
    chains = chains_of(document, annotation.parties, Aligned(document))
    meant = {given.core.end: (given, kind) for given, kind in counted(document)}
    for said in attributions(page, profile, annotation):
        found = next((meant[span.end] for span in said.source if span.end in meant), None)
        if found is None or found[0].core.start > said.source[0].start + len("the "):
            continue
        party = parties.get(said.speaker or "")
        outcome = "open" if party is None else "right" if chains[party.id] == found[0].chain else "wrong"
        yield said.source[0], found[1], outcome, party


if __name__ == "__main__":
    sys.exit(main())
