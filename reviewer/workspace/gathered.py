"""What is compared, kept at hand: answers, figures, links and documents, read once.

Twenty thousand passages take longer to read than a page may take to appear, so they are kept, and
news of a step says what to read again: numbers and links by passage, the rest by the kind. What
another window writes brings no news; the file's own number of changes tells.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from reviewer.domain.comparisons import GridColumn, PlacedAnswer, questions_that_differ
from reviewer.domain.events import NothingOnThis
from reviewer.domain.links import Link
from reviewer.domain.ranges import ComparedFigure
from reviewer.domain.retractions import speakers_wanted, taken_back
from reviewer.domain.steps import News
from reviewer.store.project_file import ProjectFile

Kind = TypeVar("Kind")
Place = tuple[int, int]  # an event and its question

# Which tables each kind is read from.
_COLUMNS = frozenset(("documents",))
_QUESTIONS = frozenset(("questions",))
_BEGUN = frozenset(("passages",))
_EVENTS = frozenset(("events",))
_LINKS = frozenset(("links",))
_CHECKED = frozenset(("event_documents",))
_SPEAKERS = frozenset(
    ("links", "passages", "chain_members", "readings", "actors", "actor_names", "documents")
)
_OF_NUMBERS = ("figures", "readings")
_WHOLE = frozenset(("tags", "questions"))  # what changes who is asked about changes all


class Gathered:
    """Gives what is compared, from memory where nothing has changed."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self._store = project.comparison
        self._written = project.data_version()
        self._hidden = self._store.hidden()
        self._kept: dict[str, tuple[frozenset[str], object]] = {}
        self._answers: dict[int, list[PlacedAnswer]] | None = None
        self._stale_events: set[int] = set()
        self._numbers: dict[int, ComparedFigure] | None = None
        self._stale_figures: set[int] = set()
        self._differ: dict[Place, tuple[frozenset[int], bool]] = {}
        self._without: frozenset[int] = frozenset()  # what was taken back, in ``_differ``

    def follow(self, news: News) -> None:
        """Forget what a step has changed."""
        touched = news.tables
        if "documents" in touched and self._store.hidden() != self._hidden:
            self.forget()
        self._kept = {
            key: (tables, value)
            for key, (tables, value) in self._kept.items()
            if not tables & touched
        }
        self._stale_events |= self._told_of(news, "answers", ("event",))
        figures = set(news.rows.get("passages", ()))
        for table in _OF_NUMBERS:
            figures |= self._told_of(news, table, ("passage",))
        self._stale_figures |= figures
        changed = figures | self._told_of(news, "links", ("from_passage", "to_passage"))
        if changed:
            self._forget_differing(changed)
        if touched & _WHOLE:
            self._numbers = None
            self._differ = {}

    def forget(self) -> None:
        """Forget everything."""
        self._hidden = self._store.hidden()
        self._kept = {}
        self._answers = self._numbers = None
        self._differ = {}

    def answers(self) -> Mapping[int, list[PlacedAnswer]]:
        """Return the answers of every event from listed documents, by document and place."""
        self._look_for_others()
        if self._answers is None:
            self._answers = self._store.answers()
        elif self._stale_events:
            for event in self._stale_events:
                self._answers.pop(event, None)
            self._answers |= self._store.answers(self._stale_events)
        self._stale_events = set()
        return self._answers

    def columns(self) -> list[GridColumn]:
        """Return every listed document that is held."""
        begun = self._once("begun", _BEGUN, self._store.begun)
        columns = self._once("columns", _COLUMNS, self._store.columns)
        return [replace(one, begun=True) if one.id in begun else one for one in columns]

    def made(self) -> Mapping[int, str]:
        """Return when each event was made, UTC."""
        return self._once("made", _EVENTS, self._store.made)

    def links(self) -> list[Link]:
        """Return every link between listed documents."""
        return self._once("links", _LINKS, self._project.links.all)

    def taken_back(self) -> frozenset[int]:
        """Return the passages that their own source took back."""
        return self._once("taken_back", _SPEAKERS, self._taken_back)

    def checked(self) -> list[NothingOnThis]:
        """Return everything that was checked in vain."""
        return self._once("checked", _CHECKED, self._project.answers.all_checked)

    def numbers(self) -> Mapping[int, ComparedFigure]:
        """Return every figure with its numbers alone, by passage."""
        self._look_for_others()
        if self._numbers is None:
            self._numbers = self._store.numbers()
        elif self._stale_figures:
            for passage in self._stale_figures:
                self._numbers.pop(passage, None)
            self._numbers |= self._store.numbers(self._stale_figures)
        self._stale_figures = set()
        return self._numbers

    def differing(self) -> frozenset[Place]:
        """Return the questions whose accounts differ, each as its event and itself."""
        answers = self.answers()
        without = self.taken_back()
        self._forget_differing(without ^ self._without)
        self._without = without
        asked: dict[Place, set[int]] = {}
        for several in answers.values():
            for event, question, passage, _document in several:
                if question is not None:
                    asked.setdefault((event, question), set()).add(passage)
        stale = {
            place
            for place, passages in asked.items()
            if place not in self._differ or self._differ[place][0] != passages
        }
        if stale:
            events = {event for event, _question in stale}
            differ = questions_that_differ(
                (one for event in events for one in answers[event] if one[:2] in stale),
                self.numbers(),
                self.links(),
                without,
                self._groups(),
            )
            for place in stale:
                self._differ[place] = (frozenset(asked[place]), place in differ)
        return frozenset(place for place in asked if self._differ[place][1])

    def _groups(self) -> Mapping[int, str]:
        return self._once("groups", _QUESTIONS, self._store.groups)

    def _taken_back(self) -> frozenset[int]:
        links = self.links()
        wanted = speakers_wanted(links)
        return taken_back(self._project.speech.said(wanted), links) if wanted else frozenset()

    def _forget_differing(self, passages: Collection[int]) -> None:
        self._differ = {
            place: known for place, known in self._differ.items() if known[0].isdisjoint(passages)
        }

    def _told_of(self, news: News, table: str, columns: tuple[str, ...]) -> set[int]:
        """Return the ids in columns of the rows touched in a table; forgets where none can say."""
        if table not in news.rows:
            return set()
        found = self._store.told_of(table, columns, news.rows[table], news.step)
        if found is None:
            self.forget()
        return found or set()

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
            self.forget()
