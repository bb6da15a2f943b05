"""Choices of an export as they are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.export_presets import (
    ExportPreset,
    preset_name,
    presets_read,
    presets_written,
)

PRESETS = st.builds(
    ExportPreset, st.text(min_size=1), st.text(), st.text(), st.lists(st.text()).map(tuple)
)


@given(st.lists(PRESETS))
def test_what_is_written_is_read_again(presets: list[ExportPreset]) -> None:
    read = presets_read(presets_written(presets))
    assert sorted(read, key=repr) == sorted(presets, key=repr)


@pytest.mark.parametrize(
    "kept",
    [
        *("", "{", "3", "{}", "[3]", "null"),
        '[{"name": "a"}]',
        '[{"name": "a", "what": "b", "format": "c", "columns": 3}]',
        '[{"name": "a", "what": "b", "format": "c", "columns": [3]}]',
    ],
)
def test_what_cannot_be_understood_is_left_out(kept: str) -> None:
    assert presets_read(kept) == []


def test_a_name_stands_in_one_line() -> None:
    assert preset_name(" a \n b ") == "a b"
