"""What the details say of a document: each fact in words, with how it came to be known.

Plain words only; what comes from the document is isolated and stands in quotation marks where it
is quoted. What is not known says so, and is never left out, where an analyst may fill it in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.documents import REVIEW_STATUS_LABELS, Document
from reviewer.domain.edtf import DateBasis, Precision, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Reading
from reviewer.domain.paragraphs import line_span
from reviewer.domain.provenance import BASIS_WORDS
from reviewer.environment.translation import _, counted
from reviewer.ui.models.dates import BASIS_LABELS, spelled, two_readings
from reviewer.ui.models.ratings import rating_line, rating_words, signed
from reviewer.ui.wording import isolated, one_line
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.project import Workspace

LONGEST_SOURCE_LINE = 120
_SHOWN_OF_FINGERPRINT = 12
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "windows-1252": "Windows-1252",
    "windows-1256": "Windows-1256",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the details.

    ``more`` are lines that come second; ``caution`` is what an analyst should settle, by the
    field named in ``settles``; ``copied`` is what the copy button copies; ``known`` is missing
    where nothing is known yet; ``edits`` says whether the describe dialog can change it, ``rates``
    whether a rating does.
    """

    key: str
    label: str
    words: str
    more: tuple[str, ...] = ()
    caution: str = ""
    settles: str = ""
    copied: str = ""
    known: bool = True
    edits: bool = True
    rates: bool = False


def rating_fact(workspace: Workspace, document: int) -> Fact:
    """Return how reliable a source is said to be; of several analysts each on a line."""
    ratings, label = workspace.ratings.of(document=document), _("Reliability")
    if not ratings:
        words = _("not rated")
        return Fact("reliability", label, words, known=False, edits=False, rates=True)
    first, *others = ratings
    more = (signed(workspace, first), *(rating_line(workspace, one) for one in others))
    words = rating_words(first.value)
    return Fact("reliability", label, words, more, edits=False, rates=True)


def origin_facts(workspace: Workspace, document: int) -> list[Fact]:
    """Return with which documents one has one origin; nothing where there are none."""
    others = workspace.origins.shared_with(document)
    if not others:
        return []
    labels = _(", ").join(workspace.documents.get(one).label for one in others)
    about = (_("counted as one source"),)
    return [Fact("origin", _("One origin with"), labels, about, edits=False)]


def facts_of(documents: DocumentOperations, document: int) -> list[Fact]:
    """Return what is known of a document, the most asked for first; raises ``NotFound``."""
    found = documents.get(document)
    readings = {reading.field: reading for reading in reversed(documents.readings(document))}
    text = documents.text(document) if _quoting(readings) else ""
    return [
        *_identity(found),
        _date_fact("posted", _("Published"), found.posted, readings.get("posted"), text),
        *_captured(found, readings.get("captured"), text),
        *_made(readings.get("made")),
        *_optional(found),
        _status_fact(found),
        *_text_facts(documents, found),
        *_note(found),
    ]


def shortened(fingerprint: str) -> str:
    """Return the beginning of a fingerprint in groups of four."""
    start = fingerprint[:_SHOWN_OF_FINGERPRINT]
    return " ".join(start[place : place + 4] for place in range(0, len(start), 4)) + "…"


