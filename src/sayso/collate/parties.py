"""Parties across documents: local parties of one name, joined. A bare surname joins only where it can mean one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from sayso.collate.bodies import common_name, is_common, owners
from sayso.collate.wording import lists, spelled
from sayso.findings import About, LocalParty, MentionKind, NameType, Party, Place, Reading, Ruling, Story, What
from sayso.folding import words
from sayso.identity import identify
from sayso.nicknames import same_given
from sayso.rulings import about, lying_at, regrouped, rejections

NUMBERED = ("iii", "iv")
"""What stands behind a name that few write; a "Jr." tells a son from his father."""

SHORT_NAME = 3
"""Letters of a first name that can be the beginning of a longer one; initials and "Jo" may be anybody's."""


@dataclass(frozen=True, slots=True)
class Local:
    """A local party, the document it lives in and the story of that document (None when it is in no story)."""

    party: LocalParty
    document: str
    story: str | None
    owners: frozenset[str] = frozenset()
    """Whose it is, for a body that every country has."""

    @property
    def name(self) -> tuple[str, ...]:
        return plain_name(self.party.name, self.party.type)

    @property
    def is_named(self) -> bool:
        return any(m.kind is MentionKind.NAME for m in self.party.mentions)


class Joined:
    """Parties of a case, and which of them stands behind a local party."""

    def __init__(self, parties: Sequence[Party], rejected: Container[str] = ()) -> None:
        """One that a person `rejected` is kept, and stands behind nobody."""
        self.parties = tuple(parties)
        self._of = {member: party for party in parties if party.id not in rejected for member in party.members}

    def behind(self, local: str | None) -> Party | None:
        return self._of.get(local) if local else None


def plain_name(name: str, type_: NameType) -> tuple[str, ...]:
    """The folded words of a name in one spelling: a person's without titles and numbers, any other's without a leading article."""
    said = [spelled(word.text.removesuffix("'s")) for word in words(name)]
    if type_ is NameType.PERSON and len(said) > 2 and said[-1] in NUMBERED:
        said = said[:-1]
    if type_ is NameType.PERSON:
        while len(said) > 1 and said[0] in lists().titles:
            said = said[1:]
    elif len(said) > 1 and said[0] == "the":
        said = said[1:]
    return tuple(said)


def joined(readings: Iterable[Reading], stories: Iterable[Story], rulings: Sequence[Ruling] = ()) -> Joined:
    """All parties of the case, sorted by id, as people ruled. Each local party is a member of exactly one."""
    story_of = {document: story.id for story in stories for document in story.documents}
    locals_ = [
        Local(p, r.id, story_of.get(r.id), owners(p, r.text) if is_common(p) else frozenset())
        for r in readings
        for p in r.annotation.parties
    ]
    groups = _Groups(len(locals_))
    _join_full_names(locals_, groups)
    _join_short_first_names(locals_, groups)
    _join_other_names(locals_, groups)
    _join_bare_surnames(locals_, groups)
    _join_common_bodies(locals_, groups)
    made: dict[str, Party] = {}
    for members, because in as_ruled(groups.all(), locals_, rulings):
        party = _party([locals_[i] for i in members], because)
        if party.id in made:  # another party of the same name
            party = _party([locals_[i] for i in members], party.because, apart=True)
        made[party.id] = party
    found = [made[key] for key in sorted(made)]
    gone = rejections(found, rulings)
    return Joined([replace(p, because=(*p.because, gone[p.id])) if p.id in gone else p for p in found], gone)


def as_ruled(
    groups: Sequence[tuple[list[int], tuple[str, ...]]], locals_: Sequence[Local], rulings: Sequence[Ruling]
) -> Sequence[tuple[list[int], tuple[str, ...]]]:
    """The groups with their reasons, merged and split as people said."""
    ours = about(rulings, About.PARTY, What.MERGE, What.SPLIT)
    if not ours:
        return groups
    bearing = lying_at((local.document, i, [m.span for m in local.party.mentions]) for i, local in enumerate(locals_))
    reasons = {i: because for members, because in groups for i in members}
    out = []
    for members in regrouped([members for members, _ in groups], ours, bearing):
        spoken = [r.because for r in ours if any(i in members for place in r.places for i in bearing(place))]
        out.append((members, tuple(dict.fromkeys((*(why for i in members for why in reasons[i]), *spoken)))))
    return out


