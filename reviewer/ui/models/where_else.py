"""Places in other documents that speak of the same: what a list shows of each, and why it is one.

They are looked for by a worker that opens the project a second time, for reading only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer.domain.links import LinkType
from reviewer.domain.progress import Progress
from reviewer.domain.query_hits import one_line
from reviewer.domain.spans import Span
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.wording import isolated, tip
from reviewer.workspace.project import Workspace

MOST_SHOWN = 400  # code points of a quote

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place: its document, its words, and why it is thought to speak of the same.

    ``passage`` is set where it is a passage, ``link`` where a link leads there, ``type`` where one
    would be made there.
    """

    document: int
    span: Span
    label: str
    title: str
    quote: str
    reasons: str
    passage: int | None = None
    link: int | None = None
    type: LinkType | None = None


def look(project: Path, document: int, span: Span, progress: Progress) -> list[Elsewhere]:
    """Look in a project for what is said elsewhere; raises ``Cancelled`` and ``NotFound``."""
    with Workspace.open(project, only_read=True) as workspace:
        found = workspace.likeness.where_else(document, span, progress=_Watched(progress))
        return [
            Elsewhere(
                place.document,
                place.span,
                about.label,
                about.title,
                one_line(place.span.of(workspace.documents.text(place.document))[:MOST_SHOWN]),
                " · ".join(
                    _(reason.template).format(words=_(", ").join(map(isolated, reason.words)))
                    for reason in place.reasons
                ),
            )
            for place in found
            for about in [workspace.documents.get(place.document)]
        ]


class _Watched:
    """Passes on that work goes on, but not how much there is: it is done in a moment."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        """Say that work goes on; raises ``Cancelled`` where it shall not."""
        del total, what
        self._progress.report(done)


class WhereElseModel(QAbstractListModel):
    """The places in their order, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[Elsewhere] = ()

    def show(self, places: Sequence[Elsewhere]) -> None:
        """Show other places."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def place(self, row: int) -> Elsewhere | None:
        """Return the place in a row."""
        return self._places[row] if 0 <= row < len(self._places) else None

    @override
    @guard(0)
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._places)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.place(index.row()) if index.isValid() else None
        if place is None:
            return None
        if role == ROW_ROLE:
            return place
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(place.reasons)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                f"{place.label} {isolated(place.title)}: {isolated(place.quote)}. {place.reasons}"
            )
        return None
