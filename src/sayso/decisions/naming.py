"""From what a person types to what it names: the ids that `sayso show --ids` and the export print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.decisions import targets
from sayso.documents import Document, Profile
from sayso.errors import UsageError
from sayso.findings import Lineage, Place
from sayso.findings.decisions import Decision, Target, What
from sayso.findings.pointing import KINDS, places_of
from sayso.spans import Span
from sayso.store.base import View

WHERE = "See the ids: sayso show CASE claims --ids (or documents, differences, stories), or the export."
STRETCH = re.compile(r"(.+):(\d+)-(\d+)", re.DOTALL)
"""A stretch of a document: its id, and the first and last place in its text."""


def found(view: View, name: str) -> object:
    """The finding or document of that id. Raises `UsageError` when the case has none."""
    one = _perhaps(view, name)
    if one is None:
        raise UsageError(f"{name}: there is nothing of that id in this case", WHERE)
    return one


def decided(view: View, name: str) -> Decision:
    """The decision of that id. Raises `UsageError` when the log has none."""
    one = view.get(Decision, name)
    if one is None:
        raise UsageError(f"{name}: there is no such decision in this case", "See them: sayso decisions CASE")
    return one


def target_of(view: View, what: What, names: Sequence[str]) -> tuple[Target, str | None]:
    """What a decision on what is so named points at, and the id of the finding that it is, None for an outlet.

    Raises `UsageError` when the case has none of it, or it does not go together.
    """
    if not names:
        raise UsageError(f"What is there to {what}?", WHERE)
    if what is What.UNDO:
        return targets.of_decision(decided(view, names[0])), None
    if what is What.MERGE:
        several = [found(view, name) for name in dict.fromkeys(names)]
        return targets.together(several, _documents(view, several)), names[0]
    if what is What.SPLIT:
        whole = found(view, names[0])
        leaving = [place for name in names[1:] for place in _parts(view, whole, name)]
        return targets.apart(whole, leaving, _documents(view, [whole])), names[0]
    if len(names) == 2:
        return _between(view, *names)
    if len(names) > 2:
        raise UsageError("That is more than one thing", "Rule on one after the other.")
    return _one(view, what, names[0])


def _one(view: View, what: What, name: str) -> tuple[Target, str | None]:
    if stretch := STRETCH.fullmatch(name):
        document, span = _stretch(view, stretch)
        return targets.block(document, span), document.id
    one = _perhaps(view, name)
    if one is None and what in (What.GRADE, What.NOTE) and any(p.outlet == name for p in view.all(Profile)):
        return targets.outlet(name), None
    if one is None and "+" in name:
        return _between(view, *name.split("+", 1))
    one = found(view, name)
    return targets.one(one, _documents(view, [one])), name


def _between(view: View, a: str, b: str) -> tuple[Target, str | None]:
    """What is said of two documents: who took from whom."""
    for name in (a, b):
        if view.get(Document, name) is None:
            raise UsageError(f"{name}: there is no such document in this case", "Name two documents by their ids, or one finding.")
    for kin in view.in_document(Lineage, a):
        if {kin.a, kin.b} == {a, b}:
            return targets.one(kin, _documents(view, [kin])), kin.id
    raise UsageError(f"{a}, {b}: nothing was found that these two share", "See what was: sayso export CASE -o DIR, passages.jsonl")


def _perhaps(view: View, name: str) -> object | None:
    kinds = (kind for kind in KINDS if kind is not Lineage)
    return next((one for kind in kinds if (one := view.get(kind, name)) is not None), None)


def _parts(view: View, whole: object, name: str) -> tuple[Place, ...]:
    """What is named of a whole: all that it has in a document, one stretch of it, or one attribution."""
    if stretch := STRETCH.fullmatch(name):
        document, span = _stretch(view, stretch)
        return (Place(document.id, span),)
    inside = places_of(whole) if type(whole) in KINDS else ()
    if any(place.document == name for place in inside):
        return tuple(place for place in inside if place.document == name)
    accounts = getattr(whole, "accounts", ())
    if given := tuple(Place(a.document, a.span) for a in accounts if name == a.attribution):
        return given
    raise UsageError(f"{name}: that is no part of it", "Name a document that it has, or a place as DOCUMENT:START-END.")


def _stretch(view: View, stretch: re.Match[str]) -> tuple[Document, Span]:
    document = view.get(Document, stretch[1])
    if document is None:
        raise UsageError(f"{stretch[1]}: there is no such document in this case", WHERE)
    start, end = int(stretch[2]), int(stretch[3])
    if not start < end <= len(document.text):
        raise UsageError(
            f"{stretch[0]}: there is no such place in the document", f"Its text goes from 0 to {len(document.text)}."
        )
    return document, Span(start, end)


def _documents(view: View, several: Sequence[object]) -> Mapping[str, Document]:
    keys = dict.fromkeys(place.document for one in several if type(one) in KINDS for place in places_of(one))
    return {key: document for key in keys if (document := view.get(Document, key)) is not None}
