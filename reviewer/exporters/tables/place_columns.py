"""Columns that lead from a row back to the words it rests on: place, source and fingerprints."""

from reviewer.domain.exported import ExportedPlace
from reviewer.exporters.written import date_written

PLACE_COLUMNS = (
    *("start", "end", "paragraph", "page", "document_uid", "original_name", "publisher", "url"),
    *("posted", "posted_words", "captured", "captured_words", "text_sha256", "original_sha256"),
)


def place_columns(before: str = "") -> tuple[str, ...]:
    """Return the columns of a place; ``before`` tells the two ends of a link apart."""
    return tuple(before + column for column in PLACE_COLUMNS)


def place_written(place: ExportedPlace | None, before: str = "") -> dict[str, object]:
    """Return a place as a row has it; nothing where there is none."""
    if place is None:
        return {}
    values: dict[str, object] = place._asdict()
    values["posted"] = date_written(place.posted)
    values["captured"] = date_written(place.captured)
    return {before + key: value for key, value in values.items()}
