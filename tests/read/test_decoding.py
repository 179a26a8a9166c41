from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.read.base import Unusable
from sayso.read.decoding import decode

SAID = {
    "en": "The harbour master said on Friday that he “saw nobody” near the pier. It’s a riddle — even for the crew. ",
    "de": "Die Behörde erklärte am Freitag, sie prüfe die Vorwürfe und könne sich dazu nicht äußern. ",
    "fr": "La préfecture a déclaré vendredi qu'elle n'était pas informée et que l'enquête était confiée à un juge. ",
    "pl": "Rzecznik powiedział w piątek, że śledztwo trwa i że część świadków została już przesłuchana. ",
    "ru": "Представитель порта заявил в пятницу, что никто не видел корабль у причала. ",
    "ja": "港の責任者は金曜日、桟橋の近くで誰も見なかったと述べた。",
    "ko": "항구 책임자는 금요일 부두 근처에서 아무도 보지 못했다고 말했다. ",
    "zh": "港口负责人星期五说，他没有在码头附近看到任何人。",
    "ar": "قال مدير الميناء يوم الجمعة إنه لم ير أحدا قرب الرصيف. ",
    "el": "Ο λιμενάρχης δήλωσε την Παρασκευή ότι δεν είδε κανέναν κοντά στην προβλήτα. ",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("en", "cp1252"), ("en", "mac_roman"), ("de", "latin-1"), ("fr", "latin-1"), ("pl", "cp1250"), ("pl", "iso8859-2"),
        ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("ja", "iso2022_jp"),
        ("ko", "euc-kr"), ("zh", "gb18030"), ("ar", "cp1256"), ("el", "cp1253"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("length", [1, 40])
def test_an_encoding_that_is_not_said_is_found_by_language_and_letters(language: str, encoding: str, length: int) -> None:
    assert decode((SAID[language] * length).encode(encoding)) == SAID[language] * length


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_says_the_encoding_and_is_dropped(encoding: str) -> None:
    assert decode(SAID["de"].encode(encoding)) == SAID["de"]


def test_what_a_page_declares_goes_before_guessing() -> None:
    page = f'<meta charset="iso-8859-7">{SAID["el"]}'
    assert decode(page.encode("iso-8859-7")) == page


def test_line_ends_stay_as_they_were() -> None:
    assert decode(b"one\r\ntwo\rthree\n\x0cfour") == "one\r\ntwo\rthree\n\x0cfour"


@pytest.mark.parametrize(
    ("raw", "looks"),
    [
        (b"%PDF-1.7 words", "a PDF"),
        (b"PK\x03\x04words", r"\.docx"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"words\x00\x01\x02\x03" * 9, "data"),
    ],
)
def test_a_file_that_is_no_text_is_called_what_it_looks_like(raw: bytes, looks: str) -> None:
    with pytest.raises(Unusable, match="is no text"):
        decode(raw)
    with pytest.raises(Unusable) as caught:
        decode(raw)
    assert caught.match(looks)


def test_bytes_in_no_language_are_not_guessed_at() -> None:
    with pytest.raises(Unusable, match="no encoding that can be told"):
        decode(bytes(range(128, 256)) * 20)


def test_a_broken_marked_file_says_where() -> None:
    with pytest.raises(Unusable, match="broken at byte 8"):
        decode(codecs.BOM_UTF8 + b"words\xff")


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw)
    except Unusable:
        return
    assert isinstance(text, str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_what_is_utf_8_comes_back_unchanged(text: str) -> None:
    assert decode(b"." + text.encode()) == "." + text
