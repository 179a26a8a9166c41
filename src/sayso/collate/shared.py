"""Which accounts lie in the same passage: at the same place in it, so that one stands for the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from sayso.collate.told import Told
from sayso.findings import Passage, PassageKind
from sayso.folding import Word
from sayso.spans import Span

Pair = tuple[str, str]
"""Two account ids, the smaller first."""

ENOUGH = 0.5
"""The part of an account that the passage must cover, and that must meet the other account when carried over through it."""


def pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def in_one_passage(accounts: Sequence[Told], passages: Iterable[Passage]) -> dict[Pair, Passage]:
    """For each two accounts that a passage covers at the same place, that passage; one word for word before a reworded one."""
    of_document: dict[str, list[Told]] = {}
    for account in accounts:
        of_document.setdefault(account.document, []).append(account)
    out: dict[Pair, Passage] = {}
    for passage in sorted(passages, key=lambda p: (p.kind is not PassageKind.VERBATIM, -p.score, p.id)):
        for a in _touched(of_document, passage.a, passage.a_span):
            for b in _touched(of_document, passage.b, passage.b_span):
                if _meet(a, b, passage):
                    out.setdefault(pair(a.id, b.id), passage)
    return out


def words_in_common(a: Sequence[Word], b: Sequence[Word]) -> tuple[int, int]:
    """How many words two stretches have in common in the same order, and how many of them in one run."""
    blocks = SequenceMatcher(None, [w.text for w in a], [w.text for w in b], autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks), max(block.size for block in blocks)


def _touched(of_document: Mapping[str, Sequence[Told]], document: str, span: Span) -> list[Told]:
    return [
        t
        for t in of_document.get(document, ())
        if (common := t.span.common(span)) is not None and len(common) >= ENOUGH * len(t.span)
    ]


def _meet(a: Told, b: Told, passage: Passage) -> bool:
    """Whether the account in `a`, moved through the passage by its share of the way, falls on the account in `b`."""
    length_a, length_b = len(passage.a_span), len(passage.b_span)
    if not length_a or not length_b:
        return False
    inside = a.span.common(passage.a_span)
    if inside is None:
        return False
    scale = length_b / length_a
    start = passage.b_span.start + round((inside.start - passage.a_span.start) * scale)
    carried = Span(start, max(start, passage.b_span.start + round((inside.end - passage.a_span.start) * scale)))
    common = carried.common(b.span)
    return common is not None and len(common) >= ENOUGH * min(len(carried), len(b.span))
