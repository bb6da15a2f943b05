"""Reads what was written with nothing but the standard library: workbooks and TSV."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

Cell = str | int
Sheets = dict[str, list[list[Cell]]]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT = (_ODF % name for name in ("office", "table", "text"))
_ESCAPED = re.compile(r"_x([0-9A-F]{4})_")
_UNESCAPED = re.compile(r"\\([\\tnr])")
_SIGNS = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}


def tsv_cells(data: bytes) -> list[list[str]]:
    """Return the cells of a TSV table, apostrophes still in front."""
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines.pop() == ""
    return [
        [_UNESCAPED.sub(lambda found: _SIGNS[found[1]], cell) for cell in row]
        for line in lines
        for row in csv.reader([line], delimiter="\t")
    ]


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return every part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.testzip() is None
        return {name: book.read(name) for name in book.namelist()}


def cells_of_workbook(data: bytes) -> Sheets:
    """Return the cells of every sheet, each row as long as the first; nothing is an empty text.

    Rows with nothing in them are left out.
    """
    parts = parts_of(data)
    found = dict(_ods(parts["content.xml"]) if "content.xml" in parts else _xlsx(parts))
    return {
        name: [_filled(row, len(rows[0])) for row in rows if any(map(str, row))]
        for name, rows in found.items()
    }


def _filled(row: list[Cell], length: int) -> list[Cell]:
    while row and row[-1] == "":
        row.pop()
    return row + [""] * (length - len(row))


def _xlsx(parts: dict[str, bytes]) -> Iterator[tuple[str, list[list[Cell]]]]:
    book = ET.fromstring(parts["xl/workbook.xml"])
    for number, sheet in enumerate(book.iter(f"{_MAIN}sheet"), 1):
        page = ET.fromstring(parts[f"xl/worksheets/sheet{number}.xml"])
        yield sheet.attrib["name"], [list(_xlsx_row(row)) for row in page.iter(f"{_MAIN}row")]


def _xlsx_row(row: ET.Element) -> Iterator[Cell]:
    place = 0
    for cell in row:
        letters = cell.attrib["r"].rstrip("0123456789")
        wanted = sum((ord(sign) - 64) * 26**power for power, sign in enumerate(reversed(letters)))
        yield from [""] * (wanted - 1 - place)
        place = wanted
        assert cell.find(f"{_MAIN}f") is None
        if cell.attrib.get("t") == "inlineStr":
            words = "".join(one.text or "" for one in cell.iter(f"{_MAIN}t"))
            yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
        else:
            yield int(cell.findtext(f"{_MAIN}v") or "")


def _ods(content: bytes) -> Iterator[tuple[str, list[list[Cell]]]]:
    for table in ET.fromstring(content).iter(f"{_TABLE}table"):
        rows = [list(_ods_row(row)) for row in table.iter(f"{_TABLE}table-row")]
        yield table.attrib[f"{_TABLE}name"], rows


def _ods_row(row: ET.Element) -> Iterator[Cell]:
    for cell in row:
        assert f"{_TABLE}formula" not in cell.attrib
        kind = cell.attrib.get(f"{_OFFICE}value-type")
        if kind is None:
            yield from [""] * int(cell.attrib.get(f"{_TABLE}number-columns-repeated", "1"))
        elif kind == "float":
            yield int(cell.attrib[f"{_OFFICE}value"])
        else:
            yield "\n".join(_paragraph(one) for one in cell.iter(f"{_TEXT}p"))


def _paragraph(paragraph: ET.Element) -> str:
    words = paragraph.text or ""
    for one in paragraph:
        if one.tag == f"{_TEXT}tab":
            words += "\t"
        else:
            words += " " * int(one.attrib[f"{_TEXT}c"])
        words += one.tail or ""
    return words
