"""brat's standoff annotations (a folder or an archive of ``.txt`` and ``.ann``) -> passages.

What our own exporter sent along (``exporters/interchange/brat.py``) comes back with them, true
names of tags and all. Places are code points in brat; other programs that write its files count in
other ways, so the way is chosen in which most words stand where they should.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Given, GivenRow
from reviewer.domain.words import N_, one_or_many
from reviewer.importers import shown
from reviewer.importers.decoding import decode
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.along import (
    Keys,
    Tally,
    Values,
    described,
    inner,
    rows,
    words,
)
from reviewer.importers.interchange.bringing import Said, brought
from reviewer.importers.interchange.labelling.brat_lines import (
    Annotations,
    Configuration,
    TextBound,
    annotations,
    gaps,
)
from reviewer.importers.interchange.labelling.brat_rows import Document, Fields, Names
from reviewer.importers.interchange.labels import order_of
from reviewer.importers.interchange.offset_units import Counting, Sample, Unit, best_of
from reviewer.importers.passed_over import is_hidden

ALONG = "reviewer.jsonl"
NOTHING = N_("“{name}” holds no annotations of brat (.ann).")
STRANGE = one_or_many(
    "{count} line of “{name}” is no annotation: it is left out.",
    "{count} lines of “{name}” are no annotations: they are left out.",
)
HIDDEN = one_or_many("{count} hidden file is left out.", "{count} hidden files are left out.")
OTHERS = one_or_many(
    "{count} file without annotations (.ann) is left out. It can be imported by itself.",
    "{count} files without annotations (.ann) are left out. They can be imported by themselves.",
)
NO_TEXT = N_("The text of “{name}” is not there (.txt). Its places are taken as they stand.")
_IMPORTER = ("brat", 1)
_WAYS = tuple(
    Counting(unit, crlf, mark)
    for unit, crlf, mark in product(
        (Unit.CODE_POINTS, Unit.UTF16, Unit.UTF8), (True, False), (True, False)
    )
)
"""How places may be counted: first as brat does."""


@dataclass(slots=True)
class _File:
    """A file of annotations with its text (``None``: there is none), and what went along."""

    name: str
    found: Annotations
    data: bytes | None
    raw: str | None
    gone: Values
    key: str = ""
    text: str = ""

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return self.name[: -len(".ann")]

    def sample(self) -> Sample:
        """Return its text with its places, and the words there as far as they are in one piece."""
        found = self.found.text_bound
        quotes = [one.words if _is_whole(one, self.raw or "") else "" for one in found]
        return Sample(self.raw or "", [_ends(one) for one in found], quotes)


class Brat:
    """brat standoff."""

    key, title = "brat", N_("brat (standoff)")
    suffixes = (".ann", ".zip")
    tables: Mapping[str, Sequence[str]] = MappingProxyType({})

    def claims(self, parcel: Parcel) -> bool:
        """Say whether there are files of annotations."""
        with suppress(Unreadable):
            return bool(_names(parcel))
        return False

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give the texts, then what is said of them; raises ``Unreadable``, naming the parcel."""
        names = _names(parcel)
        if not names:
            raise Unreadable(NOTHING, name=shown(parcel.name))
        yield from _Taking(parcel).all(names)


PROJECT: ProjectImporter = Brat()


def _names(parcel: Parcel) -> list[str]:
    """Return the files of annotations; what a Mac puts beside files is none."""
    return [one for one in parcel.ending(".ann") if not _is_hidden(one)]


def _is_hidden(name: str) -> bool:
    return any(map(is_hidden, name.split("/")))


