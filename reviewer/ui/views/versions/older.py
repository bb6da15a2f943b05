"""The panel "Older version": what a document said before, with its passages as they stood."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotFound
from reviewer.domain.versions import Version, VersionPlace
from reviewer.environment.clock import local_time
from reviewer.environment.settings import (
    LINE_SPACING,
    READING_COLUMN,
    READING_FACE,
    READING_SIZE,
    Settings,
)
from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.guard import guard
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.reader import Reader
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_surface
from reviewer.ui.views.pieces.panel_head import SidePanel, panel_head
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import Workspace


class OlderPanel(SidePanel):
    """Shows one version; it can be read and copied, never tagged."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__()
        set_surface(self, "panel")
        self.setAccessibleName(_("Older version"))
        self.setProperty("help_page", "newer-versions")
        self._workspace = workspace
        self._settings = settings
        self._about = plain("", "muted")
        self.reader = Reader()
        head = panel_head(
            _("Older version"), plain(_("read only"), "muted"), _("Close (Escape)"),
            self.close_wanted,
        )  # fmt: skip
        about = QVBoxLayout()
        about.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.SMALL)
        about.addWidget(self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addLayout(head)
        column.addLayout(about)
        column.addWidget(self.reader, 1)

    def show_version(self, document: Document, version: Version) -> None:
        """Show a version of a document; raises ``Damaged``."""
        words = self._workspace.versions.text(version)
        marks = [
            mark
            for place in self._workspace.versions.standing_in(version)
            if (mark := self._mark(document, place)) is not None
        ]
        name = _("Version {number}").format(number=version.number)
        parts = [document.label, isolated(document.title), name, local_time(version.created_at)]
        self._about.setText(" · ".join(parts))
        self._dress()
        self.reader.show_text(words, marks, [], right_to_left=None, name=f"{document.title} {name}")

    def take_keys(self) -> None:
        """Give the keys to the text."""
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        """Wear the colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._dress()

    def _dress(self) -> None:
        settings = self._settings
        self.reader.set_theme(theme_of(self.palette()))
        self.reader.set_reading_font(
            settings.number(READING_SIZE),
            settings.number(LINE_SPACING),
            int(settings.number(READING_COLUMN)),
            settings.text(READING_FACE),
        )

    def _mark(self, document: Document, place: VersionPlace) -> Mark | None:
        """Return a passage as it stood; ``None`` for one that was taken off since."""
        try:
            passage = self._workspace.passages.get(place.passage)
        except NotFound:
            return None
        tag = self._workspace.tags.get(passage.tag)
        label = f"{document.label}·{passage.number}"
        return Mark(passage.id, place.from_span, tag.colour, tag.key, tag.name, label)
