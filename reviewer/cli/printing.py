"""What reaches a terminal or a pipe: sentences, tables and JSON, harmless whatever is in a name.

A file name can hold a newline, an escape sequence or a direction override. In plain output these
are shown as escapes; in JSON they are escaped too, which leaves every value as it is.
"""

import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TextIO

from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import filled

# Controls, line and paragraph separators, embeddings, overrides, isolates, the deprecated format
# characters, marks of byte order, and halves of surrogate pairs.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_GAP = "  "


def shown(words: str) -> str:
    """Return words as they can be shown on one line, what is harmful as escapes."""
    return _HARMFUL.sub(_escape, words)


def sentence(problem: ReviewerError) -> str:
    """Return what a fault says, in the person's language."""
    return filled(problem.template, problem.values)


def say(words: str) -> None:
    """Print a line on standard output."""
    _write(sys.stdout, shown(words) + "\n")


def complain(words: str) -> None:
    """Print a line on standard error, over a line of progress if one stands there."""
    with suppress(OSError):
        wipe()
        _write(sys.stderr, shown(words) + "\n")


def show_progress(words: str) -> None:
    """Put a line on the terminal that the next one replaces."""
    with suppress(OSError):
        room = _columns() - 1
        line = _cut(shown(words), room)
        _write(sys.stderr, "\r" + line + " " * (room - width(line)))
        sys.stderr.flush()


def wipe() -> None:
    """Clear the line of progress, where standard error is a terminal."""
    if on_terminal(sys.stderr):
        _write(sys.stderr, "\r" + " " * (_columns() - 1) + "\r")


def say_json(values: Mapping[str, object]) -> None:
    """Print one JSON object on one line of standard output."""
    unicode = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    line = json.dumps(values, ensure_ascii=not unicode)
    _write(sys.stdout, _HARMFUL.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")


def say_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, right: set[int]) -> None:
    """Print rows in columns that line up, the columns in ``right`` flush right."""
    for line in table([header, *rows], right=right):
        _write(sys.stdout, line + "\n")


def table(rows: Sequence[Sequence[str]], *, right: set[int]) -> Iterator[str]:
    """Give rows as lines in columns; the last column is never padded."""
    cells = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield _GAP.join(
            _padded(cell, room, flush_right=place in right)
            for place, (cell, room) in enumerate(zip(row, widths, strict=True))
        ).rstrip()


def width(words: str) -> int:
    """Return how many columns words take on a terminal."""
    return sum(map(_width_of, words))


def on_terminal(stream: TextIO | None) -> bool:
    """Say whether a person sees what is written to ``stream`` as it comes."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False  # it was closed


def flush() -> None:
    """Let out what waits, so that a full disk or a closed pipe is noticed while it can be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def let_go() -> None:
    """Send what is left to nowhere: nobody reads standard output any more."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _write(stream: TextIO | None, words: str) -> None:
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(words.encode(encoding, "backslashreplace").decode(encoding))


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _width_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(cell: str, room: int, *, flush_right: bool) -> str:
    blank = " " * (room - width(cell))
    return blank + cell if flush_right else cell + blank


def _cut(words: str, room: int) -> str:
    if width(words) <= room:
        return words
    taken = ""
    for character in words:
        if width(taken) + _width_of(character) >= room:
            break
        taken += character
    return taken + "…"


def _columns() -> int:
    return max(shutil.get_terminal_size().columns, 20)
