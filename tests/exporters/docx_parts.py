"""Reads text documents (DOCX) as a word processor would: parts, anchors, paragraphs and runs."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_WORDS = {f"{_W}pPr", f"{_W}rPr"}


@dataclass(frozen=True)
class Read:
    """A document that was read back; every part of it was well-formed."""

    parts: dict[str, ET.Element]

    @property
    def body(self) -> ET.Element:
        """The document itself."""
        return self.parts["word/document.xml"]

    @property
    def paragraphs(self) -> list[str]:
        """The words of every paragraph."""
        return [words_of(one) for one in self.body.iter(f"{_W}p")]

    def values(self, tag: str, name: str, part: str = "word/document.xml") -> list[str]:
        """Return an attribute of every element of a kind."""
        found = (one.get(f"{_W}{name}") for one in self.parts[part].iter(f"{_W}{tag}"))
        return [one for one in found if one is not None]

    def paragraph(self, words: str) -> ET.Element:
        """Return the first paragraph with these words in it."""
        return next(one for one in self.body.iter(f"{_W}p") if words in words_of(one))


def read(data: bytes) -> Read:
    """Read a document; fails where a part is not well-formed, missing, or lies elsewhere."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.testzip() is None
        names = book.namelist()
        assert len(set(names)) == len(names)
        parts = {name: ET.fromstring(book.read(name)) for name in names}
    for name, part in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for one in part.iter(f"{_PACKAGE}Relationship"):
                assert one.get("TargetMode") is None
                assert posixpath.join(folder, one.get("Target") or "") in parts
    assert not [name for name in parts if "vba" in name.casefold() or "embed" in name]
    return Read(parts)


def words_of(element: ET.Element) -> str:
    """Return what a person reads of a part of the document."""
    if element.tag in _NO_WORDS:
        return ""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in {f"{_W}br", f"{_W}tab"}:
        return "\n" if element.tag.endswith("br") else "\t"
    return "".join(map(words_of, element))


def is_leftward(paragraph: ET.Element) -> bool:
    """Say whether a paragraph runs leftward."""
    return paragraph.find(f"{_W}pPr/{_W}bidi") is not None


def runs_of(paragraph: ET.Element) -> list[tuple[bool, str]]:
    """Return the runs of a paragraph: whether each runs leftward, and its words."""
    return [
        (run.find(f"{_W}rPr/{_W}rtl") is not None, words_of(run))
        for run in paragraph.iter(f"{_W}r")
    ]
