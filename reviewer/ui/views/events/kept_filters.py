"""How lists and grids of events are filtered, kept with the project from one day to the next."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from reviewer.ui.views.frame.remembered import MOST_CHARACTERS, whole
from reviewer.workspace.project import Workspace


def filters_kept(filters: Mapping[str, QWidget]) -> dict[str, object]:
    """Return what fields, boxes and choices say, each under its name."""
    return {name: _said(widget) for name, widget in filters.items()}


def bring_filters_back(filters: Mapping[str, QWidget], kept: Mapping[str, object]) -> None:
    """Let them say again what they said; what makes no sense is passed over."""
    for name, widget in filters.items():
        value = kept.get(name)
        if isinstance(widget, QLineEdit) and isinstance(value, str):
            widget.setText(value[:MOST_CHARACTERS])
        elif isinstance(widget, QCheckBox):
            widget.setChecked(value is True)
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(whole(value, most=widget.count() - 1) or 0)


def event_kept(workspace: Workspace, event: int | None) -> str | None:
    """Return what an event is known by for ever."""
    return None if event is None else workspace.events.get(event).uid


def event_brought_back(workspace: Workspace, kept: object) -> int | None:
    """Return the event that was kept, if it is still there."""
    return next((one.id for one in workspace.events.all() if one.uid == kept), None)


def _said(widget: QWidget) -> object:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    return widget.currentIndex() if isinstance(widget, QComboBox) else None
