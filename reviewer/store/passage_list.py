"""The passages table: ids first, in any order, rows when they are shown.

As in ``document_list.py``: every order is an index, and what the filter passes is a set apart.
"""

import json
from collections.abc import Iterable, Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.passages import Anchor, PassageRow, PassageSort, passage_label
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.documents import contains
from reviewer.store.orders import Orders
from reviewer.store.shapes import NUMBER, TEXT, Row, Shape
from reviewer.store.tags import WANTS_ANOTHER_LOOK, TagStore

_HIDDEN = "(SELECT id FROM documents WHERE removed_at <> '')"
_PLACE = 'document, start, "end", id'
_CHOSEN = "(SELECT value FROM json_each(?))"
_NAMING = (
    f"SELECT passage FROM chain_members WHERE actor IN {_CHOSEN} "
    f"UNION ALL SELECT passage FROM roles WHERE actor IN {_CHOSEN}"
)
_ORDERED = {
    PassageSort.PLACE: f"SELECT id FROM passages ORDER BY {_PLACE}",
    PassageSort.WORDS: f"SELECT id FROM passages ORDER BY quote COLLATE NOCASE, {_PLACE}",
    PassageSort.DOCUMENT: (
        "SELECT passages.id FROM documents CROSS JOIN passages "
        "ON passages.document = documents.id "
        "ORDER BY documents.title COLLATE NOCASE, documents.number, documents.id, "
        'passages.document, passages.start, passages."end", passages.id'
    ),
    PassageSort.CREATED: "SELECT id FROM passages ORDER BY created_at, id",
}
_WITH_PLACE = (
    "SELECT passages.id FROM ({}) AS carried JOIN passages ON passages.id = carried.passage "
    'ORDER BY carried.value, passages.document, passages.start, passages."end", passages.id'
)
_CARRIED = {
    PassageSort.LOW: _WITH_PLACE.format(
        "SELECT passage, low AS value FROM figures WHERE low IS NOT NULL"
    ),
    PassageSort.HARM: _WITH_PLACE.format(
        "SELECT passage, harm AS value FROM figures WHERE harm <> ''"
    ),
    PassageSort.EVENT_DATE: _WITH_PLACE.format(
        "SELECT passage, event_date_earliest AS value FROM figures WHERE event_date_edtf <> '' "
        "UNION ALL SELECT passage, event_date_earliest FROM allegations "
        "WHERE event_date_edtf <> ''"
    ),
    PassageSort.SPEAKER: _WITH_PLACE.format(
        "SELECT member.passage, lower(coalesce(actors.name, member.printed)) AS value "
        "FROM chain_members AS member LEFT JOIN actors ON actors.id = member.actor "
        "WHERE member.position = (SELECT max(position) FROM chain_members AS other "
        "WHERE other.passage = member.passage)"
    ),
}
"""Orders by what only some passages carry; the others follow in order of place."""
_ANALYSTS = "SELECT id FROM analysts ORDER BY name COLLATE NOCASE, id"
_ROW = Shape(
    *(NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, TEXT, NUMBER, *[TEXT] * 7),
    *(TEXT, TEXT, NUMBER, NUMBER),
)  # the numbers of documents and passages come before the place


