"""The journal, and the passages that notes speak of."""

from pathlib import Path

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.notes import NoteKind
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_clock, a_document, a_passage, a_project


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_the_journal_is_listed_newest_first_with_who_and_when(tmp_path: Path) -> None:
    with a_project(tmp_path, now=a_clock()) as workspace:
        first = workspace.notes.add(" Began\r\nwith the army's pages. ")
        workspace.sign_in(BASIT)
        second = workspace.notes.add("پل کے بارے میں پوچھیں")
        newer, older = workspace.notes.all()
        assert (newer.id, newer.analyst_name, newer.words) == (
            second,
            "Basit",
            "پل کے بارے میں پوچھیں",
        )
        assert (older.id, older.analyst_name) == (first, "Noor")
        assert older.words == "Began\nwith the army's pages."
        assert older.created_at == older.modified_at < newer.created_at
        workspace.notes.change(first, "Began with the League's pages.")
        changed = workspace.notes.get(first)
        assert (changed.created_at, changed.analyst_name) == (older.created_at, "Noor")
        assert changed.modified_at > newer.modified_at
        assert [one.id for one in workspace.notes.all()] == [second, first]


def test_the_journal_is_searched_by_all_words(workspace: Workspace) -> None:
    one = workspace.notes.add("Ask the League about 50% of it")
    two = workspace.notes.add("The league has no answer")
    assert [note.id for note in workspace.notes.all("LEAGUE the")] == [two, one]
    assert [note.id for note in workspace.notes.all("0% ask")] == [one]
    assert workspace.notes.all("_") == []


def test_every_verb_of_the_journal_is_a_step_that_can_be_taken_back(workspace: Workspace) -> None:
    note, other = workspace.notes.add("Ask Basit"), workspace.notes.add("Ask Noor")
    assert newest(workspace) == "Write in the journal: “Ask Noor”"
    workspace.notes.change(note, "Ask Basit again")
    assert newest(workspace) == "Change a note in the journal: “Ask Basit again”"
    workspace.notes.remove([note])
    assert newest(workspace) == "Take out of the journal: “Ask Basit again”"
    workspace.notes.remove([other])
    workspace.history.undo()
    workspace.history.undo()
    workspace.notes.remove([note, other])
    assert newest(workspace) == "Take 2 notes out of the journal"
    assert workspace.notes.all() == []
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.notes.get(note).words == "Ask Basit"


def test_what_is_no_note_is_not_written(workspace: Workspace) -> None:
    note = workspace.notes.add("Ask Basit")
    steps = workspace.history.ids()
    for deed in (
        lambda: workspace.notes.add(" \n"),
        lambda: workspace.notes.change(note, ""),
    ):
        with pytest.raises(NotAllowed, match="write something"):
            deed()
    workspace.notes.change(note, " Ask Basit ")
    with pytest.raises(NotFound, match="no such note"):
        workspace.notes.remove([note, 99])
    assert workspace.history.ids() == steps


def test_a_note_that_was_changed_since_is_named_when_its_step_cannot_be_undone(
    workspace: Workspace,
) -> None:
    note = workspace.notes.add("Ask Basit")
    step = workspace.history.ids()[0]
    workspace.notes.change(note, "Ask Noor")
    with pytest.raises(NotAllowed, match="rests on “Ask Noor”"):
        workspace.history.take_back(step)


def test_a_document_has_a_note(workspace: Workspace) -> None:
    document = a_document(workspace)
    workspace.notes.on_document(document, " Read\ntwice ")
    assert workspace.documents.get(document).note == "Read\ntwice"
    assert newest(workspace) == "Note on D1"
    steps = workspace.history.ids()
    workspace.notes.on_document(document, "Read\ntwice")
    assert workspace.history.ids() == steps


def test_a_number_in_a_note_leads_to_its_passage_or_to_none(workspace: Workspace) -> None:
    first, second = a_document(workspace), a_document(workspace, "Another text.")
    passage, gone, hidden = (
        a_passage(workspace, first, "Twelve"),
        a_passage(workspace, first, "people"),
        a_passage(workspace, second, "Another"),
    )
    workspace.passages.remove([gone])
    words = "D1·1 against d1.2, D2-1, D9·9 and D1.1"
    assert [(one.label, one.passage) for one in workspace.notes.references(words)] == [
        ("D1·1", passage),
        ("D1·2", None),
        ("D2·1", hidden),
        ("D9·9", None),
        ("D1·1", passage),
    ]
    workspace.documents.remove([second])
    assert workspace.notes.references("D2·1")[0].passage is None
    assert workspace.notes.references("no number") == []


def test_a_passage_knows_which_notes_speak_of_it(workspace: Workspace) -> None:
    document, other = a_document(workspace), a_document(workspace, "Another text.")
    passage = a_passage(workspace, document, "Twelve")
    answer = a_passage(workspace, other, "Another", note="Denies d1-1.")
    a_passage(workspace, other, "text", note="Denies D1·11 and D1·2")
    journal = workspace.notes.add("D1.1 is the first to say so.")
    workspace.notes.add("D1 is long; D11·1 is not there.")
    workspace.notes.on_document(other, "Answers D1·1")
    found = workspace.notes.speaking_of(passage)
    assert [(one.kind, one.id, one.label) for one in found] == [
        (NoteKind.PROJECT, journal, ""),
        (NoteKind.DOCUMENT, other, "D2"),
        (NoteKind.PASSAGE, answer, "D2·1"),
    ]
    assert found[2].words == "Denies d1-1."
    assert workspace.notes.speaking_of(answer) == []
    workspace.documents.remove([other])
    assert [one.id for one in workspace.notes.speaking_of(passage)] == [journal]
    with pytest.raises(NotFound):
        workspace.notes.speaking_of(99)


def test_all_notes_are_found_by_their_words(workspace: Workspace) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve", note="Ask Basit")
    journal = workspace.notes.add("Basit is ill")
    assert [one.id for one in workspace.notes.holding("basit")] == [journal, passage]
    assert [one.kind for one in workspace.notes.holding("")] == [NoteKind.PROJECT, NoteKind.PASSAGE]
    assert workspace.notes.holding("Ask  Basit") == []
