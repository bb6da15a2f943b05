"""E-books: chapters in reading order, as text; locked ones are refused."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming, PartKind
from reviewer.importers.web.epub import IMPORTER
from tests.importers.packing import only, packed, parts, told

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="in/book.opf"/></rootfiles></container>'
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The raid</dc:title>'
    "<dc:creator>Noor Khan</dc:creator><dc:publisher>Desk</dc:publisher><dc:date>2015-03</dc:date>"
    '</metadata><manifest><item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="one%201.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="c" href="lost.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="d" href="style.css" media-type="text/css"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>'
)
FIRST = (
    '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    "<title>no</title><script>no()</script></head><body><h1>First</h1><p>Two <i>men</i></p>"
    "<table><tr><th>Place</th><th>Dead</th></tr><tr><td>A</td><td>9</td></tr></table></body></html>"
)
SECOND = "<html><body><p>They came.</p></body></html>"
FILES = {
    "META-INF/container.xml": CONTAINER,
    "in/book.opf": BOOK,
    "in/one 1.xhtml": FIRST,
    "in/two.xhtml": SECOND,
}


def read(**others: str) -> Incoming:
    return only(IMPORTER.take(packed(FILES | others), "raid.epub"))


def test_chapters_come_in_reading_order_with_headings_and_tables() -> None:
    found = read()
    assert found.text == "First\n\nTwo men\n\nPlace\tDead\nA\t9\n\nThey came.\n"
    assert parts(found, PartKind.HEADING) == [(1, "", "First")]
    assert parts(found, PartKind.TABLE) == [(1, "", "Place\tDead\nA\t9")]
    assert told(found) == ["Chapters that the book lists and does not hold: 1."]


def test_what_the_book_says_of_itself_is_read() -> None:
    found = read()
    assert (found.title, found.author, found.publisher) == ("The raid", "Noor Khan", "Desk")
    assert found.posted.edtf == "2015-03"


def test_locked_and_broken_books_are_refused_and_locked_fonts_do_not_matter() -> None:
    def locked(part: str) -> str:
        return (
            '<e><x:EncryptedData xmlns:x="http://www.w3.org/2001/04/xmlenc#"><x:CipherData>'
            f'<x:CipherReference URI="{part}"/></x:CipherData></x:EncryptedData></e>'
        )

    assert read(**{"META-INF/encryption.xml": locked("in/font.otf")}).text
    for files, reason in (
        ({"META-INF/encryption.xml": locked("in/two.xhtml")}, "locked by its publisher"),
        ({"in/book.opf": "<package/>"}, "cannot be unpacked"),
        ({"in/book.opf": "<package>"}, "is damaged"),
        ({"in/book.opf": f"<!DOCTYPE p [<!ENTITY a 'b'>]>{BOOK}"}, "document type"),
        ({"META-INF/container.xml": "<container/>"}, "is missing"),
        ({"in/one 1.xhtml": "", "in/two.xhtml": "<p>–</p>"}, "is empty"),
    ):
        with pytest.raises(Unreadable, match=reason):
            read(**files)


@settings(deadline=None)  # what is imported when used comes with the first
@given(
    st.sampled_from(sorted(FILES)),
    st.integers(0, 400),
    st.sampled_from(["", "<", ">", '"', "<p>", "&x;", "../", "%00", "]]>", "\x01"]),
)
def test_mutated_books_are_read_or_refused(name: str, place: int, words: str) -> None:
    source = FILES[name]
    try:
        read(**{name: source[:place] + words + source[place:]})
    except Unreadable:
        return


def test_a_real_book_comes_in_paragraph_by_paragraph(real_fixtures: Path) -> None:
    truth = json.loads((real_fixtures / "generated" / "truth.json").read_text("utf-8"))
    data = (real_fixtures / "generated" / "epub" / "en1.epub").read_bytes()
    assert only(IMPORTER.take(data, "en1.epub")).text == "\n\n".join(truth["en"]) + "\n"
