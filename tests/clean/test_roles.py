from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.stage import profile
from sayso.documents import Declared, Document, Mark, Marking, Role
from sayso.spans import Span

from .pages import LAST, LEAD, NEXT, STORY, clean, role_of, roles

BODY = Role.BODY


def test_a_report_without_a_page_around_it_is_all_body() -> None:
    assert roles(STORY) == [(BODY, LEAD), (BODY, NEXT), (BODY, LAST)]


def test_every_line_is_a_block_trimmed_and_in_order() -> None:
    text = f"\r\n  {LEAD} \r\n\t{NEXT}\r{LAST}\u2028 \n"
    assert [words for _, words in roles(text)] == [LEAD, NEXT, LAST]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "A cargo ship ran aground off the coast of Norland on\nMonday, the harbour authority said, and its crew of nine\n"
        "was brought ashore before the evening tide came in.\n\nThe authority said that no oil had been lost and that the\n"
        "weather was to blame, and not the crew, who had done\nall that could be done."
    )
    assert [words.split()[0] for _, words in roles(text)] == ["A", "The"]


@pytest.mark.parametrize("title", ["Ship runs aground off Norland", "Why did a ship run aground off Norland?"])
def test_a_short_line_before_the_sentences_is_the_headline(title: str) -> None:
    assert roles(f"{title}\n\n{STORY}")[0] == (Role.HEADLINE, title)
    assert clean(f"{title}\n\n{STORY}").title == title


def test_a_doubled_headline_is_marked_twice_also_around_a_standfirst() -> None:
    text = f"Ship runs aground off Norland\n\nIts crew of nine was brought ashore unhurt.\nShip Runs Aground Off Norland\n{STORY}"
    assert [role for role, _ in roles(text)][:4] == [Role.HEADLINE, BODY, Role.HEADLINE, BODY]


def test_the_declared_title_is_the_headline_whatever_its_marks_and_with_the_site_behind_it() -> None:
    declared = Declared(title="“Lucky” crew of nine saved off Norland | The Harbour Post")
    assert role_of('"Lucky" crew', f'"Lucky" crew of nine saved off Norland\n{STORY}', declared) is Role.HEADLINE


def test_a_first_sentence_is_no_headline() -> None:
    assert role_of("Nine were saved.", f"Nine were saved.\n{STORY}") is BODY


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ada Brook and C. D. Lund", Role.BYLINE),
        ("By Ada Brook, Harbour Correspondent", Role.BYLINE),
        ("Ada Brook", Role.BYLINE),
        ("Updated:", Role.CHROME),
        ("0:00", Role.CHROME),
        ("12:04 / 45:10", Role.CHROME),
        ("This article is more than 3 years old", Role.CHROME),
        ("Share Tweet Email", Role.CHROME),
        ("Tuesday, 4 May 2021", Role.CHROME),
        ("Published 4 May 2021 14:03 GMT", Role.CHROME),
        ("Updated May 4 at 2:03 p.m. ET", Role.CHROME),
        ("ADVERTISEMENT", Role.CHROME),
        ("We use cookies to give you the best experience.", Role.CHROME),
        ("Subscribe to continue reading this article.", Role.CHROME),
        ("Sign up for our daily newsletter", Role.PROMO),
        ("Read more: Where ships ran aground before", Role.PROMO),
        ("RELATED: Where ships ran aground before", Role.PROMO),
        ("Ten ships, one rock: who is to blame? | Ada Brook Read more", Role.PROMO),
        ("Lesen Sie auch: Wo schon Schiffe auf Grund liefen", Role.PROMO),
        ("Play Video 1:07 Ship aground – video", Role.PROMO),
        ("Pictured: the ship at low tide", Role.CAPTION),
        ("The ship at low tide on Monday. Ben Lund/Getty Images", Role.CAPTION),
        ("The ship at low tide (AP Photo/Ben Lund)", Role.CAPTION),
        ("File photo", Role.CAPTION),
        ("Photograph: Ben Lund/AFP", Role.CAPTION),
        ("Photo: Ben Lund/Getty Images", Role.CAPTION),
        ("LONDON (Reuters) -", Role.DATELINE),
        ("Next ›", Role.CHROME),
        ("Page 2 of 3", Role.CHROME),
        ("(Updates with the words of the insurer)", Role.CHROME),
        ("This post was last updated at 7:19 p.m. ET.", Role.CHROME),
        ("ALSO READ: Where ships ran aground before", Role.PROMO),
        ("Lesen Sie den Originalartikel hier.", Role.PROMO),
        ("Graphics: Ada Brook/Harbour Post", Role.CAPTION),
        ("FILE - The ship in dock, before it was sold to its owner of today.", Role.CAPTION),
    ],
)
def test_lines_around_a_report_get_their_roles(line: str, role: Role) -> None:
    assert role_of(line, f"Ship runs aground off Norland\n{line}\n{STORY}") is role


