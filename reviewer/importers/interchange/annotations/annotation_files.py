"""Files of web annotations, opened: JSON, and in it the annotations, one after another.

A file is one annotation, a list of them (Recogito), a collection or a page (W3C), or what the
service of Hypothesis answers (``rows``). Pages that lie elsewhere are counted, never fetched.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, overload

from typing_extensions import override

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Doubt
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.interchange.annotations.annotation_checks import (
    NO_CONTEXT,
    Fault,
    each,
    fault_of,
    has_context,
)
from reviewer.importers.interchange.annotations.annotation_lines import lines_of
from reviewer.importers.interchange.annotations.annotation_reading import (
    Thing,
    from_hypothesis,
    is_hypothesis,
    text_of,
)

NOT_AN_OBJECT = N_("“{name}”: an annotation is {value}, where an object must stand.")
_ROWS = "reviewer:rows"


class Things(Sequence[tuple[str, Thing]]):
    """Correct annotations, each with where it stands; those on lines are read when asked for."""

    def __init__(self, items: Sequence[object], numbers: Sequence[int]) -> None:
        """Hold the things of these numbers, from 0."""
        self._items = items
        self._numbers = numbers

    @override
    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> tuple[str, Thing]: ...

    @overload
    def __getitem__(self, place: slice) -> list[tuple[str, Thing]]: ...

    @override
    def __getitem__(self, place: int | slice) -> tuple[str, Thing] | list[tuple[str, Thing]]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        number = self._numbers[place]
        item = self._items[number]
        assert isinstance(item, dict)
        return _stands(item, number), from_hypothesis(item)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of annotations: those that are correct, doubts, and the rows of a project of ours.

    ``further`` counts pages of its collection that lie elsewhere.
    """

    things: Sequence[tuple[str, Thing]]
    doubts: list[Doubt] = field(default_factory=list)
    rows: Sequence[object] = ()
    further: int = 0


def opened(data: bytes, name: str) -> Opened:
    """Read a file; raises ``Unreadable``, naming it, where nothing in it is an annotation.

    A file of one annotation that is not correct is refused; among several it is left out.
    """
    found = _lines(data, shown(name))
    if found is not None:
        return found
    root = _parsed(data, name)
    try:
        return _opened(root, shown(name))
    except RecursionError:
        _refuse_depth(name)


def _lines(data: bytes, name: str) -> Opened | None:
    """Read a file as our exporter writes it; ``None`` where it is none or a line is damaged."""
    found = lines_of(data)
    if found is None:
        return None
    root, rows, items = found
    try:
        whole = _opened(root, name)
        for _ in rows:
            pass
        checked = _checked(items, name, context=True)
    except (ValueError, RecursionError, Unreadable):
        return None
    return Opened(checked.things, checked.doubts, rows, whole.further)


def _opened(root: object, name: str) -> Opened:
    if isinstance(root, dict) and "rows" in root and "@context" not in root:
        return _checked(each(root["rows"]), name)
    if isinstance(root, list):
        return _checked(root, name)
    if is_hypothesis(root):
        return _checked([root], name)
    if not isinstance(root, dict) or not has_context(root.get("@context")):
        raise Unreadable(NO_CONTEXT, name=name)
    types = each(root.get("type"))
    if "AnnotationCollection" in types or "AnnotationPage" in types:
        pages = list(_pages(root))
        found = _checked(
            [one for page in pages for one in each(page.get("items"))], name, context=True
        )
        ours = each(root.get(_ROWS))
        return Opened(found.things, found.doubts, ours, _further(pages))
    if "@graph" in root:
        return _checked(each(root["@graph"]), name, context=True)
    fault = fault_of(root)
    if fault is not None:
        raise Unreadable(fault.message, name=name, key=fault.key, value=fault.value)
    return Opened([(text_of(root.get("id")) or "1", root)])


def _pages(root: Thing) -> Iterator[Thing]:
    """Give a page and those that follow it in the file; of a collection, those of its own."""
    waiting = [root]
    while waiting:
        page = waiting.pop()
        yield page
        waiting += [one for key in ("next", "first") if isinstance(one := page.get(key), dict)]


def _further(pages: list[Thing]) -> int:
    held = {text_of(page.get("id")) for page in pages}
    named = {
        one
        for page in pages
        for key in ("first", "next")
        for one in each(page.get(key))
        if isinstance(one, str)
    }
    return len(named - held)


def _checked(items: Sequence[object], name: str, *, context: bool = False) -> Opened:
    """Sort out which annotations are correct; ``context`` says that the file has one for all."""
    numbers, doubts = array("Q"), list[Doubt]()
    for number, item in enumerate(items):
        if not isinstance(item, dict):
            values = {"name": name, "value": shown(str(item))[:60]}
            doubts.append(Doubt(NOT_AN_OBJECT, values, str(number + 1)))
            continue
        fault = _fault(item, context=context)
        if fault is None:
            numbers.append(number)
        else:
            values = {"name": name, "key": fault.key, "value": fault.value}
            doubts.append(Doubt(fault.message, values, shown(_stands(item, number))))
    return Opened(Things(items, numbers), doubts)


def _stands(item: Thing, number: int) -> str:
    return text_of(item.get("id")) or str(number + 1)


def _fault(item: Thing, *, context: bool) -> Fault | None:
    if is_hypothesis(item):
        return fault_of(from_hypothesis(item))
    if ("@context" in item or not context) and not has_context(item.get("@context")):
        return Fault(NO_CONTEXT, "@context")
    return fault_of(item)


def _parsed(data: bytes, name: str) -> object:
    try:
        found: object = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise Unreadable(
            N_("“{name}” is not JSON: it is not UTF-8. Export it again."), name=shown(name)
        ) from fault
    except json.JSONDecodeError as fault:
        raise Unreadable(
            N_("“{name}” is not JSON: {reason}, in line {line}. Export it again."),
            name=shown(name),
            reason=fault.msg,
            line=fault.lineno,
        ) from fault
    except (ValueError, RecursionError):
        _refuse_depth(name)
    return found


def _refuse_depth(name: str) -> NoReturn:
    raise Unreadable(
        N_("“{name}” is no JSON that can be read. Get it again from where it came from."),
        name=shown(name),
    )
