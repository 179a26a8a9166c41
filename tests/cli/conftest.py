"""A small corpus, and the program as a user calls it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.cli.edge import run
from sayso.stages import Outcome
from sayso.store.writer import Writer
from tests.fetch.web import Site, serving
from tests.store.values import stages

CORPUS = {
    "packet.txt": """The Quay Packet

Seven crates missing after harbour break-in

By Ben Oake

4 April 2031

Seven crates of engine parts were taken from the harbour on Thursday, the harbour master said.

“Nobody was hurt,” Ada Quill said in a statement. “We have asked the police to look into it.”

The shipping company Norvane alleged that a gate had been left open by the night guard. The guards' union denied it.
""",
    "courier.txt": """The Tern Courier

Nine crates gone from harbour

5 April 2031

Nine crates of engine parts were taken from the harbour on Thursday, the police said.

“No one was hurt,” said Ada Quill, the harbour master.

Norvane revealed that a gate had been left open by the night guard. The guards' union declined to comment.
""",
    "mirror.html": """<html><head><title>Seven crates missing</title><meta property="og:site_name" content="Mole Mirror"></head>
<body><nav>Home News Sport</nav><article><h1>Seven crates missing from the harbour</h1>
<p>Seven crates of engine parts were stolen from the harbour on Thursday, according to the harbour master, Ada Quill.</p>
<p>She told the Quay Packet that nobody had been hurt and that the police had been asked to look into the matter.</p>
<p>The company that owns the crates, Norvane, blamed a gate that it says was left open by the night guard.</p>
</article><footer>About us</footer></body></html>
""",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    for name, text in CORPUS.items():
        (folder / name).write_text(text, "utf8")
    return folder


@dataclass(frozen=True)
class Said:
    """What the program answered."""

    code: int
    out: str
    err: str


Sayso = Callable[..., Said]


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sayso:
    """Calls the program, in this process, in an empty folder, 80 columns wide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine."""
    with serving() as served:
        yield served


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Settings that allow to fetch from this machine, without a pause."""
    place = tmp_path / "home.toml"
    place.write_text('[fetch]\nallow = "127.0.0.1/32"\npause_seconds = 0.0\n')
    return place


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The hand-made case."""
    place = tmp_path / "made.sayso"
    with Writer(place) as writer:
        writer.begin_run(stages())
        for stage in stages():
            writer.keep(stage, Outcome(stage.values, stage.rejected))
    return place


def started(*arguments: object, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """The program in a process of its own that Ctrl-C reaches, even where these tests run in the background."""
    return subprocess.Popen(
        [sys.executable, "-c", "from sayso.cli import main; main()", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def exported(case: Path, to: Path) -> dict[str, bytes]:
    """The bytes of every file of the case's export."""
    assert run(["export", str(case), "-o", str(to)]) == 0
    return {file.name: file.read_bytes() for file in sorted(to.iterdir())}
