"""Passages as what somebody says: who, when, and what they answer to; read in bulk.

A field's value is what an analyst entered; where nothing is, what a rule read there and nobody
judged. What stands in a document that was taken off the list is left out.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from reviewer.domain.badges import Said
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.folding import folded_line
from reviewer.domain.passages import passage_label
from reviewer.domain.record_values import date_read
from reviewer.domain.records import chain_read
from reviewer.domain.responses import ResponseKind
from reviewer.domain.tags import RecordKind
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE, written_date
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, PAIRS, TEXT, Row, Shape

NO_READINGS: Mapping[str, str] = {}

_SAID = Shape(NUMBER, NUMBER, TEXT, MAYBE_TEXT, *[TEXT] * 9)
_SPEAKER = Shape(NUMBER, MAYBE_NUMBER, TEXT, MAYBE_TEXT)
_STATEMENT = Shape(NUMBER, NUMBER, NUMBER, *[TEXT] * 8)
_READ = Shape(NUMBER, TEXT, TEXT)
_NAMED = Shape(TEXT, NUMBER, TEXT)
_CHOSEN = "(SELECT value FROM json_each(?1))"
_HIDDEN = "(SELECT id FROM documents WHERE removed_at <> '')"
_LISTED = "JOIN documents ON documents.id = passages.document AND documents.removed_at = ''"
_RECORDS = (
    "LEFT JOIN figures ON figures.passage = passages.id "
    "LEFT JOIN allegations ON allegations.passage = passages.id "
    "LEFT JOIN responses ON responses.passage = passages.id"
)
_PARTS = ("words", "edtf", "basis", "evidence")
_SAID_ON = ", ".join(
    f"coalesce(figures.said_on_{part}, allegations.statement_{part}, "
    f"responses.statement_{part}, '')"
    for part in _PARTS
)
_HAPPENED = ", ".join(
    f"coalesce(figures.event_date_{part}, allegations.event_date_{part}, '')" for part in _PARTS
)


class Statement(NamedTuple):
    """A passage with its short number, when it is said to have happened, and when it was said."""

    passage: int
    label: str
    happened: WrittenDate
    said: WrittenDate


class Speaker(NamedTuple):
    """The last member of a chain: an actor, and the actor's name or the words printed."""

    actor: int | None
    words: str


NOBODY = Speaker(None, "")


