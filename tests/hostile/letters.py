"""Texts whose bytes are not what they seem."""

from __future__ import annotations

from tests.hostile.base import STORY, Attack

RTL = "\u202e"

LETTERS = (
    Attack("empty-file", "a.txt", b"", "is empty"),
    Attack("only-white-space", "a.txt", b" \n\t\r\n" * 1000, "is empty"),
    Attack("only-a-byte-order-mark", "a.txt", b"\xef\xbb\xbf", "is empty"),
    Attack("zero-bytes", "a.txt", b"\x00" * 10_000, "is no text"),
    Attack("zero-bytes-in-words", "a.txt", STORY.encode().replace(b" ", b"\x00"), "is no text"),
    Attack("control-characters", "a.txt", bytes(range(1, 32)) * 200, "is no text"),
    Attack("random-bytes", "a.txt", bytes(i * i * 7919 % 251 for i in range(9999)), "is "),
    Attack("picture-named-text", "a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "PNG picture"),
    Attack("program-named-text", "a.txt", b"\x7fELF" + b"\x02" * 64, "a program"),
    Attack("utf16-cut-in-half", "a.txt", STORY.encode("utf-16")[:-1], "broken at byte"),
    Attack("utf8-broken-in-the-middle", "a.txt", STORY.encode()[:80] + b"\xff\xfe\xfa" + STORY.encode()[80:], "is "),
    Attack(
        "latin1-without-a-word",
        "a.txt",
        "Die Straße zum Hafen wurde für zwei Tage gesperrt, sagte der Bürgermeister.".encode("cp1252"),
        accepted=1,
    ),
    Attack("half-characters", "a.txt", STORY.encode() + b"\xed\xa0\x80", accepted=1),
    Attack("overlong-utf8", "a.txt", b"\xc0\xaf\xc0\xae" + STORY.encode(), "is in no encoding"),
    Attack("bidi-controls-in-words", "a.txt", (STORY + f" {RTL}drowssap{RTL} \u2066x\u2069").encode(), accepted=1),
    Attack("one-line-of-five-megabytes", "a.txt", b"word " * 1_000_000, "more than one report does"),
    Attack("sixty-thousand-combining-marks", "a.txt", (STORY + "a" + "\u0301" * 60_000).encode(), accepted=1),
    Attack("a-hundred-thousand-blank-lines", "a.txt", STORY.encode() + b"\n" * 100_000 + STORY.encode(), accepted=1),
    Attack("bidi-controls-in-its-name", f"a{RTL}txt.txt", STORY.encode(), accepted=1),
    Attack("line-break-in-its-name", "a\nRejected: b.txt", STORY.encode(), accepted=1),
    Attack("escape-codes-in-its-name", "a\x1b[2J.txt", b"", "is empty"),
    Attack("name-of-no-encoding", "a\udcff\udcfe.txt", STORY.encode(), accepted=1),
    Attack("no-ending", "report", b"words", "of a kind that Sayso does not read"),
    Attack("sound", "a.mp3", b"ID3" + b"\x00" * 100, "of a kind that Sayso does not read"),
)
