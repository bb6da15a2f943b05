"""What a step changed, in plain words: values before and after, column by column.

The history keeps rows and columns as the project file has them. A person reads labels, names in
place of ids, and nothing of what only the program needs.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from reviewer.domain.documents import REVIEW_STATUS_LABELS, ReviewStatus
from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import ReviewerError
from reviewer.domain.incoming import FURNITURE_LABELS, FurnitureKind
from reviewer.domain.languages import language_name
from reviewer.domain.passages import Anchor, first_words, passage_label
from reviewer.domain.steps import Action, Change, Touched
from reviewer.environment.clock import local_time
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.models.dates import BASIS_LABELS, spelled
from reviewer.ui.models.link_changes import LinkChangeTeller
from reviewer.ui.models.link_changes import noun as link_noun
from reviewer.ui.models.record_changes import RecordChangeTeller
from reviewer.ui.models.record_changes import noun as record_noun
from reviewer.ui.wording import isolated, one_line
from reviewer.workspace.project import Workspace

MOST_LETTERS = 400

LABELS: Mapping[str, str] = {
    "analyst": N_("Analyst"),
    "anchor": N_("Place"),
    "author": N_("Author"),
    "captured": N_("Saved from the web"),
    "captured_basis": N_("Saved from the web: how it was read"),
    "captured_edtf": N_("Saved from the web"),
    "captured_evidence": N_("Saved from the web: evidence"),
    "captured_words": N_("Saved from the web, as printed"),
    "checked_at": N_("Checked"),
    "checked_by": N_("Checked by"),
    "colour": N_("Colour"),
    "definition": N_("What it means"),
    "follow_up": N_("Follow up"),
    "key": N_("Setting"),
    "kind": N_("Kind"),
    "language": N_("Language"),
    "name": N_("Name"),
    "note": N_("Note"),
    "original_name": N_("File"),
    "parent": N_("Part of"),
    "place": N_("Characters"),
    "posted": N_("Published"),
    "posted_basis": N_("Published: how it was read"),
    "posted_edtf": N_("Published"),
    "posted_evidence": N_("Published: evidence"),
    "posted_words": N_("Published, as printed"),
    "publisher": N_("Source"),
    "quote": N_("Words in the document"),
    "record": N_("Details"),
    "removed_at": N_("Taken off the list"),
    "review_status": N_("How far read"),
    "second_look": N_("Second look"),
    "set_aside_reason": N_("Reason to set aside"),
    "shortcut": N_("Key"),
    "source_type": N_("Kind of source"),
    "statement": N_("In plain words"),
    "tag": N_("Tag"),
    "title": N_("Title"),
    "translation": N_("Translation"),
    "translation_checked_by": N_("Translation checked by"),
    "translation_language": N_("Language of the translation"),
    "translator": N_("Translated by"),
    "url": N_("Address"),
    "value": N_("Value"),
    "words": N_("Note"),
}
_HIDDEN = frozenset(
    (
        *("id", "uid", "created_at", "modified_at", "imported_at"),
        *("document", "text", "number", "start", "end", "prefix", "suffix", "position"),
        *(
            "definition_version",
            "translation_checked_at",
            "words",
            "held",
            "media_type",
            "origin_group",
        ),
        *("posted_earliest", "posted_latest", "captured_earliest", "captured_latest"),
    )
)
_FIRST = ("title", "original_name", "name", "quote", "tag", "colour", "shortcut", "statement")
_RECORDS = {
    "none": N_("none"),
    "allegation": N_("allegation"),
    "response": N_("response"),
    "figure": N_("figure"),
}


_DEEDS: Mapping[Action, str] = {
    Action.INSERT: N_("{rows}, new"),
    Action.UPDATE: N_("{rows}, changed"),
    Action.DELETE: N_("{rows}, taken away"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value before and after; empty where there was or is none."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """What happened to one passage, document, tag or setting."""

    title: str
    fields: tuple[FieldChange, ...]
    action: Action = Action.UPDATE


def field_label(column: str) -> str:
    """Return what a person calls a column; one that is not known keeps its own name."""
    label = LABELS.get(column)
    return column.replace("_", " ") if label is None else _(label)


def tally(touched: Iterable[Touched]) -> str:
    """Return how much of what a change made, altered or took away, in a few words."""
    return " · ".join(_(_DEEDS[one.action]).format(rows=_rows(one)) for one in touched)


def _rows(touched: Touched) -> str:
    count = touched.rows
    nouns: Mapping[str, Callable[[], str]] = {
        "passages": lambda: counted("{count} passage", "{count} passages", count),
        "documents": lambda: counted("{count} document", "{count} documents", count),
        "tags": lambda: counted("{count} tag", "{count} tags", count),
        "furniture": lambda: counted(
            "{count} stretch of page furniture", "{count} stretches of page furniture", count
        ),
        "settings": lambda: counted("{count} setting", "{count} settings", count),
        "notes": lambda: counted("{count} note", "{count} notes", count),
        "queries": lambda: counted("{count} saved query", "{count} saved queries", count),
    }
    noun = nouns.get(touched.table)
    told = record_noun(touched.table, count) or link_noun(touched.table, count)
    if told is not None:
        return told
    return f"{count:,} × {touched.table.replace('_', ' ')}" if noun is None else noun()


class ChangeTeller:
    """Tells changes in words; looks names up as they are now, and says where they are gone."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._records = RecordChangeTeller(workspace)
        self._links = LinkChangeTeller(workspace)
        self._tags: dict[int, str] = {}
        self._analysts: dict[int, str] = {}
        self._queries: dict[int, str] = {}
        self._values: Mapping[str, Callable[[object], str]] = {
            "tag": lambda value: self._named(self._tags, value),
            "parent": lambda value: self._named(self._tags, value),
            "analyst": lambda value: self._named(self._analysts, value),
            "checked_by": lambda value: self._named(self._analysts, value),
            "translation_language": lambda value: _(language_name(str(value))),
            "translation_checked_by": lambda value: self._named(self._analysts, value),
            "anchor": _anchor,
            "review_status": _review_status,
            "kind": _furniture,
            "record": lambda value: _(_RECORDS.get(str(value), str(value))),
            "second_look": _yes_or_no,
            "follow_up": _yes_or_no,
            "posted_basis": _basis,
            "captured_basis": _basis,
            "posted_edtf": lambda value: spelled(str(value)),
            "captured_edtf": lambda value: spelled(str(value)),
            "removed_at": _moment,
            "checked_at": _moment,
            "colour": str,
        }

    def told(self, changes: Iterable[Change]) -> list[RowChange]:
        """Return what each change did; what only the program needs is left out."""
        self._records.start()
        self._tags = {tag.id: tag.name for tag in self._workspace.tags.all()}
        self._analysts = {one.id: one.name for one in self._workspace.analysts()}
        self._queries = {one.id: one.name for one in self._workspace.queries.all()}
        return [
            RowChange(self._title(change), tuple(self._fields(change)), change.action)
            for change in changes
        ]

    def _title(self, change: Change) -> str:
        if self._records.knows(change.table):
            return self._records.title(change)
        if self._links.knows(change.table):
            return self._links.title(change)
        words = _TITLES[change.action].get(change.table)
        if words is None:
            return change.table.replace("_", " ")
        return _(words).format(name=isolated(self._name(change)))

    def _name(self, change: Change) -> str:
        image = {**change.before, **change.after}
        if change.table == "passages":
            return self._passage_name(change, image)
        if change.table == "documents":
            title = image.get("title") or self._document_title(change.row)
            return first_words(one_line(title), 60)
        if change.table == "tags":
            return str(image.get("name") or self._named(self._tags, change.row))
        if change.table == "queries":
            return str(image.get("name") or self._named(self._queries, change.row))
        return str(image.get("key") or "")

    def _passage_name(self, change: Change, image: Mapping[str, object]) -> str:
        document, number = image.get("document"), image.get("number")
        try:
            if isinstance(document, int) and isinstance(number, int):
                return passage_label(self._workspace.documents.get(document).number, number)
            return self._workspace.passages.label(change.row)
        except ReviewerError:
            return _("that is gone")

    def _document_title(self, document: int) -> str:
        try:
            return self._workspace.documents.get(document).title
        except ReviewerError:
            return _("that is gone")

    def _fields(self, change: Change) -> Iterable[FieldChange]:
        if self._records.knows(change.table):
            yield from (FieldChange(*told) for told in self._records.told(change))
            return
        if self._links.knows(change.table):
            yield from (FieldChange(*told) for told in self._links.told(change))
            return
        columns = sorted({**change.after, **change.before}, key=_rank)
        if "start" in columns:
            yield FieldChange(field_label("place"), _place(change.before), _place(change.after))
        for column in columns:
            if _is_hidden(change.table, column) or _is_untold(change, column):
                continue
            before = self._value(column, change.before.get(column))
            after = self._value(column, change.after.get(column))
            if before or after:
                label = _("Query") if change.table == "queries" and column == "words" else None
                yield FieldChange(label or field_label(column), before, after)

    def _value(self, column: str, value: object) -> str:
        if value is None or value == "":
            return ""
        tell = self._values.get(column)
        return one_line(str(value))[:MOST_LETTERS] if tell is None else tell(value)

    def _named(self, names: Mapping[int, str], value: object) -> str:
        return names.get(value, _("one that is gone")) if isinstance(value, int) else ""


