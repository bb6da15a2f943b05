"""What holds for every format there is: found by itself, exact, streaming, stoppable."""

import csv
import io
import json
from collections.abc import Callable

import pytest

from reviewer import exporters
from reviewer.domain.errors import Cancelled, NotFound
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import PassageFilter
from reviewer.exporters import Exporter
from reviewer.exporters.columns import CARRIED, COLUMNS, cells_of
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag, read_as
from tests.exporters.snapshots import PASSAGE, TRICKY, Picture

Rows = list[dict[str, str]]


def _csv_rows(data: bytes) -> Rows:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{key: cell.removeprefix("'") for key, cell in row.items()} for row in rows]


def _json_rows(data: bytes) -> Rows:
    return [
        {key: str(value) for key, value in json.loads(line).items() if key != "format"}
        for line in data.splitlines()
    ]


READERS: dict[str, Callable[[bytes], Rows]] = {"csv": _csv_rows, "jsonl": _json_rows}
every_format = pytest.mark.parametrize(
    "exporter", exporters.all_formats(), ids=[found.key for found in exporters.all_formats()]
)


def _exported(workspace: Workspace, key: str, chosen: PassageFilter | None = None) -> Rows:
    target = io.BytesIO()
    count = workspace.exports.write(key, target, Silent(), chosen)
    rows = READERS[key](target.getvalue())
    assert count == len(rows)
    return rows


def test_both_formats_are_found_and_named() -> None:
    assert [found.key for found in exporters.all_formats()] == ["csv", "jsonl"]
    assert exporters.named("csv").suffix == ".csv"


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"“xlsx”.*csv, jsonl"):
        exporters.named("xlsx")


@every_format
def test_what_is_written_is_read_back(exporter: Exporter) -> None:
    target = io.BytesIO()
    exporter.write(Picture(TRICKY), target, Silent())
    columns = COLUMNS if exporter.key == "csv" else COLUMNS[:-CARRIED]
    assert READERS[exporter.key](target.getvalue()) == [
        dict(zip(columns, map(str, cells_of(passage)), strict=False)) for passage in TRICKY
    ]


@every_format
def test_passages_are_written_as_they_come_and_never_gathered(exporter: Exporter) -> None:
    target = io.BytesIO()
    written: dict[int, int] = {}
    picture = Picture([PASSAGE] * 1000, lambda number: written.update({number: target.tell()}))
    exporter.write(picture, target, Silent())
    size = target.tell() / 1000
    assert all(done > (number - 150) * size for number, done in written.items())


@every_format
def test_an_export_stops_when_asked_to(exporter: Exporter) -> None:
    class Impatient:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            if done >= 200:
                raise Cancelled("{done} of {total}", done=done, total=total, what=what)

    target = io.BytesIO()
    with pytest.raises(Cancelled, match="200 of 1000"):
        exporter.write(Picture([PASSAGE] * 1000), target, Impatient())
    assert target.getvalue().count(PASSAGE.quote.encode()) == 200 * 2


@every_format
def test_progress_ends_at_the_whole(exporter: Exporter) -> None:
    reports: list[tuple[int, int | None]] = []

    class Listening:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            assert not what
            reports.append((done, total))

    exporter.write(Picture([PASSAGE] * 250), io.BytesIO(), Listening())
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
