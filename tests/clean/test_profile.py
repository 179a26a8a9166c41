from __future__ import annotations

import time

import pytest

from sayso.clean import Clean
from sayso.documents import Basis, Declared, Document, Profile
from sayso.engines.local import LocalEngine
from sayso.stages import Found

from .pages import LEAD, STORY, clean


def test_one_profile_a_document_in_their_order() -> None:
    documents = tuple(Document(f"d-{n}", f"{n}", f"{n}", STORY) for n in (3, 1, 2))
    outcome = Clean().run(Found({Document: documents}), LocalEngine().bench("clean"))
    assert [profile.document for profile in Found(outcome.values)[Profile]] == ["d-3", "d-1", "d-2"]
    assert outcome.rejected == ()


@pytest.mark.parametrize(
    ("declared", "outlet", "family"),
    [
        (Declared(outlet="WSJ"), "The Wall Street Journal", "News Corp"),
        (Declared(outlet="© 2015, WSJ"), "The Wall Street Journal", "News Corp"),
        (Declared(outlet="Copyright (c) The Norland Lantern"), "The Norland Lantern", None),
        (Declared(outlet="CNN (Web News)"), "CNN", "Warner Bros. Discovery"),
        (Declared(outlet="The Harbour Post"), "The Harbour Post", None),
        (Declared(outlet="Opinion Desk", url="https://edition.cnn.com/a"), "CNN", "Warner Bros. Discovery"),
        (Declared(url="https://www.lemonde.fr/a"), "Le Monde", "Groupe Le Monde"),
        (Declared(url="http://[broken"), None, None),
    ],
)
def test_the_outlet_is_the_declared_one_or_the_address(declared: Declared, outlet: str | None, family: str | None) -> None:
    found = clean(STORY, declared)
    assert (found.outlet, found.family) == (outlet, family)


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("The ministry did not respond to The Epoch Times request for comment.", "The Epoch Times"),
        ("The ministry did not immediately respond to a request for comment from the Harbour Post.", "the Harbour Post"),
        ("The Independent has contacted the harbour authority for comment.", "The Independent"),
        ("© 2024 The Guardian. All rights reserved.", "The Guardian"),
        ("Copyright 2024 The Associated Press. All rights reserved.", None),
        ("WASHINGTON (CNN) — A cargo ship ran aground on Monday, and nobody was hurt.", "CNN"),
        ("A diver told Le Monde that he saw it, and an officer told the BBC that he did not.", None),
        ("A diver told Le Monde that he saw it.", None),
        ("LONDON (Reuters) - A cargo ship ran aground on Monday, and nobody was hurt.", None),
    ],
)
def test_a_text_gives_its_outlet_away_or_not(words: str, outlet: str | None) -> None:
    found = clean(f"{words}\n\n{STORY}")
    assert found.outlet == outlet
    assert found.because[0].startswith("outlet: ")


def test_people_who_tell_one_outlet_three_times_give_it_away() -> None:
    told = "A diver told Le Monde that he saw it."
    assert clean(f"{LEAD}\n{told}\n{told}\n{told}").outlet == "Le Monde"


def test_the_byline_gives_the_authors_unless_they_are_declared() -> None:
    text = f"Ship runs aground off Norland\nBy Ada Brook and C. D. Lund\n{STORY}"
    assert clean(text).authors == ("Ada Brook", "C. D. Lund")
    assert clean(text, Declared(authors=("Eve Fox",))).authors == ("Eve Fox",)


def test_an_outlet_that_is_declared_as_its_own_author_gives_way_to_who_signed() -> None:
    declared = Declared(authors=("The Norland Lantern",), outlet="Norland Lantern")
    assert clean(f"By Ada Brook\n\n{STORY}", declared).authors == ("Ada Brook",)
    assert clean(STORY, declared).authors == ("The Norland Lantern",)


def test_scraps_of_a_page_are_no_authors() -> None:
    declared = Declared(authors=("Photo by Coastwire", "Ada Brook", "Comment Count"))
    assert clean(STORY, declared).authors == ("Ada Brook",)
    assert clean(STORY, Declared(authors=("Posted Feb",))).authors == ()


