"""What the list of documents can be narrowed by, and what values of it are called on screen."""

from collections.abc import Mapping

from reviewer.domain.documents import KIND_LABELS
from reviewer.domain.languages import language_name
from reviewer.environment.translation import N_, _
from reviewer.ui.wording import isolated, one_line

FIELD_TITLES: Mapping[str, str] = {
    "media_type": N_("Kind"),
    "language": N_("Language"),
    "publisher": N_("Source"),
    "author": N_("Author"),
    "inside": N_("Lay in"),
    "parent": N_("Came with a mail"),
    "imported": N_("Imported on"),
}


def kind_words(media_type: str) -> str:
    """Return what a person calls a kind of file; any other as the file calls it."""
    return _(KIND_LABELS[media_type]) if media_type in KIND_LABELS else one_line(media_type)


def value_words(field: str, value: str) -> str:
    """Return a value of a field as a person reads it."""
    if field == "media_type":
        return kind_words(value)
    if field == "language":
        return _(language_name(value)) if language_name(value) else one_line(value)
    return f"D{value}" if field == "parent" else isolated(value)


def known_words(known: tuple[tuple[str, str], ...]) -> list[str]:
    """Return in words which values the list is narrowed to."""
    return [
        _("{field}: {value}").format(field=_(FIELD_TITLES[field]), value=value_words(field, value))
        for field, value in known
    ]
