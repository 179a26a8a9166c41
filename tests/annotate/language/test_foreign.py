"""Which paragraphs are left alone because they are in another language, and which are not, though they look it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.language.foreign import unread

ENGLISH = "The harbour master told reporters on Monday that the bridge would stay shut until the spring."
GERMAN = "Der Hafenmeister sagte am Montag, die Brücke bleibe bis zum Frühjahr für den Verkehr gesperrt."


def why(*paragraphs: str, languages: str = "en") -> list[str | None]:
    return unread(paragraphs, frozenset(languages.split()))


@pytest.mark.parametrize(
    ("paragraph", "reason"),
    [
        (GERMAN, "written in German"),
        (GERMAN.upper(), "written in German"),
        ("„Davon haben wir nichts gewusst“, sagte die Sprecherin der Reederei.", "written in German"),
        ("Le maire a déclaré lundi que le pont resterait fermé jusqu'au printemps.", "written in French"),
        ("El alcalde dijo el lunes que el puente seguirá cerrado hasta la primavera.", "written in Spanish"),
        ("Burmistrz powiedział w poniedziałek, że most pozostanie zamknięty do wiosny.", "written in Polish"),
        ("قال مدير الميناء إن الجسر سيبقى مغلقا.", "written in Arabic letters"),
        ("Мэр сказал: нет.", "written in Cyrillic letters"),
        ("港务局长说，大桥将关闭。", "written in Chinese characters"),
        ("항만청장은 다리가 닫힌다고 말했다.", "written in Korean letters"),
        ("“Όχι”, είπε η δήμαρχος.", "written in Greek letters"),
    ],
)
def test_another_language_is_told_by_its_letters_or_its_words(paragraph: str, reason: str) -> None:
    assert why(ENGLISH, paragraph, ENGLISH) == [None, reason, None]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Al-Mansur.",
        "João Ferrão Quintela, 62",
        "Salim Abu Qasim, Nadira al-Hafez, Tariq bin Yusuf and Leyla Çelikoğlu were named by the Al-Bahr newspaper, it said.",
        "Yusuf Abu Hamdan, Khalid al-Otaibi, Fatima Benali, Omar Haddad, Layla Mansour, Hassan Nasser, Samir Khoury",
        "Wei Zhidong, Li Xiaomin, Chen Guanlin, Huang Weiping, Zhao Ruixing, Liu Xiaolong, Xu Zhenhai, Wang Qifeng",
        "“Davon haben wir nichts gewusst und werden alles aufklären”, the minister told the Tagesblick.",
        "Mayor Wang (王) and the paper 東方港報 declined to comment.",
        "HARBOUR MASTER SAYS BRIDGE SHUT UNTIL SPRING",
        "def main(): print('%s' % argv[1])  # exits with 1",
        "| 12 | 14.5 | 9 |",
        "👍 👎 🎉",
        "\u202e\u200d\u0301",
        "“” ‘’ \"\"",
        "\ud800",
        "",
        "   ",
    ],
)
def test_english_and_what_is_no_language_is_not_taken_for_another(paragraph: str) -> None:
    assert why(ENGLISH, paragraph, ENGLISH) == [None, None, None]
    assert why(paragraph) == [None]


def test_what_cannot_be_told_goes_with_the_greater_part_of_the_text() -> None:
    assert why(GERMAN, "Er sagte nein.", "Krause") == ["written in German"] * 3
    assert why(GERMAN, "Krause", ENGLISH, ENGLISH) == ["written in German", None, None, None]


def test_a_model_of_another_language_reads_that_and_leaves_english_alone() -> None:
    assert why(GERMAN, ENGLISH, "Krause", GERMAN, languages="de") == [None, "written in English", None, None]
    assert why("Мэр сказал: нет.", languages="ru") == [None]
    assert why(GERMAN, ENGLISH, languages="de en") == [None, None]


def test_a_model_of_a_language_that_cannot_be_told_reads_everything() -> None:
    assert why(GERMAN, ENGLISH, languages="tlh") == [None, None]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.text(max_size=60), st.sampled_from([ENGLISH, GERMAN, "Krause"])), max_size=5))
def test_any_text_is_told_the_same_way_each_time(paragraphs: list[str]) -> None:
    found = why(*paragraphs)
    assert len(found) == len(paragraphs)
    assert found == why(*paragraphs)
    assert all(reason is None or reason.startswith("written in ") for reason in found)
