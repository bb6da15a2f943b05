"""What a PDF says of itself: what a program fills in is no title and no author."""

import pytest

from reviewer.domain.reading.captures import Rule
from reviewer.importers.paged.pdf_properties import edtf_of, made, stated


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("D:20240131120000+05'00'", "2024-01-31T12:00:00+05:00"),
        ("D:20240131120000Z", "2024-01-31T12:00:00Z"),
        ("D:20240131120000", "2024-01-31T12:00:00"),
        ("20240131", "2024-01-31"),
        ("D:202401", "2024-01"),
        ("D:2024", "2024"),
        ("D:20241331", ""),
        ("D:19700101000000Z", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_are_read(words: str, edtf: str) -> None:
    assert edtf_of(words) == edtf


def test_a_name_of_a_file_is_no_title() -> None:
    assert stated({"Title": "Microsoft Word - statement_final.doc"}) == ()
    assert [one.value for one in stated({"Title": "Microsoft Word - On the events of May"})] == [
        "On the events of May"
    ]


def test_what_a_browser_printed_was_saved_then() -> None:
    (printed,) = made({"CreationDate": "D:2024", "Producer": "Skia/PDF m120"})
    (written,) = made({"CreationDate": "D:2024", "Producer": "LibreOffice"})
    assert (printed.field, written.field) == ("captured", "made")
    assert printed.rule == Rule.PROPERTIES
