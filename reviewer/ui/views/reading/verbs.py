"""The verbs with their keys, above the panes."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
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
from reviewer.ui.views.passages.tag_chips import mark_edge
from reviewer.ui.wording import isolated, tip

MOST_TAGS, LEAST_TAGS = 6, 3
SHORT_NAME = 10  # letters
SLACK = 12  # pixels to spare before more is said again, so that nothing flickers at an edge
_TRIES = 3
_RIGHT = ("pane.split_1", "pane.split_2", "pane.split_3", "pane.split_4")


@dataclass(frozen=True, slots=True)
class _Saying:
    """What the strip says: words and keys of verbs, and so many tags by name, or all by key."""

    verbs: bool = False
    keys: bool = False
    named: int = 0
    whole: bool = True  # the names, or their first letters only
    keyed: int = MOST_TAGS  # so many tags have a button where all are shown by key

    def tags(self) -> int:
        """Return how many tags have a button at most."""
        return self.named or self.keyed

    def of_tag(self, name: str, key: str) -> str:
        """Return what the button of a tag says."""
        if not self.named:
            return key
        said = name if self.whole or len(name) <= SHORT_NAME + 1 else _shortened(name)
        return f"{said}  {key}".replace("&", "&&")  # which would underline a letter


_FEWER = range(MOST_TAGS, LEAST_TAGS - 1, -1)
# The most is said first; few tags with their names say more than many with their keys alone.
_SAYINGS = (
    _Saying(verbs=True, keys=True, named=MOST_TAGS),
    _Saying(verbs=True, named=MOST_TAGS),
    *(_Saying(named=count) for count in _FEWER),
    *(_Saying(named=count, whole=False) for count in _FEWER),
    _Saying(),
)


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
        self._offers_documents = False
        self._fitting = False
        self._shown: tuple[_Saying, int] | None = None  # and how many are left out
        self._tag_places = QHBoxLayout()
        self._tag_places.setSpacing(spacing.TINY)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing.SMALL, spacing.TINY, spacing.SMALL, spacing.TINY)
        layout.setSpacing(spacing.TINY)
        self._documents = self._button("view.documents")
        layout.addWidget(self._documents)
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
        self._spared = [
            one
            for one in self.findChildren(QToolButton)
            if one.defaultAction() is not None and one is not self._documents
        ]
        self._documents.setVisible(False)
        self._spared.reverse()
        for _worded, action in self._worded:
            action.changed.connect(self._follow)
        self._follow()

    def show_tags(self, tags: list[Tag]) -> None:
        """Show these tags' buttons, the first of them at most."""
        self._fitting, self._shown = True, None  # until all buttons stand here
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
            button.hide()  # or its layout shows it later, wanted or not
            self._tag_buttons.append((button, tag.name, key))
        self._follow()
        self._fitting = False
        self._fit()

    def offer_documents(self, *, offered: bool) -> None:
        """Offer to bring the list of documents back, while it is put away."""
        if offered is not self._offers_documents:
            self._offers_documents = offered
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

        It is reckoned first and shown then, because showing a button may resize the strip at
        once. What a resize meanwhile asks for is done after it, and not without end.
        """
        if self._fitting:
            return
        self._fitting = True
        try:
            for _again in range(_TRIES):
                width = self.width()
                self._show(*self._chosen(width))
                if self.width() == width:
                    return
        finally:
            self._fitting = False

    def _chosen(self, width: int) -> tuple[_Saying, int]:
        """Return what there is room for, and how many of the spared have to be left out.

        More than is said now is chosen only where there is room to spare.
        """
        narrower = False
        for one in self._ways():
            narrower = narrower or one == self._shown
            if self._needed(*one) + (0 if narrower or self._shown is None else SLACK) <= width:
                break
        return one

    def _ways(self) -> Iterator[tuple[_Saying, int]]:
        """Give the ways to say it, the most first; what is left out at last has menus and keys."""
        for saying in _SAYINGS:
            yield saying, 0
        for left_out in range(1, len(self._spared) + 1):
            yield _SAYINGS[-1], left_out
        for keyed in range(MOST_TAGS - 1, 0, -1):
            yield _Saying(keyed=keyed), len(self._spared)

    def _needed(self, saying: _Saying, left_out: int) -> int:
        """Return how wide the strip has to be for that, in pixels."""
        self._say(saying)
        parts = self._parts(saying, left_out)
        widths = [
            max(part.sizeHint().width(), part.minimumWidth()) for part, shown in parts if shown
        ]
        gaps = spacing.TINY * max(0, len(widths) - 1)
        return sum(widths) + gaps + 2 * spacing.SMALL

    def _parts(self, saying: _Saying, left_out: int) -> list[tuple[QToolButton, bool]]:
        """Return every button and whether it is to be seen."""
        tags = [button for button, _name, _key in self._tag_buttons]
        return [
            (self._documents, self._offers_documents),
            *((button, place < saying.tags()) for place, button in enumerate(tags)),
            (self._more, self._without_button(saying) > 0),
            *((button, True) for button, _action in self._worded),
            *((button, place >= left_out) for place, button in enumerate(self._spared)),
        ]

    def _show(self, saying: _Saying, left_out: int) -> None:
        self._shown = (saying, left_out)
        self._say(saying)
        parts = self._parts(saying, left_out)
        for button, shown in sorted(parts, key=lambda part: part[1]):  # room is made first
            if button.isHidden() is shown:
                button.setVisible(shown)

    def _say(self, saying: _Saying) -> None:
        """Put on the buttons what they would say."""
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonTextBesideIcon if saying.verbs else style.ToolButtonIconOnly
        for button, action in self._worded:
            button.setToolButtonStyle(shown)
            key = _keys_of(action) if saying.keys else ""
            button.setText(f"{action.iconText()}  {key}".rstrip())
        for button, name, key in self._tag_buttons:
            button.setText(saying.of_tag(name, key))
        self._say_more(self._without_button(saying))

    def _without_button(self, saying: _Saying) -> int:
        return self._total - min(len(self._tags), saying.tags())

    def _follow(self) -> None:
        """Let buttons be pressed only while what they do can be done."""
        for button, action in self._worded:
            button.setEnabled(action.isEnabled())
            button.setToolTip(tip(*action.toolTip().split("\n")))
        can_tag = self._actions.action("passage.tag").isEnabled()
        for button, _name, _key in self._tag_buttons:
            button.setEnabled(can_tag)
        self._more.setEnabled(can_tag)

    def _say_more(self, count: int) -> None:
        """Offer the tags that have no button of their own, from the list."""
        said = counted("{count} more tag…", "{count} more tags…", count)
        self._more.setText(_("+{count}").format(count=f"{count:,}"))
        self._more.setToolTip(tip(said, _("Opens the list of all tags.")))
        self._more.setAccessibleName(said)

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


def _shortened(name: str) -> str:
    """Return a name's first letters, and none without the marks that stand on it."""
    end = SHORT_NAME
    while end < len(name) and unicodedata.combining(name[end]):
        end += 1
    return name[:end].rstrip() + "…"


def _name_of(action: QAction) -> str:
    return action.text().partition("\t")[0]


def _keys_of(action: QAction) -> str:
    """Return an action's keys: a plain letter is no shortcut of Qt's, but stands in its text."""
    keys = action.text().partition("\t")[2]
    native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return keys or native.replace("Return", "↵").replace(
        "Enter", "↵"
    )  # as it is printed on the key, and short


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
