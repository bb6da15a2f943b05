"""Workbooks (XLSX and ODS): what they say of themselves, nothing that runs, nothing cut in silence.

Read back with the standard library, and once more with the reader the program imports with.
"""

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from reviewer.domain.errors import Cancelled
from reviewer.domain.exporting import STATEMENT, About
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import ExportedPassage
from reviewer.domain.spans import Span
from reviewer.exporters import Exporter
from reviewer.exporters.formats import ods, xlsx
from reviewer.exporters.formats.cell_limits import LARGEST, LONGEST
from reviewer.exporters.formats.widths import lines_at, lines_of
from reviewer.exporters.sheets import PassagesSheet, Sheet, with_columns
from reviewer.exporters.tables.columns import COLUMNS, cells_of
from reviewer.workspace.operations.exports import WORKBOOK
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.exporters.reading_back import Cell, cells_of_workbook, parts_of
from tests.exporters.snapshots import (
    ABOUT,
    DOCUMENT,
    PASSAGE,
    RECORD,
    TRICKY,
    Picture,
    passages,
    unhurried,
)

GOLDEN = Path(__file__).parent / "golden"
ARMED = ("=", "+", "-", "@", "\t", "\r", "'", '"', "{=", "|", "<", "&lt;")
both = pytest.mark.parametrize("exporter", [ods.EXPORTER, xlsx.EXPORTER], ids=["ods", "xlsx"])


def written(
    exporter: Exporter,
    *all_of_them: ExportedPassage,
    columns: Sequence[str] = (),
    about: About = ABOUT,
) -> bytes:
    target = io.BytesIO()
    sheet: Sheet = with_columns(PassagesSheet(Picture(all_of_them)), columns)
    assert exporter.write([sheet], about, target, Silent()) == len(all_of_them)
    return target.getvalue()


def as_held(exporter: Exporter, cell: Cell) -> Cell:
    """Return a cell as a workbook holds it: XML has no place for some controls, ODS none for CR."""
    if isinstance(cell, int):
        return cell
    for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF):
        cell = cell.replace(chr(code), "\ufffd")
    if exporter.key == "ods":
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell


@both
def test_the_cells_are_what_they_were(exporter: Exporter) -> None:
    sheets = cells_of_workbook(written(exporter, *TRICKY))
    golden = json.loads((GOLDEN / "workbook.json").read_text(encoding="utf-8"))
    assert {
        name: [[as_held(exporter, cell) for cell in row] for row in rows]
        for name, rows in golden.items()
    } == sheets


def test_an_ods_file_is_byte_for_byte_what_it_was() -> None:
    parts = parts_of(written(ods.EXPORTER, *TRICKY, columns=["passage", "quote", "note", "start"]))
    assert parts["content.xml"] == (GOLDEN / "workbook.content.xml").read_bytes()
    assert next(iter(parts)) == "mimetype"


@both
def test_the_first_sheet_says_what_the_file_is(exporter: Exporter) -> None:
    rows = cells_of_workbook(written(exporter, PASSAGE, PASSAGE))["read me"]
    said = [[cell for cell in row if cell != ""] for row in rows]
    assert said[0] == ["Tannery Road"]
    assert [STATEMENT] in said
    for line in (
        ["Written (UTC)", "2026-03-16T08:00:00.000+00:00"],
        ["Program", "Reviewer 0.1.0"],
        ["Passages", "With the tags: Denial, =1+1"],
        ["passages", 2, "Passages: those chosen above"],
    ):
        assert line in said
    described = [row[1] for row in said if row[:1] == ["passages"] and row[1] != 2]
    assert described == list(COLUMNS)


@both
def test_another_reader_finds_the_same_words(exporter: Exporter) -> None:
    data = written(exporter, *TRICKY)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["read me", "passages"]
    header, *rows = book.get_sheet_by_name("passages").to_python()
    assert header == list(COLUMNS)
    quote = COLUMNS.index("quote")
    assert [row[quote] for row in rows] == [one.quote for one in TRICKY]
    assert [row[COLUMNS.index("start")] for row in rows] == [10.0] * len(TRICKY)


