"""The export of the sample corpus is the same, byte for byte, as when it was last read and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.export.fields import SHEETS
from tests.samples.golden import GOLDEN, export
from tests.samples.looking import Looking


@pytest.fixture(scope="module")
def exported(samples: Looking, case: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return export(case, tmp_path_factory.mktemp("export"))


@pytest.mark.parametrize("name", [f"{sheet.name}.jsonl" for sheet in SHEETS])
def test_the_export_is_as_it_was(exported: dict[str, bytes], name: str) -> None:
    lines, kept = exported[name].splitlines(), (GOLDEN / name).read_bytes().splitlines()
    gone, new = [line for line in kept if line not in lines], [line for line in lines if line not in kept]
    assert exported[name] == (GOLDEN / name).read_bytes(), (
        f"{len(gone)} lines gone, {len(new)} new, the first: {[line[:400] for line in (gone[:1] + new[:1])]}. "
        "If the change is meant, write the golden files anew: python -m tests.samples.golden"
    )


def test_no_golden_file_is_left_over(exported: dict[str, bytes]) -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(exported)
