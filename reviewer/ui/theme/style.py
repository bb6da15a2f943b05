"""Puts a theme on the application, and marks widgets for the style sheet."""

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.environment import resources
from reviewer.ui.theme import fonts, growing
from reviewer.ui.theme.sheet import CONTROLS, style_sheet
from reviewer.ui.theme.themes import DARK, LIGHT, Theme

_DESKTOP_BASE = "reviewer-desktop-base"


def apply(app: QApplication, theme: Theme, letters: float | None = None) -> None:
    """Dress the whole application: Fusion, fonts, palette and style sheet; again to change.

    ``letters`` is the size of the window's letters in pixels; without it they stay as they are.
    Takes about 10 ms before the first window is made, and more with every widget that is there
    already. The palette comes before the sheet, so that what repaints finds both; the letters
    before either, because the sheet's sizes follow them.
    """
    if app.property(_DESKTOP_BASE) is None:
        app.setProperty(_DESKTOP_BASE, app.palette().base().color())
        QDir.setSearchPaths(CONTROLS, [str(resources.find("icons/controls"))])
        fonts.load_fonts()
        app.setStyle("Fusion")
        app.setFont(fonts.interface_font())
    wanted = app.font() if letters is None else fonts.interface_font(letters)
    other_letters = app.font() != wanted
    if other_letters:
        app.setFont(wanted)
    sheet = style_sheet(theme, growing.share())
    if app.styleSheet() != sheet:
        # In place of another sheet Qt dresses each widget once for every widget around it: taken
        # off and put on it is once each (130 ms instead of 500 for the whole window).
        app.setStyleSheet("")
        app.setPalette(theme.palette())
        app.setStyleSheet(sheet)
    if other_letters:
        growing.grow_all()


def system_theme() -> Theme:
    """Return the theme the desktop asks for.

    Where the desktop does not say, as on a plain X11 session, the ground it gives to fields
    decides: a dark one asks for the dark theme.
    """
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    app = QGuiApplication.instance()
    base = app.property(_DESKTOP_BASE) if app is not None else None
    if not isinstance(base, QColor):
        base = QGuiApplication.palette().base().color()
    return DARK if base.lightnessF() < 0.5 else LIGHT


def set_role(widget: QWidget, role: str) -> None:
    """Say what a label's words or a button are for.

    Labels: "title", "heading", "muted", "badge", "warning", "danger", "success". Buttons:
    "primary", "danger", "small", "quiet" (as unobtrusive as words). Words shown where they can be
    edited: "written" in a frame, "bare" without one.
    """
    _mark(widget, "role", role)


def set_surface(widget: QWidget, surface: str) -> None:
    """Say which ground a frame or a list lies on: "window", "panel", "page" or "card"."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    _mark(widget, "surface", surface)


def set_segment(widget: QWidget, place: str) -> None:
    """Make a tool button part of a row of choices: "first", "middle" or "last"."""
    _mark(widget, "segment", place)


def _mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property the sheet asks for; a widget already dressed is dressed again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
