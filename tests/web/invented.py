"""An invented event, told by four invented reports, with everything a page can show. Findings are laid by hand."""

from __future__ import annotations

from functools import cache

from sayso.documents import Basis, Block, Credit, Declared, Document, Profile, Published, Rejected, Role
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
    Moment,
    Name,
    NameType,
    OriginGroup,
    Origins,
    OriginStatus,
    Party,
    Passage,
    PassageKind,
    Place,
    Quantity,
    Relation,
    Sentence,
    Side,
    SpeechKind,
    Stance,
    Story,
    Verdict,
)
from sayso.spans import Span, Spans
from sayso.store.base import StageRun
from tests.web.fakes import FakeView

GAZETTE = """Blaze at Tarn Quay depot sends workers to hospital
A fire tore through the Velmark chemical depot at Tarn Quay on Tuesday night.
The Tarn Fire Brigade said 14 workers were taken to hospital. "We saw no sign of a leak," Chief Ada Brunel told reporters.
Velmark denied that inspectors had warned it of faulty valves, the port authority said in a post on Harbourline.
Read more: ten walks along the estuary"""

COURIER = """Tarn Quay: brigade counts its injured
Twelve workers and two drivers were treated after Tuesday's fire at Velmark's depot, according to the Tarn Fire Brigade.
"We found no trace of a leak," said Chief Ada Brunel.
Inspectors revealed that they had warned Velmark of faulty valves.
Northern Wire contributed to this report."""

WIRE = """Fire at chemical depot, 20 hurt
A fire broke out at the Velmark depot on 3 March 2026. Some 20 workers were hurt, a union official claimed.
Velmark declined to comment."""

LOOSE = """Ferry timetable changes
The morning ferry now leaves at 7.40."""

TEXTS = {"d-gazette": GAZETTE, "d-courier": COURIER, "d-wire": WIRE, "d-loose": LOOSE}
OUTLETS = {"d-gazette": "Tarn Gazette", "d-courier": "The Estuary Courier", "d-wire": None, "d-loose": "Ferry News"}


def at(document: str, words: str) -> Span:
    """Where the words stand in the document; a test that asks for words that are not there fails."""
    start = TEXTS[document].index(words)
    return Span(start, start + len(words))


def lines(document: str) -> Spans:
    spans, start = [], 0
    for line in TEXTS[document].split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def sentences(document: str) -> Spans:
    """Good enough for these texts: a sentence ends at a full stop (and its closing mark) that a blank follows."""
    out, text = [], TEXTS[document]
    for line in lines(document):
        start = line.start
        for place in range(line.start, line.end):
            if text[place] == " " and text[place - 1] in '."' and text[place - 2] in '.,stlk"':
                if text[place - 1] == '"' and text[place - 2] == ",":
                    continue
                out.append(Span(start, place))
                start = place + 1
        out.append(Span(start, line.end))
    return tuple(out)


def attribution(key: str, document: str, who: str, cue: str, content: str, stance: Stance, *chain: Hand) -> Attribution:
    return Attribution(
        id=key,
        document=document,
        kind=SpeechKind.DIRECT if '"' in content else SpeechKind.INDIRECT,
        source=(_nearest(document, who, cue),),
        cue=(at(document, cue),),
        content=(at(document, content),),
        speaker=f"p-{who}",
        stance=stance,
        chain=chain,
        because=(f"the cue “{cue}” stands beside its source",),
    )


def _nearest(document: str, who: str, cue: str) -> Span:
    """Where the source stands that is nearest to its cue."""
    text, near = TEXTS[document], at(document, cue)
    places = [place for place in range(len(text)) if text.startswith(who, place)]
    return min((Span(place, place + len(who)) for place in places), key=near.gap)


def account(key: str, document: str, words: str, said: str | None, stance: Stance) -> Account:
    return Account(key, document, at(document, words), said, stance, OUTLETS[document])


def difference(key: str, claim: str, kind: DifferenceKind, verdict: Verdict, *sides: tuple[str, str, str]) -> Difference:
    found = tuple(Side(document, at(document, words), value) for document, words, value in sides)
    return Difference(key, claim, kind, verdict, found, (f"{' and '.join(v for _, _, v in sides)} stand against each other",))


