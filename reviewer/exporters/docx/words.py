"""Paragraphs and runs of words, whatever stands in them, each in its own direction.

Word takes a run's direction from the run, LibreOffice from its letters; so words are cut into runs
as the Unicode rules would, and both show the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from reviewer.exporters.docx import looks
from reviewer.exporters.paper.turning import LEFTWARD, RUNS_LEFT, isolated, settled

# What XML cannot hold, or takes for something else; newlines and tabs are words.
_UNFIT = re.compile("[^\t\n\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\t\n]')
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
}
_ENTITIES = {key: words for key, words in _WRITTEN.items() if key not in "\t\n"}
_TOKEN = re.compile(
    f"([{LEFTWARD}]+)|([^\\W\\d_{LEFTWARD}]+|\u200e+)|(\\d+)|[^\\w\u200e{LEFTWARD}]+|_+"
)
_LEFT, _RIGHT = 1, 2  # groups of a token; the third are digits


def attribute(words: str) -> str:
    """Return words as they may stand in an attribute."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], " "), _UNFIT.sub("\ufffd", words))


def escaped(words: str) -> str:
    """Return words as they may stand in an element of words alone."""
    return _SPECIAL.sub(
        lambda found: _ENTITIES.get(found[0], found[0]), _UNFIT.sub("\ufffd", words)
    )


def _text(words: str) -> str:
    if not words.isascii() or not words.isprintable():
        words = _UNFIT.sub("\ufffd", words)
    return _SPECIAL.sub(lambda found: _WRITTEN[found[0]], words)


def run(words: str, style: str = "", *, leftward: bool = False) -> str:
    """Return words of ours as runs; ``leftward`` says which way their paragraph runs.

    Signs that isolate names in a sentence become marks, which every program obeys, and numbers such
    as dates keep their order.
    """
    return exactly(settled(words, leftward=leftward), style, leftward=leftward)


def exactly(words: str, style: str = "", *, leftward: bool = False, language: str = "") -> str:
    """Return a document's own words as runs, every character of them.

    ``language`` is that of the words, for those that check spelling or choose letters.
    """
    if not words:
        return ""
    if not leftward and (words.isascii() or not RUNS_LEFT.search(words)):
        return _one(words, style, language, left=False)
    return "".join(
        _one(part, style, language, left=left) for left, part in _parts(words, leftward=leftward)
    )


def _one(words: str, style: str, language: str, *, left: bool) -> str:
    return (
        f"<w:r>{_properties(style, language, left=left)}"
        f'<w:t xml:space="preserve">{_text(words)}</w:t></w:r>'
    )


@lru_cache(maxsize=512)
def _properties(style: str, language: str, *, left: bool) -> str:
    parts = [f'<w:rStyle w:val="{style}"/>'] if style else []
    if left:
        parts.append("<w:rtl/>")
    if language:
        kind = "bidi" if left else "val"
        parts.append(f'<w:lang w:{kind}="{attribute(language)}"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _parts(words: str, *, leftward: bool) -> Iterator[tuple[bool, str]]:
    """Cut words where they turn: what stands between two ways goes with the paragraph's."""
    tokens = [(found[0], found.lastindex or 0) for found in _TOKEN.finditer(words)]
    ways: list[bool | None] = []
    last = leftward
    for _words, kind in tokens:
        if kind in (_LEFT, _RIGHT):
            last = kind == _LEFT
        ways.append(last if kind else None)
    for (left, _known), group in groupby(
        zip(_settled(ways, leftward=leftward), tokens, strict=True), lambda pair: (pair[0], 0)
    ):
        yield left, "".join(token[0] for _left, token in group)


def _settled(ways: Sequence[bool | None], *, leftward: bool) -> list[bool]:
    """Give each part its way: between two that agree it is theirs, else the paragraph's."""
    behind: list[bool] = []
    for way in reversed(ways):
        behind.append((behind[-1] if behind else leftward) if way is None else way)
    settled: list[bool] = []
    for way, after in zip(ways, reversed(behind), strict=True):
        before = settled[-1] if settled else leftward
        found = after if before == after else leftward
        settled.append(found if way is None else way)
    return settled


def paragraph(style: str, inside: str, *, leftward: bool = False) -> str:
    """Return a paragraph of runs."""
    return f"<w:p>{_OF_PARAGRAPH[leftward].format(style)}{inside}</w:p>\n"


_OF_PARAGRAPH = {
    False: '<w:pPr><w:pStyle w:val="{}"/></w:pPr>',
    True: '<w:pPr><w:pStyle w:val="{}"/><w:bidi/></w:pPr>',
}


def link(anchor: str, inside: str) -> str:
    """Return runs that lead to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink>'


def bookmark(number: int, name: str, inside: str) -> str:
    """Return runs with a bookmark around them; numbers and names are given once."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def table(widths: Sequence[int], head: Sequence[str], *, leftward: bool = False) -> str:
    """Return the beginning of a table with its head; ``widths`` are in fiftieths of a percent."""
    turned = "<w:bidiVisual/>" if leftward else ""
    grid = "".join(f'<w:gridCol w:w="{wide * looks.MOST // 5000}"/>' for wide in widths)
    cells = "".join(
        _cell(wide, paragraph("TableHead", run(words, leftward=leftward), leftward=leftward))
        for wide, words in zip(widths, head, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/>{turned}<w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>\n"
    )


def row(widths: Sequence[int], cells: Iterable[str], *, leftward: bool = False) -> str:
    """Return a line of a table; each cell is made of paragraphs."""
    del leftward  # the table itself is turned
    inside = "".join(_cell(wide, cell) for wide, cell in zip(widths, cells, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>\n"


def _cell(wide: int, inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="pct"/></w:tcPr>{inside}</w:tc>'


class DocxPen:
    """Writes paragraphs, runs and tables as a text document has them."""

    run, exactly, isolated = staticmethod(run), staticmethod(exactly), staticmethod(isolated)
    paragraph, link, bookmark = (
        staticmethod(paragraph),
        staticmethod(link),
        staticmethod(bookmark),
    )
    table, row = staticmethod(table), staticmethod(row)

    def pair(self, label: str, value: str, *, leftward: bool = False) -> str:
        """Return a detail with a tabulator between what it is called and what it is."""
        return paragraph("Detail", f"{label}<w:r><w:tab/></w:r>{value}", leftward=leftward)

    def table_end(self) -> str:
        """Return the end of a table."""
        return "</w:tbl>\n"
