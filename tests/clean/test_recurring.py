from __future__ import annotations

from itertools import count

from sayso.clean import Clean
from sayso.documents import Block, Declared, Document, Profile, Role
from sayso.engines.local import LocalEngine
from sayso.stages import Found

NUMBERS = count(1)
PEOPLE = (
    "Ada Brook, Ben Lund, Carla Dorn, Dag Ekberg and Eva Falk",
    "Gil Hart, Hanna Ingram, Ivo Jansen, Jon Kettle and Kim Lorne",
    "Leo Marsh, Mia Norden, Nils Orr, Olga Penn and Per Quist",
    "Rosa Stein, Sten Tarn, Tove Uhl, Ulf Varn and Vera Wick",
)
HARBOUR = "the Norland Harbour Board, the Skerries Pilots, Captain Lund, Master Brook and the Tern Line"


def report(names: str, *more: str, outlet: str = "The Harbour Post", last: str = "") -> Document:
    """A report with names of its own, and lines of its page."""
    number = next(NUMBERS)
    lines = (
        f"On the {number}th day the council heard {names}, who had come to speak of what they knew of matter {number}.",
        *more,
        f"It was said of {names} that they would be asked again, and that their answers would be kept for number {number}.",
        last or f"Nobody else was heard on day {number}, and the council will not say when it will meet for matter {number}.",
    )
    return Document(f"d-{number}", f"{number}", f"{number}", "\n\n".join(lines), Declared(title=f"Matter {number}", outlet=outlet))


def cleaned(*documents: Document) -> list[tuple[Block, ...]]:
    outcome = Clean().run(Found({Document: documents}), LocalEngine().bench("clean"))
    return [p.blocks for p in outcome.values[Profile] if isinstance(p, Profile)]


def body_of(document: Document, blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.span.of(document.text) for block in blocks if block.role is Role.BODY)


def test_a_line_in_reports_on_different_events_is_the_outlets_furniture_whatever_its_numbers_and_days() -> None:
    pile = [report(names, f"Tide table {n}, Monday edition") for n, names in enumerate(PEOPLE)]
    for document, blocks in zip(pile, cleaned(*pile), strict=True):
        assert "Tide table" not in body_of(document, blocks)
        furniture = next(block for block in blocks if "Tide table" in block.span.of(document.text))
        assert furniture.role is Role.CHROME
        assert furniture.because == ("stands in 3 other reports of this outlet on other events",)


def test_what_recurs_and_invites_is_promo() -> None:
    line = "Join the friends of this paper at its stall in the market hall on any day of the week."
    pile = [report(names, last=line) for names in PEOPLE]
    assert all(blocks[-1].role is Role.PROMO for blocks in cleaned(*pile))


def test_a_last_sentence_that_recurs_is_cut_from_its_paragraph() -> None:
    end = "This paper is printed on paper made of old ropes."
    pile = [report(names, last=f"What {names.split(' ')[0]} said was not written down. {end}") for names in PEOPLE]
    for document, blocks in zip(pile, cleaned(*pile), strict=True):
        assert [b.span.of(document.text) for b in blocks if b.role is Role.CHROME] == [end]


def test_background_in_every_report_of_one_affair_stays_body() -> None:
    background = "The ferry sank two years ago with nine on board, and no inquiry has been held into it since."
    pile = [report(HARBOUR, last=background) for _ in range(6)]
    assert all(background in body_of(document, blocks) for document, blocks in zip(pile, cleaned(*pile), strict=True))


def test_a_paragraph_that_many_outlets_carry_is_no_outlets_furniture() -> None:
    carried = "The rate at which the central bank lends has stood at a tenth for longer than most can remember."
    pile = [report(names, last=carried, outlet=outlet) for outlet in ("The Harbour Post", "The Skerries Sun") for names in PEOPLE]
    assert all(carried in body_of(document, blocks) for document, blocks in zip(pile, cleaned(*pile), strict=True))


def test_a_sentence_amid_the_report_stays_body_however_often_it_recurs() -> None:
    votes = ("first", "second", "third", "fourth")
    more = tuple(f"Then came a vote, the {vote} of its kind, on which nobody spoke." for vote in votes)
    pile = [report(names, *more[:2], "The hall was full and the doors were shut.", *more[2:]) for names in PEOPLE]
    assert all("The hall was full" in body_of(document, blocks) for document, blocks in zip(pile, cleaned(*pile), strict=True))


def test_copies_of_one_report_are_not_emptied() -> None:
    pile = [report(PEOPLE[0]) for _ in range(4)]
    assert all(block.role is not Role.CHROME for blocks in cleaned(*pile) for block in blocks)


def test_two_reports_are_not_enough_and_no_outlet_is_nobodys() -> None:
    few = [report(names, "Tide table of the day") for names in PEOPLE[:2]]
    strays = [Document(d.id, d.key, d.path, d.text) for d in (report(names, "Tide table of the day") for names in PEOPLE)]
    for document, blocks in zip([*few, *strays], [*cleaned(*few), *cleaned(*strays)], strict=True):
        assert "Tide table" in body_of(document, blocks)
