"""The columns of a table are seen before it is read, wherever the table lies."""

from pathlib import Path

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.domain.progress import Silent
from reviewer.workspace.reading_files import DEEPEST, ReadFile
from reviewer.workspace.reading_tables import columns_of
from tests.workspace.test_reading_files import a_file, a_mail, read, zipped

TABLE = b"Head,Body\nFirst,Words of one.\n"


def header(file: ReadFile) -> tuple[str, ...] | None:
    found = columns_of(file, Silent())
    return None if found is None else found.header


def test_a_person_sees_the_columns_of_a_table_and_of_nothing_else(tmp_path: Path) -> None:
    assert header(ReadFile(a_file(tmp_path, "a.csv", TABLE), None)) == ("Head", "Body")
    assert header(ReadFile(a_file(tmp_path, "a.txt", b"Head,Body"), None)) is None


def test_a_table_in_an_archive_or_a_mail_is_found(tmp_path: Path) -> None:
    inner = zipped({"deep/b.csv": TABLE, "c.txt": b"Words."})
    outer = zipped({"x/a.csv": b"One\nWords.\n", "y/in.zip": inner, "y/other.zip": inner})
    archive = a_file(tmp_path, "all.zip", outer)
    tables = {file.called: file for file in read(archive) if file.name.endswith(".csv")}
    found = {called: header(file) for called, file in tables.items()}
    deep = "all.zip/y/in.zip/deep/b.csv (row 2)"
    assert found[deep] == ("Head", "Body")
    assert found["all.zip/x/a.csv"] == ("One",)
    mail = a_file(tmp_path, "mail.eml", a_mail(("b.csv", TABLE)))
    attached = next(file for file in read(mail) if file.name == "b.csv")
    assert header(attached) == ("Head", "Body")


def test_a_table_that_is_gone_has_no_columns(tmp_path: Path) -> None:
    archive = a_file(
        tmp_path, "all.zip", zipped({"b.csv": TABLE, "in.zip": zipped({"d.txt": b"x"})})
    )
    assert header(ReadFile(archive, None, None, ("all.zip",), "c.csv")) is None
    assert header(ReadFile(archive, None, None, ("all.zip", "in.zip"), "c.csv")) is None


def test_archives_that_lie_too_deep_are_not_opened(tmp_path: Path) -> None:
    data = zipped({"b.csv": TABLE})
    for _level in range(DEEPEST + 1):
        data = zipped({"in.zip": data})
    archive = a_file(tmp_path, "all.zip", data)
    inside = ("all.zip", *["in.zip"] * (DEEPEST + 1))
    assert header(ReadFile(archive, None, None, inside, "b.csv")) is None


def test_looking_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    class Asked:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            raise Cancelled("Stopped.", done=done, total=total, what=what)

    with pytest.raises(Cancelled):
        columns_of(ReadFile(a_file(tmp_path, "a.csv", TABLE), None), Asked())
