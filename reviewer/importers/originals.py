"""The bytes a file came in: kept for ever, as a recipe where the text gives them back exactly.

A recipe is the encoding, then ``bom`` where there was a byte order mark, then ``crlf`` or ``cr``
where lines did not end in LF: ``utf-8``, ``utf-16-le bom crlf``. It is checked byte for byte when
it is made; where it does not hold, the bytes themselves are kept, packed.
"""

import hashlib
import zlib

from reviewer.domain.errors import Damaged
from reviewer.domain.incoming import Original
from reviewer.domain.words import N_
from reviewer.importers import LARGEST_FILE
from reviewer.importers.decoding import MARKS, Decoded, codec_of

_LARGE = 200_000  # bytes
_PIECES, _PIECE = 16, 2_048
_WORTH_IT = 0.95  # of its size
_NEWLINES = {"crlf": "\r\n", "cr": "\r"}


def original_of(data: bytes, decoded: Decoded, text: str) -> Original:
    """Return what to keep of a file's ``data`` beside the normalised ``text`` that came of it."""
    sha256 = hashlib.sha256(data).hexdigest()
    parts = [decoded.encoding]
    if decoded.mark:
        parts.append("bom")
    if "\r" in decoded.text:
        parts.append("crlf" if "\n" in decoded.text else "cr")
    recipe = " ".join(parts)
    if _cook(recipe, text) == data:
        return Original(sha256, len(data), recipe, "plain", b"")
    return kept_as_it_is(data)


def kept_as_utf8(data: bytes) -> Original:
    """Return what to keep of a file whose bytes are its text in UTF-8: how to make them again."""
    return Original(hashlib.sha256(data).hexdigest(), len(data), "utf-8", "plain", b"")


def kept_as_it_is(data: bytes) -> Original:
    """Return what to keep of a file that no text gives back: its bytes, packed where that helps."""
    sha256 = hashlib.sha256(data).hexdigest()
    if _may_be_packed(data):
        packed = zlib.compress(data)
        if len(packed) < len(data):
            return Original(sha256, len(data), "", "zlib", packed)
    return Original(sha256, len(data), "", "plain", data)


def _may_be_packed(data: bytes) -> bool:
    """Say whether packing helps, by a few pieces of a large file: most PDFs are packed already."""
    if len(data) < _LARGE:
        return True
    step = len(data) // _PIECES
    pieces = b"".join(data[at : at + _PIECE] for at in range(0, len(data), step))
    return len(zlib.compress(pieces, 1)) < _WORTH_IT * len(pieces)


def restore(original: Original, text: str) -> bytes:
    """Return a file's own bytes again, from what is kept and the text.

    Raises ``Damaged`` when they cannot be made or are not those that came in. Never makes more
    than the size that was stored, nor more than a file may have.
    """
    data = _bytes_of(original, text)
    if data is None or hashlib.sha256(data).hexdigest() != original.sha256:
        raise Damaged(
            N_("The bytes of an original file (SHA-256 {start}…) cannot be made again."),
            start=original.sha256[:12],
        )
    return data


def restored_sha256(original: Original, text: str) -> str:
    """Return the SHA-256 of the bytes that can be made again; empty where none can."""
    data = _bytes_of(original, text)
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _bytes_of(original: Original, text: str) -> bytes | None:
    if original.recipe:
        data = _cook(original.recipe, text)
    elif original.codec == "zlib":
        data = _unpack(original.data, original.size)
    else:
        data = original.data if original.codec == "plain" else None
    return data if data is not None and len(data) == original.size else None


def _cook(recipe: str, text: str) -> bytes | None:
    """Encode ``text`` by a recipe; ``None`` where it cannot be."""
    encoding, *parts = recipe.split(" ")
    if encoding == "utf-8" and not parts:
        return text.encode()
    codec = codec_of(encoding)
    mark = MARKS.get(encoding, b"") if "bom" in parts else b""
    newline = next((_NEWLINES[part] for part in parts if part in _NEWLINES), "\n")
    if codec is None:
        return None
    try:
        return mark + (text if newline == "\n" else text.replace("\n", newline)).encode(codec)
    except UnicodeError:
        return None


def _unpack(data: bytes, size: int) -> bytes | None:
    if not 0 <= size <= LARGEST_FILE:
        return None
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(data, size + 1)
    except zlib.error:
        return None
    return unpacked if unpacking.eof and not unpacking.unused_data else None
