"""What names in a file mean in a project, while the file is taken in."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reviewer.domain.actors import ActorKind
from reviewer.domain.analysts import analyst_name
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.events import Asked, Event, Question
from reviewer.domain.folding import folded_line
from reviewer.domain.project_lines import EventLine, GivenAnswer, GivenWork, QuestionLine
from reviewer.domain.words import N_
from reviewer.store.analysts import AnalystStore
from reviewer.workspace.operations.actors import ActorOperations
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.events import EventOperations
from reviewer.workspace.register import Register, kind_of

_NOBODY: Mapping[str, int] = MappingProxyType({})
_FEW = 5  # labels named in a complaint


class DocumentNames:
    """Documents by uid, SHA-256 of text or file, original name, or title; looked up at once."""

    def __init__(
        self,
        documents: DocumentOperations,
        names: Collection[str],
        known: Mapping[str, int] = _NOBODY,
    ) -> None:
        """Look these names up; ``known`` are those that mean a document here and nowhere else."""
        self._documents = documents
        self._found = documents.matching_each(set(names) - set(known))
        self._found |= {name: [document] for name, document in known.items()}

    def called(self, name: str) -> int:
        """Return the one document meant by ``name``, one of those given at first.

        Raises ``NotFound`` when there is none, ``NotAllowed`` when there are several: which of
        them is meant is never guessed.
        """
        found = self._found[name]
        if not found:
            raise NotFound(
                N_("There is no document “{name}” here: no such uid, SHA-256, file name or title."),
                name=name,
            )
        if len(found) > 1:
            labels = [self._documents.get(document).label for document in found[:_FEW]]
            raise NotAllowed(
                N_("“{name}” means {count} documents ({labels}). Give a uid or a SHA-256."),
                name=name,
                count=len(found),
                labels=", ".join(labels) + (", …" if len(found) > _FEW else ""),
            )
        return found[0]

    def first_called(self, names: Iterable[str]) -> int:
        """Return the document that the first name means which means any; raises as ``called``."""
        several = tuple(names)
        found = [name for name in several if self._found[name]]
        return self.called((found or several[-1:])[0])


class AnalystNames:
    """Analysts by their names; those nobody knows here are written down, to be named with work."""

    def __init__(self, analysts: AnalystStore, now: Callable[[], str]) -> None:
        self._analysts = analysts
        self._now = now
        self._known = {folded_line(one.name): one.id for one in reversed(analysts.all())}
        self._fresh: list[str] = []

    def begin(self) -> None:
        """Note from here on who is written down, for ``forget``."""
        self._fresh.clear()

    def forget(self) -> None:
        """Know those no more who were written down since ``begin``: that was undone."""
        for key in self._fresh:
            del self._known[key]
        self._fresh.clear()

    def whose(self, work: GivenWork) -> tuple[int, str]:
        """Return whose work something is, and when; raises ``NotAllowed`` for no name."""
        name = analyst_name(work.analyst)
        key = folded_line(name)
        if key not in self._known:
            self._known[key] = self._analysts.add(name, self._now())
            self._fresh.append(key)
        return self._known[key], work.at or self._now()


class ActorNames:
    """Actors by any of their names; those nobody knows are made."""

    def __init__(self, actors: ActorOperations) -> None:
        self._actors = actors
        self._register = Register(actors.all())
        self._fresh: list[int] = []
        self.made = 0

    def begin(self) -> None:
        """Note from here on which actors are made, for ``forget``."""
        self._fresh.clear()

    def forget(self) -> None:
        """Know those no more that were made since ``begin``: that was undone."""
        for actor in self._fresh:
            self._register.drop(actor)
        self.made -= len(self._fresh)
        self._fresh.clear()

    def known(self, name: str) -> int | None:
        """Return the actor of that name, if there is one."""
        return self._register.named(name)

    def add(self, name: str, kind: ActorKind, side: str, names: Collection[str]) -> int:
        """Add an actor; raises as the register does."""
        actor = self._actors.add(name, kind, side, list(names))
        for one in (name, *names):
            self._register.add(one, actor)
        self._fresh.append(actor)
        self.made += 1
        return actor

    def called(self, name: str) -> int | None:
        """Return the actor that is meant, made now where nobody knows it; none for no name."""
        if not name:
            return None
        known = self._register.named(name)
        return self.add(name, kind_of(name), "", ()) if known is None else known


@dataclass(frozen=True, slots=True)
class Answered:
    """An event and what is answered there: a question, none, or whichever fits."""

    event: int
    question: int | None
    fitting: bool


class EventNames:
    """Events and their questions by key or by name."""

    def __init__(self, events: EventOperations) -> None:
        self._events = events
        self._standing = events.all()
        self._named: dict[str, list[int]] = {}
        self._keys: dict[str, int] = {}
        self._question_keys: dict[str, int] = {}
        self._questions: dict[int, list[Question]] = {}
        self.made: set[int] = set()
        self.of_line: dict[int, int] = {}
        for event in self._standing:
            self._named.setdefault(folded_line(event.name), []).append(event.id)

    def take(self, line: EventLine) -> bool:
        """Let a line's event be known, made where the project has none like it; says if it was.

        Raises ``NotAllowed`` where the key is taken, or where several events could be meant.
        """
        if line.key in self._keys:
            raise NotAllowed(N_("Another line has the key “{key}”."), key=line.key)
        known = self._like(line)
        event = known.id if known is not None else self._made(line)
        if line.key:
            self._keys[line.key] = event
        self.of_line[line.number] = event
        return known is None

    def event(self, name: str) -> int:
        """Return the event of that key or name; raises ``NotFound`` or ``NotAllowed``."""
        if name in self._keys:
            return self._keys[name]
        found = self._named.get(folded_line(name), [])
        if not found:
            raise NotFound(N_("There is no event “{name}”: give it a line of its own."), name=name)
        if len(found) > 1:
            raise NotAllowed(
                N_("{count} events are called “{name}”: give each a “key”, and name that."),
                count=len(found),
                name=name,
            )
        return found[0]

    def ask(self, line: QuestionLine) -> tuple[int, bool]:
        """Return a line's question, and whether it was made; raises as ``event`` does."""
        event = self.event(line.event)
        if line.key and line.key in self._question_keys:
            raise NotAllowed(N_("Another line has the key “{key}”."), key=line.key)
        asked = Asked(line.wording, line.harm, line.group, line.period)
        known = self._asked(event, asked)
        if known is None:
            question = self._events.ask(event, line.wording, line.harm, line.group, line.period)
            self._questions.pop(event, None)
        else:
            question = known.id
        return question, known is None

    def call(self, question: int, key: str) -> None:
        """Let a question be called by a key, unless that is empty."""
        if key:
            self._question_keys[key] = question

    def question(self, event: int, name: str) -> int:
        """Return an event's question of that key or wording; raises as ``event`` does."""
        if name in self._question_keys:
            return self._question_keys[name]
        found = [one.id for one in self._of(event) if folded_line(one.wording) == folded_line(name)]
        if not found:
            raise NotFound(
                N_("“{event}” has no question “{name}”: give it a line of its own."),
                event=self._events.get(event).name,
                name=name,
            )
        if len(found) > 1:
            raise NotAllowed(
                N_("{count} questions are worded “{name}”: give each a “key”, and name that."),
                count=len(found),
                name=name,
            )
        return found[0]

    def answered(self, given: GivenAnswer) -> Answered:
        """Return what a passage answers; raises as ``event`` does."""
        event = self.event(given.event)
        question = self.question(event, given.question) if given.question else None
        return Answered(event, question, fitting=given.question == "")

    def _asked(self, event: int, asked: Asked) -> Question | None:
        """Return the question that asks the same, or the only one of the same bare wording."""
        standing = self._of(event)
        same = [one for one in standing if one.asked.key == asked.key]
        if not same and asked == Asked(asked.wording):
            wording = folded_line(asked.wording)
            same = [one for one in standing if folded_line(one.wording) == wording]
        return same[0] if len(same) == 1 else None

    def _like(self, line: EventLine) -> Event | None:
        name = folded_line(line.event.name)
        found = [one for one in self._standing if folded_line(one.name) == name]
        if len(found) > 1:
            found = [one for one in found if one.date.edtf == line.event.date.edtf]
            if len(found) != 1:
                raise NotAllowed(
                    N_("Several events are called “{name}” already: it cannot be told which."),
                    name=line.event.name,
                )
        return found[0] if found else None

    def _made(self, line: EventLine) -> int:
        new = line.event
        event = self._events.add(
            *(new.name, new.type, new.date, new.place),
            place_precision=new.place_precision,
            description=new.description,
            status=new.status,
        )
        self._named.setdefault(folded_line(new.name), []).append(event)
        self.made.add(event)
        return event

    def _of(self, event: int) -> list[Question]:
        if event not in self._questions:
            self._questions[event] = self._events.questions(event)
        return self._questions[event]
