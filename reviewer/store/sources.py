"""Sources that are known of and not held: documents without a text, which links may name."""

from dataclasses import dataclass
from uuid import uuid4

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.folding import folded_line
from reviewer.domain.links import SourceToFind
from reviewer.store.connection import Connection
from reviewer.store.counters import take_numbers
from reviewer.store.dates import DATE, date_columns, written_date
from reviewer.store.shapes import NUMBER, TEXT, Shape

_SOURCE = Shape(NUMBER, NUMBER, TEXT, TEXT, TEXT, *[TEXT] * 4, NUMBER)

_NAMED = Shape(NUMBER, TEXT, TEXT)


@dataclass(frozen=True, slots=True)
class NewSource:
    """What is known of a source that is not held."""

    title: str
    publisher: str
    author: str
    posted: WrittenDate
    url: str = ""


class SourceStore:
    """Keeps sources not held; in every list of documents they stand as documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, source: NewSource, *, analyst: int, now: str) -> int:
        """Write a source down; returns its document."""
        (number,) = take_numbers(self._connection, "documents")
        values: dict[str, object] = {
            "uid": str(uuid4()),
            "number": number,
            "held": 0,
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "url": source.url,
            "analyst": analyst,
            "created_at": now,
            "modified_at": now,
            **date_columns("posted", source.posted),
        }
        (document,) = self._connection.insert("documents", tuple(values), [tuple(values.values())])
        return document

    def to_find(self) -> list[SourceToFind]:
        """Return every listed source that is not held, the most named first."""
        rows = self._connection.rows(
            _SOURCE,
            f"SELECT id, number, title, publisher, author, {DATE.format('posted')}, "
            "(SELECT count(*) FROM links WHERE links.to_document = documents.id) AS named "
            "FROM documents WHERE held = 0 AND removed_at = '' ORDER BY named DESC, number",
        )
        try:
            return [
                SourceToFind(
                    identity, f"D{number}", title, publisher, author, written_date(*date), links
                )
                for identity, number, title, publisher, author, *date, links in rows
            ]
        except ValueError as fault:
            raise self._connection.misshapen("a document’s date") from fault

    def like(self, folded_title: str, url: str) -> list[int]:
        """Return the listed sources not held that have this title, folded, or this address."""
        rows = self._connection.rows(
            _NAMED, "SELECT id, title, url FROM documents WHERE held = 0 AND removed_at = ''"
        )
        wanted = " ".join(folded_title.split())
        return [
            identity
            for identity, title, address in rows
            if folded_line(title) == wanted or (url and address == url)
        ]

    def arrived(self) -> list[tuple[int, int]]:
        """Return each source that a link names, with a document now held that it seems to be.

        That is one with its title, however spelt, or its address; or the same document.
        """
        named = self._connection.rows(
            _NAMED,
            "SELECT id, title, url FROM documents WHERE removed_at = '' "
            "AND id IN (SELECT to_document FROM links)",
        )
        if not named:
            return []
        titles = {folded_line(title): identity for identity, title, _url in named}
        addresses = {url: identity for identity, _title, url in named if url}
        found = []
        for identity, title, url in self._connection.rows(
            _NAMED, "SELECT id, title, url FROM documents WHERE held = 1 AND removed_at = ''"
        ):
            source = addresses.get(url) or titles.get(folded_line(title))
            if source is not None:
                found.append((source, identity))
        return found

    def take_off(self, document: int, now: str) -> None:
        """Take a source that is not held off the list; nothing is deleted."""
        self._connection.execute(
            "UPDATE documents SET removed_at = ?1, modified_at = ?1 WHERE id = ?2 AND held = 0",
            [now, document],
        )
