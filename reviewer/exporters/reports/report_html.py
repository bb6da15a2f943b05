"""Report (HTML): one file that holds everything, runs nothing and fetches nothing.

Whatever a document, a title or a tag says stands escaped; the page's own rule forbids scripts,
pictures from elsewhere and forms. Each block runs in the direction of its own letters.
"""

from collections.abc import Iterator
from typing import IO

from reviewer.domain.progress import Progress
from reviewer.domain.report import Chapter, Report, Voice
from reviewer.domain.report_words import NOT_WRITTEN, SOURCES
from reviewer.domain.words import N_, Saying
from reviewer.exporters import markup_written
from reviewer.exporters.markup_written import block, escaped, isolated, paragraphs
from reviewer.exporters.reports import Watched
from reviewer.exporters.reports.report_html_accounts import Accounts
from reviewer.exporters.reports.report_html_questions import QuestionWriter
from reviewer.exporters.reports.report_html_sources import sources
from reviewer.exporters.reports.report_sheet import SHEET

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_WRITE_AT_ONCE = 200  # accounts


class ReportHtml:
    """Chapters, passages with anchors, charts, sources with their fingerprints."""

    key, title, suffix = "html", N_("Web page (HTML)"), ".html"

    def write(self, report: Report, target: IO[bytes], progress: Progress, voice: Voice) -> None:
        """Write the page; raises ``Cancelled`` when asked to stop."""
        pieces: list[str] = []
        for piece in _Page(report, voice, Watched(report, progress)).pieces():
            pieces.append(piece)
            if len(pieces) >= _WRITE_AT_ONCE:
                target.write("".join(pieces).encode())
                pieces.clear()
        target.write("".join(pieces).encode())


def head_of(title: str, voice: Voice, sheet: str) -> str:
    """Return the head of a page of ours, with the rule that nothing runs and nothing is fetched."""
    turned = "rtl" if voice.leftward else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(voice.language)}" dir="{turned}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(' '.join(title.split()))}</title>\n<style>{sheet}</style>\n</head>\n"
    )


class _Page:
    def __init__(self, report: Report, voice: Voice, watched: Watched) -> None:
        self._report = report
        self._voice = voice
        self._watched = watched
        self._accounts = Accounts(report, voice)
        self._questions = QuestionWriter(report, voice)

    def pieces(self) -> Iterator[str]:
        """Give the page from its head to its end."""
        yield head_of(self._report.project, self._voice, SHEET)
        yield "<body>\n"
        yield from self._front()
        yield self._statement()
        yield self._contents()
        yield from self._method()
        yield self._to_settle()
        for chapter in self._report.chapters:
            yield from self._chapter(chapter)
        yield from sources(self._report, self._voice)
        yield "</body>\n</html>\n"
        self._watched.finish()

    def _said(self, tag: str, said: Saying, kind: str = "") -> str:
        return markup_written.sentence(
            tag, self._voice.words(said), kind, leftward=self._voice.leftward
        )

    def _own(self, tag: str, words: str, kind: str = "") -> str:
        return block(tag, words, kind, leftward=self._voice.leftward)

    def _front(self) -> Iterator[str]:
        report = self._report
        yield "<header>\n" + self._said("p", Saying(N_("Report")), "pale")
        yield self._own("h1", report.project)
        made = {"time": f"{report.made_at[:16].replace('T', ' ')} UTC", "version": report.version}
        yield self._said("p", Saying(N_("Made {time} with Reviewer {version}"), made), "pale")
        yield '<ul class="plain facts">'
        yield from (self._said("li", one) for one in (*report.counts, *report.limits))
        yield "</ul>\n</header>\n"

    def _statement(self) -> str:
        inside = paragraphs(self._report.statement, leftward=self._voice.leftward)
        return f'<section id="statement" class="statement">{inside}</section>\n'

    def _contents(self) -> str:
        voice = self._voice
        lines = [
            f'<li><a href="#{escaped(one.key)}">{isolated(voice.words(one.title))}</a> '
            f'<span class="pale">({one.count})</span></li>'
            for one in self._report.chapters
        ]
        ends = [
            f'<li><a href="#{key}">{escaped(voice.label(title))}</a></li>'
            for key, title in (
                ("method", N_("Method")),
                ("settle", N_("What is still to settle")),
            )
        ]
        last = f'<li><a href="#sources">{escaped(voice.label(SOURCES))}</a></li>'
        heading = self._said("h2", Saying(N_("Contents")))
        return f'<nav id="contents">{heading}<ol>{"".join([*ends, *lines, last])}</ol></nav>\n'

    def _method(self) -> Iterator[str]:
        yield f'<section id="method">{self._said("h2", Saying(N_("Method")))}\n'
        for part in self._report.method:
            yield self._said("h3", Saying(part.title))
            yield paragraphs(part.words, "ours", leftward=self._voice.leftward)
            if part.facts:
                facts = "".join(self._said("li", one) for one in part.facts)
                yield f'<ul class="plain facts">{facts}</ul>\n'
            if not part.words and not part.facts:
                yield self._said("p", Saying(NOT_WRITTEN), "pale")
        yield "</section>\n"

    def _to_settle(self) -> str:
        lines = "".join(
            self._said("li", one.saying, "warn" if one.count else "") for one in self._report.checks
        )
        heading = self._said("h2", Saying(N_("What is still to settle")))
        why = N_("Counted in the whole project when this report was made.")
        return (
            f'<section id="settle">{heading}{self._said("p", Saying(why), "pale")}'
            f'<ul class="plain">{lines}</ul></section>\n'
        )

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        title = self._voice.words(chapter.title)
        yield f'<section class="chapter" id="{escaped(chapter.key)}">{self._own("h2", title)}\n'
        if chapter.lines:
            lines = "".join(self._said("li", one) for one in chapter.lines)
            yield f'<ul class="plain facts">{lines}</ul>\n'
        yield paragraphs(chapter.description, "ours", leftward=self._voice.leftward)
        for question in chapter.questions:
            yield from self._questions.question(question)
        if chapter.questions:
            yield self._said("h3", Saying(N_("What the sources say")))
        if not chapter.count:
            yield self._said("p", Saying(N_("No passage speaks of this yet.")), "pale")
        for account in self._watched.accounts(chapter):
            yield self._accounts.account(account)
        yield "</section>\n"


REPORT = ReportHtml()
