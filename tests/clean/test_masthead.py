"""The lines above a report, and the outlets that only the pile knows."""

from __future__ import annotations

from sayso.clean import Clean
from sayso.documents import Declared, Document, Profile, Role
from sayso.engines.local import LocalEngine
from sayso.stages import Found

from .pages import STORY, clean, role_of

TITLE = "Ship runs aground off Norland as the storm gathers"


def cleaned(*documents: Document) -> list[Profile]:
    return list(Found(Clean().run(Found({Document: documents}), LocalEngine().bench("clean")).values)[Profile])


def test_a_name_above_the_report_that_the_furniture_says_again_is_its_outlet() -> None:
    text = f"The Norland Lantern\n\n{TITLE}\n\n{STORY}\n\nMore from The Norland Lantern\n\nWhere to see seals"
    assert clean(text).outlet == "The Norland Lantern"
    assert clean(text).title == TITLE
    assert role_of("The Norland Lantern", text) is Role.CHROME


def test_a_name_above_the_report_that_only_the_report_says_again_is_no_outlet() -> None:
    text = f"Berit Moe\n\n{TITLE}\n\n{STORY}\n\nBerit Moe, who was on the bridge, said that she had seen no light on the rocks."
    assert clean(text).outlet is None


def test_a_name_that_a_page_declares_is_not_overruled_by_the_one_above_the_report() -> None:
    text = f"The Norland Lantern\n\n{TITLE}\n\n{STORY}\n\nMore from The Norland Lantern"
    assert clean(text, Declared(outlet="Seafarer Weekly")).outlet == "Seafarer Weekly"


def test_rows_of_sections_and_buttons_are_chrome() -> None:
    for row in ("News | Sport | Tides | Ships", "News  Sport  Births & Deaths", "Share on Chirp  Send by email  Copy link"):
        assert role_of(row, f"{row}\n\n{TITLE}\n\n{STORY}") is Role.CHROME
    assert role_of(TITLE, f"{TITLE}\n\n{STORY}") is Role.HEADLINE


def test_one_short_sentence_with_a_photo_credit_is_a_caption_as_a_whole() -> None:
    caption = "The ship on Monday evening. Photograph: Ola Berg/The Norland Lantern"
    assert role_of(caption, f"{TITLE}\n\n{STORY}\n\n{caption}") is Role.CAPTION


def test_a_report_may_credit_an_outlet_that_only_another_document_of_the_pile_declares() -> None:
    lantern = Document("d-1", "a", "a", STORY, Declared(outlet="The Norland Lantern"))
    text = f"{STORY}\n\nThe captain slept, reported The Norland Lantern.\n\nThe Norland Lantern contributed to this report."
    other = Document("d-2", "b", "b", text, Declared(outlet="Seafarer Weekly"))
    assert clean(text, other.declared).credits == ()
    first, second = cleaned(lantern, other)
    assert first.credits == ()
    assert [(c.name, c.span.of(text)) for c in second.credits] == [
        ("The Norland Lantern", "reported The Norland Lantern"),
        ("The Norland Lantern", "The Norland Lantern contributed to this report."),
    ]
