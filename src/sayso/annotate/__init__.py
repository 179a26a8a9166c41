"""annotate: what one document's words hold before anyone is said to say anything. Sentences, quotations, names and parties,
quantities, moments; and a vector for each sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.expressions import expressions
from sayso.annotate.moments import moments
from sayso.annotate.names import names
from sayso.annotate.parties import parties
from sayso.annotate.quantities import quantities
from sayso.annotate.quotations import quotations
from sayso.annotate.ruled import with_speakers
from sayso.annotate.sentences import SPOKEN, sentences
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Moment, Recognised, Ruling, Sentence, SentenceVectors, Unread
from sayso.spans import Span
from sayso.stages import Bench, Encode, Found, Outcome, Recognise

AT_ONCE = 32
"""Documents whose sentences go to the encoder in one call: enough to keep its threads busy, few enough to show progress."""


def annotate(document: Document, profile: Profile, recognised: Recognised) -> Annotation:
    """All that is found within one document, each part in order of the text."""
    said = sentences(document.text, profile.blocks)
    named = names(document.text, said, recognised.names)
    quoted = quotations(document.text, profile.blocks)
    dates = tuple(expressions(document.text))
    return Annotation(
        document.id,
        said,
        quoted,
        named,
        parties(document.id, document.text, said, quoted, named),
        quantities(document.text, said, [e.span for e in dates]),
        moments(document.text, said, dates, profile.published.date),
        recognised.sayings,
    )


def annotated(document: Document, profile: Profile, recognise: Recognise) -> Annotation:
    """`annotate` for one document alone."""
    return annotate(document, profile, *recognised([(document, profile)], recognise))


def recognised(pairs: Sequence[tuple[Document, Profile]], recognise: Recognise) -> list[Recognised]:
    """What is recognised in each document."""
    return recognise([(d.text, paragraphs(p)) for d, p in pairs])


def dated(text: str, said: Sequence[Sentence], published: str | None) -> tuple[Moment, ...]:
    """What the words for dates mean in a text that came out on that day, or in that stretch of days: a `stages.Dated`."""
    return moments(text, said, tuple(expressions(text)), published)


@dataclass(frozen=True, slots=True)
class Annotate:
    """The stage: one Annotation and one SentenceVectors for each document, in the order of the documents, and one Unread for each
    that the recogniser could not read throughout.
    """

    encode: Encode
    recognise: Recognise
    name: str = "annotate"
    version: int = 3
    needs: tuple[type, ...] = (Document, Ruling, Profile)
    gives: tuple[type, ...] = (Annotation, SentenceVectors, Unread)

    def run(self, found: Found, bench: Bench) -> Outcome:
        documents = found[Document]
        profiles = {profile.document: profile for profile in found[Profile]}
        pairs = [(document, profiles[document.id]) for document in documents]
        triples = [(*pair, what) for pair, what in zip(pairs, _in_chunks(self.recognise, pairs, bench), strict=True)]
        annotations = with_speakers(tuple(bench.each(annotate_triple, triples)), found[Ruling])
        vectors = _vectors(self.encode, documents, annotations, bench)
        return Outcome({Annotation: annotations, SentenceVectors: vectors, Unread: tuple(unread(triples))})


def annotate_triple(triple: tuple[Document, Profile, Recognised]) -> Annotation:
    """`annotate` as a bench calls it: with one item, by a function that another process can find by its name."""
    return annotate(*triple)


def unread(triples: Iterable[tuple[Document, Profile, Recognised]]) -> Iterator[Unread]:
    """What was not read of the documents that were not read throughout."""
    for document, profile, found in triples:
        if found.unread:
            spans = tuple(span for span, _ in found.unread)
            reasons = tuple(dict.fromkeys(why for _, why in found.unread))
            yield Unread(document.id, spans, len(spans) == len(paragraphs(profile)), reasons)


def paragraphs(profile: Profile) -> tuple[Span, ...]:
    """The stretches of a document that a recogniser reads: the blocks whose words count."""
    return tuple(block.span for block in profile.blocks if block.role in SPOKEN)


def _in_chunks(recognise: Recognise, pairs: Sequence[tuple[Document, Profile]], bench: Bench) -> Iterator[Recognised]:
    for start in range(0, len(pairs), AT_ONCE):
        bench.tell(start, len(pairs))
        yield from recognised(pairs[start : start + AT_ONCE], recognise)


def _vectors(
    encode: Encode, documents: Sequence[Document], annotations: Sequence[Annotation], bench: Bench
) -> tuple[SentenceVectors, ...]:
    known: dict[str, NDArray[np.float32]] = {}
    out: list[SentenceVectors] = []
    for start in range(0, len(documents), AT_ONCE):
        chunk = slice(start, start + AT_ONCE)
        said = [[s.span.of(d.text) for s in a.sentences] for d, a in zip(documents[chunk], annotations[chunk], strict=True)]
        new = sorted({words for document in said for words in document} - known.keys())
        if new:
            known.update(zip(new, encode(new), strict=True))
        out.extend(
            SentenceVectors(d.id, _rows([known[words] for words in document]))
            for d, document in zip(documents[chunk], said, strict=True)
        )
        bench.tell(len(out), len(documents))
    return tuple(out)


def _rows(rows: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    stacked = np.stack(rows).astype(np.float32, copy=False) if rows else np.zeros((0, 384), dtype=np.float32)
    stacked.setflags(write=False)
    return stacked
