"""The window's language: our words, Qt's own words, the side it begins at, and its digits.

Qt brings words for its buttons, text menus and file dialogs in many languages, Urdu not among
them. Those a person meets are therefore marked here like our own and stand in our catalogue. The
language is put on once, before the first widget: a running window does not change it.

Decided: numbers and days keep Latin digits in every language (``2015-10-08``, ``8 اکتوبر 2015``),
as Pakistani newspapers print them and as citations and exports have them. The names of keys stay as
they are printed on keyboards.
"""

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from reviewer.environment.settings import LANGUAGE, Settings
from reviewer.environment.translation import N_, _, language_for, right_to_left, speak, spoken
from reviewer.ui.guard import guard

_QT_WORDS = frozenset(
    (
        # buttons of dialogs
        N_("OK"),
        N_("Open"),
        N_("Save"),
        N_("Close"),
        N_("Cancel"),
        N_("&OK"),
        N_("&Open"),
        N_("&Save"),
        N_("&Close"),
        N_("&Cancel"),
        N_("&Yes"),
        N_("&No"),
        N_("Reset"),
        N_("Choose"),
        N_("&Choose"),
        # menus of fields
        N_("&Undo"),
        N_("&Redo"),
        N_("Cu&t"),
        N_("&Copy"),
        N_("&Paste"),
        N_("Delete"),
        N_("Select All"),
        N_("&Select All"),
        N_("&Step up"),
        N_("Step &down"),
        N_("Copy &Link Location"),
        # file dialogs, where the system has none of its own
        N_("&Look in:"),
        N_("File &name:"),
        N_("Files of &type:"),
        N_("&Directory:"),
        N_("Directory:"),
        N_("Folder"),
        N_("File Folder"),
        N_("Back"),
        N_("Forward"),
        N_("Parent Directory"),
        N_("Create New Folder"),
        N_("Create a New Folder"),
        N_("List View"),
        N_("Detail View"),
        N_("Go back"),
        N_("Go forward"),
        N_("Go to the parent directory"),
        N_("Change to list view mode"),
        N_("Change to detail view mode"),
        N_("Sidebar"),
        N_("List of places and bookmarks"),
        N_("Computer"),
        N_("Name"),
        N_("Size"),
        N_("Type"),
        N_("Date Modified"),
        N_("All Files (*)"),
        N_("Find Directory"),
        N_("&Rename"),
        N_("&Delete"),
        N_("Show &hidden files"),
        N_("&New Folder"),
        N_("New Folder"),
        # colours
        N_("&Basic colors"),
        N_("&Custom colors"),
        N_("&Add to Custom Colors"),
        N_("&Pick Screen Color"),
        N_("Hu&e:"),
        N_("&Sat:"),
        N_("&Val:"),
        N_("&Red:"),
        N_("&Green:"),
        N_("Bl&ue:"),
        N_("&HTML:"),
    )
)
_LOCALES = {"ur": QLocale(QLocale.Language.Urdu, QLocale.Country.Pakistan)}


class QtWords(QTranslator):
    """Gives Qt its own words in the language spoken, as far as they are in our catalogue."""

    @override
    @guard()
    def translate(
        self,
        context: str | bytes,
        source: str | bytes,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str | None:
        if context == "QShortcut":  # "Delete" is a key there
            return None
        return _(str(source)) if source in _QT_WORDS else None

    @override
    @guard(fallback=False)
    def isEmpty(self) -> bool:
        return False


def put_on(application: QApplication, settings: Settings) -> None:
    """Speak the language of the settings from now on; before any widget is made."""
    speak(language_for(settings.text(LANGUAGE), QLocale.system().uiLanguages()))
    _put_off(application)
    if spoken() in _LOCALES:
        QLocale.setDefault(_LOCALES[spoken()])
        application.installTranslator(QtWords(application))
    ways = Qt.LayoutDirection
    application.setLayoutDirection(ways.RightToLeft if right_to_left() else ways.LeftToRight)


def _put_off(application: QObject) -> None:
    """Take away the words given to Qt before, as when one process starts twice."""
    for words in application.findChildren(QtWords):
        QApplication.removeTranslator(words)
        words.deleteLater()
