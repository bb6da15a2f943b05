"""The triggers: what a change's image says of a row, and what goes without saying."""

import json

import pytest

from reviewer.domain.errors import Stale
from reviewer.domain.steps import Action
from reviewer.store.connection import Connection
from reviewer.store.journal import JOURNALED, columns_of, usual_values
from reviewer.store.shapes import WORDS
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

KEPT = {
    *("document", "text", "number", "start", "end", "quote", "prefix", "suffix"),
    *("tag", "analyst", "created_at"),
}


def images(stored: Connection, column: str, action: Action, table: str) -> list[dict[str, object]]:
    found = stored.rows(
        WORDS,
        f"SELECT {column} FROM changes WHERE action = ? AND table_name = ? ORDER BY id",
        [action, table],
    )
    return [json.loads(words) for (words,) in found]


def test_the_image_of_a_new_row_leaves_out_what_goes_without_saying(
    workspace: Workspace, stored: Connection
) -> None:
    a_passage(workspace, a_document(workspace, "One two three."), "two")
    (image,) = images(stored, "after", Action.INSERT, "passages")
    assert set(image) == KEPT


def test_the_image_of_a_row_that_goes_keeps_what_was_not_usual(
    workspace: Workspace, stored: Connection
) -> None:
    passage = a_passage(workspace, a_document(workspace, "One two three."), "two")
    workspace.passages.note(passage, "Why two?")
    workspace.passages.remove([passage])
    (image,) = images(stored, "before", Action.DELETE, "passages")
    assert set(image) == {*KEPT, "note", "modified_at"}
    workspace.history.undo()
    assert workspace.passages.get(passage).note == "Why two?"
    assert list(workspace.verify()) == []


def test_a_row_that_came_or_went_is_told_whole(workspace: Workspace, stored: Connection) -> None:
    passage = a_passage(workspace, a_document(workspace, "One two three."), "two")
    whole = workspace._project.rows.current("passages", [passage])[passage]
    workspace.passages.remove([passage])
    made, removed = workspace.history.of_passage(passage)
    assert made.after == removed.before == whole
    assert set(whole) == set(columns_of(stored, "passages"))


@pytest.mark.parametrize("table", JOURNALED)
def test_what_goes_without_saying_is_what_the_table_gives_by_itself(
    stored: Connection, table: str
) -> None:
    usual = usual_values(stored, table)
    assert {"id", "uid", "created_at", "modified_at"}.isdisjoint(usual)
    for column, value in usual.items():
        (default,) = stored.rows(
            None, f"SELECT dflt_value FROM pragma_table_info('{table}') WHERE name = ?", [column]
        )
        assert stored.rows(None, f"SELECT {default[0] or 'NULL'} IS ?", [value]) == [(1,)]


def test_tagging_is_not_taken_back_over_a_value_that_was_usual_then(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace, "One two three."), "two")
    tagging = workspace.history.to_undo()
    assert tagging is not None
    workspace.passages.note(passage, "Why two?")
    with pytest.raises(Stale):
        workspace.history.take_back(tagging.id)
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.passages.ids() == []


def test_a_usual_value_changed_behind_the_history_is_told(
    workspace: Workspace, stored: Connection
) -> None:
    a_passage(workspace, a_document(workspace, "One two three."), "two")
    stored.execute("DROP TRIGGER passages_update")
    stored.execute("UPDATE passages SET note = 'slipped in'")
    assert any(
        "passages 1: note not as the history left it" in found.sentence
        for found in workspace.verify()
    )


def test_a_change_of_case_alone_is_recorded_and_taken_back(
    workspace: Workspace, stored: Connection
) -> None:
    tag = workspace.tags.all()[0]
    with workspace.history.step("tags.rename"):
        stored.execute("UPDATE tags SET name = upper(name) WHERE id = ?", [tag.id])
    assert workspace.tags.get(tag.id).name == tag.name.upper()
    assert list(workspace.verify()) == []
    workspace.history.undo()
    assert workspace.tags.get(tag.id).name == tag.name
