"""What the list of documents can be narrowed by, and what values of it are called on screen."""

from collections.abc import Mapping

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
_KINDS: Mapping[str, str] = {
    "text/plain": N_("Plain text"),
    "text/markdown": N_("Markdown"),
    "text/html": N_("Web page"),
    "multipart/related": N_("Web page in one file"),
    "application/pdf": N_("PDF"),
    "application/rtf": N_("Rich text"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": N_("Word document"),
    "application/vnd.oasis.opendocument.text": N_("OpenDocument text"),
    "application/epub+zip": N_("E-book"),
    "message/rfc822": N_("Mail"),
    "application/vnd.ms-outlook": N_("Outlook mail"),
    "text/csv": N_("Row of a table"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": N_("Row of a table"),
    "application/jsonl": N_("Row of a table"),
}


def kind_words(media_type: str) -> str:
    """Return what a person calls a kind of file; any other as the file calls it."""
    return _(_KINDS[media_type]) if media_type in _KINDS else one_line(media_type)


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
