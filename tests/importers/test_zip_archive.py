"""The files of an archive come out one after another, what nobody means is left in it."""

import io
import zipfile

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, LeftOut, Taken
from reviewer.importers import zip_archive
from reviewer.importers.zip_archive import IMPORTER


def an_archive(**files: bytes) -> bytes:
    return archive_of(files)


def archive_of(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def take(data: bytes) -> list[Taken]:
    return list(IMPORTER.take(data, "all.zip"))


def names(data: bytes) -> list[str]:
    return [one.name for one in take(data) if not isinstance(one, LeftOut)]  # type: ignore[union-attr]


def test_files_come_out_under_their_names_and_folders_do_not() -> None:
    data = archive_of({"a/": b"", "a/letter.txt": b"Two men were held.", "b.txt": b"One."})
    assert take(data) == [
        Enclosed("a/letter.txt", b"Two men were held."),
        Enclosed("b.txt", b"One."),
    ]


def test_names_are_given_as_they_are_and_used_for_nothing() -> None:
    data = archive_of({"../../etc/passwd.txt": b"x", "/abs.txt": b"x", "C:\\new\\a.txt": b"x"})
    assert names(data) == ["../../etc/passwd.txt", "abs.txt", "C:/new/a.txt"]


def test_names_that_are_utf_8_and_do_not_say_so_are_read() -> None:
    data = archive_of({"بیان.txt": b"x"})
    plain = data.replace("بیان.txt".encode(), "بیان.txt".encode())
    at = plain.index(b"PK\x01\x02")
    unflagged = bytearray(plain)
    unflagged[7] = 0
    unflagged[at + 9] = 0
    assert names(bytes(unflagged)) == ["بیان.txt"]
    assert names(archive_of({"café.txt": b"x"})) == ["café.txt"]


def test_of_other_kinds_there_is_only_the_name() -> None:
    assert take(archive_of({"tune.mp3": b"x" * 99, "README": b"x"})) == [
        Enclosed("tune.mp3", b""),
        Enclosed("README", b""),
    ]


def test_what_nobody_means_and_what_belongs_to_a_saved_page_is_passed_over() -> None:
    data = archive_of({
        "__MACOSX/a.txt": b"x", ".git/b.txt": b"x", "case.review": b"x",
        "s/Page.html": b"x", "s/Page_files/ad.html": b"x", "s/page_files/deep/c.txt": b"x",
        "other_files/d.txt": b"x", "Seite.htm": b"x", "Seite-Dateien/e.txt": b"x",
    })  # fmt: skip
    assert names(data) == ["s/Page.html", "other_files/d.txt", "Seite.htm"]


def test_a_file_that_is_protected_or_damaged_is_named_and_the_others_come_out() -> None:
    data = bytearray(an_archive(**{"a.txt": b"Words.", "b.txt": b"More words, and more."}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[data.index(b"b.txt") + 8] ^= 0xFF
    locked, damaged = take(bytes(data))
    assert isinstance(locked, LeftOut)
    assert isinstance(damaged, LeftOut)
    assert (locked.name, damaged.name) == ("a.txt", "b.txt")
    assert "“a.txt” is protected by a password" in str(locked.problem)
    assert "“b.txt” cannot be unpacked" in str(damaged.problem)


@pytest.mark.parametrize("data", [b"", b"PK", an_archive(a=b"x")[:-9]])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"“all\.zip” cannot be unpacked"):
        take(data)


def test_an_archive_without_files_says_so() -> None:
    with pytest.raises(Unreadable, match=r"“all\.zip” is empty"):
        take(archive_of({"a/": b""}))


def test_an_archive_that_lists_too_much_is_refused_before_it_is_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zip_archive, "MOST_MEMBERS", 3)
    with pytest.raises(Unreadable, match="more than 3 files"):
        take(archive_of({f"{number}.txt": b"x" for number in range(4)}))
