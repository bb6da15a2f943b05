"""Originals, older versions, registers and certificates, from the window."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.app import print_pages
from reviewer.ui.asking.version_prompts import VersionDeed, VersionsQuestion, VersionWish
from reviewer.ui.papers import HTML, PDF
from reviewer.workspace.printing import printed_by
from tests.builders import a_document, a_passage, a_project, an_incoming
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

OLD = "Two men were held.\n"
NEW = "Corrected.\n\nTwo men were held.\n"
BYTES = b"the very bytes \xff"


class Archivist(AtTheDesk):
    """Somebody who has to prove where documents came from."""

    qtbot: QtBot

    def saved(self, target: Path) -> None:
        self.qtbot.waitUntil(lambda: target.exists() and bool(self.prompts.informed))


@pytest.fixture
def archivist(qtbot: QtBot, tmp_path: Path) -> Iterator[Archivist]:
    with a_project(tmp_path, "dossier") as made:
        document = a_document(made, OLD, original=BYTES, title="Release")
        a_passage(made, document, "Two men")
        made.versions.replace(document, an_incoming(NEW), "corrected by the office")
        path = made.path
    with at_the_desk(qtbot, path) as desk:
        person = Archivist(desk.window, desk.prompts)
        person.qtbot = qtbot
        person.view.panes.open_here(1)
        yield person


def test_an_older_version_is_read_beside_with_its_passages_as_they_stood(
    archivist: Archivist,
) -> None:
    asked: list[VersionsQuestion] = []

    def answer(question: VersionsQuestion) -> VersionWish:
        asked.append(question)
        return VersionWish(question.versions[0].text, VersionDeed.READ)

    archivist.prompts.will("versions", answer)
    archivist.run("version.list")
    assert [one.number for one in asked[0].versions] == [1, 2]
    session = archivist.window.session
    assert session is not None
    older = session.versioning.older
    assert older.isVisible()
    assert archivist.keys_are_in(older)
    assert older.reader._view.page.segments.text == OLD
    (mark,) = older.reader._view.scene.marks.all()
    assert (mark.span.of(OLD), mark.number) == ("Two men", "D1·1")
    assert archivist.view.panes.document() == 1


def test_the_version_that_is_read_now_is_opened_as_ever(archivist: Archivist) -> None:
    archivist.prompts.will("versions", lambda q: VersionWish(q.versions[-1].text, VersionDeed.READ))
    archivist.run("version.list")
    assert archivist.keys_are_in(archivist.view.panes.focused())


def test_the_original_of_an_older_version_is_saved_byte_for_byte(
    archivist: Archivist, tmp_path: Path
) -> None:
    target = tmp_path / "saved.bin"
    archivist.prompts.will(
        "versions", lambda q: VersionWish(q.versions[0].text, VersionDeed.SAVE_ORIGINAL)
    )
    archivist.prompts.will("original_to_write", target)
    archivist.run("version.list")
    assert target.read_bytes() == BYTES


def test_the_original_is_saved_and_what_is_declined_is_not(
    archivist: Archivist, tmp_path: Path
) -> None:
    target = tmp_path / "saved.txt"
    archivist.prompts.will("original_to_write", None, target)
    archivist.run("document.save_original")
    assert archivist.prompts.informed == []
    archivist.run("document.save_original")
    assert target.read_bytes() == NEW.encode()


def test_an_original_is_never_written_over_a_project(archivist: Archivist) -> None:
    archivist.prompts.will("original_to_write", archivist.workspace.path)
    archivist.run("document.save_original")
    assert "is a project" in str(archivist.prompts.told[-1])
    assert list(archivist.workspace.verify()) == []


def test_all_originals_are_saved_into_an_empty_folder(archivist: Archivist, tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    archivist.prompts.will("folder_for_originals", None, folder, folder)
    archivist.run("project.originals")
    archivist.run("project.originals")
    archivist.saved(folder / "manifest.json")
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert [one["version"] for one in listed["originals"]] == [1, 2]
    archivist.run("project.originals")
    archivist.qtbot.waitUntil(lambda: bool(archivist.prompts.told))
    assert "not an empty folder" in str(archivist.prompts.told[-1])


@pytest.fixture
def something_prints() -> Iterator[None]:
    printed_by(print_pages)
    yield
    printed_by(None)


@pytest.mark.usefixtures("something_prints")
@pytest.mark.parametrize("command", ["document.certificate", "project.register"])
def test_a_page_is_saved_as_html_and_as_pdf(
    archivist: Archivist, tmp_path: Path, command: str
) -> None:
    html, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    archivist.prompts.will("paper_to_write", None, (html, HTML), (pdf, PDF))
    archivist.run(command)
    archivist.run(command)
    archivist.saved(html)
    assert "computed again just now: the same" in html.read_text(encoding="utf-8")
    archivist.prompts.informed.clear()
    archivist.run(command)
    archivist.saved(pdf)
    assert pdf.read_bytes().startswith(b"%PDF-")
