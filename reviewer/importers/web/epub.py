"""E-books (EPUB): the chapters in the order they are read in, each as the web page it is."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Incoming, Reading, Remark, Taken
from reviewer.domain.reading.captures import Rule
from reviewer.domain.words import N_
from reviewer.importers import Importer, properties, shown
from reviewer.importers.safe_xml import root_of
from reviewer.importers.writing import Writing
from reviewer.importers.zipped import DAMAGED, Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LOCKED = N_(
    "“{name}” is locked by its publisher (DRM), so its words cannot be read. Export it from the "
    "program that opens it, if that is allowed."
)
_CHAPTERS_MISSING = N_("Chapters that the book lists and does not hold: {count}.")
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml", ""))
_FONTS = (".ttf", ".otf", ".woff", ".woff2", ".dfont")
_PUBLISHED = ("date", "issued")


@dataclass(frozen=True, slots=True)
class _Book:
    """What a book says of itself: its chapters (names of parts), and its words about itself."""

    chapters: tuple[str, ...]
    missing: int
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class EpubImporter:
    """Reads e-books."""

    key: str = "epub"
    title: str = N_("E-book")
    suffixes: tuple[str, ...] = (".epub",)
    guarded: bool = True
    version: int = 1

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give the book; raises ``Unreadable`` where it is none, locked, or made to harm."""
        yield self._read(data, name, encoding)

    def _read(self, data: bytes, name: str, encoding: str | None) -> Incoming:
        from reviewer.importers.web.enclosed_page import write_page
        from reviewer.importers.web.markup import page_of

        zipped = Zipped(data, name)
        book = _book(zipped, name)
        _refuse_locked(zipped, book, name)
        writing = Writing(data, name)
        tables = 0
        for chapter in book.chapters:
            source = zipped.contents(zipped.part(chapter))
            if source.strip():
                page = page_of(source, shown(name), encoding=encoding)
                writing.blank()
                tables = write_page(writing, page, tables=tables)
        return writing.incoming(
            importer=(self.key, self.version),
            media_type="application/epub+zip",
            readings=list(_readings(book.words)),
            encoding=("utf-8", EncodingBasis.DECLARED),
            remarks=[Remark(_CHAPTERS_MISSING, {"count": book.missing})] if book.missing else [],
        )


def _book(zipped: Zipped, name: str) -> _Book:
    container = root_of(zipped, _CONTAINER, name)
    package = next((one for one in container.iter() if _local(one) == "rootfile"), None)
    path = "" if package is None else unquote(package.get("full-path") or "")
    root = root_of(zipped, path, name)
    folder = posixpath.dirname(path)
    manifest: dict[str, str] = {}
    spine: list[str] = []
    words: dict[str, str] = {}
    for one in root.iter():
        if _local(one) == "item" and (one.get("media-type") or "") in _PAGES:
            target = unquote((one.get("href") or "").partition("#")[0])
            manifest[one.get("id") or ""] = posixpath.normpath(posixpath.join(folder, target))
        elif _local(one) == "itemref":
            spine.append(one.get("idref") or "")
        elif str(one.tag).startswith("{http://purl.org/dc/"):
            words.setdefault(_local(one), one.text or "")
    listed = [manifest[key] for key in spine if key in manifest] or list(manifest.values())
    chapters = tuple(dict.fromkeys(part for part in listed if part in zipped))
    if not chapters:
        raise Unreadable(DAMAGED, name=shown(name))
    return _Book(chapters, len(set(listed)) - len(chapters), words)


def _refuse_locked(zipped: Zipped, book: _Book, name: str) -> None:
    """Refuse a book whose chapters are encrypted; fonts alone often are, and do not matter."""
    if _ENCRYPTION not in zipped:
        return
    for one in root_of(zipped, _ENCRYPTION, name).iter():
        if _local(one) == "CipherReference":
            part = posixpath.normpath(unquote(one.get("URI") or ""))
            if part in book.chapters and not part.casefold().endswith(_FONTS):
                raise Unreadable(_LOCKED, name=shown(name))


def _readings(words: dict[str, str]) -> Iterator[Reading]:
    yield from properties.title(words.get("title", ""))
    yield from properties.author(words.get("creator", ""))
    publisher = " ".join(words.get("publisher", "").split())
    if publisher:
        yield Reading("publisher", publisher, publisher, None, Rule.PROPERTIES)
    for key in _PUBLISHED:
        yield from properties.moment(words.get(key, ""), field="posted")


def _local(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


IMPORTER: Importer = EpubImporter()
