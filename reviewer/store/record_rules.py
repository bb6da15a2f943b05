"""Rules of records that the tables do not hold, and what breaks them.

As in ``rules.py``: the program's verbs keep them, another program or a damaged file may not.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from reviewer.domain.edtf_parser import earliest, latest
from reviewer.domain.errors import NotAllowed
from reviewer.domain.findings import Finding, FindingKind
from reviewer.domain.passages import passage_label
from reviewer.domain.records import field_of
from reviewer.domain.tags import RecordKind
from reviewer.store.connection import Connection
from reviewer.store.records import TABLES
from reviewer.store.shapes import NUMBER, TEXT, Shape
from reviewer.store.texts import TextStore

_PLACED = Shape(NUMBER, NUMBER, NUMBER, TEXT, TEXT, NUMBER, NUMBER)
_ODD = Shape(NUMBER, NUMBER, TEXT, TEXT)
_DATE = Shape(TEXT, NUMBER, NUMBER, TEXT, TEXT, TEXT)
_GAP = Shape(NUMBER, NUMBER, NUMBER, NUMBER)
_NUMBER = "number_text"
_LABEL = "documents.number, passages.number"
_OF_PASSAGE = (
    "JOIN passages ON passages.id = {0}.passage JOIN documents ON documents.id = passages.document"
)
_PLACES = (
    f"SELECT passages.text, {_LABEL}, readings.field, readings.value, readings.start, "
    f'readings."end" FROM readings {_OF_PASSAGE.format("readings")} '
    "WHERE readings.start IS NOT NULL AND passages.anchor = 'sure' UNION ALL "
    f"SELECT passages.text, {_LABEL}, '{_NUMBER}', number_text, number_start, number_end "
    f"FROM figures {_OF_PASSAGE.format('figures')} "
    "WHERE number_start IS NOT NULL AND passages.anchor = 'sure' ORDER BY 1, 2, 3, 4"
)
_DATES = (
    *(("documents", "posted"), ("documents", "captured"), ("events", "date")),
    *(("allegations", "event_date"), ("allegations", "statement"), ("responses", "statement")),
    *(("figures", "event_date"), ("figures", "as_of"), ("figures", "said_on")),
    ("questions", "period"),
)
_WHOSE = {
    "documents": "documents.number, 0 FROM documents",
    "events": "0, events.id FROM events",
    "questions": "0, questions.id FROM questions",
}


class RecordRules:
    """Looks for what the program would never have let in."""

    def __init__(self, connection: Connection, texts: TextStore) -> None:
        self._connection = connection
        self._texts = texts

    def places(self) -> Iterator[Finding]:
        """Give every reading and number whose words do not stand where it says."""
        rows = self._connection.rows(_PLACED, _PLACES)
        for text, several in groupby(rows, key=itemgetter(0)):
            words = self._texts.text(text)
            for _text, document, passage, field, value, start, end in several:
                printed = words[start:end].split() if 0 <= start < end <= len(words) else []
                if not printed or (field == _NUMBER and printed != value.split()):
                    label = passage_label(document, passage)
                    yield Finding(FindingKind.RECORD_PLACE, label, f"{field}, {start}–{end}")

    def kinds(self) -> Iterator[Finding]:
        """Give every record, name or reading that the passage's tag has no place for."""
        for document, passage, record, key in self._connection.rows(
            _ODD, f"{_carried()} ORDER BY 1, 2, 4"
        ):
            if not _fits(record, key):
                yield Finding(FindingKind.RECORD_KIND, passage_label(document, passage), key)

    def dates(self) -> Iterator[Finding]:
        """Give every date whose first and last day do not follow from its expression."""
        for table, name in _DATES:
            whose = _WHOSE.get(table, f"{_LABEL} FROM {table} {_OF_PASSAGE.format(table)}")
            for *called, edtf, first, last in self._connection.rows(
                _DATE,
                f"SELECT '{table}', {whose.replace(' FROM', _columns(table, name) + ' FROM', 1)}",
            ):
                if not _follows(edtf, first, last):
                    yield Finding(FindingKind.DATE, _called(*called), f"{name}: {edtf}")

    def gaps(self) -> Iterator[Finding]:
        """Give every chain and list of names in which a place is left out."""
        for table, group in (("chain_members", "passage"), ("roles", "passage, role")):
            for document, passage, _last, _count in self._connection.rows(
                _GAP,
                f"SELECT {_LABEL}, max(position), count(*) FROM {table} "
                f"{_OF_PASSAGE.format(table)} GROUP BY {group} "
                "HAVING max(position) <> count(*) ORDER BY 1, 2",
            ):
                yield Finding(FindingKind.CHAIN, passage_label(document, passage), table)


def _carried() -> str:
    """Return SQL for everything passages carry: label, the tag's record, and table or field."""
    parts = [(table, f"'{table}'") for table in (*TABLES.values(), "chain_members")]
    parts += [
        ("roles", "CASE role WHEN 'victim' THEN 'victims' ELSE role END"),
        ("readings", "readings.field"),
    ]
    return " UNION ".join(
        f"SELECT {_LABEL}, tags.record, {what} FROM {table} {_OF_PASSAGE.format(table)} "
        "JOIN tags ON tags.id = passages.tag"
        for table, what in parts
    )


def _fits(record: str, key: str) -> bool:
    try:
        kind = RecordKind(record)
    except ValueError:
        return False
    if key in TABLES.values():
        return TABLES.get(kind) == key
    return field_of(kind, "chain" if key == "chain_members" else key) is not None


def _columns(table: str, name: str) -> str:
    return f", {table}.{name}_edtf, {table}.{name}_earliest, {table}.{name}_latest"


def _follows(edtf: str, first: str, last: str) -> bool:
    try:
        return (first, last) == (earliest(edtf), latest(edtf))
    except NotAllowed:
        return False


def _called(table: str, document: int, number: int) -> str:
    if not document:
        return f"{table} {number}"
    return passage_label(document, number) if number else f"D{document}"
