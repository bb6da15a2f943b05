"""m0002: versions of a tag's definition, who checked a translation, notes of the project, queries.

``tags.definition_version`` says which wording of the definition stands now, and
``passages.definition_version`` under which one the passage was tagged or looked at again: where
they differ the passage wants another look. Version numbers come from a counter that undo never
gives back, so that no two wordings share one.
"""

from sqlite_utils import Database

CHANGES = """
ALTER TABLE tags ADD COLUMN definition_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE passages ADD COLUMN definition_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE passages ADD COLUMN
    translation_checked_by INTEGER REFERENCES analysts (id) ON DELETE RESTRICT;
ALTER TABLE passages ADD COLUMN translation_checked_at TEXT NOT NULL DEFAULT '';
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    words TEXT NOT NULL,
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;
CREATE TABLE queries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
    words TEXT NOT NULL,
    analyst INTEGER NOT NULL REFERENCES analysts (id) ON DELETE RESTRICT,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT;
"""


def apply(db: Database) -> None:
    """Add the columns and the two tables."""
    for statement in CHANGES.split(";\n"):
        if statement.strip():
            db.execute(statement)
