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
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.incoming import Incoming
from reviewer.domain.interchange import Brought, Doubt
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.project_lines import (
    EventLine,
    LinkLine,
    PassageLine,
    Refused,
    TagLine,
)
from reviewer.domain.steps import StepKind
from reviewer.domain.versions import CarriedBy
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.imports import ImportOperations, Outcome
from reviewer.workspace.operations.passages import PassageOperations
from reviewer.workspace.operations.tags import TagOperations
from reviewer.workspace.operations.taking_in import TakingIn
from reviewer.workspace.reading_files import ReadFile, in_parts
from reviewer.workspace.reading_work import OtherWork
from reviewer.workspace.taking.names import DocumentNames
from reviewer.workspace.taking.outcome import Taken
from reviewer.workspace.taking.places import Standing, check_key, may_stand

TURN = 0.015
"""Seconds that a turn takes in a window: what is longer is felt by whoever reads meanwhile."""
LARGE_TURN = 1.0


@dataclass(frozen=True, slots=True)
class ComingDocument:
    """A document that work is on: ``here`` is its label where it is in the project already.

    ``passages`` is how many come with it. ``comes`` says that its words are in the file.
    """

    title: str
    name: str
    passages: int
    here: str = ""
    comes: bool = True


@dataclass(frozen=True, slots=True)
class ComingTag:
    """A tag that so many passages come under; ``here`` says that the project has one of that name.

    ``refused`` passages under it cannot come in; one that is named by nothing else does not come.
    """

    name: str
    passages: int
    here: bool
    refused: int = 0
    comes: bool = True


