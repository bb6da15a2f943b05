"""Asks trafilatura what a page is about, and tells which blocks of the page hold those words.

Its text is never kept: it leaves out what a page says twice, and knows no places. Its words are
compared with ours, block by block. It needs minutes for some pages, so it is not asked about very
large ones; then there is no second opinion.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_ELEMENTS = 8_000  # real pages of news have up to 2,000
_MOST_LETTERS = 1_500_000  # code points of the source that are no tags, scripts too
_RUN = 4  # words that stand for a place in a text
_ENOUGH = 0.6  # of a block's runs of words
_NO_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u2e80-\u9fff\uac00-\ud7af"  # scripts with none between words
)
_MISHAPS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
_WORD = re.compile(rf"[{_NO_SPACES}]|[^\W{_NO_SPACES}]+")


class MainText:
    """The words that a second opinion holds to be what a page is about."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: set[tuple[str, ...]] = set()
        self._runs: set[tuple[str, ...]] = set()
        for line in lines:
            words = words_of(line)
            self._lines.add(words)
            self._runs.update(_runs(words))

    def __bool__(self) -> bool:
        return bool(self._lines)

    def holds(self, words: str) -> bool:
        """Say whether a block's words are among them; of a few words, only a whole line is."""
        if not self._lines:
            return False
        found = words_of(words)
        if not found:
            return False
        if found in self._lines:
            return True
        runs = _runs(found)
        return bool(runs) and sum(run in self._runs for run in runs) >= _ENOUGH * len(runs)


def main_text(tree: "HtmlElement") -> MainText:
    """Return the second opinion; an empty one where there is none. The tree may be changed."""
    if _is_large(tree):
        return MainText(())
    from lxml.etree import LxmlError
    from trafilatura import extract

    try:
        found = extract(
            tree,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
        )
    except (*_MISHAPS, LxmlError):  # what it says is an opinion; the page is whole without it
        return MainText(())
    return MainText(str(found or "").splitlines())


def words_of(line: str) -> tuple[str, ...]:
    """Return the words of a line in lower case, without marks."""
    return tuple(_WORD.findall(line.lower()))


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + _RUN] for start in range(len(words) - _RUN + 1)]


def _is_large(tree: "HtmlElement") -> bool:
    letters = 0
    for count, element in enumerate(tree.iter()):
        letters += len(element.text or "") + len(element.tail or "")
        if count > _MOST_ELEMENTS or letters > _MOST_LETTERS:
            return True
    return False
