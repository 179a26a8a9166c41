from __future__ import annotations

from collections import Counter

import pytest

from sayso.outlets import OutletKind, at_domain, known, name_key, named


def test_no_two_outlets_share_a_name_or_a_domain() -> None:
    names = Counter(key for outlet in known() for key in {name_key(name) for name in (outlet.name, *outlet.aliases)})
    domains = Counter(domain for outlet in known() for domain in outlet.domains)
    assert max(names.values()) == 1
    assert max(domains.values()) == 1


@pytest.mark.parametrize(
    ("name", "outlet", "kind"),
    [
        ("The Associated Press", "AP", OutletKind.WIRE),
        ("agence france-presse", "AFP", OutletKind.WIRE),
        ("the telegraph", "The Telegraph", OutletKind.OUTLET),
        ("El Pais", "El País", OutletKind.OUTLET),
        ("Apple News", "Apple News", OutletKind.TRANSPORT),
    ],
)
def test_the_press_of_the_world_is_known_by_its_names(name: str, outlet: str, kind: OutletKind) -> None:
    found = named(name)
    assert found is not None
    assert (found.name, found.kind) == (outlet, kind)


def test_papers_of_one_owner_are_one_family_and_transports_have_none_of_those_they_carry() -> None:
    papers = [named(name) for name in ("The Times", "The Sun", "WSJ", "New York Post")]
    assert {paper and paper.family for paper in papers} == {"News Corp"}
    assert at_domain("asia.nikkei.com") != at_domain("nikkei.com")
