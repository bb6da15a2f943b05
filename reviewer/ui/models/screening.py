"""Which documents are screened, in which order, and which of them are decided.

Screening comes before reading: one looks at each document that nobody has read and says whether
it will be read. What is set aside is a review status and stands in the history; *to read* leaves a
document not read, so it is only remembered here, with the window, that it was looked at.
"""

from collections.abc import Collection, Iterable

from reviewer.domain.documents import DocumentFilter, ReviewStatus
from reviewer.environment.translation import N_, _
from reviewer.workspace.project import Workspace

STATE = "screening"
MOST_REASONS = 9
STARTING_REASONS = (
    N_("Not about this matter"),
    N_("Same as another document"),
    N_("Says nothing that can be tagged"),
    N_("Cannot be made out"),
)


class ScreeningQueue:
    """The documents not read and not decided, in the order of the list they come from."""

    def __init__(self, workspace: Workspace, order: Iterable[int] = ()) -> None:
        self._workspace = workspace
        self._decided = self._remembered()
        self._order = list(order) or workspace.documents.ids()
        self._skipped: set[int] = set()
        self.current: int | None = None

    def waiting(self) -> list[int]:
        """Return the documents that wait for a decision; skipped ones come last."""
        unread = set(self._workspace.documents.ids(DocumentFilter(statuses=(ReviewStatus.UNREAD,))))
        open_ = [one for one in self._order if one in unread and one not in self._decided]
        later = [one for one in open_ if one in self._skipped]
        return [one for one in open_ if one not in self._skipped] + later

    def advance(self) -> int | None:
        """Go to the next document that waits; ``None`` when all are decided."""
        waiting = [one for one in self.waiting() if one != self.current]
        self.current = waiting[0] if waiting else self._only_one_left()
        return self.current

    def to_read(self) -> None:
        """Decide that the present document will be read."""
        if self.current is not None:
            self._decided.add(self.current)
            self._remember()

    def skip(self) -> None:
        """Leave the present document for the end."""
        if self.current is not None:
            self._skipped.discard(self.current)
            self._skipped.add(self.current)

    def begin_again(self) -> None:
        """Forget what was kept for reading, so that every document not read is screened again."""
        self._decided.clear()
        self._skipped.clear()
        self._remember()

    def take_up(self, documents: Collection[int]) -> bool:
        """Go back to a document whose decision was undone; says whether there is one."""
        waiting = self.waiting()
        back = next((one for one in waiting if one in documents), None)
        if back is None:
            return False
        self.current = back
        return True

    def kept(self) -> int:
        """Return how many documents are kept for reading."""
        unread = self._workspace.documents.ids(DocumentFilter(statuses=(ReviewStatus.UNREAD,)))
        return len(self._decided.intersection(unread))

    def _only_one_left(self) -> int | None:
        return self.current if self.current in self.waiting() else None

    def _remembered(self) -> set[int]:
        kept = self._workspace.remembered(STATE)
        names = [uid for uid in kept if isinstance(uid, str)] if isinstance(kept, list) else []
        found = self._workspace.documents.matching_each(names) if names else {}
        return {one for several in found.values() for one in several}

    def _remember(self) -> None:
        uids = sorted(self._workspace.documents.get(one).uid for one in self._decided)
        self._workspace.remember(STATE, uids)


def known_reasons(workspace: Workspace) -> list[str]:
    """Return why documents may be set aside: the reasons used most, then those to begin with.

    At most nine, so that each has a digit.
    """
    used = workspace.documents.reasons()
    begin_with = [_(reason) for reason in STARTING_REASONS]
    return [*used, *(reason for reason in begin_with if reason not in used)][:MOST_REASONS]
