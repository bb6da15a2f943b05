"""What is told of pages besides what is on them, as a reader of PDFs finds it."""

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.exporters.paper.headings import Heading
from reviewer.exporters.paper.turning import alone
from reviewer.exporters.pdf.about import About, told_behind

_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R /Names << /Dests 4 0 R >> >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    b"<< /Names [<FEFF0061> [3 0 R /XYZ 10 700 0]] >>",
)


def a_pdf() -> bytes:
    """Return one empty page with a place called ``a``, laid out as Qt lays out its files."""
    data, places = b"%PDF-1.4\n", list[int]()
    for number, body in enumerate(_OBJECTS, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<<\n/Size 5\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def opened(about: About) -> pypdfium2.PdfDocument:
    data = a_pdf()
    return pypdfium2.PdfDocument(data + told_behind(data, about))


def outline(about: About) -> list[tuple[int, str, int, float | None]]:
    """Return how deep each line lies, its words, how many are seen under it, and where it leads."""
    found = []
    for line in opened(about).get_toc():
        leads = line.get_dest()
        high = None if leads is None else leads.get_view()[1][1]
        found.append((line.level, line.get_title(), line.get_count(), high))
    return found


def test_lines_lie_under_each_other_and_the_third_level_is_closed() -> None:
    lines = ((1, "Method"), (1, "Events"), (2, "Fire"), (3, "Killed"), (3, "Said"), (2, "Shots"))
    headings = [Heading(level, words, "a") for level, words in lines]
    assert outline(About("en", headings=[*headings, Heading(1, "Sources", "gone")])) == [
        (0, "Method", 0, 700),
        (0, "Events", 2, 700),
        (1, "Fire", -2, 700),
        (2, "Killed", 0, 700),
        (2, "Said", 0, 700),
        (1, "Shots", 0, 700),
        (0, "Sources", 0, None),
    ]


def test_a_level_that_was_left_out_is_no_hole() -> None:
    headings = [Heading(2, "Fire", "a"), Heading(1, "Sources", "a"), Heading(3, "Killed", "a")]
    levels = [
        (level, words) for level, words, _count, _high in outline(About("en", headings=headings))
    ]
    assert levels == [(0, "Fire"), (0, "Sources"), (1, "Killed")]


@pytest.mark.parametrize(
    ("words", "leftward", "told"),
    [
        ("Shots  on\nthe bridge", True, "Shots on the bridge"),
        ("زرویل پل", False, "\u200fزرویل پل"),
        ("UNICEF کی رپورٹ", False, "\u200fUNICEF کی رپورٹ"),
        ("پل: the bridge at Zarvel", False, "\u200eپل: the bridge at Zarvel"),
        ("2019", True, "\u200f2019"),
    ],
)
def test_a_title_runs_as_most_of_its_letters_do(words: str, leftward: bool, told: str) -> None:
    found = outline(About("ur", leftward, [Heading(1, words, "a")]))
    assert [title for _level, title, _count, _high in found] == [told]


@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_whatever_a_title_says_the_outline_is_whole(words: str) -> None:
    headings = [Heading(1, words, "a"), Heading(2, ") >> endobj", "a"), Heading(1, "end", "a")]
    found = outline(About("en", headings=headings))
    assert [(level, high) for level, _words, _count, high in found] == [
        (0, 700),
        (1, 700),
        (0, 700),
    ]
    assert [title for _level, title, _count, _high in found][1:] == [") >> endobj", "end"]


def test_language_and_title_bar_are_told_without_an_outline_too() -> None:
    data = a_pdf()
    behind = told_behind(data, About("ur", leftward=True))
    assert pypdfium2.PdfDocument(data + behind)[0].get_size() == (595, 842)
    assert "ur".encode("utf-16-be").hex().encode() in behind
    assert b"/DisplayDocTitle true" in behind
    assert b"/Outlines" not in behind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no PDF",
        a_pdf()[:-20],
        a_pdf().replace(b"/Root 1", b"/Root 9"),
        a_pdf().replace(b"/Root 1", b"/Root 0"),
        a_pdf().replace(b"0000000009", b"000000000x"),
        a_pdf().replace(b"0000000009", b"0000000010"),
        a_pdf().replace(b"xref\n0 5", b"xref\n1 5"),
    ],
)
def test_pages_that_were_written_in_another_way_stay_as_they_are(data: bytes) -> None:
    assert told_behind(data, About("en", headings=[Heading(1, "Method", "a")])) == b""


def test_words_alone_on_a_line_need_no_mark_where_they_all_run_the_same_way() -> None:
    assert alone("Fire at the mill, 3:15", leftward=False) == "Fire at the mill, 3:15"
