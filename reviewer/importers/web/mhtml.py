"""Web pages saved with all they show in one file (MHTML): the page itself is read, nothing else.

The head of the archive says where the page was and when it was saved. Pictures and styles are part
of the file that is kept, and are never loaded; frames in the page are counted, for their words are
mostly those of advertisements.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Reading, Remark, Taken
from reviewer.domain.reading.captures import Rule
from reviewer.domain.words import N_
from reviewer.importers import Importer, remarks, shown
from reviewer.importers.mime import content_of, message_of
from reviewer.importers.web.markup import page_of
from reviewer.importers.web.markup_readings import address, moment, reading
from reviewer.importers.web.markup_text import Source, incoming_page

_NO_PAGE = N_(
    "“{name}” holds no web page, or is cut short. Save the page again, as one file or complete."
)
_FRAMES = N_("Frames within the page, whose words were not read: {count}.")
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class MhtmlImporter:
    """Reads what browsers save as one file."""

    key: str = "mhtml"
    title: str = N_("Web page in one file")
    suffixes: tuple[str, ...] = (".mhtml", ".mht")
    guarded: bool = True
    version: int = 1

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give the page; raises ``Unreadable`` when there is none, or no word on it."""
        try:
            archive = message_of(data)
            pages = [part for part in archive.walk() if part.get_content_type() in _PAGES]
        except RecursionError as fault:
            raise Unreadable(remarks.TOO_DEEP, name=shown(name)) from fault
        main = _main(archive, pages)
        content = (content_of(main) or b"") if main is not None else b""
        if main is None or not content.strip():
            raise Unreadable(_NO_PAGE, name=shown(name))
        charset = main.get_content_charset() or ""
        page = page_of(content, shown(name), encoding=encoding, declared=charset)
        frames = len(pages) - 1
        yield incoming_page(
            page,
            Source(data, name, (self.key, self.version), "multipart/related"),
            before=tuple(_noted(archive, main)),
            after=tuple(reading("title", _header(archive, "Subject"), Rule.SAVED_FROM)),
            remarks=(Remark(_FRAMES, {"count": frames}),) if frames else (),
        )


def _main(archive: Message, pages: list[Message]) -> Message | None:
    """Return the page itself: the part that the head names, or else the first."""
    start = _parameter(archive, "start")
    where = _header(archive, "Snapshot-Content-Location") or _header(archive, "Content-Location")
    for part in pages:
        if start and _header(part, "Content-ID") == start:
            return part
    for part in pages:
        if where and _header(part, "Content-Location") == where:
            return part
    return pages[0] if pages else None


def _noted(archive: Message, main: Message) -> Iterator[Reading]:
    """Give where and when the page was saved."""
    for part, name in (
        (archive, "Snapshot-Content-Location"),
        (main, "Content-Location"),
        (archive, "Content-Location"),
    ):
        yield from address(_header(part, name), Rule.SAVED_FROM)
    yield from moment("captured", _header(archive, "Date"), Rule.SAVED_FROM)


def _header(part: Message, name: str) -> str:
    """Return a line of a head on one line, decoded as far as it can be."""
    words = str(part.get(name) or "")
    with suppress(LookupError, ValueError):
        words = str(make_header(decode_header(words)))
    return " ".join(words.split())


def _parameter(part: Message, name: str) -> str:
    found = part.get_param(name)
    return found if isinstance(found, str) else ""


IMPORTER: Importer = MhtmlImporter()
