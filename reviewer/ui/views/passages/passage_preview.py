"""The chosen passage in its sentence, below the table."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.documents import Document
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import ReviewerError
from reviewer.domain.passage_details import PassageDetails
from reviewer.domain.passages import PassageRow
from reviewer.environment.translation import _, counted
from reviewer.ui.delegates import theme_of
from reviewer.ui.models.dates import spelled
from reviewer.ui.models.passage_details import translation_about
from reviewer.ui.models.passage_places import Surroundings, surroundings
from reviewer.ui.theme import spacing
from reviewer.ui.theme.fonts import arabic_font, reading_font
from reviewer.ui.theme.growing import grown, heavier
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.tag_colours import over, tint
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import Workspace

SIZE = 16
_SEPARATOR = "  ·  "


class PassagePreview(QFrame):
    """Shows one passage: the sentence with its words raised, and where it stands."""

    show_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: tuple[PassageRow, Surroundings] | None = None
        self._details = PassageDetails(0, 0)
        set_surface(self, "panel")
        self.setAccessibleName(_("The chosen passage"))
        self._title = ElidedLabel()
        heavier(self._title, QFont.Weight.DemiBold)
        self._about = ElidedLabel()
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        set_role(self._note, "muted")
        self._statement = plain("", "muted")
        self._about_translation = plain("", "muted")
        self._translation = QLabel()
        self._translation.setTextFormat(Qt.TextFormat.RichText)
        self._translation.setWordWrap(True)
        self._translation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(_("Show in its document"))
        self._button.setToolTip(_("Enter, or a double click"))
        self._button.clicked.connect(self.show_wanted)
        self._lay_out()

    def show_row(self, row: PassageRow | None, count: int) -> None:
        """Show a passage; ``count`` says how many are chosen with it."""
        if row is None:
            self._shown = None
            self.hide()
            return
        document = self._document(row)
        self._title.setText(row.document_title)
        self._about.setText(_SEPARATOR.join(self._facts(row, document, count)))
        self._note.setText(_("Note: {note}").format(note=row.note))
        self._note.setVisible(bool(row.note))
        self._shown = (row, self._surroundings(row))
        self._details = self._found_details(row)
        said = isolated(self._details.statement)
        self._statement.setText(_("In plain words: {words}").format(words=said))
        self._statement.setVisible(bool(self._details.statement))
        self.dress()
        self.show()

    def dress(self) -> None:
        """Paint the sentence in the colours of the theme; Urdu in Naskh, as there are few lines."""
        if self._shown is None:
            return
        row, around = self._shown
        theme = theme_of(self.palette())
        ground = over(_tint(row, dark=theme.dark), theme.panel).name()
        whole = around.before + around.words + around.after
        to_left = direction_of(whole) is Direction.RIGHT_TO_LEFT
        self._words.setFont(
            arabic_font("ar", grown(SIZE + 1)) if to_left else reading_font(grown(SIZE))
        )
        pale, ink = theme.muted_text.name(), theme.text.name()
        turned = 'dir="rtl" align="right"' if to_left else 'dir="ltr"'
        self._words.setText(
            f'<p {turned} style="color: {pale}">{_html(around.before)}'
            f'<span style="background-color: {ground}; color: {ink}">{_html(around.words)}</span>'
            f"{_html(around.after)}</p>"
        )
        self._words.setAccessibleName(whole)
        self._dress_translation(ink)

    def _dress_translation(self, ink: str) -> None:
        """Show the translation beside the words, said to be one, as its letters run."""
        words = self._details.translation
        self._translated.setVisible(bool(words))
        to_left = direction_of(words) is Direction.RIGHT_TO_LEFT
        turned = 'dir="rtl" align="right"' if to_left else 'dir="ltr"'
        self._translation.setFont(
            arabic_font("ar", grown(SIZE)) if to_left else reading_font(grown(SIZE - 1))
        )
        head = _("Translation {about}").format(about=translation_about(self._details))
        self._about_translation.setText(head)
        self._translation.setText(f'<p {turned} style="color: {ink}">{_html(words)}</p>')
        self._translation.setAccessibleName(f"{head}: {words}")

    def _lay_out(self) -> None:
        inside = QFrame()
        set_surface(inside, "panel")
        column = QVBoxLayout(inside)
        inset(column, 0, 0, spacing.SMALL, 0)
        column.setSpacing(spacing.SMALL)
        column.addLayout(self._side_by_side())
        column.addWidget(self._statement)
        column.addWidget(self._note)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_surface(self._area, "panel")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(spacing.LARGE)
        head.addLayout(names, 1)
        head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        inset(layout, spacing.LARGE, spacing.MEDIUM, spacing.MEDIUM, spacing.SMALL)
        layout.setSpacing(spacing.SMALL)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)

    def _side_by_side(self) -> QHBoxLayout:
        """Lay out the words, and their translation beside them while there is one."""
        self._translated = QWidget()
        column = QVBoxLayout(self._translated)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addWidget(self._about_translation)
        column.addWidget(self._translation)
        column.addStretch(1)
        pair = QHBoxLayout()
        pair.setSpacing(spacing.WIDE)
        pair.addWidget(self._words, 3)
        pair.addWidget(self._translated, 2)
        return pair

    def _facts(self, row: PassageRow, document: Document | None, count: int) -> list[str]:
        facts = [row.label, isolated(row.tag_name)]
        if count > 1:
            facts.insert(0, counted("{count} passage chosen", "{count} passages chosen", count))
        if document is not None:
            source = document.publisher or document.author
            facts += [isolated(source)] if source else []
            date = _date(document.posted)
            facts += [_("published {date}").format(date=date)] if date else []
        return facts

    def _document(self, row: PassageRow) -> Document | None:
        try:
            return self._workspace.documents.get(row.document)
        except ReviewerError:
            return None

    def _found_details(self, row: PassageRow) -> PassageDetails:
        try:
            return self._workspace.details.of(row.id)
        except ReviewerError:
            return PassageDetails(row.id, 0)

    def _surroundings(self, row: PassageRow) -> Surroundings:
        """Return the words in their sentence; alone where the text is not what it was."""
        try:
            text = self._workspace.documents.text(row.document)
        except ReviewerError:
            text = ""
        if row.span.of(text) != row.quote:
            return Surroundings("", row.quote, "")
        return surroundings(text, row.span)


def _tint(row: PassageRow, *, dark: bool) -> QColor:
    try:
        return tint(row.tag_colour, 3, dark)
    except ValueError:
        return tint("1", 1, dark)


def _html(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _date(date: WrittenDate) -> str:
    return spelled(date.edtf) or isolated(date.words)
