"""A project file while it is open: its stores, its copies, its closing.

Write-ahead log with ``synchronous=FULL`` while open: what was painted is on disk. At the last
close the log is folded in and a single file is left. How a file is made and opened stands in
``opening.py``.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.errors import CannotSave, ProjectProblem
from reviewer.domain.words import N_
from reviewer.environment.paths import files_of_project
from reviewer.store.actors import ActorStore
from reviewer.store.analysts import AnalystStore
from reviewer.store.answers import AnswerStore
from reviewer.store.boundaries import BoundaryStore
from reviewer.store.chains import ChainStore
from reviewer.store.comparison import ComparisonStore
from reviewer.store.connection import Connection
from reviewer.store.document_list import DocumentList
from reviewer.store.documents import DocumentStore
from reviewer.store.events import EventStore
from reviewer.store.fields import FieldStore
from reviewer.store.furniture import FurnitureStore
from reviewer.store.links import LinkStore
from reviewer.store.lock import WriterLock
from reviewer.store.notes import NoteStore
from reviewer.store.opened import Holder, OpenedStore
from reviewer.store.origins import OriginStore
from reviewer.store.parts import PartStore
from reviewer.store.passage_details import PassageDetailStore
from reviewer.store.passage_list import PassageList
from reviewer.store.passages import PassageStore
from reviewer.store.prints import PrintStore
from reviewer.store.provenance import ProvenanceStore
from reviewer.store.queries import QueryStore
from reviewer.store.questions import QuestionStore
from reviewer.store.ratings import RatingStore
from reviewer.store.readings import ReadingStore
from reviewer.store.records import RecordStore
from reviewer.store.regrouping import RegroupingStore
from reviewer.store.rows import RowStore
from reviewer.store.search import SearchStore
from reviewer.store.settings import ProjectSettings
from reviewer.store.sources import SourceStore
from reviewer.store.speech import SpeechStore
from reviewer.store.states import StateStore
from reviewer.store.steps import StepStore
from reviewer.store.tags import TagStore
from reviewer.store.texts import TextStore
from reviewer.store.to_do import ToDoStore
from reviewer.store.traits import TraitStore
from reviewer.store.verification import Verification
from reviewer.store.versions import VersionStore


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What opening needs to know of the world: where locks live, who asks, and the time (UTC)."""

    state_folder: Path
    holder: Holder
    now: Callable[[], str]


class ProjectFile:
    """One open project file and its stores. Close it, or use it as a context."""

    def __init__(
        self,
        connection: Connection,
        surroundings: Surroundings,
        lock: WriterLock | None = None,
        *,
        alone: bool = False,
    ) -> None:
        self.connection = connection
        self.alone = alone
        self.kept_copy: Path | None = None
        self._lock = lock
        self._surroundings = surroundings
        self.opened = OpenedStore(connection)
        self.analysts = AnalystStore(connection)
        self.actors = ActorStore(connection)
        self.records = RecordStore(connection)
        self.chains = ChainStore(connection)
        self.readings = ReadingStore(connection)
        self.fields = FieldStore(connection)
        self.settings = ProjectSettings(connection)
        self.texts = TextStore(connection)
        self.documents = DocumentStore(connection)
        self.document_list = DocumentList(connection)
        self.furniture = FurnitureStore(connection)
        self.parts = PartStore(connection)
        self.origins = OriginStore(connection)
        self.prints = PrintStore(connection)
        self.versions = VersionStore(connection)
        self.provenance = ProvenanceStore(self)
        self.tags = TagStore(connection)
        self.regrouping = RegroupingStore(connection)
        self.passages = PassageStore(connection)
        self.passage_details = PassageDetailStore(connection)
        self.boundaries = BoundaryStore(connection)
        self.notes = NoteStore(connection)
        self.passage_list = PassageList(connection)
        self.links = LinkStore(connection)
        self.sources = SourceStore(connection)
        self.events = EventStore(connection)
        self.questions = QuestionStore(connection)
        self.answers = AnswerStore(connection)
        self.ratings = RatingStore(connection)
        self.comparison = ComparisonStore(connection)
        self.speech = SpeechStore(connection)
        self.traits = TraitStore(connection)
        self.to_do = ToDoStore(connection)
        self.states = StateStore(connection)
        self.steps = StepStore(connection)
        self.rows = RowStore(connection)
        self.search = SearchStore(connection)
        self.queries = QueryStore(connection)
        self.verification = Verification(self)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.connection.path

    @property
    def reason_not_to_write(self) -> str:
        """Why this project may only be read, as a template; empty when it may be written."""
        return self.connection.reason_not_to_write

    def copy_to(self, target: Path) -> None:
        """Write a whole, tidy copy of the project to ``target``, for its owner's eyes only.

        Raises ``CannotSave`` when something is there already or the place cannot be written.
        """
        reserve(target)
        only_reads = self.connection.count("PRAGMA query_only")
        try:
            self.connection.execute("PRAGMA query_only = OFF")
            # As bytes: a name need not be text to be a name.
            self.connection.execute("VACUUM INTO CAST(? AS TEXT)", [os.fsencode(target)])
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        finally:
            self.connection.execute(f"PRAGMA query_only = {only_reads}")

    def note_presence(self) -> bool:
        """Refresh the row that tells others who has the project open; once a minute is right.

        Says whether it could: not while another machine is at work on the file.
        """
        holder, now = self._surroundings.holder, self._surroundings.now()
        if not self.reason_not_to_write:
            with self.connection.transaction():
                if self.opened.on_another_machine(holder, now):
                    return False
                self.opened.note(holder, now)
        return True

    def tidy(self) -> None:
        """Fold the log into the file; for moments of idleness, so it never waits for others."""
        if not self.reason_not_to_write and not self.connection.in_transaction:
            with self.connection.without_waiting():
                self.connection.rows(None, "PRAGMA wal_checkpoint(TRUNCATE)")

    def data_version(self) -> int:
        """Return a number that changes when another process has written the file."""
        return self.connection.count("PRAGMA data_version")

    def close(self) -> None:
        """Leave one single file behind and let the next one write.

        What cannot be done now does not keep the window open: every step is in the log already,
        and whoever opens or closes the file next folds it in.
        """
        try:
            for deed in (self._leave, self.tidy, self._fold_the_log_away):
                with suppress(ProjectProblem):
                    deed()
        finally:
            self.connection.close()
            if self._lock is not None:
                self._lock.give_back()

    def discard(self) -> None:
        """Close a project whose making failed, and take its file away again."""
        self.close()
        remove_files(self.path)

    def __enter__(self) -> "ProjectFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _leave(self) -> None:
        if not self.reason_not_to_write:
            with self.connection.transaction():
                self.opened.leave()

    def _fold_the_log_away(self) -> None:
        if not self.reason_not_to_write:
            with self.connection.without_waiting():
                self.connection.rows(None, "PRAGMA journal_mode = DELETE")
            if self.kept_copy is not None:
                self.kept_copy.unlink(missing_ok=True)


def reserve(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none yet.

    Raises ``CannotSave`` when something is there already or the place cannot be written.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as fault:
        raise CannotSave(
            N_("There is already a file “{name}” there. Choose another name."), name=path.name
        ) from fault
    except OSError as fault:
        raise CannotSave(
            N_("“{name}” cannot be made in {folder}: {reason}. Choose another place."),
            name=path.name,
            folder=str(path.parent),
            reason=fault.strerror,
        ) from fault


def remove_files(path: Path) -> None:
    """Take a project file away, with what SQLite put beside it."""
    for one in files_of_project(path):
        one.unlink(missing_ok=True)
