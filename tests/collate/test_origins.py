"""How many first hands stand behind a claim. What is not shown counts as none."""

from __future__ import annotations

from sayso.collate.parties import joined
from sayso.collate.stage import Collated, collated
from sayso.config import CollateSettings
from sayso.findings import Claim, Direction, Lineage, NameType, OriginStatus, Passage, Reading, Relation, Stance, Story
from tests.collate.hand import Marks, Said, copied, encode, report

CONTENT = "the captain sold the copper to a dealer in the old harbour"


def claim_of(*readings: Reading, passages: tuple[Passage, ...] = (), lineages: tuple[Lineage, ...] = ()) -> Claim:
    (claim,) = collated_of(*readings, passages=passages, lineages=lineages).claims
    return claim


def collated_of(*readings: Reading, passages: tuple[Passage, ...] = (), lineages: tuple[Lineage, ...] = ()) -> Collated:
    story = Story("s-1", "a fire", tuple(r.id for r in readings))
    return collated("s-1", readings, passages, lineages, joined(readings, [story]), CollateSettings(), encode)


def said_by(
    key: str, who: str, type_: NameType = NameType.PERSON, stance: Stance = Stance.STATES, relay: str | None = None
) -> Reading:
    marks = Marks(parties=[(who, type_, ())], said=[Said(who, "said", CONTENT, stance=stance, relay=relay)])
    return report(key, f"{who} said {CONTENT}.", marks, outlet=f"The {key.upper()} Post")


def test_one_speakers_statement_is_one_origin_however_many_report_it() -> None:
    origins = claim_of(*(said_by(key, "Ivo Kestrel") for key in "abc")).origins
    assert (origins.count, origins.status) == (1, OriginStatus.SINGLE)
    assert "both give the statement of Ivo Kestrel" in origins.groups[0].because


def test_two_named_speakers_whom_nothing_ties_are_two_origins() -> None:
    origins = claim_of(said_by("a", "Ivo Kestrel"), said_by("b", "Lena Marwick")).origins
    assert (origins.count, origins.status) == (2, OriginStatus.INDEPENDENT)


def test_two_speakers_of_one_government_are_not_shown_to_be_independent() -> None:
    a = said_by("a", "the Chinese navy", NameType.ORGANIZATION)
    b = said_by("b", "China's coast guard", NameType.ORGANIZATION)
    origins = claim_of(a, b).origins
    assert (origins.count, origins.status) == (1, OriginStatus.NOT_ESTABLISHED)


def test_a_government_and_its_ministry_are_one_first_hand() -> None:
    a = said_by("a", "the Chinese government", NameType.ORGANIZATION)
    b = said_by("b", "China's coast guard", NameType.ORGANIZATION)
    origins = claim_of(a, b).origins
    assert origins.status is OriginStatus.SINGLE
    assert origins.groups[0].because == ("China's coast guard speaks for the Chinese government",)


def test_a_ministry_speaks_for_the_government_of_the_country_that_is_named_before_it() -> None:
    ministry = Marks(parties=[("Ministry of Ports", NameType.ORGANIZATION, ())], said=[Said("Ministry of Ports", "said", CONTENT)])
    b = report("b", f"China's Ministry of Ports said {CONTENT}.", ministry, outlet="The B Post")
    origins = claim_of(said_by("a", "the Chinese government", NameType.ORGANIZATION), b).origins
    assert origins.groups[0].because == ("Ministry of Ports speaks for the Chinese government",)


def test_whoever_says_the_contrary_does_not_bear_a_claim_out() -> None:
    other = "the captain had not sold the copper to a dealer in the old harbour"
    marks = Marks(parties=[("Lena Marwick", NameType.PERSON, ())], said=[Said("Lena Marwick", "said", other)])
    a = Marks(parties=[("Ivo Kestrel", NameType.PERSON, ())], said=[Said("Ivo Kestrel", "said", other.replace("not ", ""))])
    readings = (
        report("a", f"Ivo Kestrel said {other.replace('not ', '')}.", a, outlet="The A Post"),
        report("b", f"Lena Marwick said {other}.", marks, outlet="The B Post"),
    )
    origins = claim_of(*readings).origins
    assert (origins.count, origins.status) == (1, OriginStatus.NOT_ESTABLISHED)


