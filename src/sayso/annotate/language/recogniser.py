"""The recogniser: who says what, and which words are names, by one pass of a small trained model. `recogniser/CARD.md` says
how it was made and measured.

Each paragraph is read alone, one to a thread, for the same reason as the encoder's sentences: in 8-bit arithmetic what stands
beside a text in a batch would change what is found in it. Alone, a paragraph that ten outlets print is read once, alike in all.
A paragraph in a language that the model was not trained on is not read at all, and said to be unread.

The same text gives the same findings each time: scores are steadied (`reading.steady`) before anything is decided by them, and of
two that are then as good the earlier one counts, and of two labels the lower.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.annotate.language import reading
from sayso.annotate.language.foreign import unread
from sayso.annotate.language.labels import CUE_LABELS, NAME_LABELS, Part
from sayso.annotate.language.pieces import Shape, Window, pieces_of, stretches, windows, words_of
from sayso.annotate.language.released import HINT, cores, reading_of, session
from sayso.errors import ModelDamaged
from sayso.findings import Name, Recognised, Saying
from sayso.spans import Span

SHIPPED = Path(str(files("sayso.annotate.language"))) / "recogniser"
"""The folder of the model that comes with Sayso."""

FORM = 1
"""The form of a model's folder that this program reads: the inputs and outputs of its two graphs, and the order of their labels."""

KEPT = 8_000_000
"""Characters of paragraphs whose findings are kept in memory from call to call: a paragraph of syndicated copy is read once. A
character takes about 12 bytes: its own, and those of what was found."""

SURE = 0.7
"""What is less sure than this is nobody's word. On PolNeAR dev whole attributions have F1 0.760 with 0.5 as with 0.7, where 76 in
100 are right instead of 75."""

Read = tuple[tuple[Name, ...], tuple[Saying, ...]]


class Recogniser:
    """Reads stretches of texts; loads its model at the first one. A `Recognise` by its call."""

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        self._folder = folder or SHIPPED
        self._threads = threads or cores()
        self._kept: dict[str, Read] = {}
        self._room = KEPT
        self._lock = Lock()

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that it was trained on, as two-letter codes. Raises `ModelDamaged` when the model is not there."""
        return frozenset(self._about["languages"])

    def load(self) -> None:
        """Loads the model now, so that what is wrong with it is told before any work. Raises `ModelDamaged` as a call does."""
        self._tokenizer, self._first, self._second, self._tried  # noqa: B018 (also so that threads do not each load their own)

    def __call__(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[Recognised]:
        """What is found in each text, in the given stretches of it, which should be its paragraphs; spans are of the text.

        May be called from several threads, whose calls then wait for each other. Raises `ModelDamaged` when the model's files are
        missing, not those that were released, or of another form.
        """
        with self._lock:
            why = [unread([span.of(text) for span in spans], self.languages) for text, spans in texts]
            parts = [
                [part for span, because in zip(spans, reasons, strict=True) if not because for part in stretches(text, span)]
                for (text, spans), reasons in zip(texts, why, strict=True)
            ]
            read = self._reads(dict.fromkeys(part.of(text) for (text, _), own in zip(texts, parts, strict=True) for part in own))
        return [
            _recognised(text, own, read, tuple((span, because) for span, because in zip(spans, reasons, strict=True) if because))
            for (text, spans), own, reasons in zip(texts, parts, why, strict=True)
        ]

    def _reads(self, words: Iterable[str]) -> dict[str, Read]:
        """What is found in each, from memory or now."""
        known = {one: self._kept.get(one) for one in words}
        fresh = [one for one, found in known.items() if found is None]
        if fresh:
            self.load()
            with ThreadPoolExecutor(self._threads) as threads:
                known.update(zip(fresh, threads.map(self._read, fresh), strict=True))
        read = {one: found for one, found in known.items() if found is not None}
        self._keep(fresh, read)
        return read

    def _keep(self, fresh: Sequence[str], read: Mapping[str, Read]) -> None:
        """Remembers what was found, or when there is no more room for it, of all only this."""
        size = sum(map(len, fresh))
        if size > self._room:
            self._kept, self._room, fresh = {}, KEPT, list(read)
        for one in fresh:
            if len(one) <= self._room:
                self._kept[one] = read[one]
                self._room -= len(one)

    def _read(self, text: str) -> Read:
        names: list[Name] = []
        sayings: list[Saying] = []
        for window in windows(pieces_of(text, 0, len(text), self._tokenizer)):
            if len(window.pieces):
                self._look(window, names, sayings)
        # What stands where two windows meet may be found by both, in two ways: the first counts.
        return tuple(reading.apart(names, lambda name: name.span)), tuple(reading.apart(sayings, lambda said: said.cue[0]))

    def _look(self, window: Window, names: list[Name], sayings: list[Saying]) -> None:
        first, last = self._marks
        ids = np.array([[first, *window.pieces.ids, last]], dtype=np.int64)
        shapes = np.array([[0, *window.pieces.shapes, 0]], dtype=np.int64)
        states, of_names, of_cues = self._first.run(None, {"ids": ids, "shapes": shapes})
        words = words_of(window.pieces)
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
    def _tried(self) -> bool:
        """True; whatever goes wrong with the tokenizer's last word, scores for other labels among it, is a `ModelDamaged`."""
        try:
            self._try()
        except Exception as e:  # whatever a graph of another form runs into
            raise ModelDamaged(f"{self._folder}: cannot be run: {' '.join(str(e).split())[:200]}", HINT) from e
        return True

    def _try(self) -> None:
        first, last = self._marks
        ids = np.array([[first, self._tokenizer.get_vocab_size() - 1, last]], dtype=np.int64)
        shapes = np.full_like(ids, max(Shape))
        states, names, cues = self._first.run(None, {"ids": ids, "shapes": shapes})
        one = np.array([1], dtype=np.int64)
        parts, real = self._second.run(None, {"states": states, "firsts": one, "lasts": one + 1})
        found = names.shape, cues.shape, parts.shape, real.shape
        if found != ((1, 3, NAME_LABELS), (1, 3, CUE_LABELS), (1, 3, len(Part)), (1,)):
            raise ValueError(f"its scores are of shapes {found}")

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


def _recognised(text: str, parts: Sequence[Span], read: Mapping[str, Read], left_out: tuple[tuple[Span, str], ...]) -> Recognised:
    names: list[Name] = []
    sayings: list[Saying] = []
    for part in parts:
        named, said = read[part.of(text)]
        names.extend(Name(n.span.moved(part.start), n.type, n.because) for n in named)
        sayings.extend(_moved(each, part.start) for each in said)
    return Recognised(tuple(names), tuple(sayings), left_out)


def _moved(said: Saying, by: int) -> Saying:
    source, cue, content = (tuple(span.moved(by) for span in spans) for spans in (said.source, said.cue, said.content))
    return Saying(source, cue, content, said.score)
