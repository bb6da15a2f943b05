"""Tells what on a page is furniture: what stands around what its source says.

Two opinions are asked. Ours goes by where words stand: in a box that calls itself a menu or a foot
of the page, in a list of nothing but links, apart from the box that holds the text. The other
(``markup_main.py``) goes by the words. Only what both take for furniture is marked: a menu that is
not dimmed costs a glance, a dimmed sentence costs evidence. Nothing is ever left out.
"""

from dataclasses import dataclass

from reviewer.domain.incoming import FurnitureKind
from reviewer.importers.web.markup_blocks import Block, Form, Walked, letters
from reviewer.importers.web.markup_boxes import Box
from reviewer.importers.web.markup_main import MainText

_MOST_OF_PAGE = 0.5  # of all letters; a box with more is no furniture, whatever it calls itself
_MAIN_IN_SIGNED = 0.3  # of a signed box's letters; with more of the main text, its sign is wrong
_MOST_OF_MAIN = 0.8  # of the main text's letters, which the box of the text holds
_LINKED = 0.6  # of a block's letters; with more it is a link
_PROSE = 80  # code points of a block that tells something
_TEASER = 400  # letters of a piece of prose that only leads elsewhere, on the average
_ENOUGH = 250  # letters of the main text; with fewer, nothing is told by where words stand
_MISSED = 3  # times the main text, as letters of prose in the box that calls itself main
_NEVER_TEXT = (FurnitureKind.NAVIGATION, FurnitureKind.RELATED, FurnitureKind.ADVERTISEMENT)
_SMALL = (FurnitureKind.NOTICE, FurnitureKind.SHARING, FurnitureKind.ADVERTISEMENT)
_ABOVE = (None, FurnitureKind.HEADER)


@dataclass(slots=True)
class _Weight:
    """What a box holds, in letters and links; boxes in it included."""

    letters: int = 0
    main: int = 0
    prose: int = 0
    told: int = 0  # blocks of prose
    links: int = 0

    def add(self, other: "_Weight") -> None:
        """Count what a box in this one holds."""
        self.letters += other.letters
        self.main += other.main
        self.prose += other.prose
        self.told += other.told
        self.links += other.links


@dataclass(frozen=True, slots=True)
class _Center:
    """The box of the text, the blocks with its first and last words, and which boxes it holds."""

    first: int
    last: int
    inside: frozenset[int]


