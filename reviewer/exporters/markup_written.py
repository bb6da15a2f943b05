"""Words as HTML has them: escaped, unfit characters replaced, each block in its own direction."""

import re
from functools import lru_cache

from reviewer.domain.directions import Direction, direction_of

# What HTML cannot hold, or takes for something else; newlines and tabs are words.
_UNFIT = re.compile(
    "[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)


def escaped(words: str) -> str:
    """Return words so that they are words wherever they stand, in an attribute too."""
    if not words.isprintable():  # what can be printed is fit, so that nearly nothing is looked for
        words = _UNFIT.sub("\ufffd", words)
    # One sign after the other: several times as fast as looking for any of them (measured).
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words.replace('"', "&quot;").replace("'", "&#x27;")


def block(tag: str, words: str, kind: str = "", *, leftward: bool = False) -> str:
    """Return words as a block of their own, which runs as most of its letters do."""
    classes = f' class="{kind}"' if kind else ""
    return f"<{tag}{classes}{direction(words, leftward=leftward)}>{escaped(words)}</{tag}>"


def sentence(tag: str, words: str, kind: str = "", *, leftward: bool) -> str:
    """Return a sentence of ours as a block, which runs as the page does, whoever is named in it."""
    classes = f' class="{kind}"' if kind else ""
    turned = "rtl" if leftward else "ltr"
    return f'<{tag}{classes} dir="{turned}">{escaped(words)}</{tag}>'


def direction(words: str, *, leftward: bool = False) -> str:
    """Return the attribute that says which way a block runs; ``leftward``: as the page does."""
    default = Direction.RIGHT_TO_LEFT if leftward else Direction.LEFT_TO_RIGHT
    return f' dir="{direction_of(words, default)}"'


def isolated(words: str) -> str:
    """Return words within a sentence, whose direction touches nothing around them."""
    return f"<bdi>{escaped(words)}</bdi>"


def within(words: str, *, leftward: bool) -> str:
    """Return words of ours within a sentence: where others are named in them, they run as the page.

    A browser asks the first letter which way words run, whether it is set apart from them or not.
    """
    if "\u2068" not in words:
        return isolated(words)
    return f'<bdi dir="{"rtl" if leftward else "ltr"}">{escaped(words)}</bdi>'


def paragraphs(words: str, kind: str = "", *, leftward: bool = False) -> str:
    """Return words as paragraphs: what blank lines stand between."""
    several = (part.strip() for part in re.split(r"\n\s*\n", words))
    return "".join(block("p", one, kind, leftward=leftward) for one in several if one)


@lru_cache(maxsize=2_048)
def fingerprint(sha256: str) -> str:
    """Return a fingerprint in groups of eight that are copied as one."""
    groups = (sha256[start : start + 8] for start in range(0, len(sha256), 8))
    return f"<code>{''.join(f'<span>{escaped(one)}</span><wbr>' for one in groups)}</code>"