_TITLES: Mapping[Action, Mapping[str, str]] = {
    Action.INSERT: {
        "passages": N_("Passage {name}, new"),
        "documents": N_("Document “{name}”, new"),
        "tags": N_("Tag “{name}”, new"),
        "furniture": N_("Page furniture, new"),
        "settings": N_("Setting {name}, new"),
        "notes": N_("Note in the journal, new"),
        "queries": N_("Saved query “{name}”, new"),
    },
    Action.UPDATE: {
        "passages": N_("Passage {name}"),
        "documents": N_("Document “{name}”"),
        "tags": N_("Tag “{name}”"),
        "furniture": N_("Page furniture"),
        "settings": N_("Setting {name}"),
        "notes": N_("Note in the journal"),
        "queries": N_("Saved query “{name}”"),
    },
    Action.DELETE: {
        "passages": N_("Passage {name}, taken away"),
        "documents": N_("Document “{name}”, taken away"),
        "tags": N_("Tag “{name}”, taken away"),
        "furniture": N_("Page furniture, taken away"),
        "settings": N_("Setting {name}, taken away"),
        "notes": N_("Note in the journal, taken away"),
        "queries": N_("Saved query “{name}”, taken away"),
    },
}


def _rank(column: str) -> int:
    return _FIRST.index(column) if column in _FIRST else len(_FIRST)


