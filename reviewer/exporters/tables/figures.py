"""Figures: every number as it stands in the question it answers, and why it is not in the range."""

from collections.abc import Iterator

from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Row
from reviewer.exporters.tables.place_columns import place_columns, place_written
from reviewer.exporters.written import by_convention_written, date_written


class Figures:
    """A row a figure and question. Numbers nobody confirmed are left empty and said to be so."""

    what, title = "figures", N_("Figures")
    columns = (
        *("event", "question", "passage", "document", "quote", "speaker", "number_text"),
        *("qualifier", "low", "high", "about", "negated", "event_date", "event_date_words"),
        *("as_of", "as_of_words", "said_on", "said_on_words", "unconfirmed", "read"),
        *("in_range", "why_not", "low_by_convention", "convention"),
        *place_columns(),
    )

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows, question by question: first those in the range, then those below."""
        for one in project.figures():
            figure = one.figure
            numbers = {"low": figure.low, "high": figure.high, "about": figure.about}
            said = {"qualifier": str(figure.qualifier), **numbers}
            row: dict[str, object] = {
                "row": "figure",
                "event": one.event,
                "question": one.question,
                "passage": figure.label,
                "document": one.document,
                "quote": one.quote,
                "speaker": figure.speaker,
                "number_text": figure.words,
                "negated": figure.negated,
                "event_date": date_written(figure.event_date),
                "as_of": date_written(figure.as_of),
                "said_on": date_written(figure.said_on),
                "unconfirmed": not figure.confirmed,
                "in_range": not one.why_below,
                "why_not": one.why_below,
            }
            row |= by_convention_written(one.by_convention) | place_written(one.place)
            yield row | (said if figure.confirmed else {"read": said})


TABLE = Figures()
