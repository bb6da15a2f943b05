"""Notes of a REFI-QDA project -> notes, statements and translations of passages and documents."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.domain.refi import STATEMENT, TRANSLATION, unescaped
from reviewer.importers.interchange.refi.refi_parts import RefiParts, TextPart
from reviewer.importers.interchange.refi.refi_rows import Row, rows_of

_PLAIN = "Note"


@dataclass(slots=True)
class RefiNotes:
    """The notes by guid; ``used`` are those that found their place."""

    notes: dict[str, TextPart]
    texts: dict[str, str]
    users: dict[str, str]
    ours: bool
    linked: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    used: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, parts: RefiParts, texts: dict[str, str], *, ours: bool) -> "RefiNotes":
        """Return the notes of a project; links tie some of them to what they are on.

        ``texts`` are the words of notes that lie in files of their own.
        """
        found = cls(parts.notes, texts, parts.users, ours)
        for link in parts.links:
            if link.start in parts.notes:
                found.linked[link.end].append(link.start)
            elif link.end in parts.notes:
                found.linked[link.start].append(link.end)
        return found

    def words(self, guids: Iterable[str], *more: str) -> str:
        """Return all notes together, each once, with what else is said."""
        several = [*more, *(self._told(guid) for guid in dict.fromkeys(guids))]
        return "\n\n".join(dict.fromkeys(filter(None, (one.strip() for one in several))))

    def on(self, guid: str, guids: Iterable[str]) -> list[str]:
        """Return the notes that something refers to, and those that links tie to it."""
        return [*guids, *self.linked.get(guid, ())]

    def of_passage(self, guids: Iterable[str], *more: str) -> Row:
        """Return what notes say of a passage; in a file of ours, what kind each is."""
        if not self.ours:
            return {"note": self.words(guids, *more)}
        row: Row = {}
        for guid in dict.fromkeys(guids):
            note = self.notes.get(guid)
            if note is None:
                continue
            key = {STATEMENT: "statement", TRANSLATION: "translation"}.get(note.name, "note")
            row[key] = self._told(guid)
            row |= rows_of(note.values).get("passage", {})
        return row

    def of_link(self, guids: Iterable[str]) -> Row:
        """Return what notes say of a link."""
        row: Row = {}
        for guid in guids:
            note = self.notes.get(guid)
            if note is not None:
                row |= {"note": self._told(guid), **rows_of(note.values).get("link", {})}
                row |= work_of(self.users.get(note.user, ""), note.created)
        return row

    def _told(self, guid: str) -> str:
        note = self.notes.get(guid)
        if note is None:
            return ""
        self.used.add(guid)
        words = self.texts.get(guid, "") if note.content is None else note.content
        if self.ours:
            return unescaped(words)
        title = note.name if note.name != _PLAIN and note.name.strip() not in words else ""
        return "\n".join(filter(None, (title, words.strip(), note.description.strip())))


def work_of(name: str, when: str) -> Row:
    """Return who did something and when; nothing where nobody is named."""
    if not name.strip():
        return {}
    return {"analyst": name, **({"created": when} if when else {})}
