"""m0004: where documents come from, their parts, what is alike, and newer versions of a document.

``documents.inside`` names what a document lay in (an archive, a mail), as given. ``texts.part``
says which part of its original a text is where one file holds many documents, ``texts.reason`` why
a newer version was put in its place. ``parts`` are pages, headings, tables, comments.
``version_places`` says where a passage stood in the version before, and whether somebody looked at
where it stands now.

``sentence_prints`` and ``document_prints`` are fingerprints of sentences and of whole texts, and
``printed`` says which texts have them, by which rules (0: begun and not finished) and how many of
the whole (``size``); all can be made again. There are many, so each is one row in the order of the
hashes and nothing else: no index by text, and no reference, which would want one.

Furniture gets more kinds, so its table is made again, and goes on counting where the old one
stopped; its history speaks of columns and stays right.
"""

from sqlite_utils import Database

FURNITURE = """
CREATE TABLE furniture_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE RESTRICT,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('navigation', 'repeated_title', 'date_line',
        'capture_stamp', 'contact', 'comment_form', 'copyright', 'scroll', 'related',
        'header', 'footer', 'side', 'notice', 'sharing', 'advertisement', 'page_number',
        'marked')),
    CHECK ("end" > start)
) STRICT;
INSERT INTO furniture_anew (id, uid, text, start, "end", kind)
    SELECT id, uid, text, start, "end", kind FROM furniture;
DELETE FROM sqlite_sequence WHERE name = 'furniture_anew';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'furniture_anew', seq FROM sqlite_sequence WHERE name = 'furniture';
DROP TABLE furniture;
ALTER TABLE furniture_anew RENAME TO furniture;
CREATE INDEX furniture_by_text ON furniture (text, start)
"""

TABLES = """
ALTER TABLE documents ADD COLUMN inside TEXT NOT NULL DEFAULT '';
ALTER TABLE texts ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE texts ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX documents_by_origin_group ON documents (origin_group) WHERE origin_group <> '';
CREATE INDEX documents_by_parent ON documents (parent) WHERE parent IS NOT NULL;
CREATE TABLE parts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'heading', 'table', 'header', 'footer',
        'footnote', 'comment', 'text_box', 'quoted_mail', 'recognised')),
    number INTEGER NOT NULL CHECK (number >= 0),
    label TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start)
) STRICT;
CREATE INDEX parts_by_text ON parts (text, start);
CREATE TABLE sentence_prints (
    hash INTEGER NOT NULL,
    text INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (hash, text, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_prints (
    hash INTEGER NOT NULL,
    text INTEGER NOT NULL,
    PRIMARY KEY (hash, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE printed (
    text INTEGER PRIMARY KEY REFERENCES texts (id) ON DELETE RESTRICT,
    version INTEGER NOT NULL,
    size INTEGER NOT NULL
) STRICT;
CREATE TABLE version_places (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE RESTRICT,
    from_text INTEGER NOT NULL REFERENCES texts (id) ON DELETE RESTRICT,
    from_start INTEGER NOT NULL CHECK (from_start >= 0),
    from_end INTEGER NOT NULL CHECK (from_end > from_start),
    from_quote TEXT NOT NULL,
    by_what TEXT NOT NULL CHECK (by_what IN ('place', 'quote', 'context', 'likeness', 'nothing',
        'hand')),
    looked_at_by INTEGER REFERENCES analysts (id) ON DELETE RESTRICT,
    looked_at TEXT NOT NULL DEFAULT '',
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX version_places_by_passage ON version_places (passage);
CREATE INDEX version_places_open ON version_places (passage)
    WHERE looked_at_by IS NULL AND by_what <> 'place'
"""


def apply(db: Database) -> None:
    """Make the furniture anew, then add columns and tables."""
    for statement in (*FURNITURE.split(";\n"), *TABLES.split(";\n")):
        db.execute(statement)
