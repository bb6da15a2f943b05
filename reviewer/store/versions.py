"""Versions of a document's text, and where its passages stood in those before."""

import json
from collections.abc import Collection, Sequence

from reviewer.domain.anchors import Anchor as Anchored
from reviewer.domain.errors import NotAllowed
from reviewer.domain.passages import Anchor
from reviewer.domain.spans import Span
from reviewer.domain.versions import CarriedBy, Version, VersionPlace
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_TEXT, NUMBER, TEXT, Row, Shape
from reviewer.store.uids import new_uids

_VERSION = Shape(NUMBER, NUMBER, TEXT, TEXT, TEXT, NUMBER, TEXT, NUMBER, NUMBER, TEXT)
_PLACE = Shape(NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, TEXT, TEXT, TEXT, MAYBE_TEXT)
_HELD = Shape(NUMBER, TEXT, TEXT, TEXT)
_PLACES = (
    "SELECT version_places.id, passage, from_text, from_start, from_end, from_quote, by_what, "
    "looked_at, analysts.name FROM version_places "
    "LEFT JOIN analysts ON analysts.id = looked_at_by "
)


class VersionStore:
    """Keeps which text came after which, and what became of the passages."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, document: int) -> list[Version]:
        """Return every version of a document's text, the first one first."""
        rows = self._connection.rows(
            _VERSION,
            "SELECT texts.id, version, texts.created_at, texts.reason, importer, length, sha256, "
            "original, texts.words, part "
            "FROM documents JOIN texts ON texts.document_uid = documents.uid "
            "WHERE documents.id = ? ORDER BY version",
            [document],
        )
        return [Version(*row) for row in rows]

    def held(
        self, urls: Collection[str], names: Collection[str]
    ) -> list[tuple[int, str, str, str]]:
        """Return listed documents that have a text, and one of these addresses or original names.

        Each with its address, its original name and the SHA-256 of its text, by number.
        """
        return self._connection.rows(
            _HELD,
            "SELECT documents.id, url, original_name, texts.sha256 FROM documents "
            "JOIN texts ON texts.id = documents.text WHERE removed_at = '' AND ("
            "url <> '' AND url IN (SELECT value FROM json_each(?)) "
            "OR original_name IN (SELECT value FROM json_each(?))) ORDER BY documents.number",
            [json.dumps(list(urls)), json.dumps(list(names))],
        )

    def put(self, document: int, values: dict[str, object], now: str) -> None:
        """Let a document have another text, words, name and kind of file."""
        names = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(
            f"UPDATE documents SET {names}, modified_at = ? WHERE id = ?",
            [*values.values(), now, document],
        )

    def place(
        self, passage: int, text: int, span: Span, anchored: Anchored, anchor: Anchor, now: str
    ) -> None:
        """Put a passage at a place of a newer text, with the words kept for it.

        What was checked stays checked: the words are the same, or the place is not certain.
        """
        self._connection.execute(
            'UPDATE passages SET text = ?, start = ?, "end" = ?, quote = ?, prefix = ?, '
            "suffix = ?, anchor = ?, modified_at = ? WHERE id = ?",
            [text, span.start, span.end, *anchored, anchor, now, passage],
        )

    def shift(self, passage: int, by: int) -> None:
        """Let what was read in a passage, and its number, move along with it, ``by`` characters."""
        self._connection.execute(
            'UPDATE readings SET start = start + ?1, "end" = "end" + ?1 '
            "WHERE start IS NOT NULL AND passage = ?2 AND ?1 <> 0",
            [by, passage],
        )
        self._connection.execute(
            "UPDATE figures SET number_start = number_start + ?1, number_end = number_end + ?1 "
            "WHERE number_start IS NOT NULL AND passage = ?2 AND ?1 <> 0",
            [by, passage],
        )

    def unplace(self, passage: int) -> None:
        """Let what was read in a passage, and its number, stand nowhere: its words are not sure."""
        self._connection.execute(
            'UPDATE readings SET start = NULL, "end" = NULL '
            "WHERE start IS NOT NULL AND passage = ?",
            [passage],
        )
        self._connection.execute(
            "UPDATE figures SET number_start = NULL, number_end = NULL "
            "WHERE number_start IS NOT NULL AND passage = ?",
            [passage],
        )

    def add(
        self,
        stood: Sequence[tuple[int, int, Span, str, CarriedBy]],
        *,
        analyst: int,
        now: str,
    ) -> None:
        """Write down where passages stood: each passage, its text, span and words of before."""
        self._connection.insert(
            "version_places",
            (
                *("uid", "passage", "from_text", "from_start", "from_end", "from_quote"),
                *("by_what", "analyst", "created_at", "modified_at"),
            ),
            [
                (uid, passage, text, span.start, span.end, quote, by, analyst, now, now)
                for uid, (passage, text, span, quote, by) in zip(
                    new_uids(len(stood)), stood, strict=True
                )
            ],
        )

    def to_look_at(self, document: int | None = None) -> list[VersionPlace]:
        """Return the places nobody has looked at yet, of one document or all, in order of place.

        Those of unchanged lines need no look.
        """
        return self._places(
            "JOIN passages ON passages.id = passage "
            "JOIN documents ON documents.id = passages.document AND documents.removed_at = '' "
            "WHERE looked_at_by IS NULL AND by_what <> 'place' "
            "AND passages.document = ifnull(?, passages.document) "
            "ORDER BY passages.document, passages.start, version_places.id",
            [document],
        )

    def standing_in(self, text: int) -> list[VersionPlace]:
        """Return where passages stood in an older text, in order of place."""
        return self._places("WHERE from_text = ? ORDER BY from_start, from_end, 1", [text])

    def looked_at(self, passage: int, analyst: int, now: str, by: CarriedBy | None = None) -> None:
        """Say that somebody looked at where a passage stands now, or put it there (``by``)."""
        self._connection.execute(
            "UPDATE version_places SET looked_at_by = ?, looked_at = ?, "
            "by_what = ifnull(?, by_what), modified_at = ? "
            "WHERE looked_at_by IS NULL AND by_what <> 'place' AND passage = ?",
            [analyst, now, by, now, passage],
        )

    def _places(self, where: str, values: Sequence[object]) -> list[VersionPlace]:
        rows = self._connection.rows(_PLACE, _PLACES + where, values)
        return [self._read(row) for row in rows]

    def _read(self, row: Row) -> VersionPlace:
        identity, passage, text, start, end, quote, by, at, who = row
        try:
            return VersionPlace(
                identity, passage, text, Span(start, end), quote, CarriedBy(by), at, who or ""
            )
        except (ValueError, NotAllowed) as fault:
            raise self._connection.misshapen(f"an older place of passage {passage}") from fault
