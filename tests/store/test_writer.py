"""One writer, a transaction a stage: what readers see, what an error leaves behind, who may write."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.documents import Document, Profile, Rejected
from sayso.errors import CaseBusy, UsageError
from sayso.findings import Annotation, Attribution, Claim, Decision, Hold, Standing, Story
from sayso.stages import Found, Outcome, StageFault
from sayso.store import file
from sayso.store.log import append
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.room import no_file_longer_than
from tests.store.values import DECISION, REJECTED, VALUES, WAITING, A, B, FakeStage, stages

SETTLE = FakeStage("settle", {Standing: (replace(WAITING, hold=Hold.STANDS),)})


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "harbour.sayso"


def keep_all(writer: Writer) -> None:
    writer.begin_run(stages())
    for stage in stages():
        writer.keep(stage, Outcome(stage.values, stage.rejected))


@pytest.fixture
def whole(place: Path) -> Iterator[Writer]:
    with Writer(place) as writer:
        keep_all(writer)
        yield writer


def test_what_a_stage_gave_can_be_read_before_the_next_begins(place: Path) -> None:
    read, clean, *_ = stages()
    with Writer(place) as writer:
        writer.begin_run(stages())
        writer.keep(read, Outcome(read.values, read.rejected))
        with CaseView(place) as view:
            assert view.all(Document) == (A, B)
            assert not view.all(Profile)
        writer.keep(clean, Outcome(clean.values))
        with CaseView(place) as view:
            assert view.all(Profile) == VALUES[Profile]


def test_keeping_a_stage_again_takes_out_what_later_stages_had_found(whole: Writer) -> None:
    read = stages()[0]
    whole.begin_run(stages())
    whole.keep(read, Outcome({Document: (A,)}))
    with CaseView(whole.path) as view:
        assert view.all(Document) == (A,)
        assert not view.all(Claim)
        assert not view.all(Attribution)
        assert not view.all(Rejected)


def test_a_run_from_a_later_stage_leaves_what_earlier_stages_gave(whole: Writer) -> None:
    clean = stages()[1]
    whole.begin_run(stages())
    whole.keep(clean, Outcome(clean.values))
    with CaseView(whole.path) as view:
        assert view.all(Document) == (A, B)
        assert view.all(Rejected) == REJECTED
        assert not view.all(Story)


def test_the_record_of_a_run_says_what_is_done_and_what_is_still_to_come(place: Path) -> None:
    ticks = iter([0.0, 0.0, 2.5, 2.5])
    read, *_ = stages()
    with Writer(place, clock=lambda: next(ticks)) as writer:
        writer.begin_run(stages())
        writer.keep(read, Outcome(read.values, read.rejected))
    with CaseView(place) as view:
        first, second, *rest = view.runs()
        assert (first.stage, first.seconds, first.gave, first.rejected) == ("read", 2.5, 3, 1)
        assert (second.stage, second.seconds) == ("clean", None)
        assert [run.stage for run in rest] == [stage.name for stage in stages()[2:]]


def test_a_finding_in_a_document_that_is_not_there_is_refused_and_changes_nothing(whole: Writer) -> None:
    astray = FakeStage("clean", {Profile: (replace(Found(VALUES)[Profile][0], document="d-nowhere"),)})
    whole.begin_run((stages()[0], astray))
    with pytest.raises(StageFault, match="do not fit"):
        whole.keep(astray, Outcome(astray.values))
    with CaseView(whole.path) as view:
        assert view.all(Claim) == VALUES[Claim]


def test_a_rejected_document_is_no_longer_shown_but_kept_for_the_next_run(place: Path) -> None:
    read, clean, annotate, *_ = stages()
    with Writer(place) as writer:
        writer.begin_run(stages())
        writer.keep(read, Outcome(read.values))
        writer.keep(clean, Outcome(clean.values))
        unusable = Rejected(B.path, "annotate", "has no sentence", B.id)
        writer.keep(annotate, Outcome({Annotation: VALUES[Annotation][:1]}, (unusable,)))
        assert writer.documents() == (A, B)
        with CaseView(place) as view:
            assert view.all(Document) == (A,)
            assert view.all(Profile) == VALUES[Profile][:1]
            assert view.all(Rejected) == (unusable,)
        writer.keep(clean, Outcome(clean.values))
        with CaseView(place) as view:
            assert view.all(Document) == (A, B)


def test_decisions_outlive_every_run(whole: Writer) -> None:
    append(whole.path, DECISION, WAITING)
    keep_all(whole)
    append(whole.path, replace(DECISION, id="n-2", undoes=DECISION.id), replace(WAITING, decision="n-2"))
    with CaseView(whole.path) as view:
        assert [(d.id, d.undoes) for d in view.all(Decision)] == [(DECISION.id, None), ("n-2", DECISION.id)]
    assert [d.id for d in whole.decisions()] == [DECISION.id, "n-2"]


def test_what_became_of_a_decision_stays_known_until_a_run_settles_it(whole: Writer) -> None:
    append(whole.path, DECISION, WAITING)
    order = stages()
    whole.begin_run((*order, SETTLE))
    for stage in order:
        whole.keep(stage, Outcome(stage.values, stage.rejected))
    meanwhile = replace(WAITING, decision="n-2")
    append(whole.path, replace(DECISION, id="n-2"), meanwhile)
    with CaseView(whole.path) as view:
        assert view.all(Standing) == (WAITING, meanwhile)
    whole.keep(SETTLE, Outcome(SETTLE.values))
    with CaseView(whole.path) as view:
        assert set(view.all(Standing)) == {*SETTLE.values[Standing], meanwhile}


def test_the_very_same_decision_is_kept_once(whole: Writer) -> None:
    assert append(whole.path, DECISION, WAITING)
    assert not append(whole.path, DECISION, WAITING)
    with CaseView(whole.path) as view:
        assert view.all(Decision) == (DECISION,)


def test_nobody_decides_in_a_case_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such case"):
        append(tmp_path / "nowhere.sayso", DECISION, WAITING)
    assert not (tmp_path / "nowhere.sayso").exists()


def test_a_second_writer_is_told_at_once_that_the_case_is_busy_while_readers_go_on(whole: Writer) -> None:
    began = time.monotonic()
    with pytest.raises(CaseBusy, match="another run"):
        Writer(whole.path)
    assert time.monotonic() - began < 1
    with CaseView(whole.path) as view:
        assert view.all(Story)


def test_when_a_writer_has_finished_the_next_may_write_and_nothing_lies_about(whole: Writer) -> None:
    whole.close()
    Writer(whole.path).close()
    assert [p.name for p in whole.path.parent.iterdir()] == ["harbour.sayso"]


def test_a_view_stays_at_its_moment_and_the_writer_waits_for_it(whole: Writer) -> None:
    whole.begin_run(stages())
    with CaseView(whole.path) as view:
        stories = view.all(Story)
        keeping = threading.Thread(target=whole.keep, args=(stages()[0], Outcome({Document: (A,)})))
        keeping.start()
        time.sleep(0.1)
        assert view.all(Story) == stories != ()
        assert view.all(Document) == (A, B)
    keeping.join(10)
    with CaseView(whole.path) as view:
        assert view.all(Document) == (A,)


def test_a_full_disk_leaves_the_case_as_it_was(whole: Writer) -> None:
    long = replace(A, text="a" * 3_000_000)
    whole.begin_run(stages())
    size = whole.path.stat().st_size
    with no_file_longer_than(size + 100_000), pytest.raises(UsageError, match=r"disk"):
        whole.keep(stages()[0], Outcome({Document: (long,)}))
    with CaseView(whole.path) as view:
        assert view.all(Claim) == VALUES[Claim]


def test_a_case_that_cannot_be_begun_leaves_no_file(place: Path) -> None:
    with Writer(place) as writer:
        writer.begin_run(stages())
        with no_file_longer_than(4096), pytest.raises(UsageError):
            writer.keep(stages()[0], Outcome(stages()[0].values))
    assert not list(place.parent.iterdir())


def test_nowhere_to_write_is_said_before_the_work_begins(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write there"):
        Writer(tmp_path / "no such folder" / "x.sayso")
    with pytest.raises(UsageError, match="folder"):
        Writer(tmp_path)


def test_where_the_database_is_safe_for_it_readers_need_not_wait_and_one_plain_file_is_left(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.store.writer.wal_is_safe", lambda version: True)
    with Writer(place) as writer:
        keep_all(writer)
        assert place.read_bytes()[18:20] == b"\2\2", "the header of a database in WAL mode"
        with CaseView(place) as view:
            stories = view.all(Story)
            writer.keep(stages()[0], Outcome({Document: (A,)}))
            assert view.all(Story) == stories != ()
    assert [p.name for p in place.parent.iterdir()] == ["harbour.sayso"]
    with CaseView(place) as view:
        assert view.all(Document) == (A,)


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 6), False), ((3, 50, 7), True), ((3, 51, 2), False)],
)
def test_builds_with_the_wal_fault_are_known(version: tuple[int, ...], safe: bool) -> None:
    assert file.wal_is_safe(version) is safe


KEEP_FOR_EVER = """
import sys
from pathlib import Path
from sayso.documents import Document
from sayso.stages import Outcome
from sayso.store.writer import Writer
from tests.store.room import no_file_longer_than
from tests.store.values import stages, A, B
from dataclasses import replace
more = tuple(replace(A, id=f"d-{i}", text=A.text * 50) for i in range(300))
with Writer(Path(sys.argv[1])) as writer:
    print("begun", flush=True)
    while True:
        writer.begin_run(stages())
        for stage in stages():
            values = {**stage.values, Document: (A, B, *more)} if Document in stage.values else stage.values
            writer.keep(stage, Outcome(values, stage.rejected))
"""


def opened(place: Path) -> CaseView | None:
    """The case, or None when its writer was killed before the first tables were there: then it is empty, which is sound."""
    try:
        return CaseView(place)
    except UsageError:
        return None


@pytest.mark.parametrize("after_s", [0.0, 0.02, 0.11, 0.23])
def test_a_writer_killed_at_any_moment_leaves_a_sound_case(place: Path, after_s: float) -> None:
    child = subprocess.Popen([sys.executable, "-c", KEEP_FOR_EVER, str(place)], stdout=subprocess.PIPE)
    assert child.stdout
    assert child.stdout.readline() == b"begun\n"
    time.sleep(after_s)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    if (left := opened(place)) is not None:
        with left as view:
            assert {p.document for p in view.all(Profile)} <= {d.id for d in view.all(Document)}
            assert len(view.all(Document)) in (0, 302)
    with Writer(place) as writer:
        keep_all(writer)
    with CaseView(place) as view:
        assert view.all(Claim) == VALUES[Claim]