class _Groups:
    """Disjoint sets of the places 0…n-1, with the reasons for every join."""

    def __init__(self, n: int) -> None:
        self._parent = list(range(n))
        self._why: list[tuple[int, str]] = []

    def find(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int, why: str) -> None:
        a, b = sorted((self.find(i), self.find(j)))
        if a != b:
            self._parent[b] = a
            self._why.append((a, why))

    def all(self) -> list[tuple[list[int], tuple[str, ...]]]:
        """Each set with the reasons for which it was joined."""
        members: dict[int, list[int]] = {}
        reasons: dict[int, dict[str, None]] = {}
        for i in range(len(self._parent)):
            members.setdefault(self.find(i), []).append(i)
        for place, why in self._why:
            reasons.setdefault(self.find(place), {})[why] = None
        return [(found, tuple(reasons.get(root, ()))) for root, found in members.items()]


def _is_full(local: Local) -> bool:
    """Whether the name says alone who is meant: a person's needs two words, and a role ("a spokesman") is no name."""
    return local.is_named and (local.party.type is not NameType.PERSON or len(local.name) > 1)


def _join_full_names(locals_: Sequence[Local], groups: _Groups) -> None:
    first: dict[tuple[object, ...], int] = {}
    for i, local in enumerate(locals_):
        if _is_full(local) and not is_common(local.party):
            groups.join(first.setdefault((local.party.type, local.name), i), i, f"the same full name: {local.party.name}")
    _join_first_and_last_names(locals_, groups)


def _join_first_and_last_names(locals_: Sequence[Local], groups: _Groups) -> None:
    """ "Ken J. McCallum" is "Ken McCallum", unless a "Ken P. McCallum" is named too: then who has neither letter may be either."""
    bearers: dict[tuple[str, str], dict[tuple[str, ...], int]] = {}
    for i, local in enumerate(locals_):
        if local.party.type is NameType.PERSON and _is_full(local):
            bearers.setdefault((local.name[0], local.name[-1]), {}).setdefault(local.name[1:-1], i)
    for by_middle in bearers.values():
        middles = [middle for middle in by_middle if middle]
        if all(_one_middle(a, b) for a, b in combinations(middles, 2)):
            for i, j in pairwise(by_middle.values()):
                groups.join(i, j, f"the same first and last name: {locals_[i].party.name}, {locals_[j].party.name}")


