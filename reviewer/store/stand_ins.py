"""Rows that stand where a damaged project lost one on which others rest.

Each says plainly what it is. None has words of a source: a stand-in claims nothing.
"""

from uuid import uuid4

LOST = "Lost"
_GIVEN = "WITH given (id, uid, name, now) AS (VALUES (?, ?, ?, ?)) "
_ANALYST = "coalesce((SELECT min(id) FROM analysts), 1)"
_TEXT_OF_DOCUMENT = "(SELECT text FROM passages WHERE document = given.id LIMIT 1)"
_UID_OF_TEXT = "(SELECT uid FROM documents WHERE text = given.id LIMIT 1)"

_ROWS = {
    "analysts": (
        "INSERT INTO analysts (id, uid, name, created_at, modified_at) "
        "SELECT id, uid, name, now, now FROM given"
    ),
    "originals": (
        "INSERT INTO originals (id, uid, sha256, size, codec, dropped, data) "
        "SELECT id, uid, printf('%064d', id), 0, '', 1, x'' FROM given"
    ),
    "texts": (
        "INSERT INTO texts (id, uid, document_uid, version, original, sha256, length, words, "
        "changed, encoding, encoding_basis, importer, importer_version, normaliser_version, "
        f"fold_version, created_at, text) SELECT id, uid, coalesce({_UID_OF_TEXT}, uid), "
        f"(SELECT count(*) + 1 FROM texts WHERE document_uid = {_UID_OF_TEXT}), "
        "(SELECT coalesce(max(id), 0) + 1 FROM originals), printf('%064d', id), 0, 0, 0, "
        "'utf-8', 'damaged', 'rescue', 1, 1, 1, now, '' FROM given"
    ),
    "documents": (
        "INSERT INTO documents (id, uid, number, text, held, title, analyst, created_at, "
        "modified_at) SELECT id, coalesce((SELECT document_uid FROM texts "
        f"WHERE texts.id = {_TEXT_OF_DOCUMENT}), uid), "
        "(SELECT coalesce(max(number), 0) + 1 FROM documents), "
        f"{_TEXT_OF_DOCUMENT}, {_TEXT_OF_DOCUMENT} IS NOT NULL, name, {_ANALYST}, now, now "
        "FROM given"
    ),
    "tags": (
        "INSERT INTO tags (id, uid, name, colour, position, analyst, created_at, modified_at) "
        f"SELECT id, uid, name, '1', id, {_ANALYST}, now, now FROM given"
    ),
    "actors": (
        "INSERT INTO actors (id, uid, name, kind, analyst, created_at, modified_at) "
        f"SELECT id, uid, name, 'unnamed', {_ANALYST}, now, now FROM given"
    ),
    "fields": (
        "INSERT INTO fields (id, uid, tag, name, kind, position) SELECT id, uid, "
        "coalesce((SELECT passages.tag FROM field_values JOIN passages "
        "ON passages.id = field_values.passage WHERE field_values.field = given.id LIMIT 1), "
        "(SELECT min(id) FROM tags), 1), name, 'text', id FROM given"
    ),
    "events": (
        "INSERT INTO events (id, uid, name, analyst, created_at, modified_at) "
        f"SELECT id, uid, name, {_ANALYST}, now, now FROM given"
    ),
    "questions": (
        "INSERT INTO questions (id, uid, event, wording, position, analyst, created_at, "
        "modified_at) SELECT id, uid, coalesce("
        "(SELECT event FROM answers WHERE question = given.id LIMIT 1), "
        "(SELECT event FROM event_documents WHERE question = given.id LIMIT 1), "
        f"(SELECT min(id) FROM events), 1), name, id, {_ANALYST}, now, now FROM given"
    ),
    "steps": (
        "INSERT INTO steps (id, uid, kind, name, arguments, analyst, at, program, digest) "
        f"SELECT id, uid, 'migrate', 'project.rescue', '{{}}', {_ANALYST}, coalesce((SELECT at "
        "FROM steps WHERE steps.id < given.id ORDER BY steps.id DESC LIMIT 1), now), '', '' "
        "FROM given"
    ),
}
_DOCUMENTS = (
    "INSERT INTO documents (uid, number, text, held, words, title, analyst, created_at, "
    "modified_at) SELECT document_uid, (SELECT coalesce(max(number), 0) FROM documents) + "
    f"row_number() OVER (ORDER BY id), max(id), 1, words, '{LOST} ' || max(id), {_ANALYST}, ?, ? "
    "FROM texts WHERE document_uid NOT IN (SELECT uid FROM documents) GROUP BY document_uid"
)


def stand_in(table: str, row: int, now: str) -> tuple[str, list[object]]:
    """Return the statement that puts a stand-in into ``table`` as ``row``, and its values.

    Raises ``KeyError`` for a table that has none: nothing stands for a lost passage.
    """
    return _GIVEN + _ROWS[table], [row, str(uuid4()), f"{LOST} {row}", now]


def documents_for_texts(now: str) -> tuple[str, list[object]]:
    """Return the statement that gives a document to each text that has none, and its values."""
    return _DOCUMENTS, [now, now]