def profile(document: str) -> Profile:
    roles = {"d-gazette": {0: Role.HEADLINE, 4: Role.PROMO}, "d-courier": {0: Role.HEADLINE, 4: Role.CREDIT}}.get(document, {})
    return Profile(
        document=document,
        outlet=OUTLETS[document],
        family="Estuary Press" if document == "d-courier" else None,
        title=TEXTS[document].split("\n")[0],
        authors=("Mira Holt",) if document == "d-gazette" else (),
        published=Published("2026-03-04", Basis.STATED, ("the record's own date",)) if document != "d-wire" else Published(),
        language="en",
        blocks=tuple(Block(s, roles.get(i, Role.BODY), ("its place in the page",)) for i, s in enumerate(lines(document))),
        credits=(Credit("Northern Wire", at("d-courier", "Northern Wire")),) if document == "d-courier" else (),
    )


def annotation(document: str) -> Annotation:
    roles = profile(document)
    return Annotation(
        document=document,
        sentences=tuple(Sentence(s, roles.role_at(s.start) or Role.BODY) for s in sentences(document)),
        names=tuple(Name(at(document, n), NameType.ORGANIZATION) for n in ("Velmark", "Tarn Quay") if n in TEXTS[document]),
        quantities=(Quantity(at("d-gazette", "14 workers"), 14, 14, thing="worker"),) if document == "d-gazette" else (),
        moments=(Moment(at("d-wire", "3 March 2026"), "2026-03-03", Basis.STATED),) if document == "d-wire" else (),
    )


BRIGADE = Hand(HandRole.SPEAKER, "the Tarn Fire Brigade", "p-The Tarn Fire Brigade")
PORT = Hand(HandRole.SPEAKER, "the port authority")
CHANNEL = Hand(HandRole.CHANNEL, "Harbourline")

ATTRIBUTIONS = (
    attribution(
        "a-1", "d-gazette", "The Tarn Fire Brigade", "said", "14 workers were taken to hospital", Stance.STATES,
        BRIGADE, Hand(HandRole.OUTLET, "Tarn Gazette"),
    ),
    attribution("a-2", "d-gazette", "Chief Ada Brunel", "told reporters", '"We saw no sign of a leak,"', Stance.STATES),
    attribution(
        "a-3", "d-gazette", "the port authority", "said in a post",
        "Velmark denied that inspectors had warned it of faulty valves", Stance.STATES, PORT, CHANNEL,
    ),
    attribution("a-4", "d-gazette", "Velmark", "denied", "that inspectors had warned it of faulty valves", Stance.DENIES),
    attribution(
        "a-5", "d-courier", "the Tarn Fire Brigade", "according to", "Twelve workers and two drivers were treated",
        Stance.STATES, BRIGADE,
    ),
    attribution("a-6", "d-courier", "Chief Ada Brunel", "said", '"We found no trace of a leak,"', Stance.STATES),
    attribution("a-7", "d-courier", "Inspectors", "revealed", "they had warned Velmark of faulty valves", Stance.REVEALS),
    attribution("a-8", "d-wire", "a union official", "claimed", "Some 20 workers were hurt", Stance.ALLEGES),
)  # fmt: skip

CLAIMS = (
    Claim(
        "c-injured", "s-fire", "14 workers were taken to hospital",
        (
            account("k-1", "d-gazette", "14 workers were taken to hospital", "a-1", Stance.STATES),
            account("k-2", "d-courier", "Twelve workers and two drivers were treated", "a-5", Stance.STATES),
            account("k-3", "d-wire", "Some 20 workers were hurt", "a-8", Stance.ALLEGES),
        ),
        Origins(2, OriginStatus.INDEPENDENT, (
            OriginGroup(("k-1", "k-2"), ("both go back to the Tarn Fire Brigade",)),
            OriginGroup(("k-3",), ("another speaker, no passage in common",)),
        )),
    ),
    Claim(
        "c-warned", "s-fire", "inspectors had warned it of faulty valves",
        (
            account("k-4", "d-gazette", "inspectors had warned it of faulty valves", "a-4", Stance.DENIES),
            account("k-5", "d-courier", "they had warned Velmark of faulty valves", "a-7", Stance.REVEALS),
        ),
        Origins(1, OriginStatus.NOT_ESTABLISHED, (OriginGroup(("k-4", "k-5"), ("nothing shows who took from whom",)),)),
    ),
    Claim(
        "c-leak", "s-fire", "We saw no sign of a leak",
        (
            account("k-6", "d-gazette", "We saw no sign of a leak", "a-2", Stance.STATES),
            account("k-7", "d-courier", "We found no trace of a leak", "a-6", Stance.STATES),
        ),
        Origins(1, OriginStatus.SINGLE, (OriginGroup(("k-6", "k-7"), ("one speaker, Chief Ada Brunel",)),)),
    ),
    Claim(
        "c-fire", "s-fire", "A fire broke out at the Velmark depot",
        (account("k-8", "d-wire", "A fire broke out at the Velmark depot", None, Stance.STATES),),
        Origins(1, OriginStatus.SINGLE, (OriginGroup(("k-8",), ("one account",)),)),
    ),
)  # fmt: skip

