"""Parties of one document: names that belong together, each group with everything that points at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.annotate.aliases import table_name
from sayso.annotate.bodies import bodies
from sayso.annotate.group import Group, shown
from sayso.annotate.institutions import Institution, institutions
from sayso.annotate.people import people
from sayso.annotate.resolution import resolve
from sayso.findings import LocalParty, Mention, MentionKind, Name, NameType, Quotation, Sentence
from sayso.identity import identify
from sayso.spans import Span


def parties(
    document: str, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> tuple[LocalParty, ...]:
    """The parties of the document with that id, in order of their first mention, each with all that points at it."""
    called = [found for sentence in sentences for found in institutions(text, sentence.span)]
    grouped = groups(text, names, called)
    meant = resolve(text, sentences, quotations, grouped)
    return tuple(party(document, group, meant.get(place, ())) for place, group in enumerate(grouped))


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
    persons = people(text, [g for g in found if g.type is NameType.PERSON])
    others = bodies(text, [g for g in found if g.type is not NameType.PERSON])
    return sorted((*persons, *others), key=lambda g: (g.first, shown(g)))


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
