"""Paragraphs end where a printer shows it; what is not sure is kept apart."""

import pytest

from reviewer.domain.incoming import Incoming
from reviewer.importers import take_bytes
from tests.importers.pdf_files import column, pdf


def paragraphs(*printed: tuple[float, float, float, str]) -> list[str]:
    found = next(iter(take_bytes(pdf(printed), "x.pdf")))
    assert isinstance(found, Incoming)
    return [line for line in found.text.split("\n") if line]


def test_an_indent_begins_a_paragraph() -> None:
    found = paragraphs(
        *column(
            "They said that the bridge was hit at night, and that two of\nthem saw it happen,"
            " as they stood on the other bank then."
        ),
        (86, 736, 10, "The ministry denied it on the same day, and said that"),
        (72, 724, 10, "nobody had been near the bridge that night, not at all."),
    )
    assert len(found) == 2
    assert found[1].startswith("The ministry")


def test_items_of_a_list_are_apart_and_their_lines_together() -> None:
    found = paragraphs(
        (72, 700, 10, "1. The first item of the list goes on and on, until the line"),
        (86, 688, 10, "is full, and goes on below it."),
        (72, 676, 10, "2. The second one is short."),
        (72, 664, 10, "• And one has a bullet."),
    )
    assert [words[:5] for words in found] == ["1. Th", "2. Th", "• And"]


def test_a_number_within_a_sentence_begins_no_item() -> None:
    found = paragraphs(
        *column(
            "You must ask for the form in writing before you file the form\n"
            "941. Then it will be sent to the address that you have given."
        )
    )
    assert len(found) == 1


def test_a_short_line_ends_a_paragraph() -> None:
    found = paragraphs(
        *column(
            "The spokesman said on Monday that nothing of the kind had been\n"
            "seen there.\nThe people who live there say something else, and they have\n"
            "pictures of it."
        )
    )
    assert [words[:5] for words in found] == ["The s", "The p"]


def test_entries_of_a_list_of_contents_are_apart() -> None:
    found = paragraphs(
        *column(
            "What is new ................................... 1\n"
            "Reminders ..................................... 2\n"
            "Calendar ...................................... 8"
        )
    )
    assert len(found) == 3


def test_a_raised_figure_belongs_to_its_line() -> None:
    found = paragraphs(
        (72, 700, 10, "At least 25 people were killed there"),
        (235, 704, 6, "3"),
        (72, 688, 10, "and many others were hurt, it says."),
    )
    assert found[0].startswith("At least 25 people were killed there 3")


@pytest.mark.parametrize("rotate", [0, 90, 270])
def test_a_page_that_is_shown_on_its_side_is_read_the_same(rotate: int) -> None:
    words = column("They said that the bridge was hit at night, and that two of\nthem saw it.")
    found = next(iter(take_bytes(pdf(words, rotate=rotate), "x.pdf")))
    assert isinstance(found, Incoming)
    assert found.text == (
        "They said that the bridge was hit at night, and that two of them saw it.\n"
    )


@pytest.mark.parametrize("rotate", [0, 90])
def test_lines_that_run_up_the_page_are_read_the_same(rotate: int) -> None:
    words = column("They said that the bridge was hit at night, and that two of\nthem saw it.")
    found = next(iter(take_bytes(pdf(words, rotate=rotate, upward=True), "x.pdf")))
    assert isinstance(found, Incoming)
    assert found.text == (
        "They said that the bridge was hit at night, and that two of them saw it.\n"
    )