DIFFERENCES = (
    difference(
        "x-sum", "c-injured", DifferenceKind.NUMBER, Verdict.COMPATIBLE,
        ("d-gazette", "14 workers", "14"), ("d-courier", "Twelve workers and two drivers", "12 + 2"),
    ),
    difference(
        "x-number", "c-injured", DifferenceKind.NUMBER, Verdict.CONFLICT,
        ("d-gazette", "14 workers", "14"), ("d-wire", "20 workers", "about 20"),
    ),
    difference(
        "x-quote", "c-leak", DifferenceKind.QUOTE, Verdict.ALTERED,
        ("d-gazette", "We saw no sign of a leak", "We saw no sign of a leak"),
        ("d-courier", "We found no trace of a leak", "We found no trace of a leak"),
    ),
    difference(
        "x-stance", "c-warned", DifferenceKind.STANCE, Verdict.CONFLICT,
        ("d-gazette", "denied", "denies"), ("d-courier", "revealed", "reveals"),
    ),
)  # fmt: skip

OTHERS = (
    Story(
        "s-fire", "Blaze at Tarn Quay depot sends workers to hospital", ("d-gazette", "d-courier", "d-wire"),
        ("all name Velmark",),
    ),
    Party(
        "P-brigade", "Tarn Fire Brigade", NameType.ORGANIZATION, (),
        (
            Place("d-gazette", at("d-gazette", "The Tarn Fire Brigade")),
            Place("d-courier", at("d-courier", "the Tarn Fire Brigade")),
        ),
        ("p-The Tarn Fire Brigade", "p-the Tarn Fire Brigade"),
    ),
    Passage(
        "r-1", "d-courier", at("d-courier", "warned Velmark of faulty valves"), "d-gazette",
        at("d-gazette", "warned it of faulty valves"), PassageKind.REWORDED, 0.9, Direction.COMMON, ("the same order of words",),
    ),
    Passage(
        "r-2", "d-courier", at("d-courier", "Chief Ada Brunel"), "d-gazette", at("d-gazette", "Chief Ada Brunel"),
        PassageKind.VERBATIM, 1.0, Direction.UNKNOWN, ("3 words alike",),
    ),
    Lineage("d-courier", "d-gazette", Relation.COMMON_ORIGIN, Direction.COMMON, 0.3, 0.2, ("Northern Wire is credited",)),
    Event("e-fire", "s-fire", "2026-03-03", Basis.STATED, "d-wire", at("d-wire", "broke out at the Velmark depot"), "c-fire"),
    Rejected("photos/quay.jpg", "read", "is an image, not a text"),
)  # fmt: skip


def finished(*names: str) -> tuple[StageRun, ...]:
    return tuple(StageRun(name, 1, 0.5, 3, 0) for name in names)


@cache
def case() -> FakeView:
    """The whole invented case, complete."""
    documents = tuple(Document(key, f"{key}.txt", f"/in/{key}.txt", text, _declared(key)) for key, text in TEXTS.items())
    profiles, annotations = tuple(map(profile, TEXTS)), tuple(map(annotation, TEXTS))
    values = (*documents, *profiles, *annotations, *ATTRIBUTIONS, *CLAIMS, *DIFFERENCES, *OTHERS)
    return FakeView(values, "quayside", finished("read", "clean", "annotate"))


def _declared(key: str) -> Declared:
    return Declared(url=f"https://news.example/{key}") if key == "d-gazette" else Declared()
