"""What hangs on passages comes out of a damaged project too, and rests on stand-ins if need be."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.progress import Silent
from reviewer.store.stand_ins import stand_in
from reviewer.workspace.project import Workspace
from reviewer.workspace.rescue import rescue
from tests.builders import NOOR, a_document, a_passage, a_project


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Give the file of a project with a record, an actor, an own field, an event and a link."""
    with a_project(tmp_path) as workspace:
        document = a_document(workspace)
        one = a_passage(workspace, document, "Twelve people", "Casualty figure")
        other = a_passage(workspace, document, "Nobody was killed", "Denial")
        workspace.records.enter(
            one,
            {
                "number_text": "Twelve",
                "low": 12,
                "chain": (ChainMember(None, "The Courier"),),
                "victims": (Named(None, "Noor Khan"),),
                "harm": "injured",
            },
        )
        field = workspace.fields.add(workspace.passages.get(one).tag, "Weapon")
        workspace.records.enter_own(one, field, "gun")
        event = workspace.events.add("The raid")
        workspace.events.put([one, other], event)
        workspace.links.link(other, one)
        return workspace.path


def saved(damaged: Path, *statements: str) -> Path:
    """Rescue the project as SQLite leaves it after statements that nothing hinders."""
    connection = sqlite3.connect(damaged)
    connection.execute("PRAGMA foreign_keys = OFF")
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    target = damaged.with_name("saved.review")
    rescue(damaged, target, Silent())
    return target


def test_records_actors_fields_events_and_links_come(damaged: Path) -> None:
    with Workspace.open(saved(damaged), NOOR) as workspace:
        record = workspace.records.of(1)
        assert record.entered["low"] == 12
        assert record.entered["chain"] == (ChainMember(1, "The Courier"),)
        assert record.own == {1: "gun"}
        assert [actor.name for actor in workspace.actors.all()] == ["Noor Khan", "The Courier"]
        assert [one.event for one in workspace.events.of(2)] == [1]
        assert len(workspace.links.all()) == 1
        assert list(workspace.verify()) == []


def test_what_the_history_knows_of_them_is_rebuilt(damaged: Path) -> None:
    target = saved(damaged, "DELETE FROM figures", "DELETE FROM field_values", "DELETE FROM links")
    with Workspace.open(target, NOOR) as workspace:
        assert workspace.records.of(1).own == {1: "gun"}
        assert workspace.records.of(1).entered["low"] == 12
        assert len(workspace.links.all()) == 1


def test_what_others_rest_on_and_nobody_knows_has_a_stand_in(damaged: Path) -> None:
    target = saved(
        damaged,
        "DELETE FROM actors",
        "DELETE FROM fields",
        "DELETE FROM events",
        "DELETE FROM questions",
        "DELETE FROM changes WHERE table_name IN ('actors', 'fields', 'events', 'questions')",
    )
    with Workspace.open(target, NOOR) as workspace:
        assert {actor.name for actor in workspace.actors.all()} == {"Lost 1", "Lost 2"}
        assert [field.name for field in workspace.fields.all()] == ["Lost 1"]
        assert workspace.fields.of(workspace.passages.get(1).tag)
        assert [event.name for event in workspace.events.all()] == ["Lost 1"]
        assert [one.wording for one in workspace.events.questions(1)] == ["Lost 1"]
        assert workspace.records.of(1).own == {1: "gun"}


def test_nothing_stands_for_a_lost_passage_and_its_details_go_with_it(damaged: Path) -> None:
    target = saved(
        damaged,
        "DELETE FROM passages WHERE id = 1",
        "DELETE FROM changes WHERE table_name = 'passages' AND row = 1",
    )
    with Workspace.open(target, NOOR) as workspace:
        assert workspace.passages.ids() == [2]
        assert workspace.links.all() == []
        for table in ("figures", "chain_members", "roles", "field_values"):
            assert workspace._project.connection.count(f"SELECT count(*) FROM {table}") == 0
    with pytest.raises(KeyError):
        stand_in("passages", 1, "")
