"""Reads ``.hostile`` files: a line a deed, in order."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, EncodingBasis, Incoming, LeftOut, Taken
from reviewer.importers.guarded import beat
from reviewer.importers.originals import kept_as_it_is
from reviewer.importers.writing import Writing


def _hang() -> None:
    time.sleep(600)


def _spin() -> None:
    while True:
        pass


def _swell() -> None:
    held = [bytes(100_000_000) for _ in range(100)]
    raise AssertionError(len(held))


def _fail() -> None:
    raise ZeroDivisionError("a word of the file")


def _miss() -> None:
    raise ModuleNotFoundError("No module named 'lxml.html.clean'")


def _refuse() -> None:
    raise Unreadable("“{name}” is refused: {reason}", name="x", reason=ValueError("no sense"))


def _beat() -> None:
    for _ in range(6):
        time.sleep(0.3)
        beat()


def _shout() -> None:
    print("shouted")  # noqa: T201
    sys.stderr.write("shouted")
    os.write(1, b"shouted")


def _limits() -> None:
    raise Unreadable("the child ignores Ctrl+C: {it}", it=signal.getsignal(signal.SIGINT))


def _leave_number() -> None:
    Path(os.environ["LEAVE_NUMBER_IN"]).write_text(str(os.getpid()))


_DEEDS: Mapping[str, Callable[[], None]] = {
    "crash": os.abort,
    "leave": lambda: os._exit(0),
    "hang": _hang,
    "spin": _spin,
    "swell": _swell,
    "fail": _fail,
    "miss": _miss,
    "refuse": _refuse,
    "beat": _beat,
    "shout": _shout,
    "limits": _limits,
    "number": _leave_number,
}


@dataclass(frozen=True, slots=True)
class HostileFiles:
    """The format."""

    key: str = "hostile"
    title: str = "Hostile files"
    suffixes: tuple[str, ...] = (".hostile",)
    guarded: bool = True

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Do what the lines say; what is no deed is a document."""
        original = kept_as_it_is(data)
        lines = data.decode(encoding or "utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            deed, _, rest = line.partition(":")
            if deed in _DEEDS:
                _DEEDS[deed]()
            elif deed == "attach":
                called, _, words = rest.partition("=")
                yield Enclosed(called, words.replace("|", "\n").encode(), attached=True)
            elif deed == "under":
                part, called, words = rest.split("=")
                yield Enclosed(called, words.encode(), attached=True, of_part=part)
            elif deed == "mail":
                part, _, words = rest.partition("=")
                mail = self._document(data, name, words)
                yield replace(mail, part=part, original=original, attached=bool(part))
            elif deed == "nonsense":
                yield Enclosed(Path(rest), b"")  # type: ignore[arg-type]
            elif deed == "cannot":
                yield LeftOut(rest, Unreadable("“{name}” is locked.", name=rest))
            else:
                part = f"line {number}" if len(lines) > 1 else ""
                basis = (encoding or "utf-8", EncodingBasis.DECLARED)
                found = self._document(data, name, line, basis)
                yield replace(found, part=part, original=original)

    def _document(
        self,
        data: bytes,
        name: str,
        words: str,
        encoding: tuple[str, EncodingBasis] = ("utf-8", EncodingBasis.DECLARED),
    ) -> Incoming:
        writing = Writing(data, name)
        writing.line(words)
        return writing.incoming(
            importer=("hostile", 1), media_type="text/x-hostile", encoding=encoding
        )


IMPORTER = HostileFiles()
