"""Markdown: the text is kept as it is, marks and all; only its first heading is read as title."""

import re

from reviewer.domain.incoming import Reading
from reviewer.domain.reading.captures import Rule
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.importers import Importer
from reviewer.importers.plain_text import TextImporter

_LONGEST_HEADING = 300  # code points; what is longer is no heading
_FENCE = re.compile(r" {0,3}(```|~~~)")
_MARKED = re.compile(r" {0,3}#{1,6}[ \t]+(?P<words>\S.*?)[ \t]*(?:[ \t]#+[ \t]*)?")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_PLAIN = re.compile(r" {0,3}(?P<words>[^\s#>|`*+~=-].*?)[ \t]*")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|`+)(\S(?:.*?\S)?)\1")


def heading(text: str) -> Reading | None:
    """Read the first heading: ``# Title``, or a line underlined with ``=`` or ``-``.

    The words keep their marks, the value is without them. What stands in a fenced block of code
    is no heading.
    """
    start = 0
    fence = ""
    before: tuple[int, str] | None = None
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence, before = "" if fence else mark[1], None
        elif not fence:
            found = _heading_of(start, line, before)
            if found:
                return found
            before = (start, line)
        start += len(line) + 1
    return None


def _heading_of(start: int, line: str, before: tuple[int, str] | None) -> Reading | None:
    if len(line) > _LONGEST_HEADING:
        return None
    if match := _MARKED.fullmatch(line):
        return _reading(start, match)
    if before and _UNDERLINE.fullmatch(line) and len(before[1]) <= _LONGEST_HEADING:
        match = _PLAIN.fullmatch(before[1])
        return _reading(before[0], match) if match else None
    return None


def _reading(start: int, match: re.Match[str]) -> Reading | None:
    words = match["words"]
    value = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", words)).strip()
    if not any(map(str.isalnum, value)):
        return None
    begin = start + match.start("words")
    return Reading("title", value, words, Span(begin, begin + len(words)), Rule.HEADING)


IMPORTER: Importer = TextImporter(
    key="markdown",
    title=N_("Markdown"),
    suffixes=(".md", ".markdown"),
    media_type="text/markdown",
    heading=heading,
)
