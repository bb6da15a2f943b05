"""Words that say there was nobody."""

import pytest

from reviewer.domain.figures import Qualifier
from reviewer.domain.reading.nobody import nobody_at
from reviewer.domain.reading.plain_words import plain, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no one was killed", 2),
        ("no-one was killed", 3),
        ("nobody was killed", 1),
        ("none was killed", 1),
        ("not one was killed", 2),
        ("not a single marcher was killed", 3),
        ("not a single one was killed", 4),
        ("no marcher was killed", 1),
        ("no young party worker was killed", 1),
        ("no deaths", 1),
        ("کوئی شخص ہلاک نہیں ہوا", 4),
        ("کسی کو ہلاک نہیں کیا", 4),
    ],
)
def test_nobody_is_zero(text: str, words: int) -> None:
    found = nobody_at(tokens(plain(text)), 0)
    assert found
    assert (found.end, found.qualifier, found.bounds) == (words, Qualifier.NONE, (0, 0))


@pytest.mark.parametrize("text", ["no injuries were reported", "no reports of deaths"])
def test_none_reported_is_no_zero(text: str) -> None:
    found = nobody_at(tokens(plain(text)), 0)
    assert found
    assert (found.qualifier, found.bounds) == (Qualifier.NONE_REPORTED, (None, None))


@pytest.mark.parametrize(
    "text",
    [
        "no second man died",
        "no more men",
        "no gate was locked at all",
        "no, men",
        "not now",
        "workers",
        "کوئی",
        "کوئی ۲۰ افراد نہیں",
        "کوئی شخص ہلاک ہوا۔ وہ نہیں",
    ],
)
def test_other_words_do_not_say_so(text: str) -> None:
    assert nobody_at(tokens(plain(text)), 0) is None
