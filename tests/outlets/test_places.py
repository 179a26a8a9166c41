"""Whose page it is that stands at an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.outlets import at_address, carried, place_of, platform_of


@pytest.mark.parametrize(
    ("address", "within", "when"),
    [
        ("https://web.archive.org/web/20240102030405/https://post.example/1", "https://post.example/1", "20240102030405"),
        ("http://web.archive.org/web/20240102id_/http://post.example:80/1?a=b", "http://post.example:80/1?a=b", "20240102"),
        ("https://web.archive.org/web/2020*/post.example/1", "https://post.example/1", "2020"),
        ("https://archive.ph/2023.01.02-030405/https://post.example/1", "https://post.example/1", "2023.01.02-030405"),
        ("https://archive.is/newest/https://post.example/1", "https://post.example/1", None),
        ("https://arquivo.pt/wayback/20160102030405/http://post.example/1", "http://post.example/1", "20160102030405"),
        ("https://post-example.cdn.ampproject.org/c/s/post.example/amp/1", "https://post.example/amp/1", None),
        ("https://www.google.com/amp/s/post.example/amp/1", "https://post.example/amp/1", None),
        (
            "http://webcache.googleusercontent.com/search?q=cache:abcdefghijkl:post.example/1+ferry&cd=1",
            "https://post.example/1",
            None,
        ),
        ("https://www.google.de/url?sa=t&url=https%3A%2F%2Fpost.example%2F1&usg=x", "https://post.example/1", None),
        ("https://harbour--post-example.translate.goog/1?_x_tr_sl=de", "https://harbour-post.example", None),
        ("https://www-post-example.ezproxy.library.example/1", "https://www.post.example", None),
        ("https://12ft.io/https://post.example/1", "https://post.example/1", None),
        (
            "https://archive.ph/2023.01.02-030405/https://www.google.com/amp/s/post.example/1",
            "https://post.example/1",
            "2023.01.02-030405",
        ),
    ],
)
def test_what_an_archive_a_cache_or_a_proxy_shows_is_the_page_within(address: str, within: str, when: str | None) -> None:
    found = carried(address)
    assert found is not None
    assert (found.address, found.when) == (within, when)


@pytest.mark.parametrize(
    "address", ["https://archive.ph/AbCd1", "https://post.example/web/2020/x", "https://web.archive.org/", "", "x"]
)
def test_other_addresses_show_nobody_elses_page(address: str) -> None:
    assert carried(address) is None


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://web.archive.org/web/20240102030405/https://edition.cnn.com/1", "CNN"),
        ("https://www.bbc.co.uk/news", "BBC"),
        ("https://bbc.com/news", "BBC"),
        ("https://www-lemonde-fr.translate.goog/x?_x_tr_sl=fr", "Le Monde"),
        ("https://thecaucus.blogs.nytimes.com/1", "The New York Times"),
        ("https://archive.ph/AbCd1", "archive.today"),
    ],
)
def test_editions_copies_and_blogs_are_their_outlets(address: str, outlet: str) -> None:
    found = at_address(address)
    assert found is not None
    assert found.name == outlet


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://news.post.example.co.uk/1", "example.co.uk"),
        ("https://harbour.substack.com/p/1", "harbour.substack.com"),
        ("https://open.substack.com/pub/harbour/p/1", "substack.com/harbour"),
        ("https://medium.com/@Harbour/ferry-7", "medium.com/@harbour"),
        ("https://t.me/s/harbour/12", "t.me/harbour"),
        ("https://harbour.blogspot.com/2020/x.html", "harbour.blogspot.com"),
        ("https://medium.com/p/0123abcd", None),
        ("https://www.youtube.com/watch?v=x", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_who_publishes_on_a_platform_is_told_and_the_platform_never_is(address: str, place: str | None) -> None:
    assert place_of(address) == place


def test_a_platform_is_known_behind_a_copy_too() -> None:
    assert platform_of("https://web.archive.org/web/2020/https://harbour.substack.com/p/1") == "substack.com"
    assert platform_of("https://post.example/1") is None


@given(st.one_of(st.text(), st.text("ht:/.?=&%@a1-").map("https://web.archive.org/web/2020/{}".format)))
def test_no_address_is_too_odd(address: str) -> None:
    for ask in (carried, at_address, place_of, platform_of):
        ask(address)
