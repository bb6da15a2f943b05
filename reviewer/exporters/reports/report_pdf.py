"""Report (PDF): the same report on pages, laid out and printed by Qt in a process of its own."""

from typing import IO

from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.domain.report import Report, Voice
from reviewer.domain.words import N_
from reviewer.exporters.paper.pages import PagesPen, parts
from reviewer.exporters.paper.report import ReportText
from reviewer.exporters.reports import Watched

NO_PRINTER = N_(
    "Nothing here prints pages. Take the report as a web page and print that, or start Reviewer "
    "by its command."
)


class ReportPdf:
    """Chapters, passages, tables of figures, sources; page numbers, no links."""

    key, title, suffix = "pdf", N_("Pages to print (PDF)"), ".pdf"

    def write(self, report: Report, target: IO[bytes], progress: Progress, voice: Voice) -> None:
        """Write the pages; raises ``NotAllowed`` where nothing prints, and ``Cancelled``."""
        if report.print_pages is None:
            raise NotAllowed(NO_PRINTER)
        text = ReportText(report, voice, Watched(report, progress), PagesPen())
        title = f"{report.project} · {voice.label(N_('Report'))} · {report.day}"
        pages = parts(title, voice.language, text.pieces(), leftward=voice.leftward)
        target.write(report.print_pages(pages, progress))


REPORT = ReportPdf()
