"""Plain text files: from a path to everything the project wants to know."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from reviewer import importers
from reviewer.domain import text as texts
from reviewer.domain.errors import Unreadable
from reviewer.domain.folding import fold
from reviewer.domain.incoming import EncodingBasis
from reviewer.importers import read, shown, suffixes
from reviewer.importers.originals import restore


def a_file(folder: Path, data: bytes | str, name: str = "release.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_file_is_read_and_understood(tmp_path: Path) -> None:
    text = "Army denies raid\n\nThe army denied it – “nobody” was there. 💥\n"
    incoming = read(a_file(tmp_path, text))
    assert incoming.text == text
    assert incoming.text_sha256 == incoming.original.sha256
    assert incoming.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert incoming.folded == fold(text)
    assert incoming.words == len(text.split())
    assert (incoming.changed, incoming.encoding) == (0, "utf-8")
    assert incoming.encoding_basis is EncodingBasis.STRICT
    assert (incoming.importer, incoming.media_type) == ("plain_text", "text/plain")
    assert incoming.normaliser_version == texts.NORMALISER_VERSION
    assert incoming.original_name == "release.txt"
    assert incoming.title == "Army denies raid"


def test_the_text_is_normalised_and_the_bytes_still_come_back(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfOne\r\ntwo\xc2\xa0\xe2\x80\x94three\r\n"
    incoming = read(a_file(tmp_path, data))
    assert incoming.text == "One\ntwo\u00a0—three\n"
    assert incoming.text_sha256 == hashlib.sha256(incoming.text.encode()).hexdigest()
    assert incoming.original.sha256 == hashlib.sha256(data).hexdigest()
    assert (incoming.changed, incoming.words) == (2, 3)
    assert restore(incoming.original, incoming.text) == data


def test_damaged_bytes_are_counted_and_come_back(tmp_path: Path) -> None:
    data = "کوئی ہلاک نہیں ہوا۔".encode()[:-1]
    incoming = read(a_file(tmp_path, data))
    assert incoming.encoding_basis is EncodingBasis.DAMAGED
    assert incoming.text.endswith("ہوا\ufffd")
    assert incoming.changed == 1
    assert restore(incoming.original, incoming.text) == data


def test_a_person_may_choose_the_encoding_and_the_name(tmp_path: Path) -> None:
    path = a_file(tmp_path, "Übergriff".encode("windows-1252"), "a.txt")
    incoming = read(path, encoding="windows-1250", name="mail/b.txt")
    assert incoming.encoding_basis is EncodingBasis.CHOSEN
    assert (incoming.text, incoming.encoding) == ("Übergriff", "windows-1250")
    assert incoming.original_name == "mail/b.txt"


@pytest.mark.parametrize("name", ["بیان.txt", "two\nlines.TXT", "no suffix", "a b.c.text", "“.txt"])
def test_names_are_kept_exactly(tmp_path: Path, name: str) -> None:
    assert read(a_file(tmp_path, "Words.", name)).original_name == name


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_kept_with_escapes(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(b"Words.")
    assert read(path).original_name == "caf\\xe9.txt"


def test_a_line_of_a_million_characters_is_a_text_like_any_other(tmp_path: Path) -> None:
    text = "word " * 200_000
    assert read(a_file(tmp_path, text)).words == 200_000


def refusal(path: Path, **how: str) -> str:
    with pytest.raises(Unreadable) as refused:
        read(path, **how)
    return str(refused.value)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\r\n\t", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "“release.txt” is empty" in refusal(a_file(tmp_path, data))


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    assert "“release.txt” is no text" in refusal(a_file(tmp_path, bytes(range(256))))
    assert "“release.txt” cannot be read as “x”" in refusal(a_file(tmp_path, "a"), encoding="x")


def test_a_folder_or_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert f"“{tmp_path.name}” is a folder" in refusal(tmp_path)
    for gone in (tmp_path / "gone.txt", tmp_path / "folder" / "gone.txt"):
        assert f"“{gone}” is not there" in refusal(gone)


def test_a_device_is_refused_without_waiting_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("line.txt")
        assert "“line.txt” is not a file" in refusal(tmp_path / "line.txt")


def test_a_file_one_may_not_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def may_not(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = a_file(tmp_path, "Words.")
    monkeypatch.setattr(Path, "open", may_not)  # who runs the tests may be allowed everything
    assert "“release.txt” may not be read by you" in refusal(path)


def test_other_faults_of_the_disk_are_named(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert "“loop.txt” cannot be read: " in refusal(loop)
    assert "cannot be read: " in refusal(tmp_path / "nul\0.txt")
    assert "cannot be read: " in refusal(tmp_path / f"{'long' * 100}.txt")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(importers.LARGEST_FILE + 1)  # takes no room on the disk
    assert "“huge.txt” is too large: 401 MB; at most 400 MB" in refusal(path)


def test_a_text_that_is_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "LONGEST_TEXT", 10)
    assert "“release.txt” is too long: 12 characters" in refusal(a_file(tmp_path, "twelve chars"))


def test_another_kind_of_file_is_refused_with_those_that_can_be_read(tmp_path: Path) -> None:
    sentence = refusal(a_file(tmp_path, "ID3", "Report.MP3"))
    assert "“Report.MP3”" in sentence
    assert ".mp3" in sentence
    assert all(suffix in sentence for suffix in suffixes())


def test_a_refusal_shows_a_hostile_name_on_one_line(tmp_path: Path) -> None:
    sentence = refusal(tmp_path / "a\n\x1b[31m\u202eb.mp3")
    assert "/a��[31m�b.mp3” is not there" in sentence
    assert shown("بیان.txt") == "بیان.txt"


def test_the_formats_are_found_by_being_there() -> None:
    assert {".txt", ".text", ".md", ".markdown"} <= set(suffixes())
    assert list(suffixes()) == sorted(suffixes())
