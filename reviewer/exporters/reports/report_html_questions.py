"""A question in a report in HTML: its chart, the figures in words, and what no source says."""

from collections.abc import Iterator
from dataclasses import replace

from reviewer.domain.chart_words import HOLLOW, doubts_said, range_said, speaker_said
from reviewer.domain.charts import ChartRow, chart
from reviewer.domain.compared import Compared
from reviewer.domain.figure_pictures import figure_picture
from reviewer.domain.report import QuestionPart, Report, Voice
from reviewer.domain.words import N_, Saying
from reviewer.exporters.markup_written import block, escaped, isolated, sentence, within
from reviewer.exporters.reports.report_html_accounts import anchor_of
from reviewer.exporters.reports.report_letters import PlainLetters
from reviewer.exporters.svg import svg_of

_WIDTH = 700.0
_HEADINGS = (
    N_("Number as printed"),
    N_("Read as"),
    N_("Who says so"),
    N_("In the range"),
)


class QuestionWriter:
    """Writes questions; each chart on the page has a number of its own."""

    def __init__(self, report: Report, voice: Voice) -> None:
        self._report = report
        self._voice = voice
        self._letters = PlainLetters()
        self._charts = 0

    def question(self, one: QuestionPart) -> Iterator[str]:
        """Give a question piece by piece."""
        voice = self._voice
        yield block("h3", one.wording, leftward=voice.leftward)
        if one.compared is not None:
            yield from self._figures(one.compared)
        for said in (*one.working, *one.ratings):
            yield self._block("p", said, "ours")
        if one.answers:
            links = ", ".join(map(self._link, one.answers))
            label = escaped(voice.label(N_("Passages that answer this:")))
            yield f'<p class="facts">{label} {links}</p>'
        else:
            yield self._block("p", Saying(N_("No passage answers this question yet.")), "pale")
        lines = "".join(self._block("li", said) for said in one.states)
        yield f'<ul class="plain facts">{lines}</ul>\n'

    def _figures(self, shown: Compared) -> Iterator[str]:
        drawn = chart(shown.comparison, shown.ends)
        if not drawn.rows:
            return
        first, *others = range_said(shown.comparison)
        said = Saying(N_("Range: {words}"), {"words": first})
        yield self._block("p", said if shown.comparison.range.limited else first, "differ")
        for one in others:
            yield self._block("p", one, "facts")
        yield self._drawing(shown)
        head = "".join(f"<th>{escaped(self._voice.label(one))}</th>" for one in _HEADINGS)
        rows = "".join(map(self._row, drawn.rows))
        yield f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>\n"
        for one in doubts_said(shown.comparison):
            yield self._block("p", one, "warn")

    def _drawing(self, shown: Compared) -> str:
        self._charts += 1
        shown = replace(shown, turned=self._voice.leftward)
        picture = figure_picture(shown, _WIDTH, self._letters, self._voice.words)
        title = self._voice.label(N_("Figures compared"))
        drawn = svg_of(picture, title, self._letters.size, f"-{self._charts}")
        return f'<div dir="ltr">{drawn}</div>'

    def _row(self, row: ChartRow) -> str:
        words = isolated(f"“{row.words}”") if row.words else ""
        numbers = "" if row.numbers is None else self._inline(row.numbers)
        if row.hollow:
            numbers = f'<span class="hollow">{numbers} {self._inline(Saying(HOLLOW))}</span>'
        speaker = f"{self._inline(speaker_said(row))} {self._arrow(row.label)}"
        if row.reason is None:
            inside = self._inline(Saying(N_("yes")))
        else:
            no = self._voice.label(N_("no"))
            inside = f"{escaped(no)}: {self._inline(row.reason)}"
        cells = (words, numbers, speaker, inside)
        return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"

    def _arrow(self, label: str) -> str:
        if not self._report.has(label):
            return ""
        return f'<a href="#{escaped(anchor_of(label))}" aria-label="{escaped(label)}">↓</a>'

    def _link(self, label: str) -> str:
        if not self._report.has(label):
            return escaped(label)
        return f'<a href="#{escaped(anchor_of(label))}">{escaped(label)}</a>'

    def _block(self, tag: str, words: Saying, kind: str = "") -> str:
        return sentence(tag, self._voice.words(words), kind, leftward=self._voice.leftward)

    def _inline(self, said: Saying) -> str:
        return within(self._voice.words(said), leftward=self._voice.leftward)
