"""What a reader knows at a place in a text: the parties so far, and where each was mentioned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.annotate.group import Group
from sayso.annotate.standing import Standing
from sayso.findings import Mention
from sayso.spans import Span


@dataclass(slots=True)
class Known:
    """A group with what the document told of it so far. One without forms is somebody without a name."""

    group: Group
    titles: frozenset[str] = frozenset()
    gender: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    times: int = 0

    @property
    def named(self) -> bool:
        return bool(self.group.forms)


class Place(NamedTuple):
    """Where something stands: its words, and the number of its sentence, of its paragraph and of the quotation that holds it."""

    span: Span
    sentence: int
    paragraph: int
    quotation: int | None


class Seen(NamedTuple):
    """A mention in the order of the text: of which party, where, whether it does the telling there, how it stands, whether it is
    the first in its sentence, and whether it is sure that this party is meant.
    """

    known: Known
    place: Place
    speaks: bool
    standing: Standing
    first: bool = False
    by_pronoun: bool = False
    sure: bool = True

    @property
    def sentence(self) -> int:
        return self.place.sentence

    @property
    def span(self) -> Span:
        return self.place.span
