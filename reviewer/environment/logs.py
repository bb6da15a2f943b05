"""The log: what happened, never a word, title or name from a document."""

import logging
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

from reviewer.environment import paths

_MOST_BYTES = 500_000


def log_path() -> Path:
    """Return where the log lies."""
    return paths.state_folder() / "reviewer.log"


def start_logging() -> None:
    """Write warnings and worse to the log file; without a place to write, to nowhere."""
    root = logging.getLogger("reviewer")
    if root.handlers:
        return
    try:
        paths.make_private(log_path().parent)
        handler: logging.Handler = _LogFile(
            log_path(),
            maxBytes=_MOST_BYTES,
            backupCount=2,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)


class _LogFile(RotatingFileHandler):
    """A log for its owner alone, that keeps quiet when it cannot be written.

    The disk may be full or the folder somebody else's; a person who works can do nothing about
    it in the middle of a command, and a traceback on their terminal is no help. A stack that is
    too full to write is told on: whoever logs it can try again when there is room.
    """

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if isinstance(error, RecursionError | SystemError):
            raise error

    @override
    def _open(self) -> TextIOWrapper:
        descriptor = os.open(
            self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, paths.FILE_MODE
        )
        with suppress(OSError):  # one left by an earlier version may be readable by all
            Path(self.baseFilename).chmod(paths.FILE_MODE)
        file = os.fdopen(descriptor, "ab")
        return TextIOWrapper(file, encoding=self.encoding, errors=self.errors)
