"""The page before a report: what is still to settle, how it shall be, and its chapters."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.report import CHECK_LABELS, REPORT_BY_LABELS, CheckKind, CheckLine, ReportBy
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.report_prompts import ReportAnswer, ReportQuestion, ReportStep
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.export_scope import ScopeRow
from reviewer.ui.dialogs.scrolled import Scrolled
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_least_height, on_screen
from reviewer.ui.wording import isolated, plain

WIDE, HIGH = 620, 760
_LEAST_OF_CHAPTERS = 90


class ReportChoice(QDialog):
    """What is to settle, each a way to its list; the choices; the chapters there will be."""

    def __init__(self, question: ReportQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Report"))
        self.setAccessibleName(_("Report"))
        self._question = question
        self._step = ReportStep.WRITE
        self._check: CheckKind | None = None
        self.ways: dict[CheckKind, QPushButton] = {}
        self.by = QComboBox()
        self.by.setAccessibleName(_("Chapters"))
        for one, label in REPORT_BY_LABELS.items():
            self.by.addItem(_(label), one)
        self.by.setCurrentIndex(self.by.findData(question.now.by))
        self.which = ScopeRow(question.counts)
        self.which.choose(question.now.scope)
        self.protect = QCheckBox(_("Replace the names of protected actors"))
        self.protect.setEnabled(question.protected > 0)
        self.protect.setChecked(question.now.protect and question.protected > 0)
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(_("The chapters there will be"))
        keep_least_height(self.chapters, _LEAST_OF_CHAPTERS)
        policy = QSizePolicy.Policy
        self.chapters.setSizePolicy(policy.Expanding, policy.Ignored)  # it takes what is left
        self._lay_out()
        self.by.currentIndexChanged.connect(self._preview)
        self.which.changed.connect(self._preview)
        self._preview()

    def answer(self) -> ReportAnswer:
        """Return what is wanted next, and how the report shall be."""
        return replace(
            ReportAnswer(),
            step=self._step,
            by=ReportBy(str(self.by.currentData())),
            scope=self.which.scope(),
            protect=self.protect.isChecked(),
            check=self._check,
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.SMALL)
        column.setSpacing(spacing.SMALL)
        column.addWidget(plain(_("What is still to settle"), "heading"))
        column.addWidget(
            plain(_("Counted in the whole project. The report prints these lines."), "muted")
        )
        for line in self._question.checks:
            column.addLayout(self._line(line))
        column.addSpacing(spacing.MEDIUM)
        column.addWidget(plain(_("The report"), "heading"))
        row = QHBoxLayout()
        row.addWidget(self.by, 1)
        for words, step in (
            (_("Opening statement…"), ReportStep.STATEMENT),
            (_("Method…"), ReportStep.METHOD),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._leave, step))
            row.addWidget(button)
        column.addLayout(row)
        which = QHBoxLayout()
        which.setSpacing(spacing.LARGE)
        which.addWidget(plain(_("Passages")), 0, Qt.AlignmentFlag.AlignTop)
        which.addWidget(self.which, 1)
        column.addLayout(which)
        column.addWidget(self.protect)
        column.addWidget(self.chapters, 1)
        box, self.agree = agree_or_cancel(self, _("Next"))
        foot = QVBoxLayout()
        foot.setContentsMargins(spacing.WIDE, spacing.SMALL, spacing.WIDE, spacing.LARGE)
        foot.addWidget(box)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(inside), 1)
        whole.addLayout(foot)
        self.resize(on_screen(WIDE, HIGH))
        self.by.setFocus()

    def _line(self, line: CheckLine) -> QHBoxLayout:
        """Return a line of what is to settle, with the way to its list where there is one."""
        row = QHBoxLayout()
        words = _("{count} of {all}").format(count=line.count, all=line.of)
        label = plain(_(CHECK_LABELS[line.kind]), "" if line.count else "muted")
        row.addWidget(label, 1)
        row.addWidget(
            plain(words, "" if line.count else "muted"), 0, Qt.AlignmentFlag.AlignTrailing
        )
        way = QPushButton(_("Show"))
        way.setAutoDefault(False)
        way.setEnabled(line.count > 0)
        way.setAccessibleName(_("Show: {what}").format(what=_(CHECK_LABELS[line.kind])))
        way.clicked.connect(partial(self._go, line.kind))
        self.ways[line.kind] = way
        row.addWidget(way)
        return row

    def _go(self, kind: CheckKind) -> None:
        self._check = kind
        self._leave(ReportStep.GO)

    def _leave(self, step: ReportStep) -> None:
        self._step = step
        self.accept()

    def _preview(self) -> None:
        """Show the chapters there will be, each with how many passages it has."""
        self.chapters.clear()
        for title, count in self._question.chapters(self.answer()):
            passages = counted("{count} passage", "{count} passages", count)
            self.chapters.addItem(
                _("{title}: {passages}").format(title=isolated(title), passages=passages)
            )
