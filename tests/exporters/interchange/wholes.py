"""Whole projects made of domain values, to be sent out and taken in again."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from reviewer.domain.actors import Actor, ActorKind
from reviewer.domain.documents import Document, ReviewStatus
from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.events import Event, EventStatus, EventType, PlacePrecision
from reviewer.domain.exported import (
    NO_RECORD,
    ExportedAnswer,
    ExportedEvent,
    ExportedField,
    ExportedFigure,
    ExportedHeld,
    ExportedLayout,
    ExportedLink,
    ExportedName,
    ExportedNothing,
    ExportedPlace,
    ExportedQuestion,
    ExportedRating,
    ExportedRecord,
)
from reviewer.domain.links import Independence, Link, LinkType, SourceToFind
from reviewer.domain.progress import Silent
from reviewer.domain.project_lines import (
    HeldLine,
    Line,
    NothingLine,
    PassageLine,
    RatingLine,
    Refused,
)
from reviewer.domain.records import Value
from reviewer.domain.snapshot import ExportedDetails, ExportedDocument, ExportedPassage
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind, Tag
from reviewer.domain.text import normalise, sha256_of
from reviewer.exporters.project_lines import project_rows
from reviewer.exporters.written import told
from reviewer.importers.json_lines import lines

NOW = "2026-03-14T09:26:53.589+00:00"
TAGS = {
    "Allegation": RecordKind.ALLEGATION,
    "Denial": RecordKind.RESPONSE,
    "Casualty figure": RecordKind.FIGURE,
    "=cmd|' /C calc'!A1": RecordKind.NONE,
    "</script>]]>&<b>": RecordKind.NONE,
    "حوالہ \u200f😀": RecordKind.NONE,
}


@dataclass
class Whole:
    """A project; see ``domain.snapshot.ProjectSnapshot``."""

    texts: dict[str, str]
    all_held: Sequence[ExportedHeld]
    all_passages: Sequence[ExportedPassage]
    all_links: Sequence[ExportedLink] = ()
    all_events: Sequence[ExportedEvent] = ()
    all_ratings: Sequence[ExportedRating] = ()
    register: Sequence[Actor] = ()
    to_find: Sequence[SourceToFind] = ()
    codebook: Sequence[Tag] = field(default_factory=list)
    layouts: dict[str, ExportedLayout] = field(default_factory=dict)

    def count(self) -> int:
        return len(self.all_passages)

    def passages(self) -> Iterator[ExportedPassage]:
        return iter(self.all_passages)

    def actors(self) -> Iterator[Actor]:
        return iter(self.register)

    def sources(self) -> Iterator[SourceToFind]:
        return iter(self.to_find)

    def held(self) -> Iterator[ExportedHeld]:
        return iter(self.all_held)

    def text(self, document_uid: str) -> str:
        return self.texts[document_uid]

    def original(self, document_uid: str) -> bytes | None:
        return self.texts[document_uid].encode()

    def layout(self, document_uid: str) -> ExportedLayout:
        return self.layouts.get(document_uid, ExportedLayout())

    def tags(self) -> Iterator[Tag]:
        return iter(self.codebook)

    def fields(self) -> Iterator[ExportedField]:
        return iter(())

    def events(self) -> Iterator[ExportedEvent]:
        return iter(self.all_events)

    def questions(self) -> Iterator[ExportedQuestion]:
        return iter(())

    def figures(self) -> Iterator[ExportedFigure]:
        return iter(())

    def links(self) -> Iterator[ExportedLink]:
        return iter(self.all_links)

    def nothings(self) -> Iterator[ExportedNothing]:
        return iter(())

    def ratings(self) -> Iterator[ExportedRating]:
        return iter(self.all_ratings)


def _tags() -> list[Tag]:
    return [
        Tag(at, f"t{at}", name, str(at), "", "What it “means”\nhere.", None, record, at)
        for at, (name, record) in enumerate(TAGS.items(), start=1)
    ]


def a_held(number: int, text: str, **known: object) -> ExportedHeld:
    """Return a document of a text; its uid is ``uid-NUMBER``."""
    document = Document(
        number, f"uid-{number}", number, number, f"Title {number}", f"file {number}.txt",
        "text/plain", NOW, "", "", "", NO_DATE, NO_DATE, "", ReviewStatus.UNREAD, "",
        second_look=False, note="",
    )  # fmt: skip
    known_too: dict[str, object] = {"title": "The same title", **known}
    document = replace(document, **known_too)  # type: ignore[arg-type]
    return ExportedHeld(document, "", sha256_of(text), sha256_of(text))


def a_passage(
    held: ExportedHeld, text: str, number: int, span: Span, tag: str, **known: object
) -> ExportedPassage:
    """Return a passage of a document; ``known`` are further fields of ``ExportedPassage``."""
    document = held.document
    exported = ExportedDocument(
        document.uid, document.number, document.title, document.original_name, document.author,
        document.publisher, document.url, document.posted, document.captured,
        held.text_sha256, held.original_sha256,
    )  # fmt: skip
    passage = ExportedPassage(
        "Project", f"uid-{document.number}-{number}", f"D{document.number}·{number}", tag, span, 1,
        span.of(text), "", "", "sure", "Noor", NOW, NOW, exported,
        record=replace_kind(TAGS[tag]),
    )  # fmt: skip
    return passage._replace(**known)  # type: ignore[arg-type]


def replace_kind(kind: RecordKind) -> ExportedRecord:
    """Return a record of a kind with something in it; of no kind nothing."""
    chain = (ExportedName("Courier", ""), ExportedName("Army", "the army", "is said to"))
    entered = _ENTERED[kind]
    if not entered:
        return NO_RECORD
    answers = (ExportedAnswer("The bridge", "", "", ""),)
    return ExportedRecord(kind, entered=entered, settled=("victims",), chain=chain, answers=answers)


_DATE = WrittenDate("that November", "2019-11", DateBasis.ENTERED)
_ENTERED: Mapping[RecordKind, Mapping[str, Value]] = {
    RecordKind.ALLEGATION: {"act": "beaten\t“at night”", "event_date": _DATE},
    RecordKind.RESPONSE: {"response_kind": "deny_act", "scope": "whole"},
    RecordKind.FIGURE: {"low": 0, "high": 12, "harm": "injured", "negated": True},
    RecordKind.NONE: {},
}
_WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from("a b=+-@\t\n'\"<>&;\u2028\u0085\u200f\u00a0\u0301\u0007]é"),
        st.sampled_from("😀👩\u200d👧ñحوں中"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
).map(lambda words: normalise(words).text.strip())
_TEXTS = st.text(
    alphabet=st.sampled_from(
        "ab =\n\n\u00a0😀👩\u200d🦰e\u0301حوں \u200f<&]>'\"\t\u0007\u000c\u0085中\U0010ffff"
    ),
    min_size=1,
    max_size=40,
).map(lambda words: normalise(words).text)
_DETAILS = st.tuples(_WORDS, st.sampled_from(["", "Basit"])).map(
    lambda one: ExportedDetails(statement=one[0], checked_by=one[1], checked_at=one[1] and NOW)
)


@st.composite
def wholes(draw: st.DrawFn) -> Whole:
    """Return a project of up to three documents, with passages that cross, and links."""
    texts = draw(st.lists(_TEXTS.filter(lambda text: not text.isspace()), min_size=1, max_size=3))
    held = [
        a_held(number, text, note=draw(_WORDS), language=draw(st.sampled_from(["", "ur"])))
        for number, text in enumerate(texts, start=1)
    ]
    passages = []
    for document, text in zip(held, texts, strict=True):
        places = draw(
            st.lists(
                st.tuples(
                    st.integers(0, len(text) - 1),
                    st.integers(1, len(text)),
                    st.sampled_from(sorted(TAGS)),
                ),
                max_size=4,
                unique=True,
            )
        )
        wanted = sorted({(start, max(end, start + 1), tag) for start, end, tag in places})
        passages += [
            a_passage(
                *(document, text, number, Span(start, end), tag),
                note=draw(_WORDS),
                details=draw(_DETAILS),
                follow_up=draw(st.booleans()),
            )
            for number, (start, end, tag) in enumerate(wanted, start=1)
        ]
    return a_whole(dict(zip((one.document.uid for one in held), texts, strict=True)), held,
                   passages, draw(_links(passages)))  # fmt: skip


def a_whole(
    texts: dict[str, str],
    held: Sequence[ExportedHeld],
    passages: Sequence[ExportedPassage],
    links: Sequence[ExportedLink] = (),
) -> Whole:
    """Return a project that has something of everything besides."""
    event = Event(
        1, "e1", "The bridge", EventType.INCIDENT, _DATE, "Ghari", PlacePrecision.NEAR, None,
        "What is\nsaid", EventStatus.OPEN,
    )  # fmt: skip
    return Whole(
        texts,
        held,
        passages,
        links,
        all_events=[ExportedEvent(event, "", "", 0, 0)],
        register=[Actor(1, "a1", "Army", ActorKind.ORGANISATION, protected=True, names=("فوج",))],
        to_find=[SourceToFind(99, "S1", "A letter", "", "Asma", _DATE, 1)],
        codebook=_tags(),
    )


@st.composite
def _links(draw: st.DrawFn, passages: Sequence[ExportedPassage]) -> list[ExportedLink]:
    if len(passages) < 2:
        return []
    chosen = draw(
        st.lists(
            st.tuples(
                st.sampled_from(passages), st.sampled_from(passages), st.sampled_from(LinkType)
            ).filter(lambda one: one[0].uid != one[1].uid),
            max_size=3,
            unique_by=lambda one: (one[0].uid, one[1].uid, one[2]),
        )
    )
    return [a_link(start, end, kind, draw(_WORDS)) for start, end, kind in chosen]


def a_link(
    start: ExportedPassage, end: ExportedPassage, kind: LinkType, note: str = ""
) -> ExportedLink:
    """Return a link from one passage to another."""
    link = Link(1, "l1", kind, 1, 2, None, Independence.YES, note, 1, NOW)
    return ExportedLink(
        link, start.label, start.document.title, start.quote, end.label, end.document.title,
        end.quote, "Noor", _place(start), _place(end),
    )  # fmt: skip


def _place(passage: ExportedPassage) -> ExportedPlace:
    document = passage.document
    return ExportedPlace(
        passage.span.start, passage.span.end, 1, "", document.uid, document.original_name, "", "",
        NO_DATE, NO_DATE, document.text_sha256, document.original_sha256,
    )  # fmt: skip


def own_lines(whole: Whole) -> list[Line]:
    """Return what our own JSON Lines say of a project, each line as ``bare`` has it."""
    raw = (json.dumps(told(row)).encode() for row in project_rows(whole, Silent()))
    found = list(lines(raw))
    assert not [one for one in found if isinstance(one, Refused)]
    return sorted((bare(one) for one in found if not isinstance(one, Refused)), key=repr)


def bare(line: Line) -> Line:
    """Return a line without its number, a document's further names, and a passage's words.

    Fields of a document that are said to be empty are as those of which nothing is said.
    """
    if isinstance(line, PassageLine):
        return replace(line, number=0, document=line.document[:1], quote=None)
    if isinstance(line, HeldLine):
        described = {key: words for key, words in line.described.items() if words}
        dates = {key: date for key, date in line.dates.items() if date != NO_DATE}
        line = replace(line, described=described, dates=dates)
    if isinstance(line, HeldLine | NothingLine | RatingLine):
        return replace(line, number=0, document=line.document[:1])
    return replace(line, number=0)
