"""Which stretches of a report are accounts of something: what it lets others say, and what it says in its own voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.collate.ground import Ground
from sayso.collate.own import own_voice
from sayso.collate.parties import Joined
from sayso.collate.propositions import Proposition, propositions
from sayso.collate.told import ACTS, Named, Told, quoted_in
from sayso.collate.unclaimed import asks_within, claims_nothing, has_verb, only_reacts
from sayso.collate.wording import lists, sentence_words, terms
from sayso.documents import Role
from sayso.findings import Account, Attribution, Reading, Stance
from sayso.identity import identify
from sayso.spans import Span, hull

DONE_BY_SAYING = (Stance.URGES, Stance.ASKS, Stance.PROMISES)
"""Stances that are deeds: within another's words ("they ordered him to go, said the ministry") they are part of what it says."""

NAMING = (Stance.STATES, Stance.BELIEVES)
"""Stances whose content may only name a thing; what is alleged or denied by its name ("the theft") is said to be so or not."""

BESIDE = 40
"""Characters between a source and its cue within which nobody else speaks."""

MOSTLY = 0.6
"""The part of a piece of content that another attribution within it must make up to stand for it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What an attribution says in one sentence: `span` the words said, `account` those that are shown for it."""

    attribution: Attribution
    sentence: int
    span: Span
    account: Span

    @property
    def is_deed(self) -> bool:
        """Whether it only names what somebody has words for, and is shown with who has them."""
        return self.account != self.span


def told(reading: Reading, joined: Joined) -> tuple[Told, ...]:
    """All accounts of one document in order of its text."""
    named = Named(reading, joined)
    return tuple(sorted(_all(reading, joined, named), key=lambda t: (t.span, t.attribution is None, t.id)))


def _all(reading: Reading, joined: Joined, named: Named) -> Iterator[Told]:
    ground = Ground(reading.annotation.sentences)
    by_sentence: dict[int, list[_Piece]] = {}
    for attribution in reading.attributions:
        for piece in _pieces(reading, attribution, ground):
            by_sentence.setdefault(piece.sentence, []).append(piece)
    own = tuple(own_voice(reading, ground, _framed(reading, ground, by_sentence)))
    for place, pieces in by_sentence.items():
        stated = [said.span for i, said in own if i == place]
        whole = ground.sentences[place].span
        for piece, found in _once((p, said) for p in pieces for said in _said(reading, p, whole)):
            if piece.is_deed and any(span.contains(found.span) for span in stated):
                continue
            if not any(_given_within(found.span, piece.attribution, other.span, other.attribution) for other in pieces):
                speaker = joined.behind(piece.attribution.speaker)
                yield _told(reading, piece.attribution, place, found, speaker.id if speaker else None, named)
    for place, found in own:
        yield _told(reading, None, place, found, None, named)


def _framed(reading: Reading, ground: Ground, kept: Mapping[int, Sequence[_Piece]]) -> dict[int, list[Attribution]]:
    """The attributions by the sentences in which they let somebody speak, though it be to say thanks."""
    framed = {place: [piece.attribution for piece in pieces] for place, pieces in kept.items()}
    for attribution in reading.attributions:
        for place, found in ground.by_sentence(attribution.content).items():
            span = hull(found).trimmed(reading.text)
            if claims_nothing(reading.text, span) or _only_reacts(reading, span, ground.sentences[place].span):
                framed.setdefault(place, []).append(attribution)
    return framed


def _pieces(reading: Reading, attribution: Attribution, ground: Ground) -> list[_Piece]:
    """The content of an attribution sentence by sentence."""
    is_act = attribution.stance in ACTS
    spans = (*attribution.source, *attribution.cue, *attribution.content) if is_act else attribution.content
    out = []
    for i, found in ground.by_sentence(spans).items():
        sentence = ground.sentences[i]
        span = hull(found).trimmed(reading.text)
        if not span or sentence.role not in (Role.BODY, Role.HEADLINE):
            continue
        if is_act and not any(cue.overlaps(sentence.span) for cue in attribution.cue):
            continue
        in_passing = not attribution.source and len(span) < 0.5 * len(sentence.span)
        if is_act or (_says_something(reading, attribution, span, sentence.span) and not in_passing):
            out.append(_Piece(attribution, i, span, _with_its_deed(reading, attribution, span, sentence.span)))
    return out


