"""`sayso run --outlets`: a person says whose an outlet is."""

from pathlib import Path

from tests.cli.conftest import Sayso

ROW = '["The Quay Packet"]\nfamily = "Brook Press"\n'


def test_a_users_outlets_are_known_in_the_run(sayso: Sayso, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(ROW + 'aliases = ["The Tern Courier"]\n', "utf8")
    settings = tmp_path / "settings.toml"
    settings.write_text(f'[clean]\noutlets = "{(tmp_path / "own.toml").as_posix()}"\n', "utf8")
    for asked in (("--outlets", tmp_path / "own.toml"), ("--settings", settings)):
        assert sayso("run", "-q", corpus, "-c", "packet", *asked).code == 0
        assert "Tern Courier" not in sayso("show", "packet", "documents").out
    assert sayso("run", "-q", corpus, "-c", "bare").code == 0
    assert "Tern Courier" in sayso("show", "bare", "documents").out


def test_a_fault_in_the_table_is_told_before_anything_is_made(sayso: Sayso, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(ROW + 'kind = "paper"\n', "utf8")
    said = sayso("run", corpus, "-c", "packet", "--outlets", tmp_path / "own.toml")
    assert said.code == 2
    assert "own.toml: ['The Quay Packet'] kind: must be one of outlet, wire, transport" in " ".join(said.err.split())
    assert not Path("packet.sayso").exists()
