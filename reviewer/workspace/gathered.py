"""What is compared, kept at hand: answers, figures, links and documents, read once.

Twenty thousand passages take longer to read than a page may take to appear, so they are kept, and
news of a step says what to read again: figures one by one, the rest by the kind. What another
window writes brings no news; the file's own number of changes tells.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from reviewer.domain.comparisons import GridColumn, PlacedAnswer
from reviewer.domain.events import NothingOnThis
from reviewer.domain.links import Link
from reviewer.domain.ranges import ComparedFigure
from reviewer.domain.steps import News
from reviewer.store.project_file import ProjectFile

Kind = TypeVar("Kind")

# Which tables each kind is read from.
_ANSWERS = frozenset(("answers", "passages", "documents"))
_COLUMNS = frozenset(("documents",))
_LINKS = frozenset(("links", "documents"))
_CHECKED = frozenset(("event_documents",))
_DIFFERING = frozenset(
    (
        *("answers", "passages", "documents", "links", "tags", "figures", "readings"),
        *("chain_members", "actors"),
    )
)
_OF_EVERY_FIGURE = frozenset(("passages", "documents", "tags", "actors"))
_OF_ONE_FIGURE = frozenset(("figures", "readings", "chain_members"))


class Gathered:
    """Gives what is compared, from memory where nothing has changed."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self._store = project.comparison
        self._kept: dict[str, tuple[frozenset[str], object]] = {}
        self._figures: dict[int, ComparedFigure] = {}
        self._known: set[int] = set()
        self._written = project.data_version()

    def follow(self, news: News) -> None:
        """Forget what a step has changed."""
        touched = news.tables
        self._kept = {
            key: (tables, value)
            for key, (tables, value) in self._kept.items()
            if not tables & touched
        }
        if touched & _OF_EVERY_FIGURE:
            self._forget_figures()
        for table in touched & _OF_ONE_FIGURE:
            passages = self._store.about(table, news.rows[table], news.step)
            if passages is None:
                self._forget_figures()
            else:
                self._known -= passages

    def answers(self) -> list[PlacedAnswer]:
        """Return every answer from listed documents, by document and place."""
        return self._once("answers", _ANSWERS, self._store.answers)

    def columns(self) -> list[GridColumn]:
        """Return every listed document that is held."""
        return self._once("columns", _COLUMNS, self._store.columns)

    def links(self) -> list[Link]:
        """Return every link between listed documents."""
        return self._once("links", _LINKS, self._project.links.all)

    def checked(self) -> list[NothingOnThis]:
        """Return everything that was checked in vain."""
        return self._once("checked", _CHECKED, self._project.answers.all_checked)

    def figures(self) -> Mapping[int, ComparedFigure]:
        """Return the figures among all answers, by passage."""
        self._look_for_others()
        wanted = {one.passage for one in self.answers()}
        missing = wanted - self._known
        if missing:
            self._figures = {
                passage: figure
                for passage, figure in self._figures.items()
                if passage not in missing
            } | self._store.figures(missing)
            self._known |= missing
        return self._figures

    def differing(
        self, compute: Callable[[], frozenset[tuple[int, int]]]
    ) -> frozenset[tuple[int, int]]:
        """Return the questions whose accounts differ, computed where anything of it changed."""
        return self._once("differing", _DIFFERING, compute)

    def _once(self, key: str, tables: frozenset[str], read: Callable[[], Kind]) -> Kind:
        self._look_for_others()
        if key not in self._kept:
            self._kept[key] = (tables, read())
        value: Kind = self._kept[key][1]  # type: ignore[assignment]
        return value

    def _look_for_others(self) -> None:
        """Forget everything where another window has written the project."""
        written = self._project.data_version()
        if written != self._written:
            self._written = written
            self._kept = {}
            self._forget_figures()

    def _forget_figures(self) -> None:
        self._figures = {}
        self._known = set()
