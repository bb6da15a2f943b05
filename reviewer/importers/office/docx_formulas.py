"""The words of a formula in a DOCX, in reading order and on one line."""

from typing import TYPE_CHECKING

from reviewer.importers.office.docx_package import child, short, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BETWEEN = {"m:den": "/", "m:sub": "_", "m:sup": "^"}


def formula(element: "Element") -> str:
    """Return the letters of a formula; fractions with ``/``, what stands lower or higher too."""
    name = short(str(element.tag))
    if name == "m:t":
        return element.text or ""
    if name == "m:d":
        return _enclosed(element)
    words = "".join(_BETWEEN.get(short(str(one.tag)), "") + formula(one) for one in element)
    if name == "m:nary":
        return _sign(element, "m:naryPr", "m:chr", "∫") + words
    if name == "m:rad":
        return f"√{words}"
    if name in _BETWEEN and len(words) > 1:
        return f"({words})"
    return words


def _enclosed(element: "Element") -> str:
    parts = [formula(one) for one in element if short(str(one.tag)) == "m:e"]
    between = _sign(element, "m:dPr", "m:sepChr", "|").join(parts)
    begin, end = (
        _sign(element, "m:dPr", name, usual)
        for name, usual in (("m:begChr", "("), ("m:endChr", ")"))
    )
    return begin + between + end


def _sign(element: "Element", properties: str, name: str, usual: str) -> str:
    found = child(element, properties, name)
    return usual if found is None else value_of(found)
