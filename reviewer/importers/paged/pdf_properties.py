"""What a PDF says of itself: its title, its author and when it was made.

The date is when the file was made, which is neither when a source was published nor when a page
was saved, and is kept as what it is. Of what a browser printed, it is when the page was saved.
"""

import re
from collections.abc import Mapping

from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import ReviewerError
from reviewer.domain.incoming import Reading
from reviewer.domain.reading.captures import Rule
from reviewer.importers import properties

_DATE = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d{2})?(?P<day>\d{2})?"
    r"(?:(?P<hour>\d{2})(?P<minute>\d{2})?(?P<second>\d{2})?)?"
    r"(?:(?P<zone>Z)|(?P<sign>[+-])(?P<hours>\d{2})'?(?P<minutes>\d{2})?)?.*"
)
_FROM_PROGRAM = re.compile(r"(?:microsoft )?(?:word|powerpoint|excel) - ", re.IGNORECASE)
_FILE_NAME = re.compile(
    r".*\.(?:docx?|pdf|indd|qxd|rtf|odt|pptx?|xlsx?|tex|dvi|ps|txt|html?|cdr|pmd|p65|fm)",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"chrom(?:e|ium)|mozilla|firefox|safari|skia/pdf|wkhtmltopdf|headless|edge|gecko", re.IGNORECASE
)


def stated(said: Mapping[str, str]) -> tuple[Reading, ...]:
    """Return the title and the author, where they are not what a program fills in by itself."""
    title = _FROM_PROGRAM.sub("", said.get("Title", "").replace("\x00", ""), count=1)
    author = said.get("Author", "").replace("\x00", "")
    titles = () if _FILE_NAME.fullmatch(title.strip()) else properties.title(title)
    return (*titles, *properties.author(author))


def made(said: Mapping[str, str]) -> tuple[Reading, ...]:
    """Return when the file was made: the day it was saved, of what a browser printed."""
    words = said.get("CreationDate", "").strip() or said.get("ModDate", "").strip()
    value = edtf_of(words)
    if not value:
        return ()
    maker = f"{said.get('Creator', '')} {said.get('Producer', '')}"
    field = "captured" if _BROWSER.search(maker) else "made"
    return (Reading(field, value, words, None, Rule.PROPERTIES),)


def edtf_of(words: str) -> str:
    """Return a date of a PDF, such as ``D:20240131120000+05'00'``, as EDTF; empty if it is none."""
    match = _DATE.fullmatch(words)
    if not match or match["year"] < "1971":  # what begins a calendar of computers is no date
        return ""
    value = "-".join(part for part in (match["year"], match["month"], match["day"]) if part)
    if match["day"] and match["second"]:
        value += f"T{match['hour']}:{match['minute']}:{match['second']}{_zone(match)}"
    try:
        parse(value)
    except ReviewerError:
        return ""
    return value


def _zone(match: re.Match[str]) -> str:
    if match["sign"]:
        return f"{match['sign']}{match['hours']}:{match['minutes'] or '00'}"
    return match["zone"] or ""
