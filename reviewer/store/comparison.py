"""What figures and documents say of events, read in bulk for comparing.

Twenty thousand passages are read at once, so each query gives only what is compared, in plain
tuples. What stands in a document that was taken off the list is left out.

A field's value is what an analyst entered; where nothing is, what a rule read there and nobody
judged. The latter is *not confirmed*.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reviewer.domain.comparisons import GridColumn, PlacedAnswer
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.figures import Qualifier, count_of
from reviewer.domain.passages import passage_label
from reviewer.domain.ranges import ComparedFigure
from reviewer.domain.reading.told_of import one_person_told_of
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, PAIRS, TEXT, Row, Shape
from reviewer.store.speech import NO_READINGS, NOBODY, Speaker, SpeechStore, date_of, unjudged

_ANSWER = Shape(NUMBER, MAYBE_NUMBER, NUMBER)
_NUMBER = Shape(NUMBER, *[MAYBE_NUMBER] * 3, TEXT, NUMBER, TEXT, TEXT)
_COLUMN = Shape(NUMBER, NUMBER, TEXT, *[TEXT] * 4, TEXT, TEXT, TEXT)
_FIGURE = Shape(
    *(NUMBER, NUMBER, NUMBER, NUMBER, *[MAYBE_NUMBER] * 3, MAYBE_TEXT, MAYBE_NUMBER),
    *(MAYBE_TEXT, MAYBE_TEXT, MAYBE_TEXT, TEXT, *[TEXT] * 12, TEXT),
)

# When a document was marked done: by the last step that did so, if an analyst marked it then;
# what was taken in from a file, or an undoing, tells nothing of when somebody read it.
_DONE_AT = (
    "coalesce((SELECT CASE WHEN steps.kind = 'do' AND steps.name = 'documents.review' "
    "THEN steps.at ELSE '' END "
    "FROM changes JOIN steps ON steps.id = changes.step "
    "WHERE changes.table_name = 'documents' AND changes.row = documents.id "
    "AND json_extract(changes.after, '$.review_status') = 'done' "
    "ORDER BY changes.id DESC LIMIT 1), '')"
)
_CHOSEN = "(SELECT value FROM json_each(?1))"
_HIDDEN = "(SELECT id FROM documents WHERE removed_at <> '')"
_LISTED = "JOIN documents ON documents.id = passages.document AND documents.removed_at = ''"
_DATES = {
    name: ", ".join(f"coalesce(figures.{column}, '')" for column in DATE.format(name).split(", "))
    for name in ("event_date", "as_of", "said_on")
}
_NUMBERS = ("low", "high", "about")
_OF_NUMBERS = (*_NUMBERS, "qualifier", "negated", "victim_label", "victim_group")
_OF_FIGURES = (*_OF_NUMBERS, "number_text", "event_date", "as_of", "said_on")
_NO_NUMBERS: Row = (None, None, None, "", 0, "", "")


_TOLD = Shape(NUMBER, MAYBE_NUMBER)
_MADE = Shape(NUMBER, TEXT)
_QUALIFIERS = {str(one): one for one in Qualifier}


class ComparisonStore:
    """Reads what is compared, of every passage or of some."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def answers(self, events: Collection[int] | None = None) -> dict[int, list[PlacedAnswer]]:
        """Return the answers of all events or of some, each by document and place.

        Answers from documents that were taken off the list are left out.
        """
        if events is None:
            rows = self._connection.rows(_ANSWER, "SELECT event, question, passage FROM answers")
            where, values = "", []
        else:
            values = [json.dumps(list(events))]
            rows = self._connection.rows(
                _ANSWER,
                f"SELECT event, question, passage FROM answers WHERE event IN {_CHOSEN}",
                values,
            )
            values = [json.dumps([row[2] for row in rows])]
            where = f" AND id IN {_CHOSEN}"
        # A walk along an index and a lookup here: a join would read every passage (measured).
        document_of: dict[int, int] = dict(
            self._connection.rows(
                PAIRS,
                f"SELECT id, document FROM passages WHERE document NOT IN {_HIDDEN}{where} "
                'ORDER BY document, start, "end", id',
                values,
            )
        )
        rank = {passage: at for at, passage in enumerate(document_of)}
        found: dict[int, list[PlacedAnswer]] = {}
        for event, question, passage in rows:
            if passage in rank:
                answer = PlacedAnswer(event, question, passage, document_of[passage])
                found.setdefault(event, []).append(answer)
        for several in found.values():
            several.sort(key=lambda one: rank[one.passage])
        return found

    def hidden(self) -> frozenset[int]:
        """Return the documents that were taken off the list."""
        return frozenset(
            self._connection.numbers("SELECT id FROM documents WHERE removed_at <> ''")
        )

    def columns(self) -> list[GridColumn]:
        """Return every listed document that is held, by number."""
        rows = self._connection.rows(
            _COLUMN,
            f"SELECT id, number, title, {DATE.format('posted')}, review_status, origin_group, "
            f"CASE review_status WHEN 'done' THEN {_DONE_AT} ELSE '' END FROM documents "
            "WHERE removed_at = '' AND held = 1 ORDER BY number",
        )
        try:
            return [
                GridColumn(
                    *(document, f"D{number}", title, date_of(date), ReviewStatus(status), origin),
                    done_at=done_at,
                )
                for document, number, title, *date, status, origin, done_at in rows
            ]
        except ValueError as fault:
            raise self._connection.misshapen("a document’s date") from fault

    def begun(self) -> frozenset[int]:
        """Return the documents that have passages."""
        return frozenset(self._connection.numbers("SELECT DISTINCT document FROM passages"))

    def groups(self) -> dict[int, str]:
        """Return whom questions ask about, by question; those about everybody left out."""
        rows = self._connection.rows(_MADE, 'SELECT id, "group" FROM questions')
        return {question: group for question, group in rows if group}

    def made(self) -> dict[int, str]:
        """Return when each event was made, UTC."""
        return dict(self._connection.rows(_MADE, "SELECT id, created_at FROM events"))

    def numbers(self, passages: Collection[int] | None = None) -> dict[int, ComparedFigure]:
        """Return the figures of all or of some passages with their numbers and nothing else.

        That is as much as tells whether accounts differ.
        """
        where = "" if passages is None else f" AND passages.id IN {_CHOSEN}"
        values = [] if passages is None else [json.dumps(list(passages))]
        every = self._connection.numbers(
            "SELECT id FROM passages WHERE tag IN (SELECT id FROM tags WHERE record = 'figure')"
            + where,
            values,
        )
        rows = self._connection.rows(
            _NUMBER,
            "SELECT passage, low, high, about, qualifier, negated, victim_label, victim_group "
            "FROM figures" + where.replace(" AND passages.id", " WHERE passage"),
            values,
        )
        entered = {row[0]: row[1:] for row in rows}
        unread = unjudged(
            self._connection,
            json.dumps(
                self._connection.numbers(
                    "SELECT DISTINCT passage FROM readings WHERE judged_by IS NULL"
                    + where.replace("passages.id", "passage"),
                    values,
                )
            ),
            _OF_NUMBERS,
        )
        try:
            return {
                passage: _with_numbers(
                    passage, entered.get(passage, _NO_NUMBERS), unread.get(passage, NO_READINGS)
                )
                for passage in every
            }
        except (KeyError, ValueError) as fault:
            raise self._connection.misshapen("a figure") from fault

    def figures(self, passages: Collection[int]) -> dict[int, ComparedFigure]:
        """Return what is compared of the figures among passages."""
        chosen = json.dumps(list(passages))
        rows = self._connection.rows(
            _FIGURE,
            "SELECT passages.id, passages.document, documents.number, passages.number, low, high, "
            "about, qualifier, negated, victim_label, victim_group, number_text, passages.quote, "
            f"{_DATES['event_date']}, {_DATES['as_of']}, {_DATES['said_on']}, "
            "documents.origin_group FROM passages "
            f"JOIN tags ON tags.id = passages.tag AND tags.record = 'figure' {_LISTED} "
            "LEFT JOIN figures ON figures.passage = passages.id "
            f"WHERE passages.id IN {_CHOSEN}",
            [chosen],
        )
        speakers = SpeechStore(self._connection).speakers(passages)
        read = unjudged(self._connection, chosen, _OF_FIGURES)
        try:
            return {
                row[0]: _figure(row, speakers.get(row[0], NOBODY), read.get(row[0], NO_READINGS))
                for row in rows
            }
        except (KeyError, ValueError) as fault:
            raise self._connection.misshapen("a figure") from fault

    def told_of(
        self, table: str, columns: Sequence[str], rows: Collection[int], step: int
    ) -> set[int] | None:
        """Return the ids that columns of rows hold, or held before a step changed them.

        ``None`` where that cannot be told of all of them.
        """
        known: set[int] = set()
        found: set[int] = set()
        for column in columns:
            for row, value in self._connection.rows(
                _TOLD,
                f"SELECT id, {column} FROM {table} WHERE id IN {_CHOSEN} UNION ALL "
                f"SELECT row, json_extract(before, '$.{column}') FROM changes "
                "WHERE step = ?2 AND table_name = ?3 AND before <> '{}'",
                [json.dumps(list(rows)), step, table],
            ):
                known.add(row)
                found.add(value or 0)
        return found if known >= set(rows) else None


