"""Has pages printed to PDF by whoever can: a process of its own, with Qt and without a display.

This room knows no Qt; ``app`` says at its start what prints (``printed_by``). The command line and
the window print alike, and a crash there costs nothing here.
"""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.workspace.jobs import Child, Lost, Overdue

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PAGES, TOLD = b"p", b"t"
"""How the parts of an answer begin: bytes of the PDF, or why there is none. One empty ends it."""

NOT_PRINTED = N_(
    "The pages could not be printed. Take the report as a web page, and print that from a browser."
)
NOT_PRINTED_BECAUSE = N_("The pages could not be printed: {reason}")
_PATIENCE = 60.0  # seconds
_PATIENCE_PER_MEGABYTE = 40.0

Work = Callable[["Connection"], None]
"""What a process does that prints: page in, PDF out; see ``ui/papers.py``."""

Print = Callable[[Iterable[str], Progress], bytes]


class _Known:
    work: Work | None = None


def printed_by(work: Work | None) -> None:
    """Say what prints from now on."""
    _Known.work = work


def printer() -> Print | None:
    """Return what prints a page of HTML; ``None`` where nothing does."""
    return None if _Known.work is None else _print


def _print(parts: Iterable[str], progress: Progress) -> bytes:
    """Return a page of HTML as PDF; raises ``NotAllowed`` where it cannot be, and ``Cancelled``."""
    html = "".join(parts).encode()
    if _Known.work is None:
        raise NotAllowed(NOT_PRINTED)
    child = Child(_Known.work, _is_last)
    patience = _PATIENCE + _PATIENCE_PER_MEGABYTE * len(html) / 1_000_000
    try:
        with closing(child.ask(html, patience, lambda: progress.report(0))) as answer:
            return _pdf(list(answer))
    except (Overdue, Lost, OSError) as fault:
        raise NotAllowed(NOT_PRINTED) from fault
    finally:
        child.close()


def _pdf(parts: list[bytes]) -> bytes:
    for part in parts:
        if part[:1] == TOLD:
            with suppress(UnicodeDecodeError):
                raise NotAllowed(NOT_PRINTED_BECAUSE, reason=part[1:].decode())
    data = b"".join(part[1:] for part in parts)
    if not data.startswith(b"%PDF"):
        raise NotAllowed(NOT_PRINTED)
    return data


def _is_last(part: bytes) -> bool:
    return part[:1] != PAGES or len(part) == 1
