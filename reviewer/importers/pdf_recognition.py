"""Text of a page that is a picture, recognised by Tesseract where a person asks for it.

Tesseract is a program of its own, found on the path; it is given the picture of one page at a time
and the languages that are installed. What it reads may be wrong letter by letter.
"""

import os
import re
import shutil
import subprocess
from functools import cache
from typing import Any

from reviewer.importers.pdf_layout import PageText, TextBlock
from reviewer.importers.pdf_pages import Page

_DOTS_AN_INCH = 300
_POINTS_AN_INCH = 72
_MOST_DOTS = 40_000_000
_PATIENCE = 120  # seconds for one page
_LANGUAGES_WANTED = ("eng", "urd", "ara", "fas", "pus", "hin", "deu", "fra", "spa", "rus")
_PARAGRAPH = re.compile(r"\n\s*\n")


def program() -> str | None:
    """Return where Tesseract is; ``None`` where it is not installed."""
    return shutil.which("tesseract")


def languages(tesseract: str) -> tuple[str, ...]:
    """Return the languages that are installed for it, the usual ones first; empty when unknown."""
    return _languages(tesseract, os.environ.get("TESSDATA_PREFIX", ""))


def recognised_page(page: Page, label: str) -> PageText:
    """Return what Tesseract reads on a page; nothing when it fails or takes too long."""
    tesseract = program()
    words = "" if tesseract is None else _read(tesseract, picture(page.raw))
    blocks = tuple(
        TextBlock(found, apart=True, top=-index, bottom=-index, size=1.0, lines=1)
        for index, piece in enumerate(_PARAGRAPH.split(words))
        if (found := _on_lines(piece))
    )
    return PageText(page.number, label, blocks, 0)


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
    return tuple(language for language in _LANGUAGES_WANTED if language in installed)


def _read(tesseract: str, page: bytes) -> str:
    wanted = languages(tesseract)
    chosen = ["-l", "+".join(wanted)] if wanted else []
    try:
        done = subprocess.run(
            [tesseract, "stdin", "stdout", *chosen],
            input=page,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _on_lines(piece: str) -> str:
    """Return a paragraph with its lines joined as those of a page with text are."""
    lines = [line.strip() for line in piece.replace("\f", "\n").split("\n")]
    joined = ""
    for line in filter(None, lines):
        broken = len(joined) > 1 and joined[-1] == "-" and joined[-2].isalpha()
        joined += ("\n" if broken else " " if joined else "") + line
    return joined
