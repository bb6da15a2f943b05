"""Paragraph numbers of rows, and passages in their sentences."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.models import passage_places
from reviewer.ui.models.passage_places import (
    MOST_WORDS,
    NOT_COUNTED,
    ParagraphNumbers,
    Surroundings,
    surroundings,
)
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

TEXT = "First line.\n\nSecond line says twelve. And more was said.\nThird."


def found(text: str, words: str) -> Surroundings:
    start = text.index(words)
    return surroundings(text, Span(start, start + len(words)))


def test_numbers_are_found_after_they_were_asked_for(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    document = a_document(workspace, TEXT)
    passages = [a_passage(workspace, document, words) for words in ("Third", "twelve", "First")]
    rows = workspace.passages.listed(passages)
    numbers = ParagraphNumbers(workspace.documents, qapp)
    with qtbot.waitSignal(numbers.found):
        assert [numbers.of(rows[passage]) for passage in passages] == [None, None, None]
    assert [numbers.of(rows[passage]) for passage in passages] == [3, 2, 1]


def test_a_text_that_takes_too_long_is_not_counted(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, a_document(workspace, "Word. " * 400_000), "Word")
    row = workspace.passages.listed([passage])[passage]
    numbers = ParagraphNumbers(workspace.documents, qapp)
    numbers.of(row)
    qtbot.waitUntil(lambda: numbers.of(row) is not None)
    assert numbers.of(row) == NOT_COUNTED


def test_numbers_asked_for_long_ago_are_let_go(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    """Dragging the scroll bar asks for thousands that nobody sees any more."""
    rows = []
    for number in range(passage_places._MOST_WAITING + 5):
        passage = a_passage(workspace, a_document(workspace, f"Text {number}."), "Text")
        rows.append(workspace.passages.listed([passage])[passage])
    numbers = ParagraphNumbers(workspace.documents, qapp)
    for row in rows:
        numbers.of(row)
    assert len(numbers._waiting) == passage_places._MOST_WAITING
    qtbot.waitUntil(lambda: numbers.of(rows[-1]) == 1)


def test_words_stand_in_their_sentence() -> None:
    assert found(TEXT, "twelve") == Surroundings("Second line says ", "twelve", ".")


def test_a_whole_sentence_stands_in_its_paragraph() -> None:
    assert found(TEXT, "And more was said.") == Surroundings(
        "Second line says twelve. ", "And more was said.", ""
    )


def test_long_stretches_are_cut_at_words_and_say_so() -> None:
    text = "Before " * 100 + "THESE WORDS " + "after " * 100
    around = found(text, "THESE WORDS")
    assert around.before.startswith("… Before ")
    assert around.after.endswith(" after …")
    assert len(around.before) + len(around.after) < 500


def test_very_long_words_keep_both_ends() -> None:
    text = "Begin " + "x" * 3000 + " end."
    shown = surroundings(text, Span(0, len(text))).words
    assert shown.startswith("Begin ")
    assert shown.endswith(" end.")
    assert len(shown) <= MOST_WORDS + 3
