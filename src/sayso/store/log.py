"""The log of decisions: appended to in a short transaction of its own, also while a run is going on."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete, select

from sayso.errors import UsageError
from sayso.findings import Decision, Standing
from sayso.store import keeping, schema, seals
from sayso.store.faults import told
from sayso.store.file import State, engine, must_be_file, no_case, state
from sayso.store.turns import turn

PATIENCE_S = 11.0
"""How long a decision waits to begin, and again to be synced while others read: with its turn never above half a minute."""

TURN_S = 7.0
"""How long it stands in line behind other decisions before it asks the database out of turn."""


def append(path: Path, decision: Decision, standing: Standing) -> bool:
    """Puts a decision behind all others, with how it stands until the next run. When this returns True, it is on the disk.

    False when the log has a decision of that id, which changes nothing. Raises `CaseBusy` when others hold the case for too long,
    and what `file.state` raises; the decision is then not in the log.
    """
    must_be_file(path)
    if not path.exists():
        raise no_case(path)
    with turn(path, TURN_S), told(path), engine(path, write=True, patience_s=PATIENCE_S).begin() as connection:
        if state(path, connection) is State.EMPTY:
            raise UsageError(f"{path}: the case is empty", "There is nothing in it to rule on. Run it first: sayso run PATH")
        table = schema.decision
        if connection.execute(select(table.c.id).where(table.c.id == decision.id)).first() is not None:
            return False
        keeping.add(connection, Decision, (decision,))
        connection.execute(delete(schema.standing).where(schema.standing.c.decision == decision.id))
        keeping.add(connection, Standing, (standing,))
        seals.seal(connection, (Decision, Standing))
    return True
