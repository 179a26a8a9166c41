"""`sayso run --model DIR`: another model of the same form, and what is said of a folder that holds none."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.annotate.language.recogniser import SHIPPED
from tests.cli.conftest import Sayso, exported


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return shutil.copytree(SHIPPED, tmp_path / "model")


def rewritten(model: Path, name: str, content: bytes) -> None:
    """One file with other content, released as such."""
    (model / name).write_bytes(content)
    files = sorted(path for path in model.iterdir() if path.name != "sha256.txt")
    (model / "sha256.txt").write_text("".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()} {f.name}\n" for f in files))


def test_the_same_model_elsewhere_finds_the_same(sayso: Sayso, corpus: Path, model: Path, tmp_path: Path) -> None:
    assert sayso("run", corpus, "-q", "-c", "ours").code == 0
    assert sayso("run", corpus, "-q", "-c", "given", "--model", model).code == 0
    ours = exported(Path("ours.sayso"), tmp_path / "a")
    assert ours == exported(Path("given.sayso"), tmp_path / "b")
    assert ours["attributions.jsonl"]


def test_what_a_model_was_not_trained_on_it_does_not_read(sayso: Sayso, corpus: Path, model: Path) -> None:
    rewritten(model, "model.json", json.dumps({"form": 1, "languages": ["fi"]}).encode())
    assert json.loads(sayso("run", corpus, "--json").out)["not_searched"] == 0
    said = sayso("run", corpus, "-c", "given", "--model", model, "--json")
    assert (said.code, json.loads(said.out)["not_searched"]) == (0, 3)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "no model": (lambda model: [path.rename(path.with_suffix(".old")) for path in model.iterdir()], "cannot be read"),
    "a file missing": (lambda model: (model / "second.onnx").rename(model / "third.onnx"), "second.onnx: cannot be read"),
    "a file cut short": (
        lambda model: (model / "first.onnx").write_bytes((model / "first.onnx").read_bytes()[:-1]),
        "first.onnx: is not the file that was released",
    ),
    "hashes that are none": (lambda model: (model / "sha256.txt").write_bytes(b"\xff one two three"), "no list of hashes"),
    "of another form": (lambda model: rewritten(model, "model.json", b'{"form": 2, "languages": ["en"]}'), "a model of form 2"),
    "about nothing": (lambda model: rewritten(model, "model.json", b"[]"), "model.json: cannot be used"),
    "no languages": (lambda model: rewritten(model, "model.json", b'{"form": 1}'), "model.json: cannot be used"),
    "no word pieces": (lambda model: rewritten(model, "tokenizer.json", b"{}"), "tokenizer.json: cannot be used"),
    "no graph": (lambda model: rewritten(model, "first.onnx", b"no graph"), "first.onnx: cannot be used"),
    "a graph of another kind": (
        lambda model: rewritten(model, "first.onnx", (model / "second.onnx").read_bytes()),
        "first.onnx: takes and gives",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_model_that_cannot_be_used_is_told_before_a_case_is_made(sayso: Sayso, corpus: Path, model: Path, kind: str) -> None:
    spoil, words = BAD[kind]
    spoil(model)
    said = sayso("run", corpus, "--model", model)
    assert said.code == 1
    assert str(model) in said.err
    assert words in said.err
    assert "--model must be one that" in said.err
    assert "Traceback" not in said.err
    assert not Path("harbour.sayso").exists()