def test_who_denies_it_is_no_origin_of_it() -> None:
    origins = claim_of(said_by("a", "Ivo Kestrel"), said_by("b", "Lena Marwick", stance=Stance.DENIES)).origins
    assert origins.count == 1
    assert origins.status is not OriginStatus.INDEPENDENT


def test_two_outlets_that_just_say_it_are_not_held_to_be_independent() -> None:
    a, b = (report(key, f"On that night {CONTENT}.", outlet=f"The {key.upper()} Post") for key in "ab")
    origins = claim_of(a, b).origins
    assert (origins.count, origins.status, len(origins.groups)) == (1, OriginStatus.NOT_ESTABLISHED, 2)


def test_a_shared_passage_makes_one_origin() -> None:
    a, b = (report(key, f"On that night {CONTENT}.", outlet=f"The {key.upper()} Post") for key in "ab")
    origins = claim_of(a, b, passages=(copied(a, b, a.text, b.text),)).origins
    assert origins.status is OriginStatus.SINGLE
    assert origins.groups[0].because == ("share 15 words word for word",)


def test_a_derived_report_that_drops_the_source_is_no_second_origin() -> None:
    a = said_by("a", "Ivo Kestrel")
    b = report("b", f"On that night {CONTENT}.", outlet="The B Post")
    x, y = sorted((a.id, b.id))
    lineage = Lineage(x, y, Relation.DERIVED, Direction.UNKNOWN, 0.8, 0.9, ("nine passages in the same order",))
    origins = claim_of(a, b, lineages=(lineage,)).origins
    assert origins.status is OriginStatus.SINGLE


def test_versions_of_one_report_are_one_origin() -> None:
    a = said_by("a", "Ivo Kestrel")
    b = report("b", f"On that night {CONTENT}.", outlet="The A Post")
    x, y = sorted((a.id, b.id))
    lineage = Lineage(x, y, Relation.VERSION, Direction.A_TO_B, 0.8, 0.9, ("both are The A Post's",))
    origins = claim_of(a, b, lineages=(lineage,)).origins
    assert (origins.status, origins.groups[0].because) == (
        OriginStatus.SINGLE,
        ("the reports are versions of one: both are The A Post's",),
    )


def test_what_came_through_another_outlet_goes_back_to_it() -> None:
    a = said_by("a", "the police", NameType.ORGANIZATION, relay="The B Post")
    b = report("b", f"On that night {CONTENT}.", outlet="The B Post")
    origins = claim_of(a, b).origins
    assert origins.status is OriginStatus.SINGLE
    assert origins.groups[0].because == ("credits The B Post",)


QUOTED = "“the copper went to a dealer in the old harbour”"


def quoted_by(key: str, who: str) -> Reading:
    parties = [(who, NameType.PERSON, ())] if who != "They" else []
    return report(key, f"{who} said {QUOTED}.", Marks(parties=parties, said=[Said(who, "said", QUOTED)]), outlet=f"The {key} Post")


def test_words_quoted_as_theirs_are_those_of_whom_another_report_names_with_them() -> None:
    origins = claim_of(quoted_by("a", "Ivo Kestrel"), quoted_by("b", "They")).origins
    assert (origins.status, origins.groups[0].because) == (OriginStatus.SINGLE, ("both quote the same 10 words",))


def test_two_who_are_quoted_with_the_very_words_are_not_shown_to_be_independent() -> None:
    origins = claim_of(quoted_by("a", "Ivo Kestrel"), quoted_by("b", "Lena Marwick")).origins
    assert (origins.count, origins.status, len(origins.groups)) == (1, OriginStatus.NOT_ESTABLISHED, 2)


def test_who_speaks_for_somebody_is_no_second_origin_beside_them() -> None:
    a = said_by("a", "Ivo Kestrel")
    text = f"Lena Marwick said {CONTENT}.\nLena Marwick, a top adviser to Mr Kestrel, left at noon with nobody beside her."
    marks = Marks(parties=[("Lena Marwick", NameType.PERSON, ())], said=[Said("Lena Marwick", "said", CONTENT)])
    found = collated_of(a, report("b", text, marks, outlet="The B Post"))
    assert found.claims[0].origins.status is OriginStatus.NOT_ESTABLISHED


def test_one_report_that_gives_the_same_words_twice_is_one_origin() -> None:
    again = CONTENT.replace("the captain", "The captain")
    said = [Said("Posts", "said", CONTENT), Said("Later notes", "wrote", again)]
    made = report("a", f"Posts said {CONTENT}.\nLater notes wrote {again}.", Marks(said=said))
    origins = claim_of(made).origins
    assert (origins.status, origins.groups[0].because) == (OriginStatus.SINGLE, ("one report says it more than once",))