def source_line(text: str, reading: Reading | None) -> str:
    """Return the line that a reading's words stand in, shortened; empty where there is none."""
    if reading is None or reading.span is None or reading.span.end > len(text):
        return ""
    start, end = line_span(text, reading.span.start)
    if end - start > LONGEST_SOURCE_LINE:
        start = max(start, reading.span.start - LONGEST_SOURCE_LINE // 3)
        end = min(end, start + LONGEST_SOURCE_LINE)
    return " ".join(text[start:end].split())


def date_explained(date: WrittenDate) -> list[str]:
    """Return how a date was read, why, and on what evidence; nothing of the words themselves."""
    lines: list[str] = []
    if date.is_notation:
        lines.append(_("in the file: {words}").format(words=isolated(date.words)))
    elif date.edtf and date.edtf != date.words:
        lines.append(_("read as {date}").format(date=spelled(date.edtf)))
        if _without_zone(date.edtf):
            lines.append(_("no time zone is printed"))
    if date.basis in (DateBasis.SETTLED, DateBasis.SITE, DateBasis.ENTERED):
        lines.append(_(BASIS_LABELS[date.basis]))
    if date.evidence:
        lines.append(_("on this evidence: {words}").format(words=isolated(date.evidence)))
    return lines


def _quoting(readings: dict[str, Reading]) -> bool:
    return any(field in readings for field in ("posted", "captured"))


def _identity(found: Document) -> Iterator[Fact]:
    for key, label, value in (
        ("publisher", _("Source"), found.publisher),
        ("author", _("Author"), found.author),
    ):
        yield Fact(key, label, isolated(value) if value else _("not known"), known=bool(value))


def _optional(found: Document) -> Iterator[Fact]:
    for key, label, value in (
        ("url", _("Web address"), found.url),
        ("language", _("Language"), found.language),
    ):
        if value:
            yield Fact(key, label, isolated(value))


def _captured(found: Document, reading: Reading | None, text: str) -> Iterator[Fact]:
    if found.captured.words or found.captured.edtf:
        label = _("Saved from the web")
        yield _date_fact("captured", label, found.captured, reading, text)


def _made(reading: Reading | None) -> Iterator[Fact]:
    """Give when the file was made: neither when its words were published nor when it was saved."""
    if reading is not None:
        said = _("in the file: {words}").format(words=isolated(reading.words))
        yield Fact("made", _("File made"), spelled(reading.value), (said,), edits=False)


def _date_fact(
    field: str, label: str, date: WrittenDate, reading: Reading | None, text: str
) -> Fact:
    if not date.words and not date.edtf:
        return Fact(field, label, _("not known"), known=False)
    lines = date_explained(date)
    line = source_line(text, reading)
    if line and line != one_line(date.words):
        lines.append(_("from: “{line}”").format(line=isolated(line)))
    meanings = two_readings(date)
    caution = ""
    if meanings:
        caution = _("{first} or {second}?").format(first=meanings[0], second=meanings[-1])
    plain = date.is_notation or not date.words
    words = spelled(date.edtf) if plain else isolated(date.words)
    settles = field if date.basis is DateBasis.AMBIGUOUS else ""
    return Fact(field, label, words, tuple(lines), caution, settles)


def _status_fact(found: Document) -> Fact:
    lines = []
    if found.set_aside_reason:
        lines.append(isolated(found.set_aside_reason))
    if found.second_look:
        lines.append(_("marked for a second look"))
    label = _(REVIEW_STATUS_LABELS[found.review_status])
    return Fact("review_status", _("Status"), label, tuple(lines), edits=False)


def _text_facts(documents: DocumentOperations, found: Document) -> Iterator[Fact]:
    facts = documents.facts(found.id)
    if facts is None:
        yield Fact("words", _("Words"), _("not held"), known=False, edits=False)
        return
    length = counted("{count} character", "{count} characters", facts.length)
    yield Fact("words", _("Words"), f"{facts.words:,}", (length,), edits=False)
    encoding = _ENCODINGS.get(facts.encoding, facts.encoding) or _("set by the kind of file")
    why = [_(BASIS_WORDS[facts.encoding_basis])] if facts.encoding else []
    if facts.changed:
        changed = counted(
            "{count} line end or other character changed when it was imported",
            "{count} line ends and other characters changed when it was imported",
            facts.changed,
        )
        why.append(changed)
    yield Fact("encoding", _("Encoding"), encoding, tuple(why), edits=False)
    if found.original_name:
        name = isolated(found.original_name)
        yield Fact("original_name", _("File"), name, edits=False)
    for key, label, fingerprint in (
        ("text_sha256", _("Fingerprint (text)"), facts.sha256),
        ("original_sha256", _("Fingerprint (file)"), documents.original_sha256(found.id)),
    ):
        if fingerprint:
            words = shortened(fingerprint)
            yield Fact(key, label, words, copied=fingerprint, edits=False)


def _note(found: Document) -> Iterator[Fact]:
    if found.note:
        yield Fact("note", _("Note"), "\n".join(map(isolated, found.note.splitlines())))


def _without_zone(edtf: str) -> bool:
    """Say whether a reading has a time of day, and no zone is printed with it."""
    try:
        timed = parse(edtf).precision is Precision.TIME
    except NotAllowed:
        return False
    return timed and len(edtf.partition("T")[2]) == len("00:00:00")
