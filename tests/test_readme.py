"""The README's first command, as a newcomer gives it: in a fresh clone with nothing of ours installed.

It installs from the package registry, so on a laptop it is left out; `CI` asks for it. The README's second command is the one that
runs these tests.
"""

import os
import re
import signal
import subprocess
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def test_the_readme_names_the_commands_that_the_makefile_has() -> None:
    named = set(re.findall(r"^make (\w+)$", (ROOT / "README.md").read_text("utf8"), re.M))
    assert named == {"run", "test"}
    for target in named:
        assert re.search(rf"^{target}: setup$", (ROOT / "Makefile").read_text("utf8"), re.M)


def test_every_file_that_the_readme_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf8")):
        assert (ROOT / target).exists(), target


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs everything anew from the package registry; CI does")
def test_make_run_in_a_fresh_clone_ends_in_a_served_page(tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(tmp_path / "sayso")], check=True)
    bare = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "TMPDIR") or k.lower().endswith("_proxy")}
    with subprocess.Popen(
        ["make", "run"],
        cwd=tmp_path / "sayso",
        env={**bare, "BROWSER": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        said: list[str] = []
        try:
            for line in process.stdout:
                said.append(line)
                if found := ADDRESS.search(line):
                    with urllib.request.urlopen(found[0], timeout=30) as page:
                        assert "Port Carrow" in page.read().decode("utf8")
                    break
            else:
                pytest.fail("make run ended without serving:\n" + "".join(said[-30:]))
        finally:
            os.killpg(process.pid, signal.SIGINT)