@both
@pytest.mark.parametrize("armed", ARMED)
def test_nothing_ever_is_a_formula(exporter: Exporter, armed: str) -> None:
    words = f'{armed}HYPERLINK("http://x","y")&cmd|\' /C calc\'!A0'
    document = replace(
        DOCUMENT, title=words, original_name=words, author=words, url=words, publisher=words
    )
    hostile = PASSAGE._replace(
        project=words, tag=words, quote=words, sentence=words, note=words, document=document
    )
    data = written(exporter, hostile)
    for name, part in parts_of(data).items():
        if name.endswith(".xml"):
            tags = {one.tag.rpartition("}")[2] for one in ET.fromstring(part).iter()}
            assert not tags & {"f", "hyperlink", "a", "script", "dde-source", "externalReference"}
            assert b"table:formula" not in part
    cells = dict(zip(*cells_of_workbook(data)["passages"], strict=True))
    assert cells["quote"] == cells["tag"] == cells["document"] == as_held(exporter, words)


@both
@pytest.mark.parametrize(
    "words",
    [
        "<r></r>",
        "<r><t>Beaten</t></r>",
        '<r></r></is></c><c r="ZZ1"><f>1+1</f></c><c t="inlineStr"><is><r> _x0041_\n&</r>',
    ],
    ids=["empty", "whole", "breaking out"],
)
def test_words_that_look_like_a_cell_of_a_workbook_stay_words(
    exporter: Exporter, words: str
) -> None:
    hostile = PASSAGE._replace(quote=words, tag=words)
    sheets = cells_of_workbook(written(exporter, hostile, about=replace(ABOUT, project=words)))
    cells = dict(zip(*sheets["passages"], strict=True))
    assert cells["quote"] == cells["tag"] == words
    assert sheets["read me"][0][0] == words


def test_words_that_look_like_a_cell_and_do_not_fit_when_escaped_are_said_to_be_cut() -> None:
    words = f"<r>{'<' * (LONGEST - 7)}</r>"
    sheets = cells_of_workbook(written(xlsx.EXPORTER, PASSAGE._replace(quote=words)))
    cells = dict(zip(*sheets["passages"], strict=True))
    assert str(cells["quote"]).startswith("<r><<<")
    assert "[Cut here, " in str(cells["quote"])
    assert any("quote: " in str(cell) for row in sheets["read me"] for cell in row)


def test_what_begins_like_a_formula_stays_words_when_it_is_edited() -> None:
    parts = parts_of(written(xlsx.EXPORTER, PASSAGE._replace(quote="=1+1")))
    assert b'quotePrefix="1"' in parts["xl/styles.xml"]


@both
def test_counts_are_numbers_and_nothing_is_no_nought(exporter: Exporter) -> None:
    header, row = cells_of_workbook(written(exporter, PASSAGE._replace(record=RECORD)))["passages"]
    cells = dict(zip(header, row, strict=True))
    assert (cells["low"], cells["high"], cells["start"]) == (0, "", 10)
    assert (cells["posted"], cells["captured_edtf"]) == ("10/8/2015", "2021-02-24T20:27:48")


@both
def test_a_number_no_spreadsheet_holds_exactly_is_written_as_words(exporter: Exporter) -> None:
    data = written(exporter, PASSAGE._replace(span=Span(LARGEST, LARGEST + 1)))
    header, row = cells_of_workbook(data)["passages"]
    assert row[header.index("start")] == LARGEST
    assert row[header.index("end")] == str(LARGEST + 1)


