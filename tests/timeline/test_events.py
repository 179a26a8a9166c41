"""When things are said to have happened."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.documents import Basis, Document, Profile
from sayso.engines.local import LocalBench
from sayso.findings import (
    Account,
    Annotation,
    Attribution,
    Claim,
    Event,
    Moment,
    Origins,
    OriginStatus,
    Reading,
    Sentence,
    SentenceVectors,
    Stance,
    Story,
)
from sayso.stages import Found
from sayso.timeline import Timeline
from tests.collate.hand import Marks, Said, find, report


def as_published(text: str, sentences: Sequence[Sentence], published: str | None) -> tuple[Moment, ...]:
    """Reads "on Monday" as the very day, or days, on which the text came out."""
    return (Moment(find(text, "on Monday"), published, Basis.INFERRED),) if published and "on Monday" in text else ()


def events(*readings: Reading, claims: tuple[Claim, ...] = ()) -> tuple[Event, ...]:
    found = Found(
        {
            Document: tuple(r.document for r in readings),
            Profile: tuple(r.profile for r in readings),
            Annotation: tuple(r.annotation for r in readings),
            SentenceVectors: tuple(SentenceVectors(r.id, r.vectors) for r in readings),
            Attribution: tuple(a for r in readings for a in r.attributions),
            Story: (Story("s-1", "a fire", tuple(r.id for r in readings)),),
            Claim: claims,
        }
    )
    outcome = Timeline(as_published).run(found, LocalBench("timeline", lambda _: None))
    return tuple(event for event in outcome.values[Event] if isinstance(event, Event))


def test_each_dated_sentence_is_an_event_in_order_of_time() -> None:
    text = "The harbour burnt in May 2030.\nThe ferry sank in 2012.\nNothing is dated here."
    found = events(report("a", text, Marks(dates=[("May 2030", "2030-05"), ("2012", "2012")])))
    assert [e.date for e in found] == ["2012", "2030-05"]
    assert [e.span.of(text) for e in found] == ["The ferry sank in 2012.", "The harbour burnt in May 2030."]
    assert {e.basis for e in found} == {Basis.STATED}


def test_the_date_of_a_statement_gives_way_to_a_date_in_it() -> None:
    text = "the police said on Monday the ferry sank in 2012."
    said = Said("the police", "said", "the ferry sank in 2012")
    marks = Marks(said=[said], dates=[("Monday", "2031-05-05"), ("2012", "2012")])
    assert [e.date for e in events(report("a", text, marks))] == ["2012"]


def test_the_date_of_a_statement_is_kept_when_it_is_the_only_one() -> None:
    text = "the police said on Monday the ferry sank."
    said = Said("the police", "said", "the ferry sank")
    marks = Marks(said=[said], dates=[("Monday", "2031-05-05")])
    assert [e.date for e in events(report("a", text, marks))] == ["2031-05-05"]


def test_two_dates_in_one_sentence_are_two_events_and_one_date_twice_is_one() -> None:
    text = "From 2011, and all of 2011 through, until 2012 the harbour was closed."
    marks = Marks(dates=[("2011,", "2011"), ("2011 through", "2011"), ("2012", "2012")])
    assert [e.date for e in events(report("a", text, marks))] == ["2011", "2012"]


def test_headlines_make_no_events() -> None:
    assert events(report("a", "# The harbour burnt in 2030", Marks(dates=[("2030", "2030")]))) == ()


def test_an_event_knows_the_claim_whose_account_holds_it() -> None:
    reading = report("a", "The harbour burnt in 2030.", Marks(dates=[("2030", "2030")]))
    account = Account("ac-1", reading.id, find(reading.text, "The harbour burnt in 2030"), None, Stance.STATES, None)
    claim = Claim("c-1", "s-1", "", (account,), Origins(1, OriginStatus.SINGLE, ()))
    assert [e.claim for e in events(reading, claims=(claim,))] == ["c-1"]


def test_what_several_reports_date_alike_stays_several_accounts() -> None:
    a, b = (report(key, "The harbour burnt in 2030.", Marks(dates=[("2030", "2030")])) for key in "ab")
    assert {e.document for e in events(a, b)} == {a.id, b.id}


def test_a_report_without_a_date_is_read_as_of_the_days_of_its_story() -> None:
    undated = report("a", "The ferry sank on Monday.")
    others = [report(key, "It sank.", published=day) for key, day in (("b", "2031-05-05"), ("c", "2031-05-07"))]
    assert [(e.date, e.basis) for e in events(undated, *others)] == [("2031-05-05/2031-05-07", Basis.INFERRED)]


def test_a_story_whose_reports_lie_far_apart_tells_nothing_of_one_without_a_date() -> None:
    undated = report("a", "The ferry sank on Monday.")
    others = [report(key, "It sank.", published=day) for key, day in (("b", "2031-05-05"), ("c", "2031-06-07"))]
    assert not events(undated, *others)


def test_a_report_with_a_date_of_its_own_keeps_it() -> None:
    dated = report("a", "The ferry sank on Monday.", Marks(dates=[("on Monday", "2030-01-07")]), published="2030-01-08")
    assert [e.date for e in events(dated, report("b", "It sank.", published="2030-01-09"))] == ["2030-01-07"]
