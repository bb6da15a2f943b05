"""What a step changed of actors, records, readings and own fields, in plain words.

Beside ``changes.py``, which tells the rest: here a column's name alone does not say what it is, for
the place of an event is not that of a passage, and a reading's value is that of its field.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from reviewer.domain.actors import ACTOR_KIND_LABELS
from reviewer.domain.errors import ReviewerError
from reviewer.domain.fields import FIELD_KIND_LABELS
from reviewer.domain.records import FIELDS, RecordField, ValueKind, chain_read, names_read
from reviewer.domain.steps import Action, Change
from reviewer.domain.tags import RecordKind
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.models.dates import BASIS_LABELS, spelled
from reviewer.ui.models.number_conventions import convention_label
from reviewer.ui.theme.mirroring import onward
from reviewer.ui.wording import isolated, one_line
from reviewer.workspace.project import Workspace

Told = tuple[str, str, str]  # a label, the value before and the value after

MOST_LETTERS = 400
_KINDS = {
    "allegations": RecordKind.ALLEGATION,
    "responses": RecordKind.RESPONSE,
    "figures": RecordKind.FIGURE,
}
_TITLES: Mapping[str, Mapping[Action, str]] = {
    "actors": {
        Action.INSERT: N_("Actor “{name}”, new"),
        Action.UPDATE: N_("Actor “{name}”"),
        Action.DELETE: N_("Actor “{name}”, taken away"),
    },
    "actor_names": {
        Action.INSERT: N_("Name of an actor, new"),
        Action.UPDATE: N_("Name of an actor"),
        Action.DELETE: N_("Name of an actor, taken away"),
    },
    "fields": {
        Action.INSERT: N_("Field “{name}”, new"),
        Action.UPDATE: N_("Field “{name}”"),
        Action.DELETE: N_("Field “{name}”, taken away"),
    },
}
_OF_PASSAGE: Mapping[str, Mapping[Action, str]] = {
    "records": {
        Action.INSERT: N_("Details of {passage}, new"),
        Action.UPDATE: N_("Details of {passage}"),
        Action.DELETE: N_("Details of {passage}, taken away"),
    },
    "chain_members": {
        Action.INSERT: N_("Who says so in {passage}, new"),
        Action.UPDATE: N_("Who says so in {passage}"),
        Action.DELETE: N_("Who says so in {passage}, taken away"),
    },
    "roles": {
        Action.INSERT: N_("Name given in {passage}, new"),
        Action.UPDATE: N_("Name given in {passage}"),
        Action.DELETE: N_("Name given in {passage}, taken away"),
    },
    "readings": {
        Action.INSERT: N_("Read in {passage}, not confirmed"),
        Action.UPDATE: N_("Read in {passage}"),
        Action.DELETE: N_("Read in {passage}, taken away"),
    },
    "field_values": {
        Action.INSERT: N_("Own field of {passage}, new"),
        Action.UPDATE: N_("Own field of {passage}"),
        Action.DELETE: N_("Own field of {passage}, taken away"),
    },
}
_LABELS: Mapping[str, str] = {
    "actor": N_("Actor"),
    "choices": N_("Choices"),
    "convention": N_("Convention"),
    "field": N_("Field"),
    "hedge": N_("Cautious words"),
    "help": N_("Help"),
    "judged_by": N_("Judged by"),
    "kind": N_("Kind"),
    "low_by_convention": N_("At least, by a convention"),
    "name": N_("Name"),
    "note": N_("Note"),
    "printed": N_("As printed"),
    "protected": N_("Name protected"),
    "role": N_("Named as"),
    "side": N_("Party to the dispute"),
    "tag": N_("Tag"),
    "value": N_("Value"),
}
_ROLE_LABELS = {"accused": N_("Who is said to have done it"), "victim": N_("Names given")}
_TOLD_BESIDE = frozenset(("id", "uid", "passage", "position", "analyst", "rule", "judged_at"))
_ENDINGS = frozenset(("earliest", "latest", "start", "end", "at"))


_RARE = frozenset(("negated", "protected"))  # said of a row that came or went only where it is so


class RecordChangeTeller:
    """Tells changes of records and what belongs to them; looks names up as they are now."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._actors: dict[int, str] = {}
        self._fields: dict[int, str] = {}
        self._tags: dict[int, str] = {}
        self._analysts: dict[int, str] = {}
        self._values: Mapping[str, Callable[[object], str]] = {
            "actor": lambda value: _named(self._actors, value),
            "tag": lambda value: _named(self._tags, value),
            "judged_by": lambda value: _named(self._analysts, value),
            "role": lambda value: _(_ROLE_LABELS.get(str(value), str(value))),
            "protected": _yes_or_no,
            "choices": lambda value: str(value)[1:-1].replace('"', ""),
        }

    def start(self) -> None:
        """Look up what actors, fields, tags and analysts are called now."""
        self._actors = {one.id: one.name for one in self._workspace.actors.all()}
        self._fields = {one.id: one.name for one in self._workspace.fields.all()}
        self._tags = {one.id: one.name for one in self._workspace.tags.all()}
        self._analysts = {one.id: one.name for one in self._workspace.analysts()}

    def knows(self, table: str) -> bool:
        """Say whether changes of this table are told here."""
        return table in _KINDS or table in _TITLES or table in _OF_PASSAGE

    def title(self, change: Change) -> str:
        """Return what a change was to, in a few words."""
        if change.table in _TITLES:
            name = self._name(change)
            return _(_TITLES[change.table][change.action]).format(name=isolated(name))
        key = "records" if change.table in _KINDS else change.table
        return _(_OF_PASSAGE[key][change.action]).format(passage=isolated(self._passage(change)))

    def told(self, change: Change) -> Iterator[Told]:
        """Give each value before and after; what only the program needs is left out."""
        if change.table == "readings" and change.action is not Action.UPDATE:
            before, after = (
                self._value(change, "value", image) for image in (change.before, change.after)
            )
            yield _field_label({**change.before, **change.after}.get("field")), before, after
            return
        for column in {**change.before, **change.after}:
            if column in _TOLD_BESIDE or column.rpartition("_")[2] in _ENDINGS:
                continue
            if (
                column in _RARE
                and change.action is not Action.UPDATE
                and not _is_so(change, column)
            ):
                continue
            before = self._value(change, column, change.before)
            after = self._value(change, column, change.after)
            if before or after:
                yield self._label(change, column), before, after

    def _name(self, change: Change) -> str:
        image = {**change.before, **change.after}
        names = self._actors if change.table == "actors" else self._fields
        return str(image.get("name") or _named(names, change.row))

    def _passage(self, change: Change) -> str:
        passage = self._workspace.history.passage_of(change)
        try:
            return "…" if passage is None else self._workspace.passages.label(passage)
        except ReviewerError:
            return _("that is gone")

    def _label(self, change: Change, column: str) -> str:
        field = _record_field(change, column) if change.table in _KINDS else None
        if field is None:
            return _(_LABELS[column]) if column in _LABELS else column.replace("_", " ")
        label = _(field.label)
        if column.endswith("_basis"):
            return _("{field}: how it was read").format(field=label)
        if column.endswith("_words"):
            return _("{field}, as printed").format(field=label)
        return label

    def _value(self, change: Change, column: str, image: Mapping[str, object]) -> str:
        value = image.get(column)
        if value is None or value == "":
            return ""
        tell = self._values.get(column) or self._by_table(change, column)
        return one_line(tell(value))[:MOST_LETTERS]

    def _by_table(self, change: Change, column: str) -> Callable[[object], str]:
        match change.table, column:
            case "actors", "kind":
                return _of_list(ACTOR_KIND_LABELS.items())
            case "fields", "kind":
                return _of_list(FIELD_KIND_LABELS.items())
            case "figures", "convention":
                return lambda value: convention_label(str(value))
            case "field_values", "field":
                return lambda value: _named(self._fields, value)
            case "readings", "field":
                return _field_label
        field = _record_field(change, column)
        return str if field is None else _of_field(field, column)


