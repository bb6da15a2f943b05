"""Importing, put together: the page among the places, and the imports it shows."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from reviewer.domain.columns import Column, ColumnMapping, Table
from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.environment.translation import N_, _
from reviewer.ui.assembly.working import Working
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import Context, PageName
from reviewer.ui.import_likeness import Likeness
from reviewer.ui.import_sources import Sources, read_anew
from reviewer.ui.importing import Import, Look, Stage
from reviewer.ui.models.import_rows import ImportRow, Lies, lies_of
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.importing.importing import ImportPage
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile, can_recognise
from reviewer.workspace.reading_tables import columns_of
from reviewer.workspace.waiting_files import Wish, granted, without_words

NO_RECOGNITION = N_(
    "The program that recognises text in pictures is not there. Install Tesseract (on Debian: "
    "tesseract-ocr, and for Urdu tesseract-ocr-urd), and try again."
)
_COLUMNS = "import.columns"
_MOST_REMEMBERED = 50


class Importing(QObject):
    """The page, connected to the desk; implements ``desk.ImportingPart``."""

    ended = Signal()

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        view: DeskView,
        context: Context,
        actions: CommandActions,
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._bridge = bridge
        self._view = view
        self._context = context
        self._actions = actions
        self._liked: Import | None = None
        self._likeness: Likeness | None = None
        self._headers: dict[Lies, tuple[str, ...]] = {}
        self._waiting: list[tuple[Sources, Look]] = []
        self.page = ImportPage()
        self.works = Working(workspace, bridge, context, self)
        self._place = QStackedWidget()
        self._place.addWidget(self.page)
        self._place.addWidget(self.works.page)
        view.places.add(PageName.IMPORT, self._place)
        self.works.found.connect(self._go_on_with_work)
        self.works.shown.connect(self._show_work)
        self.works.ended.connect(self._go_on)
        self.works.close_wanted.connect(self._leave_work)
        self.works.page.documents_wanted.connect(self._import_as_documents)
        self.page.encoding_wanted.connect(self._read_as)
        self.page.recognition_wanted.connect(self._recognise)
        self.page.whole_wanted.connect(self._fetch)
        self.page.table_wanted.connect(self._fetch_table)
        self.page.columns_wanted.connect(self._read_columns)
        self.page.newer_wanted.connect(self._put_in_place_of)
        self.page.close_wanted.connect(self._close)
        self.page.import_wanted.connect(actions.action("project.import").trigger)

    def begin(self, sources: Sources | Sequence[Path], look: Look) -> Import | None:
        """Import what was dropped or chosen; after the one that is on the page, if there is one.

        Returns the import unless it waits. One that needs no look does not wait. What may be work
        of another program is told apart first, and looked at on a page of its own.
        """
        wanted = sources if isinstance(sources, Sources) else Sources.of(sources)
        then = partial(self._begin, look=look)
        if look is not Look.NONE and self.works.sort_out(wanted, then):
            return None
        return self._begin(wanted, look)

    def _begin(self, wanted: Sources, look: Look) -> Import | None:
        shown = self.page.current_import()
        if shown is not None and not shown.is_over() and look in (Look.DOUBTFUL, Look.ALL):
            self._waiting.append((wanted, look))
            return None
        if self.works.is_writing():
            self._waiting.append((wanted, look))
            self._context.prompts.inform(_("These files wait until the work is in."))
            return None
        one = Import(
            self._workspace,
            self._bridge,
            self._context.prompts,
            wanted,
            look=look,
            known_columns=self._known_columns(),
        )
        one.look_wanted.connect(partial(self._show, one))
        one.ended.connect(self._go_on)
        one.changed.connect(partial(self._look_for_likeness, one))
        if one.needs_look:
            self._show(one)
        return one

    def go_on_waiting(self) -> None:
        """Begin what was dropped while work of another program came in."""
        if self._waiting:
            self._begin(*self._waiting.pop(0))

    def show(self) -> None:
        """Go to the page."""
        self._view.show_page(PageName.IMPORT)

    def has_import(self) -> bool:
        """Say whether an import is on the page."""
        return self.page.current_import() is not None or self.works.has_any()

    def _show(self, one: Import) -> None:
        self.page.begin(one)
        self._place.setCurrentWidget(self.page)
        self.show()

    def _show_work(self) -> None:
        self._place.setCurrentWidget(self.works.page)
        self.show()

    def _go_on(self) -> None:
        self.ended.emit()
        if self._waiting:
            self._begin(*self._waiting.pop(0))
        else:
            self._go_on_with_work()

    def _go_on_with_work(self) -> None:
        """Look at work of another program, unless documents are looked at still."""
        shown = self.page.current_import()
        if shown is None or shown.is_over():
            self.works.go_on()

    def _look_for_likeness(self, one: Import) -> None:
        """Find out what the files are like, once they are all read and while nothing is written."""
        if one is self._liked and one.stage is not Stage.READY:
            if self._likeness is not None:
                self._likeness.stop()
        elif one is not self._liked and one.stage is Stage.READY and one.needs_look:
            self._liked = one
            self._likeness = Likeness(self._workspace, one.rows.rows, one)
            self._likeness.found.connect(self.page.rows_told_of)

    def _put_in_place_of(self, row: ImportRow) -> None:
        """Offer to put a file in the place of the document it may be a newer version of."""
        desk, one = self._context.desk, self.page.current_import()
        if one is None or desk is None or desk.versions is None or row.older is None:
            return
        versions, older = desk.versions, row.older

        def note() -> None:
            if row.document is None:
                one.rows.note(row, Outcome(row.file.path, older, called=row.file.called))
                row.label = row.older_label
                self.page.rows_replaced()

        self._actions.safely(lambda: versions.begin(older, row.file.path, note))

    def _close(self) -> None:
        self._view.show_page(PageName.READ)

    def _import_as_documents(self, path: Path) -> None:
        """Import what was taken for work of another program as documents."""
        self.works.page.leave()
        self._begin(Sources.of([path]), Look.ALL)

    def _leave_work(self) -> None:
        """Leave the page of work of another program, if it is in sight."""
        if self._place.currentWidget() is self.works.page:
            self._place.setCurrentWidget(self.page)
            self._close()

    # Reading once more.

    def _read_as(self, rows: list[ImportRow], encoding: str) -> None:
        """Read files in the encoding a person chose; what is read is preview and result."""
        one = self.page.current_import()
        if one is None:
            return
        wishes = [Wish(without_words(row.file), encoding, row.columns) for row in rows]

        def read(progress: Progress) -> list[tuple[int, ReadFile]]:
            return list(granted(wishes, progress, anew=True))

        job = self._bridge.run("", read, quietly=True)
        job.done.connect(partial(self._replace, one, rows, encoding))
        job.failed.connect(self._context.prompts.tell)

    def _replace(
        self,
        one: Import,
        rows: list[ImportRow],
        encoding: str | None,
        read: list[tuple[int, ReadFile]],
    ) -> None:
        """Put what was read anew in place, in an encoding, or else with its text recognised."""
        if one.is_over():
            return
        outcomes = one.before([file for _number, file in read])
        for (number, file), outcome in zip(read, outcomes, strict=True):
            if rows[number].document is None:
                rows[number].encoding = encoding or rows[number].encoding
                rows[number].recognise |= encoding is None
                one.rows.replace(rows[number], file, outcome)
        self.page.rows_replaced()

    def _recognise(self, rows: list[ImportRow]) -> None:
        """Have the text of pages recognised that are pictures; takes seconds a page."""
        one = self.page.current_import()
        if one is None:
            return
        if not can_recognise():
            self._context.prompts.tell(NotAllowed(NO_RECOGNITION))
            return
        wishes = [
            Wish(without_words(row.file), row.encoding, row.columns, recognise=True) for row in rows
        ]
        self.page.card.show_reading()

        def read(progress: Progress) -> list[tuple[int, ReadFile]]:
            return list(granted(wishes, progress, anew=True))

        job = self._bridge.run(_("Recognise text"), read)
        job.done.connect(partial(self._replace, one, rows, None))
        job.failed.connect(self._context.prompts.tell)
        job.stopped.connect(self.page.rows_replaced)

    def _fetch_table(self, row: ImportRow) -> None:
        """Read the columns of a table, for the page to show."""
        file, encoding = without_words(row.file), row.encoding
        job = self._bridge.run(
            "", lambda progress: columns_of(file, progress, encoding), quietly=True
        )
        job.done.connect(partial(self._show_table, row))

    def _show_table(self, row: ImportRow, table: Table | None) -> None:
        if table is not None:
            self._headers[row.lies] = table.header
            self.page.show_columns(row, table)

    def _read_columns(self, row: ImportRow, columns: ColumnMapping) -> None:
        """Read a table by the columns a person chose, and remember them for tables like it."""
        one, lies, encoding = self.page.current_import(), row.lies, row.encoding
        if one is None:
            return
        self._remember(self._headers.get(lies, ()), columns)

        def read(_progress: Progress) -> list[ReadFile]:
            files = read_anew(row.file.path, encoding, columns, job.progress)
            return [file for file in files if lies_of(file) == lies]

        job = self._bridge.run("", read, quietly=True)
        job.done.connect(partial(self._put_in_place, one, lies, columns))
        job.failed.connect(self._context.prompts.tell)

    def _put_in_place(
        self, one: Import, lies: Lies, columns: ColumnMapping, files: list[ReadFile]
    ) -> None:
        if one.is_over():
            return
        before = one.rows.of_file(lies)
        encoding = before[0].encoding if before else None
        one.rows.take_away(before)
        made = one.rows.add(files, one.before(files), encoding, columns)
        self.page.rows_replaced()
        self.page.files.choose(made[0] if made else None)

    def _remember(self, header: Sequence[str], columns: ColumnMapping) -> None:
        kept = [one for one in self._kept_columns() if one[0] != list(header)]
        headings = {column.value: heading for column, heading in columns.headings.items()}
        kept.append((list(header), headings))
        self._workspace.remember(_COLUMNS, kept[-_MOST_REMEMBERED:])

    def _known_columns(self) -> dict[tuple[str, ...], ColumnMapping]:
        return {
            tuple(header): ColumnMapping({Column(one): words for one, words in headings.items()})
            for header, headings in self._kept_columns()
        }

    def _kept_columns(self) -> list[tuple[list[str], dict[str, str]]]:
        """Return what was remembered, as far as it can be understood."""
        kept = self._workspace.remembered(_COLUMNS)
        found: list[tuple[list[str], dict[str, str]]] = []
        for entry in kept if isinstance(kept, list) else []:
            if isinstance(entry, list) and len(entry) == 2 and isinstance(entry[1], dict):
                header = [str(one) for one in entry[0]] if isinstance(entry[0], list) else []
                headings = {str(key): str(value) for key, value in entry[1].items()}
                if set(headings) <= set(Column):
                    found.append((header, headings))
        return found

    def _fetch(self, row: ImportRow) -> None:
        """Show a file's words that were not kept: what is in is in the project, others are read."""
        documents, incoming = self._workspace.documents, row.incoming
        if row.document is not None and incoming is not None and documents.listed([row.document]):
            text, furniture = documents.text(row.document), documents.furniture(row.document)
            there = replace(incoming, text=text, furniture=tuple(furniture))
            self.page.show_whole(row, replace(row.file, incoming=there))
            return
        wish = Wish(row.file, row.encoding, row.columns)

        def read(progress: Progress) -> list[tuple[int, ReadFile]]:
            return list(granted([wish], progress))

        job = self._bridge.run("", read, quietly=True)
        job.done.connect(partial(self._show_whole, row))

    def _show_whole(self, row: ImportRow, read: list[tuple[int, ReadFile]]) -> None:
        for _number, file in read:
            self.page.show_whole(row, file)
