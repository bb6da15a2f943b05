"""Document with passages (PDF): the file it came in, with marks on its own pages.

A mark's words are its label and tag, what is told of the passage, the note and the details;
whatever was read by rule and confirmed by nobody is said to be so. A passage whose place on its
page is not known is a note at the corner of that page.
"""

from typing import IO

from reviewer.domain.annotated import Annotated, PageMark
from reviewer.domain.progress import Progress
from reviewer.domain.report import Account, Voice
from reviewer.domain.words import N_, Saying
from reviewer.exporters.reports.account_lines import AccountLines

_PLACE = N_("The place of these words on the page was not found: “{words}”")


class AnnotatedPdf:
    """The pages as they are, with highlights that every reader of PDFs shows."""

    key, title, suffix, on_pages = "pdf", N_("Its own pages, marked (PDF)"), ".pdf", True

    def write(
        self, annotated: Annotated, target: IO[bytes], progress: Progress, voice: Voice
    ) -> None:
        """Write the file; raises ``Unreadable`` for one that cannot be marked."""
        progress.report(0, len(annotated.accounts))
        lines = AccountLines(voice)
        marks = [
            _mark(annotated, place, account, lines)
            for place, account in enumerate(annotated.accounts)
        ]
        if annotated.mark_pages is not None:
            target.write(annotated.mark_pages(marks))
        progress.report(len(marks), len(marks))


def _mark(annotated: Annotated, place: int, account: Account, lines: AccountLines) -> PageMark:
    passage = account.passage
    span = annotated.places[place]
    told = [f"{passage.label} · {passage.tag}", *lines.of(account)]
    if span is None:
        words = {"words": passage.quote}
        told.insert(1, lines.said(Saying(_PLACE, words)))
    return PageMark(
        passage.label,
        span,
        annotated.shade(place),
        "\n".join(told),
        passage.analyst,
        passage.modified_at,
        passage.tag,
    )


ANNOTATED = AnnotatedPdf()
