"""A small window with one field and a list: type a little, press Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from reviewer.domain.folding import fold
from reviewer.environment.translation import _
from reviewer.ui.asking.event_prompts import Choosing, Entry
from reviewer.ui.dialogs.picker import ENTRY, Picker
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_least_height
from reviewer.ui.wording import announce, isolated, plain

WIDTH = 420
MOST_ROWS = 9
MOST_OFFERED = 200


class EntryPicker(Picker):
    """Chooses among entries, or makes a new one by its name; Esc leaves everything as it is."""

    def __init__(self, choosing: Choosing, parent: QWidget | None = None) -> None:
        super().__init__(choosing.title, choosing.title, parent, most_letters=300, page=MOST_ROWS)
        self._choosing = choosing
        self._field.setPlaceholderText(choosing.hint)
        self._field.setAccessibleName(
            _("{what}: type to narrow, arrow keys to choose").format(what=choosing.title)
        )
        keep_least_height(self._list, spacing.ROW * 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[spacing.SMALL] * 4)
        column.setSpacing(spacing.SMALL)
        column.addWidget(plain(choosing.title, "muted"))
        column.addWidget(self._field)
        column.addWidget(self._list)
        self._field.textChanged.connect(self._narrow)
        self.setFixedWidth(grown(WIDTH))
        self._narrow()
        self._keep_height()
        self.adjustSize()
        self._field.setFocus()

    def choice(self) -> Entry | str | None:
        """Return the entry, or the name of a new one; ``None`` when none was chosen."""
        return self._taken if isinstance(self._taken, Entry | str) else None

    def _narrow(self) -> None:
        typed = " ".join(self._field.text().split())
        wanted = fold(typed).split()
        self._list.clear()
        if self._choosing.none and not typed:
            self._add(Entry(0, self._choosing.none), self._choosing.none)
        known = False
        for entry in self._choosing.entries:
            known = known or entry.name.casefold() == typed.casefold()
            folded = fold(f"{entry.name} {entry.second}")
            if self._list.count() < MOST_OFFERED and all(word in folded for word in wanted):
                second = f"  ·  {isolated(entry.second)}" if entry.second else ""
                self._add(entry, f"{isolated(entry.name)}{second}")
        if typed and self._choosing.new and not known:
            self._add(typed, self._choosing.new.format(name=isolated(typed)))
        if self._list.count():
            self._list.setCurrentRow(0)
        else:
            self._say_nothing()

    def _keep_height(self) -> None:
        """Keep the room of the whole list, so that nothing moves while it narrows."""
        rows = min(max(self._list.count(), 3), MOST_ROWS)
        self._list.setFixedHeight(rows * grown(spacing.ROW) + spacing.SMALL)

    def _say_nothing(self) -> None:
        words = _("Nothing fits.")
        item = QListWidgetItem(words, self._list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._field.setAccessibleDescription(words)
        announce(self._field, words)

    def _add(self, entry: Entry | str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(ENTRY, entry)
        self._list.addItem(item)
