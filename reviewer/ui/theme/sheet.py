"""The style sheet: what the palette cannot say.

Two properties of a widget choose among the looks (``style.set_role``, ``style.set_surface``):
``role`` says what words or a button are for, ``surface`` which ground a frame or list lies on.
Plain text fields are styled by exact class, so that the reading pane, which derives from one,
keeps its own frame. What has words or signs in it is measured in ``sp``: pixels beside letters of
the size the program was drawn for, more where they are larger. Lines stay as thin as they are.
Numbers stand in the middle of a spin box because Qt 6.11 ignores its padding
on the left.

Measured: nothing to be seen in the making of a window of 140 widgets, a third more to repaint a
full table (6 ms instead of 4.7 for 180 cells), 25 ms to change the theme of an open window.
"""

import re
from string import Template

from PySide6.QtGui import QColor

from reviewer.ui.theme import spacing
from reviewer.ui.theme.mirroring import sided
from reviewer.ui.theme.themes import Theme, between

CONTROLS = "reviewercontrols"
"""The search path under which the sheet finds ticks and arrows."""

_GROWS = re.compile(r"\b(\d+)sp\b")

_SHEET = """
QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted_text; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="title"] { font-size: 20sp; font-weight: 600; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="success"] { color: $success; }
QLabel[role="badge"] {
    background: $badge; border-radius: 8sp; padding: 1px 7px; font-size: 12sp;
    min-height: 16sp;
}

QFrame[surface="window"], QWidget[surface="window"] { background: $window; }
QFrame[surface="panel"], QWidget[surface="panel"] { background: $panel; }
QFrame[surface="page"], QWidget[surface="page"] { background: $page; }
QFrame[surface="card"] {
    background: $page; border: 1px solid $line; border-radius: ${corner}px;
}

QPushButton {
    background: $raised; border: 1px solid $line_strong; border-radius: ${corner}px;
    padding: 5px 13px; min-height: 18sp;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $badge; }
QPushButton:default, QPushButton[role="primary"] {
    background: $accent; border-color: $accent; color: $accent_text; font-weight: 500;
}
QPushButton:default:hover, QPushButton[role="primary"]:hover {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton[role="danger"] { color: $danger; }
QPushButton:flat { background: transparent; border-color: transparent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:disabled {
    background: transparent; border-color: $line; color: $disabled_text;
}
QPushButton:focus { border: 2px solid $focus; padding: 4px 12px; }
QPushButton[role="quiet"] {
    background: transparent; border: 1px solid transparent; color: $muted_text;
    padding: 1px 2px; min-height: 16sp; text-align: left;
}
QPushButton[role="small"] { padding: 1px 8px; min-height: 16sp; font-size: 12sp; }
QPushButton[role="small"]:focus { border: 2px solid $focus; padding: 0 7px; }
QPushButton[role="quiet"]:hover { background: $hover; color: $text; }
QPushButton[role="quiet"]:focus { border-color: $focus; }
QPushButton:default:focus, QPushButton[role="primary"]:focus {
    border: 4px double $accent_text; padding: 2px 10px;
}

QAbstractButton, QMenu { icon-size: 16sp; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: ${corner}px;
    padding: 4px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $badge; }
QToolButton:checked { background: $chosen; color: $accent; }
QToolButton:disabled { color: $disabled_text; }
QToolButton:focus { border-color: $focus; }
QToolButton[popupMode="1"] { padding-right: 18sp; }
QToolButton[popupMode="2"] { padding-right: 16sp; }
QToolButton::menu-button { border: none; width: 16sp; }
QToolButton::menu-arrow, QToolButton::menu-indicator {
    image: url($controls:down-gray.svg); width: 12sp; height: 12sp;
}
QToolButton::menu-indicator {
    subcontrol-origin: padding; subcontrol-position: center right; right: 3px;
}
QToolButton[segment] {
    background: $page; border: 1px solid $line_strong; border-radius: 0; padding: 4px 11px;
}
QToolButton[segment]:hover { background: $hover; }
QToolButton[segment]:checked { background: $chosen; border-color: $line_strong; }
QToolButton[segment]:focus { border-color: $focus; }
QToolButton[segment="first"] {
    border-top-left-radius: ${corner}px; border-bottom-left-radius: ${corner}px;
}
QToolButton[segment="middle"], QToolButton[segment="last"] { margin-left: -1px; }
QToolButton[segment="last"] {
    border-top-right-radius: ${corner}px; border-bottom-right-radius: ${corner}px;
}

QLineEdit, QAbstractSpinBox, QComboBox, .QPlainTextEdit, .QTextEdit {
    background: $page; border: 1px solid $edge; border-radius: ${corner}px;
    padding: 4px 7px; selection-background-color: $selection;
    selection-color: $selection_text;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 20sp; }
QTextBrowser[role="written"] {
    background: transparent; border: 1px solid $line; border-radius: ${corner}px;
    padding: 4px 7px;
}
QTextBrowser[role="written"]:hover { border-color: $line_strong; }
QTextBrowser[role="written"]:focus { border: 2px solid $focus; padding: 3px 6px; }
QTextBrowser[role="bare"] { background: transparent; border: none; padding: 0; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $edge_hover; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, .QPlainTextEdit:focus,
.QTextEdit:focus { border: 2px solid $focus; padding: 3px 6px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: transparent; border-color: $line; color: $disabled_text;
}
QLineEdit[readOnly="true"] { background: transparent; border-color: $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractItemView QLineEdit {
    border: none; padding: 0; min-height: 0; background: $page;
}
QAbstractItemView QLineEdit { border-radius: 0; padding: 0 3px; }
QComboBox { padding-right: 0; }
QComboBox:focus { padding-right: 0; }
QComboBox::drop-down { border: none; width: 24sp; }
QComboBox::down-arrow { image: url($controls:down-gray.svg); width: 14sp; height: 14sp; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $line_strong; outline: none; padding: 4px;
}
QSpinBox, QDoubleSpinBox { qproperty-alignment: "AlignHCenter | AlignVCenter"; }
QAbstractSpinBox { padding-right: 20sp; }
QAbstractSpinBox:focus { padding-right: 19sp; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: none; background: transparent; width: 18sp; margin-right: 2px;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url($controls:up-gray.svg); width: 10sp; height: 10sp; }
QAbstractSpinBox::down-arrow { image: url($controls:down-gray.svg); width: 10sp; height: 10sp; }
QDateEdit::drop-down { border: none; background: transparent; width: 24sp; }
QDateEdit::down-arrow { image: url($controls:down-gray.svg); width: 14sp; height: 14sp; }

QCheckBox, QRadioButton {
    spacing: 7px; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 1px 2px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled_text; }
QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator:non-exclusive {
    width: 14sp; height: 14sp; border: 1px solid $edge; border-radius: 4px;
    background: $page;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url($controls:check-$ink.svg);
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url($controls:dash-$ink.svg);
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $focus; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: $line_strong; background: $window;
}
QRadioButton::indicator {
    width: 14sp; height: 14sp; border: 1px solid $edge; border-radius: ${round}px;
    background: $page;
}
QRadioButton::indicator:checked {
    width: 6sp; height: 6sp; border: 5sp solid $accent; background: $accent_text;
}

QAbstractItemView {
    background: $page; border: none; outline: none; icon-size: 16sp;
}
QAbstractItemView[surface="panel"] { background: $panel; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 0 5px; border: none; }
QListView::item, QTreeView::item { padding: 4px 6px; border: none; }
QAbstractItemView::item:selected { background: $selection; color: $selection_text; }
QHeaderView {
    background: $panel; border: none;
    qproperty-defaultAlignment: "AlignLeft | AlignVCenter";
}
QHeaderView::section {
    background: $panel; color: $muted_text; border: none; border-bottom: 1px solid $line;
    padding: 5px 8px; font-weight: 500;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::section:checked { font-weight: 500; }
QHeaderView::up-arrow, QHeaderView::down-arrow {
    width: 12sp; height: 12sp; subcontrol-position: center right; right: 4px;
}
QHeaderView::up-arrow { image: url($controls:up-gray.svg); }
QHeaderView::down-arrow { image: url($controls:down-gray.svg); }
QTableCornerButton::section { background: $panel; border: none; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url($controls:right-gray.svg); }
QTreeView::branch:has-children:open { image: url($controls:down-gray.svg); }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12sp; }
QScrollBar:horizontal { height: 12sp; }
QScrollBar::handle { background: $thumb; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32sp; }
QScrollBar::handle:horizontal { min-width: 32sp; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $thumb_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $focus; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; background: transparent; icon-size: 16sp; }
QTabBar::tab {
    background: transparent; color: $muted_text; border: none;
    border-bottom: 2px solid transparent; padding: 7px 12px 6px 12px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; background: $hover; }

QMenuBar { background: $window; padding: 2px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $badge; }
QMenu { background: $panel; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $selection_text; }
QMenu::item:disabled { color: $disabled_text; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 16sp; height: 16sp; left: 6sp; }
QMenu::indicator:non-exclusive, QMenu::indicator:exclusive { border: none; background: none; }
QMenu::indicator:checked { image: url($controls:tick-gray.svg); }
QMenu::right-arrow { image: url($controls:right-gray.svg); width: 14sp; height: 14sp; }
QMenu::left-arrow { image: url($controls:left-gray.svg); width: 14sp; height: 14sp; }

QToolTip {
    background: $panel; color: $text; border: 1px solid $line_strong; padding: 4px 7px;
}
QToolBar {
    background: $window; border: none; border-bottom: 1px solid $line; spacing: 4px;
    padding: 5px 8px;
}
QToolBar::separator:horizontal { width: 1px; background: $line; margin: 5px 4px; }
QStatusBar { background: $window; border-top: 1px solid $line; color: $muted_text; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted_text; font-size: 12sp; padding: 2px 8px; }
QCalendarWidget #qt_calendar_navigationbar { background: $panel; }
#qt_calendar_prevmonth, QFileDialog #backButton {
    qproperty-icon: url($controls:left-gray.svg);
}
#qt_calendar_nextmonth, QFileDialog #forwardButton {
    qproperty-icon: url($controls:right-gray.svg);
}
QFileDialog #toParentButton { qproperty-icon: url($controls:up-gray.svg); }
QDockWidget::title { background: $panel; padding: 6px 8px; border-bottom: 1px solid $line; }
QGroupBox { border: none; margin-top: 24sp; padding: 0; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 2px 0; }
QProgressBar {
    background: $badge; border: none; border-radius: 3px; min-height: 6sp; max-height: 6sp;
    color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider:horizontal { min-height: 20sp; }
QSlider::groove:horizontal { background: $badge; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $page; border: 2px solid $accent; border-radius: ${knob}px; width: 12sp;
    height: 12sp; margin: -6sp 0;
}
"""


