"""A passage's translation, written in place: its words, into which language, by whom, checked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.passage_details import PassageDetails
from reviewer.environment.translation import _
from reviewer.ui.models.passage_details import (
    Check,
    language_names,
    language_shown,
    language_typed,
    translation_about,
)
from reviewer.ui.theme import spacing
from reviewer.ui.views.details.check_line import CheckLine
from reviewer.ui.views.details.growing_field import Growing, put_caret, put_words
from reviewer.ui.views.details.in_place import InPlace, Stored, Values
from reviewer.ui.views.details.linked_words import Stretch
from reviewer.ui.wording import plain

_HINT_LINES = 2


class TranslationForm(QWidget):
    """The words, the language and the translator; a ``Form``.

    A new one begins with the language and translator of the last that was written here.
    """

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self.last = ("", "")
        self.field = QPlainTextEdit()
        self.field.setReadOnly(read_only)
        self.field.setAccessibleName(_("Translation"))
        self.field.setPlaceholderText(_("The same words in another language."))
        self._growing = Growing(self.field, _HINT_LINES)
        self.language = _line(_("Language"), read_only=read_only)
        self.language.setCompleter(_completer(language_names(), self.language))
        self.translator = _line(_("Translated by"), read_only=read_only)
        row = QHBoxLayout()
        row.setSpacing(spacing.TINY)
        row.addWidget(self.language, 1)
        row.addWidget(self.translator, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addWidget(self.field)
        column.addLayout(row)

    def typed(self) -> Values:
        """Return words, code of the language, and translator; all empty without words."""
        words = self.field.toPlainText().strip()
        if not words:
            return ("", "", "")
        language = language_typed(self.language.text())
        return (words, language, " ".join(self.translator.text().split()))

    def put(self, values: Values) -> None:
        """Show words, language and translator."""
        words, language, translator = values
        if not words:
            language, translator = self.last
        put_words(self.field, words)
        self.language.setText(language_shown(language))
        self.translator.setText(translator)

    def focus(self, place: int) -> None:
        """Put the caret into the words."""
        put_caret(self.field, place)

    def offer_translators(self, people: list[str]) -> None:
        """Offer these names."""
        self.translator.setCompleter(_completer(people, self.translator))


class TranslationField(InPlace):
    """Values are the words, the language's code, and the translator."""

    written = Signal(int, str, str, str)  # whose, words, language, translator
    check_wanted = Signal(int, bool)

    def __init__(self, stored: Stored, *, read_only: bool = False) -> None:
        fields = TranslationForm(read_only=read_only)
        super().__init__(
            _("Translation"), _("Add a translation"), stored, _whole, fields, read_only=read_only
        )
        self.field, self.language, self.translator = (
            fields.field,
            fields.language,
            fields.translator,
        )
        self._fields = fields
        self._about = plain("", "muted")
        self.check = CheckLine(
            _("Say that you have checked this translation"),
            _("Take the check off this translation"),
            read_only=read_only,
        )
        self.put_below(self._about)
        self.put_below(self.check)
        self.left.connect(self._tell)
        self.check.wanted.connect(self._tell_check)
        self.watch(self.field)
        for line in (self.language, self.translator):
            self.watch(line, one_line=True)

    def show_translation(self, details: PassageDetails, check: Check, people: list[str]) -> None:
        """Show a passage's translation; ``people`` are offered as translators."""
        self._about.setText(translation_about(details))
        self.check.show_check(check)
        self._fields.offer_translators(people)
        self.show_owner(
            details.passage,
            (details.translation, details.translation_language, details.translator),
        )

    def _tell(self, owner: int, values: Values) -> None:
        words, language, translator = values
        if words:
            self._fields.last = (language, translator)
        self.written.emit(owner, words, language, translator)

    def _tell_check(self, wanted: bool) -> None:
        if self.owner is not None:
            self.check_wanted.emit(self.owner, wanted)


def _whole(words: str) -> list[Stretch]:
    return [Stretch(words)] if words else []


def _line(name: str, *, read_only: bool) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    line.setToolTip(name)
    line.setReadOnly(read_only)
    return line


def _completer(words: list[str], line: QLineEdit) -> QCompleter:
    completer = QCompleter(words, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
