"""Turns the program's English words into a person's language.

``_`` translates where words are shown; ``N_`` only marks them where they are written down.
Always around a literal: the extractor does not find variables. ``speak`` chooses the language
once, at the window's start, before anything is shown; until then everything is English.

The catalogues lie in ``resources/translations``, whose README says how they are kept. Decided
against translating the command line: terminals break lines of Arabic letters and many show them
unjoined and in the wrong order, and scripts read its words.
"""

import gettext
import logging
from collections.abc import Iterable, Mapping

from reviewer.environment import resources

_LOG = logging.getLogger(__name__)
AS_THE_SYSTEM, ENGLISH, URDU = "system", "en", "ur"
LANGUAGES = (ENGLISH, URDU)
"""What there are words in; English is what the code is written in and needs no catalogue."""

_RIGHT_TO_LEFT = frozenset({URDU})
_DOMAIN = "reviewer"


class _Speech:
    """The language spoken and its words."""

    def __init__(self) -> None:
        self.language = ENGLISH
        self.words = gettext.NullTranslations()


_speech = _Speech()


def language_for(wish: str, of_system: Iterable[str]) -> str:
    """Return the language to speak: the one wished for, or the first of the system's we have.

    ``of_system`` are tags such as "ur-PK" or "de_DE", the best first; English where none fits.
    """
    if wish in LANGUAGES:
        return wish
    for tag in of_system:
        language = tag.replace("_", "-").partition("-")[0].lower()
        if language in LANGUAGES:
            return language
    return ENGLISH


def speak(language: str) -> None:
    """Take all words from a language's catalogue from now on.

    A catalogue that is missing or cannot be read is logged, and the words stay English.
    """
    _speech.language, _speech.words = ENGLISH, gettext.NullTranslations()
    if language == ENGLISH:
        return
    try:
        path = resources.find(f"translations/{language}/LC_MESSAGES/{_DOMAIN}.mo")
        with path.open("rb") as catalogue:
            _speech.words = gettext.GNUTranslations(catalogue)
        _speech.language = language
    except (OSError, ValueError) as fault:
        _LOG.warning("no words in %s: %s", language, type(fault).__name__)


def spoken() -> str:
    """Return the language spoken now."""
    return _speech.language


def right_to_left() -> bool:
    """Say whether the language spoken now is written from right to left."""
    return _speech.language in _RIGHT_TO_LEFT


def N_(words: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Return ``words`` unchanged: they are translated where they are shown."""
    return words


def _(words: str) -> str:
    """Return ``words`` in the person's language."""
    return _speech.words.gettext(words) if words else ""


def filled(template: str | tuple[str, str], values: Mapping[str, object]) -> str:
    """Return a translated template with its values filled in.

    Of two, for one and for several, it is the one that the value ``count`` asks for.
    """
    if isinstance(template, str):
        return _(template).format_map(_Lenient(values))
    count = values.get("count")
    number = count if isinstance(count, int) else 0  # a damaged project may say anything
    return _speech.words.ngettext(*template, number).format_map(_Lenient(values))


def counted(one: str, many: str, count: int) -> str:
    """Return ``one`` or ``many`` (each with ``{count}``), as the language counts.

    Around two literals, which are extracted as a pair. Digits are those of the Latin script in
    every language, as in documents, citations and exports.
    """
    return _speech.words.ngettext(one, many, count).format(count=f"{count:,}")


class _Lenient(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
