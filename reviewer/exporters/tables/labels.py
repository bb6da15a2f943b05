"""What the columns of tables mean: what a person calls them, and what there is to know.

The names of the columns are the schema's and never change within a ``format``; these words may.
"""

from collections.abc import Mapping

from reviewer.domain.exporting import ColumnMeaning
from reviewer.domain.records import FIELDS
from reviewer.domain.words import N_, Saying

_AS_PRINTED = N_("{label}, in the source’s words")
_AS_FILED = N_("{label}, as filed in the register of actors")
_FROM, _TO = N_("Where the link begins: {label}"), N_("Where the link leads: {label}")
_EDTF = N_("A date as EDTF writes it; the words it was read from stand in a column beside it.")
_UID = N_(
    "The same in this project and its copies as long as the thing stands; taken into another "
    "project it gets a new one. There passages are found again by the document’s fingerprint, the "
    "place and the words."
)

_LABELS: Mapping[str, tuple[str, str]] = {
    "project": (N_("Project"), ""),
    "passage": (N_("Passage"), N_("Its short number in this project: document, then passage.")),
    "uid": (N_("Unique id"), _UID),
    "tag": (N_("Tag"), ""),
    "start": (N_("First character"), N_("Counted in code points of the text, from 0.")),
    "end": (N_("End"), N_("Behind the last character, counted as the first.")),
    "paragraph": (N_("Paragraph"), N_("Lines that are not blank, counted from 1.")),
    "page": (N_("Page"), N_("As printed, where the document has pages.")),
    "quote": (N_("Words"), N_("The exact words of the document.")),
    "sentence": (N_("Sentence"), N_("The sentence or sentences around the words.")),
    "note": (N_("Note"), N_("The analyst’s own words.")),
    "statement": (N_("In plain words"), N_("What the passage says, as the analyst puts it.")),
    "translation": (N_("Translation"), N_("Made by a person, who is named beside it.")),
    "translation_language": (N_("Language of the translation"), ""),
    "translator": (N_("Translated by"), ""),
    "translation_checked_by": (N_("Translation checked by"), ""),
    "translation_checked_at": (N_("Translation checked at"), N_("UTC.")),
    "checked_by": (N_("Checked by"), N_("A second pair of eyes; empty: nobody yet.")),
    "checked_at": (N_("Checked at"), N_("UTC.")),
    "anchor": (N_("Place"), N_("sure, or not_certain: the words were not found where they stood.")),
    "analyst": (N_("Analyst"), ""),
    "created": (N_("Made at"), N_("UTC.")),
    "modified": (N_("Changed at"), N_("UTC.")),
    "document": (N_("Document"), N_("Its title.")),
    "document_uid": (N_("Unique id of the document"), ""),
    "original_name": (N_("File name"), ""),
    "author": (N_("Author"), ""),
    "publisher": (N_("Publisher"), ""),
    "publisher_actor": (N_("Publisher, as filed among the actors"), ""),
    "url": (N_("Web address"), ""),
    "posted": (N_("Published"), N_("As printed; in tables other than passages as EDTF.")),
    "posted_words": (N_("Published, in the source’s words"), ""),
    "posted_edtf": (N_("Published, as EDTF"), _EDTF),
    "posted_basis": (N_("What that date rests on"), ""),
    "captured": (N_("Saved"), N_("As printed; in tables other than passages as EDTF.")),
    "captured_words": (N_("Saved, in the source’s words"), ""),
    "captured_edtf": (N_("Saved, as EDTF"), _EDTF),
    "captured_basis": (N_("What that date rests on"), ""),
    "text_sha256": (N_("Fingerprint of the text"), N_("SHA-256.")),
    "original_sha256": (N_("Fingerprint of the file"), N_("SHA-256.")),
    "follow_up": (N_("To be followed up"), N_("yes, or empty.")),
    "record": (N_("Kind of record"), N_("allegation, response, figure, or empty.")),
    "speaker": (N_("Speaker"), N_("The last of the chain: whose claim it is.")),
    "unconfirmed": (N_("Not confirmed"), N_("Fields in which only a rule read something.")),
    "read": (N_("Read by a rule"), N_("What nobody confirmed yet; it stands nowhere else.")),
    "fields": (N_("Own fields"), N_("As JSON.")),
    "events": (N_("Events"), ""),
    "questions": (N_("Questions"), ""),
    "links": (N_("Links"), N_("How many, or each with its other end.")),
    "low_by_convention": (
        N_("At least, by the project’s convention"),
        N_("Made of words without a number; no number of the source."),
    ),
    "convention": (N_("Convention"), ""),
    "event": (N_("Event"), ""),
    "question": (N_("Question"), ""),
    "in_range": (N_("In the range"), N_("yes, or empty: then the reason stands beside it.")),
    "why_not": (N_("Why not in the range"), ""),
    "type": (N_("Kind"), ""),
    "from": (N_("From passage"), ""),
    "from_document": (N_("From document"), N_("Its title.")),
    "from_quote": (N_("Words where the link begins"), ""),
    "to": (N_("To passage"), ""),
    "to_document": (N_("To a source that is not held"), N_("Its title.")),
    "to_source": (N_("To document"), N_("Its title.")),
    "to_quote": (N_("Words where the link leads"), ""),
    "independent": (N_("Independent"), N_("yes, no, or empty: not judged.")),
    "name": (N_("Name"), ""),
    "date": (N_("Date"), _EDTF),
    "date_words": (N_("Date, in the source’s words"), ""),
    "place_precision": (N_("How exact the place is"), ""),
    "parent": (N_("Part of"), ""),
    "description": (N_("Description"), ""),
    "status": (N_("Status"), ""),
    "passages": (N_("Passages"), N_("How many.")),
    "documents": (N_("Documents"), N_("How many.")),
    "wording": (N_("Wording"), ""),
    "harm": (N_("What happened to them"), ""),
    "group": (N_("Group (your choice)"), ""),
    "period": (N_("Period"), _EDTF),
    "period_words": (N_("Period, in words"), ""),
    "answers": (N_("Answers"), N_("How many passages answer it.")),
    "range": (N_("Range"), N_("What the sources’ figures say together: no sum, no estimate.")),
    "range_low": (N_("Range: at least"), ""),
    "range_high": (N_("Range: at most"), ""),
    "rests_on": (N_("What the range rests on"), ""),
    "accounts_differ": (N_("Accounts differ"), N_("yes, or empty.")),
    "working_low": (N_("Working figure: at least"), N_("The analyst’s own.")),
    "working_high": (N_("Working figure: at most"), N_("The analyst’s own.")),
    "working_reason": (N_("Working figure: why"), ""),
    "working_by": (N_("Working figure: whose"), ""),
    "working_at": (N_("Working figure: when"), N_("UTC.")),
    "kind": (N_("Kind"), ""),
    "side": (N_("Side"), ""),
    "protected": (N_("Protected"), N_("yes, or empty.")),
    "names": (N_("Other names and spellings"), ""),
    "title": (N_("Title"), ""),
    "number": (N_("Number"), N_("What it is called in citations from this project.")),
    "inside": (N_("Lay in"), N_("The archive or mail that the file came in.")),
    "language": (N_("Language"), ""),
    "review_status": (N_("Status"), N_("unread, reading, done, or set_aside.")),
    "set_aside_reason": (N_("Why it was set aside"), ""),
    "words": (N_("Words"), N_("How many.")),
    "original_dropped": (
        N_("Bytes dropped"),
        N_("yes: of the file only the fingerprint is held; or empty."),
    ),
    "importer": (N_("Read by"), N_("The reader its text came through.")),
    "imported_at": (N_("Imported at"), N_("UTC.")),
}
_OF_RECORDS = {
    {"statement": "said_on"}.get(one.key, one.key): (one.label, one.help)
    for fields in FIELDS.values()
    for one in fields
}
_KNOWN = {**_OF_RECORDS, **_LABELS}


def meaning(table: str, column: str) -> ColumnMeaning:
    """Return what a column of a table means; one that nobody described is called as it is."""
    if table == "passages" and column == "wording":  # of an allegation, not of a question
        return ColumnMeaning(Saying("{label}", {"label": _OF_RECORDS[column][0]}))
    if column in _KNOWN:
        label, helping = _KNOWN[column]
        return ColumnMeaning(Saying("{label}", {"label": label}), helping)
    for beginning, template in (("from_", _FROM), ("to_", _TO)):
        if column.startswith(beginning):
            return _composed(template, column.removeprefix(beginning))
    for ending, template in (("_words", _AS_PRINTED), ("_filed", _AS_FILED)):
        if column.endswith(ending):
            return _composed(template, column.removesuffix(ending))
    return ColumnMeaning(Saying("{label}", {"label": column}))


def _composed(template: str, column: str) -> ColumnMeaning:
    label, helping = _KNOWN.get(column, (column, ""))
    return ColumnMeaning(Saying(template, {"label": label}), helping)
