"""A citation: a passage's words with where they stand, as plain and as rich text.

What a citation must hold so that another person finds the words again follows the Berkeley
Protocol's idea of a source: title, publication date, date of capture, and the exact place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.languages import language_name
from reviewer.domain.pages import place_on


@dataclass(frozen=True, slots=True)
class CitedTranslation:
    """The words in another language, and who put them so; both may be unknown.

    ``language`` is a code, or what was typed instead of one.
    """

    words: str
    language: str = ""
    translator: str = ""


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
    translation: CitedTranslation | None = None
    speaker: str = ""  # who says so, where an analyst entered it
    page: str = ""  # as printed, where the text has pages

    @property
    def plain(self) -> str:
        """Return the citation as plain text; a translation is told from the words themselves."""
        return f"“{self.quote}”{self._translated()} ({self._where(self.title)})"

    @property
    def rich(self) -> str:
        """Return the citation as HTML with the title in italics; every word of it escaped."""
        title = f"<i>{escape(self.title)}</i>"
        quote = _in_markup(self.quote)
        return f"<p>“{quote}”{self._translated(_in_markup)} ({self._where(title, escape)})</p>"

    def _translated(self, safe: Callable[[str], str] = str) -> str:
        if self.translation is None:
            return ""
        whose = "translation"
        if self.translation.language:
            whose += f" into {safe(language_name(self.translation.language))}"
        if self.translation.translator:
            whose += f" by {safe(self.translation.translator)}"
        return f" [{whose}: “{safe(self.translation.words)}”]"

    def _where(self, title: str, safe: Callable[[str], str] = str) -> str:
        parts = [f"said by {safe(self.speaker)}", title] if self.speaker else [title]
        if self.source:
            parts.append(safe(self.source))
        if self.posted.words:
            parts.append(f"published {safe(_printed(self.posted))}")
        if self.captured.words:
            parts.append(f"saved from the web {safe(_printed(self.captured))}")
        if self.page:
            parts.append(safe(place_on(self.page)))
        parts.append(f"paragraph {self.paragraph}")
        parts.append(safe(self.passage))
        if self.url:
            parts.append(safe(self.url))
        return ", ".join(part for part in parts if part)


def _in_markup(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _printed(date: WrittenDate) -> str:
    if date.is_notation:
        return date.edtf
    if date.edtf and date.edtf != date.words:
        return f"{date.words} [{date.edtf}]"
    return date.words
