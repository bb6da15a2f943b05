"""Report (Markdown): one file of plain words; nothing of a document's is taken for a sign."""

from collections.abc import Iterator
from typing import IO

from reviewer.domain.progress import Progress
from reviewer.domain.report import Chapter, Report, Voice
from reviewer.domain.report_words import SOURCES
from reviewer.domain.words import N_
from reviewer.exporters.markdown_written import paragraphs, plain_line
from reviewer.exporters.reports import Watched
from reviewer.exporters.reports.report_markdown_parts import MarkdownParts


class ReportMarkdown:
    """The report from its first line to its last."""

    key, title, suffix = "md", N_("Plain text with headings (Markdown)"), ".md"

    def write(self, report: Report, target: IO[bytes], progress: Progress, voice: Voice) -> None:
        """Write the file; raises ``Cancelled`` when asked to stop."""
        watched = Watched(report, progress)
        parts = MarkdownParts(report, voice, plain_line)
        for piece in _pieces(report, voice, parts, watched):
            target.write(piece.encode())
        watched.finish()


def _pieces(report: Report, voice: Voice, parts: MarkdownParts, watched: Watched) -> Iterator[str]:
    yield from parts.front()
    for chapter in report.chapters:
        yield f"## {plain_line(voice.words(chapter.title))}\n\n"
        yield from chapter_head(chapter, parts)
        for account in watched.accounts(chapter):
            passage = account.passage
            yield f"#### {passage.label} {plain_line(passage.tag)}\n\n"
            yield from parts.account(account)
    yield f"## {parts.label(SOURCES)}\n\n"
    for held in report.sources:
        yield f"### {held.document.label} {plain_line(held.document.title)}\n\n"
        yield from parts.source(held)
    yield f"### {parts.label(N_('Sources not held'))}\n\n"
    missing = [parts.missing(one) for one in report.not_held]
    yield "".join(missing) or f"{parts.label(N_('No source is named that is not held.'))}\n"


def chapter_head(chapter: Chapter, parts: MarkdownParts) -> Iterator[str]:
    """Give what stands in a chapter before its passages."""
    lines = "".join(f"- {parts.said(one)}\n" for one in chapter.lines)
    yield f"{lines}\n" if lines else ""
    yield paragraphs(chapter.description)
    for question in chapter.questions:
        yield from parts.question(question)
    if not chapter.count:
        yield f"{parts.label(N_('No passage speaks of this yet.'))}\n\n"


REPORT = ReportMarkdown()