def test_every_account_is_in_exactly_one_group() -> None:
    claim = claim_of(said_by("a", "Ivo Kestrel"), said_by("b", "Lena Marwick"), said_by("c", "Ivo Kestrel"))
    grouped = sorted(account for group in claim.origins.groups for account in group.accounts)
    assert grouped == sorted(account.id for account in claim.accounts)


def test_speakers_whom_a_title_puts_on_one_side_are_not_shown_to_be_independent() -> None:
    content = f"French minister Ivo Kestrel said {CONTENT}."
    a = report("a", content, Marks(parties=[("Ivo Kestrel", NameType.PERSON, ())], said=[Said("Ivo Kestrel", "said", CONTENT)]))
    content = f"Lena Marwick, the French envoy, said {CONTENT}."
    b = report("b", content, Marks(parties=[("Lena Marwick", NameType.PERSON, ())], said=[Said("Lena Marwick", "said", CONTENT)]))
    assert claim_of(a, b).origins.status is OriginStatus.NOT_ESTABLISHED


def test_a_newspaper_that_is_quoted_is_the_newspaper() -> None:
    a = said_by("a", "The B Post", NameType.ORGANIZATION)
    b = report("b", f"On that night {CONTENT}.", outlet="The B Post")
    assert claim_of(a, b).origins.status is OriginStatus.SINGLE


def test_two_interviews_with_one_speaker_are_two_statements_of_one_origin() -> None:
    again = f"Ivo Kestrel told this paper in a second interview that {CONTENT}."
    marks = Marks(parties=[("Ivo Kestrel", NameType.PERSON, ())], said=[Said("Ivo Kestrel", "told", CONTENT)])
    origins = claim_of(said_by("a", "Ivo Kestrel"), report("b", again, marks, outlet="The B Post")).origins
    assert (origins.count, origins.status) == (1, OriginStatus.SINGLE)
    assert origins.groups[0].because == ("both give the statement of Ivo Kestrel",)


def unnamed(key: str, who: str) -> Reading:
    return report(key, f"{who} said {CONTENT}.", Marks(said=[Said(who, "said", CONTENT)]), outlet=f"The {key.upper()} Post")


def test_sources_without_a_name_are_held_to_be_neither_the_same_nor_different_people() -> None:
    for one, other in (("an official", "an official"), ("a senior official", "a person close to the harbour")):
        origins = claim_of(unnamed("a", one), unnamed("b", other)).origins
        assert (origins.count, origins.status, len(origins.groups)) == (1, OriginStatus.NOT_ESTABLISHED, 2)


def test_a_source_without_a_name_is_no_second_origin_beside_one_with_a_name() -> None:
    origins = claim_of(said_by("a", "Ivo Kestrel"), unnamed("b", "a senior official")).origins
    assert (origins.count, origins.status) == (1, OriginStatus.NOT_ESTABLISHED)


def test_two_speakers_through_one_paper_are_not_shown_to_be_independent() -> None:
    a, b = said_by("a", "Ivo Kestrel", relay="The C Post"), said_by("b", "Lena Marwick", relay="The C Post")
    assert claim_of(a, b).origins.count == 1


def test_a_wire_that_two_reports_carry_is_one_origin_of_what_they_say_themselves() -> None:
    a, b = (report(key, f"On that night {CONTENT}.", outlet=f"The {key.upper()} Post") for key in "ab")
    x, y = sorted((a.id, b.id))
    lineage = Lineage(x, y, Relation.COMMON_ORIGIN, Direction.COMMON, 0.4, 0.5, ("both credit Reuters",))
    origins = claim_of(a, b, lineages=(lineage,)).origins
    assert (origins.status, origins.groups[0].because) == (
        OriginStatus.SINGLE,
        ("the reports have a common origin: both credit Reuters",),
    )


def with_title(key: str, title: str, who: str) -> Reading:
    marks = Marks(parties=[(who, NameType.PERSON, ())], said=[Said(f"{title} {who}", "said", CONTENT, party=who)])
    return report(key, f"{title} {who} said {CONTENT}.", marks, outlet=f"The {key.upper()} Post")


