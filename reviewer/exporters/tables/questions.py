"""Questions of events: what the sources' figures say together, and the analyst's working figure."""

from collections.abc import Iterator

from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Row
from reviewer.exporters.written import date_written


class Questions:
    """A row a question; the range is the sources', the working figure the analyst's own."""

    what, title = "questions", N_("Questions")
    columns = (
        *("event", "wording", "harm", "group", "period", "period_words", "answers"),
        *("range", "range_low", "range_high", "rests_on", "accounts_differ"),
        *("working_low", "working_high", "working_reason", "working_by", "working_at", "uid"),
    )

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows, event by event."""
        for one in project.questions():
            question, working = one.question, one.question.working
            row: dict[str, object] = {
                "row": "question",
                "key": one.key,
                "event": one.event_key or one.event,
                "wording": question.wording,
                "harm": str(question.harm),
                "group": question.group,
                "period": date_written(question.period),
                "answers": one.answers,
                "range": one.range,
                "range_low": one.low,
                "range_high": one.high,
                "rests_on": one.base,
                "accounts_differ": one.differ,
                "uid": question.uid,
            }
            if working is not None:
                row |= {
                    "working": {
                        "low": working.low,
                        "high": working.high,
                        "reason": working.reason,
                    },
                    "working_low": working.low,
                    "working_high": working.high,
                    "working_reason": working.reason,
                    "working_by": one.working_analyst,
                    "working_at": working.at,
                }
            yield row


TABLE = Questions()
