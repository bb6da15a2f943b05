"""Links between passages, and to sources that are not held."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reviewer.domain.counterparts import MOST, Counterpart
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.folding import fold
from reviewer.domain.links import (
    LINK_TYPE_LABELS,
    ONE_WAY,
    SYMMETRIC,
    Arrival,
    Independence,
    Link,
    LinkedEnd,
    LinkType,
    PlacedLink,
    SourceToFind,
    check_type,
    guessed_type,
)
from reviewer.domain.notes import note_of
from reviewer.domain.passages import first_words
from reviewer.domain.record_values import LONGEST_LINE, LONGEST_WORDS, date_of, line_of
from reviewer.domain.standings import exclude_each_other, may_be_one_count
from reviewer.domain.tags import RecordKind
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.links import EndKind, NewLink
from reviewer.store.project_file import ProjectFile
from reviewer.store.sources import NewSource
from reviewer.workspace.counterparts import CounterpartsAtHand
from reviewer.workspace.history import History

_NO_LINK = 0


class LinkOperations:
    """Links of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        counterparts: CounterpartsAtHand,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._links = project.links
        self._sources = project.sources
        self._counterparts = counterparts
        self._history = history
        self._analyst = analyst
        self._now = now

    def link(
        self,
        from_passage: int,
        to_passage: int,
        type: LinkType | None = None,  # noqa: A002
        *,
        note: str = "",
        independent: Independence = Independence.NOT_JUDGED,
    ) -> int:
        """Link two passages, in one document or two; returns the link.

        Without a type the tags make one likely. The ends change places where the type fits the
        other way round only. Raises ``NotAllowed`` for a passage linked to itself, a type that
        fits neither way, and what is linked so already.
        """
        new = NewLink(
            type or LinkType.CORROBORATES,
            from_passage,
            to_passage,
            independent=independent,
            note=_note(note),
        )
        new = self._fitting(new, guess=type is None)
        self._must_be_new(new)
        with self._history.step("links.link", self._named(new)):
            return self._links.add(new, analyst=self._analyst(), now=self._now())

    def proposed(self, from_passage: int, to_passage: int) -> LinkType:
        """Return the type a link of two passages gets if none is chosen; raises as ``link``."""
        new = NewLink(LinkType.CORROBORATES, from_passage, to_passage)
        return self._fitting(new, guess=True).type

    def link_to_source(
        self,
        from_passage: int,
        document: int,
        type: LinkType | None = None,  # noqa: A002
        *,
        note: str = "",
        independent: Independence = Independence.NOT_JUDGED,
    ) -> int:
        """Link a passage to a source that is not held; returns the link.

        Raises ``NotAllowed`` for a document that is held: its passage can be linked to.
        """
        found = self._project.documents.get(document)
        if found.text is not None:
            raise NotAllowed(
                N_("{document} is in this project: link to a passage of it."), document=found.label
            )
        (start,) = self._links.ends([from_passage])
        kind = type or guessed_type(start.record)
        check_type(kind, start.record, None)
        new = NewLink(kind, from_passage, None, document, independent, _note(note))
        self._must_be_new(new)
        with self._history.step("links.link_to_source", self._named(new)):
            return self._links.add(new, analyst=self._analyst(), now=self._now())

    def change(
        self,
        link: int,
        *,
        type: LinkType | None = None,  # noqa: A002
        note: str | None = None,
        independent: Independence | None = None,
    ) -> None:
        """Change a link's type, note or independence; what is not given stays.

        Raises ``NotAllowed`` as ``link`` does.
        """
        found = self._links.get(link)
        standing = _as_new(found)
        new = replace(
            standing,
            type=found.type if type is None else type,
            note=found.note if note is None else _note(note),
            independent=found.independent if independent is None else independent,
        )
        if new.type is not found.type:
            if new.to_passage is None:
                (start,) = self._links.ends([new.from_passage])
                check_type(new.type, start.record, None)
            else:
                new = self._fitting(new)
            self._must_be_new(new, link)
        values = {
            column: getattr(new, column)
            for column in ("type", "from_passage", "to_passage", "independent", "note")
            if getattr(new, column) != getattr(standing, column)
        }
        if values:
            with self._history.step("links.change", self._named(new)):
                self._links.set(link, values, self._now())

    def remove(self, links: Sequence[int]) -> None:
        """Take links away as one step; raises ``NotFound``."""
        found = [self._links.get(link) for link in links]
        name, arguments = "links.remove_many", dict[str, object](count=len(found))
        if len(found) == 1:
            name, arguments = "links.remove", self._named(_as_new(found[0]))
        with self._history.step(name, arguments):
            self._links.remove(links)

    def get(self, link: int) -> Link:
        """Return one link; raises ``NotFound``."""
        return self._links.get(link)

    def all(self) -> list[Link]:
        """Return every link between listed documents, oldest first."""
        return self._links.all()

    def of(self, passage: int) -> list[LinkedEnd]:
        """Return the other ends of a passage's links, in the order they were made."""
        return self._links.of(passage)

    def on(self, document: int) -> list[PlacedLink]:
        """Return every link that starts or ends in a document, with the places of its ends."""
        return self._links.on(document)

    def between(self, document: int, other: int) -> list[PlacedLink]:
        """Return every link from a passage of one document to a passage of the other."""
        return self._links.between(document, other)

    def counterparts(self, passage: int, most: int = MOST) -> list[Counterpart]:
        """Return the passages a passage is likely to answer or repeat, the likeliest first.

        What it is linked to already is left out; nothing likely is an empty list. The first time
        every passage is read, unless ``gather`` did that before.
        """
        linked = {end.passage for end in self._links.of(passage) if end.passage is not None}
        return self._counterparts.of(passage, most, linked)

    def have_in_common(self, passage: int, other: int) -> bool:
        """Say whether an actor, number, date, place or event tells that two belong together."""
        return self._counterparts.have_in_common(passage, other)

    def gather(self, most: int = 25) -> int:
        """Use a quiet moment to read so many passages for ``counterparts``; returns what is left.

        Twenty-five take about ten milliseconds.
        """
        return self._counterparts.gather(most)

    def same_speaker(self, link: int) -> bool:
        """Say whether both ends of a link are known to be the same actor's words."""
        found = self._links.get(link)
        if found.to_passage is None:
            return False
        ends = (found.from_passage, found.to_passage)
        speakers = self._project.speech.speakers(ends)
        actors = [speakers[end].actor for end in ends if end in speakers]
        return len(actors) == 2 and actors[0] is not None and actors[0] == actors[1]

    def add_source(
        self,
        title: str,
        publisher: str = "",
        author: str = "",
        posted: WrittenDate = NO_DATE,
        *,
        url: str = "",
    ) -> int:
        """Write down a source that is known of and not held; returns its document.

        Raises ``NotAllowed`` without a title, for a date that is none, and for more words than fit.
        """
        title = _line(title)
        if not title:
            raise NotAllowed(N_("Say what the source is called, or what it is."))
        source = NewSource(
            title, _line(publisher), _line(author), date_of(posted), _line(url, LONGEST_WORDS)
        )
        with self._history.step("sources.add", {"name": first_words(title, 40)}):
            return self._sources.add(source, analyst=self._analyst(), now=self._now())

    def link_to_new_source(
        self,
        from_passage: int,
        title: str,
        publisher: str = "",
        author: str = "",
        posted: WrittenDate = NO_DATE,
        *,
        type: LinkType | None = None,  # noqa: A002
        note: str = "",
    ) -> int:
        """Write a source down and link a passage to it, as one step; returns the link.

        Raises ``NotAllowed`` as ``add_source`` and ``link_to_source`` do; then neither is done.
        """
        (start,) = self._links.ends([from_passage])
        kind = type or guessed_type(start.record)
        named = {
            "passage": self._project.passages.label(from_passage),
            "type": LINK_TYPE_LABELS[kind],
            "other": f"“{first_words(_line(title), 40)}”",
        }
        with self._history.step("links.link_to_source", named):
            document = self.add_source(title, publisher, author, posted)
            return self.link_to_source(from_passage, document, kind, note=note)

    def sources_to_find(self) -> list[SourceToFind]:
        """Return every source that is not held, the most named first."""
        return self._sources.to_find()

    def ask_to_place(self, document: int) -> list[Link]:
        """Return the links that name a source which this document, now held, seems to be.

        That is one with the same title or the same address, however spelt.
        """
        found = self._project.documents.get(document)
        if found.text is None:
            return []
        named = [document, *self._sources.like(fold(found.title), found.url)]
        return [link for one in named for link in self._links.to_document(one)]

    def arrivals(self) -> list[Arrival]:
        """Return every link that names a source which a document now held seems to be.

        As ``ask_to_place`` says it of one document.
        """
        return [
            Arrival(link.id, source, document)
            for source, document in self._sources.arrived()
            for link in self._links.to_document(source)
        ]

    def place(self, link: int, passage: int) -> None:
        """Let a link that names a source end at a passage, now that the source is held.

        A source that nothing names any more is taken off the list, in the same step. Raises
        ``NotAllowed`` for a link that ends at a passage already, and as ``link`` does.
        """
        found = self._links.get(link)
        if found.to_document is None:
            raise NotAllowed(N_("This link ends at a passage already."))
        new = self._fitting(replace(_as_new(found), to_passage=passage, to_document=None))
        self._must_be_new(new, link)
        values = {
            "from_passage": new.from_passage,
            "to_passage": new.to_passage,
            "to_document": None,
        }
        with self._history.step("links.place", self._named(new)):
            self._links.set(link, values, self._now())
            if not self._links.to_document(found.to_document):
                self._sources.take_off(found.to_document, self._now())

    def _fitting(self, new: NewLink, *, guess: bool = False) -> NewLink:
        """Return a link with its ends in order; raises ``NotAllowed``."""
        start, end = new.from_passage, new.to_passage
        if end is None or start == end:
            raise NotAllowed(N_("A passage cannot be linked to itself. Choose another one."))
        one, other = self._links.ends([start, end])
        if guess:
            answers = other.record is RecordKind.RESPONSE and one.record is not other.record
            if answers:
                start, end, one, other = end, start, other, one
            new = replace(new, type=self._guessed(start, end, one.record))
        if _is_turned(new.type, one, other):
            start, end = end, start
        return replace(new, from_passage=start, to_passage=end)

    def _guessed(self, one: int, other: int, record: RecordKind) -> LinkType:
        """Return the type that what is entered of two passages makes likely."""
        figures = list(self._project.records.figures([one, other]).values())
        if len(figures) < 2:
            return guessed_type(record)
        if exclude_each_other(*figures):
            return LinkType.CONTRADICTS
        events = [{each.event for each in self._project.answers.of([end])} for end in (one, other)]
        same_event = bool(events[0] & events[1])
        return guessed_type(record, one_count=may_be_one_count(*figures, same_event=same_event))

    def _must_be_new(self, new: NewLink, link: int = _NO_LINK) -> None:
        known = self._links.standing(new)
        if known is not None and known != link:
            raise NotAllowed(N_("These are linked so already: {link}."), link=self._sentence(new))
        if new.to_passage is None:
            return
        turned = replace(new, from_passage=new.to_passage, to_passage=new.from_passage)
        back = new.type is LinkType.CORROBORATES and self._links.standing(turned) not in (
            None,
            link,
        )
        if new.type in ONE_WAY:
            back = self._links.leads_back(new.type, new.from_passage, new.to_passage, without=link)
        if back:
            raise NotAllowed(
                N_("{passage} and {other} are linked the other way round already."),
                passage=self._project.passages.label(new.from_passage),
                other=self._project.passages.label(new.to_passage),
            )

    def _named(self, new: NewLink) -> dict[str, object]:
        passages, documents = self._project.passages, self._project.documents
        if new.to_passage is None:
            found = documents.get(new.to_document or 0)
            other = f"{found.label} “{first_words(found.title, 40)}”"
        else:
            other = passages.label(new.to_passage)
        return {
            "passage": passages.label(new.from_passage),
            "type": LINK_TYPE_LABELS[new.type],
            "other": other,
        }

    def _sentence(self, new: NewLink) -> str:
        return "{passage} {type} {other}".format(**self._named(new))


def _as_new(link: Link) -> NewLink:
    return NewLink(
        *(link.type, link.from_passage, link.to_passage, link.to_document),
        *(link.independent, link.note),
    )


def _is_turned(kind: LinkType, start: EndKind, end: EndKind) -> bool:
    """Say whether the ends must change places; raises ``NotAllowed`` where neither way fits."""
    if kind in SYMMETRIC:
        check_type(kind, start.record, end.record)
        return start.uid > end.uid
    try:
        check_type(kind, start.record, end.record)
    except NotAllowed:
        check_type(kind, end.record, start.record)
        return True
    return False


def _note(written: str) -> str:
    return note_of(normalise(written).text)


def _line(written: str, longest: int = LONGEST_LINE) -> str:
    return line_of(normalise(written).text, longest)
