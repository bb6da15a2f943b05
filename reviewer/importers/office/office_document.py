"""What the readers of DOCX, ODT and RTF do alike: edges of pages once, and the document itself."""

from collections.abc import Iterable, Iterator

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Incoming, Reading
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.office.blocks import Group, words_of
from reviewer.importers.remarks import Skipped
from reviewer.importers.writing import Writing

_ONLY_PICTURES = N_(
    "“{name}” has no words: only pictures are in it ({count}). Have their text recognised by "
    "another program, and import that."
)


def once(groups: Iterable[Group]) -> Iterator[Group]:
    """Give what stands above or below the text of the pages, each wording once."""
    seen: set[str] = set()
    for group in groups:
        words = " ".join(" ".join(words_of([group])).split())
        if words not in seen:
            seen.add(words)
            yield group


def document(
    writing: Writing,
    name: str,
    *,
    importer: tuple[str, int],
    media_type: str,
    stated: list[Reading],
    skipped: Skipped,
    encoding: tuple[str, EncodingBasis] = ("", EncodingBasis.DECLARED),
) -> Incoming:
    """Return the document; the title its properties state is believed, the rest only suggests.

    Raises ``Unreadable``, with the file's ``name``, when there is no word in it.
    """
    try:
        return writing.incoming(
            importer=importer,
            media_type=media_type,
            readings=[reading for reading in stated if reading.field == "title"],
            doubtful=[reading for reading in stated if reading.field != "title"],
            encoding=encoding,
            remarks=skipped.remarks(),
        )
    except Unreadable as fault:
        if not skipped.pictures:
            raise
        raise Unreadable(_ONLY_PICTURES, name=shown(name), count=skipped.pictures) from fault
