"""Taking in the work of another program: looked at first, then documents and passages in one undo.

It is written turn by turn, a step each and all of one group, so that a window stays alive and a
person can stop it. Meanwhile nothing else is changed, since passages rest on the documents and tags
that came before them; and what was begun and not ended is taken back.

A document that is here already, word for word, is not doubled: its passages join those it has. A
passage with other words than stand at its place is taken with the words it came with, *not
certain*, and listed to be looked at. What is refused is named with where it stood in the file.
"""

import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from reviewer.domain.incoming import Incoming
from reviewer.domain.interchange import Brought
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.steps import StepKind
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.imports import ImportOperations, Outcome
from reviewer.workspace.operations.passages import PassageOperations
from reviewer.workspace.operations.tags import TagOperations
from reviewer.workspace.operations.taking_in import TakingIn
from reviewer.workspace.reading_files import ReadFile, in_parts
from reviewer.workspace.reading_work import OtherWork
from reviewer.workspace.taking.outcome import Taken
from reviewer.workspace.taking.places import without_line
from reviewer.workspace.taking.prospect import Looking, Prospect

TURN = 0.015
"""Seconds that a turn takes in a window: what is longer is felt by whoever reads meanwhile."""
LARGE_TURN = 0.25


@dataclass(slots=True)
class TakenWork:
    """What became of it: documents as after an import, and lines as after a file of our own.

    ``joined`` are the documents that were here already.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)
    taken: Taken = field(default_factory=Taken)

    @property
    def not_certain(self) -> list[int]:
        """The passages whose place is not certain."""
        return [one.passage for one in self.taken.passages if not one.certain]


class InterchangeOperations:
    """Work of other programs, for an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        documents: DocumentOperations,
        passages: PassageOperations,
        tags: TagOperations,
        imports: ImportOperations,
        taking_in: TakingIn,
    ) -> None:
        self._project = project
        self._history = history
        self._documents = documents
        self._passages = passages
        self._tags = tags
        self._imports = imports
        self._taking_in = taking_in

    def look(self, work: OtherWork, progress: Progress) -> Prospect:
        """Return what would come of taking work in; nothing is written. Raises ``Cancelled``."""
        here = self._here(work.documents)
        looking = Looking(self._documents, self._passages, self._tags, work, here)
        return looking.prospect(progress)

    def take(self, work: OtherWork, progress: Progress) -> TakenWork:
        """Take work in, from start to end, where nobody waits for a window meanwhile.

        Raises as ``in_turns`` does.
        """
        with closing(self.in_turns(work, progress, LARGE_TURN)) as turns:
            (found,) = deque(turns, maxlen=1)
        return found

    def in_turns(
        self, work: OtherWork, progress: Progress, seconds: float = TURN
    ) -> Generator[TakenWork, None, None]:
        """Take work in: its documents, then all that is said of them, as one undo.

        Gives what is in by then after every turn of about so many seconds. Close it before its end,
        and what was written is taken back; so it is when it raises ``Cancelled``, or what the
        project refuses. Raises ``UnderWay`` where an operation goes on; until it is over whatever
        else would change something does.
        """
        found = TakenWork()
        with self._history.alone() as group:
            parts = self._parts(work, progress, found)
            while self._turn(parts, work, found, group, time.monotonic() + seconds):
                yield found
            yield found

    def _turn(
        self,
        parts: Iterator[None],
        work: OtherWork,
        found: TakenWork,
        group: str,
        until: float,
    ) -> bool:
        """Do parts until the time has come; says whether any may be left."""
        before = len(found.taken.passages)
        goes_on = False
        with self._history.step("project.take_in_work", kind=StepKind.IMPORT, group=group) as step:
            for _part in parts:
                if time.monotonic() >= until:
                    goes_on = True
                    break
            if not goes_on:
                self._history.note_end(group)
            count = len(found.taken.passages) - before
            step.describe(count=count, name=first_words(work.path.name, 40))
        return goes_on

    def _parts(self, work: OtherWork, progress: Progress, found: TakenWork) -> Iterator[None]:
        named = self._here(work.documents)
        found.joined += named.values()
        yield from self._bring(work, named, progress, found)
        lines = self._taking_in.coming(
            work.lines, named, fresh=frozenset(named.values()).difference(found.joined)
        )
        found.taken = lines.taken
        yield from lines.in_turns(progress)
        found.taken.refused[:] = [without_line(one) for one in found.taken.refused]

    def _bring(
        self, work: OtherWork, named: dict[str, int], progress: Progress, found: TakenWork
    ) -> Iterator[None]:
        """Write the documents down that are not here, and add them to those named by their keys."""
        fresh = self._told_apart([one for one in work.documents if one.key not in named])
        keys = iter(one.key for one in fresh)
        for several in in_parts(_file(work, one.incoming) for one in fresh):
            progress.report(len(found.outcomes), len(fresh))
            outcomes = self._imports.write(several)
            found.outcomes += outcomes
            for outcome in outcomes:
                key = next(keys)
                if outcome.document is not None:
                    named[key] = outcome.document
            yield

    def _told_apart(self, documents: Sequence[Brought]) -> list[Brought]:
        """Let documents of the very same file be told apart, as parts of it.

        Also from those that are here: another program read other words in the file.
        """
        known = set(
            self._project.documents.of_files({one.incoming.original.sha256 for one in documents})
        )
        found = []
        for one in documents:
            incoming = one.incoming
            file = incoming.original.sha256
            parts = (incoming.part, one.key)
            part = next((one for one in parts if (file, one) not in known), incoming.text_sha256)
            known.add((file, part))
            found.append(replace(one, incoming=replace(incoming, part=part)))
        return found

    def _here(self, documents: Sequence[Brought]) -> dict[str, int]:
        """Return the documents that have the very words of those that come, each for one of them.

        Of several of the same words the one of the same name is meant, else of the same title.
        """
        candidates = {
            sha256: [one for one in found if self._has_words(one, sha256)]
            for sha256, found in self._documents.matching_each(
                {one.incoming.text_sha256 for one in documents}
            ).items()
        }
        here: dict[str, int] = {}
        for one in documents:
            free = candidates[one.incoming.text_sha256]
            if free:
                here[one.key] = max(free, key=lambda known: self._likeness(known, one.incoming))
                free.remove(here[one.key])
        return here

    def _has_words(self, document: int, sha256: str) -> bool:
        text = self._documents.get(document).text
        return text is not None and self._project.texts.facts(text).sha256 == sha256

    def _likeness(self, document: int, incoming: Incoming) -> tuple[bool, bool]:
        known = self._documents.get(document)
        return known.original_name == incoming.original_name, known.title == incoming.title


def _file(work: OtherWork, incoming: Incoming) -> ReadFile:
    return ReadFile(work.path, incoming, None, (work.path.name,), incoming.original_name)
