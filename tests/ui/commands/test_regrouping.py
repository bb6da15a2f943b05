"""What is done to a tag with its passages, by commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import TagUse
from reviewer.ui.asking.tag_questions import (
    Joining,
    MergeQuestion,
    MergeWish,
    SplitQuestion,
    SplitWish,
)
from reviewer.ui.commands.regrouping import removal_sentences
from tests.builders import a_passage, a_tag
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        workspace = one.workspace
        for document in workspace.documents.ids()[:3]:
            a_passage(workspace, document, "Twelve people", "Casualty figure")
            a_passage(workspace, document, "Nobody was killed", "Casualty figure")
        one.run("view.codebook")
        QTest.qWait(0)
        one.view.codebook.choose(a_tag(workspace, "Casualty figure"))
        yield one


def figure(here: AtTheDesk) -> int:
    return a_tag(here.workspace, "Casualty figure")


def names(here: AtTheDesk) -> list[str]:
    return [tag.name for tag in here.workspace.tags.all()]


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_how_much_goes_is_said_before_a_tag_is_removed(here: AtTheDesk) -> None:
    questions: list[str] = []

    def decline(question: str, _deed: str) -> bool:
        questions.append(plain(question))
        return False

    here.prompts.will("confirm", decline, lambda *_: True)
    here.run("tag.remove")
    assert questions == ["6 passages in 3 documents lose the tag “Casualty figure”."]
    assert names(here) == ["Allegation", "Denial", "Casualty figure"]
    here.run("tag.remove")
    assert names(here) == ["Allegation", "Denial"]
    here.run("history.undo")
    assert here.workspace.tags.counts() == {figure(here): 6}


def test_a_tag_without_passages_goes_unasked(here: AtTheDesk) -> None:
    here.view.codebook.choose(a_tag(here.workspace, "Denial"))
    here.run("tag.remove")
    assert names(here) == ["Allegation", "Casualty figure"]


def test_everything_that_hangs_on_a_tag_is_told(here: AtTheDesk) -> None:
    tag = here.workspace.tags.get(figure(here))
    said = [plain(one) for one in removal_sentences(tag, TagUse(1, 1, 1, 1))]
    assert said == [
        "1 passage in 1 document loses the tag “Casualty figure”.",
        "1 of them stands in a document that is off the list.",
        "1 tag under it stays, one level up.",
    ]


def test_two_tags_are_merged_after_their_passages_are_weighed(here: AtTheDesk) -> None:
    workspace = here.workspace
    a_passage(workspace, workspace.documents.ids()[0], "Twelve people", "Denial")
    workspace.tags.add("Killed", parent=figure(here))
    denial = a_tag(workspace, "Denial")
    weighed: list[Joining] = []

    def answer(question: MergeQuestion) -> MergeWish:
        weighed.append(question.joining(question.source, denial))
        return MergeWish(question.source, denial, "Both.")

    here.prompts.will("merge_tags", answer, None)
    here.run("tag.merge")
    assert weighed == [Joining(6, 1, 1)]
    assert names(here) == ["Allegation", "Denial", "Killed"]
    assert workspace.tags.get(denial).definition == "Both."
    assert workspace.tags.counts()[denial] == 6
    assert here.prompts.informed[-1] == "5 passages moved."
    assert here.view.codebook.chosen() == denial
    here.run("tag.merge")
    assert names(here) == ["Allegation", "Denial", "Killed"]


def test_chosen_passages_are_split_off(here: AtTheDesk) -> None:
    def answer(question: SplitQuestion) -> SplitWish:
        assert "denial" in question.names
        found = question.passages.ids("nobody")
        return SplitWish(tuple(found), "Killed")

    here.prompts.will("split_tag", answer, None)
    here.run("tag.split")
    assert names(here) == ["Allegation", "Denial", "Casualty figure", "Killed"]
    made = a_tag(here.workspace, "Killed")
    assert here.workspace.tags.counts() == {figure(here): 3, made: 3}
    assert here.view.codebook.chosen() == made
    here.run("tag.split")
    assert len(names(here)) == 4


def test_the_chosen_words_are_tagged_with_the_chosen_tag(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[4])
    here.run("tag.use")
    passages = here.workspace.passages.on(here.workspace.documents.ids()[4])
    assert [one.tag for one in passages] == [figure(here)]


def test_a_tags_passages_are_shown_alone(here: AtTheDesk) -> None:
    here.run("tag.passages")
    assert here.desk.passages.filter() == PassageFilter(tags=(figure(here),))
    assert here.desk.pages.current().value == "passages"
