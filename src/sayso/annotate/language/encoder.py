"""The sentence encoder: all-MiniLM-L6-v2 in 8-bit weights, run by onnxruntime. `model/CARD.md` says how it was made and measured.

Sentences are run one at a time, one to a thread, never in batches. The 8-bit arithmetic scales its activations by the largest
value in sight, so in a batch a sentence's vector would depend on its neighbours (measured: similarities move by up to 0.07, and a
document added to a case would change findings about all others). Alone, each text has one vector, whatever it is read with; the
price is a fifth of the speed.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.annotate.language.pieces import HALF
from sayso.annotate.language.released import cores, released, session

DIMENSIONS = 384
LONGEST = 256
"""Word pieces of a text that are read; the model was trained on no more."""

KEPT = 65_536
"""Vectors kept in memory, about 100 MB: a sentence of syndicated copy, or a content that is a whole sentence, is computed once."""


class Encoder:
    """Turns texts into vectors; loads its model at the first text. An `Encode` by its call."""

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        self._folder = folder or Path(str(files("sayso.annotate.language"))) / "model"
        self._threads = threads or cores()
        self._kept: dict[str, NDArray[np.float32]] = {}
        self._lock = Lock()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text, float32, shape (len(texts), 384); an empty text has a row too.

        May be called from several threads, whose calls then wait for each other.
        Raises `ModelDamaged` when the model's files are missing or not those that were released.
        """
        with self._lock:
            fresh = list(dict.fromkeys(text for text in texts if text not in self._kept))
            if len(self._kept) + len(fresh) > KEPT:
                self._kept = {text: self._kept[text] for text in texts if text in self._kept}
            self._kept.update(zip(fresh, self._encode(fresh), strict=True))
            rows = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
            for i, text in enumerate(texts):
                rows[i] = self._kept[text]
            return rows

    def _encode(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        if not texts:
            return []
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch([HALF.sub("\ufffd", t) for t in texts])]
        with ThreadPoolExecutor(self._threads) as threads:
            return list(threads.map(self._run, pieces))

    def _run(self, pieces: list[int]) -> NDArray[np.float32]:
        row: NDArray[np.float32] = self._session.run(None, {"ids": np.array([pieces], dtype=np.int64)})[0][0]
        return row

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_str(released(self._folder, "tokenizer.json").decode("utf8"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        return tokenizer

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return session(released(self._folder, "encoder.onnx"))