class PassageList:
    """Lists passages of listed documents: for the window's table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._orders = Orders(connection)

    def ids(
        self,
        chosen: PassageFilter | None = None,
        sort: PassageSort = PassageSort.PLACE,
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the passages that pass the filter, in order."""
        ordered = self._in_order(sort)
        if descending:
            ordered.reverse()
        for passing in self._passing(chosen or PassageFilter()):
            ordered = list(filter(passing.__contains__, ordered))
        hidden = self._set(f"SELECT id FROM passages WHERE document IN {_HIDDEN}")
        if chosen is not None and chosen.nobody_checked:  # those that somebody has are few
            hidden |= self._set("SELECT id FROM passages WHERE checked_by IS NOT NULL")
        return [passage for passage in ordered if passage not in hidden] if hidden else ordered

    def listed(self, ids: Sequence[int]) -> dict[int, PassageRow]:
        """Return the table's rows for these passages, by id; raises ``Damaged``."""
        rows = self._connection.rows(
            _ROW,
            "SELECT passages.id, passages.document, documents.number, passages.number, "
            'passages.start, passages."end", passages.quote, passages.tag, tags.name, tags.colour, '
            "documents.title, analysts.name, passages.note, passages.anchor, passages.created_at, "
            "coalesce(checkers.name, ''), passages.checked_at, "
            "passages.checked_by IS NOT NULL AND passages.checked_by <> passages.analyst, "
            f"{WANTS_ANOTHER_LOOK} "
            "FROM passages JOIN documents ON documents.id = passages.document "
            "JOIN tags ON tags.id = passages.tag JOIN analysts ON analysts.id = passages.analyst "
            "LEFT JOIN analysts AS checkers ON checkers.id = passages.checked_by "
            "WHERE passages.id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        )
        return {row[0]: self._listed(row) for row in rows}

    def count(self) -> int:
        """Return how many passages stand in listed documents."""
        every = self._connection.count("SELECT count(*) FROM passages")
        return every - self._connection.count(
            f"SELECT count(*) FROM passages WHERE document IN {_HIDDEN}"
        )

    def _in_order(self, sort: PassageSort) -> list[int]:
        if sort in _ORDERED:
            return self._orders.numbers(_ORDERED[sort])
        if sort in _CARRIED:
            first = self._connection.numbers(_CARRIED[sort])
            carrying = set(first)
            places = self._orders.numbers(_ORDERED[PassageSort.PLACE])
            return first + [passage for passage in places if passage not in carrying]
        if sort is PassageSort.TAG:
            column, groups = "tag", [tag.id for tag in TagStore(self._connection).all()]
        else:
            column, groups = "analyst", self._connection.numbers(_ANALYSTS)
        return [
            passage
            for group in groups
            for passage in self._connection.numbers(
                f"SELECT id FROM passages WHERE {column} = ? ORDER BY {_PLACE}", [group]
            )
        ]

    def _passing(self, chosen: PassageFilter) -> Iterable[set[int]]:
        for column, wanted in (
            ("document", chosen.documents),
            ("tag", chosen.tags),
            ("analyst", chosen.analysts),
            ("checked_by", chosen.checked_by),
        ):
            if wanted:
                yield self._set(
                    f"SELECT id FROM passages WHERE {column} IN (SELECT value FROM json_each(?))",
                    [json.dumps(wanted)],
                )
        yield from self._carrying(chosen)
        if chosen.passages:
            yield set(chosen.passages)
        if chosen.another_look:
            yield self._set(f"SELECT id FROM passages WHERE {WANTS_ANOTHER_LOOK}")
        for word in chosen.words.split():
            yield self._set(
                "SELECT id FROM passages WHERE quote LIKE ?1 ESCAPE '\\' UNION ALL "
                "SELECT id FROM passages WHERE note <> '' AND note LIKE ?1 ESCAPE '\\'",
                [contains(word)],
            )

    def _carrying(self, chosen: PassageFilter) -> Iterable[set[int]]:
        """Give the sets of passages whose records, events and names are as wanted."""
        if chosen.records:
            yield self._set(
                "SELECT passages.id FROM tags JOIN passages ON passages.tag = tags.id "
                f"WHERE tags.record IN {_CHOSEN}",
                [json.dumps(chosen.records)],
            )
        if chosen.events:
            yield self._set(
                f"SELECT passage FROM answers WHERE event IN {_CHOSEN}",
                [json.dumps(chosen.events)],
            )
        if chosen.actors:
            wanted = json.dumps(chosen.actors)
            yield self._set(_NAMING, [wanted, wanted])
        if chosen.unconfirmed:
            yield self._set("SELECT passage FROM readings WHERE judged_by IS NULL")
        if chosen.follow_up:
            yield self._set("SELECT id FROM passages WHERE follow_up = 1")

    def _set(self, sql: str, values: Sequence[object] = ()) -> set[int]:
        return set(self._connection.numbers(sql, values))

    def _listed(self, row: Row) -> PassageRow:
        identity, document, of_document, number, start, end, quote = row[:7]
        tag, tag_name, tag_colour, title, analyst_name, note, anchor, created_at = row[7:15]
        checked_by, checked_at, by_another, another_look = row[15:]
        try:
            return PassageRow(
                id=identity,
                document=document,
                label=passage_label(of_document, number),
                span=Span(start, end),
                quote=quote,
                tag=tag,
                tag_name=tag_name,
                tag_colour=tag_colour,
                document_title=title,
                analyst_name=analyst_name,
                note=note,
                anchor=Anchor(anchor),
                created_at=created_at,
                checked_by=checked_by,
                checked_at=checked_at,
                checked_by_another=bool(by_another),
                another_look=bool(another_look),
            )
        except (ValueError, NotAllowed) as fault:
            raise self._connection.misshapen(f"passage {identity}") from fault
