import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from training.recogniser.records import Marked, Record, read, write

stretches = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple)
names = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.sampled_from(["person", "place"])), max_size=3).map(tuple)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
records = st.builds(
    Record,
    texts,
    texts,
    st.none() | st.lists(st.builds(Marked, stretches, stretches, stretches), max_size=3).map(tuple),
    st.none() | names,
    st.floats(0, 1),
)


@settings(deadline=None, max_examples=50)
@given(st.lists(records, max_size=4))
def test_records_come_back_as_they_were_written(written: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "records.jsonl.gz"
        assert write(place, written) == len(written)
        assert list(read(place)) == written
