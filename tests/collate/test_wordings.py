"""Differences that lie in words: hedges, negations, stances and quotations, in sentences of two reports."""

from __future__ import annotations

import pytest

from sayso.collate.accounts import told
from sayso.collate.differences.hedges import hedges
from sayso.collate.differences.laid import Laid, Parting
from sayso.collate.differences.negation import negation
from sayso.collate.differences.quotes import quotes
from sayso.collate.differences.stance import stance
from sayso.collate.parties import joined
from sayso.config import CollateSettings
from sayso.findings import DifferenceKind, NameType, Reading, Stance, Verdict
from tests.collate.hand import Marks, Said, report


def beside(one: Reading | str, other: Reading | str) -> Laid:
    """The first accounts of two reports, or of two sentences of reports' own."""
    a, b = (x if isinstance(x, Reading) else report(key, x) for key, x in (("a", one), ("b", other)))
    parties = joined([a, b], ())
    return Laid(told(a, parties)[0], told(b, parties)[0], CollateSettings().alike)


def values(found: list[Parting]) -> list[set[str]]:
    return [{side.value for side in parting.sides} for parting in found]


@pytest.mark.parametrize(
    ("hedged", "plain"),
    [
        ("is said to own", "owns"),
        ("was accused of burning", "burned"),
        ("is believed to have burned", "burned"),
        ("may have burned", "burned"),
        ("might burn", "burns"),
        ("could burn", "will burn"),
        ("appears to have burned", "has burned"),
        ("reportedly burned", "burned"),
    ],
)
def test_what_only_may_be_so_in_one_report_and_is_so_in_the_other_has_lost_its_hedge(hedged: str, plain: str) -> None:
    rest = "the old copper mill at the mouth of the river Sorn"
    (parting,) = hedges(beside(f"The captain {hedged} {rest}.", f"The captain {plain} {rest}."))
    assert (parting.kind, parting.verdict) == (DifferenceKind.HEDGE, Verdict.LOST)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("could burn", "can burn"),
        ("may burn", "might burn"),
        ("is said to own", "is believed to own"),
        ("may have burned", "has sold"),
        ("reportedly burned", "allegedly burned"),
    ],
)
def test_one_hedge_for_another_loses_none(one: str, other: str) -> None:
    rest = "the old copper mill at the mouth of the river Sorn"
    assert list(hedges(beside(f"The captain {one} {rest}.", f"The captain {other} {rest}."))) == []


@pytest.mark.parametrize(
    ("negated", "plain"),
    [
        ("did not rule out", "ruled out"),
        ("didn't rule out", "ruled out"),
        ("never ruled out", "ruled out"),
        ("failed to close", "closed"),
        ("has no right to close", "has a right to close"),
        ("left without closing", "left closing"),
        ("cannot close", "can close"),
    ],
)
def test_a_negation_is_missed_in_whatever_words_it_comes(negated: str, plain: str) -> None:
    rest = "the harbour for the whole of the coming winter"
    (parting,) = negation(beside(f"The mayor {negated} {rest}.", f"The mayor {plain} {rest}."))
    assert (parting.kind, parting.verdict) == (DifferenceKind.NEGATION, Verdict.CONFLICT)


def test_a_not_that_is_all_that_parts_a_denial_from_a_confirmation_is_no_difference_of_stance_too() -> None:
    owner = ("The Marwick line", NameType.ORGANIZATION, ())
    content = "the harbour master's account of the long night of the fire"
    denied = Said("The Marwick line", "did dispute", content, stance=Stance.DENIES)
    left = Said("The Marwick line", "did not dispute", content, stance=Stance.CONFIRMS)
    a = report("a", f"The Marwick line did dispute {content}.", Marks(parties=[owner], said=[denied]))
    b = report("b", f"The Marwick line did not dispute {content}.", Marks(parties=[owner], said=[left]))
    laid = beside(a, b)
    assert len(list(negation(laid))) == 1
    assert list(stance(laid)) == []


def quoting(key: str, quoted: str, after: str = "", frame: str = "The mayor said of the harbour fire that it was") -> Reading:
    said = Said("The mayor", "said", f"“{quoted}”")
    return report(key, f"{frame} “{quoted}”{after}.", Marks(parties=[("The mayor", NameType.PERSON, ())], said=[said]))


