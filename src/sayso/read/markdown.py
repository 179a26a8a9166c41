"""Markdown: the words as a reader of the rendered page sees them, and what the lines at its head declare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.config import ReadSettings
from sayso.documents import Declared, Document, Marking
from sayso.read import markup
from sayso.read.base import Form, Piece, Unusable, document
from sayso.read.containers import filled
from sayso.read.decoding import decode
from sayso.read.frontmatter import declared, parted
from sayso.read.notes import is_about_its_folder
from sayso.read.parts import TOP, Part, cleanly, row, titled, written_out
from sayso.read.plain import EMPTY

if TYPE_CHECKING:
    from markdown_it.token import Token

MARKINGS = {"blockquote": Marking.QUOTATION, "list_item": Marking.ITEM}
LINK = re.compile(r"!\[\[[^\[\]]{0,300}\]\]|\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")
"""Links to notes of one's own, as Obsidian writes them, and pictures by name."""
MARKED = re.compile(r"==(?=[^\s=])([^=\n]{1,1000})(?<=\S)==")
"""What a reader has marked with a pen; the pen is no part of the report."""
CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
NOTE = (
    "is by its name a note about its folder, and no report: its words would count as an outlet's. "
    "To read it all the same, name the file itself."
)


def read_markdown(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    """The words of the whole file as one document, a blank line between blocks, under its title."""
    if is_about_its_folder(piece.key):
        raise Unusable(NOTE)
    fields, body = parted(decode(piece.raw()).replace("\r\n", "\n"))
    parts = list(_parts(body))
    if not any(part.words for part in parts):
        raise Unusable(
            EMPTY if not fields else "is empty below its front matter: it says what the report is, and not what it says."
        )
    says = filled(_with_title(declared(fields), parts), piece.declared)
    text, marks = written_out(titled(parts, says.title))
    yield document(piece, text, says, marks=marks)


def _with_title(said: Declared, parts: Sequence[Part]) -> Declared:
    """With the first heading for its title where nothing else gives one, if it stands above the report and not within it."""
    heading = next((part.words for part in parts[:TOP] if part.marking is Marking.HEADING), None)
    return said if said.title or not heading else replace(said, title=heading, because=(*said.because, "title: first heading"))


def _parts(body: str) -> Iterator[Part]:
    from markdown_it import MarkdownIt

    within: list[str] = []
    cells: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting == 1:
            within.append(kind)
        elif token.nesting == -1:
            within.pop()
            if kind == "tr":
                yield row(cells)
                cells = []
        elif kind == "inline" and "tr" in within:
            cells.append(_words(token.children or []))
        elif kind == "inline":
            yield _paragraph(token.children or [], within)
        elif kind in ("fence", "code_block"):
            yield Part(token.content)
        elif kind == "html_block":
            yield from markup.parts_of(token.content)


def _paragraph(tokens: Sequence[Token], within: Sequence[str]) -> Part:
    marking = Marking.HEADING if "heading" in within else next((MARKINGS[kind] for kind in within if kind in MARKINGS), None)
    images = [token for token in tokens if token.type == "image"]
    alone = images and not any(token.type in ("text", "code_inline") and token.content.strip() for token in tokens)
    if alone:
        return Part(" ".join(image.content for image in images), Marking.CAPTION)
    return Part(_words(tokens), marking)


def _words(tokens: Sequence[Token]) -> str:
    """The words of one block. Its lines were wrapped by hand and are one; a picture among words has none of its own."""
    words = ""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            words += token.content
        elif token.type == "softbreak":
            words += "\0"
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.lower().startswith("<br")):
            words += "\n"
    lines = words.split("\0")
    joined = lines[0]
    for line in lines[1:]:
        joined += line if CJK.match(joined[-1:]) and CJK.match(line[:1]) else f" {line}"
    return cleanly(MARKED.sub(r"\1", LINK.sub(lambda link: link[1] or "", joined)))


MARKDOWN = Form("Markdown", read_markdown, endings=(".md", ".markdown"), media=("text/markdown", "text/x-markdown"))
