"""The table that a run works with: ours, or ours with a user's rows. The order of the stages sets it once, before they begin."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from sayso.errors import UsageError
from sayso.outlets.outlet import Outlet
from sayso.outlets.table import FORM, Table, outlets_of, rows_in

T = TypeVar("T", bound=Callable[..., object])

_remembered: list[Callable[[], None]] = []
_chosen: list[Table] = []


@cache
def ours() -> Table:
    """The table that comes with Sayso."""
    return Table(outlets_of(rows_in(files("sayso.outlets").joinpath("outlets.toml").read_text("utf8"), "outlets.toml")))


def with_own(path: Path) -> Table:
    """Our table with the rows of a user's file, which win. Raises `UsageError` naming the file, the table and the key at fault."""
    try:
        text = path.read_text("utf8")
    except OSError as e:
        raise UsageError(f"{path}: cannot be read: {e.strerror}", "Give --outlets a file that exists.") from e
    except UnicodeDecodeError as e:
        raise UsageError(f"{path}: is not a TOML file: {e}", FORM) from e
    return ours().extended(rows_in(text, str(path)))


def use(table: Table | None = None) -> None:
    """From now on this table is asked, ours without one; what was made of another is made anew."""
    if (table or ours()) != in_use():
        _chosen[:] = [table or ours()]
        for forget in _remembered:
            forget()


def in_use() -> Table:
    return _chosen[0] if _chosen else ours()


def remembered(make: T) -> T:
    """As `functools.cache`, for what is made of the table: made anew when another one is used."""
    kept = cache(make)
    _remembered.append(kept.cache_clear)
    return kept  # type: ignore[return-value]


def known() -> tuple[Outlet, ...]:
    """All outlets of the table, in its order."""
    return in_use().outlets


def named(name: str) -> Outlet | None:
    """The known outlet of that name or alias, whatever its case and article; None when it is not in the table."""
    return in_use().named(name)


def at_domain(host: str) -> Outlet | None:
    """The known outlet that publishes at a host name or any parent domain of it; None when it is not in the table."""
    return in_use().at_domain(host)
