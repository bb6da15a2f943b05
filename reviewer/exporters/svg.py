"""A picture as SVG: words stay words, in grey, and nothing in it runs or is fetched.

No format of its own: what is drawn is decided in ``domain``, and asked for by the window.
"""

import re
from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from reviewer.domain.pictures import (
    Align,
    Box,
    Dash,
    Dot,
    Fill,
    Ink,
    Item,
    Line,
    Picture,
    Shape,
    Stroke,
)

_INKS = {
    Ink.TEXT: "black",
    Ink.PALE: "dimgray",
    Ink.LINE: "lightgray",
    Ink.MARK: "darkslategray",
    Ink.BAND: "whitesmoke",
}
_DASHES = {Dash.PLAIN: "", Dash.DASHED: "4 3", Dash.DOTTED: "1.5 3"}
# Sides of the picture: words that run leftward are isolated, which every renderer knows, instead
# of given a direction, which turns the meaning of these around where it is known.
_ANCHORS = {Align.LEFT: "start", Align.MIDDLE: "middle", Align.RIGHT: "end"}
_FACES = "Reviewer Sans, Noto Sans, Arial, sans-serif"
_SMALLER = 12 / 13
# What XML 1.0 cannot hold; a document's words may.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEFINED = (
    '<defs><linearGradient id="soft{key}"><stop offset="0" stop-color="darkslategray" '
    'stop-opacity="0.08"/><stop offset="0.5" stop-color="darkslategray" stop-opacity="0.75"/>'
    '<stop offset="1" stop-color="darkslategray" stop-opacity="0.08"/></linearGradient>'
    '<pattern id="striped{key}" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="2" height="5" fill="black"/></pattern></defs>'
)
_FILLS = {Fill.SOFT: "url(#soft{key})", Fill.STRIPED: "url(#striped{key})", Fill.HOLLOW: "white"}


def write_svg(picture: Picture, title: str, size: float, target: IO[bytes]) -> None:
    """Write a picture whose letters are ``size`` pixels high; ``title`` is read out for it."""
    target.write(svg_of(picture, title, size).encode())


def svg_of(picture: Picture, title: str, size: float, key: str = "") -> str:
    """Return a picture as SVG; ``key`` (letters and digits) tells several on one page apart."""
    return "\n".join(_lines(picture, title, size, key))


def _lines(picture: Picture, title: str, size: float, key: str) -> Iterator[str]:
    wide, high = _number(picture.width), _number(picture.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" role="img" font-family="{_FACES}">'
    )
    yield f"<title>{_words(title)}</title>"
    yield f"<desc>{_words(' | '.join(row.words for row in picture.rows))}</desc>"
    yield _DEFINED.replace("{key}", key)
    yield f'<rect width="{wide}" height="{high}" fill="white"/>'
    yield from (_item(one, size, key) for one in picture.items)
    yield "</svg>\n"


def _item(one: Item, size: float, key: str) -> str:
    if isinstance(one, Line):
        return _line(one, size)
    if isinstance(one, Box):
        return _box(one, key)
    if isinstance(one, Dot):
        place = _attributes(cx=one.x, cy=one.y, r=one.radius)
        return f"<circle{place}{_filled(one.ink, hollow=one.hollow)}/>"
    if isinstance(one, Shape):
        return f'<polygon points="{_points(one.points)}"{_filled(one.ink, hollow=one.hollow)}/>'
    return _stroke(one)


def _stroke(one: Stroke) -> str:
    dash = f' stroke-dasharray="{_DASHES[one.dash]}"' if _DASHES[one.dash] else ""
    return (
        f'<polyline points="{_points(one.points)}" fill="none" stroke="{_INKS[one.ink]}" '
        f'stroke-width="{_number(one.width)}"{dash}/>'
    )


def _box(one: Box, key: str) -> str:
    place = _attributes(x=one.x, y=one.y, width=one.width, height=one.height)
    fill = _FILLS.get(one.fill, _INKS[one.ink]).replace("{key}", key)
    edge = "" if one.fill is Fill.SOLID else f' stroke="{_INKS[one.ink]}"'
    return f'<rect{place} fill="{fill}"{edge}/>'


def _filled(ink: Ink, *, hollow: bool) -> str:
    edge = f' stroke="{_INKS[ink]}" stroke-width="1.5"' if hollow else ""
    return f' fill="{"white" if hollow else _INKS[ink]}"{edge}'


def _line(one: Line, size: float) -> str:
    letters = size * _SMALLER if one.small else size
    x = {Align.LEFT: 0.0, Align.MIDDLE: one.width / 2, Align.RIGHT: one.width}[one.align] + one.x
    place = _attributes(x=x, y=one.y + letters, font_size=letters)
    bold = ' font-weight="600"' if one.bold else ""
    words = f"\u2067{one.words}\u2069" if one.leftward else one.words
    return (
        f'<text{place} fill="{_INKS[one.ink]}" text-anchor="{_ANCHORS[one.align]}"{bold}>'
        f"{_words(words)}</text>"
    )


def _attributes(**numbers: float) -> str:
    return "".join(
        f" {name.replace('_', '-')}={quoteattr(_number(value))}" for name, value in numbers.items()
    )


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _words(words: str) -> str:
    return escape(_UNFIT.sub("\ufffd", words))
