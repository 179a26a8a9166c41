"""A report's text as its blocks, with whatever lies between them, so that nothing but white space is left out."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.documents import Profile, Role
from sayso.spans import Span

QUIET = frozenset({Role.PROMO, Role.CHROME})
"""Roles of what is around a report; it is shown, but stands back."""


def tiled(text: str, profile: Profile | None) -> Iterable[tuple[Role | None, Span, tuple[str, ...]]]:
    """The stretches of the text in order and without overlap: what each is for (None where nothing is known), and why."""
    at = 0
    for block in sorted(profile.blocks if profile else (), key=lambda b: b.span):
        yield from _between(text, Span(at, max(at, block.span.start)))
        if block.span.end > at:
            yield block.role, Span(max(at, block.span.start), block.span.end), block.because
            at = block.span.end
    yield from _between(text, Span(at, len(text)))


def _between(text: str, gap: Span) -> Iterable[tuple[Role | None, Span, tuple[str, ...]]]:
    left = gap.trimmed(text)
    if left:
        yield None, left, ()
