"""The hands that a content went through before it reached the reader: speaker, channel, relay, outlet."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from sayso import outlets
from sayso.attribute.raw import Raw
from sayso.attribute.speaker import Spoken
from sayso.documents import Profile
from sayso.findings import Hand, HandRole, Sentence
from sayso.outlets import OutletKind
from sayso.spans import Span, words_of

HANDED = re.compile(
    r"\b(?:told|tells?|telling|by|reported|reports?|reporting|says|said|with|to|in|on|from|via|citing|cites|quoted|per|gave)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)

QUOTES = re.compile(r"(?:\s+(?:news|press|agency|service)){0,2}\s+(?:quoted|quotes|cited|cites)\b")

UNLISTED = r"\b[Ss]ocial(?:[ -][Mm]edia|[ -][Nn]etwork(?:ing)?)(?: (?:network|platform|site|service|app))? (?P<name>[A-Z]\w+)\b"
"""A platform that the table does not name, but the text calls one: "the social network X"."""

MEDIUM = re.compile(
    r"\b(?:(?:news|press|wire)\s*(?:agency|agencies|service|services|site|sites|website|outlet|outlets|channel|organi[sz]ations?|reports)"
    r"|newspapers?|newswire|tabloids?|broadcasters?|magazines?|weekly|(?:local|state|state-run|national|public|\w+n|\w+ese|\w+ish)\s+"
    r"(?:media|press|television|tv|radio)|(?:television|tv|radio)\s+(?:station|channel|network)s?|media\s+(?:reports|outlets?))\W*$",
    re.IGNORECASE,
)
"""What a text calls an outlet, at the end of a source or of what is said of it."""

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
OWN_KIND = re.compile(r"\s+(?:news\s+|press\s+)?(?:agency|service|newspaper|wire)$", re.IGNORECASE)
POINTS_BACK = frozenset(("the", "this", "that", "its", "their", "his", "her"))


@cache
def _channels() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    table = tomllib.loads(files(__package__).joinpath("channels.toml").read_text("utf8"))
    kinds = sorted((word for words in table["kinds"].values() for word in words), key=lambda w: (-len(w), w))
    names = {word: kind for kind, words in table["kinds"].items() for word in words}
    listed = "|".join(sorted(map(re.escape, table["platforms"]), key=lambda w: (-len(w), w)))
    any_kind = "|".join(map(re.escape, kinds))
    between = r"(?:(?!of\s)[^\s.;:\"“”]+\s+){0,4}?"
    opens = "in|on|at|during|via|through|from|issued|released|published|posted|sent|wrote"
    said_at = re.compile(rf"\b(?:{opens})\s+{between}({any_kind})\b", re.IGNORECASE)
    return said_at, re.compile(rf"\b(?:{listed})\b|{UNLISTED}"), names


@outlets.remembered
def _outlet_names() -> re.Pattern[str]:
    printed = [outlet for outlet in outlets.known() if outlet.kind is not OutletKind.TRANSPORT]
    names = {name for outlet in printed for name in (outlet.name, *outlet.aliases)}
    bare = {name.removeprefix("The ") if len(name) > 9 else name for name in names} | names
    longest_first = sorted(bare, key=lambda n: (n[0], -len(n), n))
    # Grouped by their first letter: most words of a text are then told from all names at once.
    grouped = groupby(longest_first, lambda n: n[0])
    groups = (f"{re.escape(first)}(?:{'|'.join(re.escape(n[1:]) for n in names)})" for first, names in grouped)
    return re.compile(rf"\b(?:{'|'.join(groups)})\b")


class Hands:
    """What one document says of channels and relays, to be asked for by attribution."""

    def __init__(self, text: str, profile: Profile, sentences: Sequence[Sentence]) -> None:
        self.text, self.profile = text, profile
        self.sentences = [sentence.span for sentence in sentences]
        self.starts = [span.start for span in self.sentences]
        self.named = [(Span(m.start(), m.end()), m[0]) for m in _outlet_names().finditer(text)]
        self.named_starts = [span.start for span, _ in self.named]

    def sentence_of(self, raw: Raw) -> Span:
        spans = raw.cue or raw.source or raw.content
        at = bisect_right(self.starts, spans[0].start) - 1
        return self.sentences[at] if at >= 0 else spans[0]

    def channel(self, raw: Raw) -> str | None:
        """Where or how it was said: "WeChat", "statement", "press briefing"; None when the sentence does not tell."""
        sentence = self.sentence_of(raw)
        around = _around(self.text, sentence, raw)
        said_at, platforms, names = _channels()
        platform = platforms.search(around)
        if platform:
            return platform["name"] or platform[0]
        found = next((m[1] for m in said_at.finditer(around) if m[1].islower() or m[1].isupper()), None)
        if found:
            return names[found.lower()]
        return names[words_of(raw.source, self.text, " ").lower().split()[-1]] if self.is_paper(raw) else None

    def is_paper(self, raw: Raw) -> bool:
        """Whether the source is what somebody issued rather than somebody: "the statement", "the report"."""
        words = words_of(raw.source, self.text, " ").split()
        words = [word if place else word.lower() for place, word in enumerate(words)]
        return 1 < len(words) <= 4 and words[0] in POINTS_BACK and words[-1] in _channels()[2]

    def relays(self, raw: Raw, speaker: str) -> list[str]:
        """Other outlets that its sentence names as hands on its way here."""
        sentence = self.sentence_of(raw)
        found: list[str] = []
        inside = slice(bisect_left(self.named_starts, sentence.start), bisect_left(self.named_starts, sentence.end))
        for span, name in self.named[inside]:
            hidden = any(span.overlaps(s) for s in (*raw.source, *raw.content))
            handed = HANDED.search(self.text, max(sentence.start, span.start - 30), span.start)
            if not hidden and (handed or QUOTES.match(self.text, span.end, sentence.end)):
                found.append(name)
        credits_here = [c for c in self.profile.credits if sentence.contains(c.span)]
        found += [c.name for c in credits_here if not any(c.span.overlaps(s) for s in raw.source)]
        own = {outlets.name_key(self.profile.outlet or ""), outlets.name_key(speaker)}
        keys: dict[str, str] = {}
        for name in map(_shown, found):
            keys.setdefault(outlets.name_key(name), name)
        return [name for key, name in keys.items() if key not in own]

    def _is_outlet(self, raw: Raw) -> bool:
        """Whether the source is another outlet that is credited with it: it hands on what somebody told it."""
        return any(credit.span.overlaps(source) for credit in self.profile.credits for source in raw.source)

    def hands_on(self, raw: Raw) -> bool:
        """Whether the source is an outlet or a wire: of the table, credited, or called a paper, an agency or the like."""
        words = words_of(raw.source, self.text, " ")
        parts = [part.strip() for part in words.split(",")]
        return self._is_outlet(raw) or outlets.named(ARTICLE.sub("", parts[0])) is not None or any(map(MEDIUM.search, parts[:2]))

    def chain(self, raw: Raw, speaker: Spoken, channel: str | None, reporters: Sequence[Spoken]) -> tuple[Hand, ...]:
        """All hands in order, as far as the document tells; `reporters` are those who report the whole of it as said."""
        first = _hand(HandRole.RELAY if self._is_outlet(raw) else HandRole.SPEAKER, speaker)
        hands = [first] if speaker.name else []
        if channel:
            hands.append(Hand(HandRole.CHANNEL, channel))
        relays = {outlets.name_key(name): Hand(HandRole.RELAY, name) for name in self.relays(raw, speaker.name)}
        for reporter in reporters:
            relays.setdefault(outlets.name_key(_bare(reporter.name)), _hand(HandRole.RELAY, reporter))
        hands += relays.values()
        if self.profile.outlet:
            hands.append(Hand(HandRole.OUTLET, self.profile.outlet))
        return tuple(hands)


def _hand(role: HandRole, spoken: Spoken) -> Hand:
    return Hand(role, _shown(spoken.name), spoken.party.id if spoken.party else None)


def _bare(name: str) -> str:
    """The name of an outlet without what it is: "RIA" of "the RIA news agency"."""
    return OWN_KIND.sub("", ARTICLE.sub("", name))


def _shown(name: str) -> str:
    """The name by which a known outlet is called everywhere."""
    outlet = outlets.named(name)
    return outlet.name if outlet else name


def _around(text: str, sentence: Span, raw: Raw) -> str:
    """The sentence without the content and the source: only what surrounds them can be a channel."""
    pieces, start = [], sentence.start
    for span in sorted((*raw.content, *raw.source)):
        if span.start > start:
            pieces.append(text[start : min(span.start, sentence.end)])
        start = max(start, span.end)
    pieces.append(text[start : sentence.end])
    return " | ".join(pieces)
