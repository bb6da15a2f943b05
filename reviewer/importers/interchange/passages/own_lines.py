"""Our own JSON Lines: a whole project as another copy of this program wrote it, or a script.

The rows are the pivot themselves (``importers/json_lines.py``), so nothing is translated. Documents
are not in such a file: they must be in the project that takes it in.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress

from reviewer.domain.errors import NotAllowed, Unreadable
from reviewer.domain.interchange import Doubt, Given, GivenRow
from reviewer.domain.words import N_
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.line_values import values_of
from reviewer.importers.rows.json_rows import is_ours

_MARK = b"\xef\xbb\xbf"
_LONGEST_FIRST = 1_000_000  # bytes of the line by which it is told


class OwnLines:
    """A row a line."""

    key = "own_lines"
    title = N_("Work of this program (JSON Lines)")
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")
    tables: Mapping[str, tuple[str, ...]] = {}

    def claims(self, parcel: Parcel) -> bool:
        """Say whether the first line is a row of ours."""
        with suppress(Unreadable):
            return bool(parcel.ending(*self.suffixes)) and is_ours(_head(parcel))
        return False

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give each line; what is no object is left out, and said."""
        for number, line in enumerate(parcel.data.removeprefix(_MARK).splitlines(), start=1):
            if line.strip():
                yield _given(line, f"line {number}")


def _head(parcel: Parcel) -> bytes:
    """Return enough of the file to hold its first line; what is no JSON is not read for that."""
    beginning = parcel.beginning()
    if beginning.removeprefix(_MARK).startswith(b"{") and b"\n" not in beginning:
        return parcel.data[:_LONGEST_FIRST]
    return beginning


def _given(line: bytes, at: str) -> Given:
    try:
        values_of(line)  # says what is wrong with a line
    except NotAllowed as problem:
        values = {key: str(value) for key, value in problem.values.items()}
        return Doubt(problem.template, values, at)
    return GivenRow(json.loads(line), at)


PROJECT: ProjectImporter = OwnLines()
