"""The walls of the house: a stage folder imports the values and itself, never another stage, the store, an engine or a page."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso

HOUSE = Path(sayso.__file__).parent
STAGES = ("read", "clean", "annotate", "attribute", "reuse", "stories", "collate", "timeline")
ABOVE = ("order", "engines", "fetch", "store", "export", "report", "web", "cli", "samples")


def imports(file: Path) -> Iterator[str]:
    """The rooms of sayso that a file imports: `sayso.reuse.alignment` counts as `reuse`."""
    for node in ast.walk(ast.parse(file.read_text("utf8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: says where an import comes from by its full name"
            names = [f"{node.module}.{a.name}" if node.module == "sayso" else str(node.module) for a in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("sayso."))


def files(room: str) -> list[Path]:
    return sorted((HOUSE / room).rglob("*.py"))


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_knows_values_and_itself_alone(stage: str) -> None:
    assert files(stage), f"no stage {stage}"
    foreign = {(f.name, room) for f in files(stage) for room in imports(f) if room in {*STAGES, *ABOVE} - {stage}}
    assert not foreign


def test_values_know_no_room() -> None:
    values = [f for f in HOUSE.glob("*.py") if f.stem not in ("__init__", "order")] + files("findings")
    foreign = {(f.name, room) for f in values for room in imports(f) if room in {*STAGES, *ABOVE}}
    assert not foreign


@pytest.mark.parametrize("room", ["store", "engines", "fetch", "export", "report", "web"])
def test_what_shows_and_keeps_knows_no_stage(room: str) -> None:
    assert files(room), f"no room {room}"
    foreign = {(f.name, seen) for f in files(room) for seen in imports(f) if seen in {*STAGES, "order", "cli"}}
    assert not foreign


def test_fetching_knows_neither_what_reads_nor_what_keeps() -> None:
    foreign = {(f.name, seen) for f in files("fetch") for seen in imports(f) if seen in {*STAGES, *ABOVE} - {"fetch"}}
    assert not foreign
