"""Whole codebooks: out, in, and starters."""

import io
from pathlib import Path

import pytest

from reviewer.domain.codebooks import Codebook, Standing
from reviewer.domain.errors import NotFound
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import DEFAULT_TAGS, RecordKind
from reviewer.environment.resources import seed
from reviewer.importers.codebook import read
from reviewer.workspace.operations.starters import STARTERS, starter
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project, a_tag


def a_book(*lines: str, header: str = "name,parent,colour,key,definition,record,uid") -> Codebook:
    return read("\n".join([header, *lines]).encode(), "book.csv")


def names(workspace: Workspace) -> list[str]:
    return ["." * one.depth + one.tag.name for one in workspace.tags.tree()]


def test_a_codebook_goes_to_another_project_whole(workspace: Workspace, tmp_path: Path) -> None:
    parent = workspace.tags.add("Violence", key="v", definition="Force.")
    workspace.tags.add("Threat", parent=parent, record=RecordKind.ALLEGATION)
    workspace.tags.nest(a_tag(workspace, "Denial"), parent, 0)
    target = io.BytesIO()
    assert workspace.codebooks.write("json", target) == 5
    path = tmp_path / "book.json"
    path.write_bytes(target.getvalue())
    with a_project(tmp_path, "other") as other:
        found = other.codebooks.read(path)
        preview = other.codebooks.preview(found)
        assert [one.entry.name for one in preview.those(Standing.NEW)] == ["Violence", "Threat"]
        (denial,) = preview.those(Standing.DIFFERS)
        assert denial.differs == ("parent",)
        assert denial.tag is not None
        taken = other.codebooks.take_in(found, [denial.tag.id])
        assert taken.complaints == ()
        assert names(other) == [
            *("Allegation", "Casualty figure", "Violence", ".Denial", ".Threat")
        ]
        mine, theirs = workspace.tags.named("Threat"), other.tags.named("Threat")
        assert mine is not None
        assert theirs is not None
        assert (mine.uid, mine.record) == (theirs.uid, theirs.record)
        step = other.history.to_undo()
        assert step is not None
        assert step.sentence == "Import the codebook “book.json”"
        other.history.undo()
        assert names(other) == list(DEFAULT_TAGS)


def test_what_differs_is_left_until_it_is_chosen(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Allegation")
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve")
    book = a_book("ALLEGATION,,,,Anew.,,")
    assert workspace.codebooks.take_in(book).updated == ()
    assert workspace.tags.get(tag).name == "Allegation"
    assert workspace.codebooks.take_in(book, [tag]).updated == (tag,)
    found = workspace.tags.get(tag)
    assert (found.name, found.definition, found.key) == ("ALLEGATION", "Anew.", "")
    assert (found.colour, found.record) == ("5", RecordKind.NONE)
    assert workspace.passages.ids(PassageFilter(another_look=True)) == [passage]
    before = workspace.history.ids()
    assert workspace.codebooks.take_in(book, [tag]).updated == ()
    assert workspace.history.ids() == before


def test_new_tags_get_the_next_colours_and_stand_at_the_end(workspace: Workspace) -> None:
    taken = workspace.codebooks.take_in(a_book("One", "Two,One", "Three,Denial"))
    assert [workspace.tags.get(tag).colour for tag in taken.added] == ["4", "5", "6"]
    assert names(workspace) == [
        *("Allegation", "Denial", ".Three", "Casualty figure", "One", ".Two")
    ]


def test_a_circle_with_what_is_there_is_not_closed(workspace: Workspace) -> None:
    allegation, denial, _figure = (tag.id for tag in workspace.tags.all())
    workspace.tags.nest(allegation, denial)
    taken = workspace.codebooks.take_in(a_book("Denial,Allegation", header="name,parent"), [denial])
    assert [str(one.problem) for one in taken.complaints] == [
        "“Denial” cannot stand under “Allegation”, which stands under it itself."
    ]
    assert names(workspace) == ["Denial", ".Allegation", "Casualty figure"]


def test_only_what_was_done_is_complained_of(workspace: Workspace) -> None:
    book = a_book("Denial,,,a", "Rumour,Nowhere,,q", header="name,parent,colour,key")
    assert [one.place for one in workspace.codebooks.preview(book, taken={"Q"}).complaints] == [
        *(1, 2, 2)
    ]
    taken = workspace.codebooks.take_in(book, taken={"Q"})
    assert [one.place for one in taken.complaints] == [2, 2]
    assert workspace.tags.get(taken.added[0]).key == ""


def test_every_starter_that_comes_along_is_listed() -> None:
    files = {path.stem for path in seed("codebooks").glob("*.json")}
    assert {one.key for one in STARTERS} == files
    for one in STARTERS:
        book = starter(one.key)
        assert book.complaints == ()
        assert all(entry.definition and entry.colour for entry in book.entries)
        assert one.title
        assert one.description
    with pytest.raises(NotFound, match=r"“nothing”.*default, casualty_recorder, fact_checker"):
        starter("nothing")


@pytest.mark.parametrize("key", [one.key for one in STARTERS if one.key != "default"])
def test_a_starter_is_added_and_what_is_there_is_kept(workspace: Workspace, key: str) -> None:
    workspace.tags.change(a_tag(workspace, "Casualty figure"), TagChange(definition="Ours."))
    workspace.tags.change(a_tag(workspace, "Allegation"), TagChange(key="C"), swap_keys=True)
    before = workspace.tags.all()
    taken = workspace.codebooks.add_starter(key, taken={"T", "Q"})
    assert taken.complaints == ()
    assert taken.updated == ()
    assert len(workspace.tags.all()) == len(before) + len(taken.added)
    assert [workspace.tags.get(tag.id) for tag in before] == before
    step = workspace.history.to_undo()
    assert step is not None
    assert step.name == "codebooks.add_starter"
    workspace.history.undo()
    assert workspace.tags.all() == before


def test_the_casualty_recorders_tags_stand_under_the_casualty_figure(workspace: Workspace) -> None:
    workspace.codebooks.add_starter("casualty_recorder")
    assert names(workspace)[:5] == [
        *("Allegation", "Denial", "Casualty figure", ".Killed", "..Executed")
    ]
    killed = workspace.tags.named("Killed")
    assert killed is not None
    assert killed.record is RecordKind.FIGURE


def test_a_default_project_has_all_of_the_default_starter(workspace: Workspace) -> None:
    assert workspace.codebooks.add_starter("default").added == ()
    assert workspace.history.to_undo() is None
    with pytest.raises(NotFound):
        workspace.codebooks.add_starter("nothing")


def test_the_kinds_of_files_are_told(workspace: Workspace) -> None:
    assert [one.suffix for one in workspace.codebooks.formats()] == [".csv", ".json", ".qdc"]
    assert ".csv" in workspace.codebooks.suffixes()
    assert workspace.codebooks.starters() == STARTERS
