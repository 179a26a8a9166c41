"""Feeds that are broken, or made to break what reads them."""

from __future__ import annotations

import pytest

from .conftest import FULL, SENTENCE, Read, item, rss

ENCODED = f"<content:encoded><![CDATA[{FULL}]]></content:encoded>"


def doctyped(subset: str, words: str) -> str:
    return rss(item(words)).replace("<rss ", f"<!DOCTYPE rss [{subset}]><rss ", 1)


def test_entities_that_a_feed_declares_are_left_as_they_are_written(read: Read) -> None:
    bomb = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    [link] = read("a.rss", doctyped(f'<!ENTITY l0 "lol">{bomb}', "Ferry &l9;")).links
    assert link.declared.title == "Ferry &l9;"


@pytest.mark.parametrize("place", ["file:///etc/hostname", "http://127.0.0.1:9/x"])
def test_nothing_is_looked_up_for_an_entity(read: Read, place: str) -> None:
    [link] = read("a.rss", doctyped(f'<!ENTITY x SYSTEM "{place}"><!ENTITY % y SYSTEM "{place}">%y;', "Ferry &x;")).links
    assert link.declared.title == "Ferry &x;"


def test_a_doctype_without_an_end_is_refused(read: Read) -> None:
    assert "its DOCTYPE has no end" in read("a.rss", "<!DOCTYPE rss [" + "<!--" * 50_000 + "<rss>").rejected[0]


def test_a_feed_cut_off_within_an_item_gives_what_came_before(read: Read) -> None:
    whole = rss(item(link="https://eastmere.example/1"), item(link="https://eastmere.example/2", more=ENCODED))
    found = read("a.rss", whole[: whole.index(SENTENCE) + 30])
    assert [link.address for link in found.links] == ["https://eastmere.example/1"]
    assert found.rejected == ("a.rss: is cut off in its item 2. What came before is read; get the whole feed.",)


def test_a_feed_cut_off_between_items_loses_none(read: Read) -> None:
    found = read("a.rss", rss(item(link="https://eastmere.example/1")).removesuffix("</channel></rss>"))
    assert len(found.links) == 1
    assert found.rejected == ()


def test_stray_marks_do_not_break_a_feed(read: Read) -> None:
    found = read("a.rss", rss(item("Quay & pier &nbsp; & 7 < 8"), item(link="https://eastmere.example/2")))
    assert [link.address for link in found.links] == ["https://eastmere.example/ferry", "https://eastmere.example/2"]


def test_an_item_nested_too_deep_is_rejected_and_the_others_are_read(read: Read) -> None:
    deep = f"<description><![CDATA[{'<div>' * 50_000}{SENTENCE}]]></description>"
    found = read("a.rss", rss(item(more=deep), item(link="https://eastmere.example/2")))
    assert len(found.links) == 2
    assert found.rejected[0].startswith("a.rss, item 1: ")


def test_more_items_than_any_feed_has_and_tags_made_to_break_parsers_are_refused(read: Read) -> None:
    assert "holds 40,000 items" in read("a.rss", rss(*["<title/>"] * 40_000)).rejected[0]
    attributes = " ".join(f'a{n}="1"' for n in range(20_000))
    assert "made to break parsers" in read("a.rss", rss(item()).replace("<channel>", f"<channel {attributes}>")).rejected[0]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "//[", "http://[::1", "mailto:a@b.example"])
def test_what_is_no_address_on_the_web_is_none(read: Read, link: str) -> None:
    found = read("a.rss", rss(item(link=link), head="<title>T</title>"))
    assert found.links == ()
    assert "item 1: has neither an address" in found.rejected[0]
