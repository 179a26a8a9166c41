from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Declared, Document, Marking
from sayso.read.base import Piece
from sayso.read.forms import form_of
from sayso.read.mail.flowing import parts_of

from .conftest import Reading, documents
from .docxs import made, saved
from .pdfs import column, pdf

RELEASE = """\
The mayor of Eastmere said on Tuesday that the bridge would stay closed
until spring, and that nobody in the town had been told of it before the
cables were cut.

An engineer who asked not to be named told reporters that two of them had
been replaced with cheaper ones:
- the northern one, in which strands were found broken when it was opened
  in autumn
- the southern one

Town of Eastmere
Press office

> Has anybody been told? The council has asked for the records of all the
> works since last year.
"""
PARAGRAPHS = [
    " ".join(RELEASE.split("\n")[:3]),
    """\
An engineer who asked not to be named told reporters that two of them had been replaced with cheaper ones:
- the northern one, in which strands were found broken when it was opened in autumn
- the southern one""",
    "Town of Eastmere\nPress office",
    "> Has anybody been told? The council has asked for the records of all the works since last year.",
]
SHOWN = ["The mayor said so on Tuesday.", *PARAGRAPHS[:1] * 2, "The council did not."]
PAGE = "<html><head><style>p {color: red}</style></head><body>" + "".join(f"<p>{words}</p>" for words in SHOWN)


def mail(body: str | None = RELEASE, subject: str = "Fwd: RE: Bridge to stay closed", **fields: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Eastmere Press Office <press@eastmere.example>"
    message["To"] = "news@echo.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 07 Nov 2023 08:15:00 +0100"
    if body is not None:
        message.set_content(body)
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return message


def read_all(
    read: Reading, path: Path, content: bytes | EmailMessage, name: str = "release.eml"
) -> tuple[list[Document], list[str]]:
    (path / name).write_bytes(content if isinstance(content, bytes) else content.as_bytes())
    outcome = read(path)
    return sorted(documents(outcome), key=lambda document: document.key), [rejected.reason for rejected in outcome.rejected]


def read_one(read: Reading, path: Path, content: bytes | EmailMessage) -> Document:
    found, reasons = read_all(read, path, content)
    assert reasons == []
    [document] = found
    return document


def test_a_release_comes_out_in_paragraphs_under_its_subject(tmp_path: Path, read: Reading) -> None:
    document = read_one(read, tmp_path, mail())
    assert document.text.split("\n\n") == ["Bridge to stay closed", *PARAGRAPHS]
    assert document.key == "release.eml"
    assert [mark.marking for mark in document.marks] == [Marking.HEADING, Marking.QUOTATION]


def test_the_headers_are_declared_and_the_sender_is_how_it_came(tmp_path: Path, read: Reading) -> None:
    fields = {"Archived_At": "<https://lists.echo.example/a/1>", "Content_Language": "en-GB, de"}
    assert read_one(read, tmp_path, mail(**fields)).declared == Declared(
        title="Bridge to stay closed",
        authors=("Eastmere Press Office",),
        url="https://lists.echo.example/a/1",
        published="2023-11-07T08:15:00+01:00",
        language="en-GB",
        via="mail from press@eastmere.example",
        because=(
            "title: Subject",
            "authors: From",
            "published: Date",
            "url: Archived-At",
            "language: Content-Language",
            "via: From",
        ),
    )


def test_a_page_is_read_for_the_plain_words_beside_it_unless_it_is_one_of_pictures(tmp_path: Path, read: Reading) -> None:
    both = mail()
    both.add_alternative(PAGE, subtype="html")
    document = read_one(read, tmp_path, both)
    assert document.text.split("\n\n") == ["Bridge to stay closed", *SHOWN]
    assert document.key == "release.eml"
    pictures = mail()
    pictures.add_alternative("<html><body><img src='cid:all' alt='News'><p>Unsubscribe</p></body></html>", subtype="html")
    assert read_one(read, tmp_path, pictures).text.split("\n\n")[1:] == PARAGRAPHS


def test_a_page_keeps_its_paragraphs_lists_and_values_in_order_whatever_it_is_laid_out_with(tmp_path: Path, read: Reading) -> None:
    page = """<html><head><title>Mail</title><style>p {}</style></head><body><div style="display:none">Read me</div>
        <div>&zwnj;&nbsp;&#847;</div><!--[if mso]>Outlook<![endif]--><table><tr><td><h1>Bridge closed</h1></td></tr>
        <tr><td>The mayor said so.<br>It stays
        closed.<br><br>Nobody <b>else</b> did.<ul><li>the northern cable</li></ul>
        <table><tr><th>Year</th><th>Cars</th></tr><tr><td>2023</td><td>17,500</td></tr></table></td><td>Beside it</td></tr></table>
        <div>On Monday she wrote:</div><blockquote><div>Who pays?</div></blockquote></body></html>"""
    message = mail(None)
    message.set_content(page, subtype="html")
    document = read_one(read, tmp_path, message)
    assert document.text.split("\n\n")[1:] == [
        "Bridge closed",
        "The mayor said so.\nIt stays closed.",
        "Nobody else did.",
        "the northern cable",
        "Year | Cars",
        "2023 | 17,500",
        "Beside it",
        "On Monday she wrote:",
        "Who pays?",
    ]
    assert [mark.marking for mark in document.marks[1:]] == [
        Marking.HEADING,
        Marking.ITEM,
        Marking.ROW,
        Marking.ROW,
        Marking.QUOTATION,
    ]


def test_what_is_attached_is_read_and_pictures_are_named_once(tmp_path: Path, read: Reading) -> None:
    release = made()
    release.add_paragraph("The builder denied this.")
    message = mail()
    lines = ["The council has asked for the records of the works.", "It met on Monday."]
    message.add_attachment(pdf(column(lines)), maintype="application", subtype="pdf", filename="../../\u202ecouncil.pdf")
    message.add_attachment(saved(release), maintype="application", subtype="octet-stream", filename="builder.docx")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="bridge.png")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="mayor.png")
    message.add_attachment(b"\0\1\2", maintype="application", subtype="x-cad", filename="plan.dwg")
    message.add_attachment(b"x", maintype="application", subtype="pgp-signature", filename="signature.asc")
    found, reasons = read_all(read, tmp_path, message)
    assert [document.key for document in found] == ["release.eml", "release.eml/builder.docx", "release.eml/council.pdf"]
    assert found[1].declared.via == found[2].declared.via == "mail from press@eastmere.example"
    assert found[2].declared.published == "2023-11-07T08:15:00+01:00"
    assert found[2].declared.title is None
    assert len(reasons) == 2
    assert any("plan.dwg: is of a kind that Sayso does not read" in reason for reason in reasons)
    assert any("brings along pictures, which are no reports: bridge.png, mayor.png." in reason for reason in reasons)