def noun(table: str, count: int) -> str | None:
    """Return so many rows of a table in words, ``None`` where it is not told here."""
    if table in _KINDS:
        return counted("details of {count} passage", "details of {count} passages", count)
    words: Mapping[str, Callable[[], str]] = {
        "actors": lambda: counted("{count} actor", "{count} actors", count),
        "actor_names": lambda: counted("{count} name", "{count} names", count),
        "chain_members": lambda: counted("{count} who says so", "{count} who say so", count),
        "roles": lambda: counted("{count} name given", "{count} names given", count),
        "readings": lambda: counted("{count} value read", "{count} values read", count),
        "fields": lambda: counted("{count} field", "{count} fields", count),
        "field_values": lambda: counted(
            "{count} value of an own field", "{count} values of own fields", count
        ),
    }
    found = words.get(table)
    return None if found is None else found()


def _record_field(change: Change, column: str) -> RecordField | None:
    """Return the field that a column of a record belongs to, or that a reading's value is of."""
    kind = _KINDS.get(change.table)
    if kind is not None:
        names = (column, column.rpartition("_")[0])
        return next((one for one in FIELDS[kind] if one.key in names), None)
    if change.table == "readings" and column == "value":
        key = {**change.before, **change.after}.get("field")
        return next((one for several in FIELDS.values() for one in several if one.key == key), None)
    return None


def _of_field(field: RecordField, column: str) -> Callable[[object], str]:
    if column.endswith("_basis"):
        return _of_list(BASIS_LABELS.items())
    if field.kind is ValueKind.YES_NO:
        return _yes_or_no
    if field.kind is ValueKind.DATE and not column.endswith(("_words", "_evidence")):
        return lambda value: spelled(str(value))
    if field.kind in (ValueKind.CHAIN, ValueKind.NAMES):
        return _names
    return _of_list(field.choices.items()) if field.choices else str


def _names(value: object) -> str:
    """Return the names of a reading, as printed."""
    for read in (chain_read, names_read):
        try:
            names = [one.printed or _("Not named") for one in read(str(value))]
            return f" {onward(''.join(names))} ".join(names)
        except ValueError:
            continue
    return str(value)


def _of_list(labels: Iterable[tuple[str, str]]) -> Callable[[object], str]:
    words = {str(word): label for word, label in labels}
    return lambda value: _(words[str(value)]) if str(value) in words else str(value)


def _field_label(value: object) -> str:
    every = {one.key: one.label for several in FIELDS.values() for one in several}
    return _(every[str(value)]) if str(value) in every else str(value)


def _is_so(change: Change, column: str) -> bool:
    return bool({**change.before, **change.after}.get(column))


def _named(names: Mapping[int, str], value: object) -> str:
    return names.get(value, _("one that is gone")) if isinstance(value, int) else ""


def _yes_or_no(value: object) -> str:
    return _("yes") if value not in (0, "", "0", None) else _("no")
