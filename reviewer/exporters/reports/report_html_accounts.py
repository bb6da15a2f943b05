"""A passage in a report in HTML: who says so, the words in their sentence, and what hangs on it."""

from collections.abc import Callable
from typing import Protocol

from reviewer.domain.languages import language_name
from reviewer.domain.pages import place_on
from reviewer.domain.passages import Anchor
from reviewer.domain.report import Account, Detail, OtherEnd, Voice
from reviewer.domain.report_accounts import published_said
from reviewer.domain.snapshot import ExportedDetails, ExportedDocument, ExportedPassage
from reviewer.domain.words import N_, Saying
from reviewer.exporters.markup_written import (
    block,
    direction,
    escaped,
    isolated,
    sentence,
    within,
)

_NOT_CONFIRMED = N_("○ {words} (not confirmed)")
_PARAGRAPH = N_("paragraph {number}")


def anchor_of(label: str) -> str:
    """Return the anchor of a passage: ``D4·12`` is ``p-D4-12``."""
    return "p-" + label.replace("·", "-")


class Holding(Protocol):
    """Whatever knows which passages are on a page."""

    def has(self, label: str) -> bool:
        """Say whether a passage is on it."""
        ...


class Accounts:
    """Writes passages; one that stands in several chapters has its anchor in the first.

    ``named`` gives a passage's number as it stands above its words.
    """

    def __init__(
        self, report: Holding, voice: Voice, named: Callable[[str], str] = escaped
    ) -> None:
        self._report = report
        self._voice = voice
        self._named = named
        self._leftward = voice.leftward
        self._met: set[str] = set()
        self._document: ExportedDocument | None = None
        self._source = ""
        # Said once where one account after another says the same.
        self._head: tuple[Saying | None, str] = None, ""
        self._badges: tuple[tuple[Saying, ...], str] = (), ""
        self._paragraphs: dict[int, str] = {}
        self._tags: dict[str, str] = {}

    def account(self, one: Account) -> str:
        """Return a passage with everything that is said of it."""
        passage = one.passage
        parts = [
            f'<article class="account"{self._anchor(passage.label)}>',
            self._top(passage),
            self._said_by(one.head),
            _words_of(one),
            self._reference(passage),
        ]
        if any(passage.details):
            parts.append(self._ours(passage.details))
        if passage.note:
            note = Saying(N_("Note by the analysts: {words}"), {"words": passage.note})
            parts.append(self._block("p", note, "ours"))
        if one.details:
            parts.append(f"<dl>{''.join(map(self._detail, one.details))}</dl>")
        if one.badges:
            parts.append(self._worn(one.badges))
        if one.ends:
            parts.append(f'<ul class="links">{"".join(map(self._end, one.ends))}</ul>')
        parts.append("</article>\n")
        return "".join(parts)

    def _said_by(self, head: Saying) -> str:
        if head is not self._head[0]:
            self._head = head, self._block("p", head, "head")
        return self._head[1]

    def _worn(self, badges: tuple[Saying, ...]) -> str:
        if badges is not self._badges[0]:
            said = (f'<span class="badge">{self._inline(badge)}</span>' for badge in badges)
            self._badges = badges, f"<p>{''.join(said)}</p>"
        return self._badges[1]

    def _top(self, passage: ExportedPassage) -> str:
        return (
            f'<p class="top">{self._named(passage.label)} '
            f'<span class="tag">{self._tag(passage.tag)}</span>{self._marks(passage)}</p>'
        )

    def _tag(self, tag: str) -> str:
        if tag not in self._tags:
            self._tags[tag] = isolated(tag)
        return self._tags[tag]

    def link(self, label: str) -> str:
        """Return a passage's number, which leads there where the report has the passage."""
        if not self._report.has(label):
            return escaped(label)
        return f'<a href="#{escaped(anchor_of(label))}">{escaped(label)}</a>'

    def _anchor(self, label: str) -> str:
        if label in self._met:
            return ""
        self._met.add(label)
        return f' id="{escaped(anchor_of(label))}"'

    def _block(self, tag: str, words: Saying, kind: str = "") -> str:
        return sentence(tag, self._voice.words(words), kind, leftward=self._leftward)

    def _inline(self, said: Saying) -> str:
        return within(self._voice.words(said), leftward=self._leftward)

    def _marks(self, passage: ExportedPassage) -> str:
        if passage.anchor == Anchor.SURE:
            return ""
        return f' <strong class="warn">{self._inline(Saying(N_("Place not certain")))}</strong>'

    def _reference(self, passage: ExportedPassage) -> str:
        """Return where the words stand, so that another finds them again."""
        if passage.document is not self._document:
            self._document = passage.document
            self._source = self._of_document(passage.document)
        number = passage.paragraph
        paragraph = self._paragraphs.get(number)
        if paragraph is None:
            paragraph = self._inline(Saying(_PARAGRAPH, {"number": number}))
            self._paragraphs[number] = paragraph
        page = f"{isolated(place_on(passage.page))}, " if passage.page else ""
        return f'<p class="ref">({self._source}, {escaped(passage.label)}, {page}{paragraph})</p>'

    def _of_document(self, document: ExportedDocument) -> str:
        parts = [f"D{document.number} <cite>{isolated(document.title)}</cite>"]
        if document.publisher:
            parts.append(isolated(document.publisher))
        parts.append(self._inline(published_said(document.posted)))
        return ", ".join(parts)

    def _ours(self, added: ExportedDetails) -> str:
        """Return what analysts wrote in other words, said to be theirs."""
        parts = []
        if added.statement:
            said = Saying(
                N_("In plain words, by the analysts: {words}"), {"words": added.statement}
            )
            parts.append(self._block("p", said, "ours"))
        if added.translation:
            whose = Saying(
                N_("Translation by the analysts ({language}; {translator}):"),
                {
                    "language": language_name(added.translation_language)
                    if added.translation_language
                    else "–",
                    "translator": added.translator or "–",
                },
            )
            words = block("p", added.translation, "ours")
            parts.append(self._block("p", whose, "pale") + words)
        if added.checked_by:
            values = {"name": added.checked_by, "day": added.checked_at[:10]}
            said = Saying(N_("Checked by {name}, {day}"), values)
            parts.append(self._block("p", said, "facts"))
        return "".join(parts)

    def _detail(self, one: Detail) -> str:
        words = self._voice.words(one.words)
        if one.source:
            words = f"“{words}”"
        kind = ""
        if one.hollow:
            kind = "hollow"
            words = self._voice.words(Saying(_NOT_CONFIRMED, {"words": words}))
        label = block("dt", self._voice.words(one.label), leftward=self._leftward)
        own = isinstance(one.words, Saying) or one.hollow
        inside = within(words, leftward=self._leftward) if own else isolated(words)
        return (
            f'{label}<dd><span class="{kind}">{inside}</span></dd>'
            if kind
            else (f"{label}<dd>{inside}</dd>")
        )

    def _end(self, one: OtherEnd) -> str:
        parts = [f"{escaped(self._voice.label(one.words))} {self.link(one.label)}"]
        if one.quote:
            parts.append(f" <q>{isolated(one.quote)}</q>")
        parts.append(f" ({isolated(one.document)})")
        parts += [f" · {self._inline(said)}" for said in one.remarks]
        return f"<li>{''.join(parts)}</li>"


def _words_of(one: Account) -> str:
    before, quote, after = one.before, one.passage.quote, one.after
    whole = before + quote + after
    if escaped(whole) is not whole:  # else none of the three has anything in it to be escaped
        before, quote, after = escaped(before), escaped(quote), escaped(after)
    return f"<blockquote{direction(whole)}>{before}<mark>{quote}</mark>{after}</blockquote>"
