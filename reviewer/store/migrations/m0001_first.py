"""m0001: documents, texts, originals, tags, passages, and the history of them all.

``texts.document_uid`` is no foreign key: a text outlives the undoing of its import, so that redo
finds it. ``documents.words`` repeats the current text's count, because lists sort by it. In
``texts`` the words themselves come last: SQLite then reads the other columns without touching the
overflow pages. Every order a list can have is an index, so that lists are sorted without reading
their rows (``id`` stands in ``passages_by_place`` because SQLite sorts by it only where it is
named). Columns of JSON have no ``json_valid`` check: with ``trusted_schema`` off, as a
stranger's file must be opened, SQLite refuses to load a schema that calls it (3.40.1).
"""

from sqlite_utils import Database

DATE = """
    {0}_words TEXT NOT NULL DEFAULT '',
    {0}_edtf TEXT NOT NULL DEFAULT '',
    {0}_earliest TEXT NOT NULL DEFAULT '',
    {0}_latest TEXT NOT NULL DEFAULT '',
    {0}_basis TEXT NOT NULL DEFAULT ''
        CHECK ({0}_basis IN ('', 'unambiguous', 'ambiguous', 'settled', 'site', 'entered')),
    {0}_evidence TEXT NOT NULL DEFAULT '',
"""

