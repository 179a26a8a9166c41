"""`python -m bench.pages [--documents N]`: how long each page of a large case takes on the server, and how much it sends.

The case is invented: N reports, 300 of them by 200 outlets in one story with 200 claims that several give, the rest in stories of
eight. Every page is asked for many times in one process; what is printed is the slow end (p95) as a share of the limit of 150 ms,
and the largest answer as a share of 1 MB. Milliseconds are those of the processor, which hold where other programs are at work.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from starlette.testclient import TestClient

from sayso.documents import Basis, Block, Declared, Document, Profile, Published, Role
from sayso.findings import (
    Account,
    Annotation,
    Attribution,
    Claim,
    Difference,
    DifferenceKind,
    Direction,
    Event,
    Hand,
    HandRole,
    Lineage,
    NameType,
    OriginGroup,
    Origins,
    OriginStatus,
    Party,
    Passage,
    PassageKind,
    Place,
    Relation,
    Sentence,
    Side,
    SpeechKind,
    Stance,
    Story,
    Unread,
    Verdict,
)
from sayso.spans import Span
from sayso.stages import Bench, Found, Outcome
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from sayso.web import app

LIMIT_MS, LIMIT_BYTES = 150.0, 1_000_000
LARGE, OUTLETS, CLAIMS, SMALL, SENTENCES = 300, 200, 200, 8, 14
KINDS = (Document, Profile, Annotation, Unread, Attribution, Passage, Lineage, Story, Party, Claim, Difference, Event)
WORDS = ("harbour", "crane", "brigade", "toll", "valve", "inspector", "ledger", "ferry", "mayor", "union", "depot", "smoke")


@dataclass(frozen=True)
class Invented:
    """A stage that gives what it was made with."""

    values: dict[type, tuple[object, ...]]
    name: ClassVar[str] = "invented"
    version: ClassVar[int] = 1
    needs: ClassVar[tuple[type, ...]] = ()
    gives: ClassVar[tuple[type, ...]] = KINDS

    def run(self, found: Found, bench: Bench) -> Outcome:
        return Outcome(self.values)


def invented(count: int) -> Iterator[object]:
    """All values of the case, the same each time."""
    dice = random.Random(7)
    yield from _story("s-large", LARGE, CLAIMS, dice)
    for number in range((count - LARGE) // SMALL):
        yield from _story(f"s-{number:05}", SMALL, 12, dice)


def _story(key: str, reports: int, claims: int, dice: random.Random) -> Iterator[object]:
    documents = [_document(f"d-{key[2:]}-{number:03}", number, dice) for number in range(reports)]
    sentences = {d.id: _sentences(d.text) for d in documents}
    yield Story(key, f"What happened at {key}", tuple(d.id for d in documents), ("they name the same quay",))
    spoken: dict[str, list[Place]] = {}
    for number, document in enumerate(documents):
        yield document
        yield _profile(document, number)
        yield Annotation(document.id, tuple(Sentence(span, Role.BODY) for span in sentences[document.id]))
        for turn, span in enumerate(sentences[document.id][1:6]):
            who = f"q-{key[2:]}-{turn}"
            spoken.setdefault(who, []).append(Place(document.id, Span(span.start, span.start + 5)))
            yield _said(document, span, turn, who)
        for other in documents[max(0, number - 3) : number]:
            yield from _shared(other, document, sentences)
    for who, places in spoken.items():
        yield Party(who, f"Speaker {who[-1]}", NameType.PERSON, (), tuple(places), tuple(f"{who}-{p.document}" for p in places))
    for number in range(claims):
        telling = dice.sample(documents, min(reports, 2 + dice.randrange(max(2, reports // 8))))
        yield from _claim(f"c-{key[2:]}-{number}", key, telling, sentences, number)


def _document(key: str, number: int, dice: random.Random) -> Document:
    lines = [" ".join(dice.choices(WORDS, k=22)).capitalize() + "." for _ in range(SENTENCES)]
    return Document(key, f"{key}.txt", f"{key}.txt", "\n".join(lines), Declared(url=f"https://news.example/{number}"))


def _sentences(text: str) -> tuple[Span, ...]:
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    return tuple(Span(start, text.index(".", start) + 1) for start in starts)


def _profile(document: Document, number: int) -> Profile:
    when = Published(f"2026-03-{1 + number % 28:02}T{number % 24:02}:00:00+00:00", Basis.STATED)
    blocks = tuple(Block(span, Role.BODY) for span in _sentences(document.text))
    return Profile(document.id, f"Outlet {number % OUTLETS}", None, f"Report {number}", (), when, "en", blocks, ())


def _said(document: Document, span: Span, turn: int, who: str) -> Attribution:
    source, content = Span(span.start, span.start + 5), Span(span.start + 10, span.end)
    chain = (Hand(HandRole.SPEAKER, "Speaker", f"{who}-{document.id}"), Hand(HandRole.OUTLET, "Outlet"))
    return Attribution(
        f"a-{document.id}-{turn}", document.id, SpeechKind.INDIRECT, (source,), (Span(span.start + 6, span.start + 9),), (content,),
        f"{who}-{document.id}", Stance.STATES, chain, ("the cue stands beside its source",),
    )  # fmt: skip


def _shared(a: Document, b: Document, sentences: dict[str, tuple[Span, ...]]) -> Iterator[object]:
    for turn in (2, 5, 8):
        one, other = sentences[a.id][turn], sentences[b.id][turn]
        yield Passage(
            f"r-{a.id}-{b.id}-{turn}", a.id, one, b.id, other, PassageKind.REWORDED, 0.9, Direction.A_TO_B, ("the same order",)
        )
    yield Lineage(a.id, b.id, Relation.DERIVED, Direction.A_TO_B, 0.2, 0.2, ("the one is a day earlier",))


def _claim(
    key: str, story: str, telling: Sequence[Document], sentences: dict[str, tuple[Span, ...]], number: int
) -> Iterator[object]:
    turn = 1 + number % (SENTENCES - 1)
    places = [(d, sentences[d.id][turn]) for d in telling]
    accounts = tuple(
        Account(f"k-{key}-{d.id}", d.id, span, f"a-{d.id}-{turn - 1}" if turn <= 5 else None, Stance.STATES, None)
        for d, span in places
    )
    groups = (OriginGroup(tuple(a.id for a in accounts), ("one took from the other",)),)
    yield Claim(key, story, places[0][1].of(telling[0].text), accounts, Origins(1, OriginStatus.SINGLE, groups))
    sides = tuple(Side(d.id, span, str(i)) for i, (d, span) in enumerate(places[:2]))
    yield Difference(f"x-{key}", key, DifferenceKind.NUMBER, Verdict.CONFLICT, sides, ("they stand against each other",))
    yield Event(f"e-{key}", story, "2026-03-03", Basis.STATED, telling[0].id, places[0][1], key)


def make(case: Path, count: int) -> None:
    values: dict[type, list[object]] = {kind: [] for kind in KINDS}
    for value in invented(count):
        values[type(value)].append(value)
    stage = Invented({kind: tuple(found) for kind, found in values.items()})
    with Writer(case) as writer:
        writer.begin_run([stage])
        writer.keep(stage, stage.run(Found(), None))  # type: ignore[arg-type]


def addresses(count: int) -> dict[str, list[str]]:
    """Of each kind of page addresses to ask for: those of the large story, and some of the others."""
    dice = random.Random(3)
    small = [f"{n:05}" for n in dice.sample(range((count - LARGE) // SMALL), 10)]
    return {
        "case": ["/"],
        "story": [f"/stories/s-{key}" for key in small],
        "story of 300": ["/stories/s-large"],
        "who took from whom": ["/stories/s-large/lineage"],
        "claim": [f"/claims/c-large-{n}" for n in range(10)],
        "difference": [f"/differences/x-c-large-{n}" for n in range(10)],
        "reader": [f"/documents/d-large-{n:03}" for n in range(10)],
        "side by side": [f"/documents/d-large-{n:03}/beside/d-large-{n + 1:03}" for n in range(10)],
        "party": ["/parties/q-large-0"],
        "search for what every report has": ["/search?q=harbour+smoke"],
        "search for what few have": [f"/search?q={word}*+%22{word}+quay+toll+crane%22" for word in WORDS],
    }


def main(argv: Sequence[str] | None = None) -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--documents", type=int, default=10_000, help="reports of the case")
    ask.add_argument("--times", type=int, default=40, help="how often each kind of page is asked for")
    given = ask.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "large.sayso"
        make(case, given.documents)
        browser = TestClient(app(lambda: CaseView(case)), base_url="http://localhost:8272")
        for name, pages in addresses(given.documents).items():
            taken, sent = [], 0
            for turn in range(given.times):
                began = time.process_time()
                answer = browser.get(pages[turn % len(pages)])
                taken.append(1000 * (time.process_time() - began))
                assert answer.status_code == 200, answer.text
                sent = max(sent, len(answer.content))
            slow = sorted(taken)[int(0.95 * len(taken)) - 1]
            print(f"{name}: p95 {slow / LIMIT_MS:.2f} of {LIMIT_MS:.0f} ms, {sent / LIMIT_BYTES:.2f} of 1 MB sent", flush=True)


if __name__ == "__main__":
    main()
