"""What SQLite's faults are called to a person."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.domain.errors import CannotSave, Damaged, NotAllowed, ReadOnly, ReviewerError
from reviewer.store.faults import Busy, as_problem

PROJECT = Path("/somewhere/winter.review")


def a_fault(code: int | None, words: str = "as SQLite puts it") -> sqlite3.Error:
    fault = sqlite3.OperationalError(words)
    if code is not None:
        fault.sqlite_errorcode = code
    return fault


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, CannotSave),
        (sqlite3.SQLITE_IOERR_WRITE, CannotSave),
        (sqlite3.SQLITE_CANTOPEN, CannotSave),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Busy),
        (sqlite3.SQLITE_READONLY, ReadOnly),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, NotAllowed),
        (sqlite3.SQLITE_CORRUPT_VTAB, Damaged),
        (sqlite3.SQLITE_NOTADB, Damaged),
        (sqlite3.SQLITE_ERROR, Damaged),
        (None, Damaged),
    ],
)
def test_a_fault_becomes_a_sentence_that_names_the_project(
    code: int | None, kind: type[ReviewerError]
) -> None:
    problem = as_problem(a_fault(code), PROJECT)
    assert type(problem) is kind
    assert "winter.review" in str(problem)


def test_words_that_are_no_text_are_not_repeated_in_the_sentence() -> None:
    problem = as_problem(
        a_fault(None, "Could not decode column 'title' with text 'Secret'"), PROJECT
    )
    assert "Secret" not in str(problem)


@pytest.mark.parametrize(
    "fault", [sqlite3.ProgrammingError("wrong thread"), a_fault(sqlite3.SQLITE_MISUSE)]
)
def test_a_fault_of_the_program_is_none_of_the_persons(fault: sqlite3.Error) -> None:
    assert as_problem(fault, PROJECT) is None
