"""Where in the documents changes acted, and what a person calls the rows they touched."""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from reviewer.domain.errors import NotFound
from reviewer.domain.passages import first_words
from reviewer.domain.spans import Span
from reviewer.domain.steps import Change, Place
from reviewer.store.project_file import ProjectFile

_NAMING = ("quote", "title", "name", "wording", "key", "words")
_OF_PASSAGE = ("passage", "from_passage")  # the passage that a row of another table is about


class Acted:
    """Tells of changes by what the project holds now."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project

    def place(self, changes: Sequence[Change]) -> Place | None:
        """Return where the changes are seen: the first passage or document that is there.

        What other tables say of a passage is seen at the passage.
        """
        for change in changes:
            if change.table in ("documents", "passages", "furniture"):
                return self._place_of(change.table, change.row, self._image(change))
        for change in changes:
            passage = _passage_of(change.table, change.row, self._image(change))
            if passage is not None:
                current = self._project.rows.current("passages", [passage])
                return self._place_of("passages", passage, current.get(passage, {}))
        return None

    def within(self, changes: Sequence[Change], among: Sequence[int]) -> list[Change]:
        """Return the changes of passages in the first of some documents that has any."""
        passages = [change for change in changes if change.table == "passages"] if among else []
        current = self._project.rows.current("passages", [change.row for change in passages])
        found: dict[object, list[Change]] = {}
        for change in passages:
            image = {**change.before, **change.after, **current.get(change.row, {})}
            found.setdefault(image.get("document"), []).append(change)
        return next((found[document] for document in among if document in found), [])

    def passage(self, change: Change) -> int | None:
        """Return the passage that a changed row is, or is about, where it is about one."""
        return _passage_of(change.table, change.row, self._image(change))

    def row_name(self, change: Change) -> str:
        """Return what a person calls a row: a passage's number, a title, a name."""
        image = self._image(change)
        with suppress(NotFound):
            passage = _passage_of(change.table, change.row, image)
            if passage is not None:
                return self._project.passages.label(passage)
        name = next((str(image[column]) for column in _NAMING if image.get(column)), "")
        return f"“{first_words(name)}”" if name else f"{change.table} {change.row}"

    def _image(self, change: Change) -> dict[str, object]:
        """Return a row as it is now; where it is gone, as the change knew it."""
        current = self._project.rows.current(change.table, [change.row]).get(change.row, {})
        return {**change.before, **change.after, **current}

    def _place_of(self, table: str, row: int, image: Mapping[str, object]) -> Place | None:
        """Return where a row stands now: an edge of then and one of today may be no place."""
        document = row if table == "documents" else image.get("document")
        if table == "furniture":
            document = self._project.documents.of_text(image.get("text"))
        if not isinstance(document, int) or not self._project.documents.has(document):
            return None
        start, end = image.get("start"), image.get("end")
        if isinstance(start, int) and isinstance(end, int):
            return Place(document, Span(start, end))
        return Place(document)


def _passage_of(table: str, row: int, image: Mapping[str, object]) -> int | None:
    """Return the passage that a row is, or is about."""
    if table == "passages":
        return row
    found = next((image[column] for column in _OF_PASSAGE if image.get(column)), None)
    return found if isinstance(found, int) else None
