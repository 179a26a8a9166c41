"""Claims × outlets: for every claim, what each outlet does with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from sayso.findings import Account, Claim, Difference, DifferenceKind, Event, Silences
from sayso.web import wording
from sayso.web.contexts.claim import sign, word
from sayso.web.contexts.shelf import Shelf, Source
from sayso.web.contexts.silence import silence_shown

VALUED = frozenset({DifferenceKind.NUMBER, DifferenceKind.DATE, DifferenceKind.NAME, DifferenceKind.PLACE})
"""Kinds of difference whose values are short enough to stand in a cell."""

ORDERS = {"": "most reports", "origins": "most origins", "parted": "where they part", "first": "first seen"}
"""The orders of the claims, by what the address calls them."""


@dataclass(frozen=True, slots=True)
class Column:
    """An outlet with its reports; a report that does not say whose it is has a column of its own. `unread` is whether nobody looked
    through all of them: such an outlet is not silent.
    """

    name: str
    named: bool
    note: str
    documents: tuple[str, ...]
    unread: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One account in a cell: the word and sign of its stance, the value where accounts part, the way to its sentence."""

    word: str
    sign: str
    value: str | None
    href: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet does with one claim; no entries where it is silent, or where not all of it was read."""

    outlet: str
    entries: tuple[Entry, ...]
    unread: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A claim; `matters` and `fits` count its differences in words: those to look at, and those that are compatible. `silence`
    says who gives it alone and how many say nothing of it.
    """

    id: str
    href: str
    text: str
    language: str
    reports: int
    origins: str
    status: str
    silence: str
    matters: tuple[str, ...]
    fits: tuple[str, ...]
    cells: tuple[Cell, ...]
    rejected: bool


def columns(sources: Sequence[Source], unread: Set[str] = frozenset()) -> tuple[Column, ...]:
    """In the order of the reports, those of one outlet together; `unread` are the documents that were not read throughout."""
    together: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        together.setdefault((source.outlet, "" if source.named else source.document), []).append(source)
    return tuple(
        Column(
            name=group[0].outlet if group[0].named else "Outlet not stated",
            named=group[0].named,
            note=_note(group),
            documents=tuple(s.document for s in group),
            unread=any(s.document in unread for s in group),
        )
        for group in together.values()
    )


def reports_of(claim: Claim) -> int:
    return len({account.document for account in claim.accounts})


def documents_of(one: Claim | Difference | Event) -> Iterable[str]:
    """The reports that a page quotes to show it."""
    match one:
        case Claim():
            return (account.document for account in one.accounts)
        case Difference():
            return (side.document for side in one.sides)
        case Event():
            return (one.document,)


def ordered(
    claims: Sequence[Claim], differences: Sequence[Difference], documents: Sequence[str], order: str
) -> tuple[Claim, ...]:
    """The claims in one of `ORDERS`; what is equal in it stands by the number of reports, then by where they part.

    `documents` are the reports in the order of publication.
    """
    parted = Counter(d.claim for d in differences if d.verdict in wording.MATTERS)
    fitting = Counter(d.claim for d in differences if d.verdict not in wording.MATTERS)
    turn = {document: i for i, document in enumerate(documents)}

    def weight(claim: Claim) -> tuple[int, ...]:
        usual = (-reports_of(claim), -parted[claim.id], -fitting[claim.id])
        first = {
            "": (),
            "origins": (-claim.origins.count,),
            "parted": (-parted[claim.id],),
            "first": (min((turn.get(account.document, len(turn)) for account in claim.accounts), default=len(turn)),),
        }[order]
        return (*first, *usual)

    return tuple(sorted(claims, key=weight))


def rows(
    shelf: Shelf, claims: Sequence[Claim], differences: Sequence[Difference], heads: Sequence[Column], silences: Silences
) -> tuple[Row, ...]:
    """A row for each claim, in their order."""
    parted: dict[str, list[Difference]] = {}
    for difference in differences:
        parted.setdefault(difference.claim, []).append(difference)
    return tuple(_row(shelf, claim, parted.get(claim.id, []), heads, silences) for claim in claims)


def _note(group: Sequence[Source]) -> str:
    if not group[0].named:
        return group[0].title
    return group[0].published if len(group) == 1 else wording.count(len(group), "report")


def _row(
    shelf: Shelf, claim: Claim, differences: Sequence[Difference], heads: Sequence[Column], silences: Silences
) -> Row:
    return Row(
        id=claim.id,
        href=f"/claims/{claim.id}",
        text=claim.text,
        language=shelf.source(claim.accounts[0].document).language if claim.accounts else "und",
        reports=reports_of(claim),
        origins=wording.origins(claim.origins),
        status=claim.origins.status.value,
        silence=silence_shown(shelf, claim, silences).words,
        matters=wording.differences([d for d in differences if d.verdict in wording.MATTERS]),
        fits=wording.differences([d for d in differences if d.verdict not in wording.MATTERS]),
        cells=tuple(_cell(shelf, claim, differences, head) for head in heads),
        rejected=shelf.ruled.is_rejected(claim.id),
    )


def _cell(shelf: Shelf, claim: Claim, differences: Sequence[Difference], head: Column) -> Cell:
    entries = (_entry(shelf, a, differences) for a in claim.accounts if a.document in head.documents)
    return Cell(head.name, tuple(dict.fromkeys(entries)), head.unread)


def _entry(shelf: Shelf, account: Account, differences: Sequence[Difference]) -> Entry:
    values = {
        side.value: None
        for difference in differences
        if difference.kind in VALUED
        for side in difference.sides
        if side.document == account.document and (side.span.overlaps(account.span) or account.span.contains(side.span))
    }
    return Entry(word(account), sign(account), ", ".join(values) or None, shelf.href(account.document, account.span))
