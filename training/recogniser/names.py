"""Trains the names once more, alone: `python -m training.recogniser.names PREPARED OUT [--epochs 6] [--seed 1]`.

While everything is learned at once there is little that people marked of names, and much that another program guessed. When the
encoder is finished, its states stay as they are, and the head for names is trained on them with what people marked counted more.
Attributions are the same before and after. OUT/last.pt is written over, and OUT/log.jsonl gets the figures.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from sayso.annotate.language.pieces import Pieces
from training.recogniser.export import trained
from training.recogniser.feeding import BASE, laid_out, tokenizer
from training.recogniser.measure import measure
from training.recogniser.model import Recogniser
from training.recogniser.records import Record, read
from training.recogniser.units import IGNORED, units

AT_ONCE = 4096
STEP = 1e-3
TIMES = {"crossner": 4, "gum": 1, "polnear": 1, "brat": 4}
"""How often a text is met in an epoch, by its data: CrossNER's are few and the nearest to how news names."""

PART_OF_SILVER = 0.4
"""The share of PolNeAR's texts that is met in an epoch, each time another: enough for its names, and soon done."""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("prepared", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--epochs", type=int, default=6)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--base", type=Path, default=BASE, help="the folder of the encoder that training began with")
    given = ask.parse_args()
    torch.manual_seed(given.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    state = torch.load(given.out / "last.pt", map_location="cpu")
    model = trained(given.out / "last.pt", given.base).to(device)
    records = [record for record in read(given.prepared / "train.jsonl.gz") if record.names is not None]
    pieces = tokenizer(given.base)
    train(model, records, given.epochs, given.seed, pieces, device)
    torch.save({**state, "kept": model.state_dict(), "names again": True}, given.out / "new.pt")
    (given.out / "new.pt").replace(given.out / "last.pt")
    figures = measure(model, list(read(given.prepared / "dev.jsonl.gz")), pieces, device)
    with (given.out / "log.jsonl").open("a") as log:
        log.write(json.dumps({"names again": given.epochs, **figures}) + "\n")
    print(json.dumps(figures))


def train(model: Recogniser, records: Sequence[Record], epochs: int, seed: int, pieces: Tokenizer, device: str) -> None:
    """Trains the names' own head and nothing else."""
    for weights in model.parameters():
        weights.requires_grad_(False)
    head = model.named.requires_grad_(True).train()
    model.names_again = True
    optimiser = torch.optim.AdamW(head.parameters(), lr=STEP, weight_decay=0.01)
    batches = [_batches(records, pieces, random.Random(seed * 1000 + epoch)) for epoch in range(epochs)]
    steps = sum(map(len, batches))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, step / 30) * max(0.0, 1 - step / steps))
    done = 0
    for epoch in batches:
        for batch in epoch:
            loss = _loss(model, batch, pieces, device)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            done += 1
            if done % 50 == 0:
                print(f"{done} of {steps}: loss {loss.item():.4f}", flush=True)


Labelled = tuple[Pieces, tuple[int, ...], float]


def _batches(records: Sequence[Record], pieces: Tokenizer, rng: random.Random) -> list[list[Labelled]]:
    met = [r for r in records if not r.name.startswith("polnear") or rng.random() < PART_OF_SILVER]
    met = [r for r in met for _ in range(TIMES[r.name.partition("/")[0]])]
    every = [(u.pieces, u.names, u.weight) for r in met for u in units(r, pieces, frozenset(), rng)]
    every.sort(key=lambda each: (len(each[0]) // 8, rng.random()))
    found: list[list[Labelled]] = [[]]
    for each in every:
        if found[-1] and (len(found[-1]) + 1) * (len(each[0]) + 2) > AT_ONCE:
            found.append([])
        found[-1].append(each)
    rng.shuffle(found)
    return found


def _loss(model: Recogniser, batch: Sequence[Labelled], pieces: Tokenizer, device: str) -> Tensor:
    ids, shapes, mask = laid_out([each for each, _, _ in batch], pieces, device)
    width = ids.shape[1]
    labels = torch.tensor([[IGNORED, *row] + [IGNORED] * (width - 1 - len(row)) for _, row, _ in batch], device=device)
    with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
        states = model.states(ids, shapes, mask)
    scores = model.named(states.float(), mask)
    each = cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="none").view(labels.shape)
    share = torch.tensor([weight for _, _, weight in batch], device=device).unsqueeze(1) * (labels != IGNORED)
    return (each * share).sum() / share.sum().clamp(min=1)


if __name__ == "__main__":
    main()
