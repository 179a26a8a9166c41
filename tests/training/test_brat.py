from pathlib import Path

import pytest

from training.recogniser.brat import record, records
from training.recogniser.records import Marked

TEXT = "“We are open,” Mira Tolland said. “Come in.”\nThe union denied it.\n"
ANNOTATIONS = """\
T1\tContent 0 14;34 44\t“We are open,” “Come in.”
T2\tSource 15 27\tMira Tolland
T3\tPerson 15 27\tMira Tolland
T4\tCue 28 32\tsaid
R1\thas-source Arg1:T4 Arg2:T2
R2\tContent Arg1:T4 Arg2:T1
T5\tCue 55 61\tdenied
A1\tSure T4
#1\tAnnotatorNotes T4\ta note
"""


def test_attributions_and_names_are_read_as_they_are_linked() -> None:
    found = record("quay", TEXT, ANNOTATIONS)
    assert found.attributions == (
        Marked(((15, 27),), ((28, 32),), ((0, 14), (34, 44))),
        Marked((), ((55, 61),), ()),
    )
    assert found.names == ((15, 27, "person"),)
    assert found.weight == 1


def test_what_nobody_marked_is_not_held_to_be_absent() -> None:
    assert record("quay", TEXT, "").attributions is None
    assert record("quay", TEXT, "T1\tPlace 15 27\n").attributions is None
    assert record("quay", TEXT, "T1\tCue 28 32\n").names is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("T9\tCue 60 90\tsaid", "60 90 is not within the text of 66 characters"),
        ("T9\tCue 30 30\t", "not within the text"),
        ("T9\tCue 28 x\tsaid", "not of the form"),
        ("T9\tCue", "not of the form"),
        ("T9\tCue 27 31\tsaid", "were line ends changed"),
        ("R9\thas-source Arg1:T4 Arg2:T99", "does not join two spans"),
        ("R9\thas-source Arg1:T4", "does not join two spans"),
        ("R9", "does not join two spans"),
    ],
)
def test_an_annotation_that_does_not_fit_is_named_with_its_line(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"^quay\.ann, line 10: ") as raised:
        record("quay", TEXT, ANNOTATIONS + line)
    assert why in str(raised.value)


def test_a_folder_is_read_in_the_order_of_its_paths_line_ends_and_all(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name, text in (("b/second", "One.\r\nTwo said.\r\n"), ("a", TEXT)):
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
        (tmp_path / f"{name}.ann").write_bytes((ANNOTATIONS if text == TEXT else "T1\tCue 10 14\tsaid\r\n").encode())
    first, second = records(tmp_path)
    assert (first.name, second.name) == ("brat/a", "brat/second")
    assert second.text == "One.\r\nTwo said.\r\n"
    assert second.attributions == (Marked((), ((10, 14),), ()),)