@dataclass(slots=True)
class _Taking:
    """A parcel under way."""

    parcel: Parcel
    tally: Tally = field(default_factory=Tally)
    files: list[_File] = field(default_factory=list)
    head: Values = field(default_factory=dict)

    def all(self, names: Sequence[str]) -> Iterator[Given]:
        """Give everything."""
        self._count_others(names)
        self._open(names)
        known, keys, kept = self._names(), Keys(), list[_File]()
        for one in self.files:
            one.key = keys.new(one.gone.get("uid"), one.stem)
            try:
                yield from self._text(one)
            except Unreadable as problem:
                self.tally.add(problem.template, one.name, values=problem.values)
            else:
                kept.append(one)
        counting = self._counting(kept)
        yield from (GivenRow(row, "annotation.conf") for row in known.rows())
        fields, passages = Fields(known), list[GivenRow]()
        for one in kept:
            passages += self._rows(one, counting, known, fields)
        yield from (GivenRow(row, "annotation.conf") for row in fields.rows())
        yield from sorted(passages, key=lambda one: order_of(one.values.get("key")))
        for one in kept:
            if one.gone:
                yield GivenRow(described(one.key, inner(one.gone, "document")), one.name)
                yield from rows(one.gone.get("rows"), keys.taken, one.name)
        yield from self.tally.doubts()

    def _count_others(self, names: Sequence[str]) -> None:
        """Count what is neither annotations nor their texts nor settings."""
        read = {*names, *(f"{name[: -len('.ann')]}.txt" for name in names)}
        others = [one for one in self.parcel.names() if one not in read]
        others = [one for one in others if not one.casefold().endswith((".conf", ALONG))]
        hidden = sum(map(_is_hidden, others))
        self.tally.add(HIDDEN, count=hidden)
        self.tally.add(OTHERS, count=len(others) - hidden)

    def _open(self, names: Sequence[str]) -> None:
        gone = self._along()
        for name in names:
            try:
                self.files.append(self._file(name, gone.get(_last(name)[: -len(".ann")], {})))
            except Unreadable as problem:
                self.tally.add(problem.template, name, values=problem.values)

    def _file(self, name: str, gone: Values) -> _File:
        found = annotations(self._words(name))
        if found.strange:
            values = {"name": shown(name)}
            self.tally.add(STRANGE, name, count=len(found.strange), values=values)
        beside = f"{name[: -len('.ann')]}.txt"
        data = self.parcel.read(beside) if beside in self.parcel else None
        raw = None if data is None else _decoded(data, beside)
        return _File(name, found, data, raw, gone)

    def _text(self, one: _File) -> Iterator[Given]:
        if one.raw is None:
            one.key = f"{_last(one.stem)}.txt"
            self.tally.add(NO_TEXT, one.name, values={"name": shown(one.stem)})
            return
        name = words(one.gone.get("name")) or f"{_last(one.stem)}.txt"
        said = Said(title=words(one.gone.get("title")))
        made = brought(one.key, name, one.raw, importer=_IMPORTER, said=said, original=one.data)
        one.text = made.incoming.text
        yield made

    def _counting(self, files: Sequence[_File]) -> Counting:
        """Return how places are counted; ours are counted as brat counts."""
        samples = [one.sample() for one in files if one.raw is not None]
        if self.head or not samples:
            return Counting()
        plain, best = best_of(samples, among=_WAYS[:1]), best_of(samples, among=_WAYS)
        doubt = best.doubt()
        if best.fitted <= plain.fitted or doubt is None:
            return plain.counting
        self.tally.add(doubt.message, count=int(doubt.values["count"]), values=doubt.values)
        return best.counting

    def _rows(
        self, one: _File, counting: Counting, known: Names, fields: Fields
    ) -> Iterator[GivenRow]:
        pairs = [_ends(bound) for bound in one.found.text_bound]
        places = pairs if one.raw is None else counting.places(one.raw, pairs)
        ids = [bound.id for bound in one.found.text_bound]
        document = Document(one.key, one.name, one.text, one.gone, known, fields, self.tally)
        yield from document.rows(one.found, dict(zip(ids, places, strict=True)))

    def _names(self) -> Names:
        configuration = Configuration()
        for name in self.parcel.ending("annotation.conf", "visual.conf"):
            configuration.read(self._words(name))
        attributes = {
            name: (str(of[0]), str(of[1]))
            for name, of in inner(self.head, "attributes").items()
            if isinstance(of, list) and len(of) == 2 and of[0] in ("follow_up", "record", "fields")
        }
        types = {name: words(tag) for name, tag in inner(self.head, "types").items()}
        return Names(configuration, {name: tag for name, tag in types.items() if tag}, attributes)

    def _along(self) -> dict[str, Values]:
        """Return what went along with each file, by its name without folders and ending."""
        found: dict[str, Values] = {}
        for name in self.parcel.ending(ALONG)[:1]:
            for line in map(_object, self._words(name).split("\n")):
                if "file" in line:
                    said = {key: line.get(key) for key in ("name", "title")}
                    found[words(line["file"])] = {**inner(line, "reviewer"), **said}
                self.head = line if "types" in line else self.head
        return found

    def _words(self, name: str) -> str:
        return _decoded(self.parcel.read(name), name)


def _decoded(data: bytes, name: str) -> str:
    """Return a text with its byte order mark; brat's files are UTF-8, whatever stands in them."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return decode(data, shown(name)).text


def _object(line: str) -> Values:
    with suppress(ValueError, RecursionError):
        value: object = json.loads(line)
        return value if isinstance(value, dict) else {}
    return {}


def _ends(one: TextBound) -> tuple[int, int]:
    """Return where an annotation starts and ends, whatever lies between its pieces."""
    return one.places[0][0], max(end for _, end in one.places)


def _is_whole(one: TextBound, raw: str) -> bool:
    return not any(raw[start:end].strip() for start, end in gaps(one.places))


def _last(name: str) -> str:
    return name.rpartition("/")[2]