def by_words(key: str, text: str, source: str, *parties: str) -> Reading:
    marks = Marks(parties=[(name, NameType.PERSON, ()) for name in parties], said=[Said(source, "said", CONTENT)])
    return report(key, f"{text} said {CONTENT}.", marks, outlet=f"The {key.upper()} Post")


def test_two_who_hold_office_in_one_government_are_one_first_hand() -> None:
    a, b = with_title("a", "Norwegian Foreign Minister", "Ivo Kestrel"), with_title("b", "Norway's Prime Minister", "Lena Marwick")
    origins = claim_of(a, b).origins
    assert origins.status is OriginStatus.SINGLE
    assert origins.groups[0].because == (
        "both speak for one government: “Norway's Prime Minister Lena Marwick”, “Norwegian Foreign Minister Ivo Kestrel”",
    )


def test_a_minister_and_the_country_are_one_first_hand() -> None:
    a = with_title("a", "Norwegian Foreign Minister", "Ivo Kestrel")
    assert claim_of(a, said_by("b", "Norway", NameType.PLACE)).origins.status is OriginStatus.SINGLE


def test_the_ministers_of_two_governments_are_two() -> None:
    a, b = with_title("a", "Norwegian Foreign Minister", "Ivo Kestrel"), with_title("b", "Swedish Foreign Minister", "Lena Marwick")
    assert claim_of(a, b).origins.status is not OriginStatus.SINGLE


def test_who_held_office_once_does_not_speak_for_the_government() -> None:
    a, b = with_title("a", "former Norwegian Foreign Minister", "Ivo Kestrel"), said_by("b", "Norway", NameType.PLACE)
    assert claim_of(a, b).origins.status is OriginStatus.NOT_ESTABLISHED


def test_somebody_s_government_is_the_government_of_the_country_that_they_lead() -> None:
    text = "Norwegian Prime Minister Lena Marwick left. Marwick's government"
    a = by_words("a", text, "Marwick's government", "Lena Marwick")
    assert claim_of(a, said_by("b", "Norway", NameType.PLACE)).origins.status is OriginStatus.SINGLE


def test_the_leaders_of_a_union_are_one_first_hand_in_any_words() -> None:
    a, b = by_words("a", "EU leaders", "EU leaders"), by_words("b", "the 28 EU heads of state", "the 28 EU heads of state")
    assert claim_of(a, b).origins.status is OriginStatus.SINGLE


def test_a_spokeswoman_speaks_for_her_company() -> None:
    a, b = with_title("a", "Norsk Marine spokeswoman", "Lena Marwick"), said_by("b", "Norsk Marine", NameType.ORGANIZATION)
    origins = claim_of(a, b).origins
    assert origins.groups[0].because == ("Lena Marwick speaks for Norsk Marine: “Norsk Marine spokeswoman Lena Marwick”",)


def test_officials_of_a_country_without_a_name_are_held_to_be_neither_the_same_nor_different() -> None:
    for who in ("a senior U.S. official", "U.S. officials", "officials in Cairo"):
        origins = claim_of(unnamed("a", who), unnamed("b", who)).origins
        assert (origins.count, origins.status) == (1, OriginStatus.NOT_ESTABLISHED)


def test_a_house_of_an_assembly_is_no_second_origin_beside_the_assembly() -> None:
    a, b = said_by("a", "Congress", NameType.ORGANIZATION), said_by("b", "the Senate", NameType.ORGANIZATION)
    assert claim_of(a, b).origins.count == 1


def test_a_paper_that_leaves_open_who_wrote_it_is_no_second_origin() -> None:
    marks = Marks(parties=[("Lena Marwick", NameType.PERSON, ())], said=[Said("The letter", "said", CONTENT, party="Lena Marwick")])
    b = report("b", f"Lena Marwick left. The letter said {CONTENT}.", marks, outlet="The B Post")
    assert claim_of(said_by("a", "Ivo Kestrel"), b).origins.count == 1


def test_words_that_one_quotes_and_the_other_gives_without_marks_show_no_second_origin() -> None:
    b = report(
        "b",
        f"Lena Marwick said “{CONTENT}”.",
        Marks(parties=[("Lena Marwick", NameType.PERSON, ())], said=[Said("Lena Marwick", "said", f"“{CONTENT}”")]),
        outlet="The B Post",
    )
    assert claim_of(said_by("a", "Ivo Kestrel"), b).origins.count == 1
