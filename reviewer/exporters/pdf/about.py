"""What is told of pages besides what is on them: their outline, their language, their title."""

import logging
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewer.exporters.paper.headings import Heading
from reviewer.exporters.paper.turning import alone
from reviewer.exporters.pdf.update import NotGoneOnWith, PdfUpdate, reference, text

_LOG = logging.getLogger(__name__)
_OPEN = 2  # levels of the outline, at first


class About(NamedTuple):
    """In which language pages are, which way it runs, and what their outline is."""

    language: str
    leftward: bool = False
    headings: Sequence[Heading] = ()


def told_behind(data: bytes, about: About) -> bytes:
    """Return what is to stand behind the pages that Qt has printed.

    Nothing where Qt should one day write its files in another way: better pages without an outline
    than none.
    """
    try:
        update = PdfUpdate(data)
    except NotGoneOnWith:
        _LOG.warning("a PDF of %d bytes stays without an outline", len(data))
        return b""
    # Never the direction of pages: where it is leftward, pdfium copies Latin names from the last
    # word to the first.
    shown = b"<< /DisplayDocTitle true >>"
    catalogue = {"Lang": text(about.language), "ViewerPreferences": shown}
    if about.headings:
        catalogue["Outlines"] = reference(_outline(update, about))
        catalogue["PageMode"] = b"/UseOutlines"
    return update.finish(catalogue)


class _Line:
    """A line of the outline among the others, by the numbers of their objects; 0 is none."""

    def __init__(self, number: int, above: "_Line | None") -> None:
        self.number = number
        self.above = above
        self.before = self.behind = 0
        self.inner: list[_Line] = []

    def take(self, number: int) -> "_Line":
        line = _Line(number, self)
        if self.inner:
            line.before = self.inner[-1].number
            self.inner[-1].behind = number
        self.inner.append(line)
        return line

    def seen(self, level: int) -> int:
        """Return how many lines under it are seen while it is open, itself on a level."""
        further = (one.seen(level + 1) for one in self.inner) if level + 1 < _OPEN else ()
        return len(self.inner) + sum(further)

    def entries(self, level: int) -> Iterator[tuple[str, bytes]]:
        """Give how it hangs together with the others."""
        named = {"Prev": self.before, "Next": self.behind}
        if self.above is not None:
            named["Parent"] = self.above.number
        if self.inner:
            named |= {"First": self.inner[0].number, "Last": self.inner[-1].number}
            count = self.seen(level)
            yield "Count", b"%d" % (count if level < _OPEN else -count)
        yield from ((name, reference(number)) for name, number in named.items() if number)


def _outline(update: PdfUpdate, about: About) -> int:
    """Put the outline behind the others; returns the number of its object."""
    whole = _Line(update.next_number(), None)
    path, lines = [whole], list[tuple[int, _Line]]()
    for ahead, one in enumerate(about.headings, 1):
        del path[one.level :]
        path.append(path[-1].take(update.next_number(ahead)))
        lines.append((len(path) - 1, path[-1]))
    number = update.add({"Type": b"/Outlines", **dict(whole.entries(0))})
    for one, (level, line) in zip(about.headings, lines, strict=True):
        leads = {"Title": text(alone(one.words, leftward=about.leftward)), "Dest": text(one.anchor)}
        update.add({**leads, **dict(line.entries(level))})
    return number
