"""Has pages printed to PDF by whoever can: a process of its own, with Qt and without a display.

This room knows no Qt; ``app`` says at its start what prints (``printed_by``). The command line and
the window print alike, and a crash there costs nothing here.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Protocol

from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.workspace.jobs import Child, Lost, Overdue

PAGES, TOLD = b"p", b"t"
"""How the parts of an answer begin: bytes of the PDF, or why there is none. An empty one ends it.

Whatever is sent to be printed is answered; the PDF itself answers the end.
"""

NOT_PRINTED = N_("The pages could not be printed. Take a web page, and print that from a browser.")
NOT_PRINTED_BECAUSE = N_("The pages could not be printed: {reason}")
_PATIENCE = 60.0  # seconds
_END = b"\n"  # what is sent behind the last page


class Line(Protocol):
    """The line to whoever asks; each message is a piece of its own."""

    def send_bytes(self, buf: bytes, /) -> None:
        """Send a message; raises ``OSError`` when nobody is there."""
        ...

    def recv_bytes(self) -> bytes:
        """Wait for a message; raises ``EOFError`` when nobody is there."""
        ...


Work = Callable[[Line], None]
"""What a process does that prints: pages in, at last a PDF out; see ``ui/printed_pages.py``."""

Print = Callable[[Iterable[str], Progress], bytes]


class _Known:
    work: Work | None = None


def printed_by(work: Work | None) -> None:
    """Say what prints from now on."""
    _Known.work = work


def printer() -> Print | None:
    """Return what prints pages of HTML, one behind the other; ``None`` where nothing does."""
    return None if _Known.work is None else _print


def _print(pages: Iterable[str], progress: Progress) -> bytes:
    """Return pages of HTML as one PDF; raises ``NotAllowed`` where it cannot be, and ``Cancelled``.

    Each is laid out before the next is made, so that no more than one is held.
    """
    if _Known.work is None:
        raise NotAllowed(NOT_PRINTED)
    child = Child(_Known.work, _is_last)
    try:
        for page in pages:
            _answer(child, page.encode(), progress)
        data = _answer(child, _END, progress)
    except (Overdue, Lost, OSError) as fault:
        raise NotAllowed(NOT_PRINTED) from fault
    finally:
        child.kill()
    if not data.startswith(b"%PDF"):
        raise NotAllowed(NOT_PRINTED)
    return data


def _answer(child: Child, question: bytes, progress: Progress) -> bytes:
    look = getattr(progress, "stop_if_asked", _nothing)
    with closing(child.ask(question, _PATIENCE, look)) as answer:
        parts = list(answer)
    for part in parts:
        if part[:1] == TOLD:
            raise NotAllowed(NOT_PRINTED_BECAUSE, reason=part[1:].decode(errors="replace"))
    return b"".join(memoryview(part)[1:] for part in parts)


def _nothing() -> None:
    pass


def _is_last(part: bytes) -> bool:
    return part[:1] != PAGES or len(part) == 1
