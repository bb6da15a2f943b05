"""Furniture: what is dimmed as a whole, and what folds away."""

from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.ui.text.furniture import FurnitureLines
from reviewer.ui.text.segments import Segments

PAGE = "Home\nAbout us\n\nPosted on 3 May\nThe title\nTwelve were hurt. Share\nCopyright\n"


def stretch(words: str) -> Span:
    start = PAGE.index(words)
    return Span(start, start + len(words))


def lines(*words: str) -> FurnitureLines:
    return FurnitureLines(Segments(PAGE), [stretch(each) for each in words])


def test_a_line_is_whole_furniture_when_none_of_its_words_are_left() -> None:
    found = lines("Home", "About us", "Share")
    assert [found.whole(segment) for segment in (0, 1, 2, 5)] == [True, True, False, False]


def test_a_line_of_several_pieces_is_whole_when_only_spaces_lie_between() -> None:
    assert lines("About", "us").whole(1)


def test_part_of_a_line_is_dimmed_alone() -> None:
    assert lines("Share").parts(5) == [stretch("Share")]
    assert lines("Share").parts(4) == []


def test_lines_with_blank_ones_between_fold_into_one() -> None:
    found = lines("Home", "About us", "Posted on 3 May")
    assert [(fold.first, fold.last, fold.lines) for fold in found.folds] == [(0, 3, 3)]


def test_a_single_short_line_is_not_worth_folding() -> None:
    assert lines("Copyright").folds == []


def test_the_thin_line_names_what_it_hides_and_counts_it() -> None:
    pieces = [
        Furniture(stretch("Home"), FurnitureKind.NAVIGATION),
        Furniture(stretch("About us"), FurnitureKind.NAVIGATION),
        Furniture(stretch("Posted on 3 May"), FurnitureKind.DATE_LINE),
    ]
    found = FurnitureLines(Segments(PAGE), pieces)
    assert found.folds[0].label() == "menu, date line, 3 lines"
    assert lines("Home", "About us").folds[0].label() == "page furniture, 2 lines"


def test_a_fold_hides_its_lines_until_it_is_opened() -> None:
    found = lines("Home", "About us")
    assert not found.folded
    found.fold_all(folded=True)
    fold = found.fold_at(1)
    assert fold is not None
    assert found.folded
    assert found.fold_at(4) is None
    found.open(fold)
    assert not found.folded
    assert found.fold_at(1) is None