@pytest.mark.parametrize(
    "line",
    [
        "Reuters contributed to this report.",
        "(Reporting by Ada Brook; Editing by C. D. Lund)",
        "Additional reporting by Ada Brook in Oslo",
        "This story was first published by The Harbour Post.",
        "— With assistance by Ada Brook",
        "Material from the Associated Press was used in this report.",
        "h/t: The Harbour Gazette",
        "Sources: dpa, AFP",
        "Mit Informationen der Nachrichtenagenturen AFP und dpa.",
        "Dies ist eine maschinelle Übersetzung eines Artikels unserer Kollegen.",
    ],
)
def test_lines_that_say_whose_work_it_is_are_credits(line: str) -> None:
    assert role_of(line, f"{STORY}\n\n{line}") is Role.CREDIT


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday evening the tug had come and the ship was afloat again.",
        "The dry summer has contributed to the low water in the harbour.",
        "The owner asked its customers to sign up to its alerts by e-mail.",
        "Share prices of the owner fell by a tenth.",
        "The pictured crew told a court that they had seen nothing.",
        "“Nobody said a word,” Ada Brook said.",
        "Read more slowly, the log tells another story, the insurer said.",
        "He said: “I saw it, and I will say so again tomorrow.",
        "Ada Brook, Ben Lund and two others were on board, according to the list, which was made public on Sunday.",
        "The site collects data on its users, says its privacy policy, which differs from the privacy notice of its owner.",
        "Sources close to the owner said that the ship had been sold twice, and that nobody knew to whom.",
        "Via a spokesman, the owner said that he would say nothing until the log was found.",
        "The Coast Authority (CA) said that nobody had called it before the morning.",
        "Harbour Master Ada Brook (N-Norland) said that nobody had called her before the morning.",
        "NORLAND's authority - which has no ship of its own - said that it had asked for help.",
        "The correction of the charts took a year: an earlier version showed no rock at all.",
        "NO",
    ],
)
def test_sentences_of_a_report_stay_body(sentence: str) -> None:
    assert role_of(sentence, f"{LEAD}\n\n{sentence}\n\n{NEXT}\n\n{sentence}\n\n{LAST}") is BODY


def test_everything_behind_you_may_also_like_is_promo_as_long_as_it_reads_like_links() -> None:
    links = ["Ten ships that never came home", "'I saw it', says diver", "Why do ships run aground?"]
    found = roles("\n".join((STORY, "You may also like", *links)))
    assert [words for role, words in found if role is Role.PROMO] == ["You may also like", *links]


def test_a_block_of_links_ends_where_the_report_goes_on() -> None:
    text = f"{LEAD}\nMore on this...\nTen ships that never came home\n{NEXT}\n{LAST}"
    assert [role for role, _ in roles(text)] == [BODY, Role.PROMO, Role.PROMO, BODY, BODY]


def test_a_shouted_link_between_paragraphs_is_promo() -> None:
    text = f"{LEAD}\n\nTEN SHIPS THAT NEVER CAME HOME TO NORLAND\n\n{NEXT}"
    assert role_of("TEN SHIPS", text) is Role.PROMO


def test_lines_behind_one_shouted_label_given_again_and_again_are_promo() -> None:
    links = ("KIJK DAN HIER | Tien schepen", "KIJK DAN HIER | Een rots")
    found = roles("\n".join((LEAD, links[0], NEXT, links[1], LAST)))
    assert [words for role, words in found if role is Role.PROMO] == list(links)
    assert role_of("KIJK DAN", f"{LEAD}\n{links[0]}\n{NEXT}") is BODY


def test_things_of_the_title_in_a_row_are_no_byline() -> None:
    declared = Declared(title="Norland stew: Sweet Potato, Sea Kale, and Salted Herring")
    assert role_of("Sweet Potato", f"{LEAD}\nSweet Potato, Sea Kale, and Salted Herring\n{NEXT}", declared) is not Role.BYLINE


def test_a_newsletter_form_in_one_line_is_promo() -> None:
    form = (
        "date 2021-05-04 Get the news straight to your inbox sign up to our evening email Please enter a valid email address "
        "I agree to be emailed, see our privacy notice SIGN UP Thanks for joining the"
    )
    assert roles(f"{form}\n\n{STORY}")[0] == (Role.PROMO, form)


def test_a_newsletter_form_that_runs_into_the_report_is_cut_from_it() -> None:
    form = "Sign up to our evening email Please enter a valid email address Thanks for signing up to the Harbour News email."
    found = roles(f"{form} {LEAD}\n{NEXT}")
    assert found[:2] == [(Role.PROMO, form), (BODY, LEAD)]


