"""Which paragraphs of a text are in a language that a recogniser was not trained on, and must not be read as its own.

By script where the letters tell it, else by the words, and only where these leave no doubt: a paragraph wrongly left out costs
what people say in it. No paragraph of PolNeAR, all English, is taken for foreign.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

TELLING = 240
"""Characters of a paragraph that tell its language; more of them change nothing and cost time."""

FEWEST = 20
"""Letters that tell a language. Shorter ones are at times a name and nothing else."""

DOUBTLESS = 0.65
"""By how much a language must be likelier than the recogniser's, as the logarithm's gain a byte. Sentences of other languages reach
1.2 to 2; of 19,291 English paragraphs, lists of foreign names among them, none reaches more than 0.52."""

NO_LANGUAGE = "zxx"
QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]")
LATIN = frozenset({"LATIN", "FULLWIDTH", "MODIFIER", "FEMININE", "MASCULINE", "MATHEMATICAL"})


def unread(paragraphs: Sequence[str], languages: frozenset[str]) -> list[str | None]:
    """For each paragraph of one text why it cannot be read by a recogniser of these languages ("written in German"), else None.

    What cannot be told, such as a word alone, goes with the greater part of the text that can.
    """
    told = [_told(words, languages) for words in paragraphs]
    letters: Counter[str] = Counter()
    for words, why in zip(paragraphs, told, strict=True):
        if why is not None:
            letters[why] += len(words)
    own = letters.pop("", 0)
    rest = max(letters, key=lambda why: (letters[why], why)) if letters.total() > own else None
    return [rest if why is None else why or None for why in told]


def _told(words: str, languages: frozenset[str]) -> str | None:
    """Why it cannot be read, "" when it can, None when there is no telling."""
    other = _script(words) if not languages & _not_latin() else None
    return f"written in {other}" if other else _language(words, languages)


def _script(words: str) -> str | None:
    """The script of more than half of the letters, if it is not the Latin one."""
    if words.isascii():
        return None
    scripts: Counter[str] = Counter()
    for letter, count in Counter(words).items():
        if letter.isalpha():
            scripts["LATIN" if letter.isascii() else unicodedata.name(letter, "?").split()[0].split("-")[0]] += count
    latin = sum(scripts.pop(name, 0) for name in (*LATIN, "?"))
    if scripts.total() <= latin:
        return None
    script = min(scripts, key=lambda name: (-scripts[name], name))
    called: str = _table()["scripts"]["called"].get(script, f"{script.capitalize()} letters")
    return called


def _language(words: str, languages: frozenset[str]) -> str | None:
    import py3langid

    sample = _own_words(words)
    if _letters(sample) < FEWEST:
        return None
    code, _ = py3langid.classify(sample)
    if code in languages:
        return ""
    ranks = dict(py3langid.rank(sample))
    known = [ranks[language] for language in languages if language in ranks]
    if not known or code == NO_LANGUAGE or ranks[code] - max(known) < DOUBTLESS * len(sample.encode("utf8", "replace")):
        return None
    return f"written in {_table()['names'].get(code, code)}"


def _own_words(words: str) -> str:
    """What stands outside quotation marks, if that is enough to tell: an English report may quote what was said in German."""
    start = words[: 4 * TELLING]
    outside = " ".join(QUOTED.sub(" ", start).split())[:TELLING]
    return outside if _letters(outside) >= FEWEST else " ".join(start.split())[:TELLING]


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("sayso.annotate.language") / "languages.toml").read_text("utf8"))


@cache
def _not_latin() -> frozenset[str]:
    return frozenset(_table()["scripts"]["not_latin"].split())
