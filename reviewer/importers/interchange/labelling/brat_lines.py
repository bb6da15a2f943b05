"""The lines of brat's standoff files, and of its configuration, each as what it says.

A file of annotations is a stranger's: a line that is none is counted, and no more. Lines end with
LF (or CRLF) alone; words on them may hold whatever else some readers take for an end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_TEXT_BOUND = re.compile(
    r"(?P<type>\S+) (?P<places>[0-9]{1,12} [0-9]{1,12}(?:;[0-9]{1,12} [0-9]{1,12})*)"
)
_ARGUMENT = re.compile(r"(?P<role>[^\s:]+):(?P<id>\S+)")
_NAME = re.compile(r"[\w-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class TextBound:
    """Words in the text, ``places`` piece by piece; ``words`` is what stands there, on one line."""

    id: str
    type: str
    places: tuple[tuple[int, int], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Annotations that belong together: a relation, an event with its trigger first, or alike.

    ``ends`` are the roles with the annotations in them; those of an equivalence have no role.
    """

    id: str
    type: str
    ends: tuple[tuple[str, str], ...]
    is_event: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """An attribute, a note or a reference of another annotation."""

    id: str
    type: str
    of: str
    value: str = ""


@dataclass(slots=True)
class Annotations:
    """A file of annotations, and the numbers of lines that are none."""

    text_bound: list[TextBound] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    attributes: list[Said] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    references: list[Said] = field(default_factory=list)
    strange: list[int] = field(default_factory=list)


def annotations(text: str) -> Annotations:
    """Read a file of annotations."""
    found = Annotations()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip() and not _keep(line.rstrip("\r"), found):
            found.strange.append(number)
    return found


def _keep(line: str, found: Annotations) -> bool:
    """Keep what a line says; ``False`` where that cannot be told."""
    name, _, rest = line.partition("\t")
    said, _, words = rest.partition("\t")
    match name[:1]:
        case "T":
            return _text_bound(name, said, words, found.text_bound)
        case "R" | "E" | "*":
            return _joined(name, said, found.joined)
        case "A" | "M":
            return _said(name, said, "", found.attributes)
        case "#":
            return _said(name, said, words, found.notes)
        case "N":
            return _said(name, said, words, found.references)
        case _:
            return False


def _text_bound(name: str, said: str, words: str, found: list[TextBound]) -> bool:
    match = _TEXT_BOUND.fullmatch(said.strip())
    if match is None:
        return False
    pairs = (one.split(" ") for one in match["places"].split(";"))
    places = tuple(sorted((int(start), int(end)) for start, end in pairs))
    if any(end < start for start, end in places):
        return False
    found.append(TextBound(name, match["type"], places, words))
    return True


def _joined(name: str, said: str, found: list[Joined]) -> bool:
    kind, *others = said.split() or [""]
    if name == "*":
        ends = [("", one) for one in others]
    else:
        matches = [_ARGUMENT.fullmatch(one) for one in others]
        ends = [(one["role"], one["id"]) for one in matches if one]
        if len(ends) != len(others):
            return False
    if name.startswith("E"):
        kind, _, trigger = kind.partition(":")
        ends.insert(0, ("", trigger))
    if not kind or (len(ends) < 2 and not name.startswith("E")):
        return False
    found.append(Joined(name, kind, tuple(ends), name.startswith("E")))
    return True


def _said(name: str, said: str, words: str, found: list[Said]) -> bool:
    kind, *others = said.split(" ", 2)
    if not kind or not others or not others[0]:
        return False
    value = others[1].strip() if len(others) > 1 else ""
    found.append(Said(name, kind, others[0], " ".join(filter(None, (value, words.strip())))))
    return True


@dataclass(slots=True)
class Configuration:
    """What ``annotation.conf`` and ``visual.conf`` say.

    ``parents`` has every type of words or events, with the one it stands under (empty: none);
    ``values`` has what an attribute can be, nothing where it is there or not; ``labels`` are what
    types are called on screen.
    """

    parents: dict[str, str] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def read(self, text: str) -> None:
        """Take in what one of the files says; nothing in it is a fault."""
        above: list[str] = []
        section = ""
        for line in text.removeprefix("\ufeff").split("\n"):
            words = line.partition("#")[0].rstrip() if section != "labels" else line.rstrip()
            if words.startswith("[") and words.endswith("]"):
                section, above = words[1:-1].strip().casefold(), []
            elif words.strip() and not words.lstrip().startswith(("<", "#", "-")):
                self._line(section, words, above)

    def _line(self, section: str, words: str, above: list[str]) -> None:
        name = _NAME.match(words.strip().removeprefix("!"))
        if name is None:
            return
        if section in ("entities", "events"):
            depth = len(words) - len(words.lstrip("\t"))
            del above[depth:]
            self.parents[name[0]] = above[-1] if above else ""
            above.append(name[0])
        elif section == "attributes":
            values = re.search(r"\bValue:([^,\s]+)", words)
            self.values[name[0]] = values[1].split("|") if values else []
        elif section == "labels" and "|" in words:
            self.labels[name[0]] = words.split("|")[1].strip()


def gaps(places: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """Give what lies between the pieces of an annotation."""
    for (_, end), (start, _) in pairwise(places):
        if start > end:
            yield end, start
