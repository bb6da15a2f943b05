"""Links: typed relations from passage to passage, or to a source that is not held.

What stands in a document that was taken off the list is hidden with it, and kept.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.links import (
    Independence,
    Link,
    LinkedEnd,
    LinkType,
    PlacedEnd,
    PlacedLink,
)
from reviewer.domain.passages import passage_label
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, TEXT, Row, Shape

_COLUMNS = (
    "links.id, links.uid, links.type, links.from_passage, links.to_passage, links.to_document, "
    "links.independent, links.note, links.analyst, links.created_at"
)
_LINK = Shape(
    *(NUMBER, TEXT, TEXT, NUMBER, MAYBE_NUMBER, MAYBE_NUMBER, TEXT, TEXT, NUMBER, TEXT),
)
_END = Shape(
    *(NUMBER, TEXT, NUMBER, TEXT, TEXT, MAYBE_NUMBER, NUMBER, NUMBER, MAYBE_NUMBER),
    *(MAYBE_TEXT, TEXT),
)
_PLACED = Shape(*(NUMBER, TEXT), *[NUMBER] * 5, *[MAYBE_NUMBER] * 3)
_KIND = Shape(NUMBER, TEXT, TEXT)
_TYPES = {str(one): one for one in LinkType}  # as an enum's own lookup, in a third of the time
_INDEPENDENCE = {str(one): one for one in Independence}
_CHOSEN = "(SELECT value FROM json_each(?1))"
_HIDDEN = (
    "(SELECT passages.id FROM documents JOIN passages ON passages.document = documents.id "
    "WHERE documents.removed_at <> '')"
)
_SEEN = (
    f"AND from_passage NOT IN {_HIDDEN} AND coalesce(to_passage, 0) NOT IN {_HIDDEN} "
    "AND coalesce(to_document, 0) NOT IN (SELECT id FROM documents WHERE removed_at <> '')"
)
_BOTH_ENDS = (
    "FROM links JOIN passages AS start ON start.id = links.from_passage "
    "LEFT JOIN passages AS stop ON stop.id = links.to_passage "
    "JOIN documents AS left ON left.id = start.document "
    "JOIN documents AS right ON right.id = coalesce(stop.document, links.to_document) "
    "WHERE left.removed_at = '' AND right.removed_at = ''"
)
_OF_DOCUMENT = (
    "(SELECT links.id FROM passages JOIN links ON links.from_passage = passages.id "
    "WHERE passages.document = {0} UNION "
    "SELECT links.id FROM passages JOIN links ON links.to_passage = passages.id "
    "WHERE passages.document = {0} UNION SELECT id FROM links WHERE to_document = {0})"
)


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link about to be written; its ends are in order, and one of the last two is empty."""

    type: LinkType
    from_passage: int
    to_passage: int | None
    to_document: int | None = None
    independent: Independence = Independence.NOT_JUDGED
    note: str = ""


@dataclass(frozen=True, slots=True)
class EndKind:
    """What a passage is to a link: its uid, and which record its tag carries."""

    uid: str
    record: RecordKind


