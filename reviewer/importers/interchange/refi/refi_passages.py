"""Selections and links of a REFI-QDA project -> passages and links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.domain.interchange import GivenRow
from reviewer.domain.links import LinkType
from reviewer.domain.words import N_
from reviewer.importers.interchange.along import Tally, link_called
from reviewer.importers.interchange.offset_units import Place
from reviewer.importers.interchange.refi.refi_notes import RefiNotes, work_of
from reviewer.importers.interchange.refi.refi_parts import Coding, RefiLink, Selection, TextPart
from reviewer.importers.interchange.refi.refi_rows import CaseRows, Row
from reviewer.importers.interchange.refi.refi_sources import (
    Document,
    is_by_itself,
    quote_of,
    repeats_words,
    whole_quote,
)

NO_CODE = "Without a code"
_LONGEST_WORDS = 100  # code points of the other end of a link, in a note
_WITHOUT_CODE = N_("Passages without a code, which come under the tag “{tag}”: {count}.")
_NO_WORDS = N_("Passages that hold no words or lie outside their text, left out: {count}.")
_NO_TEXT = N_(
    "Passages whose text is not in the file and whose words are not given, left out: {count}."
)
_LINKS = N_(
    "Links “{name}”, which is no kind of link here; they stand in the notes of the passages they "
    "start from: {count}."
)
_LOOSE_LINKS = N_("Links to something that is no passage here, left out: {count}.")


@dataclass(slots=True)
class Passages:
    """Makes the rows, and counts the passages."""

    tags: Mapping[str, str]
    users: Mapping[str, str]
    notes: RefiNotes
    cases: CaseRows
    links: list[RefiLink]
    tally: Tally
    count: int = 0
    _uids: set[str] = field(default_factory=set)
    _said: dict[str, list[str]] = field(default_factory=dict)

    def of_documents(self, documents: list[Document]) -> Iterator[GivenRow]:
        """Give the passages of texts that are there."""
        self._look_at_links(documents)
        for document in documents:
            for selection, place in zip(document.part.selections, document.places, strict=True):
                yield from self._placed(document, selection, place)

    def of_missing(self, part: TextPart, document: str) -> Iterator[GivenRow]:
        """Give the passages of a text that is not there, by their words."""
        for selection in part.selections:
            quote = whole_quote(selection)
            if quote:
                yield from self._rows(document, selection, {"quote": quote})
            else:
                self.tally.add(_NO_TEXT)

    def all_links(self) -> Iterator[GivenRow]:
        """Give the links between passages that came, once all of them did."""
        for link in self.links:
            start, end = link.start, link.end
            if {start, end} & self.notes.notes.keys():
                continue
            called = link_called(link.name)
            source = self.cases.titles.get(end)
            if start not in self._uids or (end not in self._uids and source is None):
                self.tally.add(_LOOSE_LINKS)
            elif called is not None:
                yield GivenRow(self._link(link, *called, source), link.guid)

    def _link(self, link: RefiLink, kind: LinkType, turned: bool, source: str | None) -> Row:
        row: Row = {"row": "link", "type": str(kind), **self.notes.of_link(link.notes)}
        if source is not None:
            return {**row, "from": link.start, "to_document": source}
        start, end = (link.end, link.start) if turned else (link.start, link.end)
        return {**row, "from": start, "to": end}

    def _look_at_links(self, documents: list[Document]) -> None:
        """Keep what links of other kinds say, for the notes of the passages they start from."""
        wanted = {end for link in self.links for end in (link.start, link.end)}
        words: dict[str, str] = {}
        for document in documents if wanted else ():
            for selection, place in zip(document.part.selections, document.places, strict=True):
                if selection.guid in wanted and place is not None:
                    quote = document.text[place[0] : min(place[1], place[0] + _LONGEST_WORDS)]
                    words[selection.guid] = " ".join(quote.split())
        for link in self.links:
            if link.start in words and link.end in words and link_called(link.name) is None:
                name = " ".join(link.name.split())[:_LONGEST_WORDS] or "?"
                self.tally.add(_LINKS, values={"name": name})
                self._said.setdefault(link.start, []).append(f"{name} → “{words[link.end]}”")

    def _placed(
        self, document: Document, selection: Selection, place: Place | None
    ) -> Iterator[GivenRow]:
        known = self.cases.of_passages.get(selection.guid, {})
        quote = known.pop("quote", "") or quote_of(selection, document.text, place)
        if place is not None and place[0] < place[1]:
            where: Row = {"start": place[0], "end": place[1]}
            if quote:
                where["quote"] = quote
        elif quote:
            where = {"quote": quote}
        else:
            self.tally.add(_NO_WORDS)
            return
        words = "" if place is None else document.text[place[0] : place[1]]
        yield from self._rows(document.part.guid, selection, {**where, **known}, words)

    def _rows(
        self, document: str, selection: Selection, known: Row, words: str = ""
    ) -> Iterator[GivenRow]:
        """Give a passage for each code of a selection, the first under the selection's guid."""
        own = self._label(selection, words)
        codings = {self.tags.get(one.code, ""): one for one in reversed(selection.codings)}
        tagged = [(tag, one) for tag, one in reversed(codings.items()) if tag]
        if not tagged:
            self.tally.add(_WITHOUT_CODE, values={"tag": NO_CODE})
            tagged = [(NO_CODE, Coding("", "", selection.user, selection.created, ()))]
        for number, (tag, coding) in enumerate(tagged):
            self.count += 1
            guids = [*self.notes.on(selection.guid, selection.notes), *coding.notes]
            more = (own, selection.description, *self._said.get(selection.guid, ()))
            said = self.notes.of_passage(guids, *more)
            name = self.users.get(coding.user) or self.users.get(selection.user, "")
            yield GivenRow(
                {
                    **{key: value for key, value in said.items() if value},
                    **known,
                    "row": "passage",
                    "uid": self._uid(coding.guid if number else selection.guid),
                    "document": document,
                    "tag": tag,
                    **work_of(name, coding.created or selection.created),
                },
                selection.guid,
            )

    def _uid(self, guid: str) -> str:
        """Return what a passage is called: no two alike, though guids in a file may be."""
        uid = guid if guid and guid not in self._uids else f"{guid or 'passage'} {self.count}"
        self._uids.add(uid)
        return uid

    def _label(self, selection: Selection, words: str) -> str:
        """Return what somebody called a selection, where it is not its words over again."""
        name = " ".join(selection.name.split())
        if self.notes.ours or repeats_words(selection) or is_by_itself(name):
            return ""
        return "" if " ".join(words.split()).startswith(name.rstrip("….")) else name
