"""Which passages are shown: by tag and by person, in words, and as what a project keeps."""

from reviewer.ui.models.shown import (
    EVERYTHING,
    Shown,
    as_state,
    from_state,
    sentence,
    still_there,
)
from reviewer.workspace.project import Identity, Workspace
from tests.builders import a_tag


def people(workspace: Workspace) -> list[int]:
    return [one.id for one in workspace.analysts()]


def test_nothing_chosen_shows_everything() -> None:
    assert not EVERYTHING
    assert EVERYTHING.takes(3, 4)


def test_a_passage_must_fit_both_the_tags_and_the_people() -> None:
    shown = Shown(frozenset({1, 2}), frozenset({7}))
    assert shown
    assert shown.takes(2, 7)
    assert not shown.takes(2, 8)
    assert not shown.takes(3, 7)


def test_the_words_name_tags_and_people(workspace: Workspace) -> None:
    allegation, denial = a_tag(workspace, "Allegation"), a_tag(workspace, "Denial")
    said = sentence(workspace, Shown(frozenset({allegation, denial}), frozenset(people(workspace))))
    assert said.startswith("Only: ")
    assert said.index("Allegation") < said.index("Denial") < said.index("by ")
    assert sentence(workspace, EVERYTHING) == ""


def test_what_is_gone_from_the_project_filters_no_more(workspace: Workspace) -> None:
    warrant = a_tag(workspace, "Warrant")
    shown = Shown(frozenset({warrant, warrant + 99}), frozenset({10**6}))
    assert still_there(workspace, shown) == Shown(frozenset({warrant}))
    assert still_there(workspace, EVERYTHING) is EVERYTHING


def test_a_filter_is_kept_and_brought_back(workspace: Workspace) -> None:
    workspace.sign_in(Identity("second", "Adeel Sarmuz"))
    shown = Shown(frozenset({a_tag(workspace, "Denial")}), frozenset(people(workspace)[1:]))
    assert from_state(workspace, as_state(workspace, shown)) == shown


def test_a_state_nobody_wrote_shows_everything(workspace: Workspace) -> None:
    for state in ({}, {"tags": 3}, {"tags": ["x", None, 4], "analysts": {"a": 1}}):
        assert from_state(workspace, state) == EVERYTHING