def _is_hidden(table: str, column: str) -> bool:
    """Say whether only the program needs a column; of a document ``words`` counts them."""
    return column in _HIDDEN and (column != "words" or table not in {"notes", "queries"})


def _is_untold(change: Change, column: str) -> bool:
    """Say whether a value of a new or removed row goes without saying."""
    if change.action is Action.UPDATE:
        return False
    value = change.after.get(column, change.before.get(column))
    return value in (0, None, "", "sure", "none", "unread") or column == "analyst"


def _place(image: Mapping[str, object]) -> str:
    start, end = image.get("start"), image.get("end")
    if isinstance(start, int) and isinstance(end, int):
        return _("{start} to {end}").format(start=f"{start + 1:,}", end=f"{end:,}")
    return ""


def _yes_or_no(value: object) -> str:
    return _("yes") if value else _("no")


def _anchor(value: object) -> str:
    return _("sure") if value == Anchor.SURE else _("not certain")


def _review_status(value: object) -> str:
    labels = {status.value: label for status, label in REVIEW_STATUS_LABELS.items()}
    return _(labels.get(ReviewStatus(value), "")) if value in labels else str(value)


def _furniture(value: object) -> str:
    labels = {kind.value: label for kind, label in FURNITURE_LABELS.items()}
    return _(labels[FurnitureKind(value)]) if value in labels else str(value)


def _basis(value: object) -> str:
    labels = {basis.value: label for basis, label in BASIS_LABELS.items()}
    return _(labels[DateBasis(value)]) if value in labels else str(value)


def _moment(value: object) -> str:
    try:
        return local_time(str(value))
    except ValueError:
        return str(value)
