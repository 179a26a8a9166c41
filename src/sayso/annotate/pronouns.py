"""Whom a pronoun means: each party mentioned shortly before is weighed against the others, and against nobody of them.

What speaks for and against a party are plain facts ("it is the subject of the sentence before"), each with a whole-numbered weight
in `data/pronouns.toml`, learnt from texts whose chains are known. A party is taken only where it is clearly ahead of the next best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.annotate.known import Known, Place, Seen
from sayso.annotate.lexicon import table, words_in
from sayso.annotate.standing import Standing
from sayso.findings import NameType

GENDERS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
    "it": "thing",
    "its": "thing",
    "itself": "thing",
    "they": "thing",
    "them": "thing",
    "their": "thing",
    "theirs": "thing",
    "themselves": "thing",
}

REACH = 4
"""Sentences back in which a pronoun's party may have been mentioned last; a mention by pronoun counts, so a chain may go on."""

TOPIC = re.compile(r"(?:^|[.\n\"”])\s?(?:Of|About|On|Regarding|Asked about|As for|Speaking of)\s(?:[A-Z][\w.]*\s)?$")
"""What stands before a name at the head of a sentence that is said about it."""

MOST_SEEN, MOST_WEIGHED = 40, 8
"""Mentions looked at, and parties weighed, for one pronoun."""


class Pronoun(NamedTuple):
    """A pronoun in lower case, where it stands, whether it does the telling there, whether it begins its sentence, whether it owns
    what follows it, and whether a quotation ends right before it.
    """

    low: str
    place: Place
    speaks: bool
    begins: bool
    owns: bool
    closes: bool = False

    @property
    def how(self) -> str:
        """What it does in its sentence, as the facts say it."""
        if self.speaks and self.closes:
            return ", and the pronoun tells after a quotation"
        return ", and the pronoun begins" if self.begins else ""


class Telling(NamedTuple):
    """Who tells: the quotation that holds a pronoun, and what was told last. By identity."""

    quotation: frozenset[int]
    last: int


class Choice(NamedTuple):
    """A party, or None for nobody of those named, with the facts that bear on it."""

    known: Known | None
    facts: tuple[str, ...]
    sure: bool = True


def group_of(pronoun: Pronoun) -> str:
    """Which table of weights counts for it."""
    if GENDERS[pronoun.low] == "thing":
        return "thing"
    return "subject" if pronoun.low in ("he", "she") else "other"


def choices(pronoun: Pronoun, seen: Sequence[Seen], telling: Telling, text: str) -> list[Choice]:
    """Whom it may mean, the last mentioned first, and nobody at the end."""
    near: dict[int, list[Seen]] = {}
    for mention in _near(pronoun, seen, text):
        if _agrees(pronoun, mention.known) and (id(mention.known) in near or len(near) < MOST_WEIGHED):
            near.setdefault(id(mention.known), []).append(mention)
    out = [
        Choice(mentions[0].known, tuple(_facts(pronoun, mentions, rank, telling, text)), mentions[0].sure)
        for rank, mentions in enumerate(near.values())
    ]
    sure = [c for c in out if "the gender fits" in c.facts]
    return [*out, Choice(None, tuple(_against(pronoun, len(sure))))]


class Judgement(NamedTuple):
    """Whom a pronoun means, and whether that is sure enough to be said."""

    known: Known | None
    sure: bool


def meant(pronoun: Pronoun, found: Sequence[Choice]) -> Judgement:
    """The likeliest choice; sure when it is ahead of every other one by the margin of its table, and what it rests on is sure."""
    weights = table("pronouns")[group_of(pronoun)]
    sums = [(sum(weights.get(fact, 0) for fact in choice.facts), -at) for at, choice in enumerate(found)]
    ranked = sorted(range(len(found)), key=lambda at: sums[at], reverse=True)
    best = found[ranked[0]]
    margin = weights["margin" if pronoun.place.quotation is None else "quoted_margin"]
    return Judgement(best.known, best.known is not None and best.sure and sums[ranked[0]][0] - sums[ranked[1]][0] >= margin)


def _near(pronoun: Pronoun, seen: Sequence[Seen], text: str) -> Iterator[Seen]:
    for mention in seen[: -MOST_SEEN - 1 : -1]:
        if mention.sentence < pronoun.place.sentence - REACH:
            return
        if mention.sentence < pronoun.place.sentence or not _spoken_of(mention, text):
            yield mention


def _spoken_of(mention: Seen, text: str) -> bool:
    """ "Of Brandt, he said …" is another's word about Brandt."""
    return (
        text[mention.span.end : mention.span.end + 1] == ","
        and TOPIC.search(text, max(0, mention.span.start - 30), mention.span.start) is not None
    )


