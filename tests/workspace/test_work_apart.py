"""Work of other programs is told from documents, and looked at without writing anything."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from reviewer.domain.errors import Cancelled, Unreadable
from reviewer.domain.progress import Silent
from reviewer.importers.interchange.passages import own_lines
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.sending_apart import send_to_file
from reviewer.workspace.work_apart import (
    OWN_LINES,
    look_at_work,
    may_be_work,
    work_among,
    work_suffixes,
)
from tests.builders import a_document, a_project

LINE = '{"id": 1, "text": "Nobody was killed.", "label": [[0, 6, "Denial"], [7, 10, "Was"]]}\n'


@pytest.fixture
def doccano(tmp_path: Path) -> Path:
    path = tmp_path / "labelled.jsonl"
    path.write_text(LINE, encoding="utf-8")
    return path


def test_what_would_come_is_said_and_nothing_is_written(doccano: Path) -> None:
    with a_project(doccano.parent, "open") as made:
        a_document(made, "Nobody was killed.", title="Here")
        steps = made.history.ids()
        seen = look_at_work(made.path, doccano, Silent())
        assert made.history.ids() == steps
    assert (seen.work.format, seen.prospect.passages) == ("doccano", 2)
    assert [one.here for one in seen.prospect.documents] == ["D1"]


def test_work_is_told_from_documents_and_from_what_cannot_be_read(doccano: Path) -> None:
    folder = doccano.parent
    plain = folder / "plain.txt"
    plain.write_text("Nobody was killed.", encoding="utf-8")
    damaged = folder / "damaged.zip"
    damaged.write_bytes(b"PK\x03\x04 and no more")
    archive = folder / "papers.zip"
    with ZipFile(archive, "w") as made:
        made.writestr("plain.txt", "Nobody was killed.")
    missing = folder / "missing.jsonl"
    there = [plain, doccano, damaged, archive, missing]
    assert work_among(there, Silent()) == [doccano]


def test_work_in_a_folder_of_documents_is_found(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nobody was killed.", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    with a_project(tmp_path, "theirs") as made:
        a_document(made, "Nobody was killed.", title="Here")
        send_to_file(made.path, "refi_project", inner / "case.qdpx", Silent())
    (inner / "none.sqlite3").write_bytes(b"no database")
    assert work_among([tmp_path], Silent()) == [inner / "case.qdpx"]


def test_names_alone_tell_what_may_be_work(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("Words.", encoding="utf-8")
    assert not may_be_work([folder, Path("b.pdf")])
    (folder / "B.JSONLD").write_text("{}", encoding="utf-8")
    assert may_be_work([folder])
    assert may_be_work([Path("c.sqlite3")])
    assert ".jsonld" in work_suffixes()
    assert own_lines.PROJECT.key == OWN_LINES


def test_looking_stops_when_it_is_asked_to(doccano: Path) -> None:
    progress = JobProgress(lambda _done, _total, _what: None)
    progress.cancel()
    with pytest.raises(Cancelled):
        work_among([doccano], progress)


def test_what_is_damaged_is_refused_by_name(doccano: Path) -> None:
    doccano.write_text(LINE + "{", encoding="utf-8")
    with a_project(doccano.parent, "open") as made, pytest.raises(Unreadable, match="labelled"):
        look_at_work(made.path, doccano.with_name("labelled.gone"), Silent())
