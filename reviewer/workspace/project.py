"""A project while somebody works in it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.analysts import Analyst, analyst_name
from reviewer.domain.errors import ProjectProblem, ReadOnly, Unsigned
from reviewer.domain.findings import Comparison, Finding
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.steps import StepKind
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.environment import clock, paths
from reviewer.importers.originals import restored_sha256
from reviewer.store import opening
from reviewer.store.connection import SQLITE_VERSION
from reviewer.store.opened import Holder
from reviewer.store.project_file import ProjectFile, Surroundings
from reviewer.workspace.carried import CarriedOperations
from reviewer.workspace.counterparts import CounterpartsAtHand
from reviewer.workspace.gathered import Gathered
from reviewer.workspace.history import History
from reviewer.workspace.news import NewsDesk
from reviewer.workspace.operations.actors import ActorOperations
from reviewer.workspace.operations.annotated import AnnotatedOperations
from reviewer.workspace.operations.badges import BadgeOperations
from reviewer.workspace.operations.boundaries import BoundaryOperations
from reviewer.workspace.operations.codebooks import CodebookOperations
from reviewer.workspace.operations.comparison import ComparisonOperations
from reviewer.workspace.operations.definitions import DefinitionOperations
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.echoes import EchoOperations
from reviewer.workspace.operations.events import EventOperations
from reviewer.workspace.operations.export_presets import ExportPresetOperations
from reviewer.workspace.operations.exports import ExportOperations
from reviewer.workspace.operations.fields import FieldOperations
from reviewer.workspace.operations.imports import ImportOperations
from reviewer.workspace.operations.interchange import InterchangeOperations
from reviewer.workspace.operations.likeness import LikenessOperations
from reviewer.workspace.operations.links import LinkOperations
from reviewer.workspace.operations.notes import NoteOperations
from reviewer.workspace.operations.origins import OriginOperations
from reviewer.workspace.operations.overview import OverviewOperations
from reviewer.workspace.operations.pages import PageOperations
from reviewer.workspace.operations.passage_details import PassageDetailOperations
from reviewer.workspace.operations.passages import PassageOperations
from reviewer.workspace.operations.provenance import ProvenanceOperations
from reviewer.workspace.operations.queries import QueryOperations
from reviewer.workspace.operations.ratings import RatingOperations
from reviewer.workspace.operations.records import RecordOperations
from reviewer.workspace.operations.regrouping import Regrouping
from reviewer.workspace.operations.reports import ReportOperations
from reviewer.workspace.operations.search import SearchOperations
from reviewer.workspace.operations.starters import default_tags
from reviewer.workspace.operations.tags import TagOperations
from reviewer.workspace.operations.taking_in import TakingIn
from reviewer.workspace.operations.to_do import ToDoOperations
from reviewer.workspace.operations.versions import VersionOperations
from reviewer.workspace.record_keeping import RecordKeeper
from reviewer.workspace.texts_at_hand import TextsAtHand
from reviewer.workspace.verbs import Verbs

SUFFIX = ".review"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who works: the uid is the person's own, kept in their settings, the same in every project."""

    uid: str
    name: str


