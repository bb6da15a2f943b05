"""What stands in the ``project.qde`` of a REFI-QDA project, read once and kept small.

Elements are told by their local names. Nothing is believed: numbers may be missing, guids may lead
nowhere, lists may be empty. What is looked at here and not kept is counted.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from sys import intern
from typing import IO, TYPE_CHECKING

from reviewer.domain.errors import Unreadable
from reviewer.domain.refi import Plain
from reviewer.domain.words import N_
from reviewer.importers.interchange.refi.refi_codes import (
    Code,
    Group,
    children,
    codes_in,
    groups_in,
    local,
    notes_of,
    plain_guid,
    said,
)
from reviewer.importers.safe_xml import named_elements

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXTS = frozenset(("TextSource", "Representation", "TextDescription", "Transcript", "Note"))
_MEDIA = frozenset(("PDFSource", "PictureSource", "AudioSource", "VideoSource"))
_MARKED = frozenset(("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection"))
_LONGEST_NUMBER = 12  # digits of a place
Values = tuple[tuple[str, Plain], ...]
"""Values of variables, by the variables' names."""


@dataclass(frozen=True, slots=True)
class Coding:
    """A code that somebody put on a selection."""

    guid: str
    code: str
    user: str
    created: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """Words that somebody marked; ``start`` and ``end`` as the file has them, if it has both."""

    guid: str
    name: str
    place: tuple[int, int] | None
    user: str
    created: str
    description: str
    codings: tuple[Coding, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class TextPart:
    """A text with what was marked in it: a source, what was read from one, or a note.

    ``medium`` is the kind of source the text was read from, empty where it is one itself; ``path``
    leads to the text, ``rich`` to the file it was made of. ``user`` made it, at ``created``.
    """

    guid: str
    name: str = ""
    content: str | None = None
    path: str = ""
    rich: str = ""
    medium: str = ""
    user: str = ""
    created: str = ""
    description: str = ""
    notes: tuple[str, ...] = ()
    values: Values = ()
    selections: list[Selection] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Case:
    """What sources and selections are grouped by, both by guid."""

    guid: str
    name: str
    values: Values
    sources: tuple[str, ...]
    selections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefiLink:
    """A link between any two things, by their guids."""

    guid: str
    name: str
    start: str
    end: str
    notes: tuple[str, ...]


@dataclass(slots=True)
class RefiParts:
    """All of it. ``counted`` counts by their elements' names what is not kept.

    ``marked`` are selections that are not of text, by guid, with the kind of their source.
    """

    origin: str = ""
    users: dict[str, str] = field(default_factory=dict)
    codes: list[Code] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    texts: list[TextPart] = field(default_factory=list)
    notes: dict[str, TextPart] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    links: list[RefiLink] = field(default_factory=list)
    marked: dict[str, str] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)


def parts_of(file: IO[bytes], part: str, name: str) -> RefiParts:
    """Read a project; raises ``Unreadable`` with the ``name`` of the file it lies in."""
    reading = _Reading()
    elements = named_elements(file, frozenset(_READERS) | {"Project"}, part=part, name=name)
    is_project = False
    for element in elements:
        kind = local(element)
        if kind == "Project":
            is_project = True
            reading.parts.origin = element.get("origin") or ""
        else:
            _READERS[kind](reading, element)
    if not is_project:
        raise Unreadable(
            N_(
                "“{name}” is no REFI-QDA project: “{part}” in it holds something else. Export it "
                "again from the program it came from."
            ),
            name=name,
            part=part,
        )
    _settle_guids(reading.parts)
    _settle_same_files(reading.parts)
    _settle_annotations(reading.parts)
    _settle_coded_cases(reading.parts)
    return reading.parts


def _settle_guids(parts: RefiParts) -> None:
    """Call no two texts alike, nor any nothing."""
    seen: set[str] = set()
    for number, text in enumerate(parts.texts, start=1):
        if not text.guid or text.guid in seen:
            text.guid = f"{text.guid or 'text'} {number}"
        seen.add(text.guid)


