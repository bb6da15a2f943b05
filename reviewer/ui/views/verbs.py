"""The verbs with their keys, above the panes."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QIcon,
    QKeySequence,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from reviewer.domain.tags import Tag, as_key
from reviewer.environment.translation import _, counted
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.tag_colours import tag_colour
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.tag_chips import mark_edge
from reviewer.ui.wording import isolated, tip

MOST_TAGS, LEAST_TAGS = 6, 3
_RIGHT = ("pane.split_1", "pane.split_2", "pane.split_3", "pane.split_4")


class VerbStrip(QWidget):
    """One button a tag, the tag picker, what one does with a document, and the panes."""

    tag_wanted = Signal(str)  # the key of the tag

    def __init__(self, actions: CommandActions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("verbs")
        self._actions = actions
        self._theme = theme
        self._tags: list[Tag] = []
        self._total = 0
        self._tag_buttons: list[tuple[QToolButton, str, str]] = []
        self._worded: list[tuple[QToolButton, QAction]] = []
        self._tag_places = QHBoxLayout()
        self._tag_places.setSpacing(spacing.TINY)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing.SMALL, spacing.TINY, spacing.SMALL, spacing.TINY)
        layout.setSpacing(spacing.TINY)
        layout.addLayout(self._tag_places)
        self._more = self._plain()
        self._more.clicked.connect(actions.action("passage.tag").trigger)
        self._more.setVisible(False)
        layout.addWidget(self._more)
        layout.addWidget(self._worded_button("passage.tag"))
        layout.addWidget(self._button("passage.shrink"))
        layout.addWidget(self._button("passage.grow"))
        layout.addWidget(self._button("passage.cite"))
        layout.addStretch(1)
        layout.addWidget(self._worded_button("document.done_next"))
        layout.addStretch(1)
        layout.addWidget(self._button("pane.show_only"))
        layout.addWidget(self._button("pane.furniture"))
        layout.addWidget(self._button("pane.quiet"))
        for identity in _RIGHT:
            layout.addWidget(self._button(identity))
        for part in self.findChildren(QToolButton):
            part.setVisible(part is not self._more)
        self._spared = [
            one for one in self.findChildren(QToolButton) if one.defaultAction() is not None
        ]
        self._spared.reverse()
        for _worded, action in self._worded:
            action.changed.connect(self._follow)
        self._follow()

    def show_tags(self, tags: list[Tag]) -> None:
        """Show these tags' buttons, the first of them at most."""
        self._tags = tags[:MOST_TAGS]
        self._total = len(tags)
        old, self._tag_buttons = self._tag_buttons, []
        for button, _name, _key in old:
            button.hide()  # or its layout, which shows it later, would make it a window
            button.setParent(None)
            button.deleteLater()
        owned = {as_key(tag.key) for tag in tags}
        for place, tag in enumerate(self._tags, start=1):
            key = tag.key or str(place)
            button = self._plain()
            button.setIcon(colour_dot(tag.colour, self._theme))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            verb = _("Tag the selected words, or the sentence at the caret, as {tag} ({key})")
            button.setToolTip(tip(verb.format(tag=isolated(tag.name), key=key), tag.definition))
            button.setAccessibleName(_("Tag as {tag}").format(tag=tag.name))
            # By its place, because a letter may run a command by now instead of tagging.
            pressed = key if str(place) in owned else str(place)
            button.clicked.connect(partial(self._clicked, pressed))
            self._tag_places.addWidget(button)
            button.show()  # at once: what is still to be shown takes no room when it is measured
            self._tag_buttons.append((button, tag.name, key))
        self._follow()
        self._fit()

    def button(self, identity: str) -> QToolButton | None:
        """Return the button of a command, if it has one without words here."""
        found = self.findChild(QToolButton, identity)
        return found if isinstance(found, QToolButton) else None

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._theme = theme
        for (button, _name, _key), tag in zip(self._tag_buttons, self._tags, strict=True):
            button.setIcon(colour_dot(tag.colour, theme))

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave words out, the least needed first, until the buttons have room.

        Fewer tags with their names say more than many with their keys alone.
        """
        for button in self._spared:
            button.show()
        fewer = [(False, False, count) for count in range(MOST_TAGS, LEAST_TAGS - 1, -1)]
        for verbs, keys, named in (
            (True, True, MOST_TAGS),
            (True, False, MOST_TAGS),
            *fewer,
            (False, False, 0),
        ):
            self._show_words(verbs=verbs, keys=keys, named=named)
            layout = self.layout()
            if layout is None:
                return
            self._tag_places.invalidate()  # the outer one does not tell the inner one
            layout.invalidate()
            if layout.minimumSize().width() <= self.width():
                break
        self._spare()

    def _spare(self) -> None:
        """Where there is still no room, leave out what stands in the menus and has keys."""
        layout = self.layout()
        for button in self._spared:
            if layout is None or layout.minimumSize().width() <= self.width():
                return
            button.hide()
            layout.invalidate()

    def _show_words(self, *, verbs: bool, keys: bool, named: int) -> None:
        """Show words beside the verbs, and the first ``named`` tags by name, else all by key."""
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonTextBesideIcon if verbs else style.ToolButtonIconOnly
        for button, action in self._worded:
            button.setToolButtonStyle(shown)
            key = _keys_of(action) if keys else ""
            button.setText(f"{action.iconText()}  {key}".rstrip())
        for place, (button, name, key) in enumerate(self._tag_buttons):
            # A name may hold the sign that would underline a letter.
            button.setText(f"{name}  {key}".replace("&", "&&") if named else key)
            button.setVisible(place < (named or MOST_TAGS))
        self._show_more(self._total - min(len(self._tags), named or MOST_TAGS))

    def _follow(self) -> None:
        """Let buttons be pressed only while what they do can be done."""
        for button, action in self._worded:
            button.setEnabled(action.isEnabled())
            button.setToolTip(tip(*action.toolTip().split("\n")))
        can_tag = self._actions.action("passage.tag").isEnabled()
        for button, _name, _key in self._tag_buttons:
            button.setEnabled(can_tag)
        self._more.setEnabled(can_tag)

    def _show_more(self, count: int) -> None:
        """Offer the tags that have no button of their own, from the list."""
        said = counted("{count} more tag…", "{count} more tags…", count)
        self._more.setText(_("+{count}").format(count=f"{count:,}"))
        self._more.setToolTip(tip(said, _("Opens the list of all tags.")))
        self._more.setAccessibleName(said)
        self._more.setVisible(count > 0)

    def _clicked(self, key: str, _checked: bool = False) -> None:
        self.tag_wanted.emit(key)

    def _button(self, identity: str) -> QToolButton:
        button = self._plain()
        button.setObjectName(identity)
        action = self._actions.action(identity)
        button.setDefaultAction(action)
        button.setAccessibleName(_name_of(action))
        return button

    def _worded_button(self, identity: str) -> QToolButton:
        """Return a button that says its key; one with a default action would say the verb alone."""
        button = self._plain()
        action = self._actions.action(identity)
        button.setIcon(action.icon())
        button.setToolTip(tip(action.toolTip()))
        button.setAccessibleName(_name_of(action))
        button.clicked.connect(action.trigger)
        self._worded.append((button, action))
        return button

    def _plain(self) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        keep_icon(button, spacing.ICON_SMALL)
        # The caret stays in the text when a verb is clicked; the keys are the other way here.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def _name_of(action: QAction) -> str:
    return action.text().partition("\t")[0]


def _keys_of(action: QAction) -> str:
    """Return an action's keys: a plain letter is no shortcut of Qt's, but stands in its text."""
    keys = action.text().partition("\t")[2]
    native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return keys or native.replace("Return", "↵")  # as it is printed on the key, and short


def colour_dot(colour: str, theme: Theme, side: int = 32) -> QIcon:
    """Return a rounded square in a tag's colour."""
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(0, 0, 0, 0))
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = tag_colour(colour, theme.dark)
        painter.setBrush(shade)
        painter.setPen(QPen(mark_edge(shade, theme), 2))
        painter.drawRoundedRect(side // 8, side // 8, side * 3 // 4, side * 3 // 4, 6, 6)
    return QIcon(pixmap)
