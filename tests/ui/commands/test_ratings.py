"""Ratings at a real window: of a document, an actor and a question, taken back and told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.domain.events import NewEvent
from reviewer.domain.ratings import Scale
from reviewer.ui.asking.rating_prompts import RatingQuestion, RatingWish
from reviewer.ui.commands import why_not
from reviewer.ui.commands.registry import command
from reviewer.ui.models.event_page import RowKind, rows_of
from reviewer.workspace.project import Identity, Workspace
from tests.builders import BASIT, a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

ISOLATES = dict.fromkeys((0x2066, 0x2068, 0x2069))


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def details(here: AtTheDesk) -> str:
    labels = here.view.details.facts.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible()).translate(ISOLATES)


def changes(workspace: Workspace) -> list[str]:
    history = workspace.history
    return [step.sentence for step in history.listed(history.ids())]


def test_a_source_is_rated_from_its_details_and_undo_takes_it_back(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    document = here.workspace.documents.ids()[0]
    here.open_in_panes(document)
    qtbot.waitUntil(lambda: "not rated" in details(here))
    asked: list[RatingQuestion] = []

    def answer(question: RatingQuestion) -> RatingWish:
        asked.append(question)
        return RatingWish("B", "Corrects itself")

    here.prompts.will("rating", answer)
    buttons = here.view.details.facts.findChildren(QToolButton)
    next(one for one in buttons if one.accessibleName() == "Rate the source").click()
    assert (asked[0].about, asked[0].scale) == ("At the bridge", Scale.RELIABILITY)
    qtbot.waitUntil(lambda: "B · usually reliable\nCorrects itself (" in details(here))
    assert changes(here.workspace)[0] == "Rate D1: B"
    here.prompts.will("rating", lambda question: question.now)
    here.run("rating.document")
    assert changes(here.workspace)[0] == "Rate D1: B"
    here.run("history.undo")
    qtbot.waitUntil(lambda: "not rated" in details(here))
    assert here.workspace.ratings.all() == []


def test_others_keep_their_ratings_and_are_shown(here: AtTheDesk, qtbot: QtBot) -> None:
    document = here.workspace.documents.ids()[0]
    me = here.workspace.analyst
    assert me is not None
    here.workspace.sign_in(BASIT)
    here.workspace.ratings.rate("D", document=document)
    here.workspace.sign_in(Identity(me.uid, me.name))
    here.open_in_panes(document)

    def answer(question: RatingQuestion) -> RatingWish:
        assert question.now == RatingWish()
        assert question.others[0].translate(ISOLATES).startswith("D · not usually reliable · Basit")
        return RatingWish("A")

    here.prompts.will("rating", answer)
    here.run("rating.document")
    assert [one.value for one in here.workspace.ratings.of(document=document)] == ["D", "A"]
    qtbot.waitUntil(lambda: "A · completely reliable" in details(here))
    assert "D · not usually reliable\nBasit, " in details(here)
    here.prompts.will("rating", RatingWish())
    here.run("rating.document")
    assert [one.value for one in here.workspace.ratings.of(document=document)] == ["D"]


def test_an_actor_is_rated_from_its_card(here: AtTheDesk, qtbot: QtBot) -> None:
    assert "Choose a single actor" in why_not(command("rating.actor"), here.window.context)
    actor = here.workspace.actors.add("The Courier")
    session = here.window.session
    assert session is not None
    panel = session.registering.panel
    session.registering.choose(actor)
    qtbot.waitUntil(lambda: panel.chosen() == [actor])
    assert panel.card.ratings.text() == "not rated"
    here.window.commands.refresh()
    here.prompts.will("rating", RatingWish("F", "Nothing to go by"))
    panel.card.rate.click()
    qtbot.waitUntil(lambda: panel.card.ratings.text().startswith("F · tried, and cannot tell"))
    assert changes(here.workspace)[0] == "Rate The Courier: F"


def test_a_question_is_rated_on_the_event_page(here: AtTheDesk) -> None:
    workspace = here.workspace
    document = workspace.documents.ids()[0]
    figure = a_passage(workspace, document, "Twelve people were hurt", "Casualty figure")
    workspace.records.confirm([figure])
    event = workspace.events.make_from([figure], NewEvent("The bridge"))
    (question,) = (one.id for one in workspace.events.questions(event))
    here.run("view.events")
    events = here.desk.events
    assert events is not None
    events.show_event(event, question)
    here.prompts.will("rating", RatingWish("2", "Two papers say so"))
    here.run("rating.question")
    (row,) = (one for one in rows_of(workspace, event) if one.kind is RowKind.RATING)
    assert row.first == "How well borne out: 2 · probably so"
    assert row.second.translate(ISOLATES).startswith("Two papers say so (Mirela Novak, ")
    session = here.window.session
    assert session is not None
    model = session.happenings.events.rows.model()
    shown = range(model.rowCount())
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in shown]
    assert any("How well borne out: 2" in one for one in said)
    here.run("history.undo")
    assert workspace.ratings.of(question=question) == []
