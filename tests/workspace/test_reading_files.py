"""A file, what lies in it, and what lies in that: each met once, each with its place."""

import email.message
import io
import zipfile
from pathlib import Path

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.domain.progress import Silent
from reviewer.workspace import reading_files
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import (
    FileReader,
    OtherKind,
    ReadFile,
    in_parts,
    is_project_lines,
    read_again,
    read_files,
)
from tests.workspace import hostile


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def a_mail(*attached: tuple[str, bytes], words: str = "Please see what I send you.") -> bytes:
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "The bridge"
    mail.set_content(words)
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def read(path: Path) -> list[ReadFile]:
    with FileReader() as reader:
        return list(reader.read(path))


def a_file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_files_in_an_archive_are_read_as_if_they_lay_in_a_folder(tmp_path: Path) -> None:
    archive = a_file(
        tmp_path,
        "all.zip",
        zipped({"a/one.txt": b"One page.", "two.md": b"# Two", "x.mp3": b"x", "b/.x.txt": b"x"}),
    )
    one, two, other = read(archive)
    assert [file.called for file in (one, two, other)] == [
        *("all.zip/a/one.txt", "all.zip/two.md", "all.zip/x.mp3"),
    ]
    assert one.incoming is not None
    assert (one.incoming.original_name, one.incoming.text) == ("one.txt", "One page.")
    assert one.inside == ("all.zip", "a")
    assert (one.path, one.parent) == (archive, 0)
    assert isinstance(other.problem, OtherKind)
    assert len({one.key, two.key}) == 2


def test_what_comes_with_a_mail_belongs_to_it(tmp_path: Path) -> None:
    inner = a_mail(("deep.txt", b"Deep words."), words="The one before.")
    path = a_file(
        tmp_path,
        "m.eml",
        a_mail(
            ("list.txt", b"A list."),
            ("all.zip", zipped({"f/in.txt": b"In it.", "old.eml": inner})),
            ("voice.mp3", b"ID3"),
        ),
    )
    mail, listed, packed, old, deep, voice = read(path)
    assert mail.incoming is not None
    assert [file.called for file in (mail, listed, packed, old, deep, voice)] == [
        *("m.eml", "m.eml/list.txt", "m.eml/all.zip/f/in.txt", "m.eml/all.zip/old.eml"),
        *("m.eml/all.zip/old.eml/deep.txt", "m.eml/voice.mp3"),
    ]
    assert mail.parent == 0
    assert [listed.parent, packed.parent, old.parent] == [mail.key] * 3
    assert deep.parent == old.key
    assert isinstance(voice.problem, OtherKind)


def test_what_came_with_each_of_several_mails_in_one_file_belongs_to_that_mail(
    tmp_path: Path,
) -> None:
    deeds = (
        "mail:=The outer.",
        "mail:a1=The inner.",
        "mail:a1/a1=The innermost.",
        "under:a1/a1=x.txt=With the innermost.",
        "under:a1=y.txt=With the inner.",
        "mail:a2=Another.",
        "attach:z.txt=With the outer.",
    )
    with hostile.at_hand():
        found = read(a_file(tmp_path, "m.hostile", "\n".join(deeds).encode()))
    outer, inner, innermost, other, *files = found
    assert [one.parent for one in (outer, inner, innermost, other)] == [
        *(0, outer.key, inner.key, outer.key),
    ]
    assert [(one.name, one.parent) for one in files] == [
        *(("x.txt", innermost.key), ("y.txt", inner.key), ("z.txt", outer.key)),
    ]


def test_archives_lie_in_each_other_only_so_deep(tmp_path: Path) -> None:
    data = b"Words."
    for level in range(12, 0, -1):
        data = zipped({f"{level}.zip" if level < 12 else "a.txt": data})
    (found,) = read(a_file(tmp_path, "deep.zip", data))
    assert found.incoming is None
    assert "lies in more than 10 files" in str(found.problem)
    assert found.inside[:2] == ("deep.zip", "1.zip")


def test_names_with_nothing_in_them_are_shown_somehow(tmp_path: Path) -> None:
    with hostile.at_hand():
        path = a_file(
            tmp_path, "a.hostile", b"attach://=Words\nattach:a\xc2\x80/b.txt=W\ncannot:d/e.pdf"
        )
        locked, nameless, named = read(path)
    assert (nameless.name, nameless.inside) == ("?", ("a.hostile",))
    assert (named.name, named.inside) == ("b.txt", ("a.hostile", "a\x80"))
    assert locked.called == "a.hostile/d/e.pdf"
    assert "“d/e.pdf” is locked" in str(locked.problem)


def test_a_file_that_crashes_its_reader_costs_itself_and_not_its_neighbours(
    tmp_path: Path,
) -> None:
    with hostile.at_hand():
        files = {"a.hostile": b"One page.", "b.hostile": b"crash", "c.hostile": b"attach:x.txt=X"}
        one, crashed, enclosed = read(a_file(tmp_path, "all.zip", zipped(files)))
    assert one.incoming is not None
    assert "“b.hostile” made its reader crash" in str(crashed.problem)
    assert (enclosed.called, enclosed.parent) == ("all.zip/c.hostile/x.txt", 0)


