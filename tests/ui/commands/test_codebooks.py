"""Whole codebooks, by commands: looked at, taken in, sent out, added."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.codebooks import Preview, Standing
from reviewer.domain.errors import NotAllowed, Unreadable
from reviewer.domain.steps import Step
from reviewer.ui.asking.tag_questions import StarterCard
from reviewer.workspace.operations.tags import TagChange
from tests.builders import a_tag
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

TABLE = """name,parent,key,definition
Denial,,,An answer.
Killed,Casualty figure,T,Lost their lives.
Injured,Casualty figure,Z,
"""


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.csv"
    path.write_text(TABLE, "utf-8")
    return path


def order(here: AtTheDesk) -> list[str]:
    return ["." * one.depth + one.tag.name for one in here.workspace.tags.tree()]


def newest(here: AtTheDesk) -> Step:
    return here.workspace.history.listed([here.workspace.history.newest()])[0]


def test_only_what_was_ticked_is_taken_over_in_one_change(here: AtTheDesk, theirs: Path) -> None:
    seen: list[Preview] = []

    def answer(preview: Preview) -> frozenset[int]:
        seen.append(preview)
        return frozenset({1, 2})

    here.prompts.will("codebook_to_read", theirs)
    here.prompts.will("take_in_codebook", answer)
    here.run("codebook.take_in")
    assert [len(seen[0].those(one)) for one in (Standing.NEW, Standing.DIFFERS)] == [2, 1]
    assert order(here) == ["Allegation", "Denial", "Casualty figure", ".Killed"]
    denial = here.workspace.tags.get(a_tag(here.workspace, "Denial"))
    assert denial.definition == "An answer."
    assert here.prompts.informed[-1].startswith("1 tag added. 1 changed. 1 thing")
    assert "“\u2068Killed\u2069” comes without its key" in here.prompts.informed[-1]
    here.run("history.undo")
    assert order(here) == ["Allegation", "Denial", "Casualty figure"]


def test_what_differs_stays_ones_own_unless_it_was_ticked(here: AtTheDesk, theirs: Path) -> None:
    before = here.workspace.tags.get(a_tag(here.workspace, "Denial"))
    here.prompts.will("codebook_to_read", theirs)
    here.prompts.will("take_in_codebook", frozenset({3}))
    here.run("codebook.take_in")
    assert here.workspace.tags.get(before.id) == before
    assert order(here)[-1] == ".Injured"


@pytest.mark.parametrize("declined", [None, frozenset()])
def test_nothing_is_taken_in_where_nothing_was_chosen(
    here: AtTheDesk, theirs: Path, declined: frozenset[int] | None
) -> None:
    here.prompts.will("codebook_to_read", theirs, None)
    here.prompts.will("take_in_codebook", declined)
    here.run("codebook.take_in")
    here.run("codebook.take_in")
    assert len(order(here)) == 3


def test_a_file_that_is_no_codebook_is_told(here: AtTheDesk, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(b"[")
    here.prompts.will("codebook_to_read", path)
    here.run("codebook.take_in")
    assert isinstance(here.prompts.told[-1], Unreadable)


def test_what_is_sent_out_comes_in_elsewhere_the_same(here: AtTheDesk, tmp_path: Path) -> None:
    def place(suggested: Path, formats: Sequence[tuple[str, str, str]]) -> tuple[Path, str]:
        assert suggested.name.startswith("opened codebook ")
        assert [key for key, _title, _suffix in formats] == ["csv", "json", "qdc"]
        return tmp_path / "mine.json", "json"

    here.prompts.will("codebook_to_write", place, None)
    here.run("codebook.send_out")
    assert here.prompts.informed[-1] == "3 tags exported: \u2068mine.json\u2069"
    here.workspace.tags.change(a_tag(here.workspace, "Denial"), TagChange(definition="Other."))
    found = here.workspace.codebooks.read(tmp_path / "mine.json")
    assert len(here.workspace.codebooks.preview(found).those(Standing.SAME)) == 2
    here.run("codebook.send_out")


def test_a_project_is_never_written_over(here: AtTheDesk) -> None:
    here.prompts.will("codebook_to_write", (here.workspace.path, "csv"))
    here.run("codebook.send_out")
    assert isinstance(here.prompts.told[-1], NotAllowed)


def test_a_starter_is_added_without_the_keys_that_run_commands(here: AtTheDesk) -> None:
    def choose(cards: Sequence[StarterCard]) -> str:
        assert [card.key for card in cards][1] == "casualty_recorder"
        return "casualty_recorder"

    here.prompts.will("starter_codebook", choose, None)
    here.run("codebook.starter")
    keys = {tag.name: tag.key for tag in here.workspace.tags.all()}
    assert keys["Killed"] == ""
    assert keys["Killed or injured"] == "B"
    assert newest(here).name == "codebooks.add_starter"
    said = (
        "“\u2068Killed\u2069” comes without its key \u2068K\u2069, which does something else here."
    )
    assert said in here.prompts.informed[-1]
    count = len(keys)
    here.run("codebook.starter")
    assert len(here.workspace.tags.all()) == count
