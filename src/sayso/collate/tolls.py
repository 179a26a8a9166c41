"""Tolls: how many people an account says were killed, hurt, held, missing, read from the words beside its numbers.

A toll is told in other words by everybody ("49 had died", "killed about 70", "at least 80 dead"), so that the likeness of two
sentences shows little of what they share: what befell whom. This is the frame beside it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import dropwhile, takewhile

from sayso.collate.figures import head
from sayso.collate.wording import stem
from sayso.findings import Quantity
from sayso.folding import Word

BEFORE = 3
"""Words before a number among which what befell those it counts is looked for: "killed as many as 40"."""

AFTER = 6
"""Words after it: "40 people in the town were killed"."""

ANYONE = "anyone"
"""The group of people of whom nothing is said but that they are people."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of those to whom something was done: `fate` by its name in `tolls.toml`, `group` the stem of the noun counted, or
    `anyone` where it says no more than that they are people.
    """

    fate: str
    group: str
    count: Quantity


@dataclass(frozen=True, slots=True)
class _Fates:
    """`tolls.toml`: the fate that a word beside a number tells, and that a counted noun is; verbs by forms, nouns by stems."""

    of_word: Mapping[str, str]
    of_thing: Mapping[str, str]
    anyone: frozenset[str]
    nobody: frozenset[str]
    part: frozenset[str]
    bars: frozenset[str]


def tolls(said: Sequence[Word], counts: Sequence[Quantity]) -> tuple[Toll, ...]:
    """The tolls among the numbers of a stretch of text, in their order; `said` are its words, in order.

    A number of some of those who are counted is none: "including 11 children", "and three others".
    """
    read = [q for q in counts if said and q.span.end <= said[-1].span.end]
    people = (q for q in read if q.unit is None and head(q) not in _fates().nobody)
    found = ((q, _fate(_Beside(said, q, read))) for q in people)
    return tuple(Toll(fate, _group(q), q) for q, fate in found if fate is not None)


class _Beside:
    """The words beside a number, none of them beyond the next number."""

    def __init__(self, said: Sequence[Word], q: Quantity, counts: Sequence[Quantity]) -> None:
        others = [other.span for other in counts if other is not q and not other.span.overlaps(q.span)]
        self.count = q
        self.within = [w.text for w in said if w.span.overlaps(q.span)]
        before = [w for w in said if w.span.end <= q.span.start][::-1]
        after = [w for w in said if w.span.start >= q.span.end]
        self.all_after = [w.text for w in after]
        self.before, self.after = (
            [w.text for w in takewhile(lambda w: not any(other.overlaps(w.span) for other in others), near)]
            for near in (before[:BEFORE], after[:AFTER])
        )


def _fate(beside: _Beside) -> str | None:
    """What befell those whom the number counts: the noun itself, the word just behind it, a verb before it, one further behind."""
    fates = _fates()
    if not fates.part.isdisjoint((*beside.before[:2], *beside.within, *beside.after[: _reach(beside)])):
        return None
    if thing := fates.of_thing.get(head(beside.count)):
        return thing
    before = takewhile(lambda word: word not in fates.bars, beside.before)
    told = map(fates.of_word.get, (*beside.after[:1], *before, *beside.after, *_behind_list(beside)))
    return next((fate for fate in told if fate), None)


def _reach(beside: _Beside) -> int:
    """How many words behind a number may show it to be a part: none where a list follows what is the whole ("14, including …")."""
    return 0 if beside.after[:1] in (["including"], ["among"]) else 2


def _behind_list(beside: _Beside) -> Sequence[str]:
    """The words behind the auxiliary that a list of who was among them keeps away: "Six people, including …, were injured"."""
    if "including" not in beside.all_after[:2]:
        return ()
    behind = list(dropwhile(lambda word: word not in ("was", "were"), beside.all_after))
    return behind[1:3]


def _group(q: Quantity) -> str:
    noun = head(q)
    return noun if noun and noun not in _fates().anyone and noun not in _fates().of_thing else ANYONE


@cache
def _fates() -> _Fates:
    table = tomllib.loads(files("sayso.collate").joinpath("tolls.toml").read_text("utf8"))
    fates = {name: listed for name, listed in table.items() if isinstance(listed, dict)}
    return _Fates(
        {word: name for name, listed in fates.items() for word in listed["words"].split()},
        {stem(thing): name for name, listed in fates.items() for thing in listed["things"].split()},
        frozenset(map(stem, table["anyone"].split())),
        frozenset(map(stem, table["nobody"].split())),
        frozenset(table["part"].split()),
        frozenset(table["bars"].split()),
    )
