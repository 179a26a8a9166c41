from pathlib import Path

import pytest

from sayso.config import Settings, load
from sayso.errors import UsageError


def written(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text)
    return file


def test_a_setting_left_out_keeps_its_default(tmp_path: Path) -> None:
    assert load(written(tmp_path, "")) == Settings()


def test_a_setting_given_is_used(tmp_path: Path) -> None:
    assert load(written(tmp_path, "[read]\nlargest_file_mb = 7\n")).read.largest_file_mb == 7


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[reed]\n", "there is no stage 'reed'"),
        ("[read]\nlargest = 1\n", "there is no setting 'largest'"),
        ("[read]\nlargest_file_mb = 'many'\n", "must be a whole number"),
        ("[read\n", "is not a TOML file"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load(written(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "none.toml")
