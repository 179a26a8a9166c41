"""The network: one encoder, heads that label every piece, and a second look that asks for each cue what every piece is to it.

Spans and links are thus one question: a piece is labelled source or content *of this cue*. The second look is one layer of
attention over the paragraph, narrow, with the cue mixed into every piece; it also says whether the cue is one at all.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from sayso.annotate.language.labels import CUE_LABELS, NAME_LABELS, Part, Tag
from sayso.annotate.language.pieces import Shape

WIDTH = 192
REACH = 64
"""Distances between a piece and a cue beyond this many pieces are alike."""


class Scores(NamedTuple):
    """What the first look gives for each piece: its state (n, t, hidden) and the scores of its labels (n, t, labels)."""

    states: Tensor
    names: Tensor
    cues: Tensor
    sources: Tensor
    contents: Tensor


class Recogniser(nn.Module):
    """`forward` is the first look, `ask` the second. Names are read by a plain head while the encoder learns, and by one with a
    look of its own once that was trained on the finished encoder (`names_again`).
    """

    def __init__(self, encoder: nn.Module, hidden: int = 384, looks: int = 1) -> None:
        super().__init__()
        self.encoder = encoder
        self.shape = nn.Embedding(len(Shape), hidden)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.1)
        self.names = nn.Linear(hidden, NAME_LABELS)
        self.named = NameHead(hidden)
        self.names_again = False
        self.cues = nn.Linear(hidden, CUE_LABELS)
        self.sources = nn.Linear(hidden, len(Tag))
        self.contents = nn.Linear(hidden, len(Tag))
        self.second = SecondLook(hidden, looks)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Scores:
        """ids, shapes, mask (n, t), with the marks at both ends."""
        states = self.states(ids, shapes, mask)
        dropped = self.drop(states)
        names = self.named(states, mask) if self.names_again else self.names(dropped)
        return Scores(states, names, self.cues(dropped), self.sources(dropped), self.contents(dropped))

    def states(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """What the encoder makes of each piece, (n, t, hidden)."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        read = self.encoder(inputs_embeds=words, attention_mask=mask, token_type_ids=torch.zeros_like(ids))
        states: Tensor = read.last_hidden_state
        return states

    def ask(self, states: Tensor, mask: Tensor | None, firsts: Tensor, lasts: Tensor) -> tuple[Tensor, Tensor]:
        """states (c, t, hidden), mask (c, t) of each cue's unit, its first piece and the one behind its last (c,) → parts
        (c, t, 5) and whether it is a cue (c,). One unit's states (1, t, hidden) do for all its cues.
        """
        parts, real = self.second(states, mask, firsts, lasts)
        return parts, real


class NameHead(nn.Module):
    """The labels of names from finished states, with one narrow layer of attention over the paragraph."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.narrow = nn.Linear(hidden, WIDTH)
        self.drop = nn.Dropout(0.1)
        self.layer = Attention(WIDTH, 6)
        self.labels = nn.Linear(WIDTH, NAME_LABELS)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        scores: Tensor = self.labels(self.layer(self.drop(nn.functional.gelu(self.narrow(states))), mask))
        return scores


class SecondLook(nn.Module):
    """With `looks` layers of attention; with none it only compares each piece with the cue."""

    def __init__(self, hidden: int, looks: int) -> None:
        super().__init__()
        self.of_piece = nn.Linear(hidden, WIDTH)
        self.of_cue = nn.Linear(hidden, WIDTH)
        self.both = nn.Linear(WIDTH, WIDTH, bias=False)
        self.distance = nn.Embedding(2 * REACH + 1, WIDTH)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.even = nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Attention(WIDTH, 6) for _ in range(looks))
        self.parts = nn.Linear(WIDTH, len(Part))
        self.real = nn.Linear(WIDTH, 1)

    def forward(self, states: Tensor, mask: Tensor | None, firsts: Tensor, lasts: Tensor) -> tuple[Tensor, Tensor]:
        places = torch.arange(states.shape[1], device=states.device).unsqueeze(0)
        firsts, lasts = firsts.unsqueeze(1), lasts.unsqueeze(1)
        inside = ((places >= firsts) & (places < lasts)).to(states.dtype).unsqueeze(2)
        size = inside.sum(1)
        cue = self.of_cue((states * inside).sum(1) / size).unsqueeze(1)
        piece = self.of_piece(states)
        away = (places - firsts).clamp(max=0) + (places - lasts + 1).clamp(min=0)
        x = self.drop(self.even(piece + cue + self.both(piece * cue) + self.distance(away.clamp(-REACH, REACH) + REACH)))
        for layer in self.layers:
            x = layer(x, mask)
        return self.parts(x), self.real((x * inside).sum(1) / size).squeeze(1)


class Attention(nn.Module):
    """One layer of self-attention with its feed-forward part, each added to what came in (Vaswani et al. 2017)."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.asks = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.even = nn.LayerNorm(width)
        self.wide = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)
        self.even_again = nn.LayerNorm(width)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        n, t, width = x.shape
        q, k, v = self.asks(x).view(n, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        shown = None if mask is None else mask.bool()[:, None, None, :]
        seen = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=shown)
        x = self.even(x + self.out(seen.transpose(1, 2).reshape(n, t, width)))
        made: Tensor = self.even_again(x + self.narrow(nn.functional.gelu(self.wide(x))))
        return made
