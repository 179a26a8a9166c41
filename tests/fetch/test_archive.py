"""What was fetched is kept as it came: read by other programs, added to for years, and sound after a killed writer."""

import gzip
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso.errors import CaseDamaged
from sayso.fetch import Archive, Look, Named, Purpose, State, beside, followed, is_due
from sayso.fetch.memory import Seen
from tests.fetch.conftest import Reporter, Stopwatch
from tests.fetch.web import Site

PAGE = "<html><body><p>The gate stood open, the harbour master said.</p></body></html>"


def kept(path: Path) -> list[tuple[str, str | None, bytes]]:
    """Type, address and content of every record, as another program reads them, its digests checked."""
    with path.open("rb") as file:
        return [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(file, check_digests="raise")
        ]


@pytest.fixture
def two_looks(site: Site, reporter: Reporter, clock: Stopwatch) -> Path:
    site.page("/robots.txt", "", "text/plain")
    site.page("/gate", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    for _ in range(2):
        reporter.visitor(site.at("/")).visit(Named(site.at("/gate")))
        clock.sleep(60)
    return reporter.path


def test_other_programs_read_what_was_kept(site: Site, two_looks: Path) -> None:
    records = kept(two_looks)
    assert [kind for kind, _, _ in records].count("warcinfo") == 1
    assert records[0][0] == "warcinfo"
    answers = [(kind, address, content) for kind, address, content in records if kind in ("response", "revisit")]
    assert answers == [
        ("response", site.at("/robots.txt"), b""),
        ("response", site.at("/gate"), PAGE.encode()),
        ("revisit", site.at("/robots.txt"), b""),
        ("revisit", site.at("/gate"), b""),
    ]


def test_the_bytes_are_those_that_went_over_the_line(site: Site, two_looks: Path) -> None:
    with two_looks.open("rb") as file:
        raw = {r.rec_type: r.raw_stream.read() for r in ArchiveIterator(file, no_record_parse=True)}
    assert raw["request"].startswith(b"GET /gate HTTP/1.1\r\nHost: 127.0.0.1:")
    assert raw["revisit"].startswith(b"HTTP/1.0 200 OK\r\n")
    assert b"Content-Encoding: gzip\r\n" in raw["revisit"]


def test_a_later_look_says_where_the_content_is(site: Site, two_looks: Path) -> None:
    with two_looks.open("rb") as file:
        headers = {r.rec_type: r.rec_headers for r in ArchiveIterator(file)}
    first, later = headers["response"], headers["revisit"]
    for name, of in {"Refers-To": "Record-ID", "Refers-To-Date": "Date", "Payload-Digest": "Payload-Digest"}.items():
        assert later.get_header(f"WARC-{name}") == first.get_header(f"WARC-{of}")
    assert later.get_header("WARC-Refers-To-Target-URI") == site.at("/gate")
    assert (first.get_header("WARC-Date"), later.get_header("WARC-Date")) == ("2031-04-04T12:00:00Z", "2031-04-04T12:01:00Z")


def test_what_a_list_says_of_a_report_is_kept_beside_it(site: Site, reporter: Reporter) -> None:
    site.page("/gate", PAGE)
    site.sends_on("/short", "/gate")
    feed = site.page("/feed", site.at("/short"), "application/rss+xml")
    visitor = reporter.visitor(feed)
    assert [look.at for look in followed(visitor.visit(Named(feed)), visitor.visit, 9)] == [site.at("/gate")]
    told = [content.decode() for kind, address, content in kept(reporter.path) if (kind, address) == ("metadata", site.at("/gate"))]
    assert told == [
        f'{{"asked": "{site.at("/short")}", "declared": {{"title": "As the list has it"}}, "purpose": "report", "via": "{feed}"}}'
    ]
    seen = Archive(reporter.path).reports
    assert seen == {site.at("/short"): Seen("2031-04-04T12:00:00Z", "2031-04-04T12:00:00Z", feed, site.at("/gate"))}


def test_a_record_half_written_is_cut_off_and_what_follows_can_be_read(site: Site, reporter: Reporter, two_looks: Path) -> None:
    whole = two_looks.read_bytes()
    records = kept(two_looks)
    last = len(whole) - whole.rindex(b"\x1f\x8b\x08")
    for lost in (1, 8, last // 2, last - 1):
        two_looks.write_bytes(whole[:-lost])
        assert Archive(two_looks).cut == last - lost
        assert kept(two_looks) == records[:-1]
    two_looks.write_bytes(whole + b"\0" * 4096)
    assert Archive(two_looks).cut == 4096
    site.page("/later", PAGE)
    assert reporter.visitor(site.at("/")).visit(Named(site.at("/later"))).state is State.FETCHED
    assert kept(two_looks)[: len(records)] == records
    assert kept(two_looks)[-1] == ("response", site.at("/later"), PAGE.encode())


def test_an_archive_that_is_broken_in_its_midst_is_not_touched(two_looks: Path) -> None:
    whole = two_looks.read_bytes()
    broken = whole[:500] + bytes(50) + whole[550:]
    two_looks.write_bytes(broken)
    with pytest.raises(CaseDamaged, match="is damaged after byte"):
        Archive(two_looks)
    assert two_looks.read_bytes() == broken


def test_the_archive_lies_beside_the_case() -> None:
    assert beside(Path("desk/harbour.sayso")) == Path("desk/harbour.warc.gz")


def feed(*names: str, lists: bool = False) -> Look:
    return Look("feed", State.FETCHED, "feed", Purpose.LIST, tuple(map(Named, names)), lists)


LISTS = {"a": feed("a1", "a2"), "b": feed("b1", "c"), "c": feed("c1")}


def came(look: Look, most: int = 99) -> list[tuple[str, State]]:
    def visit(named: Named) -> Look:
        return LISTS.get(named.address, Look(named.address, State.FETCHED, named.address))

    return [(found.at or "", found.state) for found in followed(look, visit, most)]


def test_a_list_is_followed_one_level_and_a_list_of_lists_two() -> None:
    assert came(feed("x", "y", "x")) == [("x", State.FETCHED), ("y", State.FETCHED)]
    assert came(feed("x", "a")) == [("x", State.FETCHED), ("feed", State.REFUSED)]
    assert [state for _, state in came(feed("a", "b", lists=True))] == [State.FETCHED] * 5 + [State.REFUSED]


def test_a_list_without_an_end_has_an_end() -> None:
    *fetched, last = followed(feed(*map(str, range(100))), lambda named: Look(named.address, State.FETCHED), 10)
    assert len(fetched) == 10
    assert (last.state, "10 were fetched, 90 were not" in last.why) == (State.REFUSED, True)


def test_a_page_is_looked_at_again_ever_more_rarely_until_it_is_old(clock: Stopwatch) -> None:
    every = timedelta(minutes=15)
    start = clock.now()
    seen = Seen(f"{start:%Y-%m-%dT%H:%M:%SZ}", f"{start:%Y-%m-%dT%H:%M:%SZ}", None, "x")
    looks = []
    for turn in range(1, 300):
        now = start + turn * every
        if is_due(seen, now, every, 2):
            looks.append(turn)
            seen = Seen(seen.first, f"{now:%Y-%m-%dT%H:%M:%SZ}", None, "x")
    assert looks == [1, 2, 3, 5, 8, 12, 18, 27, 41, 62, 93, 140]
