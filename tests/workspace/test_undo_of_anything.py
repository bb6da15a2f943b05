"""Whatever is done in whatever order, undo and redo lead back to exactly what was."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from typing_extensions import override

from reviewer.domain.boundaries import Edge, Stride
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.errors import NotAllowed, Stale
from reviewer.domain.progress import Silent
from reviewer.domain.reading.dates import DateOrder
from reviewer.domain.spans import Span
from reviewer.domain.steps import EarlierWork, StepKind
from reviewer.store.journal import JOURNALED
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile
from tests.builders import BASIT, NOOR, a_document, a_project, an_incoming, two_readings
from tests.workspace.operations.test_interchange import passage, work

Dump = dict[str, list[tuple[object, ...]]]

TEXT = "Zwölf 👩‍👩‍👧 were hurt. پل پر فائرنگ ہوئی۔ " * 3
some = st.integers(min_value=0, max_value=10**6)
words = st.sampled_from(["", "Look again", "دوبارہ دیکھیں", "a\u0000b", "'; DROP TABLE steps; --"])


class Work(RuleBasedStateMachine):
    """A project in which somebody does anything, takes it back, and does it again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.day = 1
        self.identity = NOOR
        self.workspace = a_project(self.folder, now=self.now)
        self.in_a_hurry()
        self.undone_leads_to: list[tuple[Dump, Dump]] = []
        self.redone_leads_to: list[tuple[Dump, Dump]] = []
        self.numbers: set[str] = set()
        self.imported = 0

    def now(self) -> str:
        return f"2026-03-{self.day:02d}T09:26:53.589+00:00"

    def in_a_hurry(self) -> None:
        """Do not wait for the disk: no one pulls a plug here."""
        self.workspace._project.connection.execute("PRAGMA synchronous = OFF")

    def dump(self) -> Dump:
        ask = self.workspace._project.connection.rows
        return {table: ask(None, f"SELECT * FROM {table} ORDER BY id") for table in JOURNALED}

    def do(self, deed: Callable[[], object]) -> None:
        before = self.dump()
        try:
            deed()
        except NotAllowed:
            assert self.dump() == before
            return
        after = self.dump()
        if after != before:
            self.undone_leads_to.append((before, after))
            self.redone_leads_to.clear()

    def one_of(self, ids: Sequence[int], which: int) -> int:
        return ids[which % len(ids)]

    def document(self, which: int) -> int:
        return self.one_of(self.workspace.documents.ids(), which)

    def tag(self, which: int) -> int:
        return self.one_of([tag.id for tag in self.workspace.tags.all()], which)

    def has_documents(self) -> bool:
        return bool(self.workspace.documents.ids())

    def has_passages(self) -> bool:
        return bool(self.workspace.passages.ids())

    @initialize()
    def something_to_read(self) -> None:
        self.do(lambda: a_document(self.workspace, TEXT, posted=two_readings("10/8/2015")))
        self.do(lambda: a_document(self.workspace, TEXT + "x", posted=two_readings("3/4/2016")))

    @rule(count=st.integers(1, 4))
    def import_files(self, count: int) -> None:
        def deed() -> None:
            group = self.workspace.imports.new_group()
            for _ in range(count):
                self.imported += 1
                incoming = an_incoming(f"Notice {self.imported}. {TEXT}")
                self.workspace.imports.write([ReadFile(Path("a.txt"), incoming)], group)
            self.workspace.imports.end(group)

        self.do(deed)

    @precondition(has_documents)
    @rule(which=some, tag=some, start=st.integers(0, 90), length=st.integers(1, 40))
    def tag_words(self, which: int, tag: int, start: int, length: int) -> None:
        def deed() -> None:
            made = self.workspace.passages.tag_passage(
                self.document(which), Span(start, start + length), self.tag(tag)
            )
            self.is_new(made)

        self.do(deed)

    @precondition(has_documents)
    @rule(which=some, starts=st.lists(st.integers(0, 90), min_size=1, max_size=5, unique=True))
    def tag_many(self, which: int, starts: list[int]) -> None:
        def deed() -> None:
            taggings = [
                Tagging(self.document(which + start), Span(start, start + 9), self.tag(start))
                for start in starts
            ]
            for made in self.workspace.passages.tag_many(taggings):
                self.is_new(made)

        self.do(deed)

    def is_new(self, passage: int) -> None:
        """See to it that a number is never given twice, whatever was undone between."""
        label = self.workspace.passages.label(passage)
        assert label not in self.numbers
        self.numbers.add(label)

    @precondition(has_passages)
    @rule(which=st.lists(some, min_size=1, max_size=4), tag=some)
    def retag(self, which: list[int], tag: int) -> None:
        chosen = sorted({self.one_of(self.workspace.passages.ids(), one) for one in which})
        self.do(lambda: self.workspace.passages.retag(chosen, self.tag(tag)))

    @precondition(has_passages)
    @rule(which=st.lists(some, min_size=1, max_size=4))
    def remove(self, which: list[int]) -> None:
        chosen = sorted({self.one_of(self.workspace.passages.ids(), one) for one in which})
        self.do(lambda: self.workspace.passages.remove(chosen))

    @precondition(has_passages)
    @rule(which=some, note=words)
    def write_a_note(self, which: int, note: str) -> None:
        passage = self.one_of(self.workspace.passages.ids(), which)
        self.do(lambda: self.workspace.passages.note(passage, note))

    @precondition(has_passages)
    @rule(which=some, start=st.integers(0, 90), length=st.integers(1, 40))
    def move_edges(self, which: int, start: int, length: int) -> None:
        passage = self.one_of(self.workspace.passages.ids(), which)
        span = Span(start, start + length)
        self.do(lambda: self.workspace.boundaries.move_boundary(passage, span))

    @precondition(has_passages)
    @rule(
        which=some,
        edge=st.sampled_from(Edge),
        stride=st.sampled_from(Stride),
        earlier=st.booleans(),
    )
    def move_an_edge(self, which: int, edge: Edge, stride: Stride, *, earlier: bool) -> None:
        passage = self.one_of(self.workspace.passages.ids(), which)
        move = self.workspace.boundaries.move_edge
        self.do(lambda: move(passage, edge, stride, earlier=earlier))

    @precondition(has_passages)
    @rule(which=some, offset=st.integers(0, 40))
    def cut_in_two(self, which: int, offset: int) -> None:
        passage = self.one_of(self.workspace.passages.ids(), which)
        at = self.workspace.passages.get(passage).span.start + offset
        self.do(lambda: self.is_new(self.workspace.boundaries.split(passage, at)))

    @precondition(has_passages)
    @rule(which=some, more=st.integers(2, 3))
    def merge(self, which: int, more: int) -> None:
        passage = self.workspace.passages.get(self.one_of(self.workspace.passages.ids(), which))
        alike = [
            one.id
            for one in self.workspace.passages.on(passage.document)
            if one.tag == passage.tag and one.span >= passage.span
        ]
        self.do(lambda: self.workspace.boundaries.merge(alike[:more]))

    @precondition(has_passages)
    @rule(which=some, said=words, language=st.sampled_from(["", "ur", "German"]))
    def say_it_otherwise(self, which: int, said: str, language: str) -> None:
        passage = self.one_of(self.workspace.passages.ids(), which)
        self.do(lambda: self.workspace.details.set_statement(passage, said[::-1]))
        self.do(lambda: self.workspace.details.set_translation(passage, said, language, "Asma"))

    @precondition(has_passages)
    @rule(which=st.lists(some, min_size=1, max_size=3), checked=st.booleans())
    def check(self, which: list[int], *, checked: bool) -> None:
        chosen = sorted({self.one_of(self.workspace.passages.ids(), one) for one in which})
        details = self.workspace.details
        self.do(lambda: details.check(chosen) if checked else details.uncheck(chosen))
        self.do(lambda: details.check_translation(chosen[0], checked=checked))

    @rule(said=words, which=some)
    def write_in_the_journal(self, said: str, which: int) -> None:
        notes = self.workspace.notes
        self.do(lambda: notes.add(said))
        known = [note.id for note in notes.all()]
        if len(known) > 1:
            self.do(lambda: notes.change(self.one_of(known, which), said + " again"))
            self.do(lambda: notes.remove([self.one_of(known, which + 1)]))

    @precondition(has_documents)
    @rule(which=some, note=words)
    def write_on_a_document(self, which: int, note: str) -> None:
        self.do(lambda: self.workspace.notes.on_document(self.document(which), note))

    @precondition(has_documents)
    @rule(which=some, status=st.sampled_from(ReviewStatus), reason=words)
    def review(self, which: int, status: ReviewStatus, reason: str) -> None:
        reason = reason if status is ReviewStatus.SET_ASIDE else ""
        documents = [self.document(which), self.document(which + 1)]
        self.do(lambda: self.workspace.documents.review(documents, status, reason))

    @precondition(has_documents)
    @rule(which=some, wanted=st.booleans())
    def look_again(self, which: int, *, wanted: bool) -> None:
        documents = [self.document(which)]
        self.do(lambda: self.workspace.documents.mark_second_look(documents, wanted=wanted))

    @precondition(has_documents)
    @rule(which=some, field=st.sampled_from(["title", "author", "note"]), value=words)
    def describe(self, which: int, field: str, value: str) -> None:
        document = self.document(which)
        self.do(lambda: self.workspace.documents.describe(document, field, value))

    @precondition(has_documents)
    @rule(which=some, edtf=st.sampled_from(["", "2015", "2015-10-08~", "nonsense"]))
    def enter_a_date(self, which: int, edtf: str) -> None:
        document = self.document(which)
        self.do(lambda: self.workspace.documents.enter_date(document, "posted", edtf))

    @precondition(has_documents)
    @rule(which=some, order=st.sampled_from(DateOrder))
    def settle_a_site(self, which: int, order: DateOrder) -> None:
        document = self.document(which)
        self.do(lambda: self.workspace.documents.settle_site(document, "posted", order, None))

    @precondition(has_documents)
    @rule(which=some, start=st.integers(0, 90), length=st.integers(1, 60), wanted=st.booleans())
    def mark_furniture(self, which: int, start: int, length: int, *, wanted: bool) -> None:
        span = Span(start, start + length)
        document = self.document(which)
        self.do(lambda: self.workspace.documents.mark_furniture(document, span, wanted=wanted))

    @precondition(has_documents)
    @rule(which=some)
    def take_off_the_list(self, which: int) -> None:
        document = self.document(which)
        self.do(lambda: self.workspace.documents.remove([document]))

    @rule(name=words)
    def add_a_tag(self, name: str) -> None:
        self.do(lambda: self.workspace.tags.add(name))

    @rule()
    def undo(self) -> None:
        if not self.undone_leads_to:
            assert self.workspace.history.to_undo() is None
            return
        self.press(self.workspace.history.undo)
        before, after = self.undone_leads_to.pop()
        assert self.dump() == before
        self.redone_leads_to.append((before, after))

    @rule()
    def redo(self) -> None:
        if not self.redone_leads_to:
            assert self.workspace.history.to_redo() is None
            return
        self.workspace.history.redo()
        before, after = self.redone_leads_to.pop()
        assert self.dump() == after
        self.undone_leads_to.append((before, after))

    def press(self, undo: Callable[[], object]) -> None:
        """Press undo, and again when it asks before another day's or analyst's work."""
        try:
            undo()
        except EarlierWork:
            undo()

    @rule(which=some)
    def take_back_any_step_and_do_it_again(self, which: int) -> None:
        history = self.workspace.history
        standing = [
            step.id
            for step in history.listed(history.ids())
            if step.kind in (StepKind.DO, StepKind.IMPORT) and not step.undone
        ]
        if not standing:
            return
        before = self.dump()
        try:
            history.take_back(self.one_of(standing, which))
        except Stale:
            assert self.dump() == before
            return
        assert self.dump() != before
        history.redo()
        assert self.dump() == before

    @rule(stop=st.integers(1, 8))
    def take_work_in_and_perhaps_stop(self, stop: int) -> None:
        self.imported += 1
        text = f"Study {self.imported}. {TEXT}"
        rows = [passage("a", start, start + 5, text[start : start + 5]) for start in (0, 20, 40)]
        before = self.dump()
        newest = self.workspace.history.newest()
        turns = self.workspace.interchange.in_turns(work({"a": text}, *rows), Silent(), 0.0)
        for _turn in range(stop):
            if next(turns, None) is None:
                self.undone_leads_to.append((before, self.dump()))
                self.redone_leads_to.clear()
                return
        turns.close()
        assert self.dump() == before
        if self.workspace.history.newest() != newest:
            self.redone_leads_to.clear()

    @rule(stop=st.integers(1, 6))
    def undo_in_turns_and_perhaps_stop(self, stop: int) -> None:
        if not self.undone_leads_to:
            return
        try:
            step = self.workspace.history.wanted_undo()
        except EarlierWork:
            step = self.workspace.history.wanted_undo()
        here = self.dump()
        turns = self.workspace.history.in_turns(step, StepKind.UNDO)
        for _turn in range(stop):
            if next(turns) is not None:
                before, after = self.undone_leads_to.pop()
                assert self.dump() == before
                self.redone_leads_to.append((before, after))
                return
        turns.close()
        assert self.dump() == here

    @rule()
    def close_and_open_again(self) -> None:
        path = self.workspace.path
        self.workspace.close()
        self.workspace = Workspace.open(path, self.identity, self.now)
        self.in_a_hurry()

    @rule()
    def another_analyst_comes(self) -> None:
        self.identity = BASIT if self.identity is NOOR else NOOR
        self.workspace.sign_in(self.identity)

    @rule()
    def a_night_passes(self) -> None:
        self.day = min(self.day + 1, 28)

    @invariant()
    def every_quote_stands_at_its_place(self) -> None:
        for document in self.workspace.documents.ids():
            text = self.workspace.documents.text(document)
            for one in self.workspace.passages.on(document):
                assert one.span.of(text) == one.quote

    @override
    def teardown(self) -> None:
        try:
            assert list(self.workspace.verify()) == []
        finally:
            self.workspace.close()
            left = [path.name for path in self.folder.iterdir()]
            shutil.rmtree(self.folder)
        assert left == ["project.review"]


TestWork = Work.TestCase
TestWork.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    report_multiple_bugs=False,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