def _agrees(pronoun: Pronoun, known: Known) -> bool:
    gender = GENDERS[pronoun.low]
    if gender == "thing":
        return known.gender == "thing" and known.group.type in (NameType.ORGANIZATION, NameType.PLACE)
    return known.group.type is NameType.PERSON and known.gender in (gender, None)


def _facts(pronoun: Pronoun, mentions: Sequence[Seen], rank: int, telling: Telling, text: str) -> Iterator[str]:
    """What bears on a party with those mentions, the last first."""
    last = mentions[0]
    back = pronoun.place.sentence - last.sentence
    where = ("this sentence", "the sentence before", "two sentences before")[back] if back < 3 else "earlier"
    yield f"last in {where}"
    yield f"{last.standing} in {where}" if back < 2 else f"{last.standing} earlier"
    yield ("nearest", "second nearest")[rank] if rank < 2 else "farther"
    if last.place.paragraph != pronoun.place.paragraph:
        yield "in another paragraph"
    if last.by_pronoun:
        yield f"by pronoun in {where}" if back < 2 else "by pronoun earlier"
    if last.speaks:
        yield f"tells in {where}" if back < 2 else "tells earlier"
    known = last.known
    yield "named" if known.named else "without a name"
    if known.group.type is NameType.PERSON:
        yield "the gender fits" if known.gender else "the gender is open"
    else:
        yield f"{known.group.type}"
    yield from _subjects(pronoun, mentions)
    yield from _told(pronoun, last, telling)
    yield from _quoted(pronoun, last)
    if known.times >= 3:
        yield "mentioned three times" if known.times < 8 else "mentioned eight times"
    if back == 0:
        yield from _in_same_sentence(pronoun, last, text)


def _subjects(pronoun: Pronoun, mentions: Sequence[Seen]) -> Iterator[str]:
    here = pronoun.place.sentence
    if any(m.standing is Standing.SUBJECT and m.sentence == here for m in mentions):
        yield "a subject of this sentence"
    if any(m.standing is Standing.SUBJECT and m.sentence == here - 1 for m in mentions):
        yield f"a subject of the sentence before{pronoun.how}"
    if any(m.first and m.sentence == here for m in mentions):
        yield "first in this sentence"
    if any(m.first and m.sentence == here - 1 for m in mentions):
        yield f"first in the sentence before{pronoun.how}"
    if pronoun.speaks and any(m.speaks for m in mentions):
        yield "told before, and the pronoun tells"


def _told(pronoun: Pronoun, last: Seen, telling: Telling) -> Iterator[str]:
    if id(last.known) in telling.quotation:
        yield "tells the quotation"
    if id(last.known) == telling.last:
        yield "told last" + (", and the pronoun tells" if pronoun.speaks and not pronoun.closes else pronoun.how)
        if pronoun.speaks and last.known.gender is None:
            yield "told last, its gender open, and the pronoun tells"


def _quoted(pronoun: Pronoun, last: Seen) -> Iterator[str]:
    mine, its = pronoun.place.quotation, last.place.quotation
    if mine is None and its is not None:
        yield "named in a quotation only" if not pronoun.speaks else "named in a quotation only, and the pronoun tells"
    elif mine is not None and its == mine:
        yield "in the same quotation"
    elif mine is not None:
        yield "outside the quotation"


CLAUSE = re.compile(r"[,;:—–]|\b(?:that|who|which|when|while|because|as|if|after|before|since|and|but|whether|where|said|says)\b")


def _in_same_sentence(pronoun: Pronoun, last: Seen, text: str) -> Iterator[str]:
    between = text[last.span.end : min(pronoun.place.span.start, last.span.end + 200)]
    apart = CLAUSE.search(between) is not None
    if between == " and ":
        yield "joined to it by and"
    if not pronoun.owns:
        yield "in another clause" if apart else "in the same clause"
    elif last.standing is Standing.SUBJECT:
        yield "owner and subject" + (" of another clause" if apart else " of one clause")
    if last.speaks and len(between) < 25 and pronoun.place.quotation is None:
        yield "right after it tells"


def _against(pronoun: Pronoun, sure: int) -> Iterator[str]:
    yield f"nobody for {pronoun.low}"
    yield "nobody fits surely" if not sure else "nobody though one fits" if sure == 1 else "nobody though some fit"
    if pronoun.place.quotation is not None:
        yield "nobody in a quotation"
    if pronoun.speaks:
        yield "nobody though the pronoun tells"
    if pronoun.begins:
        yield "nobody though the pronoun begins"


def owns(text: str, low: str, place: int) -> bool:
    """Whether a pronoun that ends at `place` says whose something is: "her ship", not "told her that"."""
    if low in ("his", "its", "their"):
        return True
    following = re.match(r"\s([a-z][\w-]*)", text[place : place + 30])
    return low == "her" and following is not None and following[1] not in words_in("context", "function_words")
