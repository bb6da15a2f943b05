"""The line over the panes that says which passages are shown: it is never hidden while it holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from reviewer.domain.analysts import Analyst
from reviewer.domain.tags import Tag
from reviewer.environment.translation import _, counted
from reviewer.ui.models.shown import Shown
from reviewer.ui.theme import spacing
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.passages.tag_chips import Chip, ChipRow
from reviewer.ui.wording import isolated, one_line

TAGS, PEOPLE = "tags", "people"


class ShownBar(QFrame):
    """Chips of the tags and people that are shown, and how many passages are left out."""

    wanted = Signal(object)  # a Shown, after a chip was taken off

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, "panel")
        self.setObjectName("shown_bar")
        self.setAccessibleName(_("Passages shown in the text"))
        self._shown = Shown()
        only = QLabel(_("Only:"))
        set_role(only, "muted")
        self._chips = ChipRow()
        self._chips.removed.connect(self._take_off)
        self._left_out = QLabel()
        self._left_out.setObjectName("left_out")
        clear = QPushButton(_("Clear all"))
        clear.setObjectName("clear_shown")
        clear.setFlat(True)
        clear.setAutoDefault(False)
        clear.setToolTip(_("Show every passage again (Shift+Escape)"))
        clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        clear.clicked.connect(self._clear)
        row = QHBoxLayout(self)
        inset(row, spacing.MEDIUM, spacing.TINY, spacing.TINY, spacing.TINY)
        row.setSpacing(spacing.SMALL)
        row.addWidget(only)
        row.addWidget(self._chips, 1)
        row.addWidget(self._left_out)
        row.addWidget(clear)
        self.hide()

    def show_filter(self, shown: Shown, tags: Sequence[Tag], people: Sequence[Analyst]) -> None:
        """Show what is chosen, by the names it has now; nothing chosen hides the line."""
        self._shown = shown
        chips = [
            Chip(TAGS, (tag.id,), isolated(one_line(tag.name)), tag.colour)
            for tag in tags
            if tag.id in shown.tags
        ]
        chips += [
            Chip(PEOPLE, (one.id,), _("by {name}").format(name=isolated(one.name)))
            for one in people
            if one.id in shown.analysts
        ]
        self._chips.show_chips(chips)
        self.setVisible(bool(shown))

    def show_count(self, hidden: int) -> None:
        """Say how many passages of the documents in the panes are left out."""
        self._left_out.setText(counted("{count} hidden", "{count} hidden", hidden))

    def chips(self) -> list[Chip]:
        """Return what is shown."""
        return self._chips.chips()

    def _take_off(self, chip: Chip) -> None:
        off = frozenset(chip.ids)
        tags, people = self._shown.tags, self._shown.analysts
        left = Shown(tags - off, people) if chip.kind == TAGS else Shown(tags, people - off)
        self.wanted.emit(left)

    def _clear(self) -> None:
        self.wanted.emit(Shown())
