"""Numbers of lists are printed as word processors print them."""

import pytest

from reviewer.importers.office.list_numbers import Counting, numeral, sign


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (7, "1", "7"),
        (7, "01", "07"),
        (12, "01", "12"),
        (3, "a", "c"),
        (28, "A", "BB"),
        (14, "i", "xiv"),
        (1999, "I", "MCMXCIX"),
        (0, "i", None),
        (5000, "a", None),
        (3, "hindi", None),
    ],
)
def test_numerals(number: int, style: str, printed: str | None) -> None:
    assert numeral(number, style) == printed


def test_a_deeper_level_begins_anew_below_the_next_item() -> None:
    counting = Counting()
    places = [(0, 1), (1, 1), (1, 1), (0, 1), (1, 1), (2, 5), (0, 1)]
    assert [counting.next("a", level, start) for level, start in places] == [1, 1, 2, 2, 1, 5, 3]
    assert counting.next("b", 0) == 1
    assert (counting.current("a", 0), counting.current("a", 4, 9)) == (3, 9)
    counting.restart("a", 0)
    assert counting.next("a", 0) == 1


def test_a_sign_is_what_is_printed_or_a_dot() -> None:
    assert [sign(printed) for printed in ("1.\t", "a)", "·", "\uf0b7", "", "o\t")] == [
        *("1.", "a)", "•", "•", "•", "•"),
    ]
