"""Small web pages for tests, and what became of them."""

from reviewer.domain.incoming import FurnitureKind, Incoming
from reviewer.importers import take_bytes

_RAID = "Three men were held on Thursday evening when police raided a workshop in the town, "
_SHOTS = "Neighbours told reporters that they had heard shots before the door was broken, and "
_DENIAL = "The spokesman denied that anybody was hurt, and said that a statement would be made "
PARAGRAPHS = (
    f"{_RAID}a spokesman for the province said.",
    f"{_SHOTS}that one of the men was carried out.",
    f"{_DENIAL}by the ministry within a week.",
)


def page(body: str, head: str = "") -> bytes:
    """Return the source of a page."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def article() -> str:
    """Return what a page is about, in HTML."""
    return "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def taken(data: bytes, name: str = "page.html", encoding: str | None = None) -> Incoming:
    """Import a file that holds one document."""
    (found,) = take_bytes(data, name, encoding=encoding)
    assert isinstance(found, Incoming)
    return found


def text_of(body: str) -> str:
    """Return the text of a page with that body."""
    return taken(page(body)).text


def marked(found: Incoming) -> list[tuple[str, FurnitureKind]]:
    """Return the words of all furniture, with its kind."""
    return [(piece.span.of(found.text), piece.kind) for piece in found.furniture]


def read_as(found: Incoming, field: str) -> list[tuple[str, str, str]]:
    """Return value, words and rule of all readings of a field, in order of trust."""
    return [(one.value, one.words, one.rule) for one in found.readings if one.field == field]
