"""Small PDFs written by hand."""

import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

Printed = tuple[float, float, float, str]
"""Words on a page: where they begin and stand, from the left and the lower edge, and their size."""


def pdf(
    *pages: Sequence[Printed],
    info: str = "",
    root: str = "",
    rotate: int = 0,
    upward: bool = False,
    size: tuple[int, int] = (595, 842),
) -> bytes:
    """Return a PDF with those words on its pages; ``info`` and ``root`` are entries as written.

    With ``upward`` lines run up the page, each to the right of the one before.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{root}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for index, page in enumerate(pages):
        content = "\n".join(
            f"BT /F1 {size_of} Tf {_at(x, y, upward=upward)} ({_escaped(words)}) Tj ET"
            for x, y, size_of, words in page
        )
        objects += [
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Rotate {rotate}"
                f"/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * index} 0 R>>"
            ),
            f"<</Length {len(content.encode('cp1252'))}>>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<<{info}>>")
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    """Return a file of those objects; the first is its root, the last its properties."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>"
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer{trailer}\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


def column(lines: str, *, left: float = 72, top: float = 760, size: float = 10) -> list[Printed]:
    """Return lines printed one under the other; an empty one leaves room."""
    return [
        (left, top - 1.2 * size * index, size, words)
        for index, words in enumerate(lines.split("\n"))
        if words
    ]


def from_the_right(lines: Sequence[str], *, right: float = 500, top: float = 760) -> bytes:
    """Return a PDF with lines of Arabic letters, set from the left, as they stand."""
    letters = sorted({letter for line in lines for letter in line})
    codes = {letter: 0x21 + index for index, letter in enumerate(letters)}
    pairs = "".join(f"<{code:02x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    width = 6.0
    content = "\n".join(
        f"BT /F1 10 Tf {right - width * len(line)} {top - 14 * index} Td "
        f"<{''.join(f'{codes[letter]:02x}' for letter in _by_sight(line))}> Tj ET"
        for index, line in enumerate(lines)
    )
    mapped = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "/CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(codes)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    widths = " ".join(["600"] * len(codes))
    return _file(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[4 0 R]/Count 1>>",
            (
                "<</Type/Font/Subtype/TrueType/BaseFont/Courier/FirstChar 33/LastChar "
                f"{32 + len(codes)}/Widths[{widths}]/ToUnicode 6 0 R>>"
            ),
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                "/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>"
            ),
            f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
            f"<</Length {len(mapped)}>>\nstream\n{mapped}\nendstream",
            "<<>>",
        ]
    )


def _by_sight(line: str) -> str:
    """Return a line as it stands from left to right: words and letters turned, figures not."""
    return "".join(
        piece[::-1] if piece.isdecimal() else piece for piece in re.split(r"(\d+)", line[::-1])
    )


def _at(x: float, y: float, *, upward: bool) -> str:
    return f"0 1 -1 0 {842 - y} {x} Tm" if upward else f"{x} {y} Td"


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


_TESSERACT = """#!{python}
import os, sys
if "--list-langs" in sys.argv:
    print("List of available languages (3):\\nosd\\nurd\\neng")
else:
    {deed}
    page = sys.stdin.buffer.read()
    assert page.startswith(b"P5 ")
    print("Read with " + sys.argv[-1] + " from a pic-\\nture of a page\\n\\nand a second piece")
"""


def stand_in_for_tesseract(
    folder: Path, monkeypatch: pytest.MonkeyPatch, deed: str = "pass"
) -> Path:
    """Put a program on the path that reads pages as Tesseract does; ``deed`` is done first."""
    program = folder / "tesseract"
    program.write_text(_TESSERACT.format(python=sys.executable, deed=deed))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))
    return program


def form(page: Sequence[Printed], *fields: str, more: str = "") -> bytes:
    """Return a PDF of one page with a form; each field is written as its entries."""
    content = "\n".join(
        f"BT /F1 {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, size, words in page
    )
    places = " ".join(f"{6 + index} 0 R" for index in range(len(fields)))
    return _file(
        [
            (
                f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{places}]{more}"
                "/DR<</Font<</F1 4 0 R>>>>>>>>"
            ),
            "<</Type/Pages/Kids[5 0 R]/Count 1>>",
            f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R"
                f"/Resources<</Font<</F1 4 0 R>>>>/Annots[{places}]>>"
            ),
            *(
                f"<</Type/Annot/Subtype/Widget/P 5 0 R/Rect[72 {600 - 20 * index} 272 "
                f"{616 - 20 * index}]{'' if '/F ' in one else '/F 4'}{one}>>"
                for index, one in enumerate(fields)
            ),
            "<<>>",
        ]
    )
