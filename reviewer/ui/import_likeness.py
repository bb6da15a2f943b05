"""What files that wait to come in are like: documents they may be newer versions of, or nearly are.

Found out a little at a time once all files are read, while a person looks at them. Nothing follows
from it by itself.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.environment.translation import _
from reviewer.ui.models.import_rows import ImportRow
from reviewer.ui.models.nearness import near_words
from reviewer.workspace.project import Workspace

MOST_COMPARED = 300
"""Files whose words are compared before they are in; of more, echoes tell it afterwards."""

_LONGEST = 100_000  # code points: compared in some twenty milliseconds
_AT_ONCE = 100


def note_older(workspace: Workspace, rows: Sequence[ImportRow]) -> list[ImportRow]:
    """Note of files which document they may be a newer version of; returns those that may."""
    fresh = [row for row in rows if row.is_readable and not row.file.inside]
    arriving = [row.incoming for row in fresh if row.incoming is not None]
    found = []
    several = workspace.versions.likely_older_each(arriving)
    for row, older in zip(fresh, several, strict=True):
        if older:
            row.older = older[0]
            row.older_label = workspace.documents.get(older[0]).label
            row.weigh()
            found.append(row)
    return found


class Likeness(QObject):
    """Looks at the rows of one import; tells each time it found something, until it is stopped."""

    found = Signal()

    def __init__(self, workspace: Workspace, rows: Sequence[ImportRow], parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows = list(rows)
        self._older = 0
        compared = [row for row in rows if _can_be_compared(row)]
        self._near = compared[:MOST_COMPARED]
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._look)
        self._turn.start(0)

    def stop(self) -> None:
        """Look at no more."""
        self._turn.stop()

    def _look(self) -> None:
        if self._older < len(self._rows):
            part = self._rows[self._older : self._older + _AT_ONCE]
            self._older += len(part)
            if note_older(self._workspace, part):
                self.found.emit()
        elif self._near:
            self._compare(self._near.pop(0))
        else:
            self.stop()

    def _compare(self, row: ImportRow) -> None:
        if row.incoming is None or not row.incoming.text or row.outcome.same_text_as:
            return
        for near in self._workspace.echoes.near_incoming(row.incoming, 1):
            label = self._workspace.documents.get(near.document).label
            words = _("nearly the same as {label}: {words}")
            row.near = words.format(label=label, words=near_words(near))
            row.weigh()
            self.found.emit()


def _can_be_compared(row: ImportRow) -> bool:
    return row.is_readable and row.incoming is not None and 0 < len(row.incoming.text) <= _LONGEST
