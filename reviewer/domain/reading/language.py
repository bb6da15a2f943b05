"""Tells a text's language from its letters, and from the commonest words where letters do not do.

Many scripts write one language only; Arabic script writes a dozen, which have letters of their own
or words that stand in every sentence. Where neither tells, there is no answer: an Arabic text is
never called Urdu because both look alike. Latin script is settled for English only, the language
most texts come in; ``importers/languages.py`` asks statistics for the others.
"""

import re
from dataclasses import dataclass
from functools import cache

from reviewer.domain.reading.captures import Rule

SAMPLE = 1_500  # code points that are looked at, where nobody asks for fewer
_FEW = 250  # letters that show a script
_FEWEST_LETTERS = 20
_MOST_OF_LETTERS = 0.5
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Told:
    """A language by its code, and the rule that told it."""

    code: str
    rule: Rule


_SCRIPTS = (
    ("arabic", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"),
    ("cyrillic", "\u0400-\u052f"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"),
    ("lo", "\u0e80-\u0eff"),
    ("my", "\u1000-\u109f"),
    ("km", "\u1780-\u17ff"),
    ("ko", "\u1100-\u11ff\uac00-\ud7af"),
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u3400-\u9fff"),
)
"""Scripts, and the language of those that write one; Japanese before Chinese, whose signs it has"""
_KANA = 0.1  # of letters; Japanese has at least so many, Chinese none

_OWN_LETTERS = {
    "arabic": (
        ("ps", "ټډړږښګڼېۍځڅ", 0.02),
        ("sd", "ڪڳڻٿڃڄڊڦڇ۾", 0.02),
        ("ckb", "ەێۆڕڵ", 0.06),
        ("ug", "ەېۋۈۇۆ", 0.15),
        ("ar", "ةأإ", 0.015),
    ),
    "cyrillic": (
        ("uk", "іїєґ", 0.02),
        ("ru", "ыэё", 0.01),
    ),
}
"""Languages of a script, their letters that the others lack, and how many of all those are."""
_FOREIGN_LETTERS = {
    "ru": "іїєґўғқңөұүһәѣјљњћђџ",
    "uk": "ыэёўғқңөұүһәјљњћђџ",
    "ckb": "ېۋۈ",
    "ar": "پچژگٹڈڑےںہھکی",
}
"""What a language never has: with them it is another one, which only looks like it."""
_COMMON = {
    "ur": "کے کی کا میں ہے سے کو نے اور ہیں یہ پر بھی نہیں کہ گیا تھا",
    "fa": "در به از که این را با است برای آن شد شده می های خود تا است",
    "ar": "في من على إلى أن التي الذي عن مع هذا هذه كان قال بعد ما لا إن أو",
    "pa-Arab": "دے دی دا وچ نوں نال ایہہ نیں ہن ہے تے سی",
    "en": "the of and to in that is was for by with on at as from said were have been he they",
}
_FEWEST_COMMON = 0.12  # of all words
_CLEARLY = 1.5  # times as many as of the language that comes next
_LIKE_ARABIC = {"ك": "ک", "ي": "ی", "ى": "ی"}


def told(text: str, most: int = SAMPLE) -> Told | None:
    """Return the language of a text's first code points; ``None`` where it is not sure."""
    sample = text[:most]
    if sample.isascii():
        return _by_words(sample, ("en",))
    letters = "".join(filter(str.isalpha, sample))
    if len(letters) < _FEWEST_LETTERS:
        return None
    script = _script(letters[:_FEW])
    if script == "arabic":
        return _by_letters(script, letters) or _by_words(sample, ("ur", "fa", "ar", "pa-Arab"))
    if script == "cyrillic":
        return _by_letters(script, letters.lower())
    if script:
        return Told(script, Rule.LETTERS)
    return _by_words(sample, ("en",))


def _script(letters: str) -> str:
    """Return the script that most letters are of; empty for Latin and for a mixture."""
    if len(letters) - len(letters.encode("ascii", "ignore")) <= _KANA * len(letters):
        return ""  # too few are left for any of them
    for script, _ in _SCRIPTS:
        count = len(_script_pattern(script).findall(letters))
        enough = _KANA if script == "ja" else _MOST_OF_LETTERS
        if count > enough * len(letters):
            return script
    return ""


def _by_letters(script: str, letters: str) -> Told | None:
    for code, own, share in _OWN_LETTERS[script]:
        foreign = _FOREIGN_LETTERS.get(code, "")
        if _share(letters, own) >= share and not any(letter in letters for letter in foreign):
            return Told(code, Rule.LETTERS)
    return None


def _by_words(sample: str, codes: tuple[str, ...]) -> Told | None:
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    shares = sorted(((_common_share(words, code), code) for code in codes), reverse=True)
    (best, code), (second, _) = shares[0], (*shares[1:], (0.0, ""))[0]
    if best < _FEWEST_COMMON or best < _CLEARLY * second:
        return None
    return Told(code, Rule.COMMON_WORDS)


def _common_share(words: list[str], code: str) -> float:
    common = _common_words(code)
    return sum(map(common.__contains__, words)) / len(words)


def _share(letters: str, own: str) -> float:
    return sum(map(letters.count, own)) / len(letters)


@cache
def _script_pattern(script: str) -> re.Pattern[str]:
    return re.compile(f"[{dict(_SCRIPTS)[script]}]")


@cache
def _common_words(code: str) -> frozenset[str]:
    """Return the commonest words, in the spelling of Arabic keyboards too."""
    words = set(_COMMON[code].split())
    for arabic, other in _LIKE_ARABIC.items():
        words |= {word.replace(other, arabic) for word in words}
    return frozenset(words)
