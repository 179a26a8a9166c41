from sayso.findings import MentionKind, NameType
from tests.annotate.pages import party, read


def meant(text: str, name: str, kind: MentionKind) -> list[str]:
    return [m.span.of(text) for m in party(text, name).mentions if m.kind is kind]


def test_surname_honour_and_short_given_name_are_one_person() -> None:
    text = "Sir Alan Whitcombe spoke. Sir Alan was calm. Mr Whitcombe left, and Al Whitcombe did not return."
    found = party(text, "Alan Whitcombe")
    assert found.aliases == ("Al Whitcombe", "Sir Alan", "Sir Alan Whitcombe", "Whitcombe")
    assert len(found.mentions) == 4


def test_two_persons_of_one_surname_stay_two() -> None:
    text = "Martin Hale sued. His sister Rosa Hale did not. Rosa called it absurd."
    assert len(party(text, "Martin Hale").mentions) == 2  # by name and by "His"
    assert party(text, "Rosa Hale").aliases == ("Rosa",)


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "The Harbour Workers' Relief Board (HWRB) met. Later the HWRB voted."
    assert party(text, "HWRB").name == "Harbour Workers' Relief Board" or len(party(text, "HWRB").mentions) == 3


def test_an_acronym_of_initials_is_that_name() -> None:
    text = "He ran the Northern Fisheries Agency for years. Staff of the NFA wept."
    assert party(text, "NFA").name == "Northern Fisheries Agency"


def test_names_that_the_table_knows_are_one() -> None:
    text = "MI6 was silent. A spokesman for the Secret Intelligence Service left. Papers wrote M16 again."
    assert party(text, "M16") == party(text, "MI6")
    assert party("The UK and Britain agreed.", "UK").aliases == ("UK", "United Kingdom")


def test_a_seat_of_power_is_not_its_country() -> None:
    text = "Russia denied it. Moscow was angry, and the Kremlin silent."
    assert {p.name for p in read(text).parties} == {"Russia", "Moscow", "Kremlin"}


def test_an_institution_called_by_its_country_is_a_party() -> None:
    text = "The Norwegian government objected. Sweden's government agreed, and Norway’s government yielded."
    assert party(text, "Norwegian government").type is NameType.ORGANIZATION
    assert meant(text, "Norwegian government", MentionKind.ROLE) == ["Norwegian government", "Norway’s government"]


def test_foreign_ministries_of_two_countries_stay_two() -> None:
    text = "Russia's Foreign Ministry protested. The Israeli Foreign Ministry did not answer."
    found = [p for p in read(text).parties if "inistry" in p.name]
    assert len(found) == 2


def test_he_is_the_person_who_spoke() -> None:
    text = "Oleg Brandt met Rosa Hale in the harbour. He said it was cold. She left."
    assert meant(text, "Oleg Brandt", MentionKind.PRONOUN) == ["He"]
    assert meant(text, "Rosa Hale", MentionKind.PRONOUN) == ["She"]


def test_in_doubt_nobody_is_meant() -> None:
    text = "Oleg Brandt met Martin Hale near the port of Oslo. Everyone saw him."
    assert not [m for p in read(text).parties for m in p.mentions if m.kind is MentionKind.PRONOUN]


def test_a_pronoun_after_a_person_without_a_name_means_nobody_named() -> None:
    text = "Oleg Brandt warned of it. A researcher was arrested. He denied everything."
    assert meant(text, "Oleg Brandt", MentionKind.PRONOUN) == []


def test_within_quotation_marks_the_speaker_is_nobody_s_he() -> None:
    text = "Oleg Brandt met Martin Hale in the port. “He lied,” Brandt said."
    assert meant(text, "Oleg Brandt", MentionKind.PRONOUN) == []


def test_who_is_only_named_in_a_quotation_is_not_the_one_who_tells() -> None:
    text = "Oleg Brandt warned the port. “They told me that Martin Hale eats well,” he said. “They count.”"
    assert meant(text, "Martin Hale", MentionKind.PRONOUN) == []


def test_his_and_her_belong_to_the_subject_of_the_clause() -> None:
    text = "Oleg Brandt left the port with his crew. Rosa Hale sold her ship. Her crew wept."
    assert meant(text, "Oleg Brandt", MentionKind.PRONOUN) == ["his"]
    assert meant(text, "Rosa Hale", MentionKind.PRONOUN) == ["her", "Her"]


def test_its_belongs_to_the_organisation_that_is_the_subject() -> None:
    text = "Orrin Foods said its nets were cut."
    assert meant(text, "Orrin Foods", MentionKind.PRONOUN) == ["its"]


def test_a_relation_before_a_name_tells_the_gender() -> None:
    text = "Her dad, Tamsin Orrel, was at the quay. He told the paper that it was cold."
    assert meant(text, "Tamsin Orrel", MentionKind.PRONOUN) == ["He"]


def test_the_ministry_and_the_minister_are_the_ones_named() -> None:
    text = (
        "The Ministry of Fisheries denied it. Foreign Minister Vera Lindqvist agreed. The ministry said no more. The minister left."
    )
    assert meant(text, "Ministry of Fisheries", MentionKind.ROLE) == ["The ministry"]
    assert meant(text, "Vera Lindqvist", MentionKind.ROLE) == ["The minister"]


