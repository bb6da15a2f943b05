"""What holds for every format there is: found by itself, exact, streaming, stoppable."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from reviewer import exporters
from reviewer.domain.errors import Cancelled, NotAllowed, NotFound
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import PassageFilter
from reviewer.exporters import Exporter
from reviewer.exporters.sheets import PassagesSheet, with_columns
from reviewer.exporters.tables.columns import CARRIED, COLUMNS, cells_of
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag, read_as
from tests.exporters.reading_back import cells_of_workbook, tsv_cells
from tests.exporters.snapshots import ABOUT, PASSAGE, TRICKY, Picture

Rows = list[dict[str, str]]


def _csv_rows(data: bytes) -> Rows:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{key: cell.removeprefix("'") for key, cell in row.items()} for row in rows]


def _json_rows(data: bytes) -> Rows:
    return [
        {key: str(value) for key, value in json.loads(line).items() if key != "format"}
        for line in data.splitlines()
    ]


def _tsv_rows(data: bytes) -> Rows:
    return [dict(zip(*one, strict=True)) for one in _pairs(tsv_cells(data))]


def _pairs(cells: list[list[str]]) -> Iterator[tuple[list[str], list[str]]]:
    header, *rows = cells
    for row in rows:
        yield header, [cell.removeprefix("'") for cell in row]


def _json_table_rows(data: bytes) -> Rows:
    return [
        {key: str(value) for key, value in row.items() if key != "format"}
        for row in json.loads(data)["rows"]
    ]


def _workbook_rows(data: bytes) -> Rows:
    (header, *rows) = cells_of_workbook(data)["passages"]
    return [dict(zip(map(str, header), map(str, row), strict=True)) for row in rows]


READERS: dict[str, Callable[[bytes], Rows]] = {
    "csv": _csv_rows,
    "tsv": _tsv_rows,
    "json": _json_table_rows,
    "jsonl": _json_rows,
    "ods": _workbook_rows,
    "xlsx": _workbook_rows,
}
NESTED = ("json", "jsonl")


def _parametrized(formats: list[Exporter]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("exporter", formats, ids=[found.key for found in formats])


every_format = _parametrized(exporters.all_formats())
every_stream = _parametrized([found for found in exporters.all_formats() if not found.several])


def _exported(workspace: Workspace, key: str, chosen: PassageFilter | None = None) -> Rows:
    target = io.BytesIO()
    count = workspace.exports.write(key, target, Silent(), chosen)
    rows = READERS[key](target.getvalue())
    assert count == len(rows)
    return rows


def test_all_formats_are_found_and_named() -> None:
    keys = ["csv", "json", "jsonl", "ods", "tsv", "xlsx"]
    assert [found.key for found in exporters.all_formats()] == keys
    assert exporters.named("csv").suffix == ".csv"
    assert [found.key for found in exporters.all_formats() if found.several] == ["ods", "xlsx"]


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"“doc”.*csv, json, jsonl, ods, tsv, xlsx"):
        exporters.named("doc")


@every_format
def test_what_is_written_is_read_back(exporter: Exporter) -> None:
    target = io.BytesIO()
    count = exporter.write([PassagesSheet(Picture(TRICKY))], ABOUT, target, Silent())
    columns = COLUMNS[:-CARRIED] if exporter.key in NESTED else COLUMNS
    assert count == len(TRICKY)
    assert READERS[exporter.key](target.getvalue()) == [
        dict(zip(columns, map(partial(_as_held, exporter), cells_of(passage)), strict=False))
        for passage in TRICKY
    ]


def _as_held(exporter: Exporter, cell: str | int) -> str:
    """Return a cell as a format holds it: a line end is a new paragraph in ODS, of any kind."""
    words = str(cell)
    if exporter.key == "ods":
        return words.replace("\r\n", "\n").replace("\r", "\n")
    return words


@every_format
def test_chosen_columns_are_written_in_the_order_chosen(exporter: Exporter) -> None:
    target = io.BytesIO()
    sheet = with_columns(PassagesSheet(Picture(TRICKY)), ["quote", "passage", "start"])
    assert exporter.write([sheet], ABOUT, target, Silent()) == len(TRICKY)
    rows = READERS[exporter.key](target.getvalue())
    assert [list(row) for row in rows] == [["quote", "passage", "start"]] * len(TRICKY)
    assert [row["quote"] for row in rows] == [passage.quote for passage in TRICKY]


@pytest.mark.parametrize("wanted", [["quote", "rumour"], ["rumour"]])
def test_a_column_that_is_not_there_is_refused_by_name_with_those_there_are(
    wanted: list[str],
) -> None:
    with pytest.raises(NotAllowed, match=r"no column “rumour”\. There are: project, passage, uid"):
        with_columns(PassagesSheet(Picture(TRICKY)), wanted)


def test_a_column_named_twice_is_refused() -> None:
    with pytest.raises(NotAllowed, match="“tag” is named more than once"):
        with_columns(PassagesSheet(Picture(TRICKY)), ["tag", "quote", "tag"])


@every_stream
def test_passages_are_written_as_they_come_and_never_gathered(exporter: Exporter) -> None:
    target = io.BytesIO()
    written: dict[int, int] = {}
    picture = Picture([PASSAGE] * 1000, lambda number: written.update({number: target.tell()}))
    exporter.write([PassagesSheet(picture)], ABOUT, target, Silent())
    size = target.tell() / 1000
    assert all(done > (number - 150) * size for number, done in written.items())


@every_format
def test_an_export_stops_when_asked_to(exporter: Exporter) -> None:
    class Impatient:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            if done >= 200:
                raise Cancelled("{done} of {total}", done=done, total=total, what=what)

    target = io.BytesIO()
    sheet = PassagesSheet(Picture([PASSAGE] * 1000))
    with pytest.raises(Cancelled, match="200 of 1000"):
        exporter.write([sheet], ABOUT, target, Impatient())
    wanted = 0 if exporter.several else 200 * 2
    assert target.getvalue().count(PASSAGE.quote.encode()) == wanted


@every_format
def test_progress_ends_at_the_whole(exporter: Exporter) -> None:
    reports: list[tuple[int, int | None]] = []

    class Listening:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            assert not what
            reports.append((done, total))

    sheet = PassagesSheet(Picture([PASSAGE] * 250))
    exporter.write([sheet], ABOUT, io.BytesIO(), Listening())
    assert reports == [(0, 250), (100, 250), (200, 250), (250, 250)]


@every_format
def test_a_project_s_passages_carry_their_place_source_and_fingerprints(
    exporter: Exporter, workspace: Workspace
) -> None:
    document = a_document(
        workspace,
        "Statement\n\nNobody came. Twelve people were hurt 😀 at the bridge. It rained.",
        title="Statement 88",
        publisher="Concord League",
        posted=read_as("24 June 2019", "2019-06-24"),
    )
    a_passage(workspace, document, "hurt 😀 at", "Casualty figure", note="=my note")
    (row,) = _exported(workspace, exporter.key)
    facts = workspace.documents.facts(document)
    assert facts is not None
    assert workspace.documents.text(document)[int(row["start"]) : int(row["end"])] == row["quote"]
    assert row["sentence"] == "Twelve people were hurt 😀 at the bridge."
    expected = {
        "project": "project",
        "passage": "D1·1",
        "tag": "Casualty figure",
        "paragraph": "2",
        "note": "=my note",
        "analyst": "Noor",
        "document": "Statement 88",
        "publisher": "Concord League",
        "posted": "24 June 2019",
        "posted_edtf": "2019-06-24",
        "captured": "",
        "text_sha256": facts.sha256,
        "original_sha256": workspace.documents.original_sha256(document),
    }
    assert {key: row[key] for key in expected} == expected


@every_format
def test_only_the_chosen_tag_and_document_are_written_in_order_of_place(
    exporter: Exporter, workspace: Workspace
) -> None:
    one = a_document(workspace, "First here. Second there. Third beyond.")
    other = a_document(workspace, "Elsewhere nothing.")
    for words, tag in (("Third", "Denial"), ("First", "Denial"), ("Second", "Allegation")):
        a_passage(workspace, one, words, tag)
    a_passage(workspace, other, "nothing", "Denial")
    denial = a_tag(workspace, "Denial")
    quotes = [row["quote"] for row in _exported(workspace, exporter.key)]
    assert quotes == ["First", "Second", "Third", "nothing"]
    chosen = PassageFilter(documents=(one,), tags=(denial,))
    assert [row["quote"] for row in _exported(workspace, exporter.key, chosen)] == [
        "First",
        "Third",
    ]
