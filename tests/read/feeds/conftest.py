from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sayso.config import ReadSettings
from sayso.documents import Declared, Document, Rejected
from sayso.read.base import NOTHING_DECLARED, Link, Piece
from sayso.read.opening import opened

SENTENCE = "The harbour master of Eastmere said on Monday that the ferry would not sail before its doors were mended. "
FULL = f"<p>{SENTENCE}</p><p>{SENTENCE}</p><p>{SENTENCE}</p>"


@dataclass(frozen=True)
class Found:
    """What came of one file, by kind."""

    documents: tuple[Document, ...]
    links: tuple[Link, ...]
    rejected: tuple[str, ...]

    def said(self, address: str) -> Declared:
        """What is declared of the report at an address that is named."""
        return next(link.declared for link in self.links if link.address == address)


Read = Callable[..., Found]


@pytest.fixture
def read() -> Read:
    """Reads a file of that name and content in this process, as if it had been saved from where `declared` says."""

    def run(name: str, content: str | bytes, declared: Declared = NOTHING_DECLARED, media: str | None = None) -> Found:
        raw = content.encode() if isinstance(content, str) else content
        found = list(opened(Piece(name, name, raw, media, declared), ReadSettings()))
        return Found(
            tuple(item for item in found if isinstance(item, Document)),
            tuple(item for item in found if isinstance(item, Link)),
            tuple(item.reason for item in found if isinstance(item, Rejected)),
        )

    return run


def rss(*items: str, head: str = "<title>Eastmere Gazette - News</title><link>https://eastmere.example/</link>") -> str:
    """A feed in RSS 2.0 with the namespaces that feeds have."""
    spaces = (
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
    )
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {spaces}><channel>{head}{listed}</channel></rss>'


def item(title: str = "Ferry stays in", link: str = "https://eastmere.example/ferry", more: str = "") -> str:
    return f"<title>{title}</title><link>{link}</link>{more}"
