"""Every write, sync, rename and link of a command failed in its turn, by `strace`, which sits between the program and the system.

After each: the exit code says so, no trace is shown, the old state is readable or the new one is whole.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UsageError
from sayso.export import FORMATS
from sayso.store.verifying import flaws
from sayso.store.view import CaseView

ROOT = Path(__file__).parent.parent.parent
CALLS = {"pwrite64": "ENOSPC", **dict.fromkeys(("fdatasync", "fsync", "rename", "link", "unlink", "ftruncate"), "EIO")}
"""What is failed, and how: a full disk where something is written, a broken one elsewhere."""

SAYSO = "from sayso.cli import main; main()"
KEEP = """
import sys
from pathlib import Path
from sayso.errors import SaysoError
from sayso.stages import Outcome
from sayso.store.writer import Writer
from tests.store.values import stages
try:
    with Writer(Path(sys.argv[1])) as writer:
        writer.begin_run(stages())
        for stage in stages()[6:]:
            writer.keep(stage, Outcome(stage.values, stage.rejected))
except SaysoError as e:
    print(e, file=sys.stderr)
    sys.exit(e.exit_code)
"""
"""What a run writes at its end, without the reading before it."""


State = dict[str, object]


@dataclass(frozen=True, slots=True)
class Tried:
    code: int
    err: str


def tried(program: str, arguments: list[str], folder: Path, *how: str) -> Tried:
    """The program under `strace`; its calls are written to `trace` in the folder."""
    called = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(folder / "trace"), *how, sys.executable, "-c", program, *arguments]
    ended = subprocess.run(called, cwd=ROOT, capture_output=True, text=True, check=False)
    return Tried(ended.returncode, ended.stderr)


def commands(case: Path) -> Mapping[str, tuple[str, list[str]]]:
    """What is tried: each program with its arguments, on the case."""
    note = ["decide", str(case), "note", "c-1", "--why", "asked the port", "--who", "Ben Oake"]
    return {
        "keep": (KEEP, [str(case)]),
        "decide": (SAYSO, note),
        "backup": (SAYSO, ["backup", str(case), str(case.with_name("copy.sayso")), "--force"]),
        "export": (SAYSO, ["export", str(case), "-o", str(case.with_name("out"))]),
    }


def fail_all(base: Path, folder: Path, tell: Callable[[str], object] = print) -> Counter[str]:
    """Fails every call of every command in its turn, and counts them."""
    count: Counter[str] = Counter()
    case = folder / "case.sayso"
    for name, (program, arguments) in commands(case).items():
        _fresh(base, folder)
        before = _state(case, folder)
        whole = tried(program, arguments, folder, "-e", f"trace={','.join(CALLS)}")
        assert whole.code == 0, whole.err
        made = Counter(re.findall(r"^\d+ +(\w+)\(", (folder / "trace").read_text("utf8", "replace"), re.M))
        after = _state(case, folder)
        for call, times in made.items():
            for turn in range(1, times + 1):
                _fresh(base, folder)
                failed = f"inject={call}:error={CALLS[call]}:when={turn}"
                ended = tried(program, arguments, folder, "-e", "trace=none", "-e", failed)
                where = f"{name}, {call} {turn} of {times}: {ended}"
                assert "Traceback" not in ended.err, where
                assert ended.code in (0, 2), where
                assert ended.code == 0 or ended.err.strip(), where
                _is_old_or_new(case, folder, before, after, done=ended.code == 0 and name != "backup", where=where)
                count[f"{name} {call}"] += 1
        tell(f"{name}: " + ", ".join(f"{times} × {call}" for call, times in sorted(made.items())))
    return count


def _is_old_or_new(
    case: Path, folder: Path, before: State, after: State, *, done: bool, where: str
) -> None:
    assert flaws(case) == (), where
    if where.startswith("keep"):
        return  # stages are kept one by one; what is there holds together
    now = _state(case, folder)
    assert now in ((after,) if done else (before, after)), where
    copy = case.with_name("copy.sayso")
    try:
        assert not copy.exists() or flaws(copy) == (), where
    except UsageError as e:
        raise AssertionError(where) from e


def _state(case: Path, folder: Path) -> State:
    """What the case answers. Each decision has a time of its own, so that only their number can be compared."""
    with CaseView(case) as view:
        files = FORMATS["jsonl"](view, folder / "answers")
    held = {file.name: file.read_bytes() for file in files}
    return {**held, "decisions.jsonl": len(held["decisions.jsonl"].splitlines())}


def _fresh(base: Path, folder: Path) -> None:
    for left in folder.glob("*.sayso*"):
        left.unlink()
    shutil.rmtree(folder / "out", ignore_errors=True)
    shutil.copy(base, folder / "case.sayso")
    shutil.copy(base, folder / "copy.sayso")
