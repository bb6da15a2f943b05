"""How a project file is made and opened: for writing, for reading, or where nothing can be written.

Nothing is written, and nothing of the file's own runs, before its kind, its version and its whole
schema were compared with ours. A second window opens read-write with ``query_only`` (a read-only
open would leave all data in the log, measured). A read-only place is opened as immutable, or, when
a log lies beside the file, through the log.
"""

import os
from contextlib import ExitStack, closing
from pathlib import Path

from reviewer.domain.errors import CannotSave, Damaged, NotFound
from reviewer.domain.words import N_
from reviewer.environment.places import can_be_written, mounts, on_network
from reviewer.store.connection import Connection, is_open_here
from reviewer.store.faults import Busy
from reviewer.store.lock import Turn, WriterLock
from reviewer.store.migrations import NEWEST
from reviewer.store.opened import OpenedStore
from reviewer.store.project_file import ProjectFile, Surroundings, remove_files, reserve
from reviewer.store.schema import (
    APPLICATION_ID,
    check,
    check_older,
    migrate,
    sniff,
    version_of,
)

HELD = N_(
    "“{name}” is open elsewhere ({holder}). Here it can be read and exported, not changed, "
    "until it is closed there."
)
ONLY_READ = N_("“{name}” was opened for reading only.")
MEDIUM = N_("“{name}” lies in a read-only place. It can be read and exported, not changed.")
NO_LOCK = N_(
    "“{name}” can only be read and exported: the program cannot write in its own folder, so other "
    "windows would not learn that this one is at work."
)
NO_ROOM = N_(
    "“{name}” can only be read and exported: nothing can be written to its disk. Free some space, "
    "or look whether the disk is there, then open it again."
)
ALONE = N_(
    "“{name}” lies on a network drive or a place like one. While it is open here, nobody else can "
    "open it."
)


def make(path: Path, surroundings: Surroundings) -> ProjectFile:
    """Make a new project file at ``path``; from now on it is a file.

    Raises ``CannotSave`` when something is there already or the place cannot be written.
    """
    path = path.absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CannotSave(
            N_("The folder {folder} cannot be made: {reason}. Choose another place."),
            folder=str(path.parent),
            reason=fault.strerror,
        ) from fault
    reserve(path)
    with ExitStack() as undo:
        undo.callback(remove_files, path)
        lock = WriterLock(path, surroundings.state_folder)
        turn = lock.take()
        undo.callback(lock.give_back)
        if turn is not Turn.OURS:
            raise CannotSave(
                N_("“{name}” cannot be kept safe from other windows here. Choose another name."),
                name=path.name,
            )
        connection = undo.enter_context(closing(Connection(path, str(path))))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        alone = _prepare_writing(connection)
        migrate(connection, 0)
        project = ProjectFile(connection, surroundings, lock, alone=alone)
        project.note_presence()
        undo.pop_all()
    return project


def open_file(path: Path, surroundings: Surroundings, *, only_read: bool = False) -> ProjectFile:
    """Open the project at ``path``, for writing where that is possible and wanted.

    Raises ``NotFound``, ``NotAProject``, ``TooNew``, ``Damaged`` or ``CannotSave``.
    """
    path = path.absolute()
    _look_at(path)
    if not can_be_written(path):
        return _where_nothing_is_written(path, surroundings)
    if only_read:
        return _reading(path, surroundings, ONLY_READ)
    lock = WriterLock(path, surroundings.state_folder)
    turn = lock.take()
    if turn is Turn.CANNOT_BE_ASKED:
        return _reading(path, surroundings, NO_LOCK)
    project = None
    reason = HELD
    if turn is Turn.OURS:
        try:
            project = _writing(path, surroundings, lock)
        except Busy:
            raise
        except CannotSave:
            reason = NO_ROOM
        finally:
            if project is None:
                lock.give_back()
    return project or _reading(path, surroundings, reason)


