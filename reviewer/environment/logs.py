"""The log: what happened, never a word, title or name from a document."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

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
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            log_path(), maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
