"""Rich text: letters of every code page, and notes, boxes, headers and tables in their places."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import FurnitureKind, Incoming, PartKind
from reviewer.importers.office.rtf import IMPORTER
from reviewer.importers.originals import restore
from tests.importers.packing import only, parts, said, told

FONTS = r"{\fonttbl{\f0\fnil Arial;}{\f1\fnil\fcharset178 Arabic;}{\f2\fcharset78 Osaka;}}"


def source(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + "}").encode("latin-1")


def read(body: str) -> Incoming:
    return only(IMPORTER.take(source(body), "report.rtf"))


def test_paragraphs_lines_and_signs() -> None:
    found = read(r"Two men\line were\tab held\emdash \par\pard caf\'e9\~here\par\sect Third\page")
    assert found.text == "Two men\nwere\theld—\n\ncafé\u00a0here\n\nThird\n"
    assert restore(found.original, found.text)[:6] == b"{\\rtf1"


def test_letters_of_all_kinds_are_decoded_and_the_lost_ones_counted() -> None:
    body = (
        r"\f1\'d3\'e1\'c7\'e3\f0  \u1587?\u1604?{\uc2\u8364 xx}\uc0\u8364  "
        r"\uc1\u-10179?\u-8704? \u-10179? x{\f2\'83\'41}"
    )
    found = read(body)
    assert found.text == "سلام سل€€ 😀 \ufffd xア\n"
    assert found.changed == 1


def test_headings_and_lists() -> None:
    body = (
        r"\pard\outlinelevel0 The raid\par\pard Told.\par"
        r"{\listtext\pard\plain 1.\tab}One\par{\pntext\'b7\tab}dot\par{\*\pn\pnlvlblt}\pard End"
    )
    found = read(body)
    assert found.text == "The raid\n\nTold.\n\n1. One\n• dot\n\nEnd\n"
    assert parts(found, PartKind.HEADING) == [(1, "", "The raid")]


def test_a_row_of_a_table_is_a_line() -> None:
    body = (
        r"Before\par\trowd\cellx100\cellx200\pard\intbl Place\cell two\par lines\cell\row"
        r"\trowd\cellx100\cellx200\pard\intbl A\cell {\deleted gone}9\cell\row\pard After\par"
    )
    found = read(body)
    assert found.text == "Before\n\nPlace\ttwo lines\nA\t9\n\nAfter\n"
    assert parts(found, PartKind.TABLE) == [(1, "", "Place\ttwo lines\nA\t9")]


def test_notes_boxes_comments_headers_and_footers_have_their_places() -> None:
    body = (
        r"{\header Secret\par}{\headerf Secret\par}{\footer Page 1\par}"
        r"Told{\super\chftn{\footnote\pard\plain{\super\chftn} A doctor.}} twice"
        r"{\*\atnid N}{\*\atnauthor Noor}\chatn{\*\annotation{\*\atnref 1}\pard Check this}"
        r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard In the box\par}}"
        r"{\shprslt In the box}}\par Below\par"
    )
    found = read(body)
    assert found.text == (
        "Secret\n\nTold[1] twice\n\nIn the box\n\nBelow\n\nPage 1\n\n[1] A doctor.\n\n"
        "Noor: Check this\n"
    )
    assert [piece.kind for piece in found.furniture] == [FurnitureKind.HEADER, FurnitureKind.FOOTER]
    assert parts(found, PartKind.FOOTNOTE) == [(1, "1", "[1] A doctor.")]
    assert parts(found, PartKind.COMMENT) == [(1, "Noor", "Noor: Check this")]
    assert parts(found, PartKind.TEXT_BOX) == [(1, "", "In the box")]


def test_deleted_and_hidden_words_pictures_and_codes_are_left_out() -> None:
    body = (
        r"Seen{\deleted\revauthdel1 three words gone}{\v not seen} still\v  nor this\v0  here"
        r"{\field{\*\fldinst HYPERLINK http://a.org}{\fldrslt a link}}"
        r"{\*\shppict{\pict\pngblip "
        + "89504e47" * 5000
        + r"}}{\pict\bin5 }{{\\x}\par}{\*\unknown x}"
    )
    found = read(body)
    assert found.text == "Seen still herea link\n"
    assert told(found) == [
        "Words left out because they were deleted while changes were tracked: 3.",
        "Words left out because the file hides them: 4.",
        "Pictures in the file, whose words were not read: 2.",
    ]


def test_properties_are_read() -> None:
    body = (
        r"{\info{\title The raid}{\author Noor \u1582?}{\creatim\yr2015\mo3\dy4\hr10\min5}"
        r"{\company C}}Words"
    )
    found = read(body)
    assert (found.title, found.author, found.text) == ("The raid", "Noor خ", "Words\n")
    assert said(found, "made") == "2015-03-04T10:05:00"


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04", b"<html>", rb"{\rtf1}"])
def test_what_is_no_rich_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"“report\.rtf”"):
        list(IMPORTER.take(data, "report.rtf"))


@pytest.mark.parametrize(
    "body",
    [
        r"{" * 50_000 + "x",
        r"x" + "}" * 50,
        r"x\u99999999999 \uc-5 \uc99999 \u x \bin99999999 x",
        r"x\bin-5 \outlinelevel-1 \f-9 x \ansicpg99999 \'e9",
        r"x{\fonttbl{\f0\fcharset99999 A;}}{\f0\'e9}",
        r"x{\footnote{\footnote{\footnote a}}}{\shptxt y}{\*\*\* z",
        r"\cell\row\row\cell x\cell",
    ],
)
def test_odd_rich_text_is_read(body: str) -> None:
    assert "x" in read(body).text


@settings(deadline=None)  # what is imported when used comes with the first
@given(
    st.lists(
        st.sampled_from(
            [
                *("{", "}", "\\par ", "\\u-10179 ", "\\'e9", "\\'", "\\cell", "\\row", "{\\*", "x"),
                *(
                    "{\\footnote ",
                    "{\\shp{\\shptxt ",
                    "\\v",
                    "{\\listtext ",
                    "\\uc",
                    "\\bin3",
                    "\\",
                ),
                *("{\\fonttbl", "\\f1 ", "\\pard", "{\\info{\\title ", "\\ansicpg", "\\\n", "9"),
            ]
        ),
        max_size=30,
    )
)
def test_any_rich_text_is_read_or_refused(pieces: list[str]) -> None:
    try:
        read("".join(pieces))
    except Unreadable:
        return


@pytest.mark.parametrize("name", ["en2hyph", "ur_naskh", "ar_amiri"])
def test_real_documents_come_in_paragraph_by_paragraph(name: str, real_fixtures: Path) -> None:
    truth = json.loads((real_fixtures / "generated" / "truth.json").read_text("utf-8"))
    data = (real_fixtures / "generated" / "rtf" / f"{name}.rtf").read_bytes()
    assert only(IMPORTER.take(data, f"{name}.rtf")).text == "\n\n".join(truth[name[:2]]) + "\n"
