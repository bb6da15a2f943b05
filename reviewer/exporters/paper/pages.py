"""A report as pages to be printed: plain HTML, such as Qt lays out on paper.

Nothing in it runs or is fetched; its links lead to other places of the same pages.
"""

from collections.abc import Iterable, Iterator, Sequence

from reviewer.exporters.markup_written import escaped
from reviewer.exporters.paper.turning import isolated, settled

_HEADINGS = {
    "Title": "h1",
    "Chapter": "h2",
    "Heading1": "h2",
    "Heading2": "h3",
    "Heading3": "h4",
}
_TURNED = {False: ' dir="ltr"', True: ' dir="rtl"'}
_LONGEST = 120_000  # characters of HTML
_APART, _LISTED = frozenset({"Passage"}), frozenset({"Link"})
_LOOKED = "<span "
_NAMED, _NAMED_END = '<a name="', '"></a>'  # a paragraph that begins so is named itself: one less
# Each element has few rules to be held against, so they name it: a fifth less time (measured).
_SHEET = """
body { font-family: "Reviewer Sans", "Reviewer Naskh Print", "Reviewer Naskh", sans-serif;
  font-size: 9.5pt; color: black; }
p { margin-top: 0px; margin-bottom: 4px; }
h1 { font-size: 20pt; margin-top: 0px; margin-bottom: 6px; }
h2 { font-size: 15pt; margin-top: 18px; margin-bottom: 6px; }
h3 { font-size: 11.5pt; margin-top: 14px; margin-bottom: 4px; }
h4 { font-size: 10pt; margin-top: 10px; margin-bottom: 3px; }
h2.Chapter { page-break-before: always; }
p.Kind, p.Pale { color: dimgray; }
p.Reference, p.Passage { color: dimgray; font-size: 8.5pt; }
p.Facts { color: dimgray; font-size: 8.5pt; margin-bottom: 1px; }
p.Cell { font-size: 8.5pt; }
p.TableHead { font-size: 8.5pt; font-weight: bold; }
p.Range { font-weight: bold; }
p.Warning { font-weight: bold; margin-bottom: 1px; }
p.Statement { background-color: whitesmoke; margin-top: 8px; margin-left: 8px; margin-right: 8px; }
p.Quote { margin-left: 16px; margin-right: 16px; margin-top: 3px; }
p.Analysts { margin-left: 16px; }
p.Link { font-size: 8.5pt; margin-left: 16px; }
p.Detail { font-size: 8.5pt; margin-left: 16px; margin-bottom: 1px; }
span.Label { color: dimgray; }
span.Tagged { background-color: lemonchiffon; }
span.TagName { color: black; font-weight: bold; }
span.NotConfirmed { text-decoration: underline; }
span.Fingerprint { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace;
  font-size: 6.5pt; }
span.Badge { background-color: whitesmoke; }
a.Hyperlink { color: darkblue; text-decoration: none; }
a.TitleOfSource { color: darkblue; text-decoration: none; font-style: italic; }
table { border-collapse: collapse; border-color: silver; border-style: solid; margin-top: 4px;
  margin-bottom: 6px; }
hr { background-color: silver; margin-top: 8px; margin-bottom: 3px; }
"""


class PagesPen:
    """Writes paragraphs, runs and tables as a page has them."""

    isolated = staticmethod(isolated)

    def run(self, words: str, look: str = "", *, leftward: bool = False) -> str:
        """Return words in a look; they run as their letters and their paragraph do."""
        return self.exactly(settled(words, leftward=leftward), look)

    def exactly(self, words: str, look: str = "", *, leftward: bool = False) -> str:
        """Return a document's own words."""
        del leftward
        inside = escaped(words).replace("\n", "<br>").replace("\t", " ")
        return f'<span class="{look}">{inside}</span>' if look else inside

    def paragraph(self, style: str, inside: str, *, leftward: bool = False) -> str:
        """Return a paragraph, or a heading, by its style."""
        tag = _HEADINGS.get(style, "p")
        turned = _TURNED[leftward]
        line = "<hr>\n" if style in _APART else ""
        sign = "• " if style in _LISTED else ""
        named = ""
        if inside.startswith(_NAMED):
            anchor, _end, inside = inside[len(_NAMED) :].partition(_NAMED_END)
            named = f' id="{anchor}"'
        return f'{line}<{tag} class="{style}"{turned}{named}>{sign}{inside}</{tag}>\n'

    def pair(self, label: str, value: str, *, leftward: bool = False) -> str:
        """Return a detail on one line."""
        return self.paragraph("Detail", f"{label}: {value}", leftward=leftward)

    def link(self, anchor: str, inside: str) -> str:
        """Return runs that lead to a bookmark of the pages; a single one takes no more room so."""
        if inside.startswith(_LOOKED) and inside.count(_LOOKED) == 1:
            return f'<a href="#{anchor}" {inside[len(_LOOKED) : -len("</span>")]}</a>'
        return f'<a href="#{anchor}">{inside}</a>'

    def bookmark(self, number: int, anchor: str, inside: str) -> str:
        """Return runs that can be led to; ``anchor`` is given once."""
        del number
        return f"{_NAMED}{anchor}{_NAMED_END}{inside}"

    def table(self, widths: Sequence[int], head: Sequence[str], *, leftward: bool = False) -> str:
        """Return the beginning of a table; its head stands on every page it goes on to."""
        cells = [
            self.paragraph("TableHead", self.run(words, leftward=leftward), leftward=leftward)
            for words in head
        ]
        line = self.row(widths, cells, leftward=leftward)
        return (
            f'<table width="100%" border="1" cellspacing="0" cellpadding="3">'
            f"<thead>{line}</thead><tbody>\n"
        )

    def row(self, widths: Sequence[int], cells: Iterable[str], *, leftward: bool = False) -> str:
        """Return a line of a table; its cells are in the order in which they stand on paper."""
        several = [
            f'<td width="{wide // 50}%" valign="top">{cell}</td>'
            for wide, cell in zip(widths, cells, strict=True)
        ]
        return f"<tr>{''.join(reversed(several) if leftward else several)}</tr>\n"

    def table_end(self) -> str:
        """Return the end of a table."""
        return "</tbody></table>\n"


def parts(title: str, language: str, pieces: Iterable[str], *, leftward: bool) -> Iterator[str]:
    """Give pages of HTML which are printed one behind the other, each as long as is laid out well.

    None begins or ends within a table. The title of the first stands at the foot of all.
    """
    title = escaped(" ".join(settled(title, leftward=leftward).split()))
    head = (
        f'<!DOCTYPE html>\n<html lang="{escaped(language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_SHEET}</style></head>\n<body{_TURNED[leftward]}>\n"
    )
    for several in _apart(pieces):
        yield "".join([head, *several, "</body></html>\n"])


def _apart(pieces: Iterable[str]) -> Iterator[list[str]]:
    kept, length, inside = list[str](), 0, False
    for piece in pieces:
        begins = piece.startswith("<table")
        if length >= _LONGEST and not (inside or begins):
            yield kept
            kept, length = [], 0
        kept.append(piece)
        length += len(piece)
        inside = (inside or begins) and "</table>" not in piece
    yield kept
