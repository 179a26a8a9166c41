from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.read import offers


def keys(*paths: Path, stdin: bytes | None = None) -> list[str]:
    return [offer.key for offer in offers(paths, stdin)]


def test_a_folder_is_walked_in_the_order_of_names_and_keys_are_paths_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("words")
    assert keys(tmp_path) == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_a_single_file_is_called_by_its_name_and_standard_input_comes_last(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("words")
    assert keys(tmp_path / "one.txt", stdin=b"more") == ["one.txt", "stdin"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("words")
    (tmp_path / ".b.txt").write_text("words")
    assert keys(tmp_path) == []


def test_a_link_in_a_circle_ends_and_offers_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("words")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert keys(tmp_path) == ["in/a.txt"]


def test_a_path_named_twice_is_offered_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    assert keys(tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt") == ["a.txt"]


def test_a_path_that_does_not_exist_is_an_error_of_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.txt: there is no such file"):
        offers([tmp_path / "gone.txt"])


def test_a_path_with_a_zero_byte_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError):
        offers([Path("a\0b")])
