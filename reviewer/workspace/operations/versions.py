"""A corrected or newer version of a document in its place, with its passages carried over.

The older text stays in the project, with where its passages stood. What is sure to be the same
keeps its checks; whatever moved, or changed its words, is listed until an analyst looked at it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reviewer.domain.anchors import anchor
from reviewer.domain.differing import Around, around
from reviewer.domain.documents import Document
from reviewer.domain.errors import NotAllowed
from reviewer.domain.folding import FOLD_VERSION
from reviewer.domain.incoming import Incoming
from reviewer.domain.passages import Anchor, Passage, first_words
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.spans import Span
from reviewer.domain.text import normalise
from reviewer.domain.versions import (
    Carried,
    CarriedBy,
    Standing,
    Version,
    VersionPlace,
    carry,
    places_now,
)
from reviewer.domain.words import N_
from reviewer.store.passages import PassageStore
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.record_keeping import RecordKeeper
from reviewer.workspace.texts_at_hand import TextsAtHand

_SILENT = Silent()


@dataclass(frozen=True, slots=True)
class Moved:
    """A passage that is to be looked at: the words it had, and those that stand there now.

    ``certain`` says that it was found where its words are; a place that another program's file got
    wrong never is, whatever is proposed in its stead.
    """

    passage: int
    document: int
    label: str
    by: CarriedBy
    before: str
    from_text: int
    from_span: Span
    now: str
    span: Span
    certain: bool


class VersionOperations:
    """Versions of documents in an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        texts: TextsAtHand,
        keeper: RecordKeeper,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._versions = project.versions
        self._passages: PassageStore = project.passages
        self._history = history
        self._texts = texts
        self._keeper = keeper
        self._analyst = analyst
        self._now = now

    def of(self, document: int) -> list[Version]:
        """Return every version of a document, the first one first."""
        return self._versions.of(document)

    def text(self, version: Version) -> str:
        """Return the words of a version, an older one too."""
        return self._texts.words(version.text)

    def standing_in(self, version: Version) -> list[VersionPlace]:
        """Return where the passages stood in an older version, in order of place."""
        return self._versions.standing_in(version.text)

    def likely_older(self, incoming: Incoming) -> list[int]:
        """Return the documents that a file may be a newer version of; see ``likely_older_each``."""
        return self.likely_older_each([incoming])[0]

    def likely_older_each(self, several: Sequence[Incoming]) -> list[list[int]]:
        """Return for each file the documents of the same address or original name, other in words.

        Those of the same address come first. An offer to a person, and no more: a name may be that
        of many files.
        """
        held = self._versions.held(
            {one.url for one in several} - {""}, {one.original_name for one in several}
        )
        found: dict[tuple[str, str], list[tuple[int, str]]] = {}
        for document, url, name, sha256 in held:
            for key in _known_by(url, name):
                found.setdefault(key, []).append((document, sha256))
        return [
            list(
                dict.fromkeys(
                    document
                    for key in _known_by(one.url, one.original_name)
                    for document, sha256 in found.get(key, ())
                    if sha256 != one.text_sha256
                )
            )
            for one in several
        ]

    def places_now(self, before: int, text: int, places: Sequence[int]) -> list[int]:
        """Return where places of one version's text (by id) are in another's; see ``domain``."""
        if before == text:
            return list(places)
        return places_now(self._texts.words(before), self._texts.words(text), places)

    def preview(
        self, document: int, newer: Incoming, progress: Progress = _SILENT
    ) -> list[tuple[Passage, Carried]]:
        """Return where each passage of a document would stand in a newer version of it.

        Raises ``NotAllowed`` for a source that is not held, and where the words are the same,
        ``Cancelled`` when asked to stop.
        """
        found = self._project.documents.get(document)
        return self._carried(found, self._text_of(found, newer), newer, progress)

    def replace(
        self,
        document: int,
        newer: Incoming,
        reason: str = "",
        foreseen: Sequence[tuple[Passage, Carried]] | None = None,
    ) -> int:
        """Put a newer version in a document's place; returns how many passages need a look.

        One step: undone, the older version and all its passages are back. The title, the dates and
        what else an analyst may have corrected stay; the document is marked for a second look.
        ``foreseen`` is what ``preview`` said of the same file; it is asked again where passages
        changed since. Raises what ``preview`` raises.
        """
        found = self._project.documents.get(document)
        text = self._text_of(found, newer)
        carried = list(foreseen or ())
        if [one for one, _place in carried] != self._passages.on(document):
            carried = self._carried(found, text, newer)
        reason = " ".join(normalise(reason).text.split())
        now = self._now()
        with self._history.step(
            "versions.replace", {"document": _called(found), "reason": reason}
        ) as step:
            made = self._write(found, newer, reason, now)
            stood = [
                (one.id, one.text, one.span, one.quote, place.by)
                for one, place in carried
                if one.text == text
            ]
            self._versions.add(stood, analyst=self._analyst(), now=now)
            for one, place in carried:
                self._move(one, place, made, newer.text, now)
            self._versions.put(document, _values(newer, made), now)
            wanted = [one for one, place in carried if place.by is not CarriedBy.PLACE]
            step.describe(count=len(wanted))
        return len(wanted)

    def to_look_at(self, document: int | None = None) -> list[Moved]:
        """Return the passages that moved and nobody looked at, of one document or of all."""
        found = []
        for place in self._versions.to_look_at(document):
            passage = self._passages.get(place.passage)
            words = self._texts.words(passage.text)
            found.append(
                Moved(
                    passage=passage.id,
                    document=passage.document,
                    label=self._passages.label(passage.id),
                    by=place.by,
                    before=place.from_quote,
                    from_text=place.from_text,
                    from_span=place.from_span,
                    now="" if place.by is CarriedBy.NOTHING else passage.span.of(words),
                    span=passage.span,
                    certain=passage.anchor is Anchor.SURE,
                )
            )
        return found

    def around(self, moved: Moved) -> tuple[Around, Around] | None:
        """Return the words before and now with those around them, where only these changed."""
        before = self._texts.words(moved.from_text)
        if moved.before != moved.now or moved.from_span.of(before) != moved.before:
            return None
        now = self._texts.words(self._passages.get(moved.passage).text)
        found = around(before, moved.from_span, now, moved.span)
        return found if any(one.marked for one in found) else None

    def doubt(self, several: Sequence[tuple[int, Span, str, CarriedBy]]) -> None:
        """Let new passages be *not certain*: they came with other words than stand there.

        Each with where it was said to stand and the words that came with it, which it keeps, and
        what told its present place. They are listed to be looked at. Opens no step of its own.
        """
        now = self._now()
        for passage, _span, quote, _by in several:
            found = self._passages.get(passage)
            around = anchor(self._texts.words(found.text), found.span)._replace(quote=quote)
            self._versions.place(passage, found.text, found.span, around, Anchor.NOT_CERTAIN, now)
            self._versions.unplace(passage)
            self._keeper.forget([passage])
        stood = [
            (passage, self._passages.get(passage).text, span, quote, by)
            for passage, span, quote, by in several
        ]
        self._versions.add(stood, analyst=self._analyst(), now=now)

    def accept(self, passages: Sequence[int]) -> None:
        """Let passages stand where they were put, with the words that stand there.

        Raises ``NotAllowed`` for one whose words were not found: it has to be placed by hand, or
        taken off.
        """
        moved = {one.passage: one for one in self.to_look_at()}
        wanted = [moved[passage] for passage in passages if passage in moved]
        for one in wanted:
            if one.by is CarriedBy.NOTHING:
                raise NotAllowed(
                    N_(
                        "The words of {passage} are not in the document. Select the words it "
                        "belongs to and place it there, or take it off."
                    ),
                    passage=one.label,
                )
        if not wanted:
            return
        arguments = {"count": len(wanted), "passage": wanted[0].label}
        with self._history.step("versions.accept", arguments):
            for one in wanted:
                self._settle(one.passage, one.span)

    def place(self, passage: int, span: Span) -> None:
        """Put a passage that moved at a span of the newer text, by hand.

        Raises ``NotAllowed`` outside the text, for blank words, and for words that have its tag.
        """
        found = self._passages.get(passage)
        words = self._texts.words(found.text)
        anchored = anchor(words, span)
        if anchored.quote.isspace():
            raise NotAllowed(N_("Only blank space is selected: there are no words to tag."))
        label = self._passages.label(passage)
        with self._history.step("versions.place", {"passage": label}):
            self._settle(passage, span, CarriedBy.HAND)

    def _text_of(self, document: Document, newer: Incoming) -> int:
        if document.text is None:
            raise NotAllowed(
                N_("“{title}” is not held, so there is no version to replace. Import the file."),
                title=document.title,
            )
        facts = self._project.texts.facts(document.text)
        if facts.sha256 == newer.text_sha256:
            raise NotAllowed(
                N_("“{name}” has the very same words as “{title}”: there is nothing to replace."),
                name=newer.original_name,
                title=document.title,
            )
        return document.text

    def _carried(
        self, document: Document, text: int, newer: Incoming, progress: Progress = _SILENT
    ) -> list[tuple[Passage, Carried]]:
        passages = self._passages.on(document.id)
        words = self._texts.words(text)
        standing = [Standing(one.span, one.quote) for one in passages]
        places = carry(words, newer.text, standing, progress)
        return _each_its_own(list(zip(passages, places, strict=True)))

    def _write(self, document: Document, newer: Incoming, reason: str, now: str) -> int:
        number = self._versions.of(document.id)[-1].number + 1
        (made,) = self._project.texts.add(
            [(newer, document.uid)], FOLD_VERSION, now, version=number, reason=reason
        )
        self._project.furniture.add((made, piece) for piece in newer.furniture)
        self._project.parts.add((made, part) for part in newer.parts)
        return made

    def _move(self, one: Passage, place: Carried, text: int, words: str, now: str) -> None:
        around = anchor(words, place.span)
        kept = around if place.certain else around._replace(quote=one.quote)
        certain = Anchor.SURE if place.certain else Anchor.NOT_CERTAIN
        self._versions.place(one.id, text, place.span, kept, certain, now)
        if place.certain:
            self._versions.shift(one.id, place.span.start - one.span.start)
        else:
            self._versions.unplace(one.id)

    def _settle(self, passage: int, span: Span, by: CarriedBy | None = None) -> None:
        found = self._passages.get(passage)
        now = self._now()
        anchored = anchor(self._texts.words(found.text), span)
        self._must_be_free(found, span)
        as_it_stands = anchored.quote == found.quote and span == found.span
        if not as_it_stands or found.anchor is not Anchor.SURE:
            self._project.boundaries.place(passage, found.text, span, anchored, now)
            self._keeper.moved(passage)
        self._versions.looked_at(passage, self._analyst(), now, by)

    def _must_be_free(self, passage: Passage, span: Span) -> None:
        place = (span.start, span.end, passage.tag)
        other = self._passages.taken(passage.document, [span]).get(place, passage.id)
        if other != passage.id and self._passages.get(other).anchor is Anchor.SURE:
            raise NotAllowed(
                N_("The words {passage} would stand at have this tag already ({other})."),
                passage=self._passages.label(passage.id),
                other=self._passages.label(other),
            )


def _known_by(url: str, name: str) -> list[tuple[str, str]]:
    """Return what a file may be known again by, the surest first."""
    return [("url", url), ("name", name)] if url else [("name", name)]


def _each_its_own(carried: list[tuple[Passage, Carried]]) -> list[tuple[Passage, Carried]]:
    """Let no two passages of one tag claim the same words: what stood twice may stand once now."""
    taken: dict[tuple[Span, int], int] = {}
    for one, place in sorted(carried, key=lambda pair: pair[1].by is not CarriedBy.PLACE):
        taken.setdefault((place.span, one.tag), one.id)
    return [
        (one, place if taken[place.span, one.tag] == one.id else _lost(place))
        for one, place in carried
    ]


def _lost(place: Carried) -> Carried:
    return replace(place, by=CarriedBy.NOTHING)


def _values(newer: Incoming, text: int) -> dict[str, object]:
    return {
        "text": text,
        "words": newer.words,
        "original_name": newer.original_name,
        "media_type": newer.media_type,
        "second_look": 1,
    }


def _called(document: Document) -> str:
    return f"{document.label} “{first_words(document.title, 40)}”"
