"""Of a file that is to take a document's place it is plain which document in it is meant."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from reviewer.domain.errors import Cancelled, NotAllowed, ReviewerError, Unreadable
from reviewer.domain.progress import Silent
from reviewer.domain.versions import CarriedBy
from reviewer.workspace.newer_version import foresee, read_newer, the_document
from reviewer.workspace.reading_files import ReadFile
from tests.builders import a_document, a_passage, a_project, an_incoming

ONE, OTHER = an_incoming("One.\n"), an_incoming("Other.\n")
FILE = Path("file.zip")


class AskedToStop:
    """Progress of somebody who stops as soon as passages are looked for."""

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        if total is not None:
            raise Cancelled("Stopped.", done=done, what=what)


def test_a_plain_file_is_its_own_document(tmp_path: Path) -> None:
    path = tmp_path / "newer.txt"
    path.write_text("Corrected words.\n", encoding="utf-8")
    assert read_newer(path, "", Silent()).text == "Corrected words.\n"


def test_the_only_document_of_an_archive_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "newer.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("folder/newer.txt", "Corrected words.\n")
    assert read_newer(path, "", Silent()).text == "Corrected words.\n"


def test_the_mail_itself_is_meant_and_not_what_came_with_it() -> None:
    mail = ReadFile(Path("a.eml"), ONE, key=1)
    attached = ReadFile(Path("a.eml"), OTHER, inside=("a.eml",), name="b.txt", parent=1)
    assert the_document([mail, attached], "") is ONE


def test_of_a_table_the_same_row_is_meant() -> None:
    rows = [ReadFile(FILE, replace(ONE, part=f"row {number}")) for number in (2, 3)]
    assert the_document(rows, "row 3") is rows[1].incoming
    with pytest.raises(NotAllowed, match="holds 2 documents"):
        the_document(rows, "row 9")


def test_what_the_file_was_refused_for_is_told() -> None:
    problem = Unreadable("It is broken.")
    with pytest.raises(ReviewerError, match="broken"):
        the_document([ReadFile(FILE, None, problem)], "")


def test_an_empty_archive_has_nothing_to_take() -> None:
    with pytest.raises(Unreadable, match="no document in"):
        the_document([], "")


def test_what_would_move_is_found_apart_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "newer.txt"
    path.write_text("Since then: two men were held.\n", encoding="utf-8")
    with a_project(tmp_path, "held") as made:
        document = a_document(made, "Then two men were held.\n", title="Release")
        a_passage(made, document, "two men were held")
        steps = made.history.ids()
        foreseen = foresee(made.path, document, path, Silent())
        assert made.history.ids() == steps
    assert foreseen.newer.text == "Since then: two men were held.\n"
    assert [place.by for _passage, place in foreseen.carried] == [CarriedBy.QUOTE]


def test_looking_for_passages_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "newer.txt"
    path.write_text("Since then: two men were held.\n", encoding="utf-8")
    with a_project(tmp_path, "held") as made:
        document = a_document(made, "Then two men were held.\n", title="Release")
        a_passage(made, document, "two men were held")
        with pytest.raises(Cancelled):
            foresee(made.path, document, path, AskedToStop())
