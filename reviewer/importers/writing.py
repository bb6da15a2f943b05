"""Puts together the text of a file that is not text all through: line by line, with its parts.

A reader of a format says what it finds (``line``, ``blank``), what a stretch is (``begin`` and
``end`` of a part) and what is furniture; places are counted here and nowhere else. Every line is
normalised as it comes, so that places stay right, and what the text ends up as is its own normal
form. ``incoming`` makes the document of it, with what it says about itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.domain import furniture
from reviewer.domain.errors import Unreadable
from reviewer.domain.folding import fold
from reviewer.domain.incoming import (
    EncodingBasis,
    Furniture,
    FurnitureKind,
    Incoming,
    Original,
    Part,
    PartKind,
    Reading,
    Remark,
)
from reviewer.domain.reading import captures
from reviewer.domain.spans import Span
from reviewer.domain.text import (
    LONGEST_TEXT,
    NORMALISER_VERSION,
    count_words,
    normalise,
    sha256_of,
)
from reviewer.domain.words import N_
from reviewer.importers import languages, shown
from reviewer.importers.metadata import described
from reviewer.importers.originals import kept_as_it_is

_TOO_LONG = N_("“{name}” is too long: more than {longest} characters. Split it.")
_NO_WORDS = N_("“{name}” is empty: there is no word in it. Look whether it was saved completely.")


@dataclass(frozen=True, slots=True)
class Begun:
    """A part that was begun and not ended yet."""

    kind: PartKind
    start: int
    number: int
    label: str


class Writing:
    """A text that is being put together; places are code points of what it will be."""

    def __init__(self, data: bytes, name: str) -> None:
        """Begin with the file's own bytes and its name, as it is kept."""
        self._data = data
        self._name = name
        self._pieces: list[str] = []
        self._length = 0
        self._changed = 0
        self._furniture: list[Furniture] = []
        self._parts: list[Part] = []

    @property
    def place(self) -> int:
        """The place where the next line will begin."""
        return self._length

    def line(self, words: str, kind: FurnitureKind | None = None) -> Span | None:
        """Write a line, or several, and end it; returns where the words stand.

        No words write nothing. Raises ``Unreadable`` when the text gets too long.
        """
        found = normalise(words)
        text = found.text.strip("\n")
        self._changed += found.changed
        if not text:
            return None
        span = Span(self._length, self._length + len(text))
        self._write(text + "\n")
        if kind is not None:
            self._furniture.append(Furniture(span, kind))
        return span

    def blank(self) -> None:
        """Leave one line empty, unless it is so already or nothing was written yet."""
        if self._pieces and self._pieces[-1] != "\n":
            self._write("\n")

    def repaired(self, count: int = 1) -> None:
        """Count characters that the reader replaced before they came here."""
        self._changed += count

    def begin(self, kind: PartKind, *, number: int = 1, label: str = "") -> Begun:
        """Begin a part at the next line."""
        return Begun(kind, self._length, number, label)

    def end(self, part: Begun) -> Part:
        """End a part with the last line; one without any words is kept as an empty place."""
        end = max(part.start, self._end())
        ended = Part(part.kind, part.start, end, part.number, normalise(part.label).text)
        self._parts.append(ended)
        return ended

    def incoming(
        self,
        *,
        importer: tuple[str, int],
        media_type: str,
        readings: Sequence[Reading] = (),
        doubtful: Sequence[Reading] = (),
        encoding: tuple[str, EncodingBasis] = ("", EncodingBasis.DECLARED),
        part: str = "",
        original: Original | None = None,
        remarks: Iterable[Remark] = (),
    ) -> Incoming:
        """Return the document; ``importer`` is its key and version.

        ``readings`` are what the file says about itself, in order of trust: the first of a field
        counts, and comes before what the rules read in the text; ``doubtful`` ones come after
        them. ``original`` is given where it
        was made already (many documents of one file). Raises ``Unreadable`` when there is no word
        in it.
        """
        text = "".join(self._pieces).rstrip("\n")
        text = text + "\n" if text else ""
        self._pieces = [text]  # a long text is not kept twice
        if not any(map(str.isalnum, text)):
            raise Unreadable(_NO_WORDS, name=shown(self._name))
        marked = _in_order(self._furniture) or furniture.find(text)
        language = languages.of_text(text, marked)
        read = (*readings, *captures.read(text, marked), *filter(None, (language,)), *doubtful)
        metadata = described(text, self._name, marked, read)
        return Incoming(
            original_name=self._name,
            media_type=media_type,
            text=text,
            text_sha256=sha256_of(text),
            folded=fold(text),
            words=count_words(text),
            changed=self._changed,
            encoding=encoding[0],
            encoding_basis=encoding[1],
            importer=importer[0],
            importer_version=importer[1],
            normaliser_version=NORMALISER_VERSION,
            original=original or kept_as_it_is(self._data),
            title=metadata.title,
            author=metadata.author,
            publisher=metadata.publisher,
            url=metadata.url,
            posted=metadata.posted,
            captured=metadata.captured,
            language=metadata.language,
            furniture=marked,
            readings=read,
            parts=tuple(sorted(_within(self._parts, len(text)), key=_by_place)),
            part=part,
            remarks=tuple(remarks),
        )

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
        if self._length > LONGEST_TEXT:
            raise Unreadable(_TOO_LONG, name=shown(self._name), longest=LONGEST_TEXT)

    def _end(self) -> int:
        """Return where the last line ended, without its newline and the empty ones after it."""
        end = self._length
        for piece in reversed(self._pieces):
            if piece != "\n":
                return end - 1
            end -= 1
        return 0


def _within(parts: Iterable[Part], end: int) -> Iterator[Part]:
    """Give parts that end with the text at the latest: empty lines at its end are not kept."""
    for part in parts:
        yield replace(part, start=min(part.start, end), end=min(part.end, end))


def _by_place(part: Part) -> tuple[int, bool, int]:
    return part.start, part.end > part.start, -part.end


def _in_order(pieces: list[Furniture]) -> tuple[Furniture, ...]:
    """Return furniture in order; lines of one kind that follow each other are one piece."""
    joined: list[Furniture] = []
    for piece in sorted(pieces, key=lambda one: one.span.start):
        last = joined[-1] if joined else None
        if last and last.kind is piece.kind and piece.span.start <= last.span.end + 2:
            joined[-1] = replace(last, span=Span(last.span.start, piece.span.end))
        else:
            joined.append(piece)
    return tuple(joined)