def test_a_caption_glued_to_a_paragraph_gets_a_block_of_its_own() -> None:
    assert roles(f"{LEAD} Pictured: The ship at low tide\n{NEXT}")[:2] == [
        (BODY, LEAD),
        (Role.CAPTION, "Pictured: The ship at low tide"),
    ]


def test_a_caption_that_repeats_a_sentence_of_the_report_is_one_caption() -> None:
    text = f"{LEAD}\n{NEXT}\n{LEAD} Pictured: The ship at low tide"
    assert [role for role, _ in roles(text)] == [BODY, BODY, Role.CAPTION]


def test_a_credit_glued_to_the_last_paragraph_gets_a_block_of_its_own() -> None:
    line = "Ada B. Brook and The Associated Press contributed to this report."
    assert roles(f"{STORY} {line}")[-2:] == [(BODY, LAST), (Role.CREDIT, line)]


def test_a_link_in_brackets_behind_a_paragraph_gets_a_block_of_its_own() -> None:
    assert roles(f"{LEAD} (RELATED: Ten ships that never came home)\n{NEXT}")[1][0] is Role.PROMO


@pytest.mark.parametrize(
    "head",
    [
        "NORLAND (Reuters) -",
        "NORLAND, March 3 (UPI) —",
        "(CNN) –",
        "Dec 29 (Reuters) -",
        "PORT NORLAND, Skerries —",
        "NORLAND/SKERRIES --",
    ],
)
def test_a_dateline_that_leads_the_report_is_a_block_of_its_own(head: str) -> None:
    assert roles(f"{head} {LEAD}\n{NEXT}")[:2] == [(Role.DATELINE, head), (BODY, LEAD)]


@pytest.mark.parametrize("language", ["de", "de-AT"])
def test_a_place_before_a_dash_is_a_dateline_in_papers_that_write_it_so(language: str) -> None:
    text = f"Norland - {LEAD}\n{NEXT}"
    assert roles(text, Declared(language=language))[0] == (Role.DATELINE, "Norland -")
    assert roles(text, Declared(language="en"))[0][0] is BODY


def test_a_shouted_label_before_a_dash_is_no_dateline() -> None:
    assert roles(f"UPDATE - {LEAD}\n{NEXT}")[0][0] is BODY


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ("Correction: An earlier version of this report gave the wrong name of the ship.", "a correction"),
        ("An earlier version of this article misstated the day on which the ship sailed.", "a correction"),
        ("This article was amended on 4 May 2021 to say that nine were saved.", "a correction"),
        ("Berichtigung: In einer früheren Fassung stand ein falscher Name.", "a correction"),
        ("Editor’s note: The inquiry was closed after this report was published.", "a note on the text"),
        ("Anm. d. Red.: Der Name wurde geändert.", "a note on the text"),
    ],
)
def test_corrections_and_notes_on_the_text_are_no_account_of_the_event_and_can_be_found_again(line: str, because: str) -> None:
    block = clean(f"{STORY}\n\n{line}").blocks[-1]
    assert (block.role, block.because) == (Role.CHROME, (because,))


@pytest.mark.parametrize(
    ("end", "role"),
    [
        ("(Editor's note: The inquiry was closed in May.)", Role.CHROME),
        ("(Reporting by Ada Brook in Norland; Editing by Ben Lund)", Role.CREDIT),
        ("Follow Ada Brook on Twitter: @adabrook", Role.PROMO),
        ("Read more at The Harbour Post.", Role.PROMO),
    ],
)
def test_what_is_glued_to_the_last_paragraph_gets_a_block_of_its_own(end: str, role: Role) -> None:
    assert roles(f"{STORY} {end}")[-2:] == [(BODY, LAST), (role, end)]


def test_the_letters_behind_the_last_paragraph_are_a_credit() -> None:
    assert roles(f"{STORY} (abl/dpa)")[-1] == (Role.CREDIT, "(abl/dpa)")


def test_who_the_author_is_is_promo_and_who_anybody_else_is_stays_body() -> None:
    declared = Declared(authors=("Ada Brook",))
    about = "Ada Brook is the harbour correspondent of The Harbour Post."
    other = "Ben Lund is the harbour master of Norland, and has been so for years."
    assert role_of(about, f"{STORY}\n{about}", declared) is Role.PROMO
    assert role_of(other, f"{STORY}\n{other}", declared) is BODY


def test_who_somebody_is_whom_the_report_never_names_is_promo() -> None:
    note = "Ivo Kestrel is the director of the Institute for Tides at Skerries."
    lines = [f"{LEAD} Matter {number}." for number in range(6)]
    assert roles("\n\n".join([*lines, note]))[-1] == (Role.PROMO, note)
    told = [*lines, "The tide was higher than all before it, Kestrel wrote in a paper of his own that was read on Monday."]
    assert roles("\n\n".join([*told, note]))[-1] == (BODY, note)
    assert roles("\n\n".join([*lines, f"{note} “It rose,” he said."]))[-1][0] is BODY


