"""Which field of a record is what: the mapping of a known export that fits best, and what a person says with --map."""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import UsageError
from sayso.read.base import Unusable

TARGETS = ("id", "title", "authors", "outlet", "url", "published", "modified", "language", "captured", "via", "text", "html")
"""What a field can be. `html` holds a page, to be read as one."""
SHOWN = 20
HOW = "Say which field is what: --map title=COLUMN --map text=COLUMN."


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field of a record is what, as one kind of export has it. `asked` are those that a person named."""

    name: str
    fields: Mapping[str, tuple[str, ...]]
    own: bool = False
    textless: str = ""
    telling: tuple[str, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)

    def of(self, target: str) -> tuple[str, ...]:
        """The fields that may hold a value, the likeliest first. What a person named is not second-guessed."""
        if target in self.asked:
            return (self.asked[target],)
        if target in ("text", "html") and ("text" in self.asked or "html" in self.asked):
            return ()
        return self.fields.get(target, ())

    def known(self, names: Collection[str]) -> set[str]:
        """Those of the names that it knows."""
        return _among(names, [*self.telling, *(path for target in TARGETS for path in self.of(target))])

    def told_by(self, names: Collection[str]) -> bool:
        """False where the names could as well be those of anybody's own table."""
        return self.own or bool(_among(names, self.telling))

    def has_texts(self, names: Collection[str]) -> bool:
        return bool(_among(names, (*self.of("text"), *self.of("html"))))

    def because(self, target: str, path: str) -> tuple[str, ...]:
        """Where a value was found, for a reader; nothing for Sayso's own fields, which are called what they are."""
        if target in self.asked:
            return (f"{target}: {path}, as --map says",)
        return () if self.own else (f"{target}: {path}, as {self.name} exports it",)


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(files("sayso.read.records").joinpath("mappings.toml").read_text("utf8"))


@cache
def exports() -> tuple[Columns, ...]:
    """The mappings of all known exports, Sayso's own first."""
    return tuple(
        Columns(
            row["name"],
            {target: tuple(row[target]) for target in TARGETS if target in row},
            row.get("own", False),
            row.get("textless", ""),
            tuple(row.get("telling", ())),
        )
        for row in table()["mapping"]
    )


def likeliest(names: Collection[str]) -> Columns:
    """The export that has most of its fields among the names. No other takes a file with texts that are called as ours are."""
    ours = exports()[0]
    told = [export for export in exports() if export.told_by(names) and (export.has_texts(names) or not ours.has_texts(names))]
    return max(told or [ours], key=lambda export: len(export.known(names)))


def asked(columns: str) -> dict[str, str]:
    """What a person maps: "title=headline 'text=Full text'". Raises `UsageError` for what is no mapping."""
    try:
        parts = shlex.split(columns)
    except ValueError as e:
        raise UsageError(f"The mapping of columns has an open quotation mark: {columns}", HOW) from e
    found: dict[str, str] = {}
    for part in parts:
        target, _, path = part.partition("=")
        if target not in TARGETS:
            raise UsageError(f"'{part}' maps to nothing that a record can have", f"These can be mapped: {', '.join(TARGETS)}.")
        if not path:
            raise UsageError(f"'{part}' does not say which column the {target} is in", HOW)
        if found.setdefault(target, path) != path:
            raise UsageError(f"The {target} is mapped twice, to '{found[target]}' and '{path}'", "Name one column for it.")
    return found


def chosen(names: Sequence[str], columns: str, unit: str = "column") -> Columns:
    """The mapping for a file with these fields, each called as the file calls it.

    Raises `Unusable` when a person named a field that is not there, or when none is known, or none that could hold a text.
    """
    try:
        wanted = asked(columns)
    except UsageError as e:
        raise Unusable(f"cannot be read: {e}. {e.hint}") from e
    for target, path in wanted.items():
        if path.casefold() not in {name.casefold() for name in names}:
            raise Unusable(f"has no {unit} “{path}”, which --map {target}={path} names. It has {listed(names)}.")
    columns_ = replace(likeliest(names), asked=wanted)
    if names:
        _must_be_of_use(columns_, names, unit)
    return _as_called(columns_, names)


def _must_be_of_use(columns: Columns, names: Sequence[str], unit: str) -> None:
    known = columns.known(names)
    if not known:
        raise Unusable(f"has no {unit} that Sayso knows. It has {listed(names)}. {HOW}")
    if not columns.textless and not columns.has_texts(names):
        left = [name for name in names if name not in known]
        if left:
            raise Unusable(f"has no {unit} that is known to hold a text. Perhaps one of these does: {listed(left)}. {HOW}")


def _among(names: Iterable[str], wanted: Iterable[str]) -> set[str]:
    known = {name.casefold() for name in wanted}
    return {name for name in names if name.casefold() in known}


def _as_called(columns: Columns, names: Iterable[str]) -> Columns:
    names = tuple(names)
    called = {name.casefold(): name for name in names} | {name: name for name in names}

    def there(path: str) -> str:
        return called.get(path) or called.get(path.casefold(), path)

    return replace(
        columns,
        fields={target: tuple(there(path) for path in paths) for target, paths in columns.fields.items()},
        asked={target: there(path) for target, path in columns.asked.items()},
    )


def listed(names: Sequence[str]) -> str:
    """Names of fields for a reader: "headline, body and 12 more"."""
    shown = ", ".join(f"{name[:60]}" for name in names[:SHOWN])
    return f"{shown} and {len(names) - SHOWN:,} more" if len(names) > SHOWN else shown
