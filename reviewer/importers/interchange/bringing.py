"""Makes a document of a text that comes with another program's work: exactly as it is.

Offsets of the other program lead into this text, so nothing is stripped and nothing is added; it is
only normalised (``domain/text.py``), as every text is. What the file says of the document is taken
at its word, and comes before what the rules read in the text.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from reviewer.domain import furniture
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed, ReviewerError, Unreadable
from reviewer.domain.folding import fold
from reviewer.domain.incoming import EncodingBasis, Incoming, Original, Reading
from reviewer.domain.interchange import Brought, Doubt
from reviewer.domain.reading import captures
from reviewer.domain.reading.captures import Rule
from reviewer.domain.record_values import LONGEST_WORDS
from reviewer.domain.text import (
    LONGEST_TEXT,
    NORMALISER_VERSION,
    Normalised,
    count_words,
    normalise,
    sha256_of,
)
from reviewer.domain.words import N_
from reviewer.importers import languages, properties, shown, storable
from reviewer.importers.decoding import decode, is_binary
from reviewer.importers.metadata import described
from reviewer.importers.originals import kept_as_it_is, kept_as_utf8, original_of


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of a document; empty where it says nothing.

    A date is ISO 8601 or EDTF, or one that is read already; other words wait for an analyst.
    """

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    posted: str | WrittenDate = NO_DATE
    captured: str | WrittenDate = NO_DATE

    def readings(self) -> Iterator[Reading]:
        """Give it field by field, as it was read from the file."""
        for field in ("title", "author", "publisher", "url", "language"):
            if value := _line(getattr(self, field)):
                yield Reading(field, value, value, None, Rule.PROPERTIES)
        yield from _dated("posted", self.posted)
        yield from _dated("captured", self.captured)


def brought(
    key: str,
    name: str,
    text: str,
    *,
    importer: tuple[str, int],
    said: Said = Said(),
    media_type: str = "text/plain",
    original: bytes | None = None,
    part: str = "",
) -> Brought:
    """Return a document of ``text``, the raw text of another program, with the ``key`` of its rows.

    ``name`` is its file's name, data and never a path; ``importer`` is the key and version of the
    format. What is ``said`` wins, the rules fill in the rest. ``original`` are the file's own
    bytes, where they came along; otherwise the text itself is what is kept. ``part`` says which
    part of them it is where one file holds many documents.

    Raises ``Unreadable``, naming it, for a text that is too long or has nothing in it.
    """
    name = storable(name)
    found = _normalised(text, shown(name))
    marked = furniture.find(found.text)
    told = filter(None, (languages.of_text(found.text, marked),))
    read = (*said.readings(), *captures.read(found.text, marked), *told)
    metadata = described(found.text, name, marked, read)
    utf8 = found.text.encode()
    kept = _original(text, original, (found.text, utf8), name)
    as_is = kept.recipe == "utf-8"
    incoming = Incoming(
        original_name=name,
        media_type=media_type,
        text=found.text,
        text_sha256=kept.sha256 if as_is else sha256_of(found.text),
        folded=fold(found.text),
        words=count_words(found.text, utf8),
        changed=found.changed,
        encoding="",
        encoding_basis=EncodingBasis.DECLARED,
        importer=importer[0],
        importer_version=importer[1],
        normaliser_version=NORMALISER_VERSION,
        original=kept,
        title=metadata.title,
        author=metadata.author,
        publisher=metadata.publisher,
        url=metadata.url,
        posted=_as_read(said.posted) or metadata.posted,
        captured=_as_read(said.captured) or metadata.captured,
        language=metadata.language,
        furniture=marked,
        readings=read,
        part=part,
    )
    return Brought(key, incoming)


def left_out(fault: ReviewerError, at: str = "") -> Doubt:
    """Return a refusal as a doubt: the document is left out, what came with it is not."""
    values = {
        key: value if isinstance(value, int) else str(value) for key, value in fault.values.items()
    }
    return Doubt(fault.template, values, at)


def _normalised(raw: str, name: str) -> Normalised:
    try:
        found = normalise(raw)
    except NotAllowed as fault:
        raise Unreadable(
            N_("“{name}” is too long: {length} characters; at most {longest} fit. Split it."),
            name=name,
            length=fault.values["length"],
            longest=LONGEST_TEXT,
        ) from fault
    if not found.text or found.text.isspace():
        raise Unreadable(
            N_("“{name}” is empty: there is no word in it. Look whether it was saved completely."),
            name=name,
        )
    return found


def _line(words: str) -> str:
    return " ".join(normalise(words[: 2 * LONGEST_WORDS]).text.split())[:LONGEST_WORDS]


def _as_read(date: str | WrittenDate) -> WrittenDate | None:
    return date if isinstance(date, WrittenDate) and date != NO_DATE else None


def _dated(field: str, date: str | WrittenDate) -> Iterator[Reading]:
    if isinstance(date, WrittenDate):
        if date != NO_DATE:
            yield Reading(field, date.edtf, date.words, None, Rule.PROPERTIES)
        return
    moment = next(iter(properties.moment(date, field=field)), None)
    if moment:
        yield moment
    elif words := _line(date):
        yield Reading(field, _edtf(words), words, None, Rule.PROPERTIES)


def _edtf(words: str) -> str:
    with suppress(NotAllowed):
        return parse(words).expression
    return ""


def _original(raw: str, data: bytes | None, kept: tuple[str, bytes], name: str) -> Original:
    """Return what is kept of a file: a recipe where its bytes are those of the text.

    ``kept`` is the text, and the same in UTF-8: bytes that are those need not be decoded.
    """
    text, utf8 = kept
    if data is None:
        data = utf8 if raw == text else raw.encode("utf-8", "surrogatepass")
    if data == utf8 and not is_binary(data):
        return kept_as_utf8(data)
    with suppress(Unreadable):
        decoded = decode(data, name)
        if normalise(decoded.text).text == text:
            return original_of(data, decoded, text)
    return kept_as_it_is(data)
