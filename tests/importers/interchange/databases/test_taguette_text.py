"""Pages of Taguette: their words as a browser shows them, and its byte places in them."""

import html
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.text import normalise
from reviewer.importers.interchange.databases.taguette_text import page_text

LETTERS = [*"ab.<>&\"'=\t\n \u00a0\u2028\ufeff\r\0", "😀", "é", "e\u0301", "مدني", "  ", "\u200f"]
words = st.lists(st.sampled_from(LETTERS), max_size=8).map("".join)
inline = st.sampled_from(["", "b", "em", "a", "sub", "code"])
block = st.sampled_from(["p", "h1", "li", "pre", "td", "tr", "blockquote", "br", "b", "div"])
pages = st.lists(st.tuples(block, st.lists(st.tuples(inline, words), max_size=3)), max_size=5)
Blocks = list[tuple[str, list[tuple[str, str]]]]


def source_of(blocks: Blocks) -> str:
    """Write a page as Taguette keeps one."""
    return "".join(
        f"<{tag}>" + "".join(_written(*piece) for piece in pieces) + f"</{tag}>"
        for tag, pieces in blocks
    )


def _written(tag: str, piece: str) -> str:
    escaped = html.escape(piece, quote=False).replace("\r", "&#13;")
    return f'<{tag} title="a>b">{escaped}</{tag}><!-- <p> -->' if tag else escaped


def counted_of(blocks: Blocks) -> str:
    """Return the text between the tags, in which Taguette counts."""
    counted = []
    for tag, pieces in blocks:
        written = [(inner, piece.replace("\0", "\ufffd")) for inner, piece in pieces]
        if tag == "pre" and written and not written[0][0]:
            written[0] = ("", written[0][1].removeprefix("\n"))
        counted += [piece for _inner, piece in written]
    return "".join(counted)


@given(pages, st.data())
def test_every_place_comes_back_as_its_words(blocks: Blocks, data: st.DataObject) -> None:
    page = page_text(source_of(blocks).replace("\0", "\ufffd"))
    counted = counted_of(blocks)
    sizes = [0, *accumulate(len(letter.encode()) for letter in counted)]
    ends = data.draw(
        st.lists(st.tuples(*[st.integers(0, len(counted))] * 2).map(sorted), max_size=6)
    )
    places = page.places([(sizes[start], sizes[end]) for start, end in ends])
    text = normalise(page.text).text
    for (start, end), place in zip(ends, places, strict=True):
        said = "".join(normalise("." + counted[start:end]).text[1:].split())
        found = "" if place is None else text[slice(*place)]
        assert "".join(found.split()).lstrip("\u2060") == said.lstrip("\u2060")
        if place is not None and said.strip("\u2060"):
            assert place[0] < place[1]


def test_the_vector_that_taguette_itself_agreed_to() -> None:
    page = page_text(
        "<p>Officials said 12 people died 😀 in the raid.</p><p>Residents say at least 20.</p>"
    )
    assert page.places([(35, 46), (61, 72), (30, 60)]) == [(32, 43), (60, 71), (30, 59)]
    assert [page.text[start:end] for start, end in [(32, 43), (60, 71), (30, 59)]] == [
        "in the raid",
        "at least 20",
        "😀 in the raid.\n\nResidents say",
    ]


def test_words_stand_as_a_browser_shows_them() -> None:
    source = (
        " <h1>Head</h1>\n<p>One  &amp;\r\n two<br><br>three </p> <ul><li>a</li><li><p>b</p></li>"
        "</ul><table><tr><td></td><td>x</td></tr><tr><th>1</th><th>2</th></tr></table>"
        "<PRE>\n k\n  l\n</PRE><script>hidden</script><p>4 < 5 <img src='a>b'><b>!</b></p>"
    )
    assert page_text(source).text == (
        "Head\n\nOne & two\n\nthree\n\na\n\nb\n\n\tx\n1\t2\n\n k\n  l\n\n4 < 5 !"
    )


def test_hidden_words_are_counted_and_not_shown() -> None:
    page = page_text("<p>a</p><style>é</style><p>b</p>")
    assert (page.text, page.places([(3, 4), (1, 3)])) == ("a\n\nb", [(3, 4), None])


def test_places_outside_and_the_wrong_way_round_are_none() -> None:
    page = page_text("<p>ab</p>")
    assert page.places([(-1, 1), (1, 1), (2, 1), (2, 3), (1, 9)]) == [
        None,
        None,
        None,
        None,
        (1, 2),
    ]


def test_a_place_inside_a_letter_takes_the_whole_letter() -> None:
    page = page_text("<p>a😀b</p>")
    assert page.places([(2, 3), (3, 6), (0, 2)]) == [(1, 2), (1, 3), (0, 2)]


def test_a_long_paragraph_is_searched_in_pieces() -> None:
    page = page_text(f"<p>{'é' * 5_000} end</p>")
    assert page.places([(10_001, 10_004), (7_998, 8_002)]) == [(5_001, 5_004), (3_999, 4_001)]


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        '<a ="',
        "<a ='\" ",
        "<!--",
        "<",
        "</",
        "<script>",
        "&#",
        "<p>",
        "<a = ",
        "<a\n=",
        "x ",
    ],
)
def test_a_page_of_any_kind_takes_one_pass(piece: str) -> None:
    page = page_text(piece * 100_000)
    assert len(page.text) <= 200_000
    assert page_text(f"<p>sound</p>{piece}").text.startswith("sound")
