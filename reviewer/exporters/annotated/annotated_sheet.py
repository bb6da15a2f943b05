"""The look of a document with passages in HTML: tints, lines under words, and labels.

A line keeps its height over all pieces of its passage, so that crossing passages can be followed.
Words are black on every tint; what is told by colour is told by the label too.
"""

from collections.abc import Iterable

from reviewer.domain.annotated import Annotated, Piece
from reviewer.domain.tag_shades import Shade, Stroke, shade_of, stroke_of, tinted
from reviewer.exporters.reports.report_sheet import SHEET

_MOST_LANES = 6
"""Lines under one word; more passages than that share the lowest."""

_SHEET = """
main.text { line-height: 1.95; margin: 2rem 0; padding-inline: 2.6rem;
  border-block: 1px solid silver; padding-block: 1rem; }
main.text p { margin: .35rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
main.text p.blank { line-height: 1; }
main.text mark { -webkit-box-decoration-break: clone; box-decoration-break: clone;
  background-repeat: no-repeat; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.dimmed { color: dimgray; font-size: .88em; }
.number { float: inline-start; margin-inline-start: -2.6rem; width: 2.1rem; text-align: end;
  font-size: .72rem; color: dimgray; user-select: none; -webkit-user-select: none; }
.label { font: 600 .68rem/1 "Noto Sans", Arial, sans-serif; white-space: nowrap;
  padding: .12rem .3rem; margin-inline-end: .15rem; border-radius: .3rem;
  color: black; background: white; text-decoration: none; vertical-align: .28em;
  user-select: none; -webkit-user-select: none; unicode-bidi: isolate; direction: ltr; }
main.text .page { border-top: 1px dashed gray; margin: 1.1rem 0 .4rem; text-align: end;
  font-size: .78rem; color: dimgray; user-select: none; -webkit-user-select: none; }
#passages > div, #lost > div { padding-inline-start: .8rem; margin: .3rem 0; }
:target { outline: 2px solid black; outline-offset: 2px; }
@media print {
  main.text mark { border-bottom: 0; }
  .label { text-decoration: none; }
}
"""


class Looks:
    """Names the looks that a document needs; each is written into the sheet once."""

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated
        self._lanes: dict[int, int] = {}
        self._known: dict[tuple[tuple[int, str], ...], str] = {}

    def of(self, piece: Piece) -> str:
        """Return the class of a piece; pieces must be asked for in order the first time."""
        over = tuple(
            sorted((self._lane(one, piece.over), self._annotated.colour(one)) for one in piece.over)
        )
        return self._known.setdefault(over, f"m{len(self._known)}") if over else ""

    def label(self, place: int) -> str:
        """Return the class of a passage's label and of its entry in the list."""
        return f"c{self._annotated.colour(place).lstrip('#')}"

    def sheet(self, needed: Iterable[str]) -> str:
        """Return the whole sheet, once every look that is needed was named."""
        for _look in needed:
            pass
        marks = "".join(_mark(name, over) for over, name in self._known.items())
        colours = {self._annotated.colour(at) for at in range(len(self._annotated.accounts))}
        labels = "".join(
            f".label.c{one.lstrip('#')} {{ border: 1px {stroke_of(one)} {_css(shade_of(one))}; }}\n"
            f"div.c{one.lstrip('#')} {{ border-inline-start: 4px {stroke_of(one)} "
            f"{_css(shade_of(one))}; }}\n"
            for one in sorted(colours)
        )
        return f"{SHEET}{_SHEET}{labels}{marks}"

    def _lane(self, place: int, over: tuple[int, ...]) -> int:
        known = self._lanes.get(place)
        if known is None:
            taken = {self._lanes[one] for one in over if one in self._lanes}
            free = (lane for lane in range(len(taken) + 1) if lane not in taken)
            known = self._lanes[place] = next(free)
        return known


def _mark(name: str, over: tuple[tuple[int, str], ...]) -> str:
    """Return the rule for words over which passages lie, each in its lane."""
    shown = [(min(lane, _MOST_LANES - 1), colour) for lane, colour in over]
    lanes = max(lane for lane, _ in shown) + 1
    drawn = ", ".join(_line(colour) for _, colour in shown)
    where = ", ".join(f"0 calc(100% - {3 * (lanes - 1 - lane)}px)" for lane, _ in shown)
    ground = tinted(shade_of(shown[-1][1]), len(over))
    return (
        f"main.text .{name} {{ background-color: {_css(ground)}; background-image: {drawn}; "
        f"background-position: {where}; background-size: 100% 2px; "
        f"padding-bottom: {3 * lanes}px; }}\n"
    )


def _line(colour: str) -> str:
    shade, stroke = _css(shade_of(colour)), stroke_of(colour)
    if stroke is Stroke.SOLID:
        return f"linear-gradient({shade}, {shade})"
    on, off = (6, 9) if stroke is Stroke.DASHED else (2, 4)
    return f"repeating-linear-gradient(90deg, {shade} 0 {on}px, transparent {on}px {off}px)"


def _css(shade: Shade) -> str:
    return f"#{shade.hexadecimal}"
