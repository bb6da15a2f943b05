"""Says what a link is: its type, whether its sources are separate, a note; or takes it away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.links import INDEPENDENCE_LABELS, LINK_TYPE_LABELS, Independence
from reviewer.environment.translation import _
from reviewer.ui.asking.link_questions import LinkQuestion, LinkWish
from reviewer.ui.dialogs.source import stretching
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import plain

WIDTH = 460
_NOTE_LINES = 3


class LinkDialog(QDialog):
    """Asks; ``wish`` is the answer."""

    def __init__(self, question: LinkQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._remove = False
        self.setWindowTitle(_("Link"))
        self.setAccessibleName(_("Link"))
        self.setMinimumWidth(on_screen(WIDTH, 0).width())
        link = question.link
        self.type = QComboBox()
        for one in question.types:
            self.type.addItem(_(LINK_TYPE_LABELS[one]), one)
        self.type.setCurrentIndex(max(0, self.type.findData(link.type)))
        self.independent = QComboBox()
        for judged in Independence:
            self.independent.addItem(_(INDEPENDENCE_LABELS[judged]), judged)
        self.independent.setCurrentIndex(self.independent.findData(link.independent))
        self.note = QPlainTextEdit(link.note)
        self.note.setTabChangesFocus(True)
        lines = self.note.fontMetrics().lineSpacing() * _NOTE_LINES
        self.note.setFixedHeight(lines + 2 * spacing.SMALL + 6)
        self.warning = stretching(plain(question.warning, "danger"))
        self.warning.setVisible(bool(question.warning))
        self._build()
        layout = self.layout()
        if layout is not None:  # words that wrap need more room than their hints say
            self.resize(self.minimumWidth(), layout.totalHeightForWidth(self.minimumWidth()))
        self.type.setFocus()

    def wish(self) -> LinkWish:
        """Return what shall be said of the link, or that it shall go."""
        link = self._question.link
        types, judged = list(self._question.types), list(Independence)
        return LinkWish(
            types[self.type.currentIndex()] if types else link.type,
            self.note.toPlainText().strip(),
            judged[self.independent.currentIndex()],
            remove=self._remove,
        )

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("", stretching(plain(self._question.start, "muted")))
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("&What it does"), self.type),
            ("", stretching(plain(self._question.end, "muted"))),
            (_("Separate &source?"), self.independent),
            ("", self.warning),
            (_("&Note"), self.note),
        )
        for title, field in rows:
            label = QLabel(title)
            label.setContentsMargins(0, spacing.TINY + 1, 0, 0)
            if title:
                label.setBuddy(field)
                field.setAccessibleName(title.replace("&", ""))
            form.addRow(label, field)
        self.independent.setAccessibleDescription(self.warning.text())
        box = QDialogButtonBox(self)
        save = box.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        cancel = box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.remove = box.addButton(_("Take the link off"), QDialogButtonBox.ButtonRole.ResetRole)
        for button in (cancel, self.remove):
            button.setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.remove.clicked.connect(self._take_off)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(box)

    def _take_off(self) -> None:
        self._remove = True
        self.accept()
