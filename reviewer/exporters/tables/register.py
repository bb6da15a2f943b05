"""A register of all documents with their fingerprints, and one document's certificate, as HTML.

What is printed was recorded when a document came in, or measured while this is written. Nothing
in it says whether a document is true.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.domain.incoming import Reading
from reviewer.domain.provenance import (
    BASIS_WORDS,
    MEASURED_LABELS,
    DocumentRecord,
    Measured,
    VersionRecord,
)
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted, filled
from reviewer.exporters.printed import fingerprint, page, plain, rows, table, words

_CLAIM = N_(
    "This page says what was recorded when the files came in, and what was measured when it was "
    "made. It does not state that anything a document says happened, nor who wrote it."
)
_FIELDS = {
    "title": N_("Title"),
    "author": N_("Author"),
    "publisher": N_("Source"),
    "url": N_("Address"),
    "posted": N_("Published"),
    "captured": N_("Saved from the web"),
    "language": N_("Language"),
}
Measure = tuple[Measured, Measured]
"""What came of computing the fingerprints of a text and of its original again."""


@dataclass(frozen=True, slots=True)
class Made:
    """When a page is made (UTC), of which project, with which program, for whose language."""

    at: str
    project: str
    version: str
    language: str = "en"
    mirrored: bool = False


def register(made: Made, documents: Iterable[tuple[DocumentRecord, Measure]]) -> Iterator[str]:
    """Give the register of all documents that are held, as HTML, a document at a time."""
    head = [_("Number"), _("Document"), _("Came in (UTC)")]
    parts = _with_claim(made, table(head, (line for one in documents for line in _lines(*one))))
    title = _("Register of documents: {project}").format(project=made.project)
    yield from page(title, parts, language=made.language, mirrored=made.mirrored)


def certificate(made: Made, found: DocumentRecord, measured: dict[int, Measure]) -> Iterator[str]:
    """Give one document's certificate as HTML; ``measured`` by the ids of its versions' texts."""
    parts = _with_claim(made, _certified(found, measured))
    title = _("Certificate of {document}").format(document=found.document.label)
    yield from page(title, parts, language=made.language, mirrored=made.mirrored)


def _with_claim(made: Made, parts: Iterable[str]) -> Iterator[str]:
    told = _("Made {moment} (UTC) by Reviewer {version} from the project {project}.").format(
        moment=_moment(made.at), version=made.version, project=made.project
    )
    yield f"<p>{plain(told)}</p>\n<p>{plain(_(_CLAIM))}</p>\n"
    yield from parts


def _lines(found: DocumentRecord, measured: Measure) -> Iterator[list[str]]:
    """Give what a document is, and below it its fingerprints."""
    document, version = found.document, found.now
    name = [words(document.title), words(document.original_name)]
    if found.inside:
        name.append(plain(_("in")) + " " + words(found.inside))
    if found.attached_to:
        name.append(plain(_("came with {mail}").format(mail=found.attached_to)))
    if not found.listed:
        name.append(plain(_("taken off the list")))
    if len(found.versions) > 1:
        name.append(plain(_("version {number}").format(number=version.number)))
    came = [_moment(document.imported_at), plain(_size(version)), words(found.imported_by)]
    yield [plain(document.label), "<br>".join(name), "<br>".join(came)]
    sums = (
        (_("Fingerprint of the text (SHA-256)"), version.text_sha256, measured[0]),
        (_("Fingerprint of the file (SHA-256)"), version.original_sha256, measured[1]),
    )
    yield [
        "<br>".join(
            f"{plain(title)}, {_pale(came_of)}<br>{fingerprint(sha256, 16)}"
            for title, sha256, came_of in sums
        )
    ]


def _certified(found: DocumentRecord, measured: dict[int, Measure]) -> Iterator[str]:
    document = found.document
    facts = [
        (_("Title"), words(document.title)),
        (_("Number"), plain(document.label)),
        (_("Identifier"), f"<code>{words(document.uid)}</code>"),
        (_("Name of the file, as given"), words(document.original_name or "–")),
        (_("What it lay in"), words(found.inside or "–")),
        (_("Came with"), plain(found.attached_to or "–")),
        (_("Kind of file"), words(document.media_type)),
        (_("Came in (UTC)"), plain(_moment(document.imported_at))),
        (_("Imported by"), words(found.imported_by)),
        (_("On the list"), plain(_("yes") if found.listed else _("no, taken off the list"))),
        (_("Passages tagged in it"), f"{found.passages:,}"),
    ]
    yield rows(facts)
    for version in reversed(found.versions):
        now = version.text == document.text
        title = _("Version {number}, read now") if now else _("Version {number}, older")
        yield f"<h2>{plain(title.format(number=version.number))}</h2>\n"
        yield rows(_version(version, measured[version.text]))
    yield f"<h2>{plain(_('What is known of it, and where that was read'))}</h2>\n"
    yield from _known(found)


def _version(version: VersionRecord, measured: Measure) -> Iterator[tuple[str, str]]:
    yield _("Came in (UTC)"), plain(_moment(version.created_at))
    if version.reason:
        yield _("Why it was put in place"), words(version.reason)
    if version.part:
        yield _("Part of its file"), words(version.part)
    kept = _("kept byte for byte in the project")
    if version.dropped:
        kept = _("the bytes were dropped by choice; size and fingerprint are held")
    yield _("File"), plain(f"{_size(version)}; {kept}")
    yield _("Fingerprint of the file (SHA-256)"), fingerprint(version.original_sha256)
    yield "", _pale(measured[1])
    length = counted("{count} character", "{count} characters", version.length)
    count = counted("{count} word", "{count} words", version.words)
    yield _("Text"), plain(f"{length}, {count}")
    yield _("Fingerprint of the text (SHA-256)"), fingerprint(version.text_sha256)
    yield "", _pale(measured[0])
    reader = _("{importer}, version {version}; normaliser version {normaliser}")
    yield (
        _("Read by"),
        plain(
            reader.format(
                importer=version.importer,
                version=version.importer_version,
                normaliser=version.normaliser_version,
            )
        ),
    )
    if version.encoding:
        why = _(BASIS_WORDS[version.encoding_basis])
        yield _("Encoding"), plain(f"{version.encoding}: {why}")
    yield _("Characters changed while it was read"), f"{version.changed:,}"


def _known(found: DocumentRecord) -> Iterable[str]:
    document = found.document
    values = {
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "url": document.url,
        "posted": document.posted.edtf or document.posted.words,
        "captured": document.captured.edtf or document.captured.words,
        "language": document.language,
    }
    read = {reading.field: reading for reading in reversed(found.readings)}
    lines = [
        (plain(_(_FIELDS[field])), words(value or "–"), _where(value, read.get(field)))
        for field, value in values.items()
    ]
    return table([_("What"), _("Now"), _("Read from")], lines)


def _where(value: str, reading: Reading | None) -> str:
    if reading is None:
        return plain(_("no place in the file is recorded") if value else "–")
    if reading.span is None:
        place = _("from the file’s name or its own properties")
    else:
        place = filled(
            N_("characters {start} to {end}"),
            {"start": reading.span.start, "end": reading.span.end},
        )
    quoted = f"“{words(reading.words)}”" if reading.words else ""
    changed = ""
    if reading.value and reading.value != value:
        changed = plain(_("; changed since"))
    return f"{quoted} {plain(place)}{changed}"


def _pale(measured: Measured) -> str:
    return f'<span class="pale">{plain(_(MEASURED_LABELS[measured]))}</span>'


def _size(version: VersionRecord) -> str:
    return counted("{count} byte", "{count} bytes", version.size)


def _moment(at: str) -> str:
    return at[:19].replace("T", " ")
