"""Words are found in a person's language, and stay English where there are none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.environment import resources, translation
from reviewer.environment.translation import (
    AS_THE_SYSTEM,
    ENGLISH,
    URDU,
    _,
    counted,
    filled,
    language_for,
    right_to_left,
    speak,
    spoken,
)


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak(ENGLISH)


@pytest.mark.parametrize(
    ("wish", "system", "language"),
    [
        (ENGLISH, ["ur-PK"], ENGLISH),
        (URDU, ["de-DE"], URDU),
        (AS_THE_SYSTEM, ["ur-Arab-PK", "en"], URDU),
        (AS_THE_SYSTEM, ["ur_PK"], URDU),
        (AS_THE_SYSTEM, ["de-DE", "ur-PK"], URDU),
        (AS_THE_SYSTEM, ["de-DE", "en-GB", "ur-PK"], ENGLISH),
        (AS_THE_SYSTEM, ["de-DE"], ENGLISH),
        (AS_THE_SYSTEM, [], ENGLISH),
        ("klingon", ["C"], ENGLISH),
    ],
)
def test_the_wish_decides_and_else_the_first_language_there_are_words_in(
    wish: str, system: list[str], language: str
) -> None:
    assert language_for(wish, system) == language


def test_words_are_english_until_another_language_is_spoken() -> None:
    assert (_("Close"), spoken(), right_to_left()) == ("Close", ENGLISH, False)


def test_words_are_urdu_once_urdu_is_spoken_and_english_again_afterwards() -> None:
    speak(URDU)
    assert (_("Close"), spoken(), right_to_left()) == ("بند کریں", URDU, True)
    assert filled("Import {name}", {"name": "x"}).endswith("درآمد کریں")
    speak(ENGLISH)
    assert (_("Close"), spoken(), right_to_left()) == ("Close", ENGLISH, False)


def test_one_is_counted_apart_from_many_and_digits_are_latin() -> None:
    speak(URDU)
    one, many = (counted("{count} document", "{count} documents", count) for count in (1, 1_200))
    assert one.endswith("1 دستاویز")
    assert many.endswith("1,200 دستاویزات")


def test_a_template_for_one_and_for_many_is_picked_by_its_count() -> None:
    words = ("Import {count} document", "Import {count} documents")
    assert [filled(words, {"count": count}) for count in (1, 2)] == [
        "Import 1 document",
        "Import 2 documents",
    ]
    speak(URDU)
    one, many = (filled(words, {"count": count}) for count in (1, 2))
    assert one.endswith("1 دستاویز درآمد کریں")
    assert many.endswith("2 دستاویزات درآمد کریں")


def test_a_count_that_is_no_number_is_spoken_of_as_several() -> None:
    words = ("Import {count} document", "Import {count} documents")
    assert filled(words, {"count": "x"}) == "Import x documents"
    assert filled(words, {}) == "Import … documents"


def test_words_nobody_has_translated_and_no_words_at_all_are_left_as_they_are() -> None:
    speak(URDU)
    assert (_("never said anywhere"), _("")) == ("never said anywhere", "")


def test_a_value_that_is_missing_is_left_out() -> None:
    assert filled("“{name}” is closed.", {}) == "“…” is closed."


def test_a_catalogue_that_is_not_there_leaves_the_words_english() -> None:
    speak("xx")
    assert (_("Close"), spoken()) == ("Close", ENGLISH)


def test_a_catalogue_that_is_damaged_leaves_the_words_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "reviewer.mo"
    damaged.write_bytes(b"no catalogue")
    monkeypatch.setattr(resources, "find", lambda _name: damaged)
    translation.speak(URDU)
    assert (_("Close"), spoken()) == ("Close", ENGLISH)
