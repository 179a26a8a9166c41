"""What no pile should hold and some do: it is compared all the same, within its memory, and what was left out is said."""

from __future__ import annotations

import time
import tracemalloc
from random import Random

from sayso.config import ReuseSettings
from sayso.findings import Direction, PassageKind, Relation
from sayso.reuse.stage import TOO_LONG, reused
from tests.reuse.invented import APART, FLOOD, REWORDED, Silent, body, found_in, reading

HOUSE = (
    "大坝在一夜之间决口，洪水淹没了下游的村庄，数百户人家被迫离开自己的家园。市长说没有人事先通知她的办公室。"
    "工程师两年前就写道，泄洪道太窄了，无法应付如此大雨。九个村庄停电，通往北岸的唯一桥梁已经关闭。"
)
SEPARATE = "议会昨天通过了新的港口法，渔民们在码头上抗议，认为配额太低，难以维持一家人的生计。部长拒绝发表评论。"


def invented_words(count: int, seed: int) -> str:
    """So many words of an invented language, in sentences."""
    chance = Random(seed)
    lexicon = ["".join(chance.choices("abdegiklmnoprstuv", k=chance.randint(3, 9))) for _ in range(4000)]
    said = [" ".join(chance.choices(lexicon, k=18)).capitalize() + "." for _ in range(count // 18)]
    return " ".join(said)


def test_of_ten_thousand_identical_documents_each_is_tied_to_the_earliest_and_says_so() -> None:
    copies = [reading(f"{at:05}", FLOOD[0] + " " + FLOOD[1], date=f"2024-03-{at % 28 + 1:02}") for at in range(10_000)]
    tracemalloc.start()
    passages, lineages = found_in(*copies)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(lineages) == 9_999
    assert {"00000"} == {kin.a for kin in lineages}
    assert len(passages) == 9_999
    assert all("one of 10000 copies of one text, each laid beside the earliest only" in kin.because for kin in lineages)
    assert peak < 500e6


def test_a_document_of_one_sentence_is_found_in_another() -> None:
    (passage,), (kin,) = found_in(reading("a", FLOOD[3]), reading("b", body(*FLOOD)))
    assert passage.kind is PassageKind.VERBATIM
    assert kin.a_share > 0.99


def test_a_document_of_five_megabytes_is_compared_within_its_memory() -> None:
    long = invented_words(650_000, 1)
    assert len(long) > 4_000_000
    huge = reading("a", long)
    other = reading("b", long[1_000_000:] + " " + FLOOD[0])
    short = reading("c", body(FLOOD[1], long[2_000_000:2_000_400], FLOOD[2]))
    tracemalloc.start()
    found = list(reused([huge, other, short], ReuseSettings(), Silent()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    shares = {(kin.a, kin.b): (kin.a_share, kin.b_share) for _, kin in found}
    assert shares["a", "b"][1] > 0.99
    assert len(shares) == 3
    assert TOO_LONG in found[0][1].because
    assert peak < 1.5e9


def test_a_script_without_spaces_is_compared_by_its_characters() -> None:
    (passage,), (kin,) = found_in(reading("a", HOUSE + SEPARATE), reading("b", "本报讯。" + HOUSE))
    assert passage.a_span.start == 0
    assert len(passage.a_span) >= len(HOUSE) - 1
    assert kin.b_share > 0.9
    assert found_in(reading("a", HOUSE), reading("b", SEPARATE)) == ([], [])


def test_a_passage_repeated_in_one_document_is_found_where_it_fits_best() -> None:
    teaser = "The river Sorrel rose by two metres in a single night"
    a = reading("a", body(APART[0], *FLOOD[:2]))
    b = reading("b", body(teaser + " - more below.", APART[3], *FLOOD[:2], APART[4]))
    (passage,), _ = found_in(a, b)
    assert passage.b_span.start == b.text.index(FLOOD[0])
    assert passage.a_span.of(a.text) == passage.b_span.of(b.text)


def test_a_text_that_repeats_itself_for_ever_is_compared_and_counts_once() -> None:
    chant = reading("a", "The gates of the dam must open now and they must stay open. " * 2_000)
    march = reading("b", "They sang: the gates of the dam must open now and they must stay open. " * 2_000)
    start = time.perf_counter()
    passages, (kin,) = found_in(chant, march, reading("c", body(*FLOOD)))
    assert time.perf_counter() - start < 60
    assert 1 <= len(passages) <= 2
    assert kin.relation is Relation.NOT_ESTABLISHED
    same, _ = found_in(reading("a", "never again " * 5_000), reading("b", "never again " * 4_000))
    assert len(same) == 1


def test_without_any_date_all_is_found_and_no_direction_is() -> None:
    readings = [reading(key, body(*text)) for key, text in zip("abc", (FLOOD, REWORDED, FLOOD[:3]), strict=True)]
    passages, lineages = found_in(*readings)
    assert {(kin.a, kin.b) for kin in lineages} == {("a", "b"), ("a", "c"), ("b", "c")}
    assert {kin.direction for kin in lineages} | {p.direction for p in passages} == {Direction.UNKNOWN}


def test_dates_in_the_future_are_dates_and_dates_that_are_none_are_unknown() -> None:
    _, (kin,) = found_in(reading("a", body(*FLOOD), date="2999-01-02"), reading("b", body(*FLOOD), date="2999-01-01"))
    assert kin.direction is Direction.B_TO_A
    for none in ("2024-02-31", "XXXX", "2024-03-01/.."):
        passages, (kin,) = found_in(reading("a", body(*FLOOD), date=none), reading("b", body(*REWORDED), date="2024-03-01"))
        assert passages
        assert kin.direction is Direction.UNKNOWN
    _, lineages = found_in(*(reading(key, body(*FLOOD), date=far) for key, far in (("a", "0001-01-01"), ("b", "9999-12-31"))))
    assert [kin.direction for kin in lineages] == [Direction.A_TO_B]


def test_a_pile_of_one_document_has_nothing_to_compare() -> None:
    assert found_in(reading("a", body(*FLOOD))) == ([], [])
    assert found_in(reading("a", "")) == ([], [])
