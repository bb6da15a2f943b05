"""UIMA CAS as INCEpTION reads it: an archive with a CAS (XMI) for each document, and their types.

In INCEpTION ``TypeSystem.xml`` is imported as layers first, then the documents as UIMA CAS XMI.
Passages are annotations of one layer, links within a document are relations on it (``domain/cas``).
Places are UTF-16 units. What belongs to no passage of a text goes along in ``project.jsonl``, which
no other program looks at.
"""

import zipfile
from collections.abc import Iterator
from itertools import count
from typing import IO
from xml.sax.saxutils import quoteattr

from reviewer.domain import cas
from reviewer.domain.exporting import About
from reviewer.domain.interchange import Sent
from reviewer.domain.offsets import Columns
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_, one_or_many
from reviewer.exporters.formats.ods_parts import entry
from reviewer.exporters.interchange import ProjectFormat
from reviewer.exporters.interchange.along import (
    SAID,
    Going,
    GoingText,
    Parcelled,
    Row,
    loss,
)
from reviewer.exporters.interchange.uima_types import SPACES, XML, type_system
from reviewer.exporters.written import in_json, json_line

_ID = "xmi:id"
_SOFA = 1

_REPLACED = one_or_many(
    "{count} control character of the texts, which XML cannot hold: “�” stands for it, so not "
    "all words leave as they are here (documents: {documents}).",
    "{count} control characters of the texts, which XML cannot hold: “�” stands for each of "
    "them, so not all words leave as they are here (documents: {documents}).",
)


class UimaCas:
    """An archive of XMI files."""

    key = "uima_cas"
    title = N_("UIMA CAS, for INCEpTION (XMI)")
    suffix = ".zip"

    def write(
        self, project: ProjectSnapshot, about: About, target: IO[bytes], progress: Progress
    ) -> Sent:
        """Write a file a document; returns what went out. Raises ``Cancelled``."""
        parcelled = Parcelled(project, progress, "INCEpTION", seen=SAID)
        kinds = {tag.name: tag.record for tag in project.tags()}
        replaced = documents = 0
        along: list[str] = []
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr(entry("TypeSystem.xml"), type_system(about.version))
            for text in parcelled.texts():
                found = _Cas(text, kinds)
                with archive.open(entry(f"{text.number:05}.xmi"), "w", force_zip64=True) as file:
                    file.write("".join(found.pieces()).encode())
                replaced += found.replaced
                documents += found.replaced > 0
                along += map(json_line, _along(text, found.replaced))
            archive.writestr(entry("project.jsonl"), "".join(along))
        return parcelled.sent(loss(_REPLACED, replaced, documents=documents))


def _along(text: GoingText, replaced: int) -> Iterator[Row]:
    """Give what is said of a document, and what goes along with it.

    ``replaced`` says how many of its characters XML could not hold.
    """
    known = {"row": "document", "document_uid": text.uid, "original_name": text.name}
    places = {"replaced": cas.replaced(text.text)} if replaced else {}
    yield {**known, **places, **text.row}
    yield from text.more


class _Cas:
    """One document on its way into a file."""

    def __init__(self, text: GoingText, kinds: dict[str, RecordKind]) -> None:
        self._going = text
        self._kinds = kinds
        self._text, self.replaced = cas.holdable(text.text)
        self._columns = Columns(self._text)
        self._ids = count(_SOFA + 1)

    def pieces(self) -> Iterator[str]:
        """Give the text, then its annotations in order, then which of them it has."""
        names = " ".join(f"xmlns:{prefix}={quoteattr(name)}" for prefix, name in SPACES.items())
        yield f'{XML}<xmi:XMI {names} xmi:version="2.0">\n'
        yield _element("cas:NULL", {_ID: "0"})
        sofa = {_ID: str(_SOFA), "sofaNum": "1", "sofaID": "_InitialView"}
        yield _element("cas:Sofa", {**sofa, "mimeType": "text/plain", "sofaString": self._text})
        members = []
        for name, attributes in self._annotations():
            members.append(attributes[_ID])
            yield _element(name, attributes)
        yield _element("cas:View", {"sofa": str(_SOFA), "members": " ".join(members)})
        yield "</xmi:XMI>\n"

    def _annotations(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Give every annotation: its type, and its features with its id among them."""
        going = self._going
        whole = self._at(Span(0, len(self._text)))
        language = str(going.row.get("language") or "x-unspecified")
        said = {"language": language, "documentTitle": going.title, "documentId": going.uid}
        yield "metadata:DocumentMetaData", {**whole, **_held(said), "isLastSegment": "false"}
        placed: dict[str, tuple[str, Span]] = {}
        for passage in going.passages:
            attributes = {**self._at(passage.span), **self._features(passage)}
            placed[passage.key] = attributes[_ID], passage.span
            yield "reviewer:Passage", attributes
        for link in going.links:
            source, target = placed[str(link["from"])], placed[str(link["to"])]
            ends = {cas.SOURCE: source[0], cas.TARGET: target[0]}
            said = {key: str(link[key]) for key in cas.JUDGED if key in link}
            told = {**_held({"kind": str(link["type"]), **said}), **_carried(said)}
            yield "reviewer:Link", {**self._at(target[1]), **ends, **told}

    def _at(self, span: Span) -> dict[str, str]:
        begin, end = map(self._columns.to_utf16, (span.start, span.end))
        identity = {_ID: str(next(self._ids)), "sofa": str(_SOFA)}
        return {**identity, "begin": str(begin), "end": str(end)}

    def _features(self, passage: Going) -> dict[str, str]:
        kind = self._kinds.get(passage.tag, RecordKind.NONE)
        return {
            **_held({"tag": passage.tag, "record": str(kind)}),
            **cas.features(passage.row, kind),
            **_carried({"tag": passage.tag, **passage.row}),
        }


def _element(name: str, attributes: dict[str, str]) -> str:
    written = " ".join([f"{key}={_quoted(words)}" for key, words in attributes.items()])
    return f"<{name} {written}/>\n"


def _quoted(words: str) -> str:
    """Return words as an attribute's value; most are ids and numbers, with nothing to escape."""
    return f'"{words}"' if words.isalnum() else quoteattr(words)


def _held(values: dict[str, str]) -> dict[str, str]:
    """Return what is not empty, as XML can hold it."""
    return {key: cas.holdable(words)[0] for key, words in values.items() if words}


def _carried(row: Row) -> dict[str, str]:
    return {cas.CARRIED: cas.in_xml(in_json(row))}


PROJECT: ProjectFormat = UimaCas()
