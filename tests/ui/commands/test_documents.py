"""Done, and on to the next: in the order and among the documents that one sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import ActorKind, Named
from reviewer.domain.documents import DocumentFilter, DocumentSort, ReviewStatus
from reviewer.ui.prompts import Correction
from reviewer.workspace.reading_files import ReadFile
from tests.builders import an_incoming
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def shown(here: AtTheDesk) -> list[int]:
    return list(here.view.documents.model.ids)


def read_on(here: AtTheDesk) -> int | None:
    here.run("document.done_next")
    return here.desk.panes.document()


def test_the_next_is_the_one_below_in_the_order_of_the_list(here: AtTheDesk) -> None:
    here.view.documents.model.set_order(DocumentSort.TITLE)
    first, second, third, *_rest = shown(here)
    assert (first, second) != (1, 2)
    here.open_in_panes(first)
    assert read_on(here) == second
    assert read_on(here) == third
    assert here.desk.documents.chosen() == [third]


def test_from_the_last_it_goes_on_at_the_top(here: AtTheDesk) -> None:
    ids = shown(here)
    here.workspace.documents.review([ids[0]], ReviewStatus.READING)
    here.open_in_panes(ids[-1])
    assert read_on(here) == ids[1]


def test_what_the_filter_hides_is_not_opened_but_counted(here: AtTheDesk) -> None:
    here.view.documents.filter_field.setText("the")
    here.view.documents.filter_field.settle()
    ids = shown(here)
    assert 1 < len(ids) < 5
    here.open_in_panes(ids[0])
    while read_on(here) in ids and "None of" not in here.prompts.informed[-1]:
        assert here.view.documents.model.filter.words == "the"
    assert set(here.workspace.documents.ids(DocumentFilter(statuses=(ReviewStatus.DONE,)))) == set(
        ids
    )
    assert f"the filter hides {5 - len(ids)}" in here.prompts.informed[-1]


def test_a_filter_by_not_read_does_not_lose_the_place(here: AtTheDesk) -> None:
    here.view.documents._filter_status(ReviewStatus.UNREAD)
    ids = shown(here)
    here.open_in_panes(ids[1])
    assert read_on(here) == ids[2]
    assert shown(here) == [ids[0], *ids[2:]]


def test_when_all_is_read_it_says_so_and_stays(here: AtTheDesk) -> None:
    ids = shown(here)
    here.workspace.documents.review(ids[1:], ReviewStatus.DONE)
    here.open_in_panes(ids[0])
    assert read_on(here) == ids[0]
    assert here.prompts.informed[-1] == "Done. No document is left that is not read."


def test_a_publisher_becomes_an_actor(here: AtTheDesk) -> None:
    document = shown(here)[0]
    here.open_in_panes(document)
    actors = here.workspace.actors
    here.prompts.will("describe", Correction({}, {}, Named(None, "The Gazette")))
    here.run("document.describe")
    (gazette,) = actors.all()
    assert (gazette.name, gazette.kind) == ("The Gazette", ActorKind.ORGANISATION)
    assert actors.publisher(document) == gazette.id
    here.prompts.will("describe", Correction({}, {}, Named(None)))
    here.run("document.describe")
    assert actors.publisher(document) is None


def test_a_document_and_its_publisher_from_one_dialog_are_one_change(here: AtTheDesk) -> None:
    document = shown(here)[0]
    here.open_in_panes(document)
    before = here.workspace.history.ids()
    title = here.workspace.documents.get(document).title
    answer = Correction({"title": "Front page"}, {}, Named(None, "The Gazette"))
    here.prompts.will("describe", answer)
    here.run("document.describe")
    assert len(here.workspace.history.ids()) == len(before) + 1
    here.workspace.history.undo()
    assert here.workspace.documents.get(document).title == title
    assert here.workspace.actors.publisher(document) is None
    assert here.workspace.actors.all() == []


def test_from_an_attachment_one_goes_to_its_mail_and_back(here: AtTheDesk) -> None:
    mail = ReadFile(Path("m.eml"), an_incoming("Dear all."), key=5)
    list_ = ReadFile(Path("m.eml"), an_incoming("A list."), None, ("m.eml",), "list.txt", 6, 5)
    imports = here.workspace.imports
    outcomes = imports.write([mail, list_], imports.new_group())
    first, second = (one.document or 0 for one in outcomes)
    here.open_in_panes(second)
    here.run("document.relatives")
    assert here.desk.panes.document() == first
    here.run("document.relatives")
    assert here.desk.panes.document() == second
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.window.commands.refresh()
    assert not here.window.commands.action("document.relatives").isEnabled()


def test_many_documents_are_corrected_in_one_step(here: AtTheDesk) -> None:
    ids = here.workspace.documents.ids()
    here.view.documents.list.selectAll()
    here.view.documents.list.setFocus()
    fields = {"source_type": "Newspaper", "language": "ur"}
    here.prompts.will("describe", Correction(fields, {"posted": "2015"}))
    here.run("document.describe")
    found = [here.workspace.documents.get(one) for one in ids]
    assert {(one.source_type, one.language, one.posted.edtf) for one in found} == {
        ("Newspaper", "ur", "2015")
    }
    here.workspace.history.undo()
    assert {here.workspace.documents.get(one).source_type for one in ids} == {""}
