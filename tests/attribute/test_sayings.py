import pytest

from sayso.findings import NameType
from sayso.spans import words_of
from tests.attribute.hand import party, said, shown, with_cue

SENTENCES = [
    # the content follows
    ("The ferry company said on Monday that it would repay every ticket.",
     "The ferry company", "said", "that it would repay every ticket"),
    ("Dana Holt, the mayor of Eastport, insisted the bridge was safe.",
     "Dana Holt, the mayor of Eastport,", "insisted", "the bridge was safe"),
    ("Holt told the inquiry on Tuesday that the pumps had failed.", "Holt", "told", "that the pumps had failed"),
    ("The union vowed to block the harbour.", "The union", "vowed", "to block the harbour"),
    ("The minister has repeatedly denied taking money.", "The minister", "has repeatedly denied", "taking money"),
    ("The opposition accused the council of hiding the report.",
     "The opposition", "accused", "the council of hiding the report"),
    ("The firm declined to comment, in line with its policy.", "The firm", "declined", "to comment"),
    ("The embassy did not immediately respond to questions.",
     "The embassy", "did not immediately respond to", "questions"),
    ("People briefed on the talks said a deal was near.", "People briefed on the talks", "said", "a deal was near"),
    ("The port authority called the strike a disgrace.", "The port authority", "called", "the strike a disgrace"),
    ("Divers and salvage crews warned that the wreck could shift.",
     "Divers and salvage crews", "warned", "that the wreck could shift"),
    ("The minister on Friday announced a review.", "The minister", "announced", "a review"),
    ("On Tuesday the mayor, Dana Holt, promised a review.", "the mayor, Dana Holt,", "promised", "a review"),
    ("It warns, however, that the wreck could shift.", "It", "warns", "that the wreck could shift"),
    ("A log from the ferry, a copy of which was sent to us, says that the hull was thin.",
     "A log from the ferry", "says", "that the hull was thin"),
    # the content stands before
    ("The ferry sank within minutes, the coastguard said.", "the coastguard", "said", "The ferry sank within minutes"),
    ("The ferry sank within minutes, said Ivo Brandt, a marine engineer.",
     "Ivo Brandt, a marine engineer", "said", "The ferry sank within minutes"),
    ("The hull was thin, according to inspectors.", "inspectors", "according to", "The hull was thin"),
    ("The hull was thin, his aunt, Lena Ruiz, told the Gazette by telephone.",
     "his aunt, Lena Ruiz,", "told", "The hull was thin"),
    ("Ferry sailed with thin hull, leaked survey says", "leaked survey", "says", "Ferry sailed with thin hull"),
    ("The hull was thin, according to the city register of ships.",
     "the city register of ships", "according to", "The hull was thin"),
    ("According to Harbour Master Lena Ruiz, the hull was thin.",
     "Harbour Master Lena Ruiz", "According to", "the hull was thin"),
    ("The hull, the inspectors said, was thin.", "the inspectors", "said", "The hull … was thin"),
    ("As the Gazette reported, the hull was thin.", "the Gazette", "reported", "the hull was thin"),
    # nobody, or somebody behind a passive
    ("The captain is said to have left the bridge.", "", "is said", "The captain … to have left the bridge"),
    ("The captain allegedly left the bridge.", "", "allegedly", "The captain … left the bridge"),
    ("Investigators rejected his claim that the lights had failed.",
     "Investigators", "rejected", "his claim that the lights had failed"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), SENTENCES)
def test_it_finds_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [shown(text, a) for a in said(text)]


QUOTED = [
    ('Ivo Brandt said: "The hull was thin."', "Ivo Brandt", "said:", '"The hull was thin."'),
    ('"The hull was thin," Ivo Brandt said.', "Ivo Brandt", "said", '"The hull was thin,"'),
    ('"The hull was thin," said Ivo Brandt when asked by reporters.', "Ivo Brandt", "said", '"The hull was thin,"'),
    ('"The hull," Brandt said, "was thin."', "Brandt", "said", '"The hull," … "was thin."'),
    ('"The hull was thin," Brandt said. "We told them so."', "Brandt", "said", '"The hull was thin," … "We told them so."'),
    ('“The hull was thin. It broke,” Brandt told the inquiry.', "Brandt", "told", "“The hull was thin. It broke,”"),
    ('The hull was “thin as paper”, Brandt said.', "Brandt", "said", "The hull was “thin as paper”"),
    ('“We are leaving,” Brandt was quoted as saying by Reuters.', "Brandt", "was quoted as saying", "“We are leaving,”"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), QUOTED)
