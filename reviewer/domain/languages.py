"""Languages by their BCP 47 codes: a short list to choose from, and whatever else is typed.

The list has the languages most often met here, in the order they are offered. A code that is not
in it is kept in its usual spelling; words that are no code ("Brahui of Sarawan") are kept as typed.
"""

import re
from collections.abc import Mapping

from reviewer.domain.words import N_

LANGUAGE_NAMES: Mapping[str, str] = {
    "en": N_("English"),
    "ur": N_("Urdu"),
    "ar": N_("Arabic"),
    "fa": N_("Persian"),
    "ps": N_("Pashto"),
    "pa": N_("Punjabi"),
    "sd": N_("Sindhi"),
    "bal": N_("Balochi"),
    "ckb": N_("Kurdish (Sorani)"),
    "ku": N_("Kurdish (Kurmanji)"),
    "hi": N_("Hindi"),
    "bn": N_("Bengali"),
    "my": N_("Burmese"),
    "zh": N_("Chinese"),
    "ru": N_("Russian"),
    "uk": N_("Ukrainian"),
    "tr": N_("Turkish"),
    "he": N_("Hebrew"),
    "am": N_("Amharic"),
    "ti": N_("Tigrinya"),
    "so": N_("Somali"),
    "sw": N_("Swahili"),
    "fr": N_("French"),
    "es": N_("Spanish"),
    "pt": N_("Portuguese"),
    "de": N_("German"),
}
_BY_NAME = {name.casefold(): code for code, name in LANGUAGE_NAMES.items()}
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def language_code(written: str) -> str:
    """Return the code for a language's code or English name; other words as they are, on a line.

    A code is spelt as usual: ``UR-arab-pk`` becomes ``ur-Arab-PK``.
    """
    words = " ".join(written.split())
    known = _BY_NAME.get(words.casefold())
    if known is not None:
        return known
    if not _CODE.fullmatch(words):
        return words
    first, *rest = words.replace("_", "-").split("-")
    return "-".join([first.lower(), *map(_subtag, rest)])


def language_name(code: str) -> str:
    """Return the English name of a code on the list, to be translated; any other as it is."""
    return LANGUAGE_NAMES.get(code, code)


def _subtag(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()  # a script
    return subtag.upper() if len(subtag) == 2 else subtag.lower()
