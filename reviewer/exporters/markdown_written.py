"""Words as Markdown has them, so that none of them is taken for anything but words.

Every character that means something to CommonMark, its tables or an Obsidian vault is escaped or,
where a backslash is no help (a tag, a bare address), written as an entity. Lines are joined: a line
of a document that begins with a number or a hash begins no list and no heading.
"""

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~$^=%:&\"'@/]")
# A letter or digit reference is safe everywhere in CommonMark but in code, which we never write.
_ENTITIES = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    ":": "&#58;",
    "@": "&#64;",
    "/": "&#47;",
    "%": "&#37;",
    "^": "&#94;",
    "=": "&#61;",
}
_PLAIN = frozenset("-.'\"()/:")
_UNFIT = re.compile(
    "[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_ADDRESS = re.compile(r"(?i)\b(?:https?|ftp|mailto|www)\b|://|@")
_BEGINS = re.compile(r"^(?:[-+=]|\d+[.)])")


def plain_line(words: str) -> str:
    """Return words as one line that is nothing but words."""
    words = " ".join(_UNFIT.sub("\ufffd", words).split())
    linking = _ADDRESS.search(words) is not None
    written = _SPECIAL.sub(lambda found: _one(found.group(), linking=linking), words)
    if _BEGINS.match(written):
        written = f"&#{ord(written[0])};{written[1:]}"
    return written


def _one(sign: str, *, linking: bool) -> str:
    if sign in _PLAIN and not (linking and sign in ":/."):
        return sign
    if sign == "." and linking:
        return "&#46;"
    return _ENTITIES.get(sign, f"\\{sign}")


def quoted(words: str) -> str:
    """Return words of a document as a quotation, a line for each of theirs."""
    lines = [plain_line(line) for line in words.split("\n")]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def paragraphs(words: str) -> str:
    """Return words as paragraphs: what blank lines stand between."""
    several = (plain_line(part) for part in re.split(r"\n\s*\n", words))
    return "".join(f"{one}\n\n" for one in several if one)
