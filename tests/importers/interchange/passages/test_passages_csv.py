"""Tables of passages in text: ours come back exactly, others' by their words."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import Unreadable
from reviewer.domain.exported import ExportedName
from reviewer.domain.progress import Silent
from reviewer.domain.project_lines import (
    EventLine,
    FieldLine,
    GivenAnswer,
    GivenName,
    GivenWork,
    PassageLine,
    QuestionLine,
)
from reviewer.domain.snapshot import ExportedPassage
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.domain.text import normalise
from reviewer.exporters.formats import csv_table, tsv_table
from reviewer.exporters.formats.csv_table import TextTable
from reviewer.exporters.sheets import PassagesSheet, with_columns
from reviewer.importers.interchange import Parcel, importer_of
from reviewer.importers.interchange.passages.passages_csv import PROJECT
from tests.exporters.snapshots import (
    ABOUT,
    DETAILS,
    PASSAGE,
    RECORD,
    Picture,
    passages,
    unhurried,
)
from tests.importers.interchange.taken_work import Work, work_of

FORMATS = {".csv": csv_table.EXPORTER, ".tsv": tsv_table.EXPORTER}


def written(format_: TextTable, *several: ExportedPassage, exact: bool = False) -> bytes:
    target = io.BytesIO()
    format_.write([PassagesSheet(Picture(several))], ABOUT, target, Silent(), exact=exact)
    return target.getvalue()


def taken(data: bytes | str, name: str = "table.csv") -> Work:
    data = data.encode() if isinstance(data, str) else data
    parcel = Parcel(name, {name: data})
    assert importer_of(parcel) is PROJECT
    return work_of(PROJECT.take(parcel))


def kept(passage: ExportedPassage) -> ExportedPassage:
    """Return a passage as a project can hold it: words as texts are, a place as long as they."""
    quote = normalise("." + passage.quote).text[1:] or "words"
    start = passage.span.start
    return passage._replace(
        quote=quote,
        span=Span(start, start + len(quote)),
        tag=" ".join(normalise(passage.tag).text.split()),
        note=normalise(passage.note).text,
        analyst="Noor",
        project="P",
        sentence="",
        details=DETAILS,
        document=passage.document,
    )


ours = passages().map(kept).filter(lambda one: one.tag.isprintable() and bool(one.tag))


@unhurried
@given(st.lists(ours, max_size=4), st.sampled_from([".csv", ".tsv"]), st.booleans())
def test_our_own_table_comes_back(several: list[ExportedPassage], suffix: str, exact: bool) -> None:
    several = [one for one in several if one.quote.strip()]
    work = taken(written(FORMATS[suffix], *several, exact=exact), f"table{suffix}")
    assert work.refused == []
    assert work.doubts == []
    assert [(one.start, one.end, one.quote) for one in work.passages] == [
        (one.span.start, one.span.end, one.quote) for one in several
    ]
    if not exact:
        assert [(one.tag, one.words.note) for one in work.passages] == [
            (one.tag, one.note.strip()) for one in several
        ]


def test_what_people_added_and_who_did_it_come_back() -> None:
    work = taken(written(csv_table.EXPORTER, PASSAGE._replace(details=DETAILS, follow_up=True)))
    (passage,) = work.passages
    assert passage.words.statement == DETAILS.statement
    assert passage.words.translation == DETAILS.translation
    assert passage.checked == GivenWork(DETAILS.checked_by, DETAILS.checked_at)
    assert passage.made is not None
    assert passage.made.analyst == "Noor"
    assert passage.follow_up
    assert passage.key == PASSAGE.uid
    assert passage.document == (
        PASSAGE.document.uid,
        PASSAGE.document.text_sha256,
        PASSAGE.document.original_sha256,
        PASSAGE.document.title,
    )
    assert work.at[-1] == "row 2"


def test_a_record_comes_back_but_for_its_links() -> None:
    record = RECORD._replace(
        victims=(ExportedName("", "Ali"), ExportedName("Omar", "")),
        accused=(ExportedName("", "they"),),
        own={"Weather": "hot"},
    )
    work = taken(written(csv_table.EXPORTER, PASSAGE._replace(record=record)))
    (passage,) = work.passages
    assert passage.values["low"] == 0
    assert passage.values["harm"] == "injured"
    date = passage.values["event_date"]
    assert isinstance(date, WrittenDate)
    assert (date.words, date.edtf) == ("that November", "2019-11")
    assert passage.chain == (GivenName("Courier", "Courier"), GivenName("Army", "the army"))
    assert passage.roles == {
        "accused": (GivenName("", "they"),),
        "victims": (GivenName("", "Ali"), GivenName("Omar", "Omar")),
    }
    assert passage.own == {"Weather": "hot"}
    assert passage.answers == (GivenAnswer("Shots on the bridge", "Injured"),)
    assert work.tags["Casualty figure"].record is RecordKind.FIGURE
    kinds = [type(one) for one in work.lines if not isinstance(one, PassageLine)]
    assert kinds[1:] == [FieldLine, EventLine, QuestionLine]
    (told,) = work.told()
    assert told.startswith("Passages whose links are in the table in words only")


def test_chosen_columns_are_enough() -> None:
    sheet = with_columns(
        PassagesSheet(Picture([PASSAGE])), ["start", "end", "tag", "original_name", "anchor"]
    )
    target = io.BytesIO()
    csv_table.EXPORTER.write([sheet], ABOUT, target, Silent())
    (passage,) = taken(target.getvalue()).passages
    assert (passage.start, passage.end, passage.quote) == (10, 33, None)
    assert passage.document == ("statement-88.txt",)


def test_odd_cells_of_a_table_of_ours_are_refused_one_by_one() -> None:
    work = taken(
        "document_uid,quote,tag,record,low,negated,fields,chain,chain_filed,events,questions\n"
        "u,one,a,figure,many,no,[1],x → y,x,E,\n"
        "u,two,a,nonsense,5,yes,{,,,E,F: G\n"
        "u,three,b,figure,-5,yes,,,,E; F,E: Q; E: R\n"
    )
    assert len(work.refused) == 1
    two, three = work.passages
    assert (two.quote, two.values, two.answers) == ("two", {}, (GivenAnswer("E", None),))
    assert three.values["low"] == -5
    assert three.values["negated"] is True
    assert three.answers == (
        GivenAnswer("E", "Q"),
        GivenAnswer("E", "R"),
        GivenAnswer("F", None),
    )


def test_highlights_of_taguette_come_by_their_words(samples: Path) -> None:
    data = (samples / "taguette" / "taguette-highlights.csv").read_bytes()
    work = taken(data, "taguette-highlights.csv")
    assert [(one.document[0], one.tag, one.quote) for one in work.passages][:2] == [
        ("Statement A", "casualty figure.killed", "12 people died"),
        ("Statement A", "allegation", "😀 in the raid. Residents say"),
    ]
    assert len(work.passages) == 8
    assert work.told() == ["Columns that are not read: id."]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("Document;Code;Segment;Weight\nA;x;y z;0", [("A", "x", "y z", None)]),
        ("File name,Codes,Quotation Content\nA,x; y;y z", []),
        ('File name,Codes,Quote\nA,"x; y|x",q', [("A", "x", "q", None), ("A", "y", "q", None)]),
        ("document\ttag\tquote\nA\tx; y\tC:\\new", [("A", "x; y", "C:\\new", None)]),
        ("document,tag,quote,start,end\nA,x,abc,4,7", [("A", "x", "abc", 4)]),
        ("document,tag,quote,start,end\nA,x,abc,1,2", [("A", "x", "abc", None)]),
        ("document,tag,quote,start,end\nA,x,'=b,4,7", [("A", "x", "'=b", 4)]),
        ("document,tag,quote,start,end\nA,x,'=b,4,6", [("A", "x", "=b", 4)]),
        ("document,tag,quote\n'=A,'=x,'=b", [("=A", "=x", "=b", None)]),
        ("document,tag,quote\n=A,</script>,]]>", [("=A", "</script>", "]]>", None)]),
    ],
)
def test_tables_of_others_come_by_what_their_columns_are_called(
    table: str, found: list[tuple[str, str, str, int | None]]
) -> None:
    if not found:
        table = table.replace("x; y", '"x; y"').replace(";y z", ",y z")
        found = [("A", "x", "y z", None), ("A", "y", "y z", None)]
    work = taken(table)
    assert [(one.document[0], one.tag, one.quote, one.start) for one in work.passages] == found
    assert list(work.tags) == list(dict.fromkeys(tag for _, tag, _, _ in found))


def test_notes_and_coders_of_others_come_along() -> None:
    work = taken("document,code,quote,comment,coder\nA,x,q,Why?,Sana\n")
    (passage,) = work.passages
    assert passage.words.note == "Why?"
    assert passage.made == GivenWork("Sana")


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("document_uid,tag,quote,note,links,quote,sentence,sentence", "u,x,first,n,,other,,"),
        ("Document,Code,Quote,Comment,Links,Quote,Links", "u,x,first,n,,other,"),
    ],
)
def test_a_heading_that_stands_twice_is_named_and_which_column_is_read(head: str, row: str) -> None:
    work = taken(f"{head}\n{row}\n")
    (passage,) = work.passages
    assert passage.quote == "first"
    said, *_others = [one for one in work.told() if "heading" in one]
    assert not _others
    assert said.casefold().startswith("the heading “quote” stands over 2 columns: the first of")


def test_rows_that_say_too_little_are_counted_and_empty_ones_not() -> None:
    table = "document,tag,quote,a,b,c,d,e,f,g,h,i,j,k,l,m,n\n,x,q\nA,,q\nA,x,\n , ,\nA,x,q\n"
    work = taken(table)
    assert len(work.passages) == 1
    assert work.told() == [
        "Rows without a document, words or a tag, which are passed over: 3.",
        "Columns that are not read: a, b, c, d, e, f, g, h, i, j, k, l, ….",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"title,source,text,category\nA,B,C,D\n",
        b"document,text,tag\nA,B,C\n",
        b"document,quote\nA,B\n",
        b"text_sha256,document,quote\nA,B,C\n",
        b"tag,quote,anchor\nA,B,C\n",
        b"tag,document,anchor,start\nA,B,C,1\n",
        b"",
        bytes(500),
        b"\xff\xfe",
    ],
)
def test_other_tables_are_not_claimed(data: bytes) -> None:
    assert not PROJECT.claims(Parcel("table.csv", {"table.csv": data}))


def test_a_folder_is_no_table() -> None:
    assert not PROJECT.claims(Parcel("folder", {"a.csv": b"", "b.csv": b""}))
    assert PROJECT.tables == {}


def test_a_table_that_is_none_after_all_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"table\.csv"):
        list(PROJECT.take(Parcel("table.csv", {"table.csv": b"a,b\n1,2\n"})))
