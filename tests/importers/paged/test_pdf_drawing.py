"""What comes back of a page is numbers and dots, or it is nothing."""

import json

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.pages import PageWish
from reviewer.importers.paged.pdf_drawing import DOTS, MEASURES, PROBLEM, answer, drawn, is_last
from tests.importers.pdf_files import column, pdf

GOOD = PageWish(pdf(column("Some words.")), 1, 0.1, "Some words.", ((0, 4),))


def test_an_answer_has_an_end_and_is_understood() -> None:
    parts = list(answer(GOOD))
    assert [is_last(part) for part in parts] == [False, True]
    page = drawn(iter(parts))
    assert len(page.picture.data) == 4 * page.picture.width * page.picture.height
    ((place,),) = page.places
    assert 0 < place.left < place.right < 1


@pytest.mark.parametrize(
    "parts",
    [
        [PROBLEM],
        [MEASURES + b"no JSON", DOTS + b"1234"],
        [MEASURES + json.dumps([2, 2, 1.0, []]).encode(), DOTS + b"1234"],
        [MEASURES + json.dumps([1, 1, 1.0, [[["a", 1, 2, 3]]]]).encode(), DOTS + b"1234"],
        [MEASURES + json.dumps([1, 1, 1.0, 7]).encode(), DOTS + b"1234"],
        [MEASURES + json.dumps([0, 0, 1.0, []]).encode(), DOTS],
        [],
    ],
)
def test_an_answer_without_sense_is_no_page(parts: list[bytes]) -> None:
    with pytest.raises(Unreadable):
        drawn(iter(parts))


def test_a_file_that_is_none_is_a_problem() -> None:
    assert list(answer(PageWish(b"x", 1, 1.0, "", ()))) == [PROBLEM]
