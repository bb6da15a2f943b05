"""What is still to do: lists of passages and documents, each by place."""

from reviewer.domain.badges import ReadingBase
from reviewer.store.connection import Connection
from reviewer.store.shapes import PAIRS

_DATES = {
    "figures": ("event_date", "as_of", "said_on"),
    "allegations": ("event_date", "statement"),
    "responses": ("statement",),
}
_AMBIGUOUS = " UNION ".join(
    f"SELECT passage FROM {table} "
    f"WHERE 'ambiguous' IN ({', '.join(f'{date}_basis' for date in dates)})"
    for table, dates in _DATES.items()
)
# A rule writes a date as EDTF, which never begins with a day; one of two readings in its words.
_MARKS = "('/', '.', '-', '؍')"
_READ_TWO_WAYS = (
    "SELECT passage FROM readings WHERE judged_by IS NULL "
    "AND field IN ('event_date', 'as_of', 'said_on', 'statement') "
    f"AND (substr(value, 2, 1) IN {_MARKS} OR substr(value, 3, 1) IN {_MARKS}) "
    "AND substr(value, 1, 1) NOT IN ('.', 'Y', '-', '/')"
)
_TAGGED = "passages.tag IN (SELECT id FROM tags WHERE record = '{}')"
# The order is ours: there are few tags, and their index knows the passages.
_RESPONSES = (
    "(SELECT passages.id FROM tags CROSS JOIN passages ON passages.tag = tags.id "
    "JOIN documents ON documents.id = passages.document WHERE tags.record = 'response' "
    "AND documents.removed_at = '')"
)
_LISTED_PASSAGES = (
    "(SELECT passages.id FROM passages JOIN documents ON documents.id = passages.document "
    "WHERE documents.removed_at = '')"
)
_ANSWERED = (
    f"(SELECT to_passage FROM links WHERE from_passage IN {_RESPONSES} "
    "AND to_passage IS NOT NULL UNION "
    f"SELECT from_passage FROM links WHERE to_passage IN {_RESPONSES} UNION "
    "SELECT to_passage FROM links WHERE type IN ('denies', 'rejects_in_general', 'retracts') "
    f"AND from_passage IN {_LISTED_PASSAGES} AND to_passage IS NOT NULL)"
)
_FOLLOWED = (
    "(passages.follow_up = 1 OR passages.id IN (SELECT answers.passage FROM answers "
    "JOIN events ON events.id = answers.event WHERE events.status = 'open'))"
)


class ToDoStore:
    """Finds what nobody has done yet, in listed documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def base(self) -> ReadingBase:
        """Return how many of the listed documents that are held are done."""
        ((done, documents),) = self._connection.rows(
            PAIRS,
            "SELECT count(*) FILTER (WHERE review_status = 'done'), count(*) FROM documents "
            "WHERE removed_at = '' AND held = 1",
        )
        return ReadingBase(done, documents)

    def unanswered(self) -> list[int]:
        """Return allegations to follow up, or in an open event, to which no response is linked."""
        return self._passages(
            f"{_TAGGED.format('allegation')} AND {_FOLLOWED} AND passages.id NOT IN {_ANSWERED}"
        )

    def answering_nothing(self) -> list[int]:
        """Return responses that are linked to no passage here, and to no source that is missing."""
        return self._passages(
            f"{_TAGGED.format('response')} AND passages.id NOT IN (SELECT from_passage FROM links "
            f"WHERE to_passage IN {_LISTED_PASSAGES} OR to_document IS NOT NULL UNION "
            f"SELECT to_passage FROM links WHERE from_passage IN {_LISTED_PASSAGES} "
            "AND to_passage IS NOT NULL)"
        )

    def blanket(self) -> list[int]:
        """Return passages that reject something in general."""
        return self._passages(
            "passages.id IN (SELECT from_passage FROM links WHERE type = 'rejects_in_general')"
        )

    def unconfirmed(self) -> list[int]:
        """Return passages that show what a rule read and nobody confirmed."""
        return self._passages(
            "passages.id IN (SELECT passage FROM readings WHERE judged_by IS NULL)"
        )

    def unchecked(self) -> list[int]:
        """Return passages that nobody has checked."""
        return self._passages("passages.checked_by IS NULL")

    def unsettled(self) -> list[int]:
        """Return passages with a date in their details that can be read in two ways."""
        return self._passages(f"passages.id IN ({_AMBIGUOUS} UNION {_READ_TWO_WAYS})")

    def not_certain(self) -> list[int]:
        """Return passages whose place is not certain."""
        return self._passages("passages.anchor = 'not_certain'")

    def _passages(self, which: str) -> list[int]:
        return self._connection.numbers(
            "SELECT passages.id FROM passages "
            "JOIN documents ON documents.id = passages.document AND documents.removed_at = '' "
            f"WHERE {which} "
            'ORDER BY documents.number, passages.start, passages."end", passages.id'
        )
