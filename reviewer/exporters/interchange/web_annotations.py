"""W3C Web Annotations (JSON-LD): a whole project in one file, from which it can be made again.

The file is an ``AnnotationCollection`` whose one page holds an annotation for every passage and
every link. Any reader of annotations finds the tag, the note, the statement and the translation as
textual bodies, the place as ``TextPositionSelector`` (code points, end excluded) and
``TextQuoteSelector``. What W3C has no word for stands under ``reviewer:`` in values that JSON-LD
carries as they are (``@type: @json``): ``reviewer:rows``, the rows of our own JSON Lines that are
neither passages nor links, each document's with its text; ``reviewer:details``, what a passage or a
link carries beside its words. The second half of ``@context`` says so; nothing is ever fetched.

Everything is written piece by piece: no more than one document is held at a time.
"""

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import quote

from reviewer.domain.anchors import CONTEXT
from reviewer.domain.exported import ExportedLayout
from reviewer.domain.exporting import About
from reviewer.domain.interchange import Loss, Sent
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_, one_or_many
from reviewer.exporters.interchange.along import LEFT_LINKS, loss
from reviewer.exporters.project_lines import described_rows, judged_rows, link_rows, passage_row
from reviewer.exporters.tables import Row
from reviewer.exporters.tables.columns import Parts, pages
from reviewer.exporters.written import filled, in_json, told

Thing = dict[str, object]

W3C = "http://www.w3.org/ns/anno.jsonld"
OURS = "urn:x-reviewer:1:"
_AS_IT_IS = {key: {"@id": key, "@type": "@json"} for key in ("reviewer:rows", "reviewer:details")}
_CONTEXT = [W3C, {"@version": 1.1, "reviewer": OURS, **_AS_IT_IS}]
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_SAID_ELSEWHERE = frozenset(
    (
        *("format", "row", "project", "passage", "key", "uid", "tag", "start", "end", "quote"),
        *("paragraph", "sentence", "note", "statement", "translation", "translation_language"),
        *("translator", "anchor", "analyst", "created", "modified", "document", "document_uid"),
        *("original_name", "author", "publisher", "url", "posted", "captured", "text_sha256"),
        *("original_sha256", "links"),
    )
)
"""Keys of a passage's row that stand in its annotation, in its document, or in other rows."""
_SAID_OF_A_LINK = ("row", "type", "note", "analyst", "created", "uid")
_QUOTES = frozenset(("from_document", "from_quote", "to_quote"))
_NO_ORIGINAL = one_or_many(
    "The original file of {count} document is not in the project: it stays behind.",
    "The original files of {count} documents are not in the project: they stay behind.",
)
_FILE = ("original_name", "media_type")
_PIECE = 3 * 65_536  # bytes of an original that become text at a time


class WebAnnotations:
    """W3C Web Annotations, with everything a project holds."""

    key, title, suffix = "web_annotations", N_("Web annotations (W3C)"), ".jsonld"

    def write(
        self, project: ProjectSnapshot, about: About, target: IO[bytes], progress: Progress
    ) -> Sent:
        """Write the project; raises ``Cancelled`` when asked to stop."""
        return _Written(project, about, target).all(progress)


PROJECT = WebAnnotations()


