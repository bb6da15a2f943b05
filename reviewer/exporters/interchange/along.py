"""A project document by document, each with what stands in it and what only goes along.

Programs that annotate know a text, passages, tags and links within the text. They hand back what
else stood in their files, so all the rest travels as rows of our own JSON Lines, seen by nobody:
with each passage and document what is said of it, and with the last document what belongs to none
(``importers/interchange/along.py`` reads them). What goes along unseen is counted as a loss all the
same: at the other program it is not there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from reviewer.domain.documents import DATE_FIELDS, DESCRIBED_FIELDS
from reviewer.domain.exported import ExportedHeld, ExportedLink
from reviewer.domain.interchange import Loss, Sent
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ExportedDocument, ProjectSnapshot
from reviewer.domain.spans import Span
from reviewer.domain.words import Saying, Template, one_or_many
from reviewer.exporters.project_lines import (
    described_rows,
    held_row,
    judged_rows,
    link_rows,
    passage_row,
)
from reviewer.exporters.tables.columns import FORMAT, Parts, pages
from reviewer.exporters.written import filled, told

Row = Mapping[str, object]

OURS = "reviewer"
"""The key under which what goes along stands in a stranger's file."""
_FACTS = frozenset(("key", "uid", "analyst", "created", "modified"))
SAID = frozenset(
    (
        *("note", "statement", "translation", "translation_language", "translator"),
        *("translation_checked_by", "translation_checked_at", "checked_by", "checked_at"),
        *("follow_up", "record", "chain", "accused", "victims", "fields", "events"),
    )
)
_OF_PASSAGE = _FACTS | SAID
_OF_LINK = frozenset(
    ("row", "type", "from", "to", "to_document", "independent", "note", "analyst", "created")
)
_NAMES_OF_DOCUMENT = frozenset(("document", "document_uid", "text_sha256", "original_sha256"))

_ORIGINALS = one_or_many(
    "The original file of {count} document stays behind: {program} keeps its text alone, and what "
    "comes back has the fingerprint of that.",
    "The original files of {count} documents stay behind: {program} keeps their text alone, and "
    "what comes back has the fingerprints of that.",
)
_UNSEEN_LINKS = one_or_many(
    "{count} link between documents or to a source not held: {program} has no place for it. It "
    "goes along unseen.",
    "{count} links between documents or to sources not held: {program} has no place for them. "
    "They go along unseen.",
)
_UNSEEN_WORDS = one_or_many(
    "What is said of {count} passage: {program} does not show all of it. It goes along unseen.",
    "What is said of {count} passages: {program} does not show all of it. It goes along unseen.",
)
_UNSEEN_THINGS = one_or_many(
    "{count} thing that is not a passage (a tag, an actor, an event, a rating or another): "
    "{program} does not show it. It goes along unseen.",
    "{count} tags, actors, events, ratings and other things that are not passages: {program} "
    "does not show them. They go along unseen.",
)
_UNSEEN_PLACES = one_or_many(
    "{count} passage whose place is not certain: {program} cannot show it. It goes along unseen.",
    "{count} passages whose place is not certain: {program} cannot show them. They go along "
    "unseen.",
)
LEFT_LINKS = one_or_many(
    "{count} link with a passage that was not chosen stays behind.",
    "{count} links with passages that were not chosen stay behind.",
)


@dataclass(frozen=True, slots=True)
class Going:
    """A passage that stands where its place says; ``row`` holds all that is said of it."""

    key: str
    uid: str
    tag: str
    span: Span
    quote: str
    row: Row


@dataclass(frozen=True, slots=True)
class GoingText:
    """A document that goes out; ``links`` join two of its passages, by their keys.

    ``row`` is what is said of it; ``more`` are rows that go along with it for want of a place.
    """

    number: int
    uid: str
    title: str
    name: str
    text: str
    row: Row
    passages: list[Going] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    more: list[Row] = field(default_factory=list)


