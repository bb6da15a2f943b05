"""Before a codebook is taken in: what is new in it, what differs, and what is wrong with it."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.codebooks import Complaint, Meeting, Preview, Standing
from reviewer.environment.translation import _, counted
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.codebook_preview import NAME, STANDING, WHAT, CodebookPreviewModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_rows, on_screen
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import begin_at_the_edge, isolated, plain, sentence

SIZE = (760, 600)
_SHOWN = 1_200
_COMPLAINT_LINES = 4


class TakeInDialog(QDialog):
    """Shows a codebook beside one's own; ``places`` are the tags to take over."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.setWindowTitle(_("Import codebook"))
        self.setAccessibleName(_("Import codebook"))
        self._model = CodebookPreviewModel(preview, self)
        self.table = self._table()
        self._differing = QCheckBox(_("Change all of mine that differ"))
        self._differing.setVisible(bool(preview.those(Standing.DIFFERS)))
        self._told = plain("", "muted")
        self._told.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.activated.connect(self._turn)
        self._differing.clicked.connect(self._tick_differing)
        self._model.ticked.connect(self._weigh)
        self.resize(on_screen(*SIZE))
        if preview.meetings:
            self.table.selectRow(0)
        self._weigh()
        self.table.setFocus()

    def places(self) -> frozenset[int]:
        """Return the places, in the file, of the tags to take over."""
        return self._model.places()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setAccessibleName(_("Tags in the file"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setFrameShape(QFrame.Shape.StyledPanel)
        rows = table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        keep_rows(rows, spacing.ROW)
        rows.hide()
        columns = table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        columns.resizeSection(STANDING, 170)
        columns.resizeSection(WHAT, 230)
        return table

    def _build(self) -> None:
        head = _("“{name}” beside your codebook: {tally}.").format(
            name=isolated(self._preview.name), tally=tally(self._preview)
        )
        self._box, self._agree = agree_or_cancel(self, _("Import"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        column.addWidget(plain(head))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self._differing)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._told)
        if self._preview.complaints:
            column.addWidget(self._complaints())
        column.addWidget(self._box)

    def _complaints(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        count = len(self._preview.complaints)
        words = counted(
            "{count} thing in the file cannot be taken over as it is:",
            "{count} things in the file cannot be taken over as they are:",
            count,
        )
        title = plain(words, "warning")
        shown = QPlainTextEdit("\n".join(complaint_line(one) for one in self._preview.complaints))
        shown.setReadOnly(True)
        begin_at_the_edge(shown)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(words)
        lines = min(count, _COMPLAINT_LINES)
        shown.setFixedHeight(shown.fontMetrics().lineSpacing() * lines + 2 * spacing.SMALL + 4)
        column.addWidget(title)
        column.addWidget(shown)
        return side

    def _turn(self, index: QModelIndex) -> None:
        self._model.turn(index.row())

    def _tick_differing(self, on: bool) -> None:
        self._model.tick_all(Standing.DIFFERS, on=on)

    def _tell(self, index: QModelIndex) -> None:
        meeting = index.data(ROW_ROLE)
        if isinstance(meeting, Meeting):
            self._told.setText(_told(meeting))

    def _weigh(self) -> None:
        new, changed = self._model.count(Standing.NEW), self._model.count(Standing.DIFFERS)
        differing = len(self._preview.those(Standing.DIFFERS))
        self._differing.setChecked(bool(differing) and changed == differing)
        parts = []
        if new:
            parts.append(counted("Add {count} tag", "Add {count} tags", new))
        if changed:
            parts.append(counted("change {count}", "change {count}", changed))
        words = _(", ").join(parts) if parts else _("Import")
        self._agree.setText(words[:1].upper() + words[1:])
        self._agree.setEnabled(bool(parts))
        set_role(self._agree, "primary")


def tally(preview: Preview) -> str:
    """Say how many tags are new, differ and are the same."""
    parts = [
        counted("{count} new", "{count} new", len(preview.those(Standing.NEW))),
        counted("{count} differs", "{count} differ", len(preview.those(Standing.DIFFERS))),
        counted("{count} the same", "{count} the same", len(preview.those(Standing.SAME))),
    ]
    return _(", ").join(parts)


def complaint_line(complaint: Complaint) -> str:
    """Say what was passed over or mended, and at which tag of the file."""
    place = _("Tag {place}").format(place=f"{complaint.place:,}")
    return (
        f"{place}: {sentence(complaint.problem)}"
        if complaint.place
        else sentence(complaint.problem)
    )


def _told(meeting: Meeting) -> str:
    """Return what a tag means, and what it means in the file where that differs."""
    entry, tag = meeting.entry, meeting.tag
    if tag is None or "definition" not in meeting.differs:
        return entry.definition[:_SHOWN] or _("The file does not say what it means.")
    now = _("Now: {words}").format(words=tag.definition[:_SHOWN] or _("nothing"))
    then = _("Then: {words}").format(words=entry.definition[:_SHOWN] or _("nothing"))
    return f"{now}\n{then}"
