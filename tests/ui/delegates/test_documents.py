"""What is painted of a document: its words are taken from a drawing that keeps them as words."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.bridge import Bridge
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.documents import CellDelegate, DocumentDelegate
from reviewer.ui.models.document_cells import DocumentColumn
from reviewer.ui.models.documents import DocumentModel
from reviewer.ui.theme.fonts import interface_font
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, read_as, two_readings

HEIGHT = 44
NARROW = 260


@pytest.fixture
def model(workspace: Workspace, qapp: QApplication) -> Iterator[DocumentModel]:
    bridge = Bridge(workspace, qapp)
    yield DocumentModel(workspace, bridge, bridge)
    bridge.close()


def option(width: int, theme: Theme, state: QStyle.StateFlag) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.rect = QRect(0, 0, width, HEIGHT)
    made.palette = theme.palette()
    made.font = interface_font()
    made.state = state
    return made


def painted_words(
    delegate: QStyledItemDelegate,
    model: DocumentModel,
    column: DocumentColumn = DocumentColumn.TITLE,
    width: int = NARROW,
) -> str:
    drawing = QByteArray()
    buffer = QBuffer(drawing)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(width, HEIGHT))
    with QPainter(generator) as painter:
        delegate.paint(
            painter,
            option(width, LIGHT, QStyle.StateFlag.State_Enabled),
            model.index(0, column),
        )
    found = re.findall(r"<text[^>]*>(.*?)</text>", bytes(drawing.data()).decode(), re.DOTALL)
    words = " ".join(unescape(one) for one in found)
    return " ".join(words.translate(dict.fromkeys((0x2068, 0x2069))).split())


def painted_colours(
    delegate: QStyledItemDelegate, model: DocumentModel, theme: Theme, state: QStyle.StateFlag
) -> set[str]:
    picture = QImage(NARROW, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(theme.panel)
    with QPainter(picture) as painter:
        delegate.paint(painter, option(NARROW, theme, state), model.index(0, DocumentColumn.TITLE))
    return {QColor(picture.pixel(x, y)).name() for x in range(NARROW) for y in range(HEIGHT)}


def test_a_row_has_title_date_source_and_passages(
    workspace: Workspace, model: DocumentModel
) -> None:
    document = a_document(
        workspace, title="At the bridge", publisher="Courier", posted=read_as("2015", "2015")
    )
    a_passage(workspace, document, "Twelve")
    words = painted_words(DocumentDelegate(LIGHT), model)
    assert "At the bridge" in words
    assert "2015 · Courier · 1 passage" in words


def test_a_long_title_is_cut_at_a_word(workspace: Workspace, model: DocumentModel) -> None:
    a_document(workspace, title="The merchants of grievance and their unexpected benefactors")
    words = painted_words(DocumentDelegate(LIGHT), model)
    assert re.search(r"The merchants of( grievance( and( their)?)?)?…", words)


def test_the_source_gives_way_before_date_and_passages(
    workspace: Workspace, model: DocumentModel
) -> None:
    document = a_document(
        workspace,
        publisher="The Very Long Gazette of the Northern and Eastern Provinces",
        posted=read_as("14th November 2020", "2020-11-14"),
    )
    a_passage(workspace, document, "Twelve")
    words = painted_words(DocumentDelegate(LIGHT), model, width=300)
    assert re.search(r"14th November 2020 · The.*… · 1 passage", words)
    words = painted_words(DocumentDelegate(LIGHT), model, width=220)
    assert "Gazette" not in words
    assert "14th November 2020" in words


def test_an_ambiguous_date_says_two_readings(workspace: Workspace, model: DocumentModel) -> None:
    a_document(workspace, posted=two_readings("10/8/2015"), publisher="Courier")
    words = painted_words(DocumentDelegate(LIGHT), model)
    assert "10/8/2015, two readings" in words
    assert "Courier" in words
    colours = painted_colours(DocumentDelegate(LIGHT), model, LIGHT, QStyle.StateFlag.State_Enabled)
    assert LIGHT.warning.name() in colours


@pytest.mark.parametrize("width", [80, 140, 180])
def test_a_row_with_hardly_any_room_is_painted_all_the_same(
    workspace: Workspace, model: DocumentModel, width: int, caplog: pytest.LogCaptureFixture
) -> None:
    document = a_document(workspace, posted=two_readings("10/8/2015"), publisher="Courier")
    a_passage(workspace, document, "Twelve")
    assert "…" in painted_words(DocumentDelegate(LIGHT), model, width=width)
    assert caplog.text == ""


def test_of_a_document_nothing_is_known_of_the_length_is_told(
    workspace: Workspace, model: DocumentModel
) -> None:
    a_document(workspace, "one two three", title="Untitled")
    assert "3 words" in painted_words(DocumentDelegate(LIGHT), model)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_chosen_row_and_one_with_the_keys_can_be_told(
    workspace: Workspace, model: DocumentModel, theme: Theme
) -> None:
    a_document(workspace)
    states = QStyle.StateFlag
    delegate = DocumentDelegate(theme)
    plain = painted_colours(delegate, model, theme, states.State_Enabled)
    chosen = painted_colours(delegate, model, theme, states.State_Selected)
    hovered = painted_colours(delegate, model, theme, states.State_MouseOver)
    focused = painted_colours(delegate, model, theme, states.State_HasFocus)
    assert theme.selection.name() in chosen - plain
    assert theme.hover.name() in hovered - plain
    assert theme.accent.name() in focused - plain


def test_a_cell_of_the_full_table_has_its_words(workspace: Workspace, model: DocumentModel) -> None:
    a_document(workspace, "one two", title="At the bridge", posted=two_readings("10/8/2015"))
    cells = CellDelegate(LIGHT)
    assert painted_words(cells, model, DocumentColumn.STATUS) == "Not read"
    assert painted_words(cells, model, DocumentColumn.POSTED) == "10/8/2015, two readings"
    assert painted_words(cells, model, DocumentColumn.WORDS) == "2"
    assert painted_words(cells, model, DocumentColumn.SECOND_LOOK) == ""
    assert painted_words(cells, model, DocumentColumn.TITLE, 60).endswith("…")


def test_a_row_that_cannot_be_read_says_so(
    workspace: Workspace, model: DocumentModel, caplog: pytest.LogCaptureFixture
) -> None:
    document = a_document(workspace)
    with workspace.history.step("documents.review"):
        workspace._project.connection.execute("PRAGMA ignore_check_constraints = ON")
        workspace._project.documents.set([document], {"review_status": "nonsense"}, "now")
    for delegate in (CellDelegate(LIGHT), DocumentDelegate(LIGHT)):
        assert "This document cannot be read" in painted_words(delegate, model, width=400)
    assert "Damaged" in caplog.text


def test_a_palette_tells_its_theme() -> None:
    assert theme_of(LIGHT.palette()) is LIGHT
    assert theme_of(DARK.palette()) is DARK


def test_the_title_of_a_document_in_a_pane_is_bold(
    workspace: Workspace, model: DocumentModel
) -> None:
    document = a_document(workspace, "Words", title="Nineteen wide windows")
    model.reload()
    delegate = DocumentDelegate(LIGHT)
    inked = []
    for shown in (frozenset[int](), frozenset({document})):
        delegate.in_panes = shown
        picture = QImage(NARROW, HEIGHT, QImage.Format.Format_RGB32)
        picture.fill(LIGHT.panel)
        with QPainter(picture) as painter:
            row = option(NARROW, LIGHT, QStyle.StateFlag.State_Enabled)
            delegate.paint(painter, row, model.index(0, DocumentColumn.TITLE))
        ground = LIGHT.panel.lightness()
        inked.append(
            sum(
                ground - picture.pixelColor(x, y).lightness()
                for x in range(NARROW)
                for y in range(HEIGHT)
            )
        )
    assert inked[1] > inked[0]
