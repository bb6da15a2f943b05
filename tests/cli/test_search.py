"""``reviewer search``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project
from tests.cli.running import Run, held_open, started

LONG = (
    "Since the summer before the last one the old people of the quarter have said that the bridge "
    "would not stand another flood, and nobody from the office ever came to look at it."
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give a project with words in every place that is searched."""
    with a_project(tmp_path, "archive") as workspace:
        first = a_document(workspace, LONG, title="A letter")
        second = a_document(workspace, "پُل پر ۲۷ افراد زخمی ہوئے۔ The bridge.", title="Old bridge")
        passage = a_passage(workspace, first, "the bridge would", note="which bridge?")
        workspace.details.set_statement(passage, "A says that the bridge was weak.")
        workspace.documents.describe(second, "note", "bridge and road")
        workspace.notes.add("Ask about the bridge")
        return workspace.path


def test_every_hit_stands_on_one_line_with_its_words_around_it(archive: Path) -> None:
    ended = started("search", archive, "BRIDGE")
    assert (ended.code, ended.err) == (0, "")
    header, first, second, blank, summary = ended.out.splitlines()
    assert header.split() == ["Place", "Words"]
    assert {first[:2], second[:2]} == {"D1", "D2"}
    (letter,) = (line for line in (first, second) if line.startswith("D1"))
    assert letter.endswith(
        "  of the quarter have said that the  [bridge] would not stand another flood, and"
    )
    assert first.index("[bridge]") == second.index("[bridge]") or "پ" in ended.out
    assert (blank, summary) == ("", "2 hits; 2 documents fit.")


def test_json_says_where_each_hit_stands(run: Run, archive: Path) -> None:
    values = run("search", archive, "پل NEAR/2 27", "--json").values
    (hit,) = values.pop("hits")
    assert values == {
        "format": 1,
        "project": str(archive),
        "query": "پل NEAR/2 27",
        "documents": 1,
        "more": False,
    }
    with Workspace.open(archive, only_read=True) as workspace:
        uid = workspace.documents.get(2).uid
    assert hit == {
        "kind": "text",
        "document": {"uid": uid, "label": "D2"},
        "passage": None,
        "start": 0,
        "end": 9,
        "before": "",
        "words": "پُل پر ۲۷",
        "after": " افراد زخمی ہوئے۔ The bridge.",
    }


def kinds(run: Run, archive: Path, where: str) -> list[tuple[str, str | None]]:
    hits = run("search", archive, "bridge", "--in", where, "--json").values["hits"]
    return [(hit["kind"], hit["passage"]) for hit in hits]


def test_passages_titles_and_notes_are_searched_when_asked(run: Run, archive: Path) -> None:
    passages = [("quote", "D1·1"), ("passage_note", "D1·1"), ("statement", "D1·1")]
    notes = [("title", None), ("document_note", None), ("project_note", None)]
    assert kinds(run, archive, "passages") == passages
    assert kinds(run, archive, "notes") == notes
    assert kinds(run, archive, "all") == [("text", None)] * 2 + passages + notes
    printed = run("search", archive, "bridge", "--in", "all").out
    for place in ("D1·1 in a passage", "D2 in the title", "in the project's notes"):
        assert f"\n{place}  " in printed


def test_only_so_many_hits_are_shown_and_it_is_said(run: Run, archive: Path) -> None:
    ended = run("search", archive, "bridge", "--most", "1")
    assert ended.out.splitlines()[-2:] == [
        "1 hit; 2 documents fit.",
        "There are more hits: --most 0 shows all of them.",
    ]
    assert run("search", archive, "bridge", "--most", "1", "--json").values["more"] is True
    assert len(run("search", archive, "bridge", "--most", "0", "--json").values["hits"]) == 2


def test_actors_and_events_are_found_in_the_register(run: Run, archive: Path) -> None:
    with Workspace.open(archive) as workspace:
        workspace.sign_in(NOOR)
        workspace.actors.add("Bridge guards")
        workspace.events.add("At the old bridge")
    assert kinds(run, archive, "register") == [("actor", None), ("event", None)]
    assert kinds(run, archive, "all")[-2:] == [("actor", None), ("event", None)]
    assert "\na name of an actor  " in run("search", archive, "bridge", "--in", "register").out


def test_what_is_nowhere_is_said(run: Run, archive: Path) -> None:
    ended = run("search", archive, "harbour")
    assert (ended.code, ended.out) == (0, "0 hits; 0 documents fit.\n")


def test_a_bad_query_says_where_and_starts_nothing(run: Run, archive: Path) -> None:
    ended = run("search", archive, "(bridge")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "The bracket at character 1 is not closed.\n"


def test_search_works_while_a_window_has_the_project_open(project: Path) -> None:
    with held_open(project):
        ended = started("search", project, "twelve", "--json")
    assert (ended.code, len(ended.values["hits"])) == (0, 1)


def test_an_escape_sequence_in_a_text_reaches_no_terminal(
    run: Run, project: Path, change: Callable[[Callable[[Workspace], object]], None]
) -> None:
    change(lambda workspace: a_document(workspace, "a \x1b[31m trap here"))
    assert "\x1b" not in run("search", project, "trap").out
    assert "\\x1b[31m" in run("search", project, "trap").out
