"""Takes an RTF apart: the text, and what lies in it and belongs elsewhere, each as RTF of its own.

The library that turns RTF into text keeps what was deleted and what is hidden, drops headers,
notes, text boxes and comments, and takes minutes for pictures. So this comes before it: pictures
and other data are cut, notes and boxes are put aside, and what says where a paragraph, a cell or a
list's number ends becomes a sign (a code point that is no character) which stays in the text.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

PARAGRAPH, CELL, ROW, BREAK, BOX, SIGN, SIGNED, LEVEL = (
    "\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufde0"
)
"""Ends of paragraphs, cells, rows, and of a paragraph in a cell; a box; a list's number from, to;
a heading of level 0, after which those of the deeper levels follow."""

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|(?P<hex>\\'[0-9a-fA-F]{2})"
    r"|\\(?P<other>.)|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_DATA = frozenset(
    {
        *("pict", "objdata", "fldinst", "themedata", "colorschememapping", "datastore"),
        *("shprslt", "latentstyles", "stylesheet", "listtable", "listoverridetable"),
        *("rsidtbl", "blipuid", "nonesttables", "xmlnstbl", "generator", "background"),
        *("template", "datafield"),
    }
)
_HEADERS = frozenset(("header", "headerl", "headerr", "headerf"))
_FOOTERS = frozenset(("footer", "footerl", "footerr", "footerf"))
_ASIDE = (
    {"footnote": "footnote", "annotation": "comment", "atnauthor": "comment author"}
    | {"shptxt": "box", "dptxbxtext": "box", "title": "title", "author": "author"}
    | dict.fromkeys(_HEADERS, "header")
    | dict.fromkeys(_FOOTERS, "footer")
)
_ENDS = {"par": PARAGRAPH, "sect": PARAGRAPH, "page": PARAGRAPH, "column": PARAGRAPH}
_CELLS = {"cell": CELL, "row": ROW, "nestcell": BREAK, "nestrow": BREAK}
_CHARSETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_KNOWN = {"78": 128, "79": 136, "80": 129, "82": 177, "85": 134, "86": 77, "87": 84, "88": 222}
_CHARSET = re.compile(r"\\fcharset(\d{1,4})", re.ASCII)
_FONT = re.compile(r"\\f(?=\d)")
_DIGITS = re.compile(r"\d{1,9}", re.ASCII)
_TIMES = ("yr", "mo", "dy", "hr", "min")


@dataclass(slots=True)
class Stream:
    """RTF that is text of one place; ``boxes`` come in the order of their signs."""

    kind: str
    pieces: list[str] = field(default_factory=list)
    boxes: "list[Stream]" = field(default_factory=list)
    label: str = ""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group until it ends."""

    stream: Stream | None
    hidden: bool = False
    deleted: bool = False
    font: str = ""
    skips: str = ""
    in_table: bool = False
    level: int = 0
    in_sign: bool = False
    box: Stream | None = None


