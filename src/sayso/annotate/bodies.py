"""Which names of a document are one organisation or place: names that a table knows, acronyms, short forms."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.aliases import abbreviates, initials, letters_of, shortened, table_name, words_of
from sayso.annotate.group import Group, joined, shown
from sayso.findings import NameType


def bodies(text: str, found: list[Group]) -> list[Group]:
    """Groups of other names than persons' with those that are one party made one."""
    found = joined(found, _table_names, _one_in_table)
    found = joined(found, lambda g: _brackets(text, g), lambda a, b: _defined(text, a, b))
    found = joined(found, _initials, _acronym)
    return _short_forms(found)


def _table_names(group: Group) -> list[str]:
    return [*(name for form in group.forms if (name := table_name(form))), *(" ".join(words_of(form)) for form in group.forms)]


def _brackets(text: str, group: Group) -> Iterator[str]:
    """Where a name ends, and where the name ends that one in brackets would explain."""
    for span in group.spans:
        yield str(span.end)
        if text[span.end : span.end + 1] == ")":
            yield from (str(span.start - len(joint)) for joint in DEFINING)


def _initials(group: Group) -> Iterator[str]:
    for form in group.forms:
        yield from initials(form) if " " in form else letters_of(form)


def _one_in_table(a: Group, b: Group) -> str | None:
    if {words_of(form) for form in a.forms} & {words_of(form) for form in b.forms}:
        return f"{shown(b)}: {shown(a)} written otherwise"
    mine = {name for form in a.forms if (name := table_name(form))}
    for form in (*b.forms, *a.forms):
        if (name := table_name(form)) in mine and form != name:
            return f"{form} is {name}"
    return None


def _defined(text: str, a: Group, b: Group) -> str | None:
    """ "Ministry of State Security (MSS)": one stands in brackets behind the other and is short for it."""
    for longer, shorter in ((a, b), (b, a)):
        ends = {span.end: span for span in longer.spans}
        for span in shorter.spans:
            if text[span.end : span.end + 1] != ")":
                continue
            for joint in DEFINING:
                before = ends.get(span.start - len(joint))
                if before and text[before.end : span.start] == joint and _shortens(span.of(text), before.of(text)):
                    return f"“{before.of(text)} ({span.of(text)})”"
    return None


DEFINING = (" (", "’s (", "'s (", " (the ")


def _shortens(short: str, long: str) -> bool:
    letters = [c for c in short.lower() if c.isalpha()]
    rest = iter(long.lower())
    return short.upper() == short and len(letters) > 1 and all(c in rest for c in letters)


def _acronym(a: Group, b: Group) -> str | None:
    for x, y in ((a, b), (b, a)):
        for short in x.forms:
            for long in y.forms:
                if " " in long and abbreviates(short, long):
                    return f"{short}: initials of {long}"
    return None


def _short_forms(found: list[Group]) -> list[Group]:
    """A short form joins the one organisation that it can be short for; where there are two, it stays alone."""
    longer: dict[tuple[str, ...], dict[int, Group]] = {}
    for group in found:
        if group.type is NameType.ORGANIZATION:
            for form in group.forms:
                for short in shortened(words_of(form)):
                    longer.setdefault(short, {})[id(group)] = group
    gone: dict[int, Group] = {}
    for group in found:
        if group.type is not NameType.ORGANIZATION:
            continue
        candidates = {key: g for form in group.forms for key, g in longer.get(words_of(form), {}).items() if g is not group}
        if len(candidates) == 1:
            owner = next(iter(candidates.values()))
            while id(owner) in gone:
                owner = gone[id(owner)]
            if owner is not group:
                owner.take(group, f"{shown(group)}: short for {shown(owner)}")
                gone[id(group)] = owner
    return [group for group in found if id(group) not in gone]
