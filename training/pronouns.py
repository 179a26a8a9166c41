"""How the weights of `src/sayso/annotate/data/pronouns.toml` are made: `python -m training.pronouns` prints its tables.

Every pronoun of texts whose chains are known is read as a run reads it, except that each is taken for whom it truly means before
the next is read. The facts that bear on each choice are then weighed so that the right choice is the likeliest (a log-linear
ranking of mentions, as in Denis and Baldridge 2008, "Specialized models and ranking for coreference resolution"), and the weights
rounded to whole tenths. GUM without the tenth that is held back is gold; the chains that CoreNLP made of PolNeAR are silver and
count less.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.mentions import Chains, gum, held_back, polnear
from evals.resolution import Aligned
from sayso.annotate.group import Group
from sayso.annotate.institutions import institutions
from sayso.annotate.known import Known
from sayso.annotate.parties import groups
from sayso.annotate.pronouns import GENDERS, Choice, Judgement, Pronoun, group_of
from sayso.annotate.quotations import quotations
from sayso.annotate.resolution import resolve
from sayso.documents import Block, Role
from sayso.findings import Mention, MentionKind, NameType, Sentence

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SILVER = 0.3
STRENGTH = 2.0
"""How strongly weights are held near nothing."""
MARGINS = {"other": 6, "subject": 6, "thing": 10}
"""How far ahead, in tenths, a party must be of the next best. With 6 for "him" rather than 10, of GUM's pronouns 947 are right and
76 wrong (879 and 67); with 3 for both and 6 for things, 1004 and 107."""
SEEN_OFTEN = 8
"""A fact that bears on fewer choices gets no weight."""


@dataclass(frozen=True, slots=True)
class Case:
    """One pronoun: the facts of each choice, which choices are right, and how much it counts."""

    table: str
    choices: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    counts: float


def cases(document: Chains, counts: float, complete: bool) -> list[Case]:
    """The cases of one document. Where the chains are not complete, a pronoun outside them says nothing."""
    said = tuple(Sentence(span, Role.BODY) for span in document.sentences if span)
    quoted = quotations(document.text, [Block(span, Role.BODY) for span in document.paragraphs])
    called = [i for sentence in said for i in institutions(document.text, sentence.span)]
    grouped = groups(document.text, document.names, called)
    place = Aligned(document)
    chain_of = {id(g): _chain(g, place) for g in grouped}
    nameless: dict[str, Known] = {}
    out: list[Case] = []

    def judge(pronoun: Pronoun, choices: Sequence[Choice]) -> Judgement:
        given = place.given(Mention(pronoun.place.span, MentionKind.PRONOUN))
        if given is None:
            if complete:
                out.append(_case(pronoun, choices, frozenset((len(choices) - 1,)), counts))
            return Judgement(None, False)
        mine = [chain_of.get(id(c.known.group)) == given.chain if c.known else False for c in choices]
        right = frozenset(at for at, hit in enumerate(mine) if hit) or frozenset((len(choices) - 1,))
        out.append(_case(pronoun, choices, right, counts))
        if any(mine):
            return Judgement(choices[min(right)].known, True)
        if GENDERS[pronoun.low] == "thing":
            return Judgement(None, False)
        if given.chain not in nameless:
            nameless[given.chain] = Known(Group(NameType.PERSON), gender=GENDERS[pronoun.low])
            chain_of[id(nameless[given.chain].group)] = given.chain
        return Judgement(nameless[given.chain], True)

    resolve(document.text, said, quoted, grouped, judge)
    return out


def _case(pronoun: Pronoun, choices: Sequence[Choice], right: frozenset[int], counts: float) -> Case:
    return Case(group_of(pronoun), tuple(c.facts for c in choices), right, counts)


def _chain(group: Group, place: Aligned) -> str | None:
    chains = Counter(g.chain for span in group.spans if (g := place.given(Mention(span, MentionKind.NAME))))
    return max(chains, key=lambda c: (chains[c], c)) if chains else None


def fitted(data: Sequence[Case]) -> dict[str, float]:
    """The weight of each fact."""
    often = Counter(fact for case in data for facts in case.choices for fact in facts)
    index = {fact: at for at, fact in enumerate(sorted(f for f, n in often.items() if n >= SEEN_OFTEN))}
    rows, starts = _rows(data, index)
    right = np.concatenate([[float(at in case.right) for at in range(len(case.choices))] for case in data])
    counts = np.repeat([case.counts for case in data], [len(case.choices) for case in data])
    weights = np.zeros(len(index))
    step, momentum, square = 0.1, np.zeros(len(index)), np.zeros(len(index))
    for turn in range(1, 401):
        likely, hoped = _shares(rows @ weights, starts), _shares(rows @ weights + np.where(right > 0, 0.0, -1e9), starts)
        slope = rows.T @ ((likely - hoped) * counts) + STRENGTH * weights
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= step * (momentum / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-9)
    return {fact: float(weights[at]) for fact, at in index.items()}


def _rows(data: Sequence[Case], index: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    lengths = [len(case.choices) for case in data]
    rows = np.zeros((sum(lengths), len(index)))
    at = 0
    for case in data:
        for facts in case.choices:
            rows[at, [index[f] for f in facts if f in index]] = 1.0
            at += 1
    return rows, np.concatenate([[0], np.cumsum(lengths)[:-1]])


def _shares(sums: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Of each case's choices, how likely each is."""
    lengths = np.diff(np.append(starts, len(sums)))
    sums = np.exp(sums - np.repeat(np.maximum.reduceat(sums, starts), lengths))
    return sums / np.repeat(np.add.reduceat(sums, starts), lengths)


