"""A text by what its places are counted in: how long it is, and what stands between two places.

A place inside a character, or inside a CRLF, is one at its start (``floor``).
"""

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


class CodePoints:
    """A text by its code points."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __len__(self) -> int:
        return len(self._text)

    def floor(self, place: int) -> int:
        """Return the place, or the start of the CRLF it lies in."""
        return place - (self._text[max(place - 1, 0) : place + 1] == "\r\n")

    def piece(self, start: int, end: int) -> str:
        """Return what stands between two places."""
        return self._text[start:end]


class Encoded:
    """A text by the units of an encoding, each of ``width`` bytes: UTF-16 units, UTF-8 bytes."""

    def __init__(self, text: str, encoding: str, width: int) -> None:
        self._encoding, self._width = encoding, width
        try:
            self._data = text.encode(self._encoding)
        except UnicodeEncodeError:  # a lone surrogate is as long as what stands for it
            self._data = _SURROGATE.sub("\ufffd", text).encode(self._encoding)
        self._cr, self._lf = "\r".encode(self._encoding), "\n".encode(self._encoding)

    def __len__(self) -> int:
        return len(self._data) // self._width

    def floor(self, place: int) -> int:
        """Return the place, or the start of the character or CRLF it lies in."""
        data, width = self._data, self._width
        byte = place * width
        if width == 1:
            while byte < len(data) and data[byte] & 0xC0 == 0x80:
                byte -= 1
        elif byte < len(data) and 0xDC <= data[byte + 1] <= 0xDF:
            byte -= width
        if data[byte : byte + width] == self._lf and data[max(byte - width, 0) : byte] == self._cr:
            byte -= width
        return byte // width

    def piece(self, start: int, end: int) -> str:
        """Return what stands between two places, neither of them inside a character."""
        return self._data[start * self._width : end * self._width].decode(self._encoding)
