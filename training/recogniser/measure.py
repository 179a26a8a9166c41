"""How good a network is, on texts left out of training: names exact, and attributions by a plain reading of the official scorer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import torch
from tokenizers import Tokenizer

from sayso.annotate.language import reading
from sayso.annotate.language.pieces import Window, pieces_of, windows, words_of
from sayso.findings import NameType
from sayso.spans import Span
from training.recogniser.feeding import laid_out
from training.recogniser.model import Recogniser
from training.recogniser.records import Marked, Record

PARAGRAPH = re.compile(r"[^\n]+")
AT_ONCE = 16
SURE = 0.5
Name = tuple[int, int, str]
Found = tuple[Record, list[Marked], list[Name]]
"""A text with the attributions and the names found in it."""


def measure(model: Recogniser, records: Sequence[Record], tokenizer: Tokenizer, device: str) -> dict[str, float]:
    """The `figures` of a network in training."""
    return figures(recognised(model, records, tokenizer, device))


def figures(read: Iterable[Found]) -> dict[str, float]:
    """F1 of names (person, organisation, place; exact span and type) by their data, and of attributions, whole and strict."""
    names: dict[str, list[int]] = {}
    whole, strict = [0, 0, 0], [0, 0, 0]
    for record, found, called in read:
        if record.attributions is not None:
            for counts, exact in ((whole, False), (strict, True)):
                counts[0] += _matches(found, record.attributions, exact)
                counts[1] += len(found)
                counts[2] += len(record.attributions)
        if record.names is not None:
            gold = {name for name in record.names if name[2] != "other"}
            ours = {name for name in called if name[2] != "other"}
            counts = names.setdefault(record.name.partition("/")[0], [0, 0, 0])
            counts[0] += len(gold & ours)
            counts[1] += len(ours)
            counts[2] += len(gold)
    return {
        **{f"names {kind}": _f1(*counts) for kind, counts in names.items()},
        "whole": _f1(*whole),
        "whole P": round(whole[0] / max(1, whole[1]), 4),
        "whole R": round(whole[0] / max(1, whole[2]), 4),
        "strict": _f1(*strict),
    }


def recognised(model: Recogniser, records: Sequence[Record], tokenizer: Tokenizer, device: str) -> Iterator[Found]:
    """Each text as a network in training reads it."""
    model.eval()
    for record in records:
        every = [
            window
            for paragraph in PARAGRAPH.finditer(record.text)
            for window in windows(pieces_of(record.text, *paragraph.span(), tokenizer))
            if len(window.pieces)
        ]
        every.sort(key=lambda window: len(window.pieces))
        found: list[Marked] = []
        called: list[Name] = []
        for at in range(0, len(every), AT_ONCE):
            _look(model, record, every[at : at + AT_ONCE], tokenizer, device, found, called)
        yield record, sorted(found, key=lambda said: said.cue), sorted(called)


@torch.no_grad()
def _look(
    model: Recogniser,
    record: Record,
    batch: Sequence[Window],
    tokenizer: Tokenizer,
    device: str,
    found: list[Marked],
    called: list[Name],
) -> None:
    ids, shapes, mask = laid_out([window.pieces for window in batch], tokenizer, device)
    scores = model(ids, shapes, mask)
    for n, window in enumerate(batch):
        words = words_of(window.pieces)
        inner = slice(1, len(window.pieces) + 1)
        called.extend(_name(*each) for each in reading.names(window, words, scores.names[n, inner].float().cpu().numpy()))
        if record.attributions is None:
            continue
        asked = reading.cues(window, words, scores.cues[n, inner].float().cpu().numpy())
        if not asked:
            continue
        firsts, lasts = (torch.tensor([a.pieces[i] + 1 for a in asked], device=device) for i in (0, 1))
        parts, real = model.ask(scores.states[n].expand(len(asked), -1, -1), mask[n].expand(len(asked), -1), firsts, lasts)
        for i, each in enumerate(asked):
            said = reading.said(words, each, parts[i, inner].float().cpu().numpy(), float(real[i]))
            if said.content and said.score >= SURE:
                found.append(Marked(_stretches(said.source), _stretches(said.cue), _stretches(said.content)))


def _name(span: Span, kind: NameType) -> Name:
    return span.start, span.end, str(kind)


def _stretches(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def _f1(right: int, found: int, gold: int) -> float:
    return round(2 * right / max(1, found + gold), 4)


def _matches(found: Sequence[Marked], gold: Sequence[Marked], exact: bool) -> int:
    left, count = list(found), 0
    for each in gold:
        hit = next((other for other in left if (other == each if exact else _alike(other, each))), None)
        if hit is not None:
            left.remove(hit)
            count += 1
    return count


def _alike(found: Marked, gold: Marked) -> bool:
    """Contents that overlap by half of both, and half of the shorter source and cue in common."""
    ours, theirs = _characters(found.content), _characters(gold.content)
    if not ours or not theirs or len(ours & theirs) < 0.5 * len(ours | theirs):
        return False
    for a, b in ((found.source, gold.source), (found.cue, gold.cue)):
        ours, theirs = _characters(a), _characters(b)
        if theirs and (not ours or len(ours & theirs) < 0.5 * min(len(ours), len(theirs))):
            return False
    return True


def _characters(stretches: Sequence[tuple[int, int]]) -> set[int]:
    return {i for start, end in stretches for i in range(start, end)}
