"""Everything that is no passage, tag or text, as cases with variables; records of passages too.

A case is what sources and selections are grouped by: an actor, an event, a question, what is known
of one passage. Any program of the standard shows it with its values; ours makes the row again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reviewer.domain.refi import Plain, flat
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.exporters.interchange.refi_xml import (
    Pile,
    attribute,
    guid,
    made,
    short_name,
    value_element,
)
from reviewer.exporters.project_lines import described_rows, judged_rows
from reviewer.exporters.tables import Row
from reviewer.exporters.written import filled

_KEPT: Mapping[str, tuple[str, ...]] = {
    "actor": ("name", "kind", "side", "protected", "names", "note"),
    "document": ("title", "publisher", "author", "posted", "url"),
    "field": ("tag", "name", "kind", "choices", "help"),
    "event": (
        *("key", "name", "type", "date", "place", "place_precision", "parent", "description"),
        "status",
    ),
    "question": (
        *("key", "event", "wording", "harm", "group", "period"),
        *("working", "working_by", "working_at"),
    ),
    "nothing": ("event", "question", "checked_by", "checked_at"),
    "rating": ("actor", "event", "question", "value", "reason", "analyst", "at"),
}
_HELD = (
    *("title", "author", "publisher", "url", "language", "note", "posted", "captured"),
    *("publisher_actor", "review_status", "set_aside_reason", "second_look"),
)
_CARRIED = (
    *("follow_up", "record", "settled", "chain", "accused", "victims", "fields", "events"),
    *("checked_by", "checked_at", "translation_checked_by", "translation_checked_at"),
)
_MAY_BE_NONE = ("chain", "accused", "victims")
"""An empty list of these says that an analyst settled it so."""


@dataclass
class Variables:
    """The variables of a file; each is declared when its first value is written."""

    _known: dict[str, tuple[str, str]] = field(default_factory=dict)

    def values(self, row: str, values: Mapping[str, object]) -> str:
        """Return the values that a row becomes."""
        return self.written(flat(row, values))

    def written(self, values: Iterable[tuple[str, Plain]]) -> str:
        """Return the values of variables."""
        return "".join([self._value(name, value) for name, value in values])

    def _value(self, name: str, value: Plain) -> str:
        known = self._known.get(name)
        if known is None or (value is not None and not known[1]):
            known = self._known[name] = (made("variable", name), _type_of(value))
        inside = value_element(value)
        return f'<VariableValue><VariableRef targetGUID="{known[0]}"/>{inside}</VariableValue>'

    def element(self) -> str:
        """Return ``Variables``; nothing where there is none."""
        if not self._known:
            return ""
        lines = (
            f'<Variable guid="{key}" name="{attribute(name)}" typeOfVariable="{kind or "Text"}"/>\n'
            for name, (key, kind) in self._known.items()
        )
        return f"<Variables>\n{''.join(lines)}</Variables>\n"


def _type_of(value: Plain) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "Boolean"
        case int():
            return "Integer"
        case str():
            return "Text"


@dataclass
class Cases:
    """The cases of a file."""

    variables: Variables
    pile: Pile = field(default_factory=Pile)
    in_events: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def passage(self, selection: str, label: str, row: Row, quote: str = "") -> str:
        """Put down what is known of a passage; returns it in short words, empty without any.

        ``quote`` are its words where they do not stand at its place.
        """
        known = {key: row[key] for key in _CARRIED if key in row and _says(key, row[key])}
        for one in _events_of(known):
            self.in_events[one].append(selection)
        if quote:
            known["quote"] = quote
        if not known:
            return ""
        pairs = list(flat("passage", known))
        values = self.variables.written(pairs)
        self._put(made("record", selection), label, values, refs=[("SelectionRef", selection)])
        return _in_short(pairs)

    def others(self, project: ProjectSnapshot) -> None:
        """Put down the actors, events and all other things, once all passages were."""
        for rows in (described_rows(project, held=False), judged_rows(project)):
            others = (row for row in rows if row["row"] != "tag")
            for number, row in enumerate(others, start=1):
                self._other(str(row["row"]), row, number)

    def _other(self, kind: str, row: Row, number: int) -> None:
        kept = filled({key: row.get(key) for key in _KEPT[kind]})
        name = str(row.get("name") or row.get("title") or row.get("wording") or kind)
        refs: list[tuple[str, str]] = []
        if row.get("document_uid"):
            refs.append(("SourceRef", guid(str(row["document_uid"]))))
        if kind == "event":
            called = str(row.get("key") or row["name"])
            refs += [("SelectionRef", one) for one in self.in_events.pop(called, ())]
        own = str(row.get("uid") or "")
        key = guid(own) if own else made(kind, str(number), name)
        if kind == "document":
            key = source_guid(name)
        self._put(key, name, self.variables.values(kind, kept), refs=refs)

    def _put(self, key: str, name: str, values: str, *, refs: Iterable[tuple[str, str]]) -> None:
        inside = "".join(f'<{ref} targetGUID="{one}"/>' for ref, one in refs)
        title = short_name(name)
        self.pile.add(f'<Case guid="{key}" name="{title}">{values}{inside}</Case>\n')


def source_guid(title: str) -> str:
    """Return the guid of the case that a source not held is."""
    return made("source", title)


def held_values(row: Row) -> dict[str, object]:
    """Return what is said of a document that is held."""
    return filled({key: row.get(key) for key in _HELD})


_SHOWN = tuple(f"passage.{key}." for key in ("record", "chain", "accused", "victims", "fields"))


def _says(key: str, value: object) -> bool:
    return value not in (None, "", [], {}) or (value == [] and key in _MAY_BE_NONE)


def _events_of(known: Mapping[str, object]) -> set[str]:
    events = known.get("events")
    if not isinstance(events, list):
        return set()
    return {str(one["event"]) for one in events if isinstance(one, dict)}


def _in_short(values: Iterable[tuple[str, Plain]]) -> str:
    said = [
        f"{name.removeprefix('passage.').removeprefix('record.')}: {value}"
        for name, value in values
        if value is not None and name.startswith(_SHOWN)
    ]
    return "; ".join(said)
