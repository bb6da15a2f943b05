"""Objects put behind a PDF that Qt has written: what it cannot write itself.

Qt paints pages, links and the places they lead to; it knows no outline and no language. A PDF may
be gone on with behind its end, so nothing that is there is touched. Files of strangers are not
written to here: pdfium does that, in a process of its own (``annotated/pdf_marks.py``).
"""

import re
from collections.abc import Mapping

_END = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_ROOT, _SIZE = re.compile(rb"/Root\s+(\d+)\s+0\s+R"), re.compile(rb"/Size\s+(\d+)")
_SECTION = re.compile(rb"xref\s+0\s+(\d+)\s*?\n")
_LONGEST_END = 4096  # bytes, of what stands behind the table of objects
_LINE = 20  # bytes, of the table of objects
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class NotGoneOnWith(ValueError):
    """A PDF is not laid out as Qt lays out its own."""


class PdfUpdate:
    """Objects to stand behind the end of a PDF, and what they add to its catalogue."""

    def __init__(self, data: bytes) -> None:
        """Read the end of a PDF; raises ``NotGoneOnWith``."""
        end = _END.search(data, max(0, len(data) - _LONGEST_END))
        root, size = (end and found.search(end[1]) for found in (_ROOT, _SIZE))
        if not (end and root and size):
            raise NotGoneOnWith
        self._trailer, self._table = end[1], int(end[2])
        self._root, self._first = int(root[1]), int(size[1])
        self._at = len(data)
        self._catalogue = self._read(data)
        self._objects: list[bytes] = []

    def next_number(self, ahead: int = 0) -> int:
        """Return the number of the object that is added next, or so many behind it."""
        return self._first + len(self._objects) + ahead

    def add(self, entries: Mapping[str, bytes]) -> int:
        """Put an object behind the others; returns its number."""
        self._objects.append(_dictionary(entries))
        return self.next_number() - 1

    def finish(self, catalogue: Mapping[str, bytes]) -> bytes:
        """Return what is to stand behind the file; ``catalogue`` is added to what it has."""
        root = self._catalogue + b"".join(_entries(catalogue)) + b">>"
        written, places, at = [b"\n"], list[int](), self._at + 1
        numbered = ((self._root, root), *enumerate(self._objects, self._first))
        for number, body in numbered:
            places.append(at)
            written.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            at += len(written[-1])
        lines = [b"%010d 00000 n \n" % place for place in places]
        size = self.next_number()
        trailer = _SIZE.sub(b"/Size %d" % size, self._trailer)
        return b"".join(
            [
                *written,
                b"xref\n%d 1\n%b" % (self._root, lines[0]),
                b"%d %d\n" % (self._first, len(self._objects)) if self._objects else b"",
                *lines[1:],
                b"trailer\n<<%b/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, self._table, at),
            ]
        )

    def _read(self, data: bytes) -> bytes:
        """Return the catalogue up to where it ends."""
        section = _SECTION.match(data, self._table)
        if section is None or self._root >= int(section[1]):
            raise NotGoneOnWith
        line = section.end() + self._root * _LINE
        try:
            at = int(data[line : line + 10])
        except ValueError as fault:
            raise NotGoneOnWith from fault
        begins = b"%d 0 obj" % self._root
        body = data[at : data.find(b"endobj", at)]
        inside = body.removeprefix(begins).strip()
        if inside == body or not (inside.startswith(b"<<") and inside.endswith(b">>")):
            raise NotGoneOnWith
        return inside[:-2]


def text(words: str) -> bytes:
    """Return words of any script as a PDF holds them."""
    return b"<FEFF%b>" % _UNFIT.sub("\ufffd", words).encode("utf-16-be").hex().upper().encode()


def reference(number: int) -> bytes:
    """Return what leads to an object."""
    return b"%d 0 R" % number


def _entries(entries: Mapping[str, bytes]) -> list[bytes]:
    return [b"/%b %b\n" % (name.encode(), value) for name, value in entries.items()]


def _dictionary(entries: Mapping[str, bytes]) -> bytes:
    return b"<<\n%b>>" % b"".join(_entries(entries))
