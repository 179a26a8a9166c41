import pytest

from sayso.dates import Days, days


def known(text: str) -> Days:
    found = days(text)
    assert found is not None
    return found


def test_a_date_means_all_the_days_that_its_precision_allows() -> None:
    assert known("2024-02-29").first == known("2024-02-29").last
    assert known("2024-02").last - known("2024-02").first == 28
    assert known("2024").last - known("2024").first == 365


def test_a_time_and_a_mark_of_doubt_do_not_change_the_day() -> None:
    assert days("2024-01-08T23:59:59+02:00") == known("2024-01-08") == days("2024-01-08~")


def test_an_interval_reaches_from_its_first_to_its_last_day() -> None:
    assert days("2024-01-08/2024-02") == Days(known("2024-01-08").first, known("2024-02").last)


@pytest.mark.parametrize("text", [None, "", "..", "2024-02-30", "2024-13", "0000", "soon", "2024-02/2024-01", "2024/..", "1/2/3"])
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert days(text) is None


def test_before_holds_only_when_no_day_is_shared() -> None:
    january, eighth, february = known("2024-01"), known("2024-01-08"), known("2024-02-01")
    assert not eighth.before(january)
    assert not january.before(eighth)
    assert january.before(february)
    assert (eighth.apart(january), eighth.apart(february), february.apart(eighth)) == (0, 24, 24)
