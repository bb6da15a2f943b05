"""PDFs become documents: their text in reading order, their pages, what stands on every page."""

import io
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, FurnitureKind, Incoming, LeftOut, PartKind
from reviewer.importers import take_bytes
from reviewer.importers.paged.pdf import IMPORTER
from tests.importers.packing import said
from tests.importers.pdf_files import column, from_the_right, pdf

PROSE = (
    "On the evening of 14 March the provincial spokesman denied that\n"
    "troops had fired on the demonstration, insisting that those who did\n"
    "it were unidentified provocateurs. Residents described about twenty-\n"
    "five soldiers who came along the embankment.\n"
    "\n"
    "According to the registrar of the hospital, 43 casualties were brought\n"
    "in, of whom 17 died."
)


def read(data: bytes) -> Incoming:
    found = next(iter(take_bytes(data, "report.pdf")))
    assert isinstance(found, Incoming)
    return found


def remarks(document: Incoming) -> list[str]:
    return [one.message.format(**one.values) for one in document.remarks]


def test_lines_of_a_paragraph_become_one_line_and_a_hyphen_keeps_its_line_end() -> None:
    text = read(pdf(column(PROSE))).text
    assert text == (
        "On the evening of 14 March the provincial spokesman denied that troops had fired on the "
        "demonstration, insisting that those who did it were unidentified provocateurs. Residents "
        "described about twenty-\nfive soldiers who came along the embankment.\n"
        "\n"
        "According to the registrar of the hospital, 43 casualties were brought in, of whom 17 "
        "died.\n"
    )


def test_a_word_broken_at_a_line_end_is_found_whole() -> None:
    assert "twentyfive soldiers" in read(pdf(column(PROSE))).folded


def test_every_page_is_a_part_with_its_number_as_the_file_has_it() -> None:
    labels = "/PageLabels<</Nums[0<</S/r>>2<</S/D/St 1>>]>>"
    pages = [column(f"Words of page {word}.") for word in ("one", "two", "three")]
    document = read(pdf(*pages, root=labels))
    parts = [part for part in document.parts if part.kind is PartKind.PAGE]
    assert [(part.number, part.label) for part in parts] == [(1, "i"), (2, "ii"), (3, "1")]
    assert [document.text[part.start : part.end] for part in parts] == [
        "Words of page one.",
        "Words of page two.",
        "Words of page three.",
    ]


def test_what_stands_on_every_page_is_furniture_and_its_number_the_label() -> None:
    pages = [
        [
            (72, 800, 8, "Ministry of Information, press office"),
            *column(f"What page {word} says is its own.\nIt says it in two lines here."),
            (290, 40, 8, f"Page {12 + index} of 40"),
        ]
        for index, word in enumerate(("one", "two", "three"))
    ]
    document = read(pdf(*pages))
    kinds = [(document.text[one.span.start : one.span.end], one.kind) for one in document.furniture]
    assert kinds == [
        pair
        for number in (12, 13, 14)
        for pair in (
            ("Ministry of Information, press office", FurnitureKind.HEADER),
            (f"Page {number} of 40", FurnitureKind.PAGE_NUMBER),
        )
    ]
    labels = [part.label for part in document.parts if part.kind is PartKind.PAGE]
    assert labels == ["12", "13", "14"]


def test_larger_short_lines_are_headings() -> None:
    page = [(72, 800, 20, "Annual report"), (72, 775, 14, "Casualties"), *column(PROSE, top=740)]
    document = read(pdf(page))
    headings = [part for part in document.parts if part.kind is PartKind.HEADING]
    assert [(document.text[one.start : one.end], one.number) for one in headings] == [
        ("Annual report", 1),
        ("Casualties", 2),
    ]


def test_figures_in_arabic_and_urdu_digits_keep_their_order() -> None:
    lines = ["بلغ عدد القتلى ٤٣ شخصا", "کم از کم ۲۵ افراد ہلاک"]
    document = read(from_the_right(lines))
    assert document.text.split("\n")[0].startswith("بلغ عدد القتلى ٤٣ شخصا")
    assert "کم از کم ۲۵ افراد ہلاک" in document.text


def test_properties_are_read_and_when_it_was_made_is_no_date_of_publication() -> None:
    info = "/Title(What happened in March)/Author(R. Khan)/CreationDate(D:20240131120000+05'00')"
    document = read(pdf(column(PROSE), info=info))
    assert (document.title, document.author) == ("What happened in March", "R. Khan")
    assert said(document, "made") == "2024-01-31T12:00:00+05:00"
    assert document.posted.edtf == ""
    dated = read(pdf(column("Posted on: 14 March 2015\n\n" + PROSE), info=info))
    assert dated.posted.edtf == "2015-03-14"