TABLES = f"""
CREATE TABLE analysts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE originals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    recipe TEXT NOT NULL DEFAULT '',
    codec TEXT NOT NULL CHECK (codec IN ('', 'plain', 'zlib')),
    dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
    data BLOB NOT NULL
) STRICT;

CREATE TABLE texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    document_uid TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    original INTEGER NOT NULL REFERENCES originals (id) ON DELETE RESTRICT,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    length INTEGER NOT NULL CHECK (length >= 0),
    words INTEGER NOT NULL CHECK (words >= 0),
    changed INTEGER NOT NULL CHECK (changed >= 0),
    encoding TEXT NOT NULL,
    encoding_basis TEXT NOT NULL CHECK (encoding_basis IN
        ('mark', 'zero_pattern', 'strict', 'damaged', 'declared', 'guessed', 'chosen')),
    importer TEXT NOT NULL,
    importer_version INTEGER NOT NULL,
    normaliser_version INTEGER NOT NULL,
    fold_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document_uid, version)
) STRICT;
CREATE INDEX texts_by_sha256 ON texts (sha256);
CREATE INDEX texts_by_original ON texts (original);

CREATE TABLE metadata (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE RESTRICT,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    words TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX metadata_by_text ON metadata (text);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    text INTEGER REFERENCES texts (id) ON DELETE RESTRICT,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    words INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    original_name TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL DEFAULT '',
    imported_at TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    source_type TEXT NOT NULL DEFAULT '',
    origin_group TEXT NOT NULL DEFAULT '',
    parent INTEGER REFERENCES documents (id) ON DELETE RESTRICT,
    url TEXT NOT NULL DEFAULT '',
    {DATE.format("posted").strip()}
    {DATE.format("captured").strip()}
    language TEXT NOT NULL DEFAULT '',
    review_status TEXT NOT NULL DEFAULT 'unread'
        CHECK (review_status IN ('unread', 'reading', 'done', 'set_aside')),
    set_aside_reason TEXT NOT NULL DEFAULT '',
    second_look INTEGER NOT NULL DEFAULT 0 CHECK (second_look IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    removed_at TEXT NOT NULL DEFAULT '',
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    CHECK (held = (text IS NOT NULL)),
    CHECK (set_aside_reason = '' OR review_status = 'set_aside')
) STRICT;
CREATE INDEX documents_by_text ON documents (text);
CREATE INDEX documents_by_title ON documents (title COLLATE NOCASE, number);
CREATE INDEX documents_by_source ON documents (
    (CASE WHEN publisher <> '' THEN publisher ELSE author END) COLLATE NOCASE, number
);
CREATE INDEX documents_by_posted ON documents (posted_earliest, number);
CREATE INDEX documents_by_words ON documents (words, number);
CREATE INDEX documents_by_second_look ON documents (second_look, number);
CREATE INDEX documents_by_review_status ON documents (review_status, number)
    WHERE removed_at = '';
CREATE INDEX documents_removed ON documents (removed_at) WHERE removed_at <> '';

CREATE TABLE furniture (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE RESTRICT,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('navigation', 'repeated_title', 'date_line',
        'capture_stamp', 'contact', 'comment_form', 'copyright', 'scroll', 'related', 'marked')),
    CHECK ("end" > start)
) STRICT;
CREATE INDEX furniture_by_text ON furniture (text, start);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    colour TEXT NOT NULL,
    shortcut TEXT NOT NULL DEFAULT '',
    definition TEXT NOT NULL DEFAULT '',
    parent INTEGER REFERENCES tags (id) ON DELETE RESTRICT,
    record TEXT NOT NULL DEFAULT 'none'
        CHECK (record IN ('none', 'allegation', 'response', 'figure')),
    position INTEGER NOT NULL,
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE RESTRICT,
    text INTEGER NOT NULL REFERENCES texts (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    tag INTEGER NOT NULL REFERENCES tags (id) ON DELETE RESTRICT,
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    note TEXT NOT NULL DEFAULT '',
    statement TEXT NOT NULL DEFAULT '',
    translation TEXT NOT NULL DEFAULT '',
    translation_language TEXT NOT NULL DEFAULT '',
    translator TEXT NOT NULL DEFAULT '',
    anchor TEXT NOT NULL DEFAULT 'sure' CHECK (anchor IN ('sure', 'not_certain')),
    follow_up INTEGER NOT NULL DEFAULT 0 CHECK (follow_up IN (0, 1)),
    checked_by INTEGER REFERENCES analysts (id) ON DELETE RESTRICT,
    checked_at TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    UNIQUE (document, number),
    CHECK ("end" > start),
    CHECK (anchor = 'not_certain' OR length(quote) = "end" - start)
) STRICT;
CREATE INDEX passages_by_place ON passages (document, start, "end", id, tag, analyst);
CREATE INDEX passages_by_tag ON passages (tag, document, start, "end");
CREATE INDEX passages_by_quote ON passages (quote COLLATE NOCASE, document, start, "end");
CREATE INDEX passages_by_note ON passages (note) WHERE note <> '';
CREATE INDEX passages_by_created_at ON passages (created_at);

CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL
        CHECK (kind IN ('do', 'undo', 'redo', 'import', 'merge', 'migrate', 'purge')),
    of INTEGER REFERENCES steps (id) ON DELETE RESTRICT,
    "group" TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    arguments TEXT NOT NULL,
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    at TEXT NOT NULL,
    program TEXT NOT NULL,
    digest TEXT,
    CHECK ((of IS NOT NULL) = (kind IN ('undo', 'redo')))
) STRICT;
CREATE UNIQUE INDEX steps_open ON steps ((1)) WHERE digest IS NULL;
CREATE INDEX steps_by_of ON steps (of, id, kind) WHERE of IS NOT NULL;
CREATE INDEX steps_undoable ON steps (id) WHERE kind IN ('do', 'import');
CREATE INDEX steps_by_group ON steps ("group") WHERE "group" <> '';

CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES steps (id) ON DELETE RESTRICT,
    table_name TEXT NOT NULL,
    row INTEGER NOT NULL,
    uid TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_step ON changes (step);
CREATE INDEX changes_by_row ON changes (table_name, row);

CREATE TABLE groups (
    name TEXT PRIMARY KEY,
    ended_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE ui_state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE opened (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    host TEXT NOT NULL,
    process INTEGER NOT NULL,
    analyst TEXT NOT NULL,
    since TEXT NOT NULL,
    seen_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
"""


def apply(db: Database) -> None:
    """Make the first tables."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
