"""What a cue does: from the cue's word, with what negates or softens it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.attribute import cues
from sayso.attribute.cues import Cue
from sayso.attribute.raw import Raw
from sayso.attribute.unsaid import COMMENT, is_negated
from sayso.attribute.words import listed
from sayso.findings import Stance
from sayso.spans import words_of

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NO_COMMENT = re.compile(r"no\s+(?:\w+\s+)?comment\b", re.IGNORECASE)
ASKS_FOR = re.compile(r"^(?:\S+\s+){0,6}?(?:to|for)\b", re.IGNORECASE)
ASKS_WHETHER = re.compile(r"^(?:\S+\s+){0,6}?(?:if|whether|what|why|how|who|when|where|about)\b", re.IGNORECASE)
NOBODY = ("no ", "nobody", "none ", "neither ")
SOFTENED = (Stance.ALLEGES, Stance.REVEALS, Stance.CONFIRMS, Stance.PROMISES)
"""Who does not allege, reveal, confirm or promise a thing only states something about it."""


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a cue in lower case with their cue lemmas, what is said, and what stands right after the cue."""

    words: tuple[str, ...]
    content: str
    after: str
    source: str

    @property
    def lemmas(self) -> set[str]:
        return {cue.lemma if (cue := cues.verb(word)) else word for word in self.words}

    @property
    def negated(self) -> bool:
        return is_negated(self.words) or self.source.lower().startswith(NOBODY)

    def does(self, *lemmas: str) -> bool:
        return not self.lemmas.isdisjoint(lemmas)


def stance_of(text: str, raw: Raw) -> tuple[Stance, str]:
    """The stance of an attribution's cue, and the words that decided it."""
    words = words_of(raw.cue, text, " ")
    said = _Said(
        tuple(w.lower().replace("’", "'") for w in WORD.findall(words)),
        words_of(raw.content[:1], text),
        text[raw.cue[-1].end :][:11].strip() if raw.cue else "",
        words_of(raw.source, text, " "),
    )
    found = _withheld(said) or _by_use(said)
    if found is not None:
        return found, f"“{words}” as used here: {found.value}"
    cue = _deciding(said)
    if cue is None:
        return Stance.STATES, f"“{words}”"
    if said.negated and cue.stance in SOFTENED:
        return Stance.STATES, f"“{cue.lemma}” negated"
    return cue.stance, f"“{cue.lemma}”: {cue.stance.value}"


def _withheld(said: _Said) -> Stance | None:
    """Those who do not speak: who declines, and who does not answer."""
    if (said.does("comment") and said.negated) or NO_COMMENT.match(said.content):
        return Stance.DECLINES
    if said.negated and (said.does(*listed("unanswered")) or "reached" in said.words):
        return Stance.NO_RESPONSE
    if said.does("decline", "refuse") and (COMMENT.match(said.content) or said.does(*listed("withheld"))):
        return Stance.DECLINES
    if said.negated and said.does(*listed("withheld")):
        return Stance.DECLINES
    return None


def _by_use(said: _Said) -> Stance | None:
    """Cues whose stance depends on what follows them."""
    if said.does("refuse", "decline"):
        return Stance.STATES
    if said.negated and said.does(*listed("rejecting")):
        return Stance.CONFIRMS if said.does("dispute") else Stance.DENIES
    if said.does("plead") and "guilty" in said.content[:20]:
        return Stance.DENIES if said.negated or said.after.startswith("not") else Stance.CONFIRMS
    if said.does("call"):
        return Stance.URGES if said.words[-1] in ("for", "on") or said.content.startswith("to ") else Stance.STATES
    if said.does("agree") and said.content.startswith("to "):
        return Stance.PROMISES
    if said.does("tell") and said.content.startswith("to "):
        return Stance.URGES
    if said.does("ask") and ASKS_FOR.match(said.content) and not ASKS_WHETHER.match(said.content):
        return Stance.URGES
    passive = not said.source and said.words[:1] and said.words[0] in listed("be")
    return Stance.ALLEGES if passive and said.does("say", "report", "claim", "rumour") else None


def _deciding(said: _Said) -> Cue | None:
    """The last cue word; after "according to" the first of the source's words, since only those tell what they are."""
    if said.words[:2] == ("according", "to"):
        nouns = (cues.noun(word) for word in WORD.findall(said.source.lower())[:3])
        return next((cue for cue in nouns if cue is not None and cue.stance is Stance.ALLEGES), None)
    found = (cues.verb(word) or cues.adverb(word) or cues.noun(word) for word in reversed(_without_channel(said.words)))
    return next((cue for cue in found if cue is not None), None)


def _without_channel(words: tuple[str, ...]) -> tuple[str, ...]:
    """A cue without where it was said: "said at a press briefing", "responded on Monday, calling"."""
    verb = next((place for place, word in enumerate(words) if cues.verb(word)), len(words))
    at = next((place for place in range(verb, len(words)) if words[place] in listed("where_said")), len(words))
    then = next((place for place in range(at, len(words)) if words[place].endswith("ing") and cues.verb(words[place])), len(words))
    return words[:at] + words[then:]
