"""What putting a newer version in a document's place would do, and why it is done."""

from enum import StrEnum

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reviewer.domain.versions import CarriedBy
from reviewer.environment.translation import _, counted, filled
from reviewer.ui.asking.version_prompts import Dropped, ReplaceQuestion
from reviewer.ui.dialogs.form import FormDialog, line_of
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import isolated, isolated_values, plain

_MOST_LETTERS = 2_000


class Fate(StrEnum):
    """What becomes of a passage, as it is told before."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


_FATES = {
    CarriedBy.PLACE: Fate.KEPT,
    CarriedBy.QUOTE: Fate.MOVED,
    CarriedBy.CONTEXT: Fate.MOVED,
    CarriedBy.LIKENESS: Fate.CHANGED,
    CarriedBy.NOTHING: Fate.GONE,
}


def fates(question: ReplaceQuestion) -> list[str]:
    """Return in sentences what becomes of the passages; only what there is."""
    counts = dict.fromkeys(Fate, 0)
    for by, count in question.carried.items():
        counts[_FATES[by]] += count
    said = {
        Fate.KEPT: counted(
            "{count} passage keeps its place: its lines are unchanged.",
            "{count} passages keep their place: their lines are unchanged.",
            counts[Fate.KEPT],
        ),
        Fate.MOVED: counted(
            "{count} passage moves: the same words stand elsewhere, or with others around them.",
            "{count} passages move: the same words stand elsewhere, or with others around them.",
            counts[Fate.MOVED],
        ),
        Fate.CHANGED: counted(
            "{count} passage has other words now; its place is not certain until you look.",
            "{count} passages have other words now; their places are not certain until you look.",
            counts[Fate.CHANGED],
        ),
        Fate.GONE: counted(
            "{count} passage is not found any more; place it by hand, or take it off.",
            "{count} passages are not found any more; place them by hand, or take them off.",
            counts[Fate.GONE],
        ),
    }
    return [said[fate] for fate in Fate if counts[fate]]


class ReplaceVersion(FormDialog):
    """Tells what will happen; nothing is written before *Replace*, which needs a reason."""

    def __init__(self, question: ReplaceQuestion, parent: QWidget | None = None) -> None:
        super().__init__(_("Newer version"), _("Replace"), parent)
        before, now = question.words
        self.reason = line_of("", _("Why, and where it came from"), _MOST_LETTERS)
        told = fates(question) or [_("Nothing is tagged in it, so no passage moves.")]
        above = [
            plain(
                _("Put {name} in the place of {document}").format(
                    name=isolated(question.name), document=isolated(question.document)
                ),
                "heading",
            ),
            plain(
                _("{before} before, {now} now.").format(
                    before=counted("{count} word", "{count} words", before),
                    now=counted("{count} word", "{count} words", now),
                ),
                "muted",
            ),
            *(plain(f"• {one}") for one in told),
            *(
                plain(filled(one.message, isolated_values(one.values)), "muted")
                for one in question.remarks
            ),
        ]
        below = [
            plain(
                _(
                    "What moved is listed, to be looked at. The older version stays in the "
                    "project, with its passages as they stood. Undo takes all of it back."
                ),
                "muted",
            )
        ]
        fields = ((_("&Why, and where it came from"), self.reason),)
        self.lay_out(above, fields, below)
        self.reason.textChanged.connect(self._weigh)
        self.reason.setFocus()
        self._weigh()

    def answer(self) -> str:
        """Return why it is done."""
        return self.reason.text().strip()

    def _weigh(self) -> None:
        self.agree.setEnabled(bool(self.answer()))
        self.agree.setToolTip("" if self.answer() else _("Say why: it stands in the history."))


class DroppedOn(QDialog):
    """A small question: whether the file is a newer version of the document, or one of its own."""

    def __init__(self, name: str, document: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meant: Dropped | None = None
        self.setWindowTitle(_("Dropped onto a document"))
        self.setAccessibleName(self.windowTitle())
        box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.newer = box.addButton(_("&Newer version…"), role.ActionRole)
        self.alone = box.addButton(_("&Import it by itself"), role.ActionRole)
        cancel = box.addButton(_("Cancel"), role.RejectRole)
        self.newer.clicked.connect(self._newer)
        self.alone.clicked.connect(self._alone)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(
            plain(
                _("Is {name} a newer version of {document}, or a document of its own?").format(
                    name=isolated(name), document=isolated(document)
                )
            )
        )
        column.addWidget(plain(_("Nothing is replaced before you have seen what moves."), "muted"))
        column.addStretch(1)
        column.addWidget(box)
        wide = on_screen(460, 0).width()
        self.resize(wide, column.totalHeightForWidth(wide))
        cancel.setDefault(True)
        self.newer.setFocus()

    def meant(self) -> Dropped | None:
        """Return what was chosen."""
        return self._meant

    def _newer(self) -> None:
        self._meant = Dropped.NEWER
        self.accept()

    def _alone(self) -> None:
        self._meant = Dropped.ALONE
        self.accept()
