"""A page to be printed: one file of HTML, nothing in it runs or is fetched.

Plain enough that Qt's printing and every browser show it alike; words from outside are escaped,
and each stands in its own direction.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from reviewer.domain.provenance import in_groups

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TABLE_END, _PAGE_END = "</tbody></table>\n", "</body></html>\n"
_LONGEST = 120_000  # characters of a page that Qt lays out quickly
_STYLE = """
body { font-family: "Reviewer Sans", "Reviewer Naskh Print", "Noto Sans",
  Arial, sans-serif; font-size: 10pt; }
h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 14pt; }
table { border-collapse: collapse; width: 100%; }
td { vertical-align: top; }
code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 8.5pt; }
tr { page-break-inside: avoid; }
.pale { color: dimgray; }
"""


def sheets(pieces: Iterable[str]) -> Iterable[str]:
    """Give a page as several, to be printed one behind the other: a long one takes Qt too long.

    ``pieces`` come as ``page`` and ``table`` give them. A table that is cut goes on under its head.
    """
    kept, length = list[str](), 0
    front, table_front = "", list[str]()
    for piece in pieces:
        if length >= _LONGEST and table_front and piece.startswith("<tr>"):
            yield "".join([*kept, _TABLE_END, _PAGE_END])
            kept, length = [front, *table_front], 0
        front = front or piece[: piece.index("<h1>")]
        if piece == _TABLE_END:
            table_front = []
        elif piece.startswith(("<table", "<thead")) and "</table>" not in piece:
            table_front = [*table_front, piece]
        kept.append(piece)
        length += len(piece)
    yield "".join(kept)


def words(text: object) -> str:
    """Return words from outside as they may stand in a page: escaped, steering nothing."""
    return f"<bdi>{plain(str(text))}</bdi>"


def plain(text: str) -> str:
    """Return our own words, which may hold some from outside, escaped."""
    return escape(_UNFIT.sub("\ufffd", text))


def fingerprint(sha256: str, on_a_line: int = 8) -> str:
    """Return a fingerprint in groups of four, so many groups on a line."""
    groups = in_groups(sha256).split(" ")
    lines = (" ".join(groups[at : at + on_a_line]) for at in range(0, len(groups), on_a_line))
    return "<br>".join(f"<code>{escape(line)}</code>" for line in lines)


def rows(several: Iterable[tuple[str, str]]) -> str:
    """Return a table of two columns: what a thing is called (our words), and its HTML."""
    lines = (
        f'<tr><td width="34%"><b>{plain(name)}</b></td><td>{cell}</td></tr>'
        for name, cell in several
    )
    return f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(lines)}</table>'


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterable[str]:
    """Give a table, a line at a time; cells are HTML, and one alone takes the whole line."""
    named = "".join(f"<td><b>{plain(one)}</b></td>" for one in head)
    yield '<table width="100%" cellspacing="0" cellpadding="3">'
    yield f"<thead><tr>{named}</tr></thead><tbody>\n"
    for line in lines:
        if len(line) == 1:
            yield f'<tr><td colspan="{len(head)}">{line[0]}</td></tr>\n'
        else:
            yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>\n"
    yield _TABLE_END


def page(
    title: str, parts: Iterable[str], *, language: str = "en", mirrored: bool = False
) -> Iterable[str]:
    """Give a whole page; ``parts`` are HTML."""
    direction = "rtl" if mirrored else "ltr"
    yield (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n'
        '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{plain(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        f"<h1>{plain(title)}</h1>\n"
    )
    yield from parts
    yield _PAGE_END
