"""`sayso watch`: feeds that are looked at again and again."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.messages import tell
from sayso.cli.place import named, typed
from sayso.documents import Rejected
from sayso.errors import CaseBusy, NothingUsable, UsageError

if TYPE_CHECKING:
    from sayso.cli.watching import Round, Watch
    from sayso.stages import Stage

SOME_REJECTED = 3
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SOONEST = timedelta(minutes=1)


def _time(ctx: click.Context, param: click.Parameter, value: str) -> timedelta:
    """A length of time as people write it: 90s, 15m, 2h, 1d."""
    match = re.fullmatch(r"(\d{1,6})([smhd])", value.strip())
    every = timedelta(**{UNITS[match[2]]: int(match[1])}) if match else timedelta()
    if every < SOONEST:
        raise click.BadParameter(f"'{value}' is no time of a minute or more, such as 15m or 2h.", ctx, param)
    return every


@click.command("watch")
@click.argument("case", metavar="CASE")
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True)
@click.option("--every", callback=_time, default="15m", metavar="TIME", help="How long to wait between two looks; without it 15m.")
@click.option("--once", is_flag=True, help="Look once, and stop.")
@click.option("--settings", metavar="FILE", help="A TOML file with other settings (docs/settings.md lists them all).")
@click.option("--json", "as_json", is_flag=True, help="Print each round as one JSON object a line.")
@click.option("-q", "--quiet", is_flag=True, help="Only what went wrong.")
def command(
    case: str, feeds: tuple[str, ...], every: timedelta, once: bool, settings: str | None, as_json: bool, quiet: bool
) -> int:
    """Watch feeds, and add what is new in them to a case, until Ctrl-C.

    FEED is the address of a feed, a sitemap or a page, or a file with addresses, such as an OPML list. What a feed names is fetched
    as `sayso add` fetches it. Pages that it named are looked at again, soon at first, then ever more rarely, for two days; one
    that has changed is a new version of its report. A watch that was stopped goes on where it was.

    \b
    sayso watch harbour https://example.org/feed.xml
    sayso watch harbour feeds.opml --every 1h
    """
    from sayso import config
    from sayso.cli.fetching import say
    from sayso.cli.sources import sources_of
    from sayso.cli.watching import Watch
    from sayso.fetch import SystemClock

    place = named(case)
    chosen = config.load(Path(settings)) if settings else config.Settings()
    sources, files = sources_of(feeds, chosen, follow=True)
    if files:
        raise UsageError(f"{files[0]}: names no address", "Give the address of a feed, or a file with addresses.")
    watch = Watch(place, sources, chosen, every, SystemClock(), lambda look: say(look, quiet=quiet))
    return rounds(watch, once=once, quiet=quiet, as_json=as_json)


def rounds(watch: Watch, *, once: bool, quiet: bool = True, as_json: bool = False) -> int:
    """Round after round until Ctrl-C, or one. Raises `Stopped`."""
    from sayso.cli.running import Stopped

    runner = Runner(watch, quiet)
    try:
        while True:
            try:
                done = watch.round()
                _report(done, quiet=quiet, as_json=as_json)
                runner.follow(done)
                if once:
                    return SOME_REJECTED if done.refused else 0
            except (CaseBusy, NothingUsable) as e:
                if once:
                    raise
                tell(str(e), e.hint, "The watch goes on.")
            watch.clock.sleep(watch.every.total_seconds())
    except KeyboardInterrupt as e:
        kept = "keeps what was found so far" if watch.case.exists() else "was not made"
        hint = f"To go on, give the same command. To see it: sayso show {typed(watch.case)}"
        raise Stopped(f"Stopped watching. {watch.case} {kept}.", hint) from e


@dataclass(slots=True)
class Runner:
    """Lets the case follow what was fetched, round after round; the models are loaded once, and each reject is told once."""

    watch: Watch
    quiet: bool
    behind: bool = True
    stages: Sequence[Stage] = ()
    told: set[Rejected] = field(default_factory=set)

    def follow(self, done: Round) -> None:
        """Runs the stages when the round brought something, or an earlier run did not come to its end."""
        self.behind = self.behind or done.new + done.changed > 0
        if not self.behind or not self.watch.offers():
            return
        from sayso.cli.progress import shown
        from sayso.cli.running import run_case

        progress = shown(quiet=self.quiet)
        with progress.around():
            if not self.stages:
                from sayso.order import stages

                self.stages = stages(self.watch.settings)
            run_case(self.watch.case, self.watch.offers(), self.stages, progress, self._tell, self.watch.rejected)
        self.behind = False

    def _tell(self, rejected: Rejected) -> None:
        from sayso.cli.run import tell_rejected

        if rejected not in self.told:
            self.told.add(rejected)
            tell_rejected(rejected)


def _report(done: Round, *, quiet: bool, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**asdict(done), "when": f"{done.when:%Y-%m-%dT%H:%M:%SZ}"}), flush=True)
    elif not quiet:
        tell(done.line())
