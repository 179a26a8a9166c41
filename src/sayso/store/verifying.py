"""Whether a case is what was kept: the file, its rows, spans in their texts, what findings refer to, the log of decisions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, true

from sayso.documents import Document
from sayso.errors import CaseDamaged
from sayso.findings import Annotation, Attribution, Claim, Decision, Difference, Party, Standing, Story
from sayso.identity import identify
from sayso.stages import Found
from sayso.store import seals
from sayso.store.faults import told
from sayso.store.file import State, engine, must_be_file, no_case, state
from sayso.store.flaws import Flaw
from sayso.store.kinds import TABLES
from sayso.store.loading import loaded
from sayso.store.resliced import resliced

MOST = 100
"""Broken places of one sort that are told; a file that is torn has thousands."""


def flaws(case: Path) -> tuple[Flaw, ...]:
    """All that is wrong with the case, nothing when it is sound. Nothing is changed.

    Raises `UsageError` when there is no case, `CaseBusy` when it stays locked, and `Refused` for what is no case of this Sayso.
    """
    must_be_file(case)
    if not case.exists():
        raise no_case(case)
    try:
        with told(case), engine(case, write=False).connect() as connection:
            if state(case, connection) is State.EMPTY:
                return (Flaw("the file", "is empty: a run was stopped at its very start"),)
            return tuple(_flaws(connection))
    except CaseDamaged as e:
        return (Flaw("the file", str(e)),)


def _flaws(connection: Connection) -> Iterator[Flaw]:
    for (found,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})"):
        if found != "ok":
            yield Flaw("the file", str(found))
    for row in list(connection.exec_driver_sql("PRAGMA foreign_key_check"))[:MOST]:
        yield Flaw(str(row[0]), f"row {row[1]} speaks of a {row[2]} that is not there")
    for name in seals.broken(connection):
        yield Flaw(name, "is not as it was kept: something in it was changed or lost")
    unreadable = tuple(_unreadable(connection))
    yield from unreadable
    if not unreadable:
        yield from _beyond(connection)
        yield from _loose(connection)
        yield from _false_ids(connection)


def _unreadable(connection: Connection) -> Iterator[Flaw]:
    for kind, table in TABLES.items():
        try:
            loaded(connection, kind, true())
        except (TypeError, ValueError, LookupError, OSError, ArithmeticError) as e:
            yield Flaw(table.name, f"one of them cannot be read: {e}")


def _beyond(connection: Connection) -> Iterator[Flaw]:
    """Spans, however deep in a finding, that are not words of their texts."""
    return islice(resliced(Found({kind: loaded(connection, kind, true()) for kind in TABLES})), MOST)


def _loose(connection: Connection) -> Iterator[Flaw]:
    """Findings that speak of what is not there."""
    said = {a.id for a in loaded(connection, Attribution, true())}
    claims = loaded(connection, Claim, true())
    documents = {d.id for d in loaded(connection, Document, true())}
    for claim in claims:
        for account in claim.accounts:
            if account.attribution is not None and account.attribution not in said:
                yield Flaw(f"claim {claim.id}", f"an account of it rests on {account.attribution}, which is not there")
    known = {claim.id for claim in claims}
    for difference in loaded(connection, Difference, true()):
        if difference.claim not in known:
            yield Flaw(f"difference {difference.id}", f"it is on {difference.claim}, which is not there")
    for story in loaded(connection, Story, true()):
        for document in set(story.documents) - documents:
            yield Flaw(f"story {story.id}", f"it holds {document}, which is not there")
    local = {party.id for a in loaded(connection, Annotation, true()) for party in a.parties}
    for party in loaded(connection, Party, true()):
        for member in sorted(set(party.members) - local):
            yield Flaw(f"party {party.id}", f"it joins {member}, which is not there")


def _false_ids(connection: Connection) -> Iterator[Flaw]:
    """Decisions that are not what their ids were made of, and what is known of decisions that are not in the log."""
    log = loaded(connection, Decision, true())
    for d in log:
        if d.id != identify("n", d.when, d.who, d.what, d.target, d.value, d.reason, d.undoes):
            yield Flaw(f"decision {d.id}", "is not what was decided: its id is that of other words")
        if d.undoes is not None and d.undoes not in {other.id for other in log}:
            yield Flaw(f"decision {d.id}", f"undoes {d.undoes}, which is not in the log")
    for standing in loaded(connection, Standing, true()):
        if standing.decision not in {d.id for d in log}:
            yield Flaw("standing", f"of {standing.decision}, which is not in the log")
