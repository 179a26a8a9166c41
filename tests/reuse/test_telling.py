"""What many writers say alike, without having it from one another, is no passage."""

from __future__ import annotations

import pytest

from sayso.reuse.telling import tells


@pytest.mark.parametrize(
    "text",
    [
        "said Ivo Kestrel, an associate professor of political science at the University of Sorrel in Hollin",
        "Rep. Lena Marwick, D-Sorrel, the chairwoman of the House Subcommittee on Harbour and River Works",
        "who spoke on condition of anonymity because they were not authorized to discuss the matter publicly",
        "did not immediately respond to a request for comment on the",
        "which has a margin of sampling error of plus or minus 3.5 percentage points",
        "This conversation was edited and condensed for clarity and length",
    ],
)
def test_offices_names_and_set_phrases_tell_nothing(text: str) -> None:
    assert not tells(text, quoted=False)


@pytest.mark.parametrize("text", ["the only way to do that is to", "I am going to do everything I can to get it"])
def test_idioms_tell_nothing_though_they_are_quoted(text: str) -> None:
    assert not tells(text, quoted=True)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The river Sorrel rose by two metres in a single night after the dam at Hollin gave way", False),
        ("we rebuild each bridge over the quay", True),
        ("河水一夜之间上涨了两米", False),
    ],
)
def test_what_somebody_wrote_tells_something(text: str, quoted: bool) -> None:
    assert tells(text, quoted=quoted)
