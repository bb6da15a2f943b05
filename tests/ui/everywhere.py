"""Goes to every place, panel and dialog of the window, and says what there cannot be used."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.elided_button import ElidedButton
from tests.ui.at_the_desk import AtTheDesk
from tests.ui.walking import controls, spoken

_MOST_PRESSES, _PATIENCE = 400, 4

PLACES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("reading", ("view.read",), ()),
    ("passages", ("view.passages",), ("view.read",)),
    ("screening", ("screening.begin",), ("screening.end",)),
    ("searching", ("search.everywhere",), ("view.read",)),
    ("events", ("view.events",), ("view.read",)),
    ("comparing", ("view.compare",), ("view.read",)),
    ("overview", ("view.overview",), ("view.read",)),
    ("actors", ("actors.show",), ("actors.show",)),
    ("history", ("history.show",), ("history.show",)),
    ("journal", ("view.journal",), ("view.journal",)),
    ("codebook", ("view.codebook",), ("view.codebook",)),
    ("focus", ("view.focus",), ("view.focus",)),
    ("finding", ("find.in_document",), ()),
)
"""What a place is called, the commands that go there, and those that lead back."""


def go_everywhere(person: AtTheDesk) -> Iterator[str]:
    """Go from place to place; what is there is laid out and painted when its name comes."""
    for name, there, back in PLACES:
        for command in there:
            person.run(command)
        settle(person.window)
        yield name
        for command in back:
            person.run(command)


def settle(window: QWidget) -> None:
    """Let what was asked for a moment later happen, and paint it."""
    for _ in range(3):
        QTest.qWait(1)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        window.grab()


def without_name(window: QWidget) -> list[str]:
    """Return the controls of which a screen reader would say nothing."""
    return [_what(one) for one in controls(window) if not spoken(one).strip()]


def of_one_name(window: QWidget) -> list[str]:
    """Return the names that more than one control in sight has."""
    names = Counter(spoken(one) for one in controls(window) if spoken(one))
    return [name for name, count in names.items() if count > 1]


def signs_without_words(window: QWidget) -> list[str]:
    """Return the buttons that show a sign alone and have no tip to say what it means."""
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return [
        _what(one)
        for one in buttons
        if _is_a_sign(one) and not one.toolTip() and not isinstance(one.parent(), QLineEdit)
    ]


def out_of_reach(window: QWidget) -> list[str]:
    """Return the buttons in sight that no Tab comes to, and that no menu or text stands for."""
    reached = set(controls(window))
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return [
        _what(one)
        for one in buttons
        if one.isEnabled() and one not in reached and not _is_part_of_a_control(one)
    ]


def too_small(window: QWidget) -> list[str]:
    """Return the labels and buttons whose words do not fit into them, with both sizes."""
    labels = [one for one in window.findChildren(QLabel) if one.text() and not _holds_label(one)]
    buttons = [
        one
        for one in window.findChildren(QAbstractButton)
        if not _holds(one) and not isinstance(one.parent(), QLineEdit)
    ]
    lines = [one for one in window.findChildren(ElidedLabel) if one.text() and not _shows(one)]
    return [_what(one) for one in (*labels, *buttons, *lines) if _in_sight(one)]


def tab_order() -> list[QWidget]:
    """Press Tab until the first control comes again; returns what had the keys, in order."""
    return _walk(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)


def order_backwards() -> list[QWidget]:
    """Press Shift+Tab until the first control comes again."""
    return _walk(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)


def _walk(key: Qt.Key, held: Qt.KeyboardModifier) -> list[QWidget]:
    """Press a key until the first control comes again; one that keeps the keys comes twice.

    A text may take a few presses for the passages at its caret.
    """
    met: list[QWidget] = []
    stayed = 0
    for _ in range(_MOST_PRESSES):
        here = QApplication.focusWidget()
        if here is None or (len(met) > 1 and here is met[0]):
            break
        stayed = stayed + 1 if met and here is met[-1] else 0
        if not stayed:
            met.append(here)
        elif stayed > _PATIENCE:
            return [*met, here]
        QTest.keyClick(here, key, held)
    return met


def _in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _what(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = str(text() if callable(text) else "") or widget.accessibleName()
    size = f"{widget.width()}x{widget.height()}"
    return f"{type(widget).__name__} {widget.objectName()} “{words[:60]}” {size}".strip()


def _is_a_sign(button: QAbstractButton) -> bool:
    if button.icon().isNull():
        return False
    if isinstance(button, QToolButton):
        return (
            button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly or not button.text()
        )
    return not button.text()


def _is_part_of_a_control(button: QAbstractButton) -> bool:
    """Say whether a button belongs to a field or a tab bar, whose keys do the same."""
    names = {"QLineEdit", "QTabBar", "QTableView", "QSpinBox", "QComboBox"}
    parents: list[str] = []
    here = button.parentWidget()
    while here is not None:
        parents += [kind.__name__ for kind in type(here).__mro__]
        here = here.parentWidget() if not here.isWindow() else None
    if not names.isdisjoint(parents[:12]):
        return True
    group: QButtonGroup | None = button.group()
    return group is not None and group.exclusive()


def _holds_label(label: QLabel) -> bool:
    """Say whether a label is as high as its words are at its width, and as wide as one line."""
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + 1
    high = label.fontMetrics().height() <= label.contentsRect().height() + 2
    return high and label.sizeHint().width() <= label.width() + 1


def _holds(button: QAbstractButton) -> bool:
    if not _shows_words(button):
        return button.iconSize().height() <= button.height()
    metrics = button.fontMetrics()
    if isinstance(button, ElidedButton):
        return metrics.height() <= button.height() and bool(button.toolTip())
    words = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    needed = max(metrics.horizontalAdvance(line) for line in words.split("\n"))
    lines = 1 + words.count("\n")
    if metrics.height() * lines > button.height():
        return False
    return needed <= _room(button) + 1


def _shows_words(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton):
        icon_only = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        return bool(button.text()) and (not icon_only or button.icon().isNull())
    return bool(button.text())


def _room(button: QAbstractButton) -> int:
    """Return how wide the words of a button may be, as its style draws it."""
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    if isinstance(button, QToolButton):
        text_only = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextOnly
        return button.width() - (0 if text_only else icon) - 4
    element = next((part for kind, part in _CONTENTS.items() if isinstance(button, kind)), None)
    if element is None:
        return button.width()
    option = QStyleOptionButton()
    option.initFrom(button)
    return button.style().subElementRect(element, option, button).width() - icon


_CONTENTS: Mapping[type[QAbstractButton], QStyle.SubElement] = {
    QCheckBox: QStyle.SubElement.SE_CheckBoxContents,
    QRadioButton: QStyle.SubElement.SE_RadioButtonContents,
    QPushButton: QStyle.SubElement.SE_PushButtonContents,
}


def _shows(line: ElidedLabel) -> bool:
    """Say whether a line is high enough, and has room for a few letters where it is cut."""
    return line.fontMetrics().height() <= line.height() + 2 and bool(line.toolTip())


Check = Callable[[QWidget], list[str]]


def everywhere(person: AtTheDesk, check: Check) -> str:
    """Return what a check finds in every place, a line each with the place before it."""
    return "\n".join(
        f"{place}: {found}" for place in go_everywhere(person) for found in check(person.window)
    )
