"""Rows of the overview's lists that are held: counts, open questions, what has no place in time."""

from collections.abc import Sequence

from reviewer.domain.overview import CountedBy, CountTable, OpenQuestion
from reviewer.domain.timelines import DATE_OF_LABELS, Unplaced
from reviewer.environment.translation import N_, _, counted, filled
from reviewer.ui.models.overview import Opens, OverviewRow
from reviewer.ui.wording import isolated, one_line

WITHOUT = {
    CountedBy.TAG: N_("Without a tag"),
    CountedBy.DOCUMENT: N_("Without a document"),
    CountedBy.ACTOR: N_("Speaker not named, or not said who"),
    CountedBy.MONTH: N_("Without a month"),
}


def count_rows(table: CountTable) -> list[OverviewRow]:
    """Return a table of counts as rows; what has no key comes last."""
    most = max((one.passages for one in table.counts), default=0)
    most = max(most, table.without, 1)
    rows = [
        OverviewRow(
            one.key,
            one_line(one.name),
            in_words(one.passages, one.documents),
            Opens.PASSAGES,
            one.passages,
            one.passages / most,
        )
        for one in table.counts
    ]
    if table.without:
        words = counted("{count} passage", "{count} passages", table.without)
        named = _(WITHOUT[table.by])
        rows.append(
            OverviewRow("", named, words, Opens.PASSAGES, table.without, table.without / most)
        )
    return rows


def in_words(passages: int, documents: int) -> str:
    """Return how many passages there are, and in how many documents."""
    return _("{passages} in {documents}").format(
        passages=counted("{count} passage", "{count} passages", passages),
        documents=counted("{count} document", "{count} documents", documents),
    )


def _asked(one: OpenQuestion) -> str:
    parts = [in_words(one.passages, one.documents)]
    if one.sources < one.documents:
        parts.append(counted("{count} source", "{count} sources", one.sources))
    if one.differ:
        parts.append(_("Accounts differ"))
    return _(" · ").join(parts)


def question_rows(questions: Sequence[OpenQuestion]) -> list[OverviewRow]:
    """Return open questions, each with its event and how many answer it."""
    return [
        OverviewRow(
            str(one.question),
            _("{event}: {question}").format(
                event=isolated(one.event_name), question=isolated(one.wording)
            ),
            _asked(one),
            Opens.QUESTION,
            event=one.event,
        )
        for one in questions
    ]


def unplaced_rows(several: Sequence[Unplaced]) -> list[OverviewRow]:
    """Return what has no place in time, with the reason."""
    return [
        OverviewRow(
            str(one.dated.passage if one.dated.event is None else one.dated.event),
            one_line(one.dated.name),
            f"{_(DATE_OF_LABELS[one.dated.date_of])} · {filled(one.why.template, one.why.values)}",
            Opens.PASSAGE if one.dated.event is None else Opens.EVENT,
        )
        for one in several
    ]
