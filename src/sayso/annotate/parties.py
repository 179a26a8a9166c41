"""Parties of one document: names that belong together, each group with everything that points at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.annotate.aliases import (
    abbreviates,
    honoured,
    initials,
    letters_of,
    person_words,
    same_given,
    same_person,
    short_given_names,
    shortened,
    table_name,
    words_of,
)
from sayso.annotate.bearers import gender_of
from sayso.annotate.group import Group, shown
from sayso.annotate.institutions import Institution
from sayso.annotate.lexicon import listed
from sayso.findings import LocalParty, Mention, MentionKind, Name, NameType
from sayso.identity import identify
from sayso.spans import Span


def groups(text: str, names: Sequence[Name], called: Sequence[Institution] = ()) -> list[Group]:
    """The names of a document, and institutions called by a common noun, in groups that are one party each, by first mention."""
    alone: dict[tuple[NameType, str], Group] = {}
    owned = _institutions(text, names, called, alone)
    for name in names:
        if name.span in owned:
            continue
        words = " ".join(name.span.of(text).split())
        group = alone.setdefault((name.type, words), Group(name.type))
        group.forms[words] += 1
        group.spans.append(name.span)
    found = list(alone.values())
    people = _people(text, [g for g in found if g.type is NameType.PERSON])
    others = [g for g in found if g.type is not NameType.PERSON]
    others = _joined(others, _table_names, _one_in_table)
    others = _joined(others, lambda g: _brackets(text, g), lambda a, b: _defined(text, a, b))
    others = _joined(others, _initials, _acronym)
    others = _short_forms(others)
    return sorted((*people, *others), key=lambda g: (g.first, shown(g)))


def _institutions(
    text: str, names: Sequence[Name], called: Sequence[Institution], alone: dict[tuple[NameType, str], Group]
) -> frozenset[Span]:
    """Makes a group for each institution, and gives it the names that its mentions hold: "Foreign Ministry" in "Russia's Foreign
    Ministry". Gives back the spans of those names.
    """
    owned = set()
    by_end = {name.span.end: name for name in names if name.type is NameType.ORGANIZATION}
    for institution in called:
        name = by_end.get(institution.span.end)
        inside = name is not None and institution.span.contains(name.span)
        if name is not None and not inside and name.span.overlaps(institution.span):
            continue
        group = alone.setdefault((NameType.ORGANIZATION, institution.name), Group(NameType.ORGANIZATION))
        group.forms[institution.name] += 1
        if name is not None and inside:
            owned.add(name.span)
            group.spans.append(name.span)
        else:
            group.roles.append(institution.span)
    return frozenset(owned)


def party(document: str, group: Group, others: Iterable[Mention] = ()) -> LocalParty:
    """The finished party: called by its fullest form, with all its mentions by place."""
    name = shown(group)
    mentions = [Mention(span, MentionKind.NAME) for span in group.spans]
    mentions += [Mention(span, MentionKind.ROLE) for span in group.roles]
    known = {k for form in group.forms if group.type is not NameType.PERSON and (k := table_name(form))}
    aliases = sorted((set(group.forms) | known) - {name})
    return LocalParty(
        identify("lp", document, name, str(group.type)),
        name,
        group.type,
        tuple(aliases),
        tuple(sorted((*mentions, *others), key=lambda m: (m.span, m.kind))),
        tuple(dict.fromkeys(group.because)),
    )


MOST_COMPARED = 60
"""Groups compared with one: a mark that more share tells nothing."""


def _joined(
    found: list[Group], marks: Callable[[Group], Iterable[str]], alike: Callable[[Group, Group], str | None]
) -> list[Group]:
    """Groups that are alike made one. Only those that share a mark are compared, so that many names take no longer than few."""
    out: list[Group] = []
    marked: dict[str, list[Group]] = {}
    for group in found:
        mine = sorted(set(marks(group)))
        near = {id(other): other for mark in mine for other in marked.get(mark, ()) if other.type is group.type}
        owner, why = next(
            ((other, why) for other in list(near.values())[:MOST_COMPARED] if (why := alike(other, group))), (None, None)
        )
        if owner is not None and why is not None:
            owner.take(group, why)
        else:
            out.append(group)
        for mark in mine:
            marked.setdefault(mark, []).append(owner or group)
    return out


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


def _full_names(group: Group) -> Iterator[str]:
    for form in group.forms:
        words = person_words(form)
        yield from (words[0], words[-1])


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


def _people(text: str, found: list[Group]) -> list[Group]:
    full = [g for g in found if len(person_words(shown(g))) > 1]
    single = [g for g in found if len(person_words(shown(g))) == 1]
    people = _joined(full, _full_names, _same_full_name)
    bearers: dict[str, list[Group]] = {}
    for group in people:
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
            people.append(group)
    return people


def _same_full_name(a: Group, b: Group) -> str | None:
    same = all(
        same_person(person_words(x), person_words(y)) or person_words(x) == person_words(y) for x in a.forms for y in b.forms
    )
    return f"{shown(b)}: the same first and last name as {shown(a)}" if same else None


def _owner(people: Sequence[Group], group: Group) -> tuple[Group | None, str]:
    """Whose name a single word is: a surname goes to the first so called, a given name only to the one who bears it."""
    word = person_words(shown(group))[0]
    by_surname = [g for g in people if any(_surname(person_words(form)) == word for form in g.forms)]
    by_given = [g for g in people if any(same_given(person_words(form)[0], word) for form in g.forms)]
    if by_surname and not (honoured(shown(group)) and by_given):
        owner = min(by_surname, key=lambda g: g.first)
        why = f"{shown(group)}: surname of {shown(owner)}"
        return owner, why if len(by_surname) == 1 else f"{why}, the first of that name here"
    if len(by_given) == 1:
        return by_given[0], f"{shown(group)}: given name of {shown(by_given[0])}"
    within = [g for g in people if any(word in person_words(form) for form in g.forms)]
    if len(within) == 1:
        return within[0], f"{shown(group)}: part of the name {shown(within[0])}"
    return None, ""


def _surname(words: Sequence[str]) -> str:
    return words[0] if len(words) == 2 and words[0].capitalize() in listed("surnames_first") else words[-1]
