"""A case served on a port of this machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.web import serve, server


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_without_a_wish_the_usual_port_is_taken_or_else_a_free_one(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "USUAL_PORT", taken)
    with server.listen("127.0.0.1", 0) as listening:
        assert listening.getsockname()[1] not in (0, taken)


def test_a_port_that_was_asked_for_is_had_or_refused_with_what_to_do(taken: int) -> None:
    with pytest.raises(UsageError, match=str(taken)) as refused:
        server.listen("127.0.0.1", taken)
    assert "--port" in refused.value.hint


def test_an_address_can_be_typed_into_a_browser() -> None:
    assert server.address("127.0.0.1", 8272) == "http://127.0.0.1:8272/"
    assert server.address("::1", 8272) == "http://[::1]:8272/"
    assert server.address("0.0.0.0", 8272) == "http://127.0.0.1:8272/"


def test_a_case_that_is_not_there_is_refused_before_anything_listens(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        serve(tmp_path / "none.sayso", 0)