def test_a_logo_within_a_newsletter_makes_no_noise(tmp_path: Path, read: Reading) -> None:
    message = mail("Read this in your browser.")
    message.add_alternative(PAGE + '<img src="cid:logo">', subtype="html")
    page = message.get_payload()[1]  # type: ignore[index]
    assert isinstance(page, EmailMessage)
    page.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>", filename="logo.png")
    assert read_one(read, tmp_path, message).text.split("\n\n")[1:] == SHOWN


def test_what_is_attached_to_the_alternative_that_is_not_read_is_not_lost(tmp_path: Path, read: Reading) -> None:
    message = mail()
    message.add_alternative(PAGE, subtype="html")
    page = message.get_payload()[1]  # type: ignore[index]
    assert isinstance(page, EmailMessage)
    page.add_attachment("The council has asked for the records.", filename="council.txt")
    found, _ = read_all(read, tmp_path, message)
    assert [document.key for document in found] == ["release.eml", "release.eml/council.txt"]


def test_a_mail_in_a_mail_is_read_with_its_own_headers(tmp_path: Path, read: Reading) -> None:
    outer = mail("For your information.", subject="See below")
    outer.add_attachment(mail(subject="Bridge to stay closed"))
    found, reasons = read_all(read, tmp_path, outer)
    assert reasons == []
    assert [document.declared.title for document in found] == ["See below", "Bridge to stay closed"]


@pytest.mark.parametrize(
    ("body", "flowed", "deleted", "words"),
    [
        ("It stays \nclosed.\n\nSo he says.", True, False, ["It stays closed.", "So he says."]),
        ("市长说，大桥 \n关闭。", True, True, ["市长说，大桥关闭。"]),
        (" >stuffed\n> quoted \n> twice\n>> and \n>> again", True, False, [">stuffed", "> quoted twice", ">> and again"]),
        ("-- \nNia Roe", True, False, ["-- \nNia Roe"]),
        ("Short.\nLines.\nOnly.", False, False, ["Short.\nLines.\nOnly."]),
        (f"{'A long line of words that no program has cut. ' * 3}\nNext.", False, False, None),
        ("See https://echo.example/" + "a" * 80 + "\nfor the records.", False, False, None),
    ],
)
def test_lines_that_mail_has_cut_are_joined_and_no_others(body: str, flowed: bool, deleted: bool, words: list[str] | None) -> None:
    assert [part.words for part in parts_of(body, flowed, deleted)] == (words or [body.replace(". \n", ".\n")])


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8", "x-unheard-of", "us-ascii"])
def test_an_encoding_that_is_wrongly_stated_is_found_out(tmp_path: Path, read: Reading, charset: str) -> None:
    body = "Die Brücke bleibt bis zum Frühjahr geschlossen, sagte die Bürgermeisterin, und niemand wusste es vorher.\n"
    head = f"From: a@echo.example\nDate: Tue, 07 Nov 2023 08:15:00 +0100\nContent-Type: text/plain; charset={charset}\n\n"
    document = read_one(read, tmp_path, head.encode() + body.encode("cp1252"))
    assert document.text == body.strip()


