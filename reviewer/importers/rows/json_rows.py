"""Documents as JSON Lines, as scrapers and archives write them: an object a line, a text in it.

Our own JSON Lines (``json_lines.py``) look the same from outside; ``is_ours`` tells them apart.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from reviewer.domain.columns import headings_of
from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.importers import Importer, shown
from reviewer.importers.decoding import decode
from reviewer.importers.json_lines import ROWS
from reviewer.importers.rows.table_rows import Opened, Row, Sheet, TableFormat

_LOOKED_AT = 100  # lines whose keys are the columns
_DEEPEST = 3  # objects in objects whose keys are columns too: ``user.name``
_MOST_COLUMNS = 500

OURS = N_(
    "“{name}” holds work on passages, as this program writes it out, and no documents. Take it in "
    "with: reviewer tag PROJECT FILE"
)
_NO_OBJECT = N_(
    "“{name}” is no JSON Lines: line {line} is no object ({reason}). Each line must be one."
)


def is_ours(head: bytes) -> bool:
    """Say whether a file that begins so holds work on passages, as this program writes it out."""
    line = next(
        (line for line in head.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()), b""
    )
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if not isinstance(values, dict):
        return False
    if values.get("row") in ROWS:
        return True
    return "tag" in values and "document" in values and ("quote" in values or "start" in values)


def _open(data: bytes, name: str, encoding: str | None) -> Opened:
    if is_ours(data[:1_000_000]):
        raise Unreadable(OURS, name=shown(name))
    decoded = decode(data, shown(name), chosen=encoding)
    rows = _rows(decoded.text, shown(name))
    first = list(islice(rows, _LOOKED_AT))
    keys = dict.fromkeys(chain.from_iterable(row.cells for row in first))
    header = tuple(islice(keys, _MOST_COLUMNS))
    sheet = Sheet("", header, chain(first, rows))
    return Opened(iter([sheet]), (decoded.encoding, decoded.basis))


def _rows(text: str, name: str) -> Iterator[Row]:
    start, number = 0, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line, start, number = text[start:end].strip(), end + 1, number + 1
        if line:
            yield Row(f"line {number}", _cells(line, number, name))


def _cells(line: str, number: int, name: str) -> dict[str, str]:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as fault:
        reason = getattr(fault, "msg", "") or type(fault).__name__
        raise Unreadable(_NO_OBJECT, name=name, line=number, reason=reason) from fault
    if not isinstance(values, dict):
        raise Unreadable(_NO_OBJECT, name=name, line=number, reason=type(values).__name__)
    return dict(_flat(values, "", 1))


def _flat(values: Mapping[str, object], before: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        (heading,) = headings_of([before + key])
        if isinstance(value, dict):
            if depth < _DEEPEST:
                yield from _flat(value, f"{heading}.", depth + 1)
        elif value is not None:
            yield heading, _words(value)


def _words(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(str(one) for one in value if isinstance(one, str | int | float))
    return str(value)


IMPORTER: Importer = TableFormat(
    key="json_rows",
    title=N_("JSON Lines, a document a line"),
    suffixes=(".jsonl", ".ndjson"),
    media_type="application/jsonl",
    open=_open,
)