@both
@pytest.mark.parametrize("sign", ["a", "😀", "پ"])
def test_a_cell_too_long_is_cut_says_so_and_is_listed(exporter: Exporter, sign: str) -> None:
    long = PASSAGE._replace(label="D7·9", quote=sign * (LONGEST + 1))
    sheets = cells_of_workbook(written(exporter, long, PASSAGE._replace(quote="b" * LONGEST)))
    quote = COLUMNS.index("quote")
    first, second = str(sheets["passages"][1][quote]), sheets["passages"][2][quote]
    assert len(first.encode("utf-16-le")) // 2 <= LONGEST
    assert first.startswith(sign * (LONGEST // 2 - 100))
    assert first.endswith("of 32,768 characters; D7·9 holds the rest]")
    assert second == "b" * LONGEST
    listed = [row[0] for row in sheets["read me"] if str(row[0]).startswith("passages, quote")]
    assert listed
    assert "D7·9" in str(listed[0])


@both
def test_words_that_run_right_to_left_stand_so(exporter: Exporter) -> None:
    parts = parts_of(written(exporter, PASSAGE._replace(quote="زرویل پل پر فائرنگ")))
    if exporter.key == "ods":
        assert b'table:style-name="left-words" office:value-type="string"' in parts["content.xml"]
    else:
        assert b'readingOrder="2"' in parts["xl/styles.xml"]


def test_only_numbers_and_words_that_run_leftward_stand_at_the_right() -> None:
    parts = parts_of(
        written(xlsx.EXPORTER, PASSAGE._replace(quote="۳۸ مزدور"), columns=COLUMNS[:9])
    )
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    (looks,) = ET.fromstring(parts["xl/styles.xml"]).iter(f"{main}cellXfs")
    right = {
        str(place)
        for place, look in enumerate(looks)
        if any(one.get("horizontal") == "right" for one in look)
    }
    cells = list(ET.fromstring(parts["xl/worksheets/sheet2.xml"]).iter(f"{main}c"))[9:]
    stands = [one.get("s") in right for one in cells]
    expected = [column in {"start", "end", "paragraph", "quote"} for column in COLUMNS[:9]]
    assert stands == expected


def test_a_line_of_what_the_workbook_says_of_itself_is_seen_whole() -> None:
    assert [lines_at("x" * length, 10) for length in (0, 9, 10, 25)] == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("words", "lines"),
    [("", 1), ("short", 1), ("a" * 51, 2), ("a\nb\nc", 3), ("a" * 9_000, 12), (7, 1)],
)
def test_a_row_is_as_high_as_its_words(words: str | int, lines: int) -> None:
    assert lines_of(["x" * 500, words], [False, True]) == lines


@both
def test_the_header_stays_and_can_be_filtered(exporter: Exporter) -> None:
    parts = parts_of(written(exporter, PASSAGE, columns=["quote", "tag"]))
    if exporter.key == "ods":
        assert b'config:name="VerticalSplitPosition" config:type="int">1<' in parts["settings.xml"]
        assert b'"passages.A1:passages.B2"' in parts["content.xml"]
    else:
        page = parts["xl/worksheets/sheet2.xml"]
        assert b'state="frozen"' in page
        assert b'<autoFilter ref="A1:B2"/>' in page


@both
def test_a_workbook_that_is_given_up_leaves_no_file_behind(
    exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Impatient:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            if done >= 100:
                raise Cancelled("{done}", done=done, total=total, what=what)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    sheet = PassagesSheet(Picture([PASSAGE] * 300))
    with pytest.raises(Cancelled):
        exporter.write([sheet], ABOUT, io.BytesIO(), Impatient())
    assert not list(tmp_path.iterdir())


@both
@unhurried
@given(given_passages=st.lists(passages(), max_size=3))
def test_every_cell_is_read_back(exporter: Exporter, given_passages: list[ExportedPassage]) -> None:
    _header, *rows = cells_of_workbook(written(exporter, *given_passages))["passages"]
    assert rows == [
        [as_held(exporter, cell) for cell in cells_of(passage)] for passage in given_passages
    ]


@both
def test_a_workbook_of_a_project_has_all_its_tables_and_every_row_leads_back(
    exporter: Exporter, workspace: Workspace
) -> None:
    one = a_document(workspace, "Nobody came.\n\nTwelve people were hurt.", title="=One")
    other = a_document(workspace, "That is false.", title="Other", url="https://example.org/2")
    hurt = a_passage(workspace, one, "Twelve people were hurt", "Casualty figure")
    false = a_passage(workspace, other, "That is false", "Denial")
    workspace.links.link(false, hurt, LinkType.DENIES)
    target = io.BytesIO()
    workspace.exports.write(exporter.key, target, Silent(), what=WORKBOOK)
    sheets = cells_of_workbook(target.getvalue())
    header, link = sheets["links"]
    cells = dict(zip(header, link, strict=True))
    facts = workspace.documents.facts(one)
    assert facts is not None
    assert (cells["from_url"], cells["to_start"], cells["to_paragraph"]) == (
        "https://example.org/2",
        14,
        2,
    )
    assert cells["to_text_sha256"] == facts.sha256
    header, first, _second = sheets["documents"]
    cells = dict(zip(header, first, strict=True))
    assert (cells["number"], cells["title"], cells["passages"], cells["words"]) == (
        *("D1", "=One", 1),
        facts.words,
    )
    assert cells["importer"] == facts.importer