def test_a_box_of_mails_gives_each_of_them(tmp_path: Path, read: Reading) -> None:
    start = b"From press@eastmere.example Tue Nov  7 08:15:00 2023\n"
    one, two = (mail(f"It was {word}.\n\n>From the start it was.\n", subject=word).as_bytes() for word in ("closed", "open"))
    box = b"".join(start + content.replace(b"\r\n", b"\n") + b"\n" for content in (one, two))
    found, reasons = read_all(read, tmp_path, box, "inbox.mbox")
    assert reasons == []
    assert [document.key for document in found] == ["inbox.mbox/1.eml", "inbox.mbox/2.eml"]
    assert found[1].text == "open\n\nIt was open.\n\nFrom the start it was."
    found, _ = read_all(read, tmp_path, box, "no-ending")
    assert len(found) == 4 - 2


def test_an_apple_mail_is_read_without_the_notes_behind_it(tmp_path: Path, read: Reading) -> None:
    content = mail("It was closed.").as_bytes()
    found, _ = read_all(read, tmp_path, b"%d\n" % len(content) + content + b"<plist>notes</plist>", "1.emlx")
    assert found[0].text == "Bridge to stay closed\n\nIt was closed."


def test_a_mail_is_told_by_its_fields_and_a_text_or_a_saved_page_is_none() -> None:
    def form(content: bytes) -> str | None:
        found = form_of(Piece("stdin", "-", content, "text/plain"), content)
        return found.name if found else None

    assert form(mail().as_bytes()) == "mail"
    assert form(b"From here on it is all new.\nDate: none.\n") == "plain text"
    assert form(b"The mayor said so.\n\nFrom: x\nTo: y\nDate: z\nSubject: z\n") == "plain text"
    saved_page = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://echo.example\nSubject: x\nDate: x\nMIME-Version: 1.0\n\n"
    )
    assert form(saved_page) != "mail"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"From: a@echo.example\nSubject: nothing\n\n", "is empty"),
        (b"The mayor said so.", "is no mail"),
        (b"\0\1\2\3", "is no mail"),
        (b"From: a@b.example\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\ny\n--x--", "is encrypted"),
        (b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x", "is empty"),
    ],
)
def test_what_cannot_be_used_is_rejected_with_its_reason(tmp_path: Path, read: Reading, content: bytes, words: str) -> None:
    found, reasons = read_all(read, tmp_path, content)
    assert found == []
    assert len(reasons) == 1
    assert words in reasons[0]


def test_too_large_a_mail_is_rejected_with_the_setting_to_raise(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.eml").write_bytes(mail("words " * 200_000).as_bytes())
    outcome = read(tmp_path, settings=ReadSettings(largest_file_mb=1))
    assert "raise largest_file_mb" in outcome.rejected[0].reason


def test_mails_within_mails_without_end_are_rejected(tmp_path: Path, read: Reading) -> None:
    head = b"From: a@echo.example\nContent-Type: message/rfc822\n\n"
    found, reasons = read_all(read, tmp_path, head * 1000 + b"From: a@echo.example\n\nwords")
    assert found == []
    assert len(reasons) == 1
    page = head[:21] + b"Content-Type: text/html\n\n" + b"<div>" * 5000 + b"words"
    assert "nested deeper than any that people write" in read_all(read, tmp_path, page)[1][0]
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1000))
    found, reasons = read_all(read, tmp_path, b"From: a@echo.example\n" + parts)
    assert found == []
    assert len(reasons) == 1


@pytest.mark.parametrize(
    "fields",
    [
        b"From: " + b"(" * 5000,
        b"From: " + b"a <a@b.example>, " * 20_000,
        b"From: a@b.example\nTo: " + b"a@b.example, " * 100_000,
        b"From: a@b.example\nContent-Type: text/plain; " + b"a*0=b; " * 20_000,
        b"From: =?utf-8?b?=ED=A0=80?= <a@b\nDate: Tue, 99 Nov 99999",
        b"From: a@b\nSubject: \xff\xfe\x00\xed\xa0\x80",
        b'From: "\n\tSubject: =?x?q?=?=',
        b"From: a@b\nDate: \nContent-Type: text/plain; charset*=a''%00; format*0*=x",
        b"From: a@b\nContent-Type: ;;;=\nContent-Transfer-Encoding: base64",
        b"From: a@b\nContent-Type: multipart/mixed",
        b"From: a@b\nContent-Type: text/plain; charset=idna",
        b"From: a@b\nContent-Type: text/plain; charset=zip\nContent-Transfer-Encoding: x-uuencode",
    ],
)
def test_broken_fields_do_not_break_the_run(tmp_path: Path, read: Reading, fields: bytes) -> None:
    found, reasons = read_all(read, tmp_path, fields + b"\n\nThe mayor said so.\n")
    assert len(found) + len(reasons) == 1
    assert all("does not know" not in reason for reason in reasons)
    for document in found:
        (document.text + str(document.declared)).encode()
