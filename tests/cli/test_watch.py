"""`sayso watch`: a feed on this machine, watched through its changes, stopped, and watched again."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.cli.running import Stopped
from sayso.cli.watch import rounds
from sayso.cli.watching import Watch
from sayso.config import FetchSettings, Settings
from sayso.documents import Document, Rejected, Version
from sayso.fetch import Look, Named
from sayso.store.lock import WriterLock
from sayso.store.view import CaseView
from tests.cli.conftest import CORPUS, Sayso
from tests.fetch.web import Site

HOME = Settings(fetch=FetchSettings(pause_seconds=0.0, allow="127.0.0.1/32"))
EVERY = timedelta(minutes=15)
PAGE = CORPUS["mirror.html"].replace('<meta property="og:site_name" content="Mole Mirror">', "")
ITEM = '<item><title>Seven crates missing</title><link>{}</link><source url="https://mole.example/">Mole Mirror</source></item>'
FEED = '<rss version="2.0"><channel><title>All harbours</title><link>https://harbours.example/</link>{}</channel></rss>'


def serve(site: Site, *pages: str) -> str:
    """The site's feed, naming the pages."""
    address = site.page("/feed", FEED.format("".join(ITEM.format(site.at(page)) for page in pages)), "application/rss+xml")
    site.answers["/feed"].etag = f'"{" ".join(pages)}"'
    return address


class Days:
    """A clock on which things happen: between two rounds one change after the other, and in the end Ctrl-C."""

    def __init__(self, *changes: Callable[[], object]) -> None:
        self.time = datetime(2031, 4, 4, 12, tzinfo=UTC)
        self.changes = list(changes)

    def now(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        if not self.changes:
            raise KeyboardInterrupt
        self.changes.pop(0)()


def watched(case: Path, feed: str, clock: Days, told: list[Look] | None = None) -> None:
    say = (lambda look: None) if told is None else told.append
    with pytest.raises(Stopped, match="Stopped watching") as stopped:
        rounds(Watch(case, [Named(feed)], HOME, EVERY, clock, say), once=False, quiet=False)
    assert stopped.value.exit_code == 130


def lines(err: str) -> list[str]:
    return [line.partition("UTC: ")[2] for line in err.splitlines() if "UTC: " in line]


def test_a_feed_is_watched_through_three_changes(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "harbour.sayso"
    site.page("/seven", PAGE)
    site.page("/gate", PAGE.replace("crates", "gates"))
    feed = serve(site, "/seven")
    clock = Days(
        lambda: serve(site, "/gate", "/seven"),
        lambda: site.page("/seven", PAGE.replace("Seven", "Nine")),
        lambda: None,
        lambda: serve(site, "/gate"),
    )
    watched(case, feed, clock)
    assert lines(capsys.readouterr().err) == [
        "1 new, 0 changed, 0 not changed",
        "1 new, 0 changed, 1 not changed",
        "0 new, 1 changed, 1 not changed",
        "0 new, 0 changed, 2 not changed",
        "0 new, 0 changed, 1 not changed",
    ]
    with CaseView(case) as view:
        documents, versions = view.all(Document), view.all(Version)
    assert sorted(d.declared.url or "" for d in documents) == [site.at("/gate"), site.at("/seven")]
    seven = next(d for d in documents if d.declared.url == site.at("/seven"))
    assert "Nine crates" in seven.text
    assert [(v.document, "Seven crates" in v.was.text, v.was.declared.captured) for v in versions] == [
        (seven.id, True, "2031-04-04T12:00:00Z")
    ]
    assert {d.declared.outlet for d in documents} == {"Mole Mirror"}, "the item's own publisher"
    assert {d.declared.via for d in documents} == {"All harbours (https://harbours.example/)"}, "the feed is how it came"

    asked = len(site.asked)
    watched(case, feed, Days())
    assert lines(capsys.readouterr().err) == ["0 new, 0 changed, 0 not changed"], "it goes on where it was"
    assert [(path, sent.get("if-none-match")) for path, sent in site.asked[asked:]] == [("/robots.txt", None), ("/feed", '"/gate"')]


def test_what_is_refused_is_told_once_and_kept(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed\n", "text/plain")
    site.page("/closed", PAGE)
    site.page("/seven", PAGE)
    told: list[Look] = []
    watched(tmp_path / "harbour.sayso", serve(site, "/closed", "/seven"), Days(lambda: None, lambda: None), told)
    assert [look.asked for look in told if look.why] == [site.at("/closed")]
    with CaseView(tmp_path / "harbour.sayso") as view:
        assert [reject.path for reject in view.all(Rejected)] == [site.at("/closed")]


def test_a_feed_that_fails_or_a_busy_case_does_not_end_the_watch(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "harbour.sayso"
    site.page("/seven", PAGE)
    feed = serve(site, "/seven")
    good = site.answers.pop("/feed")
    locks: list[WriterLock] = []

    def free() -> None:
        locks.pop().release()
        site.answers["/feed"] = good

    watched(case, feed, Days(lambda: locks.append(WriterLock(case)), free))
    err = capsys.readouterr().err
    assert "another run is writing to this case" in err
    assert lines(err) == ["0 new, 0 changed, 0 not changed, 1 refused", "1 new, 0 changed, 0 not changed"]


def test_one_look_as_json_and_a_watch_over_a_list_of_feeds(sayso: Sayso, site: Site, home: Path, tmp_path: Path) -> None:
    site.page("/seven", PAGE)
    feed = serve(site, "/seven")
    (tmp_path / "feeds.txt").write_text(feed)
    said = sayso("watch", "harbour", "feeds.txt", "--once", "--json", "--settings", home)
    assert (said.code, {**json.loads(said.out), "when": ""}) == (
        0,
        {"when": "", "new": 1, "changed": 0, "unchanged": 0, "refused": 0},
    )
    assert sayso("add", "harbour", feed, "--settings", home).out.startswith("harbour: 1 report")


@pytest.mark.parametrize("every", ["15", "5s", "soon", "1w", ""])
def test_how_often_is_said_in_minutes_or_more(sayso: Sayso, every: str) -> None:
    said = sayso("watch", "harbour", "https://example.org/feed", "--every", every)
    assert (said.code, "is no time of a minute or more" in said.err) == (2, True)


def test_a_file_that_names_nothing_cannot_be_watched(sayso: Sayso, corpus: Path) -> None:
    said = sayso("watch", "harbour", corpus / "packet.txt")
    assert (said.code, "names no address" in said.err) == (2, True)


def test_most_links_bounds_what_a_round_takes_on(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(3):
        site.page(f"/{n}", PAGE.replace("Seven", str(n)))
    few = replace(HOME, fetch=replace(HOME.fetch, most_links=2))
    watch = Watch(tmp_path / "harbour.sayso", [Named(serve(site, "/0", "/1", "/2"))], few, EVERY, Days(), lambda look: None)
    assert rounds(watch, once=True, quiet=False) == 3
    assert lines(capsys.readouterr().err) == ["2 new, 0 changed, 0 not changed, 1 refused"]
