"""What happened to those a source counts, and what it calls them."""

import pytest

from reviewer.domain.reading.harms import harmed, plurals
from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.plain_words import plain, tokens
from reviewer.domain.reading.quantities import quantities

Told = tuple[str, str, str]


def told(text: str) -> list[Told]:
    words = tokens(plain(text))
    found = quantities(words, default_table())
    found += plurals(words, found)

    def of(start: int, end: int) -> str:
        return text[words[start].start : words[end - 1].end]

    return [
        (
            of(one.quantity.start, one.quantity.end),
            str(one.cue.harm),
            of(*one.label) if one.label else "",
        )
        for one in harmed(words, found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 27 party workers were arrested", ("At least 27", "arrested", "party workers")),
        ("the killing of over 250 mill workers", ("over 250", "killed", "mill workers")),
        ("killing 13 people", ("13", "killed", "people")),
        ("13 men shot dead", ("13", "killed", "men")),
        ("two murders", ("two", "killed", "")),
        ("46 of those deaths are new", ("46", "killed", "")),
        ("Two further deaths", ("Two", "killed", "")),
        ("took the lives of 9 persons", ("9", "killed", "persons")),
        ("Deaths: 62 to 64", ("62 to 64", "killed", "")),
        ("Persons held: 24", ("24", "detained", "")),
        ("A passer-by was hurt", ("A passer-by", "injured", "passer-by")),
        ("no one was killed", ("no one", "killed", "")),
        ("No marcher was killed", ("No", "killed", "marcher")),
        ("no injuries were reported", ("no", "injured", "")),
        ("27 workers are still missing", ("27", "missing", "workers")),
        ("several casualties", ("several", "unspecified", "")),
        ("many people were killed and injured", ("many", "killed_or_injured", "people")),
        ("9 people were injured or killed", ("9", "killed_or_injured", "people")),
        ("9 people fled", ("9", "displaced", "people")),
        ("12 men abducted by them", ("12", "abducted", "men")),
        ("teachers were burnt alive", ("teachers", "killed", "teachers")),
        ("The 14 of the workers were freed", ("14", "released", "workers")),
        ("14 of them were freed", ("14", "released", "")),
        ("arrested 12 men who were later killed", ("12", "arrested", "men")),
        ("the deaths of 9 men", ("9", "killed", "men")),
        ("۲۷ مزدور ہلاک", ("۲۷", "killed", "مزدور")),
        ("۱۱ پولیس اہلکار پتھراؤ سے زخمی ہوئے", ("۱۱", "injured", "پولیس اہلکار")),
        ("کوئی شخص ہلاک نہیں ہوا", ("کوئی شخص ہلاک نہیں", "killed", "شخص")),
    ],
)
def test_what_happened_is_read_with_the_number(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "26 workers were killed and 40 wounded",
            [("26", "killed"), ("40", "injured")],
        ),
        ("killed 26 workers and wounded 40", [("26", "killed"), ("40", "injured")]),
        ("killed and injured 40", [("40", "injured")]),
        ("300 workers, including 4 women, were killed", [("300", "killed"), ("4", "killed")]),
        ("killing 13 people, yet two murders", [("13", "killed"), ("two", "killed")]),
        ("3 men killed 12 women", [("12", "killed")]),
        ("3 men have killed 12 women", [("12", "killed")]),
        ("the Wardens also arrested a worker", [("a worker", "arrested")]),
        ("9 were killed and wounded 12 men", [("9", "killed"), ("12", "injured")]),
        ("12 were killed or 9 injured", [("12", "killed"), ("9", "injured")]),
    ],
)
def test_each_number_has_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "12 men would be killed",
        "14 were not arrested",
        "12 men are to be executed",
        "he will have killed 12 men",
        "12 death threats",
        "12 men; others were killed",
        "12 men of the harbour who ran and were later seen were killed",
        "injured 12 killed",
        "3 men killed the others",
        "you can kill thousands",
        "not arrested 12 men",
        "deaths 12",
        "9 men",
    ],
)
def test_what_may_happen_or_did_not_is_not_read(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "would be shot: workers would be killed",
        "gates were closed",
        "killed",
        "were killed",
        "workers killed",
        "the list was killed",
    ],
)
def test_a_plural_needs_people_to_whom_it_happened(text: str) -> None:
    assert told(text) == []
