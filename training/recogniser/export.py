"""Makes the recogniser that Sayso ships from what `train` wrote:
`python -m training.recogniser.export OUT [--to DIR] [--language en] [--base DIR]`.

Two graphs: first.onnx reads a paragraph once (ids, shapes (1, t) → states (1, t, 384), names (1, t, 9), cues (1, t, 3)),
second.onnx looks again at each cue (states, firsts, lasts (c,) → parts (c, t, 5), real (c,)). The weights of the first become
8-bit, each output channel with its own scale, within 7 bits (see `training/encoder.py`); the second is small and stays as it is.
OUT/full keeps both unshortened, in the same form, so that they can be compared by `--model OUT/full`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel

from sayso.annotate.language.recogniser import FORM, SHIPPED
from training.recogniser.feeding import BASE
from training.recogniser.model import Recogniser


class First(nn.Module):
    def __init__(self, model: Recogniser) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        scores = self.model(ids, shapes, torch.ones_like(ids))
        return scores.states, scores.names, scores.cues


class Second(nn.Module):
    def __init__(self, model: Recogniser) -> None:
        super().__init__()
        self.second = model.second

    def forward(self, states: Tensor, firsts: Tensor, lasts: Tensor) -> tuple[Tensor, Tensor]:
        parts, real = self.second(states, None, firsts, lasts)
        return parts, real


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--to", type=Path, default=SHIPPED)
    ask.add_argument("--language", nargs="+", default=["en"], help="two-letter codes of the languages it was trained on")
    ask.add_argument("--base", type=Path, default=BASE, help="the folder of the encoder that training began with")
    given = ask.parse_args()
    full = given.out / "full"
    for folder in (full, given.to):
        folder.mkdir(parents=True, exist_ok=True)
    export(trained(given.out / "last.pt", given.base), full)
    quantize_dynamic(full / "first.onnx", given.to / "first.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    shutil.copy(full / "second.onnx", given.to / "second.onnx")
    for folder in (full, given.to):
        shutil.copy(given.base / "tokenizer.json", folder / "tokenizer.json")
        (folder / "model.json").write_text(json.dumps({"form": FORM, "languages": sorted(given.language)}) + "\n")
        names = ("first.onnx", "model.json", "second.onnx", "tokenizer.json")
        sums = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()} {name}\n" for name in names)
        (folder / "sha256.txt").write_text("".join(sums))
        print(f"{folder}: {sum((folder / name).stat().st_size for name in names) / 1e6:.1f} MB")


def trained(path: Path, base: Path = BASE) -> Recogniser:
    """The network with the weights that training keeps."""
    state = torch.load(path, map_location="cpu")
    encoder = AutoModel.from_pretrained(base, attn_implementation="eager")
    model = Recogniser(encoder, encoder.config.hidden_size, state["looks"])
    model.load_state_dict(state["kept"])
    model.names_again = state.get("names again", False)
    return model.eval()


def export(model: Recogniser, folder: Path) -> None:
    ids = torch.ones((1, 7), dtype=torch.long)
    torch.onnx.export(
        First(model),
        (ids, ids),
        str(folder / "first.onnx"),
        input_names=["ids", "shapes"],
        output_names=["states", "names", "cues"],
        dynamic_axes={name: {1: "t"} for name in ("ids", "shapes", "states", "names", "cues")},
        opset_version=17,
        dynamo=False,
    )
    states, firsts, lasts = torch.zeros((1, 7, model.second.of_piece.in_features)), torch.tensor([1, 3]), torch.tensor([2, 5])
    torch.onnx.export(
        Second(model),
        (states, firsts, lasts),
        str(folder / "second.onnx"),
        input_names=["states", "firsts", "lasts"],
        output_names=["parts", "real"],
        dynamic_axes={
            "states": {1: "t"},
            "firsts": {0: "c"},
            "lasts": {0: "c"},
            "parts": {0: "c", 1: "t"},
            "real": {0: "c"},
        },
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