class LinkStore:
    """Keeps links; which may be made is decided above."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, link: NewLink, *, analyst: int, now: str) -> int:
        """Write a link down; returns its id."""
        return self._connection.execute(
            "INSERT INTO links (uid, type, from_passage, to_passage, to_document, independent, "
            "note, analyst, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                str(uuid4()),
                link.type,
                link.from_passage,
                link.to_passage,
                link.to_document,
                link.independent,
                link.note,
                analyst,
                now,
                now,
            ],
        )

    def credit(self, link: int, analyst: int, at: str) -> None:
        """Say who made a link, and when, if not whoever wrote it down."""
        self._connection.execute(
            "UPDATE links SET analyst = ?, created_at = ? WHERE id = ?", [analyst, at, link]
        )

    def get(self, link: int) -> Link:
        """Return one link; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(_LINK, f"SELECT {_COLUMNS} FROM links WHERE id = ?", [link])
        if row is None:
            raise NotFound(N_("There is no such link any more."))
        return self._link(row)

    def all(self) -> list[Link]:
        """Return every link whose ends stand in listed documents, oldest first."""
        rows = self._connection.rows(
            _LINK,
            f"SELECT {_COLUMNS} FROM links WHERE TRUE {_SEEN} ORDER BY id",
        )
        return [self._link(row) for row in rows]

    def touching(self, passages: Sequence[int]) -> list[Link]:
        """Return every link that starts or ends at one of several passages, oldest first.

        What stands in a document off the list is hidden with it.
        """
        rows = self._connection.rows(
            _LINK,
            f"SELECT {_COLUMNS} FROM links WHERE id IN ("
            f"SELECT id FROM links WHERE from_passage IN {_CHOSEN} UNION "
            f"SELECT id FROM links WHERE to_passage IN {_CHOSEN}) {_SEEN} ORDER BY id",
            [json.dumps(list(passages))],
        )
        return [self._link(row) for row in rows]

    def of(self, passage: int) -> list[LinkedEnd]:
        """Return the other ends of a passage's links, in the order they were made."""
        rows = self._connection.rows(
            _END,
            "SELECT links.id, links.type, links.from_passage = ?1, links.independent, links.note, "
            "other.id, right.id, right.number, other.number, other.quote, right.title FROM links "
            "LEFT JOIN passages AS other ON other.id = "
            "CASE links.from_passage WHEN ?1 THEN links.to_passage ELSE links.from_passage END "
            "JOIN documents AS right ON right.id = coalesce(other.document, links.to_document) "
            "WHERE (links.from_passage = ?1 OR links.to_passage = ?1) AND right.removed_at = '' "
            "ORDER BY links.id",
            [passage],
        )
        return [self._end(row) for row in rows]

    def on(self, document: int) -> list[PlacedLink]:
        """Return every link that starts or ends in a document, in the order they were made."""
        return self._placed(f"AND links.id IN {_OF_DOCUMENT.format('?1')}", [document])

    def between(self, document: int, other: int) -> list[PlacedLink]:
        """Return every link from a passage of one of two documents to a passage of the other."""
        return self._placed(
            f"AND links.id IN {_OF_DOCUMENT.format('?1')} "
            f"AND links.id IN {_OF_DOCUMENT.format('?2')} AND (?1 <> ?2 OR left.id = right.id)",
            [document, other],
        )

    def to_document(self, document: int) -> list[Link]:
        """Return the links that name a document as a source, oldest first."""
        rows = self._connection.rows(
            _LINK, f"SELECT {_COLUMNS} FROM links WHERE to_document = ? ORDER BY id", [document]
        )
        return [self._link(row) for row in rows]

    def standing(self, link: NewLink) -> int | None:
        """Return the link that says the very same, if there is one."""
        return self._connection.number(
            "SELECT id FROM links WHERE type = ? AND from_passage = ? AND to_passage IS ? "
            "AND to_document IS ?",
            [link.type, link.from_passage, link.to_passage, link.to_document],
        )

    def leads_back(self, kind: LinkType, start: int, end: int, *, without: int) -> bool:
        """Say whether links of one type lead from ``end``, over any others, to ``start``."""
        found = self._connection.number(
            "WITH RECURSIVE line (passage) AS (SELECT ?2 UNION SELECT links.to_passage "
            "FROM line JOIN links ON links.from_passage = line.passage "
            "WHERE links.type = ?1 AND links.to_passage IS NOT NULL AND links.id <> ?4) "
            "SELECT passage FROM line WHERE passage = ?3",
            [kind, end, start, without],
        )
        return found is not None

    def ends(self, passages: Sequence[int]) -> list[EndKind]:
        """Return what passages are to a link, in the order asked for; raises ``NotFound``."""
        rows = self._connection.rows(
            _KIND,
            "SELECT passages.id, passages.uid, tags.record FROM passages "
            f"JOIN tags ON tags.id = passages.tag WHERE passages.id IN {_CHOSEN}",
            [json.dumps(list(passages))],
        )
        try:
            found = {passage: EndKind(uid, RecordKind(record)) for passage, uid, record in rows}
        except ValueError as fault:
            raise self._connection.misshapen("a tag’s record") from fault
        if not found.keys() >= set(passages):
            raise NotFound(N_("There is no such passage any more."))
        return [found[passage] for passage in passages]

    def set(self, link: int, values: Mapping[str, object], now: str) -> None:
        """Set columns of one link."""
        sets = "".join(f"{column} = ?, " for column in values)
        self._connection.execute(
            f"UPDATE links SET {sets}modified_at = ? WHERE id = ?", [*values.values(), now, link]
        )

    def remove(self, links: Sequence[int]) -> None:
        """Take links away."""
        self._connection.execute(
            f"DELETE FROM links WHERE id IN {_CHOSEN}", [json.dumps(list(links))]
        )

    def _placed(self, where: str, values: Sequence[object]) -> list[PlacedLink]:
        rows = self._connection.rows(
            _PLACED,
            'SELECT links.id, links.type, left.id, start.id, start.start, start."end", right.id, '
            'stop.id, stop.start, stop."end" '
            f"{_BOTH_ENDS} {where} ORDER BY links.id",
            values,
        )
        return [self._placed_link(row) for row in rows]

    def _link(self, row: Row) -> Link:
        identity, uid, kind, start, end, document, independent, note, analyst, created_at = row
        try:
            return Link(
                *(identity, uid, _TYPES[kind], start, end, document),
                *(_INDEPENDENCE[independent], note, analyst, created_at),
            )
        except KeyError as fault:
            raise self._connection.misshapen(f"link {identity}") from fault

    def _end(self, row: Row) -> LinkedEnd:
        identity, kind, outgoing, independent, note, passage, document = row[:7]
        of_document, number, quote, title = row[7:]
        label = f"D{of_document}" if number is None else passage_label(of_document, number)
        try:
            return LinkedEnd(
                link=identity,
                type=LinkType(kind),
                outgoing=bool(outgoing),
                passage=passage,
                document=document,
                label=label,
                quote=quote or "",
                document_title=title,
                independent=Independence(independent),
                note=note,
            )
        except ValueError as fault:
            raise self._connection.misshapen(f"link {identity}") from fault

    def _placed_link(self, row: Row) -> PlacedLink:
        identity, kind, left, start, first, last, right, stop, begins, ends = row
        try:
            end = PlacedEnd(right)
            if stop is not None:
                end = PlacedEnd(right, stop, Span(begins, ends))
            return PlacedLink(
                identity, LinkType(kind), PlacedEnd(left, start, Span(first, last)), end
            )
        except (ValueError, TypeError, NotAllowed) as fault:
            raise self._connection.misshapen(f"link {identity}") from fault
