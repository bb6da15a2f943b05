"""Archives are unpacked file by file, and never to more than a computer can hold."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.importers.zipped import Zipped


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


GOOD = packed(letter=b"Two men were held.", list=b"one\ntwo\n" * 200)


def test_files_come_out_as_they_went_in() -> None:
    zipped = Zipped(GOOD, "all.zip")
    assert [(member.name, member.size) for member in zipped.members] == [
        ("letter", 18),
        ("list", 1600),
    ]
    assert zipped.contents(zipped.part("letter")) == b"Two men were held."
    assert zipped.contents(zipped.part("/LIST")) == b"one\ntwo\n" * 200
    assert "letter" in zipped
    assert "word" not in zipped
    with pytest.raises(Unreadable, match=r"“all\.zip” is damaged.*“word” is missing"):
        zipped.part("word")


def test_names_that_differ_in_capital_letters_only_are_two_files() -> None:
    zipped = Zipped(packed(**{"Note.txt": b"One", "note.txt": b"Two"}), "all.zip")
    found = [zipped.contents(zipped.part(one.name)) for one in zipped.members]
    assert found == [b"One", b"Two"]


@pytest.mark.parametrize("data", [b"", b"PK", b"no archive", GOOD[:-30], GOOD[: len(GOOD) // 2]])
def test_what_is_no_archive_or_cut_short_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"“all\.zip” cannot be unpacked"):
        Zipped(data, "all.zip")


def test_damage_is_told_of_the_file_it_is_in() -> None:
    data = bytearray(GOOD)
    data[data.index(b"letter") + 8] ^= 0xFF
    zipped = Zipped(bytes(data), "all.zip")
    with pytest.raises(Unreadable, match="“letter” cannot be unpacked"):
        zipped.contents(zipped.part("letter"), "letter")
    assert zipped.contents(zipped.part("list")).startswith(b"one")


def test_an_encrypted_file_and_an_encrypted_office_file_say_so() -> None:
    data = bytearray(GOOD)
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    zipped = Zipped(bytes(data), "all.zip")
    with pytest.raises(Unreadable, match=r"“all\.zip” is protected by a password"):
        zipped.contents(zipped.part("letter"))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Unreadable, match="is protected by a password"):
        Zipped(ole, "secret.docx")


def test_a_file_that_was_packed_too_small_is_refused_before_it_is_unpacked() -> None:
    zipped = Zipped(packed(bomb=bytes(11_000_000), small=bytes(9_000_000)), "all.zip")
    with pytest.raises(Unreadable, match=r"“bomb” was not opened: .* 100 times its size"):
        zipped.contents(zipped.part("bomb"), "bomb")
    assert len(zipped.contents(zipped.part("small"))) == 9_000_000


def test_limits_hold_for_one_file_for_all_and_for_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reviewer.importers.zipped.LARGEST_MEMBER", 1500)
    zipped = Zipped(GOOD, "all.zip")
    with pytest.raises(Unreadable, match="unpacks to more than"):
        zipped.contents(zipped.part("list"))
    monkeypatch.setattr("reviewer.importers.zipped.LARGEST_WHOLE", 1617)
    with pytest.raises(Unreadable, match="unpacks to more than"):
        Zipped(GOOD, "all.zip")
    monkeypatch.setattr("reviewer.importers.zipped.MOST_MEMBERS", 1)
    monkeypatch.setattr("reviewer.importers.zipped.LARGEST_WHOLE", 10_000)
    with pytest.raises(Unreadable, match="holds 2 files"):
        Zipped(GOOD, "all.zip")


def test_a_directory_that_lies_about_sizes_is_found_out_while_unpacking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    zipped = Zipped(GOOD, "all.zip")
    monkeypatch.setattr("reviewer.importers.zipped.LARGEST_WHOLE", 1610)
    assert len(zipped.contents(zipped.part("list"))) == 1600
    with pytest.raises(Unreadable, match="unpacks to more than"):
        zipped.contents(zipped.part("letter"))


@settings(deadline=None)  # what is imported when used comes with the first
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, len(GOOD)))
def test_mutated_archives_are_read_or_refused(place: int, byte: int, end: int) -> None:
    data = bytearray(GOOD)
    data[place] = byte
    try:
        zipped = Zipped(bytes(data[: max(end, len(GOOD) // 2) if place % 2 else len(GOOD)]), "a")
        for member in zipped.members:
            zipped.contents(member)
    except Unreadable:
        return
