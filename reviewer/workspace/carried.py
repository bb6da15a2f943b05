"""What passages carry beside their words, put together for an export, a few hundred at once."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.errors import NotAllowed
from reviewer.domain.events import Answer
from reviewer.domain.exported import (
    BARE,
    ExportedAnswer,
    ExportedEnd,
    ExportedName,
    ExportedRecord,
)
from reviewer.domain.links import Link
from reviewer.domain.record_values import understood
from reviewer.domain.records import FIELDS, Record, Value, ValueKind
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.record_keeping import RecordKeeper

_NAMES = (ValueKind.CHAIN, ValueKind.NAMES)
_APART = ("chain", "accused", "victims")


class Names:
    """Every name in a project that an export prints, as it is filed."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self.actors = {one.id: one.name for one in project.actors.all()}
        events, questions = project.events.all(), project.questions.all()
        self.events = {one.id: one.name for one in events}
        self.questions = {one.id: one.wording for one in questions}
        self.fields = {one.id: one.name for one in project.fields.all()}
        self.analysts = {one.id: one.name for one in project.analysts.all()}
        several = Counter(one.name for one in events)
        self.event_keys = {one.id: one.uid for one in events if several[one.name] > 1}
        worded = Counter((one.event, one.wording) for one in questions)
        self.question_keys = {
            one.id: one.uid for one in questions if worded[one.event, one.wording] > 1
        }
        self._labels: dict[int, str] = {}
        self._sources: dict[int, str] = {}

    def label(self, passage: int) -> str:
        """Return what a passage is called; each is looked up once."""
        if passage not in self._labels:
            self._labels[passage] = self._project.passages.label(passage)
        return self._labels[passage]

    def title(self, document: int) -> str:
        """Return a document's title; each is looked up once."""
        if document not in self._sources:
            self._sources[document] = self._project.documents.get(document).title
        return self._sources[document]

    def answer(self, answer: Answer) -> ExportedAnswer:
        """Return an event and what is answered there, by name."""
        return ExportedAnswer(
            self.events.get(answer.event, ""),
            self.event_keys.get(answer.event, ""),
            self.questions.get(answer.question or 0, ""),
            self.question_keys.get(answer.question or 0, ""),
        )


class CarriedOperations:
    """What an open project's passages carry, for the window's table; reads only."""

    def __init__(self, project: ProjectFile, keeper: RecordKeeper) -> None:
        self._project = project
        self._keeper = keeper
        self._carried: Carried | None = None

    def of_many(self, passages: Sequence[int]) -> dict[int, ExportedRecord]:
        """Return what passages carry, a few hundred at once."""
        if self._carried is None:
            self._carried = Carried(self._project, self._keeper, Names(self._project))
        return self._carried.of_many(passages)

    def follow(self, _news: object) -> None:
        """Let go of the names: something was changed."""
        self._carried = None


class Carried:
    """Gives what passages carry; made anew for each export."""

    def __init__(self, project: ProjectFile, keeper: RecordKeeper, names: Names) -> None:
        self._project = project
        self._keeper = keeper
        self._names = names

    def of_many(self, passages: Sequence[int]) -> dict[int, ExportedRecord]:
        """Return what each passage carries."""
        answers: dict[int, list[ExportedAnswer]] = {}
        for answer in self._project.answers.of(passages):
            answers.setdefault(answer.passage, []).append(self._names.answer(answer))
        ends = self._ends(passages)
        kinds = self._project.records.kinds(passages)
        found = {passage: BARE[kind] for passage, kind in kinds.items()}
        own = self._project.fields.values(passages)
        carrying = {*self._project.records.with_details(passages), *own, *answers, *ends}
        known = sorted(carrying & kinds.keys())
        records = self._keeper.of_many(known) if known else {}
        for passage, record in records.items():
            chain, accused, victims = (self._named(record.entered.get(key)) for key in _APART)
            found[passage] = ExportedRecord(
                kind=record.kind,
                entered={
                    field.key: record.entered[field.key]
                    for field in FIELDS[record.kind]
                    if field.kind not in _NAMES and field.key in record.entered
                },
                read=_read(record),
                settled=_settled(record),
                chain=chain,
                accused=accused,
                victims=victims,
                own={
                    self._names.fields[field]: value
                    for field, value in record.own.items()
                    if field in self._names.fields
                },
                answers=tuple(answers.get(passage, ())),
                ends=tuple(ends.get(passage, ())),
                by_convention=record.by_convention,
            )
        return found

    def _named(self, names: Value) -> tuple[ExportedName, ...]:
        several: Iterable[object] = names if isinstance(names, tuple) else ()
        return tuple(
            ExportedName(
                self._names.actors.get(one.actor or 0, ""),
                one.printed,
                one.hedge if isinstance(one, ChainMember) else "",
            )
            for one in several
            if isinstance(one, ChainMember | Named)
        )

    def _ends(self, passages: Sequence[int]) -> dict[int, list[ExportedEnd]]:
        wanted = set(passages)
        found: dict[int, list[ExportedEnd]] = {}
        for link in self._project.links.touching(passages):
            if link.from_passage in wanted:
                found.setdefault(link.from_passage, []).append(self._end(link, outgoing=True))
            if link.to_passage in wanted:
                found.setdefault(link.to_passage, []).append(self._end(link, outgoing=False))
        return found

    def _end(self, link: Link, *, outgoing: bool) -> ExportedEnd:
        passage = link.to_passage if outgoing else link.from_passage
        if passage is None:
            document = self._project.documents.get(link.to_document or 0)
            return ExportedEnd(link.type, outgoing, document.label, document.title)
        document_of = self._project.passages.get(passage).document
        title = self._names.title(document_of)
        return ExportedEnd(link.type, outgoing, self._names.label(passage), title)


def _read(record: Record) -> dict[str, Value]:
    found = {}
    for key in record.unconfirmed():
        field = next(one for one in FIELDS[record.kind] if one.key == key)
        try:
            found[key] = understood(field, record.readings[key].value, "")
        except NotAllowed:
            continue  # what cannot be understood says nothing, as on screen
    return found


def _settled(record: Record) -> tuple[str, ...]:
    """Return the fields in which what was read was judged, and nothing was entered."""
    return tuple(
        one.key
        for one in FIELDS[record.kind]
        if one.key not in record.entered
        and one.key in record.readings
        and record.readings[one.key].judged_by is not None
    )
