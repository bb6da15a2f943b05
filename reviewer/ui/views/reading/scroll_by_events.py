"""Panes that scroll together by the events their documents speak of.

When a passage that speaks of an event comes to where one reads in a pane, each of the others brings
its own passage on that event to the same height, the one nearest to what it showed last. While
there is none near, nobody else moves. The pane that is scrolled is never moved itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reviewer.domain.errors import ReviewerError
from reviewer.domain.events import EventPlace
from reviewer.domain.steps import News
from reviewer.environment.translation import _
from reviewer.ui.models.event_places import EventPlaces, at_the_line, shared_by
from reviewer.ui.soon import Soon
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

TABLES = frozenset({"answers", "events", "passages", "documents"})
_REACH = 1 / 6
"""How far from the line one reads at a passage may stand to be near, as a share of the height."""


@dataclass(slots=True)
class _Seen:
    """How a pane stood when it was scrolled last: by whom, is all the same."""

    size: tuple[int, int] = (0, 0)
    top: int = 0
    shown: int | None = None  # the start of the passage that was followed there last
    passage: int | None = None


class ScrollByEvents(QObject):
    """Follows the pane that is scrolled; ``told`` says in a few words what is followed."""

    told = Signal(str)

    def __init__(
        self, workspace: Workspace, panes: Callable[[], Sequence[Pane]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._panes = panes
        self._on = False
        self._leading = False
        self._seen: dict[Pane, _Seen] = {}
        self._places: EventPlaces | None = None
        self._shares: dict[Pane, frozenset[int]] = {}
        self._names: dict[int, str] = {}
        self._event: int | None = None
        self._soon = Soon(self._tell, self)

    @property
    def is_on(self) -> bool:
        """Whether panes scroll by events."""
        return self._on

    def switch(self, *, on: bool, here: Pane | None = None) -> None:
        """Let the panes scroll by events or not; they come to stand beside ``here`` at once."""
        if on is self._on:
            return
        self._on, self._event, self._places = on, None, None
        for pane in self._panes():
            self._seen[pane] = _Seen(pane.reader.sight.size, pane.scroll_bar().value())
            pane.header.set_linked(linked=on, by_events=on)
        if on and here is not None:
            self._lead(here, reach=1.0)
        self._tell()

    def watch(self, pane: Pane) -> None:
        """Follow a pane from now on."""
        self._seen[pane] = _Seen()
        pane.scroll_bar().valueChanged.connect(partial(self._scrolled, pane))
        pane.document_changed.connect(partial(self._other_document, pane))
        pane.header.set_linked(linked=self._on, by_events=self._on)
        self.read_again()

    def let_go(self, pane: Pane) -> None:
        """Follow a pane no more: it is closed."""
        self._seen.pop(pane, None)
        self.read_again()

    def share_any(self) -> bool:
        """Say whether any two of the documents in the panes speak of one event."""
        return any(self._shared(pane) for pane in self._panes())

    def follow(self, news: News) -> None:
        """Gather the places anew where a step may have changed them."""
        if news.tables & TABLES:
            self.read_again()

    def read_again(self) -> None:
        """Gather the places anew, once they are asked for."""
        self._places = None
        if self._on:
            self._soon.start()

    def _other_document(self, pane: Pane) -> None:
        if pane in self._seen:
            self._seen[pane] = _Seen(pane.reader.sight.size, pane.scroll_bar().value())
            self.read_again()

    # What is said.

    def _tell(self) -> None:
        if isValid(self):
            self.told.emit(self._words())

    def _words(self) -> str:
        if not self._on or sum(pane.document is not None for pane in self._panes()) < 2:
            return ""
        if not self.share_any():
            return _("Together by events: these documents share none")
        if self._event is None:
            return _("Together by events")
        return _("Together at: {event}").format(event=isolated(self._names.get(self._event, "")))

    # Where they speak of what.

    def _gathered(self) -> EventPlaces:
        """Return the places of all documents in the panes, read once after each change."""
        if self._places is None:
            self._shares = {}
            documents = {pane.document for pane in self._panes()} - {None}
            try:
                read = {one: self._workspace.events.places(one) for one in documents if one}
                self._names = {one.id: one.name for one in self._workspace.events.all()}
            except ReviewerError:  # whoever shows the events tells of it
                read = {}
            self._places = EventPlaces(read)
            if self._event not in self._names:
                self._event = None
        return self._places

    def _others(self, pane: Pane) -> list[Pane]:
        return [one for one in self._panes() if one is not pane and one.document is not None]

    def _shared(self, pane: Pane) -> frozenset[int]:
        """Return the events of a pane's document that another document in sight speaks of."""
        places = self._gathered()
        if pane not in self._shares:
            others = (one.document for one in self._others(pane))
            self._shares[pane] = shared_by(places, pane.document, others)
        return self._shares[pane]

    # Scrolling.

    def _scrolled(self, pane: Pane, top: int) -> None:
        """Lead the others, unless the pane follows itself or only got another size."""
        seen = self._seen.get(pane)
        if seen is None or not self._on:
            return
        size, before = seen.size, seen.top
        seen.size, seen.top = pane.reader.sight.size, top
        if self._leading or pane.is_moving() or size != seen.size:
            return
        height = pane.reader.sight.height
        self._lead(pane, reach=1.0 if abs(top - before) * 2 >= height else _REACH)

    def _lead(self, pane: Pane, reach: float) -> None:
        """Bring the others to where ``pane`` stands, if a passage on an event is near there."""
        place = self._near(pane, reach)
        if place is None:
            self._seen[pane].shown = None  # what one reads there now is what is shown last
            return
        seen, sight = self._seen[pane], pane.reader.sight
        seen.shown, seen.passage = place.span.start, place.passage
        self._bring(self._others(pane), place.event, sight.extent(place.span)[0])
        if place.event != self._event:
            self._event = place.event
            self._tell()

    def _near(self, pane: Pane, reach: float) -> EventPlace | None:
        """Return the place near to where one reads; what was followed last is near while seen."""
        sight, document = pane.reader.sight, pane.document
        if document is None:
            return None
        line, far = sight.line(), reach * sight.height
        words = sight.between(max(0.0, line - far), min(float(sight.height), line + far))
        last, shown = self._seen[pane].passage, sight.between(0, sight.height)
        found = self._gathered().touching(document, words, self._shared(pane), last)
        in_sight = [one for one in found if _touch(one, shown.start, shown.end)]
        return at_the_line(in_sight, line, sight.extent, self._event)

    def _bring(self, panes: Iterable[Pane], event: int, height: float) -> None:
        self._leading = True
        try:
            for pane in panes:
                seen, sight = self._seen[pane], pane.reader.sight
                last = seen.shown
                if last is None:
                    last = sight.between(sight.line(), sight.line()).start
                place = self._gathered().nearest(pane.document or 0, event, last)
                if place is not None:
                    seen.shown, seen.passage = place.span.start, place.passage
                    sight.bring(place.span.start, height)
        finally:
            self._leading = False


def _touch(place: EventPlace, start: int, end: int) -> bool:
    return place.span.start < end and place.span.end > start
