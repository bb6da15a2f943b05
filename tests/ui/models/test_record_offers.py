"""What the passages can be filtered by that they carry."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import RecordKind
from reviewer.ui.models.record_offers import (
    FOLLOW_UP,
    UNCONFIRMED,
    actor_offer,
    detail_offer,
    detail_ticks,
    event_offer,
    kinds_of,
)
from reviewer.workspace.project import Workspace


def test_details_are_offered_and_ticked_as_a_filter_stands(workspace: Workspace) -> None:
    offer = detail_offer(workspace)
    assert len(offer.ids("")) == 5
    (figures,) = offer.ids("figures")
    assert offer.read([figures])[figures].name == "Figures"
    assert kinds_of([figures, FOLLOW_UP]) == (RecordKind.FIGURE,)
    wanted = PassageFilter(records=(RecordKind.FIGURE,), unconfirmed=True, follow_up=True)
    assert detail_ticks(wanted) == (FOLLOW_UP, UNCONFIRMED, figures)


def test_actors_are_found_by_any_name_and_events_by_theirs(workspace: Workspace) -> None:
    army = workspace.actors.add("Army", names=("فوج",))
    workspace.actors.add("League")
    raid = workspace.events.add("Raid")
    assert actor_offer(workspace).ids("فوج") == [army]
    assert actor_offer(workspace).read([army])[army].name == "Army"
    assert event_offer(workspace).ids("ra") == [raid]
    assert event_offer(workspace).read([99]) == {}
