"""What a person said belongs together or apart, put on top of the groups that were found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sayso.findings.claims import Place
from sayso.findings.decisions import About, Ruling, What

Groups = list[list[int]]
"""Places 0…n-1, each in exactly one group, each group sorted, the groups in order of their first members."""


def about(rulings: Iterable[Ruling], thing: About, *what: What) -> tuple[Ruling, ...]:
    """Those rulings that are about one kind of thing and do one of these."""
    return tuple(ruling for ruling in rulings if ruling.about is thing and ruling.what in what)


def regrouped(groups: Sequence[Sequence[int]], rulings: Sequence[Ruling], members: Callable[[Place], Iterable[int]]) -> Groups:
    """The groups as people ruled them, one ruling after the other: merged where they said that two are one, split where not.

    `members` gives the places 0…n-1 that lie where a ruling points.
    """
    out = [set(group) for group in groups]
    for ruling in rulings:
        named = {i for place in ruling.places for i in members(place)}
        if ruling.what is What.MERGE:
            out = _merged(out, named)
        elif ruling.what is What.SPLIT:
            staying = {i for place in ruling.others for i in members(place)}
            out = _split(out, named - staying, staying)
    return sorted(sorted(group) for group in out if group)


def _merged(groups: list[set[int]], named: set[int]) -> list[set[int]]:
    touched = [group for group in groups if group & named]
    if len(touched) < 2:
        return groups
    return [group for group in groups if not group & named] + [set().union(*touched)]


def _split(groups: list[set[int]], leaving: set[int], staying: set[int]) -> list[set[int]]:
    """What leaves a group in which something stays that was to stay becomes a group of its own."""
    out = []
    for group in groups:
        gone = group & leaving
        if gone and group & staying:
            out += [group - gone, gone]
        else:
            out.append(group)
    return out
