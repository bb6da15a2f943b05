"""Documents go out with their passages in them, from the window."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.asking.annotated_questions import AnnotatedQuestion, AnnotatedWish, Which
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk
from tests.workspace.sources import a_source_not_held


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        document = one.workspace.documents.ids()[0]
        a_passage(one.workspace, document, "Nobody was killed", "Denial")
        one.open_in_panes(document)
        yield one


def written(here: AtTheDesk, qtbot: QtBot, target: Path, wish: AnnotatedWish) -> str:
    here.prompts.will("documents_to_export", wish)
    here.prompts.will("file_to_export", (target, wish.format))
    told = len(here.prompts.informed)
    here.run("project.export_documents")
    qtbot.waitUntil(lambda: len(here.prompts.informed) > told, timeout=20_000)
    return here.prompts.informed[-1]


def test_the_document_in_the_pane_goes_out_as_one_file(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.html"
    told = written(here, qtbot, target, AnnotatedWish(Which.MEANT, "html"))
    assert told.startswith("1 document with 1 passage")
    assert "Nobody was killed" in target.read_text("utf-8")


def test_several_go_into_an_archive_and_the_format_is_remembered(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.zip"
    a_source_not_held(here.workspace)
    told = written(here, qtbot, target, AnnotatedWish(Which.ALL, "html"))
    assert told.startswith("5 documents with 1 passage")
    with ZipFile(target) as archive:
        assert len(archive.namelist()) == 5
    seen: list[AnnotatedQuestion] = []

    def look(question: AnnotatedQuestion) -> None:
        seen.append(question)

    here.prompts.will("documents_to_export", look)
    here.run("project.export_documents")
    (question,) = seen
    assert question.begin.format == "html"
    assert question.documents[Which.ALL] == 5
    assert question.called.startswith("D1 ")
    assert question.left_out(AnnotatedWish(Which.ALL, "pdf")) == 5
    assert question.left_out(AnnotatedWish(Which.MEANT, "pdf")) == 1
    assert question.left_out(AnnotatedWish(Which.LISTED, "docx")) == 0


def test_where_nothing_has_pages_it_is_told_and_no_file_is_made(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.zip"
    here.prompts.will("documents_to_export", AnnotatedWish(Which.ALL, "pdf"))
    here.prompts.will("file_to_export", (target, "pdf"))
    here.run("project.export_documents")
    qtbot.waitUntil(lambda: bool(here.prompts.told), timeout=20_000)
    assert "None of these 5 documents can be had" in str(here.prompts.told[0])
    assert not target.exists()


def test_nothing_is_written_without_a_wish(here: AtTheDesk, tmp_path: Path) -> None:
    here.prompts.will("documents_to_export", None)
    here.run("project.export_documents")
    assert "file_to_export" not in here.prompts.asked
    here.prompts.will("documents_to_export", AnnotatedWish(Which.MEANT, "html"))
    here.prompts.will("file_to_export", None)
    here.run("project.export_documents")
    assert not list(tmp_path.glob("*.html"))
