"""What people rule, through a whole run: it is put on top of what is found, holds in the next run, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from sayso.cli.running import run_case
from sayso.decisions.deciding import decide
from sayso.decisions.standings import rejected_findings, standings
from sayso.documents import Basis, Document, Profile, Role
from sayso.errors import UsageError
from sayso.findings import Attribution, Claim, Difference, Hold, Lineage, Party, Passage, Relation, Story, What
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Progress
from sayso.store.view import CaseView
from tests.cli.conftest import CORPUS

T = TypeVar("T")
WHO = "Ada Reed"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small case, run once: its file."""
    folder = tmp_path_factory.mktemp("applied")
    for name, text in CORPUS.items():
        (folder / name).write_text(text, "utf8")
    place = folder / "harbour.sayso"
    run_case(place, offers(sorted(folder.glob("*.[th]*")), None), stages(), lambda progress: None, lambda rejected: None)
    return place.read_bytes()


@pytest.fixture
def place(whole: bytes, tmp_path: Path) -> Path:
    made = tmp_path / "harbour.sayso"
    made.write_bytes(whole)
    return made


def again(place: Path) -> None:
    run_case(place, None, stages(), lambda progress: None, lambda rejected: None)


def ask(place: Path, question: Callable[[CaseView], T]) -> T:
    with CaseView(place) as view:
        return question(view)


def document(view: CaseView, key: str) -> Document:
    return next(d for d in view.all(Document) if d.key.startswith(key))


def said_by(view: CaseView, key: str, words: str) -> Attribution:
    of = document(view, key)
    return next(a for a in view.in_document(Attribution, of.id) if any(words in span.of(of.text) for span in a.content))


def test_an_outlet_a_date_and_a_role_hold_in_the_next_run_and_say_by_whom(place: Path) -> None:
    of = ask(place, lambda view: document(view, "packet"))
    start = of.text.index("By Ben Oake")
    decide(place, What.OUTLET, [of.id], who=WHO, value="The Tern Herald")
    decide(place, What.DATE, [of.id], who=WHO, value="2031-04-02", reason="the printed page")
    decide(place, What.ROLE, [f"{of.id}:{start}-{start + 11}"], who=WHO, value="caption")
    again(place)
    profile = ask(place, lambda view: view.get(Profile, of.id))
    assert profile is not None
    assert profile.outlet == "The Tern Herald"
    assert any("ruled by Ada Reed" in line for line in profile.because)
    assert (profile.published.date, profile.published.basis) == ("2031-04-02", Basis.RULED)
    assert "the printed page" in profile.published.because[0]
    assert profile.role_at(start) is Role.CAPTION


def test_a_corrected_speaker_is_the_first_hand_and_a_party_of_the_case(place: Path) -> None:
    said = ask(place, lambda view: said_by(view, "packet", "Seven crates"))
    decide(place, What.SPEAKER, [said.id], who=WHO, value="Ines Marrow")
    again(place)
    with CaseView(place) as view:
        now = view.get(Attribution, said.id)
        assert now is not None
        party = view.speaker(now)
        assert party is not None
        assert (party.name, now.chain[0].name) == ("Ines Marrow", "Ines Marrow")
        assert any("ruled by Ada Reed" in line for line in now.because)
        others = [a for a in view.in_document(Attribution, said.document) if a.id != said.id]
        assert not any((spoken := view.speaker(a)) is not None and spoken.name == "Ines Marrow" for a in others)


def test_merged_claims_are_one_until_the_merge_is_undone(place: Path) -> None:
    claims = ask(place, lambda view: view.all(Claim))
    one, other = claims[0], claims[-1]
    made = decide(place, What.MERGE, [one.id, other.id], who=WHO)
    assert made.needs_run
    again(place)
    merged = ask(place, lambda view: view.all(Claim))
    accounts = {account.id for account in (*one.accounts, *other.accounts)}
    assert any(accounts <= {a.id for a in claim.accounts} for claim in merged)
    decide(place, What.UNDO, [made.decision.id], who=WHO)
    again(place)
    assert ask(place, lambda view: view.all(Claim)) == claims


def test_what_is_split_off_a_claim_is_a_claim_of_its_own(place: Path) -> None:
    claim = ask(place, lambda view: max(view.all(Claim), key=lambda c: len({a.document for a in c.accounts})))
    leaving = claim.accounts[-1].document
    decide(place, What.SPLIT, [claim.id, leaving], who=WHO)
    again(place)
    holding = ask(place, lambda view: [c for c in view.all(Claim) if {a.id for a in c.accounts} & {a.id for a in claim.accounts}])
    assert len(holding) == 2
    assert not any({leaving} < {a.document for a in c.accounts} for c in holding)


def test_stories_and_parties_are_set_apart_and_brought_together(place: Path) -> None:
    story = ask(place, lambda view: max(view.all(Story), key=lambda s: len(s.documents)))
    made = decide(place, What.SPLIT, [story.id, story.documents[-1]], who=WHO)
    again(place)
    assert ask(place, lambda view: {frozenset(s.documents) for s in view.all(Story)}) >= {
        frozenset(story.documents[:-1]), frozenset(story.documents[-1:]),
    }  # fmt: skip
    decide(place, What.UNDO, [made.decision.id], who=WHO)
    parties = ask(place, lambda view: [p for p in view.all(Party) if p.name in ("Ada Quill", "Norvane")])
    assert {p.name for p in parties} == {"Ada Quill", "Norvane"}
    decide(place, What.MERGE, [p.id for p in parties], who=WHO)
    again(place)
    assert ask(place, lambda view: [s.documents for s in view.all(Story)]) == [story.documents]
    members = {member for p in parties for member in p.members}
    assert ask(place, lambda view: any(members <= set(p.members) for p in view.all(Party)))


