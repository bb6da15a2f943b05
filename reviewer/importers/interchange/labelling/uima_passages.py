"""Structures of a CAS -> rows of our own: annotations are passages, relations links or notes."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

from reviewer.domain import cas
from reviewer.domain.interchange import GivenRow
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import Template, one_or_many
from reviewer.importers import shown
from reviewer.importers.interchange.along import Relations, Tally, Values, passage, words
from reviewer.importers.interchange.labelling.uima_views import Cas, Structure, Types
from reviewer.importers.interchange.offset_units import Counting, Place, Unit

_UTF16 = Counting(Unit.UTF16)
_BUILT = ("segmentation", "metadata", "lexmorph", "syntax", "transform")
_OF_TEXTS = tuple(f"de.tudarmstadt.ukp.dkpro.core.api.{name}." for name in _BUILT)
DOCUMENTS = ("DocumentAnnotation", "DocumentMetaData")
"""Types that say what a document is called, and in which language it is."""
_STRUCTURAL = frozenset(
    (
        *("Sentence", "Token", "Paragraph", "Document", *DOCUMENTS),
        *(
            "Lemma",
            "Stem",
            "POS",
            "Chunk",
            "Dependency",
            "Div",
            "Heading",
            "SourceDocumentInformation",
        ),
    )
)
_LABELS = ("tag", "kind", "label", "value", "category", "class", "type", "role")
_NOTES = frozenset(("note", "comment", "comments", "remark", "description"))
_ROLE, _SLOT = "role", "target"
_NOTHING_SAID = frozenset(("", "0", "0.0", "false"))
_LONGEST_TAG = 200  # code points

_PASSED_OVER = one_or_many(
    "{count} annotation of the kind “{name}” is passed over: it says how the text is built.",
    "{count} annotations of the kind “{name}” are passed over: they say how the text is built.",
)
_NO_PLACE = one_or_many(
    "{count} structure of the kind “{name}” has no place in a text: it is left out.",
    "{count} structures of the kind “{name}” have no place in a text: they are left out.",
)
_OUTSIDE = one_or_many(
    "{count} annotation of the kind “{name}” lies outside its text or holds nothing: it is "
    "left out.",
    "{count} annotations of the kind “{name}” lie outside their text or hold nothing: they are "
    "left out.",
)
_REFERENCES = one_or_many(
    "{count} reference from “{name}” leads to no annotation that is taken over.",
    "{count} references from “{name}” lead to no annotation that is taken over.",
)
_TWICE = one_or_many(
    "{count} annotation marks what is marked already: the two are one passage.",
    "{count} annotations mark what is marked already: together they are one passage.",
)
_UNTOLD = one_or_many(
    "{count} passage has other names, events or fields there than it left with: those it left "
    "with are kept.",
    "{count} passages have other names, events or fields there than they left with: those they "
    "left with are kept.",
)
_NO_ENDS = one_or_many(
    "{count} relation of the kind “{name}” leads to no annotation that is taken over.",
    "{count} relations of the kind “{name}” lead to no annotation that is taken over.",
)


@dataclass(frozen=True, slots=True)
class TextOf:
    """A document that came: its key, its text in the file, and as it is kept."""

    key: str
    raw: str
    text: str


@dataclass(slots=True)
class Made:
    """The passages of all files so far, by where they stand and under which tag."""

    tally: Tally
    rows: list[GivenRow] = field(default_factory=list)
    _analyst: str = ""
    _passages: dict[tuple[str, Place, str], dict[str, object]] = field(default_factory=dict)

    def add(
        self,
        found: Cas,
        types: Types,
        documents: Mapping[str, TextOf],
        at: str,
        analyst: str = "",
    ) -> None:
        """Make rows of a file's structures; ``documents`` are the texts of its views.

        ``analyst`` is whose work it is, where that is known.
        """
        self._analyst = analyst
        called: dict[str, dict[str, object]] = {}
        relations: list[Structure] = []
        for sofa, document in documents.items():
            here = [one for one in found.structures if one.sofa == sofa]
            relations += [one for one in here if _is_relation(one)]
            marks = [one for one in here if not _is_relation(one) and self._is_mark(one, types)]
            pairs = [(_place(one.begin), _place(one.end)) for one in marks]
            for one, place in zip(marks, _UTF16.places(document.raw, pairs), strict=True):
                if place is None or place[0] == place[1]:
                    self._count(_OUTSIDE, one)
                else:
                    called[one.id] = self._passage(one, types, document.key, place, at)
        for one in found.structures:
            told = _is_slot(one) or _is_structural(one, types)
            if one.sofa not in documents and not told:
                self._count(_NO_PLACE, one)
        self._relate(relations, called, documents, at)
        self._fill(found, called, documents, at)

    def _is_mark(self, one: Structure, types: Types) -> bool:
        if one.begin is None or one.end is None:
            self._count(_NO_PLACE, one)
            return False
        if one.short_type in DOCUMENTS:
            return False
        if _is_structural(one, types):
            self._count(_PASSED_OVER, one)
            return False
        return True

    def _passage(
        self, one: Structure, types: Types, document: str, place: Place, at: str
    ) -> dict[str, object]:
        tag, said = _own(one, self.tally) if one.type == cas.PASSAGE else _others(one, types)
        known = self._passages.get((document, place, tag))
        if known is not None:
            self.tally.add(_TWICE)
            note = words(said.get("note"))
            if note and note != words(known.get("note")):
                known["note"] = "\n".join(filter(None, (words(known.get("note")), note)))
            return known
        row = passage(document, place, tag, said, self.tally)
        row.setdefault("key", f"{document} {len(self._passages) + 1}")
        if self._analyst:
            row.setdefault("analyst", self._analyst)
        self._passages[(document, place, tag)] = row
        self.rows.append(GivenRow(row, at))
        return row

    def _relate(
        self,
        relations: list[Structure],
        called: Mapping[str, dict[str, object]],
        documents: Mapping[str, TextOf],
        at: str,
    ) -> None:
        for one in relations:
            start, end = (called.get(" ".join(one.references[key])) for key in _ENDS)
            if start is None or end is None:
                self._count(_NO_ENDS, one)
                continue
            name = _label(one.features)
            judged = cas.judged(_loaded(one.features.get(cas.CARRIED, "")), one.features)
            related = Relations(documents[one.sofa].text, self.tally)
            for row in related.link(name or one.short_type, start, end, at):
                self.rows.append(GivenRow({**row.values, **judged}, at))

    def _fill(
        self,
        found: Cas,
        called: Mapping[str, dict[str, object]],
        documents: Mapping[str, TextOf],
        at: str,
    ) -> None:
        """Make relations of references from one annotation to others, with a role or without."""
        by_id = {one.id: one for one in found.structures}
        for one in found.structures:
            if one.id not in called or _is_relation(one):
                continue
            related = Relations(documents[one.sofa].text, self.tally)
            for name, identities in one.references.items():
                for identity in identities:
                    slot = by_id.get(identity)
                    role, target = name, identity
                    if slot is not None and _is_slot(slot):
                        role = slot.features.get(_ROLE) or name
                        target = " ".join(slot.references[_SLOT])
                    if target in called:
                        self.rows += related.link(role, called[one.id], called[target], at)
                    else:
                        self._count(_REFERENCES, one)

    def _count(self, message: Template, one: Structure, count: int = 1) -> None:
        name = shown(one.short_type[:_LONGEST_TAG]) or "?"
        self.tally.add(message, count=count, values={"name": name})


_ENDS = (cas.SOURCE, cas.TARGET)


def _own(one: Structure, tally: Tally) -> tuple[str, Values]:
    """Return the tag and the row of an annotation of ours, as it was changed there."""
    carried = _loaded(one.features.get(cas.CARRIED, ""))
    kind = one.features.get("record", "")
    record = RecordKind(kind) if kind in tuple(RecordKind) else RecordKind.NONE
    if cas.untold(carried, one.features):
        tally.add(_UNTOLD)
    return _tag(one.features.get("tag", ""), one), cas.changed(carried, record, one.features)


def _others(one: Structure, types: Types) -> tuple[str, Values]:
    """Return the tag and the note of an annotation of others: what is no label is the note."""
    label = _label(one.features)
    notes, rest = [], []
    for key, value in one.features.items():
        known = types.range(one.type, key)
        empty = value in _NOTHING_SAID if known not in ("", "uima.cas.String") else not value
        if empty or value == label:
            continue
        if key.casefold() in _NOTES:
            notes.append(value)
        else:
            rest.append(f"{key}: {value}")
    note = "\n".join([*notes, *rest])
    return _tag(label, one), {"note": note} if note else {}


def _tag(label: str, one: Structure) -> str:
    return label if label.strip() else one.short_type


def _label(features: Mapping[str, str]) -> str:
    """Return the first label that a tag can be called by; empty where there is none."""
    by_name = {key.casefold(): value for key, value in features.items()}
    found = (by_name.get(name, "") for name in _LABELS)
    return next((one for one in found if one.strip() and len(one) <= _LONGEST_TAG), "")


def _is_slot(one: Structure) -> bool:
    """Say whether it is one of the links that an annotation has in a feature of its own."""
    return one.begin is None and _SLOT in one.references


def _is_relation(one: Structure) -> bool:
    return all(key in one.references for key in _ENDS)


def _is_structural(one: Structure, types: Types) -> bool:
    return _is_of_structure(types.lineage(one.type))


@lru_cache(maxsize=1_000)
def _is_of_structure(lineage: tuple[str, ...]) -> bool:
    return any(
        name.startswith(_OF_TEXTS) or name.rpartition(".")[2] in _STRUCTURAL for name in lineage
    )


def _loaded(carried: str) -> dict[str, object]:
    with suppress(ValueError, RecursionError):
        found: object = json.loads(carried)
        if isinstance(found, dict):
            return found
    return {}


def _place(place: int | None) -> int:
    return -1 if place is None else place
