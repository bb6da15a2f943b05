"""Rows of links, events and ratings that cannot be what they should be are damage."""

from collections.abc import Callable

import pytest

from reviewer.domain.errors import Damaged
from reviewer.domain.links import LinkType
from reviewer.domain.readings import NewReading
from reviewer.store.connection import Connection
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.store.test_records import behind_the_history

Ask = Callable[[Workspace], object]


@pytest.fixture(autouse=True)
def passages(workspace: Workspace) -> list[int]:
    """Make one of everything, all of it with the number 1."""
    document = a_document(workspace, "They were beaten. Nobody was. 27 died.", title="Courier")
    claim = a_passage(workspace, document, "They were beaten")
    denial = a_passage(workspace, document, "Nobody was", "Denial")
    figure = a_passage(workspace, document, "27", "Casualty figure")
    workspace.records.enter(figure, {"low": 27, "harm": "killed", "said_on": "2015"})
    workspace.records.enter(claim, {"statement": "2015"})
    workspace.records.enter(denial, {"response_kind": "deny_act"})
    with workspace.history.step("records.read_again"):
        for passage in (figure, claim):
            workspace._project.readings.replace(
                passage,
                [
                    NewReading("chain", '[["Courier", ""]]', None, "test"),
                    NewReading("high", "27", None, "test"),
                ],
            )
    workspace.links.link(denial, claim, LinkType.CONTRADICTS)
    workspace.links.add_source("A leaflet")
    event = workspace.events.add("The raid")
    workspace.events.put([claim, denial, figure], event)
    workspace.ratings.rate("A", document=document)
    return [claim, denial, figure]


def of_figures(workspace: Workspace) -> object:
    return workspace.comparison.figures(1)


def of_all(workspace: Workspace) -> object:
    return workspace.comparison.events_by_documents()


def badges(workspace: Workspace) -> object:
    return workspace.badges.of([1, 2, 3])


def likely(workspace: Workspace) -> object:
    return workspace.links.counterparts(1)


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE links SET type = 'odd'", lambda one: one.links.get(1)),
        ("UPDATE links SET type = 'odd'", lambda one: one.links.of(1)),
        ("UPDATE links SET type = 'odd'", lambda one: one.links.on(1)),
        ("UPDATE links SET independent = 'odd'", lambda one: one.links.get(1)),
        ("UPDATE links SET independent = 'odd'", lambda one: one.links.of(1)),
        ('UPDATE passages SET start = 90, "end" = 3 WHERE id = 1', lambda one: one.links.on(1)),
        ("UPDATE tags SET record = 'odd'", lambda one: one.links.link(1, 3)),
        ("UPDATE documents SET posted_basis = 'odd'", lambda one: one.links.sources_to_find()),
        ("UPDATE events SET type = 'odd'", lambda one: one.events.get(1)),
        ("UPDATE events SET status = 'odd'", lambda one: one.events.all()),
        ("UPDATE questions SET harm = 'odd'", lambda one: one.events.questions(1)),
        ("UPDATE questions SET period_basis = 'odd'", lambda one: one.events.question(1)),
        ("UPDATE ratings SET scale = 'odd'", lambda one: one.ratings.of(document=1)),
        ("UPDATE figures SET qualifier = 'odd'", of_figures),
        ("UPDATE figures SET said_on_basis = 'odd'", of_figures),
        ("UPDATE figures SET qualifier = 'odd'", of_all),
        ("UPDATE readings SET value = 'odd' WHERE field = 'high'", of_all),
        ("UPDATE readings SET value = 'odd' WHERE field = 'chain'", of_figures),
        ("UPDATE documents SET review_status = 'odd'", of_all),
        ("UPDATE documents SET posted_basis = 'odd', posted_words = 'x'", of_all),
        ("UPDATE responses SET response_kind = 'odd'", badges),
        ("UPDATE allegations SET statement_basis = 'odd'", lambda one: one.overview.timeline()),
        ("UPDATE figures SET harm = 'odd'", likely),
        ("UPDATE readings SET value = 'odd' WHERE field = 'high'", likely),
    ],
)
def test_a_row_that_cannot_be_is_damage(
    workspace: Workspace, stored: Connection, statement: str, ask: Ask
) -> None:
    behind_the_history(stored, statement)
    with pytest.raises(Damaged):
        ask(workspace)
    assert workspace.read_only is not None


def test_links_to_what_is_off_the_list_are_hidden_with_it(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten.")
    other = a_document(workspace, "Nobody was.")
    one = a_passage(workspace, document, "They were beaten")
    link = workspace.links.link(a_passage(workspace, other, "Nobody was", "Denial"), one)
    store = workspace._project.links
    assert [found.id for found in store.touching([one])] == [link]
    workspace.documents.remove([other])
    assert store.touching([one]) == []
    assert link not in [found.id for found in store.all()]
    workspace.history.undo()
    assert [found.id for found in store.touching([one])] == [link]
