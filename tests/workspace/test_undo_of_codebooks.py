"""Whatever is done to the codebook among other work, undo and redo lead back to what was."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from reviewer.domain.snapshot import PassageFilter
from reviewer.importers.codebook import read
from reviewer.workspace.operations.tags import TagChange
from tests.workspace.test_undo_of_anything import Work

some = st.integers(min_value=0, max_value=10**6)
names = st.sampled_from(["Threat", "Charge", "دھمکی", "denial", "Rumour"])
definitions = st.sampled_from([None, "", "Said of somebody.", "کسی کے بارے میں"])
BOOK = b"name,parent,key,definition\nRumour,Charge,r,Told.\nCharge,Denial,d,\nDenial,Rumour,,New.\n"


class CodebookWork(Work):
    """A project in which somebody works on the codebook as well."""

    def has_tags_to_spare(self) -> bool:
        return len(self.workspace.tags.all()) > 1

    @rule(name=names, definition=definitions, which=some, nested=st.booleans())
    def add_a_tag_that_means_something(
        self, name: str, definition: str | None, which: int, *, nested: bool
    ) -> None:
        parent = self.tag(which) if nested else None
        self.do(lambda: self.workspace.tags.add(name, definition=definition or "", parent=parent))

    @rule(which=some, name=st.none() | names, definition=definitions, key=st.sampled_from("ADKZ"))
    def change_a_tag(self, which: int, name: str | None, definition: str | None, key: str) -> None:
        wanted = TagChange(name=name, definition=definition, key=key)
        self.do(lambda: self.workspace.tags.change(self.tag(which), wanted, swap_keys=True))

    @rule(which=some, parent=st.none() | some, place=st.none() | st.integers(0, 5))
    def nest_a_tag(self, which: int, parent: int | None, place: int | None) -> None:
        above = None if parent is None else self.tag(parent)
        self.do(lambda: self.workspace.tags.nest(self.tag(which), above, place))

    @precondition(has_tags_to_spare)
    @rule(source=some, into=some, definition=definitions)
    def merge_two_tags(self, source: int, into: int, definition: str | None) -> None:
        one, other = self.tag(source), self.tag(into)
        self.do(lambda: self.workspace.regrouping.merge(one, other, definition))

    @precondition(Work.has_passages)
    @rule(which=some, name=names)
    def split_a_tag(self, which: int, name: str) -> None:
        passage = self.one_of(self.workspace.passages.ids(), which)
        tag = self.workspace.passages.get(passage).tag
        self.do(lambda: self.workspace.regrouping.split(tag, [passage], name))

    @precondition(has_tags_to_spare)
    @rule(which=some)
    def remove_a_tag(self, which: int) -> None:
        self.do(lambda: self.workspace.regrouping.remove(self.tag(which)))

    @precondition(Work.has_passages)
    @rule(which=some)
    def look_at_it_again(self, which: int) -> None:
        passage = self.one_of(self.workspace.passages.ids(), which)
        self.do(lambda: self.workspace.definitions.looked_at_again([passage]))

    @rule(all_of_it=st.booleans())
    def take_a_codebook_in(self, *, all_of_it: bool) -> None:
        book = read(BOOK, "book.csv")
        chosen = [tag.id for tag in self.workspace.tags.all()] if all_of_it else []
        self.do(lambda: self.workspace.codebooks.take_in(book, chosen))

    @invariant()
    def the_codebook_is_a_tree_without_circles(self) -> None:
        tags = self.workspace.tags.all()
        for tag in tags:
            line = [tag.id]
            while (parent := self.workspace.tags.get(line[-1]).parent) is not None:
                assert parent not in line
                line.append(parent)
        assert {tag.id for tag in tags} == {one.tag.id for one in self.workspace.tags.tree()}

    @invariant()
    def what_is_counted_is_what_is_found(self) -> None:
        counted = self.workspace.definitions.to_look_at_again()
        found = self.workspace.passages.ids(PassageFilter(another_look=True))
        assert sum(counted.values()) == len(found)


TestCodebookWork = CodebookWork.TestCase
TestCodebookWork.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    report_multiple_bugs=False,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