def _settle_same_files(parts: RefiParts) -> None:
    """Take texts that lie in one file for one: a transcript is often a source as well."""
    by_path: dict[str, TextPart] = {}
    kept = []
    for text in parts.texts:
        first = by_path.setdefault(text.path, text) if text.path else text
        if first is text:
            kept.append(text)
        else:
            first.selections += text.selections
            first.notes += text.notes
    parts.texts = kept


def _settle_annotations(parts: RefiParts) -> None:
    """Put what is marked in a note without a code into the text that refers to the note.

    So QualCoder writes what somebody noted on words that have no code.
    """
    for text in parts.texts:
        for guid in text.notes:
            note = parts.notes.get(guid)
            if note is not None and note.selections and not note.selections[0].codings:
                text.selections += [replace(one, notes=(guid,)) for one in note.selections]
                text.notes = tuple(one for one in text.notes if one != guid)


def _settle_coded_cases(parts: RefiParts) -> None:
    """Make codes of cases that words are coded with, as NVivo does."""
    wanted = {
        coding.code
        for text in parts.texts
        for selection in text.selections
        for coding in selection.codings
    }
    wanted -= {code.guid for code in parts.codes}
    parts.codes += [Code(case.guid, case.name) for case in parts.cases if case.guid in wanted]


class _Reading:
    """The parts, and what waits for the end of the element around it."""

    def __init__(self) -> None:
        self.parts = RefiParts()
        self._variables: dict[str, str] = {}
        self._open: dict[Element, TextPart] = {}

    def user(self, element: "Element") -> None:
        self.parts.users[plain_guid(element.get("guid"))] = element.get("name") or ""

    def codes(self, element: "Element") -> None:
        self.parts.codes += codes_in(element)

    def groups(self, element: "Element") -> None:
        self.parts.groups += groups_in(element)
        self.parts.counted["Set"] += len(element)

    def variable(self, element: "Element") -> None:
        self._variables[plain_guid(element.get("guid"))] = element.get("name") or ""

    def case(self, element: "Element") -> None:
        case = Case(
            plain_guid(element.get("guid")),
            element.get("name") or "",
            self._values(element),
            _targets(element, "SourceRef"),
            _targets(element, "SelectionRef"),
        )
        self.parts.cases.append(case)

    def link(self, element: "Element") -> None:
        self.parts.links.append(
            RefiLink(
                plain_guid(element.get("guid")),
                element.get("name") or "",
                plain_guid(element.get("originGUID")),
                plain_guid(element.get("targetGUID")),
                notes_of(element),
            )
        )

    def selection(self, element: "Element") -> None:
        """Keep words that are marked; a transcript's places stand in its points in time."""
        text = self._text_around(element)
        if text is None:
            return
        start, end = element.get("startPosition"), element.get("endPosition")
        if local(element) == "TranscriptSelection":
            points = _points(element.getparent())
            start = points.get(plain_guid(element.get("fromSyncPoint")))
            end = points.get(plain_guid(element.get("toSyncPoint")))
        text.selections.append(
            Selection(
                plain_guid(element.get("guid")) or f"{text.guid}:{len(text.selections)}",
                element.get("name") or "",
                _place(start, end),
                *_work(element),
                said(element, "Description"),
                tuple(map(_coding, children(element, "Coding"))),
                notes_of(element),
            )
        )

    def marked(self, element: "Element") -> None:
        self.parts.marked[plain_guid(element.get("guid")) or str(len(self.parts.marked))] = local(
            element
        )

    def text(self, element: "Element") -> None:
        """Keep a text, which is whole now, with the selections in it that came before."""
        around = element.getparent()
        medium = local(around) if around is not None else ""
        if medium in _MARKED:
            return  # the words of a part of a page, which stand in the page's text as well
        text = self._open.pop(element, None) or TextPart(plain_guid(element.get("guid")))
        text.name = element.get("name") or ""
        content = next(children(element, "PlainTextContent"), None)
        text.content = None if content is None else content.text or ""
        text.path = element.get("plainTextPath") or ""
        text.rich = element.get("richTextPath") or ""
        text.user, text.created = _work(element)
        text.description, text.notes = said(element, "Description"), notes_of(element)
        text.values = self._values(element)
        self.parts.counted["Coding"] += sum(1 for _ in children(element, "Coding"))
        if medium in _MEDIA and around is not None:
            text.medium = medium
            text.name = around.get("name") or text.name
            text.rich = around.get("path") or ""
        if local(element) == "Note":
            self.parts.notes[text.guid] = text
        else:
            self.parts.texts.append(text)

    def medium(self, element: "Element") -> None:
        self.parts.counted[local(element)] += 1
        self.parts.counted["Coding"] += sum(1 for _ in children(element, "Coding"))

    def count(self, element: "Element") -> None:
        self.parts.counted[local(element)] += 1

    def _text_around(self, element: "Element") -> TextPart | None:
        around = element.getparent()
        if around is None or local(around) not in _TEXTS:
            return None
        found = self._open.get(around)
        if found is None:
            found = self._open[around] = TextPart(plain_guid(around.get("guid")))
        return found

    def _values(self, element: "Element") -> Values:
        found = []
        for one in children(element, "VariableValue"):
            (key, *_more) = (*_targets(one, "VariableRef"), "")
            value = next((child for child in one if local(child) != "VariableRef"), None)
            if key in self._variables:
                found.append((self._variables[key], None if value is None else _plain(value)))
        return tuple(found)


