"""What SQLite's faults mean for a person's project, as sentences.

A fault of the program (a wrong statement, a connection used in another thread) is not here: it
stays what it is, and the last-chance hook reports it.
"""

import sqlite3
from pathlib import Path

from reviewer.domain.errors import CannotSave, Damaged, NotAllowed, ReadOnly, ReviewerError
from reviewer.domain.words import N_

DAMAGED = N_(
    "“{name}” is damaged ({reason}). Nothing was changed, and nothing will be written to it. "
    "Keep the file as it is, and open a copy from your backup; or save what can be read into a new "
    "project: reviewer rescue PROJECT NEW.review"
)
NO_ROOM = N_("The disk is full: the last change to “{name}” was not saved. Free some space.")
GONE = N_("“{name}” cannot be read or written at its place ({reason}). Is the disk there?")
LOCKED = N_("Another program keeps “{name}” locked. Nothing was changed; try again.")
READ_ONLY = N_("“{name}” cannot be written here. Save a copy elsewhere.")
AGAINST_RULES = N_("That would break a rule of the project “{name}”: {reason}")
BROKEN_CHARACTER = N_(
    "These words hold a broken character, which no file can keep. Type them again, or copy them "
    "anew."
)
TOO_LARGE = N_("A number is too large to be kept in “{name}”.")


class Busy(CannotSave):
    """Another program is at the file just now; nothing is wrong with the disk."""


_PRIMARY = 0xFF
# SQLite answers damage inside an index or a stored JSON with the code of a wrong statement; our
# statements are all run by tests, so in a person's hands this code means the file.
_DAMAGE = {
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_TOOBIG,
}
_SENTENCES: dict[int, tuple[type[ReviewerError], str]] = {
    sqlite3.SQLITE_FULL: (CannotSave, NO_ROOM),
    sqlite3.SQLITE_IOERR: (CannotSave, GONE),
    sqlite3.SQLITE_CANTOPEN: (CannotSave, GONE),
    sqlite3.SQLITE_PERM: (CannotSave, GONE),
    sqlite3.SQLITE_NOLFS: (CannotSave, GONE),
    sqlite3.SQLITE_BUSY: (Busy, LOCKED),
    sqlite3.SQLITE_LOCKED: (Busy, LOCKED),
    sqlite3.SQLITE_PROTOCOL: (Busy, LOCKED),
    sqlite3.SQLITE_READONLY: (ReadOnly, READ_ONLY),
    sqlite3.SQLITE_CONSTRAINT: (NotAllowed, AGAINST_RULES),
}


def as_problem(fault: sqlite3.Error, path: Path) -> ReviewerError | None:
    """Say what ``fault`` means for the project at ``path``; ``None`` for a fault of the program."""
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None:
        # Without a code it is Python's own: bytes that are no UTF-8, or a call we got wrong.
        undecodable = isinstance(fault, sqlite3.OperationalError)
        return damage(path, "text is not UTF-8") if undecodable else None
    code &= _PRIMARY
    if code in _DAMAGE:
        return damage(path, str(fault))
    if code not in _SENTENCES:
        return None
    kind, template = _SENTENCES[code]
    return kind(template, name=path.name, reason=" ".join(str(fault).split()))


def damage(path: Path, reason: str) -> Damaged:
    """Return the error for a file whose bytes have changed."""
    return Damaged(DAMAGED, name=path.name, reason=reason)