@pytest.mark.parametrize(
    "after",
    [
        ", speaking through an interpreter",
        ", in a statement in Mandarin",
        ", according to a translation by the port",
        " in translation",
    ],
)
def test_two_translations_of_one_utterance_may_part(after: str) -> None:
    a = quoting("a", "a disaster that we could have wholly prevented", after)
    (parting,) = quotes(beside(a, quoting("b", "a disaster that we could have fully averted")))
    assert (parting.kind, parting.verdict) == (DifferenceKind.QUOTE, Verdict.COMPATIBLE)
    assert any("translations" in why for why in parting.because)


def test_words_about_translation_that_are_themselves_quoted_tell_nothing() -> None:
    a = quoting("a", "a disaster lost in translation that we could have wholly prevented")
    (parting,) = quotes(beside(a, quoting("b", "a disaster lost in translation that we could have fully prevented")))
    assert parting.verdict is Verdict.ALTERED


def test_a_hedge_that_only_one_quotation_has_is_told_as_what_it_is() -> None:
    a = quoting("a", "a disaster that they apparently could have wholly prevented")
    (parting,) = quotes(beside(a, quoting("b", "a disaster that they could have wholly prevented")))
    assert (parting.kind, parting.verdict) == (DifferenceKind.HEDGE, Verdict.ALTERED)


def test_a_quotation_that_the_other_report_has_word_for_word_elsewhere_is_not_altered() -> None:
    a = quoting("a", "we feel badly for them", frame="The mayor said")
    text = "The mayor said on Monday “we feel very badly for them all”.\nEarlier she said “we feel badly for them”."
    said = [Said("The mayor", "said on Monday", "“we feel very badly for them all”")]
    b = report("b", text, Marks(parties=[("The mayor", NameType.PERSON, ())], said=said))
    assert values(list(quotes(beside(a, b)))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we've kept our word and they're not leaving the port", "we have kept our word and they are not leaving the port"),
        ("there is a two-in-three chance that they leave the port", "there is a 2 in 3 chance that they leave the port"),
        ("our workforce is gonna leave the port in the morning", "our work force is going to leave the port in the morning"),
        ("we are not paying for that **** ferry in the port", "we are not paying for that rotten ferry in the port"),
        ("we shall ask Representative Lanz to leave the port", "we shall ask Lanz to leave the port"),
        ("I look forward to the day when they leave the port", "looks forward to the day when they leave the port"),
        ("But it is not enough that they leave the port", "It's not enough that they leave the port"),
    ],
)
def test_one_utterance_written_out_in_two_ways_is_not_altered(one: str, other: str) -> None:
    frame = "The mayor said at the harbour that day:"
    assert list(quotes(beside(quoting("a", one, frame=frame), quoting("b", other, frame=frame)))) == []


def test_whoever_may_be_the_speaker_itself_does_not_deny_what_it_is_told_of() -> None:
    content = "the captain sold the copper to a dealer in the old harbour"
    owner = ("the Marwick line", NameType.ORGANIZATION, ())
    a = report("a", f"the firm said {content}.", Marks(said=[Said("the firm", "said", content)]))
    denied = Said("the Marwick line", "denied", content, stance=Stance.DENIES)
    b = report("b", f"the Marwick line denied {content}.", Marks(parties=[owner], said=[denied]))
    assert list(stance(beside(a, b))) == []


def test_cues_that_both_sentences_have_lose_no_hedge_however_they_were_read() -> None:
    text = "The Aldmoor police claimed and then revealed that the ferry carried copper to the old harbour."
    police = ("The Aldmoor police", NameType.ORGANIZATION, ())
    content = "that the ferry carried copper to the old harbour"
    claimed = Said("The Aldmoor police", "claimed", content, stance=Stance.ALLEGES)
    revealed = Said("The Aldmoor police", "revealed", content, stance=Stance.REVEALS)
    a = report("a", text, Marks(parties=[police], said=[claimed]))
    assert list(hedges(beside(a, report("b", text, Marks(parties=[police], said=[revealed]))))) == []


@pytest.mark.parametrize(
    ("one", "other", "altered"),
    [
        # both reports have the bracket, and the word beside it parts
        ("some people [who] can prevent a disaster and others", "some citizens [who] can prevent a disaster and others", True),
        # each put words of its own in
        ("a disaster that [the port] could have wholly prevented", "a disaster that [they] could have wholly prevented", False),
        # one shows that it left words out
        ("a disaster that … could have wholly prevented", "a disaster that we as a town could have wholly prevented", False),
    ],
)
def test_brackets_and_dots_excuse_what_they_mark_and_nothing_beside_it(one: str, other: str, altered: bool) -> None:
    assert bool(list(quotes(beside(quoting("a", one), quoting("b", other))))) == altered
