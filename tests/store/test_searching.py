"""Search in a kept case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.documents import Declared, Document
from sayso.findings import Claim, Party
from sayso.stages import Outcome
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from sayso.terms import phrases, places
from tests.store.values import A, B, stages

TEXT = "北京市发生火灾。 Ólafur O’Neill paid 1,200 crowns. He said “nobody was hurt”."
FAR = Document("d-far", "far", "far.txt", TEXT, Declared())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("searching") / "harbour.sayso"
    with Writer(made) as writer:
        writer.begin_run(stages())
        for stage in stages():
            values = {**stage.values, Document: (A, B, FAR)} if Document in stage.values else stage.values
            writer.keep(stage, Outcome(values, stage.rejected))
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("olafur", True), ("ÓLAFUR", True), ("olaf*", True), ("olaf", False), ("火灾", True), ("京北", False), ("o'neill", True),
        ('"paid 1,200"', True), ('"1,200 paid"', False), ("olafur crowns", True), ("olafur frowns", False),
        ("NEAR(", False), ("words:olafur", False), ('"', False), ("", False), ("x' OR 1=1", False),
    ],
)  # fmt: skip
def test_a_document_is_found_by_its_words_whatever_their_accents(place: Path, query: str, found: bool) -> None:
    with CaseView(place) as view:
        assert (FAR.id in view.search(Document, query)) is found


def test_claims_and_parties_are_found_too(place: Path) -> None:
    with CaseView(place) as view:
        claim, party = view.all(Claim)[0], view.all(Party)[0]
        assert claim.id in view.search(Claim, claim.text)
        assert party.id in view.search(Party, party.name)


def test_what_is_taken_out_is_no_longer_found(place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sayso"
    copy.write_bytes(place.read_bytes())
    with Writer(copy) as writer:
        writer.begin_run(stages())
        writer.keep(stages()[0], Outcome({Document: (B,)}))
    with CaseView(copy) as view:
        assert view.search(Document, "olafur") == ()
        assert view.search(Claim, "nobody") == ()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.text(max_size=20), st.sampled_from(FAR.text.split()), st.text('"* ()ANDORaé火-:', max_size=12)))
def test_the_index_finds_what_stands_in_the_text_and_nothing_else(place: Path, query: str) -> None:
    asked = phrases(query)
    with CaseView(place) as view:
        for document in (A, B, FAR):
            expected = bool(asked) and all(places(document.text, (phrase,)) for phrase in asked)
            assert (document.id in view.search(Document, query)) is expected, query
