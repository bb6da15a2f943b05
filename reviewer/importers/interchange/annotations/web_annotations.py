"""W3C Web Annotations (JSON-LD) -> passages and links; and whole projects, where we wrote them.

What our own exporter wrote (``exporters/interchange/web_annotations.py``) comes back whole, with
its documents. A stranger's file says of which document an annotation is by an address; texts that
lie beside it (a folder, an archive) are taken with it, and the unit of its places is told from
their words. Where the text is not there, words and places are passed on as they stand.
"""

import binascii
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import product
from types import MappingProxyType

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow
from reviewer.domain.words import N_, one_or_many
from reviewer.importers.decoding import decode
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.along import is_flat
from reviewer.importers.interchange.annotations.annotation_files import Opened, opened
from reviewer.importers.interchange.annotations.annotation_reading import (
    Place,
    Thing,
    inner,
    name_of,
    seen,
    text_of,
)
from reviewer.importers.interchange.annotations.annotation_rows import Rows
from reviewer.importers.interchange.annotations.layout import laid_out
from reviewer.importers.interchange.bringing import Said, brought, left_out
from reviewer.importers.interchange.offset_units import Counting, Unit, best_reading

IMPORTER = ("web_annotations", 1)
FURTHER = one_or_many(
    "{count} further page of the collection lies elsewhere; nothing is fetched.",
    "{count} further pages of the collection lie elsewhere; nothing is fetched.",
)
NO_ROW = one_or_many(
    "{count} thing of the project cannot be read: not taken over.",
    "{count} things of the project cannot be read: not taken over.",
)
NO_ORIGINAL = N_("The original of “{title}” is damaged in the file; its text is kept instead.")
_MARKS = (b"anno.jsonld", b'"TextQuoteSelector"', b'"AnnotationPage"')
_WAYS = tuple(
    Counting(unit, crlf, mark)
    for unit, crlf, mark in product((Unit.UTF16, Unit.CODE_POINTS), (True, False), (True, False))
)
"""How places may be counted: as browsers do, or as the standard says."""
_OF_A_FILE = (
    *("text", "original", "original_name", "media_type", "text_sha256", "original_sha256"),
    *("parts", "furniture"),
)


