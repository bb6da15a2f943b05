"""Report (DOCX): the same report as the web page, to be worked on in a word processor.

Headings make its outline, chapters and passages are led to by links within the document, and the
looks are styles. Figures stand in tables; the charts are in the web page.
"""

from collections.abc import Iterator
from typing import IO

from reviewer.domain.progress import Progress
from reviewer.domain.report import Chapter, Report, Voice
from reviewer.domain.report_words import NOT_WRITTEN, SOURCES
from reviewer.domain.words import N_, Saying
from reviewer.exporters.docx.accounts import Accounts, heading, own
from reviewer.exporters.docx.package import AboutFile, document
from reviewer.exporters.docx.questions import Questions
from reviewer.exporters.docx.sources import Sources
from reviewer.exporters.docx.words import anchor_of, isolated, link, paragraph, paragraphs, run
from reviewer.exporters.report import Watched


class ReportDocx:
    """Chapters, passages with links, tables of figures, sources with their fingerprints."""

    key, title, suffix = "docx", N_("Text document (DOCX)"), ".docx"

    def write(self, report: Report, target: IO[bytes], progress: Progress, voice: Voice) -> None:
        """Write the document; raises ``Cancelled`` when asked to stop."""
        about = AboutFile(
            report.project,
            report.made_at,
            report.version,
            voice.language,
            f"{report.project} · {voice.label(N_('Report'))} · {report.day}",
            voice.leftward,
        )
        with document(target, about) as written:
            written.put(_Text(report, voice, Watched(report, progress)).pieces())


class _Text:
    def __init__(self, report: Report, voice: Voice, watched: Watched) -> None:
        self._report = report
        self._voice = voice
        self._left = voice.leftward
        self._watched = watched
        self._accounts = Accounts(report, voice)
        self._questions = Questions(self._accounts, voice)
        self._headings = 0

    def pieces(self) -> Iterator[str]:
        """Give the document from its title to its last source."""
        yield from self._front()
        yield paragraphs("Statement", self._report.statement, leftward=self._left)
        yield from self._contents()
        yield from self._method()
        yield from self._to_settle()
        for chapter in self._report.chapters:
            yield from self._chapter(chapter)
        yield self._heading("Chapter", self._voice.label(SOURCES), "sources")
        yield from Sources(self._report, self._voice).pieces()
        self._watched.finish()

    def _said(self, style: str, template: str) -> str:
        return self._accounts.said(style, Saying(template))

    def _heading(self, style: str, words: str, key: str) -> str:
        self._headings += 1
        return heading(style, words, self._headings, anchor_of(key), leftward=self._left)

    def _front(self) -> Iterator[str]:
        report = self._report
        yield self._said("Kind", N_("Report"))
        yield own("Title", report.project, leftward=self._left)
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
            title = run(isolated(words, leftward=self._left), "Hyperlink", leftward=self._left)
            inside = link(anchor_of(key), title) + run(count, leftward=self._left)
            yield paragraph("Entry", inside, leftward=self._left)

    def _method(self) -> Iterator[str]:
        yield self._heading("Chapter", self._voice.label(N_("Method")), "method")
        for part in self._report.method:
            yield self._said("Heading2", part.title)
            yield paragraphs("Analysts", part.words, leftward=self._left)
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
        yield paragraphs("Analysts", chapter.description, leftward=self._left)
        for question in chapter.questions:
            yield from self._questions.question(question)
        if chapter.questions:
            yield self._said("Heading2", N_("What the sources say"))
        if not chapter.count:
            yield self._said("Pale", N_("No passage speaks of this yet."))
        for account in self._watched.accounts(chapter):
            yield from self._accounts.account(account)


REPORT = ReportDocx()
