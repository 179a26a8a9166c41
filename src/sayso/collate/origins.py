"""How many first hands stand behind the accounts of a claim. Independence that nothing shows counts as none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sayso.collate.countries import countries_in, governed_by
from sayso.collate.firsthand import (
    QUOTED_WORDS,
    alone,
    is_name,
    of_one_matter,
    quoted_run,
    quotes_from,
    relays_of,
    source_of,
    speaker_name,
    speaker_of,
    tells_nobody,
    vouches,
)
from sayso.collate.offices import Voice, one_house, speaks_for, state_voice, voice, whose_government
from sayso.collate.parties import Joined
from sayso.collate.shared import Pair, pair, words_in_common
from sayso.collate.told import Told
from sayso.collate.wording import lists, stem, terms
from sayso.findings import (
    Difference,
    DifferenceKind,
    Lineage,
    NameType,
    OriginGroup,
    Origins,
    OriginStatus,
    Party,
    Passage,
    PassageKind,
    Relation,
    Verdict,
)
from sayso.folding import words
from sayso.outlets import name_key, named

QUOTED_WHOLE = 0.8
"""The part of what two people said that this must be where both reports have somebody say it: they may share a saying."""

HANGS_TOGETHER = {
    Relation.DERIVED: "one report derives from the other",
    Relation.VERSION: "the reports are versions of one",
    Relation.COMMON_ORIGIN: "the reports have a common origin",
}

BESIDE = 40
"""Characters on either side of a name in which a title or an apposition says whom it speaks for."""


class Kinship:
    """What is known of how accounts hang together: shared passages, the lineage of their documents, the parties that speak."""

    def __init__(
        self, passages: Mapping[Pair, Passage], lineages: Iterable[Lineage], joined: Joined, texts: Mapping[str, str]
    ) -> None:
        self._passages = passages
        self._lineages = {pair(x.a, x.b): x for x in lineages if x.relation is not Relation.NOT_ESTABLISHED}
        self._joined = joined
        self._texts = texts
        self._voices: dict[str, Voice | None] = {}

    def one_hand(self, a: Told, b: Told) -> str | None:
        """Why two accounts go back to one first hand, in plain words, or None when nothing shows it."""
        reasons: tuple[Callable[[Told, Told], str | None], ...] = (
            self._same_speaker,
            self._same_government,
            self._same_voice,
            self._same_passage,
            self._same_quotation,
            self._same_outlet,
            self._relayed,
            self._derived,
        )
        return next((why for reason in reasons if (why := reason(a, b))), None)

    def independent(self, a: Told, b: Told) -> bool:
        """Whether two accounts are shown to be independent: two named speakers who vouch for it, and nothing that ties them."""
        if pair(a.id, b.id) in self._passages or not (vouches(a) and vouches(b)) or not of_one_matter(a, b):
            return False
        if quoted_run(a, b) >= QUOTED_WORDS or quotes_from(a, b) >= QUOTED_WORDS or quotes_from(b, a) >= QUOTED_WORDS:
            return False
        ours, theirs = self._joined.behind(speaker_of(a)), self._joined.behind(speaker_of(b))
        if ours is None or theirs is None or ours.id == theirs.id:
            return False
        if any(p.type not in (NameType.PERSON, NameType.ORGANIZATION) or named(p.name) for p in (ours, theirs)):
            return False
        if one_house(ours.name, theirs.name):
            return False
        who_a, who_b = (f"{source_of(t)} ; {p.name} ; {' ; '.join(p.aliases)}" for t, p in ((a, ours), (b, theirs)))
        if terms(words(who_a)) & terms(words(who_b)) or self._works_for(ours, theirs) or self._works_for(theirs, ours):
            return False
        sides_a, sides_b = (countries_in(" ; ".join((who, *self._beside(p)))) for who, p in ((who_a, ours), (who_b, theirs)))
        return not sides_a & sides_b

    def _works_for(self, one: Party, other: Party) -> bool:
        """Whether a text puts one beside the other's name and a word such as "adviser" or "spokesman"."""
        servants, name = {stem(word) for word in lists().servants}, terms(words(other.name))
        beside = [terms(words(near)) for near in self._beside(one)]
        return any(near & servants and near & name for near in beside)

    def _beside(self, party: Party) -> list[str]:
        """What stands beside the party's mentions ("the British foreign secretary, …"): it may speak for whoever is named there."""
        return [
            self._texts[place.document][max(0, place.span.start - BESIDE) : place.span.end + BESIDE]
            for place in party.mentions
            if place.document in self._texts
        ]

    def _same_speaker(self, a: Told, b: Told) -> str | None:
        if a.speaker is not None and a.speaker == b.speaker:
            party = self._joined.behind(speaker_of(a))
            return f"both give the statement of {party.name}" if party else None
        if a.attribution is None or b.attribution is None or (a.speaker and b.speaker):
            return None
        ours, theirs = speaker_name(a), speaker_name(b)
        return f"both give the statement of {ours}" if is_name(ours) and name_key(ours or "") == name_key(theirs or "") else None

    def _same_government(self, a: Told, b: Told) -> str | None:
        """A government speaks through its ministries: what both give as said is one statement."""
        for this, other in ((a, b), (b, a)):
            whole, part = self._joined.behind(speaker_of(this)), self._joined.behind(speaker_of(other))
            if whole and part and (country := governed_by(whole.name)) and self._speaks_for(other, part, country):
                return f"{part.name} speaks for {whole.name}"
        return None

    def _speaks_for(self, told: Told, party: Party, country: str) -> bool:
        """Whether a body is one of that country, by its names or an owner; a person speaks for it by office only."""
        if party.type is NameType.PERSON:
            return False
        return countries_in(" ; ".join((source_of(told), party.name, *party.aliases, *self._owners(party)))) == {country}

    def _same_voice(self, a: Told, b: Told) -> str | None:
        """Whoever speaks for a government by office gives its word, and a spokeswoman that of her company."""
        ours, theirs = self._voice(a), self._voice(b)
        if ours and theirs and ours.whose == theirs.whose:
            return f"both speak for one government: “{ours.shown}”, “{theirs.shown}”"
        for this, other in ((a, b), (b, a)):
            person, body = self._joined.behind(speaker_of(this)), self._joined.behind(speaker_of(other))
            if not person or not body or person.type is not NameType.PERSON or body.type is not NameType.ORGANIZATION:
                continue
            if title := speaks_for(person, body, self._texts):
                return f"{person.name} speaks for {body.name}: “{title}”"
        return None

    def _voice(self, told: Told) -> Voice | None:
        """The government for which an account's source speaks."""
        if told.attribution is None:
            return None
        if party := self._joined.behind(speaker_of(told)):
            return self._voice_of(party)
        source = source_of(told)
        if whose := whose_government(source):
            local = (p for p in told.reading.annotation.parties if p.type is NameType.PERSON)
            people = (self._joined.behind(p.id) for p in local if whose in (p.name, *p.aliases, p.name.split()[-1]))
            return next((Voice(v.whose, source) for p in people if p and (v := self._voice_of(p))), state_voice(source))
        return state_voice(source)

    def _voice_of(self, party: Party) -> Voice | None:
        if party.id not in self._voices:
            self._voices[party.id] = voice(party, self._texts)
        return self._voices[party.id]

    def _owners(self, party: Party) -> Iterator[str]:
        """The words right before the party's mentions: "Norland's" before "Ministry of Ports"."""
        for place in party.mentions:
            before = self._texts.get(place.document, "")[max(0, place.span.start - BESIDE) : place.span.start].split()
            yield from before[-1:]

    def _same_passage(self, a: Told, b: Told) -> str | None:
        passage = self._passages.get(pair(a.id, b.id))
        if passage is None:
            return None
        if passage.kind is PassageKind.VERBATIM:
            n, in_one_run = words_in_common(a.words, b.words)
            return f"share {n} words word for word" if n == in_one_run else f"share {n} words in the same order"
        return f"the same sentence reworded (likeness {passage.score:.2f} of 1)"

    def _same_quotation(self, a: Told, b: Told) -> str | None:
        """Words that one report quotes without saying whose, or as "his", are those of whom another report quotes with them."""
        if not (tells_nobody(a) or tells_nobody(b)):
            return None
        run = quoted_run(a, b)
        if a.attribution and b.attribution and run < QUOTED_WHOLE * max(len(a.words), len(b.words)):
            return None
        return f"both quote the same {run} words" if run >= QUOTED_WORDS else None

    def _same_outlet(self, a: Told, b: Told) -> str | None:
        if a.document == b.document and (a.attribution is b.attribution is None or a.terms == b.terms):
            return "one report says it more than once"
        if a.attribution is not None or b.attribution is not None:
            return None
        ours, theirs = a.account.outlet, b.account.outlet
        return f"both are {ours}'s own words" if ours and theirs and name_key(ours) == name_key(theirs) else None

    def _relayed(self, a: Told, b: Told) -> str | None:
        for this, other in ((a, b), (b, a)):
            for name in (*relays_of(this), *self._speaking_outlet(this)):
                if other.account.outlet and name_key(other.account.outlet) == name_key(name):
                    return f"credits {name}"
                if name_key(name) in {name_key(relay) for relay in relays_of(other)}:
                    return f"both credit {name}" if named(name) else f"both go back to {name}"
        return None

    def _speaking_outlet(self, told: Told) -> tuple[str, ...]:
        """The speaker's name, for a newspaper may be what an account goes back to ("The Post reported")."""
        party = self._joined.behind(speaker_of(told))
        return (party.name,) if party else ()

    def _derived(self, a: Told, b: Told) -> str | None:
        """An own-voice account of a report that took from, or with, the other's document is not another first hand."""
        lineage = self._lineages.get(pair(a.document, b.document))
        if lineage is None or (a.attribution is not None and b.attribution is not None):
            return None
        how = HANGS_TOGETHER[lineage.relation]
        return f"{how}: {lineage.because[0]}" if lineage.because else how


