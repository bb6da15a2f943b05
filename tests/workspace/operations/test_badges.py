"""Badges come from what is linked, and from who says it."""

from reviewer.domain.actors import ChainMember
from reviewer.domain.badges import BadgeKind
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.readings import NewReading
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, read_as


def sentences(workspace: Workspace, passage: int) -> list[str]:
    return [one.sentence for one in workspace.badges.of([passage])[passage].words()]


def test_an_allegation_wears_what_is_linked_to_it(workspace: Workspace) -> None:
    told = a_document(workspace, "They were beaten. So it was.", posted=read_as("2015", "2015"))
    older = a_document(workspace, "Nobody was. No one.", posted=read_as("2014", "2014"))
    claim = a_passage(workspace, told, "They were beaten")
    assert sentences(workspace, claim) == ["no answer in these documents (0 of 2 done)"]
    workspace.documents.review([told], ReviewStatus.DONE)
    workspace.links.add_source("A leaflet")
    assert sentences(workspace, claim) == ["no answer in these documents (1 of 2 done)"]
    denial = a_passage(workspace, older, "Nobody was", "Denial")
    workspace.links.link(denial, claim)
    workspace.links.link(a_passage(workspace, older, "No one", "Denial"), claim)
    workspace.links.link(
        a_passage(workspace, told, "So it was"), claim, independent=Independence.YES
    )
    assert sentences(workspace, claim) == [
        "has a response",
        "denied by 1",
        "earlier: 2 of 2 older than this",
        "supported by 1 (0 separate)",
    ]
    badge = workspace.badges.of([claim, denial])[claim].of(BadgeKind.DENIED)
    assert badge is not None
    assert denial in badge.passages
    assert sentences(workspace, denial) == []


def test_speakers_are_counted_and_kinds_are_heeded(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten. Nobody was. No one. We did it.")
    claim = a_passage(workspace, document, "They were beaten")
    answers = [
        a_passage(workspace, document, words, "Denial")
        for words in ("Nobody was", "No one", "We did it")
    ]
    for passage, name in zip(answers, ("Rangers", "Police", "Rangers"), strict=True):
        workspace.links.link(passage, claim)
        workspace.records.enter(passage, {"chain": (ChainMember(None, name),)})
    assert "denied by 2" in sentences(workspace, claim)
    with workspace.history.step("records.read_again"):
        workspace._project.readings.replace(
            answers[1],
            [
                NewReading("response_kind", "accept_responsibility", None, "test"),
                NewReading("statement", "2015", None, "test"),
            ],
        )
    assert "denied by 1" in sentences(workspace, claim)
    workspace.records.enter(answers[2], {"response_kind": "retraction"})
    assert "taken back, as told by Rangers" in sentences(workspace, claim)


def test_a_document_off_the_list_takes_its_answers_along(workspace: Workspace) -> None:
    claim = a_passage(workspace, a_document(workspace, "They were beaten."), "They were beaten")
    other = a_document(workspace, "Nobody was.")
    denial = a_passage(workspace, other, "Nobody was", "Denial")
    workspace.links.link(denial, claim, LinkType.REJECTS_IN_GENERAL)
    source = workspace.links.add_source("A leaflet")
    workspace.links.link_to_source(claim, source)
    assert sentences(workspace, claim) == ["has a response", "rejected in general by 1"]
    workspace.documents.remove([other])
    assert sentences(workspace, claim) == ["no answer in these documents (0 of 1 done)"]
    assert denial not in workspace.badges.of([claim, denial])


def test_a_speaker_of_the_register_is_one_whether_or_not_it_was_confirmed(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "They were beaten. Nobody was. No one. None.")
    claim = a_passage(workspace, document, "They were beaten")
    answers = [
        a_passage(workspace, document, words, "Denial")
        for words in ("Nobody was", "No one", "None")
    ]
    for passage in answers:
        workspace.links.link(passage, claim)
    workspace.records.enter(answers[0], {"chain": (ChainMember(None, "Noor Khan"),)})
    actor = workspace.actors.all()[0].id
    workspace.actors.add_name(actor, "نور خان")
    with workspace.history.step("records.read_again"):
        for passage, name in zip(answers[1:], ("NOOR  KHAN", "نور خان"), strict=True):
            reading = NewReading("chain", f'[["{name}", ""]]', None, "test")
            workspace._project.readings.replace(passage, [reading])
    assert "denied by 1" in sentences(workspace, claim)
    assert [one.actor for one in workspace._project.speech.speakers(answers).values()] == [
        actor
    ] * 3
