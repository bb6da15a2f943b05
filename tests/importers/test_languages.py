"""Statistics tell the languages that letters and common words do not."""

from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.reading.captures import Rule
from reviewer.domain.spans import Span
from reviewer.importers.languages import by_letters, of_text

GERMAN = "Bei dem Überfall wurden drei Männer festgenommen, teilte die Polizei am Abend mit.\n"
ENGLISH = "The raid took place in the town and three men were held by the police.\n"


def test_another_language_in_latin_letters_is_told_by_statistics() -> None:
    found = of_text(GERMAN)
    assert found is not None
    assert (found.field, found.value, found.span) == ("language", "de", None)
    assert found.rule == Rule.COMMON_WORDS


def test_plain_text_is_never_given_to_statistics() -> None:
    assert by_letters(GERMAN) is None
    english = by_letters(ENGLISH)
    assert english is not None
    assert english.value == "en"


def test_furniture_says_nothing_of_the_language() -> None:
    menu = "The home of the news and of the sport that was with you in the town\n" * 3
    text = menu + GERMAN * 3
    found = of_text(text, [Furniture(Span(0, len(menu)), FurnitureKind.NAVIGATION)])
    assert found is not None
    assert found.value == "de"


def test_a_page_that_is_furniture_all_through_is_read_all_the_same() -> None:
    found = of_text(ENGLISH, [Furniture(Span(0, len(ENGLISH)), FurnitureKind.SIDE)])
    assert found is not None
    assert found.value == "en"


def test_names_and_numbers_have_no_language() -> None:
    assert of_text("Quetta, Gwadar, Khuzdar, Mastung, Kalat, Turbat, Panjgur 12 34 56") is None
    assert of_text("ok") is None
