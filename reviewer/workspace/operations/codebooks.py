"""Whole codebooks: sent out, looked at beside the project's own, taken in as one step."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reviewer.domain.codebooks import (
    Codebook,
    Complaint,
    Entry,
    Meeting,
    Preview,
    Standing,
    compared,
    entries_of,
    same_name,
)
from reviewer.domain.errors import NotAllowed
from reviewer.domain.tag_trees import without_circles
from reviewer.domain.tags import NewTag, Tag, next_colour
from reviewer.domain.words import N_
from reviewer.exporters import codebooks as exporting
from reviewer.exporters.codebooks import CodebookExporter
from reviewer.importers import codebook as importing
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.operations.starters import STARTERS, Starter, starter
from reviewer.workspace.operations.tags import TagOperations

_COLUMNS = {
    "name": "name",
    "colour": "colour",
    "key": "shortcut",
    "definition": "definition",
    "record": "record",
}


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The tags that taking a codebook in made and changed, and what of them was passed over."""

    added: tuple[int, ...]
    updated: tuple[int, ...]
    complaints: tuple[Complaint, ...]


class CodebookOperations:
    """The codebook of an open project as a whole."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        tags: TagOperations,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._tags = project.tags
        self._history = history
        self._operations = tags
        self._analyst = analyst
        self._now = now

    def formats(self) -> list[CodebookExporter]:
        """Return every format a codebook can be written in."""
        return exporting.all_formats()

    def suffixes(self) -> tuple[str, ...]:
        """Return the endings of files that can be read as codebooks, such as ``.csv``."""
        return importing.suffixes()

    def write(self, key: str, target: IO[bytes]) -> int:
        """Write the codebook in a format; returns how many tags. Raises ``NotFound``."""
        tags = self._tags.all()
        exporting.named(key).write(entries_of(tags), target)
        return len(tags)

    def read(self, path: Path) -> Codebook:
        """Read a codebook's file; changes nothing. Raises ``Unreadable``."""
        return importing.read_file(path)

    def preview(self, codebook: Codebook, *, taken: Collection[str] = ()) -> Preview:
        """Return what is new in a codebook, what is there already, and what differs.

        ``taken`` are keys that commands use.
        """
        return compared(codebook, self._tags.all(), taken)

    def take_in(
        self, codebook: Codebook, update: Collection[int] = (), *, taken: Collection[str] = ()
    ) -> TakenIn:
        """Add the tags that are new, and change those of ``update`` that differ, as one step.

        ``update`` are tags of the project. Other words of a definition are another version of it.
        """
        arguments = {"name": codebook.name}
        with self._history.step("codebooks.take_in", arguments):
            return self._take_in(self.preview(codebook, taken=taken), update)

    def starters(self) -> tuple[Starter, ...]:
        """Return the codebooks that come with the program."""
        return STARTERS

    def add_starter(self, key: str, *, taken: Collection[str] = ()) -> TakenIn:
        """Add a starter codebook as one step; tags whose names exist are kept as they are.

        Raises ``NotFound`` when there is no such starter.
        """
        found = starter(key)
        (title,) = [one.title for one in STARTERS if one.key == key]
        with self._history.step("codebooks.add_starter", {"name": title}):
            return self._take_in(self.preview(found, taken=taken), ())

    def _take_in(self, preview: Preview, update: Collection[int]) -> TakenIn:
        before = self._tags.all()
        ids = {same_name(tag.name): tag.id for tag in before}
        added: dict[int, Entry] = {}
        updated: dict[int, Entry] = {}
        for meeting in preview.meetings:
            entry, tag = meeting.entry, meeting.tag
            if tag is None:
                made = self._add(entry, len(before) + len(added))
                added[made] = entry
            else:
                made = tag.id
                if made in update and meeting.standing is Standing.DIFFERS:
                    self._update(tag, meeting)
                    updated[made] = entry
            ids[same_name(entry.name)] = made
        standing = {tag.id: tag.parent for tag in before}
        problems = self._nest({**added, **updated}, ids, standing)
        left = {one.entry.place for one in preview.meetings} - {
            entry.place for entry in (*added.values(), *updated.values())
        }
        told = [one for one in preview.complaints if one.place not in left]
        return TakenIn(tuple(added), tuple(updated), (*told, *problems))

    def _add(self, entry: Entry, count: int) -> int:
        new = NewTag(
            entry.name,
            entry.colour or next_colour(count),
            entry.key,
            entry.definition,
            entry.record,
            uid=entry.uid,
        )
        return self._tags.add(new, analyst=self._analyst(), now=self._now())

    def _update(self, tag: Tag, meeting: Meeting) -> None:
        values = {
            _COLUMNS[column]: getattr(meeting.entry, column)
            for column in meeting.differs
            if column in _COLUMNS
        }
        if values:
            self._operations.write(tag, values)

    def _nest(
        self,
        entries: Mapping[int, Entry],
        ids: Mapping[str, int],
        standing: Mapping[int, int | None],
    ) -> Iterable[Complaint]:
        """Put tags under the parents their entries name, where that closes no circle."""
        wanted = {
            tag: ids[same_name(entry.parent)] if entry.parent else None
            for tag, entry in entries.items()
            if "parent" in entry.said
        }
        complaints = []
        for tag, parent in without_circles(wanted, standing).items():
            if parent != wanted[tag]:
                entry = entries[tag]
                problem = NotAllowed(_CIRCLE, tag=entry.name, parent=entry.parent)
                complaints.append(Complaint(entry.place, problem))
            elif parent != standing.get(tag):
                self._tags.set(tag, {"parent": parent}, self._now())
        return complaints


_CIRCLE = N_("“{tag}” cannot stand under “{parent}”, which stands under it itself.")
