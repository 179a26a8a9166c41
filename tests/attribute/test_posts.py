"""Posts that a report shows as they stand."""

from __future__ import annotations

import pytest

from sayso.attribute.posts import posts
from sayso.attribute.raw import Raw
from sayso.spans import Span

FERRY = "The ferry is late again. Nobody at the quay knows why. https://t.co/AbC pic.twitter.com/dEf"
REPORT = f"Passengers complained.\n{FERRY} — Mira Holt (@miraholt) March 4, 2031\nThe operator was silent."


def found(text: str, *raws: Raw) -> list[tuple[str, str, str]]:
    return [tuple(" ".join(s.of(text) for s in spans) for spans in (r.source, r.cue, r.content)) for r in posts(text, raws)]  # type: ignore[misc]


def test_what_stands_above_the_signature_is_what_its_writer_wrote() -> None:
    assert found(REPORT) == [("Mira Holt", "(@miraholt)", "The ferry is late again. Nobody at the quay knows why.")]


def test_a_signature_in_a_line_of_its_own_signs_the_paragraph_above() -> None:
    text = "Passengers complained.\n\nThe ferry is late again.\n\n— Mira Holt (@miraholt) 4 March 2031\n\nThe operator was silent."
    assert found(text) == [("Mira Holt", "(@miraholt)", "The ferry is late again.")]


def test_two_posts_in_one_line_are_two() -> None:
    text = "Late again. — Mira Holt (@miraholt) March 4, 2031 Late as ever! – Bo Oake (@bo) March 5, 2031"
    assert found(text) == [("Mira Holt", "(@miraholt)", "Late again."), ("Bo Oake", "(@bo)", "Late as ever!")]


def test_what_somebody_is_said_to_say_already_is_not_said_twice() -> None:
    start = REPORT.index("The ferry")
    said = Raw((Span(0, 10),), (Span(11, 21),), (Span(start, start + 55),), "read as a saying")
    assert found(REPORT, said) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is late — Mira Holt says so.",
        "Write to us — the desk (news@quay.example).",
        "— Mira Holt (@miraholt) March 4, 2031",
        "https://t.co/AbC — Mira Holt (@miraholt)",
        "",
    ],
)
def test_what_is_no_signed_post_is_left_alone(text: str) -> None:
    assert found(text) == []
