"""One pane: its words, its number and its passages always belong to one document."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import ReviewerError
from reviewer.domain.steps import News, StepKind
from reviewer.environment.settings import Settings
from reviewer.ui.models.documents import DOCUMENT_MIME
from reviewer.ui.models.reading_places import ReadingPlace
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.reading.pane import Pane, dragged_document
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, an_incoming
from tests.ui.at_the_desk import WORDS, damage


@pytest.fixture
def pane(workspace: Workspace, qtbot: QtBot) -> Pane:
    made = Pane(workspace, Settings(), LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def shown(pane: Pane) -> str:
    return pane.reader._view.page.segments.text


def test_a_damaged_document_leaves_words_and_number_of_the_one_before(
    pane: Pane, workspace: Workspace
) -> None:
    good = a_document(workspace, WORDS, title="Good")
    bad = a_document(workspace, f"Other. {WORDS}", title="Bad")
    passage = a_passage(workspace, good, "Twelve people")
    pane.show_document(good)
    damage(workspace, bad)
    with pytest.raises(ReviewerError):
        pane.show_document(bad)
    assert pane.document == good
    assert shown(pane) == WORDS
    assert pane.header._title.text() == "Good"
    pane.reader.set_caret(3)
    assert [mark.id for mark in pane.reader.marks_at_caret()] == [passage]


def test_an_unknown_document_leaves_the_pane_as_it_is(pane: Pane, workspace: Workspace) -> None:
    good = a_document(workspace, WORDS)
    pane.show_document(good)
    with pytest.raises(ReviewerError):
        pane.show_document(good + 100)
    assert (pane.document, shown(pane)) == (good, WORDS)


def test_a_document_whose_import_is_undone_leaves_an_empty_pane(
    pane: Pane, workspace: Workspace
) -> None:
    document = a_document(workspace, WORDS)
    pane.show_document(document)
    told: list[News] = []
    workspace.news.listen(told.append)
    workspace.history.undo()
    for news in told:
        pane.follow(news, {})
    assert pane.document is None
    assert pane.header._title.text() == "Empty pane"


def test_a_new_title_is_shown_and_the_words_stay(pane: Pane, workspace: Workspace) -> None:
    document = a_document(workspace, WORDS, title="Old")
    pane.show_document(document)
    workspace.documents.describe(document, "title", "New")
    pane.follow(News(1, StepKind.DO, "", {}, {"documents": frozenset({document})}), {})
    assert pane.header._title.text() == "New"
    assert shown(pane) == WORDS


def test_a_settled_date_is_shown_as_the_day_it_is_read_as(pane: Pane, workspace: Workspace) -> None:
    settled = WrittenDate("10/8/2015", "2015-10-08", DateBasis.SETTLED)
    pane.show_document(a_document(workspace, WORDS, posted=settled))
    assert "8 Oct 2015" in pane.header._about.text()
    assert "10/8/2015" not in pane.header._about.text()
    assert "10/8/2015" in pane.header._about.toolTip()
    assert "settled for this document" in pane.header._about.toolTip()


def test_folding_is_remembered_for_a_document_without_furniture_too(
    pane: Pane, workspace: Workspace, qtbot: QtBot
) -> None:
    pane.show_document(a_document(workspace, WORDS))
    pane.fold_furniture(folded=True)
    other = Pane(workspace, Settings(), LIGHT)
    qtbot.addWidget(other)
    other.restore(pane.state())
    assert other.document == pane.document
    assert other.furniture_folded()
    other.fold_furniture(folded=False)
    assert not other.furniture_folded()


def test_the_reading_place_comes_back(pane: Pane, workspace: Workspace, qtbot: QtBot) -> None:
    text = "\n".join(f"Line {number} of many." for number in range(400))
    pane.show_document(a_document(workspace, text))
    pane.reader.restore_place((4_000, 0.25))
    state = pane.state()
    other = Pane(workspace, Settings(), LIGHT)
    qtbot.addWidget(other)
    other.resize(600, 400)
    other.restore(state)
    assert other.state() == state
    assert other.reader.place()[0] > 3_900


@pytest.mark.parametrize("state", [None, 3, {}, {"document": 3}, {"document": "no such uid"}])
def test_a_state_without_a_document_that_is_there_leaves_the_pane_empty(
    pane: Pane, state: object
) -> None:
    pane.restore(state)
    assert pane.document is None


def test_only_our_own_documents_can_be_dropped() -> None:
    data = QMimeData()
    assert dragged_document(data) is None
    data.setData(DOCUMENT_MIME, "sürprise".encode())
    assert dragged_document(data) is None
    data.setData(DOCUMENT_MIME, b"12")
    assert dragged_document(data) == 12


def test_a_newer_version_is_shown_with_its_passages_and_one_stays_at_ones_line(
    pane: Pane, workspace: Workspace
) -> None:
    lines = [
        f"Line {number} of the statement, which stands there unchanged." for number in range(90)
    ]
    document = a_document(workspace, "\n\n".join(lines))
    passage = a_passage(workspace, document, "Line 7 of the statement")
    gone = a_passage(workspace, document, "Line 60 of the statement")
    pane.show_document(document)
    pane.show()
    old = workspace.documents.text(document)
    pane.go_to_place(ReadingPlace(old.index("Line 50"), 0.0, old.index("Line 50")))
    workspace.news.listen(follow := lambda news: pane.follow(news, None))
    newer = old.replace("Line 0 ", "Corrected.\n\nLine 0 ").replace("Line 60 of the statement", "X")
    workspace.versions.replace(document, an_incoming(newer))
    assert shown(pane) == newer
    assert pane.place().caret == newer.index("Line 50")
    assert pane.place().offset == newer.index("Line 50")
    marks = {mark.id: mark for mark in pane.reader._view.scene.marks.all()}
    assert marks[passage].span.of(newer) == "Line 7 of the statement"
    assert (marks[passage].sure, marks[gone].sure) == (True, False)
    workspace.history.undo()
    assert shown(pane) == old
    assert pane.place().offset == old.index("Line 50")
    workspace.news.stop(follow)
