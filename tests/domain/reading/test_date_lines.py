"""Lines that hold a date and little else."""

import pytest

from reviewer.domain.reading.date_lines import Label, by_machine, lone, read, stamp


@pytest.mark.parametrize(
    ("line", "label", "words", "edtf"),
    [
        ("\xa0Posted on: 11/14/2020", Label.POSTED, "11/14/2020", "2020-11-14"),
        ("Posted on: 10/8/2015", Label.POSTED, "10/8/2015", ""),
        ("Posted on: 10/8/15", Label.POSTED, "10/8/15", ""),
        ("Posted on: 30/30/2015", Label.POSTED, "30/30/2015", ""),
        ("Posted 3 hours ago", Label.POSTED, "3 hours ago", ""),
        ("Posted by admin on May 4, 2019", Label.POSTED, "May 4, 2019", "2019-05-04"),
        ("Posted in News on 4 May 2019 by admin", Label.POSTED, "4 May 2019", "2019-05-04"),
        ("Published Saturday, 4 May 2019.", Label.POSTED, "4 May 2019", "2019-05-04"),
        ("شائع شدہ: ۴ مئی ۲۰۱۹ء", Label.POSTED, "۴ مئی ۲۰۱۹ء", "2019-05-04"),
        ("Last updated: 4 May 2019 | Harbour", Label.UPDATED, "4 May 2019", "2019-05-04"),
        ("Retrieved: 2020-11-14", Label.CAPTURED, "2020-11-14", "2020-11-14"),
        ("Page saved on 2020-11-14", Label.CAPTURED, "2020-11-14", "2020-11-14"),
        ("تاریخ: ۴ مئی ۲۰۱۹", Label.DATED, "۴ مئی ۲۰۱۹", "2019-05-04"),
        ("Date: 4 May 2019", Label.DATED, "4 May 2019", "2019-05-04"),
    ],
)
def test_a_line_says_what_its_date_is(line: str, label: Label, words: str, edtf: str) -> None:
    date = read(line)
    assert date is not None
    assert (date.label, date.words, date.edtf) == (label, words, edtf)
    assert date.span.of(line) == words


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Posted by the gate",
        "Published on 4 May 2019 the report says nothing of the mill",
        "Updated figures 4 May 2019",
        "The list was published on 4 May 2019",
        "4 May 2019",
        "Captured 4 May 2019",
        "Posted on: 4 May 2019" + " and on" * 30,
    ],
)
def test_a_line_that_tells_something_else_is_no_date_line(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize("line", ["4 May 2019", " Saturday, 4 May 2019.", "ہفتہ، ۴ مئی ۲۰۱۹"])
def test_a_date_may_stand_alone_with_its_day_of_the_week(line: str) -> None:
    date = lone(line)
    assert date is not None
    assert (date.label, date.edtf) == (Label.NONE, "2019-05-04")


@pytest.mark.parametrize("line", ["Harbour, 4 May 2019", "4 May 2019 in Harbour", "", "May " * 90])
def test_a_date_with_other_words_does_not_stand_alone(line: str) -> None:
    assert lone(line) is None


def test_a_stamp_has_a_time() -> None:
    found = stamp("2/24/2021 8:27:48 PM")
    assert found is not None
    assert found.edtf == "2021-02-24T20:27:48"
    assert stamp("2/24/2021") is None
    assert stamp("Harbour, 2/24/2021 8:27:48 PM") is None


def test_a_stamp_with_a_year_of_two_digits_keeps_its_words_unread() -> None:
    found = stamp("2/24/21, 8:27 PM")
    assert found is not None
    assert (found.words, found.edtf, found.date) == ("2/24/21, 8:27 PM", "", None)


@pytest.mark.parametrize(
    ("words", "machine"),
    [("2/24/2021 8:27:48", True), ("2/24/21, 8:27 PM", True), ("24 May 2021 20:27", False)],
)
def test_programs_print_seconds_or_am_and_pm(words: str, machine: bool) -> None:
    assert by_machine(words) is machine
