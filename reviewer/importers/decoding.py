"""Bytes to text, once, with the reason why they were read so.

In this order: a byte order mark; the pattern zero bytes make in UTF-16 without one; strict UTF-8;
UTF-8 with a few damaged bytes; the encoding the file names; the statistics of charset-normalizer
(imported only when it comes to that). A person can overrule all of it. Bytes that mean nothing
become lone surrogates, which the normaliser turns into U+FFFD and counts.
"""

import codecs
import re
from dataclasses import dataclass

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.words import N_


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding offered to a person; ``name`` is what is stored and what Python calls it."""

    name: str
    label: str


ENCODINGS = (
    Encoding("utf-8", N_("Unicode (UTF-8)")),
    Encoding("utf-16-le", N_("Unicode (UTF-16, little-endian)")),
    Encoding("utf-16-be", N_("Unicode (UTF-16, big-endian)")),
    Encoding("windows-1252", N_("Western European (Windows-1252)")),
    Encoding("windows-1256", N_("Arabic and Urdu (Windows-1256)")),
    Encoding("iso-8859-6", N_("Arabic (ISO 8859-6)")),
    Encoding("windows-1255", N_("Hebrew (Windows-1255)")),
    Encoding("windows-1254", N_("Turkish (Windows-1254)")),
    Encoding("windows-1250", N_("Central European (Windows-1250)")),
    Encoding("windows-1251", N_("Cyrillic (Windows-1251)")),
    Encoding("koi8-r", N_("Cyrillic (KOI8-R)")),
    Encoding("windows-1253", N_("Greek (Windows-1253)")),
    Encoding("gb18030", N_("Chinese, simplified (GB 18030)")),
    Encoding("big5", N_("Chinese, traditional (Big5)")),
    Encoding("cp932", N_("Japanese (Shift JIS)")),
    Encoding("euc-jp", N_("Japanese (EUC-JP)")),
    Encoding("cp949", N_("Korean (EUC-KR)")),
)

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}  # the mark of UTF-32 begins with the one of UTF-16, so it is tried first
_UNIT = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}  # bytes

_NAMES = {codecs.lookup(encoding.name).name: encoding.name for encoding in ENCODINGS}
# What these can say, their wider relatives say with the same bytes.
_NAMES |= {
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

_ASCII = bytes(range(128))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r")) + b"\x7f"
_MOST_CONTROLS = 0.01
_MOST_DAMAGE = 0.2  # of what is not ASCII
_SAMPLE = 65_536  # bytes
_SPRINKLE = 0.03
_LATIN_LETTERS = bytes(
    byte
    for byte in range(128, 256)
    for codec in ("cp1250", "cp1252")
    if bytes([byte]).decode(codec, "ignore").isalpha()
)
_CENTRAL_LETTERS = bytes(
    byte for byte in range(128, 192) if bytes([byte]).decode("cp1250", "ignore").isalpha()
)
_HIGH_WORD = re.compile(rb"[\x80-\xff]{3,}")
_HEAD = 1_024  # bytes in which a file names its encoding
_DECLARED = re.compile(rb"(?:charset|coding|encoding)\s*[=:]\s*[\"']?([A-Za-z][\w.:-]{2,30})", re.I)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text in a file, without its byte order mark (``mark``: there was one)."""

    text: str
    encoding: str
    mark: bool
    basis: EncodingBasis


def decode(data: bytes, name: str, *, chosen: str | None = None) -> Decoded:
    """Decode a file's bytes; ``chosen`` is the encoding a person insists on.

    Raises ``Unreadable``, with the file's ``name``, when the bytes are no text (more than 1 % of
    them are control characters) or the chosen encoding is unknown.
    """
    decoded = (
        _chosen(data, name, chosen)
        or _marked(data)
        or _zero_pattern(data)
        or _utf8(data, name)
        or _other(data)
    )
    if decoded.mark or chosen or decoded.encoding in _UNIT:
        _refuse_binary(decoded.text.encode("utf-8", "replace"), name)
    return decoded


def codec_of(encoding: str) -> str | None:
    """Return what Python calls a text encoding; ``None`` for one that is unknown or no encoding."""
    try:
        "".encode(encoding)
        codec = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return None
    return None if codec in _NO_TEXT else codec


_NO_TEXT = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})


def _chosen(data: bytes, name: str, encoding: str | None) -> Decoded | None:
    if encoding is None:
        return None
    codec = codec_of(encoding)
    if codec is None:
        raise Unreadable(
            N_("“{name}” cannot be read as “{encoding}”: no such encoding is known. Try: {known}."),
            name=name,
            encoding=encoding,
            known=", ".join(known.name for known in ENCODINGS),
        )
    stored = _NAMES.get(codec, codec)
    mark = MARKS.get(stored, b"")
    marked = bool(mark) and data.startswith(mark)
    text = _text(data[len(mark) :] if marked else data, stored)
    return Decoded(text, stored, marked, EncodingBasis.CHOSEN)


def _marked(data: bytes) -> Decoded | None:
    for encoding, mark in MARKS.items():
        if data.startswith(mark):
            text = _text(data[len(mark) :], encoding)
            return Decoded(text, encoding, mark=True, basis=EncodingBasis.MARK)
    return None


