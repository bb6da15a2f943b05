"""The formats of other programs are found by their keys, and by what lies in a file."""

import sys
from pathlib import Path

import pytest

from reviewer.importers.interchange import all_projects, importer_called
from reviewer.importers.interchange.along import first_values


@pytest.mark.parametrize("one", all_projects(), ids=lambda one: one.key)
def test_every_format_is_found_by_its_key_which_is_the_name_of_its_module(one: object) -> None:
    module = sys.modules[type(one).__module__]
    assert importer_called(module.__name__.rpartition(".")[2]) is one
    assert importer_called(module.PROJECT.key) is one


@pytest.mark.parametrize("key", ["", "labelling", "nothing"])
def test_nothing_else_is_taken_for_a_format(key: str) -> None:
    assert importer_called(key) is None


def test_values_are_whole_wherever_the_bytes_are_cut_that_are_looked_at() -> None:
    for size in range(63_900, 64_100):
        data = b'\xef\xbb\xbf [{"text": "' + b"x" * size + b'"}, 12345678, [1], "\xd8\xb3\xd8\xb1"'
        first, number, several, words = first_values(data)
        assert first == {"text": "x" * size}
        assert (number, several, words) == (12345678, [1], "سر")


def test_no_more_is_read_of_a_long_file_than_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    file.write_bytes(b'{"a": 1}\n{"b": 2}\n' + b"{" * 10_000_000)
    values = first_values(file.read_bytes())
    assert [next(values), next(values)] == [{"a": 1}, {"b": 2}]
    assert list(values) == []
