"""Whatever is linked, asked, judged or placed, undo and redo lead back to exactly what was.

What is kept in memory for comparing, and for proposing counterparts, says after every step what
reading everything anew would say.
"""

from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from reviewer.domain.actors import ActorKind
from reviewer.domain.counterparts import MOST
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.events import EventStatus, EventType
from reviewer.domain.fields import as_wished
from reviewer.domain.figures import Harm
from reviewer.domain.links import Independence, LinkType
from reviewer.workspace.counterparts import CounterpartsAtHand
from reviewer.workspace.gathered import Gathered
from reviewer.workspace.operations.comparison import ComparisonOperations
from tests.workspace.test_undo_of_records import RecordWork

some = st.integers(min_value=0, max_value=10**6)
words = st.sampled_from(["", "Killed", "who ordered it?", "کس نے؟", "x" * 301])
dates = st.sampled_from(
    [WrittenDate(), WrittenDate("2015", "2015", DateBasis.ENTERED), WrittenDate("", "soon")]
)
kinds = st.sampled_from([None, *LinkType])


class LinkWork(RecordWork):
    """A project in which somebody links, groups and judges as well."""

    def links(self) -> list[int]:
        return [one.id for one in self.workspace.links.all()]

    def events(self) -> list[int]:
        return [one.id for one in self.workspace.events.all()]

    def sources(self) -> list[int]:
        return [one.document for one in self.workspace.links.sources_to_find()]

    def questions(self) -> list[int]:
        return [one.id for one in self.workspace._project.questions.all()]

    def has_links(self) -> bool:
        return bool(self.links())

    def has_events(self) -> bool:
        return bool(self.events())

    def has_questions(self) -> bool:
        return bool(self.questions())

    def several(self, which: Sequence[int]) -> list[int]:
        return sorted({self.passage(one) for one in which})

    @precondition(RecordWork.has_passages)
    @rule(one=some, other=some, kind=kinds, independent=st.sampled_from(Independence))
    def link_as(
        self, one: int, other: int, kind: LinkType | None, independent: Independence
    ) -> None:
        start, end = self.passage(one), self.passage(other)
        self.do(lambda: self.workspace.links.link(start, end, kind, independent=independent))

    @precondition(has_links)
    @rule(which=some, kind=kinds, note=words)
    def change_a_link(self, which: int, kind: LinkType | None, note: str) -> None:
        link = self.one_of(self.links(), which)
        self.do(lambda: self.workspace.links.change(link, type=kind, note=note))

    @precondition(has_links)
    @rule(which=some)
    def remove_links(self, which: int) -> None:
        every = self.links()
        chosen = sorted({self.one_of(every, which), self.one_of(every, which + 1)})
        self.do(lambda: self.workspace.links.remove(chosen))

    @rule(title=words, posted=dates)
    def note_a_source(self, title: str, posted: WrittenDate) -> None:
        self.do(lambda: self.workspace.links.add_source(title, posted=posted))

    @precondition(RecordWork.has_passages)
    @rule(which=some, source=some, kind=kinds, place=st.booleans())
    def link_to_a_source(
        self, which: int, source: int, kind: LinkType | None, *, place: bool
    ) -> None:
        known = self.sources()
        if not known:
            return
        document, passage = self.one_of(known, source), self.passage(which)
        self.do(lambda: self.workspace.links.link_to_source(passage, document, kind))
        named = self.workspace._project.links.to_document(document)
        if place and named:
            other = self.passage(which + 1)
            self.do(lambda: self.workspace.links.place(named[0].id, other))

    @precondition(has_events)
    @rule(which=st.lists(some, min_size=1, max_size=3), event=some, question=some)
    def put(self, which: list[int], event: int, question: int) -> None:
        if not self.has_passages():
            return
        chosen, into = self.several(which), self.one_of(self.events(), event)
        asked = [None, *(one.id for one in self.workspace.events.questions(into))]
        wanted = asked[question % len(asked)]
        self.do(lambda: self.workspace.events.put(chosen, into, wanted))

    @precondition(has_events)
    @rule(event=some, question=some, of_question=st.booleans())
    def take_out(self, event: int, question: int, *, of_question: bool) -> None:
        events, chosen = self.workspace.events, self.one_of(self.events(), event)
        answers = events.answers(chosen)
        if answers:
            one = answers[question % len(answers)]
            asked = one.question if of_question else None
            self.do(lambda: events.take_out([one.passage], chosen, asked))

    @precondition(has_events)
    @rule(which=some, name=words, date=dates, kind=st.sampled_from(EventType))
    def change_an_event(self, which: int, name: str, date: WrittenDate, kind: EventType) -> None:
        events, event = self.workspace.events, self.one_of(self.events(), which)
        status = EventStatus.CLOSED if which % 3 else EventStatus.OPEN
        self.do(lambda: events.change(event, name=name, date=date, type=kind, status=status))

    @precondition(has_events)
    @rule(which=some, parent=some)
    def nest(self, which: int, parent: int) -> None:
        events, every = self.workspace.events, self.events()
        one, larger = self.one_of(every, which), [None, *every][parent % (len(every) + 1)]
        self.do(lambda: events.nest(one, larger))

    @rule(name=words)
    def add_an_event(self, name: str) -> None:
        self.do(lambda: self.workspace.events.add(name))

    @precondition(has_events)
    @rule(which=some, more=st.integers(0, 2))
    def remove_events(self, which: int, more: int) -> None:
        every = self.events()
        chosen = sorted({self.one_of(every, which + one) for one in range(more + 1)})
        self.do(lambda: self.workspace.events.remove(chosen))

    @precondition(has_events)
    @rule(which=some, wording=words, harm=st.sampled_from(Harm), period=dates)
    def ask(self, which: int, wording: str, harm: Harm, period: WrittenDate) -> None:
        event = self.one_of(self.events(), which)
        self.do(lambda: self.workspace.events.ask(event, wording, harm, "men", period))

    @precondition(has_questions)
    @rule(which=some, wording=words, place=st.integers(0, 4))
    def change_a_question(self, which: int, wording: str, place: int) -> None:
        events, question = self.workspace.events, self.one_of(self.questions(), which)
        self.do(lambda: events.change_question(question, wording=wording, harm=Harm.MISSING))
        self.do(lambda: events.move_question(question, place))

    @precondition(has_questions)
    @rule(which=some, low=st.sampled_from([None, 0, 12, -1]), reason=words)
    def judge_a_question(self, which: int, low: int | None, reason: str) -> None:
        question = self.one_of(self.questions(), which)
        events, ratings = self.workspace.events, self.workspace.ratings
        self.do(lambda: events.set_working(question, low, 5 if which % 2 else None, reason))
        self.do(lambda: ratings.rate("1246X"[which % 5], reason, question=question))

    @precondition(has_questions)
    @rule(which=some, all_of_it=st.booleans())
    def take_a_question_back(self, which: int, *, all_of_it: bool) -> None:
        events, question = self.workspace.events, self.one_of(self.questions(), which)
        deed: Callable[[int], None] = events.remove_question if all_of_it else events.drop_working
        self.do(lambda: deed(question))

    @precondition(has_events)
    @rule(which=some, document=some, question=some, back=st.booleans())
    def nothing_on_this(self, which: int, document: int, question: int, *, back: bool) -> None:
        if not self.has_documents():
            return
        events, event = self.workspace.events, self.one_of(self.events(), which)
        asked = [None, *(one.id for one in events.questions(event))]
        place = event, self.document(document), asked[question % len(asked)]
        self.do(lambda: (events.take_back_nothing if back else events.nothing_on_this)(*place))

    @precondition(RecordWork.has_documents)
    @rule(which=some, value=st.sampled_from(["", "A", "F", "7"]))
    def rate_a_document(self, which: int, value: str) -> None:
        document = self.document(which)
        self.do(lambda: self.workspace.ratings.rate(value, "Known.", document=document))

    @precondition(RecordWork.has_actors)
    @rule(which=some, name=words, value=st.sampled_from(["", "B", "C"]))
    def say_more_of_an_actor(self, which: int, name: str, value: str) -> None:
        actors = self.workspace.actors
        found = self.one_of([one.id for one in actors.all()], which)
        self.do(lambda: actors.change(found, kind=ActorKind.OFFICE, side=name, note=name))
        self.do(lambda: actors.add_name(found, f"{name} {which % 3}"))
        for one in actors.get(found).names[:1]:
            self.do(lambda one=one: actors.remove_name(found, one))  # type: ignore[misc]
        self.do(lambda: self.workspace.ratings.rate(value, actor=found))
        if self.has_documents():
            self.do(lambda: actors.publish([self.document(which)], found if value else None))

    @precondition(RecordWork.has_fields)
    @rule(which=some, name=words, place=st.integers(0, 3))
    def revise_fields(self, which: int, name: str, place: int) -> None:
        fields = self.workspace.fields
        field = self.one_of([one.id for one in fields.all()], which)
        tag = fields.get(field).tag
        self.do(lambda: fields.change(field, name=name))
        self.do(lambda: fields.move(field, place))
        self.do(lambda: fields.revise(tag, as_wished(fields.of(tag))[::-1]))

    @invariant()
    def what_is_kept_for_comparing_is_what_stands(self) -> None:
        project = self.workspace._project
        kept, anew = self.workspace.comparison, ComparisonOperations(project, Gathered(project))
        assert kept.events_by_documents() == anew.events_by_documents()

    @invariant()
    def counterparts_are_those_that_reading_anew_proposes(self) -> None:
        anew = CounterpartsAtHand(self.workspace._project)
        for passage in self.workspace.passages.ids()[:2]:
            linked = {end.passage for end in self.workspace.links.of(passage) if end.passage}
            kept = self.workspace.links.counterparts(passage)
            assert kept == anew.of(passage, MOST, linked)

    @invariant()
    def every_badge_and_list_can_be_told(self) -> None:
        passages = self.workspace.passages.ids()
        for badges in self.workspace.badges.of(passages).values():
            assert all(one.sentence for one in badges.words())
        waiting = self.workspace.to_do.answering_nothing().ids
        assert set(waiting) <= set(passages)


TestLinkWork = LinkWork.TestCase
TestLinkWork.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    report_multiple_bugs=False,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
