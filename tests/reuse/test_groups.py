"""What a third report shows of two: a common origin, where each alone would seem to have taken from the other."""

from __future__ import annotations

from dataclasses import replace

from sayso.config import ReuseSettings
from sayso.documents import Credit, Role
from sayso.findings import Direction, Lineage, Reading, Relation
from sayso.reuse.groups import in_groups
from sayso.reuse.stage import reused
from sayso.spans import Span
from tests.reuse.invented import APART, FLOOD, Silent, body, reading


def kin_of(*readings: Reading) -> dict[str, Lineage]:
    """The lineages of the group, by the two documents' keys."""
    settings = ReuseSettings()
    out = {}
    for passages, kin in in_groups(reused(readings, settings, Silent()), readings, settings):
        assert {p.direction for p in passages} == {kin.direction}
        out[kin.a + kin.b] = kin
    return out


def test_two_copies_of_one_report_have_a_common_origin_though_one_came_later() -> None:
    kin = kin_of(*(reading(key, body(*FLOOD), date=f"2024-03-0{day}", outlet=f"{key} Post") for day, key in enumerate("abc", 1)))
    assert kin["ab"].direction is kin["ac"].direction is Direction.A_TO_B
    assert (kin["bc"].relation, kin["bc"].direction) == (Relation.COMMON_ORIGIN, Direction.COMMON)
    assert kin["bc"].because[0] == "what they share is what both have from a Post"


def test_what_two_share_beyond_the_third_still_shows_who_took_from_whom() -> None:
    kin = kin_of(
        reading("a", body(*FLOOD[:4]), date="2024-03-01"),
        reading("b", body(*FLOOD[:4], *APART[:4]), date="2024-03-02"),
        reading("c", body(*FLOOD[:4], *APART[:4]), date="2024-03-03"),
    )
    assert (kin["bc"].relation, kin["bc"].direction) == (Relation.DERIVED, Direction.A_TO_B)


def test_who_credits_the_other_took_from_it_whoever_else_has_the_text() -> None:
    a, b = reading("a", body(*FLOOD), date="2024-03-01"), reading("b", body(*FLOOD), date="2024-03-02", outlet="Reuters")
    c = reading("c", body(*FLOOD), date="2024-03-03", outlet="The Ford Gazette", credit="Reuters")
    assert kin_of(a, b, c)["bc"].direction is Direction.A_TO_B


def test_a_passage_that_two_of_five_credit_to_a_wire_is_the_wires_in_all_five() -> None:
    made = []
    for n, key in enumerate("abcde"):
        one = reading(
            key, body("HOLLIN (Reuters)", *FLOOD[:2], APART[n], f"This is what {key * 9} thought of it all."), outlet=f"{key} Post"
        )
        if key in "ab":
            blocks = (replace(one.profile.blocks[0], role=Role.DATELINE), *one.profile.blocks[1:])
            one = replace(one, profile=replace(one.profile, blocks=blocks, credits=(Credit("Reuters", Span(8, 15)),)))
        else:
            blocks = (replace(one.profile.blocks[0], role=Role.CHROME), *one.profile.blocks[1:])
            one = replace(one, profile=replace(one.profile, blocks=blocks))
        made.append(one)
    kin = kin_of(*made)
    assert len(kin) == 10
    assert {k.relation for k in kin.values()} == {Relation.COMMON_ORIGIN}
    assert kin["de"].because[0] == "a Post credits Reuters, b Post credits Reuters, and they have the same text"


def test_one_credit_alone_says_nothing_of_two_others() -> None:
    made = [reading(key, body(*FLOOD), outlet=f"{key} Post") for key in "abc"]
    assert {k.relation for k in kin_of(*made).values()} == {Relation.NOT_ESTABLISHED}
