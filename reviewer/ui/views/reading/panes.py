"""One to four documents side by side, any of them, the same one twice too."""

from collections.abc import Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reviewer.domain.spans import Span
from reviewer.domain.steps import News
from reviewer.environment.settings import Settings
from reviewer.ui.guard import guard
from reviewer.ui.models.reading_places import ReadingPlace, ReadingPlaces
from reviewer.ui.models.shown import EVERYTHING, Shown, as_state, from_state
from reviewer.ui.text.walking import Walker
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.frame.remembered import entries, several, sizes, whole
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.pane_marks import touched_passages
from reviewer.ui.views.reading.scroll_together import ScrollTogether
from reviewer.workspace.project import Workspace

MOST_PANES = 4


class PaneAreaView(QWidget):
    """The panes and which of them has the keys; see ``desk.PaneArea``.

    There is always one at least: the first is made when it is first asked for, so that whoever
    connects to ``pane_made`` before that hears of every pane.
    """

    focus_moved = Signal()  # another pane, another document, or another passage raised
    target_changed = Signal()
    pane_made = Signal(object)  # the Pane, so that keys can be put on it
    menu_wanted = Signal(QPoint)
    leaving = Signal()  # somebody goes elsewhere: where one is now is worth coming back to
    sifted = Signal()  # other passages are left out
    shown_anyway = Signal(str)  # what such a passage is called that is shown all the same

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        theme: Theme,
        run: Runner = at_once,
    ) -> None:
        super().__init__()
        self._run = run
        self._workspace = workspace
        self._settings = settings
        self._theme = theme
        self._focused = 0
        self._quiet = False
        self._shown = EVERYTHING
        self._places = ReadingPlaces(workspace)
        self.together = ScrollTogether(workspace, self.panes, self.focused, self)
        self._put_away: list[dict[str, object]] = []
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def panes(self) -> list[Pane]:
        """Return the panes from left to right."""
        if not self._splitter.count():
            self._make()
            self._mark_focused(0)
        return list(self._each())

    def splitter(self) -> QSplitter:
        """Return what holds the panes, for whoever shares their room out."""
        return self._splitter

    def count(self) -> int:
        """Return how many panes there are."""
        return len(self.panes())

    def document(self) -> int | None:
        """Return the document in the focused pane."""
        return self.focused().document

    def documents(self) -> list[int | None]:
        """Return the documents of all panes from left to right."""
        return [pane.document for pane in self.panes()]

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

    def text(self) -> Walker:
        """Return the text in the focused pane, for going through it; see ``InText``."""
        return self.focused().reader.walker

    def open_here(self, document: int, span: Span | None = None) -> None:
        """Show a document in the focused pane."""
        if span is not None or document != self.document():
            self.leaving.emit()
        self.focused().show_document(document, span)
        self.focused().take_keys()

    def open_beside(self, document: int, span: Span | None = None) -> None:
        """Show a document in an empty pane, else in a new one, else in the next one."""
        self.leaving.emit()
        empty = next((i for i, pane in enumerate(self.panes()) if pane.document is None), None)
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
        self.leaving.emit()
        self.focus_document(document)
        self.open_here(document, span)

    def focus_document(self, document: int) -> None:
        """Give the keys to a pane that shows a document, if there is any."""
        shown = self.documents()
        if document in shown and self.document() != document:
            self._focus(shown.index(document))

    def show_passage(self, passage: int) -> None:
        """Go to a passage in the pane that shows its document, else here; raise it."""
        found = self._workspace.passages.get(passage)
        self.leaving.emit()
        self.focus_document(found.document)
        self.open_here(found.document)
        self.focused().show_passage(found, by_hand=True)

    def tagged(self, passage: int) -> None:
        """Raise a passage just made; what was selected stays, for another tag on the same words.

        It is shown, whatever the filter leaves out.
        """
        self.focused().show_anyway([passage])
        self.focused().reader.raise_mark(passage, by_hand=True)

    def go_back_to(self, document: int | None, place: ReadingPlace | None) -> None:
        """Go back to where one was: in the pane that shows the document, else in this one."""
        if document is None:
            return
        self.focus_document(document)
        self.focused().show_document(document)
        if place is not None:
            self.focused().go_to_place(place)
        self.focused().take_keys()

    def set_shown(self, shown: Shown) -> None:
        """Show the passages of some tags or people only, in every pane."""
        self._shown = shown
        for pane in self._each():
            pane.set_shown(shown)

    def shown(self) -> Shown:
        """Return which passages are shown."""
        return self._shown

    def hidden(self) -> frozenset[int]:
        """Return the passages that are left out of the documents in the panes."""
        return frozenset[int]().union(*(pane.hidden() for pane in self._each()))

    def scrolling(self) -> ScrollTogether:
        """Return how panes scroll together."""
        return self.together

    def keep_places(self) -> None:
        """Remember with the project where one is in each document."""
        for pane in self._each():
            pane.keep_place()
        self._places.save()

    def apply_reading(self) -> None:
        """Use the reading font of the settings, in every pane."""
        for pane in self._each():
            pane.apply_reading()

    def close_pane(self) -> None:
        """Close the focused pane; the last one is emptied."""
        if self.count() == 1:
            self.focused().show_document(None)
            return
        self._drop(self.focused())
        self._share_evenly()
        self._focus(min(self._focused, self.count() - 1))

    def swap(self) -> None:
        """Let this pane and the next one change places; the others stay, and so do the widths."""
        if self.count() > 1:
            here, other = self._focused, (self._focused + 1) % self.count()
            widths = self._splitter.sizes()
            left, right = sorted((here, other))
            # A widget that is inserted leaves its own place first: the left one must go last.
            panes = self.panes()
            self._splitter.insertWidget(left, panes[right])
            self._splitter.insertWidget(right, panes[left])
            self._splitter.setSizes(widths)
            self._focus(other)

    def split(self, count: int) -> None:
        """Show ``count`` panes; those closed are the last ones, but never the focused one.

        What the closed ones showed comes back with the next panes.
        """
        count = min(max(count, 1), MOST_PANES)
        while self.count() < count:
            self._make()
            if self._put_away:
                self._run(partial(self.panes()[-1].restore, self._put_away.pop()))
        if self._focused >= count:
            self._splitter.insertWidget(count - 1, self.focused())
            self._focused = count - 1
        for pane in reversed(self.panes()[count:]):
            if pane.document is not None:
                self._put_away.append(pane.state())
            self._drop(pane)
        self._share_evenly()
        self._focus(self._focused)

    def focus_next(self, *, backwards: bool = False) -> None:
        """Move the keys to the next pane; from elsewhere back to the pane that had them."""
        at_keys = cast("QWidget | None", self.window().focusWidget())
        inside = at_keys is not None and self.isAncestorOf(at_keys)
        step = (-1 if backwards else 1) if inside else 0
        self._focus((self._focused + step) % self.count())

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
        self.focused().fold_furniture(folded=folded)

    def furniture_folded(self) -> bool:
        """Say whether page furniture is folded in the focused pane."""
        return self.focused().furniture_folded()

    def set_quiet(self, *, quiet: bool) -> None:
        """Show underlines and gutter only, in every pane; else where it is too dense to read."""
        self._quiet = quiet
        for pane in self._each():
            self._quieten(pane)

    def is_quiet(self) -> bool:
        """Say whether the quiet view was asked for."""
        return self._quiet

    def follow(self, news: News) -> None:
        """Refresh what a step touched; each passage is read once, however many panes there are."""
        touched = touched_passages(self._workspace, news)
        for pane in self._each():
            pane.follow(news, touched)
        self.together.by_events.follow(news)

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        for pane in self._each():
            pane.reload()
        self.together.by_events.read_again()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._theme = theme
        for pane in self._each():
            pane.set_theme(theme)

    def state(self) -> dict[str, object]:
        """Return the panes as they stand, to be remembered with the project."""
        panes = self.panes()
        return {
            "panes": [pane.state() for pane in panes],
            "focused": self._focused,
            "sizes": self._splitter.sizes(),
            "quiet": self._quiet,
            "together": self.together.state(panes),
            "shown": as_state(self._workspace, self._shown),
        }

    def restore(self, state: object) -> None:
        """Bring back the panes as they stood; what is gone or unreadable is left out, and told."""
        kept = entries(state)
        panes = several(kept.get("panes"), MOST_PANES) or [None, None]
        self.set_quiet(quiet=kept.get("quiet") is True)
        self.set_shown(from_state(self._workspace, entries(kept.get("shown"))))
        self.split(len(panes))
        for pane, one in zip(self.panes(), panes, strict=True):
            self._run(partial(pane.restore, one))
        widths = sizes(kept.get("sizes"), self.count())
        if widths is not None:
            self._splitter.setSizes(widths)
        self.together.restore(kept.get("together"), self.panes())
        focused = whole(kept.get("focused"), most=self.count() - 1)
        self._focus(focused or 0)

    def _each(self) -> Iterator[Pane]:
        for index in range(self._splitter.count()):
            widget = self._splitter.widget(index)
            if isinstance(widget, Pane):
                yield widget

    def _make(self) -> None:
        pane = Pane(self._workspace, self._settings, self._theme, self._places)
        pane.set_shown(self._shown)
        pane.activated.connect(lambda: self._activated(pane))
        pane.document_changed.connect(self.focus_moved)
        pane.raised_changed.connect(lambda: self._told(pane))
        pane.target_changed.connect(self.target_changed)
        pane.close_wanted.connect(lambda: self._close(pane))
        pane.dropped.connect(lambda document: self._run(lambda: self._dropped(pane, document)))
        pane.menu_wanted.connect(self.menu_wanted)
        pane.sifted.connect(self.sifted)
        pane.shown_anyway.connect(self.shown_anyway)
        pane.reader.handles.set_editable(self._workspace.read_only is None)
        pane.reader.handles.moved.connect(self._edge_dragged)
        self._quieten(pane)
        self.together.by_events.watch(pane)
        self._splitter.addWidget(pane)
        self._share_evenly()
        self._tell_closable()
        self.pane_made.emit(pane)

    @guard()
    def _edge_dragged(self, passage: int, span: Span) -> None:
        self._run(partial(self._workspace.boundaries.move_boundary, passage, span))

    def _drop(self, pane: Pane) -> None:
        pane.keep_place()
        self.together.part(pane)
        self.together.by_events.let_go(pane)
        pane.setParent(None)
        pane.deleteLater()
        self._tell_closable()
        self.sifted.emit()

    def _quieten(self, pane: Pane) -> None:
        pane.reader.set_quiet(self._quiet or None)

    def _share_evenly(self) -> None:
        self._splitter.setSizes([1_000] * self._splitter.count())

    def _tell_closable(self) -> None:
        for pane in self._each():
            pane.set_closable(closable=self._splitter.count() > 1)

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

    def _focus(self, index: int) -> None:
        self._mark_focused(index)
        self.focused().take_keys()

    def _mark_focused(self, index: int) -> None:
        self._focused = index
        for place, pane in enumerate(self._each()):
            pane.set_focused(focused=place == index)
        self.focus_moved.emit()
