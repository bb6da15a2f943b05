"""One to four documents side by side, any of them, the same one twice too."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reviewer.domain.spans import Span
from reviewer.domain.steps import News
from reviewer.environment.settings import Settings
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.pane import Pane
from reviewer.workspace.project import Workspace

MOST_PANES = 4


class PaneAreaView(QWidget):
    """The panes and which of them has the keys; see ``desk.PaneArea``."""

    focus_moved = Signal()  # another pane, another document, or another passage raised
    target_changed = Signal()
    pane_made = Signal(object)  # the Pane, so that keys can be put on it
    menu_wanted = Signal(QPoint)

    def __init__(self, workspace: Workspace, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._theme = theme
        self._focused = 0
        self._quiet = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def panes(self) -> list[Pane]:
        """Return the panes from left to right."""
        return list(self._each())

    def count(self) -> int:
        """Return how many panes there are."""
        return self._splitter.count()

    def document(self) -> int | None:
        """Return the document in the focused pane."""
        return self.focused().document

    def documents(self) -> list[int | None]:
        """Return the documents of all panes from left to right."""
        return [pane.document for pane in self._each()]

    def focused(self) -> Pane:
        """Return the pane that has the keys."""
        panes = self.panes()
        return panes[min(self._focused, len(panes) - 1)]

    def target(self) -> Span | None:
        """Return what a tag key would take in the focused pane."""
        pane = self.focused()
        return None if pane.document is None else pane.reader.target()

    def chosen_passage(self) -> int | None:
        """Return the passage raised in the focused pane."""
        pane = self.focused()
        return None if pane.document is None else pane.chosen_passage()

    def open_here(self, document: int, span: Span | None = None) -> None:
        """Show a document in the focused pane."""
        self.focused().show_document(document, span)
        self.focused().take_keys()

    def open_beside(self, document: int, span: Span | None = None) -> None:
        """Show a document in an empty pane, else in a new one, else in the next one."""
        empty = next((i for i, pane in enumerate(self._each()) if pane.document is None), None)
        if empty is None:
            if self.count() < MOST_PANES:
                self._make()
                empty = self.count() - 1
            else:
                empty = (self._focused + 1) % self.count()
        self._focus(empty)
        self.open_here(document, span)

    def go_to(self, document: int, span: Span) -> None:
        """Go to a place in the pane that shows its document, else in the focused one."""
        self._focus_document(document)
        self.open_here(document, span)

    def show_passage(self, passage: int) -> None:
        """Go to a passage in the pane that shows its document, else here; raise it."""
        found = self._workspace.passages.get(passage)
        self._focus_document(found.document)
        self.open_here(found.document)
        self.focused().show_passage(found)

    def tagged(self, passage: int) -> None:
        """Raise a passage just made, and leave the caret at the end of its words."""
        found = self._workspace.passages.get(passage)
        reader = self.focused().reader
        reader.set_caret(found.span.end - 1)
        reader.raise_mark(passage)

    def close_pane(self) -> None:
        """Close the focused pane; the last one is emptied."""
        if self.count() == 1:
            self.focused().show_document(None)
            return
        pane = self.focused()
        pane.setParent(None)
        pane.deleteLater()
        self._focus(min(self._focused, self.count() - 1))
        self._tell_closable()

    def swap(self) -> None:
        """Change places with the next pane."""
        if self.count() > 1:
            other = (self._focused + 1) % self.count()
            self._splitter.insertWidget(other, self.focused())
            self._focus(other)

    def split(self, count: int) -> None:
        """Show ``count`` panes; those closed are the last ones."""
        count = min(max(count, 1), MOST_PANES)
        while self.count() < count:
            self._make()
        while self.count() > count:
            pane = self.panes()[-1]
            pane.setParent(None)
            pane.deleteLater()
        self._share_evenly()
        self._focus(min(self._focused, self.count() - 1))
        self._tell_closable()

    def focus_next(self, *, backwards: bool = False) -> None:
        """Move the keys to the next pane."""
        self._focus((self._focused + (-1 if backwards else 1)) % self.count())

    def grow(self) -> None:
        """Let the target take in more."""
        self.focused().reader.grow()

    def shrink(self) -> None:
        """Let the target take in less."""
        self.focused().reader.shrink()

    def raise_next(self, *, backwards: bool = False) -> bool:
        """Raise the next passage under the caret; says whether there is any."""
        reader = self.focused().reader
        reader.raise_next(backwards=backwards)
        return reader.raised() is not None

    def fold_furniture(self, *, folded: bool) -> None:
        """Fold or unfold page furniture in the focused pane."""
        self.focused().reader.fold_furniture(folded)

    def furniture_folded(self) -> bool:
        """Say whether page furniture is folded in the focused pane."""
        return self.focused().furniture_folded()

    def set_quiet(self, *, quiet: bool) -> None:
        """Show underlines and gutter only, in every pane; else where it is too dense to read."""
        self._quiet = quiet
        for pane in self._each():
            pane.reader.set_quiet(quiet or None)

    def is_quiet(self) -> bool:
        """Say whether the quiet view was asked for."""
        return self._quiet

    def follow(self, news: News) -> None:
        """Refresh what a step touched."""
        for pane in self._each():
            pane.follow(news)

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        for pane in self._each():
            pane.reload()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours, and the reading font of the settings."""
        self._theme = theme
        for pane in self._each():
            pane.set_theme(theme)
            pane.apply_reading()

    def state(self) -> dict[str, object]:
        """Return the panes as they stand, to be remembered with the project."""
        return {
            "panes": [pane.state() for pane in self._each()],
            "focused": self._focused,
            "sizes": self._splitter.sizes(),
        }

    def restore(self, state: object) -> None:
        """Bring back the panes as they stood; what is gone or unreadable is left out."""
        kept = state if isinstance(state, dict) else {}
        panes = kept.get("panes")
        panes = panes if isinstance(panes, list) and panes else [{}, {}]
        self.split(len(panes))
        for pane, one in zip(self._each(), panes, strict=False):
            self._restore_pane(pane, one if isinstance(one, dict) else {})
        sizes = kept.get("sizes")
        if isinstance(sizes, list) and all(isinstance(size, int) for size in sizes):
            self._splitter.setSizes(sizes)
        focused = kept.get("focused")
        self._focus(focused if isinstance(focused, int) and 0 <= focused < self.count() else 0)

    def _restore_pane(self, pane: Pane, state: dict[str, object]) -> None:
        uid = state.get("document")
        found = self._workspace.documents.matching(uid) if isinstance(uid, str) else []
        if not found:
            return
        pane.show_document(found[0])
        offset, fraction = state.get("offset"), state.get("fraction")
        if isinstance(offset, int) and isinstance(fraction, int | float):
            pane.restore_place(offset, float(fraction))

    def _each(self) -> Iterator[Pane]:
        for index in range(self._splitter.count()):
            widget = self._splitter.widget(index)
            if isinstance(widget, Pane):
                yield widget

    def _make(self) -> None:
        pane = Pane(self._workspace, self._settings, self._theme)
        pane.activated.connect(lambda: self._activated(pane))
        pane.document_changed.connect(self.focus_moved)
        pane.raised_changed.connect(lambda: self._told(pane))
        pane.target_changed.connect(self.target_changed)
        pane.close_wanted.connect(lambda: self._close(pane))
        pane.dropped.connect(lambda document: self._dropped(pane, document))
        pane.menu_wanted.connect(self.menu_wanted)
        self._splitter.addWidget(pane)
        self._share_evenly()
        self._tell_closable()
        self.pane_made.emit(pane)

    def _share_evenly(self) -> None:
        self._splitter.setSizes([1_000] * self.count())

    def _tell_closable(self) -> None:
        for pane in self._each():
            pane.set_closable(closable=self.count() > 1)

    def _activated(self, pane: Pane) -> None:
        panes = self.panes()
        if pane in panes and panes.index(pane) != self._focused:
            self._mark_focused(panes.index(pane))

    def _told(self, pane: Pane) -> None:
        if pane is self.focused():
            self.focus_moved.emit()

    def _close(self, pane: Pane) -> None:
        self._activated(pane)
        self.close_pane()

    def _dropped(self, pane: Pane, document: int) -> None:
        self._activated(pane)
        self.open_here(document)

    def _focus_document(self, document: int) -> None:
        shown = self.documents()
        if document in shown and self.document() != document:
            self._focus(shown.index(document))

    def _focus(self, index: int) -> None:
        self._mark_focused(index)
        self.focused().take_keys()

    def _mark_focused(self, index: int) -> None:
        self._focused = index
        for place, pane in enumerate(self._each()):
            pane.set_focused(focused=place == index)
        self.focus_moved.emit()
