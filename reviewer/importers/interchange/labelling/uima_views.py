"""What stands in a UIMA CAS, as XMI or as JSON: texts, and structures with plain values.

A CAS is told from its types only where a type system says more: which values are references to
other structures, and which types are kinds of others. Without one, a value that is the id of a
structure is taken for a reference.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from reviewer.domain import cas
from reviewer.importers.interchange.along import Values, inner, objects, parsed
from reviewer.importers.safe_xml import LARGEST_TREE, blocks, tree_of
from reviewer.importers.zipped import too_much

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XMI = "{http://www.omg.org/XMI}"
_PLAIN = frozenset(
    f"uima.cas.{name}"
    for name in ("String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double")
)
_DEEPEST = 50  # types above a type
_OWN = frozenset(("sofa", "begin", "end"))


@dataclass(frozen=True, slots=True)
class Structure:
    """One feature structure; places are as the file has them, ``None`` where it has none.

    ``references`` are the ids of other structures, by feature.
    """

    id: str
    type: str
    sofa: str
    begin: int | None
    end: int | None
    features: dict[str, str] = field(default_factory=dict)
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def short_type(self) -> str:
        """The name of its type without the package."""
        return self.type.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class View:
    """A text; a view of something else, or without one, has an empty text."""

    name: str
    text: str


@dataclass(slots=True)
class Cas:
    """Views by the ids of their sofas, structures in the file's order, and lists of structures."""

    views: dict[str, View] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    structures: list[Structure] = field(default_factory=list)


class Types:
    """What is known of types: which they are kinds of, and what their features hold."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._ranges: dict[str, dict[str, str]] = {}
        self._lineages: dict[str, tuple[str, ...]] = {}  # until something new is learnt

    def add(self, name: str, above: str, ranges: Mapping[str, str]) -> None:
        """Learn a type."""
        self._lineages.clear()
        self._above[name] = above
        self._ranges.setdefault(name, {}).update(ranges)

    def lineage(self, name: str) -> tuple[str, ...]:
        """Return a type and those it is a kind of."""
        known = self._lineages.get(name)
        if known is None:
            known = self._lineages[name] = tuple(self._upwards(name))
        return known

    def _upwards(self, name: str) -> Iterator[str]:
        for _depth in range(_DEEPEST):
            if not name:
                return
            yield name
            name = self._above.get(name, "")

    def range(self, name: str, feature: str) -> str:
        """Return the type of a feature's value; empty where it is not known."""
        for one in self.lineage(name):
            found = self._ranges.get(one, {}).get(feature)
            if found:
                return found
        return ""

    def is_plain(self, name: str) -> bool:
        """Say whether values of a type are words or numbers; enumerations are a kind of words."""
        return not _PLAIN.isdisjoint(self.lineage(name))


def read_types(data: bytes, part: str, name: str, types: Types) -> None:
    """Learn the types of a type system; raises ``Unreadable`` with the file's ``name``."""
    if len(data) > LARGEST_TREE:
        raise too_much(name, LARGEST_TREE)
    for one in tree_of(BytesIO(data), part, name).iter("{*}typeDescription"):
        ranges = {
            _words(feature, "name"): _words(feature, "rangeTypeName")
            for feature in one.iter("{*}featureDescription")
        }
        types.add(_words(one, "name"), _words(one, "supertypeName"), ranges)


def from_xmi(data: bytes, part: str, name: str, types: Types) -> Cas:
    """Return what XMI holds; raises ``Unreadable`` with the file's ``name``."""
    found = Cas()
    for element in blocks(BytesIO(data), (f"{_XMI}XMI",), part=part, name=name):
        values = {str(key): str(value) for key, value in element.attrib.items()}
        identity = values.pop(f"{_XMI}id", "")
        for child in element.iterchildren():
            key = str(child.tag).rpartition("}")[2]
            values[key] = ", ".join(filter(None, (values.get(key), (child.text or "").strip())))
        _put(found, _type_name(str(element.tag)), identity, values)
    return _with_references(found, types)


def from_json(data: bytes, name: str, types: Types) -> Cas:
    """Return what CAS JSON (0.4.0) holds; raises ``Unreadable`` with the file's ``name``."""
    value = parsed(data, name)
    described = inner(value, "%TYPES")
    for key in described:
        one = inner(described, key)
        ranges = {feature: _plain(inner(one, feature).get("%RANGE")) for feature in one}
        types.add(key, _plain(one.get("%SUPER_TYPE")), ranges)
    found = Cas()
    for identity, one in _structures(value):
        values = {
            key: _plain(feature)
            for key, feature in one.items()
            if isinstance(feature, str | int | float) and not key.startswith("%")
        }
        elements = one.get("%ELEMENTS")
        if isinstance(elements, list):
            values["elements"] = " ".join(map(_plain, elements))
        _put(found, _plain(one.get("%TYPE")), identity, values)
    return _with_references(found, types)


def _structures(value: object) -> Iterator[tuple[str, Values]]:
    """Give the structures with their ids: they stand in a list, or in an object by their ids."""
    by_id = inner(value, "%FEATURE_STRUCTURES")
    yield from ((key, inner(by_id, key)) for key in by_id)
    if isinstance(value, dict):
        for one in objects(value.get("%FEATURE_STRUCTURES")):
            yield _plain(one.get("%ID")), one


def _put(found: Cas, kind: str, identity: str, values: dict[str, str]) -> None:
    if kind == "uima.cas.Sofa":
        found.views[identity] = View(values.get("sofaID", ""), values.get("sofaString", ""))
    elif "elements" in values and (kind.startswith("uima.cas.") or kind.endswith("[]")):
        found.lists[identity] = tuple(values["elements"].split())
    elif not kind.startswith("uima.cas."):
        begin, end = (_place(values.get(key, "")) for key in ("begin", "end"))
        sofa = values.get("sofa") or values.get("@sofa", "")
        features = {key: one for key, one in values.items() if key.lstrip("@") not in _OWN}
        found.structures.append(Structure(identity, kind, sofa, begin, end, features))


def _with_references(found: Cas, types: Types) -> Cas:
    """Put values that lead to other structures apart; a list leads to each of its own."""
    ids = {one.id for one in found.structures} | found.lists.keys()
    for one in found.structures:
        for key, value in list(one.features.items()):
            known = types.range(one.type, key)
            plain = types.is_plain(known) if known else key in _NEVER or not _are(value, ids)
            if key.startswith("@") or not plain or key in (cas.SOURCE, cas.TARGET):
                del one.features[key]
                one.references[key.lstrip("@")] = tuple(
                    inside for word in value.split() for inside in found.lists.get(word, (word,))
                )
    return found


def _are(words: str, ids: AbstractSet[str]) -> bool:
    return bool(words.strip()) and all(word in ids for word in words.split())


_NEVER = frozenset(("tag", "label", "value", "note", "comment"))


def _type_name(tag: str) -> str:
    """Return the type that an element's name means: its namespace is the package."""
    space, _end, short = tag.removeprefix("{").rpartition("}")
    package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return short if package in ("", "uima.noNamespace") else f"{package}.{short}"


def _words(element: "Element", child: str) -> str:
    return (element.findtext(f"{{*}}{child}") or "").strip()


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""


def _place(words: str) -> int | None:
    digits = words.removeprefix("-")
    return int(words) if digits.isascii() and digits.isdigit() and len(digits) < 12 else None
