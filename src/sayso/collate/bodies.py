"""Which country's body a common name means: every country has a foreign ministry, and two of them are two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.collate.countries import countries_in
from sayso.collate.offices import offices
from sayso.findings import LocalParty, NameType
from sayso.folding import words

MOST_MENTIONS = 40
"""Mentions of a party in one document that are looked at for its owner."""

_OWNER = re.compile(r"(?P<owner>[^\W\d_][\w.-]*)['’]s?\s(?:[a-z]+\s)?$")
_ADJECTIVE = re.compile(r"(?P<owner>[A-Z][\w.-]*)\s$")
_SEAT = re.compile(r"\s(?:of|in)\s(?:the\s)?(?P<owner>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?)")
_AFFAIRS = frozenset(("ministry", "affairs", "foreign"))


def common_name(name: str) -> tuple[str, ...]:
    """The words of a body's name in order of the alphabet, without its country's, where every country may have such a body; else
    none. "Foreign Ministry of Norway" and "Norwegian Ministry of Foreign Affairs" are both a foreign ministry.
    """
    said = {word.text.removesuffix("'s") for word in words(name)} - {"the", "of", "and", "for"}
    kept = frozenset(word.replace("defence", "defense") for word in said if word in offices().common)
    rest = said - offices().common
    if not kept & offices().heads or any(not countries_in(word.upper()) for word in rest):
        return ()
    return tuple(sorted(kept - {"affairs"} if kept >= _AFFAIRS else kept))


def owners(party: LocalParty, text: str) -> frozenset[str]:
    """Whose body a party is: the countries that its names or the words beside its mentions give, else the owners as written."""
    named = countries_in(" ; ".join((party.name, *party.aliases)))
    return named or frozenset(_beside(party, text))


def is_common(party: LocalParty) -> bool:
    """Whether a party is called by a name that every country's body may bear."""
    return party.type is NameType.ORGANIZATION and bool(common_name(party.name))


def _beside(party: LocalParty, text: str) -> Iterator[str]:
    for mention in party.mentions[:MOST_MENTIONS]:
        near = text[max(0, mention.span.start - 30) : mention.span.start]
        if (found := _OWNER.search(near)) and found["owner"][0].isupper():
            yield from countries_in(found["owner"]) or (found["owner"].lower(),)
        for found in (_ADJECTIVE.search(near), _SEAT.match(text, mention.span.end, mention.span.end + 40)):
            if found:
                yield from countries_in(found["owner"])
