"""A passage on paper: who says so, the words in their sentence, what hangs on it."""

from collections.abc import Callable, Iterator
from typing import Protocol

from reviewer.domain.languages import language_name
from reviewer.domain.pages import place_on
from reviewer.domain.passages import Anchor
from reviewer.domain.report import Account, Detail, OtherEnd, Voice
from reviewer.domain.report_accounts import published_said
from reviewer.domain.snapshot import ExportedDetails, ExportedPassage
from reviewer.domain.words import N_, Saying
from reviewer.exporters.paper.anchors import anchor_of
from reviewer.exporters.paper.pen import Pen, paragraphs, runs_left

_IN_PLAIN_WORDS = N_("In plain words, by the analysts: {words}")
_NOT_CONFIRMED = N_("○ {words} (not confirmed)")
_FIRST_MARK = 1_000_000  # of passages' bookmarks; chapters have the lower numbers


class Holding(Protocol):
    """Whatever knows which passages are in it."""

    def has(self, label: str) -> bool:
        """Say whether a passage is in it."""
        ...


class Accounts:
    """Writes passages; one that stands in several chapters has its bookmark in the first.

    ``named`` gives the runs of a passage's number where it stands above its words, ``source`` makes
    the runs of a source's title lead to it, by its document's number.
    """

    def __init__(
        self,
        holding: Holding,
        voice: Voice,
        pen: Pen,
        named: Callable[[str], str] | None = None,
        source: Callable[[int, str], str] | None = None,
    ) -> None:
        self._pen = pen
        self._holding = holding
        self._voice = voice
        self._left = voice.leftward
        self._named = named or self._run
        self._source = source or _as_it_is
        self._met: set[str] = set()
        self._head: tuple[Saying | None, str] = None, ""

    def account(self, one: Account) -> Iterator[str]:
        """Give a passage with everything that is said of it."""
        passage = one.passage
        yield self._top(passage)
        if one.head is not self._head[0]:
            self._head = one.head, self.said("Says", one.head)
        yield self._head[1]
        yield self._words_of(one)
        yield self._reference(passage)
        if any(passage.details):
            yield from self._ours(passage.details)
        if passage.note:
            note = Saying(N_("Note by the analysts: {words}"), {"words": passage.note})
            yield self.said("Analysts", note)
        yield from map(self._detail, one.details)
        if one.badges:
            worn = self._pen.run("  ", leftward=self._left).join(
                self._run(f"\u00a0{self._voice.words(badge)}\u00a0", "Badge")
                for badge in one.badges
            )
            yield self._pen.paragraph("Badges", worn, leftward=self._left)
        yield from map(self._end, one.ends)

    def link(self, label: str) -> str:
        """Return the runs of a passage's number, which leads there where the passage is."""
        if not self._holding.has(label):
            return self._run(label)
        return self._pen.link(anchor_of(label), self._run(label, "Hyperlink"))

    def said(self, style: str, said: Saying, look: str = "") -> str:
        """Return a sentence of ours, which runs as the document does, whoever is named in it."""
        words = self._run(self._voice.words(said), look)
        return self._pen.paragraph(style, words, leftward=self._left)

    def _run(self, words: str, look: str = "") -> str:
        return self._pen.run(words, look, leftward=self._left)

    def _apart(self, words: str, look: str = "") -> str:
        return self._run(self._pen.isolated(words, leftward=self._left), look)

    def _top(self, passage: ExportedPassage) -> str:
        label = self._named(passage.label)
        if passage.label not in self._met:
            self._met.add(passage.label)
            number = _FIRST_MARK + len(self._met)
            label = self._pen.bookmark(number, anchor_of(passage.label), label)
        inside = f"{label}{self._run('  ')}{self._apart(passage.tag, 'TagName')}"
        if passage.anchor != Anchor.SURE:
            inside += self._run(f"  {self._voice.label(N_('Place not certain'))}", "TagName")
        return self._pen.paragraph("Passage", inside, leftward=self._left)

    def _reference(self, passage: ExportedPassage) -> str:
        """Return where the words stand, so that another finds them again."""
        document = passage.document
        parts = []
        if document.publisher:
            parts.append(self._apart(document.publisher))
        parts.append(self._apart(self._voice.words(published_said(document.posted))))
        parts.append(self._run(passage.label))
        if passage.page:
            parts.append(self._apart(place_on(passage.page)))
        number = Saying(N_("paragraph {number}"), {"number": passage.paragraph})
        parts.append(self._apart(self._voice.words(number)))
        title = self._apart(document.title, "TitleOfSource")
        title = self._source(document.number, title)
        rest = self._run(", ").join(parts)
        inside = f"{self._run(f'(D{document.number} ')}{title}{self._run(', ')}{rest}"
        return self._pen.paragraph("Reference", f"{inside}{self._run(')')}", leftward=self._left)

    def _ours(self, added: ExportedDetails) -> Iterator[str]:
        """Give what analysts wrote in other words, said to be theirs."""
        if added.statement:
            words = {"words": added.statement}
            yield self.said("Analysts", Saying(_IN_PLAIN_WORDS, words))
        if added.translation:
            language = added.translation_language
            values = {
                "language": language_name(language) if language else "–",
                "translator": added.translator or "–",
            }
            whose = Saying(N_("Translation by the analysts ({language}; {translator}):"), values)
            yield self.said("Pale", whose)
            yield paragraphs(self._pen, "Analysts", added.translation, leftward=self._left)
        if added.checked_by:
            values = {"name": added.checked_by, "day": added.checked_at[:10]}
            yield self.said("Facts", Saying(N_("Checked by {name}, {day}"), values))

    def _detail(self, one: Detail) -> str:
        words = self._voice.words(one.words)
        if one.source:
            words = f"“{words}”"
        look = ""
        if one.hollow:
            look = "NotConfirmed"
            words = self._voice.words(Saying(_NOT_CONFIRMED, {"words": words}))
        label = self._apart(self._voice.words(one.label), "Label")
        return self._pen.pair(label, self._apart(words, look), leftward=self._left)

    def _end(self, one: OtherEnd) -> str:
        inside = f"{self._run(self._voice.label(one.words) + ' ')}{self.link(one.label)}"
        parts = [self._apart(f"“{one.quote}”")] if one.quote else []
        parts.append(self._apart(f"({one.document})"))
        parts += [self._apart(f"· {self._voice.words(said)}") for said in one.remarks]
        space = self._run(" ")
        inside += space + space.join(parts)
        return self._pen.paragraph("Link", inside, leftward=self._left)

    def _words_of(self, one: Account) -> str:
        quote = one.passage.quote
        left = runs_left(one.before + quote + one.after)
        inside = (
            self._pen.exactly(one.before, leftward=left)
            + self._pen.exactly(quote, "Tagged", leftward=left)
            + self._pen.exactly(one.after, leftward=left)
        )
        return self._pen.paragraph("Quote", inside, leftward=left)


def _as_it_is(_number: int, title: str) -> str:
    return title