@dataclass(slots=True)
class Prospect:
    """What would come of taking work in, before anything is written.

    ``not_certain`` counts passages with other words than stand at their place, ``refused`` names
    what cannot come, by the number of its line.
    """

    documents: list[ComingDocument] = field(default_factory=list)
    tags: list[ComingTag] = field(default_factory=list)
    passages: int = 0
    links: int = 0
    events: int = 0
    not_certain: int = 0
    refused: list[Refused] = field(default_factory=list)
    doubts: tuple[Doubt, ...] = ()


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

    def look(self, work: OtherWork) -> Prospect:
        """Return what would come of taking work in; nothing is written."""
        here = self._here(work.documents)
        texts = _Texts(self._documents, self._passages, self._tags, work, here)
        prospect = Prospect(doubts=work.doubts)
        prospect.refused += [one for one in work.lines if isinstance(one, Refused)]
        by_document: dict[str, int] = {}
        keys: set[str] = set()
        by_tag = {one.name: 0 for one in work.lines if isinstance(one, TagLine)}
        known, all_of_tag = frozenset(by_tag), dict(by_tag)
        for line in work.lines:
            if isinstance(line, LinkLine):
                prospect.links += 1
            elif isinstance(line, EventLine):
                prospect.events += 1
            elif isinstance(line, PassageLine):
                all_of_tag[line.tag] = all_of_tag.get(line.tag, 0) + 1
                comes = self._look_at(line, texts, prospect, by_document, keys)
                by_tag[line.tag] = by_tag.get(line.tag, 0) + comes
        prospect.documents = list(texts.coming(by_document))
        prospect.tags = [
            ComingTag(
                name,
                count,
                self._tags.named(name) is not None,
                refused=all_of_tag[name] - count,
                comes=bool(count) or name in known,
            )
            for name, count in by_tag.items()
        ]
        prospect.refused.sort(key=lambda one: one.number)
        return prospect

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
        project refuses. Raises ``Busy`` until it is over for whatever else would change something.
        """
        found = TakenWork()
        group = self._history.begin_group(alone=True)
        try:
            parts = self._parts(work, progress, found)
            while self._turn(parts, work, found, group, time.monotonic() + seconds):
                yield found
            yield found
        except BaseException:
            self._history.give_up_group(group)
            raise
        self._history.end_group(group)

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
            count = len(found.taken.passages) - before
            step.describe(count=count, name=first_words(work.path.name, 40))
        return goes_on

    def _parts(self, work: OtherWork, progress: Progress, found: TakenWork) -> Iterator[None]:
        named = self._here(work.documents)
        found.joined += named.values()
        yield from self._bring(work, named, progress, found)
        lines = self._taking_in.coming(work.lines, named)
        found.taken = lines.taken
        yield from lines.in_turns(progress)

    def _look_at(
        self,
        line: PassageLine,
        texts: "_Texts",
        prospect: Prospect,
        counts: dict[str, int],
        keys: set[str],
    ) -> bool:
        """Count a passage where it can come in; says whether it can."""
        try:
            name, text, standing = texts.of(line)
            check_key(line, keys)
            place = may_stand(line, text)
            standing.add(line, place.span, texts.tag(line.tag), text)
        except (NotAllowed, NotFound) as problem:
            prospect.refused.append(Refused(line.number, problem))
            return False
        counts[name] = counts.get(name, 0) + 1
        prospect.passages += 1
        prospect.not_certain += place.by is not CarriedBy.PLACE
        return True

    def _bring(
        self, work: OtherWork, named: dict[str, int], progress: Progress, found: TakenWork
    ) -> Iterator[None]:
        """Write the documents down that are not here, and add them to those named by their keys."""
        fresh = self._told_apart([one for one in work.documents if one.key not in named])
        keys = iter(one.key for one in fresh)
        for several in in_parts(_file(work, one.incoming) for one in fresh):
            progress.report(len(found.outcomes), len(fresh))
            outcomes = self._imports.write(several, "")
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


class _Texts:
    """The words that lines of a file speak of: of documents that come, or that are here."""

    def __init__(
        self,
        documents: DocumentOperations,
        passages: PassageOperations,
        tags: TagOperations,
        work: OtherWork,
        here: Mapping[str, int],
    ) -> None:
        self._documents = documents
        self._passages = passages
        self._tags = tags
        self._brought = {one.key: one.incoming for one in work.documents}
        self._here = here
        names = {name for line in _passages(work) for name in line.document}
        self._names = DocumentNames(documents, names - set(self._brought))
        self._held: dict[str, Document] = {}
        self._standing: dict[str, Standing] = {}
        self._known_tags: dict[str, int | None] = {}

    def of(self, line: PassageLine) -> tuple[str, str, Standing]:
        """Return what a line's document is called, its words, and what stands there.

        Raises ``NotAllowed`` or ``NotFound`` where it cannot be told which it is.
        """
        for name in line.document:
            if name in self._brought:
                text = self._brought[name].text
                return name, text, self._standing_in(name, self._here.get(name))
        document = self._names.first_called(line.document)
        held = self._documents.get(document)
        self._held[held.label] = held
        text = self._documents.text(document)
        return held.label, text, self._standing_in(held.label, document)

    def tag(self, name: str) -> int | None:
        """Return the tag of that name, if there is one; each is asked for once."""
        if name not in self._known_tags:
            found = self._tags.named(name)
            self._known_tags[name] = None if found is None else found.id
        return self._known_tags[name]

    def _standing_in(self, name: str, document: int | None) -> Standing:
        if name not in self._standing:
            self._standing[name] = (
                Standing(name)
                if document is None
                else Standing(self._documents.get(document).label, self._passages.on(document))
            )
        return self._standing[name]

    def coming(self, passages: Mapping[str, int]) -> Iterator[ComingDocument]:
        """Give every document, those that come first; ``passages`` are counts by their names."""
        for key, incoming in self._brought.items():
            here = self._here.get(key)
            label = "" if here is None else self._documents.get(here).label
            yield ComingDocument(
                incoming.title, incoming.original_name, passages.get(key, 0), label
            )
        for label, held in self._held.items():
            yield ComingDocument(
                held.title, held.original_name, passages.get(label, 0), label, comes=False
            )


def _passages(work: OtherWork) -> Iterator[PassageLine]:
    return (line for line in work.lines if isinstance(line, PassageLine))


def _file(work: OtherWork, incoming: Incoming) -> ReadFile:
    return ReadFile(work.path, incoming, None, (work.path.name,), incoming.original_name)
