"""How good a network in training is, on texts left out of training."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer

from sayso.annotate.language import reading
from sayso.annotate.language.pieces import Window, pieces_of, windows, words_of
from sayso.findings import NameType
from sayso.spans import Span
from training.recogniser.feeding import laid_out
from training.recogniser.model import Recogniser
from training.recogniser.records import Marked, Record
from training.recogniser.scores import Found, Name, figures
from training.recogniser.units import PARAGRAPH

AT_ONCE = 16
SURE = 0.5


def measure(model: Recogniser, records: Sequence[Record], tokenizer: Tokenizer, device: str) -> dict[str, float]:
    """The `figures` of a network in training."""
    return figures(recognised(model, records, tokenizer, device))


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
