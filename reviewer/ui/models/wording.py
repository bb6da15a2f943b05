"""Words from documents beside words of the program: on one line, isolated, escaped.

Tips are always handed over as rich text with everything escaped: Qt guesses from the words
whether plain text is meant, and a document's title may well look like HTML.
"""

from html import escape

from reviewer.ui.wording import isolated, one_line

__all__ = ["isolated", "one_line", "tip"]


def tip(*lines: str) -> str:
    """Return lines as a tooltip: each on its own, in its own direction, nothing in them markup."""
    return "".join(f"<div>{escape(line)}</div>" for line in lines if line)
