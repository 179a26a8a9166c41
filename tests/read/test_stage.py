from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Version
from sayso.stages import Found, Outcome

from .conftest import Reading, documents


def keys(outcome: Outcome) -> list[str]:
    return [d.key for d in documents(outcome)]


def reasons(outcome: Outcome) -> str:
    return "\n".join(r.reason for r in outcome.rejected)


def test_a_plain_text_is_read_untouched(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf  One.\r\n\r\nTwo. \n")
    [document] = documents(read(tmp_path))
    assert document.text == "  One.\r\n\r\nTwo. \n"
    assert document.path == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\xc2\xa0\n", "is empty"),
        ("a.html", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "looks like a PNG picture"),
        ("a.xcf", b"gimp xcf ", "of a kind that Sayso does not read"),
        ("notes", b"words", "of a kind that Sayso does not read"),
    ],
)
def test_what_cannot_be_used_is_rejected_with_its_name_and_reason(
    tmp_path: Path, read: Reading, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    outcome = read(tmp_path)
    assert keys(outcome) == []
    assert [(r.path, r.stage) for r in outcome.rejected] == [(str(tmp_path / name), "read")]
    assert outcome.rejected[0].reason.startswith(f"{name}: is ")
    assert reason in outcome.rejected[0].reason


def test_a_file_that_may_not_be_read_is_rejected(tmp_path: Path, read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text("words")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "a.txt: cannot be read: Permission denied" in reasons(read(tmp_path))


def test_a_link_to_nowhere_and_a_pipe_are_rejected(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    outcome = read(tmp_path)
    assert "gone.txt: cannot be read" in reasons(outcome)
    assert "pipe.txt: is no file but a pipe" in reasons(outcome)


def test_too_large_a_file_and_too_long_a_text_are_rejected_with_the_setting_to_raise(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "large.txt").write_text("x" * 1_000_001)
    (tmp_path / "long.txt").write_text("x" * 501)
    outcome = read(tmp_path, settings=ReadSettings(largest_file_mb=1, longest_text=500))
    assert "raise largest_file_mb" in reasons(outcome)
    assert "long.txt: holds 501 characters" in reasons(outcome)
    assert "raise longest_text" in reasons(outcome)


def test_the_same_text_twice_is_one_document_and_one_rejection(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.txt").write_text("The pier burnt down.")
    (tmp_path / "b.txt").write_text("The pier burnt down.")
    outcome = read(tmp_path)
    assert keys(outcome) == ["a.txt"]
    assert "b.txt: is the same as a.txt" in reasons(outcome)


def test_the_same_text_in_two_outlets_is_two_documents(read: Reading) -> None:
    lines = b'{"id": "1", "text": "It burnt.", "outlet": "Echo"}\n{"id": "2", "text": "It burnt.", "outlet": "Post"}\n'
    assert keys(read(stdin=lines)) == ["1", "2"]


def test_what_is_in_the_case_already_is_kept_when_its_path_is_offered_again(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.txt").write_text("The pier burnt down.")
    (tmp_path / "b.txt").write_text("The pier burnt down.")
    first = read(tmp_path)
    again = read(tmp_path, before=documents(first))
    assert again == first


def test_a_later_run_adds_to_the_case_and_a_copy_of_what_it_holds_is_rejected(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "b.txt").write_text("The pier burnt down.")
    first = read(tmp_path / "b.txt")
    (tmp_path / "a.txt").write_text("Nobody was hurt.")
    (tmp_path / "c.txt").write_text("The pier burnt down.")
    second = read(tmp_path / "a.txt", tmp_path / "c.txt", before=documents(first))
    assert keys(second) == ["a.txt", "b.txt"]
    assert "c.txt: is the same as b.txt" in reasons(second)


def test_a_file_read_again_with_another_text_takes_the_place_of_what_it_held(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.txt").write_text("The pier burnt down.")
    (tmp_path / "b.jsonl").write_text('{"id": "r", "text": "One."}\n{"id": "s", "text": "Two."}\n')
    first = read(tmp_path)
    (tmp_path / "a.txt").write_text("The pier burnt down, and nobody was hurt.")
    (tmp_path / "b.jsonl").write_text('{"id": "s", "text": "Two."}\n{"id": "r", "text": "One and a half."}\n')
    second = read(tmp_path, before=documents(first))
    texts = [d.text for d in documents(second)]
    assert texts == ["The pier burnt down, and nobody was hurt.", "One and a half.", "Two."]
    assert second.rejected == ()
    assert {v.was.text for v in Found(second.values)[Version]} == {"The pier burnt down.", "One."}


def test_earlier_texts_of_a_file_are_kept_in_order_and_follow_the_latest(tmp_path: Path, read: Reading) -> None:
    outcome = None
    for text in ("One was hurt.", "Two were hurt.", "Three were hurt."):
        (tmp_path / "a.txt").write_text(text)
        outcome = read(tmp_path, before=documents(outcome), versions=Found(outcome.values)[Version]) if outcome else read(tmp_path)
    assert outcome
    [latest] = documents(outcome)
    assert [(v.document, v.was.text) for v in Found(outcome.values)[Version]] == [
        (latest.id, "One was hurt."),
        (latest.id, "Two were hurt."),
    ]


def test_a_text_that_another_has_followed_can_stand_elsewhere(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.txt").write_text("One was hurt.")
    first = read(tmp_path)
    (tmp_path / "a.txt").write_text("Two were hurt.")
    second = read(tmp_path, before=documents(first))
    (tmp_path / "b.txt").write_text("One was hurt.")
    third = read(tmp_path, before=documents(second), versions=Found(second.values)[Version])
    assert keys(third) == ["a.txt", "b.txt"]
    assert third.rejected == ()


def test_what_no_longer_stands_in_a_file_stays_when_nothing_says_that_another_text_took_its_place(
    tmp_path: Path, read: Reading
) -> None:
    (tmp_path / "feed.jsonl").write_text('{"text": "Monday."}\n{"id": "r", "text": "One."}\n')
    (tmp_path / "a.txt").write_text("The pier burnt down.")
    first = read(tmp_path, stdin=b"Words.")
    (tmp_path / "feed.jsonl").write_text('{"text": "Tuesday."}\n')
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    (tmp_path / "c.txt").write_text("The pier did not burn down.")
    second = read(tmp_path, stdin=b"Other words.", before=documents(first))
    assert second.rejected == ()
    assert {d.text for d in documents(second)} > {d.text for d in documents(first)}


@pytest.mark.parametrize(
    ("stdin", "text"),
    [
        (b'{"id": "r", "text": "A record."}\n', "A record."),
        ("Just words — and no more.".encode(), "Just words — and no more."),
        (b"{ not a record }", "{ not a record }"),
        (b"<3 is what she wrote.", "<3 is what she wrote."),
    ],
)
def test_standard_input_is_told_by_looking(read: Reading, stdin: bytes, text: str) -> None:
    [document] = documents(read(stdin=stdin))
    assert document.text == text
    assert document.path == "-"


def test_everything_offered_is_accounted_for(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("One.")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-")
    (tmp_path / "d.jsonl").write_text('{"text": "Two."}\n{"text": ""}\n{"text": "One."}')
    outcome = read(tmp_path)
    assert len(documents(outcome)) + len(outcome.rejected) == 6


def test_the_id_is_of_the_content_and_not_of_the_place(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.txt").write_text("One.")
    [a] = documents(read(tmp_path))
    [b] = documents(read(stdin=b"One."))
    assert a.id == b.id
    assert a.key != b.key


def test_a_record_given_twice_without_an_id_is_one_document_and_one_rejection(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "The pier burnt down."}\n' * 2)
    outcome = read(tmp_path)
    assert keys(outcome) == ["a.jsonl:1"]
    assert reasons(outcome).startswith("a.jsonl:2: is the same as a.jsonl:1")


def capture(text: str, when: str) -> str:
    return json.dumps({"id": "https://example.org/pier", "text": text, "captured": when}) + "\n"


def test_a_page_that_goes_back_to_what_it_said_before_says_that_now(tmp_path: Path, read: Reading) -> None:
    told = [("One was hurt.", "2024-03-01"), ("Two were hurt.", "2024-03-02"), ("One was hurt.", "2024-03-03")]
    (tmp_path / "a.jsonl").write_text("".join(capture(*each) for each in told))
    outcome = read(tmp_path)
    [now] = documents(outcome)
    assert (now.text, now.declared.captured) == ("One was hurt.", "2024-03-03")
    assert [v.was.text for v in Found(outcome.values)[Version]] == ["Two were hurt."]


def test_records_without_ids_in_an_archive_stand_side_by_side_the_next_day(tmp_path: Path, read: Reading) -> None:
    def packed(*texts: str) -> None:
        with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
            archive.writestr("a.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in texts))

    packed("Monday.", "More of Monday.")
    first = read(tmp_path)
    packed("Tuesday.")
    second = read(tmp_path, before=documents(first))
    assert {d.text for d in documents(second)} == {"Monday.", "More of Monday.", "Tuesday."}
    assert Found(second.values)[Version] == ()
