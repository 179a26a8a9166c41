"""`sayso add`, and `sayso run` with addresses: from the web into a case, kept so that it can be done again without the web."""

import json
from pathlib import Path

import pytest

from sayso.store.lock import WriterLock
from tests.cli.conftest import CORPUS, Sayso, exported
from tests.fetch.web import Site

MIRROR = CORPUS["mirror.html"]


@pytest.fixture
def pages(site: Site) -> list[str]:
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed\n", "text/plain")
    site.page("/closed", MIRROR)
    return [site.page("/mirror", MIRROR), site.page("/packet.txt", CORPUS["packet.txt"], "text/plain; charset=utf-8")]


def test_pages_of_the_web_become_a_case_and_what_was_fetched_lies_beside_it(
    sayso: Sayso, pages: list[str], home: Path, tmp_path: Path
) -> None:
    said = sayso("add", "harbour", *pages, "--settings", home)
    assert said.code == 0
    assert said.out.startswith("harbour: 2 reports")
    assert [line for line in said.err.splitlines() if line.startswith("Fetched")] == [f"Fetched: {page}" for page in pages]
    assert {p.name for p in tmp_path.iterdir()} == {"harbour.sayso", "harbour.warc.gz", "home.toml"}
    documents = json.loads(sayso("show", "harbour", "documents", "--json").out)
    assert [d["url"] for d in documents] == pages


def test_the_same_is_made_again_without_the_web(sayso: Sayso, site: Site, pages: list[str], home: Path, tmp_path: Path) -> None:
    sayso("add", "harbour", *pages, "--settings", home)
    asked = list(site.asked)
    assert sayso("run", "harbour.warc.gz", "-c", "again", "-q").code == 0
    assert exported(Path("again.sayso"), tmp_path / "a") == exported(Path("harbour.sayso"), tmp_path / "b")
    assert site.asked == asked


def test_a_page_that_has_changed_is_a_new_version_of_its_report(
    sayso: Sayso, site: Site, pages: list[str], home: Path, tmp_path: Path
) -> None:
    sayso("add", "harbour", *pages, "--settings", home)
    assert "Versions" not in sayso("show", "harbour", "documents").out
    site.page("/mirror", MIRROR.replace("Seven", "Nine"))
    said = sayso("add", "harbour", *pages, "--settings", home)
    assert (said.code, f"Fetched: {pages[0]}" in said.err, f"Not changed: {pages[1]}" in said.err) == (0, True, True)
    assert "Versions" in sayso("show", "harbour", "documents").out
    files = exported(Path("harbour.sayso"), tmp_path / "out")
    documents, versions = ([json.loads(line) for line in files[f"{name}.jsonl"].splitlines()] for name in ("documents", "versions"))
    assert len(documents) == 2
    assert "Nine crates" in documents[0]["text"]
    assert [("Seven crates" in v["text"], v["document"], v["url"]) for v in versions] == [(True, documents[0]["id"], pages[0])]
    assert versions[0]["captured"].endswith("Z")


def test_what_is_refused_is_told_with_its_reason_and_kept(sayso: Sayso, site: Site, pages: list[str], home: Path) -> None:
    bad = {site.at("/closed"): "closed to programs", "http://10.1.1.1/": "not on the public network", "http://0x7f.1/": "odd way"}
    said = sayso("add", "harbour", pages[0], *bad, "--settings", home, "--json")
    assert said.code == 3
    answer = json.loads(said.out)
    assert (answer["documents"], len(answer["rejected"])) == (1, 3)
    assert [(f["address"], f["state"]) for f in answer["fetched"]] == [(pages[0], "fetched"), *((b, "refused") for b in bad)]
    for address, why in bad.items():
        assert f"Rejected: {address}: " in said.err
        assert why in said.err
        assert [r for r in answer["rejected"] if r["path"] == address and why in r["reason"]]
    listed = " ".join(sayso("show", "harbour", "documents").out.split())
    assert all(f"Rejected: {address}: " in listed for address in bad)


def test_when_our_own_rules_keep_everything_away_nothing_is_made(sayso: Sayso, site: Site, pages: list[str], home: Path) -> None:
    for given in (["http://10.1.1.1/", "https://127.0.0.1/"], [site.at("/closed"), "ftp://example.org/", "--settings", home]):
        said = sayso("add", "harbour", *given)
        assert (said.code, said.out) == (7, "")
        assert "None of the addresses was fetched" in said.err
    assert not Path("harbour.sayso").exists()


