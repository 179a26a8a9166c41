"""Places one of which lies in or by the other, as the reports themselves say: "Kelm, Vessia", "the Kelm suburb of Orsk"."""

from __future__ import annotations

import re
from collections.abc import Iterable

BETWEEN = (
    r"(?:,\s+(?:in\s+|near\s+|outside\s+)?"
    r"|,?\s+(?:in|near|outside|within|inside)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}"
    r"|['’]s?\s+(?:[a-z]+\s+){0,3}"
    r"|,?\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,2}(?:suburb|district|city|town|village|enclave|area|region|province|quarter|part|county|state|capital)"
    r"\s+(?:of|in|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}"
    r"|\s+(?:suburb|district|city|town|village|enclave|area|region|province|capital)\s+(?:of\s+)?)"
)
"""Words that stand between the names of a place and of what it lies in or by."""


def one_holds_other(one: str, other: str, texts: Iterable[str]) -> bool:
    """Whether any of the texts puts one of the places in or by the other."""
    a, b = re.escape(" ".join(one.split())), re.escape(" ".join(other.split()))
    pattern = re.compile(rf"\b(?:{a}{BETWEEN}{b}|{b}{BETWEEN}{a})\b")
    return any(pattern.search(text) for text in texts)
