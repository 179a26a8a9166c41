"""Accounts in the very same words are compared once, however many reports have them."""

import numpy as np

from sayso.collate.accounts import told
from sayso.collate.alignment import clusters, vectors
from sayso.collate.copies import copies
from sayso.collate.parties import joined
from sayso.collate.told import Told
from sayso.config import CollateSettings
from tests.collate.hand import encode, report

SAID = "The ferry left the old harbour on Monday with all of its crew."


def accounts(*texts: str) -> list[Told]:
    readings = [report(str(number), text) for number, text in enumerate(texts)]
    parties = joined(readings, ())
    return [account for reading in readings for account in told(reading, parties)]


def groups(found: list[Told]) -> list[tuple[int, ...]]:
    return [c.members for c in clusters(found, vectors(found, encode), {}, CollateSettings()) if len(c.members) > 1]


def test_the_first_of_those_in_the_same_words_stands_for_all() -> None:
    found = copies(accounts(SAID, "Nobody in the town had heard the bell that night.", SAID.replace(" on ", "  on ")))
    assert (found.first, found.of) == ((0, 1), ((0, 2), (1,)))
    assert found.spread([0]) == (0, 2)


def test_what_one_report_says_twice_are_two_that_stand_for_themselves() -> None:
    assert copies(accounts(f"{SAID}\n{SAID}")).of == ((0,), (1,))


def test_a_statement_that_more_reports_have_than_are_compared_is_one_claim() -> None:
    most = CollateSettings().candidates
    assert groups(accounts(*[SAID] * (3 * most))) == [tuple(range(3 * most))]


def test_copies_go_with_what_the_first_of_them_is_aligned_with() -> None:
    reworded = "The ferry left the old harbour on Monday with its whole crew."
    assert groups(accounts(SAID, reworded, SAID)) == [(0, 1, 2)]


def test_what_is_near_to_its_neighbours_only_is_not_joined_from_one_end_to_the_other() -> None:
    words = [
        *("alder", "birch", "cedar", "dogwood", "elm", "fir", "ginkgo", "hazel"),
        *("ivy", "juniper", "kauri", "larch", "maple", "nettle", "oak", "pine"),
    ]
    chain = accounts(*(f"The keeper planted {' '.join(words[at : at + 6])}." for at in range(len(words) - 5)))
    rows = vectors(chain, encode)
    for members in groups(chain):
        assert float(np.min(rows[list(members)] @ rows[list(members)].T)) > 0.4
    assert all(len(members) < len(chain) for members in groups(chain))
