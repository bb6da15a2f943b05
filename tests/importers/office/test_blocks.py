"""Paragraphs, tables and groups become lines that read well."""

from reviewer.domain.incoming import FurnitureKind, Incoming, PartKind
from reviewer.importers.office.blocks import Block, BlockWriter, Group, Paragraph, Table, headed
from reviewer.importers.writing import Writing
from tests.importers.packing import parts


def made(*blocks: Block) -> Incoming:
    writing = Writing(b"PK", "report.docx")
    BlockWriter(writing).write(blocks)
    return writing.incoming(importer=("word", 1), media_type="application/x-word")


def cell(*words: str) -> list[Block]:
    return [Paragraph(one) for one in words]


def test_items_of_a_list_stand_below_each_other_and_paragraphs_apart() -> None:
    found = made(
        Paragraph("Told."),
        Paragraph("• one", item=True),
        Paragraph("• two", item=True),
        Paragraph(" "),
        Paragraph("Then.", level=2),
    )
    assert found.text == "Told.\n\n• one\n• two\n\nThen.\n"
    assert parts(found, PartKind.HEADING) == [(2, "", "Then.")]


def test_a_row_is_a_line_while_its_cells_are_short() -> None:
    rows = [[cell("Place"), cell("two\nlines"), cell()], [cell(), cell(" "), cell()]]
    assert made(Table(rows)).text == "Place\ttwo lines\n"
    long = "word " * 100
    assert made(Table([[cell("Place"), cell(long)]])).text == f"Place\n\n{long.strip()}\n"
    assert made(Table([[cell("a", "b", "c", "d", "e"), cell("x")]])).text.startswith("a\n\nb\n\nc")


def test_a_table_of_one_column_only_holds_the_page_together() -> None:
    assert made(Table([[cell("One", "Two")], [cell("Three")]])).text == "One\n\nTwo\n\nThree\n"
    assert made(Table([[cell("One")], [cell("Two")]])).text == "One\nTwo\n"


def test_a_table_without_words_is_nothing() -> None:
    assert parts(made(Table([[cell(" ")]]), Paragraph("x")), PartKind.TABLE) == []


def test_groups_are_counted_by_their_kind_and_may_be_furniture() -> None:
    box = Group(PartKind.TEXT_BOX, cell("In it"))
    found = made(
        Group(PartKind.HEADER, cell("Secret"), furniture=FurnitureKind.HEADER),
        Paragraph("Told.", boxes=[box, Group(PartKind.TEXT_BOX, cell(" "))]),
        Group(PartKind.TEXT_BOX, cell("Another"), label="b"),
    )
    assert found.text == "Secret\n\nTold.\n\nIn it\n\nAnother\n"
    assert parts(found, PartKind.TEXT_BOX) == [(1, "", "In it"), (2, "b", "Another")]
    assert [piece.kind for piece in found.furniture] == [FurnitureKind.HEADER]


def test_a_mark_goes_before_the_first_words() -> None:
    assert headed("[1]", [Paragraph(" "), Paragraph(" A doctor.")])[1] == Paragraph("[1] A doctor.")
    assert headed("", cell("x")) == cell("x")
    assert headed("[1]", []) == []
