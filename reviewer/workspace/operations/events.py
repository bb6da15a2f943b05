"""Events: made from passages, put in order, and which passages speak of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.events import (
    Answer,
    Asked,
    Event,
    EventPlace,
    EventStatus,
    EventType,
    EventUse,
    NewEvent,
    PlacePrecision,
    Question,
    asked_for,
    description_of,
    event_name,
)
from reviewer.domain.figures import Harm
from reviewer.domain.passages import first_words
from reviewer.domain.record_values import date_of, line_of, understood
from reviewer.domain.records import Record, Value, field_of
from reviewer.domain.tags import RecordKind
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.events import columns_of
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.operations.questions import QuestionOperations

_LAST = "events.last"
_SHOWN = 60  # characters of a passage that may become an event's name


Records = Callable[[Sequence[int]], Mapping[int, Record]]


class EventOperations(QuestionOperations):
    """Events of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        records: Records,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        super().__init__(project, history, analyst, now)
        self._records = records

    def add(
        self,
        name: str,
        type: EventType = EventType.INCIDENT,  # noqa: A002
        date: WrittenDate = NO_DATE,
        place: str = "",
        *,
        place_precision: PlacePrecision = PlacePrecision.NOT_SAID,
        parent: int | None = None,
        description: str = "",
        status: EventStatus = EventStatus.OPEN,
    ) -> int:
        """Add an event; returns it. Raises ``NotAllowed`` without a name or for no date."""
        new = self._in_order(
            NewEvent(name, type, date, place, place_precision, parent, description, status)
        )
        with self._history.step("events.add", {"event": new.name}):
            return self._project.events.add(new, analyst=self._analyst(), now=self._now())

    def make_from(self, passages: Sequence[int], new_event: NewEvent) -> int:
        """Add an event and put passages into it, as one step; returns it.

        A figure answers the question that is made for it, as with ``put``.
        """
        new = self._in_order(new_event)
        arguments = {"event": new.name, "passage": self._several(passages)}
        with self._history.step("events.make", arguments):
            event = self._project.events.add(new, analyst=self._analyst(), now=self._now())
            self.put(passages, event)
        return event

    def change(
        self,
        event: int,
        *,
        name: str | None = None,
        type: EventType | None = None,  # noqa: A002
        date: WrittenDate | None = None,
        place: str | None = None,
        place_precision: PlacePrecision | None = None,
        description: str | None = None,
        status: EventStatus | None = None,
    ) -> None:
        """Change what is known of an event; what is not given stays.

        Raises ``NotAllowed`` without a name, or for what is no date.
        """
        standing = _as_new(self._project.events.get(event))
        given = {
            "name": name,
            "type": type,
            "date": date,
            "place": place,
            "place_precision": place_precision,
            "description": description,
            "status": status,
        }
        wanted = {key: value for key, value in given.items() if value is not None}
        new = self._in_order(replace(standing, **wanted))  # type: ignore[arg-type]
        before, after = columns_of(standing), columns_of(new)
        values = {column: after[column] for column in after if after[column] != before[column]}
        if values:
            with self._history.step("events.change", {"event": new.name}):
                self._project.events.set(event, values, self._now())

    def nest(self, event: int, parent: int | None) -> None:
        """Make an event part of a larger one, or of none.

        Raises ``NotAllowed`` when it would become a part of itself.
        """
        found = self._project.events.get(event)
        if parent == found.parent:
            return
        name, arguments = "events.unnest", {"event": found.name}
        if parent is not None:
            larger = self._project.events.get(parent)
            if self._project.events.stands_within(parent, event):
                raise NotAllowed(
                    N_("“{event}” cannot be part of “{parent}”, which is part of it or itself."),
                    event=found.name,
                    parent=larger.name,
                )
            name, arguments = "events.nest", {"event": found.name, "parent": larger.name}
        with self._history.step(name, arguments):
            self._project.events.set(event, {"parent": parent}, self._now())

    def use(self, event: int) -> EventUse:
        """Return what hangs on an event, to be said before it is removed."""
        return self._project.events.use(event)

    def remove(self, events: Sequence[int]) -> None:
        """Take events away with their questions and all that is said there, as one step.

        The passages stay in their documents; parts go up to the next larger event.
        """
        found = [self._project.events.get(event) for event in events]
        name, arguments = "events.remove_many", dict[str, object](count=len(found))
        if len(found) == 1:
            name, arguments = "events.remove", {"event": found[0].name}
        with self._history.step(name, arguments):
            for part, larger in self._orphans(events).items():
                self._project.events.set(part, {"parent": larger}, self._now())
            self._answers.clear(events)
            for event in events:
                self._questions.remove([one.id for one in self._questions.of(event)])
            self._project.events.remove(events)

    def all(self) -> list[Event]:
        """Return every event in order of time, those without a date last."""
        return self._project.events.all()

    def get(self, event: int) -> Event:
        """Return one event; raises ``NotFound``."""
        return self._project.events.get(event)

    def counts(self) -> dict[int, int]:
        """Return how many passages of listed documents each event has; none is left out."""
        return self._answers.counts()

    def last(self) -> int | None:
        """Return the event a passage was put into last, while it is there."""
        found = self._project.states.get(_LAST)
        known = isinstance(found, int) and self._project.events.has(found)
        return found if known and isinstance(found, int) else None

    def put(
        self,
        passages: Sequence[int],
        event: int,
        question: int | None = None,
        *,
        fitting: bool = True,
    ) -> dict[int, int | None]:
        """Put passages into an event, as one step; returns the question each one answers there.

        Without a question a figure answers the one of its harm, group and period, which is made
        where there is none; everything else joins the event, as a figure does where nothing
        ``fitting`` is wanted. What was checked in vain for a
        document is taken back where its passage comes.
        """
        found = self._project.events.get(event)
        if question is not None:
            self._of_event(question, event)
        with self._history.step("events.put", self._putting(passages, found)):
            placed: dict[int, int | None] = dict.fromkeys(passages, question)
            if question is None and fitting:
                placed = self._placed(passages, found)
            for wanted in dict.fromkeys(placed.values()):
                several = [passage for passage in placed if placed[passage] == wanted]
                self._answers.add(several, event, wanted, analyst=self._analyst(), now=self._now())
                self._answers.uncheck_answered(several, event, wanted)
            self._project.states.set(_LAST, event)
        return placed

    def take_out(self, passages: Sequence[int], event: int, question: int | None = None) -> None:
        """Take passages out of an event, or out of one of its questions only, as one step.

        What is taken out of a question stays in the event.
        """
        found = self._project.events.get(event)
        if question is not None:
            self._of_event(question, event)
        with self._history.step("events.take_out", self._putting(passages, found)):
            if question is None:
                self._answers.take_out(passages, event)
            else:
                self._answers.move_up(question, self._now(), passages)

    def move(
        self, placed: Sequence[tuple[int, int | None]], event: int, question: int | str | None
    ) -> None:
        """Let passages of an event answer another question of it than before, as one step.

        ``placed`` are passages with the question each answers now. In words the question is asked
        first; without one they stay in the event. Raises ``NotAllowed`` as ``ask`` does.
        """
        moved = [one for one in placed if one[1] != question]
        if not moved:
            return
        found = self._project.events.get(event)
        passages = list(dict.fromkeys(passage for passage, _before in moved))
        name = "events.take_out" if question is None else "events.put"
        with self._history.step(name, self._putting(passages, found)):
            if isinstance(question, str):
                question = self.ask(event, question)
            if question is not None:
                self.put(passages, event, question)
            for before in dict.fromkeys(one[1] for one in moved):
                if before is not None:
                    self.take_out([one for one, other in moved if other == before], event, before)

    def of(self, passage: int) -> list[Answer]:
        """Return the events a passage speaks of, and the questions it answers."""
        return self._answers.of([passage])

    def answers(self, event: int) -> list[Answer]:
        """Return the answers of an event from listed documents, in the order they came."""
        return self._answers.in_event(event)

    def places(self, document: int) -> list[EventPlace]:
        """Return where passages of a document speak of events, in order of place."""
        return self._answers.places(document)

    def proposal(self, passage: int) -> NewEvent:
        """Return the event that a passage's words and record make likely; nothing is written."""
        found = self._project.passages.get(passage)
        record = self._records([passage])[passage]
        name, place, date = (shown(record, key) for key in ("act", "place", "event_date"))
        return NewEvent(
            first_words(str(name or "") or found.quote, _SHOWN),
            date=date if isinstance(date, WrittenDate) else NO_DATE,
            place=str(place or ""),
        )

    def suggested_question(self, event: int, record: Record) -> Question | Asked | None:
        """Return the question a record answers in an event, or what would be asked for it.

        ``None`` for what is no figure, and for a figure of which nobody knows yet what happened.
        """
        asked = _asked_for(self._project.events.get(event), record)
        return asked and (self._question_asking(event, asked) or asked)

    def _placed(self, passages: Sequence[int], event: Event) -> dict[int, int | None]:
        """Return the question of each passage, made where there is none."""
        records = self._records(passages)
        made: dict[tuple[str, str, str], int] = {}
        placed: dict[int, int | None] = {}
        for passage in passages:
            asked = _asked_for(event, records[passage])
            if asked is None:
                placed[passage] = None
                continue
            if asked.key not in made:
                known = self._question_asking(event.id, asked)
                made[asked.key] = (
                    self._questions.add(event.id, asked, analyst=self._analyst(), now=self._now())
                    if known is None
                    else known.id
                )
            placed[passage] = made[asked.key]
        return placed

    def _putting(self, passages: Sequence[int], event: Event) -> dict[str, object]:
        return {"passage": self._several(passages), "event": event.name}

    def _several(self, passages: Sequence[int]) -> str:
        """Return what passages are called together; raises ``NotFound`` for one that is gone."""
        self._project.links.ends(passages)
        first = self._project.passages.label(passages[0]) if passages else ""
        return first if len(passages) < 2 else f"{first} + {len(passages) - 1}"

    def _orphans(self, events: Sequence[int]) -> dict[int, int | None]:
        """Return the parts that stay when events go, each with the next larger event that stays."""
        above = {one.id: one.parent for one in self._project.events.all()}
        going = set(events)

        def staying(event: int | None) -> int | None:
            met: set[int] = set()  # a damaged file may have a circle
            while event is not None and event in going - met:
                met.add(event)
                event = above[event]
            return None if event in going else event

        return {
            part: staying(larger)
            for part, larger in above.items()
            if part not in going and larger in going
        }

    def _in_order(self, new: NewEvent) -> NewEvent:
        """Return an event as it is kept; raises ``NotAllowed`` or ``NotFound``."""
        if new.parent is not None:
            self._project.events.get(new.parent)
        return replace(
            new,
            name=event_name(normalise(new.name).text),
            place=line_of(normalise(new.place).text),
            description=description_of(normalise(new.description).text),
            date=date_of(new.date),
        )


def shown(record: Record, key: str) -> Value:
    """Return what a record says in a field: what was entered, else what was read, else nothing.

    A reading that cannot be understood says nothing.
    """
    field = field_of(record.kind, key)
    reading = record.readings.get(key)
    if field is None or key in record.entered or reading is None or reading.judged_by is not None:
        return record.entered.get(key)
    try:
        return understood(field, reading.value, "")
    except NotAllowed:
        return None


def _asked_for(event: Event, record: Record) -> Asked | None:
    if record.kind is not RecordKind.FIGURE:
        return None
    harm, group, when = (shown(record, key) for key in ("harm", "victim_group", "event_date"))
    return asked_for(
        event.type,
        event.date,
        Harm(str(harm or "")),
        str(group or ""),
        when if isinstance(when, WrittenDate) else NO_DATE,
    )


def _as_new(event: Event) -> NewEvent:
    return NewEvent(
        *(event.name, event.type, event.date, event.place, event.place_precision),
        *(event.parent, event.description, event.status),
    )
