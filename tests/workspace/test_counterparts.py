"""Likely counterparts follow every change."""

import pytest

from reviewer.domain.actors import ChainMember
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.progress import Silent
from reviewer.environment.resources import seed
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage


@pytest.fixture
def claim(workspace: Workspace) -> int:
    document = a_document(workspace, "The Tarnow Guards beat the workers of the mill at Zelin.")
    return a_passage(workspace, document, "The Tarnow Guards beat the workers of the mill")


@pytest.fixture
def denial(workspace: Workspace) -> int:
    document = a_document(workspace, "We never touched anyone. T.G. were asleep.")
    return a_passage(workspace, document, "We never touched anyone. T.G. were asleep", "Denial")


def likely(workspace: Workspace, passage: int) -> list[int]:
    return [one.passage for one in workspace.links.counterparts(passage)]


def test_an_actor_is_found_by_any_name_as_soon_as_it_is_one(
    workspace: Workspace, claim: int, denial: int
) -> None:
    assert likely(workspace, claim) == []
    guards = workspace.actors.add("Tarnow Guards")
    assert likely(workspace, claim) == []
    workspace.actors.add_name(guards, "T.G.")
    assert likely(workspace, claim) == [denial]
    assert likely(workspace, denial) == [claim]
    workspace.history.undo()
    assert likely(workspace, claim) == []


def test_what_is_entered_counts_at_once(workspace: Workspace, claim: int, denial: int) -> None:
    assert likely(workspace, claim) == []
    for passage in (claim, denial):
        workspace.records.enter(passage, {"chain": (ChainMember(None, "The Mill"),)})
    assert likely(workspace, claim) == [denial]
    workspace.passages.remove([denial])
    assert likely(workspace, claim) == []
    workspace.history.undo()
    assert likely(workspace, claim) == [denial]
    assert likely(workspace, 99) == []


def test_what_is_written_of_a_passage_counts_and_so_does_its_translation(
    workspace: Workspace, denial: int
) -> None:
    document = a_document(workspace, "ویلپارہ کا دروازہ بند تھا۔ کسی نے نہیں دیکھا۔")
    claim = a_passage(workspace, document, "ویلپارہ کا دروازہ بند تھا")
    assert likely(workspace, claim) == []
    workspace.records.enter(denial, {"what_is_denied": "That the river gate was padlocked"})
    assert likely(workspace, claim) == []
    translation = "The padlocked gate on the river"
    workspace.details.set_translation(claim, translation, "en", "Noor")
    assert likely(workspace, claim) == [denial]


def test_actors_are_called_by_name_where_only_the_words_have_them(
    workspace: Workspace, claim: int, denial: int
) -> None:
    workspace.actors.add("Tarnow Guards", names=("T.G.",))
    (found,) = workspace.links.counterparts(denial)
    assert found.passage == claim
    assert found.reasons[0].sentence == "same actor: Tarnow Guards"


def test_figures_dates_and_places_are_shared(workspace: Workspace) -> None:
    one = a_document(workspace, "Twelve were hurt at Zelin on Monday.")
    other = a_document(workspace, "A dozen, no more, were hurt that Monday.")
    first = a_passage(workspace, one, "Twelve were hurt", "Casualty figure")
    second = a_passage(workspace, other, "A dozen, no more", "Casualty figure")
    for passage in (first, second):
        workspace.records.enter(
            passage,
            {
                "low": 12,
                "high": 12,
                "event_date": "2015-03-11",
                "place": "Zelin",
                "harm": "injured",
            },
        )
    (found,) = workspace.links.counterparts(first)
    assert found.passage == second
    assert {reason.sentence for reason in found.reasons} >= {
        "same place: Zelin",
        "same number: Twelve",
    }


def test_documents_and_tags_that_change_make_it_anew(
    workspace: Workspace, claim: int, denial: int
) -> None:
    event = workspace.events.add("The mill")
    workspace.events.put([claim, denial], event)
    assert likely(workspace, claim) == [denial]
    document = workspace.passages.get(denial).document
    workspace.documents.review([document], ReviewStatus.DONE)
    assert likely(workspace, claim) == [denial]
    workspace.documents.remove([document])
    assert likely(workspace, claim) == []
    workspace.history.undo()
    assert likely(workspace, claim) == [denial]
    workspace.tags.add("Another")
    assert likely(workspace, claim) == [denial]


def test_what_another_window_writes_is_read(workspace: Workspace, claim: int, denial: int) -> None:
    with Workspace.open(workspace.path, BASIT, only_read=True) as reader:
        assert likely(reader, claim) == []
        workspace.events.put([claim, denial], workspace.events.add("The mill"))
        assert likely(reader, claim) == [denial]


def test_a_change_nobody_can_trace_makes_it_anew(
    workspace: Workspace, claim: int, denial: int
) -> None:
    event = workspace.events.add("The mill")
    group = workspace.history.begin_group()
    for passage in (claim, denial):
        with workspace.history.step("events.put", group=group):
            workspace.events.put([passage], event)
    workspace.history.end_group(group)
    assert likely(workspace, claim) == [denial]
    workspace.history.undo()
    assert likely(workspace, claim) == []


def test_the_right_one_is_among_the_first_three_for_most_links_of_the_sample(
    workspace: Workspace,
) -> None:
    """Each link in turn is taken off, and its other end looked for from either end."""
    list(workspace.imports.take_in(sorted(seed("sample").iterdir()), Silent()))
    workspace.taking_in.take(
        seed("sample-tagged/project.jsonl").read_bytes().splitlines(keepends=True)
    )
    ends = []
    for link in [one for one in workspace.links.all() if one.to_passage is not None]:
        one, other = link.from_passage, link.to_passage or 0
        workspace.links.remove([link.id])
        ends += [other in likely(workspace, one)[:3], one in likely(workspace, other)[:3]]
        workspace.history.undo()
    assert sum(ends) >= 0.8 * len(ends) > 40
