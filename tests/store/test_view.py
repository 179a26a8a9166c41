"""What a case answers about a document, a story, an id."""

from collections.abc import Iterator

import pytest

from sayso.documents import Declared, Document, Offer, Profile, Rejected
from sayso.findings import (
    Annotation,
    Attribution,
    Claim,
    Decision,
    Difference,
    Event,
    Lineage,
    Party,
    Passage,
    SentenceVectors,
    Standing,
    Story,
    Unread,
)
from sayso.stages import Found, Outcome
from sayso.store.log import append
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.values import DECISION, REJECTED, VALUES, WAITING, A, B, stages

OTHER = Document("d-other", "other", "other.txt", "Nothing of note.", Declared())


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseView]:
    place = tmp_path_factory.mktemp("case") / "harbour.sayso"
    with Writer(place) as writer:
        writer.begin_run(stages())
        for stage in stages():
            values = {**stage.values, Document: (A, B, OTHER)} if Document in stage.values else stage.values
            writer.keep(stage, Outcome(values, stage.rejected))
    append(place, DECISION, WAITING)
    with CaseView(place) as view:
        yield view


def test_it_has_the_name_of_its_file(view: CaseView) -> None:
    assert view.name == "harbour"


@pytest.mark.parametrize("kind", [k for k in VALUES if k is not Document], ids=lambda k: k.__name__)
def test_everything_comes_back_equal(view: CaseView, kind: type) -> None:
    assert view.all(kind) == VALUES[kind]


@pytest.mark.parametrize("kind", [Attribution, Passage, Story, Party, Claim, Difference, Event], ids=lambda k: k.__name__)
def test_a_value_is_found_by_its_id(view: CaseView, kind: type[Attribution]) -> None:
    wanted = Found(VALUES)[kind][-1]
    assert view.get(kind, wanted.id) == wanted
    assert view.get(kind, "nowhere") is None


@pytest.mark.parametrize("kind", [Profile, Annotation, Unread], ids=lambda k: k.__name__)
def test_what_there_is_one_of_a_document_is_found_by_the_document(view: CaseView, kind: type) -> None:
    assert view.get(kind, B.id) == VALUES[kind][1]
    assert view.get(kind, OTHER.id) is None


@pytest.mark.parametrize(
    "kind", [Profile, Annotation, Unread, Attribution, Passage, Lineage, Story, Party, Claim, Difference], ids=lambda k: k.__name__
)
def test_what_touches_a_document_is_found_by_its_spans_and_members(view: CaseView, kind: type) -> None:
    touching = [v for v in VALUES[kind] if B.id in repr(v)]
    assert list(view.in_document(kind, B.id)) == touching != []
    assert not view.in_document(kind, OTHER.id)


@pytest.mark.parametrize("kind", VALUES, ids=lambda k: k.__name__)
def test_a_story_has_its_documents_and_all_that_was_found_in_them(view: CaseView, kind: type) -> None:
    assert view.in_story(kind, "s-1") == VALUES[kind]
    assert not view.in_story(kind, "s-2")


def test_an_event_touches_only_the_document_that_tells_it(view: CaseView) -> None:
    assert view.in_document(Event, A.id) == VALUES[Event]
    assert not view.in_document(Event, B.id)


def test_the_speaker_is_the_party_that_the_local_party_is_a_member_of(view: CaseView) -> None:
    said = view.all(Attribution)[1]
    party = view.speaker(said)
    assert party
    assert party.id == "y-1"


def test_rejects_and_decisions_are_there(view: CaseView) -> None:
    assert view.all(Rejected) == REJECTED
    assert view.all(Decision) == (DECISION,)
    assert view.all(Standing) == (WAITING,)


@pytest.mark.parametrize("kind", [Offer, SentenceVectors, int])
def test_kinds_that_no_case_keeps_are_an_error(view: CaseView, kind: type) -> None:
    with pytest.raises(KeyError):
        view.all(kind)
