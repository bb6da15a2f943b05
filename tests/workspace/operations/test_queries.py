"""Saved queries: each change one step, and every one can be taken back."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.queries import BadQuery
from reviewer.workspace.project import Workspace


def names(workspace: Workspace) -> list[str]:
    return [query.name for query in workspace.queries.all()]


def sentences(workspace: Workspace) -> list[str]:
    return [step.sentence for step in workspace.history.listed(workspace.history.ids()[:-1])]


def test_a_query_is_saved_under_a_name_and_found_again(workspace: Workspace) -> None:
    made = workspace.queries.save("  Night \n raids ", 'raid* NEAR/5 "night"')
    workspace.queries.save("bridges", "bridge")
    assert names(workspace) == ["bridges", "Night raids"]
    found = workspace.queries.get(made)
    assert (found.name, found.words) == ("Night raids", 'raid* NEAR/5 "night"')
    assert workspace.queries.named("NIGHT  raids") == found
    assert workspace.queries.named("harbour") is None
    assert sentences(workspace)[-1] == "Save the query “Night raids”"


def test_saving_under_a_known_name_gives_it_the_new_words(workspace: Workspace) -> None:
    made = workspace.queries.save("Bridges", "bridge")
    assert workspace.queries.save("bridges", "bridge OR crossing") == made
    assert workspace.queries.get(made).words == "bridge OR crossing"
    assert workspace.queries.save("bridges", "bridge OR crossing") == made
    assert len(sentences(workspace)) == 2
    workspace.history.undo()
    assert workspace.queries.get(made).words == "bridge"
    workspace.history.undo()
    assert names(workspace) == []


def test_what_means_nothing_is_not_saved(workspace: Workspace) -> None:
    with pytest.raises(BadQuery):
        workspace.queries.save("Bridges", "bridge AND")
    with pytest.raises(NotAllowed, match="needs a name"):
        workspace.queries.save("  ", "bridge")
    assert names(workspace) == []


def test_a_query_is_renamed_unless_another_has_the_name(workspace: Workspace) -> None:
    made = workspace.queries.save("Bridges", "bridge")
    workspace.queries.save("Raids", "raid")
    with pytest.raises(NotAllowed, match="already a saved query “Raids”"):
        workspace.queries.rename(made, "raids")
    workspace.queries.rename(made, "BRIDGES")
    workspace.queries.rename(made, "BRIDGES")
    assert names(workspace) == ["BRIDGES", "Raids"]
    assert sentences(workspace)[0] == "Call the query “Bridges” “BRIDGES”"
    workspace.history.undo()
    assert names(workspace) == ["Bridges", "Raids"]


def test_queries_are_taken_away_together_and_brought_back(workspace: Workspace) -> None:
    made = [workspace.queries.save(name, name) for name in ("a", "b", "c")]
    workspace.queries.remove(made[:1])
    assert sentences(workspace)[0] == "Take the saved query “a” away"
    workspace.queries.remove(made[1:])
    assert sentences(workspace)[0] == "Take 2 saved queries away"
    assert names(workspace) == []
    workspace.history.undo()
    assert names(workspace) == ["b", "c"]
    with pytest.raises(NotFound, match="no such saved query"):
        workspace.queries.get(made[0])
    with pytest.raises(NotFound):
        workspace.queries.remove([made[0]])
