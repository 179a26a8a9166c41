"""A user's own rows, which add to the table and correct it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.clean.names import mentions
from sayso.config import CleanSettings, Settings
from sayso.errors import UsageError
from sayso.order import stages
from sayso.outlets import OutletKind, Table, at_address, at_domain, known, named, use, with_own
from sayso.spans import Span

PAPER = '["The Eastmere Gazette"]\nfamily = "Brook Press"\naliases = ["Eastmere Paper"]\ndomains = ["gazette.example"]\n'


def own(folder: Path, text: str) -> Table:
    """Our table with the rows of this text."""
    (folder / "outlets.toml").write_text(text, "utf8")
    return with_own(folder / "outlets.toml")


def test_an_outlet_that_was_not_known_is_known_by_name_alias_and_domain(tmp_path: Path) -> None:
    use(own(tmp_path, PAPER))
    for found in (named("Eastmere Gazette"), named("the eastmere paper"), at_domain("news.gazette.example")):
        assert found is not None
        assert (found.name, found.family) == ("The Eastmere Gazette", "Brook Press")
    assert named("Reuters") is not None


def test_a_row_corrects_kind_and_family_and_keeps_what_it_does_not_speak_of(tmp_path: Path) -> None:
    use(own(tmp_path, '["Reuters"]\nkind = "outlet"\nfamily = ""\naliases = ["Harbour Wire"]\n'))
    found = named("Harbour Wire")
    assert found is not None
    assert (found.name, found.kind, found.family) == ("Reuters", OutletKind.OUTLET, None)
    assert at_domain("reuters.com") == named("Reuters News") == found


def test_a_name_or_domain_that_a_row_claims_is_no_other_outlets(tmp_path: Path) -> None:
    use(own(tmp_path, '["AP News"]\ndomains = ["apnews.com"]\n'))
    [paper, wire] = [named("AP News"), named("AP")]
    assert paper is not None
    assert wire is not None
    assert (paper.name, wire.name, wire.kind) == ("AP News", "AP", OutletKind.WIRE)
    assert at_domain("apnews.com") == paper
    assert at_domain("ap.org") == wire


def test_an_outlet_may_have_a_place_on_a_platform(tmp_path: Path) -> None:
    use(own(tmp_path, '["Lena\'s Letter"]\ndomains = ["lena.substack.com", "medium.com/@lena"]\n'))
    for address in ("https://lena.substack.com/p/1", "https://medium.com/@lena/ferry-7", "https://www.medium.com/@Lena"):
        found = at_address(address)
        assert found is not None
        assert found.name == "Lena's Letter"
    assert at_address("https://medium.com/@ben/ferry-7") is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('["A"]\nkind = "paper"\n', "['A'] kind: must be one of outlet, wire, transport, and is 'paper'"),
        ('["A"]\nowner = "B"\n', "['A'] owner: there is no such key"),
        ('["A"]\nfamily = 7\n', "['A'] family: must be a text"),
        ('["A"]\naliases = "B"\n', "['A'] aliases: must be a list of texts"),
        ('["A"]\ndomains = ["https://a.example/"]\n', "['A'] domains: must be domains"),
        ('["A"]\ndomains = ["A.example"]\n', "one is 'A.example'"),
        ('["A"]\naliases = ["C"]\n["B"]\naliases = ["the c"]\n', "['B']: the name 'the c' is also that of ['A']"),
        ('["A"]\ndomains = ["c.example"]\n["B"]\ndomains = ["c.example"]\n', "the domain 'c.example' is also that of ['A']"),
        ('title = "x"\n', "title stands outside of a table"),
        ("[", "is not a TOML file"),
    ],
)
def test_a_fault_is_told_with_its_file_table_and_key(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(UsageError) as raised:
        own(tmp_path, text)
    assert fault in str(raised.value)
    assert "outlets.toml" in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        with_own(tmp_path / "none.toml")
    with pytest.raises(UsageError, match="cannot be read"):
        stages(Settings(clean=CleanSettings(outlets=str(tmp_path / "none.toml"))))


def test_each_run_asks_the_table_of_its_own_settings_and_no_other(tmp_path: Path) -> None:
    text = "This was first told by Eastmere Gazette reporters."
    (tmp_path / "own.toml").write_text(PAPER)
    stages(Settings(clean=CleanSettings(outlets=str(tmp_path / "own.toml"))))
    assert [mention.outlet.name for mention in mentions(text, Span(0, len(text)))] == ["The Eastmere Gazette"]
    stages()
    assert list(mentions(text, Span(0, len(text)))) == []
    assert named("Eastmere Gazette") is None


def test_the_form_that_the_documentation_shows_is_one_that_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "outlets.md").read_text("utf8")
    before = len(known())
    use(own(tmp_path, page.split("```toml\n")[1].split("```")[0]))
    assert len(known()) > before
