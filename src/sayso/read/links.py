"""The addresses in something that was fetched: a feed, a list of feeds, a sitemap."""

from __future__ import annotations

from sayso.config import ReadSettings
from sayso.documents import Rejected
from sayso.read.base import Link, Piece
from sayso.read.harvest import read_piece


def links_of(
    content: bytes, key: str, media: str | None, settings: ReadSettings
) -> tuple[tuple[Link, ...], tuple[Rejected, ...]]:
    """The addresses that the content of `key` names, and what of it cannot be used, each in its order. Never raises on odd input.

    `media` is the media type that the server gave.
    """
    found = read_piece(Piece(key, key, content, media), settings)
    return tuple(item for item in found if isinstance(item, Link)), tuple(item for item in found if isinstance(item, Rejected))