def margins(data: Sequence[Case], weights: dict[str, int]) -> Iterator[str]:
    """Precision and recall by margin, of choices that are a party."""
    for margin in range(0, 31, 3):
        right = found = gold = 0
        for case in data:
            sums = [sum(weights.get(f, 0) for f in facts) for facts in case.choices]
            ranked = sorted(range(len(sums)), key=lambda at: (-sums[at], at))
            gold += len(sums) - 1 not in case.right
            if ranked[0] != len(sums) - 1 and sums[ranked[0]] - sums[ranked[1]] >= margin:
                found += 1
                right += ranked[0] in case.right
        yield f"margin {margin / 10:.1f}  P {right / max(1, found):.3f}  R {right / max(1, gold):.3f}  ({found} of {gold})"


def main(argv: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=DATA)
    asked.add_argument("--quoted-margin", type=int, default=12, help="the margin within quotation marks, where speakers change")
    asked.add_argument("--margins", action="store_true", help="show precision and recall by margin on what was held back")
    given = asked.parse_args(argv)
    documents = list(gum(given.data / "names" / "gum.jsonl.gz"))
    news = given.data / "polnear"
    learn = [c for d in documents if not held_back(d) for c in cases(d, 1.0, True)]
    learn += [c for d in polnear(news / "train.jsonl.gz", news / "train.corenlp.jsonl.gz") for c in cases(d, SILVER, False)]
    kept: dict[str, list[Case]] = {"GUM held back": [c for d in documents if held_back(d) for c in cases(d, 1.0, True)]}
    kept["PolNeAR dev"] = [c for d in polnear(news / "dev.jsonl.gz", news / "dev.corenlp.jsonl.gz") for c in cases(d, 1.0, False)]
    by_table: defaultdict[str, list[Case]] = defaultdict(list)
    for case in learn:
        by_table[case.table].append(case)
    for table, data in sorted(by_table.items()):
        weights = {fact: round(10 * w) for fact, w in fitted(data).items()}
        print(f"\n[{table}]\nmargin = {MARGINS[table]}\nquoted_margin = {given.quoted_margin}")
        print("\n".join(f'"{fact}" = {w}' for fact, w in sorted(weights.items()) if w))
        for title, held in kept.items() if given.margins else ():
            print("\n".join(f"# {title}: {line}" for line in margins([c for c in held if c.table == table], weights)))


if __name__ == "__main__":
    main()