class WebAnnotations:
    """W3C Web Annotations, those of Recogito and Hypothesis among them."""

    key, title = "web_annotations", N_("Web annotations (W3C)")
    suffixes = (".jsonld", ".json")
    tables: Mapping[str, Sequence[str]] = MappingProxyType({})

    def claims(self, parcel: Parcel) -> bool:
        """Say whether the beginning of a file speaks of annotations, or a folder has such files."""
        if parcel.name.casefold().endswith(".jsonld"):
            return True
        if any(mark in parcel.beginning() for mark in _MARKS):
            return True
        with suppress(Unreadable):
            return bool(_files(parcel)) and not parcel.name.casefold().endswith(self.suffixes)
        return False

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give documents that came along, then the rows, then what is not taken over."""
        names = _files(parcel) or (parcel.ending(".json") or parcel.names())[:1]
        files = [opened(parcel.read(name), name) for name in names]
        things = files[0].things if len(files) == 1 else _all(files)
        coming = _Coming()
        yield from coming.ours(files)
        yield from coming.beside(parcel, things)
        rows = Rows(coming.documents, _stem(names[0] if names else parcel.name), coming.moved)
        yield from coming.rows
        yield from rows.of(things)
        yield from coming.doubts
        yield from (doubt for file in files for doubt in file.doubts)
        yield from rows.tally.doubts()
        if further := sum(file.further for file in files):
            yield Doubt(FURTHER, {"count": further})


PROJECT = WebAnnotations()


def _all(files: Sequence[Opened]) -> list[tuple[str, Thing]]:
    return [one for file in files for one in file.things]


def _files(parcel: Parcel) -> list[str]:
    return parcel.ending(".jsonld", ".w3c.json")


@dataclass
class _Coming:
    """Documents that come with annotations, and what is found on the way to them.

    ``documents`` are their keys by address, ``moved`` the new places of passages in them.
    """

    documents: dict[str, str] = field(default_factory=dict)
    moved: dict[tuple[str, int, int], tuple[int, int]] = field(default_factory=dict)
    rows: list[GivenRow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def ours(self, files: Sequence[Opened]) -> Iterator[Brought]:
        """Give the documents that a project of ours holds, and keep its other rows."""
        strange = 0
        for number, row in enumerate((row for file in files for row in file.rows), start=1):
            if not isinstance(row, dict) or not is_flat(row):
                strange += 1
                continue
            at = f"reviewer:rows {number}"
            uid = text_of(row.get("document_uid"))
            if isinstance(row.get("text"), str) and uid:
                yield from self._ours(uid, row, at)
                kept = {key: one for key, one in row.items() if key not in _OF_A_FILE}
            else:
                kept = dict(row)
            if uid:
                kept["document"] = uid
                del kept["document_uid"]
            self.rows.append(GivenRow(kept, at))
        if strange:
            self.doubts.append(Doubt(NO_ROW, {"count": strange}))

    def _ours(self, uid: str, row: Thing, at: str) -> Iterator[Brought]:
        text, title = str(row["text"]), text_of(row.get("title"))
        original = self._original(row, title or uid, at)
        said = Said(
            title=title,
            author=text_of(row.get("author")),
            publisher=text_of(row.get("publisher")),
            url=text_of(row.get("url")),
            language=text_of(row.get("language")),
            posted=_date(inner(row, "posted")),
            captured=_date(inner(row, "captured")),
        )
        self.documents[f"urn:uuid:{uid}"] = uid
        try:
            found = brought(
                uid,
                text_of(row.get("original_name")) or title or uid,
                text,
                importer=IMPORTER,
                said=said,
                media_type=text_of(row.get("media_type")) or "text/plain",
                original=original,
            )
        except Unreadable as fault:
            self.doubts.append(left_out(fault, at))
            return
        incoming = laid_out(_as_said(found.incoming, said), row)
        yield replace(found, incoming=incoming)

    def _original(self, row: Thing, title: str, at: str) -> bytes | None:
        packed = row.get("original")
        if packed is None:
            return None
        try:
            return b64decode(text_of(packed), validate=True)
        except (binascii.Error, ValueError):
            self.doubts.append(Doubt(NO_ORIGINAL, {"title": title}, at))
            return None

    def beside(self, parcel: Parcel, things: Sequence[tuple[str, Thing]]) -> Iterator[Brought]:
        """Give the texts that lie beside the annotations and are meant by them."""
        texts = {_stem(name).casefold(): name for name in parcel.ending(".txt")}
        if not texts:
            return
        meant: dict[str, dict[str, list[Place]]] = {}
        for _, thing in things:
            for place in seen(thing).places:
                name = texts.get(_stem(name_of(place.source)).casefold())
                if name is None and len(texts) == 1:
                    (name,) = texts.values()
                if name is not None and place.is_in_text and place.source not in self.documents:
                    meant.setdefault(name, {}).setdefault(place.source, []).append(place)
        for name, sources in meant.items():
            data = parcel.read(name)
            try:
                raw = decode(data, name).text
                yield brought(name, name, raw, importer=IMPORTER, original=data)
            except Unreadable as fault:
                self.doubts.append(left_out(fault, name))
                continue
            self.documents |= dict.fromkeys(sources, name)
            self._move(raw, [place for places in sources.values() for place in places], name)

    def _move(self, raw: str, places: Sequence[Place], name: str) -> None:
        """Say where places come to lie, in the unit that fits their words best."""
        counted = {(place.source, *place.pair): place.exact for place in places if place.pair}
        pairs = [(start, end) for _, start, end in counted]
        chosen = best_reading(raw, pairs, list(counted.values()), among=_WAYS)
        for known, new in zip(counted, chosen.counting.places(raw, pairs), strict=True):
            if new is not None:
                self.moved[known] = new
        doubt = chosen.doubt()
        if doubt is not None:
            self.doubts.append(Doubt(doubt.message, doubt.values, name))


def _as_said(incoming: Incoming, said: Said) -> Incoming:
    """Return a document that is described as it was: what an analyst emptied, no rule fills in."""
    return replace(
        incoming,
        author=said.author,
        publisher=said.publisher,
        url=said.url,
        language=said.language,
        posted=said.posted if isinstance(said.posted, WrittenDate) else NO_DATE,
        captured=said.captured if isinstance(said.captured, WrittenDate) else NO_DATE,
    )


def _date(parts: Thing) -> WrittenDate:
    basis = text_of(parts.get("basis"))
    return WrittenDate(
        text_of(parts.get("words")),
        text_of(parts.get("edtf")),
        DateBasis(basis) if basis in tuple(DateBasis) else DateBasis.NONE,
        text_of(parts.get("evidence")),
    )


def _stem(name: str) -> str:
    """Return a name without folders and endings."""
    last = name.replace("\\", "/").rpartition("/")[2].removesuffix(".json").removesuffix(".w3c")
    return last.rpartition(".")[0] or last or name
