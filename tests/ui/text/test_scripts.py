"""What a paragraph is written in."""

import pytest

from reviewer.ui.text.scripts import arabic_language, has_right_to_left, is_mixed


@pytest.mark.parametrize(
    ("words", "right_to_left", "mixed"),
    [
        ("Plain English, 1924.", False, False),
        ("Déjà vu", False, False),
        ("The word ہم stands here", False, True),
        ("ہم قریب ترین اسکول، (یہاں)۔", True, False),
        ("ہم 2023 میں", True, True),
        ("ہم ۲۳ میں", True, True),
        ("ہم UNICEF میں", True, True),
    ],
)
def test_a_paragraph_mixes_directions_when_letters_or_digits_run_against_it(
    words: str, right_to_left: bool, mixed: bool
) -> None:
    assert is_mixed(words, right_to_left) is mixed


def test_right_to_left_letters_are_seen_anywhere() -> None:
    assert has_right_to_left("a ہ")
    assert has_right_to_left("שלום")
    assert not has_right_to_left("ελληνικά, русский, 中文")


def test_urdu_and_arabic_are_told_apart_by_their_letters() -> None:
    assert arabic_language("ہم قریب ترین اسکول سے تقریباً چھ کلومیٹر دور رہتے ہیں۔") == "ur"
    assert arabic_language("قال المتحدث باسم الوزارة إن اثني عشر شخصا أصيبوا") == "ar"
