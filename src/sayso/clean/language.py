"""The language of a text as ISO 639-1: the declared one, else the one that its words are likeliest in."""

from __future__ import annotations

import re

from sayso.documents import Block, Role

CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]{2,8})*$", re.IGNORECASE)
TELLING = 600
"""Characters of body that tell the language; more of them change nothing and cost time."""


def language_of(text: str, blocks: tuple[Block, ...], declared: str | None) -> tuple[str, str]:
    """The two-letter code, and the reason."""
    if declared and (match := CODE.match(declared.strip())):
        return match[1].lower(), "language: declared"
    import py3langid

    body = " ".join(block.span.of(text)[:TELLING] for block in blocks if block.role is Role.BODY)[:TELLING]
    code, _ = py3langid.classify(body or text[:TELLING])
    return code, "language: by the words of the text"
