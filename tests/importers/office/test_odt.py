"""OpenDocument texts: everything a reader sees comes in once, packed or flat."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import FurnitureKind, Incoming, PartKind
from reviewer.importers.office.odt import IMPORTER
from tests.importers.packing import ODF, odt, only, parts, said, told


def read(body: str, own: str = "") -> Incoming:
    return only(IMPORTER.take(odt(body, own), "report.odt"))


def test_white_space_means_what_it_means_there() -> None:
    body = (
        '<text:p> Two\n   men<text:s text:c="3"/>were<text:tab/>held<text:line-break/>'
        "<text:span> by <text:a>night</text:a></text:span> </text:p><text:p/>"
        "<text:section><text:p>They came.</text:p></text:section>"
    )
    assert read(body).text == "Two men   were\theld\nby night\n\nThey came.\n"


def test_headings_lists_and_their_numbers() -> None:
    styles = (
        '<text:list-style style:name="L">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"'
        ' text:display-levels="2"/>'
        '<text:list-level-style-bullet text:level="3" text:bullet-char="-"/>'
        '<text:list-level-style-number text:level="4" style:num-format=""/></text:list-style>'
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )

    def listed(*items: str, more: str = "") -> str:
        inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
        return f'<text:list text:style-name="L" {more}>{inside}</text:list>'

    def words(one: str) -> str:
        return f"<text:p>{one}</text:p>"

    deep = listed(words("dot") + listed(words("bare")))
    body = (
        '<text:h text:outline-level="1">Raid</text:h><text:h text:outline-level="2">Night</text:h>'
        + listed(words("One") + words("more"), words("Two") + listed(words("a"), words("b") + deep))
        + words("between")
        + listed(words("Three"), more='text:continue-numbering="false"')
        + "<text:list><text:list-header><text:p>head</text:p></text:list-header></text:list>"
    )
    found = read(body, styles)
    assert found.text == (
        "I Raid\n\nNight\n\n1. One\nmore\n2. Two\n2.a) a\n2.b) b\n• dot\nbare\n\nbetween\n\n"
        "1. Three\nhead\n"
    )
    assert parts(found, PartKind.HEADING) == [(1, "", "I Raid"), (2, "", "Night")]


def test_tables_boxes_notes_and_comments() -> None:
    body = (
        "<text:p>Told<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A doctor.</text:p></text:note-body></text:note> twice<office:annotation>"
        "<dc:creator>Noor</dc:creator><dc:date>2015-01-02</dc:date><text:p>Check</text:p>"
        "</office:annotation><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box>"
        "</draw:frame><draw:frame><draw:image/></draw:frame></text:p>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell>"
        "<text:p>Place</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row></table:table>"
    )
    found = read(body)
    assert found.text == "Told[1] twice\n\nBox\n\nPlace\tx\tx\nA\n\n[1] A doctor.\n\nNoor: Check\n"
    assert parts(found, PartKind.FOOTNOTE) == [(1, "1", "[1] A doctor.")]
    assert parts(found, PartKind.COMMENT) == [(1, "Noor", "Noor: Check")]
    assert parts(found, PartKind.TEXT_BOX) == [(1, "", "Box")]
    assert parts(found, PartKind.TABLE) == [(1, "", "Place\tx\tx\nA")]
    assert told(found) == ["Pictures in the file, whose words were not read: 1."]


def test_deleted_and_hidden_words_are_counted_only() -> None:
    styles = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        "<dc:creator>Noor Khan</dc:creator></office:change-info><text:p>three words gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>Seen<text:span text:style-name="H"> not seen</text:span>'
        "<text:hidden-text>nor this</text:hidden-text></text:p>"
        '<text:section text:display="none"><text:p>nothing</text:p></text:section>'
    )
    found = read(body, styles)
    assert found.text == "Seen\n"
    assert told(found) == [
        "Words left out because they were deleted while changes were tracked: 3.",
        "Words left out because the file hides them: 5.",
    ]


STYLES = (
    f"<office:document-styles {ODF}><office:master-styles><style:master-page><style:header>"
    "<text:p>Secret</text:p></style:header><style:footer><text:p>Page 1</text:p></style:footer>"
    "</style:master-page><style:master-page><style:header><text:p>Secret</text:p></style:header>"
    "</style:master-page></office:master-styles></office:document-styles>"
)
META = (
    f"<office:document-meta {ODF}><office:meta><dc:title>The raid</dc:title>"
    "<meta:initial-creator>Noor Khan</meta:initial-creator><dc:creator>Other</dc:creator>"
    "<meta:creation-date>2015-03-04T10:11:12.5</meta:creation-date></office:meta>"
    "</office:document-meta>"
)


def test_headers_and_footers_come_once_and_properties_are_read() -> None:
    data = odt("<text:p>Two men</text:p>", meta=META, styles=STYLES)
    found = only(IMPORTER.take(data, "r.odt"))
    assert found.text == "Secret\n\nTwo men\n\nPage 1\n"
    assert (found.title, found.author) == ("The raid", "Noor Khan")
    assert said(found, "made") == "2015-03-04T10:11:12"


def test_a_flat_file_is_read_like_a_packed_one() -> None:
    inside = STYLES[STYLES.index("<office:master") : STYLES.index("</office:document-styles")]
    meta = META[META.index("<office:meta>") : META.index("</office:document-meta")]
    flat = (
        f"<office:document {ODF}>{meta}{inside}<office:body><office:text>"
        "<text:p>Two men</text:p></office:text></office:body></office:document>"
    )
    found = only(IMPORTER.take(flat.encode(), "report.fodt"))
    assert found.text == "Secret\n\nTwo men\n\nPage 1\n"
    assert [piece.kind for piece in found.furniture] == [FurnitureKind.HEADER, FurnitureKind.FOOTER]
    assert parts(found, PartKind.HEADER) == [(1, "", "Secret")]
    assert found.title == "The raid"


def test_what_is_no_text_document_is_refused_with_the_reason() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    for data, reason in (
        (b"no archive", "cannot be unpacked"),
        (odt("<text:p>Two men</text:p>", **{"META-INF/manifest": manifest}), "by a password"),
        (odt("<text:p/>"), "is empty"),
        (odt("").replace(b"content.xml", b"another.xml"), "is missing"),
        (odt("<text:p>" * 5), "is damaged"),
        (odt("<text:section>" * 900 + "</text:section>" * 900), "deeper|is damaged"),
    ):
        with pytest.raises(Unreadable, match=reason):
            list(IMPORTER.take(data, "report.odt"))


XML = (
    '<text:list text:style-name="L"><text:list-item><text:p>Two<text:s text:c="2"/>men'
    "<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>"
    "</text:list-item></text:list>"
)


@settings(deadline=None)  # what is imported when used comes with the first
@given(
    st.integers(0, len(XML)),
    st.sampled_from(["", "<text:p>", "<table:table><text:p/></table:table>", "9" * 30, '"', "-1"]),
)
def test_mutated_parts_are_read_or_refused(place: int, words: str) -> None:
    try:
        only(IMPORTER.take(odt(XML[:place] + words + XML[place:]), "report.odt"))
    except Unreadable:
        return


@pytest.mark.parametrize("name", ["en2hyph", "ur_naskh"])
def test_real_documents_come_in_paragraph_by_paragraph(name: str, real_fixtures: Path) -> None:
    truth = json.loads((real_fixtures / "generated" / "truth.json").read_text("utf-8"))
    data = (real_fixtures / "generated" / "odt" / f"{name}.odt").read_bytes()
    assert only(IMPORTER.take(data, f"{name}.odt")).text == "\n\n".join(truth[name[:2]]) + "\n"