class Streams:
    """The parts of an RTF; ``source`` is its bytes read as Latin-1."""

    def __init__(self, source: str) -> None:
        """Take the RTF apart; never raises."""
        self.main = Stream("main")
        self.hidden = Stream("hidden")
        self.deleted = Stream("deleted")
        self.aside: list[Stream] = []
        self.pictures = 0
        self.created: Counter[str] = Counter()
        self.charset = "cp1252"
        self.codepage = ""
        self.fonts = ""
        self._state = _State(self.main)
        self._stack: list[_State] = []
        self._notes = 0
        self._in_times = False
        self._fonts_from: tuple[int, int] | None = None
        self._starred = False
        self._read(source)

    def source_of(self, stream: Stream) -> str:
        """Return a stream as an RTF that stands alone."""
        return f"{{\\rtf1\\ansi{self.codepage}{self.fonts}\\uc1 {''.join(stream.pieces)}}}"

    def of(self, kind: str) -> list[Stream]:
        """Return what was put aside of a kind, in order."""
        return [stream for stream in self.aside if stream.kind == kind]

    def _read(self, source: str) -> None:
        place = 0
        while match := _TOKEN.match(source, place):
            place = match.end()
            if match["word"]:
                place += self._word(match["word"], match["number"], match.start())
            elif match["brace"] == "{":
                self._stack.append(self._state)
                self._emit("{")
            elif match["brace"]:
                self._end(source, match.end())
                if not self._stack:
                    return
            elif match["other"]:
                self._other(match["other"])
            else:
                self._letters(match["hex"] or match["text"])

    def _word(self, word: str, number: str | None, start: int) -> int:
        """Take in a control word; returns how many characters after it are data."""
        if word == "bin":
            return min(int(number or 0), 2**31) if (number or "").isdecimal() else 0
        if word in _TIMES and self._in_times:
            self.created[word] = int(number or 0)
        elif word in _DATA:
            self.pictures += word == "pict" and self._state.stream is not None
            self._state = replace(self._state, stream=None)
        elif word == "fonttbl":
            self._fonts_from = (start, len(self._stack))
            self._state = replace(self._state, stream=None)
        elif word in _ASIDE and self._stack:
            self._put_aside(_ASIDE[word])
        elif word in {"shp", "do"}:
            self._begin_box()
        elif not self._formats(word, number) and not self._ends(word):
            self._plain(word, number)
        self._starred = False
        return 0

    def _formats(self, word: str, number: str | None) -> bool:
        """Take in what changes the state; says whether the word is done with."""
        state = self._state
        if word in {"v", "deleted"}:
            on = number != "0"
            self._state = replace(state, hidden=on) if word == "v" else replace(state, deleted=on)
        elif word == "plain":
            self._state = replace(state, hidden=False, deleted=False)
            return False
        elif word == "pard":
            self._state = replace(state, in_table=False, level=0)
        elif word == "intbl":
            self._state = replace(state, in_table=True)
        elif word == "outlinelevel":
            level = int(number or 0)
            self._state = replace(state, level=level + 1 if 0 <= level < 9 else 0)
        elif word in {"listtext", "pntext"}:
            self._mark(SIGN)
            self._state = replace(self._state, in_sign=True)
        else:
            return False
        return True

    def _ends(self, word: str) -> bool:
        if word in _ENDS:
            state = self._state
            if state.in_table and word == "par":
                self._mark(BREAK)
            else:
                self._mark(chr(ord(LEVEL) + state.level) + _ENDS[word])
        elif word in _CELLS:
            self._mark(_CELLS[word])
        return word in _ENDS or word in _CELLS

    def _plain(self, word: str, number: str | None) -> None:
        """Pass on a word that the library knows what to do with."""
        if word == "upr":
            return  # what follows is said twice, and the first time is the plain one
        if word == "u":
            self._letters(f"\\u{int(number or 0) & 0xFFFF} ")
            return
        if word == "creatim":
            self._in_times = True
        elif word in _CHARSETS:
            self.charset = _CHARSETS[word]
        elif word == "ansicpg":
            self.codepage = f"\\ansicpg{number or ''} "
        elif word == "f":
            self._state = replace(self._state, font=f"\\f{number or 0} ")
        elif word == "uc":
            number = str(min(max(int(number or 1), 0), 9))
            self._state = replace(self._state, skips=f"\\uc{number} ")
        star = "\\*" if self._starred else ""
        self._emit(f"{star}\\{word}{number or ''} ")

    def _other(self, other: str) -> None:
        if other in "\r\n":
            self._ends("par")
        elif other == "*":
            self._starred = True
        else:
            self._letters(f"\\{other}")

    def _letters(self, source: str) -> None:
        state = self._state
        if state.stream is None:
            return
        if state.deleted or state.hidden:
            (self.deleted if state.deleted else self.hidden).pieces.append(source)
        else:
            state.stream.pieces.append(source)

    def _emit(self, source: str) -> None:
        if self._state.stream is not None:
            self._state.stream.pieces.append(source)

    def _mark(self, signs: str) -> None:
        self._emit("".join(f"{{\\uc0\\u{ord(sign)} }}" for sign in signs))

    def _begin_box(self) -> None:
        """Leave the sign of a box where it is anchored; its text comes deeper in the group."""
        stream = self._state.stream
        if stream is not None:
            self._mark(BOX)
            stream.boxes.append(Stream("box", [self._state.font, self._state.skips]))
            self._state = replace(self._state, box=stream.boxes[-1])

    def _put_aside(self, kind: str) -> None:
        """Begin a stream of its own, and leave the number of a note where it was."""
        state = self._state
        if state.stream is None or (kind == "box" and state.box is None):
            return
        if kind == "box" and state.box is not None:
            stream = state.box
        else:
            stream = Stream(kind, [state.font, state.skips])
            self.aside.append(stream)
        if kind == "footnote":
            self._notes += 1
            stream.label = str(self._notes)
            state.stream.pieces.append(f"{{\\uc0 [{stream.label}]}}")
        self._state = replace(state, stream=stream, hidden=False, deleted=False, in_table=False)

    def _end(self, source: str, end: int) -> None:
        """End a group, and with it what held in it."""
        if not self._stack:
            return
        state, before = self._state, self._stack.pop()
        if state.stream is before.stream and state.in_sign and not before.in_sign:
            self._mark(SIGNED)
        if before.stream is not None:
            before.stream.pieces.append("}")  # it was begun there
        self._state = before
        self._in_times = self._starred = False
        if self._fonts_from and len(self._stack) < self._fonts_from[1]:
            self.fonts = _fonts(source[self._fonts_from[0] : end])
            self._fonts_from = None


def _fonts(table: str) -> str:
    """Return the character sets of fonts as the library reads them.

    It takes a font that names none for one with the next font's, so those are left out; and where
    Python does not know a set of an old Macintosh, one like it stands in.
    """
    made = ""
    for font in _FONT.split(table)[1:]:
        number, charset = _DIGITS.match(font), _CHARSET.search(font)
        if number and charset:
            made += f"{{\\f{number[0]}\\fcharset{_KNOWN.get(charset[1], charset[1])} A;}}"
    return f"{{\\fonttbl{made}}}"
