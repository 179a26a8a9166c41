"""Which outlet published a document, where it came by way of others."""

from __future__ import annotations

import pytest

from sayso.clean.outlet import outlet_of
from sayso.clean.roles import blocks_of
from sayso.documents import Declared

BODY = (
    "The harbour master said on Monday that the ferry would not sail before its doors were mended.\n\n"
    "Nobody in the town had been told of it before the cables were cut, two councillors said."
)


def outlet(declared: Declared, text: str = BODY) -> str | None:
    return outlet_of(text, blocks_of(text, declared), declared)[0]


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        (Declared(url="https://web.archive.org/web/2020/https://www.bbc.com/news/1"), "BBC"),
        (Declared(url="https://news.google.com/rss/articles/x", outlet="The Harbour Post"), "The Harbour Post"),
        (Declared(url="https://www.reuters.com/1", outlet="Google News"), "Reuters"),
        (Declared(url="https://www.msn.com/x", authors=("Reuters",)), "Reuters"),
        (Declared(url="https://medium.com/@harbour/ferry", outlet="Medium"), "medium.com/@harbour"),
        (Declared(url="https://harbour.substack.com/p/1"), "harbour.substack.com"),
        (Declared(url="https://harbour.substack.com/p/1", outlet="The Harbour Letter"), "The Harbour Letter"),
        (Declared(url="https://eastmere.example.org/1"), "example.org"),
        (Declared(url="http://127.0.0.1:8000/1"), None),
        (Declared(outlet="Yahoo News"), "Yahoo News"),
    ],
)
def test_what_brings_a_report_is_not_its_outlet_where_another_is_told(declared: Declared, name: str | None) -> None:
    assert outlet(declared) == name


@pytest.mark.parametrize(
    "text",
    [
        f"Provided by Reuters\n\n{BODY}",
        f"{BODY}\n\nThis article originally appeared on Reuters.",
        f"EASTMERE (Reuters) - {BODY}",
        f"{BODY}\n\nRead the full story at Reuters",
    ],
)
def test_an_aggregators_page_says_who_provided_the_report(text: str) -> None:
    assert outlet(Declared(url="https://www.msn.com/x", outlet="MSN"), text) == "Reuters"


def test_the_reason_names_what_brought_the_report() -> None:
    declared = Declared(url="https://news.yahoo.com/x")
    name, because = outlet_of(BODY, blocks_of(BODY, declared), declared)
    assert name == "Yahoo News"
    assert because == "outlet: Yahoo News only brings what others publish; nothing says whose this is"


@pytest.mark.parametrize(
    "text",
    [
        f"(CNN) {BODY}",
        f"{BODY}\n\nCNN's Ada Brook and Ben Lund contributed to this report.",
        f"{BODY}\n\nWrite to the reporter at ada.brook@cnn.com.",
    ],
)
def test_a_text_gives_its_outlet_away(text: str) -> None:
    assert outlet(Declared(), text) == "CNN"


def test_a_wire_in_brackets_is_a_credit_and_not_the_outlet() -> None:
    assert outlet(Declared(), f"EASTMERE (Reuters) - {BODY}") is None
