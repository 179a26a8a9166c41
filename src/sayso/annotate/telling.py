"""Who does the telling in a sentence, as far as a verb of telling beside a mention shows."""

from __future__ import annotations

import re

from sayso.annotate.lexicon import words_in
from sayso.spans import Span

_SPEAKING = re.compile(r"\s(?:has\s|have\s|had\s|also\s|later\s|then\s)*([a-z]+)\b")
_SPOKEN_BEFORE = re.compile(r"\b([a-z]+)\s(?:[A-Z][\w.’'-]*\s){0,3}$")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?(?:[\w.’'-]+\s){0,3}$")


def speaks(text: str, span: Span) -> bool:
    """Whether a verb of telling follows a mention, or stands right before it after a quotation: "said Merkel"."""
    verbs = words_in("context", "speech") | words_in("context", "telling")
    if (after := _SPEAKING.match(text, span.end, span.end + 40)) and after[1] in verbs:
        return True
    before = text[max(0, span.start - 40) : span.start]
    if _ACCORDING.search(before):
        return True
    verb = _SPOKEN_BEFORE.search(before)
    return bool(verb) and (verb[1] if verb else "") in ("said", "says", "added", "wrote", "tweeted")
