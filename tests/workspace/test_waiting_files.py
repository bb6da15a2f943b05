"""Files that wait to come in: kept as far as there is room, and read once more when they come."""

import hashlib
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import Cancelled, NotAllowed
from reviewer.domain.incoming import Incoming
from reviewer.domain.progress import Silent
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile, can_recognise, read_files
from reviewer.workspace.waiting_files import (
    Wish,
    check_corrections,
    granted,
    is_plain,
    is_table,
    is_whole,
    kind_of,
    readable_suffixes,
    room_of,
    with_corrections,
    without_words,
)
from tests.builders import an_incoming
from tests.importers.pdf_files import column, pdf, stand_in_for_tesseract

WORDS = "Twelve people were hurt at the bridge."


def looked_at(*paths: Path) -> list[ReadFile]:
    return list(read_files(paths, Silent()))


def a_text(folder: Path, name: str = "one.txt", words: str = WORDS) -> Path:
    path = folder / name
    path.write_text(words, "utf-8")
    return path


def an_archive(folder: Path, **texts: str) -> Path:
    path = folder / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, words in texts.items():
            archive.writestr(f"{name}.txt", words)
    return path


def come(*wishes: Wish, anew: bool = False) -> list[ReadFile]:
    """Return what comes, each in the place of its wish."""
    return [file for _number, file in sorted(granted(wishes, Silent(), anew=anew), key=_number)]


def _number(coming: tuple[int, ReadFile]) -> int:
    return coming[0]


def document(file: ReadFile) -> Incoming:
    assert file.incoming is not None
    return file.incoming


def test_what_is_kept_of_a_file_without_its_words_takes_no_room_and_tells_the_same(
    tmp_path: Path,
) -> None:
    (whole,) = looked_at(a_text(tmp_path))
    light = without_words(whole)
    assert is_whole(whole)
    assert not is_whole(light)
    assert room_of(whole) > room_of(light) == 0
    assert document(light).title == document(whole).title
    assert document(light).words == document(whole).words


@pytest.mark.skipif(sys.platform == "win32", reason="a program that is a script")
def test_a_file_that_is_pictures_of_pages_can_be_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not can_recognise()
    scan, mixed = tmp_path / "scan.pdf", tmp_path / "mixed.pdf"
    scan.write_bytes(pdf([]))
    mixed.write_bytes(pdf(column("This page has words."), []))
    seen = looked_at(scan, mixed, a_text(tmp_path))
    assert [file.has_pictures_of_pages for file in seen] == [True, True, False]
    stand_in_for_tesseract(tmp_path, monkeypatch)
    assert can_recognise()
    wishes = [Wish(file, recognise=True) for file in seen[:2]]
    assert [file.incoming is None for file in come(*wishes)] == [True, False]
    again = come(*wishes, anew=True)
    assert ["second piece" in document(file).text for file in again] == [True, True]
    assert not any(file.has_pictures_of_pages for file in again)
    kept = [Wish(without_words(file), recognise=True) for file in again]
    assert [document(file).text for file in come(*kept)] == [document(file).text for file in again]


def test_letters_that_need_two_bytes_are_counted_so() -> None:
    plain = ReadFile(Path("a"), an_incoming("aaaa", original=b""))
    wide = ReadFile(Path("a"), an_incoming("بببب", original=b""))
    assert room_of(wide) == 2 * room_of(plain)


def test_of_a_file_that_cannot_be_read_everything_is_at_hand(tmp_path: Path) -> None:
    (refused,) = looked_at(a_text(tmp_path, words=""))
    assert is_whole(refused)
    assert room_of(refused) == 0
    assert without_words(refused) is refused
    assert come(Wish(refused)) == [refused]


def test_files_come_in_the_order_of_the_wishes_whether_they_are_at_hand_or_not(
    tmp_path: Path,
) -> None:
    seen = looked_at(*(a_text(tmp_path, f"{n}.txt", f"Notice {n}.") for n in range(4)))
    wishes = [Wish(without_words(one) if n % 2 else one) for n, one in enumerate(seen)]
    assert come(*wishes) == seen


def test_what_lies_in_an_archive_is_read_once_more_with_what_is_at_hand_beside_it(
    tmp_path: Path,
) -> None:
    seen = looked_at(an_archive(tmp_path, a="Notice 1.", b="Notice 2.", c="Notice 3."))
    got = come(Wish(seen[0]), Wish(without_words(seen[2])))
    assert [document(one).text for one in got] == ["Notice 1.", "Notice 3."]
    assert [one.key for one in got] == [seen[0].key, seen[2].key]


def test_a_file_that_has_changed_since_is_refused(tmp_path: Path) -> None:
    path = a_text(tmp_path)
    (seen,) = looked_at(path)
    a_text(tmp_path, words="Somebody wrote something else.")
    (got,) = come(Wish(without_words(seen)))
    assert got.incoming is None
    assert "not what it was" in str(got.problem)


