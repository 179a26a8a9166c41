from sayso.documents import Credit
from sayso.findings import HandRole, NameType
from sayso.spans import Span
from tests.attribute.hand import party, with_cue

SPEAKER, CHANNEL, RELAY, OUTLET = HandRole.SPEAKER, HandRole.CHANNEL, HandRole.RELAY, HandRole.OUTLET


def hands(text: str, cue: str, *names: str, outlet: str | None = "The Harbour Post") -> list[tuple[HandRole, str]]:
    parties = (party(text, name, NameType.ORGANIZATION) for name in names)
    return [(hand.role, hand.name) for hand in with_cue(text, cue, *parties, outlet=outlet).chain]


def test_the_speaker_comes_first_and_the_outlet_last() -> None:
    text = "Norsk Marine said the hull was thin."
    assert hands(text, "said", "Norsk Marine") == [(SPEAKER, "Norsk Marine"), (OUTLET, "The Harbour Post")]


def test_the_outlet_is_left_out_when_it_is_not_known() -> None:
    assert hands("Brandt said the hull was thin.", "said", outlet=None) == [(SPEAKER, "Brandt")]


def test_an_allegation_without_a_source_has_no_speaker() -> None:
    assert hands("The owner allegedly lied.", "allegedly") == [(OUTLET, "The Harbour Post")]


def test_where_it_was_said_is_a_channel() -> None:
    assert (CHANNEL, "statement") in hands("Brandt said in a joint statement that the hull was thin.", "said in a joint statement")
    assert (CHANNEL, "press briefing") in hands('"No," said Brandt at a news conference.', "said")
    assert (CHANNEL, "WeChat") in hands("The ministry alleged on its WeChat account that the crew lied.", "alleged")


def test_a_platform_that_is_called_one_is_a_channel_by_its_name() -> None:
    assert (CHANNEL, "Chirp") in hands("Brandt alleged in a post on the social network Chirp that the crew lied.", "alleged")


def test_a_channel_inside_the_content_is_none_of_its_hands() -> None:
    found = hands("Brandt said the crew lied in a statement.", "said")
    assert [role for role, _ in found] == [SPEAKER, OUTLET]


def test_whoever_reports_the_whole_of_it_is_a_relay() -> None:
    text = "The ministry claimed Orlov passed four files to the embassy, reported The Times."
    assert hands(text, "claimed") == [(SPEAKER, "The ministry"), (RELAY, "The Times"), (OUTLET, "The Harbour Post")]
    assert hands(text, "reported") == [(SPEAKER, "The Times"), (OUTLET, "The Harbour Post")]


def test_whoever_was_told_is_a_relay_when_it_is_an_outlet() -> None:
    assert (RELAY, "Reuters") in hands("Brandt told Reuters that the hull was thin.", "told")
    assert [role for role, _ in hands("Brandt told the crew that the hull was thin.", "told")] == [SPEAKER, OUTLET]


def test_the_outlet_itself_is_no_relay_of_its_own() -> None:
    assert [role for role, _ in hands("Brandt told Reuters that the hull was thin.", "told", outlet="Reuters")] == [SPEAKER, OUTLET]


def test_a_credit_in_the_sentence_is_a_relay() -> None:
    text = "Brandt said the hull was thin, the Eastport Courier reported."
    credit = Credit("Eastport Courier", Span(text.index("Eastport"), text.index(" reported")))
    found = with_cue(text, "said", credited=(credit,))
    assert (RELAY, "Eastport Courier") in [(hand.role, hand.name.removeprefix("the ")) for hand in found.chain]


def test_an_outlet_that_is_credited_with_what_it_reported_hands_it_on() -> None:
    text = "The hull was thin, reported The Eastport Courier."
    credit = Credit("The Eastport Courier", Span(text.index("reported"), len(text) - 1))
    found = with_cue(text, "reported", credited=(credit,))
    assert [(hand.role, hand.name) for hand in found.chain] == [(RELAY, "The Eastport Courier"), (OUTLET, "The Harbour Post")]
