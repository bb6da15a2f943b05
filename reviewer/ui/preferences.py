"""Settings that take hold at once: one signal of what changed, and the look that follows it.

Whoever draws by a setting connects to ``settings_changed`` and reads the settings again; the
window's own look (colours, size of its words) is put on here.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from reviewer import __version__
from reviewer.environment.settings import (
    ANALYST_NAME,
    LINE_SPACING,
    READING_COLUMN,
    READING_FACE,
    READING_SIZE,
    SEEN_VERSION,
    TELL_NEWS,
    THEME,
    WINDOW_SIZE,
    Settings,
)
from reviewer.environment.translation import _
from reviewer.ui.commands.views import change_size
from reviewer.ui.desk import Context
from reviewer.ui.guard import guard
from reviewer.ui.theme import fonts, style
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.workspace.project import Identity

_LOOK = frozenset((THEME.key, WINDOW_SIZE.key))
_READING = frozenset(one.key for one in (READING_FACE, READING_SIZE, READING_COLUMN, LINE_SPACING))

POINT = 96 / 72
"""Device-independent pixels in a point, whatever the screen says of itself."""


class Preferences(QObject):
    """Follows the settings for a window."""

    settings_changed = Signal(object)  # a frozenset of the keys of settings

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.settings.follow(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        parent.installEventFilter(self)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel with Ctrl, which no part of the window wanted, for the documents' size."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        turned = event.angleDelta().y()
        if not turned or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        change_size(self._context, by=1.0 if turned > 0 else -1.0)
        return True

    def tell_news(self) -> None:
        """Say once after an update that there is a page about what is new."""
        settings = self._context.settings
        seen = settings.text(SEEN_VERSION)
        if seen == __version__:
            return
        settings.set(SEEN_VERSION, __version__)
        if seen and settings.flag(TELL_NEWS):
            words = _("Reviewer is now version {version}. Help, What’s new says what changed.")
            self._context.prompts.inform(words.format(version=__version__))

    def _follow(self, keys: frozenset[str]) -> None:
        if keys & _LOOK:
            self._dress()
        if keys & _READING:
            self._set_reading(keys)
        if ANALYST_NAME.key in keys:
            settings = self._context.settings
            name = settings.text(ANALYST_NAME)
            self._context.shell.sign_in(Identity(settings.analyst_uid(), name))
        self.settings_changed.emit(keys)

    def _set_reading(self, keys: frozenset[str]) -> None:
        """Let the documents have the face that is set; the window around them stays as it is."""
        if READING_FACE.key in keys:
            fonts.forget_chosen()
        if self._context.desk is not None:
            self._context.desk.pages.apply_reading()

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._context.settings.text(THEME) == "system":
            # The palette of the system follows a moment later, and is asked where Qt knows none.
            QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        self._context.shell.set_theme(self._context.settings.text(THEME))


def chosen_theme(settings: Settings, name: str = "") -> Theme:
    """Return the theme of the settings, asking the system where that is the choice."""
    name = name or settings.text(THEME)
    return {"light": LIGHT, "dark": DARK}.get(name) or style.system_theme()


def dress(application: QApplication, settings: Settings, theme: Theme) -> None:
    """Put a theme and the size of the window's words on the application."""
    style.apply(application, theme, settings.number(WINDOW_SIZE) * POINT)