def _one_middle(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the middle names of two can be one person's: "J." is "James"."""
    pairs = [sorted((x.rstrip("."), y.rstrip(".")), key=len) for x, y in zip(a, b, strict=False)]
    return all(long.startswith(short) for short, long in pairs)


def _join_short_first_names(locals_: Sequence[Local], groups: _Groups) -> None:
    """Tim Murray is Timothy Murray, and Bill Murray William, where one story names both and no third of the surname."""
    bearers: dict[tuple[str | None, str], dict[str, int]] = {}
    for i, local in enumerate(locals_):
        if local.party.type is NameType.PERSON and _is_full(local):
            bearers.setdefault((local.story, local.name[-1]), {}).setdefault(local.name[0], i)
    for (story, _), by_first_name in bearers.items():
        short, *others = sorted(by_first_name, key=lambda name: (len(name), name))
        if story is None or len(others) != 1:
            continue
        if same_given(short, others[0]) or (len(short) >= SHORT_NAME and others[0].startswith(short)):
            i, j = by_first_name[short], by_first_name[others[0]]
            groups.join(i, j, f"{locals_[i].party.name} and {locals_[j].party.name} in one story")


def _join_other_names(locals_: Sequence[Local], groups: _Groups) -> None:
    """An alias or acronym joins within a story, and beyond it only where the longer names have a word in common."""
    bearers: dict[tuple[NameType, tuple[str, ...]], list[tuple[int, str]]] = {}
    for i, local in enumerate(locals_):
        written = {n: alias for alias in (*local.party.aliases, local.party.name) if (n := plain_name(alias, local.party.type))}
        for name in sorted(written):
            if local.party.type is NameType.PERSON and (len(name) < 2 or not local.is_named):
                continue
            if local.party.type is NameType.ORGANIZATION and common_name(" ".join(name)):
                continue
            bearers.setdefault((local.party.type, name), []).append((i, written[name]))
    for places in bearers.values():
        for (before, _), (i, called) in pairwise(places):
            if locals_[before].story == locals_[i].story or _names_meet(locals_[before], locals_[i]):
                groups.join(before, i, f"both are called {called}")


def _join_common_bodies(locals_: Sequence[Local], groups: _Groups) -> None:
    """Bodies of one kind and one country are one anywhere; one whose country goes unsaid is the only one so called in its story."""
    first: dict[tuple[tuple[str, ...], str], int] = {}
    in_story: dict[tuple[tuple[str, ...], str], list[int]] = {}
    for i, local in enumerate(locals_):
        if not is_common(local.party):
            continue
        kind = common_name(local.party.name)
        if len(local.owners) == 1:
            owner = min(local.owners)
            groups.join(first.setdefault((kind, owner), i), i, f"{local.party.name}: the one of {owner.title()}")
        if local.story is not None:
            in_story.setdefault((kind, local.story), []).append(i)
    for places in in_story.values():
        if len({owner for i in places for owner in locals_[i].owners}) < 2:
            for i, j in pairwise(places):
                groups.join(i, j, f"the only {locals_[j].party.name} in the story")


def _names_meet(a: Local, b: Local) -> bool:
    small = lists().small
    ours, theirs = ({w for w in x.name if w not in small} for x in (a, b))
    return bool(ours & theirs)


def _join_bare_surnames(locals_: Sequence[Local], groups: _Groups) -> None:
    by_story: dict[str | None, list[int]] = {}
    for i, local in enumerate(locals_):
        if local.party.type is NameType.PERSON and local.is_named and local.name:
            by_story.setdefault(local.story, []).append(i)
    for story, places in by_story.items():
        full: dict[str, set[int]] = {}
        for i in places:
            if _is_full(locals_[i]):
                full.setdefault(locals_[i].name[-1], set()).add(groups.find(i))
        bare: dict[str, int] = {}
        for i in places:
            if _is_full(locals_[i]) or story is None:
                continue
            surname = locals_[i].name[-1]
            fitting = full.get(surname, set())
            if len(fitting) == 1:
                groups.join(next(iter(fitting)), i, f"the only {locals_[i].party.name} in the story")
            elif not fitting:
                groups.join(bare.setdefault(surname, i), i, f"{locals_[i].party.name} in the same story")


def _party(members: Sequence[Local], because: tuple[str, ...], apart: bool = False) -> Party:
    names = Counter(m.party.name for m in members if m.is_named) or Counter(m.party.name for m in members)
    name = min(names, key=lambda n: (-len(words(n)), -names[n], len(n), n))
    type_ = members[0].party.type
    aliases = {a for m in members for a in (m.party.name, *m.party.aliases)} - {name}
    places = {(m.document, mention.span) for m in members for mention in m.party.mentions}
    because = because or tuple(dict.fromkeys(why for m in members for why in m.party.because)) or ("named in one document",)
    key = (name, type_.value) if not apart else (name, type_.value, members[0].party.id)
    return Party(
        identify("q", *key),
        name,
        type_,
        tuple(sorted(aliases)),
        tuple(Place(d, s) for d, s in sorted(places)),
        tuple(sorted({m.party.id for m in members})),
        because,
    )