class _Page:
    """What is known of a page while its blocks are judged."""

    def __init__(self, page: Walked, main: MainText) -> None:
        self.blocks = page.blocks
        self.boxes = page.boxes
        self.held = [main.holds(block.words) for block in page.blocks]
        self.weights = _weights(page, self.held)
        self.within = _within(page.boxes, [box.main for box in page.boxes])
        self.quoted = _within(page.boxes, [box.tag == "blockquote" for box in page.boxes])
        self.signs = self._signs()
        self.center = self._center()
        self.lists = self._lists()

    def kind(self, place: int) -> FurnitureKind | None:
        """Tell what a block is that the other opinion does not hold to be of the text."""
        block = self.blocks[place]
        sign = self.signs[block.box]
        if self.center is None:
            return sign
        inside = block.box in self.center.inside
        amid = inside and self.center.first < place < self.center.last
        if (amid and self._may_be_told(block, sign)) or self._is_title(block, sign):
            return None
        if sign is not None:
            return sign
        if amid or (not _is_linked(block) and (inside or _is_prose(block))):
            teaser = not inside and self.lists[block.box]
            return FurnitureKind.RELATED if teaser else None
        return _by_place(block, place, self.center)

    def _may_be_told(self, block: Block, sign: FurnitureKind | None) -> bool:
        """Say whether a block amid the text is of it, whatever its box is called."""
        if sign in _NEVER_TEXT and (sign is not FurnitureKind.RELATED or block.links):
            return False
        return _is_prose(block) or self.quoted[block.box]

    def _is_title(self, block: Block, sign: FurnitureKind | None) -> bool:
        return block.form is Form.HEADING and block.level == 1 and sign in _ABOVE

    def _signs(self) -> list[FurnitureKind | None]:
        """Return what each box is there for, as it says or as the boxes around it say."""
        signs: list[FurnitureKind | None] = []
        for place, box in enumerate(self.boxes):
            around = signs[box.around] if box.around >= 0 else None
            signs.append(around or (box.sign if self._may_be(place) else None))
        return signs

    def _may_be(self, place: int) -> bool:
        """Say whether a box can be what it calls itself."""
        weight, page, sign = self.weights[place], self.weights[0], self.boxes[place].sign
        if sign is FurnitureKind.HEADER and self.within[place]:
            return False  # of an article, not of the page
        if sign in _SMALL and self.within[place] and weight.told > 2:
            return False
        return (
            weight.letters <= _MOST_OF_PAGE * page.letters
            and weight.main <= _MAIN_IN_SIGNED * weight.letters
        )

    def _center(self) -> _Center | None:
        """Find the innermost box that holds most of the main text."""
        places = [place for place, holds in enumerate(self.held) if holds]
        if self.weights[0].main < _ENOUGH:
            return None
        most = _MOST_OF_MAIN * self.weights[0].main
        center = max(box for box, weight in enumerate(self.weights) if weight.main >= most)
        missed = self._missed()
        if missed is not None:
            center = missed
        inside = {center}
        for place, box in enumerate(self.boxes):
            if box.around in inside:
                inside.add(place)
        if missed is not None:
            places = [place for place, block in enumerate(self.blocks) if block.box in inside]
        first = min(places[0], self._headline(places[0], inside))
        return _Center(first, places[-1], frozenset(inside))

    def _headline(self, first: int, inside: set[int]) -> int:
        """Return where the headline stands that the text begins with, so that its lead is in it."""
        for place in range(first, -1, -1):
            block = self.blocks[place]
            if block.level == 1 and block.box in inside and self.signs[block.box] in _ABOVE:
                return place
        return first

    def _missed(self) -> int | None:
        """Return a box that holds what the page is about, where the other opinion took a part."""
        marked = [place for place, box in enumerate(self.boxes) if box.main]
        largest = max(marked, key=lambda place: self.weights[place].prose, default=None)
        if largest is None or self.weights[largest].main:
            return None
        if self.weights[largest].prose <= _MISSED * self.weights[0].main:
            return None
        return largest

    def _lists(self) -> list[bool]:
        """Tell for each box whether it is, or stands in, a list of what is told elsewhere.

        Such a list has a link for each of its short pieces of prose.
        """
        lists: list[bool] = []
        for place, box in enumerate(self.boxes):
            around = box.around >= 0 and lists[box.around]
            lists.append(not self.within[place] and (around or _leads_on(self.weights[place])))
        return lists


def furniture_of(page: Walked, main: MainText) -> list[FurnitureKind | None]:
    """Return for each block what furniture it is, ``None`` for what the source says."""
    if not page.blocks:
        return []
    known = _Page(page, main)
    return [None if holds else known.kind(place) for place, holds in enumerate(known.held)]


def _weights(page: Walked, held: list[bool]) -> list[_Weight]:
    weights = [_Weight() for _ in page.boxes]
    for block, holds in zip(page.blocks, held, strict=True):
        size, told = letters(block.words), _is_prose(block)
        main = size if holds else 0
        prose = size if told else 0
        weights[block.box].add(_Weight(size, main, prose, int(told), block.links))
    for place in range(len(page.boxes) - 1, 0, -1):
        around = page.boxes[place].around
        if around >= 0:
            weights[around].add(weights[place])
    return weights


def _within(boxes: list[Box], those: list[bool]) -> list[bool]:
    """Tell for each box whether it is one of those, or stands in one."""
    within: list[bool] = []
    for box, one in zip(boxes, those, strict=True):
        within.append(one or (box.around >= 0 and within[box.around]))
    return within


def _leads_on(weight: _Weight) -> bool:
    return (
        weight.told > 2
        and weight.main == 0
        and weight.links >= weight.told
        and weight.prose < _TEASER * weight.told
    )


def _is_prose(block: Block) -> bool:
    return len(block.words) > _PROSE and not _is_linked(block)


def _is_linked(block: Block) -> bool:
    return block.linked > _LINKED * letters(block.words)


def _by_place(block: Block, place: int, center: _Center) -> FurnitureKind:
    if place < center.first:
        return FurnitureKind.NAVIGATION if block.linked else FurnitureKind.HEADER
    return FurnitureKind.RELATED if block.linked else FurnitureKind.SIDE
