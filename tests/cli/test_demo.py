"""`sayso demo` and `sayso serve`, from files to a page in the browser, ended with Ctrl-C."""

import re
import signal
import urllib.request
from pathlib import Path

from tests.cli.conftest import Sayso, started


def test_the_demo_reads_the_samples_and_serves_them_until_ctrl_c(tmp_path: Path) -> None:
    demo = started("demo", cwd=tmp_path)
    assert demo.stderr
    said = ""
    while "http" not in said:
        line = demo.stderr.readline()
        assert line, f"it ended before it served: {said}"
        said += line
    address = re.search(r"http://\S+", said)
    assert address
    with urllib.request.urlopen(address[0]) as page:
        assert page.status == 200
    demo.send_signal(signal.SIGINT)
    out, err = demo.communicate(timeout=30)
    assert (demo.returncode, "Traceback" in err) == (0, False)
    assert re.match(r"demo: \d+ reports, \d+ stories", out)
    assert not list(tmp_path.iterdir())


def test_a_port_that_is_taken_is_said_to_be_so(sayso: Sayso, case: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = sayso("serve", case, "--port", taken.getsockname()[1], "--no-open")
    assert said.code == 2
    assert "Give another --port." in said.err
