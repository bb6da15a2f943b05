"""Tells the tables that this program wrote for people to read from those of documents.

A row of them is a passage or an actor and no document, so each would come in as one that says
nothing. They are known by what they say of themselves, never by their name: a workbook by its first
sheet, JSON by its header. A spreadsheet program that saves a workbook anew leaves that sheet be.
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from reviewer.domain.errors import Unreadable
from reviewer.domain.exporting import READ_ME
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.zipped import Zipped

OWN_TABLE = N_(
    "“{name}” was written by this program to be read, and does not come in again. JSON Lines, a "
    "CSV of passages, or REFI-QDA (.qdpx) do: export one of these instead."
)
_PROGRAM = re.compile(r"Reviewer \d+(\.\w+)*")
_HEAD = 1_000_000  # bytes in which the header stands
_LARGEST = 100_000_000  # bytes of a workbook that is looked into
_FIRST_SHEET = f'table:name="{READ_ME}"'.encode()
_GENERATOR = re.compile(rb"<text:p>Reviewer \d+(\.\w+)*</text:p>")


def own_table(name: str) -> Unreadable:
    """Return the refusal of a table that this program wrote."""
    return Unreadable(OWN_TABLE, name=shown(name))


def is_read_me(rows: Iterable[Sequence[object]], sheets: Sequence[str]) -> bool:
    """Say whether a sheet is the one with which this program begins a workbook.

    It names the program with its version, and another of the ``sheets`` with one of its columns.
    """
    others = set(sheets) - {READ_ME}
    program = described = False
    for row in rows:
        first, second = (str(cell) for cell in (*row, "", "")[:2])
        program = program or bool(_PROGRAM.fullmatch(second))
        described = described or (first in others and bool(second) and not second.isdecimal())
        if program and described:
            return True
    return False


def refusal(source: Path | bytes, name: str) -> Unreadable | None:
    """Return the refusal of a file whose kind nobody reads, if this program wrote it as a table."""
    suffix = Path(name).suffix.casefold()
    if suffix == ".json" and _is_own_json(_begun(source, _HEAD)):
        return own_table(name)
    if suffix == ".ods" and _is_own_ods(_begun(source, _LARGEST), name):
        return own_table(name)
    return None


def _begun(source: Path | bytes, most: int) -> bytes:
    if isinstance(source, bytes):
        return source[:most]
    try:
        if not source.is_file():
            return b""
        with source.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):
        return b""


def _is_own_json(head: bytes) -> bool:
    """Say whether what begins so is the object that ``json_table`` writes."""
    line, _, _ = head.partition(b"\n")
    try:
        values = json.loads(line.rstrip().removesuffix(b",") + b"}")
    except (ValueError, RecursionError):
        return False
    header = values.get("header") if isinstance(values, dict) and "format" in values else None
    if not isinstance(header, dict) or not isinstance(header.get("columns"), list):
        return False
    return "what" in header and bool(_PROGRAM.fullmatch(str(header.get("program"))))


def _is_own_ods(data: bytes, name: str) -> bool:
    try:
        book = Zipped(data, name)
        with book.opened(book.part("content.xml")) as content:
            head = content.read(_HEAD)
    except Unreadable:
        return False
    first = head.find(b"<table:table ")
    named = head[first : head.find(b">", first)]
    return first >= 0 and _FIRST_SHEET in named and bool(_GENERATOR.search(head))