def test_quotations_belong_to_whoever_the_cue_names(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [shown(text, a) for a in said(text)]


def test_a_speech_goes_on_over_paragraphs_that_open_with_a_mark() -> None:
    text = 'Brandt said: "The hull was thin.\n"It broke at once.\n"Nobody was told."\nThe ferry was built abroad.'
    assert words_of(with_cue(text, "said:").content, text, "|") == '"The hull was thin.|"It broke at once.|"Nobody was told."'


def test_a_colon_at_the_end_of_a_paragraph_opens_the_next_one() -> None:
    text = "Brandt said:\n\n“The hull was thin.”\n\nThe ferry was built abroad."
    assert shown(text, with_cue(text, "said")) == ("Brandt", "said", "“The hull was thin.”")


def test_words_inside_a_quotation_are_no_cues() -> None:
    assert len(said('Brandt said: "I think they said the hull was thin."')) == 1


def test_an_attribution_inside_another_is_found_beside_it_and_ends_before_the_outer_cue() -> None:
    text = "The ministry claimed Orlov passed four files to the embassy, reported The Times."
    found = [shown(text, a) for a in said(text)]
    assert ("The ministry", "claimed", "Orlov passed four files to the embassy") in found
    assert ("The Times", "reported", "The ministry claimed Orlov passed four files to the embassy") in found


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    text = "The union condemned the sale and accused the owner of greed."
    assert [shown(text, a) for a in said(text)] == [
        ("The union", "condemned", "the sale"),
        ("The union", "accused", "the owner of greed"),
    ]


def test_with_somebody_saying_names_that_somebody() -> None:
    text = "The port condemned the report with a spokeswoman saying it was groundless."
    assert ("a spokeswoman", "saying", "it was groundless") in [shown(text, a) for a in said(text)]


def test_an_official_quoted_as_saying_is_the_source_of_what_follows() -> None:
    text = "State television quoted a harbour pilot as saying that the lights were out."
    assert ("a harbour pilot", "as saying", "that the lights were out") in [shown(text, a) for a in said(text)]


def test_a_name_with_commas_is_taken_whole() -> None:
    text = "The Ports, Ships, and Ferries Office said it was safe."
    office = party(text, "Ports, Ships, and Ferries Office", NameType.ORGANIZATION)
    assert shown(text, with_cue(text, "said", office))[0].endswith("Ports, Ships, and Ferries Office")


def test_a_month_for_a_surname_stays_in_the_name() -> None:
    text = "Prime Minister Tessa May said the port would reopen."
    assert shown(text, with_cue(text, "said"))[0] == "Prime Minister Tessa May"


def test_a_question_to_nobody_named_is_an_attribution_without_a_source() -> None:
    text = "Asked why the lights were out, the pilot said he did not know."
    assert ("", "Asked", "why the lights were out") in [shown(text, a) for a in said(text)]


def test_a_headline_with_a_colon() -> None:
    text = "Brandt: Ferry was never safe\nThe hull was thin."
    assert [shown(text, a) for a in said(text, headline=True)] == [("Brandt", ":", "Ferry was never safe")]


def test_a_transcript_gives_each_paragraph_to_its_speaker() -> None:
    text = "RUIZ: Was it safe? We must know.\nBRANDT: It was not."
    assert [shown(text, a) for a in said(text)] == [
        ("RUIZ", ":", "Was it safe? We must know."),
        ("BRANDT", ":", "It was not."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Two alleged smugglers were seen near the harbour.",
        "The crew used a compound called Tarvex.",
        "The report was published in June.",
        "Its claims department closed.",
        "The council spends more on its state schools.",
    ],
)
def test_words_that_only_look_like_cues_are_left_alone(text: str) -> None:
    assert said(text) == ()
