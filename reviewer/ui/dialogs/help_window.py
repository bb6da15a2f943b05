"""The help: pages of the program's own, with contents, a search over all, and the way back.

It stands beside the work, not over it. Nothing is loaded from anywhere: pages are Markdown that
travels with the program, and what they link to is another page of it.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _, counted
from reviewer.ui.commands import Command
from reviewer.ui.guard import guard
from reviewer.ui.models.help_pages import FIRST, ORDER, find_in_help, page, title
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_icon, on_screen
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_surface
from reviewer.ui.wording import announce

SIZE = QSize(860, 640)
CONTENTS_WIDTH = 220
SCHEME = "help"
_PAGE = int(Qt.ItemDataRole.UserRole)
_FOUND = "found"


class HelpPage(QTextBrowser):
    """Shows a page; only what begins with ``help:`` is ever followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Help page"))
        self.document().setDocumentMargin(spacing.WIDE)
        self.document().setIndentWidth(spacing.WIDE)

    @override
    @guard()
    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """Load nothing: pages are set as text, and have no pictures."""
        return None

    def show_markdown(self, words: str) -> None:
        """Show a page, its headings with room above them."""
        self.document().setMarkdown(words, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if block.textList() is None and QTextCursor(block).currentTable() is None:
                room = QTextBlockFormat()
                room.setTopMargin({0: 0, 1: 0, 2: spacing.LARGE}.get(level, spacing.MEDIUM))
                room.setBottomMargin(spacing.SMALL)
                room.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                QTextCursor(block).mergeBlockFormat(room)
            block = block.next()
        self._frame_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to_heading(self, words: str) -> None:
        """Scroll to a heading; stays at the top where there is none of these words."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == words:
                place = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(place) - spacing.SMALL)
                return
            block = block.next()

    def _frame_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            shape = frame.frameFormat().toTableFormat()
            if shape.isValid():
                shape.setCellPadding(spacing.TINY)
                shape.setCellSpacing(0)
                shape.setBorder(0)
                shape.setLeftMargin(-spacing.TINY)
                shape.setBottomMargin(spacing.MEDIUM)
                frame.setFrameFormat(shape)


class HelpWindow(QDialog):
    """The window of the help; one is kept and shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setModal(False)
        self._commands: Sequence[Command] = ()
        self._places: list[str] = []  # pages and searches, as visited
        self._here = -1
        self._build()
        self.resize(on_screen(SIZE.width(), SIZE.height()))
        self._shortcuts()

    def open_page(self, name: str, at: str = "", commands: Sequence[Command] = ()) -> None:
        """Show a page, at a heading; an unknown one shows the first."""
        if commands:
            self._commands = commands
        address = f"{name if name in ORDER else FIRST}#{at}".rstrip("#")
        if not (0 <= self._here < len(self._places) and self._places[self._here] == address):
            self._places = [*self._places[: self._here + 1], address]
            self._here = len(self._places) - 1
        self._render(address)

    def current(self) -> str:
        """Return the page that is shown, with the heading; a search begins with ``found?``."""
        return self._places[self._here] if self._here >= 0 else ""

    def go(self, by: int) -> None:
        """Go back or forward by so many pages."""
        if 0 <= self._here + by < len(self._places):
            self._here += by
            self._render(self._places[self._here])

    def _build(self) -> None:
        self.back = self._tool("back", _("Back"))
        self.back.clicked.connect(self._back)
        self.forward = self._tool("forward", _("Forward"))
        self.forward.clicked.connect(self._forward)
        self.print = self._tool("print", _("Print this page…"))
        self.print.clicked.connect(self._print)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Search the help…"))
        self.field.setAccessibleName(_("Search the help"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textEdited.connect(self._search)
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        set_surface(self.contents, "panel")
        self.contents.setUniformItemSizes(True)
        for name in ORDER:
            item = QListWidgetItem(title(name))
            item.setData(_PAGE, name)
            item.setSizeHint(QSize(0, max(grown(spacing.ROW), self.fontMetrics().height() + 12)))
            self.contents.addItem(item)
        self.contents.currentItemChanged.connect(self._chosen)
        self.page = HelpPage()
        self.page.anchorClicked.connect(self._follow)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.contents)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([grown(CONTENTS_WIDTH), grown(SIZE.width() - CONTENTS_WIDTH)])
        top = QHBoxLayout()
        top.setContentsMargins(spacing.SMALL, spacing.SMALL, spacing.SMALL, spacing.SMALL)
        top.setSpacing(spacing.TINY)
        for part in (self.back, self.forward, self.field, self.print):
            top.addWidget(part, 1 if part is self.field else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        keep_icon(button, spacing.ICON)
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _shortcuts(self) -> None:
        for keys, run in (
            ("Alt+Left", self._back),
            ("Alt+Right", self._forward),
            ("Ctrl+F", self.field.setFocus),
            ("Ctrl+P", self._print),
            ("Ctrl+W", self.reject),
        ):
            QShortcut(QKeySequence(keys), self, run)

    def _back(self) -> None:
        self.go(-1)

    def _forward(self) -> None:
        self.go(1)

    def _render(self, address: str) -> None:
        self.back.setEnabled(self._here > 0)
        self.forward.setEnabled(self._here < len(self._places) - 1)
        if address.startswith(f"{_FOUND}?"):
            self._render_found(address.partition("?")[2])
            return
        name, _hash, at = address.partition("#")
        self.setWindowTitle(_("{page} – Reviewer help").format(page=title(name)))
        self._mark_contents(name)
        self.page.show_markdown(page(name, self._commands))
        if at:
            self.page.go_to_heading(at)
        if not self.field.hasFocus():
            self.page.setFocus()

    def _render_found(self, typed: str) -> None:
        found = find_in_help(typed, self._commands)
        said = counted("{count} place", "{count} places", len(found))
        self.setWindowTitle(_("Search – Reviewer help"))
        self._mark_contents("")
        rows = [f"<h2>{escape(said)}</h2>"]
        if not found:
            rows.append("<p>{}</p>".format(escape(_("Nothing in the help holds all these words."))))
        for one in found[:60]:
            where = one.title if one.heading == one.title else f"{one.title}, {one.heading}"
            link = QUrl.toPercentEncoding(f"{one.page}#{one.heading}").toStdString()
            rows.append(
                f'<p><a href="{SCHEME}:{link}">{escape(where)}</a><br>{escape(one.words)}</p>'
            )
        self.page.setHtml("".join(rows))
        announce(self.field, said)

    def _mark_contents(self, name: str) -> None:
        with QSignalBlocker(self.contents):
            self.contents.setCurrentRow(ORDER.index(name) if name in ORDER else -1)

    def _search(self, typed: str) -> None:
        if not typed.strip():
            self._here = max(0, self._here - 1) if self._is_search() else self._here
            self._places = self._places[: self._here + 1]
            self._render(self.current())
            return
        address = f"{_FOUND}?{typed}"
        if self._is_search():
            self._places[self._here] = address  # one search, however many letters it takes
        else:
            self._places = [*self._places[: self._here + 1], address]
            self._here = len(self._places) - 1
        self._render(address)

    def _is_search(self) -> bool:
        return self.current().startswith(f"{_FOUND}?")

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_page(str(item.data(_PAGE)))

    def _follow(self, address: QUrl) -> None:
        """Follow a link to another page; any other leads nowhere."""
        target = QUrl.fromPercentEncoding(address.toEncoded())
        if target.startswith("#"):
            self.page.go_to_heading(target[1:])
            return
        scheme, _colon, rest = target.rpartition(":")
        name, _hash, at = rest.partition("#")
        name = name.removesuffix(".md")
        if scheme in ("", SCHEME) and name in ORDER:
            self.open_page(name, at)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom needed, and large

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.page.print_(printer)
        dialog.deleteLater()
