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

MOST_KEPT = 24_000_000
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

    ``corrected`` are fields of ``CORRECTED`` a person wrote; dates are EDTF, empty for none. With
    ``recognise`` the text of pages that are pictures is recognised.
    """

    file: ReadFile
    encoding: str | None = None
    columns: ColumnMapping | None = None
    corrected: Mapping[str, str] | None = None
    keep_bytes: bool = True
    recognise: bool = False


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
    wishes: Sequence[Wish],
    progress: Progress,
    pause: Callable[[], None] = lambda: None,
    *,
    anew: bool = False,
) -> Iterator[tuple[int, ReadFile]]:
    """Give the files that were wished for, each with its place among the wishes.

    Those that are not at hand are read once more; ``anew`` takes what they are now, whatever they
    were, and reads those once more too of which the text shall be recognised. They come in the
    order of the wishes but for those that are not there any more, which come after what lay beside
    them. ``pause`` is called before each; raises ``Cancelled``, in the middle of a file too.
    """
    done, name = 0, ""

    def report() -> None:
        progress.report(done, len(wishes), name)

    numbered = list(enumerate(wishes))
    for (encoding, columns, recognise), alike in groupby(numbered, key=_how):
        with FileReader(encoding, columns, report, recognise=recognise) as reader:
            for path, several in groupby(alike, key=lambda one: one[1].file.path):
                name = path.name
                for number, file in _of_path(path, list(several), reader, anew=anew):
                    pause()
                    report()
                    yield number, _as_wished(wishes[number], file)
                    done += 1
    progress.report(done, len(wishes))


def _how(wish: tuple[int, Wish]) -> tuple[str | None, ColumnMapping | None, bool]:
    return wish[1].encoding, wish[1].columns, wish[1].recognise


def _of_path(
    path: Path, wishes: Sequence[tuple[int, Wish]], reader: FileReader, *, anew: bool
) -> Iterator[tuple[int, ReadFile]]:
    """Give the files of one that was dropped; read once more, they come in the same order."""
    if all(is_whole(wish.file) and not (anew and wish.recognise) for _number, wish in wishes):
        yield from ((number, wish.file) for number, wish in wishes)
        return
    waiting: dict[object, deque[tuple[int, Wish]]] = {}
    for number, wish in wishes:
        waiting.setdefault(wish.file.place, deque()).append((number, wish))
    for again in reader.read(path):
        if waiting.get(again.place):
            number, wish = waiting[again.place].popleft()
            yield number, _tied(wish.file, again) if anew else _same(wish.file, again)
    for left in waiting.values():
        yield from ((number, _changed(wish.file)) for number, wish in left)


def _same(seen: ReadFile, again: ReadFile) -> ReadFile:
    """Return a file as it was read again, where it is what a person looked at."""
    before, now = seen.incoming, again.incoming
    if before is None or now is None or before.text_sha256 != now.text_sha256:
        return _changed(seen)
    return _tied(seen, again)


def _tied(seen: ReadFile, again: ReadFile) -> ReadFile:
    """Return a file as it was read again, tied to what it came with as before."""
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


def kind_of(name: str) -> str:
    """Return what a person calls the kind of a file, marked for translation; empty for others."""
    return importers.importer_for(name).title if importers.can_read(name) else ""


def is_plain(path: Path) -> bool:
    """Say whether a file is text all through, by its name, and so read in a moment."""
    return importers.can_read(path.name) and not importers.importer_for(path.name).guarded


def readable_suffixes() -> tuple[str, ...]:
    """Return the endings of names that can be read, in order, such as ``.md``."""
    return importers.suffixes()


def is_table(path: Path) -> bool:
    """Say whether a file is a table, by its name: each row of it is a document."""
    return importers.is_table(path.name)
