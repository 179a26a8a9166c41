"""Trains the recogniser: `python -m training.recogniser.train PREPARED OUT [--epochs 10] [--part 1.0] [--looks 1] [--seed 1]
[--base DIR]`.

PREPARED is what `prepare` wrote. After each epoch OUT/last.pt is written, and a run that was interrupted goes on from it;
OUT/log.jsonl gets the loss and the figures of each epoch. On a processor arithmetic is in bfloat16 where that pays.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModel

from training.recogniser.feeding import BASE, laid_out, tokenizer
from training.recogniser.measure import measure
from training.recogniser.model import Recogniser
from training.recogniser.records import Record, read
from training.recogniser.units import IGNORED, Unit, lures, units

AT_ONCE = 4096
"""Word pieces in a batch, padding included."""

SLOW, FAST = 1.5e-4, 1e-3
"""Highest step of the encoder and of the new heads (AdamW), after a rise over RISE of the steps, falling to nothing on a line."""

RISE = 0.06
MEMORY = 0.998
"""The weights kept are a running mean over about 500 steps: steadier than the last ones."""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("prepared", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--epochs", type=int, default=10)
    ask.add_argument("--part", type=float, default=1.0, help="share of the texts to train on")
    ask.add_argument("--looks", type=int, default=1, help="layers of attention in the second look")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--base", type=Path, default=BASE, help="a folder with the encoder to begin with, and its tokenizer.json")
    given = ask.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    records = list(read(given.prepared / "train.jsonl.gz"))
    random.Random(0).shuffle(records)
    Training(records[: round(len(records) * given.part)], list(read(given.prepared / "dev.jsonl.gz")), given).run()


class Training:
    """One run, from its start or from where it was interrupted."""

    def __init__(self, records: Sequence[Record], dev: Sequence[Record], given: argparse.Namespace) -> None:
        self.records, self.dev, self.given = records, dev, given
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        torch.manual_seed(given.seed)
        self.tokenizer = tokenizer(given.base)
        self.lure = lures(records)
        base = AutoModel.from_pretrained(given.base, attention_probs_dropout_prob=0.0, attn_implementation="eager")
        self.model = Recogniser(base, base.config.hidden_size, given.looks).to(self.device)
        self.kept = copy.deepcopy(self.model).eval()
        heads = [weights for name, weights in self.model.named_parameters() if not name.startswith("encoder.")]
        self.optimiser = torch.optim.AdamW(
            [{"params": self.model.encoder.parameters(), "lr": SLOW}, {"params": heads, "lr": FAST}], weight_decay=0.01
        )
        self.steps = given.epochs * len(self._batches(0))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._share)
        self.step = 0

    def run(self) -> None:
        for epoch in range(self._resumed(), self.given.epochs):
            began = time.perf_counter()
            loss = self._epoch(epoch)
            took = time.perf_counter() - began
            self._save(epoch + 1)
            figures = measure(self.kept, self.dev, self.tokenizer, self.device)
            line = json.dumps({"epoch": epoch + 1, "loss": round(loss, 4), "seconds": round(took), **figures})
            print(line, flush=True)
            with (self.given.out / "log.jsonl").open("a") as log:
                log.write(line + "\n")

    def _share(self, step: int) -> float:
        rise = RISE * self.steps
        return min(1.0, (step + 1) / rise) * max(0.0, (self.steps - step) / (self.steps - min(rise, step)))

    def _batches(self, epoch: int) -> list[list[Unit]]:
        """Units of like length together, so that little is padding, in an order of this epoch's own."""
        rng = random.Random(self.given.seed * 1000 + epoch)
        every = [unit for record in self.records for unit in units(record, self.tokenizer, self.lure, rng)]
        every.sort(key=lambda unit: (len(unit.pieces) // 8, rng.random()))
        batches: list[list[Unit]] = [[]]
        for unit in every:
            if batches[-1] and (len(batches[-1]) + 1) * (len(unit.pieces) + 2) > AT_ONCE:
                batches.append([])
            batches[-1].append(unit)
        rng.shuffle(batches)
        return batches

    def _epoch(self, epoch: int) -> float:
        self.model.train()
        total, began = 0.0, time.perf_counter()
        batches = self._batches(epoch)
        for n, batch in enumerate(batches, 1):
            with torch.autocast(self.device, dtype=torch.bfloat16):
                loss = loss_of(self.model, batch, self.tokenizer, self.device)
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimiser.step()
            self.schedule.step()
            self._keep()
            total += loss.item()
            if not math.isfinite(total):
                raise FloatingPointError(f"epoch {epoch + 1}, batch {n}: the loss is no number; lower SLOW and FAST")
            if n % 20 == 0:
                took = time.perf_counter() - began
                print(f"epoch {epoch + 1}, {n} of {len(batches)}: loss {total / n:.4f}, {took:.0f} s", flush=True)
        return total / len(batches)

    def _keep(self) -> None:
        self.step += 1
        share = min(MEMORY, self.step / (self.step + 10))
        with torch.no_grad():
            for kept, new in zip(self.kept.parameters(), self.model.parameters(), strict=True):
                kept.lerp_(new, 1 - share)

    def _save(self, epoch: int) -> None:
        state = {
            "epoch": epoch,
            "step": self.step,
            "looks": self.given.looks,
            "model": self.model.state_dict(),
            "kept": self.kept.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "chance": torch.get_rng_state(),
        }
        torch.save(state, self.given.out / "new.pt")
        (self.given.out / "new.pt").replace(self.given.out / "last.pt")

    def _resumed(self) -> int:
        path = self.given.out / "last.pt"
        if not path.exists():
            return 0
        state = torch.load(path, map_location=self.device)
        self.model.load_state_dict(state["model"])
        self.kept.load_state_dict(state["kept"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["chance"].cpu())
        self.step = state["step"]
        return int(state["epoch"])


def loss_of(model: Recogniser, batch: Sequence[Unit], tokenizer: Tokenizer, device: str) -> Tensor:
    """Cross entropy of all heads: links count double, names half, and the plain tags of sources and contents, which only help the
    encoder to learn, less.
    """
    ids, shapes, mask = laid_out([unit.pieces for unit in batch], tokenizer, device)
    scores = model(ids, shapes, mask)
    width = ids.shape[1]

    def labels(rows: Iterator[tuple[int, ...]]) -> Tensor:
        return torch.tensor([[IGNORED, *row] + [IGNORED] * (width - 1 - len(row)) for row in rows], device=device)

    loss = _weighted(scores.names, labels(u.names for u in batch), [u.weight for u in batch], device) * 0.5
    for head, rows, weight in (
        (scores.cues, labels(u.cues for u in batch), 1.0),
        (scores.sources, labels(u.sources for u in batch), 0.2),
        (scores.contents, labels(u.contents for u in batch), 0.2),
    ):
        if (rows != IGNORED).any():
            loss = loss + weight * cross_entropy(head.flatten(0, 1).float(), rows.flatten(), ignore_index=IGNORED)
    asked = [(n, cue) for n, unit in enumerate(batch) for cue in unit.asked]
    if asked:
        where = torch.tensor([n for n, _ in asked], device=device)
        firsts = torch.tensor([cue.first + 1 for _, cue in asked], device=device)
        lasts = torch.tensor([cue.last + 1 for _, cue in asked], device=device)
        parts, real = model.ask(scores.states[where], mask[where], firsts, lasts)
        rows = labels(cue.parts for _, cue in asked)
        truth = torch.tensor([float(cue.real) for _, cue in asked], device=device)
        rows[truth == 0] = IGNORED
        if (rows != IGNORED).any():
            loss = loss + 2 * cross_entropy(parts.flatten(0, 1).float(), rows.flatten(), ignore_index=IGNORED)
        loss = loss + 0.3 * binary_cross_entropy_with_logits(real.float(), truth)
    return loss


def _weighted(scores: Tensor, labels: Tensor, weights: Sequence[float], device: str) -> Tensor:
    """The mean loss of the pieces that are labelled, those of each unit with its weight."""
    each = cross_entropy(scores.flatten(0, 1).float(), labels.flatten(), ignore_index=IGNORED, reduction="none").view(labels.shape)
    share = torch.tensor(weights, device=device).unsqueeze(1) * (labels != IGNORED)
    return (each * share).sum() / share.sum().clamp(min=1)


if __name__ == "__main__":
    main()