def _zero_pattern(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark by where its zero bytes fall."""
    if b"\0" not in data:
        return None
    pairs = (len(data) + 1) // 2
    low, high = data[0::2].count(0), data[1::2].count(0)
    zeros, others, encoding = (high, low, "utf-16-le") if high > low else (low, high, "utf-16-be")
    if zeros < min(pairs, max(2, pairs // 50)) or others * 20 > zeros:
        return None
    without = data.replace(b"\0", b"")
    if zeros * 4 < pairs and _decodes(without, "utf-8") and not is_binary(without):
        return None  # text with zero bytes in it
    text = _text(data, encoding)
    if is_binary(text.encode("utf-8", "replace")):
        return None
    return Decoded(text, encoding, mark=False, basis=EncodingBasis.ZERO_PATTERN)


def _utf8(data: bytes, name: str) -> Decoded | None:
    _refuse_binary(data, name)
    try:
        return Decoded(data.decode(), "utf-8", mark=False, basis=EncodingBasis.STRICT)
    except UnicodeDecodeError:
        text = _text(data, "utf-8")
    good = len(text.encode("utf-8", "ignore").decode())
    bad = len(text) - good
    ascii_only = len(data) - len(data.translate(None, _ASCII))
    if bad >= _MOST_DAMAGE * (len(text) - ascii_only):
        return None
    return Decoded(text, "utf-8", mark=False, basis=EncodingBasis.DAMAGED)


def _other(data: bytes) -> Decoded:
    declared = _declared(data)
    if declared:
        return Decoded(_text(data, declared), declared, mark=False, basis=EncodingBasis.DECLARED)
    guessed = _guessed(data)
    return Decoded(_text(data, guessed), guessed, mark=False, basis=EncodingBasis.GUESSED)


def _declared(data: bytes) -> str | None:
    """Return the encoding the file names for itself, if it can be that."""
    match = _DECLARED.search(data[:_HEAD])
    codec = codec_of(match[1].decode()) if match else None
    if codec is None or codec.startswith("utf"):
        return None  # it is not UTF-8, whatever it says
    return _NAMES.get(codec, codec) if _decodes(data, codec) else None


def _guessed(data: bytes) -> str:
    """Guess among the encodings offered, so that a person finds the guess in the list."""
    if _is_sprinkled(data):
        return "windows-1252"
    from charset_normalizer import from_bytes  # 30 ms that most imports never need

    sample = _sample(data)
    one_byte_or_two = [codec for codec, name in _NAMES.items() if name not in MARKS]
    best = from_bytes(sample, cp_isolation=one_byte_or_two).best()
    codec = codec_of(best.encoding) if best else None
    if codec is None or _could_be_western(sample, codec):
        return "windows-1252"
    return _NAMES.get(codec, codec)


def _is_sprinkled(data: bytes) -> bool:
    """Say whether the text is ASCII but for a quote, a dash or an accent here and there.

    That is Western European, and too little for statistics: other scripts fill whole words, and
    other Latin alphabets have more letters of their own.
    """
    high = data.translate(None, _ASCII)
    letters = len(high) - len(high.translate(None, _LATIN_LETTERS))
    words = sum(map(len, _HIGH_WORD.findall(data)))
    few = letters <= _SPRINKLE * len(data) and words * 10 <= len(high)
    return few and _decodes(data, "windows-1252")


def _sample(data: bytes) -> bytes:
    """Return lines that are not ASCII, up to 64 KB: the others say nothing."""
    lines: list[bytes] = []
    room = _SAMPLE
    for line in data.splitlines():
        if not line.isascii():
            before = len(line) - len(line.lstrip(_ASCII))
            lines.append(line[max(0, before - 200) :][:room])
            room -= len(lines[-1])
            if room <= 0:
                break
    return b"\n".join(lines)


def _could_be_western(sample: bytes, codec: str) -> bool:
    """Say whether the same letters, or plainer ones, come out of Windows-1252.

    Statistics of a few accents cannot tell it from Windows-1250. Nearly all languages of the
    latter have letters among its first 64 places, where the former has punctuation.
    """
    if not _decodes(sample, "windows-1252"):
        return False
    if codec == "cp1250" and len(sample.translate(None, _CENTRAL_LETTERS)) == len(sample):
        return True
    return sample.decode(codec, "replace") == sample.decode("windows-1252")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _text(data: bytes, encoding: str) -> str:
    """Decode whatever comes; what cannot be decoded becomes lone surrogates."""
    unit = _UNIT.get(encoding)
    try:
        if unit is None:
            return data.decode(encoding, "surrogateescape")
        whole = len(data) - len(data) % unit
        cut = "\udcff" if whole < len(data) else ""
        return data[:whole].decode(encoding, "surrogatepass") + cut
    except UnicodeDecodeError:
        return data.decode(encoding, "replace")


def is_binary(data: bytes) -> bool:
    """Say whether bytes are no text: more than 1 % of them are control characters."""
    return len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data)


def _refuse_binary(data: bytes, name: str) -> None:
    if is_binary(data):
        raise Unreadable(
            N_(
                "“{name}” is no text: more than 1 % of it are control characters. Open it in the "
                "program it was made with and save it as plain text."
            ),
            name=name,
        )
