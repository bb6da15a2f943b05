"""The passages of the document in a pane: which are shown, and which a filter leaves out.

One that is gone to is shown whatever the filter says, until another filter or document comes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reviewer.domain.anchors import holds
from reviewer.domain.documents import Document
from reviewer.domain.errors import NotFound
from reviewer.domain.passages import Anchor, Passage, passage_label
from reviewer.domain.spans import Span
from reviewer.domain.steps import News
from reviewer.ui.models.shown import EVERYTHING, Shown
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.reader import Reader
from reviewer.workspace.project import Workspace

MANY_PASSAGES = 50


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is shown of a document's passages, and which are left out, with their places."""

    marks: list[Mark] = field(default_factory=list)
    hidden: dict[int, Span] = field(default_factory=dict)


class PaneMarks:
    """Keeps the passages of a reader as the project and the filter would have them."""

    def __init__(self, workspace: Workspace, reader: Reader) -> None:
        self._workspace = workspace
        self._reader = reader
        self._shown = EVERYTHING
        self._here: set[int] = set()
        self._hidden: dict[int, Span] = {}
        self._anyway: set[int] = set()

    @property
    def shown(self) -> Shown:
        """The filter."""
        return self._shown

    @property
    def hidden(self) -> frozenset[int]:
        """The passages that are left out."""
        return frozenset(self._hidden)

    def count(self) -> int:
        """Return how many passages there are, shown or not."""
        return len(self._here) + len(self._hidden)

    def read(self, document: Document) -> Sifted:
        """Return another document's passages as the filter has them; nothing is shown yet."""
        return self._sift(document, frozenset())

    def take(self, sifted: Sifted) -> None:
        """Keep count of what the reader shows now."""
        self._anyway = set()
        self._count(sifted)

    def filter_by(self, shown: Shown, document: Document | None) -> None:
        """Show these passages only; what was shown all the same is filtered like the others."""
        if shown == self._shown:
            return
        self._shown = shown
        self._anyway = set()
        if document is not None:
            self.read_again(document)

    def read_again(self, document: Document) -> None:
        """Show every passage of the present document as it is now."""
        sifted = self._sift(document, self._anyway)
        self._count(sifted)
        self._reader.replace_marks(sifted.marks)

    def refresh(self, document: Document, touched: Mapping[int, Passage | None]) -> None:
        """Show what became of some passages, ``None`` for those that are gone."""
        for passage, found in touched.items():
            self._hidden.pop(passage, None)
            stays = found is not None and found.document == document.id
            if passage in self._here and not (stays and found and self._takes(found)):
                self._here.discard(passage)
                self._reader.remove_mark(passage)
            if stays and found is not None:
                self._show(document, found)

    def follow(self, document: Document, touched: Mapping[int, Passage | None] | None) -> None:
        """Show what a step did, ``None`` for too much to tell; see ``touched_passages``.

        One that came to stand at the caret is raised where nothing else is.
        """
        before = frozenset(self._here)
        if touched is None:
            self.read_again(document)
        else:
            self.refresh(document, touched)
        if self._reader.raised() is None:
            new = self._here - before
            at_caret = (mark.id for mark in self._reader.marks_at_caret() if mark.id in new)
            self._reader.raise_mark(next(at_caret, None))

    def expose(self, document: Document, passages: Iterable[int]) -> list[int]:
        """Show these passages although the filter leaves them out; returns which it did."""
        exposed = [passage for passage in passages if passage in self._hidden]
        self._anyway.update(exposed)
        for passage in exposed:
            self.refresh(document, {passage: self._workspace.passages.get(passage)})
        return exposed

    def hidden_at(self, span: Span) -> list[int]:
        """Return the passages left out that stand at exactly these words."""
        return [passage for passage, place in self._hidden.items() if place == span]

    def _show(self, document: Document, found: Passage) -> None:
        if not self._takes(found):
            self._hidden[found.id] = found.span
            return
        self._here.add(found.id)
        tag = self._workspace.tags.get(found.tag)
        label = passage_label(document.number, found.number)
        look = (tag.colour, tag.key, tag.name)
        sure = self._stands(found, document)
        self._reader.add_mark(Mark(found.id, found.span, *look, label, sure))

    def _takes(self, passage: Passage) -> bool:
        return passage.id in self._anyway or self._shown.takes(passage.tag, passage.analyst)

    def _count(self, sifted: Sifted) -> None:
        self._here = {mark.id for mark in sifted.marks}
        self._hidden = sifted.hidden

    def _sift(self, document: Document, anyway: Iterable[int]) -> Sifted:
        looks = {tag.id: (tag.colour, tag.key, tag.name) for tag in self._workspace.tags.all()}
        number, shown, kept = document.number, self._shown, frozenset(anyway)
        placed = self._workspace.passages.placed(document.id)
        if not shown:  # many thousands may be waited for: without a question asked of each
            return Sifted(
                [
                    Mark(id_, span, *looks[tag], passage_label(number, count), sure)
                    for id_, count, span, tag, _analyst, sure in placed
                ]
            )
        sifted = Sifted()
        for id_, count, span, tag, analyst, sure in placed:
            if shown.takes(tag, analyst) or id_ in kept:
                label = passage_label(number, count)
                sifted.marks.append(Mark(id_, span, *looks[tag], label, sure))
            else:
                sifted.hidden[id_] = span
        return sifted

    def _stands(self, passage: Passage, document: Document) -> bool:
        """Say whether a passage's words stand at its place in the text that is shown."""
        here = passage.anchor is Anchor.SURE and passage.text == document.text
        words = self._workspace.documents.text(document.id)
        return here and holds(words, passage.span, passage.quote)


def touched_passages(workspace: Workspace, news: News) -> Mapping[int, Passage | None] | None:
    """Return the passages a step touched as they stand now, ``None`` for those that are gone.

    Without anything where it is quicker to read all of them anew.
    """
    passages = news.rows.get("passages", frozenset())
    if "tags" in news.tables or len(passages) > MANY_PASSAGES:
        return None
    return {passage: _found(workspace, passage) for passage in passages}


def _found(workspace: Workspace, passage: int) -> Passage | None:
    try:
        return workspace.passages.get(passage)
    except NotFound:
        return None
