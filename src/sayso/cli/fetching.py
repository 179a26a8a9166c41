"""What a person asked to fetch: visited, kept in the web archive beside the case, told on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sayso.cli.messages import tell
from sayso.cli.running import Stopped
from sayso.config import ReadSettings, Settings
from sayso.documents import Offer, Rejected
from sayso.errors import NothingUsable, Refused
from sayso.fetch import (
    Archive,
    Client,
    Clock,
    Look,
    Manners,
    Named,
    Purpose,
    State,
    SystemClock,
    Visitor,
    beside,
    everything,
    followed,
)
from sayso.fetch.base import Lister
from sayso.read import links_of
from sayso.read.base import STAGE, Piece
from sayso.read.feeds import ADDRESSES, FEED, JSON_FEED, OPML, SITEMAP
from sayso.read.forms import FORMS, HEAD, form_of
from sayso.store.writer import Writer

LISTS = (FEED, JSON_FEED, OPML, SITEMAP, ADDRESSES)
WHY = "The lines above say why."


@dataclass(slots=True)
class Fetched:
    """What came of the addresses, in order, and where it is kept."""

    archive: Path
    looks: list[Look] = field(default_factory=list)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The archive, to be read with all that was ever fetched for the case."""
        return (Offer(self.archive, self.archive.name),) if self.archive.exists() else ()

    @property
    def refused(self) -> tuple[Rejected, ...]:
        return tuple(rejected(look) for look in self.looks if look.state is State.REFUSED)

    @property
    def reports(self) -> list[Look]:
        """The reports that were got, whether they are new or not."""
        return [look for look in self.looks if look.state is not State.REFUSED and look.purpose is Purpose.REPORT]

    def must_have_reports(self) -> None:
        """Raises `Refused` when nothing but our own rules kept the reports away, `NothingUsable` when there are none otherwise."""
        if self.reports:
            return
        refused = [look for look in self.looks if look.state is State.REFUSED]
        if refused and all(look.policy for look in refused):
            raise Refused("None of the addresses was fetched", WHY)
        raise NothingUsable("None of the addresses gives a report", WHY if refused else "The list names no report.")


Source = Named | Look
"""An address that a person gave, or a list of addresses in a file of theirs."""


def fetched(place: Path, sources: Sequence[Source], settings: Settings, *, quiet: bool = False) -> Fetched:
    """Fetches the addresses, and what the lists among them name, for the case at `place`.

    Raises `Stopped` on Ctrl-C, and what the case's writer raises when the case is busy or damaged.
    """
    came = Fetched(beside(place))
    try:
        with visiting(place, typed(sources), settings, SystemClock()) as (visitor, _):
            for look in looks(sources, visitor, settings.fetch.most_links):
                came.looks.append(look)
                say(look, quiet=quiet)
    except KeyboardInterrupt as e:
        kept = f"{came.archive} keeps what was fetched." if came.archive.exists() else "Nothing was fetched."
        raise Stopped(f"Stopped. {kept}", "To go on, give the same command: what has not changed is not sent again.") from e
    return came


def typed(sources: Sequence[Source]) -> list[str]:
    """The addresses that a person gave themselves."""
    return [source.address for source in sources if isinstance(source, Named)]


def looks(
    sources: Sequence[Source], visitor: Visitor, most: int, wanted: Callable[[Named], bool] = everything
) -> Iterator[Look]:
    """What came of each address, and of those of its list that are wanted."""
    for source in sources:
        if isinstance(source, Named):
            look = visitor.visit(source)
            yield look
        else:
            look = source
        yield from followed(look, visitor.visit, most, wanted)


@contextmanager
def visiting(
    place: Path, typed: Sequence[str], settings: Settings, clock: Clock, manners: Manners | None = None
) -> Iterator[tuple[Visitor, Archive]]:
    """A visitor for the case, and the archive in which it keeps what it gets; nobody else writes to them meanwhile."""
    with Writer(place):
        archive = Archive(beside(place))
        if archive.cut:
            tell(f"{archive.path}: a record that a killed program had half written was cut off ({archive.cut:,} bytes).")
        client = Client(settings.fetch, readable(), clock=clock)
        yield Visitor(client, archive, lister(settings.read), typed, manners), archive


def readable() -> frozenset[str]:
    """The media types of all forms that Sayso reads."""
    return frozenset(media for form in FORMS for media in form.media)


def lister(settings: ReadSettings) -> Lister:
    """Tells lists from reports, and what they name."""

    def names(content: bytes, key: str, media: str | None) -> Sequence[Named] | None:
        if form_of(Piece(key, key, content, media), content[:HEAD]) not in LISTS:
            return None
        links, _ = links_of(content, key, media, settings)
        return tuple(Named(link.address, declared=link.declared) for link in links)

    return names


def rejected(look: Look) -> Rejected:
    return Rejected(look.asked, STAGE, f"{look.asked}: {look.why}")


def say(look: Look, *, quiet: bool) -> None:
    """One line for an address: what came of it."""
    from sayso.cli.phrases import rejection

    if look.state is State.REFUSED:
        tell(rejection(rejected(look)))
    elif not quiet:
        led = f" → {look.at}" if look.at != look.asked else ""
        tell(f"{'Fetched' if look.state is State.FETCHED else 'Not changed'}: {look.asked}{led}")
