"""The register of actors: found however they are spelt, merged without losing a name."""

import pytest

from reviewer.domain.actors import ActorKind, ChainMember, Named
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.records import Value
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_an_actor_is_found_by_any_name_however_it_is_spelt(workspace: Workspace) -> None:
    made = workspace.actors.add(
        " MQM ", ActorKind.ORGANISATION, "one side", ["Muttahida Qaumi Movement", "ایم کیو ایم"]
    )
    assert newest(workspace) == "Add MQM to the actors"
    for written in ("mqm", "muttahida  qaumi movement", "ايم كيو ايم"):
        found = workspace.actors.named(written)
        assert found is not None
        assert (found.id, found.name, found.side) == (made, "MQM", "one side")
    assert workspace.actors.named("Muttahida") is None
    assert workspace.actors.named(" ") is None
    assert workspace.actors.get(made).names == ("Muttahida Qaumi Movement", "ایم کیو ایم")
    workspace.history.undo()
    assert workspace.actors.all() == []


def test_no_two_actors_have_one_name(workspace: Workspace) -> None:
    workspace.actors.add("MQM", names=["The Movement", "MQM"])
    other = workspace.actors.add("PPP")
    for deed in (
        lambda: workspace.actors.add("the movement"),
        lambda: workspace.actors.add("X", names=["mqm"]),
        lambda: workspace.actors.change(other, name="Mqm"),
        lambda: workspace.actors.add_name(other, "the Movement"),
    ):
        with pytest.raises(NotAllowed, match="Merge the two"):
            deed()


def test_an_actor_is_found_or_made_from_printed_words(workspace: Workspace) -> None:
    made = workspace.actors.find_or_add("Noor Khan")
    assert workspace.actors.find_or_add("NOOR  KHAN") == made
    assert workspace.actors.get(made).kind is ActorKind.PERSON
    assert [one.id for one in workspace.actors.several([made])] == [made]
    with pytest.raises(NotFound):
        workspace.actors.get(made + 1)


def test_what_is_being_typed_brings_names_that_begin_so_first(workspace: Workspace) -> None:
    later = workspace.actors.add("Concord League")
    first = workspace.actors.add("Zahid", names=["League of Árts"])
    workspace.actors.add("Colleague")
    found = [one.id for one in workspace.actors.beginning_with("LEAGUE")]
    assert found == [first, later]
    assert [one.id for one in workspace.actors.beginning_with("league of a")] == [first]
    assert len(workspace.actors.beginning_with("", most=2)) == 2


def test_what_is_said_of_an_actor_is_changed_as_one_step(workspace: Workspace) -> None:
    made = workspace.actors.add("MQM", names=["Movement"])
    workspace.actors.change(
        made, name="Movement", kind=ActorKind.OFFICE, side=" a  side ", protected=True, note="Seen."
    )
    found = workspace.actors.get(made)
    assert (found.name, found.kind, found.side) == ("Movement", ActorKind.OFFICE, "a side")
    assert (found.protected, found.note, found.names) == (True, "Seen.", ())
    steps = workspace.history.ids()
    workspace.actors.change(
        made, name="Movement", kind=ActorKind.OFFICE, side="a side", protected=True, note="Seen."
    )
    workspace.actors.change(made)
    assert workspace.history.ids() == steps
    with pytest.raises(NotAllowed):
        workspace.actors.change(made, side="x" * 301)
    workspace.history.undo()
    assert workspace.actors.get(made).every_name == ("MQM", "Movement")


def test_names_come_and_go(workspace: Workspace) -> None:
    made = workspace.actors.add("MQM")
    workspace.actors.add_name(made, "Movement")
    steps = workspace.history.ids()
    workspace.actors.add_name(made, "Movement")
    assert workspace.history.ids() == steps
    workspace.actors.add_name(made, "movement")
    assert workspace.actors.get(made).names == ("Movement", "movement")
    workspace.actors.remove_name(made, "Movement")
    assert workspace.actors.get(made).names == ("movement",)
    with pytest.raises(NotAllowed, match="not among"):
        workspace.actors.remove_name(made, "Movement")


def test_merging_moves_every_use_and_keeps_every_name(workspace: Workspace) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve people")
    kept = workspace.actors.add("MQM")
    gone = workspace.actors.add("Movement", side="a side", names=["ایم کیو ایم", "M.Q.M."])
    workspace.actors.change(gone, note="Asked.", protected=True)
    workspace.actors.publish([document], gone)
    workspace.ratings.rate("B", actor=gone)
    values: dict[str, Value] = {
        "chain": (ChainMember(gone, "the Movement"),),
        "accused": (Named(gone, "Mvmt"),),
    }
    workspace.records.enter(passage, values)
    workspace.records.enter(passage, {"victims": (Named(gone),)})
    uses = workspace.actors.uses(gone)
    assert (uses.chains, uses.accused, uses.victims) == ((passage,), (passage,), (passage,))
    assert (uses.publishers, uses.ratings, uses.count) == ((document,), 1, 5)

    assert workspace.actors.merge([gone, gone, kept], kept) == []
    found = workspace.actors.get(kept)
    assert found.every_name == ("MQM", "Movement", "ایم کیو ایم", "M.Q.M.")
    assert (found.side, found.note, found.protected) == ("a side", "Asked.", True)
    record = workspace.records.of(passage)
    assert record.entered["chain"] == (ChainMember(kept, "the Movement"),)
    assert record.entered["accused"] == (Named(kept, "Mvmt"),)
    assert workspace.actors.publisher(document) == kept
    assert workspace.actors.uses(kept).ratings == 1
    assert list(workspace.verify()) == []
    workspace.history.undo()
    assert workspace.records.of(passage).entered["accused"] == (Named(gone, "Mvmt"),)
    assert workspace.actors.uses(kept).count == 0
    with pytest.raises(NotAllowed, match="two actors or more"):
        workspace.actors.merge([kept], kept)


