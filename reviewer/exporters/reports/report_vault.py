"""Report (folder of notes, as Obsidian reads them): a ZIP with a note for each passage.

Chapters show their passages by their names, so that a passage that stands in two chapters is one
note. Names of files are made of numbers alone: no title can lead out of the folder.
"""

from collections.abc import Iterator
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reviewer.domain.progress import Progress
from reviewer.domain.report import Account, Chapter, Report, Voice
from reviewer.domain.report_words import SOURCES
from reviewer.domain.words import N_
from reviewer.exporters.markdown_written import plain_line
from reviewer.exporters.reports import Watched
from reviewer.exporters.reports.report_markdown import chapter_head
from reviewer.exporters.reports.report_markdown_parts import MarkdownParts


class ReportVault:
    """Notes for the report, each chapter, each passage and each source, with links both ways."""

    key, title, suffix = "obsidian", N_("Folder of notes (Obsidian, ZIP)"), ".zip"

    def write(self, report: Report, target: IO[bytes], progress: Progress, voice: Voice) -> None:
        """Write the archive; raises ``Cancelled`` when asked to stop."""
        watched = Watched(report, progress)

        def link(label: str) -> str:
            if not report.has(label):
                return plain_line(label)
            return f"[[{_name(label)}|{plain_line(label)}]]"

        parts = MarkdownParts(report, voice, link)
        met: set[str] = set()
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            for name, words in _notes(report, voice, parts, watched, met):
                note = ZipInfo(f"{name}.md", _day(report))
                note.compress_type = ZIP_DEFLATED
                archive.writestr(note, words.encode())
        watched.finish()


def _notes(
    report: Report, voice: Voice, parts: MarkdownParts, watched: Watched, met: set[str]
) -> Iterator[tuple[str, str]]:
    yield "Report", "".join((*parts.front(), *_contents(report, voice, parts)))
    for chapter in report.chapters:
        shown = []
        for account in watched.accounts(chapter):
            name = _name(account.passage.label)
            shown.append(f"![[{name}]]\n\n")
            if name not in met:
                met.add(name)
                yield f"Passages/{name}", _passage(account, parts)
        yield f"Chapters/{chapter.key}", _chapter(chapter, voice, parts, "".join(shown))
    for held in report.sources:
        label, title = held.document.label, plain_line(held.document.title)
        yield f"Sources/{label}", f"# {label} {title}\n\n" + "".join(parts.source(held))


def _contents(report: Report, voice: Voice, parts: MarkdownParts) -> Iterator[str]:
    yield f"## {parts.label(N_('Contents'))}\n\n"
    for one in report.chapters:
        yield f"- [[{one.key}|{plain_line(voice.words(one.title))}]] ({one.count})\n"
    yield f"\n## {parts.label(SOURCES)}\n\n"
    for held in report.sources:
        label = held.document.label
        yield f"- [[{label}|{label} {plain_line(held.document.title)}]]\n"
    yield "".join(parts.missing(one) for one in report.not_held)


def _chapter(chapter: Chapter, voice: Voice, parts: MarkdownParts, shown: str) -> str:
    title = plain_line(voice.words(chapter.title))
    return f"# {title}\n\n{''.join(chapter_head(chapter, parts))}{shown}"


def _passage(account: Account, parts: MarkdownParts) -> str:
    passage = account.passage
    title = f"# {passage.label} {plain_line(passage.tag)}\n\n"
    source = f"D{passage.document.number}"
    return f"{title}{''.join(parts.account(account))}[[{source}]]\n"


def _name(label: str) -> str:
    return label.replace("·", "-")


def _day(report: Report) -> tuple[int, int, int, int, int, int]:
    year, month, day = (int(part) for part in report.day.split("-"))
    return (year, month, day, 0, 0, 0)


REPORT = ReportVault()