def _with_numbers(passage: int, row: Row, read: Mapping[str, str]) -> ComparedFigure:
    """Return a figure's numbers; *not confirmed* unless an analyst stands behind each of them."""
    *entered, qualifier, negated, people, group = row
    if not read:
        low, high, about = entered
        return ComparedFigure(
            *(passage, "", 0, "", None, low, high, about),
            *(_QUALIFIERS[qualifier or ""], bool(negated)),
            people=people or "",
            group=group or "",
        )
    low, high, about = (
        count_of(read[field]) if number is None and field in read else number
        for number, field in zip(entered, _NUMBERS, strict=True)
    )
    return ComparedFigure(
        *(passage, "", 0, "", None, low, high, about),
        *(_QUALIFIERS[qualifier or read.get("qualifier", "")],),
        negated=bool(negated) or read.get("negated") == "1",
        confirmed=[low, high, about] == entered,
        people=people or read.get("victim_label", ""),
        group=group or read.get("victim_group", ""),
    )


def _figure(row: Row, speaker: Speaker, read: Mapping[str, str]) -> ComparedFigure:
    passage, document, of_document, number = row[:4]
    printed, quote = row[11:13]
    words = printed or read.get("number_text", "") or quote
    figure = _with_numbers(passage, row[4:11], read)
    return replace(
        figure,
        label=passage_label(of_document, number),
        document=document,
        speaker=speaker.words,
        actor=speaker.actor,
        words=words,
        event_date=date_of(row[13:17], read.get("event_date", "")),
        as_of=date_of(row[17:21], read.get("as_of", "")),
        said_on=date_of(row[21:25], read.get("said_on", "")),
        origin=row[25],
        one_person=one_person_told_of(words, figure.low, figure.high),
    )
