"""A citation: a passage's words with where they stand, as plain and as rich text.

What a citation must hold so that another person finds the words again follows the Berkeley
Protocol's idea of a source: title, publication date, date of capture, and the exact place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from reviewer.domain.edtf import WrittenDate


@dataclass(frozen=True, slots=True)
class Citation:
    """Everything a citation prints; dates as printed, nothing added where nothing is known."""

    quote: str
    title: str
    source: str
    posted: WrittenDate
    captured: WrittenDate
    url: str
    paragraph: int
    passage: str

    @property
    def plain(self) -> str:
        """Return the citation as one paragraph of plain text."""
        return f"“{self.quote}” ({self._where(self.title)})"

    @property
    def rich(self) -> str:
        """Return the citation as HTML with the title in italics; every word of it escaped."""
        title = f"<i>{escape(self.title)}</i>"
        quote = escape(self.quote).replace("\n", "<br>")
        return f"<p>“{quote}” ({self._where(title, escape)})</p>"

    def _where(self, title: str, safe: Callable[[str], str] = str) -> str:
        parts = [title]
        if self.source:
            parts.append(safe(self.source))
        if self.posted.words:
            parts.append(f"published {safe(_printed(self.posted))}")
        if self.captured.words:
            parts.append(f"saved from the web {safe(_printed(self.captured))}")
        parts.append(f"paragraph {self.paragraph}")
        parts.append(safe(self.passage))
        if self.url:
            parts.append(safe(self.url))
        return ", ".join(part for part in parts if part)


def _printed(date: WrittenDate) -> str:
    if date.edtf and date.edtf != date.words:
        return f"{date.words} [{date.edtf}]"
    return date.words
