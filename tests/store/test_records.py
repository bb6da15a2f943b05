"""Rows of records that cannot be what they should be are damage, and are told as such."""

from collections.abc import Callable

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.errors import Damaged, NotFound
from reviewer.domain.fields import FieldKind
from reviewer.domain.findings import FindingKind
from reviewer.domain.readings import NewReading
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

TEXT = "Twelve people were hurt at the bridge. We deny it, the spokesman said."


@pytest.fixture
def passages(workspace: Workspace) -> list[int]:
    """Give an allegation, a response and a figure with something of everything."""
    document = a_document(workspace, TEXT)
    found = [
        a_passage(workspace, document, "at the bridge"),
        a_passage(workspace, document, "We deny it", "Denial"),
        a_passage(workspace, document, "Twelve people", "Casualty figure"),
    ]
    chain = (ChainMember(None, "The Courier"), ChainMember(None, "sources"))
    accused = (Named(None, "Noor Khan"), Named(None, "Basit"))
    workspace.records.enter(
        found[0], {"act": "shot", "accused": accused, "chain": chain, "statement": "2015"}
    )
    workspace.records.enter(found[1], {"response_kind": "deny_act", "statement": "2015-03"})
    workspace.records.enter(found[2], {"number_text": "Twelve", "low": 12, "as_of": "2015-03-11"})
    with workspace.history.step("records.read_again"):
        reading = NewReading("number_text", "Twelve", Span(0, 6), "test")
        workspace._project.readings.replace(found[2], [reading])
    field = workspace.fields.add(workspace.passages.get(found[0]).tag, "Own", FieldKind.TEXT)
    workspace.records.enter_own(found[0], field, "gun")
    return found


def behind_the_history(stored: Connection, statement: str) -> None:
    """Run a statement that neither the triggers nor the tables' own rules hinder."""
    table = statement.removeprefix("UPDATE ").removeprefix("DELETE FROM ").split()[0]
    for action in ("insert", "update", "delete"):
        stored.execute(f"DROP TRIGGER IF EXISTS {table}_{action}")
    stored.execute("PRAGMA ignore_check_constraints = ON")
    stored.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE allegations SET wording = 'odd'",
        "UPDATE responses SET scope = 'odd'",
        "UPDATE figures SET harm = 'odd'",
        "UPDATE figures SET number_start = 6, number_end = 5",
        "UPDATE roles SET role = 'odd'",
        'UPDATE readings SET start = 6, "end" = 5',
        "UPDATE tags SET record = 'odd'",
        "UPDATE figures SET as_of_basis = 'odd'",
    ],
)
def test_a_record_that_cannot_be_is_damage(
    workspace: Workspace, stored: Connection, passages: list[int], statement: str
) -> None:
    behind_the_history(stored, statement)
    with pytest.raises(Damaged):
        workspace.records.of_many(passages)


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE actors SET kind = 'odd'", lambda workspace: workspace.actors.all()),
        ("UPDATE fields SET kind = 'odd'", lambda workspace: workspace.fields.all()),
        ("UPDATE fields SET choices = '{}'", lambda workspace: workspace.fields.all()),
        ("UPDATE fields SET choices = '[1]'", lambda workspace: workspace.fields.all()),
        ("UPDATE fields SET choices = 'no'", lambda workspace: workspace.fields.all()),
        (
            'UPDATE passages SET start = 6, "end" = 5',
            lambda workspace: workspace._project.records.to_read([1]),
        ),
        (
            "UPDATE tags SET record = 'odd'",
            lambda workspace: workspace._project.records.to_read([1]),
        ),
    ],
)
def test_what_records_rest_on_and_cannot_be_is_damage(
    workspace: Workspace,
    stored: Connection,
    passages: list[int],
    statement: str,
    ask: Callable[[Workspace], object],
) -> None:
    assert passages
    behind_the_history(stored, statement)
    with pytest.raises(Damaged):
        ask(workspace)


def test_a_passage_that_is_gone_has_no_record(workspace: Workspace, passages: list[int]) -> None:
    with pytest.raises(NotFound):
        workspace.records.of_many([*passages, 99])


@pytest.mark.parametrize(
    ("statement", "kind", "subject"),
    [
        ("UPDATE figures SET number_text = 'Ten'", FindingKind.RECORD_PLACE, "D1·3"),
        ("UPDATE figures SET number_end = 99", FindingKind.RECORD_PLACE, "D1·3"),
        ("UPDATE readings SET value = 'Ten'", FindingKind.RECORD_PLACE, "D1·3"),
        (
            "UPDATE readings SET field = 'act' WHERE field = 'number_text'",
            FindingKind.RECORD_KIND,
            "D1·3",
        ),
        ("UPDATE figures SET passage = 1", FindingKind.RECORD_KIND, "D1·1"),
        ("UPDATE roles SET passage = 2", FindingKind.RECORD_KIND, "D1·2"),
        ("UPDATE tags SET record = 'none' WHERE id = 1", FindingKind.RECORD_KIND, "D1·1"),
        ("UPDATE tags SET record = 'odd' WHERE id = 1", FindingKind.RECORD_KIND, "D1·1"),
        ("UPDATE figures SET as_of_latest = '2016'", FindingKind.DATE, "D1·3"),
        ("UPDATE responses SET statement_edtf = 'odd'", FindingKind.DATE, "D1·2"),
        ("UPDATE documents SET posted_earliest = '2016'", FindingKind.DATE, "D1"),
        ("UPDATE events SET date_latest = '2016'", FindingKind.DATE, "events 1"),
        ("UPDATE chain_members SET position = 3 WHERE position = 2", FindingKind.CHAIN, "D1·1"),
        ("DELETE FROM roles WHERE position = 1", FindingKind.CHAIN, "D1·1"),
    ],
)
def test_the_check_tells_of_details_that_do_not_fit(
    workspace: Workspace,
    stored: Connection,
    passages: list[int],
    statement: str,
    kind: FindingKind,
    subject: str,
) -> None:
    workspace.events.make_from(passages[:1], workspace.events.proposal(passages[0]))
    assert list(workspace.verify()) == []
    behind_the_history(stored, statement)
    told = [(found.kind, found.subject) for found in workspace.verify()]
    assert (kind, subject) in told
