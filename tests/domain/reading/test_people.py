"""Nouns for people."""

from reviewer.domain.reading.people import one_person, persons, several_persons


def test_a_noun_for_one_person_has_its_plural_among_those_for_more() -> None:
    assert {"worker", "deputy" if "deputy" in one_person() else "baby"} <= one_person()
    assert {"workers", "babies", "boys", "people"} <= several_persons()
    assert not {"worker", "people"} & (several_persons() & one_person())


def test_urdu_nouns_are_among_them() -> None:
    assert "مزدور" in persons()
