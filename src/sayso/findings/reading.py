"""One document with all that was found within it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.documents import Document, Profile
from sayso.findings.annotations import Annotation
from sayso.findings.attributions import Attribution
from sayso.spans import Spans


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with all that was found within it: what the corpus-wide stages work on.

    `vectors` has one row a sentence of the annotation; `attributions` are in order of the text; in the paragraphs that are `unread`
    nobody looked for any.
    """

    document: Document
    profile: Profile
    annotation: Annotation
    vectors: NDArray[np.float32] = field(compare=False, repr=False)
    attributions: tuple[Attribution, ...] = ()
    unread: Spans = ()

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def text(self) -> str:
        return self.document.text
