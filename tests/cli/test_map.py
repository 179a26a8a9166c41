"""`sayso run --map`: a person says which column of a table is what."""

from pathlib import Path

from tests.cli.conftest import Sayso

TABLE = 'headline,Full text\n"Ferry sinks","The ferry sank at noon, the harbour master said on Monday. Nobody was hurt."\n'


def test_columns_are_mapped_on_the_command_line(sayso: Sayso, tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(TABLE, "utf8")
    assert sayso("run", "-q", table, "--map", "title=headline", "--map", "text=Full text").code == 0
    assert "Ferry sinks" in sayso("show", "reports", "documents").out


def test_a_table_of_unknown_columns_says_how(sayso: Sayso, tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(TABLE, "utf8")
    said = sayso("run", "-q", table)
    assert said.code == 4
    assert "It has headline, Full text. Say which field is what: --map title=COLUMN --map text=COLUMN." in " ".join(
        said.err.split()
    )


def test_what_is_no_mapping_is_told_before_anything_is_made(sayso: Sayso, tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(TABLE, "utf8")
    said = sayso("run", table, "--map", "headline=title")
    assert said.code == 2
    assert "These can be mapped: id, title, authors" in " ".join(said.err.split())
    assert not Path("reports.sayso").exists()


def test_what_is_said_on_the_command_line_outweighs_the_settings(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "reports.csv").write_text(TABLE, "utf8")
    settings = tmp_path / "settings.toml"
    settings.write_text("[read]\ncolumns = \"title=headline 'text=Full text'\"\n", "utf8")
    assert sayso("run", "-q", tmp_path / "reports.csv", "--settings", settings).code == 0
    settings.write_text('[read]\ncolumns = "text=none"\n', "utf8")
    assert sayso("run", "-q", tmp_path / "reports.csv", "--settings", settings, "--map", "text=Full text", "-c", "b").code == 0
