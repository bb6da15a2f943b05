"""What is filled in in a form comes in behind its page, and nothing of the file is run."""

from pathlib import Path

import pypdfium2
import pytest

from reviewer.domain.incoming import Incoming, PartKind
from reviewer.importers import take_bytes
from reviewer.importers.paged import pdf_forms
from reviewer.importers.paged.pdf_forms import filled_in
from reviewer.importers.paged.pdf_pages import Pages
from reviewer.importers.paged.pdf_pictures import boxes, page_picture
from tests.importers.packing import parts, told
from tests.importers.pdf_files import column, form


def read(data: bytes) -> Incoming:
    found = next(iter(take_bytes(data, "form.pdf")))
    assert isinstance(found, Incoming)
    return found


def test_what_is_filled_in_stands_behind_its_page_a_line_a_field() -> None:
    document = read(
        form(
            column("Who saw it?"),
            "/FT/Tx/T(name)/V(Noor Khan)",
            "/FT/Tx/T(n2)/TU(Where it was)/V(At the bridge\\rin the morning)",
            "/FT/Tx/T(empty)/V( )",
            "/FT/Ch/Ff 131072/T(kind)/Opt[[(a)(Army)][(p)(Police)]]/V(p)",
            "/FT/Ch/Ff 2097152/T(days)/Opt[(Monday)(Tuesday)(Friday)]/V[(Monday)(Friday)]",
            "/FT/Btn/T(hurt)/V/Yes/AS/Yes/AP<</N<</Yes 3 0 R/Off 3 0 R>>>>",
            "/FT/Btn/T(killed)/V/Off/AS/Off/AP<</N<</Yes 3 0 R/Off 3 0 R>>>>",
            "/FT/Btn/Ff 65536/T(send)",
        )
    )
    filled = (
        "name: Noor Khan\nWhere it was: At the bridge\nin the morning\nkind: Police\n"
        "days: Monday, Friday\nhurt: Yes"
    )
    assert document.text == f"Who saw it?\n\n{filled}\n"
    assert parts(document, PartKind.TEXT_BOX) == [(1, "", filled)]
    assert parts(document, PartKind.PAGE) == [(1, "", "Who saw it?")]
    assert told(document) == [
        "Fields of its form that are filled in, each on a line behind its page: 5."
    ]


def test_a_value_is_read_once_though_it_stands_in_several_places() -> None:
    field = "/FT/Tx/T(name)/V(Noor)"
    assert read(form(column("Words."), field, field)).text == "Words.\n\nname: Noor\n"


def test_what_the_file_hides_is_left_out_and_counted() -> None:
    document = read(form(column("Words."), "/FT/Tx/T(a)/V(secret)/F 2", "/FT/Tx/T(b)/F 32/V(x)"))
    assert document.text == "Words.\n"
    assert told(document) == ["Filled-in fields left out because the file hides them: 2."]


def test_a_form_without_any_printed_word_is_a_document() -> None:
    document = read(form([], "/FT/Tx/T(name)/V(Noor Khan)"))
    assert document.text == "name: Noor Khan\n"


def test_a_form_in_which_nothing_is_filled_in_is_not_spoken_of() -> None:
    assert told(read(form(column("Words."), "/FT/Tx/T(name)"))) == []


def test_of_a_form_that_is_a_program_it_is_said_that_it_was_not_read() -> None:
    document = read(form(column("Wait."), "/FT/Tx/T(a)/V(x)", more="/XFA(x)"))
    assert document.text == "Wait.\n"
    assert told(document) == ["The file has a form: not all that is filled in there was read."]


def test_more_than_anybody_fills_in_is_left_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_forms, "_MOST_FIELDS", 2)
    fields = [f"/FT/Tx/T(f{number})/V(words)" for number in range(4)]
    with pypdfium2.PdfDocument(form(column("Words."), *fields)) as raw:
        found = filled_in(Pages(raw))
    assert (found.count, found.unread) == (2, True)


def test_the_picture_of_a_page_shows_what_is_filled_in_and_its_words_keep_their_places() -> None:
    printed = column("Who saw it?")
    empty, filled = (
        form(printed, f"/FT/Tx/T(name)/V({words})/DA(/F1 12 Tf 0 g)", more="/DA(/F1 12 Tf 0 g)")
        for words in ("", "Noor Khan")
    )
    assert page_picture(empty, 1, 1.0).data != page_picture(filled, 1, 1.0).data
    ((box,),) = boxes(filled, 1, "Who saw it?", [(0, 3)])
    assert 0 < box.left < box.right < 1


def test_a_real_form_is_read(real_fixtures: Path) -> None:
    document = read((real_fixtures / "pdf" / "tika" / "testPDF_acroform3.pdf").read_bytes())
    assert document.text.endswith(
        "\n\naTextField: TIKA-1226\naCheckBox: Yes\naComboBox: comboItemB\naListBox: listItemC\n"
    )
