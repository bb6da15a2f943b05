"""Saved queries: kept in the project under a name, each change one step."""

from collections.abc import Callable, Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.queries import SavedQuery, parse, query_name
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History


class QueryOperations:
    """Saved queries of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._queries = project.queries
        self._history = history
        self._analyst = analyst
        self._now = now

    def all(self) -> list[SavedQuery]:
        """Return the saved queries by name."""
        return self._queries.all()

    def get(self, query: int) -> SavedQuery:
        """Return one of them; raises ``NotFound``."""
        return self._queries.get(query)

    def named(self, name: str) -> SavedQuery | None:
        """Return the query of that name, capitals and spaces aside."""
        return self._queries.named(" ".join(name.split()))

    def save(self, name: str, words: str) -> int:
        """Save a query; one of the same name gets the new words. Returns its id.

        Raises ``BadQuery`` when it means nothing, ``NotAllowed`` as ``query_name``.
        """
        name = query_name(normalise(name).text)
        words = " ".join(normalise(words).text.split())
        parse(words)
        known = self._queries.named(name)
        with self._history.step("queries.save", {"name": name}):
            if known is None:
                return self._queries.add(name, words, analyst=self._analyst(), now=self._now())
            if known.words != words:
                self._queries.set(known.id, name=known.name, words=words, now=self._now())
        return known.id

    def rename(self, query: int, name: str) -> None:
        """Give a query another name; raises ``NotAllowed`` when another one has it.

        And as ``query_name`` does.
        """
        name = query_name(normalise(name).text)
        known = self._queries.get(query)
        other = self._queries.named(name)
        if other is not None and other.id != query:
            raise NotAllowed(N_("There is already a saved query “{name}”."), name=other.name)
        if name == known.name:
            return
        with self._history.step("queries.rename", {"name": known.name, "new": name}):
            self._queries.set(query, name=name, words=known.words, now=self._now())

    def remove(self, queries: Sequence[int]) -> None:
        """Take saved queries away as one step; raises ``NotFound``."""
        known = [self._queries.get(query) for query in queries]
        many = "_many" if len(known) > 1 else ""
        arguments: dict[str, object] = {"count": len(known)}
        if len(known) == 1:
            arguments = {"name": known[0].name}
        with self._history.step(f"queries.remove{many}", arguments):
            self._queries.remove(queries)
