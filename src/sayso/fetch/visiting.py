"""A polite visit to one address: its site's rules first, a pause between two requests to a host, every step kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sayso.fetch.addresses import PORTS, Address, address
from sayso.fetch.archive import Archive
from sayso.fetch.base import Exchange, Lister, Look, Named, Purpose, Refusal, State
from sayso.fetch.client import Client
from sayso.fetch.robots import Rules, rules, unreachable

SENT_ON = frozenset({301, 302, 303, 307, 308})
NOT_CHANGED = 304
GIVEN = frozenset({200, 203, NOT_CHANGED})
GONE = frozenset({404, 410})
CLOSED = frozenset({401, 402, 403, 451})
LISTS = re.compile(rb"<(?:\w+:)?(?:sitemapindex|opml)\b", re.IGNORECASE)
"""What shows, at the head of a list, that it names other lists: of sitemaps, of feeds."""
HEAD = 4096
NOTHING: Mapping[str, str] = {}
RULES_LAST = timedelta(hours=24)
"""A robots.txt is asked for again after a day (RFC 9309, 2.4),"""
SILENCE_LASTS = timedelta(minutes=10)
"""and sooner where it could not be had."""


@dataclass(frozen=True, slots=True)
class Manners:
    """What is remembered of the sites that were visited: their rules and since when, and when a host was last asked."""

    rules: dict[str, tuple[datetime, Rules]] = field(default_factory=dict)
    asked: dict[str, datetime] = field(default_factory=dict)


class Visitor:
    """Visits addresses one after the other, and keeps what they give in the archive. `typed` are the addresses that a person gave:
    a port other than the web's own is fetched from only where a person gave it."""

    def __init__(
        self, client: Client, archive: Archive, lister: Lister, typed: Sequence[str] = (), manners: Manners | None = None
    ) -> None:
        self._client = client
        self._archive = archive
        self._lister = lister
        self._ports = {(a.host, a.port) for a in map(_parsed, typed) if a}
        self._manners = manners or Manners()

    def visit(self, asked: Named) -> Look:
        """What came of the address; never raises for anything that a server does."""
        try:
            first = address(asked.address)
            known = first.url in self._archive.reports
            return replace(self._look(first, replace(asked, address=first.url)), first=not known)
        except Refusal as refusal:
            return Look(asked.address, State.REFUSED, why=str(refusal), policy=refusal.policy)

    def _look(self, first: Address, asked: Named) -> Look:
        last = self._last(first, asked)
        if last.status not in GIVEN:
            self._archive.keep(last, asked, Purpose.REPORT)
            raise _answered(last.status)
        body, media = last.body, last.media
        if last.status == NOT_CHANGED:
            body, media = self._archive.latest(last.address, self._client.most)
        names = self._lister(body, last.address, media)
        purpose = Purpose.REPORT if names is None else Purpose.LIST
        new = self._archive.keep(last, asked, purpose)
        told = tuple(replace(name, via=name.via or last.address) for name in names or ())
        state = State.FETCHED if new else State.UNCHANGED
        return Look(asked.address, state, last.address, purpose, told, names_lists(body))

    def _last(self, at: Address, asked: Named, purpose: Purpose = Purpose.REPORT) -> Exchange:
        """The answer at the end of all that the address sends on to. Raises `Refusal`."""
        settings = self._client.settings
        been: set[str] = set()
        while at.url not in been:
            been.add(at.url)
            if len(been) > settings.redirects + 1:
                raise Refusal(f"sends on more than {settings.redirects} times. Open it by hand and give where it ends.")
            exchange = self._exchange(at, purpose)
            where = exchange.header("location")
            if exchange.status not in SENT_ON or not where:
                return exchange
            self._archive.keep(exchange, asked, Purpose.STEP if purpose is Purpose.REPORT else purpose)
            at = address(where, at.url)
        raise Refusal("sends on in a circle. Open it by hand, save the page and offer the file.")

    def _exchange(self, at: Address, purpose: Purpose) -> Exchange:
        """One request, if the host is public, its port one that we may use, and its rules allow it."""
        if at.port not in PORTS.values() and (at.host, at.port) not in self._ports:
            raise Refusal(f"leads to a port that is not the web's ({at.host}:{at.port}). Give that address yourself.", policy=True)
        ips = self._client.reach(at)
        pause, conditions = 0.0, NOTHING
        if purpose is not Purpose.RULES:
            site = self._rules_of(at)
            site.obey(at.url)
            pause, conditions = site.pause(), self._archive.conditions(at.url)
        self._wait(at.host, pause)
        exchange = self._client.exchange(at, ips, conditions)
        if exchange.status == NOT_CHANGED and not conditions:
            raise Refusal("gives nothing: the server says that it has not changed, but was not asked. Save it by hand.")
        return exchange

    def _rules_of(self, at: Address) -> Rules:
        now = self._client.clock.now()
        since, known = self._manners.rules.get(at.origin, (now, None))
        if known is None or now - since >= (SILENCE_LASTS if known.silent else RULES_LAST):
            known = self._asked_rules(at)
            self._manners.rules[at.origin] = (now, known)
        return known

    def _asked_rules(self, at: Address) -> Rules:
        where = address("/robots.txt", at.url)
        try:
            last = self._last(where, Named(where.url), Purpose.RULES)
        except Refusal as refusal:
            return unreachable(refusal)
        self._archive.keep(last, Named(where.url), Purpose.RULES)
        return rules(last.status, last.body)

    def _wait(self, host: str, asked: float) -> None:
        """Leaves a host in peace for as long as it asks, up to a bound, and never less than is polite."""
        settings, clock = self._client.settings, self._client.clock
        pause = max(settings.pause_seconds, min(asked, settings.longest_pause_seconds))
        if host in self._manners.asked:
            left = pause - (clock.now() - self._manners.asked[host]).total_seconds()
            if left > 0:
                clock.sleep(left)
        self._manners.asked[host] = clock.now()


def names_lists(content: bytes) -> bool:
    """Whether a list names other lists, and no reports."""
    return LISTS.search(content[:HEAD]) is not None


def _parsed(words: str) -> Address | None:
    try:
        return address(words)
    except Refusal:
        return None


def _answered(status: int) -> Refusal:
    """Why an answer with such a status gives no report."""
    if status in GONE:
        return Refusal(f"is not there (the server answers {status}). Look for it in a web archive.")
    if status in CLOSED:
        return Refusal(f"is not open to everybody (the server answers {status}). Save it by hand and offer the file.")
    if status == 429:
        return Refusal("is not given for now: the server has been asked too often (429). Try again in an hour.")
    return Refusal(f"gives no report (the server answers {status}). Try later, or save it by hand and offer the file.")
