"""The sources of a report on paper: those held with their fingerprints, and those not held."""

from collections.abc import Iterator

from reviewer.domain.documents import REVIEW_STATUS_LABELS, Document
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.links import SourceToFind
from reviewer.domain.report import Report, Voice
from reviewer.domain.report_accounts import date_said
from reviewer.domain.words import N_
from reviewer.exporters.paper.anchors import anchor_of
from reviewer.exporters.paper.headings import Headings
from reviewer.exporters.paper.pen import Pen

_HEADINGS = (N_("Source"), N_("Published"), N_("Read"), N_("Fingerprints (SHA-256)"))
_WIDTHS = (1900, 800, 800, 1500)
_NOT_HELD = (N_("Source"), N_("Published"), N_("Links that name it"))
_WIDTHS_NOT_HELD = (3000, 1200, 800)
_FIRST_MARK = 1_000_000_000  # of documents' bookmarks; passages and headings have the lower numbers


class Sources:
    """Writes the tables of sources."""

    def __init__(self, report: Report, headings: Headings, voice: Voice, pen: Pen) -> None:
        self._pen = pen
        self._headings = headings
        self._report = report
        self._voice = voice
        self._left = voice.leftward

    def pieces(self) -> Iterator[str]:
        """Give both tables, row by row."""
        yield self._said("Pale", N_("All documents that the project holds, cited here or not."))
        head = [self._voice.label(one) for one in _HEADINGS]
        yield self._pen.table(_WIDTHS, head, leftward=self._left)
        for held in self._report.sources:
            yield self._pen.row(_WIDTHS, self._held(held), leftward=self._left)
        yield self._pen.table_end()
        title = self._voice.label(N_("Sources not held"))
        yield self._headings.heading("Heading2", title, "not-held", 2, ours=True)
        missing = list(self._report.not_held)
        if not missing:
            yield self._said("Pale", N_("No source is named that is not held."))
            return
        yield self._said("Pale", N_("Others name these; nobody here has read them."))
        head = [self._voice.label(one) for one in _NOT_HELD]
        yield self._pen.table(_WIDTHS_NOT_HELD, head, leftward=self._left)
        for one in missing:
            yield self._pen.row(_WIDTHS_NOT_HELD, self._missing(one), leftward=self._left)
        yield self._pen.table_end()

    def _held(self, held: ExportedHeld) -> Iterator[str]:
        document = held.document
        who = ", ".join(
            dict.fromkeys(
                part
                for part in (document.author, document.publisher or held.publisher_actor)
                if part
            )
        )
        lines = (who, document.url, document.original_name)
        yield self._named(document) + self._lines(*(one for one in lines if one))
        yield self._lines(self._voice.words(date_said(document.posted)))
        read = [self._voice.label(REVIEW_STATUS_LABELS[document.review_status])]
        rated = self._report.reliability.get(document.uid)
        if rated is not None:
            read.append(self._voice.words(rated))
        yield self._lines(*read)
        yield "".join(
            self._pen.paragraph(
                "Cell",
                self._pen.run(f"{self._voice.label(label)} ", leftward=self._left)
                + self._pen.run(sha256, "Fingerprint"),
                leftward=self._left,
            )
            for label, sha256 in (
                (N_("Text"), held.text_sha256),
                (N_("File"), held.original_sha256),
            )
        )

    def _named(self, document: Document) -> str:
        """Return the paragraph that the passages of a document lead to."""
        number = self._pen.bookmark(
            _FIRST_MARK + document.number,
            anchor_of(document.label),
            self._pen.run(document.label, leftward=self._left),
        )
        title = self._pen.isolated(document.title, leftward=self._left)
        title = self._pen.run(f" {title}", leftward=self._left)
        return self._pen.paragraph("Cell", number + title, leftward=self._left)

    def _missing(self, one: SourceToFind) -> Iterator[str]:
        who = ", ".join(part for part in (one.publisher, one.author) if part)
        title = f"{one.label} {self._pen.isolated(one.title, leftward=self._left)}"
        yield self._lines(title, *([who] if who else []))
        yield self._lines(self._voice.words(date_said(one.posted)))
        yield self._lines(str(one.links))

    def _lines(self, *several: str) -> str:
        """Return the paragraphs of a cell; each runs as the table does."""
        return "".join(
            self._pen.paragraph(
                "Cell",
                self._pen.run(self._pen.isolated(words, leftward=self._left), leftward=self._left),
                leftward=self._left,
            )
            for words in several
        )

    def _said(self, style: str, template: str) -> str:
        words = self._pen.run(self._voice.label(template), leftward=self._left)
        return self._pen.paragraph(style, words, leftward=self._left)
