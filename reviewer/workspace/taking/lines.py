"""What becomes of the lines of one file, one kind of thing after another.

It is done turn by turn, each over in a moment, so that whoever has it done may write down what
there is, look whether a person wants it stopped, and go on.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.folding import folded_line
from reviewer.domain.progress import Progress
from reviewer.domain.project_lines import (
    ActorLine,
    EventLine,
    FieldLine,
    GivenWork,
    HeldLine,
    Line,
    LinkLine,
    NothingLine,
    PassageLine,
    QuestionLine,
    RatingLine,
    Refused,
    SourceLine,
    TagLine,
)
from reviewer.domain.tags import Tag
from reviewer.domain.words import N_
from reviewer.store.passage_names import passages_called
from reviewer.workspace.taking.held import reads_otherwise, says_otherwise
from reviewer.workspace.taking.names import ActorNames, AnalystNames, DocumentNames, EventNames
from reviewer.workspace.taking.outcome import Taken, TakenPassage
from reviewer.workspace.taking.passages import TakenPassages
from reviewer.workspace.taking.places import Placed, Places
from reviewer.workspace.taking.tags import parents_first
from reviewer.workspace.verbs import Verbs

_BETWEEN_REPORTS = 50
_PASSAGES_AT_ONCE = 50
OneLine = TypeVar("OneLine", bound=Line)


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms lines are taken: what is made for them, and what is let pass.

    ``credit`` lets work stand under the names of those whose it is said to be. ``documents`` are
    called by names that only the lines know. Only those of ``fresh`` are described by lines, where
    it is given: what is known of the others is the work of those who have them.
    """

    make_tags: bool
    doubtful: bool = False
    credit: bool = False
    documents: Mapping[str, int] = field(default_factory=dict)
    fresh: Collection[int] | None = None