def _says_something(reading: Reading, attribution: Attribution, span: Span, sentence: Span) -> bool:
    """Whether content is more than a question, a greeting, a reaction or a bare word ("it", "the attack"), unless that is denied,
    confirmed or quoted as a part of a sentence.
    """
    said = sentence_words(reading.text, span)
    if not said or claims_nothing(reading.text, span) or asks_within(attribution.stance, said):
        return False
    if attribution.stance in (Stance.DENIES, Stance.CONFIRMS):
        return True
    return not _only_reacts(reading, span, sentence) and (bool(quoted_in(reading, span)) or len(terms(said)) > 1)


def _only_reacts(reading: Reading, span: Span, sentence: Span) -> bool:
    """Whether a quotation that is a sentence of its own is a bare reaction, which within a sentence would be a part of it."""
    opens = span.start == sentence.start and bool(quoted_in(reading, span))
    return opens and only_reacts(sentence_words(reading.text, span))


def _with_its_deed(reading: Reading, attribution: Attribution, span: Span, sentence: Span) -> Span:
    """The content; where it only names what somebody has words for ("praised his skill"), with who has them and the cue."""
    source, cues = attribution.source, attribution.cue
    if attribution.stance not in NAMING or not source or not cues or hull(source).gap(hull(cues)) > BESIDE:
        return span
    said = sentence_words(reading.text, span)
    names_only = not has_verb(said) and not quoted_in(reading, span) and not any(w.text[0].isdigit() for w in said)
    cue = [w.text for part in cues for w in sentence_words(reading.text, part)]
    if not (names_only and any(word in lists().naming for word in cue)):
        return span
    frame = [c for part in (*source, *cues) if (c := part.common(sentence)) is not None]
    return hull((*frame, span)).trimmed(reading.text)


def _said(reading: Reading, piece: _Piece, sentence: Span) -> tuple[Proposition, ...]:
    """What a piece says, one proposition after another. An act, and what is named only, is one."""
    if piece.attribution.stance in ACTS or piece.is_deed:
        return (Proposition(piece.account, sentence),)
    found = propositions(reading.text, piece.span, sentence)
    if len(found) == 1:
        return found
    cut = (Proposition(_of_content(piece.attribution, each.span), each.part) for each in found)
    return tuple(each for each in cut if each.span and not claims_nothing(reading.text, each.span))


def _of_content(attribution: Attribution, span: Span) -> Span:
    """A stretch without the frame at its ends ("… has faded, he said")."""
    within = [common for part in attribution.content if (common := part.common(span)) is not None]
    return hull(within) if within else Span(span.start, span.start)


def _once(found: Iterable[tuple[_Piece, Proposition]]) -> list[tuple[_Piece, Proposition]]:
    """The same words of two attributions are an account of one: of somebody who is known, whose content is the shorter."""
    best: dict[Span, tuple[_Piece, Proposition]] = {}
    for piece, said in found:
        held = best.get(said.span)
        if held is None or _rank(piece) < _rank(held[0]):
            best[said.span] = piece, said
    return list(best.values())


def _rank(piece: _Piece) -> tuple[bool, int, bool, str]:
    said = piece.attribution
    return not said.source, len(piece.span), said.speaker is None, said.id


def _given_within(span: Span, outer: Attribution, piece: Span, inner: Attribution) -> bool:
    """Whether another attribution stands for a piece of content: it is mostly that one, nearer to the words' speaker ("X said, said
    Y"), or the piece is what somebody was told to do, or does "allegedly", within that one.
    """
    if inner.id == outer.id:
        return False
    if (outer.stance in DONE_BY_SAYING or not outer.source) and piece.contains(span) and inner.source:
        return len(piece) > len(span) or not outer.source
    if inner.stance in DONE_BY_SAYING or not any(span.contains(source) for source in inner.source):
        return False
    if span == piece:
        return (inner.cue, inner.id) < (outer.cue, outer.id)
    frame = (part for part in (*inner.source, *inner.cue, piece) if part.overlaps(span))
    within = hull(frame).common(span) if piece.overlaps(span) else None
    nested = all(span.contains(cue) for cue in inner.cue) and (piece.start > span.start or not _cues_lie_in(outer, piece))
    return within is not None and nested and len(within) >= MOSTLY * len(span)


def _cues_lie_in(attribution: Attribution, span: Span) -> bool:
    return all(span.contains(cue) for cue in attribution.cue)


def _told(
    reading: Reading, attribution: Attribution | None, sentence: int, said: Proposition, speaker: str | None, named: Named
) -> Told:
    key = attribution.id if attribution else None
    stance = attribution.stance if attribution else Stance.STATES
    account = Account(identify("ac", reading.id, said.span, key), reading.id, said.span, key, stance, reading.profile.outlet)
    return Told(account, reading, attribution, sentence, speaker, named, said.part)
