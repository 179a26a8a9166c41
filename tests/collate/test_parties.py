"""Which local parties are one party of the case."""

from __future__ import annotations

from sayso.collate.parties import Joined, joined
from sayso.findings import NameType, Party, Story
from tests.collate.hand import Marks, report

Row = tuple[str, NameType, tuple[str, ...]]


def join(*documents: tuple[Row, ...], stories: tuple[str, ...] = ()) -> Joined:
    """One document for each set of parties; `stories` says for each document which story it is in (all in one by default)."""
    readings = []
    for i, rows in enumerate(documents):
        text = "\n".join(shown for name, _, others in rows for shown in (name, *others))
        readings.append(report(f"r{i}", text, Marks(parties=rows)))
    story_of = dict(zip((r.id for r in readings), stories or ["s"] * len(readings), strict=True))
    found = [Story(s, s, tuple(d for d in story_of if story_of[d] == s)) for s in sorted(set(story_of.values()))]
    return joined(readings, found)


def person(name: str) -> Row:
    return (name, NameType.PERSON, ())


def names(found: Joined) -> list[tuple[str, int]]:
    return sorted((party.name, len(party.members)) for party in found.parties)


def test_one_full_name_is_one_party_in_any_spelling_of_case_and_title() -> None:
    assert names(join((person("Sir Ivo Kestrel"),), (person("Ivo Kestrel"),), (person("IVO KESTREL"),)))[0][1] == 3


def test_a_bare_surname_joins_the_only_bearer_in_its_story() -> None:
    assert names(join((person("Ivo Kestrel"),), (person("Kestrel"),))) == [("Ivo Kestrel", 2)]


def test_a_bare_surname_that_two_bear_joins_neither() -> None:
    assert len(join((person("Ivo Kestrel"), person("Ada Kestrel")), (person("Kestrel"),)).parties) == 3


def test_a_bare_surname_does_not_join_across_stories() -> None:
    assert len(join((person("Ivo Kestrel"),), (person("Kestrel"),), stories=("s", "t")).parties) == 2


def test_a_short_first_name_is_the_long_one_in_its_story_only() -> None:
    assert len(join((person("Tim Kestrel"),), (person("Timothy Kestrel"),)).parties) == 1
    assert len(join((person("Tim Kestrel"),), (person("Timothy Kestrel"),), stories=("s", "t")).parties) == 2
    assert len(join((person("Tim Kestrel"), person("Ada Kestrel")), (person("Timothy Kestrel"),)).parties) == 3


def test_an_acronym_joins_the_name_that_it_stands_for() -> None:
    long: Row = ("Office of Harbour Safety", NameType.ORGANIZATION, ("OHS",))
    assert names(join((long,), (("OHS", NameType.ORGANIZATION, ()),))) == [("Office of Harbour Safety", 2)]


def test_one_name_of_two_types_is_two_parties() -> None:
    assert len(join((("Kestrel", NameType.PLACE, ()),), (("Kestrel", NameType.ORGANIZATION, ()),)).parties) == 2


def test_every_local_party_is_a_member_of_one_party_with_an_id_of_its_own() -> None:
    found = join((person("Kestrel"), person("Ivo Marsh")), (person("Kestrel"),), (person("Ivo Marsh"),), stories=("s", "t", "t"))
    members = [member for party in found.parties for member in party.members]
    assert len(members) == len(set(members)) == 4
    assert len({party.id for party in found.parties}) == len(found.parties)


def test_mentions_lead_to_the_documents() -> None:
    party: Party = join((person("Ivo Kestrel"),), (person("Ivo Kestrel"),)).parties[0]
    assert len({place.document for place in party.mentions}) == 2
    assert party.because


def bodies(*texts: str, name: str = "Foreign Ministry", stories: tuple[str, ...] = ()) -> Joined:
    """One document for each text, each with the body of that name."""
    readings = [report(f"r{i}", text, Marks(parties=[(name, NameType.ORGANIZATION, ())])) for i, text in enumerate(texts)]
    story_of = dict(zip((r.id for r in readings), stories or ["s"] * len(readings), strict=True))
    found = [Story(s, s, tuple(d for d in story_of if story_of[d] == s)) for s in sorted(set(story_of.values()))]
    return joined(readings, found)


def test_the_foreign_ministries_of_two_countries_are_two() -> None:
    assert len(bodies("Norway's Foreign Ministry denied it.", "Sweden's Foreign Ministry denied it.").parties) == 2
    assert len(bodies("Norland's Foreign Ministry denied it.", "Sudland's Foreign Ministry denied it.").parties) == 2


def test_the_ministry_of_one_country_is_one_in_every_story_and_says_why() -> None:
    (party,) = bodies("Norway's Foreign Ministry left.", "The Foreign Ministry of Norway left.", stories=("s", "t")).parties
    assert party.because == ("Foreign Ministry: the one of Norway",)


def test_a_ministry_whose_country_goes_unsaid_is_the_only_one_in_its_story() -> None:
    assert len(bodies("Norway's Foreign Ministry left.", "The Foreign Ministry left.").parties) == 1
    assert (
        len(bodies("Norway's Foreign Ministry left.", "Sweden's Foreign Ministry left.", "The Foreign Ministry left.").parties) == 3
    )
    assert len(bodies("Norway's Foreign Ministry left.", "The Foreign Ministry left.", stories=("s", "t")).parties) == 2


def test_other_middle_letters_are_other_persons() -> None:
    assert len(join((person("Ivo J. Kestrel"),), (person("Ivo Kestrel"),)).parties) == 1
    assert len(join((person("Ivo J. Kestrel"),), (person("Ivo P. Kestrel"),), (person("Ivo Kestrel"),)).parties) == 3


def test_a_nickname_is_the_given_name_in_its_story() -> None:
    assert len(join((person("Jim Kestrel"),), (person("James Kestrel"),)).parties) == 1
    assert len(join((person("Jim Kestrel"), person("Ada Kestrel")), (person("James Kestrel"),)).parties) == 3


def test_points_and_spelling_make_no_other_body() -> None:
    a, b = ("P.H.O.", NameType.ORGANIZATION, ()), ("PHO", NameType.ORGANIZATION, ())
    assert len(join((a,), (b,)).parties) == 1
    c, d = ("Harbour Defence Union", NameType.ORGANIZATION, ()), ("Harbor Defense Union", NameType.ORGANIZATION, ())
    assert len(join((c,), (d,)).parties) == 1


def test_a_son_is_not_his_father() -> None:
    assert len(join((person("Ivo Kestrel"),), (person("Ivo Kestrel Jr."),)).parties) == 2
