"""What passages are called."""

import pytest

from reviewer.domain.passages import number_in_label, passage_label


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("D4·12", 12),
        (passage_label(1, 7), 7),
        ("4·12", None),
        ("D4·", None),
        ("Dx·1", None),
        ("D4·٣", None),
        ("D4·" + "9" * 4400, None),
        ("", None),
    ],
)
def test_a_number_is_told_from_what_a_passage_is_called(label: str, number: int | None) -> None:
    assert number_in_label(label) == number
