"""A source becomes a tree whatever it is like, with its letters read as the page says."""

import pytest

from reviewer.domain.incoming import EncodingBasis
from reviewer.importers.web.markup import decoded_page, page_of
from tests.importers.pages import page


def words_of(data: bytes, name: str = "page.html") -> str:
    tree = page_of(data, name).tree
    return " ".join(" ".join(map(str, tree.itertext())).split())


@pytest.mark.parametrize("depth", [150, 300, 20_000])
def test_words_are_there_however_deep_they_lie(depth: int) -> None:
    data = page("<div>" * depth + "deep words" + "</div>" * depth + "<p>and after</p>")
    assert words_of(data) == "deep words and after"


def test_words_are_there_where_nothing_is_ever_closed() -> None:
    assert words_of(page("<b>word " * 5_000)).count("word") == 5_000


def test_attributes_without_end_do_not_keep_the_words() -> None:
    many = " ".join(f"a{number}=1" for number in range(200_000))
    found = page_of(page(f"<p id='first' {many}>words</p>"), "page.html").tree
    (paragraph,) = found.iter("p")
    assert paragraph.get("id") == "first"
    assert len(paragraph.attrib) <= 200


def test_pictures_in_the_source_are_left_out() -> None:
    data = page(f"<img alt='a b' src='data:image/png;base64,{'A' * 200_000}'><p>words</p>")
    (picture,) = page_of(data, "page.html").tree.iter("img")
    assert picture.get("src") is None
    assert picture.get("alt") == "a b"


def test_xhtml_is_read_as_it_means_itself() -> None:
    data = (
        b'<?xml version="1.0"?><html><head><script src="a.js"/><title>T</title></head>'
        b"<body><p>one <![CDATA[a < b & c]]> two<br/></p><![CDATA[cut</body></html>"
    )
    assert words_of(data, "page.xhtml") == "T one a < b & c two cut"


@pytest.mark.parametrize(
    "head",
    ["<!DOCTYPE html>", "<!DOCTYPE html [", "<!DOCTYPE html PUBLIC 'x'> [ ]>"],
)
def test_a_document_type_takes_no_words_along(head: str) -> None:
    assert "words" in words_of(f"<?xml version='1.0'?>{head}<p>words</p>".encode())


def test_a_byte_order_mark_comes_before_what_the_page_declares() -> None:
    data = b"\xef\xbb\xbf<meta charset='windows-1252'><p>\xc3\xa9</p>"
    decoded = decoded_page(data, "page.html")
    assert (decoded.encoding, decoded.basis) == ("utf-8", EncodingBasis.MARK)


def test_what_a_page_declares_far_down_is_believed() -> None:
    filler = b"<!-- " + b"x" * 3_000 + b" -->"
    words = "три человека задержаны вечером в четверг"
    data = filler + b"<meta charset=koi8-r>" + words.encode("koi8-r")
    decoded = decoded_page(data, "page.html")
    assert words in decoded.text
    assert (decoded.encoding, decoded.basis) == ("koi8-r", EncodingBasis.DECLARED)


def test_an_encoding_of_seven_bits_is_read_where_it_is_declared() -> None:
    words = "三人が死亡した"
    data = b"<meta charset=iso-2022-jp>" + words.encode("iso2022_jp")
    decoded = decoded_page(data, "page.html")
    assert words in decoded.text
    assert decoded.basis is EncodingBasis.DECLARED


def test_utf_8_is_utf_8_whatever_the_page_declares() -> None:
    data = "<meta charset=windows-1252><p>Raïd – “so”</p>".encode()
    assert decoded_page(data, "page.html").encoding == "utf-8"


@pytest.mark.parametrize("declared", ["x-user-defined", "utf-16", "rot13", "ascii"])
def test_an_encoding_that_cannot_be_is_passed_over(declared: str) -> None:
    data = b"<p>caf\xe9 and more words than that, all in a row</p>"
    decoded = decoded_page(data, "page.html", declared=declared)
    assert "café" in decoded.text
    assert decoded.basis is EncodingBasis.GUESSED


def test_what_a_person_chose_counts() -> None:
    data = "<meta charset=utf-8><p>Привет</p>".encode("cp1251")
    decoded = decoded_page(data, "page.html", encoding="windows-1251")
    assert "Привет" in decoded.text
    assert decoded.basis is EncodingBasis.CHOSEN
