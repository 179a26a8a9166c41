"""What people ruled stands on the pages beside what was found, with who and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sayso.decisions import making, targets
from sayso.documents import Document
from sayso.findings import Attribution, Claim, Decision, Difference, Hold, Standing, Target, What
from sayso.web.contexts import claim, reader, story
from tests.web.fakes import FakeView
from tests.web.invented import case

NOON = datetime(2031, 4, 3, 12, tzinfo=UTC)
DOCUMENTS = {d.id: d for d in case().all(Document)}


def ruled(what: What, on: Target, finding: str | None, value: str | None = None) -> tuple[Decision, Standing]:
    decision = making.decision(what, on, "Ada <b>Reed</b>", NOON, "seen it", value)
    return decision, Standing(decision.id, Hold.STANDS, finding, ())


def with_rulings(*made: tuple[Decision, Standing]) -> FakeView:
    return replace(case(), values=(*case().values, *(value for pair in made for value in pair)))


def test_a_rejected_difference_is_shown_last_and_no_longer_counted() -> None:
    first = case().all(Difference)[0]
    view = with_rulings(ruled(What.REJECT, targets.one(first, DOCUMENTS), first.id))
    of = next(c for c in view.all(Claim) if c.id == first.claim).story
    before, now = story.page(case(), of), story.page(view, of)
    assert now.finding.counts.differences == before.finding.counts.differences - 1
    assert (now.differences[-1].id, now.differences[-1].rejected) == (first.id, True)


def test_a_ruling_on_a_claim_says_what_by_whom_when_and_why() -> None:
    one = case().all(Claim)[0]
    (shown,) = claim.page(with_rulings(ruled(What.ACCEPT, targets.one(one, DOCUMENTS), one.id)), one.id).claim.ruled
    assert (shown.words, shown.who, shown.day, shown.reason) == ("accepted", "Ada <b>Reed</b>", "2031-04-03", "seen it")


def test_a_report_shows_the_rulings_on_it_on_its_outlet_and_on_what_is_said_in_it() -> None:
    said = next(a for a in case().all(Attribution) if a.document == "d-gazette")
    view = with_rulings(
        ruled(What.DATE, targets.one(DOCUMENTS["d-gazette"], DOCUMENTS), "d-gazette", "2031-04-02"),
        ruled(What.GRADE, targets.outlet("Tarn Gazette"), None, "B2"),
        ruled(What.REJECT, targets.one(said, DOCUMENTS), said.id),
    )
    page = reader.page(view, "d-gazette")
    assert [one.words for one in page.ruled] == [
        "date given as 2031-04-02",
        "Tarn Gazette: graded B2 (usually reliable; probably true)",
    ]
    assert sum(note.rejected for block in page.paragraphs for note in block.speeches) == 1


def test_a_rejected_claim_stays_in_the_table_and_is_no_longer_counted() -> None:
    one = next(c for c in case().all(Claim) if len({a.document for a in c.accounts}) > 1)
    view = with_rulings(ruled(What.REJECT, targets.one(one, DOCUMENTS), one.id))
    before, now = story.page(case(), one.story), story.page(view, one.story)
    assert now.finding.because[1] != before.finding.because[1]
    assert [row.id for row in now.shared if row.rejected] == [one.id]