class Parcelled:
    """A project on its way out to ``program``, which shows ``seen`` of what is said of passages."""

    def __init__(
        self,
        project: ProjectSnapshot,
        progress: Progress,
        program: str,
        seen: Collection[str] = (),
    ) -> None:
        self._project = project
        self._progress = progress
        self._program = program
        self._hidden = SAID.difference(seen)
        self._passages = self._places = self._words = 0
        self._links = self._left = 0
        self._other_bytes = 0
        """Documents gone so far that came in other bytes than those of their text."""
        self._things: list[Row] = []
        self._sent: set[str] = set()
        self._within: set[int] = set()

    def texts(self) -> Iterator[GoingText]:
        """Give the documents in order, each once; raises ``Cancelled``."""
        leaving: dict[str, list[tuple[int, Row]]] = defaultdict(list)
        for number, link in enumerate(link_rows(self._project)):
            leaving[str(link["from"])].append((number, _link(link)))
        before: GoingText | None = None
        for text in self._documents():
            if before is not None:
                yield before
            keys = {one.key for one in text.passages}
            for one in text.passages:
                for number, link in leaving.get(one.key, ()):
                    if link.get("to") in keys:
                        self._within.add(number)
                        text.links.append(link)
            before = text
        if before is not None:
            before.more.extend(self._rest(leaving.values()))
            yield before

    def sent(self, *others: Loss) -> Sent:
        """Return what went out, once all of it did; ``others`` are losses of the format itself."""
        counted = (
            (_ORIGINALS, self._other_bytes),
            (_UNSEEN_PLACES, self._places),
            (_UNSEEN_LINKS, self._links),
            (_UNSEEN_WORDS, self._words),
            (_UNSEEN_THINGS, len(self._things)),
            (LEFT_LINKS, self._left),
        )
        losses = [loss(words, count, program=self._program) for words, count in counted if count]
        return Sent(self._passages, (*losses, *(one for one in others if one.count)))

    def _documents(self) -> Iterator[GoingText]:
        self._describe()
        groups = self._groups()
        group = next(groups, None)
        in_order = sorted(self._project.held(), key=lambda one: one.document.id)
        for number, held in enumerate(in_order, start=1):
            parts: Sequence[Parts] = ()
            if group is not None and group[0].uid == held.document.uid:
                parts, group = group[1], next(groups, None)
            self._other_bytes += held.original_sha256 != held.text_sha256
            yield self._text(number, held, parts)
        assert group is None  # passages come in the order of their documents

    def _describe(self) -> None:
        """Keep what is said of other things than documents that are held."""
        for row in chain(described_rows(self._project, held=False), judged_rows(self._project)):
            self._things.append({"row": row["row"], **filled(row)})

    def _groups(self) -> Iterator[tuple[ExportedDocument, list[Parts]]]:
        several = (part for page in pages(self._project, self._progress) for part in page)
        for _uid, parts in groupby(several, key=lambda part: part.passage.document.uid):
            together = list(parts)
            yield together[0].passage.document, together

    def _text(self, number: int, held: ExportedHeld, parts: Sequence[Parts]) -> GoingText:
        document, said = held.document, _described(held_row(held))
        text = self._project.text(document.uid)
        title, name = document.title, document.original_name
        going = GoingText(number, document.uid, title, name, text, said)
        for part in parts:
            self._put(part, going)
        return going

    def _put(self, part: Parts, going: GoingText) -> None:
        passage = part.passage
        whole = passage_row(part)
        row = told({key: value for key, value in whole.items() if key in _OF_PASSAGE})
        self._passages += 1
        self._sent.add(passage.label)
        self._words += not self._hidden.isdisjoint(row)
        if passage.span.of(going.text) == passage.quote:
            going.passages.append(
                Going(passage.label, passage.uid, passage.tag, passage.span, passage.quote, row)
            )
            return
        self._places += 1
        span = passage.span
        place = {"tag": passage.tag, "start": span.start, "end": span.end, "quote": passage.quote}
        going.more.append({"row": "passage", **row, "document_uid": going.uid, **place})

    def _rest(self, links: Iterable[list[tuple[int, Row]]]) -> Iterator[Row]:
        """Give what belongs to no document, once all passages were seen."""
        yield from self._things
        for number, link in sorted((one for several in links for one in several), key=_number):
            if number in self._within:
                continue
            if self._sent.issuperset(str(link[end]) for end in ("from", "to") if end in link):
                self._links += 1
                yield link
            else:
                self._left += 1


def gone_along(text: GoingText) -> Row:
    """Return what stands under ``OURS`` in a file whose passages have no room of their own."""
    passages = [
        {"start": one.span.start, "end": one.span.end, "tag": one.tag, **one.row}
        for one in text.passages
    ]
    return {**of_document(text), **filled({"passages": passages, "links": text.links})}


def of_document(text: GoingText) -> Row:
    """Return what goes along with a document but is said of none of its passages."""
    known = {"format": FORMAT, "uid": text.uid, "name": text.name, "document": text.row}
    return filled({**known, "rows": text.more})


def lies_within(link: ExportedLink) -> bool:
    """Say whether a link joins two passages of one document."""
    start, end = link.start_place, link.end_place
    return start is not None and end is not None and start.document_uid == end.document_uid


def loss(words: Template, count: int, **values: object) -> Loss:
    """Return what a format had no room for; ``words`` may say ``{count}``."""
    return Loss(Saying(words, {"count": count, **values}), count)


def _described(row: Row) -> Row:
    """Return what is said of a document; what is empty stays so, whatever rules read there."""
    said = {key: row[key] for key in (*DESCRIBED_FIELDS, *DATE_FIELDS) if key in row}
    others = {key: value for key, value in filled(row).items() if key not in _NAMES_OF_DOCUMENT}
    return {**others, **said}


def _link(row: Row) -> Row:
    return {key: value for key, value in filled(row).items() if key in _OF_LINK}


def _number(numbered: tuple[int, Row]) -> int:
    return numbered[0]
