"""Word documents: everything a reader sees comes in once, in order, and is known for what it is."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Furniture, FurnitureKind, Incoming, PartKind
from reviewer.domain.reading.captures import Rule
from reviewer.domain.spans import Span
from reviewer.importers.office.docx import IMPORTER
from reviewer.importers.originals import restore
from tests.importers.packing import docx, only, packed, paragraph, parts, related, said, told


def read(body: str, **kinds: str) -> Incoming:
    return only(IMPORTER.take(docx(body, **kinds), "report.docx"))


def test_paragraphs_have_an_empty_line_between_them() -> None:
    found = read(paragraph("Two men") + paragraph(" ") + paragraph("were held."))
    assert found.text == "Two men\n\nwere held.\n"
    assert (found.importer, found.original_name) == ("docx", "report.docx")
    assert restore(found.original, found.text) == docx(
        paragraph("Two men") + paragraph(" ") + paragraph("were held.")
    )


def test_headings_are_told_by_their_style_or_their_level() -> None:
    styles = (
        '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = (
        paragraph("The raid", '<w:pStyle w:val="T"/>')
        + paragraph("What happened", '<w:pStyle w:val="Own"/>')
        + paragraph("By night", '<w:outlineLvl w:val="2"/>')
        + paragraph("They came.", '<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>')
        + paragraph("They went.", '<w:pStyle w:val="Loop"/>')
    )
    assert parts(read(body, styles=styles), PartKind.HEADING) == [
        (1, "", "The raid"),
        (2, "", "What happened"),
        (3, "", "By night"),
    ]


def test_lists_keep_the_numbers_word_prints() -> None:
    def item(words: str, key: int, level: int = 0) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
        return paragraph(words, place)

    def level(number: int, style: str, pattern: str) -> str:
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        )

    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
        f"{level(1, 'lowerLetter', '%1.%2)')}{level(2, 'bullet', '·')}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="1">{level(0, "hindiVowels", "%1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="4"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = (
        item("One", 1) + item("a", 1, 1) + item("b", 1, 1) + item("dot", 1, 2) + item("Two", 1)
        + item("a again", 1, 1) + item("Four", 2) + item("strange", 3) + item("none", 0)
        + item("lost", 9)
    )  # fmt: skip
    assert read(body, numbering=numbering).text == (
        "1. One\n1.a) a\n1.b) b\n• dot\n2. Two\n2.a) a again\n4. Four\n• strange\n\nnone\n\n"
        "• lost\n"
    )


def test_a_row_of_a_table_is_a_line_and_nested_tables_are_read() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Total")}'
    table = f"<w:tbl>{row(paragraph('Place'), paragraph('Dead'), paragraph('Hurt'))}"
    table += f"{row(wide, paragraph('9'))}</w:tbl>"
    found = read(paragraph("Before") + table + paragraph("After"))
    assert found.text == "Before\n\nPlace\tDead\tHurt\nTotal\t\t9\n\nAfter\n"
    assert parts(found, PartKind.TABLE) == [(1, "", "Place\tDead\tHurt\nTotal\t\t9")]
    nested = read(f"<w:tbl>{row(paragraph('Left'), paragraph('Right') + table)}</w:tbl>")
    assert nested.text == "Left\n\nRight\n\nPlace\tDead\tHurt\nTotal\t\t9\n"
    assert [words for _, _, words in parts(nested, PartKind.TABLE)] == [
        nested.text.strip(),
        "Place\tDead\tHurt\nTotal\t\t9",
    ]


def test_insertions_are_kept_and_deletions_counted() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>Seven men</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Two young men</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> there</w:t></w:r></w:moveTo></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:delText>gone</w:delText></w:r>"
        "</w:p></w:tc></w:tr></w:tbl>"
    )
    found = read(body)
    assert found.text == "Seven men there\n"
    assert told(found) == [
        "Words left out because they were deleted while changes were tracked: 4."
    ]


def test_hidden_words_are_left_out_and_counted() -> None:
    styles = (
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Mark"><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>'
    )
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>one two</w:t></w:r><w:r><w:t>seen</w:t></w:r>"
        '<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:t>three</w:t></w:r></w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr><w:r><w:t>four</w:t></w:r>{shown}</w:p>'
    )
    found = read(body, styles=styles)
    assert found.text == "seen\n\nshown\n"
    assert told(found) == ["Words left out because the file hides them: 4."]


def test_a_text_box_comes_once_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Beside it</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><a:blip/>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + paragraph("Below")
    )
    found = read(body)
    assert found.text == "Beside it\n\nIn the box\n\nBelow\n"
    assert parts(found, PartKind.TEXT_BOX) == [(1, "", "In the box")]
    assert told(found) == ["Pictures in the file, whose words were not read: 1."]


def test_notes_comments_headers_and_footers_have_their_places() -> None:
    body = (
        '<w:p><w:r><w:t>Told</w:t><w:footnoteReference w:id="2"/><w:t> twice</w:t>'
        '<w:endnoteReference w:id="5"/><w:footnoteReference w:id="3"/></w:r></w:p>'
    )
    found = read(
        body,
        header=paragraph("Secret"),
        footer=paragraph("Page 1"),
        footnotes=f'<w:footnote w:id="3">{paragraph(" A nurse.")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("A doctor.")}</w:footnote>'
        f'<w:footnote w:id="-1">{paragraph("never")}</w:footnote>',
        endnotes=f'<w:endnote w:id="5">{paragraph("A guard.")}</w:endnote>',
        comments=f'<w:comment w:id="1" w:author="Noor">{paragraph("Check this")}</w:comment>',
    )
    assert found.text == (
        "Secret\n\nTold[1] twice[i][2]\n\nPage 1\n\n[1] A doctor.\n\n[2] A nurse.\n\n"
        "[i] A guard.\n\nNoor: Check this\n"
    )
    assert found.furniture == (
        Furniture(Span(0, 6), FurnitureKind.HEADER),
        Furniture(Span(29, 35), FurnitureKind.FOOTER),
    )
    assert parts(found, PartKind.FOOTNOTE) == [
        (1, "1", "[1] A doctor."),
        (2, "2", "[2] A nurse."),
        (3, "i", "[i] A guard."),
    ]
    assert parts(found, PartKind.COMMENT) == [(1, "Noor", "Noor: Check this")]
    assert parts(found, PartKind.HEADER) == [(1, "", "Secret")]
    assert parts(found, PartKind.FOOTER) == [(1, "", "Page 1")]
    assert found.title == "Told[1] twice[i][2]"


def test_signs_symbols_fields_and_formulas_are_read() -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:sym w:font="Other" w:char="2022"/><w:sym w:font="Symbol" w:char="zz"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>CODE</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>2y</m:t></m:r>"
        '</m:den></m:f><m:d><m:dPr><m:begChr w:val="["/></m:dPr><m:e><m:r><m:t>z</m:t></m:r></m:e>'
        "</m:d><m:rad><m:e><m:r><m:t>k</m:t></m:r></m:e></m:rad></m:oMath></w:p>"
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t>"
        "</w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert read(body).text == "a\tb\nc‑≥✓•\ufffd12\n\nx/(2y)[z)√k\n\nbase(above)\n"


def test_parts_are_found_wherever_they_are_and_whichever_standard_they_keep() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = packed(
        {
            "_rels/.rels": related(("officeDocument", "/xml/main7.xml")),
            "xml/main7.xml": f'<d:document xmlns:d="{strict}"><d:body><d:sdt><d:sdtContent><d:p>'
            "<d:r><d:t>Two men</d:t></d:r></d:p></d:sdtContent></d:sdt></d:body></d:document>",
        }
    )
    assert only(IMPORTER.take(data, "report.docx")).text == "Two men\n"


def test_properties_are_read_and_those_that_say_nothing_passed_over() -> None:
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><t:created>{}</t:created></c>"
    )
    found = read(paragraph("x"), core=core.format("The raid", "Noor Khan", "2015-03-04T10:11:12Z"))
    assert (found.title, found.author) == ("The raid", "Noor Khan")
    assert said(found, "made") == "2015-03-04T10:11:12Z"
    assert found.posted.edtf == ""
    assert {reading.rule for reading in found.readings} == {Rule.PROPERTIES}
    empty = read(
        paragraph("The words"), core=core.format("Document1", "Windows User", "1601-01-01")
    )
    assert (empty.title, empty.author, empty.posted.edtf) == ("The words", "", "")


def test_what_is_no_word_document_is_refused_with_the_reason() -> None:
    def refused(data: bytes) -> str:
        with pytest.raises(Unreadable) as fault:
            list(IMPORTER.take(data, "report.docx"))
        return str(fault.value)

    good = docx(paragraph("Two men"))
    assert "cannot be unpacked" in refused(good[:-40])
    assert "is missing" in refused(packed({"a.txt": "x"}))
    assert "of another kind" in refused(
        packed({"word/document.xml": "<w:x xmlns:w='urn:x'>words</w:x>"})
    )
    assert "is empty" in refused(docx(paragraph(" ")))
    assert "brings a document type" in refused(
        packed({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x><w>&a;</w></x>"})
    )


def test_a_document_of_pictures_only_says_so() -> None:
    with pytest.raises(Unreadable, match="has no words: only pictures"):
        read("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")


def test_tables_in_tables_are_read_to_a_depth_nobody_needs() -> None:
    def nested(depth: int) -> bytes:
        before, after = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
        return docx(before * depth + paragraph("x") + after * depth)

    assert only(IMPORTER.take(nested(50), "deep.docx")).text == "x\n"
    with pytest.raises(Unreadable, match=r"“deep\.docx” was not opened: .* deeper|is damaged"):
        list(IMPORTER.take(nested(600), "deep.docx"))


GOOD = docx(
    paragraph("Two men") + f"<w:tbl><w:tr><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>",
    footnotes=f'<w:footnote w:id="2">{paragraph("A doctor.")}</w:footnote>',
)


@settings(deadline=None)  # what is imported when used comes with the first
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_mutated_files_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, byte in changes:
        data[place] = byte
    try:
        only(IMPORTER.take(bytes(data), "report.docx"))
    except Unreadable:
        return


XML = paragraph("Two men", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>')


@settings(deadline=None)  # what is imported when used comes with the first
@given(
    st.integers(0, len(XML)),
    st.sampled_from(
        [
            "",
            "<w:t>",
            "<w:tbl><w:p/></w:tbl>",
            "9" * 30,
            '"',
            "<mc:AlternateContent/>",
            "&#1;",
            "-1",
        ]
    ),
)
def test_mutated_parts_are_read_or_refused(place: int, words: str) -> None:
    try:
        only(IMPORTER.take(docx(XML[:place] + words + XML[place:]), "report.docx"))
    except Unreadable:
        return


@pytest.mark.parametrize("name", ["en2hyph", "ur_naskh", "ar_amiri"])
def test_real_documents_come_in_paragraph_by_paragraph(name: str, real_fixtures: Path) -> None:
    truth = json.loads((real_fixtures / "generated" / "truth.json").read_text("utf-8"))
    data = (real_fixtures / "generated" / "docx" / f"{name}.docx").read_bytes()
    assert only(IMPORTER.take(data, f"{name}.docx")).text == "\n\n".join(truth[name[:2]]) + "\n"


def test_every_real_document_is_read_but_for_the_encrypted_one(real_fixtures: Path) -> None:
    for path in sorted((real_fixtures / "docx").glob("*.docx")):
        if "protected" in path.name:
            with pytest.raises(Unreadable, match="protected by a password"):
                list(IMPORTER.take(path.read_bytes(), path.name))
        else:
            assert only(IMPORTER.take(path.read_bytes(), path.name)).words
