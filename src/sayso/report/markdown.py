"""The report as Markdown (CommonMark), for a draft: the same words and citations, and nothing of a source taken for markup."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from sayso.report.chapters import Chapter, chapters
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts import case
from sayso.web.contexts.claim import ClaimShown
from sayso.web.contexts.differences import DifferenceShown
from sayso.web.contexts.repeats import Repeat
from sayso.web.contexts.ruled import RulingShown
from sayso.web.contexts.shelf import Quote, Source

MARKUP = re.compile(r"([\\`*_\[\]<>#|~&$])|^([-+=])|^(\d+)([.)])")
"""What Markdown gives a meaning anywhere, and what only where a line begins: a list or a line under a heading."""
NO_SENSE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
ADDRESS = re.compile(r"[^\w\-.~:/?#\[\]@!$&*+,;=%]", re.ASCII)
"""What would end an address between angle brackets, or is no part of one."""

FOOT = (
    "Made by Sayso, which does not judge what happened. It shows who says so, through whom, and where accounts part. "
    "What is not shown to be independent counts as none."
)


def markdown(view: View, story: str | None = None, claims: Collection[str] = ()) -> str:
    """The report on all stories of a case, or on the one with that id, and on these claims of them or all.

    Raises `UsageError` when the case has no such story or claim.
    """
    unfinished = case.unfinished(view.runs())
    parts = [f"# {plain(view.name)}"]
    if unfinished:
        parts.append(f"**The analysis was not complete** when this was written. Still to be found: {wording.listed(unfinished)}.")
    told = chapters(view, story, claims)
    parts += [part for chapter in told for part in _chapter(chapter)] or ["The case has no story yet."]
    return "\n\n".join([*parts, "---", FOOT]) + "\n"


def plain(words: str) -> str:
    """The words on one line, as they are, whatever they are."""
    return MARKUP.sub(_escaped, NO_SENSE.sub(" ", words).strip())


def _escaped(found: re.Match[str]) -> str:
    mark, begins, number, end = found.groups()
    return f"{number}\\{end}" if number else f"\\{mark or begins}"


def _chapter(chapter: Chapter) -> Iterator[str]:
    story = chapter.story
    number = {source.document: i for i, source in enumerate(story.sources, 1)}
    yield f"## {plain(story.label)}"
    yield f"{wording.capital(story.finding.line)}." + (" Only chosen claims are told here." if chapter.chosen else "")
    yield from _ruled(story.ruled)
    if story.differences:
        yield "### Where accounts part"
        for difference in story.differences:
            yield from _difference(difference, number)
    for heading, claims in (("Claims of two or more reports", chapter.shared), ("Claims of one report only", chapter.single)):
        if claims:
            yield f"### {heading}"
            for claim in claims:
                yield from _claim(claim, number)
    if story.repeats:
        yield "### Who repeats whom"
        yield "\n".join(f"- {_repeat(one)}" for one in story.repeats)
    if story.events:
        yield "### Timeline"
        for event in story.events:
            yield f"**{plain(event.date)}** (date {plain(event.basis)})"
            yield _quoted(event.quote, number)
    yield "### Sources"
    yield "\n".join(f"{i}. {_source(source)}" for i, source in enumerate(story.sources, 1))


def _difference(one: DifferenceShown, number: dict[str, int]) -> Iterator[str]:
    yield f"#### {plain(one.name)}"
    yield from _ruled(one.ruled)
    if one.claim:
        yield f"On: {plain(one.claim)}"
    for side in one.sides:
        yield f"{plain(side.value)}:" if len(side.value) <= 40 else "It has:"
        yield from (_quoted(quote, number) for quote in (side.quote, *side.also))
    yield from _why(one.because)


def _claim(claim: ClaimShown, number: dict[str, int]) -> Iterator[str]:
    yield f"#### {plain(claim.text)}"
    yield f"{wording.capital(wording.count(claim.reports, 'report'))}, {plain(claim.origins.words)}."
    yield from _ruled(claim.ruled)
    for account in claim.accounts:
        who = f"{plain(account.speaker)} " if account.speaker else ""
        outlet = f" ({plain(account.outlet)})" if account.outlet else ""
        yield f"({account.number}) {who}*{plain(account.word)}*{outlet}"
        yield _quoted(account.quote, number)
        if len(account.hands) > 1:
            yield "Through: " + " → ".join(f"{plain(hand.name)} ({plain(hand.role)})" for hand in account.hands)
        yield from _ruled(account.ruled)
    if len(claim.accounts) > 1:
        yield "\n".join(
            f"- Origin of {wording.listed([f'({one})' for one in group.accounts])}"
            + (f": {plain('; '.join(group.because))}" if group.because else "")
            for group in claim.origins.groups
        )


def _repeat(one: Repeat) -> str:
    names = f"{plain(one.a.outlet)} and {plain(one.b.outlet)}"
    return f"{names}: {plain(one.shares)}. **{plain(wording.capital(one.follows))}.**"


def _quoted(quote: Quote, number: dict[str, int]) -> str:
    """The sentence as a block quotation, and below it where it stands, with the source's number."""
    around = "… " if quote.clipped else ""
    source = quote.source
    cited = f" \\[{number[source.document]}\\]" if source.document in number else ""
    when = plain(source.published)
    return f"> {around}{plain(quote.text)}{around[::-1]}\n>\n> — {plain(source.outlet)}, *{plain(source.title)}*, {when}{cited}"


def _why(because: Sequence[str]) -> Iterator[str]:
    if because:
        yield "\n".join(f"- {plain(line)}" for line in because)


def _ruled(rulings: Sequence[RulingShown]) -> Iterator[str]:
    """What people ruled, apart from what was found."""
    if rulings:
        yield "\n".join(f"- {_ruling(one)}" for one in rulings)


def _ruling(one: RulingShown) -> str:
    reason = f": {plain(one.reason)}" if one.reason else ""
    return f"**{plain(wording.capital(one.words))}** by {plain(one.who)}, {one.day}{reason}"


def _source(source: Source) -> str:
    authors = f", {plain(wording.listed(source.authors))}" if source.authors else ""
    basis = f" ({plain(source.basis)})" if source.basis != "not stated" else ""
    address = f" <{_address(source.link)}>" if source.link else f" {plain(source.url)}" if source.url else ""
    when = f"{plain(wording.capital(source.published))}{basis}"
    return f"**{plain(source.outlet)}**{authors}: *{plain(source.title)}*. {when}.{address} Read from {plain(source.key)}."


def _address(link: str) -> str:
    return ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf8", "replace")), link)
