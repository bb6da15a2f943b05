"""Report (PDF): the same report on pages, laid out and printed by Qt in a process of its own.

Its links lead from passage to passage, to the sources and from the contents; its outline has the
parts, the chapters and their questions.
"""

from typing import IO

from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.domain.report import Report, Voice
from reviewer.domain.words import N_
from reviewer.exporters.paper.pages import PagesPen, parts
from reviewer.exporters.paper.report import ReportText
from reviewer.exporters.pdf.about import About, told_behind
from reviewer.exporters.reports import Watched

NO_PRINTER = N_(
    "Nothing here prints pages. Take a web page and print that, or start Reviewer by its command."
)


class ReportPdf:
    """Chapters, passages with links, tables of figures, sources; an outline, page numbers."""

    key, title, suffix = "pdf", N_("Pages to print (PDF)"), ".pdf"

    def write(self, report: Report, target: IO[bytes], progress: Progress, voice: Voice) -> None:
        """Write the pages; raises ``NotAllowed`` where nothing prints, and ``Cancelled``."""
        if report.print_pages is None:
            raise NotAllowed(NO_PRINTER)
        text = ReportText(report, voice, Watched(report, progress), PagesPen())
        title = f"{report.project} · {voice.label(N_('Report'))} · {report.day}"
        pages = parts(title, voice.language, text.pieces(), leftward=voice.leftward)
        data = report.print_pages(pages, progress)
        target.write(data)
        target.write(told_behind(data, About(voice.language, voice.leftward, text.headings)))


REPORT = ReportPdf()
