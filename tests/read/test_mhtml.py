from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from .conftest import Reading, documents
from .test_page import PAGE, PARAGRAPHS

SNAPSHOT = "https://echo.example/2023/bridge?from=start"
BARE = PAGE.replace('<link rel="canonical" href="https://echo.example/2023/bridge">', "")


def saved(page: str = BARE, charset: str = "utf-8", **fields: str) -> bytes:
    """A page as browsers save it: the page, and a style sheet that it uses."""
    whole = MIMEMultipart("related", boundary="----Boundary")
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = SNAPSHOT
    whole["Subject"] = "Bridge to stay closed"
    whole["Date"] = "Wed, 8 Nov 2023 09:30:00 +0100"
    html = MIMEText(page, "html", charset)
    html["Content-Location"] = SNAPSHOT
    style = MIMEText("p { color: black }", "css", "utf-8")
    for part in (html, style):
        whole.attach(part)
    for name, value in fields.items():
        whole[name.replace("_", "-")] = value
    return whole.as_bytes()


def test_a_page_saved_with_its_parts_is_read_as_the_page_itself(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "bridge.mhtml").write_bytes(saved())
    [document] = documents(read(tmp_path))
    assert document.key == "bridge.mhtml"
    assert document.text == "\n\n".join(("Bridge to stay closed", *PARAGRAPHS))
    assert document.declared.published == "2023-11-07T08:15:00+01:00"


def test_where_and_when_it_was_saved_is_kept(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "bridge.mht").write_bytes(saved())
    [document] = documents(read(tmp_path))
    assert document.declared.url == SNAPSHOT
    assert document.declared.captured == "2023-11-08T09:30:00+01:00"
    assert {"url: Content-Location", "captured: Date"} <= set(document.declared.because)


def test_what_the_page_calls_its_own_address_goes_before_where_it_was_saved(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "bridge.mht").write_bytes(saved(PAGE))
    [document] = documents(read(tmp_path))
    assert document.declared.url == "https://echo.example/2023/bridge"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "iso-8859-5"])
def test_a_page_is_read_in_the_charset_of_its_part(tmp_path: Path, read: Reading, charset: str) -> None:
    page = BARE.replace(PARAGRAPHS[0], "Мэр города сказал во вторник, что мост закрыт до весны, и никого не предупредили.")
    (tmp_path / "most.mhtml").write_bytes(saved(page, charset))
    [document] = documents(read(tmp_path))
    assert "Мэр города сказал во вторник" in document.text


def test_a_saved_page_without_an_ending_is_told_from_a_mail(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "bridge").write_bytes(saved())
    [document] = documents(read(tmp_path))
    assert document.declared.url == SNAPSHOT


def test_a_saved_page_without_a_page_is_rejected_with_that_reason(tmp_path: Path, read: Reading) -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = SNAPSHOT
    message.set_content("p { color: black }", subtype="css")
    (tmp_path / "bridge.mht").write_bytes(message.as_bytes())
    assert "none of its parts is HTML" in read(tmp_path).rejected[0].reason


@pytest.mark.parametrize(
    ("field", "broken"),
    [
        (b"Date: Wed, 8 Nov 2023", b"Date: Wed, 99 Foo 2023"),
        (b"Date: Wed, 8 Nov 2023 09:30:00 +0100", b"Date: never"),
        (b"Subject: Bridge to stay closed", b"Subject: =?x?y?z?="),
    ],
)
def test_broken_fields_of_a_saved_page_do_not_hide_it(tmp_path: Path, read: Reading, field: bytes, broken: bytes) -> None:
    (tmp_path / "bridge.mhtml").write_bytes(saved().replace(field, broken))
    [document] = documents(read(tmp_path))
    assert document.declared.title == "Bridge to stay closed"
