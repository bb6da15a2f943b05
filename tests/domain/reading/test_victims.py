"""People named as harmed."""

import pytest

from reviewer.domain.reading.plain_words import plain, tokens
from reviewer.domain.reading.victims import named_victims
from reviewer.domain.spans import Span


def named(text: str) -> list[str]:
    words = plain(text)
    return [one.of(text) for one in named_victims(words, tokens(words), Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Junaid Kavrel was shot dead.", ["Junaid Kavrel"]),
        ("Mr Junaid Kavrel, 22, who kept the books, was killed.", ["Junaid Kavrel"]),
        ("Junaid Kavrel (a baker) has been arrested", ["Junaid Kavrel"]),
        ("Junaid Kavrel died.", ["Junaid Kavrel"]),
        ("the killing of Nadia Shulkar.", ["Nadia Shulkar"]),
        (
            "the murder of the party's leader Taj Wehrin and journalist Musa Tirhan in June",
            ["Taj Wehrin", "Musa Tirhan"],
        ),
        ("arrested a worker namely Rafiq Dost", ["Rafiq Dost"]),
        ("Junaid Kavrel, 22, came down with his hands raised and was shot.", ["Junaid Kavrel"]),
        ("Junaid Kavrel, 22, who kept the books, had been shot twice.", ["Junaid Kavrel"]),
        ("میرا بھائی ریان دلووک، عمر ٢٤ سال، پل پر مارا گیا", ["ریان دلووک"]),
        ("ہمارا کارکن موسیٰ ترہان، جو پل پر تھا شہید ہوا", ["موسیٰ ترہان"]),
    ],
)
def test_a_name_with_what_happened_is_a_victims(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Junaid Kavrel killed nobody",
        "Junaid Kavrel had killed nobody",
        "Aram Dost and Junaid Kavrel were killed",
        "One Warden was killed",
        "Concord League was killed",
        "the brother of Junaid Kavrel was killed",
        "the killing of Baldor Town factory workers",
        "They were killed",
        "Junaid Kavrel was shot at",
        "Junaid Kavrel said the guard turned and was shot",
        "میرے بھائی کے دوست، عمر ٢٤ سال، پل پر مارے گئے",
        "میرا بھائی ریان اور موسیٰ، عمر ٢٤ سال، پل پر مارا گیا",
    ],
)
def test_where_it_is_not_certain_who_there_is_nobody(text: str) -> None:
    assert named(text) == []
