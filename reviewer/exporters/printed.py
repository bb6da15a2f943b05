"""A page to be printed: one file of HTML, nothing in it runs or is fetched.

Plain enough that Qt's printing and every browser show it alike; words from outside are escaped,
and each stands in its own direction.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from reviewer.domain.provenance import in_groups

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_STYLE = """
body { font-family: "Reviewer Sans", "Noto Sans", Arial, sans-serif; font-size: 10pt; }
h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 14pt; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 3pt 6pt 3pt 0; }
td.sum, p.sum { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 9pt; }
tr { page-break-inside: avoid; }
.pale { color: dimgray; }
"""


def words(text: object) -> str:
    """Return words from outside as they may stand in a page: escaped, steering nothing."""
    return f"<bdi>{plain(str(text))}</bdi>"


def plain(text: str) -> str:
    """Return our own words, which may hold some from outside, escaped."""
    return escape(_UNFIT.sub("\ufffd", text))


def fingerprint(sha256: str) -> str:
    """Return a fingerprint in groups of four, eight on a line."""
    groups = in_groups(sha256).split(" ")
    lines = (" ".join(groups[at : at + 8]) for at in range(0, len(groups), 8))
    return "<br>".join(f"<code>{escape(line)}</code>" for line in lines)


def rows(several: Iterable[tuple[str, str]]) -> str:
    """Return a table of two columns: what a thing is called (our words), and its HTML."""
    lines = (f"<tr><th>{plain(name)}</th><td>{cell}</td></tr>" for name, cell in several)
    return f'<table cellspacing="0" cellpadding="3">{"".join(lines)}</table>'


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterable[str]:
    """Give a table, a line at a time; cells are HTML."""
    named = "".join(f"<th>{plain(one)}</th>" for one in head)
    yield f'<table cellspacing="0" cellpadding="3"><thead><tr>{named}</tr></thead><tbody>\n'
    for line in lines:
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>\n"
    yield "</tbody></table>\n"


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
    yield "</body></html>\n"
