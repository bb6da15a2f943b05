"""Tables of strangers: a row a document, its columns told apart, nothing lost without a word."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import importers
from reviewer.domain.columns import Column, ColumnMapping
from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Incoming, LeftOut
from reviewer.importers.rows.json_rows import is_ours

HEADER = ("Headline", "Body", "Published", "Source", "By", "Link", "Lang")
FIRST = (
    *("Bridge closed", "Two men were held.\nNobody was hurt.", "2019-06-14", "The Courier"),
    *("A. Writer", "https://example.org/1", "English"),
)
SECOND = ("", "Another page, longer than the first.", "10/8/2015", "", "", "", "ur")


def as_csv(rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue().encode()


def as_json(rows: Sequence[Sequence[str]]) -> bytes:
    header, *rest = rows
    return "\n".join(json.dumps(dict(zip(header, row, strict=True))) for row in rest).encode()


def as_workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    made = io.BytesIO()
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type='
            f'"{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        listed = "".join(
            f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
            for number, (name, _rows) in enumerate(sheets, 1)
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{spreadsheet}" xmlns:r="{relations}"><sheets>{listed}</sheets>'
            "</workbook>",
        )
        links = "".join(
            f'<Relationship Id="r{number}" Type="{relations}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>'
            for number in range(1, len(sheets) + 1)
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        )
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{spreadsheet}"><cellXfs count="2"><xf numFmtId="0"/>'
            '<xf numFmtId="14"/></cellXfs></styleSheet>',
        )
        for number, (_name, rows) in enumerate(sheets, 1):
            written = "".join(
                f'<row r="{at}">{"".join(map(_cell, row))}</row>' for at, row in enumerate(rows, 1)
            )
            archive.writestr(
                f"xl/worksheets/sheet{number}.xml",
                f'<worksheet xmlns="{spreadsheet}"><sheetData>{written}</sheetData></worksheet>',
            )
    return made.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    if isinstance(value, bytes):  # a day as spreadsheets count them
        return f'<c s="1"><v>{value.decode()}</v></c>'
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def take(
    data: bytes, name: str, columns: dict[Column, str] | None = None, encoding: str | None = None
) -> tuple[list[Incoming], list[str]]:
    taken = list(
        importers.take_bytes(
            data,
            name,
            encoding=encoding,
            columns=None if columns is None else ColumnMapping(columns),
        )
    )
    documents = [one for one in taken if isinstance(one, Incoming)]
    return documents, [str(one.problem) for one in taken if isinstance(one, LeftOut)]


ROWS = (HEADER, FIRST, SECOND)
KINDS = [
    ("a.csv", as_csv(ROWS), "row"),
    ("a.tsv", as_csv(ROWS, "\t"), "row"),
    ("semicolons.csv", as_csv(ROWS, ";"), "row"),
    ("a.xlsx", as_workbook(("Pages", ROWS)), "row"),
    ("a.jsonl", as_json(ROWS), "line"),
]


@pytest.mark.parametrize(("name", "data", "counted"), KINDS)
def test_a_row_is_a_document_with_what_its_columns_say(
    name: str, data: bytes, counted: str
) -> None:
    (first, second), complaints = take(data, name)
    assert complaints == []
    assert first.text == "Two men were held.\nNobody was hurt.\n"
    assert (first.title, first.author, first.publisher) == (
        *("Bridge closed", "A. Writer", "The Courier"),
    )
    assert (first.url, first.language) == ("https://example.org/1", "en")
    assert (first.posted.words, first.posted.edtf) == ("2019-06-14", "2019-06-14")
    assert second.title == "Another page, longer than the first."
    assert (second.posted.words, second.posted.basis) == ("10/8/2015", DateBasis.AMBIGUOUS)
    assert [first.part, second.part] == (
        ["row 2", "row 3"] if counted == "row" else ["line 1", "line 2"]
    )
    assert first.original is second.original
    assert first.original.size == len(data)
    assert (first.original_name, first.importer_version) == (name, 1)
    (remark,) = first.remarks
    assert "text = Body, title = Headline" in str(remark.values["columns"])
    assert second.remarks == ()


@pytest.mark.parametrize(("name", "data", "counted"), KINDS)
def test_a_person_sees_the_table_first_and_says_what_is_what(
    name: str, data: bytes, counted: str
) -> None:
    del counted
    importer = importers.importer_for(name)
    assert isinstance(importer, importers.TableImporter)
    table = importer.table(data, name)
    assert table.header == HEADER
    assert table.rows == (FIRST, SECOND)
    assert table.guess.headings[Column.TEXT] == "Body"
    chosen = {Column.TEXT: "Headline", Column.TITLE: "", Column.POSTED: ""}
    (only,), complaints = take(data, name, chosen)
    assert (only.text, only.title) == ("Bridge closed\n", "Bridge closed")
    assert only.posted.words == ""
    assert complaints == [f"Rows of “{name}” without words, which were passed over: 1."]
    with pytest.raises(Unreadable, match=r"has no column “Nothing”\. Its columns are: Headline"):
        take(data, name, {Column.TEXT: "Nothing"})


def test_what_a_person_settled_wholly_is_not_told_again() -> None:
    chosen = {Column.TEXT: "Body", **dict.fromkeys(set(Column) - {Column.TEXT}, "")}
    (first, _second), _complaints = take(as_csv(ROWS), "a.csv", chosen)
    assert first.remarks != ()
    settled = {Column.TEXT: "a"}
    (only,), _complaints = take(as_csv([["a"], ["Words."]]), "a.csv", settled)
    assert only.remarks == ()


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2019-06-14T10:30:00Z", "2019-06-14T10:30:00Z"),
        ("2019-06-14 10:30", "2019-06-14T10:30:00"),
        ("2019-06-14 10:30:05.123 ", "2019-06-14T10:30:05"),
        ("14 June 2019", "2019-06-14"),
        ("2019-13-45", ""),
        ("yesterday", ""),
    ],
)
def test_dates_are_read_where_they_can_be(words: str, edtf: str) -> None:
    ((one,), _complaints) = take(as_csv([["text", "date"], ["Words.", words]]), "a.csv")
    assert (one.posted.words, one.posted.edtf) == (words.strip(), edtf)


def test_a_table_without_words_is_refused_with_its_columns() -> None:
    with pytest.raises(Unreadable, match=r"No column of “a\.csv” seems to hold.*: n, m\."):
        take(as_csv([["n", "m"], ["1", "2"]]), "a.csv")
    for data in (b"text\n", b"text,title\n,A title\n"):
        with pytest.raises(Unreadable, match=r"“a\.csv” is empty"):
            take(data, "a.csv")
    with pytest.raises(Unreadable, match=r"“a\.csv” is empty"):
        importers.importer_for("a.csv").table(b"text\n", "a.csv")  # type: ignore[attr-defined]


def test_rows_and_cells_may_be_missing_and_quotes_may_hold_lines() -> None:
    data = b'text,title\n\n"Two\r\nlines, ""so""",T\n,\nMore,\n'
    (first, second), _complaints = take(data, "a.csv")
    assert (first.text, first.part) == ('Two\nlines, "so"\n', "row 3")
    assert (second.text, second.part) == ("More\n", "row 5")


