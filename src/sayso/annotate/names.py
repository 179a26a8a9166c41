"""Names: what the recogniser read as the name of a person, an organisation, a place or something else, made one over a document.

It reads one paragraph at a time. Here its readings are cut to the name alone, all that are spelled alike get one type, and the
places are found where a name was passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.annotate.capitals import words
from sayso.annotate.elsewhere import passed_over
from sayso.annotate.evidence import settled
from sayso.annotate.extents import fitted
from sayso.annotate.spelledout import spelled_out
from sayso.findings import Name, Sentence


def names(text: str, sentences: Sequence[Sentence], read: Iterable[Name]) -> tuple[Name, ...]:
    """All names in order of the text; none overlap. Each says in its `because` what it rests on.

    Where nothing was read, as in a language that the recogniser does not know, only known names are found that look like no
    other word.
    """
    apart = [name for each in read for name in fitted(text, each)]
    found = settled(text, _apart([*apart, *spelled_out(text, apart)]))
    return passed_over(text, words(text, sentences), found)


def _apart(names: Iterable[Name]) -> list[Name]:
    """Those that overlap no longer one, in order of the text."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.span.start, -n.span.end)):
        if kept and name.span.start < kept[-1].span.end:
            if len(name.span) > len(kept[-1].span):
                kept[-1] = name
            continue
        kept.append(name)
    return kept
