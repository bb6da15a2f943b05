"""``reviewer export``."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reviewer.domain.actors import ChainMember
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.records import Value
from reviewer.domain.spans import Span
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project
from tests.cli.running import LONGEST, PROGRAM, Run, held_open, started
from tests.exporters.reading_back import cells_of_workbook, tsv_cells

posix = pytest.mark.skipif(sys.platform == "win32", reason="devices, signals and limits of POSIX")
FULL = Path("/dev/full")
full_disk = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """Give a project with passages in two documents, one of them a formula."""
    with a_project(tmp_path, "tagged") as workspace:
        one = a_document(workspace, "=1+1 is what he said. Nobody came.", title="One")
        other = a_document(workspace, "پل پر 😀 hurt", title="Other")
        a_passage(workspace, one, "=1+1", "Allegation")
        a_passage(workspace, one, "Nobody", "Denial")
        a_passage(workspace, other, "پل پر 😀", "Denial")
        return workspace.path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Give a project whose export is more than a pipe holds."""
    with a_project(tmp_path, "large") as workspace:
        document = a_document(workspace, "Nobody came to the bridge. " * 40, title="One")
        workspace.passages.tag_many([Tagging(document, Span(at, at + 7), 1) for at in range(900)])
        return workspace.path


def rows(data: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.removeprefix("\ufeff"), newline="")))


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_a_table_is_written_to_a_file(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "passages.csv"
    target.parent.mkdir()
    ended = started("export", tagged, "--format", "csv", "--output", target)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"3 passages written to “{target}”.\n"
    found = rows(target.read_bytes().decode())
    assert [row["quote"] for row in found] == ["'=1+1", "Nobody", "پل پر 😀"]
    assert beside(target) == ["passages.csv"]


def test_exact_leaves_formulas_as_they_are(run: Run, tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "exact.csv"
    assert run("export", tagged, "--format", "csv", "--output", target, "--exact").code == 0
    assert rows(target.read_bytes().decode())[0]["quote"] == "=1+1"


def test_standard_output_holds_the_export_and_nothing_else(tagged: Path) -> None:
    ended = started("export", tagged, "--format", "jsonl", "--output", "-")
    assert (ended.code, ended.err) == (0, "")
    assert [json.loads(line)["quote"] for line in ended.out.splitlines()] == [
        "=1+1",
        "Nobody",
        "پل پر 😀",
    ]


def test_only_what_was_asked_for_is_written(run: Run, tagged: Path) -> None:
    def quotes(*options: str) -> list[str]:
        ended = run("export", tagged, "--format", "jsonl", "--output", "-", *options)
        assert ended.code == 0
        return [json.loads(line)["quote"] for line in ended.out.splitlines()]

    assert quotes("--tag", "denial") == ["Nobody", "پل پر 😀"]
    assert quotes("--document", "One") == ["=1+1", "Nobody"]
    assert quotes("--document", "D2") == ["پل پر 😀"]
    assert quotes("--document", "One", "--tag", "Denial") == ["Nobody"]
    assert len(quotes("--document", "One", "--document", "other.txt", "--tag", "Denial")) == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--format", "doc"), "There is no format “doc”. There are: csv, json, jsonl, ods,"),
        (("--columns", "quote,rumour"), "There is no column “rumour”. There are: project,"),
        (("--columns", "quote,quote"), "The column “quote” is named more than once."),
        (("--format", "csv", "--tag", "Rumour"), "There is no tag “Rumour”"),
        (("--format", "csv", "--document", "Three"), "There is no document “Three”"),
        (("--format", "csv", "--what", "project"), "A whole project is written as “jsonl” only."),
        (("--what", "workbook"), "Several tables in one file are written as ods, xlsx only."),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(
    run: Run, tagged: Path, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    ended = run("export", tagged, "--output", tmp_path / "out.csv", *options)
    assert ended.code == 2
    assert words in ended.err
    assert beside(tagged) == ["tagged.review"]


def test_the_name_of_the_file_says_the_format_and_without_one_it_is_a_workbook(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    for name in ("one.ods", "one.xlsx", "one"):
        assert run("export", tagged, "--output", tmp_path / name).code == 0
        sheets = cells_of_workbook((tmp_path / name).read_bytes())
        assert list(sheets) == [
            *("read me", "passages", "links", "events", "questions", "figures", "actors"),
            *("sources", "documents"),
        ]
        assert [row[1] for row in sheets["documents"][1:]] == ["One", "Other"]
        assert [row[7] for row in sheets["passages"][1:]] == ["=1+1", "Nobody", "پل پر 😀"]
    assert run("export", tagged, "--output", f"{target}.tsv").code == 0
    assert len(tsv_cells(Path(f"{target}.tsv").read_bytes())) == 4
    ended = run("export", tagged, "--output", f"{target}.csv", "--what", "workbook")
    assert (ended.code, "are written as ods, xlsx only." in ended.err) == (2, True)
    ended = run("export", tagged, "--output", "-")
    assert (ended.code, "--format" in ended.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("out.foo",), "“.foo” says no format. Name a file that ends in .csv, .json, .jsonl, .ods"),
        (("out.zip",), "Files of brat, uima_cas end in “.zip”: say with --format"),
        (("out.docx",), "“.docx” says no format"),
        (("out.csv", "--format", "xlsx"), "“out.csv” would be a file of another kind"),
        (("out.docx", "--format", "csv"), "csv is written to files that end in .csv."),
        (("out.json", "--format", "jsonl"), "jsonl is written to files that end in .jsonl."),
        (("out.csv", "--format", "doccano"), "doccano is written to files that end in .jsonl."),
    ],
)
def test_an_ending_that_says_nothing_or_something_else_is_refused(
    run: Run, tagged: Path, words: tuple[str, ...], told: str
) -> None:
    ended = run("export", tagged, "--output", tagged.with_name(words[0]), *words[1:])
    assert (ended.code, told in ended.err) == (2, True)
    assert beside(tagged) == ["tagged.review"]


@pytest.mark.parametrize(
    ("name", "key"),
    [("a.foo", "csv"), ("a.zip", "refi_project"), ("a.json", "web_annotations"), ("a", "csv")],
)
def test_what_is_said_is_written_where_the_ending_does_not_contradict(
    run: Run, tagged: Path, name: str, key: str
) -> None:
    target = tagged.with_name(name)
    assert run("export", tagged, "--format", key, "--output", target).code == 0


def test_columns_are_those_named_in_their_order(run: Run, tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    ended = run("export", tagged, "--output", target, "--columns", "quote, tag ,start")
    assert ended.code == 0
    found = rows(target.read_bytes().decode())
    assert found[1] == {"quote": "Nobody", "tag": "Denial", "start": "22"}
    book = tmp_path / "out.xlsx"
    ended = run("export", tagged, "--output", book, "--columns", "quote", "--tag", "Denial")
    assert ended.code == 0
    sheets = cells_of_workbook(book.read_bytes())
    assert sheets["passages"] == [["quote"], ["Nobody"], ["پل پر 😀"]]
    assert ["Passages", "With the tags: Denial"] in [row[:2] for row in _padded(sheets["read me"])]


def _padded(sheet: list[list[str | int]]) -> list[list[str | int]]:
    return [[*row, "", ""] for row in sheet]


def test_a_file_that_is_there_is_written_over_only_when_asked_to(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    target = tmp_path / "mine.csv"
    target.write_text("my own work")
    target.chmod(0o640)
    ended = run("export", tagged, "--format", "csv", "--output", target)
    assert (ended.code, "--overwrite" in ended.err) == (3, True)
    assert target.read_text() == "my own work"
    assert run("export", tagged, "--format", "csv", "--output", target, "--overwrite").code == 0
    assert len(rows(target.read_bytes().decode())) == 3
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o640


@posix
def test_a_new_export_is_for_its_owner_alone(run: Run, tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.csv"
    run("export", tagged, "--format", "csv", "--output", target)
    assert target.stat().st_mode & 0o777 == 0o600


@posix
def test_no_project_is_ever_written_over(run: Run, tagged: Path, tmp_path: Path) -> None:
    other = a_project(tmp_path, "other")
    other.close()
    renamed = other.path.rename(tmp_path / "renamed.csv")
    damaged = tmp_path / "damaged.review"
    damaged.write_bytes(b"what is left of a project")
    symbolic, hard = tmp_path / "symbolic.csv", tmp_path / "hard.csv"
    symbolic.symlink_to(tagged)
    hard.hardlink_to(tagged)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for target in (tagged, renamed, damaged, symbolic, hard):
        ended = run("export", tagged, "--format", "csv", "--output", target, "--overwrite")
        assert ended.code == 3
        assert f"“{target}” is a project" in ended.err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert run("verify", tagged).code == 0


def test_a_folder_is_no_place_for_an_export(run: Run, tagged: Path, tmp_path: Path) -> None:
    ended = run("export", tagged, "--format", "csv", "--output", tmp_path)
    assert (ended.code, "is a folder" in ended.err) == (3, True)


def test_a_folder_that_is_not_there_is_said(run: Run, tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "out.csv"
    ended = run("export", tagged, "--format", "csv", "--output", target)
    assert ended.code == 3
    told = f"There is no folder “{target.parent}”. Make it, or choose another.\n"
    assert ended.err.endswith(told)
    assert not target.parent.exists()


@posix
def test_a_link_to_a_file_stays_a_link(run: Run, tagged: Path, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "real.csv")
    assert run("export", tagged, "--format", "csv", "--output", link, "--overwrite").code == 0
    assert link.is_symlink()
    assert len(rows((tmp_path / "real.csv").read_bytes().decode())) == 3


@full_disk
def test_a_device_that_is_full_is_a_sentence(tagged: Path) -> None:
    ended = started("export", tagged, "--format", "csv", "--output", FULL)
    assert ended.code == 3
    assert ended.err == (
        "“/dev/full” cannot be written: No space left on device. The project is as it was.\n"
    )
    assert FULL.is_char_device()


@full_disk
@pytest.mark.parametrize("key", ["csv", "jsonl"])
def test_standard_output_that_is_full_is_a_sentence(tagged: Path, key: str) -> None:
    ended = started("export", tagged, "--format", key, "--output", "-", out=FULL)
    assert ended.code == 3
    assert ended.err == "The output cannot be written: No space left on device.\n"


@posix
def test_a_disk_that_fills_up_leaves_the_file_that_was_there(
    tagged: Path, large: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "passages.csv"
    target.parent.mkdir()
    target.write_text("the export of last week")
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "from reviewer.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    arguments = ("export", str(large), "--format", "csv", "--overwrite", "--output")
    ended = subprocess.run(
        [sys.executable, "-c", limited, *arguments, target],
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    assert ended.returncode == 3
    assert ended.stderr.decode().startswith(f"“{target}” cannot be written: File too large")
    assert target.read_text() == "the export of last week"
    assert beside(target) == ["passages.csv"]
    assert tagged.exists()


@posix
@pytest.mark.parametrize("key", ["csv", "jsonl"])
def test_a_reader_that_goes_away_is_no_fault_of_ours(large: Path, key: str) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "export", large, "--format", key, "--output", "-"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(LONGEST), said) == (1, b"")


@posix
def test_an_export_goes_through_a_named_pipe(tagged: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen([*PROGRAM, "export", tagged, "--format", "jsonl", "--output", pipe])
    with pipe.open("rb") as reading:
        data = reading.read()
    assert process.wait(LONGEST) == 0
    assert data.count(b"\n") == 3


def test_an_export_works_while_a_window_has_the_project_open(tagged: Path, tmp_path: Path) -> None:
    with held_open(tagged):
        ended = started("export", tagged, "--format", "csv", "--output", tmp_path / "out.csv")
    assert (ended.code, ended.err) == (0, "")


@posix
def test_killed_while_it_writes_no_half_export_stands_at_its_place(
    large: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "passages.csv"
    target.parent.mkdir()
    waiting = (
        "import sys, time, reviewer.exporters.sheets as table\n"
        "pages = table.pages\n"
        "def slow(*of):\n"
        "    for number, page in enumerate(pages(*of)):\n"
        "        if number == 3: print('half', flush=True); time.sleep(60)\n"
        "        yield page\n"
        "table.pages = slow\n"
        "from reviewer.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", waiting, "export", large, "--format", "csv", "--output", target],
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"half\n"
    process.send_signal(signal.SIGKILL)
    process.wait(LONGEST)
    process.stdout.close()
    assert not target.exists()
    (left,) = beside(target)
    assert left.endswith(".reviewer.part")
    assert started("export", large, "--output", target).code == 0
    assert beside(target) == ["passages.csv"]


def test_nothing_in_the_project_changes(run: Run, tagged: Path) -> None:
    before = tagged.read_bytes()
    run("export", tagged, "--format", "csv", "--output", "-")
    assert tagged.read_bytes() == before


def test_the_help_names_every_column(run: Run, tagged: Path) -> None:
    written = run("export", tagged, "--format", "jsonl", "--output", "-").out
    words = run("export", "--help").out
    assert [key for key in json.loads(written.splitlines()[0]) if key not in words] == []


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Give a project with something in every table."""
    with a_project(tmp_path, "dossier") as workspace:
        one = a_document(workspace, "At least 27 were hurt, said Shireen Kol. He denied it.")
        figure = a_passage(workspace, one, "At least 27 were hurt", "Casualty figure")
        denial = a_passage(workspace, one, "He denied it", "Denial")
        kol = workspace.actors.add("Shireen Kol", side="Union")
        workspace.actors.change(kol, protected=True, note="Ask Shireen Kol.")
        values: dict[str, Value] = {
            "low": 27,
            "harm": "injured",
            "chain": (ChainMember(kol, "Shireen Kol"),),
        }
        workspace.records.enter(figure, values, confirm=True)
        raid = workspace.events.add("Raid", date=WrittenDate("in October", "2019-10"))
        workspace.events.put([figure, denial], raid)
        (question,) = workspace.events.questions(raid)
        workspace.events.set_working(question.id, 27, None, "One list.")
        workspace.links.link(denial, figure)
        source = workspace.links.add_source("The list")
        workspace.links.link_to_source(figure, source)
        return workspace.path


@pytest.mark.parametrize(
    ("what", "count", "cells"),
    [
        ("actors", 1, {"name": "Shireen Kol", "side": "Union", "protected": "yes"}),
        ("events", 1, {"name": "Raid", "date": "2019-10", "date_words": "in October"}),
        ("figures", 1, {"low": "27", "high": "", "in_range": "yes", "speaker": "Shireen Kol"}),
        ("links", 2, {"type": "denies", "from": "D1·2", "to": "D1·1"}),
        (
            "questions",
            1,
            {"range": "from 27 · no upper end given", "working_low": "27", "working_high": ""},
        ),
        ("sources", 1, {"title": "The list", "links": "1"}),
    ],
)
def test_other_things_are_tables_of_their_own(
    dossier: Path, run: Run, what: str, count: int, cells: dict[str, str]
) -> None:
    ended = run("export", dossier, "--what", what, "--format", "csv", "--output", "-")
    found = rows(ended.out)
    assert len(found) == count
    assert {key: found[0][key] for key in cells} == cells
    lines = run("export", dossier, "--what", what, "--format", "jsonl", "--output", "-").out
    assert [json.loads(line)["format"] for line in lines.splitlines()] == [1] * count


def test_protected_names_leave_as_numbers(dossier: Path, run: Run) -> None:
    for what in ("passages", "actors", "figures", "project"):
        args = ("export", dossier, "--what", what, "--format", "jsonl", "--output", "-")
        ended = run(*args)
        assert "Shireen Kol" in ended.out
        assert ended.err == "1 protected name is not replaced; --protect does that.\n"
        hidden = run(*args, "--protect")
        assert "Shireen" not in hidden.out
        assert "[A1]" in hidden.out
        assert hidden.err == ""


def test_that_other_programs_get_protected_names_is_said(dossier: Path, run: Run) -> None:
    told = (
        "1 protected actor is named in the file: the words of documents, and whom they name, go "
        "out as they are.\n"
    )
    args = ("export", dossier, "--format", "doccano", "--output", "-")
    assert told in run(*args).err
    with Workspace.open(dossier, NOOR) as workspace:
        actor = workspace.actors.add("Baker of the mill")
        workspace.actors.change(actor, protected=True)
        a_document(workspace, "Nobody came.", title="Quiet")
        kol = next(one.id for one in workspace.actors.all() if one.id != actor)
        workspace.actors.change(kol, note="A cousin of the Baker of the mill")
    assert "2 protected actors are named in the file" in run(*args).err
    ended = run(*args, "--document", "Quiet")
    assert "protected" not in ended.err
    assert "Kol" not in ended.out
    refused = run(*args, "--protect")
    assert (refused.code, "whom they name, go out as they are" in refused.err) == (2, True)


def test_where_no_passage_passes_another_program_gets_no_file(
    dossier: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "none.jsonl"
    ended = run(
        *("export", dossier, "--format", "doccano", "--output", target, "--tag", "Allegation")
    )
    told = "Nothing was written: no passage passes the filter, and no document is named.\n"
    assert (ended.code, ended.out, ended.err) == (1, "", told)
    assert not target.exists()


@pytest.mark.parametrize("key", ["csv", "tsv", "xlsx", "ods", "json", "jsonl"])
def test_no_table_has_what_is_noted_of_a_protected_actor(
    dossier: Path, run: Run, tmp_path: Path, key: str
) -> None:
    with Workspace.open(dossier, NOOR) as workspace:
        (kol,) = workspace.actors.all()
        workspace.actors.change(kol.id, note="Baker of the mill.")
        workspace.actors.publish(workspace.documents.ids(), kol.id)
    target = tmp_path / f"protected.{key}"
    kinds = ["actors"] + (["workbook"] if key in ("xlsx", "ods") else [])
    for what in kinds:
        args = ("export", dossier, "--what", what, "--output", target, "--overwrite")
        assert run(*args).code == 0
        assert "Baker of the mill" in unpacked(target)
        assert run(*args, "--protect").code == 0
        found = unpacked(target)
        assert "[A1]" in found
        assert "Baker" not in found
        assert "Kol" not in found


def unpacked(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def test_that_a_report_has_protected_names_is_said(dossier: Path, run: Run) -> None:
    told = "1 protected name is not replaced; --protect does that.\n"
    assert run("report", dossier, "--output", "-").err == told
    assert run("report", dossier, "--output", "-", "--protect").err == ""


def test_what_there_is_not_is_said_with_what_there_is(dossier: Path, run: Run) -> None:
    ended = run("export", dossier, "--what", "songs", "--format", "csv", "--output", "-")
    assert (ended.code, "passages, workbook, actors, documents, events" in ended.err) == (2, True)
    ended = run(
        *("export", dossier, "--what", "links", "--format", "csv", "--output", "-"),
        *("--tag", "Denial"),
    )
    assert (ended.code, "choose passages" in ended.err) == (2, True)


def test_rows_are_counted_in_a_file_of_their_own(dossier: Path, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "links.csv"
    ended = run("export", dossier, "--what", "links", "--format", "csv", "--output", target)
    assert ended.out == f"2 rows written to “{target}”.\n"


def test_of_a_narrowed_workbook_it_is_said_that_the_other_sheets_are_complete(
    run: Run, tagged: Path, tmp_path: Path
) -> None:
    told = "links, events, questions, figures, actors, sources and documents are all of"
    narrowed = ("--tag", "Denial", "--output")
    assert told in run("export", tagged, *narrowed, tmp_path / "some.xlsx").err
    assert told not in run("export", tagged, "--output", tmp_path / "all.xlsx").err
    assert told not in run("export", tagged, *narrowed, tmp_path / "some.csv").err
