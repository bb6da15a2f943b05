"""What is wrong with what is written in a field, said below it for as long as it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reviewer.domain.errors import NotAllowed
from reviewer.ui.wording import announce, plain, sentence


class ProblemLine(QWidget):
    """Hidden while nothing is wrong; ``read`` raises ``NotAllowed`` for what cannot be saved.

    It speaks up when it is asked to weigh the field, as when that is left, and goes as soon as the
    words are right again, or those of something else.
    """

    def __init__(self, field: QLineEdit, read: Callable[[str], object]) -> None:
        super().__init__()
        self._field = field
        self._read = read
        self._words = plain("", "danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        self.hide()
        field.textChanged.connect(self._look_again)

    def said(self) -> str:
        """Return what is said to be wrong; empty while nothing is."""
        return self._words.text()

    def weigh(self) -> str:
        """Say what is wrong with the field, if anything is; returns it."""
        said = self._problem()
        self._show(said)
        if said:
            announce(self._field, said, urgent=True)
        return said

    def _problem(self) -> str:
        try:
            self._read(self._field.text())
        except NotAllowed as problem:
            return sentence(problem)
        return ""

    def _look_again(self) -> None:
        if self.said() and not self._problem():
            self._show("")

    def _show(self, words: str) -> None:
        self._words.setText(words)
        self._field.setAccessibleDescription(words)
        self.setVisible(bool(words))
