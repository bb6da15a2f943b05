"""Putting a newer version in a document's place: read in a worker, told, and then written.

Nothing is written before a person has seen what it would do.
"""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.errors import ReviewerError
from reviewer.domain.progress import Progress
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.version_prompts import ReplaceQuestion
from reviewer.ui.desk import Context, Desk
from reviewer.ui.telling import say_done
from reviewer.ui.wording import isolated
from reviewer.workspace.newer_version import Foreseen, foresee


class NewerVersion(QObject):
    """Begins at once; tells ``replaced`` how many passages are to be looked at."""

    replaced = Signal(int, int)  # the document, passages to look at

    def __init__(self, context: Context, desk: Desk, document: int, path: Path) -> None:
        super().__init__(desk.bridge)
        self._context = context
        self._desk = desk
        self._document = document
        project = desk.workspace.path

        def read(progress: Progress) -> Foreseen:
            return foresee(project, document, path, progress)

        self.job = desk.bridge.run(_("Read the newer version"), read)
        self.job.done.connect(self._read)
        self.job.failed.connect(self._failed)
        self.job.stopped.connect(self.deleteLater)

    def _read(self, foreseen: Foreseen) -> None:
        self._context.safely(lambda: self._ask(foreseen))
        self.deleteLater()

    def _failed(self, problem: ReviewerError) -> None:
        self._context.prompts.tell(problem)
        self.deleteLater()

    def _ask(self, foreseen: Foreseen) -> None:
        if self._context.desk is not self._desk:
            return  # the project was closed meanwhile
        workspace, document = self._desk.workspace, self._document
        newer, carried = foreseen.newer, foreseen.carried
        found = workspace.documents.get(document)
        reason = self._context.prompts.replace_version(
            ReplaceQuestion(
                f"{found.label} {found.title}",
                newer.original_name,
                (workspace.documents.listed([document])[document].words, newer.words),
                Counter(place.by for _passage, place in carried),
                newer.remarks,
            )
        )
        if reason is None or self._context.desk is not self._desk:
            return
        waiting = workspace.versions.replace(document, newer, reason, carried)
        say_done(self._context, _told(found.label, waiting))
        self.replaced.emit(document, waiting)


def _told(label: str, waiting: int) -> str:
    if not waiting:
        return _("The newer version of {document} is in place; no passage moved.").format(
            document=isolated(label)
        )
    return counted(
        "The newer version is in place; {count} passage wants a look.",
        "The newer version is in place; {count} passages want a look.",
        waiting,
    )
