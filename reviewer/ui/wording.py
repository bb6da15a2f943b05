"""Words on the screen: names from outside, problems, labels, and what a screen reader says.

A file's name may be in any script and hold any character, markup and marks that turn the direction
included. So names go into sentences through ``isolated``, and words from outside into labels
through ``plain`` and into tips through ``tip``.
"""

import re
from collections.abc import Mapping
from html import escape
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import _, filled
from reviewer.ui.theme.mirroring import leading, turned
from reviewer.ui.theme.style import set_role

# Line ends, other controls, marks that turn the direction, and halves of characters.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


def one_line(name: object) -> str:
    """Return a name from outside as it can be shown: on one line, steering nothing around it."""
    return _UNFIT.sub("\ufffd", _LINE_END.sub("¶", str(name)))


def isolated(name: object) -> str:
    """Return a name so that its script does not tear the sentence around it apart.

    A path reads from left to right whatever its names are written in.
    """
    mark = "\u2066" if isinstance(name, PurePath) else "\u2068"
    return f"{mark}{one_line(name)}\u2069"


def sentence(problem: ReviewerError) -> str:
    """Return what a person reads of a problem, in their language, names isolated."""
    return filled(problem.template, isolated_values(problem.values))


def isolated_values(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values of a template with every name among them isolated, line by line."""
    return {key: _isolated_lines(value) for key, value in values.items()}


def _isolated_lines(value: object) -> object:
    if isinstance(value, PurePath):
        return isolated(value)
    if isinstance(value, str):
        return "\n".join(isolated(line) for line in value.split("\n"))
    return value


def tip(*lines: str) -> str:
    """Return lines as a tooltip: each on its own, in its own direction, nothing in them markup.

    It is rich text with everything escaped: Qt guesses from the words whether plain text is meant,
    and a document's title may well look like HTML.
    """
    return "".join(f"<div>{escape(line)}</div>" for line in lines if line)


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say what is seen to happen; ``urgent`` breaks into what it says now."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def native_keys(keys: str) -> str:
    """Return keys, written as in a command record, as this system writes them.

    Both keys that Qt calls Return and Enter are Enter: so the larger one is called everywhere else.
    """
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    return native.replace("Return", "Enter")


def plain(words: str, role: str = "") -> QLabel:
    """Return a label that wraps, and that never takes what it shows for markup."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if turned():  # else a name in Latin letters would stand far from what it belongs to
        label.setAlignment(leading() | Qt.AlignmentFlag.AlignVCenter)
    if role:
        set_role(label, role)
    return label


def begin_at_the_edge(field: QPlainTextEdit) -> None:
    """Let lines of our own begin where the window's do, whatever sign they begin with."""
    if not turned():
        return
    option = field.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setAlignment(leading())
    field.document().setDefaultTextOption(option)


def put_on_clipboard(widget: QWidget, words: str) -> None:
    """Copy ``words`` without the marks that isolate names, which only a screen needs."""
    QGuiApplication.clipboard().setText(words.translate(dict.fromkeys((0x2066, 0x2068, 0x2069))))
    announce(widget, _("Copied"))
