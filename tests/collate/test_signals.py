"""The signs by which accounts are held to give one proposition."""

from sayso.collate.accounts import told
from sayso.collate.parties import joined
from sayso.collate.signals import Rarity, nearest, signs
from sayso.findings import NameType, Story
from tests.collate.hand import Marks, Said, report

CONTENT = "the captain sold the copper to a dealer in the old harbour"


def signs_between(*speakers: str) -> dict[str, float]:
    readings = [
        report(key, f"{who} said {CONTENT}.", Marks(parties=[(who, NameType.ORGANIZATION, ())], said=[Said(who, "said", CONTENT)]))
        for key, who in zip("ab", speakers, strict=True)
    ]
    parties = joined(readings, [Story("s-1", "a sale", tuple(r.id for r in readings))])
    a, b = (told(reading, parties)[0] for reading in readings)
    return signs(a, b, cosine=0.9, passage=0.0, rarity=Rarity([a, b]))


def test_two_known_speakers_who_differ_count_against_one_claim() -> None:
    assert "other_speaker" in signs_between("Marwick Salvage", "Kestrel Lines")


def test_a_government_as_a_whole_does_not_differ_from_a_ministry() -> None:
    assert "other_speaker" not in signs_between("the Chinese government", "the Ministry of Ports")


def test_a_pair_that_is_one_of_two_as_good_is_neither_nearest_nor_behind() -> None:
    assert nearest(0.6, 0.6) == 0.5
    assert nearest(0.9, 0.6) == 1
    assert nearest(0.5, 0.9) == 0
