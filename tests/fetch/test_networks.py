"""Which machines may be asked: never one that is not on the public network, however it is spelt."""

from ipaddress import ip_address

import pytest

from sayso.errors import UsageError
from sayso.fetch.addresses import address, is_address
from sayso.fetch.base import Refusal
from sayso.fetch.networks import may_be_reached, networks

PUBLIC = ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e")
NOT_PUBLIC = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:0:7f00:1::",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fd00::1",
    "ff02::1",
    "2001:db8::1",
)


@pytest.mark.parametrize("number", PUBLIC)
def test_a_public_machine_may_be_reached(number: str) -> None:
    assert may_be_reached(ip_address(number))


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_no_other_machine_may_be_reached(number: str) -> None:
    assert not may_be_reached(ip_address(number))


def test_a_person_may_allow_networks_of_their_own() -> None:
    allowed = networks("127.0.0.1/32 10.0.0.0/8")
    assert may_be_reached(ip_address("10.1.2.3"), allowed)
    assert may_be_reached(ip_address("::ffff:127.0.0.1"), allowed)
    assert not may_be_reached(ip_address("192.168.0.1"), allowed)
    with pytest.raises(UsageError, match="allow under"):
        networks("my own machine")


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("HTTP://Example.ORG:80/a?b=c#part", "http://example.org/a?b=c"),
        ("https://example.org.:443", "https://example.org/"),
        ("http://münchen.example/ä b", "http://xn--mnchen-3ya.example/%C3%A4%20b"),
        ("http://[2606:2800:21F::1]:8080/", "http://[2606:2800:21f::1]:8080/"),
        ("http://93.184.215.14/", "http://93.184.215.14/"),
    ],
)
def test_an_address_has_one_spelling(typed: str, url: str) -> None:
    assert address(typed).url == url


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "javascript:alert(1)",
        "http:///path",
        "http://user:word@example.org/",
        "http://127.1/",
        "http://0/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://127.0.0.0x1/",
        "http://[::1%25lo]/",
        "http://[fe80::1%eth0]/",
        "http://exa mple.org/",
        "http://exa\x00mple.org/",
        "http://example.org\\@127.0.0.1/",
        "http://①②⑦.0.0.1/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://" + "a" * 300 + "/",
        "http://example.org/" + "a" * 5000,
    ],
)
def test_what_deceives_or_leads_nowhere_is_no_address(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        address(typed)
    assert refused.value.policy


def test_a_relative_address_is_found_from_where_it_stands() -> None:
    assert address("../b", "http://example.org/a/c").url == "http://example.org/b"
    assert address("//other.example/x", "https://example.org/").url == "https://other.example/x"


def test_an_address_is_told_from_a_file() -> None:
    assert is_address("https://example.org/")
    assert is_address("HTTP://example.org/")
    assert not is_address("http/index.html")
    assert not is_address("-")
