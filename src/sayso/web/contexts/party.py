"""A person or body: what they are reported to say or deny, what came through their hands, where reports of it part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sayso.documents import Document, Profile
from sayso.findings import Attribution, Claim, Difference, Hand, HandRole, NameType, Party, Side, Story
from sayso.spans import hull
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.claim import HandShown, hands
from sayso.web.contexts.differences import DifferenceShown, by_weight, shown
from sayso.web.contexts.leaves import Leaf, leaf
from sayso.web.contexts.ruled import RulingShown
from sayso.web.contexts.shelf import Absent, Quote, Shelf

SAYINGS, PARTED = 50, 20
"""How many of each are on a leaf."""
TYPES = {
    NameType.PERSON: "person",
    NameType.ORGANIZATION: "organization",
    NameType.PLACE: "place",
    NameType.OTHER: "party",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """One report of what was said; `claims` are the addresses of the claims that it is an account of."""

    word: str
    sign: str
    outlet: str
    hands: tuple[HandShown, ...]
    quote: Quote
    claims: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorySayings:
    """What was said in one story, in the order of publication; without a label what is in no story."""

    label: str
    href: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class PartyPage:
    """`said` is theirs; `carried` was said by others and came through them; `parted` is where reports of their words differ."""

    case: str
    name: str
    type: str
    aliases: tuple[str, ...]
    reports: int
    stances: tuple[str, ...]
    said: tuple[StorySayings, ...]
    said_leaf: Leaf
    carried: tuple[StorySayings, ...]
    carried_leaf: Leaf
    parted: tuple[DifferenceShown, ...]
    because: tuple[str, ...]
    ruled: tuple[RulingShown, ...]


def page(view: View, key: str, spoken: str = "", through: str = "") -> PartyPage:
    """`spoken` and `through` say where the leaf of each list begins that is shown.

    Raises `Absent` when the case has no such party.
    """
    party = view.get(Party, key)
    if party is None:
        raise Absent(key)
    shelf = Shelf(view)
    members = frozenset(party.members)
    documents = tuple(dict.fromkeys(place.document for place in party.mentions))
    found = view.in_document(Attribution, *documents)
    said = [one for one in found if one.speaker in members]
    carried = [one for one in found if one.speaker not in members and any(_carries(hand, members) for hand in one.chain)]
    stories = {document: story for story in view.in_document(Story, *documents) for document in story.documents}
    told, said_leaf = leaf(_in_turn(said, stories), spoken, SAYINGS, "spoken", through=through)
    passed, carried_leaf = leaf(_in_turn(carried, stories), through, SAYINGS, "through", spoken=spoken)
    parted = by_weight(_parted(view, said, stories))[:PARTED]
    quoted = tuple(dict.fromkeys(one.document for one in (*told, *passed)))
    shelf.take(view.in_document(Document, *quoted), view.in_document(Profile, *quoted))
    shelf.read(quoted)
    claims = _claims(view, quoted)
    return PartyPage(
        case=view.name,
        name=party.name,
        type=TYPES[party.type],
        aliases=party.aliases,
        reports=len(documents),
        stances=_stances(said),
        said=_by_story(shelf, told, stories, claims),
        said_leaf=said_leaf,
        carried=_by_story(shelf, passed, stories, claims),
        carried_leaf=carried_leaf,
        parted=tuple(shown(shelf, one) for one in parted),
        because=party.because,
        ruled=shelf.ruled.of(party.id),
    )


def _carries(hand: Hand, members: frozenset[str]) -> bool:
    return hand.role in (HandRole.CHANNEL, HandRole.RELAY) and hand.party in members


def _claims(view: View, documents: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """For each attribution the claims that it is an account of."""
    of: dict[str, dict[str, None]] = {}
    for claim in view.in_document(Claim, *documents):
        for account in claim.accounts:
            if account.attribution:
                of.setdefault(account.attribution, {})[f"/claims/{claim.id}"] = None
    return {key: tuple(found) for key, found in of.items()}


def _stances(said: Sequence[Attribution]) -> tuple[str, ...]:
    """ "states 12 times", "denies once", the most frequent first."""
    tally: dict[str, int] = {}
    for one in said:
        tally[one.stance.value] = tally.get(one.stance.value, 0) + 1
    return tuple(
        f"{stance} {'once' if number == 1 else wording.count(number, 'time')}"
        for stance, number in sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _in_turn(found: Sequence[Attribution], stories: Mapping[str, Story]) -> tuple[Attribution, ...]:
    """Story by story, each in the order of publication, what is in no story last."""
    order = {document: i for story in stories.values() for i, document in enumerate(story.documents)}

    def turn(one: Attribution) -> tuple[bool, str, int, str, int]:
        story = stories.get(one.document)
        place = hull(one.content or one.cue).start
        return story is None, story.id if story else "", order.get(one.document, 0), one.document, place

    return tuple(sorted((one for one in found if one.content or one.cue), key=turn))


def _by_story(
    shelf: Shelf, found: Sequence[Attribution], stories: Mapping[str, Story], claims: Mapping[str, Sequence[str]]
) -> tuple[StorySayings, ...]:
    out = []
    for story, group in groupby(found, key=lambda one: stories.get(one.document)):
        sayings = tuple(_saying(shelf, one, claims.get(one.id, ())) for one in group)
        out.append(StorySayings(story.label if story else "", f"/stories/{story.id}" if story else "", sayings))
    return tuple(out)


def _saying(shelf: Shelf, one: Attribution, claims: Sequence[str]) -> Saying:
    party = shelf.view.speaker(one)
    quote = shelf.quote(one.document, hull(one.content or one.cue), "account")
    return Saying(
        word=one.stance.value,
        sign=wording.sign(one.stance),
        outlet=wording.COMMITMENTS[one.commitment],
        hands=hands(one, party.name if party else None, quote.source.outlet),
        quote=quote,
        claims=tuple(claims),
        because=one.because,
    )


def _parted(view: View, said: Sequence[Attribution], stories: Mapping[str, Story]) -> Iterable[Difference]:
    """Differences of which two sides or more, with different values, lie in what this party said."""
    spoken: dict[str, list[Attribution]] = {}
    for one in said:
        spoken.setdefault(one.document, []).append(one)
    for parted in view.in_story(Difference, *dict.fromkeys(stories[document].id for document in spoken if document in stories)):
        own = tuple(side for side in parted.sides if any(_holds(a, side) for a in spoken.get(side.document, ())))
        if len({side.value for side in own}) > 1:
            yield replace(parted, sides=own)


def _holds(said: Attribution, side: Side) -> bool:
    return hull((*said.cue, *said.content)).contains(side.span)
