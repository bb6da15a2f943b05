"""Taking files in: one by one, each with its sentence, and never a half of one."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import Cancelled, CannotSave, NotAllowed, NotFound
from reviewer.domain.incoming import EncodingBasis, Incoming
from reviewer.domain.progress import Silent
from reviewer.store.connection import is_open_here
from reviewer.store.documents import Provenance
from reviewer.workspace import reading_files
from reviewer.workspace.found import look_for
from reviewer.workspace.operations import imports
from reviewer.workspace.operations.imports import AlreadyIn, Outcome, passed_over
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import OtherKind, ReadFile, in_parts, read_files
from tests.builders import a_document, an_incoming
from tests.workspace import hostile


def a_folder(place: Path, count: int) -> Path:
    folder = place / "pages"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Notice {number}. Nobody was hurt.\n")
    return folder


class StopsAt:
    """A person who asks to stop after so many files."""

    def __init__(self, most: int) -> None:
        self._most = most

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        del total, what
        if done == self._most:
            raise Cancelled("Stopped.")


def test_a_folder_is_taken_in_and_every_file_has_its_outcome(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path, 5)
    (folder / "empty.txt").touch()
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "twin.txt").write_text("Notice 3. Nobody was hurt.\n")
    (folder / ".hidden.txt").write_text("x")
    (folder / "tune.mp3").write_text("x")
    (folder / "نوٹس\nدو.txt").write_text("پل پر فائرنگ۔")
    outcomes = list(workspace.imports.take_in([folder, tmp_path / "gone.txt"], Silent()))
    taken = [one for one in outcomes if one.document is not None]
    refused = {one.path.name: str(one.problem) for one in outcomes if one.problem is not None}
    assert len(taken) == workspace.documents.count() == 6
    assert set(refused) == {"empty.txt", "photo.txt", "twin.txt", "gone.txt"}
    assert all(name in sentence for name, sentence in refused.items())
    assert "as “Notice 3" in refused["twin.txt"]
    assert [one.path.name for one in taken] == [
        workspace.documents.get(one.document or 0).original_name for one in taken
    ]
    again = list(workspace.imports.take_in([folder], Silent()))
    assert [one.document for one in again] == [None] * 9
    assert len(workspace.history.ids()) == 2


def test_a_long_import_is_written_in_chunks_of_one_group(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "LARGE_CHUNK_DOCUMENTS", 4)
    steps: list[int] = []
    workspace.news.listen(lambda news: steps.append(news.step))
    outcomes = list(workspace.imports.take_in([a_folder(tmp_path, 10)], Silent()))
    assert len(steps) == 3
    assert len(workspace.history.ids()) == 2
    assert [one.document for one in outcomes] == workspace.documents.ids()
    workspace.history.undo()
    assert workspace.documents.count() == 0


@pytest.mark.parametrize("limit", ["LARGE_CHUNK_SECONDS", "LARGE_CHUNK_WEIGHT"])
def test_slow_or_long_files_are_written_before_a_chunk_is_full(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(imports, limit, 0)
    stream = workspace.imports.take_in([a_folder(tmp_path, 3)], Silent())
    for count in (1, 2, 3):
        next(stream)
        assert workspace.documents.count() == count


def test_what_was_read_before_one_stops_is_in(workspace: Workspace, tmp_path: Path) -> None:
    stream = workspace.imports.take_in([a_folder(tmp_path, 9)], StopsAt(6))
    outcomes = [next(stream) for _ in range(6)]
    with pytest.raises(Cancelled):
        next(stream)
    assert workspace.documents.ids() == [one.document for one in outcomes]
    (step, *_) = workspace.history.listed(workspace.history.ids()[:1])
    assert step.arguments["count"] == 6
    assert "interrupted" not in step.arguments


def test_whoever_stops_listening_leaves_what_was_written(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "LARGE_CHUNK_DOCUMENTS", 2)
    stream = workspace.imports.take_in([a_folder(tmp_path, 9)], Silent())
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert workspace.documents.count() == 2


def test_a_full_disk_in_the_middle_keeps_what_was_in_and_the_rest_can_be_taken_in_later(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "LARGE_CHUNK_DOCUMENTS", 2)
    folder = a_folder(tmp_path, 60)
    ask = workspace._project.connection.count
    ask(f"PRAGMA max_page_count = {ask('PRAGMA page_count') + 20}")
    with pytest.raises(CannotSave, match="full"):
        list(workspace.imports.take_in([folder], Silent()))
    kept = workspace.documents.count()
    assert 0 < kept < 60
    assert kept % 2 == 0
    ask("PRAGMA max_page_count = 1000000")
    list(workspace.imports.take_in([folder], Silent()))
    assert workspace.documents.count() == 60
    assert list(workspace.verify()) == []


def unfit(change: Callable[[Incoming], Incoming]) -> ReadFile:
    return ReadFile(Path("odd\n.txt"), change(an_incoming("An odd page.")))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, posted=WrittenDate("x", "soon", DateBasis.ENTERED)),
        lambda one: replace(one, text_sha256="short"),
        lambda one: replace(one, title="half \ud83d"),
        lambda one: replace(one, encoding_basis="dream"),
    ],
)
def test_a_file_the_project_refuses_does_not_take_the_others_with_it(
    workspace: Workspace, change: Callable[[Incoming], Incoming]
) -> None:
    files = [
        ReadFile(Path("a.txt"), an_incoming("One page.")),
        unfit(change),
        ReadFile(Path("b.txt"), an_incoming("Another page.")),
    ]
    outcomes = workspace.imports.write(files, workspace.imports.new_group())
    assert [one.document is None for one in outcomes] == [False, True, False]
    assert "odd" in str(outcomes[1].problem)
    assert "\n" not in str(outcomes[1].problem)
    assert workspace.documents.count() == 2
    assert workspace.documents.holding("page") == workspace.documents.ids()
    assert list(workspace.verify()) == []


def test_the_same_file_twice_in_one_import_is_one_document(workspace: Workspace) -> None:
    files = [ReadFile(Path(name), an_incoming("One page.", title=name)) for name in ("a", "b")]
    one, two = workspace.imports.write(files, workspace.imports.new_group())
    assert one.document is not None
    assert "as “a”" in str(two.problem)


def test_a_file_whose_document_was_taken_off_the_list_can_be_taken_in_again(
    workspace: Workspace,
) -> None:
    first = a_document(workspace, "One page.")
    workspace.documents.remove([first])
    second = a_document(workspace, "One page.")
    assert workspace.documents.ids() == [second]
    assert list(workspace.verify()) == []


def test_an_import_taken_back_can_be_done_again_from_the_files_too(workspace: Workspace) -> None:
    first = a_document(workspace, "One page.")
    workspace.history.undo()
    second = a_document(workspace, "One page.")
    assert second != first
    assert workspace.documents.get(second).label == "D2"
    assert workspace.documents.holding("page") == [second]
    assert list(workspace.verify()) == []


def test_nothing_to_write_is_no_step(workspace: Workspace) -> None:
    steps = workspace.history.ids()
    problem = NotAllowed("no")
    outcomes = workspace.imports.write([ReadFile(Path("a"), None, problem)], "group")
    assert [one.problem for one in outcomes] == [problem]
    assert workspace.imports.write([], "group") == []
    assert workspace.history.ids() == steps


def test_the_open_project_itself_is_not_read_as_a_document(
    workspace: Workspace, tmp_path: Path
) -> None:
    link = tmp_path / "notes.txt"
    link.hardlink_to(workspace.path)
    assert is_open_here(link)
    (read,) = read_files([link], Silent())
    assert read.incoming is None
    assert "opened, not imported" in str(read.problem)


def test_files_go_in_parts_that_are_written_in_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path, 5)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    files = list(read_files(sorted(folder.iterdir()), Silent()))
    monkeypatch.setattr(reading_files, "PART_DOCUMENTS", 4)
    assert [len(part) for part in in_parts(files)] == [4, 2]
    monkeypatch.setattr(reading_files, "PART_WEIGHT", 1)
    assert [len(part) for part in in_parts(files)] == [1, 1, 1, 1, 1, 1]
    assert list(in_parts([])) == []


def test_files_of_other_kinds_are_told_of_and_are_no_fault(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, 1)
    (folder / "scan.tif").touch()
    (told,) = passed_over(look_for([folder]))
    assert told.path == folder / "scan.tif"
    assert isinstance(told.problem, OtherKind)
    assert "scan.tif" in str(told.problem)


def test_what_goes_wrong_while_reading_ahead_is_raised_and_what_was_written_stays(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "PART_DOCUMENTS", 1)
    monkeypatch.setattr(imports, "LARGE_CHUNK_DOCUMENTS", 1)
    folder = a_folder(tmp_path, 3)
    answers = iter([False])
    monkeypatch.setattr(reading_files, "is_open_here", lambda _path: next(answers))
    with pytest.raises(RuntimeError):
        list(workspace.imports.take_in([folder], Silent()))
    assert workspace.documents.count() == 1


def test_of_a_document_it_is_told_how_it_was_read(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (one,) = workspace.imports.take_in([tmp_path / "a.txt"], Silent(), "windows-1256")
    assert (one.encoding, one.encoding_basis) == ("windows-1256", EncodingBasis.CHOSEN)


def test_a_chosen_encoding_overrules_what_the_bytes_say(
    workspace: Workspace, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("Zürich".encode("windows-1252"))
    (outcome,) = workspace.imports.take_in([page], Silent(), "windows-1256")
    assert workspace.documents.text(outcome.document or 0) == "Z\u0649rich".replace(
        "\u0649", b"\xfc".decode("windows-1256")
    )


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def take_in(workspace: Workspace, *paths: Path, encoding: str | None = None) -> list[Outcome]:
    return list(workspace.imports.take_in(paths, Silent(), encoding))


def test_where_a_document_came_from_is_written_down(workspace: Workspace, tmp_path: Path) -> None:
    words = b"mail:=One page.\nattach:list.txt=A list.\nattach:b/all.zip=no archive"
    archive = tmp_path / "all.zip"
    archive.write_bytes(zipped({"a/mail.hostile": words, "b.txt": b"Another page."}))
    with hostile.at_hand():
        mail, listed, broken, other = take_in(workspace, archive)
    provenance = workspace._project.documents.provenance
    assert mail.document is not None
    assert listed.document is not None
    assert provenance(mail.document) == Provenance("all.zip/a", None)
    assert provenance(listed.document) == Provenance("all.zip/a/mail.hostile", mail.document)
    assert provenance(other.document or 0) == Provenance("all.zip", None)
    assert workspace._project.documents.attached_to(mail.document) == [listed.document]
    assert "cannot be unpacked" in str(broken.problem)
    assert workspace.documents.get(listed.document).original_name == "list.txt"
    with pytest.raises(NotFound):
        provenance(99)
    assert list(workspace.verify()) == []
    workspace.history.undo()
    assert workspace.documents.count() == 0
    workspace.history.redo()
    assert workspace._project.documents.attached_to(mail.document) == [listed.document]


def test_what_comes_with_a_mail_belongs_to_it_in_later_chunks_too(
    workspace: Workspace,
) -> None:
    mail = ReadFile(Path("m.eml"), an_incoming("The mail."), key=5)
    attached = ReadFile(Path("m.eml"), an_incoming("A list."), key=6, parent=5)
    later = ReadFile(Path("m.eml"), an_incoming("A picture."), key=7, parent=5)
    group = workspace.imports.new_group()
    first, second = workspace.imports.write([mail, attached], group)
    (third,) = workspace.imports.write([later], group)
    workspace.imports.end(group)
    parents = [
        workspace._project.documents.provenance(one.document or 0).parent
        for one in (first, second, third)
    ]
    assert parents == [None, first.document, first.document]
    workspace.documents.remove([second.document or 0])
    again, returned = workspace.imports.write([mail, attached], workspace.imports.new_group())
    assert isinstance(again.problem, AlreadyIn)
    assert workspace._project.documents.provenance(returned.document or 0).parent == first.document


def test_what_comes_with_a_mail_that_is_refused_stands_alone(workspace: Workspace) -> None:
    mail = ReadFile(Path("m.eml"), replace(an_incoming("The mail."), text_sha256="short"), key=5)
    attached = ReadFile(Path("m.eml"), an_incoming("A list."), key=6, parent=5)
    refused, taken = workspace.imports.write([mail, attached], workspace.imports.new_group())
    assert refused.document is None
    assert workspace._project.documents.provenance(taken.document or 0).parent is None


def test_parts_of_one_file_are_documents_each_and_each_only_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = tmp_path / "a.csv"
    table.write_text("text,title\nWords of one.,First\nWords of two.,Second\n")
    first, second = take_in(workspace, table)
    assert (first.part, second.part) == ("row 2", "row 3")
    assert first.remarks
    again = take_in(workspace, table)
    assert [isinstance(one.problem, AlreadyIn) for one in again] == [True, True]
    assert "as “Second”" in str(again[1].problem)
    assert list(workspace.verify()) == []


def test_the_same_words_in_another_file_are_taken_in_and_told(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name, data in (("a.txt", b"Words.\n"), ("b.txt", b"Words.\r\n"), ("c.txt", b"Words.\r")):
        (tmp_path / name).write_bytes(data)
    first, second = take_in(workspace, tmp_path / "a.txt", tmp_path / "b.txt")
    (third,) = take_in(workspace, tmp_path / "c.txt")
    assert [one.same_text_as for one in (first, second, third)] == ["", "D1", "D1"]
    assert workspace.documents.count() == 3


def test_the_same_words_are_told_of_the_right_one_of_two_files_of_one_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name, words in (("a/x.txt", "One.\n"), ("b/x.txt", "Two.\n"), ("c.txt", "Two.\r\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(words.encode())
    told = take_in(workspace, tmp_path / "a", tmp_path / "b", tmp_path / "c.txt")
    assert [one.same_text_as for one in told] == ["", "", "D2"]


def test_before_anything_is_written_it_can_be_seen_what_is_in_already(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name, words in (("a.txt", "One."), ("b.txt", "Two."), ("c.txt", "Two.\r\n")):
        (tmp_path / name).write_bytes(words.encode())
    take_in(workspace, tmp_path / "a.txt")
    steps = workspace.history.ids()
    files = list(read_files(sorted(tmp_path.glob("*.txt")), Silent()))
    one, two, three = workspace.imports.before(files)
    assert isinstance(one.problem, AlreadyIn)
    assert (two.problem, two.same_text_as) == (None, "")
    assert three.document is None
    assert workspace.history.ids() == steps
    assert workspace.imports.before([]) == []


def test_files_are_not_compared_with_each_other_before_any_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name, words in (("a.txt", "One."), ("b.txt", "One."), ("c.txt", "One.\r\n")):
        (tmp_path / name).write_bytes(words.encode())
    files = list(read_files(sorted(tmp_path.glob("*.txt")), Silent()))
    told = workspace.imports.before(files)
    assert [(one.problem, one.same_text_as) for one in told] == [(None, "")] * 3
    assert workspace.imports.before([replace(files[0], incoming=None)])[0].problem is None


def test_the_same_bytes_read_in_another_way_keep_their_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"text\nWords of caf\xc3\xa9.\n")
    (only,) = take_in(workspace, tmp_path / "a.txt")
    workspace.documents.remove([only.document or 0])
    take_in(workspace, tmp_path / "a.txt", encoding="windows-1252")
    (tmp_path / "a.txt").rename(tmp_path / "a.csv")
    (row,) = take_in(workspace, tmp_path / "a.csv")
    assert row.document is not None
    assert list(workspace.verify()) == []


def test_pasted_words_and_pages_are_documents(workspace: Workspace) -> None:
    (one,) = workspace.imports.take_in_text("Two men were held.\nNobody was hurt.")
    (two,) = workspace.imports.take_in_text(b"Piped words.", "A title")
    (three,) = workspace.imports.take_in_page("<p>Words of a page.</p>", "The page")
    documents = [workspace.documents.get(taken.document or 0) for taken in (one, two, three)]
    assert [document.title for document in documents] == [
        "Two men were held.",
        "A title",
        "The page",
    ]
    assert documents[0].original_name.startswith("Pasted text 20")
    assert documents[0].original_name.endswith(".txt")
    assert documents[2].original_name.startswith("Pasted page 20")
    assert workspace.documents.text(documents[2].id).strip() == "Words of a page."
    (refused,) = workspace.imports.take_in_text("  ", "No words")
    assert "is empty" in str(refused.problem)
    assert len(workspace.history.ids()) == 4


def test_a_stop_while_a_file_hangs_does_not_wait_for_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    with hostile.at_hand():
        for name, deed in (("a", "A page."), ("b", "hang")):
            (tmp_path / f"{name}.hostile").write_text(deed)
        with pytest.raises(Cancelled):
            list(workspace.imports.take_in([tmp_path], StopsAt(0)))