def test_a_row_that_is_too_long_is_named_and_the_others_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reviewer.importers.writing.LONGEST_TEXT", 30)
    (one,), complaints = take(as_csv([["text"], ["x" * 50], ["Words."]]), "a.csv")
    assert one.part == "row 3"
    assert ["too long" in complaint for complaint in complaints] == [True]


def test_an_encoding_may_be_guessed_or_chosen() -> None:
    data = "text\nپل پر فائرنگ\n".encode("windows-1256")
    ((one,), _complaints) = take(data, "a.csv", encoding="windows-1256")
    assert one.text == "پل پر فائرنگ\n"
    assert (one.encoding, one.encoding_basis) == ("windows-1256", EncodingBasis.CHOSEN)


def test_sheets_are_named_and_one_without_words_is_told_of() -> None:
    days: list[list[object]] = [
        ["text", "date", "note"],
        ["Words.", b"43630", 7],
        ["More.", b"43630.5", 1.5],
    ]
    data = as_workbook(("First", days), ("Empty", []), ("Sums", [["n", "m"], [1, 2]]))
    (first, second), complaints = take(data, "a.xlsx")
    assert (first.part, second.part) == ("First, row 2", "First, row 3")
    assert (first.posted.edtf, second.posted.edtf) == ("2019-06-14", "2019-06-14T12:00:00")
    assert complaints[0].startswith("No column of “a.xlsx (Sums)”")


