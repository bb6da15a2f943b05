"""Snapshots to export, made of domain values: fixed ones for golden files, any for properties."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, settings, strategies

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.exported import (
    ExportedAnswer,
    ExportedEnd,
    ExportedName,
    ExportedRecord,
)
from reviewer.domain.exporting import About
from reviewer.domain.links import LinkType
from reviewer.domain.snapshot import ExportedDetails, ExportedDocument, ExportedPassage
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import Saying

DOCUMENT = ExportedDocument(
    uid="5f0c7c54-6f0e-4f6e-9b59-5a3c0d1f2e11",
    number=1,
    title="Statement 88",
    original_name="statement-88.txt",
    author="",
    publisher="Army information office",
    url="https://example.org/88",
    posted=WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS),
    captured=WrittenDate("2/24/2021 8:27:48 PM", "2021-02-24T20:27:48", DateBasis.UNAMBIGUOUS),
    text_sha256="a" * 64,
    original_sha256="b" * 64,
)
ABOUT = About(
    "Tannery Road",
    "2026-03-16T08:00:00.000+00:00",
    "0.1.0",
    (Saying("With the tags: {names}", {"names": "Denial, =1+1"}),),
)
"""What an export says of itself."""

PASSAGE = ExportedPassage(
    project="Tannery Road",
    uid="5f0c7c54-6f0e-4f6e-9b59-5a3c0d1f2e10",
    label="D1·1",
    tag="Casualty figure",
    span=Span(10, 33),
    paragraph=2,
    quote="Twelve people were hurt",
    sentence="Twelve people were hurt at the bridge.",
    note="",
    anchor="sure",
    analyst="Noor",
    created_at="2026-03-14T09:26:53.589+00:00",
    modified_at="2026-03-14T09:26:53.589+00:00",
    document=DOCUMENT,
)
"""One passage with something in every column but author, note and details."""

DETAILS = ExportedDetails(
    statement="The army says that twelve people were hurt.",
    translation="بارہ افراد زخمی ہوئے",
    translation_language="ur",
    translator="Asma",
    translation_checked_by="Basit",
    translation_checked_at="2026-03-15T10:00:00.000+00:00",
    checked_by="Basit",
    checked_at="2026-03-15T10:01:00.000+00:00",
)
"""What analysts add to a passage, all of it."""

RECORD = ExportedRecord(
    kind=RecordKind.FIGURE,
    entered={
        "low": 0,
        "harm": "injured",
        "event_date": WrittenDate("that November", "2019-11", DateBasis.ENTERED),
    },
    read={"high": 12},
    settled=("victim_group",),
    chain=(ExportedName("Courier", ""), ExportedName("Army", "the army", "is said to")),
    answers=(ExportedAnswer("Shots on the bridge", "", "Injured", ""),),
    ends=(ExportedEnd(LinkType.DENIES, False, "D2·1", "Statement 89"),),  # noqa: FBT003
)
"""What a figure carries: nought entered, one value only read, one settled as empty."""

TRICKY = (
    PASSAGE,
    PASSAGE._replace(label="D1·2", quote='=HYPERLINK("http://x","y")', sentence="@home, he said."),
    PASSAGE._replace(label="D1·3", quote="-3 degrees", sentence="+92 21 111", note="\tindented"),
    PASSAGE._replace(label="D1·4", quote="'tis said", sentence="''twice", note="'=1+1"),
    PASSAGE._replace(label="D1·5", quote='He said "no", twice', sentence="One,\ntwo\r\nthree"),
    PASSAGE._replace(
        label="D2·1", quote="زرویل پل پر فائرنگ", document=replace(DOCUMENT, title="خبر، ۱۵ جون")
    ),
    PASSAGE._replace(
        label="D2·2",
        quote="👩‍👩‍👧 a\u00a0b e\u0301",
        details=DETAILS,
        note="\rline\x85next\u2028and\u2029on",
    ),
)
"""Formulas, apostrophes, quotes, line ends, Urdu, emoji, no-break space, combining marks."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A snapshot of given passages; ``watch`` is called with the number of each one given."""

    all: Sequence[ExportedPassage]
    watch: Callable[[int], None] = lambda _number: None

    def count(self) -> int:
        """Return how many there are."""
        return len(self.all)

    def passages(self) -> Iterator[ExportedPassage]:
        """Give one after another."""
        for number, passage in enumerate(self.all):
            self.watch(number)
            yield passage


unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties: what Hypothesis reads before its first example takes longer on a busy machine."""

words = strategies.text(
    alphabet=strategies.one_of(
        strategies.sampled_from("=+-@\t\r\n'\",;\u2028\u2029\x85\x00\ufeff"),
        strategies.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)


@strategies.composite
def passages(draw: strategies.DrawFn) -> ExportedPassage:
    """Return a passage with any words in every column that holds words."""
    start = draw(strategies.integers(0, 1000))
    document = replace(
        DOCUMENT,
        title=draw(words),
        original_name=draw(words),
        author=draw(words),
        url=draw(words),
        posted=WrittenDate(draw(words)),
    )
    return PASSAGE._replace(
        project=draw(words),
        tag=draw(words),
        span=Span(start, start + draw(strategies.integers(1, 50))),
        quote=draw(words),
        sentence=draw(words),
        note=draw(words),
        analyst=draw(words),
        details=draw(strategies.builds(ExportedDetails, *[words] * 8)),
        document=document,
    )
