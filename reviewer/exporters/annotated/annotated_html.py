"""Document with passages (HTML): its words as they are, marks over them, and a list below.

Every line of the document is a block in the direction of its own letters. Passages that cross are
cut into pieces, each with a line of its tag's colour for every passage over it; the label of each
stands at its first word, is not copied with the words, and leads to the list.
"""

from collections.abc import Iterator
from typing import IO

from reviewer.domain.annotated import (
    NOT_IN_THESE_WORDS,
    OURS_AND_THEIRS,
    Annotated,
    Piece,
    TextLine,
)
from reviewer.domain.pages import place_on
from reviewer.domain.progress import Progress
from reviewer.domain.report import Account, Voice
from reviewer.domain.report_accounts import date_said
from reviewer.domain.words import N_, Saying
from reviewer.exporters.annotated.annotated_sheet import Looks
from reviewer.exporters.markup_written import (
    block,
    direction,
    escaped,
    fingerprint,
    isolated,
    sentence,
)
from reviewer.exporters.reports.report_html import head_of
from reviewer.exporters.reports.report_html_accounts import Accounts, anchor_of

_WRITE_AT_ONCE = 200  # lines or passages
_REPORT_EVERY = 500  # lines


class AnnotatedHtml:
    """One page that can be read and printed anywhere; nothing in it runs or is fetched."""

    key, title, suffix, on_pages = "html", N_("Web page (HTML)"), ".html", False

    def write(
        self, annotated: Annotated, target: IO[bytes], progress: Progress, voice: Voice
    ) -> None:
        """Write the page; raises ``Cancelled`` when asked to stop."""
        pieces: list[str] = []
        for piece in _Page(annotated, voice, progress).pieces():
            pieces.append(piece)
            if len(pieces) >= _WRITE_AT_ONCE:
                target.write("".join(pieces).encode())
                pieces.clear()
        target.write("".join(pieces).encode())


class _Page:
    def __init__(self, annotated: Annotated, voice: Voice, progress: Progress) -> None:
        self._annotated = annotated
        self._voice = voice
        self._progress = progress
        self._lines = list(annotated.lines())
        self._looks = Looks(annotated)
        self._met: set[int] = set()
        self._shown: set[str] = set()
        self._leftward = voice.leftward

    def pieces(self) -> Iterator[str]:
        """Give the page from its head to its end."""
        document = self._annotated.document
        looks = (self._looks.of(one) for line in self._lines for one in line.pieces)
        sheet = self._looks.sheet(looks)
        yield head_of(f"{document.label} {document.title}", self._voice, sheet)
        yield "<body>\n"
        yield from self._front()
        language = f' lang="{escaped(document.language)}"' if document.language else ""
        yield f'<main{language} class="text">\n'
        for done, line in enumerate(self._lines):
            if done % _REPORT_EVERY == 0:
                self._progress.report(done, len(self._lines))
            yield self._line(line)
        yield "</main>\n"
        yield from self._list()
        yield "</body>\n</html>\n"
        self._progress.report(len(self._lines), len(self._lines))

    def _said(self, tag: str, said: Saying, kind: str = "") -> str:
        return sentence(tag, self._voice.words(said), kind, leftward=self._leftward)

    def _front(self) -> Iterator[str]:
        one, document = self._annotated, self._annotated.document
        yield "<header>\n" + self._said("p", Saying(N_("Document with passages")), "pale")
        yield block("h1", f"{document.label} {document.title}", leftward=self._leftward)
        facts = [
            isolated(words)
            for words in (
                document.author,
                document.publisher or one.held.publisher_actor,
                document.url,
                document.original_name,
            )
            if words
        ]
        if document.posted.words or document.posted.edtf:
            said = Saying(N_("Published: {date}"), {"date": date_said(document.posted)})
            facts.insert(0, isolated(self._voice.words(said)))
        yield f'<ul class="plain facts">{"".join(f"<li>{fact}</li>" for fact in facts)}'
        for label, sha256 in (
            (N_("Text"), one.held.text_sha256),
            (N_("File"), one.held.original_sha256),
        ):
            words = escaped(self._voice.label(label))
            yield f"<li>{words} SHA-256 {fingerprint(sha256)}</li>"
        values = {
            "project": one.project,
            "time": f"{one.made_at[:16].replace('T', ' ')} UTC",
            "version": one.version,
        }
        made = Saying(N_("From the project {project}, {time}, Reviewer {version}"), values)
        yield self._said("li", made)
        count = Saying(N_("Passages: {count}"), {"count": len(one.accounts)})
        yield self._said("li", count) + "</ul>\n"
        yield self._said("p", Saying(OURS_AND_THEIRS), "statement") + "</header>\n"

    def _line(self, line: TextLine) -> str:
        words = self._annotated.text[line.start : line.end]
        pages = "".join(
            f'<p class="page"><span>{isolated(place_on(one))}</span></p>\n' for one in line.pages
        )
        if not words:
            return f'{pages}<p class="blank"><br></p>\n'
        number = f'<a class="number" id="n-{line.number}">{line.number}</a>' if line.number else ""
        inside = "".join(map(self._piece, line.pieces))
        return f"{pages}<p{direction(words)}>{number}{inside}</p>\n"

    def _piece(self, piece: Piece) -> str:
        words = escaped(self._annotated.text[piece.start : piece.end])
        if piece.dimmed:
            words = f'<span class="dimmed">{words}</span>'
        labels = "".join(map(self._label, piece.begins))
        if not piece.over:
            return words
        return f'{labels}<mark class="{self._looks.of(piece)}">{words}</mark>'

    def _label(self, place: int) -> str:
        self._met.add(place)
        passage = self._annotated.accounts[place].passage
        self._shown.add(passage.label)
        label, look = escaped(passage.label), self._looks.label(place)
        tag = escaped(passage.tag)
        return (
            f'<a class="label {look}" id="{_word_anchor(passage.label)}" title="{tag}" '
            f'href="#{escaped(anchor_of(passage.label))}">{label}</a>'
        )

    def _list(self) -> Iterator[str]:
        told = Accounts(self._annotated, self._voice, self._up)
        yield f'<section id="passages">{self._said("h2", Saying(N_("Passages")))}\n'
        if not self._annotated.accounts:
            yield self._said("p", Saying(N_("Nothing is tagged in this document yet.")), "pale")
        for place, account in enumerate(self._annotated.accounts):
            if place in self._met:
                yield self._entry(told, place, account)
        yield "</section>\n"
        lost = [at for at in range(len(self._annotated.accounts)) if at not in self._met]
        if lost:
            yield f'<section id="lost">{self._said("h2", Saying(N_("Place not certain")))}\n'
            yield self._said("p", Saying(NOT_IN_THESE_WORDS), "pale")
            for place in lost:
                yield self._entry(told, place, self._annotated.accounts[place])
            yield "</section>\n"

    def _entry(self, told: Accounts, place: int, account: Account) -> str:
        return f'<div class="{self._looks.label(place)}">{told.account(account)}</div>\n'

    def _up(self, label: str) -> str:
        """Return a passage's number, which leads to its first word where that is shown."""
        if label not in self._shown:
            return escaped(label)
        return f'<a href="#{_word_anchor(label)}">{escaped(label)} ↑</a>'


def _word_anchor(label: str) -> str:
    return escaped("w-" + label.replace("·", "-"))


ANNOTATED = AnnotatedHtml()
