"""A small hand-made case, whole and coherent, for the tests of what keeps and shows cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sayso.decisions.anchors import anchor
from sayso.decisions.making import decision
from sayso.documents import Basis, Block, Credit, Declared, Document, Profile, Published, Rejected, Role, Version
from sayso.findings import (
    About,
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
    Hold,
    Lineage,
    LocalParty,
    Mention,
    MentionKind,
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
    Standing,
    Story,
    Target,
    Unread,
    Verdict,
    What,
)
from sayso.spans import Span
from sayso.stages import Bench, Found, Outcome

HARBOUR = "Harbour gate left open\n\nThe port said seven crates were lost. “Nobody was hurt,” said Ada Quill."
MIRROR = "Gate at harbour left open\n\nSeven crates were lost, the port revealed. “No one was hurt,” Ada Quill said."


def at(text: str, words: str) -> Span:
    """Where the words stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(name: str, text: str) -> Document:
    return Document(f"d-{name}", name, f"given/{name}.txt", text, Declared(outlet=name.title(), authors=("Ben Oake",)))


def profile(of: Document, date: str | None = None) -> Profile:
    head, body = of.text.split("\n\n")
    blocks = (
        Block(at(of.text, head), Role.HEADLINE, ("the first line",)),
        Block(at(of.text, body), Role.BODY),
    )
    published = Published(date, Basis.STATED, ("a line at the top",)) if date else Published()
    credit = (Credit("Coastwire", at(of.text, "port")),)
    outlet = of.declared.outlet
    return Profile(of.id, outlet, None, head, of.declared.authors, published, "en", blocks, credit, ("declared",))


def annotation(of: Document) -> Annotation:
    quill = LocalParty(f"l-{of.key}", "Ada Quill", NameType.PERSON, (), (Mention(at(of.text, "Ada Quill"), MentionKind.NAME),))
    return Annotation(of.id, (Sentence(at(of.text, of.text.split("\n\n")[1]), Role.BODY),), parties=(quill,))


def attribution(of: Document, content: str) -> Attribution:
    return Attribution(
        f"a-{of.key}",
        of.id,
        SpeechKind.DIRECT,
        (at(of.text, "Ada Quill"),),
        (at(of.text, "said" if of.key == "harbour" else "revealed"),),
        (at(of.text, content),),
        f"l-{of.key}",
        Stance.STATES,
        (Hand(HandRole.SPEAKER, "Ada Quill", f"l-{of.key}"), Hand(HandRole.OUTLET, of.key.title())),
        ("a quotation beside its cue",),
    )


A, B = document("harbour", HARBOUR), document("mirror", MIRROR)
QUOTES = (at(HARBOUR, "Nobody was hurt"), at(MIRROR, "No one was hurt"))
ACCOUNTS = (
    Account("c-1a", A.id, QUOTES[0], "a-harbour", Stance.STATES, "Harbour"),
    Account("c-1b", B.id, QUOTES[1], "a-mirror", Stance.STATES, "Mirror"),
)
GROUP = OriginGroup(("c-1a", "c-1b"), ("the same speaker through the same hands",))

VALUES: Mapping[type, tuple[object, ...]] = {
    Document: (A, B),
    Version: (
        Version(A.id, replace(A, id="d-harbour-before", text="Harbour gate shut", declared=Declared(captured="2031-04-01"))),
    ),
    Profile: (profile(A, "2031-04-02"), profile(B)),
    Annotation: (annotation(A), annotation(B)),
    Unread: (
        Unread(A.id, (Span(0, 4), Span(6, 9)), False, ("written in German", "written in Greek letters")),
        Unread(B.id, (Span(0, len(B.text)),), True, ("written in Polish",)),
    ),
    Attribution: (attribution(A, "Nobody was hurt"), attribution(B, "No one was hurt")),
    Passage: (
        Passage("p-1", A.id, QUOTES[0], B.id, QUOTES[1], PassageKind.REWORDED, 0.8125, Direction.UNKNOWN, ("mutually nearest",)),
    ),
    Lineage: (
        Lineage(A.id, B.id, Relation.COMMON_ORIGIN, Direction.UNKNOWN, 0.5, 0.625, ("one credit",)),
        Lineage(B.id, A.id, Relation.VERSION, Direction.B_TO_A, 1.0, 0.75, ("both are of one outlet",)),
    ),
    Story: (Story("s-1", "Harbour gate left open", (A.id, B.id), ("the same names on the same day",)),),
    Party: (
        Party(
            "y-1",
            "Ada Quill",
            NameType.PERSON,
            ("Quill",),
            (Place(A.id, at(HARBOUR, "Ada Quill")), Place(B.id, at(MIRROR, "Ada Quill"))),
            ("l-harbour", "l-mirror"),
        ),
    ),
    Claim: (Claim("c-1", "s-1", "Nobody was hurt", ACCOUNTS, Origins(1, OriginStatus.SINGLE, (GROUP,))),),
    Difference: (
        Difference(
            "x-1",
            "c-1",
            DifferenceKind.QUOTE,
            Verdict.ALTERED,
            (Side(A.id, QUOTES[0], "Nobody was hurt"), Side(B.id, QUOTES[1], "No one was hurt")),
            ("one speaker, two wordings",),
        ),
    ),
    Event: (Event("e-1", "s-1", "2031-04", Basis.INFERRED, A.id, at(HARBOUR, "seven crates were lost"), "c-1"),),
}
REJECTED = (Rejected("given/empty.txt", "read", "it is empty"),)
DECISION = decision(
    What.NOTE,
    Target(About.CLAIM, "Nobody was hurt", (anchor(A, QUOTES[0]), anchor(B, QUOTES[1]))),
    "Ben Oake",
    datetime(2031, 4, 3, 10, tzinfo=UTC),
    "asked the port",
)


WAITING = Standing(DECISION.id, Hold.WAITS, "c-1", ())


@dataclass(frozen=True)
class FakeStage:
    """A stage that gives what it was made with."""

    name: str
    values: Mapping[type, tuple[object, ...]] = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()
    needs: tuple[type, ...] = ()
    version: int = 1

    @property
    def gives(self) -> tuple[type, ...]:
        return tuple(self.values)

    def run(self, found: Found, bench: Bench) -> Outcome:
        bench.tell(1, 1)
        return Outcome(self.values, self.rejected)


def stages() -> tuple[FakeStage, ...]:
    """An order of stages that gives the whole hand-made case."""

    def giving(*kinds: type) -> Mapping[type, tuple[object, ...]]:
        return {kind: VALUES[kind] for kind in kinds}

    return (
        FakeStage("read", giving(Document, Version), REJECTED),
        FakeStage("clean", giving(Profile)),
        FakeStage("annotate", giving(Annotation, Unread)),
        FakeStage("attribute", giving(Attribution)),
        FakeStage("reuse", giving(Passage, Lineage)),
        FakeStage("stories", giving(Story)),
        FakeStage("collate", giving(Party, Claim, Difference)),
        FakeStage("timeline", giving(Event)),
    )
