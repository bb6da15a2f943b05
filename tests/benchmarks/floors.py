"""The same work with nothing around it, in ``sqlite3`` and ``csv`` as they come with Python.

A floor writes what the program writes (texts, fingerprints, recipes of originals, index, passages
and an image of each change) and checks, asks, shows and remembers nothing.
"""

import csv
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZipFile

from reviewer.domain.spans import Span

_NOW = "2026-11-21T09:00:00.000+00:00"
_TABLES = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, text INTEGER, title TEXT,
    words INTEGER, posted TEXT, publisher TEXT, created_at TEXT);
CREATE INDEX documents_by_title ON documents (title COLLATE NOCASE, id);
CREATE TABLE originals (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, sha256 TEXT UNIQUE, size INTEGER,
    recipe TEXT, data BLOB);
CREATE TABLE texts (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, original INTEGER, sha256 TEXT,
    length INTEGER, words INTEGER, text TEXT);
CREATE TABLE passages (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, document INTEGER, number INTEGER,
    start INTEGER, "end" INTEGER, quote TEXT, prefix TEXT, suffix TEXT, tag INTEGER, at TEXT);
CREATE INDEX passages_by_place ON passages (document, start, "end");
CREATE INDEX passages_by_tag ON passages (tag, document, start);
CREATE TABLE changes (id INTEGER PRIMARY KEY, row INTEGER, after TEXT);
CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', tokenize = 'unicode61 remove_diacritics 0');
"""
_PASSAGE = (
    'INSERT INTO passages (uid, document, number, start, "end", quote, prefix, suffix, tag, at) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
CONTEXT = 32
PAGE = 200
_KEYS = (
    *("uid", "document", "number", "start", "end", "quote", "tag", "at", "title", "document_uid"),
    *("publisher", "posted", "text_sha256", "original_sha256", "sentence", "paragraph"),
)


class PlainFile:
    """A database as one would write it down in an hour."""

    def __init__(self, path: Path) -> None:
        self.path = path
        is_new = not path.exists()
        self.database = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 4000"):
            self.database.execute(f"PRAGMA {pragma}")
        if is_new:
            self.database.executescript(_TABLES)

    def take_in(self, files: Iterable[Path]) -> None:
        """Read files and write them down in one transaction."""
        run = self.database.execute
        run("BEGIN")
        for number, path in enumerate(files, 1):
            data = path.read_bytes()
            text, sha256 = data.decode(), hashlib.sha256(data).hexdigest()
            words = len(text.split())
            run(
                "INSERT INTO originals VALUES (?, ?, ?, ?, 'utf-8', x'')",
                [number, str(uuid4()), sha256, len(data)],
            )
            run(
                "INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?)",
                [number, str(uuid4()), number, sha256, len(text), words, text],
            )
            run(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, '', '', ?)",
                [number, str(uuid4()), number, text.split("\n", 1)[0], words, _NOW],
            )
            run("INSERT INTO search (rowid, words) VALUES (?, ?)", [number, text.casefold()])
        run("COMMIT")

    def holds(self, phrase: str) -> bool:
        """Say whether any document has this phrase."""
        found = self.database.execute(
            "SELECT rowid FROM search WHERE search MATCH ? LIMIT 1", [f'"{phrase}"']
        )
        return found.fetchone() is not None

    def tag(self, text: str, document: int, spans: Sequence[Span]) -> None:
        """Write passages of a document down, an image of each beside it, in one transaction."""
        self.tag_all([(text, document, spans)])

    def tag_all(self, wanted: Iterable[tuple[str, int, Sequence[Span]]]) -> None:
        """Write passages of many documents down in one transaction."""
        self.database.execute("BEGIN")
        for text, document, spans in wanted:
            for number, span in enumerate(spans, 1):
                self._tag(text, document, number, span)
        self.database.execute("COMMIT")

    def _tag(self, text: str, document: int, number: int, span: Span) -> None:
        start, end = span.start, span.end
        values = [
            str(uuid4()),
            document,
            number,
            start,
            end,
            text[start:end],
            text[max(0, start - CONTEXT) : start],
            text[end : end + CONTEXT],
            1,
            _NOW,
        ]
        row = self.database.execute(_PASSAGE, values).lastrowid
        image = json.dumps(values, ensure_ascii=False)
        self.database.execute("INSERT INTO changes (row, after) VALUES (?, ?)", [row, image])

    def list_documents(self, count: int) -> None:
        """Write so many documents down that have a title and no words."""
        places = ("bridge", "harbour", "tannery", "school", "grain store", "gate")
        self.database.execute("BEGIN")
        self.database.executemany(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, 'The Courier', ?)",
            (
                (
                    number,
                    str(uuid4()),
                    number,
                    f"Notice {number * 7919 % 100_003} on the {places[number % 6]}",
                    number % 400,
                    f"{2010 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}",
                    _NOW,
                )
                for number in range(1, count + 1)
            ),
        )
        for column in ("posted", "words"):
            self.database.execute(f"CREATE INDEX by_{column} ON documents ({column}, id)")
        self.database.execute("COMMIT")

    def clear_passages(self) -> None:
        """Take all passages away again."""
        self.database.execute("DELETE FROM passages")
        self.fold()

    def fold(self) -> None:
        """Fold the log into the file."""
        self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def read_document(self, document: int) -> tuple[str, list[tuple[int, int, int]]]:
        """Return a document's text and the places of its passages."""
        (text,) = self.database.execute(
            "SELECT text FROM texts WHERE id = ?", [document]
        ).fetchone()
        rows = self.database.execute(
            'SELECT start, "end", tag FROM passages WHERE document = ? ORDER BY start', [document]
        )
        return text, rows.fetchall()

    def write_csv(self, target: Path) -> None:
        """Write every passage to a table, with the sentence around it."""
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(self._in_sentences())

    def write_lines(self, target: Path) -> None:
        """Write every passage as an object a line, with the sentence around it."""
        with target.open("w", encoding="utf-8", newline="") as file:
            for row in self._in_sentences():
                file.write(json.dumps(dict(zip(_KEYS, row, strict=True)), ensure_ascii=False))
                file.write("\n")

    def write_page(self, target: Path) -> None:
        """Write every passage to a page to be read, the rest of its sentence around it."""
        with target.open("w", encoding="utf-8", newline="") as file:
            file.write("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>\n")
            for row in self._in_sentences():
                uid, _document, number, _start, _end, quote, _tag, at, title = row[:9]
                before, _, after = str(row[14]).partition(str(quote))
                source = escape(f"{title}, paragraph {row[15]}, {at}")
                file.write(
                    f'<article id="{uid}"><p>{number}</p><blockquote>{escape(before)}'
                    f"<mark>{escape(str(quote))}</mark>{escape(after)}</blockquote>"
                    f"<p>({source})</p></article>\n"
                )
            file.write("</body></html>\n")

    def write_archive(self, target: Path) -> None:
        """Write every text to an archive, and every passage as an object a line."""
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            texts = self.database.execute("SELECT id, text FROM texts ORDER BY id")
            for number, text in texts:
                archive.writestr(f"texts/{number}.txt", text)
            with archive.open("passages.jsonl", "w") as file:
                for row in self._in_sentences():
                    line = json.dumps(dict(zip(_KEYS, row, strict=True)), ensure_ascii=False)
                    file.write(line.encode() + b"\n")

    def _in_sentences(self) -> Iterator[tuple[object, ...]]:
        """Give every passage with its sentence and the number of its paragraph."""
        rows = self.database.execute(
            'SELECT p.uid, p.document, p.number, p.start, p."end", p.quote, p.tag, p.at, d.title, '
            "d.uid, d.publisher, d.posted, t.sha256, o.sha256 FROM passages p "
            "JOIN documents d ON d.id = p.document JOIN texts t ON t.id = d.text "
            'JOIN originals o ON o.id = t.original ORDER BY p.document, p.start, p."end"'
        )
        held, text, counted, paragraph = 0, "", 0, 1
        for row in rows:
            if row[1] != held:
                held, (text, _), counted, paragraph = row[1], self.read_document(row[1]), 0, 1
            first = text.rfind(". ", 0, row[3]) + 2
            last = text.find(". ", row[4]) + 1 or len(text)
            paragraph += text.count("\n\n", counted, row[3])
            counted = row[3]
            yield (*row, text[first:last], paragraph)

    def ids(self, table: str, order: str, like: str = "") -> list[int]:
        """Return the ids of all rows, or of those like a word, in an order."""
        column = "title" if table == "documents" else "quote"
        where, values = (f"WHERE {column} LIKE ?", [f"%{like}%"]) if like else ("", [])
        rows = self.database.execute(f"SELECT id FROM {table} {where} ORDER BY {order}", values)
        return [identity for (identity,) in rows]

    def page(self, table: str, ids: Sequence[int]) -> list[tuple[object, ...]]:
        """Return the first rows of a list."""
        shown = ids[:PAGE]
        marks = ",".join("?" * len(shown))
        rows = self.database.execute(f"SELECT * FROM {table} WHERE id IN ({marks})", shown)
        return rows.fetchall()

    def close(self) -> None:
        """Leave one file."""
        self.database.execute("PRAGMA journal_mode = DELETE")
        self.database.close()