@pytest.mark.parametrize(
    ("declared", "date", "basis"),
    [
        (Declared(published="2021-05-04"), "2021-05-04", Basis.STATED),
        (Declared(published="2021-05-04T10:20:30.123+0200"), "2021-05-04T10:20:30+02:00", Basis.STATED),
        (Declared(published="2021-05"), "2021-05", Basis.STATED),
        (Declared(published="2021"), "2021", Basis.STATED),
        (Declared(published="May 4, 2021"), "2021-05-04", Basis.STATED),
        (Declared(published="Tue, 04 May 2021 10:20:30 GMT"), "2021-05-04T10:20:30Z", Basis.STATED),
        (Declared(published="Tue, 04 May 2021 10:20:30 +0530"), "2021-05-04T10:20:30+05:30", Basis.STATED),
        (Declared(published="Tue, 04 May 2021 10:20:30 EDT"), "2021-05-04T10:20:30-04:00", Basis.STATED),
        (Declared(published="2021-05-04", modified="2021-06-01"), "2021-05-04", Basis.STATED),
        (Declared(modified="2021-06-01"), "2021-06-01", Basis.INFERRED),
        (Declared(modified="2021-06-01", url="https://example.org/2021/05/04/ship"), "2021-05-04", Basis.INFERRED),
        (Declared(captured="2021-06-01T10:00:00Z"), None, Basis.UNKNOWN),
        (Declared(published="4. Mai 2021"), "2021-05-04", Basis.STATED),
        (Declared(published="04.05.2021"), "2021-05-04", Basis.STATED),
        (Declared(published="05/24/2021"), "2021-05-24", Basis.STATED),
        (Declared(published="04/05/2021"), "2021", Basis.STATED),
        (Declared(published="20210504"), "2021-05-04", Basis.STATED),
        (Declared(published="0001-11-30"), None, Basis.UNKNOWN),
        (Declared(published="2021-02-31"), None, Basis.UNKNOWN),
        (Declared(published="soon"), None, Basis.UNKNOWN),
        (Declared(url="https://example.org/2021/05/04/ship"), "2021-05-04", Basis.INFERRED),
        (Declared(url="https://example.org/2021/may/4/ship"), "2021-05-04", Basis.INFERRED),
        (Declared(url="https://example.org/2021/13/45/ship"), None, Basis.UNKNOWN),
        (Declared(published="2021-05-04", url="https://example.org/2020/01/01/ship"), "2021-05-04", Basis.STATED),
        (Declared(), None, Basis.UNKNOWN),
    ],
)
def test_the_date_is_the_declared_one_with_its_precision_or_inferred_from_the_address(
    declared: Declared, date: str | None, basis: Basis
) -> None:
    found = clean(STORY, declared).published
    assert (found.date, found.basis) == (date, basis)
    assert found.because


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("Published: 4 May 2021", "2021-05-04"),
        ("Updated: 5 May 2021\nPublished: 4 May 2021", "2021-05-04"),
        ("Tuesday, May 4, 2021", "2021-05-04"),
        ("date 2021-05-04 Sign up to our daily email Please enter a valid email address", "2021-05-04"),
        ("OSLO, May 4, 2021 (Reuters) - A cargo ship ran aground, and its crew of nine was brought ashore.", "2021-05-04"),
        ("OSLO, May 4 (Reuters) - A cargo ship ran aground, and its crew of nine was brought ashore.", None),
        ("The ship on May 4, 2021. Ben Lund/Getty Images", None),
        ("It ran aground on May 4, 2021, the harbour authority said on its page.", None),
        ("© 2021 The Harbour Post", None),
    ],
)
def test_a_date_in_the_words_of_the_page_counts_only_where_it_is_the_date_of_publication(top: str, date: str | None) -> None:
    found = clean(f"Ship runs aground off Norland\n{top}\n{STORY}").published
    assert found.date == date
    assert found.basis is (Basis.STATED if date else Basis.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (STORY, None, "en"),
        ("Die Behörde erklärte am Freitag, sie prüfe die Vorwürfe und könne sich dazu nicht äußern.", None, "de"),
        ("Представитель порта заявил в пятницу, что никто не видел корабль у причала.", None, "ru"),
        (STORY, "fr-CA", "fr"),
        (STORY, "English", "en"),
    ],
)
def test_the_language_is_declared_or_told_by_the_words(text: str, declared: str | None, language: str) -> None:
    assert clean(text, Declared(language=declared)).language == language


@pytest.mark.parametrize("text", ["", " \n ", "word", "\u202e\u0000", "“" * 50, "(" * 3000, "A" * 3000, ". " * 3000, "By " * 3000])
def test_odd_texts_are_cleaned_without_complaint(text: str) -> None:
    assert clean(text).document == "d-1"


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "Word ",
        "Word. ",
        "told The Times ",
        "Photo: A/",
        "contributed to ",
        "A. B. and ",
        "(AP) - ",
        "sign up to our inbox ",
        "You may also like\n",
        f"{LEAD} Pictured: him\n"[-60:],
    ],
)
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    start = time.process_time()
    clean(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 3


def test_when_a_page_was_captured_bounds_its_date_and_is_none() -> None:
    found = clean(STORY, Declared(captured="2021-06-01T10:00:00Z")).published
    assert found.date is None
    assert any("captured on 2021-06-01" in because for because in found.because)
