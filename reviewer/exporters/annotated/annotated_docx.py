"""Document with passages (DOCX): its words, a comment at each passage, and a list behind them.

Every line of the document is a paragraph; its numbers are the word processor's own, so that whoever
copies words gets the document's alone. Comments may cross each other.
"""

import re
from collections.abc import Iterator
from typing import IO

from reviewer.domain.annotated import (
    NOT_IN_THESE_WORDS,
    OURS_AND_THEIRS,
    Annotated,
    Piece,
    TextLine,
)
from reviewer.domain.directions import direction_of_text
from reviewer.domain.pages import place_on
from reviewer.domain.progress import Progress
from reviewer.domain.report import Voice
from reviewer.domain.report_accounts import date_said
from reviewer.domain.tag_shades import stroke_of
from reviewer.domain.words import N_, Saying
from reviewer.exporters.docx import comments
from reviewer.exporters.docx.looks import tag_look
from reviewer.exporters.docx.package import AboutFile, document
from reviewer.exporters.docx.words import (
    DocxPen,
    bookmark,
    exactly,
    link,
    paragraph,
    run,
)
from reviewer.exporters.paper.accounts import Accounts
from reviewer.exporters.paper.anchors import anchor_of
from reviewer.exporters.paper.pen import block, runs_left
from reviewer.exporters.paper.turning import isolated
from reviewer.exporters.reports.account_lines import AccountLines

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PEN = DocxPen()
_REPORT_EVERY = 500  # lines


class AnnotatedDocx:
    """A text document with comments, to be read and answered in a word processor."""

    key, title, suffix, on_pages = "docx", N_("Text document (DOCX)"), ".docx", False

    def write(
        self, annotated: Annotated, target: IO[bytes], progress: Progress, voice: Voice
    ) -> None:
        """Write the document; raises ``Cancelled`` when asked to stop."""
        text = _Text(annotated, voice, progress)
        with document(target, text.about(), text.comments()) as written:
            written.put(text.pieces())


