"""A small button for what is done with an event, on its page."""

from PySide6.QtWidgets import QPushButton

from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role


def deed_button(words: str, name: str) -> QPushButton:
    """Return a small button that says ``words``, with the icon of that name, if any."""
    button = QPushButton(words)
    if name:
        button.setIcon(icon(name))
    button.setAutoDefault(False)
    set_role(button, "small")
    return button
