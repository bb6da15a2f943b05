"""The charge that a denial names."""

import pytest

from reviewer.domain.reading.charges import charge_in
from reviewer.domain.spans import Span


def charge(text: str) -> str | None:
    found = charge_in(text, Span(0, len(text)))
    return None if found is None else found.of(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He rejected the allegation of torture in custody.", "torture in custody"),
        ("Allegations that two men were shot are baseless.", "two men were shot"),
        ("We deny that anyone was killed.", "anyone was killed"),
        ("She rejects the claim that his men fired on the crowd.", "his men fired on the crowd"),
        ("The army denied any part in the raid, calling it a stunt.", "any part in the raid"),
        ("We deny that any pri-\nsoner was hurt.", "any pri-\nsoner was hurt"),
        ("They reject that a shot was fired, and asked for proof.", "a shot was fired"),
        ("فوج نے پل پر فائرنگ کی تردید کی۔", "فوج نے پل پر فائرنگ"),
        ("تشدد کرنے کے الزام مسترد۔", "تشدد کرنے"),
    ],
)
def test_the_charge_is_found_without_the_words_that_call_it_one(text: str, named: str) -> None:
    assert charge(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "The party denied all these allegations.",
        "The ministry denied the baseless charges.",
        "The spokesman declined to comment.",
        "The army denied it.",
        "He denied responsibility.",
    ],
)
def test_a_blanket_rejection_names_no_charge(text: str) -> None:
    assert charge(text) is None


def test_only_the_passage_is_looked_at() -> None:
    text = "They deny that it rained. We deny that anyone was killed. Others deny that."
    found = charge_in(text, Span(text.index("We"), text.index("Others")))
    assert found is not None
    assert found.of(text) == "anyone was killed"