def style_sheet(theme: Theme, share: float = 1.0) -> str:
    """Return the sheet in a theme's colours, for letters ``share`` times as large as drawn."""
    filled = Template(_SHEET).substitute(
        _roles(theme),
        corner=spacing.CORNER,
        controls=CONTROLS,
        ink="black" if theme.dark else "white",
        # Half of what is round: Qt draws a larger radius as none.
        round=min(_grown(14, share) + 2, _grown(6, share) + 2 * _grown(5, share)) // 2,
        knob=(_grown(12, share) + 4) // 2,
    )
    return sided(_GROWS.sub(lambda found: f"{_grown(int(found[1]), share)}px", filled))


def _grown(pixels: int, share: float) -> int:
    return round(pixels * share)


def _roles(theme: Theme) -> dict[str, str]:
    """Return every colour of the theme by name, and the few that are mixed from two of them."""
    named = {role: value for role, value in vars(theme).items() if isinstance(value, QColor)}
    mixed = {
        "raised": between(theme.panel, theme.text, 0.06) if theme.dark else theme.page,
        "chosen": theme.chosen(),
        "accent_hover": between(theme.accent, theme.text, 0.15),
        "disabled_text": theme.disabled_text(),
        "edge": theme.edge(),
        "edge_hover": theme.muted_text,
        "thumb": theme.edge(),
        "thumb_hover": theme.muted_text,
    }
    return {role: colour.name() for role, colour in (named | mixed).items()}
