"""Events and questions: what a figure asks, what may be written, and words for every list."""

from collections.abc import Callable, Mapping
from enum import StrEnum

import pytest

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.events import (
    EVENT_STATUS_LABELS,
    EVENT_TYPE_LABELS,
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    PLACE_PRECISION_LABELS,
    Asked,
    EventStatus,
    EventType,
    PlacePrecision,
    Question,
    asked_for,
    description_of,
    event_name,
    question_wording,
    wording_of,
)
from reviewer.domain.figures import Harm

MARCH = WrittenDate("in March", "2015-03", DateBasis.UNAMBIGUOUS)
YEAR = WrittenDate(edtf="2015")


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (EventType, EVENT_TYPE_LABELS),
        (EventStatus, EVENT_STATUS_LABELS),
        (PlacePrecision, PLACE_PRECISION_LABELS),
    ],
)
def test_every_word_of_the_lists_has_a_label(
    words: type[StrEnum], labels: Mapping[StrEnum, str]
) -> None:
    assert set(labels) == set(words)
    assert [one for one in words if not labels[one]] == [one for one in words if not one.value]


def test_a_question_has_no_working_figure_until_an_analyst_gives_one() -> None:
    question = Question(1, "", 1, "How many were killed?", Harm.KILLED, "", NO_DATE, 1)
    assert question.working is None


def test_questions_are_the_same_by_harm_group_and_period_or_else_by_wording() -> None:
    assert Asked("Killed", Harm.KILLED, "Workers").key == Asked("Dead", Harm.KILLED, "workers").key
    assert Asked("Killed", Harm.KILLED).key != Asked("Killed", Harm.KILLED, period=YEAR).key
    assert Asked("Who ordered it?").key == Asked("WHO ordered it?").key
    assert Asked("Who ordered it?").key != Asked("Which weapons?").key


def test_a_question_made_for_a_figure_is_worded_by_what_it_counts() -> None:
    assert wording_of(Harm.KILLED, "", NO_DATE) == "Killed"
    assert wording_of(Harm.KILLED, "workers", MARCH) == "Killed, workers, in March"
    assert wording_of(Harm.KILLED, "", YEAR) == "Killed, 2015"


@pytest.mark.parametrize(
    ("kind", "when", "period"),
    [
        (EventType.INCIDENT, MARCH, NO_DATE),
        (EventType.TOTAL, MARCH, MARCH),
        (EventType.TOTAL, YEAR, NO_DATE),
        (EventType.TOTAL, NO_DATE, NO_DATE),
    ],
)
def test_figures_of_a_total_ask_by_their_time_and_those_of_an_incident_do_not(
    kind: EventType, when: WrittenDate, period: WrittenDate
) -> None:
    asked = asked_for(kind, YEAR, Harm.KILLED, " young  men ", when)
    assert asked
    assert (asked.group, asked.period) == ("young men", period)


def test_a_figure_whose_harm_nobody_read_asks_nothing_yet() -> None:
    assert asked_for(EventType.INCIDENT, NO_DATE, Harm.NOT_READ, "", NO_DATE) is None


@pytest.mark.parametrize("read", [event_name, question_wording])
def test_names_and_wordings_are_one_line_and_not_empty(read: Callable[[str], str]) -> None:
    assert read(" The\nraid ") == "The raid"
    with pytest.raises(NotAllowed):
        read(" \n")
    with pytest.raises(NotAllowed, match="Shorten"):
        read("a" * (LONGEST_NAME + 1))


def test_a_description_keeps_its_lines_and_has_an_end() -> None:
    assert description_of(" One.\nTwo. ") == "One.\nTwo."
    with pytest.raises(NotAllowed, match="Shorten"):
        description_of("a" * (LONGEST_DESCRIPTION + 1))


def test_a_question_made_for_a_long_group_is_worded_in_short() -> None:
    group = "workers " * 200
    asked = asked_for(EventType.INCIDENT, NO_DATE, Harm.KILLED, group, NO_DATE)
    assert asked is not None
    assert asked.group == group.strip()
    assert question_wording(asked.wording) == asked.wording
    assert asked.wording.endswith("workers…")