class SpeechStore:
    """Reads who says what and when, of a few passages or of all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def said(self, passages: Collection[int]) -> dict[int, Said]:
        """Return passages as something somebody says, those of listed documents."""
        chosen = json.dumps(list(passages))
        rows = self._connection.rows(
            _SAID,
            "SELECT passages.id, passages.document, tags.record, responses.response_kind, "
            f"{_SAID_ON}, {DATE.format('posted')}, documents.origin_group FROM passages "
            f"JOIN tags ON tags.id = passages.tag {_LISTED} "
            f"{_RECORDS} WHERE passages.id IN {_CHOSEN}",
            [chosen],
        )
        speakers = self._speakers(chosen)
        read = unjudged(self._connection, chosen, ("response_kind", "statement", "said_on"))
        try:
            return {
                row[0]: _said(row, speakers.get(row[0], NOBODY), read.get(row[0], NO_READINGS))
                for row in rows
            }
        except ValueError as fault:
            raise self._connection.misshapen("a passage’s details") from fault

    def tags(self) -> dict[int, int]:
        """Return the tag of every passage of listed documents."""
        return dict(
            self._connection.rows(
                PAIRS, f"SELECT id, tag FROM passages WHERE document NOT IN {_HIDDEN}"
            )
        )

    def statements(self, passages: Collection[int]) -> list[Statement]:
        """Return when passages were said, and when they say that it happened, by place."""
        chosen = json.dumps(list(passages))
        read = unjudged(self._connection, chosen, ("event_date", "statement", "said_on"))
        found = []
        rows = self._connection.rows(
            _STATEMENT,
            "SELECT passages.id, documents.number, passages.number, "
            f"{_HAPPENED}, {_SAID_ON} FROM passages {_LISTED} "
            f"{_RECORDS} WHERE passages.id IN {_CHOSEN} "
            'ORDER BY documents.number, passages.start, passages."end", passages.id',
            [chosen],
        )
        try:
            for passage, document, number, *dates in rows:
                words = read.get(passage, NO_READINGS)
                happened = date_of(dates[:4], words.get("event_date"))
                said = date_of(dates[4:], words.get("said_on") or words.get("statement"))
                found.append(Statement(passage, passage_label(document, number), happened, said))
        except ValueError as fault:
            raise self._connection.misshapen("a passage’s date") from fault
        return found

    def speakers(self, passages: Collection[int]) -> dict[int, Speaker]:
        """Return the speaker of each passage that has one, entered or read."""
        return self._speakers(json.dumps(list(passages)))

    def _speakers(self, chosen: str) -> dict[int, Speaker]:
        found = self._known_again(self._read_speakers(chosen))
        # With max() SQLite takes the other columns from the row that has it.
        for passage, actor, printed, name in self._connection.rows(
            _SPEAKER,
            "SELECT passage, actor, printed, actors.name FROM (SELECT passage, actor, printed, "
            f"max(position) FROM chain_members WHERE passage IN {_CHOSEN} GROUP BY passage) "
            "LEFT JOIN actors ON actors.id = actor",
            [chosen],
        ):
            found[passage] = Speaker(actor, name or printed)
        return found

    def _read_speakers(self, chosen: str) -> dict[int, str]:
        try:
            return {
                passage: _last_of(chain["chain"])
                for passage, chain in unjudged(self._connection, chosen, ("chain",)).items()
            }
        except ValueError as fault:
            raise self._connection.misshapen("a chain as it was read") from fault

    def _known_again(self, read: Mapping[int, str]) -> dict[int, Speaker]:
        """Return speakers that were only read, those of the register as its actors.

        Nobody is counted as two because one of their statements waits to be confirmed.
        """
        known: dict[str, Speaker] = {}
        if any(read.values()):
            for name, actor, filed in self._connection.rows(
                _NAMED,
                "SELECT names.name, actors.id, actors.name FROM (SELECT name, id FROM actors "
                "UNION ALL SELECT name, actor FROM actor_names) AS names "
                "JOIN actors ON actors.id = names.id ORDER BY actors.id",
            ):
                known.setdefault(folded_line(name), Speaker(actor, filed))
        return {
            passage: known.get(folded_line(words), Speaker(None, words))
            for passage, words in read.items()
        }


def unjudged(
    connection: Connection, passages: str, fields: Sequence[str]
) -> dict[int, dict[str, str]]:
    """Return what rules read in some fields and nobody judged, of passages in a JSON list."""
    found: dict[int, dict[str, str]] = {}
    for passage, field, value in connection.rows(
        _READ,
        # The plus leaves the index of fields aside: that of what nobody judged is much shorter.
        "SELECT passage, field, value FROM readings WHERE judged_by IS NULL "
        f"AND passage IN {_CHOSEN} AND +field IN (SELECT value FROM json_each(?2))",
        [passages, json.dumps(fields)],
    ):
        found.setdefault(passage, {})[field] = value
    return found


def _said(row: Row, speaker: Speaker, read: Mapping[str, str]) -> Said:
    passage, document, kind, response_kind = row[:4]
    said = date_of(row[4:8], read.get("said_on") or read.get("statement"))
    return Said(
        passage=passage,
        document=document,
        kind=RecordKind(kind),
        actor=speaker.actor,
        speaker=speaker.words,
        said=date_of(row[8:12]) if said == NO_DATE else said,
        response_kind=ResponseKind(response_kind or read.get("response_kind", "")),
        origin=row[12],
    )


def date_of(columns: Sequence[str], read: str | None = "") -> WrittenDate:
    """Return a date from its columns, or else as a rule read it."""
    if any(columns):
        return written_date(*columns)
    return date_read(read) if read else NO_DATE


def _last_of(chain: str) -> str:
    """Return the words for the speaker in a chain as it was read."""
    members = chain_read(chain)
    return members[-1].printed if members else ""