def test_pages_without_text_are_named() -> None:
    document = read(pdf(column("Only here are words."), [], [], column("And here."), []))
    assert remarks(document) == ["Pages without text, perhaps pictures of pages: 2–3, 5."]
    empty = [part for part in document.parts if part.number == 2]
    assert [(part.start, part.end) for part in empty] == [(empty[0].start, empty[0].start)]


def test_without_any_text_it_says_what_can_be_done() -> None:
    with pytest.raises(Unreadable, match=r"has no text.*Tesseract"):
        read(pdf([]))


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"“report\.pdf” is damaged"):
        read(b"%PDF-1.7 and then nothing of the kind")


def test_files_that_lie_in_it_come_after_it() -> None:
    document = pypdfium2.PdfDocument(pdf(column("A letter with something attached.")))
    document.new_attachment("figures.csv").set_data(b"a,b\n1,2\n")
    buffer = io.BytesIO()
    document.save(buffer)
    first, second = IMPORTER.take(buffer.getvalue(), "letter.pdf")
    assert isinstance(first, Incoming)
    assert second == Enclosed("figures.csv", b"a,b\n1,2\n", attached=True)


def test_what_is_attached_to_a_file_without_text_is_not_lost() -> None:
    document = pypdfium2.PdfDocument(pdf([]))
    document.new_attachment("words.txt").set_data(b"words")
    buffer = io.BytesIO()
    document.save(buffer)
    first, second = IMPORTER.take(buffer.getvalue(), "cover.pdf")
    assert isinstance(first, LeftOut)
    assert second == Enclosed("words.txt", b"words", attached=True)


GOOD = pdf(
    column(PROSE), column("A second page.\n\n1. With a list\n2. of two"), info="/Title(Good)"
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=0, max_size=4)), max_size=8
    ),
    st.integers(0, len(GOOD)),
)
def test_damaged_files_are_read_or_refused(changes: list[tuple[int, bytes]], end: int) -> None:
    data = bytearray(GOOD)
    for place, piece in changes:
        data[place : place + len(piece)] = piece
    try:
        found = list(IMPORTER.take(bytes(data[: max(end, 1)]), "x.pdf"))
    except Unreadable:
        return
    assert all(isinstance(one, Incoming | Enclosed | LeftOut) for one in found)


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("pdf/encrypted/r2-user-password.pdf", "password"),
        ("pdf/encrypted/r6-both-passwords.pdf", "password"),
        ("pdf/broken/unreadablemetadata.pdf", "damaged"),
        ("pdf/plain/two_pages.pdf", "no text"),
    ],
)
def test_real_files_are_refused_with_a_reason(real_fixtures: Path, name: str, refused: str) -> None:
    with pytest.raises(Unreadable, match=refused):
        read((real_fixtures / name).read_bytes())


@pytest.mark.parametrize("maker", ["ar_amiri", "ar_naskh2", "c_ar", "q_ar", "w_ar"])
def test_arabic_of_every_maker_is_whole(real_fixtures: Path, maker: str) -> None:
    text = read((real_fixtures / f"generated/pdf/{maker}.pdf").read_bytes()).text
    assert text.count("وأفاد مدير المستشفى بأن ٤٣ مصابا وصلوا") == 3


@pytest.mark.parametrize("maker", ["ur_naskh", "ur_naskh2", "c_ur", "q_ur", "w_ur"])
def test_urdu_of_every_maker_is_whole(real_fixtures: Path, maker: str) -> None:
    text = read((real_fixtures / f"generated/pdf/{maker}.pdf").read_bytes()).text
    assert text.count("مطابق کم از کم ۲۵ افراد ہلاک اور ۴۳ زخمی ہوئے۔") == 3


@pytest.mark.parametrize("maker", ["ur_nastaliq", "ur_nnastaliq", "c_urnast", "w_urnast"])
def test_of_nastaliq_it_warns(real_fixtures: Path, maker: str) -> None:
    document = read((real_fixtures / f"generated/pdf/{maker}.pdf").read_bytes())
    assert any("Nastaliq" in one for one in remarks(document))


def test_properties_that_are_no_text_are_passed_over() -> None:
    document = read(pdf(column(PROSE), info="/Title<FEFFD8000041D800>/Author(R. Khan)"))
    assert document.title.startswith("On the evening of 14 March")
    assert document.author == "R. Khan"


def test_letters_beyond_all_measure_are_read_all_the_same() -> None:
    page = [(72.0, 700.0, 10.0, "Words here"), (9e37, 9e37, 9e37, "and far away")]
    assert "Words here" in read(pdf(page)).text
