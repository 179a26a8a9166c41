"""What a unit's labels say is what was marked: read back as the recogniser reads a model's labels, they give the same spans."""

from importlib.resources import files
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.annotate.language.labels import NAMED
from sayso.annotate.language.paths import runs
from sayso.annotate.language.pieces import LONGEST, words_of
from training.recogniser.records import Marked, Record, Stretch
from training.recogniser.units import IGNORED, Unit, lures, restyled, units

TOKENIZER = Tokenizer.from_str(files("sayso.annotate.language").joinpath("model", "tokenizer.json").read_text("utf8"))
TOKENIZER.no_padding()
TOKENIZER.no_truncation()
WORDS = ("Mira", "said", "“", "”", '"', "M16", "the", "Überlingen", "co-operate", "U.S", "17", "antidisestablishmentarianism", "…")
NOBODY = frozenset[str]()
randoms = st.integers(0, 2**32).map(Random)


def paragraph(rng: Random, length: int, start: int) -> tuple[str, list[Stretch]]:
    """Words and their places, the first at `start`."""
    words = [rng.choice(WORDS) for _ in range(length)]
    places: list[Stretch] = []
    for word in words:
        places.append((start, start + len(word)))
        start += len(word) + 1
    return " ".join(words), places


def marked(rng: Random, lengths: list[int]) -> Record:
    """Paragraphs of so many words; in each one attribution of parts that do not touch, and names that do not overlap."""
    text, said, names = "", list[Marked](), list[tuple[int, int, str]]()
    for length in lengths:
        more, places = paragraph(rng, length, len(text))
        text += more + "\n"
        ends = sorted(rng.sample(range(length + 1), 6)) if length > 5 else []
        if ends:
            parts = [(places[a][0], places[b - 1][1]) for a, b in zip(ends[::2], ends[1::2], strict=True)]
            source, cue, content = rng.sample(parts, 3)
            said.append(Marked((source,), (cue,), (content,)))
            names += [(*part, str(rng.choice(NAMED))) for part in parts]
    return Record("test/one", text, tuple(said), tuple(names))


def spans(unit: Unit, labels: tuple[int, ...], kind: int) -> list[Stretch]:
    words = words_of(unit.pieces)
    return [(words[a].start, words[b - 1].end) for a, b in runs([labels[word.first] for word in words], kind)]


@settings(deadline=None)
@given(randoms, st.lists(st.integers(1, 8), min_size=1, max_size=5), st.booleans())
def test_labels_read_back_are_what_was_marked(rng: Random, lengths: list[int], as_in_training: bool) -> None:
    record = marked(rng, lengths)
    found = list(units(record, TOKENIZER, NOBODY, rng if as_in_training else None))
    assert [(s, e, str(kind)) for u in found for i, kind in enumerate(NAMED) for s, e in spans(u, u.names, i)] == sorted_by_unit(
        record, found
    )
    asked = [
        Marked(tuple(spans(u, cue.parts, 0)), ((u.pieces.offsets[cue.first][0], u.pieces.offsets[cue.last - 1][1]),), content)
        for u in found
        for cue in u.asked
        if (content := tuple(spans(u, cue.parts, 1)))
    ]
    assert asked == list(record.attributions or ())


def sorted_by_unit(record: Record, found: list[Unit]) -> list[tuple[int, int, str]]:
    """The names of a record in the order of units, types and places."""
    kinds = [str(kind) for kind in NAMED]
    first = [unit.pieces.offsets[0][0] for unit in found]
    return sorted(record.names or (), key=lambda name: (sum(at <= name[0] for at in first), kinds.index(name[2]), name[0]))


@settings(deadline=None, max_examples=10)
@given(randoms, st.integers(LONGEST + 1, 3 * LONGEST))
def test_of_a_long_paragraph_every_part_says_only_what_was_marked(rng: Random, length: int) -> None:
    record = marked(rng, [length])
    found = list(units(record, TOKENIZER, NOBODY, None))
    assert len(found) > 1
    for unit in found:
        assert len(unit.pieces) <= LONGEST
        read = [(s, e, str(kind)) for i, kind in enumerate(NAMED) for s, e in spans(unit, unit.names, i)]
        assert all(any(s == a and e <= b and kind == given for a, b, given in record.names or ()) for s, e, kind in read)
        assert all(spans(unit, cue.parts, 0) for cue in unit.asked)
    assert {name for name in record.names or () if name[1] - name[0] < 60} <= {
        (s, e, str(kind)) for unit in found for i, kind in enumerate(NAMED) for s, e in spans(unit, unit.names, i)
    }


@settings(deadline=None)
@given(randoms, st.lists(st.integers(1, 40), min_size=1, max_size=4))
def test_every_piece_has_a_label_of_each_head(rng: Random, lengths: list[int]) -> None:
    record = marked(rng, lengths)
    for unit in units(record, TOKENIZER, frozenset(["said"]), rng):
        size = len(unit.pieces)
        rows = (unit.names, unit.cues, unit.sources, unit.contents, *(cue.parts for cue in unit.asked))
        assert {len(row) for row in rows} == {size}
        assert all(0 <= cue.first < cue.last <= size for cue in unit.asked)
        assert all(cue.real or not any(cue.parts) for cue in unit.asked)


def test_what_nobody_marked_is_left_out_of_the_loss() -> None:
    (unit,) = units(Record("test/names", "Mira said so.", None, ((0, 4, "person"),)), TOKENIZER, frozenset(["said"]), None)
    assert set(unit.cues) | set(unit.sources) | set(unit.contents) == {IGNORED}
    assert not unit.asked
    (unit,) = units(Record("test/said", "Mira said so.", (Marked(((0, 4),), ((5, 9),), ((10, 12),)),)), TOKENIZER, NOBODY, None)
    assert set(unit.names) == {IGNORED}
    assert [(cue.first, cue.last, cue.real) for cue in unit.asked] == [(1, 2, True)]


def test_words_that_are_often_cues_are_asked_about_where_they_are_none() -> None:
    said = Record("test/said", "Mira said so.", (Marked(((0, 4),), ((5, 9),), ((10, 12),)),))
    assert lures([said] * 5) == {"said"}
    assert lures([said] * 4) == NOBODY
    (unit,) = units(Record("test/none", "The said letter was lost.", ()), TOKENIZER, lures([said] * 5), None)
    assert [(cue.first, cue.real, any(cue.parts)) for cue in unit.asked] == [(1, False, False)]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab “”‘’\"'\n"), max_size=30), randoms)
def test_other_quotation_marks_move_nothing(text: str, rng: Random) -> None:
    styled = restyled(text, rng)
    assert len(styled) == len(text)
    assert [c for c in styled if c.isalnum() or c.isspace()] == [c for c in text if c.isalnum() or c.isspace()]
    assert all(a == b for a, b in zip(styled, text, strict=True) if b.isalnum() or b.isspace())
