"""Saying that documents have one origin, so that copies of one text are not counted as several."""

from collections.abc import Callable, Sequence

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotAllowed
from reviewer.domain.passages import first_words
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History


class OriginOperations:
    """Origins of an open project's documents.

    A step touches all documents of a group, for what is told of each names the others.
    """

    def __init__(self, project: ProjectFile, history: History, now: Callable[[], str]) -> None:
        self._project = project
        self._origins = project.origins
        self._documents = project.documents
        self._history = history
        self._now = now

    def groups(self) -> dict[int, str]:
        """Return the group of every listed document that has one, by number.

        A group's name says nothing; it only differs from those of others.
        """
        return self._origins.groups()

    def shared_with(self, document: int) -> list[int]:
        """Return the other listed documents that have one origin with a document, by number."""
        groups = self._origins.groups()
        mine = groups.get(document)
        return [one for one, group in groups.items() if group == mine and one != document]

    def join(self, documents: Sequence[int]) -> None:
        """Say that documents have one origin, with those they share theirs with already.

        One step. Raises ``NotAllowed`` for fewer than two documents.
        """
        chosen = dict.fromkeys(documents)
        if len(chosen) < 2:
            raise NotAllowed(N_("One origin is said of two documents or more: choose others too."))
        several = list(dict.fromkeys([*chosen, *self._origins.members(list(chosen))]))
        found = [self._documents.get(one) for one in several]
        first = min(found, key=lambda one: one.number)
        groups = self._origins.members(several)
        if len(set(groups.values())) == 1 and len(groups) == len(several):
            return
        named = {"count": len(several), "document": _called(first)}
        with self._history.step("documents.one_origin", named):
            self._documents.set(several, {"origin_group": first.uid}, self._now())

    def part(self, documents: Sequence[int]) -> None:
        """Take back for documents that they share their origin; one step.

        Who is left alone in a group then shares it with nobody either.
        """
        groups = self._origins.members(documents)
        leaving = [one for one in dict.fromkeys(documents) if one in groups]
        if not leaving:
            return
        staying = [group for one, group in groups.items() if one not in leaving]
        alone = [
            one for one, group in groups.items() if one not in leaving and staying.count(group) == 1
        ]
        called = _called(self._documents.get(leaving[0]))
        more = f" + {len(leaving) - 1}" if len(leaving) > 1 else ""
        with self._history.step("documents.own_origin", {"document": called + more}):
            self._documents.set([*leaving, *alone], {"origin_group": ""}, self._now())
            for group in set(staying):  # of which it is told that it has become smaller
                left = [one for one in groups if one not in (*leaving, *alone)]
                same = [one for one in left if groups[one] == group]
                self._documents.set(same, {"origin_group": group}, self._now())


def _called(document: Document) -> str:
    return f"{document.label} “{first_words(document.title, 40)}”"
