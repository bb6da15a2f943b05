"""Every setting there is, declared once: the Settings dialog is made from these records.

To add a setting: a record here, named in ``DECLARED`` and in the list of ``settings.py``, and
somebody who follows it (``ui/preferences.py``); the dialog, its search and its reset come from the
record. What one sees and hides as one works is no setting: the window remembers that by itself.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.environment.translation import AS_THE_SYSTEM, ENGLISH, N_, URDU


class Kind(StrEnum):
    """How a setting is shown and changed."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    SWITCH = "switch"
    FONT = "font"  # the family of a face; empty is the program's own
    KEYS = "keys"  # the keys of commands, changed in a dialog of their own


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, the group and label a person reads, and its default.

    A number is held between ``least`` and ``most``: the file is a person's to edit, and a font of
    1e308 points would end the program at every start. ``step`` is how far one press goes and
    ``unit`` stands behind the number. ``choices`` are the values allowed, each with its words. A
    ``required`` text is never empty. What is not ``shown`` is the program's own to keep.
    """

    key: str
    group: str
    label: str
    default: str | int | float | bool
    least: float = 0.0
    most: float = 1_000_000.0
    help: str = ""
    kind: Kind = Kind.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    step: float = 1.0
    unit: str = ""
    required: bool = False
    shown: bool = True


_YOU, _WINDOW_GROUP, _READING, _DETAILS, _SEARCH, _KEYS, _HELP = (
    N_("You"),
    N_("Window"),
    N_("Reading"),
    N_("Details"),
    N_("Search"),
    N_("Keys"),
    N_("Help"),
)
ANALYST_NAME = Setting(
    "analyst.name",
    _YOU,
    N_("Your name"),
    "",
    help=N_("It stands with every passage you tag, and in exports."),
    required=True,
)
ANALYST_UID = Setting(
    "analyst.uid", _YOU, N_("Your number, the same in every project"), "", shown=False
)
THEME = Setting(
    "view.theme",
    _WINDOW_GROUP,
    N_("Colours"),
    "system",
    help=N_("Light, dark, or whatever the system has."),
    kind=Kind.CHOICE,
    choices=(("light", N_("Light")), ("dark", N_("Dark")), ("system", N_("As the system"))),
)
WINDOW_SIZE = Setting(
    "view.window_size",
    _WINDOW_GROUP,
    N_("Size of menus, lists and buttons"),
    10.0,
    least=8.0,
    most=24.0,
    help=N_("The documents you read have a size of their own, below."),
    kind=Kind.NUMBER,
    unit=N_("pt"),
)
LANGUAGE = Setting(
    "view.language",
    _WINDOW_GROUP,
    N_("Language"),
    AS_THE_SYSTEM,
    help=N_(
        "Takes hold when Reviewer is started again. The help pages are in English for now; "
        "documents are shown as they are."
    ),
    kind=Kind.CHOICE,
    choices=((AS_THE_SYSTEM, N_("As the system")), (ENGLISH, "English"), (URDU, "اردو")),
)
READING_FACE = Setting(
    "view.reading_face",
    _READING,
    N_("Face of Latin letters"),
    "",
    help=N_("Urdu stays in Nastaliq and Arabic in Naskh, whatever is chosen here."),
    kind=Kind.FONT,
)
READING_SIZE = Setting(
    "view.reading_size",
    _READING,
    N_("Size of the reading text"),
    13.0,
    least=8.0,
    most=40.0,
    help=N_("Ctrl and the wheel change it too; Ctrl+0 sets it back."),
    kind=Kind.NUMBER,
    unit=N_("pt"),
)
READING_COLUMN = Setting(
    "view.reading_column",
    _READING,
    N_("Letters in a line"),
    72,
    least=20,
    most=400,
    help=N_("How wide the column may become; 60 to 80 is easy to read."),
    kind=Kind.NUMBER,
    step=2,
)
LINE_SPACING = Setting(
    "view.line_spacing",
    _READING,
    N_("Room between lines"),
    1.0,
    least=0.5,
    most=4.0,
    help=N_("1 is as the face was made; the marks of the tags stand in this room."),
    kind=Kind.NUMBER,
    step=0.1,
)
FIELD_NAMES = Setting(
    "details.field_names",
    _DETAILS,
    N_("Names of the fields"),
    "plain",
    help=N_("With the standard names, as they stand in exports, or in plain words alone."),
    kind=Kind.CHOICE,
    choices=(("plain", N_("in plain words")), ("standard", N_("with the standard name"))),
)
MORE_FIELDS = Setting(
    "details.more_fields", _DETAILS, N_("Every field is shown"), default=False, shown=False
)
TAGGED_OF_HITS = Setting(
    "search.tagged",
    _SEARCH,
    N_("Of a hit is tagged"),
    "sentence",
    help=N_("It can be chosen below the hits too, before they are tagged."),
    kind=Kind.CHOICE,
    choices=(
        ("sentence", N_("the sentence around it")),
        ("words", N_("only the words found")),
    ),
)
OWN_KEYS = Setting(
    "keys.own",
    _KEYS,
    N_("Keys of the commands"),
    "",
    help=N_("Every command can have other keys. What is in use already is shown."),
    kind=Kind.KEYS,
)
EXPORT_KIND = Setting(
    "export.kind", _WINDOW_GROUP, N_("What kind of export was made last"), "table", shown=False
)
EXPORT_DOCUMENTS = Setting(
    "export.documents", _WINDOW_GROUP, N_("How documents were exported last"), "", shown=False
)
EXPORT_SENT = Setting(
    "export.sent", _WINDOW_GROUP, N_("What other program was exported for last"), "", shown=False
)
EXPORT_WHAT = Setting(
    "export.what", _WINDOW_GROUP, N_("What was exported last"), "passages", shown=False
)
EXPORT_HOW = Setting("export.how", _WINDOW_GROUP, N_("How it was exported last"), "", shown=False)
TELL_NEWS = Setting(
    "help.tell_news",
    _HELP,
    N_("Say once what is new after an update"),
    default=True,
    help=N_("One line at the lower edge of the window; the page stays in the Help menu."),
    kind=Kind.SWITCH,
)
SEEN_VERSION = Setting("help.seen_version", _HELP, N_("Version used last"), "", shown=False)
TOUR_OFFERED = Setting(
    "help.tour_offered", _HELP, N_("The tour was offered"), default=False, shown=False
)
DECLARED = (
    ANALYST_NAME,
    ANALYST_UID,
    THEME,
    WINDOW_SIZE,
    LANGUAGE,
    READING_FACE,
    READING_SIZE,
    READING_COLUMN,
    LINE_SPACING,
    FIELD_NAMES,
    MORE_FIELDS,
    TAGGED_OF_HITS,
    OWN_KEYS,
    EXPORT_KIND,
    EXPORT_DOCUMENTS,
    EXPORT_SENT,
    EXPORT_WHAT,
    EXPORT_HOW,
    TELL_NEWS,
    SEEN_VERSION,
    TOUR_OFFERED,
)