def _look_at(path: Path) -> None:
    """Refuse what is no project, before SQLite touches it; not when it is open here already."""
    if is_open_here(path):
        return
    try:
        sniff(path)
    except FileNotFoundError as fault:
        raise NotFound(
            N_("There is no file “{name}” in {folder}."), name=path.name, folder=str(path.parent)
        ) from fault
    except OSError as fault:
        raise CannotSave(
            N_("“{name}” cannot be opened: {reason}."), name=path.name, reason=fault.strerror
        ) from fault


def _writing(path: Path, surroundings: Surroundings, lock: WriterLock) -> ProjectFile | None:
    """Open for writing; ``None`` while another machine is at work on the file."""
    with ExitStack() as undo:
        connection = undo.enter_context(closing(Connection(path, str(path))))
        version = version_of(connection)
        if version == NEWEST:
            check(connection)
            if OpenedStore(connection).on_another_machine(surroundings.holder, surroundings.now()):
                return None
        else:
            check_older(connection, version)
        alone = _prepare_writing(connection)
        project = ProjectFile(connection, surroundings, lock, alone=alone)
        _bring_up_to_date(project, version)
        if not project.note_presence():
            return None
        undo.pop_all()
    return project


def _reading(path: Path, surroundings: Surroundings, reason: str) -> ProjectFile:
    with ExitStack() as undo:
        # Without room, there is none for the index of a log that waits beside the file either.
        alone = reason is NO_ROOM
        connection = undo.enter_context(closing(Connection(path, str(path), alone=alone)))
        connection.execute("PRAGMA query_only = ON")
        project = _only_to_read(connection, surroundings, reason)
        undo.pop_all()
    return project


def _where_nothing_is_written(path: Path, surroundings: Surroundings) -> ProjectFile:
    if not path.with_name(path.name + "-wal").exists():
        return _read_by(path, surroundings, "immutable=1")
    try:
        return _read_by(path, surroundings, "mode=ro")
    except CannotSave:
        # The log's index is gone, and there is no place to make it anew but in memory; for that,
        # SQLite wants to be alone, and where nothing can be written it is.
        vfs = "win32-none" if os.name == "nt" else "unix-none"
        return _read_by(path, surroundings, f"mode=ro&vfs={vfs}", alone=True)


def _read_by(
    path: Path, surroundings: Surroundings, how: str, *, alone: bool = False
) -> ProjectFile:
    target = f"{path.resolve().as_uri()}?{how}"
    with ExitStack() as undo:
        connection = undo.enter_context(closing(Connection(path, target, uri=True, alone=alone)))
        project = _only_to_read(connection, surroundings, MEDIUM)
        undo.pop_all()
    return project


def _only_to_read(connection: Connection, surroundings: Surroundings, reason: str) -> ProjectFile:
    if version_of(connection) < NEWEST:
        raise Damaged(
            N_(
                "“{name}” was made by an older version of Reviewer, or was never finished. Open "
                "it once where it can be written, with no other window at it."
            ),
            name=connection.path.name,
        )
    check(connection)
    project = ProjectFile(connection, surroundings)
    connection.held_by = project.opened.described()
    connection.reason_not_to_write = reason
    return project


def _bring_up_to_date(project: ProjectFile, version: int) -> None:
    """Migrate an older file, after a copy of it was put beside it; finish one half made."""
    if version == NEWEST:
        return
    if version:
        project.kept_copy = project.path.with_name(f"{project.path.name}.version-{version}")
        project.kept_copy.unlink(missing_ok=True)
        project.copy_to(project.kept_copy)
    migrate(project.connection, version)


def _prepare_writing(connection: Connection) -> bool:
    """Choose how changes reach the disk; says whether the file is kept from everybody else."""
    alone = (
        on_network(connection.path.resolve(), mounts())
        or connection.words("PRAGMA journal_mode = WAL") != "wal"
    )
    if alone:
        connection.words("PRAGMA journal_mode = DELETE")
        connection.words("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA wal_autocheckpoint = 4000")
    return alone
