"""What is still to do, as lists; each with how many of the documents are done. Reads only."""

from typing import NamedTuple

from reviewer.domain.badges import ReadingBase
from reviewer.domain.documents import DocumentFilter
from reviewer.store.project_file import ProjectFile


class ToDo(NamedTuple):
    """What waits, by place, and what the list rests on: it may grow with what is read."""

    ids: list[int]
    base: ReadingBase


class ToDoOperations:
    """The to-do lists of an open project."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self._store = project.to_do

    def unanswered(self) -> ToDo:
        """Return allegations to follow up, or in an open event, with no answer found."""
        return self._with_base(self._store.unanswered())

    def answering_nothing(self) -> ToDo:
        """Return responses that answer nothing here."""
        return self._with_base(self._store.answering_nothing())

    def blanket(self) -> ToDo:
        """Return passages that reject something in general and name no detail."""
        return self._with_base(self._store.blanket())

    def unconfirmed(self) -> ToDo:
        """Return passages with values that were read and nobody confirmed."""
        return self._with_base(self._store.unconfirmed())

    def unchecked(self) -> ToDo:
        """Return passages that nobody has checked."""
        return self._with_base(self._store.unchecked())

    def unsettled_dates(self) -> ToDo:
        """Return passages with a date that can be read in two ways."""
        return self._with_base(self._store.unsettled())

    def unsettled_documents(self) -> ToDo:
        """Return documents with a date that can be read in two ways."""
        unsettled = DocumentFilter(unsettled_dates=True)
        return self._with_base(self._project.document_list.ids(unsettled))

    def moved(self) -> ToDo:
        """Return passages that moved with a newer version and that nobody looked at."""
        waiting = self._project.versions.to_look_at()
        return self._with_base([one.passage for one in waiting])

    def not_certain(self) -> ToDo:
        """Return passages whose place is not certain."""
        return self._with_base(self._store.not_certain())

    def sources_to_find(self) -> ToDo:
        """Return sources that are not held, the most named first."""
        return self._with_base([one.document for one in self._project.sources.to_find()])

    def _with_base(self, ids: list[int]) -> ToDo:
        return ToDo(ids, self._store.base())
