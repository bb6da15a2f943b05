"""Text of a page that is a picture, recognised by Tesseract where a person asks for it.

Tesseract is a program of its own, found on the path; it is given the picture of one page at a time
and the languages that are installed, that of the rest of the document first. It may think long: the
process that waits for it says so, and whoever ends that one ends Tesseract too (``jobs.py``). What
it reads may be wrong letter by letter.
"""

import os
import re
import shutil
import subprocess
import time
from contextlib import suppress
from functools import cache
from tempfile import TemporaryFile
from typing import IO, Any

from reviewer.importers import guarded
from reviewer.importers.paged.pdf_layout import PageText, TextBlock
from reviewer.importers.paged.pdf_pages import Page

_DOTS_AN_INCH = 300
_POINTS_AN_INCH = 72
_MOST_DOTS = 40_000_000
_PATIENCE = 120  # seconds for one page
_NAMES = {"en": "eng", "ur": "urd", "ar": "ara", "fa": "fas", "ps": "pus", "hi": "hin"} | {
    "de": "deu",
    "fr": "fra",
    "es": "spa",
    "ru": "rus",
}
_MOST_LANGUAGES = 4  # tried at once: each takes as long as the first
_PARAGRAPH = re.compile(r"\n\s*\n")


def program() -> str | None:
    """Return where Tesseract is; ``None`` where it is not installed."""
    return shutil.which("tesseract")


def languages(tesseract: str) -> tuple[str, ...]:
    """Return the languages that are installed for it, the usual ones first; empty when unknown."""
    return _languages(tesseract, os.environ.get("TESSDATA_PREFIX", ""))


class Recognising:
    """Recognises the pages of one document; ``language`` is that of its other pages, if known."""

    def __init__(self, language: str = "") -> None:
        """Find the program, and the languages to try (``of_page``)."""
        self._program = program()
        installed = languages(self._program) if self._program else ()
        own = _NAMES.get(language)
        first = [own] if own in installed else []
        self.of_page = tuple(dict.fromkeys([*first, *installed]))[:_MOST_LANGUAGES]

    def page(self, page: Page, label: str) -> PageText:
        """Return what Tesseract reads on a page; nothing when it fails or takes too long."""
        words = "" if self._program is None else self._read(self._program, picture(page.raw))
        blocks = tuple(
            TextBlock(found, apart=True, top=-index, bottom=-index, size=1.0, lines=1)
            for index, piece in enumerate(_PARAGRAPH.split(words))
            if (found := _on_lines(piece))
        )
        return PageText(page.number, label, blocks, 0)

    def _read(self, tesseract: str, page: bytes) -> str:
        chosen = ["-l", "+".join(self.of_page)] if self.of_page else []
        try:
            with TemporaryFile() as given:
                given.write(page)
                given.seek(0)
                return _answer([tesseract, "stdin", "stdout", *chosen], given)
        except (OSError, subprocess.SubprocessError):
            return ""


def _answer(command: list[str], given: IO[bytes]) -> str:
    """Return what a program says to a file, empty where it fails; beats while it works.

    The file is on the disk, and has no name there: of a pipe, what is left over after a beat could
    not be sent any more.
    """
    until = time.monotonic() + _PATIENCE
    with subprocess.Popen(
        command,
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    ) as process:
        try:
            while time.monotonic() < until:
                with suppress(subprocess.TimeoutExpired):
                    said, _ = process.communicate(timeout=guarded.SECONDS_BETWEEN_BEATS / 2)
                    return said.decode("utf-8", "replace") if process.returncode == 0 else ""
                guarded.beat()
            return ""
        finally:
            process.kill()


def picture(page: Any) -> bytes:
    """Return a page in grey, as a PGM file."""
    width, height = page.get_size()
    scale = min(_DOTS_AN_INCH / _POINTS_AN_INCH, (_MOST_DOTS / max(width * height, 1)) ** 0.5)
    drawn = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        rows = bytes(drawn.buffer)
        lines = (rows[at : at + drawn.width] for at in range(0, len(rows), drawn.stride))
        return b"P5 %d %d 255\n" % (drawn.width, drawn.height) + b"".join(lines)
    finally:
        drawn.close()


@cache
def _languages(tesseract: str, _data: str) -> tuple[str, ...]:
    try:
        told = subprocess.run(
            [tesseract, "--list-langs"], capture_output=True, timeout=10, check=False
        ).stdout.decode("ascii", "ignore")
    except (OSError, subprocess.SubprocessError):
        return ()
    installed = set(told.split())
    return tuple(language for language in _NAMES.values() if language in installed)


def _on_lines(piece: str) -> str:
    """Return a paragraph with its lines joined as those of a page with text are."""
    lines = [line.strip() for line in piece.replace("\f", "\n").split("\n")]
    joined = ""
    for line in filter(None, lines):
        broken = len(joined) > 1 and joined[-1] == "-" and joined[-2].isalpha()
        joined += ("\n" if broken else " " if joined else "") + line
    return joined
