"""Comments in the margin: each over its words, whatever crosses them."""

from collections.abc import Iterable

from reviewer.exporters.docx.words import attribute, paragraph, run
from reviewer.exporters.paper.pen import runs_left

_SIGN = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>{}</w:r>'
_OWN_SIGN = _SIGN.format("<w:annotationRef/>")


def comment(
    number: int, sign: str, author: str, at: str, lines: Iterable[str], *, leftward: bool
) -> str:
    """Return a comment; ``sign`` stands for whoever wrote it, ``at`` is UTC, ISO 8601."""
    several = list(lines)
    inside = "".join(
        paragraph(
            "CommentText",
            ("" if place else _OWN_SIGN) + run(words, leftward=left),
            leftward=left,
        )
        for place, words in enumerate(several)
        for left in (runs_left(words, leftward=leftward),)
    )
    return (
        f'<w:comment w:id="{number}" w:author="{attribute(author)}" '
        f'w:date="{attribute(at[:19])}Z" w:initials="{attribute(sign)}">{inside}</w:comment>\n'
    )


def begin(number: int) -> str:
    """Return where a comment's words begin."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    """Return where a comment's words end, with the sign that leads to it."""
    sign = _SIGN.format(f'<w:commentReference w:id="{number}"/>')
    return f'<w:commentRangeEnd w:id="{number}"/>{sign}'
