"""Reports out of the ordinary, through the whole program: what is told of them, on whose word, and what is left alone."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Attribution, Claim, Unread
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Found, run

TEXTS = {
    "only quotations": "“The mill was closed in May, and nobody has worked there since.”\n\n"
    "“We heard the blast at four in the morning.”",
    "never closed": "The mayor of Aldmoor said: “The mill was closed in May and nobody has worked there since.\n\n"
    "The ferry carried copper to the old harbour on Monday.",
    "five kinds": "Ivo Kestrel, the mayor, said “the mill was closed in May”.\n\n"
    'The owner, Mara Tull, said "nobody has worked there since the spring".\n\n'
    "A nurse, Lena Voss, said ‘two men were carried out of the smoke’.\n\n"
    "The harbour master, Jon Bray, said «the ferry came in at four».\n\n"
    "A clerk, Tim Orr, said „the books were burned in the yard“.",
    "nested": "“The owner told me, ‘The mayor said “close the mill” in May,’ and I believed him,” "
    "said Jon Bray, the harbour master.",
    "no source": "It is alleged that the owner of the mill took the money in spring.",
    "transcript": "HOST: Welcome to the programme.\n\nKESTREL: Thank you for having me.\n\nHOST: Was the mill closed?\n\n"
    "KESTREL: The mill was closed in May. Nobody has worked there since.\n\n(CROSSTALK)\n\n"
    "KESTREL: The council has not heard from the owner.\n\n(END VIDEO CLIP)",
    "live blog": "10.45am GMT\n\nPolice said four men were arrested near the harbour in Aldmoor.\n\nWhat we know so far\n\n"
    "Updated at 11.03am GMT\n\nThe mill is burning and nobody comes! — Lena Voss (@lenavoss) March 14, 2018\n\nShare\n\n"
    "The mayor of Aldmoor will speak at noon in the town hall.",
    "German": "Der Bürgermeister von Aldmoor sagte am Montag, die Mühle sei im Mai geschlossen worden.\n\n"
    "Die Polizei nahm am Dienstag vier Männer in der Nähe des Hafens fest, wie ein Sprecher mitteilte.",
    "Chinese": "市长周一表示，磨坊已于五月关闭。\n\n警方周二在港口附近逮捕了四名男子。",
}


@dataclass(frozen=True)
class Told:
    """What the whole program makes of the texts."""

    found: Found

    def of(self, key: str) -> list[tuple[str, str]]:
        """The accounts of one text with their source's words: "own" where the report speaks itself, empty where nobody is named."""
        document = next(d for d in self.found[Document] if d.key == key)
        said = {a.id: a for a in self.found[Attribution]}
        accounts = sorted((a for c in self.found[Claim] for a in c.accounts if a.document == document.id), key=lambda a: a.span)
        return [
            (
                "own" if a.attribution is None else " ".join(s.of(document.text) for s in said[a.attribution].source),
                a.span.of(document.text),
            )
            for a in accounts
        ]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    file = tmp_path_factory.mktemp("odd") / "reports.jsonl"
    rows = [{"id": key, "outlet": f"The {key} Post", "title": f"Fire: {key}", "text": text} for key, text in TEXTS.items()]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf8")
    return Told(run(stages(), Found({Offer: offers([file], None)}), LocalEngine(), lambda *_: None))


def test_quotations_of_nobody_are_not_the_report_s_own_statements(told: Told) -> None:
    assert told.of("only quotations") == []


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph(told: Told) -> None:
    assert told.of("never closed") == [
        ("The mayor of Aldmoor", "“The mill was closed in May"),
        ("The mayor of Aldmoor", "nobody has worked there since."),
        ("own", "The ferry carried copper to the old harbour on Monday."),
    ]


def test_quotation_marks_of_five_kinds_are_read_alike(told: Told) -> None:
    speakers = ["Ivo Kestrel", "Mara Tull", "Lena Voss", "Jon Bray", "Tim Orr"]
    found = told.of("five kinds")
    assert len(found) == 5
    assert all(name in source for name, (source, _) in zip(speakers, found, strict=True))


def test_a_quotation_within_a_quotation_is_not_torn(told: Told) -> None:
    ((source, words),) = told.of("nested")
    assert source.startswith("Jon Bray")
    assert words.startswith("“The owner told me")
    assert words.rstrip("”,").endswith("believed him")


def test_what_is_said_by_nobody_has_no_source(told: Told) -> None:
    assert told.of("no source") == [("", "that the owner of the mill took the money in spring")]


def test_a_transcript_s_turns_are_its_speakers_and_nothing_is_the_outlet_s_own(told: Told) -> None:
    assert told.of("transcript") == [
        ("KESTREL", "The mill was closed in May."),
        ("KESTREL", "Nobody has worked there since."),
        ("KESTREL", "The council has not heard from the owner."),
    ]


def test_a_live_blog_s_stamps_and_headings_state_nothing_and_a_post_is_who_signs_it(told: Told) -> None:
    assert told.of("live blog") == [
        ("Police", "four men were arrested near the harbour in Aldmoor"),
        ("Lena Voss", "The mill is burning and nobody comes!"),
        ("own", "The mayor of Aldmoor will speak at noon in the town hall."),
    ]


@pytest.mark.parametrize("key", ["German", "Chinese"])
def test_a_report_that_nobody_can_read_gives_no_claim_and_says_so(told: Told, key: str) -> None:
    document = next(d for d in told.found[Document] if d.key == key)
    (unread,) = [u for u in told.found[Unread] if u.document == document.id]
    assert told.of(key) == []
    assert unread.whole
    assert key in " ".join(unread.because)