def test_a_rejected_attribution_is_kept_and_gives_no_claim(place: Path) -> None:
    said = ask(place, lambda view: said_by(view, "packet", "Seven crates"))
    decide(place, What.REJECT, [said.id], who=WHO)
    again(place)
    with CaseView(place) as view:
        assert view.get(Attribution, said.id) == said
        assert said.id in rejected_findings(view)
        assert not any(a.attribution == said.id for claim in view.all(Claim) for a in claim.accounts)


def test_a_rejected_difference_is_kept_and_says_so(place: Path) -> None:
    difference = ask(place, lambda view: view.all(Difference)[0])
    decide(place, What.REJECT, [difference.id], who=WHO, reason="two counts of one thing")
    again(place)
    with CaseView(place) as view:
        now = view.get(Difference, difference.id)
        assert now is not None
        assert "rejected: ruled by Ada Reed" in now.because[-1]
        assert difference.id in rejected_findings(view)


def test_what_two_reports_share_shows_nothing_once_all_of_it_is_rejected(place: Path) -> None:
    with CaseView(place) as view:
        kin = view.all(Lineage)[0]
        shared = [p for p in view.all(Passage) if {p.a, p.b} == {kin.a, kin.b}]
    for passage in shared:
        decide(place, What.REJECT, [passage.id], who=WHO)
    again(place)
    with CaseView(place) as view:
        assert {p.id for p in shared} <= {p.id for p in view.all(Passage)}
        now = next(x for x in view.all(Lineage) if x.id == kin.id)
        assert (now.relation, now.a_share) == (Relation.NOT_ESTABLISHED, 0.0)
        assert "rejected: ruled by Ada Reed" in now.because[0]


def test_who_took_from_whom_can_be_rejected_by_the_two_documents(place: Path) -> None:
    kin = ask(place, lambda view: view.all(Lineage)[0])
    made = decide(place, What.REJECT, [kin.b, kin.a], who=WHO)
    assert made.standing.finding == kin.id
    again(place)
    assert ask(place, lambda view: next(x for x in view.all(Lineage) if x.id == kin.id)).relation is Relation.NOT_ESTABLISHED


def test_a_rejected_party_is_kept_and_says_so(place: Path) -> None:
    party = ask(place, lambda view: next(p for p in view.all(Party) if p.name == "Norvane"))
    decide(place, What.REJECT, [party.id], who=WHO)
    again(place)
    now = ask(place, lambda view: view.get(Party, party.id))
    assert now is not None
    assert "rejected: ruled by Ada Reed" in now.because[-1]


def test_a_decision_whose_target_is_gone_is_reported(place: Path) -> None:
    claim = ask(place, lambda view: view.all(Claim)[0])
    decide(place, What.NOTE, [claim.id], who=WHO, reason="ask the harbour master")
    for of in dict.fromkeys(account.document for account in claim.accounts):
        length = ask(place, lambda view, of=of: len(view.in_document(Document, of)[0].text))  # type: ignore[misc]
        decide(place, What.ROLE, [f"{of}:0-{length}"], who=WHO, value="chrome")
    again(place)
    with CaseView(place) as view:
        noted, standing = standings(view)[0]
        assert noted.reason == "ask the harbour master"
        assert standing.hold is Hold.GONE
        assert standing.because


def test_what_is_decided_while_a_run_goes_on_waits_for_the_next_and_is_told(place: Path) -> None:
    of = ask(place, lambda view: document(view, "packet"))
    decided: list[str] = []

    def meanwhile(progress: Progress) -> None:
        if not decided:
            decided.append(decide(place, What.OUTLET, [of.id], who=WHO, value="The Tern Herald").decision.id)

    made = run_case(place, None, stages(), meanwhile, lambda rejected: None)
    assert made.waiting == 1
    assert [(d.id, s.hold) for d, s in ask(place, standings)] == [(decided[0], Hold.WAITS)]
    assert run_case(place, None, stages(), lambda progress: None, lambda rejected: None).waiting == 0
    assert [s.hold for _, s in ask(place, standings)] == [Hold.STANDS]
    profile = ask(place, lambda view: view.get(Profile, of.id))
    assert profile is not None
    assert profile.outlet == "The Tern Herald"


@pytest.mark.parametrize("names", [["nothing"], ["d-x:0-9"], [""]])
def test_what_is_not_there_cannot_be_ruled_on(place: Path, names: list[str]) -> None:
    with pytest.raises(UsageError):
        decide(place, What.ACCEPT, names, who=WHO)
    assert ask(place, standings) == ()


@pytest.mark.parametrize("name", ["O'Hara \"Bo\"", "עדה", "Ada\u202eReed", "  A  B "])
def test_names_of_any_letters_are_kept(place: Path, name: str) -> None:
    claim = ask(place, lambda view: view.all(Claim)[0])
    made = decide(place, What.ACCEPT, [claim.id], who=name, reason="Robert'); DROP TABLE decision;--")
    assert ask(place, standings)[0][0] == made.decision
    assert made.decision.who == " ".join(name.split())


def test_half_characters_and_zeros_are_refused(place: Path) -> None:
    claim = ask(place, lambda view: view.all(Claim)[0])
    for who in ("Ada\x00", "Ada\ud800"):
        with pytest.raises(UsageError, match="which is none of a text"):
            decide(place, What.ACCEPT, [claim.id], who=who)