def test_when_the_web_gives_nothing_nothing_is_made(sayso: Sayso, site: Site, home: Path) -> None:
    said = sayso("add", "harbour", site.at("/nowhere"), "--settings", home)
    assert said.code == 4
    assert "is not there (the server answers 404)" in said.err
    assert not Path("harbour.sayso").exists()


def test_addresses_may_stand_in_a_file_and_other_files_are_read(
    sayso: Sayso, pages: list[str], home: Path, tmp_path: Path
) -> None:
    (tmp_path / "list.txt").write_text("# the harbour\n\n" + "\n".join(pages) + "\n")
    (tmp_path / "courier.txt").write_text(CORPUS["courier.txt"])
    assert sayso("add", "harbour", "list.txt", "courier.txt", "--settings", home).out.startswith("harbour: 3 reports")


def test_run_takes_addresses_among_its_paths(sayso: Sayso, pages: list[str], corpus: Path, home: Path) -> None:
    assert sayso("run", corpus / "courier.txt", *pages, "--settings", home).out.startswith("courier: 3 reports")
    assert sayso("run", pages[0], "--settings", home, "-q").code == 0
    assert Path("127.0.0.1.sayso").exists()
    assert sayso("run", "nowhere.txt", pages[0], "-c", "none", "--settings", home).code == 2
    assert not Path("none.warc.gz").exists(), "what cannot be asked is told before anything is fetched"


def test_nothing_is_fetched_into_a_case_that_another_run_is_writing(
    sayso: Sayso, site: Site, pages: list[str], home: Path, tmp_path: Path
) -> None:
    lock = WriterLock(tmp_path / "harbour.sayso")
    try:
        assert sayso("add", "harbour", *pages, "--settings", home).code == 6
    finally:
        lock.release()
    assert site.asked == []


def test_stopped_while_fetching_what_was_fetched_is_kept(
    sayso: Sayso, pages: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(self: object, seconds: float) -> None:
        raise KeyboardInterrupt

    home.write_text('[fetch]\nallow = "127.0.0.1/32"\npause_seconds = 9.0\n')
    monkeypatch.setattr("sayso.fetch.base.SystemClock.sleep", pressed)
    said = sayso("add", "harbour", *pages, "--settings", home)
    assert (said.code, "harbour.warc.gz keeps what was fetched" in said.err) == (130, True)
    assert not Path("harbour.sayso").exists()


def test_a_record_that_a_killed_program_left_is_told_and_cut_off(sayso: Sayso, pages: list[str], home: Path) -> None:
    sayso("add", "harbour", pages[0], "--settings", home)
    archive = Path("harbour.warc.gz")
    archive.write_bytes(archive.read_bytes() + archive.read_bytes()[:200])
    said = sayso("add", "harbour", pages[1], "--settings", home)
    assert (said.code, "had half written was cut off (200 bytes)" in said.err) == (0, True)
    assert said.out.startswith("harbour: 2 reports")


OPML = '<opml version="2.0"><body><outline text="Harbours"><outline type="rss" text="Quays" xmlUrl="{}"/></outline></body></opml>'
FEED = '<rss version="2.0"><channel><title>All quays</title><link>https://quays.example/</link>{}</channel></rss>'


def test_a_saved_list_of_feeds_is_followed_to_their_reports(
    sayso: Sayso, site: Site, pages: list[str], home: Path, tmp_path: Path
) -> None:
    feed = FEED.format("".join(f"<item><link>{page}</link></item>" for page in (*pages, site.at("/closed"))))
    site.page("/feed", feed, "application/rss+xml")
    (tmp_path / "feeds.opml").write_text(OPML.format(site.at("/feed")))
    said = sayso("add", "harbour", "feeds.opml", pages[0], "--settings", home)
    assert (said.code, said.out.startswith("harbour: 2 reports, 1 story, 1 input rejected")) == (3, True)
    assert "closed to programs" in said.err


def test_a_report_in_a_file_is_read_and_its_links_are_left_alone(
    sayso: Sayso, site: Site, pages: list[str], home: Path, tmp_path: Path
) -> None:
    (tmp_path / "saved.html").write_text(MIRROR.replace("Home", f'<a href="{pages[1]}">Home</a>'))
    assert sayso("add", "harbour", "saved.html", "--settings", home).out.startswith("harbour: 1 report")
    assert site.asked == []
