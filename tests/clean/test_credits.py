from __future__ import annotations

import pytest

from sayso.documents import Declared

from .pages import LEAD, STORY, clean


def credited(text: str, outlet: str | None = None) -> list[tuple[str, str]]:
    return [(credit.name, credit.span.of(text)) for credit in clean(text, Declared(outlet=outlet)).credits]


@pytest.mark.parametrize(
    ("sentence", "name", "words"),
    [
        ("The crew was drunk, reported The Times.", "The Times", "reported The Times"),
        ("The crew was drunk, The New York Times reported on Tuesday.", "The New York Times", "The New York Times reported"),
        ("The crew was drunk, according to a report in Der Spiegel.", "Der Spiegel", "according to a report in Der Spiegel"),
        ("“I saw it all,” a diver told the BBC.", "BBC", "told the BBC"),
        ("From The Telegraph: “The ship was lost before it left the harbour.”", "The Telegraph", "From The Telegraph"),
        ("The Xinhua news agency said that nobody was hurt.", "Xinhua", "The Xinhua news agency said"),
        (
            "The owner was bankrupt, as first reported by the Financial Times.",
            "Financial Times",
            "as first reported by the Financial Times",
        ),
        ("The owner was bankrupt, the FT has reported.", "Financial Times", "the FT has reported"),
        ("Citing AFP, the paper said nothing else.", "AFP", "Citing AFP"),
        ("In an interview with Le Monde she denied it.", "Le Monde", "interview with Le Monde"),
    ],
)
def test_an_outlet_whose_reporting_is_carried_is_credited_with_the_words_that_say_so(sentence: str, name: str, words: str) -> None:
    assert credited(f"{LEAD}\n\n{sentence}") == [(name, words)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Reuters contributed to this report.", ["Reuters"]),
        ("Fox News’ Ada Brook and The Associated Press contributed to this report.", ["AP", "Fox News"]),
        ("Agencia Norlandia Press contributed to this report.", ["Agencia Norlandia Press"]),
        ("Ada Brook and C. D. Lund contributed to this report.", []),
        ("Material from Agence France-Presse was used in this report.", ["AFP"]),
        ("Copyright 2021 The Associated Press. All rights reserved.", ["AP"]),
    ],
)
def test_a_credit_line_names_the_outlets_in_it(line: str, names: list[str]) -> None:
    found = clean(f"{STORY}\n\n{line}", Declared(outlet="The Harbour Post")).credits
    assert sorted(credit.name for credit in found) == names


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("OSLO (AP) — A cargo ship ran aground.", "AP"),
        ("OSLO, Norland (Reuters) - A cargo ship ran aground.", "Reuters"),
        ("BEIJING, Jan. 8 (Xinhua) -- A cargo ship ran aground.", "Xinhua"),
        ("MOSCOW, March 15. /TASS/. A cargo ship ran aground.", "TASS"),
        ("Berlin (dpa) - Ein Frachter ist auf Grund gelaufen.", "dpa"),
        ("LONDON/OSLO (Reuters) - A cargo ship ran aground.", "Reuters"),
    ],
)
def test_a_wire_in_a_dateline_is_credited_and_the_paragraph_stays_body(lead: str, name: str) -> None:
    found = clean(f"{lead}\n\n{STORY}", Declared(outlet="The Harbour Post"))
    assert [credit.name for credit in found.credits] == [name]
    assert found.blocks[0].role.value == "body"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Times of the tides are printed on the pier.",
        "He reads the BBC news every day and The Guardian at weekends.",
        "She said on Face the Nation that nobody was hurt.",
        "Reuters is a news agency with its seat in London.",
        "He said The Sun was shining that day.",
        "A copy was sold on Yahoo News, he told Congress.",
    ],
)
def test_an_outlet_that_is_only_mentioned_is_not_credited(sentence: str) -> None:
    assert credited(f"{LEAD}\n\n{sentence}") == []


def test_a_document_does_not_credit_its_own_outlet() -> None:
    assert credited(f"{LEAD}\n\n“I saw it,” a diver told the BBC.", outlet="BBC News") == []
    assert credited(f"{LEAD}\n\n“I saw it,” a diver told The Times.", outlet="The Washington Times") == []


def test_a_short_name_is_the_longer_one_that_was_named_before() -> None:
    text = f"{LEAD}\n\nThe New York Times reported that it sank.\n\nA diver told the Times that he saw it."
    assert [name for name, _ in credited(text)] == ["The New York Times", "The New York Times"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("h/t: The Hill", ["The Hill"]),
        ("H/T Harbour Gazette and Skerries Sun", ["Harbour Gazette", "Skerries Sun"]),
        ("(Hat tip: CNN Tides)", ["CNN Tides"]),
    ],
)
def test_a_hat_tip_credits_every_name_in_it_whether_known_or_not(line: str, names: list[str]) -> None:
    assert [name for name, _ in credited(f"{STORY}\n\n{line}")] == names


def test_how_a_wire_ends_its_reports_credits_it_where_nothing_else_does() -> None:
    end = "(Additional reporting by Ada Brook in Oslo; Writing by Ben Lund; Editing by Carla Dorn)"
    assert credited(f"{STORY} {end}", outlet="The Harbour Post") == [("Reuters", end)]
    assert credited(f"{STORY} {end}", outlet="Reuters") == []


def test_a_dateline_before_a_colon_paragraph_credits_its_agency() -> None:
    text = f"NORLAND (AP) — The latest on the ship aground off the coast of Norland (all times local):\n\n{STORY}"
    assert credited(text, outlet="The Harbour Post") == [("AP", "NORLAND (AP) —")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Ada Brook (R-Norland) said that nobody had called her before the morning came.",
        "The Associated Press (AP) is an agency that has an office in the harbour of the town.",
    ],
)
def test_what_stands_in_brackets_behind_a_name_is_no_dateline(sentence: str) -> None:
    assert credited(f"{sentence}\n{STORY}", outlet="The Harbour Post") == []