class TakenLines:
    """One file under way; opens no step of its own."""

    def __init__(self, verbs: Verbs, lines: Sequence[Line], terms: Terms) -> None:
        self._verbs = verbs
        self._lines = lines
        self._terms = terms
        self.taken = Taken()
        self._keys: dict[str, int] = {}
        self._documents = DocumentNames(verbs.documents, _document_names(lines), terms.documents)
        self._actors = ActorNames(verbs.actors)
        self._events = EventNames(verbs.events)
        self._analysts = AnalystNames(verbs.project.analysts, verbs.now)
        self._sources = {
            folded_line(one.title): one.document for one in verbs.links.sources_to_find()
        }

    def in_turns(self, progress: Progress) -> Iterator[None]:
        """Take one kind of line after another, so that any line may call any other.

        What became of them is in ``taken`` when it is over. Raises ``Cancelled``.
        """
        for tags in (self._tag, self._nest_tag):
            yield from self._each_of(parents_first(self._lines), tags, progress)
        yield from self._each(FieldLine, self._field, progress)
        yield from self._each(ActorLine, self._actor, progress)
        yield from self._each(SourceLine, self._source, progress)
        yield from self._each(HeldLine, self._held, progress)
        yield from self._each(EventLine, self._event, progress)
        yield from self._each(EventLine, self._nest, progress)
        yield from self._each(QuestionLine, self._question, progress)
        yield from self._passages(progress)
        self._known_passages()
        yield from self._each(LinkLine, self._link, progress)
        yield from self._each(NothingLine, self._nothing, progress)
        yield from self._each(RatingLine, self._rating, progress)
        if self._actors.made:
            self.taken.made["actor"] = self._actors.made
        self.taken.refused.sort(key=lambda one: one.number)

    def _each(
        self, kind: type[OneLine], take: Callable[[OneLine], bool], progress: Progress
    ) -> Iterator[None]:
        lines = [line for line in self._lines if isinstance(line, kind)]
        return self._each_of(lines, take, progress)

    def _each_of(
        self, lines: Sequence[OneLine], take: Callable[[OneLine], bool], progress: Progress
    ) -> Iterator[None]:
        """Take lines of a kind; what cannot be is refused, and leaves nothing behind."""
        refused = {one.number for one in self.taken.refused}
        for done, line in enumerate(lines):
            if done % _BETWEEN_REPORTS == 0:
                progress.report(done, len(lines))
            if line.number not in refused:
                with self._or_refused(line.number):
                    if take(line):
                        self._count(line)
            yield

    @contextmanager
    def _or_refused(self, number: int) -> Iterator[None]:
        self._actors.begin()
        self._analysts.begin()
        try:
            with self._verbs.project.connection.part():
                yield
        except (NotAllowed, NotFound) as problem:
            self._actors.forget()
            self._analysts.forget()
            self.taken.refused.append(Refused(number, problem, getattr(problem, "field", "")))

    def _count(self, line: Line) -> None:
        row = _ROWS[type(line)]
        self.taken.made[row] = self.taken.made.get(row, 0) + 1
        self.taken.sources += isinstance(line, SourceLine)

    def _tag(self, line: TagLine) -> bool:
        if self._verbs.tags.named(line.name) is not None or not self._terms.make_tags:
            return False  # without being asked for it is missed where it is needed
        parent = self._verbs.tags.named(line.parent) if line.parent else None
        self._verbs.tags.add(
            line.name,
            colour=line.colour,
            key=line.key if line.key and not self._verbs.tags.with_key(line.key) else "",
            definition=line.definition,
            parent=None if parent is None else parent.id,
            record=line.record,
        )
        self.taken.made_tags.append(line.name)
        return True

    def _nest_tag(self, line: TagLine) -> bool:
        """Put a tag that was made under its parent; refuses one that has none, or a circle."""
        tag = self._verbs.tags.named(line.name)
        if line.parent and line.name in self.taken.made_tags and tag and tag.parent is None:
            self._verbs.tags.nest(tag.id, self._called(line.parent).id)
        return False

    def _called(self, name: str) -> Tag:
        found = self._verbs.tags.named(name)
        if found is None:
            raise NotFound(N_("There is no tag “{name}”."), name=name)
        return found

    def _field(self, line: FieldLine) -> bool:
        tag = self._called(line.tag)
        known = {one.name.casefold() for one in self._verbs.fields.of(tag.id)}
        if line.name.casefold() in known:
            return False
        self._verbs.fields.add(tag.id, line.name, line.kind, line.choices, line.help)
        return True

    def _actor(self, line: ActorLine) -> bool:
        known = self._actors.known(line.name)
        if known is not None:
            return False
        actor = self._actors.add(line.name, line.kind, line.side, line.names)
        self._verbs.actors.change(actor, protected=line.protected, note=line.note)
        return False  # counted with those that passages name

    def _source(self, line: SourceLine) -> bool:
        if folded_line(line.title) in self._sources:
            return False
        self._sources[folded_line(line.title)] = self._verbs.links.add_source(
            line.title, line.publisher, line.author, line.posted, url=line.url
        )
        return True

    def _held(self, line: HeldLine) -> bool:
        """Let a document be as it is said to be, unless that is for those who have it to say."""
        document = self._documents.first_called(line.document)
        known = self._verbs.documents.get(document)
        if self._terms.fresh is not None and document not in self._terms.fresh:
            self.taken.kept += says_otherwise(line, known)
            return False
        if line.publisher_actor is not None:
            self._verbs.actors.publish([document], self._actors.called(line.publisher_actor))
        self._describe(line, known)
        return True

    def _describe(self, line: HeldLine, known: Document) -> None:
        """Write down what a line says of a document; what it is already costs a look, no more."""
        verbs = self._verbs.documents
        for key, value in line.described.items():
            if getattr(known, key) != value:
                verbs.describe(known.id, key, value)
        for key, date in line.dates.items():
            if getattr(known, key) != date:
                verbs.set_date(known.id, key, date)
        if line.review_status is not None and reads_otherwise(line, known):
            verbs.review([known.id], line.review_status, line.set_aside_reason)
        if line.second_look is not None and line.second_look is not known.second_look:
            verbs.mark_second_look([known.id], wanted=line.second_look)

    def _event(self, line: EventLine) -> bool:
        return self._events.take(line)

    def _nest(self, line: EventLine) -> bool:
        event = self._events.of_line[line.number]
        if line.parent and event in self._events.made:
            self._verbs.events.nest(event, self._events.event(line.parent))
        return False

    def _question(self, line: QuestionLine) -> bool:
        question, new = self._events.ask(line)
        known = self._verbs.events.question(question).working
        if line.working is not None and known is None:
            working = line.working
            self._verbs.events.set_working(
                question,
                working.low,
                working.high,
                working.reason,
                by=self._made(working.made),
            )
        self._events.call(question, line.key)  # last: a line that is refused has no key
        return new

    def _passages(self, progress: Progress) -> Iterator[None]:
        verbs = self._verbs
        places = Places(
            verbs.documents,
            verbs.passages,
            verbs.tags,
            make_tags=self._terms.make_tags,
            doubtful=self._terms.doubtful,
        )
        passages = TakenPassages(
            verbs, self._actors, self._events, self._analysts, credit=self._terms.credit
        )
        lines = [one for one in self._lines if isinstance(one, PassageLine)]
        yield from places.find(lines, self._documents, passages.check, progress)
        self.taken.refused += places.refused
        tags: dict[str, int] = {}
        yield from self._find_tags(places.placed, tags)
        for done in range(0, len(places.placed), _PASSAGES_AT_ONCE):
            progress.report(done, len(places.placed))
            several = places.placed[done : done + _PASSAGES_AT_ONCE]
            self._put(several, tags, passages, among=len(places.placed))
            yield
        self._stand_in(places.already)
        self.taken.passages.sort(key=lambda one: one.number)
        if self.taken.passages:
            self.taken.made["passage"] = len(self.taken.passages)

    def _put(
        self,
        placed: Sequence[Placed],
        tags: Mapping[str, int],
        passages: TakenPassages,
        *,
        among: int,
    ) -> None:
        """Tag what lines say, and write down what they say of it."""
        made = passages.put(placed, tags, among)
        for one, passage in zip(placed, made, strict=True):
            self.taken.passages.append(
                TakenPassage(one.line.number, passage, one.cuts, one.doubt is None)
            )
            if one.line.key:
                self._keys[one.line.key] = passage

    def _find_tags(self, placed: Sequence[Placed], tags: dict[str, int]) -> Iterator[None]:
        """Find the tags by name, making those that are missing, in order of line."""
        for one in sorted(placed, key=lambda one: one.line.number):
            name = one.line.tag
            if name in tags:
                continue
            known = self._verbs.tags.named(name)
            if known is None:
                self.taken.made_tags.append(name)
            tags[name] = self._verbs.tags.add(name) if known is None else known.id
            yield

    def _stand_in(self, already: Mapping[str, str]) -> None:
        """Let links call what stood in the project before by the keys of lines that say the same.

        So a file that comes again, with more links than before, loses none of them.
        """
        if already:
            found = passages_called(self._verbs.project.connection, set(already.values()))
            self._keys |= {key: found[label] for key, label in already.items()}

    def _known_passages(self) -> None:
        """Let links call passages that the project had before, by uid or short number."""
        wanted = {
            name
            for line in self._lines
            if isinstance(line, LinkLine)
            for name in (line.start, line.end)
            if name not in self._keys
        }
        if wanted:
            self._keys |= passages_called(self._verbs.project.connection, wanted)

    def _link(self, line: LinkLine) -> bool:
        start = self._passage(line.start)
        if line.document:
            source = self._sources.get(folded_line(line.document))
            if source is None:
                raise NotFound(
                    N_("No source not held is called “{name}”: give it a line of its own."),
                    name=line.document,
                )
            link = self._verbs.links.link_to_source(
                start, source, line.type, note=line.note, independent=line.independent
            )
        else:
            link = self._verbs.links.link(
                start,
                self._passage(line.end),
                line.type,
                note=line.note,
                independent=line.independent,
            )
        made = self._made(line.made)
        if made is not None:
            self._verbs.project.links.credit(link, *made)
        return True

    def _made(self, work: GivenWork | None) -> tuple[int, str] | None:
        """Return whose work something is said to be, where that is let stand."""
        return self._analysts.whose(work) if work is not None and self._terms.credit else None

    def _passage(self, key: str) -> int:
        if key not in self._keys:
            raise NotFound(N_("There is no passage “{key}” here."), key=key)
        return self._keys[key]

    def _nothing(self, line: NothingLine) -> bool:
        event = self._events.event(line.event)
        question = self._events.question(event, line.question) if line.question else None
        document = self._documents.first_called(line.document)
        by = None if line.checked is None else self._analysts.whose(line.checked)
        self._verbs.events.nothing_on_this(event, document, question, by=by)
        return True

    def _rating(self, line: RatingLine) -> bool:
        by = None if line.rated is None else self._analysts.whose(line.rated)
        rate = partial(self._verbs.ratings.rate, line.value, line.reason, by=by)
        if line.document:
            rate(document=self._documents.first_called(line.document))
        elif line.actor:
            rate(actor=self._actors.called(line.actor))
        else:
            event = self._events.event(line.event)
            rate(question=self._events.question(event, line.question))
        return True


_ROWS: Mapping[type[Line], str] = {
    TagLine: "tag",
    FieldLine: "field",
    ActorLine: "actor",
    SourceLine: "document",
    HeldLine: "document",
    EventLine: "event",
    QuestionLine: "question",
    PassageLine: "passage",
    LinkLine: "link",
    NothingLine: "nothing",
    RatingLine: "rating",
}


def _document_names(lines: Sequence[Line]) -> set[str]:
    with_documents = (PassageLine, HeldLine, NothingLine, RatingLine)
    return {name for line in lines if isinstance(line, with_documents) for name in line.document}
