"""What holds of the recogniser whatever its model is like: where its spans lie, and that it finds the same each time."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.language import Recogniser, recogniser
from sayso.annotate.language.pieces import WORD
from sayso.annotate.language.recogniser import SHIPPED
from sayso.errors import ModelDamaged
from sayso.findings import Recognised
from sayso.spans import Span

RECOGNISE = Recogniser()
GERMAN = "Der Hafenmeister sagte am Montag, die Brücke bleibe bis zum Frühjahr für den Verkehr gesperrt."
SAID = "Port warden Una Brandt said on Monday that the quay would stay shut, according to the Coast Packet."

WORDS = [
    *("Una", "Brandt", "said", "told", "“", "”", '"', "'", ",", ".", ":", "that", "she", "the", "quay,", "Tarn", "Mr.", "\n"),
    *("Co.", "O\u0301rla", "al\u00adways", "‘no’", "\u202eand\u202c", "ASKED\n", "王", "Ιω", "قال", "👨\u200d👩", "ﬁre"),
    *("\ud800", "x\x00y", "don’t", "—", "according", "to", "Packet", "\u00a0", "İ", "²"),
]
texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.text(max_size=80))
NOBODY = [
    *("", " ", "\n" * 10_000, "word", "“", "“” ‘’ \"\" «»" * 20, "👍🏽" * 50, "\u0301" * 300),
    *("\u202e\u2066\u200d" * 50, "\x00" * 50, "\ud800"),
]


def paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def found(text: str, recognise: Recogniser = RECOGNISE) -> Recognised:
    return recognise([(text, paragraphs(text))])[0]


def spans_of(read: Recognised) -> Iterator[Span]:
    yield from (name.span for name in read.names)
    for said in read.sayings:
        yield from (*said.source, *said.cue, *said.content)


@settings(deadline=None, max_examples=40)
@given(texts)
def test_every_span_is_of_whole_words_of_one_paragraph(text: str) -> None:
    read, inside = found(text), paragraphs(text)
    words = [m.span() for m in WORD.finditer(text)]
    for span in spans_of(read):
        assert span.of(text).strip() == span.of(text) != ""
        assert any(paragraph.contains(span) for paragraph in inside)
        assert not any(start < edge < end for start, end in words for edge in (span.start, span.end))
    assert all(a.span.end <= b.span.start for a, b in pairwise(read.names))
    assert all(a.cue[0].end <= b.cue[0].start for a, b in pairwise(read.sayings))
    for said in read.sayings:
        parts = (*said.source, *said.cue, *said.content)
        assert said.content
        assert not any(a.overlaps(b) for a, b in product(parts, parts) if a is not b)


@settings(deadline=None, max_examples=15)
@given(texts, texts)
def test_what_is_found_in_a_text_does_not_depend_on_the_others_nor_on_when_it_is_read(text: str, other: str) -> None:
    alone = found(text, Recogniser(threads=1)) if len(text) % 5 == 0 else found(text)
    _, among, again = RECOGNISE([(t, paragraphs(t)) for t in (other + SAID, text, text)])
    assert alone == among == again


def test_one_thread_finds_what_four_find() -> None:
    text = "\n".join(f"{SAID} “We saw {n} lorries,” he added." for n in range(12))
    assert found(text, Recogniser(threads=1)) == found(text, Recogniser(threads=4))


def test_threads_may_share_one_recogniser() -> None:
    shared = Recogniser(threads=1)
    read: dict[int, Recognised] = {}
    asked = [f"{SAID} It was number {n % 2}." for n in range(4)]
    threads = [Thread(target=lambda n=n: read.update({n: found(asked[n], shared)})) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [read[n] for n in range(4)] == [found(text) for text in asked]


@pytest.mark.parametrize("text", NOBODY, ids=lambda text: repr(text[:6]))
def test_what_says_nothing_has_nobody_who_says_it(text: str) -> None:
    assert found(text) == Recognised()


@pytest.mark.parametrize(
    "text",
    [
        "for i in range(10): print(xs[i] + '%d' % i) or sys.exit(\"said\")",
        "Ward\tVotes\tShare\n1\t2,314\t41.2%\n2\t1,998\t38.0%",
        " ".join(str(n * 7919 % 1000) for n in range(400)),
        "ＮＡＴＯ ｓａｉｄ ｔｈａｔ ﬁve ofﬁcers left",
        "a" * 30_000,
        "a-" * 3_000,
        "(" * 3_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_what_is_no_prose_is_read_without_harm(text: str) -> None:
    assert all(span.of(text) for span in spans_of(found(text)))


def test_paragraphs_in_another_language_are_left_out_and_said_to_be() -> None:
    text = f"{SAID}\n{GERMAN}\nقال مدير الميناء أحمد منصور إن الجسر سيبقى مغلقا.\n{SAID}"
    first, german, arabic, last = paragraphs(text)
    read = found(text)
    assert read.unread == ((german, "written in German"), (arabic, "written in Arabic letters"))
    assert not any(span.overlaps(left_out) for span in spans_of(read) for left_out in (german, arabic))
    here, there = ([s for s in spans_of(read) if inside.contains(s)] for inside in (first, last))
    assert [s.within(first) for s in here] == [s.within(last) for s in there] != []


def test_a_long_paragraph_is_read_to_its_end() -> None:
    text = f"{SAID} " * 260
    read = found(text)
    assert max(span.end for span in spans_of(read)) > len(text) - 2 * len(SAID)
    assert all(a.span.end <= b.span.start for a, b in pairwise(read.names))


class Counting(Recogniser):
    """Finds nothing, and counts what it is asked to read."""

    asked: Sequence[str] = ()

    def load(self) -> None:
        pass

    def _read(self, text: str) -> recogniser.Read:
        self.asked = [*self.asked, text]
        return (), ()


def test_a_paragraph_is_read_once_and_what_is_kept_of_it_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recogniser, "KEPT", 12)
    recognise = Counting(threads=1)
    for text in ("aaaa\nbbbb\naaaa", "aaaa\nbbbb", "cccc", "aaaa", "dddd", "dddd\naaaa", "e" * 20, "e" * 20):
        found(text, recognise)
        assert sum(map(len, recognise._kept)) <= 12
    assert recognise.asked == ["aaaa", "bbbb", "cccc", "dddd", "aaaa", "e" * 20, "e" * 20]


SCRIPT = """
import sys
from tests.annotate.language.test_recogniser import hash_of_the_samples
print(hash_of_the_samples(int(sys.argv[1])))
"""


def hash_of_the_samples(threads: int) -> str:
    """Of all that is found in the text files of the sample corpus, to the last digit."""
    corpus = Path(recogniser.__file__).parents[2] / "samples" / "corpus"
    read = [found(path.read_text("utf8"), Recogniser(threads=threads)) for path in sorted(corpus.glob("*.txt"))]
    assert any(one.sayings for one in read)
    return hashlib.sha256(repr(read).encode()).hexdigest()


def test_two_runs_find_the_same_to_the_last_digit() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, threads],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for threads, seed in (("1", "1"), ("3", "2"))
    ]
    assert said[0] == said[1] != ""


def fake(folder: Path, **files: bytes) -> Path:
    """A model with some files other than those shipped, all with their hashes."""
    for path in SHIPPED.glob("*.*"):
        (folder / path.name).symlink_to(path)
    for name, content in files.items():
        (folder / name.replace("_", ".")).unlink()
        (folder / name.replace("_", ".")).write_bytes(content)
    (folder / "sha256.txt").unlink()
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.name}\n" for path in sorted(folder.iterdir()))
    (folder / "sha256.txt").write_text("".join(sums))
    return folder


def test_a_folder_of_links_with_the_right_hashes_is_a_model(tmp_path: Path) -> None:
    Recogniser(fake(tmp_path)).load()


def test_hashes_that_are_missing_are_named(tmp_path: Path) -> None:
    (fake(tmp_path) / "sha256.txt").unlink()
    with pytest.raises(ModelDamaged, match=r"cannot be read: No such file"):
        Recogniser(tmp_path).load()


def test_a_tokenizer_with_words_that_the_graph_does_not_have_is_refused(tmp_path: Path) -> None:
    tokenizer = json.loads((SHIPPED / "tokenizer.json").read_bytes())
    tokenizer["model"]["vocab"]["brandnewword"] = len(tokenizer["model"]["vocab"])
    with pytest.raises(ModelDamaged, match="cannot be run"):
        Recogniser(fake(tmp_path, tokenizer_json=json.dumps(tokenizer).encode())).load()


def test_a_tokenizer_without_marks_at_both_ends_is_refused(tmp_path: Path) -> None:
    tokenizer = json.loads((SHIPPED / "tokenizer.json").read_bytes())
    tokenizer["post_processor"] = None
    with pytest.raises(ModelDamaged, match="cannot be run"):
        Recogniser(fake(tmp_path, tokenizer_json=json.dumps(tokenizer).encode())).load()


def test_a_damaged_model_is_no_less_damaged_the_second_time(tmp_path: Path) -> None:
    recognise = Recogniser(fake(tmp_path, model_json=b'{"form": 7, "languages": ["en"]}'))
    for _ in range(2):
        with pytest.raises(ModelDamaged, match="of form 7"):
            found(SAID, recognise)
