"""Rules of links, events and answers that the tables do not hold, and what breaks them.

As in ``rules.py``: the program's verbs keep them, another program or a damaged file may not.
"""

from collections.abc import Iterator

from reviewer.domain.findings import Finding, FindingKind
from reviewer.domain.groupings import circles
from reviewer.domain.links import LINK_TYPE_LABELS, ONE_WAY, SYMMETRIC
from reviewer.domain.passages import passage_label
from reviewer.store.connection import Connection
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, PAIRS, TEXT, Shape

_ENDS = Shape(NUMBER, TEXT, *[MAYBE_NUMBER] * 6, NUMBER)
_STRAY = Shape(TEXT, TEXT, NUMBER, NUMBER)
_PART = Shape(NUMBER, TEXT, MAYBE_NUMBER)
_LINKS = (
    "SELECT links.id, links.type, links.to_passage, links.to_document, left.number, start.number, "
    "coalesce(right.number, named.number), stop.number, "
    "start.uid IS NOT NULL AND stop.uid IS NOT NULL AND start.uid > stop.uid FROM links "
    "LEFT JOIN passages AS start ON start.id = links.from_passage "
    "LEFT JOIN documents AS left ON left.id = start.document "
    "LEFT JOIN passages AS stop ON stop.id = links.to_passage "
    "LEFT JOIN documents AS right ON right.id = stop.document "
    "LEFT JOIN documents AS named ON named.id = links.to_document ORDER BY links.id"
)


class LinkRules:
    """Looks for what the program would never have let in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ends(self) -> Iterator[Finding]:
        """Give every link of which an end is gone, and those whose ends are the wrong way round."""
        for (
            link,
            kind,
            end,
            document,
            of_start,
            start,
            of_end,
            stop,
            turned,
        ) in self._connection.rows(_ENDS, _LINKS):
            first = _label(of_start, start)
            last = _label(of_end, stop) if document is None else _label(of_end, 0)
            if not first or not last:
                there = first or last or "…"
                yield Finding(FindingKind.LINK_END, str(link), there)
            elif end is not None and turned and kind in SYMMETRIC:
                yield Finding(FindingKind.LINK_ORDER, first, last)

    def parts(self) -> Iterator[Finding]:
        """Give every circle of links that cannot come back to where they started."""
        for kind in sorted(ONE_WAY):
            steps = self._connection.rows(
                PAIRS,
                "SELECT from_passage, to_passage FROM links "
                "WHERE type = ? AND to_passage IS NOT NULL",
                [kind],
            )
            for ring in _rings(steps):
                labels = [self._called(passage) for passage in ring]
                yield Finding(FindingKind.LINK_CIRCLE, ", ".join(labels), LINK_TYPE_LABELS[kind])

    def events(self) -> Iterator[Finding]:
        """Give every circle of events that are part of each other."""
        rows = self._connection.rows(_PART, "SELECT id, name, parent FROM events ORDER BY id")
        names = {event: name for event, name, _parent in rows}
        steps = [(event, parent) for event, _name, parent in rows if parent in names]
        for ring in _rings(steps):
            first, *others = [names[event] for event in ring]
            yield Finding(FindingKind.EVENT_CIRCLE, first, ", ".join([first, *others]))

    def answers(self) -> Iterator[Finding]:
        """Give what answers, or was checked for, a question of another event than it stands in."""
        for wording, name, document, number in self._connection.rows(
            _STRAY,
            "SELECT questions.wording, events.name, documents.number, passages.number "
            "FROM answers JOIN questions ON questions.id = answers.question "
            "JOIN events ON events.id = answers.event "
            "JOIN passages ON passages.id = answers.passage "
            "JOIN documents ON documents.id = passages.document "
            "WHERE questions.event <> answers.event UNION ALL "
            "SELECT questions.wording, events.name, documents.number, 0 "
            "FROM event_documents AS checked JOIN questions ON questions.id = checked.question "
            "JOIN events ON events.id = checked.event "
            "JOIN documents ON documents.id = checked.document "
            "WHERE questions.event <> checked.event ORDER BY 3, 4, 1",
        ):
            detail = f"“{wording}”, “{name}”"
            yield Finding(FindingKind.ANSWER, _label(document, number), detail)

    def _called(self, passage: int) -> str:
        row = self._connection.row(
            PAIRS,
            "SELECT documents.number, passages.number FROM passages "
            "JOIN documents ON documents.id = passages.document WHERE passages.id = ?",
            [passage],
        )
        return "…" if row is None else passage_label(*row)


def _rings(steps: list[tuple[int, int]]) -> list[list[int]]:
    """Return the members of each circle, one that leads to itself among them."""
    members = sorted({end for step in steps for end in step})
    rings: dict[int, list[int]] = {}
    for member, ring in circles(members, steps).items():
        rings.setdefault(ring, []).append(member)
    alone = {start for start, end in steps if start == end}
    return [sorted(ring) for ring in rings.values() if len(ring) > 1 or ring[0] in alone]


def _label(document: int | None, number: int | None) -> str:
    if document is None or number is None:
        return ""
    return passage_label(document, number) if number else f"D{document}"
