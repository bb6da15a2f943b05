"""The window's answers to what is asked about exports."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import _
from reviewer.ui import desktop
from reviewer.ui.asking.annotated_questions import AnnotatedQuestion, AnnotatedWish
from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish
from reviewer.ui.asking.sending_questions import ExportKind, SendQuestion, SendWish
from reviewer.ui.dialogs.over_window import OverWindow
from reviewer.ui.views.frame.notice import Deed, Notice
from reviewer.ui.wording import isolated, sentence


class ExportDialogs(OverWindow):
    """Asks what an export shall hold, and tells what was written."""

    notice: Notice

    def what_to_export(self, question: ExportQuestion) -> ExportWish | None:
        """Ask what to export, in which format and which columns, and about protected names."""
        from reviewer.ui.dialogs.export_table import ExportTable

        dialog = ExportTable(question, self._window)
        return dialog.choice() if self._ask(dialog) else None

    def export_kind(self, kinds: Sequence[ExportKind], begin: ExportKind) -> ExportKind | None:
        """Ask what an export shall be, of those that can be had."""
        from reviewer.ui.dialogs.export_kind import ExportKindDialog

        dialog = ExportKindDialog(kinds, begin, self._window)
        return dialog.kind() if self._ask(dialog) else None

    def what_to_send(self, question: SendQuestion) -> SendWish | None:
        """Ask in which format of other programs a project goes out, and which passages."""
        from reviewer.ui.dialogs.send_project import SendDialog

        dialog = SendDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def documents_to_export(self, question: AnnotatedQuestion) -> AnnotatedWish | None:
        """Ask which documents go out with their passages, and how."""
        from reviewer.ui.dialogs.annotated import AnnotatedDialog

        dialog = AnnotatedDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def stayed(
        self, done: str, losses: Sequence[str], heading: str, place: Path, *, opens: bool
    ) -> None:
        """Tell what was written, and what of the project the file has no room for."""
        from reviewer.ui.dialogs.stayed import Stayed

        self._ask(Stayed(done, losses, heading, self._window))
        self.written(done, place, opens=opens)

    def written(self, done: str, place: Path, *, opens: bool) -> None:
        """Tell in passing what was written and in which folder, with the ways there."""
        folder = place if place.is_dir() else place.parent
        words = _("{done}, in the folder {folder}").format(done=done, folder=isolated(folder))
        show = partial(self._try, desktop.show_in_folder, place)
        opening = Deed(_("Open"), partial(self._try, desktop.open_document, place))
        also = opening if opens else None
        self.notice.tell(words, action=_("Show in folder"), run=show, also=also)

    def _try(self, hand_over: Callable[[Path], None], place: Path) -> None:
        try:
            hand_over(place)
        except ReviewerError as problem:
            self.notice.error(sentence(problem))
