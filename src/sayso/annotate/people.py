"""Which names of a document are one person: full names that agree, and the surname or given name that stands for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.annotate.aliases import honoured, person_words, same_person, short_given_names
from sayso.annotate.bearers import gender_of
from sayso.annotate.group import Group, joined, shown
from sayso.annotate.lexicon import listed
from sayso.nicknames import same_given


def people(text: str, found: list[Group]) -> list[Group]:
    """Groups of persons' names with those that are one person made one."""
    full = [g for g in found if len(person_words(shown(g))) > 1]
    single = [g for g in found if len(person_words(shown(g))) == 1]
    persons = joined(full, _full_names, _same_full_name)
    bearers: dict[str, list[Group]] = {}
    for group in persons:
        for word in sorted({word for form in group.forms for word in person_words(form)}):
            bearers.setdefault(word, []).append(group)
            for other in sorted(short_given_names(word)):
                bearers.setdefault(other, []).append(group)
    for group in single:
        gender = gender_of(text, group)
        namesakes = bearers.get(person_words(shown(group))[0], ())
        owner, why = _owner([g for g in namesakes if gender in (None, gender_of(text, g) or gender)], group)
        if owner:
            owner.take(group, why)
        else:
            persons.append(group)
    return persons


def _same_full_name(a: Group, b: Group) -> str | None:
    same = all(
        same_person(person_words(x), person_words(y)) or person_words(x) == person_words(y) for x in a.forms for y in b.forms
    )
    return f"{shown(b)}: the same first and last name as {shown(a)}" if same else None


def _owner(persons: Sequence[Group], group: Group) -> tuple[Group | None, str]:
    """Whose name a single word is: a surname goes to the first so called, a given name only to the one who bears it."""
    word = person_words(shown(group))[0]
    by_surname = [g for g in persons if any(_surname(person_words(form)) == word for form in g.forms)]
    by_given = [g for g in persons if any(same_given(person_words(form)[0], word) for form in g.forms)]
    if by_surname and not (honoured(shown(group)) and by_given):
        owner = min(by_surname, key=lambda g: g.first)
        why = f"{shown(group)}: surname of {shown(owner)}"
        return owner, why if len(by_surname) == 1 else f"{why}, the first of that name here"
    if len(by_given) == 1:
        return by_given[0], f"{shown(group)}: given name of {shown(by_given[0])}"
    within = [g for g in persons if any(word in person_words(form) for form in g.forms)]
    if len(within) == 1:
        return within[0], f"{shown(group)}: part of the name {shown(within[0])}"
    return None, ""


def _surname(words: Sequence[str]) -> str:
    return words[0] if len(words) == 2 and words[0].capitalize() in listed("surnames_first") else words[-1]


def _full_names(group: Group) -> Iterator[str]:
    for form in group.forms:
        words = person_words(form)
        yield from (words[0], words[-1])
