"""What a cue tells of those who do not say it: refusals are acts of their own, other denials of a cue are no statement."""

from __future__ import annotations

import re

from sayso.attribute import cues
from sayso.attribute.raw import Raw
from sayso.attribute.said import WORD, Said, is_negated, said_in
from sayso.attribute.words import listed
from sayso.spans import words_of

COMMENT = re.compile(
    r"^(?:to\s+)?(?:\w+ly\s+|further\s+|publicly\s+)?"
    r"(?:comment|say|confirm|deny|discuss|answer|elaborate|identify|disclose|reveal|speak|respond|reply|name|clarify|explain|specify"
    r"|talk|rule\s+out|(?:provide|give|release|offer)\s+(?:any|more|further|additional|details?|comment|specifics|information|reasons?)"
    r"|be\s+(?:drawn|named|identified|interviewed|quoted|specific)|take\s+(?:any\s+)?questions|make\s+(?:a|any)\s+comment)\b"
    r"|^(?:\w+['’]?s?\s+){0,3}?(?:requests?|interviews?|comment)\b",
    re.IGNORECASE,
)
"""What somebody refuses who does not want to say anything."""

CLAUSE = re.compile(r"(?:that|to|he|she|they|it|whether|if|how|why|what|when|where|who)\b|.*[\"“‘]", re.IGNORECASE | re.DOTALL)
"""What is said, rather than a thing that is spoken of."""

PERSON = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr|Gen|Col|Sen|Rep)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}")

UNNAMED = re.compile(r"^(?:\w+ ){0,2}?(?:to be|to remain|to stay|anonymity|that (?:his|her|their) names?)\b", re.IGNORECASE)
"""What a source asks the reporter for rather than says."""

QUESTIONED = 3
"""Words after "questioned" among which those questioned are named: "more dock workers"."""

FEW = 2
"""Words that are a topic rather than something said of it."""

ASKED = re.compile(r"^(?:what|how|why|whether|if|who|whom|whose|when|where|which)\b", re.IGNORECASE)
"""How a question begins that somebody leaves open."""


def is_unsaid(text: str, raw: Raw) -> bool:
    """Whether the cue only tells that somebody did not say something, which neither is a statement nor a refusal."""
    said = said_in(text, raw)
    words, content = said.words, said.content
    lemmas = {cue.lemma for word in words if (cue := cues.verb(word))}
    if lemmas & {"decline", "refuse"}:
        return COMMENT.match(content) is None and not lemmas & (listed("withheld") | {"rule"})
    if _is_topic(words, lemmas, content, bool(raw.source)) or _is_asked(said):
        return True
    nobody = _is_nobody(words_of(raw.source[:1], text))
    if lemmas & listed("unanswered"):
        return words[-1:] in (("to",), ("with",)) and not nobody and not is_negated(words)
    if nobody or not listed("avoiding").isdisjoint(words[:1]) or _is_deed(lemmas, content):
        return True
    if said.negated and lemmas & listed("rejecting"):
        return _says_which(text, raw)
    return said.negated and not lemmas & {"comment", "plead"} and not _is_refusal(said, lemmas)


def _is_topic(words: tuple[str, ...], lemmas: set[str], content: str, named: bool) -> bool:
    """Whether there is only a topic or a look: "asked about the pier", "allegations of fraud", "known as", "seemed to"."""
    few = len(content.split()) <= FEW and not content.startswith(("that ", '"', "“", "‘"))
    if words[-2:] == ("known", "as") or words[:1] == ("requests",) or (words and not set(words) - listed("be")):
        return True
    if not named and not listed("seeming").isdisjoint(words):
        return True
    if not named:
        return (words[:1] == ("asked",) and words[-1:] == ("about",)) or (few and bool(words) and cues.noun(words[0]) is not None)
    return few and bool(lemmas & {"recall", "add"})


def _is_nobody(source: str) -> bool:
    """Whether the source is that nobody does it: "no one outside the firm", "neither company"."""
    return next(iter(WORD.findall(source.lower())), "") in listed("nobody")


def _is_asked(said: Said) -> bool:
    """Whether the source is whom somebody asked: "Brandt was asked about it"."""
    passive = not listed("be").isdisjoint(said.words[:1]) or said.words[1:2] == ("been",)
    return passive and "asked" in said.words and CLAUSE.match(said.content) is None


def _is_deed(lemmas: set[str], content: str) -> bool:
    """Whether the cue tells what somebody did: asked not to be named, questioned a driver, dismissed Mr. Brandt."""
    if "dismiss" in lemmas and PERSON.fullmatch(content):
        return True
    questioned = "question" in lemmas and any(word in listed("questioned") for word in content.lower().split()[:QUESTIONED])
    return questioned or (not lemmas.isdisjoint(("ask", "request")) and UNNAMED.match(content) is not None)


def _says_which(text: str, raw: Raw) -> bool:
    """"Students who don't believe it": the clause says which students are meant; it reports no words of theirs."""
    before = text[max(0, raw.source[0].start - 2) : raw.source[0].start] if raw.source else ""
    return words_of(raw.source, text).lower() in ("who", "that") and before.strip()[-1:].isalpha()


def _is_refusal(said: Said, lemmas: set[str]) -> bool:
    """Whether not saying is an act: "would not say", "did not say whether", "did not deny", "could not confirm"; what they cannot
    say, nobody refuses to say, nor can a paper refuse.
    """
    if "deny" in lemmas or said.stops_short or said.follows("rule", "out"):
        return True
    unable = any(word in listed("unable") for word in (*said.before, *said.words))
    if unable and lemmas & listed("checking"):
        return True
    if unable or not lemmas & listed("withheld"):
        return False
    papers = said.source.lower().split()[-1:] and said.source.lower().split()[-1] in listed("papers")
    return any(word in listed("unwilling") for word in said.words) or (ASKED.match(said.content) is not None and not papers)
