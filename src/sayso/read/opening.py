"""From a piece to its documents: its form is told, its reader called, and what is in it read in turn. Never raises on odd input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.config import ReadSettings
from sayso.documents import Document, Rejected
from sayso.read.base import Form, Link, Piece, Unusable, reject
from sayso.read.forms import FORMS, HEAD, form_of

DEEPEST = 4
"""Containers within one another: a mail in an archive in an archive is read, a Russian doll of archives is not."""
NO_ROOM = "takes more memory than one piece may have. Split it, or raise memory_mb under [read] in the settings."
TOO_DEEP = "is nested deeper than anything that people write."

Given = Document | Rejected | Link
"""What comes out of a piece in the end."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A piece that was found in another, so many containers deep, and is still to be read."""

    piece: Piece
    depth: int


def opened(piece: Piece, settings: ReadSettings, forms: Sequence[Form] = FORMS, depth: int = 0) -> Iterator[Given]:
    """All that is in a piece, in its order; what of it cannot be used comes rejected, with its reason."""
    for item in unpacked(piece, settings, forms, depth):
        if isinstance(item, Inner):
            yield from opened(item.piece, settings, forms, item.depth)
        else:
            yield item


def unpacked(piece: Piece, settings: ReadSettings, forms: Sequence[Form] = FORMS, depth: int = 0) -> Iterator[Given | Inner]:
    """The same, but the pieces found in it that are no containers themselves are given as they are, for others to read."""
    try:
        form = told(piece, settings, forms)
        for item in form.read(piece, settings):
            if isinstance(item, Piece):
                yield from _within(item, settings, forms, depth + 1)
            elif isinstance(item, Document):
                yield _of_readable_length(item, settings)
            else:
                yield item
    except Unusable as e:
        yield reject(piece, str(e))
    except OSError as e:
        yield reject(piece, f"cannot be read: {e.strerror or e}. Check that it is still there and that you may read it.")
    except MemoryError:
        yield reject(piece, NO_ROOM)
    except RecursionError:
        yield reject(piece, TOO_DEEP)
    except Exception as e:
        yield reject(piece, f"cannot be read: it is broken in a way that Sayso does not know ({type(e).__name__}: {e}).")


def told(piece: Piece, settings: ReadSettings, forms: Sequence[Form] = FORMS) -> Form:
    """The form of a piece. Raises `Unusable` for one that no reader takes, or that is too large for its reader, and `OSError`."""
    size, head = _glance(piece)
    form = form_of(piece, head, forms)
    if form is None:
        raise Unusable(f"is of a kind that Sayso does not read. It reads {', '.join(form.name for form in forms)}.")
    if not form.container and size > settings.largest_file_mb * 1_000_000:
        raise Unusable(
            f"is too large: {size / 1_000_000:,.0f} MB, and the limit is {settings.largest_file_mb} MB. "
            "Split it, or raise largest_file_mb under [read] in the settings."
        )
    return form


def _glance(piece: Piece) -> tuple[int, bytes]:
    """The size of a piece in bytes, and its first bytes."""
    if isinstance(piece.content, bytes):
        return len(piece.content), piece.content[:HEAD]
    size = piece.content.stat().st_size
    if not (piece.content.is_file() or piece.content.is_dir()):
        raise Unusable("is no file but a pipe, socket or device. Save its content to a file and offer that.")
    with piece.content.open("rb") as file:
        return size, file.read(HEAD)


def _within(piece: Piece, settings: ReadSettings, forms: Sequence[Form], depth: int) -> Iterator[Given | Inner]:
    if depth > DEEPEST:
        yield reject(piece, f"lies in more than {DEEPEST} archives within one another. Unpack it and offer what is in it.")
    elif _whole(piece, settings, forms):
        yield Inner(piece, depth)
    else:
        yield from unpacked(piece, settings, forms, depth)


def _whole(piece: Piece, settings: ReadSettings, forms: Sequence[Form]) -> bool:
    """True for a piece that can be read and is no container."""
    try:
        return not told(piece, settings, forms).container
    except Unusable:
        return False


def _of_readable_length(document: Document, settings: ReadSettings) -> Document | Rejected:
    if len(document.text) <= settings.longest_text:
        return document
    return Rejected(
        document.path,
        "read",
        f"{document.key}: holds {len(document.text):,} characters, more than one report does (the limit is "
        f"{settings.longest_text:,}). Split it, or raise longest_text under [read] in the settings.",
    )