class Workspace:
    """One open project and its verbs. Close it, or use it as a context.

    ``identity`` may be missing as long as nothing is changed.
    """

    def __init__(
        self,
        project: ProjectFile,
        identity: Identity | None = None,
        now: Callable[[], str] = clock.now,
    ) -> None:
        self._project = project
        self._now = now
        self._analyst: Analyst | None = None
        self.news = NewsDesk()
        self.history = History(project, self.news, self._analyst_id, now)
        texts = TextsAtHand(project.texts)
        keeper = RecordKeeper(project, texts, self._analyst_id, now)
        self.actors = ActorOperations(project, self.history, self._analyst_id, now)
        self.documents = DocumentOperations(project, self.history, texts, now)
        self.origins = OriginOperations(project, self.history, now)
        self.pages = PageOperations(project, texts)
        self.provenance = ProvenanceOperations(project)
        self.tags = TagOperations(project, self.history, keeper, self._analyst_id, now)
        self.definitions = DefinitionOperations(project, self.history, now)
        self.regrouping = Regrouping(project, self.history, self.tags, keeper, now)
        self.codebooks = CodebookOperations(project, self.history, self.tags, self._analyst_id, now)
        self.fields = FieldOperations(project, self.history)
        self.passages = PassageOperations(
            project, self.history, texts, keeper, self._analyst_id, now
        )
        self.boundaries = BoundaryOperations(
            project, self.history, texts, keeper, self._analyst_id, now
        )
        self.versions = VersionOperations(
            project, self.history, texts, keeper, self._analyst_id, now
        )
        self.details = PassageDetailOperations(project, self.history, self._analyst_id, now)
        self.notes = NoteOperations(project, self.history, self._analyst_id, now)
        counterparts = CounterpartsAtHand(project)
        self.news.listen(counterparts.follow)
        self.links = LinkOperations(project, self.history, counterparts, self._analyst_id, now)
        self.events = EventOperations(project, self.history, keeper.of_many, self._analyst_id, now)
        self.ratings = RatingOperations(project, self.history, self._analyst_id, now)
        self.records = RecordOperations(
            project,
            self.history,
            self.passages,
            keeper,
            put=self.events.put,
            link=self.links.link,
        )
        gathered = Gathered(project)
        self.news.listen(gathered.follow)
        self.comparison = ComparisonOperations(project, gathered)
        self.badges = BadgeOperations(project)
        self.to_do = ToDoOperations(project)
        self.overview = OverviewOperations(project, gathered)
        self.search = SearchOperations(project, self.passages)
        self.echoes = EchoOperations(project, texts.words)
        self.news.listen(self.echoes.follow)
        self.likeness = LikenessOperations(project, texts)
        self.queries = QueryOperations(project, self.history, self._analyst_id, now)
        self.imports = ImportOperations(project, self.history, self._analyst_id, now)
        self.carried = CarriedOperations(project, keeper)
        self.news.listen(self.carried.follow)
        self.export_presets = ExportPresetOperations(project, self.history, now)
        self.exports = ExportOperations(project, keeper, self.comparison.figures, now)
        self.reports = ReportOperations(project, self.history, keeper, self.comparison, now)
        self.annotated = AnnotatedOperations(project, self.pages, self.reports.reporter, now)
        self.taking_in = TakingIn(
            self.history,
            Verbs(
                project=project,
                keeper=keeper,
                actors=self.actors,
                documents=self.documents,
                tags=self.tags,
                fields=self.fields,
                passages=self.passages,
                versions=self.versions,
                details=self.details,
                events=self.events,
                links=self.links,
                ratings=self.ratings,
                analyst=self._analyst_id,
                now=now,
            ),
        )
        self.interchange = InterchangeOperations(
            project,
            self.history,
            self.documents,
            self.passages,
            self.tags,
            self.imports,
            self.taking_in,
        )
        if identity is not None:
            self.sign_in(identity)

    @classmethod
    def create(
        cls,
        path: Path,
        identity: Identity,
        now: Callable[[], str] = clock.now,
        state_folder: Path | None = None,
    ) -> "Workspace":
        """Make a new project with the default codebook; it is a file from its first second.

        Raises ``CannotSave`` when something is there already or the place cannot be written.
        """
        project = opening.make(path, _surroundings(identity, now, state_folder))
        try:
            workspace = cls(project, identity, now)
            workspace._finish_making()
        except BaseException:
            project.discard()
            raise
        return workspace

    @classmethod
    def open(
        cls,
        path: Path,
        identity: Identity | None = None,
        now: Callable[[], str] = clock.now,
        state_folder: Path | None = None,
        *,
        only_read: bool = False,
    ) -> "Workspace":
        """Open a project; for writing where that is possible and ``only_read`` does not forbid it.

        Raises ``NotFound``, ``NotAProject``, ``TooNew``, ``Damaged`` or ``CannotSave``.
        """
        around = _surroundings(identity, now, state_folder)
        project = opening.open_file(path, around, only_read=only_read)
        try:
            workspace = cls(project, identity, now)
            workspace._finish_making()
        except BaseException:
            project.close()
            raise
        return workspace

    @property
    def path(self) -> Path:
        """Where the project file lies."""
        return self._project.path

    @property
    def name(self) -> str:
        """The project's name: its file's, without the suffix."""
        return self.path.stem

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the project can only be read, as an error not raised; ``None`` when it can change."""
        reason = self._project.reason_not_to_write
        if not reason:
            return None
        return ReadOnly(reason, name=self.path.name, holder=self._project.connection.held_by)

    @property
    def alone(self) -> ProjectProblem | None:
        """Why nobody else can open the project meanwhile, as an error not raised; mostly none."""
        if not self._project.alone:
            return None
        return ProjectProblem(opening.ALONE, name=self.path.name)

    @property
    def analyst(self) -> Analyst | None:
        """Whose name stands with new work."""
        return self._analyst

    def sign_in(self, identity: Identity) -> None:
        """Work as this person from now on; raises ``NotAllowed`` without a name."""
        name = _name_of(identity)
        known = self._project.analysts.by_uid(identity.uid)
        if not self._project.reason_not_to_write and (known is None or known.name != name):
            with self._project.connection.transaction():
                self._project.analysts.add_or_rename(identity.uid, name, self._now())
            known = self._project.analysts.by_uid(identity.uid)
        self._analyst = known

    def analysts(self) -> list[Analyst]:
        """Return everyone who has worked here."""
        return self._project.analysts.all()

    def remembered(self, key: str) -> object:
        """Return how a part of the window stood when this project was last open."""
        return self._project.states.get(key)

    def remember(self, key: str, value: object) -> None:
        """Remember how a part of the window stands; not work, so no step."""
        if not self._project.reason_not_to_write:
            with self._project.connection.transaction():
                self._project.states.set(key, value)

    def verify(self, progress: Progress | None = None) -> Iterator[Finding]:
        """Give everything in the project that differs from what it should be."""
        return self._project.verification.findings(restored_sha256, progress or Silent())

    def compared(self) -> Comparison:
        """Return how many texts, originals, passages and changes ``verify`` compares."""
        return self._project.verification.compared()

    def data_version(self) -> int:
        """Return a number that changes when another window has written the project."""
        return self._project.data_version()

    def idle(self) -> None:
        """Use a quiet moment to fold the log into the project file."""
        self._project.tidy()

    def note_presence(self) -> None:
        """Tell other machines that somebody is at work here; once a minute is right."""
        self._project.note_presence()

    def close(self) -> None:
        """Close the project and leave one single file."""
        with suppress(ProjectProblem):
            self.history.end_groups()
        self._project.close()

    def discard(self) -> None:
        """Close a project that nobody needs and take its file away: one made for what never came.

        Nothing is left to take back.
        """
        self._project.discard()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _finish_making(self) -> None:
        """Give a project its codebook, now or after its making was cut short.

        Nobody can take that back: it is no analyst's work, but how every project begins.
        """
        if self._analyst is None or self._project.reason_not_to_write or self.history.ids():
            return
        with self.history.step("project.create", kind=StepKind.MIGRATE):
            self.tags.add_all(default_tags())

    def _analyst_id(self) -> int:
        if self._analyst is None:
            raise Unsigned(N_("Your name is needed: it stands with every passage you tag."))
        return self._analyst.id


def _name_of(identity: Identity) -> str:
    return analyst_name(normalise(identity.name).text)


def _surroundings(
    identity: Identity | None, now: Callable[[], str], state_folder: Path | None
) -> Surroundings:
    return Surroundings(
        state_folder=(state_folder or paths.state_folder()) / "locks",
        holder=Holder(_name_of(identity) if identity else ""),
        now=now,
    )


def sqlite_version() -> str:
    """Return the version of the SQLite library that keeps the projects."""
    return SQLITE_VERSION
