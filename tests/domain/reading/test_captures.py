"""What a page or a release says about itself, and when nothing is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import furniture
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.incoming import Furniture, FurnitureKind, Reading
from reviewer.domain.reading.captures import RULE_LABELS, Rule, read, written
from reviewer.domain.spans import Span

BODY = (
    "The salt workers met at the quay on Sunday and named nine dead, whom the department denies.\n"
)

PAGE = f"""\
Roshan Arlen  Home  English Notes  Salt News  Picture Gallery

Salt workers demand a list 😮 of the dead.

Salt workers demand a list 😮 of the dead.
\xa0Last updated: 10/9/2015
\xa0Posted on: 10/8/2015
{BODY}
© 2015 - All rights are kept by The Salt Press.

2/24/2021 8:27:48 PM"""


def told(text: str) -> dict[str, tuple[str, str, str]]:
    """Read a text as an importer does: field -> value, words, rule."""
    readings = read(text, furniture.find(text))
    assert len({reading.field for reading in readings}) == len(readings)
    for reading in readings:
        assert reading.span is not None
        assert reading.span.of(text) == reading.words
    return {reading.field: (reading.value, reading.words, reading.rule) for reading in readings}


def test_a_captured_page_tells_its_title_dates_and_owner() -> None:
    title = "Salt workers demand a list 😮 of the dead."
    assert told(PAGE) == {
        "title": (title, title, "repeated_title"),
        "publisher": ("The Salt Press", "The Salt Press", "copyright_line"),
        "posted": ("", "10/8/2015", "posted_line"),
        "captured": ("2021-02-24T20:27:48", "2/24/2021 8:27:48 PM", "stamp"),
    }


def test_an_op_ed_tells_its_author() -> None:
    text = f"Merchants of salt\n\nBy Imre Doss\n\nMay 4, 2019\n\n{BODY}\nLeave a Comment\n"
    assert told(text) == {
        "title": ("Merchants of salt", "Merchants of salt", "first_line"),
        "author": ("Imre Doss", "Imre Doss", "byline"),
        "posted": ("2019-05-04", "May 4, 2019", "date_at_top"),
    }


def test_a_text_without_any_of_it_tells_nothing() -> None:
    assert told(BODY * 3) == {}
    assert told("") == {}
    assert told("Twelve people were hurt.") == {}


@pytest.mark.parametrize(
    "first",
    ["Who opened the gate?", "Talks in the S.U.", "لنگرگاہ میں آگ", "Brief 7: the gate"],
)
def test_a_first_line_alone_is_the_title(first: str) -> None:
    assert told(f"{first}\n\n{BODY}")["title"] == (first, first, "first_line")


@pytest.mark.parametrize(
    "text",
    [
        f"The gate fell in the night.\n\n{BODY}",
        f"The gate fell\n{BODY}",
        f"To the chairman,\n\n{BODY}",
        f"4 May 2019\n\n{BODY}",
        f"Date: 4 May 2019\n\n{BODY}",
        f"https://salt.example/gate\n\n{BODY}",
        f"* * *\n\n{BODY}",
        f"{'The gate and ' * 30}the mill\n\n{BODY}",
        "Accessibility\n\nShops\n\nTravel\n\nNature\n\nMore\n\nCapital",
        "The gate fell",
    ],
)
def test_a_first_line_of_another_kind_is_no_title(text: str) -> None:
    assert "title" not in told(text)


def test_a_heading_is_the_title_without_its_marks() -> None:
    text = f"# Brief 7 #\nShort.\n{BODY}"
    assert told(text)["title"] == ("Brief 7", "Brief 7", "heading")


def test_marks_that_nobody_sees_are_not_part_of_a_title() -> None:
    assert told(f"\u200fلنگرگاہ میں آگ\u200e \n\n{BODY}")["title"][1] == "لنگرگاہ میں آگ"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("BY LEILA ARLEN", "LEILA ARLEN"),
        ("Written by Imre Doss and Sana al-Rimi", "Imre Doss and Sana al-Rimi"),
        ("Author: Imre Doss", "Imre Doss"),
        ("By Imre Doss | Harbour desk", "Imre Doss"),
        ("By Imre Doss, in Harbour", "Imre Doss"),
        ("تحریر: لیلیٰ آرلن", "لیلیٰ آرلن"),
    ],
)
def test_a_byline_names_the_author(line: str, author: str) -> None:
    assert told(f"The gate fell\n\n{line}\n\n{BODY}")["author"] == (author, author, "byline")


@pytest.mark.parametrize(
    "line",
    [
        "By land and by sea",
        "By order of the Governor",
        "By 2019",
        "Imre Doss",
        "By Imre Doss it fell",
    ],
)
def test_other_lines_name_no_author(line: str) -> None:
    assert "author" not in told(f"The gate fell\n\n{line}\n\n{BODY}")


def test_a_first_line_is_no_byline() -> None:
    assert "author" not in told(f"By Imre Doss\n{BODY}")
    assert told(f"The gate fell in the night.\nBy Imre Doss\n{BODY}")["author"][0] == "Imre Doss"


@pytest.mark.parametrize(
    "text",
    [
        f"The gate fell\n\nHarbour State Department\n\n{BODY}",
        f"The gate fell\n\n\nHarbour State Department\n \n{BODY}\n{BODY}",
        f"The gate fell\n\nHarbour State Department\nBy Imre Doss\n\n{BODY}",
        f"The gate fell\n\nHarbour State Department\nFrom our mill correspondent\n{BODY}",
    ],
)
def test_an_organisation_under_the_title_is_the_publisher(text: str) -> None:
    name = "Harbour State Department"
    assert told(text)["publisher"] == (name, name, "line_under_title")


def test_an_urdu_paper_under_the_title_is_the_publisher() -> None:
    text = f"لنگرگاہ میں آگ\n\nروزنامہ لنگرگاہ، نمک نگر\nہفتہ، ۴ مئی ۲۰۱۹\n\n{BODY}"
    assert told(text)["publisher"][0] == "روزنامہ لنگرگاہ"
    assert told(text)["posted"][0] == "2019-05-04"


@pytest.mark.parametrize(
    "text",
    [
        f"The gate fell\n\nBackground\n\n{BODY}",
        f"The gate fell\n\nHarbour State Department.\n\n{BODY}",
        f"The gate fell\n\nHarbour State Department\n{BODY}",
        f"The gate fell\n\nHarbour State Department\n\nTo all\n\n{BODY}",
        f"The gate fell\n\nHarbour State Department\n\n{BODY}\nHarbour Police Command\n\n{BODY}",
        f"The gate fell.\n\nHarbour State Department\n\n{BODY}",
        "The gate fell\n\nHarbour State Department",
        f"{BODY}\nThe gate fell\n\nThe gate fell\n\nHarbour State Department\n\n{BODY}",
    ],
)
def test_a_line_that_may_be_a_heading_is_no_publisher(text: str) -> None:
    assert "publisher" not in told(text)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Copyright © 2010-2019 St. Imre Press", None),
        ("Copyright © 2010-2019 Imre Press", "Imre Press"),
        ("© 2019 Imre Press. All rights reserved.", "Imre Press"),
        ("© Imre Press | All rights reserved", "Imre Press"),
        ("(c) 2019 Imre Press | Terms", "Imre Press"),
        ("© Imre Press", None),
        ("© 2019", None),
        ("© 2019 Powered by Saltpress", None),
        ("All rights reserved.", None),
    ],
)
def test_a_copyright_line_names_the_owner(line: str, owner: str | None) -> None:
    publisher = told(f"{BODY}\n{line}\n").get("publisher")
    assert publisher == ((owner, owner, "copyright_line") if owner else None)


def test_owners_that_differ_are_not_chosen_between() -> None:
    assert "publisher" not in told(f"{BODY}\n© 2019 Imre Press\n© 2018 Salt Wire\n")
    assert told(f"{BODY}\n© 2019 Imre Press\n© 2018 IMRE PRESS\n")["publisher"][0] == "Imre Press"


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("https://salt.example/gate?day=2", "https://salt.example/gate?day=2"),
        ("Source: http://salt.example/gate", "http://salt.example/gate"),
        ("https://salt.example/gate 1/2", "https://salt.example/gate"),
    ],
)
def test_a_web_address_alone_at_an_edge_is_read(line: str, address: str) -> None:
    expected = (address, address, "address_line")
    assert told(f"{BODY}\n{line}\n")["url"] == expected
    assert told(f"{line}\n\n{BODY * 20}")["url"] == expected
    assert told(f"{line}\n\n{BODY * 20}\n{line}")["url"] == expected


def test_web_addresses_that_differ_or_stand_in_the_text_are_not_read() -> None:
    address = "https://salt.example/gate"
    assert "url" not in told(f"{address}\n{BODY}\n{address}/2\n")
    assert "url" not in told(f"{BODY * 20}\n{address}\n\n{BODY * 20}")
    assert "url" not in told(f"See {address}\n{BODY}")


@pytest.mark.parametrize(
    ("lines", "posted"),
    [
        ("Date: 10/8/2015", ("", "10/8/2015", "date_at_top")),
        ("Date: 4 May 2019\nتاریخ: ۴ مئی ۲۰۱۹", ("2019-05-04", "4 May 2019", "date_at_top")),
        ("4 May 2019\nIt fell.\n5 May 2019\nThey came.", None),
        ("Last updated: 4 May 2019", None),
        ("Harbour, 4 May 2019", None),
    ],
)
def test_one_date_at_the_top_is_when_it_was_posted(
    lines: str, posted: tuple[str, str, str] | None
) -> None:
    assert told(f"The gate fell\n\n{lines}\n\n{BODY}").get("posted") == posted


def test_a_posted_line_goes_before_a_date_at_the_top() -> None:
    text = f"The gate fell\n\n4 May 2019\nPosted on: 5 May 2019\n\n{BODY}"
    assert told(text)["posted"] == ("2019-05-05", "5 May 2019", "posted_line")


def test_a_line_may_say_when_the_page_was_saved() -> None:
    text = f"{BODY}\nRetrieved on 4 May 2019\n"
    assert told(text)["captured"] == ("2019-05-04", "4 May 2019", "capture_line")


def test_of_two_stamps_the_last_is_the_capture() -> None:
    text = f"2/24/2021 8:27:48 PM\n{BODY}\n3/4/2024 11:17:13 PM"
    assert told(text)["captured"] == ("", "3/4/2024 11:17:13 PM", "stamp")


def test_what_somebody_else_marked_as_furniture_is_not_read_as_a_date() -> None:
    marked = (
        Furniture(Span(0, 8), FurnitureKind.CAPTURE_STAMP),
        Furniture(Span(9, 15), FurnitureKind.DATE_LINE),
    )
    assert read(f"The gate\nis open\n{BODY}", marked) == ()


def test_a_date_is_written_down_with_its_basis() -> None:
    readings = read(PAGE, furniture.find(PAGE))
    assert written(readings, "posted") == WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS)
    assert written(readings, "captured") == WrittenDate(
        "2/24/2021 8:27:48 PM", "2021-02-24T20:27:48", DateBasis.UNAMBIGUOUS
    )
    assert written((), "posted") == WrittenDate()


def test_every_rule_can_be_named_to_a_person() -> None:
    assert set(RULE_LABELS) == set(Rule)


lines = st.sampled_from(
    [
        *PAGE.split("\n"),
        "By Imre Doss",
        "# x",
        "Harbour State Department",
        "https://a.example/b",
        "",
    ]
)


@given(st.lists(lines | st.text(max_size=30), max_size=30).map("\n".join))
def test_every_reading_keeps_the_words_that_stand_at_its_place(text: str) -> None:
    readings: tuple[Reading, ...] = read(text, furniture.find(text))
    assert all(reading.span and reading.span.of(text) == reading.words for reading in readings)
    assert len({reading.field for reading in readings}) == len(readings)
