"""Reports to write, made of domain values: a fixed one for golden files, any for properties."""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from hypothesis import strategies
from typing_extensions import override

from reviewer.domain.compared import Compared
from reviewer.domain.documents import Document, ReviewStatus
from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.events import WorkingFigure
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.links import SourceToFind
from reviewer.domain.overview import Base
from reviewer.domain.progress import Silent
from reviewer.domain.ranges import ComparedFigure, compare
from reviewer.domain.ratings import Rating, Scale
from reviewer.domain.report import (
    Account,
    Chapter,
    CheckKind,
    CheckLine,
    MethodPart,
    OtherEnd,
    QuestionPart,
    Report,
    ReportBy,
)
from reviewer.domain.report_accounts import account_of
from reviewer.domain.report_words import rated
from reviewer.domain.words import Saying
from tests.exporters.snapshots import DETAILS, DOCUMENT, PASSAGE, RECORD, TRICKY, passages, words

SILENT = Silent()
HELD = ExportedHeld(
    Document(
        id=1,
        uid=DOCUMENT.uid,
        number=1,
        text=1,
        title=DOCUMENT.title,
        original_name=DOCUMENT.original_name,
        media_type="text/plain",
        imported_at="2026-03-14T09:26:53.589+00:00",
        author="A. Writer",
        publisher=DOCUMENT.publisher,
        url=DOCUMENT.url,
        posted=DOCUMENT.posted,
        captured=DOCUMENT.captured,
        language="en",
        review_status=ReviewStatus.DONE,
        set_aside_reason="",
        second_look=False,
        note="",
    ),
    "",
    "a" * 64,
    "b" * 64,
)
_OTHER = replace(
    HELD, document=replace(HELD.document, number=2, publisher="", uid="2"), publisher_actor="Army"
)
_RATING = Rating(
    *(1, "9", 1, None, None, Scale.RELIABILITY, "B"),
    *("It corrects itself.", 1, "2026-03-15T10:00:00.000+00:00"),
)
MISSING = SourceToFind(2, "D9", "The inquiry's report", "Ministry", "", NO_DATE, 3)
END = OtherEnd(
    *("denied by", "D1·2", "Statement 89", "Nobody came", "not judged", "Look again"),
    "answers by a question",
)
BASE = Base(3, done=2, unread=1)


def a_question() -> QuestionPart:
    """Return a question with two figures that are apart, one not confirmed, and a working one."""
    figures = (
        ComparedFigure(1, "D1·1", 1, "Army", low=12, high=12, words="Twelve"),
        ComparedFigure(2, "D1·2", 1, "", low=40, words="at least 40"),
        ComparedFigure(3, "D3·1", 2, "Union", low=9, high=9, words="nine", confirmed=False),
    )
    working = WorkingFigure(12, 40, "Both names lists", 1, "2026-03-15T10:00:00.000+00:00")
    return QuestionPart(
        "Injured",
        ("D1·1", "D3·1"),
        Compared(compare(figures, ()), working, "Noor"),
        (Saying("not read yet: {count} of {all}", {"count": 1, "all": 3}),),
        (Saying("Ours"),),
        (Saying("Rated"),),
    )


def a_report(accounts: tuple[Account, ...] = ()) -> Report:
    """Return a report with something in every part; ``accounts`` are its only chapter's."""
    told = accounts or (
        account_of(PASSAGE._replace(record=RECORD, details=DETAILS, note="Mine"), (END,)),
        *(account_of(one, badges=(Saying("has a response"),)) for one in TRICKY[1:]),
    )
    return Report(
        project="Tannery Road",
        made_at="2026-03-16T08:00:00.000+00:00",
        version="0",
        by=ReportBy.EVENT,
        base=BASE,
        passages=len(told),
        of_passages=9,
        statement="They say.\n\nWe repeat.",
        limits=(Saying("Only passages tagged: {names}", {"names": "Denial"}),),
        method=(MethodPart("Scope", "The bridge."), MethodPart("Scales", facts=(Saying("A"),))),
        checks=(CheckLine(CheckKind.UNCHECKED, (1, 2), 9), CheckLine(CheckKind.PLACES, (), 9)),
        chapters=(
            Chapter(
                "event-1",
                "Shots on the bridge",
                len(told),
                (Saying("Incident"),),
                "What is said.",
                (a_question(), QuestionPart("Who ordered it?", ())),
                told,
            ),
            Chapter("event-2", Saying("In no event"), 0),
        ),
        sources=(HELD, _OTHER),
        not_held=(MISSING,),
        reliability={DOCUMENT.uid: rated(_RATING, "Noor")},
        labels=frozenset({"D1·1", "D1·2"}),
    )


_RESPONSE = strategies.sampled_from(("", "answers by a question"))
_LINK, _JUDGED = strategies.just("denied by"), strategies.sampled_from(("", "not judged"))
any_account = strategies.builds(
    account_of,
    strategies.builds(
        lambda one, name, value: one._replace(record=RECORD._replace(own={name: value})),
        passages(),
        words,
        words,
    ),
    strategies.lists(
        strategies.builds(OtherEnd, _LINK, words, words, words, _JUDGED, words, _RESPONSE),
        max_size=2,
    ),
    strategies.lists(words.map(lambda one: Saying("{words}", {"words": one})), max_size=2),
)


@strategies.composite
def any_report(draw: strategies.DrawFn) -> Report:
    """Return a report with any words wherever words of a project stand."""
    told = tuple(draw(strategies.lists(any_account, min_size=1, max_size=3)))
    chapter = Chapter(
        "tag-1", draw(words), len(told), description=draw(words), questions=(), accounts=told
    )
    document = replace(
        HELD.document,
        title=draw(words),
        url=draw(words),
        author=draw(words),
        original_name=draw(words),
        posted=WrittenDate(draw(words)),
    )
    return replace(
        a_report(told),
        project=draw(words),
        statement=draw(words),
        method=(MethodPart("Scope", draw(words)),),
        chapters=(chapter,),
        sources=(replace(HELD, document=document, publisher_actor=draw(words)),),
        not_held=(replace(MISSING, title=draw(words), publisher=draw(words)),),
    )


@dataclass
class _Seen(HTMLParser):
    """What a browser would make of a page: its tags, attributes and words."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in _EMPTY:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)


_EMPTY = frozenset({"meta", "br", "wbr"})


def seen(page: str) -> _Seen:
    """Return what a browser makes of a page; fails where a tag is not closed in its turn."""
    found = _Seen()
    found.feed(page)
    found.close()
    assert found.open == []
    return found
