"""Files that were looked at and wait to come in: a person may look at thousands before any does.

What is known of each is kept. Texts and bytes are kept as far as there is room for them, and read
once more when the others are written down; one that is another by then is refused, because nobody
looked at it.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from reviewer import importers
from reviewer.domain.columns import ColumnMapping
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Incoming
from reviewer.domain.languages import language_code
from reviewer.domain.progress import Progress
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.workspace.reading_files import FileReader, ReadFile

MOST_KEPT = 64_000_000
"""Bytes of texts and originals that are kept in memory while files wait."""

DATES = ("posted", "captured")
CORRECTED = ("title", "author", "publisher", "url", "posted", "captured", "language")
"""What a person may correct of a file before it is in."""

CHANGED = N_(
    "“{name}” was not imported: it is not what it was when you looked at it. Import it again."
)
NO_TITLE = N_("A document needs a title.")


@dataclass(frozen=True, slots=True)
class Wish:
    """A file that shall come in as it was looked at, ``file`` whole or without its words.

    ``corrected`` are fields of ``CORRECTED`` a person wrote; dates are EDTF, empty for none.
    """

    file: ReadFile
    encoding: str | None = None
    columns: ColumnMapping | None = None
    corrected: Mapping[str, str] | None = None
    keep_bytes: bool = True


def is_whole(file: ReadFile) -> bool:
    """Say whether a file's words are at hand, or it has none."""
    return file.incoming is None or bool(file.incoming.text)


def without_words(file: ReadFile) -> ReadFile:
    """Return what is known of a file, without what takes room."""
    if file.incoming is None:
        return file
    original = replace(file.incoming.original, data=b"")
    facts = replace(file.incoming, text="", folded="", furniture=(), parts=(), original=original)
    return replace(file, incoming=facts)


def room_of(file: ReadFile) -> int:
    """Return how many bytes of memory a file's words and bytes take, about."""
    if file.incoming is None:
        return 0
    incoming = file.incoming
    width = 1 if incoming.text.isascii() else 2
    return (len(incoming.text) + len(incoming.folded)) * width + len(incoming.original.data)


def check_corrections(corrected: Mapping[str, str]) -> None:
    """Raise ``NotAllowed`` for what is no date, and for an empty title."""
    if "title" in corrected and not corrected["title"].strip():
        raise NotAllowed(NO_TITLE)
    for field in DATES:
        if corrected.get(field, "").strip():
            parse(corrected[field])


def with_corrections(incoming: Incoming, corrected: Mapping[str, str]) -> Incoming:
    """Return a document as a person corrected it; raises as ``check_corrections`` does.

    The printed words of a date stay beside what was entered.
    """
    check_corrections(corrected)
    changed: dict[str, object] = {}
    for field, written in corrected.items():
        words = " ".join(normalise(written).text.split())
        if field in DATES:
            changed[field] = _entered(getattr(incoming, field), words)
        else:
            changed[field] = language_code(words) if field == "language" else words
    return replace(incoming, **changed)  # type: ignore[arg-type]


def granted(
    wishes: Sequence[Wish], progress: Progress, pause: Callable[[], None] = lambda: None
) -> Iterator[ReadFile]:
    """Give the files in the order of the wishes, reading those once more that are not at hand.

    ``pause`` is called before each; raises ``Cancelled``.
    """
    done = 0
    for (encoding, columns), alike in groupby(wishes, key=lambda one: (one.encoding, one.columns)):
        with FileReader(encoding, columns) as reader:
            for path, several in groupby(alike, key=lambda one: one.file.path):
                for wish, file in _of_path(path, list(several), reader):
                    pause()
                    progress.report(done, len(wishes), path.name)
                    yield _as_wished(wish, file)
                    done += 1
    progress.report(done, len(wishes))


def _of_path(
    path: Path, wishes: Sequence[Wish], reader: FileReader
) -> Iterator[tuple[Wish, ReadFile]]:
    """Give the files of one that was dropped; read once more, they come in the same order."""
    if all(is_whole(wish.file) for wish in wishes):
        yield from ((wish, wish.file) for wish in wishes)
        return
    waiting: dict[object, deque[Wish]] = {}
    for wish in wishes:
        waiting.setdefault(wish.file.place, deque()).append(wish)
    for again in reader.read(path):
        if waiting.get(again.place):
            wish = waiting[again.place].popleft()
            yield wish, _same(wish.file, again)
    for left in waiting.values():
        yield from ((wish, _changed(wish.file)) for wish in left)


def _same(seen: ReadFile, again: ReadFile) -> ReadFile:
    """Return a file as it was read again, tied to what it came with as before."""
    before, now = seen.incoming, again.incoming
    if before is None or now is None or before.text_sha256 != now.text_sha256:
        return _changed(seen)
    return replace(again, key=seen.key, parent=seen.parent)


def _changed(seen: ReadFile) -> ReadFile:
    name = importers.shown(seen.name or seen.path.name)
    return replace(seen, incoming=None, problem=NotAllowed(CHANGED, name=name))


def _as_wished(wish: Wish, file: ReadFile) -> ReadFile:
    if file.incoming is None:
        return file
    incoming = file.incoming
    if wish.corrected:
        incoming = with_corrections(incoming, wish.corrected)
    if not wish.keep_bytes:
        incoming = replace(incoming, original=incoming.original.without_bytes())
    return replace(file, incoming=incoming)


def _entered(before: WrittenDate, words: str) -> WrittenDate:
    edtf = parse(words).expression if words else ""
    basis = DateBasis.ENTERED if edtf else DateBasis.NONE
    return WrittenDate(before.words or edtf, edtf, basis)
