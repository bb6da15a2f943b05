"""Databases and tables of other programs, from the file to passages that stand in the project."""

import os
import zipfile
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.importers.interchange.databases import qualcoder
from reviewer.workspace.operations.interchange import TakenWork
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import kind_of_work, read_work
from tests.builders import a_document
from tests.importers.interchange.databases.test_qualcoder import BASE
from tests.importers.interchange.qualcoder_files import a_folder


def taken(workspace: Workspace, path: Path) -> TakenWork:
    return workspace.interchange.take(read_work(path, Silent()), Silent())


def test_a_project_of_taguette_comes_with_every_passage_certain(
    workspace: Workspace, samples: Path
) -> None:
    path = samples / "taguette" / "taguette-sample.sqlite3"
    assert kind_of_work(path) == "taguette"
    work = taken(workspace, path)
    assert len(work.outcomes) == 3
    assert len(work.taken.passages) == 8
    assert (work.not_certain, work.taken.refused) == ([], [])
    killed = workspace.tags.named("killed")
    figure = workspace.tags.named("casualty figure")
    assert killed is not None
    assert figure is not None
    assert killed.parent == figure.id
    workspace.history.undo()
    assert workspace.documents.ids() == []


def test_a_folder_of_qualcoder_comes_with_its_tree_of_codes(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path / "Raid.qda", BASE)
    for path in (folder, folder / "data.qda"):
        assert kind_of_work(path) == "qualcoder"
    work = taken(workspace, folder)
    (passage,) = work.taken.passages
    assert (passage.certain, work.taken.refused) == (True, [])
    found = workspace.passages.get(passage.passage)
    assert workspace.documents.text(found.document)[found.span.start : found.span.end] == (
        "نفى المتحدث"
    )
    names = {tag.id: tag.name for tag in workspace.tags.all()}
    above = {tag.name: names.get(tag.parent or 0, "") for tag in workspace.tags.all()}
    assert (above["Flat"], above["Denial (category)"]) == ("Denial", "Claims")
    assert workspace.tags.get(found.tag).name == "Denial"


def test_taken_twice_it_doubles_nothing(workspace: Workspace, samples: Path) -> None:
    path = samples / "taguette" / "taguette-sample.sqlite3"
    taken(workspace, path)
    again = taken(workspace, path)
    assert (again.outcomes, again.taken.passages) == ([], [])
    assert len(again.joined) == 3
    assert len(again.taken.refused) == 8


def packed(folder: Path, *names: str) -> Path:
    """Pack a folder under names, and something beside it that only looks like a project."""
    path = folder.with_name("study.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.qda", b"no database")
        for name in names:
            for file in folder.rglob("*"):
                if file.is_file():
                    archive.write(file, f"{name}{file.relative_to(folder).as_posix()}")
    return path


def test_a_packed_project_is_read_with_the_files_beside_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path / "Raid.qda", BASE)
    (folder / "documents" / "raid.docx").write_bytes(b"PK the very file")
    path = packed(folder, "Raid.qda/", "Raid_BKUP.qda/")
    assert kind_of_work(path) == "qualcoder"
    work = read_work(path, Silent())
    assert work.documents[0].incoming.original.size == len(b"PK the very file")
    assert len(workspace.interchange.take(work, Silent()).taken.passages) == 1
    assert [one.values["count"] for one in work.doubts if one.message == qualcoder.MORE] == [1]


def test_an_archive_that_is_cut_short_is_of_no_kind(tmp_path: Path) -> None:
    path = packed(a_folder(tmp_path / "Raid.qda", BASE), "Raid.qda/")
    data = path.read_bytes()
    at = data.index(b"Raid.qda/data.qda") + 60
    path.write_bytes(data[:at] + bytes(200) + data[at + 200 :])
    assert kind_of_work(path) is None


def test_a_damaged_database_is_refused_by_name(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "Raid.qda", BASE)
    data = (folder / "data.qda").read_bytes()
    (folder / "data.qda").write_bytes(data[:4_096] + os.urandom(len(data) - 4_096))
    with pytest.raises(Unreadable, match=r"data\.qda"):
        read_work(folder, Silent())


def test_a_table_of_passages_finds_the_documents_that_are_here(
    workspace: Workspace, tmp_path: Path
) -> None:
    document = a_document(workspace, "Officials said 12 people died in the raid.", title="raid.txt")
    path = tmp_path / "codes.csv"
    path.write_text(
        "File,Code,Segment,Comment\n"
        "raid.txt,Deaths,12 people died,counted?\n"
        "gone.txt,Deaths,nobody,\n"
        "raid.txt,Deaths,12 people were hurt,\n"
    )
    assert kind_of_work(path) == "passages_csv"
    work = taken(workspace, path)
    first, _second = (workspace.passages.get(one.passage) for one in work.taken.passages)
    assert (first.document, first.span) == (document, Span(15, 29))
    assert [one.certain for one in work.taken.passages] == [True, False]
    assert ["gone.txt" in str(one.problem) for one in work.taken.refused] == [True]
