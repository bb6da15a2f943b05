"""``reviewer info``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.incoming import EncodingBasis, Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import (
    NOOR,
    a_document,
    a_passage,
    a_project,
    cut_an_import_short,
    many_documents,
)
from tests.cli.running import Run, held_open, started


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """Give a project in which every kind of fact is known of its first document."""
    with a_project(tmp_path, "full") as workspace:
        document = a_document(
            workspace,
            "Home News\nTwelve people were hurt.",
            title="خبر 88",
            original_name="two\nlines.txt",
            author="A. Nadir",
            publisher="The Courier",
            url="https://example.org/88",
            language="en",
            encoding="windows-1256",
            encoding_basis=EncodingBasis.CHOSEN,
            posted=WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS),
            captured=WrittenDate("2/24/2021", "2021-02-24", DateBasis.UNAMBIGUOUS),
            furniture=(Furniture(Span(0, 9), FurnitureKind.NAVIGATION),),
        )
        a_passage(workspace, document, "Twelve people", "Casualty figure")
        workspace.documents.review([document], ReviewStatus.SET_ASIDE, "a copy")
        workspace.documents.mark_second_look([document], wanted=True)
        a_document(workspace, "Second", title="Second")
        return workspace.path


def test_json_has_everything_that_is_known_of_a_document(run: Run, full: Path) -> None:
    ended = run("info", full, "--json")
    document = ended.values["documents"][0]
    uid, imported_at = document.pop("uid"), document.pop("imported_at")
    with Workspace.open(full, only_read=True) as workspace:
        (same,) = workspace.documents.matching(uid)
        facts = workspace.documents.facts(same)
        original = workspace.documents.original_sha256(same)
        assert imported_at == workspace.documents.get(same).imported_at
    assert facts is not None
    assert document == {
        "label": "D1",
        "title": "خبر 88",
        "original_name": "two\nlines.txt",
        "media_type": "text/plain",
        "author": "A. Nadir",
        "publisher": "The Courier",
        "url": "https://example.org/88",
        "language": "en",
        "note": "",
        "posted": {"words": "10/8/2015", "edtf": "", "basis": "ambiguous"},
        "captured": {"words": "2/24/2021", "edtf": "2021-02-24", "basis": "unambiguous"},
        "words": 6,
        "characters": 34,
        "text_sha256": facts.sha256,
        "original_sha256": original,
        "encoding": "windows-1256",
        "encoding_basis": "chosen",
        "review_status": "set_aside",
        "set_aside_reason": "a copy",
        "second_look": True,
        "furniture": [{"start": 0, "end": 9, "kind": "navigation"}],
        "passages": 1,
    }


def test_json_has_tags_analysts_and_counts(run: Run, full: Path) -> None:
    values = run("info", full, "--json").values
    assert list(values) == ["format", "project", "documents", "tags", "analysts", "counts"]
    assert (values["format"], values["project"]) == (1, str(full))
    tags = [(tag["name"], tag["key"], tag["record"], tag["passages"]) for tag in values["tags"]]
    assert tags == [
        ("Allegation", "A", "allegation", 0),
        ("Denial", "D", "response", 0),
        ("Casualty figure", "C", "figure", 1),
    ]
    assert all(tag["definition"] and tag["uid"] for tag in values["tags"])
    assert values["analysts"] == [{"uid": NOOR.uid, "name": "Noor"}]
    assert values["counts"] == {
        "documents": 2,
        "passages": 1,
        "tags": 3,
        "analysts": 1,
        "actors": 0,
        "events": 0,
        "questions": 0,
        "links": 0,
        "sources_to_find": 0,
        "unconfirmed": values["counts"]["unconfirmed"],
        "review_status": {"unread": 1, "reading": 0, "done": 0, "set_aside": 1},
    }


def test_the_table_is_for_people_and_lines_up_in_a_pipe(full: Path) -> None:
    ended = started("info", full)
    assert (ended.code, ended.err) == (0, "")
    summary, _blank, header, first, second, *_rest = ended.out.splitlines()
    assert summary == "full: 2 documents (1 not read, 1 set aside), 1 passage"
    assert first.startswith(
        "D1            6         1          1  Set aside  10/8/2015 (ambiguous)  "
    )
    assert first.endswith("  two\\nlines.txt  خبر 88")
    for column in ("Status", "Published", "File name", "Title"):
        assert second[header.index(column) - 1] == " "
    assert second.endswith("  second.txt      Second")
    assert "Analysts: Noor" in ended.out


def test_a_direction_override_in_a_title_reaches_no_terminal(
    run: Run, project: Path, change: Callable[[Callable[[Workspace], object]], None]
) -> None:
    change(lambda workspace: workspace.documents.describe(1, "title", "safe\u202egnp.exe"))
    assert "safe\\u202egnp.exe" in run("info", project).out
    printed = run("info", project, "--json")
    assert "\u202e" not in printed.out
    assert printed.values["documents"][0]["title"] == "safe\u202egnp.exe"


def test_a_project_without_documents_has_tags_all_the_same(run: Run, tmp_path: Path) -> None:
    a_project(tmp_path, "empty").close()
    ended = run("info", tmp_path / "empty.review")
    assert ended.code == 0
    assert ended.out.startswith("empty: 0 documents, 0 passages\n\nKey  ")


def test_more_documents_than_are_asked_for_at_once_are_all_listed(run: Run, tmp_path: Path) -> None:
    with a_project(tmp_path, "many") as workspace:
        many_documents(workspace, 1203)
    labels = [
        one["label"] for one in run("info", tmp_path / "many.review", "--json").values["documents"]
    ]
    assert labels == [f"D{number}" for number in range(1, 1204)]


def test_info_works_while_a_window_has_the_project_open(project: Path) -> None:
    with held_open(project):
        ended = started("info", project, "--json")
    assert (ended.code, ended.err) == (0, "")
    assert len(ended.values["documents"]) == 1


def test_what_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    ended = run("info", tmp_path / "nowhere.review")
    assert ended.code == 3
    assert ended.err == f"There is no file “nowhere.review” in {tmp_path}.\n"
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_project(run: Run, tmp_path: Path) -> None:
    ended = run("info", tmp_path)
    assert ended.code == 3
    assert tmp_path.name in ended.err


def test_an_import_that_was_cut_short_is_told(run: Run, full: Path) -> None:
    assert "Not finished" not in run("info", full).out
    cut_an_import_short(full, 3)
    assert "Not finished: Import 3 documents" in run("info", full).out