class _Text:
    def __init__(self, annotated: Annotated, voice: Voice, progress: Progress) -> None:
        self._annotated = annotated
        self._voice = voice
        self._left = voice.leftward
        self._progress = progress
        self._lines = list(annotated.lines())
        self._standing = [
            place for line in self._lines for piece in line.pieces for place in piece.begins
        ]
        self._looks: dict[str, str] = {}
        language = annotated.document.language
        self._language = language if _LANGUAGE.fullmatch(language) else ""
        self._default = direction_of_text(annotated.text)

    def about(self) -> AboutFile:
        """Return what the file says of itself, once it is known which looks it needs."""
        for line in self._lines:
            for piece in line.pieces:
                self._look(piece)
        one, title = self._annotated, self._title()
        return AboutFile(
            title,
            one.made_at,
            one.version,
            self._voice.language,
            f"{one.project} · {one.document.label} · {one.made_at[:10]}",
            self._left,
            "".join(self._looks.values()),
        )

    def comments(self) -> Iterator[str]:
        """Give the comment of each passage that stands in the words."""
        told = AccountLines(self._voice)
        for place in self._standing:
            account = self._annotated.accounts[place]
            passage = account.passage
            lines = [f"{passage.label} · {passage.tag}", *told.of(account)]
            yield comments.comment(
                place,
                passage.label,
                passage.analyst,
                passage.modified_at,
                lines,
                leftward=self._left,
            )

    def pieces(self) -> Iterator[str]:
        """Give the document from its title to its last passage."""
        yield from self._front()
        for done, line in enumerate(self._lines):
            if done % _REPORT_EVERY == 0:
                self._progress.report(done, len(self._lines))
            yield from self._line(line)
        yield from self._list()
        self._progress.report(len(self._lines), len(self._lines))

    def _title(self) -> str:
        return f"{self._annotated.document.label} {self._annotated.document.title}"

    def _said(self, style: str, said: Saying) -> str:
        words = run(self._voice.words(said), leftward=self._left)
        return paragraph(style, words, leftward=self._left)

    def _front(self) -> Iterator[str]:
        one, about = self._annotated, self._annotated.document
        yield self._said("Kind", Saying(N_("Document with passages")))
        yield block(_PEN, "Title", self._title(), leftward=self._left)
        if about.posted.words or about.posted.edtf:
            date = {"date": date_said(about.posted)}
            yield self._said("Facts", Saying(N_("Published: {date}"), date))
        publisher = about.publisher or one.held.publisher_actor
        for words in (about.author, publisher, about.url, about.original_name):
            if words:
                apart = run(isolated(words, leftward=self._left), leftward=self._left)
                yield paragraph("Facts", apart, leftward=self._left)
        for label, sha256 in (
            (N_("Text"), one.held.text_sha256),
            (N_("File"), one.held.original_sha256),
        ):
            words = run(f"{self._voice.label(label)} SHA-256 ", leftward=self._left)
            yield paragraph("Facts", words + run(sha256, "Fingerprint"), leftward=self._left)
        values = {
            "project": one.project,
            "time": f"{one.made_at[:16].replace('T', ' ')} UTC",
            "version": one.version,
        }
        made = Saying(N_("From the project {project}, {time}, Reviewer {version}"), values)
        yield self._said("Facts", made)
        count = {"count": len(one.accounts)}
        yield self._said("Facts", Saying(N_("Passages: {count}"), count))
        yield self._said("Statement", Saying(OURS_AND_THEIRS))

    def _line(self, line: TextLine) -> Iterator[str]:
        for page in line.pages:
            yield block(_PEN, "Page", place_on(page), leftward=self._left)
        words = self._annotated.text[line.start : line.end]
        left = runs_left(words, leftward=self._default == "rtl")
        inside = "".join(self._piece(piece, leftward=left) for piece in line.pieces)
        yield paragraph("Words" if line.number else "Line", inside, leftward=left)

    def _piece(self, piece: Piece, *, leftward: bool) -> str:
        words = exactly(
            self._annotated.text[piece.start : piece.end],
            self._look(piece),
            leftward=leftward,
            language=self._language,
        )
        begins = "".join(map(self._begin, piece.begins))
        return f"{begins}{words}{''.join(map(comments.end, piece.ends))}"

    def _begin(self, place: int) -> str:
        label = self._annotated.accounts[place].passage.label
        return bookmark(place, _word_anchor(label), "") + comments.begin(place)

    def _look(self, piece: Piece) -> str:
        if not piece.over:
            return "Furniture" if piece.dimmed else ""
        colour = self._annotated.colour(piece.over[-1])
        shade = self._annotated.shade(piece.over[-1])
        key, style = tag_look(shade, stroke_of(colour), len(piece.over))
        self._looks[key] = style
        return key

    def _list(self) -> Iterator[str]:
        one, met = self._annotated, set(self._standing)
        told = Accounts(one, self._voice, _PEN, self._up)
        self._shown = {one.accounts[place].passage.label for place in met}
        yield self._said("Chapter", Saying(N_("Passages")))
        if not one.accounts:
            yield self._said("Pale", Saying(N_("Nothing is tagged in this document yet.")))
        for place, account in enumerate(one.accounts):
            if place in met:
                yield from told.account(account)
        lost = [account for place, account in enumerate(one.accounts) if place not in met]
        if lost:
            yield self._said("Heading1", Saying(N_("Place not certain")))
            yield self._said("Pale", Saying(NOT_IN_THESE_WORDS))
            for account in lost:
                yield from told.account(account)

    def _up(self, label: str) -> str:
        """Return the runs of a passage's number, which lead to its first word where it stands."""
        if label not in self._shown:
            return run(label, leftward=self._left)
        return link(_word_anchor(label), run(f"{label} ↑", "Hyperlink", leftward=self._left))


def _word_anchor(label: str) -> str:
    return "w" + anchor_of(label)[1:]


ANNOTATED = AnnotatedDocx()
