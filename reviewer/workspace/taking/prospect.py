"""What would come of taking in other work, looked at before anything is written."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.domain.codebooks import same_name
from reviewer.domain.documents import Document
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.interchange import Doubt
from reviewer.domain.progress import Progress
from reviewer.domain.project_lines import (
    EventLine,
    HeldLine,
    LinkLine,
    PassageLine,
    Refused,
    TagLine,
)
from reviewer.domain.tags import RecordKind, Tag
from reviewer.domain.versions import CarriedBy
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.passages import PassageOperations
from reviewer.workspace.operations.tags import TagOperations
from reviewer.workspace.reading_work import OtherWork
from reviewer.workspace.taking.held import says_otherwise
from reviewer.workspace.taking.names import DocumentNames
from reviewer.workspace.taking.passages import check_details
from reviewer.workspace.taking.places import Standing, check_key, may_stand

_BETWEEN_REPORTS = 200


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

    ``not_certain`` counts passages with other words than stand at their place, ``kept`` documents
    that are here and of which it says something else, ``refused`` names what cannot come, by the
    number of its line.
    """

    documents: list[ComingDocument] = field(default_factory=list)
    tags: list[ComingTag] = field(default_factory=list)
    passages: int = 0
    links: int = 0
    events: int = 0
    not_certain: int = 0
    kept: int = 0
    refused: list[Refused] = field(default_factory=list)
    doubts: tuple[Doubt, ...] = ()


class Looking:
    """Looks at work line by line; ``here`` are the documents that are here already, by key."""

    def __init__(
        self,
        documents: DocumentOperations,
        passages: PassageOperations,
        tags: TagOperations,
        work: OtherWork,
        here: Mapping[str, int],
    ) -> None:
        self._texts = _Texts(documents, passages, tags, work, here)
        self._work = work
        self._keys: set[str] = set()
        self._passages_of: Counter[str] = Counter()  # by the names of documents
        self._under: Counter[str] = Counter()  # by tags: those that can come in
        self._found = Prospect(doubts=work.doubts)

    def prospect(self, progress: Progress) -> Prospect:
        """Look at all of it; raises ``Cancelled``."""
        found = self._found
        lines = self._work.lines
        made = [line.name for line in lines if isinstance(line, TagLine)]
        wanted = Counter(dict.fromkeys(made, 0))
        for done, line in enumerate(lines):
            if done % _BETWEEN_REPORTS == 0:
                progress.report(done, len(lines), self._work.path.name)
            if isinstance(line, Refused):
                found.refused.append(line)
            elif isinstance(line, LinkLine):
                found.links += 1
            elif isinstance(line, EventLine):
                found.events += 1
            elif isinstance(line, HeldLine):
                found.kept += self._texts.is_other(line)
            elif isinstance(line, PassageLine):
                wanted[line.tag] += 1
                self._look_at(line)
        found.documents = list(self._texts.coming(self._passages_of))
        found.tags = [
            ComingTag(
                name,
                self._under[name],
                self._texts.tag(name) is not None,
                refused=count - self._under[name],
                comes=bool(self._under[name]) or name in made,
            )
            for name, count in wanted.items()
        ]
        found.refused.sort(key=lambda one: one.number)
        return found

    def _look_at(self, line: PassageLine) -> None:
        texts = self._texts
        try:
            name, text, standing = texts.of(line)
            check_key(line, self._keys)
            check_details(texts.kind(line.tag), line)
            place = may_stand(line, text)
            standing.add(line, place.span, texts.tag(line.tag), text)
        except (NotAllowed, NotFound) as problem:
            self._found.refused.append(Refused(line.number, problem))
            return
        self._passages_of[name] += 1
        self._under[line.tag] += 1
        self._found.passages += 1
        self._found.not_certain += place.by is not CarriedBy.PLACE


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
        names = {
            name for line in work.lines if isinstance(line, PassageLine) for name in line.document
        }
        self._names = DocumentNames(documents, names - set(self._brought))
        self._held: dict[str, Document] = {}
        self._standing: dict[str, Standing] = {}
        self._known_tags: dict[str, Tag | None] = {}
        self._coming_tags = {
            same_name(line.name): line.record for line in work.lines if isinstance(line, TagLine)
        }

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

    def is_other(self, line: HeldLine) -> bool:
        """Say whether a line says something else of a document that is here."""
        here = [self._here[name] for name in line.document if name in self._here]
        return bool(here) and says_otherwise(line, self._documents.get(here[0]))

    def tag(self, name: str) -> int | None:
        """Return the tag of that name, if there is one; each is asked for once."""
        found = self._known(name)
        return None if found is None else found.id

    def kind(self, name: str) -> RecordKind:
        """Return what passages under a tag carry, which may only be made when they come in."""
        found = self._known(name)
        made = self._coming_tags.get(same_name(name), RecordKind.NONE)
        return made if found is None else found.record

    def _known(self, name: str) -> Tag | None:
        if name not in self._known_tags:
            self._known_tags[name] = self._tags.named(name)
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
