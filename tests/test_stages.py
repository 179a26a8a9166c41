from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from sayso.documents import Document, Offer, Profile, Published, Rejected
from sayso.engines.local import LocalEngine
from sayso.findings import Story
from sayso.stages import Bench, Found, Outcome, Progress, StageFault, check, run


def document(key: str) -> Document:
    return Document(f"d-{key}", key, key, f"Text of {key}.")


def profile(of: Document) -> Profile:
    return Profile(of.id, None, None, None, (), Published(), "en", ())


@dataclass(frozen=True)
class Reading:
    name: str = "read"
    version: int = 1
    needs: tuple[type, ...] = (Offer,)
    gives: tuple[type, ...] = (Document,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        return Outcome({Document: tuple(bench.each(document, ["a", "b", "c"]))})


@dataclass(frozen=True)
class Cleaning:
    unusable: Sequence[str] = ()
    lost: Sequence[str] = ()
    name: str = "clean"
    version: int = 1
    needs: tuple[type, ...] = (Document,)
    gives: tuple[type, ...] = (Profile,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        good = [d for d in found[Document] if d.key not in (*self.unusable, *self.lost)]
        gone = [Rejected(d.path, self.name, "no words", d.id) for d in found[Document] if d.key in self.unusable]
        return Outcome({Profile: tuple(profile(d) for d in good)}, tuple(gone))


@dataclass(frozen=True)
class Grouping:
    name: str = "stories"
    version: int = 1
    needs: tuple[type, ...] = (Document, Profile)
    gives: tuple[type, ...] = (Story,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        return Outcome({Story: (Story("s", "all", tuple(p.document for p in found[Profile])),)})


start = Found({Offer: ()})


def test_values_pass_from_stage_to_stage_and_each_is_kept() -> None:
    kept: list[str] = []
    found = run([Reading(), Cleaning(), Grouping()], start, LocalEngine(), lambda stage, _: kept.append(stage.name))
    assert kept == ["read", "clean", "stories"]
    assert found[Story][0].documents == ("d-a", "d-b", "d-c")


def test_a_stage_that_lacks_what_it_needs_stops_the_run_before_it_begins() -> None:
    with pytest.raises(StageFault, match="stage stories needs Profile"):
        check([Reading(), Grouping()], (Offer,))


def test_a_rejected_document_goes_no_further() -> None:
    found = run([Reading(), Cleaning(unusable=["b"]), Grouping()], start, LocalEngine(), lambda *_: None)
    assert [d.key for d in found[Document]] == ["a", "c"]
    assert found[Story][0].documents == ("d-a", "d-c")


def test_a_document_that_vanishes_without_a_reason_is_a_fault() -> None:
    with pytest.raises(StageFault, match="lost a document"):
        run([Reading(), Cleaning(lost=["b"])], start, LocalEngine(), lambda *_: None)


def test_what_was_kept_before_an_interruption_stays_kept() -> None:
    kept: list[str] = []

    @dataclass(frozen=True)
    class Interrupted(Grouping):
        def run(self, found: Found, bench: Bench) -> Outcome:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([Reading(), Cleaning(), Interrupted()], start, LocalEngine(), lambda stage, _: kept.append(stage.name))
    assert kept == ["read", "clean"]


def test_progress_is_told_from_nothing_to_all() -> None:
    events: list[Progress] = []
    run([Reading()], start, LocalEngine(events.append), lambda *_: None)
    assert [(e.stage, e.done, e.total) for e in events] == [("read", i, 3) for i in range(4)]
