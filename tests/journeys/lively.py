"""Finds what is alive in a file of ours, with programs that are not ours.

Alive is what a program that opens the file would run, fetch or follow out of it: scripts, formulas,
links that lead elsewhere, fields, pictures from elsewhere, entities. What kind of file it is, its
bytes say; an archive is looked at part by part.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from lxml import etree, html
from markdown_it import MarkdownIt
from markdown_it.token import Token

_BEGINS_FORMULA = tuple("=+-@\t\r")
_RUNS = {"script", "iframe", "object", "embed", "form", "base", "link", "img", "video", "audio"}
_FIELDS = {"fldSimple", "instrText", "altChunk", "object", "f", "externalLink", "ddeLink"}
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
_NOTE = re.compile(r"(?<!\\)\[\[([^\]|]+)")
_STYLE = re.compile(r"url\((?!\s*['\"]?#)|@import|expression\(", re.IGNORECASE)


_NO_WORDS = re.compile("[\0-\b\x0b\x0e-\x1f]")


def alive(name: str, data: bytes) -> list[str]:
    """Return what is alive in a file; ``name`` is what it is called, for its ending."""
    if data.startswith(b"PK\x03\x04"):
        return list(_archive(data))
    ending = PurePosixPath(name).suffix.lower()
    if ending in {".html", ".pages"} or b"<html" in data[:200].lower():
        return list(_page(data.decode(), shown=ending != ".pages"))
    if data.startswith((b"<", b"\xef\xbb\xbf<")) and ending not in _KINDS:
        return list(_xml(name, data))
    look = _KINDS.get(ending)
    if look is None:
        return [f"{name}: nobody knows this kind of file; say here how it is looked at"]
    return list(look(data.decode("utf-8-sig")))


def _refuse(constant: str) -> object:
    message = f"{constant} is no JSON"
    raise ValueError(message)


def holds(data: bytes, words: bytes) -> bool:
    """Say whether words stand in a file, or in any part of an archive."""
    if not data.startswith(b"PK\x03\x04"):
        return words in data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return any(holds(parts.read(one), words) for one in parts.namelist())


def _json(words: str) -> Iterable[str]:
    json.loads(words, parse_constant=_refuse)
    return ()


def _json_lines(words: str) -> Iterable[str]:
    for line in words.split("\n"):
        if line:
            _json(line)
    return ()


def _standoff(words: str) -> Iterator[str]:
    """Look at words and what stands beside them: nothing runs, if it is words."""
    yield from (f"a sign that is no word: {one!r}" for one in _NO_WORDS.findall(words))


def _archive(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert parts.testzip() is None
        names = parts.namelist()
        assert len(set(names)) == len(names)
        notes = {str(PurePosixPath(one).with_suffix("")) for one in names}
        short = {PurePosixPath(one).stem for one in names}
        for name in names:
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
                yield f"{name!r} leads out of the archive"
            found = parts.read(name)
            if name == "mimetype" or (
                name.startswith(("sources/", "Sources/")) and not name.endswith((".md", ".txt"))
            ):
                continue  # a word, and the files as they came in
            yield from alive(name, found)
            if path.suffix == ".md":
                for target in _NOTE.findall(found.decode()):
                    if target not in notes | short:
                        yield f"{name}: a link to {target!r}, which is no note of ours"


def _page(words: str, *, shown: bool) -> Iterator[str]:
    """Look at a page; one that a browser shows forbids what it does not hold."""
    page = html.document_fromstring(words)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    if shown and not any("default-src 'none'" in one for one in policy):
        yield "the page forbids nothing"
    for one in page.iter(etree.Element):
        tag = str(one.tag).lower()
        if tag in _RUNS:
            yield f"<{tag}>"
        yield from _attributes(tag, dict(one.attrib))
        if tag == "style" and _STYLE.search(one.text or ""):
            yield "a style that fetches"


def _attributes(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        short = name.rpartition("}")[2].lower()
        if short.startswith("on"):
            yield f"<{tag} {short}>"
        if short in {"href", "src", "action", "formaction", "srcdoc"} and not value.startswith("#"):
            yield f"<{tag} {short}={value!r}>"
        if short == "style" and _STYLE.search(value):
            yield f"<{tag} style={value!r}>"
        if short == "http-equiv" and value.lower() == "refresh":
            yield "a page that turns itself"


def _xml(name: str, data: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree = etree.fromstring(data, parser).getroottree()
    if tree.docinfo.doctype:
        yield f"{name}: a document type"
    for one in tree.iter():
        if not isinstance(one.tag, str):
            yield f"{name}: {type(one).__name__}"
            continue
        short = etree.QName(one.tag).localname
        field = next((v for k, v in one.attrib.items() if str(k).endswith("}instr")), one.text)
        counts_pages = str(field or "").strip() in {"PAGE", "NUMPAGES"}
        if (short in _FIELDS and not counts_pages) or short.lower() in {"script", "event-listener"}:
            yield f"{name}: <{short}>"
        for key, value in one.attrib.items():
            called = str(key).rpartition("}")[2]
            if called in {"formula", "TargetMode"} or (
                called == "href" and not str(value).startswith("#")
            ):
                yield f"{name}: <{short} {called}={value!r}>"


def _markdown(words: str) -> Iterator[str]:
    for token in _every(_MARKDOWN.parse(words)):
        if token.type in {"html_block", "html_inline", "link_open", "image"}:
            yield f"{token.type}: {token.content or token.attrs}"


def _every(tokens: Iterable[Token]) -> Iterator[Token]:
    for one in tokens:
        yield one
        yield from _every(one.children or ())


def _table(words: str, between: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(words, newline=""), delimiter=between):
        yield from (f"a cell {cell!r}" for cell in row if cell.startswith(_BEGINS_FORMULA))


_KINDS: dict[str, Callable[[str], Iterable[str]]] = {
    ".md": _markdown,
    ".csv": lambda words: _table(words, ","),
    ".tsv": lambda words: _table(words, "\t"),
    ".json": _json,
    ".jsonld": _json,
    ".jsonl": _json_lines,
    ".ann": _standoff,
    ".conf": _standoff,
    ".txt": _standoff,
}
