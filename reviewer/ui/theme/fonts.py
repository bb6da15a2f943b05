"""The shipped faces, and which script gets which.

Sizes are device-independent pixels. The em of the shipped Arabic faces is drawn smaller (1.45
times for the Nastaliq, 1.15 for the Naskh; ``resources/fonts/README.md``), so one size serves a
line that mixes scripts and nobody multiplies anything.

Rows of lists are too low for Nastaliq, which climbs: the interface shows Urdu in Naskh, the
reading column in Nastaliq. Decided against the desktop's fonts: words would break elsewhere on
every machine, and pictures and tests could not be compared.
"""

import functools
import logging
from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase

from reviewer.environment import resources

_log = logging.getLogger(__name__)

SANS = "Reviewer Sans"
SERIF = "Reviewer Serif"
NASTALIQ = "Reviewer Nastaliq"
NASKH = "Reviewer Naskh"
PRINTED = "Reviewer Naskh Print"
"""The Naskh in PDFs, whose words can be copied from there; see ``resources/fonts/README.md``."""

INTERFACE_SIZE = 13
READING_SIZE = 17

_FILES = (
    "ReviewerSans-Regular.ttf",
    "ReviewerSans-Medium.ttf",
    "ReviewerSans-Bold.ttf",
    "ReviewerSerif-Regular.ttf",
    "ReviewerSerif-Italic.ttf",
    "ReviewerSerif-Bold.ttf",
    "ReviewerNastaliq-Regular.ttf",
    "ReviewerNaskh-Regular.ttf",
    "ReviewerNaskh-Bold.ttf",
)

_PRINTED_FILES = ("ReviewerNaskhPrint-Regular.ttf", "ReviewerNaskhPrint-Bold.ttf")

_NASTALIQ_LANGUAGES = frozenset({"ur", "skr", "ks", "pnb"})
_NASKH_LANGUAGES = frozenset({"ar", "fa", "prs", "ps", "ckb", "sd", "ug", "bal"})
_NASTALIQ_WORD_SPACE = 0.16


@functools.cache
def load_fonts() -> frozenset[str]:
    """Make the shipped faces known to Qt, once; returns their families.

    A face that cannot be loaded is logged and left to the system's fallback: reading in a less
    beautiful letter is better than not reading.
    """
    return _loaded(_FILES)


@functools.cache
def load_print_fonts() -> frozenset[str]:
    """Make the faces of PDFs known to Qt as well, once; returns their families."""
    return load_fonts() | _loaded(_PRINTED_FILES)


def _loaded(names: Iterable[str]) -> frozenset[str]:
    families: set[str] = set()
    for name in names:
        number = QFontDatabase.addApplicationFont(str(resources.find(f"fonts/{name}")))
        if number < 0:
            _log.error("the font %s cannot be loaded", name)
            continue
        families.update(QFontDatabase.applicationFontFamilies(number))
    return frozenset(families)


def forget_chosen() -> None:
    """Let go of what Qt has chosen for letters a face lacks: it keeps another face's choice.

    Where the faces behind the first are changed and the first stays, Qt goes on with those from
    before. A face that comes or goes makes it begin anew; that takes a millisecond.
    """
    number = QFontDatabase.addApplicationFont(str(resources.find(f"fonts/{_FILES[0]}")))
    QFontDatabase.removeApplicationFont(number)


def printed_font(size: float) -> QFont:
    """Return the face of PDFs, whose words can be copied."""
    return _font((SANS, PRINTED, NASKH), size)


def interface_font(
    size: float = INTERFACE_SIZE,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    tabular: bool = False,
) -> QFont:
    """Return the face of buttons, lists and labels.

    ``tabular`` gives every digit one width, for columns of numbers.
    """
    font = _font((SANS, NASKH, NASTALIQ), size)
    font.setWeight(weight)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def reading_font(size: float = READING_SIZE, language: str = "", face: str = "") -> QFont:
    """Return the face of a document: Latin in the serif, and the other scripts beside it.

    ``language`` is the document's, as in "ur" or "ar-EG". Where it is not in Arabic letters, words
    in them are taken for Urdu. ``face`` is another family for Latin letters: Arabic ones in it are
    not used.
    """
    if _primary(language) in _NASTALIQ_LANGUAGES | _NASKH_LANGUAGES:
        return arabic_font(language, size, face)
    return _font((*_latin(face), NASTALIQ, NASKH), size)


def arabic_font(language: str, size: float = READING_SIZE, face: str = "") -> QFont:
    """Return the face of a document in Arabic letters: Nastaliq for Urdu, Naskh for the others.

    Latin words and digits in it come from the serif, or from ``face``, at the same size.
    """
    if _primary(language) in _NASTALIQ_LANGUAGES:
        font = _font((NASTALIQ, NASKH, *_latin(face)), size)
        font.setWordSpacing(round(size * _NASTALIQ_WORD_SPACE, 1))
        return font
    return _font((NASKH, *_latin(face)), size)


def _latin(face: str) -> tuple[str, ...]:
    return (face, SERIF) if face and face != SERIF else (SERIF,)


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]


def _font(families: tuple[str, ...], size: float) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(size))
    return font
