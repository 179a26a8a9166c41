"""What the outlet makes of what it reports: it can only report it, leave it open, take it for fact, or cast doubt on it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from sayso.attribute import cues
from sayso.attribute.raw import Raw
from sayso.attribute.said import WORD, Said, said_in
from sayso.attribute.words import listed
from sayso.findings import Commitment, Stance
from sayso.spans import Span, hull, words_of

AROUND = 60
"""Characters before and after an attribution among which a word on its evidence stands."""

FAR = 300
"""Characters from a source to its cue beyond which what stands between them is not looked at."""

UNSHOWN = re.compile(
    r"\b(?:without (?:\w+ing )?(?:any )?(?:\w+ )?(?:evidence|proof|basis)"
    r"|(?:offer|provid|giv|cit)ing no (?:\w+ )?(?:evidence|proof)|(?:with|on) no (?:\w+ )?(?:evidence|proof|basis))\b",
    re.IGNORECASE,
)
NOT_ITS_WORD = re.compile(r"\bwhat$", re.IGNORECASE)
SCARE = re.compile(r"^(?:(?:the|a|an|his|her|its|their|that|this|these|those|any)\s)?[“\"'‘](\w+)[”\"'’](?=\s\w)", re.IGNORECASE)
"""A content that begins with a thing between quotation marks: "his “confession” of"."""


@cache
def _table() -> dict[tuple[str, str], Commitment]:
    table = tomllib.loads(files(__package__).joinpath("commitment.toml").read_text("utf8"))
    kinds = ((value, kind, words) for value, row in table.items() for kind, words in row.items())
    return {(kind, word): Commitment(value) for value, kind, words in kinds for word in words.split()}


def commitment_of(text: str, raw: Raw, stance: Stance) -> tuple[Commitment, str]:
    """The outlet's own part in an attribution of that stance, and the words that decided it."""
    said = said_in(text, raw)
    words = words_of(raw.cue, text, " ")
    told = _by_evidence(text, raw) or _by_adverb(said) or _by_mood(said) or _by_distance(text, raw, said)
    return told or _by_word(said, stance) or (Commitment.REPORTS, f"“{words}”" if words else "no cue")


def _by_evidence(text: str, raw: Raw) -> tuple[Commitment, str] | None:
    """Words on what there is to show for it, beside what is said: "without evidence"."""
    spans = (*raw.source, *raw.cue)
    if not spans:
        return None
    whole = hull(spans)
    if len(whole) > FAR:
        return None
    around = Span(max(0, whole.start - AROUND), min(len(text), whole.end + AROUND))
    for match in UNSHOWN.finditer(text, around.start, around.end):
        place = Span(*match.span())
        between = text[min(place.end, whole.end) : max(place.start, whole.start)]
        if not any(place.overlaps(span) for span in raw.content) and not re.search(r"[.!?;\n]", between):
            return Commitment.DOUBT, f"“{match[0]}”"
    return None


def _by_adverb(said: Said) -> tuple[Commitment, str] | None:
    after = WORD.findall(said.after.lower())[:1]
    for word in (*said.words, *said.before, *after):
        found = _table().get(("adverbs", word))
        if found is not None:
            return found, f"“{word}”"
    return None


def _by_mood(said: Said) -> tuple[Commitment, str] | None:
    if said.is_to_come:
        return Commitment.OPEN, "not said yet"
    if said.is_perhaps_said:
        return Commitment.OPEN, "perhaps said"
    unable = any(word in listed("unable") for word in (*said.before, *said.words))
    if unable and said.does(*listed("checking")):
        return Commitment.OPEN, "not to be confirmed"
    return (Commitment.OPEN, "nobody is named who says it") if said.is_passive and said.words else None


def _by_distance(text: str, raw: Raw, said: Said) -> tuple[Commitment, str] | None:
    """Marks of reserve at what is said: "what he called", "the so-called", a single word between quotation marks."""
    before = text[max(0, hull(raw.source).start - 6) : hull(raw.source).start].strip() if raw.source else ""
    if NOT_ITS_WORD.search(before) and said.does(*listed("naming")):
        return Commitment.OPEN, "“what … called”"
    opening = said.content.lower().split()[:3]
    for word in (*opening, *said.words):
        found = _table().get(("adjectives", word))
        if found is not None:
            return found, f"“{word}”"
    scare = SCARE.match(said.content)
    return (Commitment.OPEN, f"“{scare[1]}” between quotation marks") if scare else None


def _by_word(said: Said, stance: Stance) -> tuple[Commitment, str] | None:
    if said.negated or stance in (Stance.DENIES, Stance.DECLINES, Stance.NO_RESPONSE):
        return None
    if said.does("plead") and stance is Stance.CONFIRMS:
        return Commitment.FACT, "“guilty”"
    if said.follows("point", "out"):
        return Commitment.FACT, "“point out”"
    papers = listed("papers") | {"inquiry"}
    if said.does("find") and (said.content.startswith("that ") or said.source.lower().rpartition(" ")[2] in papers):
        return Commitment.FACT, "“find”"
    words = said.words if said.words[:2] != ("according", "to") else tuple(WORD.findall(said.source.lower())[:3])
    greets = stance is Stance.STATES and said.does("recognise", "recognize")
    brings = said.does(*listed("bringing")) and any(cues.noun(word) for word in said.words)
    for word in words:
        verb, noun = cues.verb(word), cues.noun(word)
        forms = () if brings or greets or word not in said.words else (verb.lemma,) if verb else _bare(word)
        for key in (*(("verbs", form) for form in forms), ("nouns", noun.lemma if noun else word)):
            if key in _table():
                return _table()[key], f"“{key[1]}”"
    return (Commitment.OPEN, "only alleged") if stance is Stance.ALLEGES else None


def _bare(word: str) -> tuple[str, ...]:
    """What a verb that the cue words do not have can be a form of."""
    endings = ("s", "es", "d", "ed", "ing")
    bare = (word.removesuffix(ending) for ending in endings)
    return (word, *bare, f"{word.removesuffix('ing')}e", f"{word.removesuffix('ied')}y")
