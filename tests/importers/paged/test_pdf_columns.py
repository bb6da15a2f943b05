"""Columns that a file gives row by row are read one after another; tables are left as they are."""

from reviewer.domain.incoming import Incoming
from reviewer.importers import take_bytes
from tests.importers.pdf_files import Printed, from_the_right, pdf


def text_of(data: bytes) -> str:
    found = next(iter(take_bytes(data, "x.pdf")))
    assert isinstance(found, Incoming)
    return found.text


def test_columns_given_row_by_row_are_read_one_after_another() -> None:
    page: list[Printed] = []
    for row in range(12):
        page += [
            (72, 700 - 12 * row, 10, f"the left column says something {row:02}"),
            (330, 700 - 12 * row, 10, f"and the right one goes on there {row:02}"),
        ]
    words = text_of(pdf(page))
    assert words.index("something 11") < words.index("goes on there 00")
    assert words.index("something 00") < words.index("something 01")


def test_rows_of_a_table_stay_together() -> None:
    page: list[Printed] = []
    for row in range(12):
        page += [
            (72, 700 - 14 * row, 10, f"District number {row:02}"),
            (330, 700 - 14 * row, 10, f"{40 + row} killed, {row} hurt"),
        ]
    lines = text_of(pdf(page)).split("\n")
    assert lines[3] == "District number 03 43 killed, 3 hurt"


def test_columns_given_one_after_another_keep_their_order() -> None:
    left = [(72, 700 - 12 * row, 10, f"first column, its line {row:02}") for row in range(8)]
    right = [(330, 700 - 12 * row, 10, f"second column, its line {row:02}") for row in range(8)]
    words = text_of(pdf([*left, *right]))
    assert words.index("line 07") < words.index("second column")


def test_a_line_given_before_the_one_above_it_is_put_below() -> None:
    page = [
        (72, 700, 10, "What was said first of all and then"),
        (72, 676, 10, "and what came in the end"),
        (72, 688, 10, "what was said after it by them"),
    ]
    words = text_of(pdf(page))
    assert words.index("after it") < words.index("in the end")


def test_lines_that_run_from_the_right_are_read_downward() -> None:
    first, second = text_of(from_the_right(["عدد القتلى ٤٣", "نفى المتحدث"])).split()[::4][:2]
    assert (first, second) == ("عدد", "المتحدث")
