"""What somebody is said to have done, and how firmly it is put."""

import json

import pytest

from reviewer.domain.reading.acts import allegation_readings
from reviewer.domain.reading.plain_words import plain
from reviewer.domain.spans import Span


def read(text: str, *speakers: str) -> dict[str, str]:
    found = list(allegation_readings(text, plain(text), Span(0, len(text)), speakers))
    assert all(one.span is None or one.span.of(text) for one in found)
    assert len({one.field for one in found}) == len(found)
    return {one.field: one.value for one in found}


@pytest.mark.parametrize(
    ("text", "accused", "act"),
    [
        (
            "He accused the Concord League of burning the mill.",
            "Concord League",
            "burning the mill",
        ),
        ("The Army is accused of driving them out.", "Army", "driving them out"),
        ("SHM was behind the fire.", "SHM", "the fire"),
        ("SHM was held responsible for the fire.", "SHM", "the fire"),
        ("They hold the Velpara organiser responsible for it all.", "Velpara organiser", "it all"),
        ("He blamed SHM for the fire.", "SHM", "the fire"),
        ("SHM was involved in two murders.", "SHM", "two murders"),
        ("SHM had links with Ormhavn spies.", "SHM", "links with Ormhavn spies"),
        ("He was shot by the Interior Wardens.", "Interior Wardens", ""),
        ("He was shot by the authorities.", "the authorities", ""),
        ("The Wardens also arrested a baker.", "Wardens", ""),
        ("A raid by Tarvesh's forces and one undertaken by Tarvesh's.", "", ""),
        ("He was shot by the Wardens and taken by the Army.", "", ""),
        ("SHM was behind the fire. SHM was behind the raid.", "SHM", ""),
        ("No marcher was killed by the Wardens.", "", ""),
    ],
)
def test_who_is_accused_of_what(text: str, accused: str, act: str) -> None:
    found = read(text)
    names = json.loads(found.get("accused", "[]"))
    assert ("".join(name for [name] in names), found.get("act", "")) == (accused, act)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("41 extrajudicial murders", "extrajudicial_execution"),
        ("he died in custody after his arrest", "death_in_custody"),
        ("they were tortured", "torture"),
        ("the raid", "raid"),
        ("they were killed in the attack", "killing"),
        ("the raid and the arrests", ""),
        ("it rained", ""),
        ("no marcher was killed", ""),
        ("Nobody was killed by the Wardens", ""),
        ("they did not torture him", ""),
        ("nobody was hurt; a baker was killed", "killing"),
        ("اغوا", "abduction"),
    ],
)
def test_the_kind_of_act_is_read_where_there_is_one(text: str, kind: str) -> None:
    assert read(text).get("act_type", "") == kind


@pytest.mark.parametrize(
    ("text", "speakers", "wording"),
    [
        ("He was acquitted of the murder.", (), "acquitted"),
        ("He confessed to the murder.", (), "claimed"),
        ("SHM is accused of it all.", ("a resident",), "accused"),
        ("SHM is accused of it all.", ("Teshkar", "the police"), "accused_by_authorities"),
        ("SHM might have done it.", (), "possible"),
        ("SHM was behind the fire.", (), "asserted"),
        ("The mill burnt.", (), ""),
        ("Five people reportedly died.", (), ""),
        ("Five people are believed to have been killed.", ("the police",), ""),
        ("SHM was reportedly behind it. SHM was behind the fire.", (), "accused"),
    ],
)
def test_the_wording_follows_the_decision_tree(
    text: str, speakers: tuple[str, ...], wording: str
) -> None:
    assert read(text, *speakers).get("wording", "") == wording
