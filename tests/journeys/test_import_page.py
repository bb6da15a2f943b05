"""Somebody drops a folder on the window, looks at what was found, and has it come in."""

import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from reviewer.domain.columns import Column
from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import Cancelled
from reviewer.ui.assembly.importing import Importing
from reviewer.ui.desk import PageName
from reviewer.ui.importing import Import, Look, Stage
from reviewer.ui.models.import_rows import ImportRow
from reviewer.ui.views.importing.importing import ImportPage
from tests.builders import a_document
from tests.importers.pdf_files import pdf, stand_in_for_tesseract
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

MAIL = """From: Bilal <bilal@example.org>
To: Desk <desk@example.org>
Subject: Notice of the council
Date: Thu, 8 Oct 2015 10:00:00 +0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

The council met on Thursday and heard twelve people.
--b
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename="minutes.txt"

Minutes of the council: twelve people were heard.
--b--
"""


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path, 1)) as opened:
        yield opened


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Give a folder with good, doubtful and broken files."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    for number in range(3):
        (folder / f"notice {number}.txt").write_text(f"Notice {number}. Nobody was hurt.\n")
    (folder / "copy.txt").write_text("Notice 1. Nobody was hurt.\n")
    (folder / "empty.txt").write_text("")
    (folder / "cyrillic.txt").write_bytes(
        "Двенадцать человек пострадали на мосту, сообщил представитель.".encode("koi8-r")
    )
    (folder / "mail.eml").write_text(MAIL)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (folder / "song.mp3").write_bytes(b"ID3")
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("inside/letter.txt", "A letter. Two people were missing.")
    return folder


def importing(here: AtTheDesk) -> Importing:
    session = here.window.session
    assert session is not None
    return session.importing


def page(here: AtTheDesk) -> ImportPage:
    return importing(here).page


def shown(here: AtTheDesk) -> Import:
    one = page(here).current_import()
    assert one is not None
    return one