@dataclass
class _Written:
    """A project under way into a file."""

    project: ProjectSnapshot
    about: About
    target: IO[bytes]
    known: dict[str, str] = field(default_factory=dict)  # the annotations of passages, by label
    items: int = 0
    broken_links: int = 0
    no_original: int = 0

    def all(self, progress: Progress) -> Sent:
        """Write it all."""
        ours = f"{OURS}project:{quote(self.about.project, safe='')}"
        head = {
            "@context": _CONTEXT,
            "id": ours,
            "type": "AnnotationCollection",
            "label": self.about.project,
            "generator": {"type": "Software", "name": f"Reviewer {self.about.version}"},
            "generated": self.about.written_at,
        }
        self._text(in_json(head)[:-1])
        self._text(',\n"reviewer:rows": [')
        self._rows()
        page = {"id": f"{ours}:1", "type": "AnnotationPage", "partOf": ours, "startIndex": 0}
        self._text('\n],\n"first": ' + in_json(page)[:-1] + ', "items": [')
        passages = self._passages(progress)
        self._links()
        self._text(f'\n]}},\n"last": {in_json(page["id"])},\n"total": {self.items}\n}}\n')
        return Sent(passages, tuple(self._losses()))

    def _text(self, words: str) -> None:
        self.target.write(words.encode())

    def _rows(self) -> None:
        between = "\n"
        files = {
            one.document.uid: (one.document.original_name, one.document.media_type)
            for one in self.project.held()
        }
        for rows in (described_rows(self.project), judged_rows(self.project)):
            for row in rows:
                self._text(between)
                between = ",\n"
                if row["row"] == "document" and "document_uid" in row:
                    uid = str(row["document_uid"])
                    self._document(uid, {**row, **dict(zip(_FILE, files[uid], strict=True))})
                else:
                    self._text(in_json(filled(row)))

    def _document(self, uid: str, row: Row) -> None:
        """Write a document with its text, and with its original where the text is not that."""
        words = self.project.text(uid).encode()
        original = self.project.original(uid)
        laid = {**filled(row), **_layout(self.project.layout(uid))}
        self._text(in_json(laid)[:-1] + ', "text": ')
        self.target.write(in_json(words.decode()).encode())
        self.no_original += original is None
        if original is not None and original != words:
            self._text(', "original": "')
            for start in range(0, len(original), _PIECE):
                self.target.write(base64.b64encode(original[start : start + _PIECE]))
            self._text('"')
        self._text("}")

    def _passages(self, progress: Progress) -> int:
        uid, text = "", ""
        for page in pages(self.project, progress):
            for part in page:
                if part.passage.document.uid != uid:
                    uid = part.passage.document.uid
                    text = self.project.text(uid)
                self.known[part.passage.label] = _urn(part.passage.uid)
                self._item(annotation_of(part, text))
        return len(self.known)

    def _links(self) -> None:
        for row in link_rows(self.project):
            ends = [self.known.get(str(row["from"])), self.known.get(str(row["to"] or ""))]
            if "to_document" in row:
                ends[1] = f"{OURS}source:{quote(str(row['to_document']), safe='')}"
            if None in ends:
                self.broken_links += 1
            else:
                self._item(_link(row, [str(end) for end in ends]))

    def _item(self, item: Mapping[str, object]) -> None:
        self._text((",\n" if self.items else "\n") + in_json(item))
        self.items += 1

    def _losses(self) -> Iterator[Loss]:
        for words, count in ((_NO_ORIGINAL, self.no_original), (LEFT_LINKS, self.broken_links)):
            if count:
                yield loss(words, count)


def _layout(layout: ExportedLayout) -> Thing:
    """Return what stood where in a file, furniture even where there is none: it was looked for."""
    furniture = [[str(one.kind), one.span.start, one.span.end] for one in layout.furniture]
    parts = [[str(one.kind), one.start, one.end, one.number, one.label] for one in layout.parts]
    return {"furniture": furniture, **filled({"parts": parts})}


def annotation_of(part: Parts, text: str) -> Thing:
    """Return a passage as an annotation; ``text`` is that of its document."""
    passage = part.passage
    row = passage_row(part)
    start, end = passage.span.start, passage.span.end
    return {
        "id": _urn(passage.uid),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": {"type": "Person", "name": passage.analyst},
        "created": passage.created_at,
        "modified": passage.modified_at,
        "body": list(_bodies(row)),
        "target": {
            "source": _urn(passage.document.uid),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": passage.quote,
                    "prefix": text[max(start - CONTEXT, 0) : start],
                    "suffix": text[end : end + CONTEXT],
                },
            ],
        },
        "reviewer:key": passage.label,
    }


def _bodies(row: Row) -> Iterator[Thing]:
    yield _text_body("tagging", row["tag"])
    if row["note"]:
        yield _text_body("commenting", row["note"])
    if row["statement"]:
        yield {**_text_body("describing", row["statement"]), "reviewer:part": "statement"}
    if row["translation"]:
        yield _translation(row)
    details = {key: value for key, value in told(row).items() if key not in _SAID_ELSEWHERE}
    if details:
        yield {
            **_text_body("describing", readable(details)),
            "reviewer:part": "details",
            "reviewer:details": details,
        }


def _text_body(purpose: str, words: object) -> Thing:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}


def _translation(row: Row) -> Thing:
    language = str(row["translation_language"])
    body: Thing = {**_text_body("describing", row["translation"]), "reviewer:part": "translation"}
    if language:
        known = _LANGUAGE.fullmatch(language)
        body["language" if known else "reviewer:language"] = language
    if row["translator"]:
        body["creator"] = {"type": "Person", "name": row["translator"]}
    return body


def readable(details: Mapping[str, object]) -> str:
    """Return what a passage carries as lines that a person can read in any other program."""
    return "\n".join(f"{key}: {_words(value)}" for key, value in details.items())


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values()):
        return ", ".join(f"{key} {one}" for key, one in value.items())
    return in_json(value)


def _link(row: Row, ends: list[str]) -> Thing:
    """Return a link: two targets, from the first to the second; what W3C cannot say beside it."""
    bodies = [_text_body("tagging", row["type"])]
    if row["note"]:
        bodies.append(_text_body("commenting", row["note"]))
    said = (*_SAID_OF_A_LINK, *_QUOTES)
    return {
        "id": _urn(str(row["uid"])),
        "type": "Annotation",
        "motivation": "linking",
        "creator": {"type": "Person", "name": row["analyst"]},
        "created": row["created"],
        "body": bodies,
        "target": [{"id": end} for end in ends],
        "reviewer:details": {key: one for key, one in filled(row).items() if key not in said},
    }


def _urn(uid: str) -> str:
    return f"urn:uuid:{quote(uid, safe='')}"
