"""Whom "the ministry", "the company" or "the prime minister" mean: the nearest party that fits, and nobody when in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.aliases import table_name, words_of
from sayso.annotate.group import Group
from sayso.annotate.known import Known, Seen
from sayso.annotate.lexicon import table, words_in
from sayso.annotate.telling import speaks
from sayso.findings import NameType
from sayso.spans import Span

OFFICE_REACH = 12
"""Sentences back in which a person so titled may have been mentioned last for "the minister" to be them."""


def bearer(role: str, span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """The party that "the ROLE" at that span means."""
    lists = table("institutions")
    if role.endswith("-year-old"):
        return _by_age(role, sentence, seen)
    if role == "government":
        return _government(span, sentence, seen, text)
    if role in lists["by_head"]:
        if text.startswith(" of ", span.end):
            return None
        return _by_head(role, sentence, seen) or _by_telling(role, span, sentence, seen, text)
    if role in lists["by_nearness"]:
        return _by_nearness(sentence, seen)
    return _by_office(role, span, sentence, seen, text)


def _by_age(role: str, sentence: int, seen: Sequence[Seen]) -> Known | None:
    """The one person of that age; where none has it, the only person mentioned in this sentence or the one before, unless the text
    gives another age.
    """
    aged = {id(s.known): s.known for s in seen if role in s.known.titles}
    if aged:
        return next(iter(aged.values())) if len(aged) == 1 else None
    near = {id(s.known): s.known for s in _back(seen, sentence, 1) if s.known.group.type is NameType.PERSON}
    only = next(iter(near.values())) if len(near) == 1 else None
    return only if only and not any(title.endswith("-year-old") for title in only.titles) else None


def _government(span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """The only government named so far; of several, the one named before in the same paragraph."""
    fitting = [s for s in seen if s.known.group.type is NameType.ORGANIZATION and _has_head(s.known.group, "government")]
    if len({id(s.known) for s in fitting}) == 1:
        return fitting[0].known if sentence - fitting[-1].sentence <= OFFICE_REACH else None
    near = {id(s.known): s.known for s in fitting if s.sentence >= sentence - 2 and "\n" not in text[s.span.end : span.start]}
    return next(iter(near.values())) if len(near) == 1 else None


def _by_head(role: str, sentence: int, seen: Sequence[Seen]) -> Known | None:
    """The last organisation whose name holds that head, where no other such one was named as lately."""
    fitting = [
        s
        for s in _back(seen, sentence, OFFICE_REACH)
        if s.known.group.type is NameType.ORGANIZATION and _has_head(s.known.group, role)
    ]
    if not fitting:
        return None
    last = fitting[0]
    rivals = {id(s.known) for s in fitting if s.sentence == last.sentence}
    return last.known if len(rivals) == 1 else None


def _by_telling(role: str, span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """A body of the state that goes on telling: the only organisation that told something in the nearest of the last two sentences
    in which any did, when it is such a body too.
    """
    bodies = words_in("institutions", "state_bodies")
    if role not in bodies or not speaks(text, span):
        return None
    for back in (1, 2):
        told = [s for s in _in_sentence(seen, sentence - back) if s.speaks and s.known.group.type is NameType.ORGANIZATION]
        if told:
            different = {id(s.known): s.known for s in told}
            only = told[0].known if len(different) == 1 else None
            return only if only and any(_has_head(only.group, body) for body in sorted(bodies)) else None
    return None


def _has_head(group: Group, role: str) -> bool:
    forms = {*group.forms, *(name for form in group.forms if (name := table_name(form)))}
    return any(role in words_of(form) for form in forms)


def _by_nearness(sentence: int, seen: Sequence[Seen]) -> Known | None:
    """The organisation of the nearest of the last two sentences that names one, where it is the only one there."""
    for back in range(3):
        here = [
            s for s in _in_sentence(seen, sentence - back) if s.known.group.type is NameType.ORGANIZATION and _groups(s.known.group)
        ]
        different = {id(s.known): s.known for s in here}
        if len(different) == 1:
            return here[0].known
        if different:
            speakers = {id(s.known): s.known for s in here if s.speaks}
            return next(iter(speakers.values())) if len(speakers) == 1 else None
    return None


def _groups(group: Group) -> bool:
    """Whether an organisation may be called a group or a company: no ministry, parliament or medium of a state."""
    last = {words_of(form)[-1] for form in group.forms} | {words_of(form)[0] for form in group.forms}
    return not last & words_in("institutions", "no_group")


def _by_office(role: str, span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """The person last named who was given that office in the document; not where a name follows at once or "of" goes on."""
    if re.match(r"\s(?:of|for|to|at|in|from|who)\b|,?\s(?:Sir\s)?[A-Z]", text[span.end : span.end + 6]):
        return None
    holders = [
        s
        for s in _back(seen, sentence, len(seen) if " " in role or role == "president" else OFFICE_REACH)
        if role in s.known.titles and s.known.named
    ]
    if not holders:
        return None
    different = {id(s.known) for s in holders}
    if len(different) == 1 or (
        holders[0].sentence >= sentence - 2 and len({id(s.known) for s in holders if s.sentence >= sentence - 2}) == 1
    ):
        return holders[0].known
    return None


def _in_sentence(seen: Sequence[Seen], sentence: int) -> list[Seen]:
    out = []
    for s in reversed(seen):
        if s.sentence < sentence:
            break
        if s.sentence == sentence:
            out.append(s)
    return out[::-1]


def _back(seen: Sequence[Seen], sentence: int, reach: int) -> Iterator[Seen]:
    for s in reversed(seen):
        if s.sentence < sentence - reach:
            return
        yield s
