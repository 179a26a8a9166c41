"""What a person said belongs together or apart, put on top of the groups that were found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sayso.findings.annotations import LocalParty
from sayso.findings.claims import Place
from sayso.findings.decisions import About, Ruling, What
from sayso.findings.pointing import KINDS, Lying, meet
from sayso.identity import identify
from sayso.spans import Span

Groups = list[list[int]]
"""Places 0…n-1, each in exactly one group, each group sorted, the groups in order of their first members."""


def about(rulings: Iterable[Ruling], thing: About, *what: What) -> tuple[Ruling, ...]:
    """Those rulings that are about one kind of thing and do one of these."""
    return tuple(ruling for ruling in rulings if ruling.about is thing and ruling.what in what)


def on_each(found: Sequence[object], rulings: Sequence[Ruling], *what: What) -> Mapping[str, Ruling]:
    """The latest ruling that does one of these on each of the findings, all of one kind, by their ids."""
    ours = about(rulings, KINDS[type(found[0])][0], *what) if found and rulings else ()
    if not ours:
        return {}
    lying = Lying(found)
    out: dict[str, Ruling] = {}
    for ruling in ours:
        key, _ = lying.best(ruling.about, ruling.name, ruling.places)
        if key is not None:
            out[key] = ruling
    return out


def of_documents(rulings: Iterable[Ruling]) -> Mapping[str, tuple[Ruling, ...]]:
    """The rulings by the documents that they point into, in the log's order."""
    out: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        for document in dict.fromkeys(place.document for place in (*ruling.places, *ruling.others)):
            out.setdefault(document, []).append(ruling)
    return {document: tuple(found) for document, found in out.items()}


def called(party: LocalParty, name: str) -> bool:
    """Whether a local party bears that name, whatever its case."""
    return name.casefold() in {written.casefold() for written in (party.name, *party.aliases)}


def speaker_id(document: str, name: str) -> str:
    """The id of the local party whom a person named as a speaker, where the document has none of that name."""
    return identify("p", document, "ruled", name)


def rejections(found: Sequence[object], rulings: Sequence[Ruling]) -> Mapping[str, str]:
    """Which of the findings, all of one kind, a person has rejected, by id, with the line that says so."""
    answers = on_each(found, rulings, What.ACCEPT, What.REJECT)
    return {key: f"rejected: {ruling.because}" for key, ruling in answers.items() if ruling.what is What.REJECT}


def lying_at(members: Iterable[tuple[str, int, Sequence[Span]]]) -> Callable[[Place], Iterable[int]]:
    """What tells which members (a document, a number, and spans in it) lie at a place: those with the very span, else those that
    meet it. Bounds move a little between versions, but the parts of one sentence must not be taken for each other.
    """
    here: dict[str, list[tuple[Place, int]]] = {}
    for document, number, spans in members:
        here.setdefault(document, []).extend((Place(document, span), number) for span in spans)

    def lying(place: Place) -> Iterable[int]:
        near = here.get(place.document, ())
        return [i for other, i in near if other == place] or [i for other, i in near if meet(place, other)]

    return lying


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
