"""Taking in what a file of our own JSON Lines says: the good lines as one step.

Nothing comes in by half: a line is taken as a whole or refused with the reason, and all that is
taken is one change, which one undo takes back.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.project_lines import (
    Line,
    PassageLine,
    Refused,
)
from reviewer.domain.words import one_or_many
from reviewer.importers import json_lines
from reviewer.workspace.history import History
from reviewer.workspace.taking.lines import TakenLines, Terms
from reviewer.workspace.taking.outcome import Taken
from reviewer.workspace.verbs import Verbs


class NotWhole(NotAllowed):
    """A file was to be taken in whole or not at all, and some of its lines cannot be."""

    def __init__(self, refused: Sequence[Refused]) -> None:
        first = refused[0]
        super().__init__(
            one_or_many(
                "{count} line cannot be taken in, line {number}: {problem}",
                "{count} lines cannot be taken in; the first is line {number}: {problem}",
            ),
            count=len(refused),
            number=first.number,
            problem=str(first.problem),
        )
        self.refused = list(refused)


class TakingIn:
    """Takes files of our own JSON Lines into an open project."""

    def __init__(self, history: History, verbs: Verbs) -> None:
        self._history = history
        self._verbs = verbs

    def take(
        self,
        raw_lines: Iterable[bytes],
        progress: Progress | None = None,
        *,
        make_tags: bool = False,
        whole: bool = False,
    ) -> Taken:
        """Take the good lines of a file in, as one step; the refused ones are in what is returned.

        The lines are described in ``importers/json_lines.py``. ``make_tags`` makes tags that are
        not there. With ``whole`` a refused line raises ``NotWhole``, and nothing was taken in.
        Raises ``Cancelled`` when asked to stop; then nothing was taken in either.
        """
        read = list(json_lines.lines(raw_lines))
        only_passages = all(isinstance(one, PassageLine | Refused) for one in read)
        name = "passages.tag_many" if only_passages else "project.take_in"
        with self._history.step(name, {"count": len(read)}) as step:
            taken = self._take(read, progress or Silent(), Terms(make_tags=make_tags))
            if whole and taken.refused:
                raise NotWhole(taken.refused)
            step.describe(count=len(taken.passages) if only_passages else sum(taken.made.values()))
        return taken

    def coming(
        self,
        read: Sequence[Line | Refused],
        documents: Mapping[str, int],
        fresh: Collection[int],
    ) -> TakenLines:
        """Return what another program's file says, to be taken in turn by turn in an open step.

        ``documents`` are those that lines call by a name of the file's own. Tags are made where
        they are missing, a passage with other words than stand at its place is *not certain*, and
        work stands under the names of those who did it. What lines say of documents is taken of
        those that came along, ``fresh``, and left of those that are here.
        """
        terms = Terms(make_tags=True, doubtful=True, credit=True, documents=documents, fresh=fresh)
        return self._lines(read, terms)

    def _lines(self, read: Sequence[Line | Refused], terms: Terms) -> TakenLines:
        lines = TakenLines(
            self._verbs, [one for one in read if not isinstance(one, Refused)], terms
        )
        lines.taken.refused += [one for one in read if isinstance(one, Refused)]
        return lines

    def _take(self, read: Sequence[Line | Refused], progress: Progress, terms: Terms) -> Taken:
        lines = self._lines(read, terms)
        for _turn in lines.in_turns(progress):
            pass
        return lines.taken
