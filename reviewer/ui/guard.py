"""Keeps exceptions inside the overrides that Qt calls.

On Python 3.11 a ``TypeError`` that leaves an override of a C++ virtual ends the process, and an
exception in a paint leaves a painter alive. A guarded override logs the fault, tells the hook,
and returns a value that is safe there.
"""

import functools
import logging
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar, overload

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)

P = ParamSpec("P")
Result = TypeVar("Result")
Fallback = TypeVar("Fallback")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the program, told without a word of any document.

    ``kind`` is the exception's type, ``place`` the override it came out of, ``report`` the frames
    it passed. The exception's own message is left out: it may quote a document.
    """

    kind: str
    place: str
    report: str


class _Herald(QObject):
    """Carries faults out of the override, and out of a worker thread, before anybody is told."""

    raised = Signal(object)


class _Faults:
    """What has been seen, so that a failing paint is logged once and not sixty times a second."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, str]] = set()
        self.unwritten: list[Fault] = []
        self.herald: _Herald | None = None

    def note(self, fault: Fault) -> None:
        """Log a fault in full the first time, in one quiet line after that."""
        known = (fault.kind, fault.place) in self.seen
        if known:
            _log.debug("%s again in %s", fault.kind, fault.place)
            return
        self.unwritten.append(fault)
        with suppress(RecursionError, SystemError):
            self.write()
        if self.herald is not None:
            self.herald.raised.emit(fault)
        # Last: where the stack was too full even for this, a guard further out tries again.
        self.seen.add((fault.kind, fault.place))

    def write(self) -> None:
        """Log what is not in the log yet: a stack that is full leaves no room for it."""
        while self.unwritten:
            fault = self.unwritten[0]
            _log.error("%s in %s\n%s", fault.kind, fault.place, fault.report)
            self.unwritten.remove(fault)


_faults = _Faults()


def on_fault(callback: Callable[[Fault], None] | None) -> None:
    """Call ``callback`` with the first fault only, from the event loop and never inside a paint.

    One crash report is enough: what follows the first fault is mostly its echo, and all of it is
    in the log. Setting the hook again, or to nothing, starts afresh. Call it on the main thread.
    """
    _faults.seen.clear()
    _faults.herald = None
    if callback is None:
        return
    herald = _Herald()

    told = False

    def tell_once(fault: Fault) -> None:
        nonlocal told
        _faults.write()  # before anybody is sent to the log
        if _faults.herald is herald and not told:
            told = True
            callback(fault)

    herald.raised.connect(tell_once, Qt.ConnectionType.QueuedConnection)
    _faults.herald = herald


def fault_of(error: BaseException, place: str) -> Fault:
    """Describe an exception by its type and its frames, without its message."""
    parts: list[str] = []
    link: BaseException | None = error
    while link is not None and len(parts) < 5:
        frames = "".join(traceback.format_tb(link.__traceback__))
        parts.append(f"{type(link).__name__}\n{frames}")
        link = link.__cause__ or link.__context__
    return Fault(type(error).__name__, place, "because of ".join(parts).rstrip())


class Guarded(Generic[Fallback]):
    """The decorator that ``guard`` makes.

    The decorated function returns its own type or the fallback's, so a fallback of the wrong type
    is found by the type checker where the override no longer fits.
    """

    def __init__(self, fallback: Fallback | Callable[[], Fallback]) -> None:
        self._fallback = fallback

    def __call__(self, function: Callable[P, Result]) -> Callable[P, Result | Fallback]:
        """Wrap an override of a Qt virtual."""

        @functools.wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> Result | Fallback:
            try:
                return function(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - one of the four places for it
                _faults.note(fault_of(error, f"{function.__module__}.{function.__qualname__}"))
                return self._safe_value()

        return guarded

    def _safe_value(self) -> Fallback:
        if callable(self._fallback):
            return self._fallback()
        return self._fallback


@overload
def guard() -> Guarded[None]: ...
@overload
def guard(fallback: Callable[[], Fallback]) -> Guarded[Fallback]: ...
@overload
def guard(fallback: Fallback) -> Guarded[Fallback]: ...
def guard(
    fallback: Fallback | Callable[[], Fallback] | None = None,
) -> Guarded[Fallback] | Guarded[None]:
    """Keep exceptions inside an override; return ``fallback`` instead, or what it makes.

    ``@guard()`` where nothing is returned, ``@guard(0)`` or ``@guard(fallback=False)`` for a plain
    value, ``@guard(QSize)`` for a new value each time. Write ``@override`` above it.
    """
    if fallback is None:
        return Guarded(None)
    return Guarded(fallback)


def report_fault(error: BaseException, place: str) -> None:
    """Log a fault caught elsewhere (command dispatch, the last-chance hook), and tell the hook."""
    _faults.note(fault_of(error, place))