def test_a_file_that_is_gone_or_has_left_its_archive_is_refused(tmp_path: Path) -> None:
    alone = a_text(tmp_path)
    archive = an_archive(tmp_path, a="Notice 1.", b="Notice 2.")
    seen = [without_words(one) for one in looked_at(alone, archive)]
    alone.unlink()
    an_archive(tmp_path, b="Notice 2.")
    got = come(*map(Wish, seen))
    assert [one.incoming is None for one in got] == [True, True, False]


def test_another_encoding_is_kept_to(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Café".encode("windows-1252"))
    (seen,) = read_files([path], Silent(), "windows-1251")
    (got,) = come(Wish(without_words(seen), "windows-1251"))
    assert document(got).text == document(seen).text == "Cafй"


def test_a_file_can_be_read_anew_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Café".encode("windows-1252"))
    (seen,) = read_files([path], Silent(), "windows-1251")
    (got,) = come(Wish(without_words(seen), "windows-1252"), anew=True)
    assert document(got).text == "Café"
    assert got.key == seen.key


def test_what_a_person_corrected_comes_in_so(tmp_path: Path) -> None:
    (seen,) = looked_at(a_text(tmp_path, words="Published: 03/04/2015\n\nTwelve were hurt.\n"))
    corrected = {"title": " At  the bridge ", "posted": "2015-04-03", "language": "Urdu"}
    (got,) = come(Wish(seen, corrected=corrected))
    incoming = document(got)
    assert incoming.title == "At the bridge"
    assert incoming.language == "ur"
    assert incoming.posted.edtf == "2015-04-03"
    assert incoming.posted.basis is DateBasis.ENTERED
    assert incoming.posted.words == document(seen).posted.words


def test_a_date_that_is_taken_away_leaves_its_words() -> None:
    dated = with_corrections(an_incoming(WORDS), {"posted": "2015"})
    assert (dated.posted.words, dated.posted.edtf) == ("2015", "2015")
    without = with_corrections(dated, {"posted": ""})
    assert (without.posted.words, without.posted.edtf) == ("2015", "")
    assert without.posted.basis is DateBasis.NONE


@pytest.mark.parametrize("wrong", [{"title": " "}, {"posted": "soon"}])
def test_no_title_and_no_date_are_no_correction(wrong: Mapping[str, str]) -> None:
    with pytest.raises(NotAllowed):
        check_corrections(wrong)


def test_bytes_that_are_not_to_be_kept_are_dropped_and_a_recipe_is_kept(
    tmp_path: Path, workspace: Workspace
) -> None:
    data = b"Twelve\r\nwere\nhurt.\n"
    mixed = tmp_path / "mixed.txt"
    mixed.write_bytes(data)
    seen = looked_at(mixed, a_text(tmp_path))
    got = come(*(Wish(one, keep_bytes=False) for one in seen))
    group = workspace.imports.new_group()
    documents = [one.document for one in workspace.imports.write(got, group)]
    originals = [document(one).original for one in got]
    assert [one.dropped for one in originals] == [True, False]
    assert originals[0].sha256 == hashlib.sha256(data).hexdigest()
    assert originals[0].size == len(data)
    assert originals[1].recipe == "utf-8"
    assert None not in documents
    facts = workspace.documents.facts(documents[0] or 0)
    assert facts is not None
    assert workspace._project.texts.original(facts.original) == originals[0]


def test_one_may_wait_before_each_and_stop_there(tmp_path: Path) -> None:
    seen = looked_at(a_text(tmp_path), a_text(tmp_path, "two.txt", "Two."))
    asked: list[int] = []

    def pause() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise Cancelled("Enough.")

    coming = granted([Wish(one) for one in seen], Silent(), pause)
    assert next(coming) == (0, seen[0])
    with pytest.raises(Cancelled):
        next(coming)


def test_what_has_no_words_any_more_is_refused_even_where_it_had_none_before(
    tmp_path: Path,
) -> None:
    path = a_text(tmp_path)
    (seen,) = looked_at(path)
    path.write_text("")
    (got,) = come(Wish(without_words(seen)))
    assert got.incoming is None
    assert got.path == replace(seen).path


def test_kinds_are_told_by_the_names_of_files() -> None:
    assert kind_of("a.txt") == "Plain text"
    assert kind_of("a.xyz") == ""
    assert is_plain(Path("a.md"))
    assert not is_plain(Path("a.pdf"))
    assert not is_plain(Path("a.xyz"))
    assert is_table(Path("a.csv"))
    assert not is_table(Path("a.txt"))


def test_what_can_be_read_is_told_by_the_endings() -> None:
    assert {".txt", ".pdf", ".zip"} <= set(readable_suffixes())
