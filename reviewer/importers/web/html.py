"""Web pages (HTML): all that can be read on them, with what is furniture marked as such.

Scripts are never run and nothing is loaded. What the page says of itself is read from its meta
tags, from what it states for search engines, and from what a browser noted when it was saved.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.incoming import Taken
from reviewer.domain.words import N_
from reviewer.importers import Importer, shown
from reviewer.importers.web.markup import page_of
from reviewer.importers.web.markup_text import Source, incoming_page


@dataclass(frozen=True, slots=True)
class HtmlImporter:
    """Reads pages in HTML and XHTML."""

    key: str = "html"
    title: str = N_("Web page")
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".xht")
    guarded: bool = True
    version: int = 1

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give the page; raises ``Unreadable`` when there is no word on it."""
        page = page_of(data, shown(name), encoding=encoding)
        yield incoming_page(page, Source(data, name, (self.key, self.version), "text/html"))


IMPORTER: Importer = HtmlImporter()
