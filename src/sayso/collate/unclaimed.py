"""What claims nothing, whoever says it: questions, greetings, thanks, wishes, calls, bare reactions, stage directions, times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.collate.wording import lists, sentence_words
from sayso.findings import Stance
from sayso.folding import Word, fold
from sayso.spans import Span

FEWEST = 4
"""Words of a whole sentence below which it must have a verb to say something."""

CALL = 14
"""Words beyond which a sentence that begins as a call ("Let's …") goes on to say something."""

ASIDE = re.compile(r"[(\[♪*][^()\[\]]{0,60}[)\]♪*][.!]?")
LOOSE = " \t\n\"'“”‘’«»"


def claims_nothing(text: str, span: Span) -> bool:
    """Whether a sentence, or somebody's whole words, state nothing that another could state or deny."""
    shown = span.of(text).strip(LOOSE)
    said = sentence_words(text, span)
    return asks(shown) or bool(ASIDE.fullmatch(shown)) or _greets(shown, said) or _is_stamp(said)


def asks(shown: str) -> bool:
    """Whether it is a question."""
    return shown.rstrip(LOOSE + ")").endswith("?")


def asks_within(stance: Stance, said: Sequence[Word]) -> bool:
    """Whether content is a question in other words: "whether …", or "who …" after a verb of asking."""
    first = said[0].text if said else ""
    return first == "whether" or (stance is Stance.ASKS and (first in lists().relating or first in lists().hanging))


def only_reacts(said: Sequence[Word]) -> bool:
    """Whether a whole sentence is a bare reaction ("Very sad", "Not at all"): a few words without a verb."""
    ends = ("ed", "'s", "'re", "'m", "'ll", "n't")
    known = lists().finite | lists().pasts
    return len(said) < FEWEST and not any(w.text in known or w.text.endswith(ends) for w in said)


def has_verb(said: Sequence[Word]) -> bool:
    """Whether a stretch may say that something is or is done, and is not the mere name of a thing."""
    known = lists().finite | lists().pasts | {"to", "be", "been"}
    return any(w.text in known or w.text.endswith(("ed", "n't")) for w in said)


def _greets(shown: str, said: Sequence[Word]) -> bool:
    begins = fold(shown[:80]).text
    if begins.startswith(lists().declaring) or not begins.startswith(lists().greeting):
        return False
    return len(said) <= CALL or begins.startswith(("thank", "i would like to thank", "i want to thank", "i'd like to thank"))


def _is_stamp(said: Sequence[Word]) -> bool:
    """Whether it says only when it was written, as above an entry of a live blog."""
    return bool(said) and all(w.text in lists().stamps or w.text[0].isdigit() for w in said)
