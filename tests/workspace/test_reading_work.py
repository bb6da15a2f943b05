"""The work of another program is told by what is in it, and read apart from this process."""

import json
import os
from pathlib import Path

import pytest

from reviewer.domain.errors import Cancelled, Unreadable
from reviewer.domain.progress import Silent
from reviewer.domain.project_lines import PassageLine
from reviewer.domain.words import N_
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import kind_of_work, read_work

LINE = {"id": 1, "text": "The army said 12 were hurt.", "label": [[14, 26, "Harm"]]}


def a_file(folder: Path, *lines: object, name: str = "study.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_documents_and_lines_of_a_file_are_read_in_another_process(tmp_path: Path) -> None:
    path = a_file(tmp_path, LINE, {**LINE, "id": 2, "text": "12 died at the other bridge, they"})
    assert kind_of_work(path) == "doccano"
    work = read_work(path, Silent())
    assert (work.format, work.path) == ("doccano", path)
    assert "doccano" in work.title
    first, second = work.documents
    assert first.incoming.text == LINE["text"]
    passages = [line for line in work.lines if isinstance(line, PassageLine)]
    assert [(one.document, one.start, one.end, one.tag) for one in passages] == [
        ((first.key,), 14, 26, "Harm"),
        ((second.key,), 14, 26, "Harm"),
    ]
    assert work.at(passages[0].number) != ""
    assert work.at(0) == work.at(len(work.lines) + 1) == ""


def test_what_does_not_fit_is_a_doubt_and_not_silence(tmp_path: Path) -> None:
    work = read_work(
        a_file(tmp_path, LINE, {**LINE, "id": 2, "label": [[5, 900, "Harm"]]}), Silent()
    )
    assert [doubt.values["count"] for doubt in work.doubts] == [1]


def test_what_nothing_reads_is_refused_by_name(tmp_path: Path) -> None:
    path = a_file(tmp_path, {"text": "A row of a table."})
    assert kind_of_work(path) is None
    with pytest.raises(Unreadable, match=r"“study\.jsonl” is not the work of any program"):
        read_work(path, Silent())


def test_a_project_that_is_open_is_not_looked_into(workspace: Workspace) -> None:
    assert kind_of_work(workspace.path) is None
    with pytest.raises(Unreadable, match="is a project that is open here"):
        read_work(workspace.path, Silent())


def test_what_is_not_there_is_of_no_kind(tmp_path: Path) -> None:
    assert kind_of_work(tmp_path / "gone.qda") is None
    assert kind_of_work(tmp_path / ("x" * 300 + ".qda")) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("ending", [".qda", ".qdpx", ".json", ".csv"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, ending: str) -> None:
    pipe = tmp_path / f"study{ending}"
    os.mkfifo(pipe)
    assert kind_of_work(pipe) is None
    with pytest.raises(Unreadable):
        read_work(pipe, Silent())


def test_a_database_that_is_damaged_is_of_no_kind(tmp_path: Path) -> None:
    path = tmp_path / "study.sqlite3"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 2000)
    assert kind_of_work(path) is None
    with pytest.raises(Unreadable, match="damaged"):
        read_work(path, Silent())


def test_reading_stops_when_somebody_asks(tmp_path: Path) -> None:
    class Asked:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            del done, total, what
            raise Cancelled(N_("Stopped."))

    with pytest.raises(Cancelled):
        read_work(a_file(tmp_path, LINE), Asked())