def test_a_card_of_links_run_into_a_sentence_is_cut_out_of_it_and_the_rest_stays_body() -> None:
    before, after = "The bill was brought in by Rep. Rob Kestrel", "(N-Skerries), who had asked for it since the spring."
    card = "Robert (Rob) Ivo KestrelHarbour board balks at inquiry Pilots go local in race to the quay | New boats for Hollin MORE"
    assert roles(f"{LEAD}\n\n{before} {card} {after}\n\n{LAST}") == [
        (BODY, LEAD), (BODY, before), (Role.PROMO, card), (BODY, after), (BODY, LAST),
    ]  # fmt: skip
    shouted = "THE HARBOUR BOARD KNOWS MORE THAN IT SAYS, AND THE PILOTS KNOW MORE THAN THE BOARD, SAID ROB KESTREL ON MONDAY."
    assert all(role is not Role.PROMO for role, _ in roles(f"{LEAD}\n\n{shouted}\n\n{LAST}"))


def test_the_captions_of_a_gallery_run_into_one_line_are_a_caption() -> None:
    story = "The council met behind shut doors on Monday evening, as it had on every day of that week."
    gallery = f"Photos: The flood {LEAD} Hide Caption 1 of 3 Photos: The flood {NEXT} Hide Caption 3 of 3"
    assert roles(f"{LEAD}\n\n{story} {gallery} {LAST}") == [(BODY, LEAD), (BODY, story), (Role.CAPTION, gallery), (BODY, LAST)]


def test_a_credit_below_one_picture_after_another_is_a_caption_with_the_line_above_it() -> None:
    text = f"{LEAD}\nThe ship at low tide\nHarbour Post / Lund\nThe crew ashore\nHarbour Post / Lund\n{NEXT}"
    assert [role for role, _ in roles(text)] == [BODY, *[Role.CAPTION] * 4, BODY]


def test_what_the_page_marks_as_a_caption_is_one_and_a_heading_is_no_link() -> None:
    text = f"{LEAD}\nThe ship at low tide\n{NEXT}\nMore on this\nWhat the insurer knew of it\n{LAST}"
    marks = tuple(
        Mark(Span(text.index(words), text.index(words) + len(words)), marking)
        for words, marking in (
            ("The ship at low tide", Marking.CAPTION),
            ("What the insurer knew of it", Marking.HEADING),
        )
    )
    given = [block.role for block in profile(Document("d-1", "a", "a", text, marks=marks)).blocks]
    assert given == [BODY, Role.CAPTION, BODY, Role.PROMO, BODY, BODY]


@pytest.mark.parametrize(("lead", "role"), [(LEAD, Role.PROMO), ("The inquiry asked three things of the owner of the ship:", BODY)])
def test_titles_in_a_list_are_links_unless_a_paragraph_leads_up_to_them(lead: str, role: Role) -> None:
    items = ("Ten ships that never came home", "Why do so many ships run aground")
    text = "\n".join((lead, *items, NEXT))
    marks = tuple(Mark(Span(text.index(item), text.index(item) + len(item)), Marking.ITEM) for item in items)
    given = profile(Document("d-1", "a", "a", text, Declared(title="A ship"), marks)).blocks
    assert [block.role for block in given][1:3] == [role, role]


def test_every_role_but_body_says_why() -> None:
    text = f"Ship runs aground off Norland\nAda Brook\nUpdated:\n{STORY}\nReuters contributed to this report.\nRead more\nTen ships"
    assert all(block.because for block in clean(text).blocks if block.role is not BODY)


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            LEAD,
            NEXT,
            "Updated:",
            "You may also like",
            "Ada Brook",
            "By Ada Brook",
            "LONDON (AP) — It sank.",
            "Pictured:",
            "\u202e\u0000(",
            "Photo:",
        ]
    ),
    st.sampled_from(
        [
            "sign up to our inbox privacy policy your inbox by signing up",
            "X contributed to this report.",
            "told The Times",
            "© 2020 The Sun",
        ]
    ),
)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", " "]), st.one_of(st.none(), st.text(max_size=40)))
@settings(max_examples=150, deadline=None)
def test_blocks_cover_all_words_once_in_order_whatever_the_text(lines: list[str], joint: str, title: str | None) -> None:
    text = joint.join(lines)
    found = clean(text, Declared(title=title))
    blocks = [block.span for block in found.blocks]
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    covered = [False] * len(text)
    for span in blocks:
        assert span
        assert span == span.trimmed(text)
        covered[span.start : span.end] = [True] * len(span)
    assert all(held or character.isspace() for held, character in zip(covered, text, strict=True))
    assert all(credit.span.of(text) for credit in found.credits)
