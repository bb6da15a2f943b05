"""Going through a text by keys: the next words stand at a comfortable place, nothing jumps."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.boundaries import Edge, Stride
from reviewer.domain.selections import Unit
from reviewer.domain.spans import Span
from reviewer.ui.text.reader import Reader
from tests.ui.text.conftest import Show, a_mark, view_of

TEXT = "One went. Two stayed.\n\n1. Three came. Four left.\nFive slept."
LONG = "\n".join(f"Paragraph {number} says one thing. And another." for number in range(400))
FAMILY = "👩\u200d👩\u200d👧"


def target(reader: Reader) -> str:
    found = reader.target()
    return "" if found is None else found.of(view_of(reader).text)


def selected(reader: Reader) -> str:
    found = reader.selection()
    return "" if found is None else found.of(view_of(reader).text)


def y_of(reader: Reader, position: int) -> int:
    view = view_of(reader)
    return view.page.line_place(position)[2] - view.verticalScrollBar().value()


def go(reader: Reader, unit: Unit = Unit.SENTENCE, *, earlier: bool = False) -> bool:
    return reader.walker.go(unit, earlier=earlier)


def test_each_sentence_is_the_target_in_turn_and_back(show: Show) -> None:
    reader = show(TEXT)
    seen = [target(reader)]
    while go(reader):
        seen.append(target(reader))
    assert seen == ["One went.", "Two stayed.", "Three came.", "Four left.", "Five slept."]
    while go(reader, earlier=True):
        seen.pop()
        assert target(reader) == seen[-1]
    assert reader.caret() == 0


def test_after_a_selection_one_goes_on_behind_it(show: Show) -> None:
    reader = show(TEXT)
    reader.select(Span(0, TEXT.index("Three came") + 11))
    assert go(reader)
    assert target(reader) == "Four left."
    assert reader.selection() is None


def test_paragraphs_begin_at_their_first_letter(show: Show) -> None:
    reader = show(TEXT)
    reader.set_caret(5)
    assert go(reader, Unit.PARAGRAPH)
    assert reader.caret() == TEXT.index("1. Three")
    assert go(reader, Unit.PARAGRAPH)
    assert not go(reader, Unit.PARAGRAPH)
    assert reader.caret() == TEXT.index("Five")
    reader.set_caret(TEXT.index("Four"))
    assert go(reader, Unit.PARAGRAPH, earlier=True)
    assert reader.caret() == TEXT.index("1. Three")
    assert go(reader, Unit.PARAGRAPH, earlier=True)
    assert reader.caret() == 0
    assert not go(reader, Unit.PARAGRAPH, earlier=True)


def test_from_a_blank_line_one_goes_to_what_stands_beside_it(show: Show) -> None:
    reader = show(TEXT)
    blank = TEXT.index("\n\n") + 1
    reader.set_caret(blank)
    assert go(reader)
    assert target(reader) == "Three came."
    reader.set_caret(blank)
    assert go(reader, earlier=True)
    assert target(reader) == "Two stayed."
    reader.set_caret(blank)
    assert go(reader, Unit.PARAGRAPH)
    assert reader.caret() == TEXT.index("1. Three")


def test_folded_furniture_is_passed_over(show: Show) -> None:
    menu = "Home. News.\nSports. Weather.\n"
    text = f"One went.\n{menu}Two stayed."
    reader = show(text)
    view_of(reader).set_furniture([Span(text.index("Home"), text.index("Two") - 1)])
    reader.fold_furniture(folded=True)
    reader.set_caret(0)
    assert go(reader)
    assert target(reader) == "Two stayed."
    assert go(reader, earlier=True)
    assert target(reader) == "One went."
    assert go(reader, Unit.PARAGRAPH)
    assert reader.caret() == text.index("Two")
    assert view_of(reader).page.furniture.folded
    reader.set_caret(0)
    assert reader.walker.extend(Unit.SENTENCE, earlier=False)
    assert selected(reader) == text
    assert view_of(reader).page.furniture.folded


def test_the_page_stays_while_the_next_sentence_is_in_sight_and_else_shows_it_a_third_down(
    show: Show,
) -> None:
    reader = show(LONG)
    bar = view_of(reader).verticalScrollBar()
    height = view_of(reader).viewport().height()
    reader.set_caret(0)
    places = []
    for _ in range(80):
        assert go(reader)
        places.append((bar.value(), y_of(reader, reader.caret())))
    moves = [(value == before, y) for (before, _), (value, y) in pairwise(places)]
    stays = [y for stayed, y in moves if stayed]
    jumps = [y for stayed, y in moves if not stayed]
    assert len(stays) > 60
    assert jumps
    assert all(abs(y - height / 3) < 3 for y in jumps)
    assert all(0 <= y < height for y in stays)


def test_passages_are_gone_through_in_order_of_place_and_raised(show: Show) -> None:
    marks = [
        a_mark(7, LONG, "Paragraph 300 says"),
        a_mark(3, LONG, "Paragraph 2 says one thing."),
        a_mark(5, LONG, "Paragraph 2 says"),
    ]
    reader = show(LONG, marks)
    seen = []
    while reader.walker.go_to_passage(earlier=False):
        seen.append(reader.raised())
    assert seen == [3, 5, 7]
    assert 0 <= y_of(reader, reader.caret()) < view_of(reader).viewport().height()
    back = []
    while reader.walker.go_to_passage(earlier=True):
        back.append(reader.raised())
    assert back == [5, 3]
    assert reader.walker.has_passages()
    assert not show("Nothing.").walker.has_passages()


def test_from_a_caret_in_no_passage_the_next_one_is_found(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "One"), a_mark(2, TEXT, "Four left.")])
    reader.set_caret(TEXT.index("Three"))
    assert reader.walker.go_to_passage(earlier=False)
    assert reader.raised() == 2
    reader.set_caret(TEXT.index("Three"))
    assert reader.walker.go_to_passage(earlier=True)
    assert reader.raised() == 1


def test_a_selection_goes_on_by_sentences_from_what_a_tag_key_would_take(show: Show) -> None:
    reader = show(TEXT)
    reader.set_caret(3)
    assert reader.walker.extend(Unit.SENTENCE, earlier=False)
    assert selected(reader) == "One went. Two stayed."
    assert reader.walker.extend(Unit.SENTENCE, earlier=True)
    assert selected(reader) == "One went."
    assert reader.walker.moving_edge() is Edge.END
    assert not reader.walker.extend(Unit.SENTENCE, earlier=True)


def test_a_selection_takes_the_rest_of_its_paragraph_first(show: Show) -> None:
    reader = show(TEXT)
    reader.set_caret(TEXT.index("Two"))
    assert reader.walker.extend(Unit.PARAGRAPH, earlier=False)
    assert selected(reader) == "One went. Two stayed."
    assert reader.walker.extend(Unit.PARAGRAPH, earlier=False)
    assert selected(reader).endswith("Four left.")


def test_on_a_blank_line_the_first_sentence_beside_it_is_taken(show: Show) -> None:
    reader = show(TEXT)
    reader.set_caret(TEXT.index("\n\n") + 1)
    assert reader.walker.extend(Unit.SENTENCE, earlier=True)
    assert selected(reader) == "Two stayed."
    assert reader.walker.moving_edge() is Edge.START
    empty = show(" \n ")
    assert not empty.walker.extend(Unit.SENTENCE, earlier=False)
    assert empty.walker.change_ends() is None


def test_the_other_end_moves_when_asked(show: Show, qtbot: QtBot) -> None:
    reader = show(TEXT)
    reader.select(Span(TEXT.index("Two"), TEXT.index("stayed")))
    with qtbot.waitSignal(reader.target_changed):
        assert reader.walker.change_ends() is Edge.START
    assert reader.caret() == TEXT.index("Two")
    assert reader.walker.extend(Unit.SENTENCE, earlier=True)
    assert selected(reader) == "One went. Two "
    assert reader.walker.change_ends() is Edge.END
    assert reader.walker.chosen_edge() is Edge.END
    reader.walker.step(Stride.WORD, earlier=False)
    assert selected(reader) == "One went. Two stayed"
    reader.walker.step(Stride.CHARACTER, earlier=True)
    assert selected(reader) == "One went. Two staye"
    reader.set_caret(0)
    assert reader.walker.chosen_edge() is None
    reader.walker.step(Stride.WORD, earlier=False)
    assert reader.selection() is None


def test_by_characters_a_family_is_taken_or_left_whole(show: Show) -> None:
    text = f"At {FAMILY} home"
    reader = show(text)
    reader.select(Span(0, 2))
    taken = []
    for _ in range(3):
        reader.walker.step(Stride.CHARACTER, earlier=False)
        taken.append(selected(reader))
    assert taken == ["At ", f"At {FAMILY}", f"At {FAMILY} "]


def test_which_way_the_end_that_moves_runs_is_told_by_its_paragraph(show: Show) -> None:
    text = "One went.\nہم قریب ترین اسکول سے دور رہتے ہیں۔"
    reader = show(text)
    reader.select(Span(0, 3))
    assert not reader.walker.runs_to_the_left()
    reader.select(Span(0, len(text)))
    assert reader.walker.runs_to_the_left()
    reader.walker.change_ends()
    assert not reader.walker.runs_to_the_left()


def test_letting_go_takes_the_selection_first_and_then_the_passage(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "One went.")])
    reader.select(Span(0, 3))
    assert reader.walker.can_let_go()
    assert reader.walker.let_go_of_words()
    assert reader.selection() is None
    assert reader.raised() == 1
    assert not reader.walker.let_go_of_words()
    reader.walker.let_go_of_passage()
    assert reader.raised() is None
    assert not reader.walker.can_let_go()


@pytest.mark.parametrize("unit", Unit)
def test_a_text_of_five_million_letters_is_gone_through_like_any_other(
    show: Show, unit: Unit
) -> None:
    text = LONG * 250
    reader = show(text)
    middle = len(text) // 2
    reader.set_caret(text.index("\n", middle) + 1)
    start = reader.caret()
    assert go(reader, unit)
    assert start < reader.caret() < start + 100
    assert go(reader, unit, earlier=True)
    assert reader.caret() == start
