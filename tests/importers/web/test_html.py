"""A web page comes in whole, whatever it is like, and nothing is run or loaded for it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Incoming, LeftOut, PartKind
from reviewer.domain.text import is_normal
from reviewer.importers import importer_for, take_bytes
from reviewer.importers.originals import restore
from tests.importers.pages import article, page, taken

GOOD = page(
    "<nav><ul><li><a href='/'>Home</a></li></ul></nav><h1>A raid in the old town</h1>"
    f"{article()}<table><tr><th>Day<th>Held</tr><tr><td>Monday<td>3</tr></table>"
    "<footer>© 2020 The Paper · “All rights reserved” – “”“”“”</footer>",
    "<title>A raid in the old town | The Paper</title><meta property='og:site_name' "
    "content='The Paper'><script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>",
)


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml"])
def test_names_of_pages_are_known(name: str) -> None:
    assert importer_for(name).key == "html"
    assert importer_for(name).guarded


def test_a_page_keeps_its_own_bytes() -> None:
    found = taken(GOOD)
    assert restore(found.original, found.text) == GOOD
    assert (found.importer, found.media_type) == ("html", "text/html")
    assert is_normal(found.text)


def test_headings_and_tables_are_parts_of_the_text() -> None:
    found = taken(GOOD)
    parts = [(one.kind, found.text[one.start : one.end]) for one in found.parts]
    assert (PartKind.HEADING, "A raid in the old town") in parts
    assert (PartKind.TABLE, "Day\tHeld\nMonday\t3") in parts


def test_letters_that_cannot_be_decoded_are_counted() -> None:
    found = taken(GOOD.replace(b"Three men", b"Three m\xffn"))
    assert "Three m\ufffdn" in found.text
    assert found.changed == 1
    assert found.encoding_basis is EncodingBasis.DAMAGED


@pytest.mark.parametrize(
    "data",
    [b"", b"<html><body></body></html>", page("<script>words()</script>"), b"<!-- words -->"],
)
def test_a_page_without_a_word_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"page\.html"):
        taken(data)


def test_a_page_of_more_elements_than_any_page_has_is_refused() -> None:
    with pytest.raises(Unreadable, match="too large for a web page"):
        taken(b"<b>a" * 1_200_001)


def test_entities_of_a_page_s_own_are_neither_loaded_nor_unfolded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("nobody may see this")
    source = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">'
        '<!ENTITY many "aaaaaaaaaa">]><html><body><p>Two men &x; were &many; held.</p></html>'
    )
    found = taken(source.encode(), "page.xhtml")
    assert "nobody" not in found.text
    assert "aaaa" not in found.text
    assert "Two men" in found.text


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_page_is_read_or_refused(data: st.DataObject) -> None:
    broken = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(broken) - 1))
        piece = data.draw(st.binary(max_size=4))
        broken[place : place + data.draw(st.integers(0, 40))] = piece
        broken = broken or bytearray(b"<")
    try:
        found = list(take_bytes(bytes(broken), "page.html"))
    except Unreadable:
        return
    for one in found:
        assert isinstance(one, Incoming | LeftOut)
