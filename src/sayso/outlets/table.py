"""A table of outlets: read from TOML with every fault named, and asked by name and by domain."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sayso.errors import UsageError
from sayso.outlets.outlet import Outlet, OutletKind, name_key

FORM = 'A table an outlet: ["The Harbour Post"], with any of kind ("outlet", "wire", "transport"), family, aliases, domains.'
KEYS = ("kind", "family", "aliases", "domains")
DOMAIN = re.compile(r"(?=.{4,253}$)(?:[\w-]+\.)+[\w-]{2,}(?:/[@\w.-]+)?")


@dataclass(frozen=True, slots=True)
class Table:
    """Outlets in their order, no name and no domain claimed twice."""

    outlets: tuple[Outlet, ...]
    _names: Mapping[str, Outlet] = field(init=False, repr=False, compare=False)
    _domains: Mapping[str, Outlet] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = {name_key(name): outlet for outlet in self.outlets for name in (outlet.name, *outlet.aliases)}
        object.__setattr__(self, "_names", names)
        object.__setattr__(self, "_domains", {domain: outlet for outlet in self.outlets for domain in outlet.domains})

    def named(self, name: str) -> Outlet | None:
        """The outlet of that name or alias, whatever its case and article."""
        return self._names.get(name_key(name))

    def at_domain(self, host: str) -> Outlet | None:
        """The outlet that publishes at a host name or any parent domain of it."""
        parts = host.lower().removeprefix("www.").split(".")
        return next((o for i in range(len(parts) - 1) if (o := self._domains.get(".".join(parts[i:])))), None)

    def at_place(self, place: str) -> Outlet | None:
        """The outlet that has exactly this domain, or this place on a platform."""
        return self._domains.get(place)

    def extended(self, rows: Mapping[str, Mapping[str, object]]) -> Table:
        """The table with a user's rows, which win: what they say of an outlet stands for what the table says of its kind and
        family, what they claim is no one else's any more, and the names and domains that it had stay with it."""
        met = {name_key(outlet.name): outlet for outlet in self.outlets}
        own = [_over(met.get(name_key(name)), name, row) for name, row in rows.items()]
        names = {name_key(name) for outlet in own for name in (outlet.name, *outlet.aliases)}
        domains = {domain for outlet in own for domain in outlet.domains}
        rest = (_left(outlet, names, domains) for outlet in self.outlets if name_key(outlet.name) not in names)
        return Table((*rest, *own))


def rows_in(text: str, where: str) -> Mapping[str, Mapping[str, object]]:
    """The rows of a table in TOML. Raises `UsageError` with the place and the fault: `where` is the file's name."""
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise UsageError(f"{where}: is not a TOML file: {e}", FORM) from e
    for name, row in rows.items():
        if not isinstance(row, dict):
            raise UsageError(f"{where}: {name} stands outside of a table", FORM)
        for key, value in row.items():
            if fault := _fault(key, value):
                raise UsageError(f"{where}: [{name!r}] {key}: {fault}", FORM)
    _check_claims(rows, where)
    return rows


def outlets_of(rows: Mapping[str, Mapping[str, object]]) -> tuple[Outlet, ...]:
    """The outlets of rows that are sound, in their order."""
    return tuple(_over(None, name, row) for name, row in rows.items())


def _fault(key: str, value: object) -> str | None:
    if key not in KEYS:
        return f"there is no such key; there are {', '.join(KEYS)}"
    if key == "kind":
        return None if value in list(OutletKind) else f"must be one of {', '.join(OutletKind)}, and is {value!r}"
    if key == "family":
        return None if isinstance(value, str) else f"must be a text, and is {value!r}"
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        return f"must be a list of texts, and is {value!r}"
    odd = next((one for one in value if key == "domains" and not (DOMAIN.fullmatch(one) and one == one.lower())), None)
    return odd and f'must be domains in small letters, such as "example.org" or "medium.com/@name", and one is {odd!r}'


def _check_claims(rows: Mapping[str, Mapping[str, object]], where: str) -> None:
    """No name and no domain may stand for two outlets of one file."""
    claimed: dict[tuple[str, str], str] = {}
    for name, row in rows.items():
        claims = {("name", name_key(one)): one for one in (name, *_texts(row, "aliases"))}
        claims |= {("domain", one): one for one in _texts(row, "domains")}
        for claim, one in claims.items():
            if (first := claimed.setdefault(claim, name)) != name:
                fault = f"the {claim[0]} {one!r} is also that of [{first!r}]"
                raise UsageError(f"{where}: [{name!r}]: {fault}", "Take it from one of them.")


def _over(known: Outlet | None, name: str, row: Mapping[str, object]) -> Outlet:
    """The outlet of a row, over what is known of it."""
    known = known or Outlet(name)
    return Outlet(
        name,
        OutletKind(str(row.get("kind", known.kind))),
        str(row["family"]) or None if "family" in row else known.family,
        tuple(dict.fromkeys((*known.aliases, *_texts(row, "aliases")))),
        tuple(dict.fromkeys((*known.domains, *_texts(row, "domains")))),
    )


def _left(outlet: Outlet, names: Iterable[str], domains: Iterable[str]) -> Outlet:
    """The outlet without the aliases and domains that are another's now."""
    aliases = tuple(alias for alias in outlet.aliases if name_key(alias) not in names)
    return replace(outlet, aliases=aliases, domains=tuple(domain for domain in outlet.domains if domain not in domains))


def _texts(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key, ())
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
