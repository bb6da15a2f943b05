"""Ratings of sources and claims, each analyst's own."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.ratings import Scale
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_every_analyst_rates_for_themselves(workspace: Workspace) -> None:
    document = a_document(workspace)
    workspace.ratings.rate(" b ", document=document)
    assert newest(workspace) == "Rate D1: B"
    workspace.ratings.rate("F", " Only one page ", document=document)
    steps = workspace.history.ids()
    workspace.ratings.rate("F", "Only one page", document=document)
    assert workspace.history.ids() == steps
    workspace.sign_in(BASIT)
    workspace.ratings.rate("A", document=document)
    mine, his = workspace.ratings.of(document=document)
    assert (mine.value, mine.reason, mine.scale) == ("F", "Only one page", Scale.RELIABILITY)
    assert (his.value, his.analyst == mine.analyst) == ("A", False)
    workspace.ratings.rate("", document=document)
    assert newest(workspace) == "Take the rating off D1"
    assert workspace.ratings.of(document=document) == [mine]
    assert workspace.ratings.all() == [mine]


def test_actors_and_questions_are_rated_on_their_own_scales(workspace: Workspace) -> None:
    actor = workspace.actors.add("The Courier")
    question = workspace.events.ask(workspace.events.add("The raid"), "How many?")
    workspace.ratings.rate("C", actor=actor)
    assert newest(workspace) == "Rate The Courier: C"
    workspace.ratings.rate("2", "Two papers say so", question=question)
    assert newest(workspace) == "Rate How many?: 2"
    assert [one.value for one in workspace.ratings.of(actor=actor)] == ["C"]
    (rating,) = workspace.ratings.of(question=question)
    assert (rating.scale, rating.value) == (Scale.CREDIBILITY, "2")
    with pytest.raises(NotAllowed, match="“2” is no rating here: choose one of A B C D E F"):
        workspace.ratings.rate("2", actor=actor)
    with pytest.raises(NotAllowed, match="is no rating here"):
        workspace.ratings.rate("12", "Both", question=question)
    with pytest.raises(NotAllowed, match="Say why"):
        workspace.ratings.rate("1", question=question)
    with pytest.raises(NotFound):
        workspace.ratings.rate("1", "So", question=99)
    with pytest.raises(TypeError):
        workspace.ratings.rate("A", actor=actor, question=question)
