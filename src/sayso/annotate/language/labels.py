"""What a recogniser says of each piece: the labels of its heads, by number. A release of a model keeps to this order."""

from __future__ import annotations

from enum import IntEnum

from sayso.findings import NameType

NAMED = (NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.OTHER)
"""Types of names in the order of their labels: 0 is no name, 2 i + 1 begins a name of type i, 2 i + 2 goes on with it."""

NAME_LABELS = 1 + 2 * len(NAMED)
CUE_LABELS = 3


class Tag(IntEnum):
    """Labels of one kind of span."""

    OUTSIDE = 0
    FIRST = 1
    REST = 2


class Part(IntEnum):
    """What a piece is to one cue."""

    OUTSIDE = 0
    FIRST_OF_SOURCE = 1
    REST_OF_SOURCE = 2
    FIRST_OF_CONTENT = 3
    REST_OF_CONTENT = 4
