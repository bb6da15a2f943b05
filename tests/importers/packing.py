"""Makes small files of packed formats for tests."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from reviewer.domain.incoming import Incoming, PartKind, Taken

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF = (
    " ".join(
        f'xmlns:{prefix}="{_ODF}:{space}:1.0"'
        for prefix, space in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("meta", "meta"),
            ("draw", "drawing"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def related(*kinds: tuple[str, str]) -> str:
    """Return relationships: of each the kind and the part."""
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds)
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{inside}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """Return a Word document; ``parts`` are what is inside its other parts, by their kind."""
    files = {
        "_rels/.rels": related(
            ("officeDocument", "word/document.xml"), ("core-properties", "p.xml")
        ),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": related(*((kind, f"{kind}.xml") for kind in parts)),
    }
    for kind, inside in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{kind} {W}>{inside}</w:{kind}>"
    if "core" in parts:
        files["p.xml"] = parts["core"]
    return packed(files)


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph of a Word document."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def odt(body: str, own: str = "", **parts: str) -> bytes:
    """Return an OpenDocument text with styles of its ``own``.

    ``parts`` are other files, by their names without ``.xml``.
    """
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{own}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    named = {f"{name}.xml": inside for name, inside in parts.items()}
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content} | named
    )


def only(taken: Iterable[Taken]) -> Incoming:
    """Return the one document that a file is."""
    (found,) = taken
    assert isinstance(found, Incoming)
    return found


def parts(found: Incoming, kind: PartKind) -> list[tuple[int, str, str]]:
    """Return the parts of a kind: number, label and words."""
    return [
        (part.number, part.label, found.text[part.start : part.end])
        for part in found.parts
        if part.kind is kind
    ]


def told(found: Incoming) -> list[str]:
    """Return the remarks as sentences."""
    return [remark.message.format(**remark.values) for remark in found.remarks]


def said(found: Incoming, field: str) -> str:
    """Return what a file says of itself, by the field's name."""
    return next(reading.value for reading in found.readings if reading.field == field)
