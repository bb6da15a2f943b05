"""What a paragraph is written in, as far as drawing it needs to know."""

import re

_RIGHT_TO_LEFT_LETTERS = (
    "\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_RIGHT_TO_LEFT = re.compile(f"[{_RIGHT_TO_LEFT_LETTERS}\u0660-\u0669\u06f0-\u06f9]")
_AGAINST_IT = re.compile(rf"[0-9\u0660-\u0669\u06f0-\u06f9]|(?![{_RIGHT_TO_LEFT_LETTERS}])[^\W_]")
_ARABIC_RUN = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+")
_URDU = re.compile("[ٹڈڑںہھۂےۓ]")
_ARABIC = re.compile("[ء-ي]")
_LOOKED_AT = 20_000


def has_right_to_left(words: str) -> bool:
    """Say whether any letter of ``words`` is written from right to left."""
    return not words.isascii() and _RIGHT_TO_LEFT.search(words) is not None


def arabic_runs(words: str) -> list[tuple[int, int]]:
    """Return where in ``words`` there are letters of the Arabic script, from and to."""
    if words.isascii():
        return []
    return [found.span() for found in _ARABIC_RUN.finditer(words)]


def is_mixed(words: str, right_to_left: bool) -> bool:
    """Say whether ``words`` has letters or digits that run against the paragraph.

    Then a stretch of text may stand in several pieces on one line, and only Qt's glyph runs know
    where.
    """
    if right_to_left:
        return _AGAINST_IT.search(words) is not None
    return has_right_to_left(words)


def arabic_language(text: str) -> str:
    """Return "ur" for a text with letters that only Urdu and its neighbours have, else "ar".

    Looked at for the choice of the face alone: Urdu is read in Nastaliq, all else in Naskh.
    """
    head = text[:_LOOKED_AT]
    if head.isascii():
        return "ur"
    return "ur" if len(_URDU.findall(head)) * 40 >= len(_ARABIC.findall(head)) else "ar"
