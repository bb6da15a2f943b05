"""Cases, sources and notes with values of ours -> rows of our own JSON Lines.

What other programs say in their variables stays behind: nothing here knows what it means.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.domain.interchange import GivenRow
from reviewer.domain.refi import Plain, deep, unescaped
from reviewer.importers.interchange.refi.refi_parts import Case, TextPart, Values

_ROWS = frozenset(("actor", "document", "field", "event", "question", "nothing", "rating"))
_OF_SOURCES = frozenset(("nothing", "rating"))
_NAME = "original_name"

Row = dict[str, object]


@dataclass(slots=True)
class CaseRows:
    """The rows that cases are.

    ``of_passages`` is what is known of selections, by guid; ``titles`` are sources not held, by the
    guids of their cases; ``foreign`` counts cases that are none of ours.
    """

    of_passages: dict[str, Row] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    rows: list[GivenRow] = field(default_factory=list)
    foreign: int = 0

    def take(self, case: Case) -> None:
        """Sort one case."""
        rows = rows_of(case.values)
        if "passage" in rows and len(case.selections) == 1:
            self.of_passages[case.selections[0]] = rows["passage"]
            return
        kind = next((kind for kind in rows if kind in _ROWS), None)
        if kind is None:
            self.foreign += 1
            return
        row: Row = {"row": kind, **rows[kind]}
        if kind in _OF_SOURCES and case.sources:
            row["document"] = case.sources[0]
        if kind == "document":
            row.pop("document", None)
            self.titles[case.guid] = str(row.get("title") or "")
        self.rows.append(GivenRow(row, case.guid))


def rows_of(values: Values) -> Mapping[str, Row]:
    """Return the rows that values of variables are, by their kinds."""
    return deep(_unescaped(values))


def _unescaped(values: Values) -> Iterator[tuple[str, Plain]]:
    for name, value in values:
        yield unescaped(name), unescaped(value) if isinstance(value, str) else value


def name_of(part: TextPart) -> str:
    """Return the name of the file that a document of ours came in; empty for any other."""
    return str(rows_of(part.values).get("document", {}).get(_NAME, ""))


def described(part: TextPart) -> GivenRow | None:
    """Return what is said of a document of ours; ``None`` where nothing is."""
    said = {
        key: value
        for key, value in rows_of(part.values).get("document", {}).items()
        if key != _NAME
    }
    if not said:
        return None
    return GivenRow({**said, "row": "document", "document": part.guid}, part.guid)
