"""The codebook's verbs for one tag at a time: add, change, put under another, move.

What acts on all passages of a tag stands in ``regrouping.py``, earlier wordings of a definition in
``definitions.py``, whole codebooks in ``codebooks.py``.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from reviewer.domain import tag_trees
from reviewer.domain.errors import NotAllowed
from reviewer.domain.tag_trees import Branch
from reviewer.domain.tags import (
    NewTag,
    RecordKind,
    Tag,
    as_key,
    colour_of,
    definition_of,
    key_of,
    next_colour,
    same_words,
    tag_name,
    with_key,
)
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.record_keeping import RecordKeeper


@dataclass(frozen=True, slots=True)
class TagChange:
    """What shall be otherwise about a tag; ``None`` leaves it as it is."""

    name: str | None = None
    colour: str | None = None
    key: str | None = None
    definition: str | None = None
    record: RecordKind | None = None


class KeyTaken(NotAllowed):
    """Another tag has this key; ``holder`` is that tag. The caller may ask and swap."""

    def __init__(self, key: str, holder: Tag) -> None:
        super().__init__(N_("The key {key} tags with “{name}” already."), key=key, name=holder.name)
        self.holder = holder


class TagOperations:
    """Tags of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        keeper: RecordKeeper,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._analyst = analyst
        self._records = project.records
        self._tags = project.tags
        self._keeper = keeper
        self._history = history
        self._now = now

    def all(self) -> list[Tag]:
        """Return the codebook in its order, each tag before those under it."""
        return self._tags.all()

    def tree(self) -> list[Branch]:
        """Return the codebook in its order, with how deep each tag stands."""
        return tag_trees.tree(self._tags.all())

    def get(self, tag: int) -> Tag:
        """Return one tag; raises ``NotFound``."""
        return self._tags.get(tag)

    def named(self, name: str) -> Tag | None:
        """Return the tag of that name, capitals and spaces aside."""
        return self._tags.named(" ".join(name.split()))

    def with_key(self, key: str) -> Tag | None:
        """Return the tag a letter or digit tags with: its own key, else its place in the list."""
        tags = self._tags.all()
        found = with_key(tags, key)
        if found is None and key.isdecimal() and 0 < int(key) <= len(tags):
            return tags[int(key) - 1]
        return found

    def counts(self) -> dict[int, int]:
        """Return how many passages each tag has."""
        return self._tags.counts()

    def add(
        self,
        name: str,
        *,
        colour: str = "",
        key: str = "",
        definition: str = "",
        parent: int | None = None,
        record: RecordKind = RecordKind.NONE,
        taken: Collection[str] = (),
        take_key: bool = False,
    ) -> int:
        """Add a tag, with the next colour of the palette unless one is given; returns its id.

        ``taken`` are keys that commands use. A key that another tag has is refused with
        ``KeyTaken``; with ``take_key`` that tag has none from then on. Raises ``NotAllowed`` when
        there is one of that name, capitals aside, and for a key or a colour that cannot be;
        ``NotFound`` for the parent.
        """
        new = NewTag(
            self._free_name(name),
            colour_of(colour) if colour else next_colour(self._tags.count()),
            key_of(key, taken),
            definition_of(normalise(definition).text),
            record,
            None if parent is None else self._tags.get(parent).id,
        )
        holder = with_key(self._tags.all(), new.key) if new.key else None
        if holder is not None and not take_key:
            raise KeyTaken(new.key, holder)
        with self._history.step("tags.add", {"tag": new.name}):
            if holder is not None:
                self._tags.set(holder.id, {"shortcut": ""}, self._now())
            return self._tags.add(new, analyst=self._analyst(), now=self._now())

    def add_all(self, tags: Sequence[NewTag]) -> list[int]:
        """Add several tags as one step; returns their ids."""
        with self._history.step("tags.add_many", {"count": len(tags)}):
            return [self._tags.add(tag, analyst=self._analyst(), now=self._now()) for tag in tags]

    def change(
        self,
        tag: int,
        wanted: TagChange,
        *,
        taken: Collection[str] = (),
        swap_keys: bool = False,
    ) -> None:
        """Change what is said of a tag, as one step.

        Other words of the definition are another version of it: passages tagged until now want
        another look then. ``taken`` are keys that commands use. A key that another tag has is
        refused with ``KeyTaken``; with ``swap_keys`` that tag gets this one's old key instead.
        Raises ``NotAllowed`` for a name that is taken, and for a key or a colour that cannot be.

        With another kind of record what is entered stays where that has a place for it; what would
        go, ``records.would_go_with_kind`` says before.
        """
        found = self._tags.get(tag)
        values = self._values(found, wanted, taken)
        holder = with_key(self._tags.all(), str(values.get("shortcut", "")))
        if holder is not None and not swap_keys:
            raise KeyTaken(holder.key, holder)
        if not values:
            return
        with self._history.step(*_named(found, values)):
            if holder is not None:
                self._tags.set(holder.id, {"shortcut": found.key}, self._now())
            self.write(found, values)

    def revise(
        self,
        tag: int,
        wanted: TagChange,
        parent: int | None,
        *,
        taken: Collection[str] = (),
        swap_keys: bool = False,
    ) -> None:
        """Change what is said of a tag, and what it stands under, as one step.

        As ``change`` and ``nest`` do it; a tag that stands there already keeps its place.
        """
        found = self._tags.get(tag)
        values = self._values(found, wanted, taken)
        name, arguments = _named(found, values)
        if not values:
            self.nest(tag, parent)
            return
        if parent != found.parent:
            name = "tags.change"
            arguments = {"tag": values.get("name", found.name)}
        with self._history.step(name, arguments):
            self.change(tag, wanted, taken=taken, swap_keys=swap_keys)
            self.nest(tag, parent)

    def write(self, tag: Tag, values: dict[str, object]) -> None:
        """Write columns of a tag inside a step that is open; other words take a new version.

        Passages of a tag that carries another record now are made to fit.
        """
        if not same_words(str(values.get("definition", tag.definition)), tag.definition):
            values = values | {"definition_version": self._tags.next_definition_version(tag.id)}
        record = RecordKind(str(values.get("record", tag.record)))
        changing = []
        if record is not tag.record:
            changing = self._keeper.refit(self._records.of_tag(tag.id), record)
        self._tags.set(tag.id, values, self._now())
        self._keeper.read_unless_many(changing)

    def nest(self, tag: int, parent: int | None, place: int | None = None) -> None:
        """Put a tag, with all under it, under ``parent`` (``None``: at the top level), as one step.

        ``place`` counts from 0 among those under ``parent``, the tag itself left out; ``None`` is
        the end, where the tag does not stand there already. Raises ``NotAllowed`` when it would
        stand under itself.
        """
        found = self._tags.get(tag)
        if parent == found.parent:
            if place is not None:
                self.move(tag, place)
            return
        tags = self._tags.all()
        name, arguments = "tags.unnest", {"tag": found.name}
        if parent is not None:
            above = self._tags.get(parent)
            name, arguments = "tags.nest", {"tag": found.name, "parent": above.name}
            if tag_trees.makes_circle(tags, tag, parent):
                raise NotAllowed(
                    N_("“{tag}” cannot stand under “{parent}”, which stands under it itself."),
                    tag=found.name,
                    parent=above.name,
                )
        with self._history.step(name, arguments):
            now = self._now()
            self._tags.set(tag, {"parent": parent}, now)
            there = tag_trees.siblings(tags, parent)
            self._tags.set_positions(tag_trees.rearranged(there, found, place), now)

    def move(self, tag: int, place: int) -> None:
        """Put a tag at ``place`` among those it stands beside, itself left out, as one step."""
        found = self._tags.get(tag)
        beside = tag_trees.siblings(self._tags.all(), found.parent)
        with self._history.step("tags.move", {"tag": found.name}):
            positions = tag_trees.rearranged(beside, found, place)
            self._tags.set_positions(positions, self._now())

    def _values(self, tag: Tag, wanted: TagChange, taken: Collection[str]) -> dict[str, object]:
        """Return the columns that would change; raises ``NotAllowed``."""
        values: dict[str, object] = {}
        if wanted.name is not None:
            values["name"] = self._free_name(wanted.name, tag)
        if wanted.colour is not None:
            values["colour"] = colour_of(wanted.colour)
        if wanted.key is not None and as_key(wanted.key) != as_key(tag.key):
            values["shortcut"] = key_of(wanted.key, taken)
        if wanted.definition is not None:
            values["definition"] = definition_of(normalise(wanted.definition).text)
        if wanted.record is not None:
            values["record"] = wanted.record
        standing = columns_of(tag)
        return {column: value for column, value in values.items() if value != standing[column]}

    def _free_name(self, written: str, tag: Tag | None = None) -> str:
        name = tag_name(normalise(written).text)
        known = self._tags.named(name)
        if known is not None and (tag is None or known.id != tag.id):
            raise NotAllowed(N_("There is already a tag “{name}”."), name=name)
        return name


def columns_of(tag: Tag) -> dict[str, object]:
    """Return what a person may change about a tag, as the store calls it."""
    return {
        "name": tag.name,
        "colour": tag.colour,
        "shortcut": tag.key,
        "definition": tag.definition,
        "record": tag.record,
        "parent": tag.parent,
    }


def _named(tag: Tag, values: dict[str, object]) -> tuple[str, dict[str, object]]:
    """Return what the step is called, by what it changes."""
    if values.keys() == {"name"}:
        return "tags.rename", {"old": tag.name, "tag": values["name"]}
    name = "tags.define" if values.keys() == {"definition"} else "tags.change"
    return name, {"tag": values.get("name", tag.name)}
