"""Parties of one document: names that belong together, each group with everything that points at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sayso.annotate.aliases import abbreviates, contains, honoured, person_words, same_given, same_person, table_name, words_of
from sayso.annotate.institutions import Institution
from sayso.annotate.lexicon import listed
from sayso.findings import LocalParty, Mention, MentionKind, Name, NameType
from sayso.identity import identify
from sayso.spans import Span


@dataclass(slots=True)
class Group:
    """Names that are one party, while it is being put together."""

    type: NameType
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    roles: list[Span] = field(default_factory=list)
    because: list[str] = field(default_factory=list)

    @property
    def places(self) -> list[Span]:
        """Where it is named, or called by what it is."""
        return sorted((*self.spans, *self.roles))

    @property
    def first(self) -> int:
        return self.places[0].start

    def take(self, other: Group, why: str) -> None:
        self.forms.update(other.forms)
        self.spans.extend(other.spans)
        self.roles.extend(other.roles)
        self.because.extend((*other.because, why))


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
    people = _people([g for g in found if g.type is NameType.PERSON])
    others = [g for g in found if g.type is not NameType.PERSON]
    others = _joined(others, _one_in_table)
    others = _joined(others, lambda a, b: _defined(text, a, b))
    others = _joined(others, _acronym)
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


def shown(group: Group) -> str:
    """The form that says most: the longest, without honours; of two as long, the one used more."""
    plain = [form for form in group.forms if not honoured(form)]
    forms = plain or [_plain(form) for form in group.forms]
    return max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form), group.forms[form], form))


def _plain(form: str) -> str:
    rest = form.split()[1:]
    return " ".join(rest) if len(rest) > 1 and form.split()[0] in ("Sir", "Dame", "Lord", "Lady", "Baroness") else form


def _joined(found: list[Group], alike: Callable[[Group, Group], str | None]) -> list[Group]:
    out: list[Group] = []
    for group in found:
        for other in out:
            if other.type is group.type and (why := alike(other, group)):
                other.take(group, why)
                break
        else:
            out.append(group)
    return out


def _one_in_table(a: Group, b: Group) -> str | None:
    mine = {name for form in a.forms if (name := table_name(form))}
    for form in b.forms:
        if (name := table_name(form)) in mine:
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
    out = list(found)
    for group in found:
        if group.type is not NameType.ORGANIZATION:
            continue
        longer = [
            other
            for other in out
            if other is not group
            and other.type is NameType.ORGANIZATION
            and any(contains(words_of(long), words_of(short)) for long in other.forms for short in group.forms)
        ]
        if len(longer) == 1:
            longer[0].take(group, f"{shown(group)}: short for {shown(longer[0])}")
            out = [other for other in out if other is not group]
    return out


def _people(found: list[Group]) -> list[Group]:
    full = [g for g in found if len(person_words(shown(g))) > 1]
    single = [g for g in found if len(person_words(shown(g))) == 1]
    people = _joined(full, _same_full_name)
    for group in single:
        owner, why = _owner(people, group)
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
