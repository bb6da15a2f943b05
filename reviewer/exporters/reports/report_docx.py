"""Report (DOCX): the same report as the web page, to be worked on in a word processor.

Headings make its outline, chapters and passages are led to by links within the document, and the
looks are styles. Figures stand in tables; the charts are in the web page.
"""

from typing import IO

from reviewer.domain.progress import Progress
from reviewer.domain.report import Report, Voice
from reviewer.domain.words import N_
from reviewer.exporters.docx.package import AboutFile, document
from reviewer.exporters.docx.words import DocxPen
from reviewer.exporters.paper.report import ReportText
from reviewer.exporters.reports import Watched


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
            written.put(ReportText(report, voice, Watched(report, progress), DocxPen()).pieces())


REPORT = ReportDocx()
