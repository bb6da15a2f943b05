"""The document list: ids first, in any order, rows when they are shown.

Every order is an index, so that a hundred thousand documents are sorted without reading one of
them. What the filter passes and what was taken off the list are sets, kept apart from the order:
their cost does not depend on how the list is sorted. Sources that are not held have no words to
read and are not in this list; they stand among the sources to find.
"""

import json
import re
from collections.abc import Sequence

from reviewer.domain.documents import (
    DATE_FIELDS,
    DocumentFilter,
    DocumentRow,
    DocumentSort,
    ReviewStatus,
)
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE, written_date
from reviewer.store.documents import LISTED, contains
from reviewer.store.orders import Orders
from reviewer.store.shapes import NUMBER, PAIRS, TEXT, Row, Shape

SOURCE = "CASE WHEN publisher <> '' THEN publisher ELSE author END"
_COLUMNS = {
    DocumentSort.NUMBER: "number",
    DocumentSort.TITLE: "title COLLATE NOCASE",
    DocumentSort.POSTED: "posted_earliest",
    DocumentSort.SOURCE: f"({SOURCE}) COLLATE NOCASE",
    DocumentSort.WORDS: "words",
    DocumentSort.SECOND_LOOK: "second_look",
    DocumentSort.ORIGIN: "origin_group",
    DocumentSort.AUTHOR: "author COLLATE NOCASE",
    DocumentSort.LANGUAGE: "language",
    DocumentSort.KIND: "media_type",
    DocumentSort.CAME_WITH: "inside",
    DocumentSort.CAPTURED: "captured_earliest",
    DocumentSort.IMPORTED: "imported_at",
}
_MAY_BE_EMPTY = (
    *(DocumentSort.POSTED, DocumentSort.SOURCE, DocumentSort.ORIGIN, DocumentSort.AUTHOR),
    *(DocumentSort.LANGUAGE, DocumentSort.CAME_WITH, DocumentSort.CAPTURED),
)
_PARENT = (
    "coalesce((SELECT mails.number FROM documents AS mails WHERE mails.id = documents.parent), 0)"
)
_VALUES = {
    **{name: name for name in ("publisher", "author", "language", "media_type", "inside")},
    "imported": "substr(imported_at, 1, 10)",
    "parent": f"CAST({_PARENT} AS TEXT)",
}
_MOST_VALUES = 40
_SEARCHED = ("title", "publisher", "author", "original_name")
_LABEL = "'D' || number"
_OF_A_LABEL = re.compile("[Dd]?[0-9]*")
_SHARING = (
    "(SELECT json_group_array(number) FROM (SELECT others.number FROM documents AS others "
    "WHERE others.origin_group = documents.origin_group AND others.origin_group <> '' "
    "AND others.id <> documents.id AND others.removed_at = '' ORDER BY others.number))"
)
_ROW = Shape(
    *(NUMBER, NUMBER, TEXT, *[TEXT] * 4, TEXT, NUMBER, NUMBER, TEXT, NUMBER, NUMBER, TEXT),
    *(*[TEXT] * 4, NUMBER, *[TEXT] * 4, TEXT),
)  # a date has four parts
_COUNT = Shape(TEXT, NUMBER)


