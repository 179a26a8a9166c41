"""Whatever a stage may give comes back from the case equal, whatever characters are in it."""

import tempfile
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.codec import hints, pack, plain, revive, unpack
from sayso.documents import Document, Rejected
from sayso.findings import Decision
from sayso.spans import Span
from sayso.stages import Outcome
from sayso.store.kinds import TABLES
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.values import A, B, FakeStage

NAMES_A_DOCUMENT = ("document", "a", "b")


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 10**9))
    return Span(start, start + draw(st.integers(0, 10**6)))


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that a finding may hold."""
    if hint is Span:
        return spans()
    if hint is float:
        return st.floats(allow_nan=False)
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if get_args(hint):
        return st.one_of(*(st.none() if arm is type(None) else values(arm) for arm in get_args(hint)))
    if hasattr(hint, "__dataclass_fields__"):
        parts = {
            name: st.sampled_from([A.id, B.id]) if name in NAMES_A_DOCUMENT and inner is str else values(inner)
            for name, inner in hints(hint).items()
        }
        return st.builds(hint, **parts)
    return st.from_type(hint)


def several(kind: type) -> st.SearchStrategy[list[Any]]:
    key = next((name for name in ("id", "document") if name in hints(kind) and kind is not Rejected), None)
    return st.lists(values(kind), max_size=3, unique_by=(lambda v: getattr(v, key)) if key else None)


@pytest.mark.parametrize("kind", [k for k in TABLES if k not in (Document, Rejected, Decision)], ids=lambda k: k.__name__)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_finding_comes_back_equal_and_in_order(kind: type, data: st.DataObject) -> None:
    given_values = tuple(data.draw(several(kind)))
    with tempfile.TemporaryDirectory() as folder, Writer(Path(folder, "x.sayso")) as writer:
        read, find = FakeStage("read", {Document: (A, B)}), FakeStage("find", {kind: given_values})
        writer.begin_run((read, find))
        writer.keep(read, Outcome(read.values))
        writer.keep(find, Outcome(find.values))
        with CaseView(writer.path) as view:
            assert view.all(kind) == given_values


@settings(max_examples=25, deadline=None)
@given(documents=several(Document), rejected=several(Rejected))
def test_any_document_and_reject_comes_back_equal(documents: list[Document], rejected: list[Rejected]) -> None:
    with tempfile.TemporaryDirectory() as folder, Writer(Path(folder, "x.sayso")) as writer:
        read = FakeStage("read", {Document: tuple(documents)})
        writer.begin_run((read,))
        writer.keep(read, Outcome(read.values, tuple(rejected)))
        gone = {r.document for r in rejected}
        with CaseView(writer.path) as view:
            assert view.all(Rejected) == tuple(rejected)
            assert view.all(Document) == tuple(d for d in documents if d.id not in gone)


@given(value=st.one_of(*(values(kind) for kind in TABLES)))
def test_any_value_survives_being_written_as_json(value: Any) -> None:
    assert revive(type(value), plain(value)) == value
    assert unpack(type(value), pack(value)) == value