def test_cells_of_numbers_are_words_too() -> None:
    ((one,), _complaints) = take(as_workbook(("S", [["text", "title"], [12, 1.5]])), "a.xlsx")
    assert (one.text, one.title) == ("12\n", "1.5")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"no workbook", "cannot be unpacked"),
        (as_workbook(("S", ROWS))[:-50], "cannot be unpacked"),
        (as_csv([["a"]]), "cannot be unpacked"),
    ],
)
def test_a_workbook_that_is_none_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        take(data, "a.xlsx")


def test_a_workbook_whose_sheet_is_missing_is_refused() -> None:
    whole = as_workbook(("S", ROWS))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            if "sheet1" not in info.filename:
                new.writestr(info.filename, old.read(info))
    with pytest.raises(Unreadable, match=r"cannot be unpacked|is empty"):
        take(made.getvalue(), "a.xlsx")


def test_objects_in_objects_are_columns_too_and_lists_are_lines() -> None:
    line = {"user": {"name": "A. Writer", "a": {"b": {"c": 1}}}, "text": ["One.", 2], "no": None}
    ((one,), _complaints) = take(
        json.dumps(line).encode(), "a.ndjson", {Column.AUTHOR: "user.name"}
    )
    assert (one.text, one.author) == ("One.\n2\n", "A. Writer")


def test_lines_that_are_no_objects_are_named() -> None:
    with pytest.raises(Unreadable, match="line 2 is no object"):
        take(b'{"text": "Words."}\n[1]\n', "a.jsonl")
    with pytest.raises(Unreadable, match="line 1 is no object"):
        take(b"{'text': 1}\n", "a.jsonl")
    with pytest.raises(Unreadable, match="line 1 is no object"):
        take(b"[" * 100_000, "a.jsonl")


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ({"row": "event", "name": "The bridge"}, True),
        ({"document": "a.txt", "quote": "held", "tag": "Denial"}, True),
        ({"document": "a.txt", "start": 1, "end": 2, "tag": "Denial"}, True),
        ({"row": "4", "text": "Words."}, False),
        ({"document": "a.txt", "text": "Words."}, False),
        ([], False),
    ],
)
def test_our_own_lines_are_told_apart(line: object, ours: bool) -> None:
    data = b"\xef\xbb\xbf\n" + json.dumps(line).encode()
    assert is_ours(data) is ours
    if ours:
        with pytest.raises(Unreadable, match="reviewer tag"):
            take(data, "a.jsonl")


@pytest.mark.parametrize("head", [b"", b"\n\n", b"{", b"[" * 100_000])
def test_what_is_no_object_is_not_ours(head: bytes) -> None:
    assert not is_ours(head)


@given(st.sampled_from(KINDS), st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 255))))
def test_whatever_is_wrong_with_a_table_it_is_read_or_refused(
    kind: tuple[str, bytes, str], changes: list[tuple[int, int]]
) -> None:
    name, data, _counted = kind
    changed = bytearray(data)
    for place, byte in changes:
        changed[place % len(changed)] = byte
    with suppress(Unreadable):
        documents, _complaints = take(bytes(changed), name)
        assert all(one.text for one in documents)
