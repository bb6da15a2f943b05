"""Rules of a project that its tables do not hold, and what breaks them.

The program's verbs keep them; another program, or a damaged file, may not. Everything is asked for
as plainly as it lies in the tables, so that a tag which is odd in another way hides nothing.
"""

from collections.abc import Iterator
from itertools import groupby

from reviewer.domain.findings import Finding, FindingKind
from reviewer.domain.passages import passage_label
from reviewer.domain.tag_trees import circles
from reviewer.domain.tags import as_key
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Shape

_TAG = Shape(NUMBER, TEXT, TEXT, MAYBE_NUMBER)
_PLACE = Shape(*[NUMBER] * 6)
_TAGGED = 'tag, document, start, "end"'


class Rules:
    """Looks for what the program would never have let in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def twice(self) -> Iterator[Finding]:
        """Give every place that has one tag more than once.

        A passage whose place is not certain stands nowhere yet, and so nowhere twice.
        """
        rows = self._connection.rows(
            _PLACE,
            f"SELECT {_TAGGED}, documents.number, passages.number "
            "FROM passages JOIN documents ON documents.id = passages.document "
            f"WHERE anchor <> 'not_certain' AND ({_TAGGED}) IN "
            f"(SELECT {_TAGGED} FROM passages WHERE anchor <> 'not_certain' "
            f"GROUP BY {_TAGGED} HAVING count(*) > 1) "
            "ORDER BY 2, 3, 4, 1, 6",
        )
        for _place, several in groupby(rows, key=lambda row: row[:4]):
            first, *others = [passage_label(*row[4:]) for row in several]
            yield Finding(FindingKind.TWICE, first, ", ".join(others))

    def circles(self) -> Iterator[Finding]:
        """Give every circle of tags that stand under each other."""
        tags = self._tags()
        names = {tag: name for tag, name, _key, _parent in tags}
        for ring in circles({tag: parent for tag, _name, _key, parent in tags}):
            first, *others = [names[tag] for tag in ring]
            yield Finding(FindingKind.CIRCLE, first, " → ".join([first, *others, first]))

    def keys(self) -> Iterator[Finding]:
        """Give every key that tags with more than one tag."""
        holders: dict[str, list[str]] = {}
        for _tag, name, key, _parent in self._tags():
            holders.setdefault(as_key(key), []).append(f"“{name}”")
        for key, names in holders.items():
            if key and len(names) > 1:
                yield Finding(FindingKind.KEY, key, ", ".join(names))

    def _tags(self) -> list[tuple[int, str, str, int | None]]:
        return self._connection.rows(
            _TAG, "SELECT id, name, shortcut, parent FROM tags ORDER BY position, id"
        )
