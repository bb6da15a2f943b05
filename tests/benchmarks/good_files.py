"""A good file of every kind that can be imported, made here; more of them, where real ones lie."""

import email.message
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.importers.office.test_docx_drawings import CHART, DIAGRAM, a_diagram, drawn_docx, node
from tests.importers.office.test_docx_drawings import GOOD as A_CHART
from tests.importers.packing import docx, odt, packed, paragraph
from tests.importers.pdf_files import column, form, pdf

_LINES = (
    "The raid on Hill Street",
    "At least 27 people were arrested, a spokesman said on 3 March 2015.",
    "کم از کم ۲۷ افراد گرفتار ہوئے، ترجمان نے کہا۔",
    "The office denies it. “Nobody was killed”, it said.",
)
_PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{_LINES[0]}</title>
<meta property="article:published_time" content="2015-03-11T09:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{_LINES[0]}"}}</script>
</head><body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<article><h1>{_LINES[0]}</h1><p>{_LINES[1]}</p><table><tr><td>killed<td>0</table>
<p dir="rtl">{_LINES[2]}</p><blockquote>{_LINES[3]}</blockquote></article>
<footer>© Example</footer></body></html>"""
_BIGGEST = 300_000  # bytes of a real file that is changed thousands of times
_MOST = 12  # real files of a kind


def good_files(real: Path | None = None) -> dict[str, list[tuple[str, bytes]]]:
    """Return names and bytes by the ending of the name; ``real`` is a folder with more of them."""
    made: dict[str, list[tuple[str, bytes]]] = {}
    for name, data in _made():
        made.setdefault(name.rpartition(".")[2], []).append((name, data))
    if real is not None and real.is_dir():
        for path in sorted(real.rglob("*")):
            ending = path.suffix.lstrip(".").casefold()
            several = made.setdefault(ending, []) if ending in {*made, "msg"} else None
            if several is None or len(several) > _MOST or path.stat().st_size > _BIGGEST:
                continue
            several.append((path.name, path.read_bytes()))
    return made


def _made() -> Iterator[tuple[str, bytes]]:
    text = "\n\n".join(_LINES)
    yield "release.txt", text.encode()
    yield "release.md", f"# {text}".encode()
    yield "page.html", _PAGE.encode()
    yield "page.mhtml", _mhtml()
    yield "report.pdf", pdf(column("\n".join(_LINES[:2])), column(_LINES[3].replace("“", '"')))
    fields = "/FT/Tx/T(name)/V(Noor)", "/FT/Ch/T(kind)/Opt[[(a)(Army)][(p)(Police)]]/V(p)"
    yield "form.pdf", form(column(_LINES[1]), *fields)
    yield "drawn.docx", drawn_docx(CHART + DIAGRAM, A_CHART, a_diagram(node("1", _LINES[1])))
    yield "report.docx", docx("".join(map(paragraph, _LINES)), footnotes=paragraph(_LINES[3]))
    yield "report.odt", odt("".join(f"<text:p>{line}</text:p>" for line in _LINES))
    yield "report.rtf", _rtf()
    yield "book.epub", _epub()
    yield "letter.eml", _mail()
    yield "table.csv", ("title,text\r\n" + "\r\n".join(f'"{x}","{x}"' for x in _LINES)).encode()
    yield "rows.jsonl", "\n".join(json.dumps({"title": x, "text": x}) for x in _LINES).encode()
    yield "table.xlsx", _workbook()
    yield "several.zip", packed({"a/release.txt": text, "b/page.html": _PAGE})


def _rtf() -> bytes:
    words = "".join(
        char if char.isascii() else f"\\u{int.from_bytes(char.encode('utf-16-le')[:2], 'little')}?"
        for char in "\\par ".join(_LINES)
    )
    return f"{{\\rtf1\\ansi{{\\info{{\\title Raid}}}}{words}}}".encode("ascii")


def _mail() -> bytes:
    made = email.message.EmailMessage()
    made["From"], made["To"] = "Noor <noor@example.org>", "desk@example.org"
    made["Subject"], made["Date"] = _LINES[0], "Tue, 03 Mar 2015 09:00:00 +0500"
    made.set_content("\n\n".join(_LINES))
    made.add_alternative(_PAGE, subtype="html")
    made.add_attachment(_LINES[1].encode(), maintype="text", subtype="plain", filename="note.txt")
    return bytes(made)


def _mhtml() -> bytes:
    made = email.message.EmailMessage()
    made["From"], made["Subject"] = "<Saved by a browser>", _LINES[0]
    made["Snapshot-Content-Location"] = "https://example.org/raid"
    made.set_content(_PAGE, subtype="html")
    made.make_related()
    return bytes(made)


def _epub() -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Raid</dc:title></metadata>'
        '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    chapter = "".join(f"<p>{line}</p>" for line in _LINES)
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "book.opf": book,
            "a.xhtml": page,
        }
    )


def _workbook() -> bytes:
    """Return a workbook of one sheet, as small as one can be."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    rows = "".join(
        f'<row r="{number}">'
        + "".join(f'<c t="inlineStr" r="{cell}{number}"><is><t>{x}</t></is></c>' for cell in "AB")
        + "</row>"
        for number, x in enumerate(("title", *_LINES), 1)
    )
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
            f'<Override PartName="/xl/a.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Raids" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="a.xml"/></Relationships>',
            "xl/a.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def repacked(data: bytes, name: str, changed: bytes) -> bytes:
    """Return an archive in which one file is another; the rest is as it was."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.namelist():
            new.writestr(one, changed if one == name else old.read(one))
    return made.getvalue()


def members(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files in an archive; none where it is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(one, archive.read(one)) for one in archive.namelist()]
    except zipfile.BadZipFile:
        return []
