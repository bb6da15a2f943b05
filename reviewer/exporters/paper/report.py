"""A report on paper: its front, statement, method, chapters and sources, in their order."""

from collections.abc import Iterator

from reviewer.domain.report import Chapter, Report, Voice
from reviewer.domain.report_words import NOT_WRITTEN, SOURCES
from reviewer.domain.words import N_, Saying
from reviewer.exporters.paper.accounts import Accounts
from reviewer.exporters.paper.anchors import anchor_of
from reviewer.exporters.paper.pen import Pen, block, paragraphs, runs_left
from reviewer.exporters.paper.questions import Questions
from reviewer.exporters.paper.sources import Sources
from reviewer.exporters.reports import Watched


class ReportText:
    """Gives a report paragraph by paragraph, from its title to its last source."""

    def __init__(self, report: Report, voice: Voice, watched: Watched, pen: Pen) -> None:
        self._pen = pen
        self._report = report
        self._voice = voice
        self._left = voice.leftward
        self._watched = watched
        self._accounts = Accounts(report, voice, pen)
        self._questions = Questions(self._accounts, voice, pen)
        self._headings = 0

    def pieces(self) -> Iterator[str]:
        """Give the document from its title to its last source."""
        yield from self._front()
        yield paragraphs(self._pen, "Statement", self._report.statement, leftward=self._left)
        yield from self._contents()
        yield from self._method()
        yield from self._to_settle()
        for chapter in self._report.chapters:
            yield from self._chapter(chapter)
        yield self._heading("Chapter", self._voice.label(SOURCES), "sources")
        yield from Sources(self._report, self._voice, self._pen).pieces()
        self._watched.finish()

    def _said(self, style: str, template: str) -> str:
        return self._accounts.said(style, Saying(template))

    def _heading(self, style: str, words: str, key: str) -> str:
        self._headings += 1
        left = runs_left(words, leftward=self._left)
        inside = self._pen.run(words, leftward=left)
        named = self._pen.bookmark(self._headings, anchor_of(key), inside)
        return self._pen.paragraph(style, named, leftward=left)

    def _front(self) -> Iterator[str]:
        report = self._report
        yield self._said("Kind", N_("Report"))
        yield block(self._pen, "Title", report.project, leftward=self._left)
        made = {"time": f"{report.made_at[:16].replace('T', ' ')} UTC", "version": report.version}
        for said in (
            Saying(N_("Made {time} with Reviewer {version}"), made),
            *report.counts,
            *report.limits,
        ):
            yield self._accounts.said("Facts", said)

    def _contents(self) -> Iterator[str]:
        yield self._said("Heading2", N_("Contents"))
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
        yield self._heading("Chapter", self._voice.label(N_("Method")), "method")
        for part in self._report.method:
            yield self._said("Heading2", part.title)
            yield paragraphs(self._pen, "Analysts", part.words, leftward=self._left)
            for fact in part.facts:
                yield self._accounts.said("Facts", fact)
            if not part.words and not part.facts:
                yield self._said("Pale", NOT_WRITTEN)

    def _to_settle(self) -> Iterator[str]:
        title = self._voice.label(N_("What is still to settle"))
        yield self._heading("Heading1", title, "settle")
        yield self._said("Pale", N_("Counted in the whole project when this report was made."))
        for one in self._report.checks:
            yield self._accounts.said("Warning" if one.count else "Facts", one.saying)

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        yield self._heading("Chapter", self._voice.words(chapter.title), chapter.key)
        for line in chapter.lines:
            yield self._accounts.said("Facts", line)
        yield paragraphs(self._pen, "Analysts", chapter.description, leftward=self._left)
        for question in chapter.questions:
            yield from self._questions.question(question)
        if chapter.questions:
            yield self._said("Heading2", N_("What the sources say"))
        if not chapter.count:
            yield self._said("Pale", N_("No passage speaks of this yet."))
        for account in self._watched.accounts(chapter):
            yield from self._accounts.account(account)
