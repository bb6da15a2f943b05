"""Links where they are read: curves between neighbouring panes, and marks in the gutters.

A link whose ends are both in view in neighbouring panes is a curve; any other is a mark beside the
label of the passage, and tells what it is. What is read of the project is read after the paint.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from shiboken6 import isValid
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.links import SYMMETRIC, PlacedLink
from reviewer.domain.steps import News
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models.links import SIGNS, end_words, sign_words
from reviewer.ui.soon import Soon
from reviewer.ui.text.brackets import Bracket
from reviewer.ui.theme import spacing
from reviewer.ui.views.reading.link_strip import Curve, LinkStrip
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.workspace.project import Workspace

TABLES = frozenset({"links", "passages", "documents", "tags"})
_GAP = 2
_LINE = 10  # from the top of a passage to the middle of its first line


@dataclass(frozen=True, slots=True)
class _Seam:
    """Two panes side by side, and the strip over what is between them."""

    left: Pane
    right: Pane
    strip: LinkStrip


class PaneLinks(QObject):
    """Keeps the links of the documents in the panes, and lets panes and strips show them."""

    link_wanted = Signal(int)  # the mark of a passage's links was pressed

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        panes: PaneAreaView,
        parent: QObject,
        *,
        curves: bool = True,
    ) -> None:
        """Follow the panes; none is asked for yet, so that whoever follows them hears of all."""
        super().__init__(parent)
        self._workspace = workspace
        self._panes = panes
        self._curves = curves
        self._links: dict[int, dict[int, list[PlacedLink]]] = {}
        self._seams: list[_Seam] = []
        self._soon = Soon(self._read, self)
        panes.pane_made.connect(self._pane_made)
        panes.focus_moved.connect(self._look)
        panes.installEventFilter(self)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._read_again)

    def shows_curves(self) -> bool:
        """Say whether links are drawn between panes."""
        return self._curves

    def show_curves(self, *, shown: bool) -> None:
        """Draw links between panes, or mark them in the gutters alone."""
        self._curves = shown
        self._arrange()
        self._mark()

    def strips(self) -> list[LinkStrip]:
        """Return the strips from left to right."""
        return [seam.strip for seam in self._seams]

    # What the gutters ask.

    def signs(self, pane: Pane, passages: Iterable[int]) -> dict[int, list[str]]:
        """Return the short sign of each link whose other end is not in sight, by passage.

        Asked for all that is in view at once: there may be hundreds in a frame.
        """
        here = self._links.get(pane.document or 0)
        if not here:
            return {}
        beside = self._beside(pane) if self._curves else []
        found = {}
        for passage in passages:
            signs = [
                SIGNS[one.type]
                for one in here.get(passage, ())
                if not any(_other(one, passage) in ids for ids in beside)
            ]
            if signs:
                found[passage] = signs
        return found

    def words(self, passage: int) -> list[str]:
        """Return what every link of a passage says, for a tip."""
        try:
            ends = self._workspace.links.of(passage)
        except ReviewerError:
            return []
        return [f"{sign_words(end.type)} {_(end.words)} {end_words(end)}" for end in ends]

    def _beside(self, pane: Pane) -> list[dict[int, Bracket]]:
        """Return what is in view in the panes beside one."""
        return [
            (seam.right if pane is seam.left else seam.left).reader.gutter.places()
            for seam in self._seams
            if pane in (seam.left, seam.right) and isValid(seam.left) and isValid(seam.right)
        ]

    # Following panes and project.

    def _pane_made(self, pane: Pane) -> None:
        pane.reader.gutter.show_links(_OfPane(self, pane))
        pane.reader.repainted.connect(partial(self._moved, pane))
        pane.reader.link_wanted.connect(self.link_wanted)
        pane.destroyed.connect(self._soon.start)
        self._soon.start()

    def _look(self) -> None:
        """Read the links of documents that have come into the panes; draw the raised ones so."""
        wanted = {one for one in self._panes.documents() if one is not None}
        if wanted != self._links.keys() or len(self._panes.panes()) != len(self._seams) + 1:
            self._soon.start()
        for seam in self._seams:
            seam.strip.update()

    def _follow(self, news: News) -> None:
        if news.tables & TABLES:
            self._read_again()

    def _read_again(self) -> None:
        self._links = {}
        self._soon.start()

    def _read(self) -> None:
        if not isValid(self._panes):
            return
        documents = {one for one in self._panes.documents() if one is not None}
        self._links = {
            document: self._links.get(document) or self._read_document(document)
            for document in documents
        }
        self._arrange()
        self._mark()

    def _read_document(self, document: int) -> dict[int, list[PlacedLink]]:
        try:
            links = self._workspace.links.on(document)
        except ReviewerError:
            return {}
        found: defaultdict[int, list[PlacedLink]] = defaultdict(list)
        for one in links:
            for end in (one.start, one.end):
                if end.document == document and end.passage is not None:
                    found[end.passage].append(one)
        return dict(found)

    def _mark(self) -> None:
        for pane in self._panes.panes():
            pane.reader.gutter.links_moved()

    def _moved(self, pane: Pane) -> None:
        """Let what is beside a pane that was scrolled follow it in the same paint."""
        if not self._links.get(pane.document or 0):
            return
        for seam in self._seams:
            if pane in (seam.left, seam.right) and not seam.strip.isHidden():
                seam.strip.update()
                other = seam.right if pane is seam.left else seam.left
                if isValid(other):
                    other.reader.gutter.links_moved()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the strips where they belong when the panes have other sizes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._soon.start()
        return False

    # The strips.

    def _arrange(self) -> None:
        """Lay a strip over each seam where links may have to be drawn."""
        panes = sorted(self._panes.panes(), key=lambda pane: pane.x())
        for seam in self._seams:
            seam.strip.hide()
            seam.strip.deleteLater()
        self._seams = [
            _Seam(left, right, LinkStrip(self._curves_of, left.reader.theme, self._panes))
            for left, right in pairwise(panes)
        ]
        for seam in self._seams:
            self._place(seam)

    def _place(self, seam: _Seam) -> None:
        linked = self._links.get(seam.left.document or 0, {})
        other = self._links.get(seam.right.document or 0, {})
        if not (self._curves and linked and other):
            seam.strip.hide()
            return
        left, right = _edge(seam.left, at_right=True), _edge(seam.right, at_right=False)
        origin = self._panes
        start = seam.left.reader.mapTo(origin, QPoint(left, 0))
        stop = seam.right.reader.mapTo(origin, QPoint(right, 0))
        seam.strip.setGeometry(
            start.x(), start.y(), max(1, stop.x() - start.x()), seam.left.reader.height()
        )
        between = seam.right.mapTo(origin, QPoint(0, 0)).x() - start.x()
        seam.strip.seam = float(between)
        seam.strip.show()
        seam.strip.raise_()

    def _curves_of(self, strip: LinkStrip) -> Sequence[Curve]:
        seam = next((one for one in self._seams if one.strip is strip), None)
        if seam is None or not isValid(seam.left) or not isValid(seam.right):
            return []
        here, there = seam.left.reader.gutter.places(), seam.right.reader.gutter.places()
        raised = {
            one
            for pane in (seam.left, seam.right)
            for one in (pane.chosen_passage(), pane.reader.gutter.lit())
        }
        links = self._links.get(seam.left.document or 0, {})
        from_left = _ends(seam.left, strip, at_right=True)
        from_right = _ends(seam.right, strip, at_right=False)
        curves = []
        for passage, bracket in here.items():
            for link in links.get(passage, ()):
                other = _other(link, passage)
                if other is None or other == passage or other not in there:
                    continue
                both = link.type in SYMMETRIC
                outgoing = link.start.passage == passage
                curves.append(
                    Curve(
                        *from_left(bracket),
                        *from_right(there[other]),
                        SIGNS[link.type],
                        both or not outgoing,
                        both or outgoing,
                        passage in raised or other in raised,
                    )
                )
        return curves


class _OfPane:
    """What the gutter of one pane asks; implements ``gutter.GutterLinks``."""

    def __init__(self, links: PaneLinks, pane: Pane) -> None:
        self._links = links
        self._pane = pane

    def signs(self, passages: Iterable[int]) -> dict[int, list[str]]:
        """Return the short sign of each link whose other end is not in sight, by passage."""
        return self._links.signs(self._pane, passages)

    def words(self, passage: int) -> list[str]:
        """Return what every link of the passage says."""
        return self._links.words(passage)


def _other(link: PlacedLink, passage: int) -> int | None:
    return link.end.passage if link.start.passage == passage else link.start.passage


def _edge(pane: Pane, *, at_right: bool) -> int:
    """Return where, in its reader, a strip beside a pane begins: where its words have ended."""
    reader = pane.reader
    gutter = reader.gutter.geometry()
    if reader.gutter.mirrored is at_right:
        return gutter.left() if at_right else gutter.right()
    return reader.width() - spacing.RULER_WIDTH if at_right else spacing.RULER_WIDTH


def _ends(
    pane: Pane, strip: LinkStrip, *, at_right: bool
) -> Callable[[Bracket], tuple[float, float]]:
    """Return what says where, in the strip, the curve of a bracket of a pane ends."""
    gutter = pane.reader.gutter
    corner = strip.mapFromGlobal(gutter.mapToGlobal(QPoint(0, 0)))
    left, top = float(corner.x()), float(corner.y())
    edge = 1.0 if at_right else strip.width() - 1.0
    if gutter.mirrored is not at_right:
        return lambda bracket: (edge, top + max(bracket.top, 0) + _LINE)
    places = {}
    for label in gutter.labels():
        box = label.box.united(label.pill) if label.links else label.box
        side = box.right() + _GAP if at_right else box.left() - _GAP
        places[label.bracket.mark.id] = (left + side, top + box.center().y())

    def end(bracket: Bracket) -> tuple[float, float]:
        place = places.get(bracket.mark.id)  # none where its label had no room
        return place or (edge, top + max(bracket.top, 0) + _LINE)

    return end
