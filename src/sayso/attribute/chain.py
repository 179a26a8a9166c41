"""The hands that a content went through before it reached the reader: speaker, channel, relay, outlet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso import outlets
from sayso.attribute.around import FAR, Around
from sayso.attribute.channels import channel_in, kind_of
from sayso.attribute.raw import Raw
from sayso.attribute.speaker import Spoken
from sayso.attribute.wires import wires_of
from sayso.attribute.words import listed
from sayso.documents import Profile
from sayso.findings import Hand, HandRole, Sentence
from sayso.outlets import OutletKind
from sayso.spans import Span, words_of

HANDED = re.compile(
    r"\b(?:told|tells?|telling|by|reported|reports?|reporting|says|said|with|to|in|on|from|via|citing|cites|quoted|per|gave)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
OBTAINED = re.compile(
    r"\b(?:obtained|seen|reviewed|published|released|leaked|given|provided)\s+(?:by|to)\s+(?:the\s+)?$", re.IGNORECASE
)
"""How a source that is a paper came to light: "drafts obtained by the Gazette"."""

QUOTES = re.compile(r"(?:\s+(?:news|press|agency|service)){0,2}\s+(?:quoted|quotes|cited|cites)\b")
CITING = re.compile(
    r"\b(?:citing|quoting)\s+(?P<who>[^,.;:“”\"\n]+?)(?=\s+(?:as saying|who|that|which|said|says)\b|[,.;:“”\"\n]|\s*$)",
    re.IGNORECASE,
)
LEADS = re.compile(r"\s+(?:of|in|from|with|close|familiar|briefed|at|on|near|inside|within|involved|by)\s", re.IGNORECASE)

MEDIUM = re.compile(
    r"(?<!ratings )(?:\b(?:(?:news|press|wire)\s*(?:agency|agencies|service|services|site|sites|website|outlet|outlets|channel"
    r"|organi[sz]ations?|reports)|newspapers?|newswire|tabloids?|broadcasters?|magazines?|weekly"
    r"|(?:local|state|state-run|national|public|\w+n|\w+ese|\w+ish)\s+(?:media|press|television|tv|radio)"
    r"|(?:television|tv|radio)\s+(?:station|channel|network)s?|media\s+(?:reports|outlets?))\W*$)",
    re.IGNORECASE,
)
"""What a text calls an outlet, at the end of a source or of what is said of it."""

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
ONLY_NAMES = re.compile(r"(?:(?:[Tt]he\b|and\b|,|[A-Z][\w.&’'-]*)\s*)*")
"""What can stand in a source before the outlet that is credited: "CNN and" of "CNN and NBC", not "drafts obtained by"."""

OWN_KIND = re.compile(r"\s+(?:news\s+|press\s+)?(?:agency|service|newspaper|wire)$", re.IGNORECASE)
POINTS_BACK = frozenset(("the", "this", "that", "its", "their", "his", "her"))


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


@dataclass(frozen=True, slots=True)
class ByWay:
    """Where or how something was said, and the outlets that it was said to or that are credited with it."""

    channel: str | None
    relays: tuple[str, ...]


class Hands:
    """What one document says of channels and relays, to be asked for by attribution."""

    def __init__(self, text: str, profile: Profile, sentences: Sequence[Sentence], raws: Sequence[Raw]) -> None:
        self.text, self.profile = text, profile
        self.around = Around(text, sentences, raws)
        self.named = [(Span(m.start(), m.end()), m[0]) for m in _outlet_names().finditer(text)]
        self.named_starts = [span.start for span, _ in self.named]
        self.wires = wires_of(text, profile)

    def channel(self, raw: Raw) -> str | None:
        """Where or how it was said: "WeChat", "statement", "press briefing"; None when the sentence does not tell."""
        found = channel_in(piece.of(self.text) for piece in self.around.pieces(raw))
        return found or (kind_of(words_of(raw.source, self.text, " ").lower().split()[-1]) if self.is_paper(raw) else None)

    def is_paper(self, raw: Raw) -> bool:
        """Whether the source is what somebody issued rather than somebody: "the statement", "the report"."""
        words = words_of(raw.source, self.text, " ").split()
        words = [word if place else word.lower() for place, word in enumerate(words)]
        return 1 < len(words) <= 4 and words[0] in POINTS_BACK and kind_of(words[-1]) is not None

    def by_way(self, raw: Raw) -> ByWay:
        """What its own sentence tells of how it was said and through whom it came."""
        return ByWay(self.channel(raw), tuple(self._relays(raw)))

    def _relays(self, raw: Raw) -> list[str]:
        """Other outlets that its sentence names as hands on its way here: first those it was told to, then those credited."""
        pieces = self.around.pieces(raw)
        found = [self.text[span.start : span.end] for piece in pieces for span in self._handing(piece, raw.content)]
        found += [self.text[span.start : span.end] for source in raw.source for span in self._obtaining(source)]
        credits_here = [c for c in self.profile.credits if any(piece.contains(c.span) for piece in pieces)]
        return found + [c.name for c in credits_here if not any(c.span.overlaps(s) for s in raw.source)]

    def _handing(self, piece: Span, content: Sequence[Span]) -> Iterator[Span]:
        for span in self._named_in(piece):
            handed = HANDED.search(self.text, max(0, span.start - 30), span.start)
            quotes = QUOTES.match(self.text, span.end, piece.end)
            if (handed or quotes) and not any(span.overlaps(said) for said in content):
                yield span

    def _obtaining(self, source: Span) -> Iterator[Span]:
        obtained = None
        for span in self._named_in(source):
            obtained = OBTAINED.search(self.text, source.start, span.start) or obtained
            if obtained:
                yield span

    def _named_in(self, piece: Span) -> list[Span]:
        inside = slice(bisect_left(self.named_starts, piece.start), bisect_left(self.named_starts, piece.end))
        return [span for span, _ in self.named[inside]]

    def cited(self, raw: Raw) -> str | None:
        """Whom an outlet names as its source: "two officials" of "Reuters reported, citing two officials"."""
        if not self.hands_on(raw):
            return None
        for piece in self.around.pieces(raw):
            match = CITING.search(self.text, piece.start, min(piece.end + FAR, self.around.sentence_of(raw).end))
            if match and match.start() < piece.end and _is_somebody(match["who"]):
                return match["who"].strip()
        return None

    def _is_outlet(self, raw: Raw) -> bool:
        """Whether the source is another outlet that is credited with it: it hands on what somebody told it."""
        return any(
            credit.span.overlaps(source) and ONLY_NAMES.fullmatch(self.text, source.start, max(source.start, credit.span.start))
            for credit in self.profile.credits
            for source in raw.source
        )

    def hands_on(self, raw: Raw) -> bool:
        """Whether the source is an outlet or a wire: of the table, credited, or called a paper, an agency or the like."""
        words = words_of(raw.source, self.text, " ")
        parts = [part.strip() for part in words.split(",")]
        return self._is_outlet(raw) or outlets.named(ARTICLE.sub("", parts[0])) is not None or any(map(MEDIUM.search, parts[:2]))

    def chain(self, raw: Raw, speaker: Spoken, by_way: ByWay, reporters: Sequence[Spoken]) -> tuple[Hand, ...]:
        """All hands in order, as far as the document tells; `reporters` are those who report the whole of it as said."""
        cited = self.cited(raw)
        is_relay = cited is not None or self._is_outlet(raw)
        hands = [] if is_relay or not speaker.name else [_hand(HandRole.SPEAKER, speaker)]
        if cited and outlets.named(cited) is None:
            hands.append(Hand(HandRole.SPEAKER, cited))
        if by_way.channel:
            hands.append(Hand(HandRole.CHANNEL, by_way.channel))
        through = [Hand(HandRole.RELAY, _shown(name)) for name in by_way.relays]
        through += [_hand(HandRole.RELAY, speaker)] if is_relay and speaker.name else []
        through += [_hand(HandRole.RELAY, reporter) for reporter in reporters]
        through += [Hand(HandRole.RELAY, wire) for wire in self.wires]
        hands += self._each_once(through, "" if is_relay else speaker.name)
        if self.profile.outlet:
            hands.append(Hand(HandRole.OUTLET, self.profile.outlet))
        return tuple(hands)

    def _each_once(self, hands: Sequence[Hand], speaker: str) -> list[Hand]:
        """The relays without the outlet itself and without the speaker, each at its first place."""
        known = {outlets.name_key(_bare(name)) for name in (self.profile.outlet or "", speaker)}
        out = []
        for hand in hands:
            key = outlets.name_key(_bare(hand.name))
            if key not in known:
                known.add(key)
                out.append(hand)
        return out


def _hand(role: HandRole, spoken: Spoken) -> Hand:
    return Hand(role, _shown(spoken.name), spoken.party.id if spoken.party else None)


def _is_somebody(who: str) -> bool:
    """Whether words name persons, a body or a paper, rather than a reason: "a source close to the talks", not "rising costs"."""
    head = LEADS.split(who, maxsplit=1)[0].split()
    return bool(head) and (head[-1].lower() in listed("cited") or any(word[:1].isupper() for word in head))


def _bare(name: str) -> str:
    """The name of an outlet without what it is: "RIA" of "the RIA news agency"."""
    return OWN_KIND.sub("", ARTICLE.sub("", name))


def _shown(name: str) -> str:
    """The name by which a known outlet is called everywhere."""
    outlet = outlets.named(name) or outlets.named(_bare(name))
    return outlet.name if outlet else name
