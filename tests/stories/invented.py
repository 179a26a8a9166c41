"""Reports of invented events, as readings made by hand."""

from __future__ import annotations

from sayso.findings import LocalParty, Mention, MentionKind, NameType, Reading
from sayso.spans import Span
from tests.reuse.invented import APART, FLOOD, REWORDED, body, reading

STRIKE = (
    "Bus drivers in Tarn walked out at midnight after talks over pay and night shifts with the transport company broke down.",
    "The union leader Ines Okafor said her members would stay at home until the company offers six per cent to everybody.",
    "Commuters in Tarn queued for taxis, and the railway put on longer trains to carry those whom the bus drivers left waiting.",
)
STRIKE_TOO = (
    "No buses left the depots of Tarn this morning because drivers stopped work at midnight in a quarrel over pay and shifts.",
    "Ines Okafor, who leads the union of the bus drivers, called the four per cent that the transport company offered an insult.",
    "Taxis in Tarn were hard to find, while longer trains took some of the commuters who usually go by bus.",
)


def report(key: str, *paragraphs: str, date: str | None = None, title: str | None = None, names: tuple[str, ...] = ()) -> Reading:
    """A report in which each of the names is a party wherever it stands."""
    text = body(*paragraphs)
    parties = tuple(
        LocalParty(f"{key}-{name}", name, NameType.PERSON, (), (Mention(Span(at, at + len(name)), MentionKind.NAME),))
        for name in names
        if (at := text.find(name)) >= 0
    )
    return reading(key, text, date=date, title=title, parties=parties)


def flood(date: str | None = "2024-03-04") -> list[Reading]:
    names = ("Sorrel", "Hollin")
    return [
        report("flood-1", *FLOOD, date=date, title="Dam gives way above Hollin", names=names),
        report("flood-2", *REWORDED, date=date, names=names),
        report("flood-3", *APART, FLOOD[1], FLOOD[4], date=date, names=names),
    ]


def strike(date: str | None = "2024-03-05") -> list[Reading]:
    names = ("Ines Okafor", "Tarn")
    return [
        report("strike-1", *STRIKE, date=date, title="Bus drivers walk out", names=names),
        report("strike-2", *STRIKE_TOO, date=date, names=names),
    ]
