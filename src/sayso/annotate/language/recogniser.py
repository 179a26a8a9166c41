"""The recogniser: who says what, and which words are names, by one pass of a small trained model. `recogniser/CARD.md` says
how it was made and measured.

Each paragraph is read alone, one to a thread, for the same reason as the encoder's sentences: in 8-bit arithmetic what stands
beside a text in a batch would change what is found in it. Alone, a paragraph that ten outlets print is read once, alike in all.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.annotate.language import reading
from sayso.annotate.language.pieces import Window, pieces_of, windows, words_of
from sayso.annotate.language.released import HINT, cores, reading_of, session
from sayso.errors import ModelDamaged
from sayso.findings import Name, Recognised, Saying
from sayso.spans import Span

FORM = 1
"""The form of a model's folder that this program reads: the inputs and outputs of its two graphs, and the order of their labels."""

KEPT = 65_536
"""Paragraphs whose findings are kept in memory, so that a paragraph of syndicated copy is read once."""

SURE = 0.5
"""What is less sure than this is nobody's word. Set on PolNeAR dev."""

Read = tuple[tuple[Name, ...], tuple[Saying, ...]]


class Recogniser:
    """Reads stretches of texts; loads its model at the first one. A `Recognise` by its call."""

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        self._folder = folder or Path(str(files("sayso.annotate.language"))) / "recogniser"
        self._threads = threads or cores()
        self._kept: dict[str, Read] = {}

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that it was trained on, as two-letter codes. Raises `ModelDamaged` when the model is not there."""
        return frozenset(self._about["languages"])

    def load(self) -> None:
        """Loads the model now, so that what is wrong with it is told before any work. Raises `ModelDamaged` as a call does."""
        self._tokenizer, self._first, self._second  # noqa: B018 (also so that threads do not each load their own)

    def __call__(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[Recognised]:
        """What is found in each text, in the given stretches of it, which should be its paragraphs; spans are of the text.

        Raises `ModelDamaged` when the model's files are missing, not those that were released, or of another form.
        """
        fresh = list(dict.fromkeys(s.of(text) for text, spans in texts for s in spans if s.of(text) not in self._kept))
        if len(self._kept) + len(fresh) > KEPT:
            self._kept.clear()
            fresh = list(dict.fromkeys(s.of(text) for text, spans in texts for s in spans))
        if fresh:
            self.load()
            with ThreadPoolExecutor(self._threads) as threads:
                self._kept.update(zip(fresh, threads.map(self._read, fresh), strict=True))
        return [self._of_text(text, spans) for text, spans in texts]

    def _of_text(self, text: str, spans: Sequence[Span]) -> Recognised:
        names: list[Name] = []
        sayings: list[Saying] = []
        for span in spans:
            named, said = self._kept[span.of(text)]
            names.extend(Name(n.span.moved(span.start), n.type, n.because) for n in named)
            sayings.extend(_moved(each, span.start) for each in said)
        return Recognised(tuple(names), tuple(sayings))

    def _read(self, text: str) -> Read:
        names: list[Name] = []
        sayings: list[Saying] = []
        for window in windows(pieces_of(text, 0, len(text), self._tokenizer)):
            if len(window.pieces):
                self._look(text, window, names, sayings)
        return tuple(names), tuple(sayings)

    def _look(self, text: str, window: Window, names: list[Name], sayings: list[Saying]) -> None:
        first, last = self._marks
        ids = np.array([[first, *window.pieces.ids, last]], dtype=np.int64)
        shapes = np.array([[0, *window.pieces.shapes, 0]], dtype=np.int64)
        states, of_names, of_cues = self._first.run(None, {"ids": ids, "shapes": shapes})
        words = words_of(text, window.pieces.offsets)
        names.extend(Name(span, kind, ("read as a name",)) for span, kind in reading.names(window, words, of_names[0, 1:-1]))
        asked = reading.cues(window, words, of_cues[0, 1:-1])
        if not asked:
            return
        firsts, lasts = (np.array([each.pieces[i] + 1 for each in asked], dtype=np.int64) for i in (0, 1))
        parts, real = self._second.run(None, {"states": states, "firsts": firsts, "lasts": lasts})
        for i, each in enumerate(asked):
            said = reading.said(words, each, parts[i, 1:-1], float(real[i]))
            if said.content and said.score >= SURE:
                sayings.append(said)

    @cached_property
    def _about(self) -> dict[str, Any]:
        with reading_of(self._folder, "model.json") as content:
            about: dict[str, Any] = json.loads(content)
            form, _ = about.get("form"), frozenset(about["languages"])
        if form != FORM:
            raise ModelDamaged(f"{self._folder}: is a model of form {form}; this Sayso reads form {FORM}", HINT)
        return about

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        with reading_of(self._folder, "tokenizer.json") as content:
            tokenizer = Tokenizer.from_str(content.decode("utf8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _marks(self) -> tuple[int, int]:
        first, last = self._tokenizer.encode("").ids
        return first, last

    @cached_property
    def _first(self) -> onnxruntime.InferenceSession:
        assert self._about
        return self._session("first.onnx", ("ids", "shapes"), ("states", "names", "cues"))

    @cached_property
    def _second(self) -> onnxruntime.InferenceSession:
        return self._session("second.onnx", ("states", "firsts", "lasts"), ("parts", "real"))

    def _session(self, name: str, takes: tuple[str, ...], gives: tuple[str, ...]) -> onnxruntime.InferenceSession:
        with reading_of(self._folder, name) as content:
            made = session(content)
        ends = tuple(i.name for i in made.get_inputs()), tuple(o.name for o in made.get_outputs())
        if ends != (takes, gives):
            raise ModelDamaged(f"{self._folder / name}: takes and gives {ends}, not {(takes, gives)}", HINT)
        return made


def _moved(said: Saying, by: int) -> Saying:
    source, cue, content = (tuple(span.moved(by) for span in spans) for spans in (said.source, said.cue, said.content))
    return Saying(source, cue, content, said.score)
