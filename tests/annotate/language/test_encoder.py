from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.language import Encoder
from sayso.errors import ModelDamaged

encode = Encoder()


def test_texts_that_mean_the_same_are_nearer_than_texts_that_do_not() -> None:
    rows = encode(["Prosecutors charged the minister.", "The minister was charged by prosecutors.", "It rained all day."])
    alike, apart = float(rows[0] @ rows[1]), float(rows[0] @ rows[2])
    assert alike > 0.9
    assert apart < 0.3


def test_a_text_has_one_vector_whatever_it_is_read_with() -> None:
    text = "The harbour master said the fire began at noon."
    alone = Encoder()([text])
    among = Encoder()(["A much longer sentence about something else, with many more words than the other one.", text, "Short."])
    assert alone.tobytes() == among[1:2].tobytes()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.characters() | st.just("\ud800"), max_size=400), max_size=3))
def test_any_text_has_a_row_of_length_one(texts: list[str]) -> None:
    rows = encode(texts)
    assert rows.shape == (len(texts), 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)


def test_a_missing_model_is_named() -> None:
    with pytest.raises(ModelDamaged, match=r"tokenizer\.json: cannot be read"):
        Encoder(Path("nowhere"))(["x"])


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sha256.txt").write_text(f"{'0' * 64} tokenizer.json\n")
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelDamaged, match="not the file that was released"):
        Encoder(tmp_path)(["x"])
