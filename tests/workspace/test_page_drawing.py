"""Pages are drawn in a process of their own: a file that cannot be drawn costs its picture only."""

from collections.abc import Iterator

import pytest

from reviewer.domain.errors import Cancelled, Unreadable
from reviewer.domain.pages import PageWish
from reviewer.domain.words import N_
from reviewer.workspace.page_drawing import PageDrawing
from tests.importers.pdf_files import column, pdf

WORDS = "The bridge was hit."


@pytest.fixture
def drawing() -> Iterator[PageDrawing]:
    made = PageDrawing()
    yield made
    made.close()


def wish(data: bytes = b"", number: int = 1) -> PageWish:
    return PageWish(data or pdf(column(WORDS)), number, 0.5, WORDS, ((0, 3),))


def test_what_cannot_be_drawn_is_said_and_the_next_page_is_drawn(drawing: PageDrawing) -> None:
    with pytest.raises(Unreadable):
        drawing.draw(wish(b"no PDF at all"), lambda: None)
    with pytest.raises(Unreadable):
        drawing.draw(wish(number=7), lambda: None)
    drawn = drawing.draw(wish(), lambda: None)
    assert len(drawn.picture.data) == 4 * drawn.picture.width * drawn.picture.height
    assert [len(places) for places in drawn.places] == [1]


def test_who_stops_asking_ends_the_process_and_the_next_page_has_another(
    drawing: PageDrawing,
) -> None:
    def stop() -> None:
        raise Cancelled(N_("Stopped. What was done until then is kept."))

    with pytest.raises(Cancelled):
        drawing.draw(wish(), stop)
    assert drawing.draw(wish(), lambda: None).picture.width > 200


def test_a_page_at_which_the_process_ends_costs_that_picture_only(drawing: PageDrawing) -> None:
    good = wish()
    bad = PageWish(good.data, 1, float("nan"), WORDS, ())
    with pytest.raises(Unreadable):
        drawing.draw(bad, lambda: None)
    assert drawing.draw(good, lambda: None).picture.width > 200
