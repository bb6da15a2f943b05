"""The parts of a DOCX and how they are found.

Parts are found by their relationships, never by their names: programs rename them. Word's own
namespaces and those of the standard (strict OOXML) are told apart by their prefixes only here.
"""

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.importers.safe_xml import root_of
from reviewer.importers.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
}
BODIES = frozenset(f"{{{space}}}body" for space, prefix in _PREFIXES.items() if prefix == "w")
_FALSE = {"0", "false", "off"}


@lru_cache(maxsize=2048)
def short(tag: str) -> str:
    """Return a tag with its usual prefix: ``w:p``; without any for namespaces nobody asks for."""
    space, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(space[1:], '')}:{local}"


def value_of(element: "Element", name: str = "val") -> str:
    """Return an attribute, whatever namespace it is in; empty where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: "Element | None", *path: str) -> "Element | None":
    """Return the first child of that short tag, and its child, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if short(str(one.tag)) == name), None)
    return element


def switch(properties: "Element | None", name: str) -> bool | None:
    """Return what a property that is on or off says; ``None`` where it is silent."""
    found = child(properties, name)
    return None if found is None else value_of(found) not in _FALSE


class Package:
    """A DOCX: its parts by what they are to the text."""

    def __init__(self, zipped: Zipped, name: str) -> None:
        """Find the main part; raises ``Unreadable`` with the file's ``name`` without one."""
        self._zipped = zipped
        self._name = name
        roots = _by_kind(self._relationships(""))
        self.core = next(iter(roots.get("core-properties", ())), "")
        self.main = next(iter(roots.get("officeDocument", ())), "word/document.xml")
        related = self._relationships(self.main)
        self._parts = _by_kind(related)
        self._by_key = {key: (kind, part) for key, kind, part in related}

    def parts(self, kind: str) -> tuple[str, ...]:
        """Return the names of the parts of a kind (``header``, ``comments``) that are there."""
        return tuple(part for part in self._parts.get(kind, ()) if part in self._zipped)

    def root(self, part: str) -> "Element | None":
        """Return the root of a part; ``None`` where it is missing."""
        return root_of(self._zipped, part, self._name) if part in self._zipped else None

    def roots(self, kind: str) -> "list[Element]":
        """Return the roots of all parts of a kind."""
        return [root_of(self._zipped, part, self._name) for part in self.parts(kind)]

    def called(self, key: str, kind: str) -> str:
        """Return the part that the text calls by a key, where it is of that kind; else nothing."""
        found, part = self._by_key.get(key, ("", ""))
        return part if found == kind and part in self._zipped else ""

    def _relationships(self, part: str) -> list[tuple[str, str, str]]:
        """Return what a part is related to: each time the key, the kind and the other part."""
        folder, base = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        return [
            (
                value_of(one, "Id"),
                value_of(one, "Type").rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, value_of(one, "Target"))).lstrip("/"),
            )
            for one in (() if root is None else root)
            if value_of(one, "TargetMode") != "External"
        ]


def _by_kind(related: list[tuple[str, str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _key, kind, part in related:
        found.setdefault(kind, []).append(part)
    return found
