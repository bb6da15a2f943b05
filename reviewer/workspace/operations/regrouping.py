"""Verbs that act on a tag with its passages: merge two tags, split one, remove one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.domain import tag_trees
from reviewer.domain.errors import NotAllowed
from reviewer.domain.passage_details import written_together
from reviewer.domain.tags import Tag, TagUse, same_words
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.store.regrouping import NO_VERSION, Meeting
from reviewer.workspace.history import History
from reviewer.workspace.operations.tags import TagChange, TagOperations
from reviewer.workspace.record_keeping import RecordKeeper


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge of two tags did.

    ``moved`` passages are under the other tag now; ``removed`` ones stood there on the same words
    already, and left what was written beside them to those; ``children`` are the tags moved along.
    """

    moved: int
    removed: int
    children: int


class Regrouping:
    """Tags of an open project with everything under them."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        tags: TagOperations,
        keeper: RecordKeeper,
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._tags = project.tags
        self._store = project.regrouping
        self._history = history
        self._operations = tags
        self._keeper = keeper
        self._now = now

    def use(self, tag: int) -> TagUse:
        """Return what hangs on a tag: to be shown before it is merged or removed."""
        return self._tags.use(self._tags.get(tag).id)

    def would_stand_twice(self, source: int, target: int) -> int:
        """Return how many passages a merge would remove, because they stand under both tags."""
        return sum(len(meeting.goes) for meeting in self._store.meetings(source, target))

    def merge(self, source: int, target: int, definition: str | None = None) -> Merged:
        """Put all passages and children of one tag under another and remove it, as one step.

        ``definition`` is what the merged tag means, where that is not what ``target`` means: ask
        when both say something. Passages whose own tag is defined in these very words need no
        other look for it, all others do. Of two passages on the same words the target's stays, with
        the notes, plain words and translations of both. A target under the source is lifted out
        first.

        Raises ``NotAllowed`` for one tag merged with itself, or where more was written beside two
        passages than fits beside one; ``NotFound`` for a tag that is gone.
        """
        gone, kept = self._tags.get(source), self._tags.get(target)
        if source == target:
            raise NotAllowed(N_("A tag cannot be merged with itself. Choose another."))
        use = self._tags.use(source)
        names = {"tag": gone.name, "into": kept.name}
        with self._history.step("tags.merge", names):
            self._keeper.join_fields(source, target)
            meetings = self._store.meetings(source, target)
            for meeting in meetings:
                self._join(meeting)
            removed = [passage for meeting in meetings for passage in meeting.goes]
            self._project.passages.remove(removed)
            moving = self._project.records.of_tag(source)
            changing = self._keeper.refit(moving, kept.record)
            self._store.move_all(gone, target, self._version(gone, kept, definition), self._now())
            self._keeper.read_unless_many(changing)
            children = self._lift(gone, kept)
            self._tags.remove(source)
        return Merged(use.passages - len(removed), len(removed), children)

    def split(
        self, tag: int, passages: Sequence[int], name: str, definition: str | None = None
    ) -> int:
        """Make a tag of chosen passages of another, as one step; returns the new tag.

        It stands right after the other and carries the same record. Its definition is the other's
        unless one is given; whoever chose the passages has looked at them, but nobody has checked
        them under the new tag yet. Raises ``NotAllowed``
        when nothing is chosen, when a passage is of another tag, or when the name is taken.
        """
        found = self._tags.get(tag)
        chosen = set(passages)
        if not chosen:
            raise NotAllowed(N_("Choose the passages that shall go under the new tag."))
        if len(self._store.of(tag, passages)) < len(chosen):
            raise NotAllowed(
                N_("Only passages tagged “{tag}” can be split off it."), tag=found.name
            )
        arguments = {"tag": found.name, "count": len(chosen)}
        with self._history.step("tags.split", arguments) as step:
            new = self._operations.add(
                name,
                definition=found.definition if definition is None else definition,
                parent=found.parent,
                record=found.record,
            )
            beside = tag_trees.siblings(self._tags.all(), found.parent)
            self._operations.move(new, beside.index(found) + 1)
            made = self._tags.get(new)
            values = {
                "tag": new,
                "definition_version": made.definition_version,
                "checked_by": None,
                "checked_at": "",
            }
            self._project.passages.set(passages, values, self._now())
            self._keeper.copy_fields(tag, new, passages)
            step.describe(new=made.name)
        return new

    def remove(self, tag: int) -> TagUse:
        """Take a tag away with all its passages, as one step; returns what hung on it.

        Tags under it go to the one it stood under. Show ``use`` first.
        """
        found, use = self._tags.get(tag), self._tags.use(tag)
        name = "tags.remove_with_passages" if use.passages else "tags.remove"
        with self._history.step(name, {"tag": found.name, "count": use.passages}):
            self._store.remove_all(tag)
            for field in self._project.fields.of(tag):
                self._project.fields.remove(field.id)
            tags = self._tags.all()
            self._put_in_place_of(found, tag_trees.siblings(tags, tag), tags)
            self._tags.remove(tag)
        return use

    def _version(self, gone: Tag, kept: Tag, definition: str | None) -> int:
        """Define the tag that stays, and return under which version the other's passages come."""
        if definition is not None:
            self._operations.change(kept.id, TagChange(definition=definition))
        now = self._tags.get(kept.id)
        if same_words(now.definition, gone.definition):
            return now.definition_version
        return NO_VERSION

    def _lift(self, gone: Tag, kept: Tag) -> int:
        """Put the children of a tag that goes under the one that stays; returns how many."""
        tags, now = self._tags.all(), self._now()
        if kept.id in tag_trees.inside(tags, gone.id):
            self._put_in_place_of(gone, [kept], tags)
        children = [one for one in tag_trees.siblings(tags, gone.id) if one.id != kept.id]
        for child in children:
            self._tags.set(child.id, {"parent": kept.id}, now)
        ordered = [*tag_trees.siblings(tags, kept.id), *children]
        self._tags.set_positions(tag_trees.in_this_order(ordered), now)
        return len(children)

    def _put_in_place_of(self, gone: Tag, others: Sequence[Tag], tags: Sequence[Tag]) -> None:
        """Let others stand where a tag stood that goes."""
        for one in others:
            self._tags.set(one.id, {"parent": gone.parent}, self._now())
        beside = tag_trees.siblings(tags, gone.parent)
        at = beside.index(gone)
        ordered = [*beside[:at], *others, *beside[at + 1 :]]
        self._tags.set_positions(tag_trees.in_this_order(ordered), self._now())

    def _join(self, meeting: Meeting) -> None:
        """Write beside the passage that stays what was written beside those that go."""
        several = [meeting.stays, *meeting.goes]
        notes = [self._project.passages.get(passage).note for passage in several]
        details = self._project.passage_details.of(several)
        values = written_together(details, notes, "\n")
        if values["translation"] != details[0].translation:
            values |= {"translation_checked_by": None, "translation_checked_at": ""}
        self._project.passage_details.set(meeting.stays, values, self._now())
        self._project.passages.hand_on(meeting.goes, meeting.stays, self._now())
        self._keeper.take_over(meeting.stays, meeting.goes)