@pytest.mark.parametrize(
    ("limit", "told"), [("MOST_ENCLOSED", "more than 2 files"), ("MOST_ENCLOSED_BYTES", "unpacks")]
)
def test_what_comes_out_of_a_file_has_its_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, told: str
) -> None:
    monkeypatch.setattr(reading_files, limit, 2 if limit == "MOST_ENCLOSED" else 25)
    files = {f"{number}.txt": b"Ten bytes." for number in range(4)}
    *kept, refused = read(a_file(tmp_path, "all.zip", zipped(files)))
    assert [file.name for file in kept] == ["0.txt", "1.txt"]
    assert refused.called == "all.zip"
    assert told in str(refused.problem)


def test_whoever_stops_in_another_thread_is_heard(tmp_path: Path) -> None:
    archive = a_file(tmp_path, "all.zip", zipped({"a.txt": b"A.", "b.txt": b"B."}))
    with FileReader() as reader:
        stream = reader.read(archive)
        next(stream)
        reader.stop()
        with pytest.raises(Cancelled):
            next(stream)


class Stops:
    """A person who asks to stop at the so manyth word."""

    def __init__(self, at: int) -> None:
        self._left = at

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        del done, total, what
        self._left -= 1
        if not self._left:
            raise Cancelled("Stopped.")


def test_a_stop_does_not_wait_for_a_file_that_hangs(tmp_path: Path) -> None:
    with hostile.at_hand():
        path = a_file(tmp_path, "a.hostile", b"One page.\nhang")
        stream = read_files([path], Stops(40))
        next(stream)
        with pytest.raises(Cancelled):
            next(stream)


def test_progress_names_the_file_in_hand(tmp_path: Path) -> None:
    told: list[tuple[int, int | None, str]] = []

    class Watched:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            told.append((done, total, what))

    paths = [a_file(tmp_path, name, b"Words.") for name in ("a.txt", "b.txt")]
    assert len(list(read_files(paths, Watched()))) == 2
    assert told == [(0, 2, "a.txt"), (1, 2, "b.txt"), (2, 2, "")]


def test_just_what_was_asked_for_is_read_again_in_another_encoding(tmp_path: Path) -> None:
    words = "پل پر فائرنگ".encode("windows-1256")
    archive = a_file(tmp_path, "all.zip", zipped({"a.txt": words, "b.txt": words}))
    single = a_file(tmp_path, "c.txt", words)
    files = list(read_files([archive, single], Silent()))
    again = read_again([files[1], files[2]], Silent(), "windows-1256")
    assert [file.called for file in again] == ["all.zip/b.txt", "c.txt"]
    assert [file.key for file in again] == [file.key for file in files[1:]]
    assert all(file.incoming and file.incoming.encoding == "windows-1256" for file in again)
    single.unlink()
    (gone,) = read_again([files[2]], Silent())
    assert gone.incoming is None


def test_the_work_of_a_project_is_told_apart_from_documents(tmp_path: Path) -> None:
    (ours,) = read(a_file(tmp_path, "a.jsonl", b'{"row": "event", "name": "The bridge"}'))
    (other,) = read(a_file(tmp_path, "b.jsonl", b'{"text": "Words of a page."}'))
    assert is_project_lines(ours.problem)
    assert not is_project_lines(other.problem)
    assert other.called == "b.jsonl (line 1)"


def test_a_project_that_is_open_is_not_read(workspace: Workspace, tmp_path: Path) -> None:
    link = tmp_path / "notes.txt"
    link.hardlink_to(workspace.path)
    (refused,) = read(link)
    assert "opened, not imported" in str(refused.problem)


@pytest.fixture
def rows(tmp_path: Path) -> list[ReadFile]:
    lines = "".join(f"Words of row {number}.\n" for number in range(120))
    return read(a_file(tmp_path, "a.csv", f"text\n{lines}".encode()))


def test_an_original_that_many_share_is_weighed_once(
    rows: list[ReadFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [len(part) for part in in_parts(rows)] == [50, 50, 20]
    first = rows[0].incoming
    assert first is not None
    own = len(first.text)
    assert reading_files.weight_of(rows[:1]) == own + len(first.original.data) // 8
    assert reading_files.weight_of([rows[0], rows[0]]) - reading_files.weight_of(rows[:1]) == own
    monkeypatch.setattr(reading_files, "PART_WEIGHT", 50 * own)
    assert len(next(in_parts(rows))) > 1


def test_what_the_columns_of_a_table_are_is_asked_of_a_table_only(tmp_path: Path) -> None:
    with FileReader() as reader:
        table = reader.table(a_file(tmp_path, "a.csv", b"Head,Body\nFirst,Words of one.\n"))
        assert table is not None
        assert table.header == ("Head", "Body")
        assert reader.table(a_file(tmp_path, "a.txt", b"Head,Body")) is None
