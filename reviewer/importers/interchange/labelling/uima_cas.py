"""UIMA CAS: XMI with its type system, CAS JSON, and the archives of INCEpTION.

Annotations are passages: ours (``domain/cas``) with all that is said of them, those of others under
the tag that their label says, or the name of their type. What only says how a text is built
(sentences, words, their grammar) is passed over and counted. Places are UTF-16 units. Of one text
that several people worked on in a project of INCEpTION, what they marked alike is one passage.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from reviewer.domain import cas
from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.interchange import BEGINNING, Parcel, ProjectImporter
from reviewer.importers.interchange.along import Keys, Tally, Values, rows, words
from reviewer.importers.interchange.bringing import Said, brought
from reviewer.importers.interchange.labelling.uima_files import Container, File, containers
from reviewer.importers.interchange.labelling.uima_passages import DOCUMENTS, Made, TextOf
from reviewer.importers.interchange.labelling.uima_views import (
    Cas,
    Types,
    View,
    from_json,
    from_xmi,
    read_types,
)

_IMPORTER = ("uima_cas", 1)
_ALONG = "project.jsonl"
_PROJECT = "exportedproject"  # how INCEpTION's own description of a project begins
_OF_SOMEBODY = re.compile(r"(?:^|/)annotation/[^/]+/([^/]{1,100})\.(?:zip|json|xmi)(?:/|$)")
_NOBODY = frozenset(("INITIAL_CAS", "CURATION_USER"))
_XMI_MARK, _TYPES_MARK = b"http://www.omg.org/XMI", b"typeSystemDescription"
_JSON_MARKS = (b'"%FEATURE_STRUCTURES"', b'"%TYPES"')

_NO_TEXT = N_("There is no text in it, so it is left out.")
_NOTHING = N_("“{name}” holds no text that was worked on in INCEpTION or another program of UIMA.")


class UimaCas:
    """Files of UIMA."""

    key = "uima_cas"
    title = N_("UIMA CAS, as of INCEpTION (XMI, JSON)")
    suffixes: tuple[str, ...] = (".xmi", ".json", ".zip")
    tables: Mapping[str, tuple[str, ...]] = {}

    def claims(self, parcel: Parcel) -> bool:
        """Say whether there is XMI or CAS JSON in it, or a project of INCEpTION."""
        with suppress(Unreadable):
            names = parcel.names()
            if names == [parcel.name]:
                return _is_cas(parcel.beginning())
            if any(name.startswith(_PROJECT) for name in names) or parcel.ending(".xmi"):
                return True
            for name in parcel.ending(".json")[:1]:
                with parcel.opened(name) as file:
                    return _is_cas(file.read(BEGINNING))
        return False

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give the texts, then what is marked in them; raises ``Unreadable``."""
        taking = _Taking(parcel.name)
        for container in containers(parcel):
            yield from taking.files(container)
        yield from taking.rest()


class _Taking:
    """A parcel under way: rows wait until all texts are known."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._keys = Keys()
        self._tally = Tally()
        self._made = Made(self._tally)
        self._known: dict[tuple[str, ...], TextOf] = {}
        self._gone: dict[str, Values] = {}
        self._along: list[Values] = []
        self._fault: Unreadable | None = None

    def files(self, container: Container) -> Iterator[Brought]:
        """Give the texts of files that lie together."""
        types = Types()
        for file in container.ending(".xml"):
            with suppress(Unreadable):
                data = file.read()
                if _TYPES_MARK in data[:BEGINNING]:
                    read_types(data, file.name, self._name, types)
        for file in container.ending(_ALONG):
            self._keep(file.read())
        for file in (*container.ending(".xmi"), *container.ending(".json")):
            try:
                found = self._cas(file, types)
            except Unreadable as problem:
                self._fault = self._fault or problem
                self._tally.add(problem.template, file.name, values=problem.values)
                continue
            if found is not None:
                yield from self._views(found, types, file.name)

    def rest(self) -> Iterator[GivenRow | Doubt]:
        """Give the rows, then the doubts; raises ``Unreadable`` where there was no text at all."""
        if not self._known:
            raise self._fault or Unreadable(_NOTHING, name=shown(self._name))
        yield from self._made.rows
        yield from rows(self._along, self._keys.taken, _ALONG)
        yield from self._tally.doubts()

    def _keep(self, data: bytes) -> None:
        """Keep what went along, by document where it is said of one."""
        for line in data.split(b"\n"):
            with suppress(ValueError, RecursionError):
                row: object = json.loads(line)
                if isinstance(row, dict):
                    self._along.append(row)
                    if row.get("row") == "document":
                        self._gone[words(row.get("document_uid"))] = row

    def _cas(self, file: File, types: Types) -> Cas | None:
        if file.name.casefold().endswith(".xmi"):
            return from_xmi(file.read(), file.name, self._name, types)
        data = file.read()
        return from_json(data, file.name, types) if _is_cas(data[:BEGINNING]) else None

    def _views(self, found: Cas, types: Types, at: str) -> Iterator[Brought]:
        documents: dict[str, TextOf] = {}
        for sofa, view in found.views.items():
            if not words(view.text):
                self._tally.add(_NO_TEXT, at)
                continue
            said = _metadata(found, sofa)
            alike = view.text, said.get("documentTitle", ""), said.get("documentId", "")
            known = self._known.get(alike)
            if known is None:
                try:
                    made = self._document(view, said, at)
                except Unreadable as problem:
                    self._tally.add(problem.template, at, values=problem.values)
                    continue
                known = TextOf(made.key, view.text, made.incoming.text)
                self._known[alike] = known
                yield made
            documents[sofa] = known
        self._made.add(found, types, documents, at, _annotator(at))

    def _document(self, view: View, said: Mapping[str, str], at: str) -> Brought:
        uid = said.get("documentId", "")
        gone = self._gone.get(uid, {})
        known = words(gone.get("original_name"))
        name = known or said.get("documentTitle") or at
        language = said.get("language", "").removeprefix("x-unspecified")
        return brought(
            self._keys.new(uid if gone else "", at),
            name,
            cas.restored(view.text, gone.get("replaced")),
            importer=_IMPORTER,
            said=Said(title=said.get("documentTitle", ""), language=language),
            part="" if known or at == self._name else at,
        )


def _annotator(at: str) -> str:
    """Return whose work a file in a project of INCEpTION is; empty where nobody's name says so."""
    found = _OF_SOMEBODY.search(at)
    return "" if found is None or found[1] in _NOBODY else found[1]


def _is_cas(head: bytes) -> bool:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return any(mark in head for mark in _JSON_MARKS)
    return _XMI_MARK in head and b"uima" in head


def _metadata(found: Cas, sofa: str) -> Mapping[str, str]:
    """Return what a CAS says of a text of its own."""
    said: dict[str, str] = {}
    for one in found.structures:
        if one.sofa == sofa and one.short_type in DOCUMENTS:
            said |= one.features
    return said


PROJECT: ProjectImporter = UimaCas()