AtOdds = frozenset[tuple[str, str]]
"""Pairs of documents, the smaller id first, that contradict each other on a claim."""


def at_odds(differences: Iterable[Difference]) -> AtOdds:
    """The documents that contradict each other: whoever says otherwise does not bear a claim out.

    Another name is left aside, for it may be the name of who says it.
    """
    sides = (d.sides for d in differences if d.verdict is Verdict.CONFLICT and d.kind is not DifferenceKind.NAME)
    return frozenset(pair(x.document, y.document) for some in sides for x, y in combinations(some, 2) if x.value != y.value)


def origins(accounts: Sequence[Told], kinship: Kinship, at_odds: AtOdds = frozenset()) -> Origins:
    """The groups of accounts that go back to one first hand, in order of their first account, and how many are independent."""
    groups: list[tuple[list[Told], list[str]]] = []
    for account in accounts:
        tied = [(group, why) for group in groups if (why := _tie(account, group[0], kinship))]
        members, because = [account], [why for _, why in tied]
        for group, _ in tied:
            members, because = group[0] + members, group[1] + because
            groups.remove(group)
        groups.append((members, because))
    order = {account.id: i for i, account in enumerate(accounts)}
    groups = sorted(((sorted(m, key=lambda t: order[t.id]), why) for m, why in groups), key=lambda g: order[g[0][0].id])
    count = _independent(groups, kinship, at_odds)
    status = OriginStatus.SINGLE if len(groups) == 1 else OriginStatus.INDEPENDENT if count > 1 else OriginStatus.NOT_ESTABLISHED
    shown = (OriginGroup(tuple(t.id for t in ms), tuple(dict.fromkeys(why)) or alone(ms[0])) for ms, why in groups)
    return Origins(count, status, tuple(shown))


def _tie(account: Told, group: Sequence[Told], kinship: Kinship) -> str | None:
    return next((why for other in group if (why := kinship.one_hand(account, other))), None)


def _independent(groups: Sequence[tuple[list[Told], list[str]]], kinship: Kinship, at_odds: AtOdds) -> int:
    """The most groups, taken in order, of which each is shown to be independent of all the others taken."""
    shown: list[list[Told]] = []
    for members, _ in groups:
        if all(_apart(members, other, kinship, at_odds) for other in shown):
            shown.append(members)
    return len(shown) or 1


def _apart(a: Sequence[Told], b: Sequence[Told], kinship: Kinship, at_odds: AtOdds) -> bool:
    contradict = any(pair(x.document, y.document) in at_odds for x in a for y in b)
    return not contradict and any(kinship.independent(x, y) for x in a for y in b)
