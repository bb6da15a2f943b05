"""Plain text: decoded, normalised, and otherwise taken as it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reviewer.domain import furniture
from reviewer.domain.errors import NotAllowed, Unreadable
from reviewer.domain.folding import fold
from reviewer.domain.incoming import Incoming, Reading, Taken
from reviewer.domain.reading import captures
from reviewer.domain.text import (
    LONGEST_TEXT,
    NORMALISER_VERSION,
    Normalised,
    count_words,
    normalise,
    sha256_of,
)
from reviewer.domain.words import N_
from reviewer.importers import Importer, languages, shown
from reviewer.importers.decoding import decode
from reviewer.importers.metadata import described
from reviewer.importers.originals import original_of


@dataclass(frozen=True, slots=True)
class TextImporter:
    """A format that is text all through; ``heading`` reads a title that its rules mark."""

    key: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    version: int = 1
    heading: Callable[[str], Reading | None] | None = None
    guarded: bool = False

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give the one document that a file of text is; raises what ``read`` raises."""
        yield self.read(data, name, encoding=encoding)

    def read(self, data: bytes, name: str, *, encoding: str | None = None) -> Incoming:
        """Read a file's bytes; raises ``Unreadable`` when it is empty, no text, or too long."""
        decoded = decode(data, shown(name), chosen=encoding)
        text, changed = _normalised(decoded.text, shown(name))
        as_is = data if decoded.encoding == "utf-8" and not (changed or decoded.mark) else None
        original = original_of(data, decoded, text)
        found = furniture.find(text)
        readings = self._readings(text, captures.read(text, found))
        readings += tuple(filter(None, (languages.by_letters(text),)))
        metadata = described(text, name, found, readings)
        return Incoming(
            original_name=name,
            media_type=self.media_type,
            text=text,
            text_sha256=original.sha256 if as_is else sha256_of(text),
            folded=fold(text),
            words=count_words(text, as_is),
            changed=changed,
            encoding=decoded.encoding,
            encoding_basis=decoded.basis,
            importer=self.key,
            importer_version=self.version,
            normaliser_version=NORMALISER_VERSION,
            original=original,
            title=metadata.title,
            author=metadata.author,
            publisher=metadata.publisher,
            url=metadata.url,
            posted=metadata.posted,
            captured=metadata.captured,
            language=metadata.language,
            furniture=found,
            readings=readings,
        )

    def _readings(self, text: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        heading = self.heading and self.heading(text)
        if not heading:
            return readings
        return (heading, *(reading for reading in readings if reading.field != heading.field))


def _normalised(raw: str, name: str) -> tuple[str, int]:
    try:
        found: Normalised = normalise(raw)
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
    return found.text, found.changed


IMPORTER: Importer = TextImporter(
    key="plain_text",
    title=N_("Plain text"),
    suffixes=(".txt", ".text"),
    media_type="text/plain",
)