def test_one_actor_at_both_ends_of_a_claim_is_said_and_not_refused(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve people")
    one, other = workspace.actors.add("MQM"), workspace.actors.add("Movement")
    chain = (ChainMember(other, "M"), ChainMember(one, "MQM"))
    workspace.records.enter(passage, {"chain": chain, "accused": (Named(other), Named(one))})
    (caution,) = workspace.actors.merge([other], one)
    assert str(caution).startswith("In D1·1, “MQM” speaks of “Movement” as who did it.")


def test_of_two_ratings_by_one_analyst_the_kept_actors_stays_and_it_is_said(
    workspace: Workspace,
) -> None:
    kept, gone = workspace.actors.add("MQM"), workspace.actors.add("Movement")
    workspace.ratings.rate("B", actor=kept)
    workspace.ratings.rate("D", actor=gone)
    workspace.sign_in(BASIT)
    workspace.ratings.rate("C", actor=gone)
    (caution,) = workspace.actors.merge([gone], kept)
    assert "“Movement” had a rating of its own (D)" in str(caution)
    assert workspace.actors.uses(kept).ratings == 2


def test_an_actor_that_is_named_somewhere_is_not_taken_away(workspace: Workspace) -> None:
    document = a_document(workspace)
    one, other = workspace.actors.add("MQM", names=["M"]), workspace.actors.add("PPP")
    workspace.actors.publish([document], one)
    assert newest(workspace) == "Name MQM as who publishes documents (1)"
    with pytest.raises(NotAllowed, match=r"named in 1 place\. Take"):
        workspace.actors.remove([other, one])
    workspace.actors.publish([document], None)
    assert workspace.actors.publisher(document) is None
    workspace.actors.remove([other, one])
    assert newest(workspace) == "Take 2 actors away"
    assert workspace.actors.all() == []
    workspace.history.undo()
    workspace.actors.remove([other])
    assert [actor.id for actor in workspace.actors.all()] == [one]


def test_actors_that_undo_left_with_one_name_can_be_merged(workspace: Workspace) -> None:
    one = workspace.actors.add("MQM")
    workspace.actors.change(one, name="Movement")
    renaming = workspace.history.to_undo()
    assert renaming is not None
    other = workspace.actors.add("MQM")
    workspace.history.take_back(renaming.id)
    assert workspace.actors.get(one).name == workspace.actors.get(other).name == "MQM"
    workspace.actors.merge([other], one)
    assert workspace.actors.get(one).every_name == ("MQM",)


def test_actors_of_different_sides_are_merged_only_with_a_warning(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve people")
    army, league = workspace.actors.add("Army"), workspace.actors.add("League")
    workspace.records.enter(passage, {"chain": (ChainMember(army, "the Army"),)})
    assert workspace.actors.would_join_sides([army], league) == []
    workspace.actors.change(army, side="State")
    assert workspace.actors.would_join_sides([army, league], league) == []
    workspace.actors.change(league, side="Opposition")
    (caution,) = workspace.actors.would_join_sides([army, league], league)
    assert "stand on different sides (State, Opposition)" in str(caution)
    assert str(caution).endswith("who says so changes: 1.")


def test_actors_that_answer_each_other_are_merged_only_with_a_warning(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "They beat him. Nobody was beaten. It is not so.")
    claim = a_passage(workspace, document, "They beat him")
    denial = a_passage(workspace, document, "Nobody was beaten", "Denial")
    unnamed = a_passage(workspace, document, "It is not so", "Denial")
    army, league = workspace.actors.add("Army"), workspace.actors.add("League")
    workspace.records.enter(claim, {"chain": (ChainMember(league, "League"),)})
    workspace.records.enter(denial, {"chain": (ChainMember(army, "Army"),)})
    assert workspace.actors.would_join_sides([army], league) == []
    workspace.links.link(denial, claim)
    workspace.links.link(unnamed, claim)
    (caution,) = workspace.actors.would_join_sides([army], league)
    assert "answer each other, as in D1·2" in str(caution)
    workspace.actors.merge([army], league)
    workspace.history.undo()
    assert {one.name for one in workspace.actors.all()} == {"Army", "League"}
