"""``reviewer codebook``."""

import csv
import io
import json
from pathlib import Path

import pytest

from reviewer.domain.codebooks import COLUMNS
from reviewer.workspace.project import Workspace
from tests.cli.running import Run, held_open, started

signed_in = pytest.mark.usefixtures("signed_in")
NOWHERE = "“Threat” stands under “Nowhere”, which is nowhere; that is passed over."


def tags(project: Path) -> list[str]:
    with Workspace.open(project, only_read=True) as workspace:
        return [tag.name for tag in workspace.tags.all()]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.csv"
    path.write_text("name,parent,definition\nRumour,Denial,Told by nobody.\nDenial,,Anew.\n")
    return path


def test_the_codebook_is_written_as_a_table(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    ended = started("codebook", project, "--output", target)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"3 tags written to “{target}”.\n"
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"), newline="")))
    assert [row["name"] for row in rows] == ["Allegation", "Denial", "Casualty figure"]
    assert tuple(rows[0]) == COLUMNS


def test_standard_output_holds_the_codebook_and_nothing_else(run: Run, project: Path) -> None:
    ended = run("codebook", project, "--output", "-", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert [tag["key"] for tag in json.loads(ended.out)["tags"]] == ["A", "D", "C"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "Give either --output FILE or --import FILE."),
        (("--output", "a.csv", "--import", "b.csv"), "Give either"),
        (("--output", "book.xlsx"), "Say with --format what to write: csv, json, qdc."),
        (("--output", "-"), "Say with --format"),
        (("--output", "book.csv", "--format", "doc"), "Say with --format"),
        (("--output", "a.csv", "--update"), "--update cannot be given with --output."),
        (("--output", "a.csv", "--analyst", "Noor"), "--analyst cannot be given with --output."),
        (
            ("--output", "a.csv", "--json", "--analyst", "", "--update"),
            "--update, --analyst, --json cannot be given with --output.",
        ),
        (("--import", "a.csv", "--overwrite"), "--overwrite cannot be given with --import."),
        (
            ("--import", "a.csv", "--overwrite", "--format", "csv"),
            "--format, --overwrite cannot be given with --import.",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(
    run: Run, project: Path, options: tuple[str, ...], words: str
) -> None:
    ended = run("codebook", project, *options)
    assert ended.code == 2
    assert words in ended.err


def test_nothing_is_written_over_unasked(run: Run, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.csv"
    target.write_text("my own work")
    assert run("codebook", project, "--output", target).code == 3
    assert target.read_text() == "my own work"
    assert run("codebook", project, "--output", target, "--overwrite").code == 0
    ended = run("codebook", project, "--output", project, "--format", "csv", "--overwrite")
    assert (ended.code, "is a project" in ended.err) == (3, True)


@signed_in
def test_a_codebook_is_taken_in_as_one_step(run: Run, project: Path, book: Path) -> None:
    ended = run("codebook", project, "--import", book)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "1 tag added to “project.review”, 0 changed.",
        "Left as it is, though it differs (definition): Denial",
    ]
    assert tags(project) == ["Allegation", "Denial", "Rumour", "Casualty figure"]
    ended = run("codebook", project, "--import", book, "--update", "--analyst", "Basit")
    assert ended.out == "0 tags added to “project.review”, 1 changed.\n"


@signed_in
def test_what_was_done_is_told_as_json(run: Run, project: Path, book: Path) -> None:
    with book.open("a") as file:
        file.write("Threat,Nowhere,\n")
    ended = run("codebook", project, "--import", book, "--json")
    assert ended.code == 1
    assert ended.err == f"Tag 3: {NOWHERE}\n"
    assert json.loads(ended.out) == {
        "format": 1,
        "project": str(project),
        "added": ["Rumour", "Threat"],
        "updated": [],
        "left": [{"name": "Denial", "differs": ["definition"]}],
        "complaints": [
            {"tag": 3, "problem": NOWHERE},
        ],
    }
    again = json.loads(run("codebook", project, "--import", book, "--json", "--update").out)
    assert (again["updated"], again["left"]) == (["Denial"], [])


@signed_in
def test_a_file_that_is_no_codebook_changes_nothing(
    run: Run, project: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.json"
    odd.write_text("[]")
    ended = run("codebook", project, "--import", odd)
    assert (ended.code, "“odd.json” is no codebook" in ended.err) == (3, True)
    assert run("codebook", project, "--import", project).code == 3
    assert len(tags(project)) == 3


@signed_in
def test_only_writing_waits_for_the_window(
    run: Run, project: Path, book: Path, tmp_path: Path
) -> None:
    with held_open(project):
        assert run("codebook", project, "--output", tmp_path / "out.json").code == 0
        assert run("codebook", project, "--import", book).code == 3


def test_the_help_names_every_column(run: Run) -> None:
    words = run("codebook", "--help").out
    assert [column for column in COLUMNS if f"  {column} " not in words] == []


@signed_in
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élan", "élan"),
        ("STRASSE", "Straße"),
        ("Kelvin", "\u212aelvin"),
        ("ΣΑΣ", "σας"),
        ("I", "İ"),
    ],
)
def test_names_that_differ_in_other_letters_than_a_to_z_are_two_tags(
    run: Run, project: Path, tmp_path: Path, one: str, other: str
) -> None:
    book = tmp_path / "names.csv"
    book.write_text(f"name,parent\n{one},\n{other},{one}\nThird,{other}\n", "utf-8")
    ended = run("codebook", project, "--import", book)
    assert (ended.code, ended.err) == (0, "")
    with Workspace.open(project, only_read=True) as workspace:
        tree = [(branch.tag.name, branch.depth) for branch in workspace.tags.tree()]
    assert tree[3:] == [(one, 0), (other, 1), ("Third", 2)]
    ended = run("codebook", project, "--import", book, "--update")
    assert (ended.code, ended.err) == (0, "")
    assert "0 tags added" in ended.out


def test_an_ending_never_stands_over_another_format(
    run: Run, project: Path, tmp_path: Path
) -> None:
    target = tmp_path / "book.csv"
    ended = run("codebook", project, "--output", target, "--format", "qdc")
    assert ended.code == 2
    assert "“book.csv” would be a file of another kind than its ending says: qdc" in ended.err
    assert not target.exists()
