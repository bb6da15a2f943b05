"""A question on paper: the range, the figures in a table, and what no source says."""

from collections.abc import Iterator

from reviewer.domain.chart_words import HOLLOW, doubts_said, range_said
from reviewer.domain.charts import ChartRow, chart
from reviewer.domain.compared import Compared
from reviewer.domain.report import QuestionPart, Voice
from reviewer.domain.words import N_, Saying
from reviewer.exporters.paper.accounts import Accounts
from reviewer.exporters.paper.headings import Headings
from reviewer.exporters.paper.pen import Pen

_HEADINGS = (
    N_("Number as printed"),
    N_("Read as"),
    N_("Who says so"),
    N_("In the range"),
)
_WIDTHS = (1150, 1250, 1500, 1100)


class Questions:
    """Writes questions; ``accounts`` knows which passages can be led to."""

    def __init__(self, accounts: Accounts, headings: Headings, voice: Voice, pen: Pen) -> None:
        self._pen = pen
        self._headings = headings
        self._accounts = accounts
        self._voice = voice
        self._left = voice.leftward

    def question(self, one: QuestionPart, key: str) -> Iterator[str]:
        """Give a question piece by piece; ``key`` is what it can be led to by."""
        yield self._headings.heading("Heading2", one.wording, key, 3)
        if one.compared is not None:
            yield from self._figures(one.compared)
        for said in (*one.working, *one.ratings):
            yield self._accounts.said("Analysts", said)
        if one.answers:
            label = self._run(self._voice.label(N_("Passages that answer this:")) + " ")
            links = self._run(", ").join(map(self._accounts.link, one.answers))
            yield self._pen.paragraph("Facts", label + links, leftward=self._left)
        else:
            yield self._accounts.said("Pale", Saying(N_("No passage answers this question yet.")))
        for said in one.states:
            yield self._accounts.said("Facts", said)

    def _figures(self, shown: Compared) -> Iterator[str]:
        drawn = chart(shown.comparison, shown.ends)
        if not drawn.rows:
            return
        first, *others = range_said(shown.comparison)
        said = Saying(N_("Range: {words}"), {"words": first})
        yield self._accounts.said("Range", said if shown.comparison.range.limited else first)
        for one in others:
            yield self._accounts.said("Facts", one)
        head = [self._voice.label(one) for one in _HEADINGS]
        yield self._pen.table(_WIDTHS, head, leftward=self._left)
        for figure in drawn.rows:
            yield self._pen.row(_WIDTHS, map(self._cell, self._row(figure)), leftward=self._left)
        yield self._pen.table_end()
        yield self._pen.paragraph("Facts", "", leftward=self._left)
        for one in doubts_said(shown.comparison):
            yield self._accounts.said("Warning", one)

    def _row(self, figure: ChartRow) -> Iterator[str]:
        yield self._apart(f"“{figure.words}”") if figure.words else ""
        numbers = "" if figure.numbers is None else self._voice.words(figure.numbers)
        if figure.hollow:
            yield self._apart(f"{numbers} {self._voice.words(Saying(HOLLOW))}", "NotConfirmed")
        else:
            yield self._apart(numbers)
        speaker = figure.speaker or self._voice.label(N_("speaker not named"))
        yield self._apart(speaker) + self._run(", ") + self._accounts.link(figure.label)
        yield self._apart(self._inside(figure))

    def _inside(self, figure: ChartRow) -> str:
        if figure.reason is None:
            return self._voice.label(N_("yes"))
        return f"{self._voice.label(N_('no'))}: {self._voice.words(figure.reason)}"

    def _cell(self, inside: str) -> str:
        return self._pen.paragraph("Cell", inside, leftward=self._left)

    def _run(self, words: str, look: str = "") -> str:
        return self._pen.run(words, look, leftward=self._left)

    def _apart(self, words: str, look: str = "") -> str:
        return self._run(self._pen.isolated(words, leftward=self._left), look)
