"""What a search in the whole project finds: a hit, with the words around it.

Documents, passages, titles and notes are searched with one query (``queries.py``) and give one
kind of value, so that one list shows them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.finding import apart
from reviewer.domain.folded_offsets import FoldedText
from reviewer.domain.queries import Tree
from reviewer.domain.query_hits import hits, one_line, words_around
from reviewer.domain.spans import Span
from reviewer.domain.words import N_


class HitKind(StrEnum):
    """In whose words it was found."""

    TEXT = "text"
    TITLE = "title"
    DOCUMENT_NOTE = "document_note"
    QUOTE = "quote"
    PASSAGE_NOTE = "passage_note"
    STATEMENT = "statement"
    TRANSLATION = "translation"
    RECORD = "record"
    ACTOR = "actor"
    EVENT = "event"
    PROJECT_NOTE = "project_note"


HIT_KIND_LABELS = {
    HitKind.TEXT: N_("in the text"),
    HitKind.TITLE: N_("in the title"),
    HitKind.DOCUMENT_NOTE: N_("in the note on the document"),
    HitKind.QUOTE: N_("in a passage"),
    HitKind.PASSAGE_NOTE: N_("in the note on a passage"),
    HitKind.STATEMENT: N_("in plain words"),
    HitKind.TRANSLATION: N_("in a translation"),
    HitKind.RECORD: N_("in the details of a passage"),
    HitKind.ACTOR: N_("a name of an actor"),
    HitKind.EVENT: N_("the name of an event"),
    HitKind.PROJECT_NOTE: N_("in the project's notes"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Words that are searched: whose they are, and where in a document one is led from there.

    ``opens`` is a place in the document's text, ``None`` where there is none. The words of a
    ``TEXT`` begin where the text does, those of a ``QUOTE`` at ``opens.start``.
    """

    kind: HitKind
    words: str
    document: int | None = None
    passage: int | None = None
    note: int | None = None
    opens: Span | None = None
    actor: int | None = None
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit on one line: ``before``, ``words`` and ``after`` put together read as the text does.

    ``span`` counts code points in the words that were searched; ``opens`` is the place in the
    document's text to go to, which for text and quotes is the hit itself.
    """

    kind: HitKind
    document: int | None
    passage: int | None
    note: int | None
    span: Span
    opens: Span | None
    before: str
    words: str
    after: str
    actor: int | None = None
    event: int | None = None


def spans_in(tree: Tree, text: str) -> list[Span]:
    """Return where a query stands in a text, as spans of whole clusters."""
    folded = FoldedText(text)
    return list(apart(text, folded.spans_of(hits(tree, folded.folded) or ())))


def hits_in(tree: Tree, source: Source) -> Iterator[Hit]:
    """Give the hits of a query in some words, in order."""
    for span in spans_in(tree, source.words):
        before, after = words_around(source.words, span)
        yield Hit(
            kind=source.kind,
            document=source.document,
            passage=source.passage,
            note=source.note,
            span=span,
            opens=_opens(source, span),
            before=before,
            words=one_line(span.of(source.words)),
            after=after,
            actor=source.actor,
            event=source.event,
        )


def _opens(source: Source, span: Span) -> Span | None:
    if source.kind is HitKind.TEXT:
        return span
    if source.kind is HitKind.QUOTE and source.opens is not None:
        start = source.opens.start
        return Span(start + span.start, start + span.end)
    return source.opens
