"""Documents and passages as sources and selections of the REFI-QDA standard, and notes on them.

A text is the document's own, UTF-8, without a byte order mark, LF for the end of a line. Positions
are code points (§10.2 of the standard), from 0, the end being the first character behind.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.domain.refi import STATEMENT, TRANSLATION
from reviewer.exporters.interchange.refi_cases import Cases, Variables, held_values
from reviewer.exporters.interchange.refi_xml import (
    Pile,
    attribute,
    guid,
    made,
    moment,
    short_name,
    text,
)
from reviewer.exporters.project_lines import passage_row
from reviewer.exporters.tables import Row
from reviewer.exporters.tables.columns import Parts

_NOTE = "Note"
_OF_TRANSLATION = ("translation_language", "translator")


@dataclass
class Users:
    """Whoever did something in a file."""

    _guids: dict[str, str] = field(default_factory=dict)

    def guid(self, name: str) -> str:
        """Return the guid of an analyst, who is written down."""
        if name not in self._guids:
            self._guids[name] = made("user", name)
        return self._guids[name]

    def did(self, name: str, when: str) -> str:
        """Return the attributes that say who did something, and when."""
        user = f' creatingUser="{self.guid(name)}"' if name else ""
        return user + moment("creationDateTime", when)

    def element(self) -> str:
        """Return ``Users``; nothing where there is none."""
        lines = (
            f'<User guid="{key}" name="{attribute(name)}"/>\n' for name, key in self._guids.items()
        )
        return f"<Users>\n{''.join(lines)}</Users>\n" if self._guids else ""


@dataclass
class Notes:
    """Notes, statements and translations."""

    variables: Variables
    pile: Pile = field(default_factory=Pile)

    def add(self, key: str, name: str, told: str, who: str, *, row: str, more: Row = {}) -> str:  # noqa: B006
        """Put a note down; returns a reference to it. ``more`` are values of a ``row``."""
        values = self.variables.values(row, more) if more else ""
        self.pile.add(
            f'<Note guid="{key}" name="{name}"{who}>'
            f"<PlainTextContent>{text(told)}</PlainTextContent>{values}</Note>\n"
        )
        return f'<NoteRef targetGUID="{key}"/>'


@dataclass
class Sources:
    """The documents with their passages, one after another."""

    users: Users
    notes: Notes
    cases: Cases
    tags: dict[str, str]
    ends: dict[str, str]
    """Which passages links lead to, by label; their guids are filled in."""
    pile: Pile = field(default_factory=Pile)
    passages: int = 0
    elsewhere: int = 0
    """How many passages have words that do not stand at their place."""
    _names: set[str] = field(default_factory=set)

    def add(self, uid: str, name: str, held: Row, words: str, parts: Iterable[Parts]) -> str:
        """Write a document; returns the guid by which its text is to be kept.

        ``name`` is that of the file it came in, ``words`` its text.
        """
        key = guid(uid)
        title = str(held.get("title") or name or key)
        if title in self._names:
            title = f"{title} ({key[:8]})"
        self._names.add(title)
        self.pile.add(
            f'<TextSource guid="{key}" name="{attribute(title)}"'
            f' plainTextPath="internal://{key}.txt">\n'
        )
        for part in parts:
            self.pile.add(self._selection(part, words))
        values = {**held_values(held), **({"original_name": name} if name else {})}
        self.pile.add(self.cases.variables.values("document", values) + "</TextSource>\n")
        return key

    def _selection(self, part: Parts, words: str) -> str:
        passage = part.passage
        self.passages += 1
        key = guid(passage.uid)
        if passage.label in self.ends:
            self.ends[passage.label] = key
        stands = passage.span.of(words) == passage.quote
        self.elsewhere += not stands
        row = passage_row(part)
        short = self.cases.passage(key, passage.label, row, "" if stands else passage.quote)
        did = self.users.did(passage.analyst, passage.created_at)
        modified = moment("modifiedDateTime", passage.modified_at)
        told = f"<Description>{text(short)}</Description>" if short else ""
        start, end = passage.span.start, passage.span.end
        return (
            f'<PlainTextSelection guid="{key}" name="{short_name(passage.quote)}"'
            f' startPosition="{start}" endPosition="{end}"{did}{modified}>{told}'
            f'<Coding guid="{made("coding", key)}"{did}>'
            f'<CodeRef targetGUID="{self.tags[passage.tag]}"/></Coding>'
            f"{self._notes(key, row, did)}</PlainTextSelection>\n"
        )

    def _notes(self, key: str, row: Row, who: str) -> str:
        refs = ""
        for name, kept in ((_NOTE, "note"), (STATEMENT, "statement"), (TRANSLATION, "translation")):
            told = row.get(kept)
            if told:
                more = {one: row[one] for one in _OF_TRANSLATION if row.get(one)}
                more = more if name == TRANSLATION else {}
                note = made(kept, key)
                refs += self.notes.add(note, name, str(told), who, row="passage", more=more)
        return refs
