"""The elements of a list in XML, one at a time, as far as it is whole."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from lxml import etree

from sayso.read.base import Piece, Unusable
from sayso.read.decoding import decode
from sayso.read.feeds.markup import sound
from sayso.read.plain import EMPTY


def elements(piece: Piece, names: tuple[str, ...], on: str = "end") -> Iterator[etree._Element]:
    """Every element of those names, in any namespace, each gone when the next is asked for.

    Raises `Unusable` for an empty file, and where the XML breaks off or is broken, behind what came before.
    """
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    found = etree.iterparse(
        io.BytesIO(sound(text)),
        events=(on,),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for _, element in found:
            yield element
            if on == "end":
                _forget(element)
    except etree.XMLSyntaxError as e:
        line, column = e.position
        raise Unusable(
            f"is broken XML, or cut off, at line {line:,}, column {column:,}. What came before is read; get it again."
        ) from e


def text_in(element: etree._Element, name: str, good: Callable[[str], str | None]) -> str | None:
    """The words of the first element of that name below another, as `good` takes them."""
    words = element.findtext(f".//{{*}}{name}")
    return good(words) if words else None


def _forget(element: etree._Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
