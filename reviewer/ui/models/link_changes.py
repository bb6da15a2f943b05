"""What a step changed of links, events, questions, answers and ratings, in plain words.

Beside ``changes.py``, which tells the rest, and ``record_changes.py``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from reviewer.domain.errors import ReviewerError
from reviewer.domain.events import (
    EVENT_STATUS_LABELS,
    EVENT_TYPE_LABELS,
    PLACE_PRECISION_LABELS,
)
from reviewer.domain.figures import HARM_LABELS
from reviewer.domain.links import INDEPENDENCE_LABELS, LINK_TYPE_LABELS
from reviewer.domain.passages import first_words
from reviewer.domain.steps import Action, Change
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.models.dates import BASIS_LABELS, spelled
from reviewer.ui.wording import isolated, one_line
from reviewer.workspace.project import Workspace

Told = tuple[str, str, str]  # a label, the value before and the value after

MOST_LETTERS = 400
_SHOWN = 60
_TITLES: Mapping[str, Mapping[Action, str]] = {
    "links": {
        Action.INSERT: N_("Link of {name}, new"),
        Action.UPDATE: N_("Link of {name}"),
        Action.DELETE: N_("Link of {name}, taken away"),
    },
    "events": {
        Action.INSERT: N_("Event “{name}”, new"),
        Action.UPDATE: N_("Event “{name}”"),
        Action.DELETE: N_("Event “{name}”, taken away"),
    },
    "questions": {
        Action.INSERT: N_("Question “{name}”, new"),
        Action.UPDATE: N_("Question “{name}”"),
        Action.DELETE: N_("Question “{name}”, taken away"),
    },
    "working_figures": {
        Action.INSERT: N_("Our working figure, new"),
        Action.UPDATE: N_("Our working figure"),
        Action.DELETE: N_("Our working figure, taken away"),
    },
    "answers": {
        Action.INSERT: N_("{name} in an event, new"),
        Action.UPDATE: N_("{name} in an event"),
        Action.DELETE: N_("{name} in an event, taken out"),
    },
    "event_documents": {
        Action.INSERT: N_("Mentions it, nothing on this: new"),
        Action.UPDATE: N_("Mentions it, nothing on this"),
        Action.DELETE: N_("Mentions it, nothing on this: taken back"),
    },
    "ratings": {
        Action.INSERT: N_("Rating, new"),
        Action.UPDATE: N_("Rating"),
        Action.DELETE: N_("Rating, taken away"),
    },
}
_LABELS: Mapping[str, str] = {
    "actor": N_("Actor"),
    "date_basis": N_("When: how it was read"),
    "date_edtf": N_("When"),
    "date_evidence": N_("When: evidence"),
    "date_words": N_("When, as printed"),
    "description": N_("Description"),
    "document": N_("Document"),
    "event": N_("Event"),
    "from_passage": N_("From"),
    "group": N_("Group (your choice)"),
    "harm": N_("What happened to them"),
    "high": N_("At most"),
    "independent": N_("Separate source?"),
    "low": N_("At least"),
    "name": N_("Name"),
    "note": N_("Note"),
    "parent": N_("Part of (larger event)"),
    "passage": N_("Passage"),
    "period_basis": N_("Period: how it was read"),
    "period_edtf": N_("Period"),
    "period_evidence": N_("Period: evidence"),
    "period_words": N_("Period, as printed"),
    "place": N_("Where"),
    "place_precision": N_("How exact"),
    "question": N_("Question"),
    "reason": N_("Reason"),
    "scale": N_("Scale"),
    "status": N_("How far worked on"),
    "to_document": N_("To a source not held"),
    "to_passage": N_("To"),
    "type": N_("Kind"),
    "value": N_("Rating"),
    "wording": N_("What is asked"),
}
_SCALES = {
    "reliability": N_("How reliable is this source usually?"),
    "credibility": N_("How well is this claim borne out?"),
}
_HIDDEN = frozenset(
    (
        *("id", "uid", "analyst", "created_at", "modified_at", "checked_by", "checked_at"),
        *("position", "date_earliest", "date_latest", "period_earliest", "period_latest"),
    )
)


class LinkChangeTeller:
    """Tells changes of links and events; looks names up as they are now."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._values: Mapping[str, Callable[[object], str]] = {
            "actor": lambda value: self._looked_up(workspace.actors.get, value, "name"),
            "date_basis": _of_list(BASIS_LABELS.items()),
            "date_edtf": lambda value: spelled(str(value)),
            "document": lambda value: self._looked_up(workspace.documents.get, value, "label"),
            "event": lambda value: self._looked_up(workspace.events.get, value, "name"),
            "from_passage": self._passage,
            "harm": _of_list(HARM_LABELS.items()),
            "independent": _of_list(INDEPENDENCE_LABELS.items()),
            "parent": lambda value: self._looked_up(workspace.events.get, value, "name"),
            "passage": self._passage,
            "period_basis": _of_list(BASIS_LABELS.items()),
            "period_edtf": lambda value: spelled(str(value)),
            "place_precision": _of_list(PLACE_PRECISION_LABELS.items()),
            "question": self._question,
            "scale": _of_list(_SCALES.items()),
            "status": _of_list(EVENT_STATUS_LABELS.items()),
            "to_document": lambda value: self._looked_up(workspace.documents.get, value, "title"),
            "to_passage": self._passage,
            "type": _of_list(chain(LINK_TYPE_LABELS.items(), EVENT_TYPE_LABELS.items())),
        }

    def knows(self, table: str) -> bool:
        """Say whether changes of this table are told here."""
        return table in _TITLES

    def title(self, change: Change) -> str:
        """Return what a change was to, in a few words."""
        return _(_TITLES[change.table][change.action]).format(name=isolated(self._name(change)))

    def told(self, change: Change) -> Iterator[Told]:
        """Give each value before and after; what only the program needs is left out."""
        for column in {**change.before, **change.after}:
            if column not in _HIDDEN:
                before = self._value(column, change.before.get(column))
                after = self._value(column, change.after.get(column))
                if before or after:
                    yield _(_LABELS.get(column, column)), before, after

    def _name(self, change: Change) -> str:
        image = {**change.before, **change.after}
        if change.table == "events":
            name = image.get("name") or self._value("event", change.row)
        elif change.table == "questions":
            name = image.get("wording") or self._question(change.row)
        else:
            name = self._passage(self._workspace.history.passage_of(change))
        return first_words(one_line(str(name)), _SHOWN)

    def _value(self, column: str, value: object) -> str:
        if value is None or value == "":
            return ""
        return one_line(self._values.get(column, str)(value))[:MOST_LETTERS]

    def _passage(self, value: object) -> str:
        try:
            return self._workspace.passages.label(value) if isinstance(value, int) else ""
        except ReviewerError:
            return _("that is gone")

    def _question(self, value: object) -> str:
        return self._looked_up(self._workspace.events.question, value, "wording")

    def _looked_up(self, get: Callable[[int], object], value: object, named: str) -> str:
        try:
            return str(getattr(get(value), named)) if isinstance(value, int) else ""
        except ReviewerError:
            return _("one that is gone")


def noun(table: str, count: int) -> str | None:
    """Return so many rows of a table in words, ``None`` where it is not told here."""
    words: Mapping[str, Callable[[], str]] = {
        "links": lambda: counted("{count} link", "{count} links", count),
        "events": lambda: counted("{count} event", "{count} events", count),
        "questions": lambda: counted("{count} question", "{count} questions", count),
        "working_figures": lambda: counted(
            "{count} working figure", "{count} working figures", count
        ),
        "answers": lambda: counted(
            "{count} passage in an event", "{count} passages in events", count
        ),
        "event_documents": lambda: counted(
            "{count} document with nothing on this",
            "{count} documents with nothing on this",
            count,
        ),
        "ratings": lambda: counted("{count} rating", "{count} ratings", count),
    }
    found = words.get(table)
    return None if found is None else found()


def _of_list(labels: Iterable[tuple[str, str]]) -> Callable[[object], str]:
    words = {str(word): label for word, label in labels}
    return lambda value: _(words[str(value)]) if words.get(str(value)) else str(value)