_READERS: Mapping[str, Callable[[_Reading, "Element"], None]] = {
    "User": _Reading.user,
    "Codes": _Reading.codes,
    "Sets": _Reading.groups,
    "Variable": _Reading.variable,
    "Case": _Reading.case,
    "Link": _Reading.link,
    "Graph": _Reading.count,
    "PlainTextSelection": _Reading.selection,
    "TranscriptSelection": _Reading.selection,
    **dict.fromkeys(_TEXTS, _Reading.text),
    **dict.fromkeys(_MARKED, _Reading.marked),
    **dict.fromkeys(_MEDIA, _Reading.medium),
}


def _coding(element: "Element") -> Coding:
    (code, *_more) = (*_targets(element, "CodeRef"), "")
    return Coding(
        plain_guid(element.get("guid")),
        code,
        *_work(element),
        notes_of(element),
    )


def _work(element: "Element") -> tuple[str, str]:
    """Return who made something, and when: in UTC where no zone is given."""
    who = plain_guid(element.get("creatingUser") or element.get("modifyingUser"))
    return who, _moment(element.get("creationDateTime") or element.get("modifiedDateTime") or "")


@lru_cache(maxsize=1_000)
def _moment(words: str) -> str:
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(words.strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return intern(moment.astimezone(UTC).isoformat())
    return ""


def _targets(element: "Element", name: str) -> tuple[str, ...]:
    return tuple(plain_guid(one.get("targetGUID")) for one in children(element, name))


def _points(transcript: "Element | None") -> dict[str, str | None]:
    if transcript is None:
        return {}
    return {
        plain_guid(one.get("guid")): one.get("position")
        for one in children(transcript, "SyncPoint")
    }


def _place(start: str | None, end: str | None) -> tuple[int, int] | None:
    numbers = [number.strip() for number in (start, end) if number]
    if len(numbers) < 2 or not all(
        number.isdecimal() and len(number) <= _LONGEST_NUMBER for number in numbers
    ):
        return None
    return int(numbers[0]), int(numbers[1])


def _plain(element: "Element") -> Plain:
    words = element.text or ""
    match local(element):
        case "BooleanValue":
            return words.strip() in ("true", "1")
        case "IntegerValue" if words.strip().removeprefix("-").isdecimal() and len(words) < 1_000:
            return int(words)
        case _:
            return words
