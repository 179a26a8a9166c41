"""XML as people's programs write it, made sound before a parser sees it: no DOCTYPE, no entities but characters, no stray marks.

Nothing is ever looked up or expanded: an entity that a document declares itself stays as it is written, "&name;".
"""

from __future__ import annotations

import re
from html.entities import name2codepoint

from sayso.read.base import Unusable
from sayso.read.pages.tree import MOST_ATTRIBUTES, TAG, VALUE

NOTED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
IN_DOCTYPE = re.compile(r"""<!--(?:.*?-->|.*)|"[^"]*"|'[^']*'|[\[\]<>"']|[^\[\]<>"']+""", re.DOTALL)
NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REFERENCE = re.compile(r"<!\[CDATA\[(?:.*?\]\]>|.*)|&(?:#\d{1,7};|#x[0-9a-fA-F]{1,6};|(?P<name>[A-Za-z_][\w.-]*);)?", re.DOTALL)
ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
START = '<?xml version="1.0" encoding="utf-8"?>\n'


def sound(text: str) -> bytes:
    """The same document in UTF-8. Raises `Unusable` for one whose DOCTYPE has no end, or whose tags were made to break parsers."""
    body = NO_CHARACTERS.sub(" ", text)
    if any(len(VALUE.sub(" ", tag[0]).split()) > MOST_ATTRIBUTES for tag in TAG.finditer(body)):
        raise Unusable(f"is made to break parsers: one of its tags has more than {MOST_ATTRIBUTES:,} attributes.")
    return (START + REFERENCE.sub(_referred, body[_begin(body) :])).encode()


def root_of(head: str) -> str | None:
    """The name of the outermost element, in small letters and without its namespace; None for what does not begin as XML does."""
    try:
        match = ROOT.match(head, _begin(head))
    except Unusable:
        return None
    return match[1].lower() if match else None


def _begin(text: str) -> int:
    """Where the outermost element begins, behind what is declared and noted before it."""
    at = _behind_notes(text, 0)
    if text[at : at + 9].upper() != "<!DOCTYPE":
        return at
    behind = _behind_doctype(text, at + 9)
    if behind is None:
        raise Unusable("is broken XML: its DOCTYPE has no end. Get the file again from its source.")
    return _behind_notes(text, behind)


def _behind_notes(text: str, at: int) -> int:
    while match := NOTED.match(text, at):
        at = match.end()
    return at


def _behind_doctype(text: str, at: int) -> int | None:
    """The place behind a DOCTYPE, with all that it declares in brackets; None where it has no end."""
    declaring = False
    for token in IN_DOCTYPE.finditer(text, at):
        part = token[0]
        if part in ('"', "'") or (part == "<" and not declaring):
            return None
        if part in "[]":
            declaring = part == "["
        elif part == ">" and not declaring:
            return token.end()
    return None


def _referred(match: re.Match[str]) -> str:
    if match[0] == "&":
        return "&amp;"
    name = match["name"]
    if name is None or name in OF_XML:
        return match[0]
    return chr(name2codepoint[name]) if name in name2codepoint else f"&amp;{name};"
