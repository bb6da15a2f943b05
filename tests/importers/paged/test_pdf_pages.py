"""Characters of a page match what the library says of each of them."""

from pathlib import Path

import pytest
from pypdfium2 import raw

from reviewer.importers.paged.pdf_pages import HYPHEN, Box, opened, turned
from tests.importers.pdf_files import column, pdf


def test_each_character_has_its_box() -> None:
    with opened(pdf([(72, 700, 10, "Words here")]), "x") as pages, pages.page(1) as page:
        assert page is not None
        characters = page.characters()
        assert characters.text == "Words here"
        lefts = [page.box(place)[0] for place in characters.places]
    assert lefts == sorted(lefts)
    assert abs(lefts[0] - 72) < 1


def test_a_page_on_its_side_is_turned_upright() -> None:
    side = pdf([(100, 200, 10, "Side")], rotate=90, size=(300, 400))
    with opened(side, "x") as pages, pages.page(1) as page:
        assert page is not None
        assert page.size == (400, 300)
        box = page.upright(Box(*page.box(0)))
    assert 190 < box.left < box.right < 215
    assert 185 < box.bottom < box.top < 205


@pytest.mark.parametrize("quarters", range(4))
def test_turning_on_to_a_whole_turn_changes_nothing(quarters: int) -> None:
    box = Box(1, 2, 3, 5)
    assert turned(turned(box, quarters), (4 - quarters) % 4) == box


def test_a_page_that_is_damaged_is_none() -> None:
    broken = pdf(column("A page.")).replace(b"/Type/Page/", b"/Type/Sage/")
    with opened(broken, "x") as pages, pages.page(1) as page:
        assert page is None or page.characters().text == "A page."


@pytest.mark.parametrize(
    "name",
    [
        "generated/pdf/ur_naskh",
        "generated/pdf/en2hyph",
        "pdf/rtl/habibi",
        "pdf/two-column/multicolumn",
    ],
)
def test_characters_are_those_that_the_library_tells_one_by_one(
    real_fixtures: Path, name: str
) -> None:
    data = (real_fixtures / f"{name}.pdf").read_bytes()
    with opened(data, "x") as pages, pages.page(1) as page:
        assert page is not None
        characters = page.characters()
        text_page = page.raw.get_textpage()
        told = [chr(raw.FPDFText_GetUnicode(text_page, place)) for place in characters.places]
    expected = [HYPHEN if one == "\x02" else one for one in told]
    assert list(characters.text) == expected