def test_a_ministry_that_goes_on_telling_may_be_called_the_department() -> None:
    text = "The Ministry of Fisheries alleged that Orrin Foods dumped oil. The department also claimed that nets were cut."
    assert meant(text, "Ministry of Fisheries", MentionKind.ROLE) == ["The department"]


def test_the_department_is_not_a_company_that_spoke_before() -> None:
    text = "Orrin Foods Ltd alleged that nets were cut. The department also claimed that oil was dumped."
    assert meant(text, "Orrin Foods Ltd", MentionKind.ROLE) == []


def test_ids_name_the_document_the_name_and_the_type() -> None:
    text = "Oleg Brandt spoke."
    assert read(text).parties == read(text).parties
    assert len({p.id for p in read("Oleg Brandt of Brandt Ltd met Rosa Hale.").parties}) == 3


def test_every_mention_is_in_order_and_within_the_text() -> None:
    text = "Oleg Brandt spoke. He said Brandt Ltd was sound. “It is,” Rosa Hale said. The company left."
    for p in read(text).parties:
        assert list(p.mentions) == sorted(p.mentions, key=lambda m: m.span)
        assert all(m.span.of(text) for m in p.mentions)


def test_the_title_between_commas_tells_whom_she_means() -> None:
    text = "Dana Hale left. The ministry’s spokeswoman, Oro Brandt, denied it. She said the rest was false."
    assert meant(text, "Oro Brandt", MentionKind.PRONOUN) == ["She"]


def test_what_a_person_is_called_between_commas_means_that_person_later() -> None:
    text = "Vera Lindqvist, the harbour master, met Oleg Brandt. The harbour master left. The master of ceremonies stayed."
    assert meant(text, "Vera Lindqvist", MentionKind.ROLE) == ["the harbour master", "The harbour master"]


def test_the_age_tells_who_is_meant() -> None:
    text = "Vera Lindqvist, 34, met Oleg Brandt, 61. The 61-year-old left. The 34-year-old stayed. The 50-year-old slept."
    assert meant(text, "Vera Lindqvist", MentionKind.ROLE) == ["The 34-year-old"]
    assert meant(text, "Oleg Brandt", MentionKind.ROLE) == ["The 61-year-old"]


def test_an_age_that_was_not_given_means_the_only_person_near() -> None:
    assert meant("Vera Lindqvist won. The 34-year-old wept.", "Vera Lindqvist", MentionKind.ROLE) == ["The 34-year-old"]
    assert meant("Vera Lindqvist beat Oleg Brandt. The 34-year-old wept.", "Vera Lindqvist", MentionKind.ROLE) == []


def test_i_in_a_quotation_is_whoever_tells_it_and_outside_of_one_nobody() -> None:
    text = "Oleg Brandt met Rosa Hale. “I told her that my ship leaks,” Brandt said. I wonder."
    assert meant(text, "Oleg Brandt", MentionKind.PRONOUN) == ["I", "my"]


def test_i_is_nobody_where_two_tell() -> None:
    assert meant("“I left,” Oleg Brandt said, and Rosa Hale said “I did too”.", "Oleg Brandt", MentionKind.PRONOUN) == []


def test_we_in_a_quotation_is_the_organisation_that_tells_it_and_no_person() -> None:
    assert meant("Orrin Foods Ltd sued. “We sold our nets,” Orrin Foods Ltd said.", "Orrin Foods Ltd", MentionKind.PRONOUN) == [
        "We",
        "our",
    ]
    assert meant("“We sold our nets,” Rosa Hale said.", "Rosa Hale", MentionKind.PRONOUN) == []


def test_a_country_in_capitals_is_no_pronoun() -> None:
    assert meant("“It is what the US wants,” Orrin Foods said.", "Orrin Foods", MentionKind.PRONOUN) == []


def test_who_says_a_long_quotation_was_named_one_sentence_before_it() -> None:
    said = "“The nets were cut. The hull was thin. The crew was ill. The pumps failed. Nobody came,” she said."
    assert meant(f"Rosa Hale blamed the port. {said}", "Rosa Hale", MentionKind.PRONOUN) == ["she"]


def test_whom_a_saying_is_about_is_not_who_says_it() -> None:
    text = "Martin Hale spoke first. Of Oleg Brandt, he said that nobody was calmer."
    assert meant(text, "Oleg Brandt", MentionKind.PRONOUN) == []


def test_a_role_may_own_something() -> None:
    text = "The Ministry of Fisheries denied it. The ministry’s boats had left."
    assert meant(text, "Ministry of Fisheries", MentionKind.ROLE) == ["The ministry"]


def test_a_ministry_is_also_that_of_the_country_in_whose_capital_it_sits() -> None:
    text = "Russia's Foreign Ministry protested. The Foreign Ministry in Berlin agreed. Germany’s foreign ministry left."
    assert meant(text, "German foreign ministry", MentionKind.NAME) + meant(text, "German foreign ministry", MentionKind.ROLE)
    assert len([p for p in read(text).parties if "inistry" in p.name]) == 2
