"""The panel "Where else": places in other documents that speak of the same, and why.

As one walks the list, the pane beside shows the place; where one reads stays where it is. Enter
goes there, Escape gives the pane back as it was.
"""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.spans import Span
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.commands.keys import key_name
from reviewer.ui.delegates.where_else import WhereElseDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.search import Place
from reviewer.ui.models.where_else import Elsewhere, WhereElseModel, look
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.empty_place import EmptyPlace
from reviewer.ui.wording import announce, isolated, plain, sentence
from reviewer.workspace.project import Workspace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class WhereElsePanel(QWidget):
    """The panel; implements ``desk.WhereElsePart``."""

    show_wanted = Signal(int, object)  # a document and a span, in the pane beside
    go_wanted = Signal()  # to the place shown there
    close_wanted = Signal()
    key_pressed = Signal(str)

    def __init__(self, workspace: Workspace, bridge: Bridge) -> None:
        super().__init__()
        set_surface(self, "panel")
        self.setAccessibleName(_("Where else"))
        self.setProperty("help_page", "search")
        self._workspace = workspace
        self._bridge = bridge
        self._job: Job | None = None
        self._model = WhereElseModel(self)
        self.list = QListView()
        self._about = plain("", "muted")
        self._about.setObjectName("where_else_about")
        self._nothing = EmptyPlace("where-else")
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.list.activated.connect(self.go_wanted)
        self.list.installEventFilter(self)
        self._say_how()

    def ask(self, document: int, span: Span) -> None:
        """Look where else is spoken of what stands at ``span``; raises ``NotFound``."""
        self._forget()
        words = first_words(span.of(self._workspace.documents.text(document)), 90)
        self._about.setText(_("for “{words}”").format(words=isolated(words)))
        self._model.show(())
        self._say(_("Looking…"))
        path = self._workspace.path

        def work(progress: Progress) -> list[Elsewhere]:
            return look(path, document, span, progress)

        job = self._job = self._bridge.run(_("Where else"), work)
        job.done.connect(lambda found: self._found(job, found))
        job.failed.connect(lambda problem: self._failed(job, problem))

    def has_keys(self) -> bool:
        """Say whether typed keys go to the list."""
        return QApplication.focusWidget() is self.list

    def places(self) -> list[Place]:
        """Return the place one is at."""
        place = self.current()
        return [] if place is None else [(place.document, place.span)]

    def current(self) -> Elsewhere | None:
        """Return the place one is at."""
        return self._model.place(self.list.currentIndex().row())

    def words(self) -> str:
        """Return what is said where there is no list; empty where there is one."""
        return "" if self._stack.currentWidget() is self.list else self._nothing.words()

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was found."""
        self._forget()
        self._model.show(())
        self._about.setText("")
        self._say_how()

    def _forget(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _found(self, job: Job, found: list[Elsewhere]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._model.show(found)
        if found:
            self._stack.setCurrentWidget(self.list)
            places = counted("{count} place", "{count} places", len(found))
            self._title.setText(_("Where else: {places}").format(places=places))
            first = self._model.index(0, 0)
            self.list.selectionModel().setCurrentIndex(first, _CHOOSE)
            self.take_keys()
        else:
            self._say(
                counted(
                    "Nothing else in this {count} document shares its names, numbers, dates or "
                    "rare words.",
                    "Nothing else in these {count} documents shares its names, numbers, dates or "
                    "rare words.",
                    self._workspace.documents.count(),
                )
            )
            announce(self, self._nothing.words())

    def _failed(self, job: Job, problem: ReviewerError) -> None:
        if job is self._job:
            self._job = None
            self._say(sentence(problem))

    def _say(self, words: str) -> None:
        self._title.setText(_("Where else"))
        self._nothing.say(words)
        self._stack.setCurrentWidget(self._nothing)

    def _say_how(self) -> None:
        self._say(
            _(
                "W in a document lists the places in others that share the names, numbers, dates "
                "or rare words of what is selected, of the passage you went to, or of the sentence "
                "outlined."
            )
        )

    def _follow(self, current: QModelIndex) -> None:
        self._delegate.current = current.row()
        place = self.current()
        if place is not None:
            self.show_wanted.emit(place.document, place.span)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list: Enter, Escape, Copy, and those that may be a tag's."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        name = key_name(event)
        if event.key() in _ENTER:
            self.go_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            place = self.current()
            QGuiApplication.clipboard().setText("" if place is None else place.quote)
        elif len(name) == 1 and name != " ":
            self.key_pressed.emit(name)
        else:
            return False
        return True

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._delegate = WhereElseDelegate(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(_("Places that speak of the same"))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_surface(self.list, "panel")
        self._title = QLabel(_("Where else"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._title, "heading")
        close = QToolButton()
        close.setIcon(icon("close"))
        keep_icon(close, spacing.ICON_SMALL)
        close.setAutoRaise(True)
        close.setToolTip(_("Close (Escape)"))
        close.setAccessibleName(_("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_wanted)
        head = QHBoxLayout()
        inset(head, spacing.MEDIUM, spacing.TINY, spacing.TINY, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        about = QVBoxLayout()
        about.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.SMALL)
        about.addWidget(self._about)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addLayout(head)
        column.addLayout(about)
        column.addWidget(self._stack, 1)