def drop(here: AtTheDesk, data: QMimeData) -> None:
    where = QPointF(here.window.rect().center())
    nothing = Qt.KeyboardModifier.NoModifier
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where.toPoint(), action, data, button, nothing)
    QApplication.sendEvent(here.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(here.window, QDropEvent(where, action, data, button, nothing))


def drop_files(here: AtTheDesk, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(here, data)


def look_at(here: AtTheDesk, qtbot: QtBot, *paths: Path) -> Import:
    drop_files(here, *paths)
    qtbot.waitUntil(lambda: here.view.current() is PageName.IMPORT, timeout=5_000)
    qtbot.waitUntil(lambda: shown(here).stage is Stage.READY, timeout=30_000)
    return shown(here)


def row(one: Import, name: str) -> ImportRow:
    (found,) = [row for row in one.rows.rows if row.file.called.endswith(name)]
    return found


def go_to(here: AtTheDesk, found: ImportRow) -> None:
    page(here).files.choose(found)
    page(here).files.setFocus()


def have_it_come_in(here: AtTheDesk, qtbot: QtBot) -> None:
    one = shown(here)
    QTest.mouseClick(page(here).go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(one.is_over, timeout=30_000)


def stands_in_the_lines(here: AtTheDesk, words: str) -> bool:
    return words in page(here).card.lines.toPlainText()


def titles(here: AtTheDesk) -> set[str]:
    documents = here.workspace.documents
    return {documents.get(one).title for one in documents.ids()}


def test_a_folder_is_looked_at_corrected_brought_in_and_taken_back(
    here: AtTheDesk, qtbot: QtBot, dossier: Path
) -> None:
    before = titles(here)
    one = look_at(here, qtbot, dossier)
    counts = one.rows.counts()
    assert counts.found == 10
    assert counts.known == 1
    assert counts.broken == 2
    assert counts.unsure == 1
    assert counts.coming == 7
    for words in ("10 found", "7 will come in", "1 known already", "2 cannot be read"):
        assert words in page(here).words()
    assert "1 of another kind" in page(here).words()
    assert titles(here) == before

    page(here).troubled.click()
    assert page(here).files.current() in (row(one, "empty.txt"), row(one, "broken.pdf"))
    assert "no word in it" in page(here).card.said() or "PDF" in page(here).card.said()

    doubtful = row(one, "cyrillic.txt")
    go_to(here, doubtful)
    combo = page(here).card.encoding
    combo.setCurrentIndex(combo.findData("koi8-r"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: "Двенадцать" in page(here).card.lines.toPlainText(), timeout=10_000)
    assert one.rows.counts().unsure == 0

    go_to(here, row(one, "notice 0.txt"))
    QTest.keyClick(page(here).files, Qt.Key.Key_Space)
    assert not row(one, "notice 0.txt").ticked

    go_to(here, row(one, "notice 2.txt"))
    title = page(here).card.fields.line("title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Second notice")
    posted = page(here).card.fields.line("posted")
    posted.setFocus()
    QTest.keyClicks(posted, "soon")
    assert not page(here).go.isEnabled()
    posted.selectAll()
    QTest.keyClicks(posted, "2015-10-08")
    assert page(here).go.isEnabled()

    have_it_come_in(here, qtbot)
    documents = here.workspace.documents
    came = titles(here) - before
    assert len(came) == 6
    assert "Second notice" in came
    (second,) = documents.matching("Second notice")
    assert documents.get(second).posted.edtf == "2015-10-08"
    assert documents.get(second).posted.basis is DateBasis.ENTERED
    assert "6 came in" in page(here).words()
    assert f"D{documents.get(second).number}" in page(here).card.said()

    here.workspace.history.undo()
    assert titles(here) == before
    assert here.prompts.told == []


def test_a_few_plain_files_that_raise_no_question_come_in_with_nothing_in_the_way(
    here: AtTheDesk, qtbot: QtBot, dossier: Path
) -> None:
    drop_files(here, dossier / "notice 0.txt", dossier / "notice 1.txt")
    qtbot.waitUntil(lambda: bool(here.prompts.reports), timeout=10_000)
    assert here.workspace.documents.count() == 3
    assert here.view.current() is PageName.READ
    (report,) = here.prompts.reports
    assert all(outcome.document for outcome in report)


def test_a_single_file_that_cannot_be_read_is_said_and_no_page_opens(
    here: AtTheDesk, qtbot: QtBot, dossier: Path
) -> None:
    drop_files(here, dossier / "empty.txt")
    qtbot.waitUntil(lambda: bool(here.prompts.reports), timeout=10_000)
    assert here.view.current() is PageName.READ
    ((refused,),) = here.prompts.reports
    assert "empty.txt" in str(refused.problem)


def test_words_and_pages_can_be_dropped_and_pasted(here: AtTheDesk, qtbot: QtBot) -> None:
    words = QMimeData()
    words.setText("Twelve people were heard by the council.")
    drop(here, words)
    qtbot.waitUntil(lambda: here.workspace.documents.count() == 2, timeout=10_000)
    copied = QMimeData()
    copied.setHtml("<h1>A page</h1><p>Words of a page that somebody copied.</p>")
    copied.setText("A page")
    QApplication.clipboard().setMimeData(copied)
    here.run("project.import_pasted")
    QApplication.clipboard().clear()  # what Python made and Qt keeps crashes the end of both
    qtbot.waitUntil(lambda: here.workspace.documents.count() == 3, timeout=20_000)
    newest = here.workspace.documents.ids()[-1]
    assert "Words of a page" in here.workspace.documents.text(newest)


def test_what_was_found_can_be_left_alone(here: AtTheDesk, qtbot: QtBot, dossier: Path) -> None:
    one = look_at(here, qtbot, dossier)
    QTest.mouseClick(page(here).close_button, Qt.MouseButton.LeftButton)
    assert one.is_over()
    assert here.view.current() is PageName.READ
    assert here.workspace.documents.count() == 1
    assert here.prompts.reports == []


def test_what_the_columns_of_a_table_mean_is_said_once(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "Kopf,Meldung\nAm Markt,Der Rat hat zwoelf Leute gehoert.\nAm Tor,Niemand kam dorthin.\n"
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text(rows.replace("Markt", name), "utf-8")
    one = look_at(here, qtbot, tmp_path / "one.csv")
    form = page(here).card.columns
    qtbot.waitUntil(lambda: form.isVisibleTo(page(here)), timeout=10_000)
    form.choose(Column.TEXT, "Meldung")
    form.choose(Column.TITLE, "Kopf")
    QTest.mouseClick(form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: one.rows.rows[0].title == "Am one.csv", timeout=10_000)
    assert [found.title for found in one.rows.rows] == ["Am one.csv", "Am Tor"]
    have_it_come_in(here, qtbot)
    assert titles(here) >= {"Am one.csv", "Am Tor"}
    other = look_at(here, qtbot, tmp_path / "two.csv")
    assert other is not one
    assert [found.title for found in other.rows.rows] == ["Am two.csv", "Am Tor"]
    have_it_come_in(here, qtbot)
    assert "Am two.csv" in titles(here)


def test_the_bytes_of_files_can_be_dropped(here: AtTheDesk, qtbot: QtBot, dossier: Path) -> None:
    one = look_at(here, qtbot, dossier / "mail.eml")
    page(here).keep.click()
    have_it_come_in(here, qtbot)
    mail = row(one, "mail.eml").document or 0
    facts = here.workspace.documents.facts(mail)
    assert facts is not None
    original = here.workspace._project.texts.original(facts.original)
    assert original.dropped
    assert original.data == b""


def test_an_import_waits_while_it_is_paused_and_says_what_stays_when_it_is_stopped(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"Notice {number}. Nobody was hurt.\n" * 50)
    (folder / "page.html").write_text("<p>A page is looked at first.")
    one = look_at(here, qtbot, folder)
    QTest.mouseClick(page(here).go, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page(here).work.pause, Qt.MouseButton.LeftButton)
    assert one.is_paused()
    QTest.mouseClick(page(here).work.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(one.is_over, timeout=10_000)
    came = here.workspace.documents.count() - 1
    assert came <= 300
    assert came == one.rows.counts().imported
    (told,) = here.prompts.told
    assert isinstance(told, Cancelled)
    if came:
        here.workspace.history.undo()
    assert here.workspace.documents.count() == 1


def test_what_is_dropped_while_another_import_is_looked_at_waits_its_turn(
    here: AtTheDesk, qtbot: QtBot, dossier: Path, tmp_path: Path
) -> None:
    first = look_at(here, qtbot, dossier)
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("A letter of somebody else.")
    drop_files(here, other)
    qtbot.wait(0)
    assert shown(here) is first
    have_it_come_in(here, qtbot)
    qtbot.waitUntil(lambda: shown(here) is not first, timeout=10_000)
    qtbot.waitUntil(lambda: shown(here).stage is Stage.READY, timeout=10_000)
    assert [found.file.called for found in shown(here).rows.rows] == ["letter.txt"]
    here.prompts.will("confirm", None, "Leave it")
    session = here.window.session
    assert session is not None
    assert not session.may_leave()
    assert session.may_leave()
    page(here).close_button.click()
    assert session.may_leave()


def test_what_may_be_a_newer_version_is_said_and_offered(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "notice.txt"
    words = "The council met on Thursday and heard twelve people of the town at the bridge. "
    path.write_text(words * 20)
    drop_files(here, path)
    qtbot.waitUntil(lambda: len(here.prompts.reports) == 1, timeout=10_000)
    path.write_text(words * 20 + "It was corrected later.")
    one = look_at(here, qtbot, path)
    (found,) = one.rows.rows
    older = here.workspace.documents.ids()[-1]
    assert found.older == older
    qtbot.waitUntil(lambda: "same name" in page(here).card.said(), timeout=10_000)
    here.prompts.will("replace_version", None)
    QTest.mouseClick(page(here).card.newer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "replace_version" in here.prompts.asked, timeout=10_000)
    assert found.ticked
    assert "1 will come in" in page(here).words()
    here.prompts.will("replace_version", "It was corrected.")
    QTest.mouseClick(page(here).card.newer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: found.document == older, timeout=10_000)
    assert not page(here).card.newer.isVisibleTo(page(here).card)
    assert "0 will come in" in page(here).words()
    assert not page(here).go.isEnabled()
    assert "It was corrected later." in here.workspace.documents.text(older)
    page(here).close_button.click()


def test_what_is_nearly_the_same_as_a_document_is_said(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    parts = [
        f"On day {n} the council heard witness number {n} in the town hall." for n in range(60)
    ]
    a_document(here.workspace, "\n".join(parts))
    while here.workspace.echoes.catch_up(10):
        pass
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "copy.html").write_text("<p>".join(["", *parts, "And one more line."]))
    one = look_at(here, qtbot, folder)
    (found,) = one.rows.rows
    qtbot.waitUntil(lambda: bool(found.near), timeout=10_000)
    assert "nearly the same as D2" in found.near
    page(here).close_button.click()


def test_what_came_with_a_mail_stands_below_it_and_says_so(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "mail.eml").write_text(MAIL)
    one = look_at(here, qtbot, tmp_path / "mail.eml")
    attached = row(one, "minutes.txt")
    table = page(here).table()
    assert table is not None
    cells = [str(table.index(place, 0).data()) for place in range(table.rowCount())]
    assert cells == ["\u2068mail.eml\u2069", "\u2003\u2003\u2068minutes.txt\u2069"]
    go_to(here, attached)
    assert "It came with \u2068mail.eml\u2069." in page(here).card.said()
    page(here).troubled.click()
    assert "mail.eml/minutes.txt" in str(table.index(table.place_of(attached), 0).data())
    page(here).close_button.click()


def test_what_the_columns_of_a_table_in_an_archive_mean_is_said_too(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("letter.txt", "A letter. Two people were missing.")
        archive.writestr("in/one.csv", "Kopf,Meldung\nAm Markt,Der Rat hat zwoelf gehoert.\n")
    here.window.import_paths([tmp_path / "all.zip"], look=Look.ALL)
    qtbot.waitUntil(lambda: page(here).current_import() is not None, timeout=10_000)
    qtbot.waitUntil(lambda: shown(here).stage is Stage.READY, timeout=30_000)
    one = shown(here)
    found = next(row for row in one.rows.rows if row.file.name == "one.csv")
    go_to(here, found)
    form = page(here).card.columns
    qtbot.waitUntil(lambda: form.isVisibleTo(page(here)), timeout=10_000)
    assert all(choice.width() > form.width() // 3 for choice in form.findChildren(QComboBox))
    form.choose(Column.TEXT, "Meldung")
    form.choose(Column.TITLE, "Kopf")
    QTest.mouseClick(form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: one.rows.rows[-1].title == "Am Markt", timeout=10_000)
    assert len(one.rows) == 2
    have_it_come_in(here, qtbot)
    assert "Am Markt" in titles(here)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of POSIX")
def test_the_text_of_scanned_pages_is_recognised_where_one_asks_for_it(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, name in enumerate(("one.pdf", "two.pdf")):
        (tmp_path / name).write_bytes(pdf([], *[[]] * number))
    (tmp_path / "plain.txt").write_text("Nobody was hurt.\n")
    with monkeypatch.context() as without:
        without.setenv("PATH", "")
        one = look_at(here, qtbot, *(tmp_path / name for name in ("one.pdf", "two.pdf")))
        go_to(here, one.rows.rows[0])
        card = page(here).card
        assert card.recognise.isVisibleTo(card)
        card.recognise.click()
        assert "Install Tesseract" in str(here.prompts.told[-1])
    stand_in_for_tesseract(tmp_path, monkeypatch)
    assert card.recognise_all.text() == "Recognise it in all 2 scanned files"
    card.recognise_all.click()
    qtbot.waitUntil(lambda: all(row.is_readable for row in one.rows.rows), timeout=30_000)
    assert not card.recognise.isVisibleTo(card)
    have_it_come_in(here, qtbot)
    assert len(here.workspace.documents.ids()) == 3


def test_a_file_that_is_there_twice_comes_in_once_and_the_counts_follow_the_ticks(
    here: AtTheDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "twice"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Twelve people were heard.\n")
    (folder / "page.html").write_text("<p>Written 10/8/2015: nobody was hurt.")
    one = look_at(here, qtbot, folder)
    first, again = row(one, "a.txt"), row(one, "b.txt")
    go_to(here, again)
    assert "is the same file as “\u2068a.txt\u2069” in this list" in page(here).card.said()
    assert "2 will come in" in page(here).words()
    go_to(here, first)
    QTest.keyClick(page(here).files, Qt.Key.Key_Space)
    assert again.ticked
    assert "is the same file as “\u2068b.txt\u2069” in this list" in page(here).card.said()
    page(here).files.selectAll()
    QTest.keyClick(page(here).files, Qt.Key.Key_Space)
    assert "0 will come in" in page(here).words()
    assert not page(here).go.isEnabled()
    go_to(here, again)
    QTest.keyClick(page(here).files, Qt.Key.Key_Space)
    assert "1 will come in" in page(here).words()
    assert page(here).go.text() == "&Import 1 document"
    have_it_come_in(here, qtbot)
    assert again.document is not None
    assert first.document is None
    go_to(here, again)
    qtbot.waitUntil(lambda: "Twelve" in page(here).card.lines.toPlainText(), timeout=10_000)


def test_after_an_import_the_first_lines_of_a_file_stay_in_sight(
    here: AtTheDesk, qtbot: QtBot, dossier: Path
) -> None:
    one = look_at(here, qtbot, dossier)
    go_to(here, row(one, "notice 0.txt"))
    have_it_come_in(here, qtbot)
    for path in dossier.iterdir():
        path.unlink()
    for name, words in (
        ("notice 0.txt", "Notice 0"),
        ("letter.txt", "A letter"),
        ("minutes.txt", "Minutes"),
    ):
        go_to(here, row(one, name))
        qtbot.waitUntil(partial(stands_in_the_lines, here, words), timeout=10_000)


def test_a_file_that_cannot_be_read_again_says_so_in_place_of_its_first_lines(
    here: AtTheDesk, qtbot: QtBot, dossier: Path
) -> None:
    one = look_at(here, qtbot, dossier)
    have_it_come_in(here, qtbot)
    here.workspace.history.undo()
    (dossier / "notice 0.txt").unlink()
    go_to(here, row(one, "notice 2.txt"))
    go_to(here, row(one, "notice 0.txt"))
    qtbot.waitUntil(partial(stands_in_the_lines, here, "notice 0.txt"), timeout=10_000)


def test_an_encoding_for_all_guessed_files_is_offered_at_those_only(
    here: AtTheDesk, qtbot: QtBot, dossier: Path
) -> None:
    data = "Никто не пострадал на рынке, сообщил другой представитель.".encode("koi8-r")
    (dossier / "other.txt").write_bytes(data)
    one = look_at(here, qtbot, dossier)
    card = page(here).card
    go_to(here, row(one, "notice 0.txt"))
    assert not card.everywhere.isVisibleTo(card)
    go_to(here, row(one, "cyrillic.txt"))
    assert card.everywhere.isVisibleTo(card)
    page(here).close_button.click()
