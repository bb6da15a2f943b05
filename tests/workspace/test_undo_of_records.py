"""Whatever is entered, read, merged or tagged anew, undo and redo lead back to exactly what was."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.fields import FieldKind
from reviewer.domain.readings import NewReading
from reviewer.domain.records import FIELDS, Value, ValueKind
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.workspace.operations.tags import TagChange
from tests.workspace.test_undo_of_anything import Work

some = st.integers(min_value=0, max_value=10**6)
names = st.sampled_from(["MQM", "Muttahida", "ایم کیو ایم", "a spokesman", "", "Noor Khan"])
VALUES: dict[ValueKind, list[Value]] = {
    ValueKind.TEXT: ["", "hurt", "Zwölf", "پل"],
    ValueKind.NUMBER: [None, 0, 12, 300, -1],
    ValueKind.YES_NO: [True, False],
    ValueKind.DATE: ["", "2015-03-11", "2015~", "nonsense"],
}
READ = {
    RecordKind.FIGURE: [
        ("number_text", "Zwölf"),
        ("low", "12"),
        ("high", "12"),
        ("harm", "injured"),
    ],
    RecordKind.ALLEGATION: [("chain", '[["Noor Khan", "reportedly"]]'), ("act", "were hurt")],
    RecordKind.RESPONSE: [("response_kind", "deny_act"), ("chain", '[["", ""]]')],
}


class RecordWork(Work):
    """A project in which somebody enters what passages say as well."""

    def passage(self, which: int) -> int:
        return self.one_of(self.workspace.passages.ids(), which)

    def has_actors(self) -> bool:
        return len(self.workspace.actors.all()) > 1

    def has_fields(self) -> bool:
        return bool(self.workspace.fields.all())

    @precondition(Work.has_passages)
    @rule(which=some, field=some, value=some)
    def enter(self, which: int, field: int, value: int) -> None:
        passage = self.passage(which)
        fields = FIELDS[self.workspace.records.of(passage).kind]
        if not fields:
            return
        one = fields[field % len(fields)]
        possible = list(one.choices) if one.choices else VALUES.get(one.kind, [()])
        wanted = possible[value % len(possible)]
        self.do(lambda: self.workspace.records.enter(passage, {one.key: wanted}))

    @precondition(Work.has_passages)
    @rule(which=some, members=st.lists(names, max_size=3))
    def say_who(self, which: int, members: list[str]) -> None:
        chain = tuple(ChainMember(None, name, "reportedly") for name in members)
        passage = self.passage(which)
        self.do(lambda: self.workspace.records.enter(passage, {"chain": chain}))

    @precondition(Work.has_passages)
    @rule(which=some, accused=st.lists(names, max_size=3))
    def name_the_accused(self, which: int, accused: list[str]) -> None:
        named = tuple(Named(None, name) for name in accused)
        passage = self.passage(which)
        self.do(lambda: self.workspace.records.enter(passage, {"accused": named}))

    @precondition(Work.has_passages)
    @rule(which=some)
    def have_read(self, which: int) -> None:
        """Let a rule have read something, whether or not one reads these words."""
        passage = self.passage(which)
        record = self.workspace.records.of(passage)
        span = self.workspace.passages.get(passage).span
        new = [
            NewReading(field, value, span if field == "act" else None, "test")
            for field, value in READ.get(record.kind, [])
        ]

        def deed() -> None:
            with self.workspace.history.step("records.read_again"):
                self.workspace._project.readings.replace(passage, new)

        self.do(deed)

    @precondition(Work.has_passages)
    @rule(which=st.lists(some, min_size=1, max_size=4))
    def confirm(self, which: list[int]) -> None:
        chosen = sorted({self.passage(one) for one in which})
        self.do(lambda: self.workspace.records.confirm(chosen))

    @precondition(Work.has_passages)
    @rule(which=st.lists(some, min_size=1, max_size=4))
    def read_again(self, which: list[int]) -> None:
        chosen = sorted({self.passage(one) for one in which})
        self.do(lambda: self.workspace.records.read_again(chosen))

    @precondition(Work.has_passages)
    @rule(which=some, tag=some)
    def tag_also(self, which: int, tag: int) -> None:
        passage = self.passage(which)
        self.do(lambda: self.is_new(self.workspace.records.tag_also(passage, self.tag(tag))))

    @precondition(Work.has_passages)
    @rule(which=some, tag=some)
    def tag_charge(self, which: int, tag: int) -> None:
        passage = self.passage(which)
        span = self.workspace.passages.get(passage).span
        inside = Span(span.start, max(span.start + 1, span.end - 2))
        charge = self.workspace.records.tag_charge
        self.do(lambda: self.is_new(charge(passage, inside, self.tag(tag))))

    @precondition(Work.has_passages)
    @rule(which=some)
    def make_an_event(self, which: int) -> None:
        passage = self.passage(which)
        events = self.workspace.events
        self.do(lambda: events.make_from([passage], events.proposal(passage)))

    @precondition(Work.has_passages)
    @rule(one=some, other=some)
    def link(self, one: int, other: int) -> None:
        start, end = self.passage(one), self.passage(other)
        self.do(lambda: self.workspace.links.link(start, end))

    @precondition(Work.has_passages)
    @rule(which=some, name=names)
    def repeat(self, which: int, name: str) -> None:
        passage = self.passage(which)
        last = self.workspace.events.last()
        events = [] if last is None else [last]
        self.do(lambda: self.workspace.records.repeat(passage, [ChainMember(None, name)], events))

    @rule(name=names)
    def add_an_actor(self, name: str) -> None:
        self.do(lambda: self.workspace.actors.add(name))

    @precondition(has_actors)
    @rule(which=some, into=some)
    def merge_actors(self, which: int, into: int) -> None:
        every = [actor.id for actor in self.workspace.actors.all()]
        one, other = self.one_of(every, which), self.one_of(every, into)
        self.do(lambda: self.workspace.actors.merge([one], other))

    @precondition(has_actors)
    @rule(which=some)
    def remove_an_actor(self, which: int) -> None:
        actor = self.one_of([actor.id for actor in self.workspace.actors.all()], which)
        self.do(lambda: self.workspace.actors.remove([actor]))

    @rule(tag=some, kind=st.sampled_from(FieldKind))
    def add_a_field(self, tag: int, kind: FieldKind) -> None:
        add = self.workspace.fields.add
        self.do(lambda: add(self.tag(tag), f"Own {kind.value}", kind, ("gun", "knife")))

    @precondition(has_fields)
    @rule(which=some, value=st.sampled_from(["", "gun", "12", "2015", "1"]))
    def enter_own(self, which: int, value: str) -> None:
        field = self.one_of([one.id for one in self.workspace.fields.all()], which)
        tag = self.workspace.fields.get(field).tag
        having = self.workspace._project.records.of_tag(tag)
        if having:
            passage = self.one_of(having, which)
            self.do(lambda: self.workspace.records.enter_own(passage, field, value))

    @precondition(has_fields)
    @rule(which=some)
    def remove_a_field(self, which: int) -> None:
        field = self.one_of([one.id for one in self.workspace.fields.all()], which)
        self.do(lambda: self.workspace.fields.remove(field))

    @rule(tag=some, kind=st.sampled_from(RecordKind))
    def carry_another_record(self, tag: int, kind: RecordKind) -> None:
        self.do(lambda: self.workspace.tags.change(self.tag(tag), TagChange(record=kind)))

    @rule(source=some, into=some)
    def merge_two_tags(self, source: int, into: int) -> None:
        one, other = self.tag(source), self.tag(into)
        if len(self.workspace.tags.all()) > 1:
            self.do(lambda: self.workspace.regrouping.merge(one, other))

    @rule(which=some)
    def remove_a_tag(self, which: int) -> None:
        if len(self.workspace.tags.all()) > 2:
            self.do(lambda: self.workspace.regrouping.remove(self.tag(which)))

    @precondition(Work.has_passages)
    @rule(which=some)
    def split_a_tag(self, which: int) -> None:
        passage = self.passage(which)
        tag = self.workspace.passages.get(passage).tag
        self.do(lambda: self.workspace.regrouping.split(tag, [passage], f"Split {which}"))

    @invariant()
    def every_record_has_only_what_its_kind_has(self) -> None:
        passages = self.workspace.passages.ids()
        for passage, record in self.workspace.records.of_many(passages).items():
            keys = {one.key for one in FIELDS[record.kind]}
            assert keys >= set(record.entered)
            assert keys >= set(record.readings)
            tag = self.workspace.passages.get(passage).tag
            assert {one.id for one in self.workspace.fields.of(tag)} >= set(record.own)


TestRecordWork = RecordWork.TestCase
TestRecordWork.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    report_multiple_bugs=False,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
