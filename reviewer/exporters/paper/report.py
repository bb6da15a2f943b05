"""A report on paper: its front, statement, method, chapters and sources, in their order."""

from collections.abc import Iterator

from reviewer.domain.report import Chapter, Report, ReportBy, Voice
from reviewer.domain.report_words import NOT_WRITTEN, SOURCES
from reviewer.domain.words import N_, Saying
from reviewer.exporters.paper.accounts import Accounts
from reviewer.exporters.paper.anchors import anchor_of
from reviewer.exporters.paper.headings import Heading, Headings
from reviewer.exporters.paper.pen import Pen, paragraphs
from reviewer.exporters.paper.questions import Questions
from reviewer.exporters.paper.sources import Sources
from reviewer.exporters.reports import Watched

_CHAPTERS = {
    ReportBy.EVENT: N_("Events"),
    ReportBy.TAG: N_("Tags"),
    ReportBy.DOCUMENT: N_("Documents"),
}


class ReportText:
    """Gives a report paragraph by paragraph, from its title to its last source."""

    def __init__(self, report: Report, voice: Voice, watched: Watched, pen: Pen) -> None:
        self._pen = pen
        self._report = report
        self._voice = voice
        self._left = voice.leftward
        self._watched = watched
        self._accounts = Accounts(report, voice, pen, source=self._source)
        self._written = Headings(pen, leftward=voice.leftward)
        self._questions = Questions(self._accounts, self._written, voice, pen)

    def pieces(self) -> Iterator[str]:
        """Give the document from its title to its last source."""
        yield from self._front()
        yield paragraphs(self._pen, "Statement", self._report.statement, leftward=self._left)
        yield from self._contents()
        yield from self._method()
        yield from self._to_settle()
        for place, chapter in enumerate(self._report.chapters):
            if not place:
                part = self._voice.label(_CHAPTERS[self._report.by])
                self._written.over(part, chapter.key, 1)
            yield from self._chapter(chapter)
        yield self._heading("Chapter", SOURCES, "sources")
        yield from Sources(self._report, self._written, self._voice, self._pen).pieces()
        self._watched.finish()

    @property
    def headings(self) -> list[Heading]:
        """The headings that were written until now, in their order."""
        return self._written.lines

    def _said(self, style: str, template: str) -> str:
        return self._accounts.said(style, Saying(template))

    def _heading(self, style: str, template: str, key: str, level: int = 1) -> str:
        words = self._voice.label(template)
        return self._written.heading(style, words, key, level, ours=True)

    def _source(self, number: int, title: str) -> str:
        """Return the runs of a title, which lead to the document in the table of sources."""
        return self._pen.link(anchor_of(f"D{number}"), title)

    def _front(self) -> Iterator[str]:
        report = self._report
        yield self._said("Kind", N_("Report"))
        yield self._written.heading("Title", report.project, "top", 1)
        made = {"time": f"{report.made_at[:16].replace('T', ' ')} UTC", "version": report.version}
        for said in (
            Saying(N_("Made {time} with Reviewer {version}"), made),
            *report.counts,
            *report.limits,
        ):
            yield self._accounts.said("Facts", said)

    def _contents(self) -> Iterator[str]:
        yield self._heading("Heading2", N_("Contents"), "contents")
        chapters = self._report.chapters
        entries = [
            ("method", self._voice.label(N_("Method")), ""),
            ("settle", self._voice.label(N_("What is still to settle")), ""),
            *((one.key, self._voice.words(one.title), f" ({one.count})") for one in chapters),
            ("sources", self._voice.label(SOURCES), ""),
        ]
        for key, words, count in entries:
            apart = self._pen.isolated(words, leftward=self._left)
            title = self._pen.run(apart, "Hyperlink", leftward=self._left)
            inside = self._pen.link(anchor_of(key), title)
            inside += self._pen.run(count, leftward=self._left)
            yield self._pen.paragraph("Entry", inside, leftward=self._left)

    def _method(self) -> Iterator[str]:
        yield self._heading("Chapter", N_("Method"), "method")
        for number, part in enumerate(self._report.method, 1):
            yield self._heading("Heading2", part.title, f"method-{number}", 2)
            yield paragraphs(self._pen, "Analysts", part.words, leftward=self._left)
            for fact in part.facts:
                yield self._accounts.said("Facts", fact)
            if not part.words and not part.facts:
                yield self._said("Pale", NOT_WRITTEN)

    def _to_settle(self) -> Iterator[str]:
        yield self._heading("Heading1", N_("What is still to settle"), "settle")
        yield self._said("Pale", N_("Counted in the whole project when this report was made."))
        for one in self._report.checks:
            yield self._accounts.said("Warning" if one.count else "Facts", one.saying)

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        title = self._voice.words(chapter.title)
        yield self._written.heading("Chapter", title, chapter.key, 2)
        for line in chapter.lines:
            yield self._accounts.said("Facts", line)
        yield paragraphs(self._pen, "Analysts", chapter.description, leftward=self._left)
        for number, question in enumerate(chapter.questions, 1):
            yield from self._questions.question(question, f"{chapter.key}-q{number}")
        if chapter.questions:
            key = f"{chapter.key}-said"
            yield self._heading("Heading2", N_("What the sources say"), key, 3)
        if not chapter.count:
            yield self._said("Pale", N_("No passage speaks of this yet."))
        for account in self._watched.accounts(chapter):
            yield from self._accounts.account(account)
