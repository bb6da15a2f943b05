"""Actors at a real window: shown, written anew, merged with warnings, removed, opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import ActorKind, ChainMember, Named
from reviewer.ui.asking.event_prompts import Choosing, Entry
from reviewer.ui.commands import why_not
from reviewer.ui.commands.registry import command
from reviewer.ui.soon import Soon
from reviewer.ui.views.overview.actors import ActorsPanel
from tests.builders import a_document, a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk
from tests.ui.walking import nameless


class Keeping(AtTheDesk):
    """Somebody who keeps the register."""

    @property
    def panel(self) -> ActorsPanel:
        session = self.window.session
        assert session is not None
        return session.registering.panel

    def names(self) -> list[str]:
        return [one.name for one in self.workspace.actors.all()]

    def choose(self, *actors: int) -> None:
        """Select actors in the list, the last one current."""
        model, selection = self.panel.list.model(), self.panel.list.selectionModel()
        selection.clear()
        for actor in actors:
            row = next(
                row
                for row in range(model.rowCount())
                if self.panel.list.model().index(row, 0).data()
                and self.panel._model.place_of(str(actor)) == row
            )
            flags = QItemSelectionModel.SelectionFlag.Select
            selection.setCurrentIndex(model.index(row, 0), flags)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Keeping]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield Keeping(one.window, one.prompts)


@pytest.fixture
def claim(here: Keeping) -> int:
    """Tag a passage in which the League speaks of the Army."""
    document = here.workspace.documents.ids()[0]
    passage = a_passage(here.workspace, document, "Twelve people were hurt")
    here.workspace.records.enter(
        passage,
        {"chain": (ChainMember(None, "Concord League"),), "accused": (Named(None, "Army"),)},
    )
    return passage


@pytest.mark.usefixtures("claim")
def test_the_panel_shows_the_register_with_the_keys_in_it(here: Keeping) -> None:
    here.run("actors.show")
    assert here.panel.is_shown()
    assert here.keys_are_in(here.panel.list)
    assert [one.name for one in here.workspace.actors.all()] == ["Army", "Concord League"]
    here.run("actors.show")
    assert not here.panel.is_shown()
    assert here.keys_are_in(here.view.panes)


def test_a_name_nobody_has_is_added_by_enter(here: Keeping) -> None:
    here.run("actors.add")
    field = here.panel.field
    assert here.keys_are_in(field)
    QTest.keyClicks(field, "Dara Minhal")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert here.names() == ["Dara Minhal"]
    assert field.text() == ""
    assert here.panel.chosen() == [here.workspace.actors.all()[0].id]


@pytest.mark.usefixtures("claim")
def test_the_list_narrows_in_any_spelling(here: Keeping) -> None:
    league = here.workspace.actors.named("Concord League")
    assert league is not None
    here.workspace.actors.add_name(league.id, "کنکورڈ لیگ")
    here.run("actors.add")
    here.panel.field.setText("کنکورڈ")
    here.panel.field.settle()
    assert here.panel.list.model().rowCount() == 1
    QTest.keyClick(here.panel.field, Qt.Key.Key_Down)
    assert here.panel.chosen() == [league.id]


def test_two_actors_are_merged_and_the_chosen_name_stays(here: Keeping) -> None:
    actors = here.workspace.actors
    one, other = actors.add("MQM"), actors.add("Muttahida", ActorKind.ORGANISATION)
    here.run("actors.show")
    here.choose(one, other)
    here.prompts.will("pick", Entry(other, "Muttahida"))
    here.run("actors.merge")
    (left,) = actors.all()
    assert (left.name, left.names) == ("Muttahida", ("MQM",))
    assert here.panel.chosen() == [left.id]


def test_other_names_stand_beside_what_is_offered_without_signs_of_ours(here: Keeping) -> None:
    actors = here.workspace.actors
    one, other = actors.add("Army of Tarvesh"), actors.add("Adeel Sarmuz")
    actors.add_name(one, "فوج")
    seen: list[str] = []

    def look(choosing: Choosing) -> None:
        seen.extend(entry.second for entry in choosing.entries if entry.id == one)

    here.run("actors.show")
    here.choose(one, other)
    here.prompts.will("pick", look)
    here.run("actors.merge")
    assert [second.rpartition(", ")[2] for second in seen] == ["فوج"]
    assert len(actors.all()) == 2


@pytest.mark.usefixtures("claim")
def test_a_merge_that_lets_somebody_accuse_themselves_is_asked_about(here: Keeping) -> None:
    actors = here.workspace.actors
    army, league = actors.all()
    here.run("actors.show")
    here.choose(army.id, league.id)
    here.prompts.will("pick", Entry(league.id, league.name))
    here.prompts.will("confirm", None)
    here.run("actors.merge")
    assert len(actors.all()) == 2
    assert here.prompts.asked[-1] == "confirm"


@pytest.mark.usefixtures("claim")
def test_undoing_a_merge_leaves_the_documents_in_their_panes(here: Keeping) -> None:
    actors = here.workspace.actors
    army, league = actors.all()
    other = a_document(here.workspace, "Quite another matter.")
    here.run("view.read")
    here.view.panes.open_here(other)
    actors.merge([army.id], league.id)
    here.run("history.undo")
    assert len(actors.all()) == 2
    assert here.view.panes.document() == other


def test_actors_of_different_sides_are_merged_only_when_asked_about(here: Keeping) -> None:
    actors = here.workspace.actors
    army, league = actors.add("Army", side="State"), actors.add("League", side="Opposition")
    here.run("actors.show")
    here.choose(army, league)
    for answer, left in ((False, 2), (True, 1)):
        here.prompts.will("pick", Entry(league, "League"))
        here.prompts.will("confirm", answer)
        here.run("actors.merge")
        assert len(actors.all()) == left


def test_one_actor_alone_cannot_be_merged_and_is_told_why(here: Keeping) -> None:
    here.workspace.actors.add("MQM")
    here.run("actors.show")
    merge = command("actors.merge")
    assert "two actors" in why_not(merge, here.window.context)


@pytest.mark.usefixtures("claim")
def test_an_actor_that_is_named_is_not_removed(here: Keeping, qtbot: QtBot) -> None:
    unused = here.workspace.actors.add("Nobody")
    here.run("actors.show")
    here.panel.choose(unused)
    here.run("actors.remove")
    assert here.names() == ["Army", "Concord League"]
    qtbot.waitUntil(lambda: here.panel.list.model().rowCount() == 2)
    here.run("actors.remove")
    assert len(here.names()) == 2
    assert "named in" in str(here.prompts.told[-1])


def test_where_an_actor_is_named_is_walked_and_read(here: Keeping, claim: int) -> None:
    here.run("actors.show")
    army = here.workspace.actors.named("Army")
    assert army is not None
    here.panel.choose(army.id)
    button = next(
        one
        for one in here.panel.card.findChildren(QPushButton)
        if one.text().startswith("said to have done it")
    )
    button.click()
    assert here.keys_are_in(here.panel.found)
    QTest.keyClick(here.panel.found, Qt.Key.Key_Return)
    assert here.view.panes.document() == here.workspace.passages.get(claim).document
    here.panel.found.setFocus()
    QTest.keyClick(here.panel.found, Qt.Key.Key_Escape)
    assert here.keys_are_in(here.panel.list)


def test_what_a_publisher_publishes_is_listed(here: Keeping) -> None:
    document = here.workspace.documents.ids()[1]
    courier = here.workspace.actors.add("The Courier")
    here.workspace.actors.publish([document], courier)
    here.run("actors.show")
    here.panel.choose(courier)
    button = next(
        one
        for one in here.panel.card.findChildren(QPushButton)
        if one.text().startswith("publishes")
    )
    button.click()
    QTest.keyClick(here.panel.found, Qt.Key.Key_Return)
    assert here.view.panes.document() == document


def test_an_actor_is_changed_in_place(here: Keeping) -> None:
    actor = here.workspace.actors.add("MQM")
    here.run("actors.show")
    here.panel.choose(actor)
    card = here.panel.card
    QTest.keyClick(here.panel.list, Qt.Key.Key_Return)
    assert here.keys_are_in(card.name)
    card.name.selectAll()
    QTest.keyClicks(card.name, "Muttahida")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    QTest.keyClicks(card.side, "Opposition")
    QTest.keyClick(card.side, Qt.Key.Key_Return)
    QTest.keyClicks(card.another, "MQM")
    QTest.keyClick(card.another, Qt.Key.Key_Return)
    card.kind.setCurrentIndex(1)
    card.kind.activated.emit(1)
    card.protected.click()
    card.note.setFocus()
    QTest.keyClicks(card.note, "see D4")
    card.name.setFocus()
    found = here.workspace.actors.get(actor)
    assert (found.name, found.side, found.names) == ("Muttahida", "Opposition", ("MQM",))
    assert (found.kind, found.protected, found.note) == (ActorKind.ORGANISATION, True, "see D4")
    name = next(one for one in card.names.findChildren(QPushButton) if "MQM" in one.text())
    name.click()
    assert here.workspace.actors.get(actor).names == ()


def test_a_name_that_another_has_is_refused_and_the_field_says_what_is(here: Keeping) -> None:
    actor = here.workspace.actors.add("MQM")
    here.workspace.actors.add("Army")
    here.run("actors.show")
    here.panel.choose(actor)
    card = here.panel.card
    card.name.setFocus()
    card.name.selectAll()
    QTest.keyClicks(card.name, "army")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    assert here.prompts.told
    assert here.workspace.actors.get(actor).name == "MQM"


def test_only_what_is_shown_here_lets_the_register_be_read_again(
    here: Keeping, claim: int, qtbot: QtBot
) -> None:
    here.run("actors.show")
    army = here.workspace.actors.named("Army")
    assert army is not None
    here.panel.choose(army.id)
    read: list[str] = []
    here.panel.list.model().modelReset.connect(lambda: read.append("again"))
    here.workspace.notes.add("Ask the clerk")
    document = here.workspace.documents.ids()[1]
    a_passage(here.workspace, document, "Twelve people were hurt")
    here.workspace.events.add("The raid")
    Soon(lambda: read.append("all is quiet"), here.panel).start()
    qtbot.waitUntil(lambda: bool(read))
    assert read == ["all is quiet"]
    here.workspace.actors.change(army.id, side="Government")
    qtbot.waitUntil(lambda: len(read) == 2)
    assert read[1] == "again"
    here.workspace.passages.remove([claim])
    buttons = here.panel.card.findChildren
    qtbot.waitUntil(lambda: not any("passage" in one.text() for one in buttons(QPushButton)))


def test_an_empty_register_says_what_it_is_for(here: Keeping) -> None:
    here.run("actors.show")
    assert here.keys_are_in(here.panel.field)
    assert nameless(here.panel) == []
    QTest.keyClick(QApplication.focusWidget() or here.panel, Qt.Key.Key_Escape)