class DocumentList:
    """Lists documents: the same for the window's list and the command line."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._orders = Orders(connection)

    def ids(
        self,
        chosen: DocumentFilter | None = None,
        sort: DocumentSort = DocumentSort.NUMBER,
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the listed documents that pass the filter, in order.

        An empty value stands last whichever way the list is turned: it is unknown, not small.
        """
        known, unknown = self._in_order(sort)
        if descending:
            known.reverse()
            unknown.reverse()
        ordered = known + unknown
        passing = self._passing(chosen or DocumentFilter())
        if passing is not None:
            return list(filter(passing.__contains__, ordered))
        left_out = set(
            self._connection.numbers(
                "SELECT id FROM documents WHERE removed_at <> '' "
                "UNION SELECT id FROM documents WHERE text IS NULL"
            )
        )
        return [document for document in ordered if document not in left_out]

    def listed(self, ids: Sequence[int]) -> dict[int, DocumentRow]:
        """Return the list's rows for these documents, by id; raises ``Damaged``."""
        rows = self._connection.rows(
            _ROW,
            f"SELECT id, number, title, {DATE.format('posted')}, {SOURCE}, words, "
            "(SELECT count(*) FROM passages WHERE passages.document = documents.id), "
            f"review_status, second_look, held, {_SHARING}, author, language, media_type, inside, "
            f"{_PARENT}, {DATE.format('captured')}, imported_at FROM documents "
            "WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        )
        return {row[0]: self._listed(row) for row in rows}

    def count(self) -> int:
        """Return how many documents are listed."""
        return sum(self.counts_by_status().values())

    def counts_by_status(self) -> dict[ReviewStatus, int]:
        """Return how many listed documents have each review status."""
        found, not_held = self._by_review_status(), self._by_review_status("AND text IS NULL")
        return {status: found[status] - not_held[status] for status in ReviewStatus}

    def _by_review_status(self, which: str = "") -> dict[ReviewStatus, int]:
        rows = self._connection.rows(
            _COUNT,
            f"SELECT review_status, count(*) FROM documents WHERE {LISTED} {which} "
            "GROUP BY review_status",
        )
        found: dict[str, int] = dict(rows)
        return {status: found.get(status.value, 0) for status in ReviewStatus}

    def values(self, field: str) -> list[tuple[str, int]]:
        """Return the commonest values of one of ``FILTERED_FIELDS``, with how many have each."""
        column = _VALUES[field]
        rows = self._connection.rows(
            _COUNT,
            f"SELECT {column} AS value, count(*) FROM documents WHERE {LISTED} "
            f"AND text IS NOT NULL AND value NOT IN ('', '0') GROUP BY value "
            "ORDER BY count(*) DESC, value LIMIT ?",
            [_MOST_VALUES],
        )
        return [(value, count) for value, count in rows]

    def reasons(self) -> list[str]:
        """Return the reasons documents were set aside for, the most used first."""
        rows = self._connection.rows(
            _COUNT,
            f"SELECT set_aside_reason, count(*) FROM documents WHERE {LISTED} "
            "AND review_status = 'set_aside' AND set_aside_reason <> '' "
            "GROUP BY set_aside_reason ORDER BY count(*) DESC, set_aside_reason",
        )
        return [reason for reason, _count in rows]

    def _in_order(self, sort: DocumentSort) -> tuple[list[int], list[int]]:
        """Return every document in order, and apart from them those whose value is empty."""
        if sort is DocumentSort.PASSAGES:
            return self._by_passages(), []
        if sort is DocumentSort.REVIEW_STATUS:
            return self._by_status(), []
        column = _COLUMNS[sort]
        if sort not in _MAY_BE_EMPTY:
            return self._ordered(f"ORDER BY {column}, number"), []
        return (
            self._ordered(f"WHERE {column} > '' ORDER BY {column}, number"),
            self._ordered(f"WHERE {column} = '' ORDER BY number"),
        )

    def _ordered(self, rest: str) -> list[int]:
        return self._orders.numbers(f"SELECT id FROM documents {rest}")

    def _sorted(self, rest: str, values: Sequence[object] = ()) -> list[int]:
        return self._connection.numbers(f"SELECT id FROM documents {rest}", values)

    def _by_passages(self) -> list[int]:
        counted: dict[int, int] = dict(
            self._connection.rows(
                PAIRS, "SELECT document, count(*) FROM passages GROUP BY document"
            )
        )
        return sorted(
            self._sorted("ORDER BY number"), key=lambda document: counted.get(document, 0)
        )

    def _by_status(self) -> list[int]:
        return [
            document
            for status in ReviewStatus
            for document in self._sorted(
                f"WHERE {LISTED} AND review_status = ? ORDER BY number", [status]
            )
        ]

    def _passing(self, chosen: DocumentFilter) -> set[int] | None:
        conditions, values = _conditions(chosen)
        if not conditions:
            return None
        where = " AND ".join([LISTED, "text IS NOT NULL", *conditions])
        return set(self._sorted(f"WHERE {where}", values))

    def _listed(self, row: Row) -> DocumentRow:
        identity, number, title = row[:3]
        source, words, passages, status, look, held, others = row[7:14]
        author, language, media_type, inside, parent = row[14:19]
        try:
            return DocumentRow(
                id=identity,
                number=number,
                title=title,
                posted=written_date(*row[3:7]),
                source=source,
                words=words,
                passages=passages,
                review_status=ReviewStatus(status),
                second_look=bool(look),
                held=bool(held),
                origin=tuple(json.loads(others)),
                author=author,
                language=language,
                media_type=media_type,
                inside=inside,
                parent=parent,
                captured=written_date(*row[19:23]),
                imported_at=row[23],
            )
        except ValueError as fault:
            raise self._connection.misshapen(f"document {identity}") from fault


def _conditions(chosen: DocumentFilter) -> tuple[list[str], list[object]]:
    conditions, values = list[str](), list[object]()
    for word in chosen.words.split():
        columns = (*_SEARCHED, _LABEL) if _OF_A_LABEL.fullmatch(word) else _SEARCHED
        found = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns)
        conditions.append(f"({found})")
        values += [contains(word)] * len(columns)
    if chosen.statuses:
        conditions.append(f"review_status IN ({', '.join('?' * len(chosen.statuses))})")
        values += chosen.statuses
    if chosen.second_look:
        conditions.append("second_look = 1")
    if chosen.shared_origin:
        conditions.append("origin_group <> ''")
    for name, value in chosen.known:
        conditions.append(f"{_VALUES[name]} = ?")
        values.append(value)
    if chosen.unsettled_dates:
        unsettled = " OR ".join(f"{field}_basis = 'ambiguous'" for field in DATE_FIELDS)
        conditions.append(f"({unsettled})")
    return conditions, values
