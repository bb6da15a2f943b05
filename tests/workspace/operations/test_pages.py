"""Pages of documents: where a place stands, what is said of it, and its picture."""

import io
import json
from dataclasses import replace

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Incoming
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.importers import take_bytes
from reviewer.workspace.page_drawing import PageDrawing
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, import_incoming
from tests.importers.pdf_files import column, pdf
from tests.workspace.sources import a_source_not_held

FIRST = "The bridge was hit at night, they say, and two of them saw it\nwith their own eyes there."
SECOND = "At least 25 people were hurt, the report says on its second page."
LABELS = "/PageLabels<</Nums[0<</S/D/St 11>>]>>"


def a_pdf(workspace: Workspace) -> int:
    data = pdf(column(FIRST), column(SECOND), root=LABELS)
    found = next(iter(take_bytes(data, "report.pdf")))
    assert isinstance(found, Incoming)
    return import_incoming(workspace, found)


def test_a_passage_is_cited_with_its_page(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    passage = a_passage(workspace, document, "At least 25 people")
    span = workspace.passages.get(passage).span
    assert workspace.pages.name_at(document, span.start) == "12"
    assert ", p. 12, paragraph " in workspace.passages.citation(document, span, passage).plain


def test_an_export_says_the_page(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    a_passage(workspace, document, "At least 25 people")
    target = io.BytesIO()
    workspace.exports.write("jsonl", target, Silent())
    assert json.loads(target.getvalue())["page"] == "12"


def test_a_text_without_pages_says_nothing_of_any(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    assert len(workspace.pages.of(document)) == 0
    assert workspace.pages.name_at(document, 3) == ""
    assert not workspace.pages.can_be_drawn(document)
    assert workspace.pages.wish(document, 1, 1.0, []) is None
    assert "p. " not in workspace.passages.citation(document, Span(0, 6)).plain


def test_a_page_is_drawn_with_the_places_of_passages(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    passage = a_passage(workspace, document, "At least 25 people")
    here, elsewhere = workspace.passages.get(passage).span, Span(0, 5)
    wish = workspace.pages.wish(document, 2, 1.0, [here, elsewhere])
    assert wish is not None
    assert wish.text == SECOND
    drawing = PageDrawing()
    try:
        drawn = drawing.draw(wish, lambda: None)
    finally:
        drawing.close()
    assert (drawn.picture.width, drawn.picture.height) == (595, 842)
    assert [len(places) for places in drawn.places] == [1, 0]


def test_there_is_no_picture_of_a_page_that_is_not_there(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    assert workspace.pages.can_be_drawn(document)
    assert workspace.pages.wish(document, 3, 1.0, []) is None


def test_pages_of_many_documents_are_kept_at_hand_and_given_up_again(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    pages = workspace.pages.of(document)
    assert workspace.pages.of(document) is pages
    for number in range(70):
        workspace.pages.of(a_document(workspace, f"Document {number} is short."))
    again = workspace.pages.of(document)
    assert again is not pages
    assert len(again) == 2


def test_the_file_is_at_hand_for_the_next_page(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    first = workspace.pages.wish(document, 1, 1.0, [])
    second = workspace.pages.wish(document, 2, 1.0, [])
    assert first is not None
    assert second is not None
    assert first.data is second.data


def test_a_source_that_is_not_held_has_no_pages(workspace: Workspace) -> None:
    source = a_source_not_held(workspace)
    assert len(workspace.pages.of(source)) == 0
    assert not workspace.pages.can_be_drawn(source)


def test_a_file_that_was_not_kept_has_no_pictures_and_it_is_said_why(
    workspace: Workspace,
) -> None:
    found = next(iter(take_bytes(pdf(column(FIRST)), "report.pdf")))
    assert isinstance(found, Incoming)
    kept = replace(found, original=found.original.without_bytes())
    document = import_incoming(workspace, kept)
    with pytest.raises(NotAllowed, match="were not kept"):
        workspace.pages.wish(document, 1, 1.0, [])
