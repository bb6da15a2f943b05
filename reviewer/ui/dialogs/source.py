"""Writes down a source that is known of and not in the project: what it is, who, and when."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.folding import fold
from reviewer.domain.links import LINK_TYPE_LABELS, SourceToFind
from reviewer.environment.translation import _
from reviewer.ui.asking.link_questions import SourceQuestion, SourceWish
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.describe import DateField
from reviewer.ui.models.links import source_words
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import plain

WIDTH = 500


class SourceDialog(QDialog):
    """Asks; a title that is known already means that source. ``wish`` is the answer."""

    def __init__(self, question: SourceQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._known = {_key(one.title): one for one in reversed(question.known)}
        self.setWindowTitle(_("A source not in this project"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(on_screen(WIDTH, 0).width())
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("A press conference, a report, a broadcast…"))
        self.publisher = QLineEdit()
        self.author = QLineEdit()
        self.posted = DateField([])
        self.posted.line.setPlaceholderText("2020-11-12")
        self.type = QComboBox()
        for one in question.types:
            self.type.addItem(_(LINK_TYPE_LABELS[one]), one)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Your own words; not part of the source."))
        self._said = stretching(plain("", "muted"))
        self._grow = QTimer(self)
        self._grow.setSingleShot(True)
        self._grow.timeout.connect(self._make_room)
        self._complete()
        self._build()
        self.title.textChanged.connect(self._weigh)
        self.posted.line.textChanged.connect(self._weigh)
        self._weigh()
        self.title.setFocus()

    def known(self) -> SourceToFind | None:
        """Return the source that is written down under the title already."""
        return self._known.get(_key(self.title.text()))

    def wish(self) -> SourceWish:
        """Return which source is meant, and how the passage is linked to it."""
        known, types = self.known(), list(self._question.types)
        return SourceWish(
            None if known is None else known.document,
            " ".join(self.title.text().split()),
            self.publisher.text().strip(),
            self.author.text().strip(),
            self.posted.line.text().strip(),
            types[self.type.currentIndex()] if types else None,
            self.note.text().strip(),
        )

    def _complete(self) -> None:
        completer = QCompleter(sorted({one.title for one in self._question.known}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.title.setCompleter(completer)

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: list[tuple[str, QWidget, QWidget]] = [
            (_("&What it is"), self.title, self.title),
            ("", self._said, self._said),
            (_("&Published by"), self.publisher, self.publisher),
            (_("Who &says it there"), self.author, self.author),
            (_("W&hen"), self.posted, self.posted.line),
        ]
        if self._question.types:
            rows.append((_("The passage &does"), self.type, self.type))
            rows.append((_("&Note"), self.note, self.note))
        for title, row, field in rows:
            label = QLabel(title)
            label.setContentsMargins(0, spacing.TINY + 1, 0, 0)
            if title:
                label.setBuddy(field)
                field.setAccessibleName(title.replace("&", ""))
            form.addRow(label, row)
        box, self._agree = agree_or_cancel(self, _("Write it down"))
        words = _("It is listed under Sources to find until it is here.")
        if self._question.passage:
            linked = _("Linked from {passage}").format(passage=self._question.passage)
            words = f"{linked}\n{words}"
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(plain(words, "muted"))
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(box)

    def _weigh(self) -> None:
        """Let only what can be written down be, and say which source is meant."""
        known = self.known()
        for field in (self.publisher, self.author, self.posted):
            field.setEnabled(known is None)
        self._said.setText(
            ""
            if known is None
            else _("Written down already: {source}").format(source=source_words(known))
        )
        self._said.setVisible(known is not None)
        self._agree.setEnabled(bool(self.title.text().strip()) and not self.posted.problem())
        self._grow.start()

    def _make_room(self) -> None:
        """Grow when what is said below a field needs more lines than before."""
        layout, width = self.layout(), max(self.width(), self.minimumWidth())
        needed = layout.totalHeightForWidth(width) if layout is not None else 0
        if needed > self.height():
            self.resize(width, needed)


def stretching(label: QLabel) -> QLabel:
    """Let a label that wraps take the width of its row; else it wraps sooner than it must."""
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    label.setSizePolicy(policy)
    return label


def _key(title: str) -> str:
    return " ".join(fold(title).split())
