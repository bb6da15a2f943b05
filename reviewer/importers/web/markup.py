"""Turns the source of a web page into a tree, whatever the source is like.

The tree is made by lxml's HTML parser, for pages in XHTML too: it knows no external entities and
loads nothing. It gives up silently where elements lie too deep in each other, and needs minutes for
an element with 200,000 attributes, so such sources are trimmed first: tags that lie deeper than
anybody nests them are left out (their words stay), and so are attributes beyond a few hundred.
"""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.words import N_
from reviewer.importers.decoding import Decoded, codec_of, decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = 65_536  # bytes in which a page names its encoding
_META = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,30})", re.I)
_SEVEN_BITS = frozenset({"iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_kr", "hz"})
_SURROGATE = re.compile("[\ud800-\udfff\0]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{8000,}>")
_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]{1,100})(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_MOST_ATTRIBUTES = 200
_LONGEST_VALUE = 4_000  # code points; pictures in data addresses are longer
_DEEPEST = 180  # elements in each other; the parser gives up at 256
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)>")
NEVER_NEST = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr"}
)
"""Elements that hold nothing, so they need no end."""
_CLOSED = re.compile(r"<([A-Za-z][\w:-]*)((?:\s[^<>]*)?)/>")
_XML_HEAD = re.compile(r"\A\s*<\?xml[^<>]*\?>")
_SUBSET = 300  # code points of a document type in which its own rules begin, where it has any
_LONGEST = 50_000_000  # code points of a source without its pictures
_MOST_TAGS = 1_200_000
_TOO_LARGE = N_(
    "“{name}” is too large for a web page: {size} million characters and {tags} tags; at most "
    "{longest} million and {most} can be read. Split it, or save it as plain text."
)
_NO_PAGE = N_("“{name}” is no web page that can be read. Open it in a browser and save it again.")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a tree; ``damaged`` counts letters that could not be decoded."""

    tree: "HtmlElement"
    decoded: Decoded
    damaged: int


def page_of(data: bytes, name: str, *, encoding: str | None = None, declared: str = "") -> Page:
    """Return the tree of a page's bytes.

    ``encoding`` is what a person insists on, ``declared`` what came with the page (the head of its
    part of an archive). Raises ``Unreadable``, naming the file.
    """
    decoded = decoded_page(data, name, encoding=encoding, declared=declared)
    text, damaged = _SURROGATE.subn("\ufffd", decoded.text)
    text = _LONG_TAG.sub(_fewer_attributes, text)
    tags = text.count("<")
    if len(text) > _LONGEST or tags > _MOST_TAGS:
        raise Unreadable(
            _TOO_LARGE,
            name=name,
            size=len(text) // 1_000_000,
            tags=tags,
            longest=_LONGEST // 1_000_000,
            most=_MOST_TAGS,
        )
    if _is_xml(text, name):
        text = _as_html(text)
    tree, whole = _tree(text)
    if not whole:
        tree, _ = _tree(_shallow(text), huge=True)
    if tree is None:
        raise Unreadable(_NO_PAGE, name=name)
    return Page(tree, decoded, damaged)


def decoded_page(
    data: bytes, name: str, *, encoding: str | None = None, declared: str = ""
) -> Decoded:
    """Decode a page; what it declares is believed where its bytes do not say otherwise."""
    if encoding is not None:
        return decode(data, name, chosen=encoding)
    match = _META.search(data[:_HEAD])
    for named in (declared, match[1].decode("ascii") if match else ""):
        codec = codec_of(named) if named else None
        if codec and codec in _SEVEN_BITS and _decodes(data, codec):
            return _as_declared(data, name, codec)
    decoded = decode(data, name)
    if decoded.basis not in (EncodingBasis.GUESSED, EncodingBasis.DECLARED):
        return decoded
    for named in (declared, match[1].decode("ascii") if match else ""):
        codec = codec_of(named) if named else None
        if codec and not codec.startswith("utf") and _decodes(data, codec):
            return _as_declared(data, name, codec)
    return decoded


def _as_declared(data: bytes, name: str, codec: str) -> Decoded:
    return replace(decode(data, name, chosen=codec), basis=EncodingBasis.DECLARED)


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _tree(text: str, *, huge: bool = False) -> "tuple[HtmlElement | None, bool]":
    """Parse; say as well whether the parser came to the end of the source."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, huge_tree=huge, recover=True
    )
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        tree = None
    limits = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    fatal = any(entry.level_name == "FATAL" for entry in parser.error_log)
    return tree, not (limits or fatal)


def _fewer_attributes(tag: re.Match[str]) -> str:
    """Return a long tag with its first attributes only, and without very long values."""
    words = tag[0]
    name = re.match(r"<[^\s/>]*", words)
    kept: list[str] = []
    for found in _ATTRIBUTE.finditer(words, name.end() if name else 1):
        if len(kept) >= _MOST_ATTRIBUTES:
            break
        if len(found[2] or "") <= _LONGEST_VALUE:
            kept.append(found[0])
    return (name[0] if name else "<div") + "".join(kept) + ">"


def _shallow(text: str) -> str:
    """Return the source without the tags that lie too deep in others; words stay."""
    depth = 0

    def shallower(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in NEVER_NEST or tag[3].endswith("/"):
            return tag[0] if depth <= _DEEPEST else " "
        if tag[1]:
            depth = max(0, depth - 1)
            return tag[0] if depth < _DEEPEST else " "
        depth += 1
        return tag[0] if depth <= _DEEPEST else " "

    return _TAG.sub(shallower, text)


def _is_xml(text: str, name: str) -> bool:
    return text.lstrip()[:5] == "<?xml" or name.lower().endswith((".xhtml", ".xht"))


def _as_html(text: str) -> str:
    """Return XHTML as HTML says it: no declaration, no CDATA, no element closed in its own tag."""
    text = _plain_sections(_without_subset(_XML_HEAD.sub("", text)))
    return _CLOSED.sub(_closed, text)


def _without_subset(text: str) -> str:
    """Leave out the rules that a document type brings along: entities of its own are not read."""
    start = text.find("<!DOCTYPE")
    opened = text.find("[", start, start + _SUBSET) if start >= 0 else -1
    closed = text.find("]", opened) if opened >= 0 else -1
    end = text.find(">", closed) if closed >= 0 else -1
    if end < 0 or ">" in text[start:opened]:
        return text
    return text[:start] + "<!DOCTYPE html>" + text[end + 1 :]


def _plain_sections(text: str) -> str:
    first, *sections = text.split("<![CDATA[")
    pieces = [first]
    for section in sections:
        words, closed, rest = section.partition("]]>")
        pieces.append(_escaped(words) if closed else words)
        pieces.append(rest)
    return "".join(pieces)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _closed(tag: re.Match[str]) -> str:
    if tag[1].lower() in NEVER_NEST:
        return tag[0]
    return f"<{tag[1]}{tag[2]}></{tag[1]}>"
