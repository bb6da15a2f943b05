"""``reviewer import``."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from reviewer.workspace.project import Workspace
from tests.builders import NOOR
from tests.cli.running import (
    Run,
    heeds_rights,
    held_open,
    started,
    started_without_privilege,
)
from tests.importers.pdf_files import pdf, stand_in_for_tesseract

pytestmark = pytest.mark.usefixtures("signed_in")
posix = pytest.mark.skipif(sys.platform == "win32", reason="names and links of POSIX")


def a_file(folder: Path, name: str, words: str | bytes = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words if isinstance(words, bytes) else (words or f"Words of {name}.").encode())
    return path


def titles(project: Path) -> list[str]:
    with Workspace.open(project, only_read=True) as workspace:
        documents = workspace.documents
        return [documents.get(document).title for document in documents.ids()]


def test_a_project_is_made_and_files_and_folders_taken_in(tmp_path: Path) -> None:
    a_file(tmp_path, "folder/b.txt", "Bridge")
    a_file(tmp_path, "folder/deeper/c.md", "# Courier")
    a_file(tmp_path, "folder/picture.png")
    single = a_file(tmp_path, "a.txt", "Army")
    project = tmp_path / "new.review"
    ended = started("import", project, single, tmp_path / "folder")
    assert ended.code == 0
    assert ended.err == "1 file is not of a kind that can be imported yet: 1 .png.\n"
    assert ended.out == (
        "3 documents imported into “new.review”, 0 refused.\nBy kind: Plain text 2, Markdown 1.\n"
    )
    assert titles(project) == ["Army", "Bridge", "Courier"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "folder", "new.review"]


def test_a_project_that_is_there_takes_more_in(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("import", project, a_file(tmp_path, "more.txt", "More")).code == 0
    assert titles(project) == ["Statement 88", "More"]


def test_each_file_that_is_refused_gets_its_sentence_and_the_rest_is_in(
    run: Run, tmp_path: Path
) -> None:
    good = a_file(tmp_path, "good.txt", "Good")
    again = a_file(tmp_path, "again.txt", "Good")
    empty = tmp_path / "empty.txt"
    empty.touch()
    binary = a_file(tmp_path, "binary.txt", bytes(range(256)) * 20)
    project = tmp_path / "new.review"
    ended = run("import", project, good, again, empty, binary, tmp_path / "missing.txt")
    assert ended.code == 1
    assert ended.out == "1 document imported into “new.review”, 3 refused, 1 known already.\n"
    named = ["again.txt", "empty.txt", "binary.txt", "missing.txt"]
    assert [
        name for line, name in zip(ended.err.splitlines(), named, strict=True) if name in line
    ] == named
    assert titles(project) == ["Good"]


def test_a_folder_without_documents_is_named_and_no_project_is_made(
    run: Run, tmp_path: Path
) -> None:
    a_file(tmp_path, "pictures/one.png")
    ended = run("import", tmp_path / "new.review", tmp_path / "pictures")
    assert ended.code == 1
    assert f"There is no document in the folder “{tmp_path / 'pictures'}”" in ended.err
    assert not (tmp_path / "new.review").exists()


def test_a_file_that_is_named_twice_is_taken_in_once(run: Run, tmp_path: Path) -> None:
    path = a_file(tmp_path, "folder/one.txt")
    assert run("import", tmp_path / "new.review", path, path.parent).code == 0


def test_a_new_project_must_be_called_one(run: Run, tmp_path: Path) -> None:
    ended = run("import", tmp_path / "new", a_file(tmp_path, "a.txt"))
    assert ended.code == 2
    assert "NAME.review" in ended.err
    assert not (tmp_path / "new").exists()


def test_importing_into_what_is_no_project_leaves_it_alone(run: Run, tmp_path: Path) -> None:
    other = a_file(tmp_path, "letter.txt", "Dear all")
    ended = run("import", other, a_file(tmp_path, "a.txt"))
    assert ended.code == 3
    assert "“letter.txt” is not a Reviewer project" in ended.err
    assert other.read_text() == "Dear all"


@posix
def test_the_project_itself_is_never_read_as_a_document(
    run: Run, project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.txt").symlink_to(project)
    (folder / "hard.txt").hardlink_to(project)
    a_file(folder, "good.txt", "Good")
    ended = run("import", project, folder)
    assert ended.code == 1
    assert ended.err.count("belongs to the project itself") == 2
    assert titles(project) == ["Statement 88", "Good"]


def test_an_encoding_that_is_chosen_is_used_and_said(run: Run, tmp_path: Path) -> None:
    path = a_file(tmp_path, "urdu.txt", "پل پر فائرنگ".encode("windows-1256"))
    ended = run("import", tmp_path / "new.review", path, "--encoding", "cp1256", "--json")
    (imported,) = ended.values["imported"]
    assert (imported["encoding"], imported["encoding_basis"]) == ("windows-1256", "chosen")
    assert titles(tmp_path / "new.review") == ["پل پر فائرنگ"]


def test_an_encoding_there_is_not_is_refused_before_anything_is_made(
    run: Run, tmp_path: Path
) -> None:
    for name in ("klingon", "rot13"):
        ended = run(
            "import", tmp_path / "new.review", a_file(tmp_path, "a.txt"), "--encoding", name
        )
        assert ended.code == 2
        assert f"There is no encoding “{name}”" in ended.err
    assert not (tmp_path / "new.review").exists()


def test_an_encoding_that_was_guessed_is_said(run: Run, tmp_path: Path) -> None:
    words = "Der Sprecher der Straßenmeisterei widersprach: „Fünf Häuser blieben unversehrt.“ " * 9
    path = a_file(tmp_path, "bridge.txt", words.encode("windows-1252"))
    ended = run("import", tmp_path / "new.review", path)
    assert ended.code == 0
    assert ended.err.startswith("“bridge.txt” was read as windows-125")
    assert "--encoding" in ended.err


def test_one_undo_takes_the_whole_import_back(run: Run, tmp_path: Path) -> None:
    for number in range(120):
        a_file(tmp_path, f"folder/{number}.txt")
    project = tmp_path / "new.review"
    run("import", project, tmp_path / "folder")
    with Workspace.open(project, NOOR) as workspace:
        assert workspace.documents.count() == 120
        step = workspace.history.to_undo()
        assert step is not None
        workspace.history.take_back(step.id)
        assert workspace.documents.count() == 0


@posix
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"two\nlines.txt", "two\\nlines.txt"),
        (b"red\x1b[31m.txt", "red\\x1b[31m.txt"),
        ("cod\u202etxt.exe.txt".encode(), "cod\\u202etxt.exe.txt"),
        ("زرویل پل 😀.txt".encode(), "زرویل پل 😀.txt"),
        (b"not utf-8 \xff.txt", "not utf-8 \\xff.txt"),
    ],
)
def test_a_strange_name_is_taken_in_and_shown_safely(
    tmp_path: Path, name: bytes, shown: str
) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - a path of bytes
    Path(os.fsdecode(path)).write_text("Words", "utf-8")
    project = tmp_path / "new.review"
    assert started("import", project, path).code == 0
    listed = started("info", project)
    assert f"  {shown}  Words\n" in listed.out
    assert started("info", project, "--json").values["documents"][0]["title"] == "Words"


def test_json_says_what_is_in_and_what_is_not(run: Run, tmp_path: Path) -> None:
    good, empty = a_file(tmp_path, "good.txt", "Good"), tmp_path / "empty.txt"
    empty.touch()
    project = tmp_path / "new.review"
    ended = run("import", project, good, empty, "--json")
    values = ended.values
    assert ended.code == 1
    assert list(values) == [
        *("format", "project", "imported", "refused", "stopped", "other_kinds", "hidden"),
        *("of_pages", "taken_in", "compared", "works"),
    ]
    assert (values["format"], values["project"], values["stopped"]) == (1, str(project), False)
    (imported,) = values["imported"]
    assert list(imported) == [
        *("path", "called", "part", "document", "uid", "title", "encoding", "encoding_basis"),
        *("same_text_as", "remarks", "came_with", "near"),
    ]
    assert (imported["path"], imported["document"]) == (str(good), "D1")
    (refused,) = values["refused"]
    assert refused["path"] == str(empty)
    assert refused["problem"] in ended.err


def test_what_a_folder_holds_besides_is_counted_by_kind_and_is_no_fault(
    run: Run, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.mp3", "c.mp3", "d.jpg", "README", ".hidden", "Thumbs.db"):
        a_file(tmp_path, f"folder/{name}")
    project, folder = tmp_path / "new.review", tmp_path / "folder"
    ended = run("import", project, folder, "--json")
    assert ended.code == 0
    assert ended.values["other_kinds"] == [
        str(folder / name) for name in ("README", "b.mp3", "c.mp3", "d.jpg")
    ]
    assert ended.values["hidden"] == 2
    assert "4 files are not of a kind" in ended.err
    assert ": 2 .mp3, 1 without an ending, 1 .jpg." in ended.err


def test_a_project_that_a_window_has_open_is_left_alone(project: Path, tmp_path: Path) -> None:
    more = a_file(tmp_path, "more.txt")
    with held_open(project):
        ended = started("import", project, more)
    assert ended.code == 3
    assert "“project.review” is open elsewhere (Basit, " in ended.err
    assert "Traceback" not in ended.err
    assert titles(project) == ["Statement 88"]


@heeds_rights
def test_a_project_in_a_read_only_folder_can_be_read_and_is_left_alone(
    project: Path, tmp_path: Path
) -> None:
    more = a_file(tmp_path, "more.txt")
    project.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        ended = started_without_privilege("import", project, more)
        assert ended.code == 3
        assert ended.err == (
            "“project.review” lies in a read-only place. "
            "It can be read and exported, not changed.\n"
        )
        for arguments in (
            ("info", project),
            ("verify", project),
            ("export", project, "--format", "csv", "--output", "-"),
        ):
            assert started_without_privilege(*arguments).code == 0
    finally:
        tmp_path.chmod(0o700)


@heeds_rights
def test_a_folder_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    folder = a_file(tmp_path, "closed/a.txt").parent
    folder.chmod(0)
    try:
        ended = started_without_privilege("import", tmp_path / "new.review", folder)
    finally:
        folder.chmod(0o700)
    assert ended.code == 1
    assert ended.err == f"The folder “{folder}” may not be read by you.\n"


def test_a_place_where_no_project_can_be_made_is_said(run: Run, tmp_path: Path) -> None:
    blocking = a_file(tmp_path, "file")
    ended = run("import", blocking / "new.review", a_file(tmp_path, "a.txt"))
    assert ended.code == 3
    assert "new.review" in ended.err


def an_archive(folder: Path, name: str, **files: str) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for inner, words in files.items():
            archive.writestr(inner, words)
    return path


def test_what_lies_in_an_archive_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    archive = an_archive(
        tmp_path, "all.zip", **{"a/one.txt": "One", "b.txt": "", "tune.mp3": "x", "two.txt": "One"}
    )
    ended = run("import", tmp_path / "new.review", archive, "--json")
    assert ended.code == 1
    (one,) = ended.values["imported"]
    assert (one["called"], one["path"]) == ("all.zip/a/one.txt", str(archive))
    assert [refused["called"] for refused in ended.values["refused"]] == [
        *("all.zip/b.txt", "all.zip/two.txt"),
    ]
    assert ended.values["other_kinds"] == [str(tmp_path / "all.zip" / "tune.mp3")]


def test_the_same_words_in_another_file_are_said(run: Run, tmp_path: Path) -> None:
    first = a_file(tmp_path, "a.txt", "The same words.\n")
    second = a_file(tmp_path, "b.txt", "The same words.\r\n")
    ended = run("import", tmp_path / "new.review", first, second, "--json")
    assert ended.code == 0
    assert [one["same_text_as"] for one in ended.values["imported"]] == ["", "D1"]
    assert ended.err == ("“b.txt”: it has the same words as D1, which came in another file.\n")


def test_rows_are_documents_and_one_says_which_column_is_what(run: Run, tmp_path: Path) -> None:
    table = a_file(tmp_path, "a.csv", "Kind,Said,Head\nletter,Words of one.,First\n")
    project = tmp_path / "new.review"
    ended = run(
        "import", project, table, "--column", "text=Said", "--column", "title=Head", "--json"
    )
    assert ended.code == 0
    (one,) = ended.values["imported"]
    assert (one["part"], one["title"], one["called"]) == ("row 2", "First", "a.csv (row 2)")
    again = run("import", project, table, "--column", "text=Kind")
    assert again.code == 1
    assert "in the project already" in again.err
    refused = run("import", project, a_file(tmp_path, "b.csv", "a\n1\n"), "--column", "text=x")
    assert "has no column “x”" in refused.err


@posix
def test_pages_that_are_pictures_are_recognised_where_one_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan, project = a_file(tmp_path, "scan.pdf", pdf([])), tmp_path / "new.review"
    stand_in_for_tesseract(tmp_path, monkeypatch)
    assert "Import it with recognition" in run("import", project, scan).err
    ended = run("import", project, scan, "--recognise")
    assert ended.code == 0
    assert "whose text was recognised" in ended.err


@pytest.mark.parametrize("words", ["text", "words=Body", "=x"])
def test_a_column_that_is_not_said_rightly_is_refused_first(
    run: Run, tmp_path: Path, words: str
) -> None:
    ended = run("import", tmp_path / "new.review", tmp_path / "a.csv", "--column", words)
    assert ended.code == 2
    assert f"“{words}” does not say what a column is" in ended.err


def test_text_can_be_piped_in(tmp_path: Path) -> None:
    project = tmp_path / "new.review"
    more = a_file(tmp_path, "a.txt", "More")
    ended = started("import", project, "-", more, given=b"Piped words.\n")
    assert (ended.code, ended.err) == (0, "")
    assert titles(project) == ["Piped words.", "More"]


def test_the_work_of_a_project_is_taken_in_as_such(run: Run, project: Path, tmp_path: Path) -> None:
    lines = (
        '{"document": "statement-88.txt", "quote": "Twelve people were hurt", "tag": "Allegation"}'
        '\n{"row": "event", "name": "The bridge"}\n{"document": "no.txt", "quote": "x", "tag": "y"}'
    )
    ended = run("import", project, a_file(tmp_path, "work.jsonl", lines), "--json")
    assert ended.code == 1
    (taken,) = ended.values["taken_in"]
    assert (taken["passages"], taken["rows"]) == (1, {"event": 1})
    assert [one["line"] for one in taken["refused"]] == [3]
    assert ended.values["refused"] == []
    assert "Line 3" in ended.err


def test_what_belongs_to_a_saved_page_is_not_looked_at(run: Run, tmp_path: Path) -> None:
    a_file(tmp_path, "s/Page.html", "<html><body><p>Words of the page.</p></body></html>")
    a_file(tmp_path, "s/Page_files/ad.txt", "Buy now")
    ended = run("import", tmp_path / "new.review", tmp_path / "s", "--json")
    assert ended.values["of_pages"] == 1
    assert [one["called"] for one in ended.values["imported"]] == ["Page.html"]


def test_no_project_is_made_where_nothing_came_in(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "new.review"
    ended = run("import", project, tmp_path / "nope")
    assert ended.code == 1
    assert ended.out.endswith("So no project was made.\n")
    assert not list(tmp_path.glob("new*"))


def test_a_project_that_was_there_stays_where_nothing_came_in(
    run: Run, project: Path, tmp_path: Path
) -> None:
    ended = run("import", project, tmp_path / "nope")
    assert "no project was made" not in ended.out
    assert titles(project) == ["Statement 88"]


def test_a_path_that_is_not_there_is_told_as_it_was_typed(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "“sub/nope.txt” is not there" in run("import", project, "sub/nope.txt").err
