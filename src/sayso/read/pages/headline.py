"""Which of the things that a page calls its report is the headline: its sources are witnesses, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sayso.folding import words

BAR = re.compile(r"\s+[|–—·•»:-]\s+")
LAST_BAR = re.compile(r"^(.+\S)\s+[|–—·•»-]\s+(.+)$")
HEADING, BELOW = "h1", "h2"

Key = tuple[str, ...]


def headline_of(said: Mapping[str, Sequence[str]], weights: Mapping[str, float], site: str | None) -> tuple[str, str] | None:
    """The headline, and the sources that agree on it; None where nothing says one."""
    witnesses = {source: said[source][0] for source in weights if said.get(source) and source != BELOW}
    if HEADING in witnesses:
        witnesses[HEADING] = _agreeing(HEADING, said, witnesses, site) or said[HEADING][0]
    elif below := _agreeing(BELOW, said, witnesses, site):
        witnesses[BELOW] = below
    agreed: dict[Key, list[str]] = {}
    lines: dict[Key, str] = {}
    for source, whole in witnesses.items():
        line = _without_site(whole, witnesses.values(), site)
        if key := _key(line):
            agreed.setdefault(key, []).append(source)
            lines.setdefault(key, line)
    if not agreed:
        return None
    best = max(agreed, key=lambda key: sum(weights[source] for source in agreed[key]))
    return lines[best], ", ".join(agreed[best])


def _key(line: str) -> Key:
    return tuple(word.text for word in words(line))


def _agreeing(heading: str, said: Mapping[str, Sequence[str]], witnesses: Mapping[str, str], site: str | None) -> str | None:
    """The heading that another source has too, for many pages have their own name in one, or a label. A part of it is preferred:
    what stands before that part is a kicker."""
    others = [line for source, line in witnesses.items() if source != heading]
    lines = [*said.get(f"part of {heading}", ()), *said.get(heading, ())]
    keys = {_key(_without_site(line, [*others, *lines], site)) for line in others}
    return next((line for line in lines if _key(line) in keys), None)


def _without_site(line: str, others: Iterable[str], site: str | None) -> str:
    """The words without the name of the site behind them: where another source has them without, or the name is known."""
    for other in sorted(others, key=len):
        # What is shorter than what stands behind it is a kicker.
        if len(other) < len(line) < 2 * len(other) and BAR.match(line, len(other)) and _key(line[: len(other)]) == _key(other):
            return line[: len(other)]
    last = LAST_BAR.match(line)
    return last[1] if last and site and "".join(_key(last[2])) == "".join(_key(site)) else line
