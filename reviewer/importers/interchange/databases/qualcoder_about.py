"""What QualCoder says of its files: attributes, references (RIS), cases and memos -> a document.

What is a title, an author, a publisher, a date, an address or a language becomes that, by what it
is called. All the rest is written into the document's note, a line each, so that nothing is lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType

from reviewer.domain.columns import Column, guess
from reviewer.domain.languages import language_code
from reviewer.importers.interchange import Tables
from reviewer.importers.interchange.bringing import Said
from reviewer.importers.interchange.databases.cells import Row, line_in, number_in, words_in

_OF_REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("TI", "T1", "title"), "title"),
        **dict.fromkeys(("AU", "A1", "author", "authors"), "author"),
        **dict.fromkeys(("PB", "JO", "JF", "T2", "journal"), "publisher"),
        **dict.fromkeys(("DA", "PY", "Y1", "year"), "posted"),
        "UR": "url",
        "LA": "language",
    }
)
_PREFIX = "ref_"  # of attributes that QualCoder makes of references
_SEVERAL = "author"
_FIELDS = frozenset(one.name for one in fields(Said))
_LONGEST_ENDING = 5


@dataclass(frozen=True, slots=True)
class About:
    """What is said of one file: its fields, and the lines of its note."""

    fields: Mapping[str, str]
    note: str

    def said(self, name: str) -> Said:
        """Return the fields; a file without a title is called by its name."""
        stem, _dot, ending = name.rpartition(".")
        title = stem if stem and len(ending) <= _LONGEST_ENDING else name
        return Said(**{"title": title, **self.fields})


class Abouts:
    """What a project says of all its files."""

    def __init__(self, tables: Tables) -> None:
        self._attributes = _grouped(tables.get("attribute", ()), "id")
        self._references = _grouped(tables.get("ris", ()), "risid")
        self._in_cases = _grouped(tables.get("case_text", ()), "fid")
        self._cases = {number_in(row, "caseid"): row for row in tables.get("cases", ())}
        self.in_notes = 0

    def of(self, source: Row) -> About:
        """Return what is said of a file; counts what only its note has room for."""
        found: dict[str, str] = {}
        lines: list[str] = []
        for label, field, words in self._statements(source):
            if field == _SEVERAL and found.get(field):
                known = found[field].split("; ")
                found[field] = "; ".join(dict.fromkeys((*known, words)))
            elif field and not found.get(field):
                found[field] = language_code(words) if field == "language" else words
            elif not field or found[field] != words:
                lines.append(f"{label}: {words}")
        lines = list(dict.fromkeys(lines))
        self.in_notes += len(lines)
        memo = words_in(source, "memo").strip()
        return About(found, "\n".join(filter(None, (memo, *lines))))

    def _statements(self, source: Row) -> Iterator[tuple[str, str, str]]:
        """Give what is said: what it is called, the field of a document it is, if any, and it."""
        reference, file = number_in(source, "risid"), number_in(source, "id")
        for row in () if reference is None else self._references.get(reference, ()):
            tag, words = line_in(row, "tag"), line_in(row, "value")
            field = _OF_REFERENCES.get(tag.upper(), "")
            if words:
                yield tag, field, _day(words) if field == "posted" else words
        attributes = self._of("file", file)
        headings = {
            heading: column
            for column, heading in guess([name for name, _words in attributes]).headings.items()
        }
        for name, words in attributes:
            yield name, _field_of(name, headings), words
        for row in self._in_cases.get(file, ()):
            yield "Case", "", self._case(number_in(row, "caseid"))

    def _of(self, kind: str, number: int | None) -> list[tuple[str, str]]:
        """Return the attributes of a file or a case, by their names; empty ones say nothing."""
        return [
            (line_in(row, "name"), line_in(row, "value"))
            for row in self._attributes.get(number, ())
            if line_in(row, "attr_type") == kind and line_in(row, "value")
        ]

    def _case(self, number: int | None) -> str:
        """Return a case's name, with what is said of it behind it."""
        case = self._cases.get(number, {})
        more = [f"{name}: {words}" for name, words in self._of("case", number)]
        more += filter(None, (line_in(case, "memo"),))
        name = line_in(case, "name") or str(number)
        return f"{name} ({'; '.join(more)})" if more else name


def _grouped(rows: Sequence[Row], column: str) -> dict[int | None, list[Row]]:
    found: dict[int | None, list[Row]] = {}
    for row in rows:
        found.setdefault(number_in(row, column), []).append(row)
    return found


def _field_of(name: str, headings: Mapping[str, Column]) -> str:
    if name.casefold().startswith(_PREFIX):
        return _OF_REFERENCES.get(name.casefold().removeprefix(_PREFIX), "")
    field = str(headings.get(name, ""))
    return field if field in _FIELDS else ""


def _day(words: str) -> str:
    """Return a date of a reference, ``2019/06/14/``, as it is written elsewhere."""
    return words.strip("/ ").replace("/", "-")
