"""Which passage stands out: the one at the caret, the one a person chose, the next in the stack.

To stand out is not to be chosen. A person chooses by a click on the words or the label, by the keys
that go from passage to passage, by tagging, and by going to a passage from elsewhere. What merely
came to stand out is none: because the caret was put back where it was, or moved through the words,
or because a list shows a passage as one walks it. Another text forgets what was chosen.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.ui.text.marks import Mark
from reviewer.ui.text.pointing import describe
from reviewer.ui.text.scene import Scene
from reviewer.ui.wording import announce


class Raiser(QObject):
    """Keeps ``scene.raised``; says when it changes."""

    raised = Signal(object)

    def __init__(self, view: QWidget, scene: Scene) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._by_hand: int | None = None

    def by_hand(self) -> int | None:
        """Return the passage that stands out, if it does because a person chose it."""
        return self._scene.raised if self._scene.raised == self._by_hand else None

    def take_by_hand(self) -> None:
        """Take what stands out for chosen by a person: it was clicked, or gone to."""
        self._by_hand = self._scene.raised

    def forget(self) -> None:
        """Forget what was chosen: another text is shown."""
        self._scene.raised = self._by_hand = None

    def choose(self, mark: int | None) -> None:
        """Raise one mark, or none; unknown ids raise none."""
        mark = mark if mark in self._scene.marks else None
        if mark != self._scene.raised:
            self._scene.raised = mark
            self.raised.emit(mark)

    def show(self, mark: int | None, *, by_hand: bool = False) -> None:
        """Raise one mark, or none, because it was made or gone to; it is said."""
        before = self._scene.raised
        self.choose(mark)
        if by_hand:
            self.take_by_hand()
        lit = self._scene.marks.get(self._scene.raised)
        if lit is not None and lit.id != before:
            self._announce([lit])

    def follow(self, caret: int, *, selecting: bool) -> None:
        """Raise the innermost of what the caret moved into; nothing while words are selected."""
        stack = [] if selecting else self._scene.marks.at(caret)
        innermost = stack[0].id if stack else None
        if self._scene.raised != innermost:
            self.choose(innermost)
            self._announce(stack)

    def next(self, caret: int, *, backwards: bool) -> bool:
        """Raise the next mark of the stack at the caret; say whether there is a stack."""
        ids = [mark.id for mark in self._scene.marks.at(caret)]
        if not ids:
            return False
        if self._scene.raised in ids:
            place = ids.index(self._scene.raised) + (-1 if backwards else 1)
            self.choose(ids[place % len(ids)])
        else:
            self.choose(ids[-1 if backwards else 0])
        self.take_by_hand()
        lit = self._scene.marks.get(self._scene.raised)
        self._announce([lit] if lit else [])
        return True

    def is_last(self, caret: int, *, backwards: bool) -> bool:
        """Say whether nothing is left to raise at the caret in this direction."""
        ids = [mark.id for mark in self._scene.marks.at(caret)]
        return not ids or self._scene.raised == ids[0 if backwards else -1]

    def _announce(self, marks: list[Mark]) -> None:
        """Say the passages' tags to a screen reader: on the page they are only colours."""
        if marks:
            announce(self._view, describe(marks).replace("\n", ", "))
